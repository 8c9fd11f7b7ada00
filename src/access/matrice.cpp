// The tables of both programs, looked up and written.
#include "access/matrice.hpp"

#include <algorithm>
#include <span>

#include "access/table_du_dui.hpp"
#include "access/table_du_portail.hpp"
#include "core/texte.hpp"

namespace grappe::access {
namespace {

constexpr auto cherche = [](const auto& table, Permission permission) {
    return std::find_if(table.begin(), table.end(),
                        [&](const auto& ligne) { return ligne.permission == permission; });
};

constexpr bool chacune_a_sa_ligne() {
    for (const auto& permission : names(Permission{}))
        if (cherche(portail::table, permission.value) == portail::table.end() &&
            cherche(dui::table, permission.value) == dui::table.end())
            return false;
    return true;
}
static_assert(chacune_a_sa_ligne(), "each permission has its line in the table of a program");

constexpr auto debut_du_dui = static_cast<std::size_t>(Role::direction);
static_assert(portail::table[0].liens.size() == debut_du_dui, "a column for each role");
static_assert(dui::table[0].liens.size() == names(Role{}).size() - debut_du_dui,
              "a column for each role");

void ecrire_case(std::string& sortie, std::string_view texte, std::size_t largeur) {
    sortie += texte;
    sortie.append(largeur - core::caracteres(texte), ' ');
}

void clore_la_ligne(std::string& sortie, std::string_view fin) {
    sortie += fin;
    sortie.erase(sortie.find_last_not_of(' ') + 1);
    sortie += '\n';
}

// `roles`: the names of the columns.
template <class Table>
std::string ecrire(const Table& table, std::span<const core::Named<Role>> roles,
                   std::size_t largeur_du_role) {
    constexpr std::size_t largeur_du_nom = 25;
    std::string sortie;
    ecrire_case(sortie, "permission", largeur_du_nom);
    for (const auto& role : roles) ecrire_case(sortie, role.name, largeur_du_role);
    clore_la_ligne(sortie, "acte");
    for (const auto& [permission, intitule, liens] : table) {
        ecrire_case(sortie, core::name_of(permission), largeur_du_nom);
        for (const auto un : liens) ecrire_case(sortie, core::name_of(un), largeur_du_role);
        clore_la_ligne(sortie, intitule);
    }
    return sortie;
}

template <class Table>
Lien lien_dans(const Table& table, Permission permission, std::size_t colonne) {
    const auto ligne = cherche(table, permission);
    return ligne == table.end() ? Lien::rien : ligne->liens[colonne];
}

}  // namespace

Lien lien(Permission permission, Role role) {
    const auto rang = static_cast<std::size_t>(role);
    if (programme_de(role) == Programme::portail)
        return lien_dans(portail::table, permission, rang);
    return lien_dans(dui::table, permission, rang - debut_du_dui);
}

std::string matrice(Programme programme) {
    constexpr std::size_t etroite = 11, large = 15;  // columns of a text
    static constexpr auto roles = names(Role{});
    const std::span tous{roles};
    if (programme == Programme::portail)
        return ecrire(portail::table, tous.first(debut_du_dui), etroite);
    return ecrire(dui::table, tous.subspan(debut_du_dui), large);
}

}  // namespace grappe::access
