// Reading of minima and amounts, and the sum of stated points.
#include "portail/comite/enonce.hpp"

#include <algorithm>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "portail/comite/scenario.hpp"

namespace grappe::comite {
namespace {

constexpr std::size_t decimales_au_plus = 4;

// Without the spaces, breakable or not, that separate thousands.
std::string sans_espaces(std::string_view texte) {
    std::string serre;
    for (std::size_t i = 0; i < texte.size(); ++i) {
        const auto reste = texte.substr(i);
        if (reste.starts_with("\u00a0")) {
            ++i;
        } else if (reste.starts_with("\u202f") || reste.starts_with("€")) {
            i += 2;
        } else if (texte[i] != ' ' && texte[i] != '%') {
            serre += texte[i];
        }
    }
    return serre;
}

std::optional<core::Fraction> lire_quotient(std::string_view texte, std::size_t barre) {
    const auto haut = core::integer<std::int64_t>(texte.substr(0, barre));
    const auto bas = core::integer<std::int64_t>(texte.substr(barre + 1));
    if (!haut || !bas || *bas <= 0) return std::nullopt;
    return core::Fraction{*haut, *bas};
}

// "12,5": twelve percent and a half.
std::optional<core::Fraction> lire_part(std::string texte) {
    if (const auto barre = texte.find('/'); barre != std::string::npos)
        return lire_quotient(texte, barre);
    std::ranges::replace(texte, ',', '.');
    const auto point = texte.find('.');
    const auto decimales = point == std::string::npos ? std::size_t{0} : texte.size() - point - 1;
    if (decimales > decimales_au_plus || (point != std::string::npos && decimales == 0))
        return std::nullopt;
    if (point != std::string::npos) texte.erase(point, 1);
    const auto valeur = core::integer<std::int64_t>(texte);
    if (!valeur || *valeur < 0) return std::nullopt;
    std::int64_t bas = 100;
    for (std::size_t i = 0; i < decimales; ++i) bas *= 10;
    return core::Fraction{*valeur, bas};
}

// Percent when two decimals are enough, else a quotient.
std::string ecrire_part(const core::Fraction& part) {
    const auto centiemes = part * core::Fraction::whole(10'000);
    if (centiemes.denominator() != 1)
        return std::to_string(static_cast<std::int64_t>(part.numerator())) + "/" +
               std::to_string(static_cast<std::int64_t>(part.denominator()));
    const auto valeur = centiemes.rounded_down();
    auto texte = std::to_string(valeur / 100);
    if (valeur % 100 != 0) {
        const auto suite = std::to_string(100 + valeur % 100).substr(1);
        texte += "," + (suite.back() == '0' ? suite.substr(0, 1) : suite);
    }
    return texte;
}

}  // namespace

MinimumDit ecrire_minimum(const proposition::Minimum& minimum) {
    if (const auto* part = std::get_if<core::Fraction>(&minimum))
        return {"part", ecrire_part(*part)};
    if (const auto* montant = std::get_if<core::Money>(&minimum))
        return {"montant", montant->text()};
    return {"nombre", std::to_string(std::get<proposition::NombreDeDossiers>(minimum).nombre)};
}

std::optional<proposition::Minimum> lire_minimum(const MinimumDit& dit) {
    if (dit.unite == "montant") return lire_montant(dit.combien);
    const auto combien = sans_espaces(dit.combien);
    if (dit.unite == "part") return lire_part(combien);
    const auto nombre = core::integer<std::int64_t>(combien);
    if (dit.unite != "nombre" || !nombre) return std::nullopt;
    return proposition::NombreDeDossiers{*nombre};
}

std::optional<core::Money> lire_montant(std::string_view texte) {
    auto serre = sans_espaces(texte);
    std::ranges::replace(serre, ',', '.');
    const auto lu = core::Money::parse(serre);
    if (!lu) return std::nullopt;
    return *lu;
}

PointsDits points_de(const Candidat& candidat, const std::map<std::string, Presente>& constats,
                     const PourCompter& pour) {
    const auto& [enonce, criteres, phrases] = pour;
    if (enonce.sans_priorite()) return {1, phrases.rendre("comite.points.un_chacun", {})};
    PointsDits dits;
    const auto compter = [&](std::int64_t points, std::string_view code, rules::Faits faits) {
        faits.push_back({"points", points});
        dits.points += points;
        dits.detail.append(dits.detail.empty() ? "" : ", ").append(phrases.rendre(code, faits));
    };
    if (const auto siens = enonce.points.find(candidat.dossier.id); siens != enonce.points.end())
        compter(siens->second, "comite.points.enonces", {});
    for (const auto& [critere, constat, points] : enonce.poids) {
        const auto trouve = constats.find(critere);
        if (trouve == constats.end() || trouve->second != constat) continue;
        const auto dit = std::ranges::find(criteres, critere, &programme::Enonce::nom);
        compter(
            points, "comite.points.poids",
            {{"critere", dit == criteres.end() ? critere : dit->texte},
             {"constat", cle_dite(Genre::critere, std::string{core::name_of(constat)}, phrases)}});
    }
    if (enonce.par_essms != 0)
        compter(enonce.par_essms * candidat.essms, "comite.points.essms",
                {{"essms", std::int64_t{candidat.essms}}});
    return dits;
}

}  // namespace grappe::comite
