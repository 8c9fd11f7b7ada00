// One object a person; names of fields are those of the contract where it has them.
#include "dui/annuaire/annuaire_json.hpp"

#include <fmt/format.h>

#include "core/json_text.hpp"

namespace grappe::annuaire {
namespace {

using core::json_text;

std::string jour(const std::optional<core::Date>& quel) {
    return quel ? json_text(quel->text()) : "null";
}

std::string ou_rien(const std::string& texte) { return texte.empty() ? "null" : json_text(texte); }

template <class Suite, class Dire>
std::string liste(const Suite& suite, Dire dire) {
    std::string texte;
    for (const auto& un : suite) texte += (texte.empty() ? "" : ", ") + dire(un);
    return "[" + texte + "]";
}

std::string sejour(const Sejour& un) {
    return fmt::format(R"({{"finess_et": {}, "entree": {}, "sortie": {}, "modalite": {}}})",
                       json_text(un.finess_et), json_text(un.entree.text()), jour(un.sortie),
                       json_text(core::name_of(un.modalite)));
}

std::string personne(const Personne& une, const EtatDe& etat) {
    return fmt::format(
        R"("personne": {}, "nom_naissance": {}, "nom_utilise": {}, "prenoms": {}, )"
        R"("date_naissance": {}, "sexe": {}, "lieu_naissance": {}, "decede_le": {}, )"
        R"("statut_identite": {}, "sejours": {})",
        json_text(une.id), json_text(une.nom_de_naissance), ou_rien(une.nom_utilise),
        liste(une.prenoms, [](const std::string& un) { return json_text(un); }),
        jour(une.naissance), json_text(une.sexe), json_text(une.lieu_de_naissance), jour(une.deces),
        json_text(etat(une.id)), liste(une.sejours, sejour));
}

std::string raison(const Raison& une) {
    return fmt::format(R"({{"mot": {}, "niveau": {}, "champ": {}}})", json_text(une.mot),
                       json_text(core::name_of(une.accord.niveau)),
                       json_text(core::name_of(une.accord.champ)));
}

std::string indice(Indice un) {
    return fmt::format(R"({{"code": {}, "points": {}}})", json_text(core::name_of(un)),
                       points_de(un));
}

}  // namespace

std::string en_json(const Reponse& reponse, const EtatDe& etat) {
    const auto une = [&](const Trouvaille& trouvee) {
        return fmt::format(
            R"({{{}, "niveau": {}, "raisons": {}}})", personne(trouvee.personne, etat),
            json_text(core::name_of(trouvee.niveau)), liste(trouvee.raisons, raison));
    };
    return fmt::format(R"({{"personnes": {}, "il_y_en_a_d_autres": {}}})",
                       liste(reponse.trouvailles, une), reponse.il_y_en_a_d_autres);
}

std::string en_json(const std::vector<Doublon>& doublons, const EtatDe& etat) {
    const auto un = [&](const Doublon& candidat) {
        return fmt::format(R"({{{}, "score": {}, "indices": {}}})",
                           personne(candidat.personne, etat), candidat.ressemblance.score,
                           liste(candidat.ressemblance.indices, indice));
    };
    return fmt::format(R"({{"doublons": {}}})", liste(doublons, un));
}

}  // namespace grappe::annuaire
