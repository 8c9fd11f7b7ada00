// Paths and values as people read them.
#include "portail/espace/mots.hpp"

#include "core/identifiant.hpp"
#include "portail/espace/fusion.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/champs.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/pages/lieu.hpp"

namespace grappe::espace {
namespace {

using pages::dire;

// "240000224" of "essms[240000224].regime"; empty for what is in no line.
std::string_view ligne_de(std::string_view chemin) {
    const auto debut = chemin.find('['), fin = chemin.find(']');
    if (debut == chemin.npos || fin == chemin.npos) return {};
    return chemin.substr(debut + 1, fin - debut - 1);
}

std::string nom_de_la_ligne(const pages::Services& services, std::string_view ligne) {
    const auto* fiche = services.registre.find(std::string{ligne});
    return fiche ? fiche->raison_sociale + " (" + std::string{ligne} + ")" : std::string{ligne};
}

}  // namespace

std::string lieu_en_mots(const pages::Services& services, std::string_view chemin) {
    const auto ligne = ligne_de(chemin);
    if (!ligne.empty() && chemin.ends_with(']'))
        return dire(services, "espace.lieu.ligne", {{"ligne", nom_de_la_ligne(services, ligne)}});
    const auto nom = pages::nom_du_champ(services.phrases, chemin);
    if (ligne.empty()) return nom;
    return dire(services, "espace.lieu.champ",
                {{"ligne", nom_de_la_ligne(services, ligne)}, {"champ", nom}});
}

std::string valeur_en_mots(const pages::Services& services, std::string_view chemin,
                           std::string_view texte) {
    if (texte.empty()) return dire(services, "espace.valeur.rien");
    if (texte == ligne_presente && chemin.ends_with(']'))
        return dire(services, "espace.valeur.presente");
    const auto champ = pages::sans_rangs(chemin);
    const auto dernier = champ.substr(champ.rfind('.') + 1);
    for (const auto& code : {"regime." + std::string{texte}, "pages.choix." + std::string{texte},
                             "pages.choix." + dernier + "." + std::string{texte}})
        if (services.phrases.contient(code)) return dire(services, code);
    return std::string{texte};
}

std::string lien_vers(const teleservice::Dossier& dossier, std::string_view chemin) {
    const auto debut = "/dossiers/" + dossier.id;
    if (chemin.empty()) return {};
    if (chemin == "financeur") return debut + "/depot";
    if (chemin == "membres") return debut + "/membres";
    if (chemin.starts_with("pieces")) return debut + "/pieces";
    if (chemin == "essms") return debut + "/saisie#liste";
    return debut + "/saisie#" + pages::id_de(chemin);
}

}  // namespace grappe::espace
