// The table, a line a profession.
#include "dui/partage/partage.hpp"

#include <array>

#include "core/ensure.hpp"

namespace grappe::partage {
namespace {

using enum Portee;

struct Ligne {
    Profession profession;
    Categorie categorie;
    std::array<Portee, 6> portees;
};

// Columns: administratif, quotidien, soins, psychologie, social, projet. A psychologist's notes are
// read by nobody else by default; whoever cleans or cooks reads the day's life only.
constexpr auto lignes = std::to_array<Ligne>({
    {Profession::medecin, Categorie::sante, {lecture, ecriture, ecriture, rien, lecture, ecriture}},
    {Profession::infirmier,
     Categorie::sante,
     {lecture, ecriture, ecriture, rien, lecture, ecriture}},
    {Profession::aide_soignant,
     Categorie::sante,
     {lecture, ecriture, ecriture, rien, rien, lecture}},
    {Profession::reeducateur,
     Categorie::sante,
     {lecture, ecriture, ecriture, rien, rien, ecriture}},
    {Profession::psychologue,
     Categorie::autre,
     {lecture, ecriture, lecture, ecriture, lecture, ecriture}},
    {Profession::accompagnant,
     Categorie::autre,
     {lecture, ecriture, lecture, rien, rien, ecriture}},
    {Profession::educateur, Categorie::autre, {lecture, ecriture, rien, rien, ecriture, ecriture}},
    {Profession::assistant_social,
     Categorie::autre,
     {ecriture, ecriture, rien, rien, ecriture, ecriture}},
    {Profession::mandataire, Categorie::autre, {ecriture, lecture, rien, rien, ecriture, lecture}},
    {Profession::cadre, Categorie::autre, {ecriture, ecriture, lecture, rien, ecriture, ecriture}},
    {Profession::secretaire, Categorie::autre, {ecriture, lecture, rien, rien, lecture, rien}},
    {Profession::agent, Categorie::autre, {rien, ecriture, rien, rien, rien, rien}},
});

const Ligne& ligne_de(Profession profession) {
    const auto& une = lignes[static_cast<std::size_t>(profession)];
    core::ensure(une.profession == profession, "lines stand in the order of professions");
    return une;
}

std::string colonne(std::string_view texte, std::size_t largeur) {
    std::string place{texte};
    if (place.size() < largeur) place.resize(largeur, ' ');
    return place;
}

}  // namespace

Categorie categorie_de(Profession profession) { return ligne_de(profession).categorie; }

Portee portee(Profession profession, Classe classe) {
    return ligne_de(profession).portees[static_cast<std::size_t>(classe)];
}

std::string table() {
    constexpr std::size_t large = 18, mince = 15;
    std::string texte = colonne("profession", large) + colonne("R.1110-2", mince);
    for (const auto& une : names(Classe{})) texte += colonne(une.name, mince);
    const auto finir = [&] {
        texte.erase(texte.find_last_not_of(' ') + 1);
        texte += '\n';
    };
    finir();
    for (const auto& une : names(Profession{})) {
        texte += colonne(une.name, large);
        texte += colonne(categorie_de(une.value) == Categorie::sante ? "1°" : "2°", mince + 1);
        for (const auto& classe : names(Classe{}))
            texte += colonne(core::name_of(portee(une.value, classe.value)), mince);
        finir();
    }
    return texte;
}

}  // namespace grappe::partage
