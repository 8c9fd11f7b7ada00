// Reading, then reading again without what is at fault.
#include "portail/teleservice/jugement.hpp"

namespace grappe::teleservice {
namespace {

constexpr int relectures_au_plus = 6;

// Without its required key an object cannot be read: "essms[3].regime" gives "essms[3]".
std::string parent_de(const std::string& chemin) {
    const auto point = chemin.rfind('.');
    return point == std::string::npos ? chemin : chemin.substr(0, point);
}

bool est_une_absence(const dossier::Faute& faute) {
    return faute.code == "dossier.requis_absent" || faute.code == "dossier.requis_nul";
}

// "porteur.siret" has a neutral value; any other required key that lacks takes its object away.
Chemins a_omettre(const std::vector<dossier::Faute>& fautes) {
    Chemins chemins;
    for (const auto& faute : fautes)
        chemins.insert(est_une_absence(faute) && faute.chemin != "porteur.siret"
                           ? parent_de(faute.chemin)
                           : faute.chemin);
    return chemins;
}

bool concerne_le_tout(const std::vector<dossier::Faute>& fautes) {
    for (const auto& faute : fautes)
        if (faute.chemin.empty()) return true;
    return false;
}

// Within the bounds of what is read; beyond, the text says where it passes them.
socle::Verification verifier_compose(const dossier::Arbre& compose, const socle::Moyens& moyens) {
    if (compose.noeuds.size() <= dossier::valeurs_max) return socle::verifier(compose, moyens);
    return socle::verifier(en_texte(compose), std::nullopt, moyens);
}

}  // namespace

Jugement juger(const dossier::LectureJson& lu, const Complement& complement,
               const socle::Moyens& moyens) {
    if (!lu.arbre) return {.fautes = {lu.faute}, .ignorees = {}, .verifie = nullptr};
    const auto compose = composer(*lu.arbre, complement);
    auto verification = verifier_compose(compose, moyens);
    Jugement jugement{.fautes = verification.fautes,
                      .ignorees = cles_ignorees(*lu.arbre, complement),
                      .verifie = std::move(verification.verifie)};
    std::string texte;
    for (int lecture = 0; !jugement.verifie && lecture < relectures_au_plus; ++lecture) {
        if (concerne_le_tout(verification.fautes)) return jugement;
        const auto chemins = a_omettre(verification.fautes);
        texte = lecture == 0 ? omettre(compose, chemins)
                             : omettre(*dossier::lire_arbre(texte).arbre, chemins);
        verification = socle::verifier(texte, std::nullopt, moyens);
        jugement.verifie = std::move(verification.verifie);
    }
    return jugement;
}

}  // namespace grappe::teleservice
