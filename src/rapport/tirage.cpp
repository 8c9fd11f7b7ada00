// Drawing of leaves. Recipe: docs/rapport-d-usage.md.
#include "rapport/tirage.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_set>

#include "core/ensure.hpp"
#include "rapport/champs.hpp"
#include "rapport/rapport.hpp"

namespace grappe::rapport {
namespace {

constexpr std::size_t chiffres_de_graine = 256;
constexpr std::size_t octets_du_tirage = std::size_t{64} * 1024 * 1024;

// SHA-256 of a counter, read as four integers of 64 bits, the greatest byte first.
class Suite {
public:
    explicit Suite(std::string debut) : debut_{std::move(debut)} {}

    std::uint64_t prochain() {
        if (pris_ == 4) remplir();
        std::uint64_t valeur = 0;
        for (std::size_t rang = 0; rang < 8; ++rang) valeur = valeur << 8 | bloc_[pris_ * 8 + rang];
        ++pris_;
        return valeur;
    }

    // Below `borne`, each as likely: what would weigh on the first values is thrown away.
    std::int64_t sous(std::int64_t borne) {
        const auto b = static_cast<std::uint64_t>(borne);
        const auto reste = (0 - b) % b;  // 2^64 modulo b
        for (;;) {
            const auto valeur = prochain();
            if (reste == 0 || valeur < 0 - reste) return static_cast<std::int64_t>(valeur % b);
        }
    }

private:
    void remplir() {
        auto octets = debut_;
        for (int decalage = 56; decalage >= 0; decalage -= 8)
            octets.push_back(static_cast<char>(bloc_suivant_ >> decalage));
        bloc_ = sha_.de(octets);
        ++bloc_suivant_;
        pris_ = 0;
    }

    std::string debut_;
    Sha256 sha_;
    Empreinte bloc_{};
    std::uint64_t bloc_suivant_ = 0;
    std::size_t pris_ = 4;
};

std::vector<std::int64_t> toutes(std::int64_t feuilles) {
    std::vector<std::int64_t> rangs(static_cast<std::size_t>(feuilles));
    std::iota(rangs.begin(), rangs.end(), 0);
    return rangs;
}

Valeur numeros(const std::vector<std::int64_t>& feuilles) {
    Liste liste;
    for (const auto une : feuilles) liste.emplace_back().contenu = une;
    return {std::move(liste)};
}

std::vector<std::int64_t> lire_numeros(Champs& champs, Reproches& reproches) {
    std::vector<std::int64_t> lus;
    for (const auto& un : champs.liste("feuilles")) {
        const auto* numero = std::get_if<std::int64_t>(&un.contenu);
        const bool suit = numero != nullptr && (lus.empty() || *numero > lus.back());
        if (suit) lus.push_back(*numero);
        if (suit) continue;
        reproches.push_back({"rapport.champ", {{"champ", champs.sous("feuilles", lus.size())}}});
        break;
    }
    return lus;
}

}  // namespace

core::Result<std::string> lire_graine(std::string_view texte) {
    std::string graine;
    for (char signe : texte) {
        if (signe >= 'A' && signe <= 'F') signe = static_cast<char>(signe - 'A' + 'a');
        if (!((signe >= '0' && signe <= '9') || (signe >= 'a' && signe <= 'f'))) break;
        graine += signe;
    }
    const bool juste =
        graine.size() == texte.size() && !graine.empty() && graine.size() <= chiffres_de_graine;
    if (!juste) return core::refuse(core::Reason::invalid, "tirage.graine");
    return graine;
}

core::Result<std::string> lire_graine_ecrite(std::string_view texte) {
    auto graine = lire_graine(texte);
    if (graine && *graine != texte) return core::refuse(core::Reason::invalid, "tirage.graine");
    return graine;
}

Tirage tirer(const Urne& urne, const std::string& graine, std::int64_t nombre) {
    core::ensure(nombre > 0 && urne.feuilles >= 0, "a draw of something");
    Tirage tirage{.rapport = urne.rapport, .graine = graine, .nombre = nombre, .feuilles = {}};
    if (nombre >= urne.feuilles) {
        tirage.feuilles = toutes(urne.feuilles);
        return tirage;
    }
    Suite suite{std::string{format_du_tirage} + "\n" + en_texte(urne.rapport) + "\n" + graine +
                "\n"};
    std::unordered_set<std::int64_t> tirees;
    while (static_cast<std::int64_t>(tirees.size()) < nombre) {
        const auto une = suite.sous(urne.feuilles);
        if (tirees.insert(une).second) tirage.feuilles.push_back(une);
    }
    std::sort(tirage.feuilles.begin(), tirage.feuilles.end());
    return tirage;
}

std::string ecrire(const Tirage& tirage) {
    return ecrire_canonique({Objet{{"feuilles", numeros(tirage.feuilles)},
                                   {"format", {std::string{format_du_tirage}}},
                                   {"graine", {tirage.graine}},
                                   {"nombre", {tirage.nombre}},
                                   {"rapport", {en_texte(tirage.rapport)}}}});
}

LectureDeTirage lire_tirage(std::string_view octets) {
    LectureDeTirage lecture;
    // A file that an editor or a shell ended with a line feed is the same draw.
    while (octets.ends_with('\n') || octets.ends_with('\r')) octets.remove_suffix(1);
    const auto valeur = lire_canonique(octets.substr(0, octets_du_tirage));
    if (!valeur) {
        lecture.lisible = est_du_json(octets);
        lecture.reproches.push_back({"tirage.forme", {{"octet", valeur.error().detail}}});
        return lecture;
    }
    lecture.lisible = true;
    Champs champs{*valeur, "", lecture.reproches};
    if (champs.texte("format") != format_du_tirage)
        lecture.reproches.push_back(
            {"rapport.format", {{"format", std::string{format_du_tirage}}}});
    lecture.tirage = {.rapport = champs.empreinte("rapport"),
                      .graine = champs.lu("graine", std::string{}, lire_graine_ecrite),
                      .nombre = champs.nombre("nombre"),
                      .feuilles = lire_numeros(champs, lecture.reproches)};
    if (lecture.tirage.nombre < 1)
        lecture.reproches.push_back({"rapport.champ", {{"champ", std::string{"nombre"}}}});
    champs.finir();
    return lecture;
}

}  // namespace grappe::rapport
