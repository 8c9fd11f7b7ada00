// The odd identity traits.
#include "dui/lecture/traits_ins.hpp"

#include <algorithm>

#include "core/nir.hpp"
#include "dui/lecture/ligne.hpp"

namespace grappe::lecture {
namespace {

bool est_du_jeu_ins(std::string_view nom) {
    return nom.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ -'") == std::string_view::npos;
}

// The official geographic code: 75056, 2A004, 99109 for a country.
bool est_un_code_de_lieu(std::string_view lieu) {
    constexpr std::size_t longueur = 5;
    return lieu.size() == longueur &&
           lieu.find_first_not_of("0123456789AB") == std::string_view::npos;
}

}  // namespace

void avertir_des_traits(const TraitsLus& traits, std::vector<Faute>& avertissements) {
    const auto avertir = [&](std::string_view champ, std::string_view code) {
        avertissements.push_back({champ, std::string{code}});
    };
    if (traits.nom && !est_du_jeu_ins(*traits.nom)) avertir("nom_naissance", "import.hors_jeu_ins");
    if (!std::all_of(traits.prenoms.begin(), traits.prenoms.end(), est_du_jeu_ins))
        avertir("prenoms", "import.hors_jeu_ins");
    if (traits.lieu && !est_un_code_de_lieu(*traits.lieu))
        avertir("lieu_naissance", "import.lieu_sans_code");
    if (traits.matricule && !core::Nir::parse(*traits.matricule))
        avertir("matricule_ins", "import.matricule_douteux");
}

}  // namespace grappe::lecture
