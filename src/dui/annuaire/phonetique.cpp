// From letters to sounds, the longest rule first.
#include "dui/annuaire/phonetique.hpp"

#include <algorithm>
#include <array>

namespace grappe::annuaire {
namespace {

// Where a rule holds: whatever follows; before e, i, y; where no vowel, n or m follows.
enum class Suite { libre, douce, sans_voyelle };

struct Regle {
    std::string_view lettres;
    Suite suite;
    std::string_view sons;
};

// In the order in which they are tried.
constexpr auto regles = std::to_array<Regle>({
    {"eau", Suite::libre, "o"},        {"oeu", Suite::libre, "e"},
    {"chr", Suite::libre, "kr"},       {"chl", Suite::libre, "kl"},
    {"sch", Suite::libre, "x"},        {"ain", Suite::sans_voyelle, "1"},
    {"ein", Suite::sans_voyelle, "1"}, {"aim", Suite::sans_voyelle, "1"},
    {"ill", Suite::libre, "i"},        {"in", Suite::sans_voyelle, "1"},
    {"im", Suite::sans_voyelle, "1"},  {"yn", Suite::sans_voyelle, "1"},
    {"ym", Suite::sans_voyelle, "1"},  {"un", Suite::sans_voyelle, "1"},
    {"um", Suite::sans_voyelle, "1"},  {"ean", Suite::sans_voyelle, "2"},
    {"an", Suite::sans_voyelle, "2"},  {"am", Suite::sans_voyelle, "2"},
    {"en", Suite::sans_voyelle, "2"},  {"em", Suite::sans_voyelle, "2"},
    {"on", Suite::sans_voyelle, "3"},  {"om", Suite::sans_voyelle, "3"},
    {"au", Suite::libre, "o"},         {"ou", Suite::libre, "w"},
    {"oi", Suite::libre, "wa"},        {"oy", Suite::libre, "wa"},
    {"ai", Suite::libre, "e"},         {"ay", Suite::libre, "e"},
    {"ei", Suite::libre, "e"},         {"ey", Suite::libre, "e"},
    {"eu", Suite::libre, "e"},         {"oe", Suite::libre, "e"},
    {"ph", Suite::libre, "f"},         {"ch", Suite::libre, "x"},
    {"sh", Suite::libre, "x"},         {"gn", Suite::libre, "n"},
    {"qu", Suite::libre, "k"},         {"gu", Suite::douce, "g"},
    {"ss", Suite::libre, "s"},         {"c", Suite::douce, "s"},
    {"c", Suite::libre, "k"},          {"q", Suite::libre, "k"},
    {"g", Suite::douce, "j"},          {"w", Suite::libre, "v"},
    {"y", Suite::libre, "i"},          {"h", Suite::libre, ""},
});

constexpr bool est_dans(std::string_view ensemble, char c) {
    return ensemble.find(c) != std::string_view::npos;
}

bool convient(const Regle& regle, std::string_view reste) {
    if (!reste.starts_with(regle.lettres)) return false;
    const char apres = reste.size() > regle.lettres.size() ? reste[regle.lettres.size()] : '\0';
    if (regle.suite == Suite::douce) return apres != '\0' && est_dans("eiy", apres);
    if (regle.suite == Suite::sans_voyelle) return apres == '\0' || !est_dans("aeiouynm", apres);
    return true;
}

// What is not heard at the end; E stands for é.
std::string sans_fin_muette(std::string_view lettres) {
    constexpr std::size_t court = 2;
    std::string mot{lettres};
    if (mot.size() > court + 1 &&
        (mot.ends_with("er") || mot.ends_with("ez") || mot.ends_with("et"))) {
        mot.resize(mot.size() - 2);
        return mot + 'E';
    }
    while (mot.size() > court && est_dans("stdxz", mot.back())) mot.pop_back();
    return mot;
}

std::string_view sons_d_une_lettre(const std::string& mot, std::size_t place) {
    constexpr std::string_view voyelles = "aeiouy";
    const bool entre_voyelles = place > 0 && est_dans(voyelles, mot[place - 1]) &&
                                place + 1 < mot.size() && est_dans(voyelles, mot[place + 1]);
    if (mot[place] == 's' && entre_voyelles) return "z";
    if (mot[place] == 'e' && place > 0) return "";
    if (mot[place] == 'E') return "e";
    return std::string_view{mot}.substr(place, 1);
}

}  // namespace

std::string sons_de(std::string_view lettres) {
    const auto mot = sans_fin_muette(lettres);
    std::string sons;
    for (std::size_t place = 0; place < mot.size();) {
        const auto reste = std::string_view{mot}.substr(place);
        const auto regle = std::find_if(regles.begin(), regles.end(),
                                        [&](const Regle& une) { return convient(une, reste); });
        const auto entendus = regle != regles.end() ? regle->sons : sons_d_une_lettre(mot, place);
        for (const char son : entendus)
            if (sons.empty() || sons.back() != son) sons += son;
        place += regle != regles.end() ? regle->lettres.size() : 1;
    }
    return sons;
}

}  // namespace grappe::annuaire
