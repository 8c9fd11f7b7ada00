// POST of an act on several dossiers: what will be done is shown first, blocked rows on top.
#include <algorithm>
#include <span>

#include "portail/bureau/ecran.hpp"
#include "portail/instruction/demande.hpp"
#include "portail/instruction/prise_en_charge.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::bureau {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;
using reception::demandeur;
using teleservice::Acte;

// One transaction each: how many fit in the time of an answer. Those beyond
// are told before and offered again after.
constexpr std::size_t dossiers_max = 1000;

enum class ActeDeLot { prendre, affecter, demander };

constexpr auto names(ActeDeLot) {
    using enum ActeDeLot;
    return std::to_array<core::Named<ActeDeLot>>(
        {{prendre, "prendre"}, {affecter, "affecter"}, {demander, "demander"}});
}

struct Ligne {
    std::string id, nom, numero;
    std::string blocage;  // in French; empty: it can be done
};

struct Lot {
    ActeDeLot acte;
    std::vector<Ligne> lignes;           // blocked ones first
    std::vector<std::string> ensuite{};  // could be done, beyond what one act takes

    std::size_t bloques() const {
        return static_cast<std::size_t>(
            std::count_if(lignes.begin(), lignes.end(),
                          [](const Ligne& ligne) { return !ligne.blocage.empty(); }));
    }
};

std::string raison(const Bureau& bureau, const core::Refusal& refus) {
    const auto detail =
        refus.code == "dossier.etat"
            ? statut_en_clair(bureau, *core::named<teleservice::Statut>(refus.detail))
            : refus.detail;
    const auto code = refus.code == "dossier.etat" ? std::string{"bureau.lot.etat"} : refus.code;
    return pages::dire(bureau.services, code, {{"detail", std::string_view{detail}}});
}

core::Result<teleservice::Dossier> permis(storage::Reader& db, const Visite& visite,
                                          const std::string& id, ActeDeLot acte) {
    const auto qui = demandeur(visite);
    if (acte == ActeDeLot::affecter)
        return teleservice::demander(db, qui, id, Permission::dossier_instruire);
    return teleservice::demander_pour(db, qui, id,
                                      acte == ActeDeLot::prendre ? Acte::prendre : Acte::demander);
}

// Of a dossier that is not the desk's, nothing is shown.
std::optional<Ligne> ligne_de(const Bureau& bureau, storage::Reader& db, const Visite& visite,
                              const std::pair<std::string, ActeDeLot>& quoi) {
    const auto& [id, acte] = quoi;
    const auto dossier = permis(db, visite, id, acte);
    if (!dossier && dossier.error().code == "dossier.inconnu") return std::nullopt;
    const auto fiche = teleservice::trouver_fiche(db, id);
    return Ligne{.id = id,
                 .nom = fiche ? fiche->porteur : std::string{},
                 .numero = fiche ? fiche->numero : std::string{},
                 .blocage = dossier ? std::string{} : raison(bureau, dossier.error())};
}

// No other act stands for one that nobody knows: what it does cannot be undone.
std::optional<ActeDeLot> acte_de(const page::Formulaire& saisie) {
    return core::named<ActeDeLot>(saisie.valeur("acte"));
}

Lot lire(const Bureau& bureau, const Visite& visite, const page::Formulaire& saisie) {
    Lot lot{.acte = *acte_de(saisie), .lignes = {}};
    std::vector<Ligne> faisables;
    visite.base.read([&](storage::Reader& db) {
        for (const auto id : saisie.valeurs("dossier")) {
            auto ligne = ligne_de(bureau, db, visite, {std::string{id}, lot.acte});
            if (!ligne) continue;
            if (!ligne->blocage.empty())
                lot.lignes.push_back(*std::move(ligne));
            else if (faisables.size() < dossiers_max)
                faisables.push_back(*std::move(ligne));
            else
                lot.ensuite.push_back(std::move(ligne->id));
        }
        return true;
    });
    lot.lignes.insert(lot.lignes.end(), faisables.begin(), faisables.end());
    return lot;
}

Vue::Liste vues_des_lignes(const Lot& lot, bool bloquees) {
    Vue::Liste vues;
    for (const auto& ligne : lot.lignes)
        if (ligne.blocage.empty() != bloquees)
            vues.push_back(Vue{{"id", ligne.id},
                               {"nom", ligne.nom},
                               {"numero", ligne.numero},
                               {"blocage", ligne.blocage}});
    return vues;
}

Vue::Liste types_de_piece(const Bureau& bureau, std::string_view choisi) {
    Vue::Liste vues;
    for (const auto& [regle, nom] : names(rules::RegleId{}))
        if (teleservice::est_un_type_de_piece(nom))
            vues.push_back(
                Vue{{"valeur", nom},
                    {"libelle", pages::dire(bureau.services, "regle." + std::string{nom})},
                    {"choisi", nom == choisi}});
    return vues;
}

Vue::Liste personnes(const Visite& visite, std::string_view choisie) {
    Vue::Liste vues;
    const auto trouvees = visite.base.read([&](storage::Reader& db) {
        return instruction::personnes_du_guichet(db, visite.qui().acteur);
    });
    for (const auto& [compte, nom] : trouvees)
        vues.push_back(Vue{{"valeur", compte}, {"libelle", nom}, {"choisi", compte == choisie}});
    return vues;
}

// What the page says first: what was refused, and how many were done already.
struct Dit {
    std::string faute{}, fait{};
};

// How many can be done, how many one act takes, what becomes of the rest; empty: it takes them all.
std::string mots_du_reste(const Bureau& bureau, const Lot& lot) {
    if (lot.ensuite.empty()) return {};
    const auto reste = static_cast<std::int64_t>(lot.ensuite.size());
    const auto pris = static_cast<std::int64_t>(dossiers_max);
    return pages::dire(bureau.services, "bureau.lot.reste",
                       {{"choisis", pris + reste}, {"pris", pris}, {"nombre", reste}});
}

Vue::Liste vues_du_reste(const Lot& lot) {
    Vue::Liste vues;
    for (const auto& id : lot.ensuite) vues.push_back(Vue{{"id", id}});
    return vues;
}

http::Response montrer(const Bureau& bureau, Visite& visite, const page::Formulaire& saisie,
                       const Dit& dit) {
    const auto lot = lire(bureau, visite, saisie);
    const auto bloques = static_cast<std::int64_t>(lot.bloques());
    const auto faisables = static_cast<std::int64_t>(lot.lignes.size()) - bloques;
    const std::string acte{core::name_of(lot.acte)};
    const auto jour = core::paris().day_of(visite.moyens.maintenant);
    const auto tape = [&](std::string_view champ) { return std::string{saisie.valeur(champ)}; };
    const auto compte = [&](const std::string& code, std::int64_t nombre) {
        return pages::dire(bureau.services, code, {{"nombre", nombre}});
    };
    Vue vue{
        {"csrf", visite.qui().csrf},
        {"acte", acte},
        {"retour", retour(saisie)},
        {"faute", dit.faute},
        {"fait", dit.fait},
        {"reste", mots_du_reste(bureau, lot)},
        {"ensuite", vues_du_reste(lot)},
        {"bloquees", vues_des_lignes(lot, true)},
        {"a_des_bloquees", bloques > 0},
        {"bloquees_mots", compte("bureau.lot.bloques", bloques)},
        {"faisables", vues_des_lignes(lot, false)},
        {"a_faire", faisables > 0},
        {"faisables_mots", compte("bureau.lot.faisables", faisables)},
        {"bouton", compte("bureau.lot.bouton." + acte, faisables)},
        {"est_affecter", lot.acte == ActeDeLot::affecter},
        {"est_demander", lot.acte == ActeDeLot::demander},
        {"personnes", personnes(visite, tape("instructeur"))},
        {"types", types_de_piece(bureau, tape("piece"))},
        {"textes", tape("textes")},
        {"echeance", saisie.contient("echeance") ? tape("echeance") : jour.plus_days(15).text()}};
    return pages::repondre(bureau.services,
                           {.gabarit = "bureau_lot",
                            .titre = pages::dire(bureau.services, "bureau.lot.titre." + acte),
                            .rubrique = "/bureau",
                            .fil = {pages::etape(bureau.services, "/bureau")}},
                           std::move(vue));
}

core::Result<void> faire_un(const Bureau& bureau, const Visite& visite, storage::Writer& db,
                            const std::pair<std::string, const page::Formulaire*>& quoi) {
    const auto& [id, saisie] = quoi;
    const auto vide = [](const auto& fait) {
        return fait ? core::Result<void>{} : core::Result<void>{fait.error()};
    };
    switch (*acte_de(*saisie)) {
        case ActeDeLot::prendre:
            return vide(instruction::prendre(db, demandeur(visite), id, moyens_de(bureau, visite)));
        case ActeDeLot::affecter:
            return vide(instruction::affecter(db, demandeur(visite),
                                              {id, std::string{saisie->valeur("instructeur")}}));
        case ActeDeLot::demander:
            break;
    }
    return vide(instruction::demander_complements(
        db, demandeur(visite),
        {.dossier = id,
         .textes = {std::string{saisie->valeur("textes")}},
         .pieces = {{.quoi = std::string{saisie->valeur("piece")}}},
         .echeance = std::string{saisie->valeur("echeance")}},
        moyens_de(bureau, visite)));
}

// The list says how many were done.
std::string avec_le_compte(const std::string& adresse, const page::Formulaire& saisie,
                           std::int64_t faits) {
    return adresse + (adresse.find('?') == std::string::npos ? "?" : "&") +
           "fait=" + std::string{saisie.valeur("acte")} + "&faits=" + std::to_string(faits);
}

// One transaction a dossier: one that is refused does not hold the others back. The first refusal
// is told, with what is left to do, those that one act did not take first: what was done is not
// offered again.
http::Response faire(const Bureau& bureau, Visite& visite, const page::Formulaire& saisie) {
    Dit dit;
    std::int64_t faits = 0;
    auto reste = saisie;
    std::erase_if(reste.champs, [](const page::Champ& champ) { return champ.nom == "dossier"; });
    const auto designes = saisie.valeurs("dossier");
    const std::span pris{designes.begin(), std::min(designes.size(), dossiers_max)};
    for (auto ensuite = pris.size(); ensuite < designes.size(); ++ensuite)
        reste.champs.push_back({"dossier", std::string{designes[ensuite]}});
    for (const auto id : pris) {
        const auto fait = visite.base.write([&](storage::Writer& db) {
            return faire_un(bureau, visite, db, {std::string{id}, &saisie});
        });
        if (fait) {
            ++faits;
            continue;
        }
        reste.champs.push_back({"dossier", std::string{id}});
        noter_le_refus(visite, id, fait.error());
        if (dit.faute.empty()) dit.faute = raison(bureau, fait.error());
    }
    if (!reste.contient("dossier"))
        return http::Response::see_other(avec_le_compte(retour(saisie), saisie, faits));
    if (faits > 0) dit.fait = mots_du_lot(bureau, saisie.valeur("acte"), faits);
    return montrer(bureau, visite, reste, dit);
}

}  // namespace

std::string mots_du_lot(const Bureau& bureau, std::string_view acte, std::int64_t faits) {
    const auto code = "bureau.lot.fait." + std::string{acte};
    if (!core::named<ActeDeLot>(acte)) return {};
    return pages::dire(bureau.services, code, {{"nombre", faits}});
}

void ajouter_lot(const Bureau& bureau) {
    ajouter_envoi(bureau, {.chemin = "/bureau/lot",
                           .resume = "Agir sur plusieurs dossiers",
                           .permission = Permission::dossier_instruire,
                           .action = [&](Visite& visite) {
                               const auto saisie = lire_envoi(visite);
                               if (!acte_de(saisie))
                                   return bureau.routes.refuse(
                                       visite.requete, {garde::statut_de(core::Reason::invalid),
                                                        "bureau.lot.acte"});
                               return saisie.contient("confirme")
                                          ? faire(bureau, visite, saisie)
                                          : montrer(bureau, visite, saisie, {});
                           }});
}

}  // namespace grappe::bureau
