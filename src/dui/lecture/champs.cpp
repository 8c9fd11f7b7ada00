// Reading of each kind of field.
#include "dui/lecture/champs.hpp"

namespace grappe::lecture {

using fait::Etat;
using fait::Unite;

std::optional<std::string_view> Champs::texte(std::string_view cle, Presence presence) {
    const auto* champ = attendu(cle, presence);
    if (champ == nullptr) return std::nullopt;
    if (champ->genre != Genre::texte) return fautif(cle, "import.texte_attendu");
    return champ->texte;
}

bool Champs::vrai(std::string_view cle, bool sinon) {
    const auto* champ = objet_.trouver(cle);
    if (champ == nullptr) return sinon;
    if (champ->genre != Genre::booleen) fautif(cle, "import.booleen_attendu");
    return champ->vrai;
}

std::optional<fait::Repere> Champs::repere(std::string_view cle, Unite unite, Presence presence) {
    const auto* champ = attendu(cle, presence);
    if (champ == nullptr) return std::nullopt;
    const auto lu =
        champ->genre == Genre::texte ? fait::repere_de(champ->texte, unite) : std::nullopt;
    if (!lu) fautif(cle, unite == Unite::jour ? "import.jour_attendu" : "import.instant_attendu");
    return lu;
}

Etat Champs::mot(std::string_view cle, fait::Type type) {
    const auto lu = texte(cle, Presence::requis);
    if (!lu) return Etat::aucun;
    const auto etat = core::named<Etat>(*lu);
    if (etat && fait::admet(type, *etat)) return *etat;
    fautif(cle, "import.mot." + std::string{core::name_of(type)});
    return Etat::aucun;
}

std::span<const std::string_view> Champs::textes(std::string_view cle) {
    const auto* champ = attendu(cle, Presence::requis);
    if (champ == nullptr) return {};
    if (champ->genre == Genre::textes) return objet_.textes(*champ);
    fautif(cle, "import.liste_attendue");
    return {};
}

std::optional<std::int64_t> Champs::combien(std::string_view cle) {
    const auto* champ = attendu(cle, Presence::requis);
    if (champ == nullptr) return std::nullopt;
    if (champ->genre == Genre::entier && champ->entier >= 0) return champ->entier;
    return fautif(cle, "import.nombre_attendu");
}

std::optional<core::Finess> Champs::finess(std::string_view cle) {
    const auto lu = texte(cle, Presence::requis);
    if (!lu) return std::nullopt;
    auto numero = core::Finess::parse(*lu);
    if (!numero) return fautif(cle, numero.error().code);
    if (!numero->has_valid_key()) return fautif(cle, "import.finess_cle");
    return *std::move(numero);
}

std::nullopt_t Champs::fautif(std::string_view cle, std::string code) {
    fautes_.push_back({cle, std::move(code)});
    return std::nullopt;
}

const Champ* Champs::attendu(std::string_view cle, Presence presence) {
    const auto* champ = objet_.trouver(cle);
    if (champ == nullptr && presence == Presence::requis) fautif(cle, "import.absent");
    return champ;
}

}  // namespace grappe::lecture
