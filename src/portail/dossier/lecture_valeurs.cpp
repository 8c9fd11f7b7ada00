// Readers of single values: nothing is cleaned or guessed here (pages and imports clean first).
#include "portail/dossier/lecture_valeurs.hpp"

#include <algorithm>
#include <charconv>

#include "core/texte.hpp"
#include "portail/dossier/champs.hpp"
#include "portail/programme/mots.hpp"
#include "rules/regle.hpp"

namespace grappe::dossier {
namespace {

// An accented letter takes two bytes: nine characters are of the right length, one is wrong.
std::string_view sans_compter_les_octets(std::string_view code, std::string_view brut) {
    const bool neuf = code == "dossier.finess.longueur" && core::caracteres(brut) == 9;
    return neuf ? std::string_view{"dossier.finess.caractere"} : code;
}

// Parses a text by `T::parse`; a refusal takes its own code where it has one here.
template <class T>
std::optional<T> valeur_de(Lecteur& lecteur, const Lieu& lieu, std::string_view prefixe) {
    const auto brut = texte_brut(lecteur, lieu);
    if (!brut) return std::nullopt;
    auto valeur = T::parse(*brut);
    if (valeur) return *std::move(valeur);
    static constexpr std::array connues{std::string_view{"dossier.date.forme"},
                                        std::string_view{"dossier.date.impossible"},
                                        std::string_view{"dossier.instant.forme"},
                                        std::string_view{"dossier.instant.sans_fuseau"},
                                        std::string_view{"dossier.finess.longueur"},
                                        std::string_view{"dossier.finess.caractere"},
                                        std::string_view{"dossier.finess.prefixe"},
                                        std::string_view{"dossier.siret.forme"},
                                        std::string_view{"dossier.montant.forme"},
                                        std::string_view{"dossier.montant.trop_grand"}};
    const auto* code = std::ranges::find(connues, "dossier." + valeur.error().code);
    lecteur.refuser(lieu, code == connues.end() ? prefixe : sans_compter_les_octets(*code, *brut),
                    {{"longueur", static_cast<std::int64_t>(core::caracteres(*brut))}});
    return std::nullopt;
}

struct Bornes {
    int minimum, maximum;
};

std::optional<int> entier(Lecteur& lecteur, const Lieu& lieu, Bornes bornes) {
    const auto refuser = [&](std::string_view code) {
        lecteur.refuser(lieu, code,
                        {{"minimum", std::to_string(bornes.minimum)},
                         {"maximum", std::to_string(bornes.maximum)}});
        return std::nullopt;
    };
    if (lieu.noeud.genre != Noeud::Genre::entier) return refuser("dossier.attendu_entier");
    int valeur = 0;
    const auto ecrit = lieu.noeud.texte;
    const auto lu = std::from_chars(ecrit.data(), ecrit.data() + ecrit.size(), valeur);
    if (lu.ec != std::errc{} || valeur < bornes.minimum || valeur > bornes.maximum)
        return refuser("dossier.entier_hors_bornes");
    return valeur;
}

std::optional<std::string> mot_parmi(Lecteur& lecteur, const Lieu& lieu,
                                     const std::vector<std::string_view>& admis) {
    const auto brut = texte_brut(lecteur, lieu);
    if (!brut) return std::nullopt;
    if (std::ranges::find(admis, *brut) != admis.end()) return std::string{*brut};
    refuser_mot(lecteur, lieu, admis);
    return std::nullopt;
}

std::optional<std::string> famille_dsr(Lecteur& lecteur, const Lieu& lieu) {
    return mot_parmi(lecteur, lieu, programme::familles_dsr());
}

std::vector<std::string_view> types_de_pieces() {
    using enum rules::RegleId;
    std::vector<std::string_view> types;
    for (const auto& regle : names(rules::RegleId{}))
        if (regle.value >= doc_01 && regle.value <= doc_19) types.push_back(regle.name);
    return types;
}

bool region_connue(const referentiels::Territoires& territoires, std::string_view code) {
    return territoires.ars_de_region(code) != nullptr ||
           std::ranges::any_of(territoires.departements(),
                               [&](const auto& d) { return d.region == code; });
}

}  // namespace

std::optional<std::string> texte(Lecteur& lecteur, const Lieu& lieu) {
    const auto brut = texte_brut(lecteur, lieu);
    if (!brut) return std::nullopt;
    return std::string{*brut};
}

std::optional<bool> booleen(Lecteur& lecteur, const Lieu& lieu) {
    if (lieu.noeud.genre == Noeud::Genre::booleen) return lieu.noeud.texte == "true";
    lecteur.refuser(lieu, "dossier.attendu_booleen", {});
    return std::nullopt;
}

std::optional<int> compte(Lecteur& lecteur, const Lieu& lieu) {
    return entier(lecteur, lieu, {0, 1'000'000});
}

std::optional<int> annee(Lecteur& lecteur, const Lieu& lieu) {
    return entier(lecteur, lieu, {1900, 2999});
}

std::optional<core::Money> montant(Lecteur& lecteur, const Lieu& lieu) {
    return valeur_de<core::Money>(lecteur, lieu, "dossier.montant.forme");
}

std::optional<std::int64_t> heures(Lecteur& lecteur, const Lieu& lieu) {
    const auto brut = texte_brut(lecteur, lieu);
    if (!brut) return std::nullopt;
    // Hours are written as amounts are: up to two decimals.
    if (const auto centiemes = core::Money::parse(*brut)) return centiemes->in_cents();
    lecteur.refuser(lieu, "dossier.heures_forme", {});
    return std::nullopt;
}

std::optional<core::Date> date(Lecteur& lecteur, const Lieu& lieu) {
    return valeur_de<core::Date>(lecteur, lieu, "dossier.date.forme");
}

std::optional<core::Instant> instant(Lecteur& lecteur, const Lieu& lieu) {
    return valeur_de<core::Instant>(lecteur, lieu, "dossier.instant.forme");
}

std::optional<core::Finess> finess(Lecteur& lecteur, const Lieu& lieu) {
    return valeur_de<core::Finess>(lecteur, lieu, "dossier.finess.caractere");
}

std::optional<core::Siret> siret(Lecteur& lecteur, const Lieu& lieu) {
    return valeur_de<core::Siret>(lecteur, lieu, "dossier.siret.forme");
}

std::optional<std::string> departement(Lecteur& lecteur, const Lieu& lieu) {
    const auto brut = texte_brut(lecteur, lieu);
    if (!brut) return std::nullopt;
    if (lecteur.options().territoires.departement(*brut)) return std::string{*brut};
    lecteur.refuser(lieu, "dossier.departement_inconnu", {});
    return std::nullopt;
}

std::optional<std::string> region(Lecteur& lecteur, const Lieu& lieu) {
    const auto brut = texte_brut(lecteur, lieu);
    if (!brut) return std::nullopt;
    if (region_connue(lecteur.options().territoires, *brut)) return std::string{*brut};
    lecteur.refuser(lieu, "dossier.region_inconnue", {});
    return std::nullopt;
}

std::optional<std::string> financeur(Lecteur& lecteur, const Lieu& lieu) {
    return mot_parmi(lecteur, lieu, programme::financeurs());
}

std::optional<std::string> piece(Lecteur& lecteur, const Lieu& lieu) {
    static const std::vector<std::string_view> admis = types_de_pieces();
    return mot_parmi(lecteur, lieu, admis);
}

std::optional<std::vector<std::string>> familles_dsr(Lecteur& lecteur, const Lieu& lieu) {
    if (lieu.noeud.genre == Noeud::Genre::liste) return liste<famille_dsr>(lecteur, lieu);
    auto seule = famille_dsr(lecteur, lieu);
    if (!seule) return std::nullopt;
    return std::vector{*std::move(seule)};
}

}  // namespace grappe::dossier
