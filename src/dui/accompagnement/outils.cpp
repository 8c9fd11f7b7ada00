// Rights first, then the project; and its words.
#include "dui/accompagnement/outils.hpp"

#include "core/texte.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/personne_vue.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::accompagnement {

using dui::dire;
using page::Vue;

core::Date aujourd_hui(const Outils& outils) {
    return core::paris().day_of(rencontre::instant(outils.ecrans));
}

projet::Delais delais(const Outils& outils) {
    return projet::delais_de(outils.regles, aujourd_hui(outils));
}

projet::Redacteur redacteur(const Outils& outils, const acces::Professionnel& qui) {
    return {qui, rencontre::maintenant(outils.ecrans),
            [&annuaire = outils.ecrans.annuaire](std::string_view personne,
                                                 std::string_view finess_et) {
                return annuaire.accompagnee_a(personne, finess_et);
            },
            outils.serafin, delais(outils)};
}

bool ecrit_des_projets(const acces::Professionnel& qui, std::string_view finess_et) {
    return qui.ecrit(partage::Classe::projet) &&
           qui.peut_a(access::Permission::dossier_usager_ecrire, finess_et);
}

bool Ouvert::modifiable() const {
    return projet.statut() != projet::Statut::termine &&
           ecrit_des_projets(rencontre.qui, projet.lui.version.element.finess_et.text());
}

core::Result<Ouvert> ouvrir(const Outils& outils, storage::Reader& db, const garde::Visite& visite,
                            std::string_view projet) {
    auto lu = projet::lire(db, acces::professionnel(db, visite.qui().acteur), projet);
    if (!lu) return lu.error();
    auto rencontre =
        rencontre::rencontrer(outils.ecrans, db, visite, lu->lui.version.element.personne);
    if (!rencontre) return rencontre.error();
    return Ouvert{*std::move(rencontre), *std::move(lu)};
}

core::Result<void> admettre(const Outils& outils, garde::Visite& visite, std::string_view element) {
    return visite.base.read([&](storage::Reader& db) -> core::Result<void> {
        const auto un = element::derniere(db, element);
        if (!un) return {};
        const auto la = rencontre::rencontrer(outils.ecrans, db, visite, un->element.personne);
        if (!la) return la.error();
        return {};
    });
}

core::Result<Entier> lire_entier(const Outils& outils, garde::Visite& visite) {
    auto entier = visite.base.read([&](storage::Reader& db) -> core::Result<Entier> {
        auto ouvert = ouvrir(outils, db, visite, visite.requete.path("id"));
        if (!ouvert) return ouvert.error();
        const auto& rencontre = ouvert->rencontre;
        auto vie = projet::projet_de_vie(db, rencontre.qui, rencontre.personne.id);
        return Entier{*std::move(ouvert), std::move(vie)};
    });
    if (entier)
        acces::consigner_un_dossier(visite.base,
                                    {visite.qui().acteur.compte, rencontre::instant(outils.ecrans)},
                                    entier->ouvert.rencontre.personne.id);
    return entier;
}

std::string adresse_du_projet(std::string_view personne, std::string_view projet,
                              std::string_view element) {
    auto adresse = dui::adresse_sous("/projets", personne);
    if (!projet.empty()) adresse += "?projet=" + core::percent_encoded(projet);
    if (!element.empty()) adresse += "#e-" + std::string{element};
    return adresse;
}

std::string mot(const Outils& outils, const projet::Objet& objet, std::string_view champ) {
    const auto valeur = objet.champ(champ);
    if (valeur.empty()) return {};
    const auto code = "projet.mot." + std::string{core::name_of(objet.genre())} + "." +
                      std::string{champ} + "." + std::string{valeur};
    return page::etiquette(outils.ecrans.services.phrases, code, valeur);
}

std::string libelle_serafin(const Outils& outils, std::string_view code) {
    const auto* un = outils.serafin.trouver(code);
    return un == nullptr ? std::string{code} : un->code + " " + un->libelle;
}

std::string revision_dite(const Outils& outils, const projet::Revision& revision) {
    return dire(outils.ecrans.services,
                "accompagnement.revision." + std::string{core::name_of(revision.motif)},
                {{"jour", revision.terme}});
}

Vue vue_de_la_revision(const Outils& outils, const std::optional<projet::Revision>& revision) {
    if (!revision) return Vue{{"classe", "etat--ferme"}, {"mot", ""}, {"phrase", ""}};
    const auto urgence = projet::urgence_de(revision->terme, aujourd_hui(outils), delais(outils));
    const auto& services = outils.ecrans.services;
    const auto phrase = revision_dite(outils, *revision);
    if (urgence == projet::Urgence::en_retard)
        return Vue{{"classe", "etat--bloque"},
                   {"mot", dire(services, "accompagnement.en_retard")},
                   {"phrase", phrase}};
    if (urgence == projet::Urgence::bientot)
        return Vue{{"classe", "etat--alerte"},
                   {"mot", dire(services, "accompagnement.bientot")},
                   {"phrase", phrase}};
    return Vue{{"classe", "etat--venir"},
               {"mot", dire(services, "accompagnement.plus_tard")},
               {"phrase", phrase}};
}

Vue::Liste fautes_dites(const Outils& outils, const std::vector<projet::Faute>& fautes) {
    Vue::Liste vues;
    for (const auto& une : fautes)
        vues.push_back(
            Vue{{"phrase", dire(outils.ecrans.services, une.code)}, {"champ", une.chemin}});
    return vues;
}

}  // namespace grappe::accompagnement
