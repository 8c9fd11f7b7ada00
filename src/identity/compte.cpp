// Names of people.
#include "identity/compte.hpp"

#include "core/texte.hpp"

namespace grappe::identity {

std::string Compte::nom_affiche() const {
    if (nom.empty() && prenom.empty()) return courriel.text();
    return prenom + (prenom.empty() || nom.empty() ? "" : " ") + nom;
}

core::Result<std::string> lire_nom(std::string_view texte) {
    constexpr std::size_t octets_au_plus = 200;
    std::string nom;
    for (const char c : texte) {
        const bool espace = c == ' ' || (c >= 0 && c < ' ') || c == '\x7f';
        if (!espace)
            nom += c;
        else if (!nom.empty() && nom.back() != ' ')
            nom += ' ';
    }
    if (nom.ends_with(' ')) nom.pop_back();
    if (nom.empty()) return core::refuse(core::Reason::invalid, "nom.vide");
    if (nom.size() > octets_au_plus || !core::is_utf8(nom))
        return core::refuse(core::Reason::invalid, "nom.long");
    return nom;
}

}  // namespace grappe::identity
