// Length first; then what guessers try first. Contract: twelve characters at least.
#include "identity/regles_mot_de_passe.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "core/texte.hpp"

namespace grappe::identity {
namespace {

constexpr std::size_t caracteres_au_moins = 12, octets_au_plus = 1000, restes_au_moins = 6;

// Of twelve characters and more, from the lists that circulate; compared without case or accents.
constexpr std::array<std::string_view, 30> courants{"123456789012",
                                                    "1234567890123",
                                                    "012345678901",
                                                    "0123456789012",
                                                    "1234567891011",
                                                    "123456789123",
                                                    "987654321098",
                                                    "112233445566",
                                                    "111222333444",
                                                    "123123123123",
                                                    "123456123456",
                                                    "azertyuiopqs",
                                                    "azertyuiop123",
                                                    "azertyuiopqsdfghjklm",
                                                    "qwertyuiopas",
                                                    "qwertyuiop123",
                                                    "qwertyuiopasdfghjklzxcvbnm",
                                                    "azerty123456",
                                                    "qwerty123456",
                                                    "motdepasse12",
                                                    "motdepasse123",
                                                    "motdepasse1234",
                                                    "password1234",
                                                    "password12345",
                                                    "password123456",
                                                    "passwordpassword",
                                                    "administrateur",
                                                    "administrator",
                                                    "abcdefghijkl",
                                                    "bonjourbonjour"};

// "aaaaaaaaaaaa", "abababababab": very few different characters.
bool se_repete(std::string_view plie) {
    constexpr std::size_t differents_au_moins = 4;
    return std::set<char>(plie.begin(), plie.end()).size() < differents_au_moins;
}

bool est_lettre(char c) { return (c >= 'a' && c <= 'z') || c < 0; }

// The words of four letters and more, folded: "jean.dupont@x.fr" gives "jean", "dupont".
void ajouter_les_mots(std::vector<std::string>& mots, std::string_view texte) {
    constexpr std::size_t lettres_au_moins = 4;
    std::string mot;
    for (const char c : core::fold(texte) + " ") {
        if (est_lettre(c)) {
            mot += c;
            continue;
        }
        if (mot.size() >= lettres_au_moins) mots.push_back(mot);
        mot.clear();
    }
}

// What is left of the letters once the account's words are taken away.
std::size_t lettres_restantes(std::string plie, const std::vector<std::string>& mots) {
    for (const auto& mot : mots)
        for (auto ou = plie.find(mot); ou != std::string::npos; ou = plie.find(mot))
            plie.replace(ou, mot.size(), "");
    return plie.size();
}

core::Refusal refus(const char* code) { return core::refuse(core::Reason::invalid, code); }

}  // namespace

core::Result<void> accepter_mot_de_passe(const Secret& mot_de_passe,
                                         const std::vector<std::string>& mots_du_compte) {
    const auto& clair = mot_de_passe.reveal();
    if (core::caracteres(clair) < caracteres_au_moins) return refus("mot_de_passe.court");
    if (clair.size() > octets_au_plus) return refus("mot_de_passe.long");
    const auto plie = core::fold(clair);
    if (std::find(courants.begin(), courants.end(), plie) != courants.end() || se_repete(plie))
        return refus("mot_de_passe.courant");
    std::vector<std::string> mots;
    for (const auto& texte : mots_du_compte) ajouter_les_mots(mots, texte);
    std::sort(mots.begin(), mots.end(),
              [](const auto& un, const auto& autre) { return un.size() > autre.size(); });
    const auto restent = lettres_restantes(plie, mots);
    if (restent < restes_au_moins && restent < plie.size()) return refus("mot_de_passe.personnel");
    return {};
}

}  // namespace grappe::identity
