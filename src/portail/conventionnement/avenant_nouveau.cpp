// /dossiers/{id}/avenants/nouveau: what is to change, the amounts that it would make, then the
// amendment prepared.
#include <algorithm>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "portail/convention/avenant_dit.hpp"
#include "portail/conventionnement/avenants_page.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/modele.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/teleservice/refus_dit.hpp"
#include "web/garde/ecran.hpp"

namespace grappe::conventionnement {
namespace {

using access::Permission;
using convention::Changement, convention::Propose;
using garde::Visite;
using page::Formulaire, page::Vue;
using reception::demandeur;
using Genre = convention::GenreDeChangement;

constexpr std::size_t formulaire_au_plus = std::size_t{512} * 1024;
constexpr int lignes_d_ajout = 3,
              lignes_de_correction = 6;  // all of one service at home that joins

std::string champ(const char* nom, int rang) {
    return std::string{nom}.append("_").append(std::to_string(rang));
}

bool est_un_montant(Genre genre) {
    return genre != Genre::regime && genre != Genre::eligible_sons && genre != Genre::essms_geres &&
           genre != Genre::fin_deploiement;
}

// As people type it.
std::string valeur_de(Genre genre, std::string_view tapee) {
    if (est_un_montant(genre)) return pages::nettoyer(pages::Genre::montant, tapee);
    auto valeur = core::fold(tapee);  // "Montée de version"
    std::ranges::replace(valeur, ' ', '_');
    return valeur;
}

std::vector<Changement> changements_de(const Formulaire& saisie) {
    std::vector<Changement> changements;
    for (const auto un : saisie.valeurs("quitte"))
        changements.push_back({Genre::retrait, std::string{un}});
    for (int rang = 0; rang < lignes_d_ajout; ++rang) {
        const auto finess = core::trimmed(saisie.valeur(champ("rejoint", rang)));
        if (!finess.empty())
            changements.push_back({Genre::ajout, std::string{finess},
                                   std::string{saisie.valeur(champ("regime", rang))}});
    }
    for (int rang = 0; rang < lignes_de_correction; ++rang) {
        const auto genre = core::named<Genre>(saisie.valeur(champ("fait", rang)));
        if (!genre) continue;
        const auto finess = core::trimmed(saisie.valeur(champ("essms", rang)));
        changements.push_back(
            {*genre, convention::est_du_projet(*genre) ? std::string{} : std::string{finess},
             valeur_de(*genre, saisie.valeur(champ("valeur", rang)))});
    }
    const auto fin = core::trimmed(saisie.valeur("fin_deploiement"));
    if (!fin.empty()) changements.push_back({Genre::fin_deploiement, "", std::string{fin}});
    return changements;
}

Vue choix(std::string_view valeur, std::string libelle, std::string_view choisie) {
    return {{"valeur", valeur}, {"libelle", std::move(libelle)}, {"choisi", valeur == choisie}};
}

Vue::Liste regimes(const Vues& vues, std::string_view choisi) {
    Vue::Liste tous;
    for (const auto& [valeur, nom] : names(programme::Regime{}))
        tous.push_back(choix(nom, vues.dire("avenant.valeur." + std::string{nom}), choisi));
    return tous;
}

Vue::Liste faits(const Vues& vues, std::string_view choisi) {
    Vue::Liste tous{choix("", vues.dire("conventionnement.avenant.aucun_fait"), choisi)};
    for (const auto& [genre, nom] : names(Genre{}))
        if (genre != Genre::retrait && genre != Genre::ajout && genre != Genre::fin_deploiement)
            tous.push_back(choix(nom, vues.dire("avenant.genre." + std::string{nom}), choisi));
    return tous;
}

void ajouter_le_formulaire(Vue& vue, const Vues& vues, const Formulaire& saisie) {
    Vue::Liste essms, rejoints, corrections;
    const auto quittent = saisie.valeurs("quitte");
    for (const auto& ligne : vues.convention().accorde.lignes)
        essms.push_back(
            Vue{{"finess", ligne.finess_et},
                {"essms", vues.nom_de_l_essms(ligne.finess_et)},
                {"total", euros(ligne.aides.total())},
                {"quitte", std::ranges::find(quittent, ligne.finess_et) != quittent.end()}});
    for (int rang = 0; rang < lignes_d_ajout; ++rang)
        rejoints.push_back(Vue{{"rang", rang},
                               {"numero", rang + 1},
                               {"finess", saisie.valeur(champ("rejoint", rang))},
                               {"regimes", regimes(vues, saisie.valeur(champ("regime", rang)))}});
    for (int rang = 0; rang < lignes_de_correction; ++rang)
        corrections.push_back(Vue{{"rang", rang},
                                  {"numero", rang + 1},
                                  {"faits", faits(vues, saisie.valeur(champ("fait", rang)))},
                                  {"essms", saisie.valeur(champ("essms", rang))},
                                  {"valeur", saisie.valeur(champ("valeur", rang))}});
    vue.ajouter("motif", saisie.valeur("motif"));
    vue.ajouter("fin_deploiement", saisie.valeur("fin_deploiement"));
    const auto fin = vues.convention().fin_deploiement;
    vue.ajouter("fin_en_vigueur",
                fin ? vues.dire("conventionnement.avenant.fin_en_vigueur", {{"jour", *fin}})
                    : vues.dire("conventionnement.avenant.fin_non_fixee"));
    vue.ajouter("etablissements", std::move(essms));
    vue.ajouter("rejoints", std::move(rejoints));
    vue.ajouter("corrections", std::move(corrections));
}

// What was typed goes with the confirmation, as it is.
Vue::Liste caches(const Formulaire& saisie) {
    Vue::Liste tous;
    for (const auto& [nom, valeur] : saisie.champs)
        if (nom != "csrf" && nom != "version" && !valeur.empty())
            tous.push_back(Vue{{"champ", nom}, {"valeur", valeur}});
    return tous;
}

struct Etape {
    const Formulaire& saisie;
    const Propose* propose = nullptr;  // null: nothing is computed yet
    std::vector<std::string> fautes{};
    int statut = 200;
};

http::Response montrer_le_formulaire(const Conventions& conventions, Visite& visite,
                                     const Etape& etape) {
    const auto lus = visite.base.read(
        [&](storage::Reader& db) { return lire_le_cadre(conventions, db, visite); });
    if (!lus) return refuser_les_avenants(conventions, visite, lus.error());
    const Suite suite{};
    const Vues vues{{conventions}, lus->lue, suite};
    Vue::Liste fautes;
    for (const auto& une : etape.fautes) fautes.push_back(Vue{{"phrase", une}});
    Vue contenu{{"a_fautes", !fautes.empty()},
                {"fautes", std::move(fautes)},
                {"apercu", etape.propose != nullptr},
                {"preparable", lus->lue.possibles.preparer_un_avenant}};
    if (etape.propose != nullptr) {
        ajouter_ce_qui_change(contenu, vues, etape.propose->lu);
        const auto& manque = etape.propose->manque;
        contenu.ajouter("manque", manque ? euros(*manque) : std::string{});
        contenu.ajouter("caches", caches(etape.saisie));
    }
    ajouter_le_formulaire(contenu, vues, etape.saisie);
    ajouter_la_tete(contenu, *lus);
    auto reponse =
        encadrer(conventions, visite, cadre_de(*lus, "avenant_nouveau"), std::move(contenu));
    reponse.status = etape.statut;
    return reponse;
}

std::vector<std::string> dire(const std::vector<convention::FauteDeChangement>& fautes,
                              const std::vector<Changement>& changements,
                              const rules::Phrases& phrases) {
    std::vector<std::string> dites;
    for (const auto& une : fautes) dites.push_back(convention::dire(une, changements, phrases));
    return dites;
}

// The form of an amendment goes through one use case: the preview reads, the other writes.
template <class Faire>
http::Response traiter(const Conventions& conventions, Visite& visite, Faire faire) {
    const auto saisie = garde::lire_envoi(visite);
    const auto changements = changements_de(saisie);
    const auto trouvee = visite.base.read([&](storage::Reader& db) {
        return convention::acceder_par_le_dossier(db, demandeur(visite), id_de(visite),
                                                  Permission::convention_preparer);
    });
    if (!trouvee) return refuser(conventions, visite, trouvee.error());
    const auto fait =
        faire(convention::NouvelAvenant{.convention = trouvee->convention.id,
                                        .motif = saisie.valeur("motif"),
                                        .changements = changements,
                                        .vue = core::integer<int>(saisie.valeur("version"))});
    const auto& phrases = conventions.services().phrases;
    if (!fait) {
        teleservice::noter_le_refus(
            visite.base, demandeur(visite),
            {"avenant.preparer", "convention:" + trouvee->convention.id, fait.error().code});
        return montrer_le_formulaire(conventions, visite,
                                     {.saisie = saisie,
                                      .fautes = {teleservice::dire(fait.error(), phrases)},
                                      .statut = garde::statut_de(fait.error().reason)});
    }
    if (!fait->fautes.empty())
        return montrer_le_formulaire(
            conventions, visite,
            {.saisie = saisie, .fautes = dire(fait->fautes, changements, phrases), .statut = 422});
    if (fait->lu.avenant.id.empty())
        return montrer_le_formulaire(conventions, visite, {.saisie = saisie, .propose = &*fait});
    return http::Response::see_other("/dossiers/" + std::string{id_de(visite)} +
                                     "/avenants?fait=avenant_prepare#fait");
}

http::Response apercevoir(const Conventions& conventions, Visite& visite) {
    return traiter(conventions, visite, [&](const convention::NouvelAvenant& nouvel) {
        return visite.base.read([&](storage::Reader& db) {
            return convention::apercevoir(db, demandeur(visite), nouvel,
                                          moyens_de(conventions, visite));
        });
    });
}

// Faults undo nothing: nothing was written.
http::Response preparer(const Conventions& conventions, Visite& visite) {
    return traiter(conventions, visite, [&](const convention::NouvelAvenant& nouvel) {
        return visite.base.write([&](storage::Writer& db) {
            return convention::preparer_un_avenant(db, demandeur(visite), nouvel,
                                                   moyens_de(conventions, visite));
        });
    });
}

}  // namespace

void ajouter_le_nouvel_avenant(const Conventions& conventions) {
    espace::ajouter_lecture(conventions.espace, {.chemin = "/dossiers/{id}/avenants/nouveau",
                                                 .resume = "Écrire un avenant",
                                                 .permission = Permission::convention_preparer,
                                                 .action = [&](Visite& visite) {
                                                     const Formulaire vide{};
                                                     return montrer_le_formulaire(
                                                         conventions, visite, {.saisie = vide});
                                                 }});
    ajouter_envoi(conventions,
                  {"/dossiers/{id}/avenants/apercu", "Voir ce que donnerait un avenant",
                   Permission::convention_preparer, apercevoir, formulaire_au_plus});
    ajouter_envoi(conventions, {"/dossiers/{id}/avenants", "Préparer un avenant",
                                Permission::convention_preparer, preparer, formulaire_au_plus});
}

}  // namespace grappe::conventionnement
