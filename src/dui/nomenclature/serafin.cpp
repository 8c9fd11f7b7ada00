// Reading of the nomenclature and of its everyday words.
#include "dui/nomenclature/serafin.hpp"

#include <algorithm>
#include <array>

#include "core/csv.hpp"
#include "core/integer.hpp"
#include "core/texte.hpp"

namespace grappe::nomenclature {
namespace {

constexpr std::array<std::string_view, 27> mots_vides = {
    "a",  "au", "aux", "avec", "d",   "dans", "de", "des", "du",  "elle", "en",  "et", "il", "l",
    "la", "le", "les", "ou",   "par", "pour", "s",  "sa",  "ses", "son",  "sur", "un", "une"};

bool est_vide(std::string_view mot) {
    return std::find(mots_vides.begin(), mots_vides.end(), mot) != mots_vides.end();
}

bool est_d_un_mot(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

core::Refusal refus(std::int64_t ligne) {
    return core::refuse(core::Reason::invalid, "nomenclature.serafin", std::to_string(ligne));
}

std::optional<Intitule> intitule_de(const std::vector<std::string_view>& champs) {
    if (champs.size() != 6 || champs[0].empty() || champs[5].empty()) return std::nullopt;
    const auto niveau = core::integer<int>(champs[2]);
    const auto axe = core::named<Axe>(champs[3]);
    if (!niveau || !axe) return std::nullopt;
    return Intitule{.code = std::string{champs[0]},
                    .parent = std::string{champs[1]},
                    .libelle = std::string{champs[5]},
                    .jeu = std::string{champs[4]},
                    .axe = *axe,
                    .niveau = *niveau};
}

std::vector<std::string_view> coupe(std::string_view texte, char separateur) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto fin = texte.find(separateur);
        parts.push_back(texte.substr(0, fin));
        if (fin == std::string_view::npos) return parts;
        texte.remove_prefix(fin + 1);
    }
}

}  // namespace

std::vector<std::string> mots_de(std::string_view texte) {
    std::vector<std::string> mots;
    std::string mot;
    const auto finir = [&] {
        if (!mot.empty() && !est_vide(mot)) mots.push_back(mot);
        mot.clear();
    };
    for (const char c : core::fold(texte)) {
        if (est_d_un_mot(c))
            mot += c;
        else
            finir();
    }
    finir();
    return mots;
}

core::Result<Serafin> Serafin::lire(std::string_view intitules, std::string_view mots_usuels) {
    Serafin lue;
    if (const auto lus = lue.lire_intitules(intitules); !lus) return lus.error();
    if (const auto lus = lue.lire_mots_usuels(mots_usuels); !lus) return lus.error();
    return lue;
}

core::Result<void> Serafin::lire_intitules(std::string_view texte) {
    core::CsvReader lecteur{texte, ';'};
    for (bool entete = true;; entete = false) {
        const auto suite = lecteur.next();
        if (!suite) return refus(lecteur.line());
        if (!*suite) break;
        if (entete) continue;
        auto intitule = intitule_de(lecteur.fields());
        const bool place = intitule &&
                           (intitule->parent.empty() || trouver(intitule->parent) != nullptr) &&
                           trouver(intitule->code) == nullptr;
        if (!place) return refus(lecteur.line());
        mots_.push_back(mots_de(intitule->libelle));
        intitules_.push_back(*std::move(intitule));
    }
    if (intitules_.empty()) return refus(lecteur.line());
    return {};
}

core::Result<void> Serafin::lire_mots_usuels(std::string_view texte) {
    core::CsvReader lecteur{texte, ';'};
    for (bool entete = true;; entete = false) {
        const auto suite = lecteur.next();
        if (!suite) return refus(lecteur.line());
        if (!*suite) return {};
        if (entete) continue;
        const auto& champs = lecteur.fields();
        if (champs.size() != 2) return refus(lecteur.line());
        MotUsuel usuel{
            .ecrit = std::string{champs[0]}, .mots = mots_de(champs[0]), .intitules = {}};
        for (const auto code : coupe(champs[1], '|')) {
            const auto* intitule = trouver(code);
            if (intitule == nullptr) return refus(lecteur.line());
            usuel.intitules.push_back(static_cast<std::uint32_t>(intitule - intitules_.data()));
        }
        if (usuel.mots.empty()) return refus(lecteur.line());
        mots_usuels_.push_back(std::move(usuel));
    }
}

const Intitule* Serafin::trouver(std::string_view code) const {
    const auto trouve = std::find_if(intitules_.begin(), intitules_.end(),
                                     [code](const auto& un) { return un.code == code; });
    return trouve == intitules_.end() ? nullptr : &*trouve;
}

std::vector<const Intitule*> Serafin::enfants(std::string_view code) const {
    std::vector<const Intitule*> directs;
    for (const auto& un : intitules_)
        if (un.parent == code) directs.push_back(&un);
    return directs;
}

std::vector<const Intitule*> Serafin::chemin(std::string_view code) const {
    std::vector<const Intitule*> montee;
    for (const auto* un = trouver(code); un != nullptr; un = trouver(un->parent))
        montee.push_back(un);
    std::reverse(montee.begin(), montee.end());
    return montee;
}

}  // namespace grappe::nomenclature
