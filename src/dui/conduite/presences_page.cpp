// /presences: the grid of one day, validated by the unit, then by the head of service.
#include <algorithm>

#include "dui/acces/consultation.hpp"
#include "dui/conduite/formule.hpp"
#include "dui/conduite/histoire.hpp"
#include "dui/conduite/routes.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/rencontre/dits.hpp"
#include "dui/sejour/absence.hpp"
#include "dui/sejour/presence.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::conduite {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::instant, rencontre::Lieu, rencontre::maintenant;
using sejour::Presence;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 256 * 1024;

struct Lue {
    core::Date jour;
    sejour::Grille grille;
    std::vector<std::string> personnes;  // by name; those of the grid, or those expected
    sejour::Lignes attendues;            // what stays and absences tell
    Vue::Liste anciennes;
    bool lit = false, ecrit = false;
};

sejour::LieuDuJour lieu_du_jour(const Lieu& lieu, core::Date jour) {
    return {core::Finess::parse(lieu.finess_et).value(), lieu.unite, jour};
}

core::Date jour_demande(const Conduite& conduite, std::string_view dit) {
    const auto lu = core::Date::parse(dit);
    return lu ? *lu : core::paris().day_of(instant(conduite.ecrans));
}

Lue lire(const Conduite& conduite, Reader& db, const Lieu& lieu, core::Date jour) {
    Lue lue{.jour = jour, .grille = {}, .personnes = {}, .attendues = {}, .anciennes = {}};
    lue.lit = lieu.qui.lit(partage::Classe::quotidien);
    lue.ecrit = static_cast<bool>(sejour::peut_ecrire_le_quotidien(lieu.qui, lieu.finess_et));
    if (!lue.lit) return lue;
    const auto& annuaire = conduite.ecrans.annuaire;
    for (const auto& id : annuaire.presentes(lieu.finess_et, jour))
        if (lieu.concerne(id)) lue.attendues.emplace(id, Presence::presente);
    const sejour::Periode midi{core::paris().at(jour, 12, 0), core::paris().at(jour, 12, 1)};
    for (const auto& une : sejour::absences_de(db, lieu.finess_et, midi))
        if (const auto la = lue.attendues.find(une.personne); la != lue.attendues.end())
            la->second = Presence::absente;
    lue.grille = sejour::lire_la_grille(db, lieu_du_jour(lieu, jour));
    for (const auto& id : annuaire.presentes(lieu.finess_et, jour))
        if (lue.attendues.contains(id)) lue.personnes.push_back(id);
    for (const auto& [id, presence] : lue.grille.lignes)
        if (!lue.attendues.contains(id)) lue.personnes.push_back(id);
    rencontre::Auteurs auteurs{db};
    for (const auto& une : sejour::versions_de_la_grille(db, lieu_du_jour(lieu, jour))) {
        const auto presentes = std::ranges::count_if(
            une.lignes, [](const auto& ligne) { return ligne.second == Presence::presente; });
        const bool service = une.niveau == sejour::Niveau::service;
        lue.anciennes.push_back(Vue{
            {"phrase", dire(conduite.ecrans.services,
                            service ? "conduite.grille.service" : "conduite.grille.unite",
                            {{"qui", auteurs.nom(service ? une.par_le_service : une.par_l_unite)},
                             {"nombre", static_cast<std::int64_t>(presentes)}})},
            {"motif", une.motif}});
    }
    return lue;
}

Vue::Liste lignes_vues(const Conduite& conduite, const Lue& lue, const Tape& tape) {
    const auto& services = conduite.ecrans.services;
    Vue::Liste vues;
    for (std::size_t rang = 0; rang < lue.personnes.size(); ++rang) {
        const auto& id = lue.personnes[rang];
        const auto nom = "p-" + std::to_string(rang + 1);
        const auto dite = lue.grille.lignes.find(id), attendue = lue.attendues.find(id);
        auto mot = dite != lue.grille.lignes.end() ? core::name_of(dite->second)
                   : attendue != lue.attendues.end() && lue.grille.version == 0
                       ? core::name_of(attendue->second)
                       : std::string_view{};
        if (tape.acte == "grille") mot = tape.dit.valeur(nom);
        Vue::Liste choix;
        for (const auto& une : names(Presence{}))
            choix.push_back(
                Vue{{"code", une.name},
                    {"id", nom + "-" + std::string{une.name}},
                    {"nom", dire(services, "conduite.presence." + std::string{une.name})},
                    {"choisie", une.name == mot}});
        const auto qui = conduite.ecrans.annuaire.personne(id);
        vues.push_back(Vue{{"rang", "grille-" + nom},
                           {"champ", nom},
                           {"id", id},
                           {"nom", qui ? rencontre::nom_de(*qui) : id},
                           {"choix", std::move(choix)}});
    }
    return vues;
}

std::string etat_dit(const dui::Services& services, const Lue& lue) {
    if (lue.grille.version == 0) return dire(services, "conduite.grille.rien");
    return dire(services, lue.grille.niveau == sejour::Niveau::unite ? "conduite.grille.reste"
                                                                     : "conduite.grille.finie");
}

struct LieuDit {
    const Lieu& lieu;
    core::Date jour;
};

http::Response afficher(const Conduite& conduite, Visite& visite, const LieuDit& dit,
                        const Tape& tape) {
    const auto& lieu = dit.lieu;
    const auto jour = dit.jour;
    const auto& services = conduite.ecrans.services;
    if (lieu.finess_et.empty()) return sans_etablissement(services);

    const auto lue = visite.base.read([&](Reader& db) { return lire(conduite, db, lieu, jour); });
    acces::consigner_une_liste(visite.base, {visite.qui().acteur.compte, instant(conduite.ecrans)},
                               {lieu.finess_et, lue.personnes.size()});
    const bool unite_validee = lue.grille.version > 0 && lue.grille.niveau == sejour::Niveau::unite;
    const auto page = "/presences" + lieu.question() + "&jour=";
    Vue vue{{"jour", jour.text()},
            {"jour_dit", page::jour(jour)},
            {"veille", page + jour.plus_days(-1).text()},
            {"lendemain", jour < core::paris().day_of(instant(conduite.ecrans))
                              ? page + jour.plus_days(1).text()
                              : std::string{}},
            {"etat", etat_dit(services, lue)},
            {"sans_droit", !lue.lit},
            {"vide", lue.personnes.empty() && lue.lit},
            {"lignes", lignes_vues(conduite, lue, tape)},
            {"ecrit", lue.ecrit && !lue.personnes.empty()},
            {"deja", lue.grille.version > 0},
            {"motif", std::string{tape.dit.valeur("motif")}},
            {"version", lue.grille.version},
            {"confirme", unite_validee && visite.qui().acteur.role == access::Role::encadrement &&
                             lue.grille.par_l_unite != visite.qui().acteur.compte},
            {"a_des_versions", !lue.anciennes.empty()},
            {"anciennes", lue.anciennes},
            {"unite", lieu.unite},
            {"csrf", visite.qui().csrf}};
    ajouter_le_lieu(services, lieu, "/presences", vue);
    ajouter_les_fautes(services, tape, vue);
    return dui::repondre(services,
                         {.gabarit = "presences",
                          .titre = dire(services, "conduite.titre.presences"),
                          .rubrique = "/equipe",
                          .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")}}},
                         std::move(vue));
}

// Only who is or was expected there that day may be said.
std::vector<std::pair<std::string, std::string>> lignes_dites(const Lue& lue,
                                                              const page::Formulaire& dit) {
    std::vector<std::pair<std::string, std::string>> dites;
    for (std::size_t rang = 0; rang < lue.personnes.size(); ++rang) {
        const auto nom = "p-" + std::to_string(rang + 1);
        const bool la_meme = dit.valeur("id-" + nom) == lue.personnes[rang];
        dites.emplace_back(lue.personnes[rang], la_meme ? std::string{dit.valeur(nom)} : "");
    }
    return dites;
}

http::Response valider(const Conduite& conduite, Visite& visite, bool service) {
    Tape tape{.acte = service ? "service" : "grille", .dit = garde::lire_envoi(visite)};
    const auto lieu = visite.base.read(
        [&](Reader& db) { return lieu_de_l_envoi(conduite.ecrans, db, visite, tape.dit); });
    if (lieu.finess_et.empty()) return sans_etablissement(conduite.ecrans.services);
    const auto jour = jour_demande(conduite, tape.dit.valeur("jour"));
    const core::Result<sejour::Ecrit> fait = visite.base.write([&](Writer& db) {
        const sejour::Redacteur redacteur{lieu.qui, maintenant(conduite.ecrans)};
        const auto la = lieu_du_jour(lieu, jour);
        if (service) return sejour::valider_le_service(db, redacteur, {la, version_vue(tape.dit)});
        return sejour::valider_l_unite(
            db, redacteur,
            {la, version_vue(tape.dit), lignes_dites(lire(conduite, db, lieu, jour), tape.dit),
             std::string{tape.dit.valeur("motif")}});
    });
    return repondre_a_l_acte(conduite.ecrans.services, fait,
                             {tape, "/presences" + lieu.question() + "&jour=" + jour.text()},
                             [&](const Tape& dite) {
                                 return afficher(conduite, visite, {lieu, jour}, dite);
                             });
}

}  // namespace

void ajouter_presences(const Conduite& conduite) {
    dui::ajouter_page(
        conduite.ecrans.services,
        {.chemin = "/presences",
         .resume = "La présence d'un jour, validée à deux niveaux",
         .permission = access::Permission::dossier_usager_lire,
         .action = [&](Visite& visite) {
             const auto lieu = visite.base.read(
                 [&](Reader& db) { return lieu_de_la_page(conduite.ecrans, db, visite); });
             return afficher(
                 conduite, visite,
                 {lieu, jour_demande(conduite, visite.requete.query("jour").value_or(""))}, {});
         }});
    const auto ecrire = access::Permission::dossier_usager_ecrire;
    rencontre::ajouter_envoi(
        conduite.ecrans,
        {.chemin = "/presences/unite",
         .resume = "Valider la présence d'un jour, par l'unité",
         .permission = ecrire,
         .action = [&](Visite& visite) { return valider(conduite, visite, false); }},
        envoi_au_plus);
    rencontre::ajouter_envoi(
        conduite.ecrans,
        {.chemin = "/presences/service",
         .resume = "Valider la présence d'un jour, par le chef de service",
         .permission = ecrire,
         .action = [&](Visite& visite) { return valider(conduite, visite, true); }},
        envoi_au_plus);
}

}  // namespace grappe::conduite
