// GET and POST /regles: a candidate brought or begun from a call in force, and what it would do.
// Nothing is kept: each answer carries the candidate back to its form.
#include "portail/pages/cadre.hpp"
#include "portail/regles/regles.hpp"
#include "portail/repetition/rendu.hpp"
#include "web/garde/ecran.hpp"

namespace grappe::regles {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;
using repetition::Repetition;

// As large as the files that a server loads, with what a form adds to them.
constexpr std::size_t formulaire_max = std::size_t{3} << 20U;

// What the page shows: the candidate as typed, and either its faults or what it does.
struct Ecran {
    std::string texte{};
    const programme::Defauts* defauts = nullptr;
    const Repetition* jouee = nullptr;
    Choix choix{};
};

std::string_view racine_de(const Visite& visite) {
    return visite.qui().acteur.role == access::Role::admin ? "/administration/dossiers/"
                                                           : "/bureau/dossiers/";
}

Vue::Liste vues_des_appels(const Regles& regles) {
    Vue::Liste vues;
    for (const auto& charge : regles.portail.appels.tous)
        vues.push_back(Vue{{"id", charge.id},
                           {"titre", charge.applicable(regles.portail.maintenant()).titre}});
    return vues;
}

Vue::Liste vues_des_defauts(const Regles& regles, const programme::Defauts* defauts) {
    Vue::Liste vues;
    if (!defauts) return vues;
    for (const auto& defaut : *defauts)
        vues.push_back(Vue{{"phrase", programme::phrase(defaut, regles.portail.phrases)}});
    return vues;
}

http::Response montrer(const Regles& regles, const Visite& visite, const Ecran& ecran) {
    Vue vue{{"csrf", visite.qui().csrf},
            {"texte", ecran.texte},
            {"appels", vues_des_appels(regles)},
            {"administrateur", visite.qui().acteur.role == access::Role::admin},
            {"a_defauts", ecran.defauts != nullptr},
            {"defauts", vues_des_defauts(regles, ecran.defauts)},
            {"a_resultat", ecran.jouee != nullptr},
            {"a_texte", !ecran.texte.empty()}};
    if (ecran.jouee)
        ajouter_le_resultat(regles, *ecran.jouee, ecran.choix, {racine_de(visite), &vue});
    auto reponse = pages::repondre(
        regles.services,
        {.gabarit = "regles", .titre = pages::dire(regles.services, "regles.titre")},
        std::move(vue));
    if (ecran.defauts) reponse.status = 422;
    return reponse;
}

http::Response lire(const Regles& regles, const Visite& visite) {
    if (const auto admis = repetition::admettre(visite.qui().acteur); !admis)
        return refuser(regles, visite, admis.error());
    Ecran ecran;
    if (const auto* appel = regles.versions.en_vigueur(visite.requete.query("appel").value_or("")))
        ecran.texte = appel->texte;
    return montrer(regles, visite, ecran);
}

http::Response en_csv(const Regles& regles, const Ecran& ecran) {
    return {.content_type = "text/csv; charset=utf-8; header=present",
            .body = repetition::en_csv(choisies(ecran.jouee->repliques, ecran.choix),
                                       regles.portail.phrases),
            .fields = {{"Content-Disposition",
                        "attachment; filename=\"repetition-" + ecran.jouee->appel + ".csv\""}}};
}

http::Response jouer(const Regles& regles, const Visite& visite) {
    if (const auto admis = repetition::admettre(visite.qui().acteur); !admis)
        return refuser(regles, visite, admis.error());
    const auto saisie = garde::lire_envoi(visite);
    Ecran ecran{.texte = saisie.fichiers.empty() ? std::string{saisie.valeur("texte")}
                                                 : saisie.fichiers.front().octets,
                .choix = choix_de(saisie)};
    const auto candidats = publication::lire_candidat(ecran.texte, regles.versions);
    if (candidats.tous.empty()) {
        ecran.defauts = &candidats.defauts;
        return montrer(regles, visite, ecran);
    }
    const auto jouee = repetition::repeter(visite.base, candidats.tous.front(),
                                           {regles.portail.appels, regles.portail.moyens});
    ecran.jouee = &jouee;
    if (saisie.valeur("forme") == "csv") return en_csv(regles, ecran);
    return montrer(regles, visite, ecran);
}

}  // namespace

void ajouter_repetition(const Regles& regles) {
    garde::ajouter(
        regles.routes, regles.comptes,
        garde::lecture({.chemin = "/regles",
                        .resume = "Répéter un changement de règles",
                        .permission = Permission::regles_repeter,
                        .action = [&](Visite& visite) { return lire(regles, visite); }}));
    garde::ajouter(regles.routes, regles.comptes,
                   garde::envoi({.chemin = "/regles",
                                 .resume = "Jouer un appel candidat sur tous les dossiers déposés",
                                 .permission = Permission::regles_repeter,
                                 .action = [&](Visite& visite) { return jouer(regles, visite); }},
                                formulaire_max));
}

}  // namespace grappe::regles
