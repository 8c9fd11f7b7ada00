// What an admission and an exit must say, and how they are kept.
#include "dui/sejour/sejour.hpp"

#include "core/ensure.hpp"
#include "core/json_text.hpp"
#include "core/texte.hpp"
#include "dui/lecture/contenu.hpp"

namespace grappe::sejour {
namespace {

using lecture::Textes;

std::string texte_de(const std::optional<core::Date>& jour) { return jour ? jour->text() : ""; }

std::optional<core::Date> jour_de(const std::string& texte) {
    if (texte.empty()) return std::nullopt;
    return core::Date::parse(texte).value();
}

template <class E>
std::string mot_de(const std::optional<E>& mot) {
    return mot ? std::string{core::name_of(*mot)} : std::string{};
}

bool trop_long(const std::string& texte) { return core::caracteres(texte) > texte_au_plus; }

void ajouter(std::string& ligne, std::string_view cle, std::string_view valeur) {
    ligne += ligne.size() > 1 ? "," : "";
    core::append_json(ligne, cle);
    ligne += ':';
    core::append_json(ligne, valeur);
}

}  // namespace

std::string contenu_de(const Suivi& suivi) {
    return lecture::en_contenu({{"motif", suivi.motif},
                                {"fin_prevue", texte_de(suivi.fin_prevue)},
                                {"entretien", texte_de(suivi.entretien)},
                                {"notification", texte_de(suivi.notification)},
                                {"mesure", mot_de(suivi.mesure)},
                                {"sans_sejour", mot_de(suivi.sans_sejour)},
                                {"issue", mot_de(suivi.issue)},
                                {"motif_de_sortie", suivi.motif_de_sortie}});
}

Suivi suivi_lu(std::string_view contenu) {
    auto textes = lecture::textes_du_contenu(contenu);
    return {.motif = textes["motif"],
            .fin_prevue = jour_de(textes["fin_prevue"]),
            .entretien = jour_de(textes["entretien"]),
            .notification = jour_de(textes["notification"]),
            .mesure = core::named<Reponse>(textes["mesure"]),
            .sans_sejour = core::named<Reponse>(textes["sans_sejour"]),
            .issue = core::named<Issue>(textes["issue"]),
            .motif_de_sortie = textes["motif_de_sortie"]};
}

std::vector<Faute> fautes_de(const Admission& admission, core::Date aujourd_hui) {
    std::vector<Faute> fautes;
    const auto entree = jour_dit(admission.entree, "entree", fautes);
    if (admission.entree.empty()) fautes.push_back({"entree", "sejour.faute.entree"});
    if (entree && *entree > aujourd_hui) fautes.push_back({"entree", "sejour.faute.entree_future"});
    const auto modalite = core::named<fait::Etat>(admission.modalite);
    if (!modalite || !fait::admet(fait::Type::sejour, *modalite))
        fautes.push_back({"modalite", "sejour.faute.modalite"});
    const auto fin = jour_dit(admission.fin_prevue, "fin_prevue", fautes);
    if (entree && fin && *fin < *entree) fautes.push_back({"fin_prevue", "sejour.faute.fin_avant"});
    const auto entretien = jour_dit(admission.entretien, "entretien", fautes);
    if (entree && entretien && *entretien > *entree)
        fautes.push_back({"entretien", "sejour.faute.entretien_apres"});
    if (trop_long(admission.motif)) fautes.push_back({"motif", "sejour.faute.long"});
    return fautes;
}

std::vector<Faute> fautes_de(const Sortie& sortie, core::Date entree, core::Date aujourd_hui) {
    std::vector<Faute> fautes;
    const auto jour = jour_dit(sortie.jour, "jour", fautes);
    if (sortie.jour.empty()) fautes.push_back({"jour", "sejour.faute.sortie"});
    if (jour && *jour > aujourd_hui) fautes.push_back({"jour", "sejour.faute.sortie_future"});
    if (jour && *jour < entree) fautes.push_back({"jour", "sejour.faute.sortie_avant"});
    const auto issue = core::named<Issue>(sortie.issue);
    if (!issue || *issue == Issue::deces) fautes.push_back({"issue", "sejour.faute.issue"});
    if (issue == Issue::autre && core::trimmed(sortie.motif).empty())
        fautes.push_back({"motif", "sejour.faute.motif"});
    if (trop_long(sortie.motif)) fautes.push_back({"motif", "sejour.faute.long"});
    return fautes;
}

// What no indicator reads is a JSON object already: its members are those of the line.
std::string ligne_de(const fait::Fait& fait) {
    const bool personne = fait.type == fait::Type::personne;
    core::ensure(personne || fait.type == fait::Type::sejour, "a person or a stay is said again");
    std::string ligne{'{'};
    ajouter(ligne, "type", core::name_of(fait.type));
    ajouter(ligne, "id", fait.id);
    ajouter(ligne, "finess_et", fait.finess_et.text());
    const auto jour = [&](const char* cle, const std::optional<fait::Repere>& repere) {
        if (repere) ajouter(ligne, cle, fait::texte_de(*repere, fait::Unite::jour));
    };
    if (!personne) ajouter(ligne, "personne", fait.personnes.front());
    ajouter(ligne, personne ? "statut_identite" : "modalite", core::name_of(fait.etat));
    jour(personne ? "date_naissance" : "entree", fait.debut);
    jour(personne ? "decede_le" : "sortie", fait.fin);
    ligne += ",\"corrige\":true";
    return fait.reste.empty() ? ligne + "}" : ligne + "," + fait.reste.substr(1);
}

}  // namespace grappe::sejour
