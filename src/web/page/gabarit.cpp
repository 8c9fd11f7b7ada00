// Reading of a template into ranks, and its filling.
#include "web/page/gabarit.hpp"

#include <algorithm>

#include "core/ensure.hpp"
#include "core/texte.hpp"
#include "web/page/gabarits.hpp"

namespace grappe::page {

struct Gabarit::Lecture {
    std::string_view reste;
    std::vector<Noeud> noeuds{};
    std::vector<std::size_t> ouvertes{};  // sections

    core::Refusal refus(std::string_view balise) const {
        return core::refuse(core::Reason::invalid, "gabarit.syntaxe", std::string{balise});
    }

    void ajouter(Genre genre, std::string_view texte) {
        if (genre != Genre::texte || !texte.empty())
            noeuds.push_back({.genre = genre, .texte = std::string{texte}});
    }

    // A line that holds nothing but the tags of sections is not written.
    static bool seule(std::string_view ligne) {
        bool balise = false;
        while (!ligne.empty()) {
            if (ligne.front() == ' ' || ligne.front() == '\t' || ligne.front() == '\r') {
                ligne.remove_prefix(1);
                continue;
            }
            const auto fin = ligne.find("}}");
            if (fin == ligne.npos || ligne.size() < 3 || !ligne.starts_with("{{")) return false;
            if (std::string_view{"#^/!"}.find(ligne[2]) == std::string_view::npos) return false;
            balise = true;
            ligne.remove_prefix(fin + 2);
        }
        return balise;
    }

    static std::string sans_lignes_seules(std::string_view texte) {
        std::string garde;
        while (!texte.empty()) {
            const auto fin = std::min(texte.find('\n'), texte.size() - 1) + 1;
            const auto ligne = texte.substr(0, fin);
            const bool finie = ligne.ends_with('\n');
            const bool tait = finie && seule(ligne.substr(0, ligne.size() - 1));
            garde += tait ? core::trimmed(ligne) : ligne;
            texte.remove_prefix(fin);
        }
        return garde;
    }

    core::Result<void> fermer(std::string_view nom) {
        if (ouvertes.empty() || noeuds[ouvertes.back()].texte != nom) return refus(nom);
        noeuds[ouvertes.back()].suite = noeuds.size();
        ouvertes.pop_back();
        ajouter(Genre::fin, nom);
        return {};
    }

    // What stands between the braces.
    core::Result<void> balise(std::string_view dedans) {
        const char signe = dedans.empty() ? ' ' : dedans.front();
        if (signe == '!') return {};
        const bool signee = std::string_view{"#^/{&"}.find(signe) != std::string_view::npos;
        const auto nom = core::trimmed(signee ? dedans.substr(1) : dedans);
        constexpr std::string_view lettres = "abcdefghijklmnopqrstuvwxyz0123456789_";
        if (nom.empty() || nom.find_first_not_of(lettres) != nom.npos) return refus(dedans);
        if (signe == '/') return fermer(nom);
        const bool section = signe == '#' || signe == '^';
        if (section) ouvertes.push_back(noeuds.size());
        ajouter(section ? (signe == '#' ? Genre::section : Genre::inverse)
                        : (signee ? Genre::brut : Genre::valeur),
                nom);
        return {};
    }

    core::Result<void> tout() {
        while (!reste.empty()) {
            const auto debut = std::min(reste.find("{{"), reste.size());
            ajouter(Genre::texte, reste.substr(0, debut));
            reste.remove_prefix(debut);
            if (reste.empty()) break;
            const std::string_view fermante = reste.starts_with("{{{") ? "}}}" : "}}";
            const auto fin = reste.find(fermante);
            if (fin == reste.npos) return refus(reste.substr(0, 40));
            if (auto lue = balise(reste.substr(2, fin - 2)); !lue) return lue;
            reste.remove_prefix(fin + fermante.size());
        }
        if (!ouvertes.empty()) return refus(noeuds[ouvertes.back()].texte);
        return {};
    }
};

core::Result<Gabarit> Gabarit::lire(std::string_view texte) {
    const auto utile = Lecture::sans_lignes_seules(texte);
    Lecture lecture{.reste = utile};
    if (const auto lue = lecture.tout(); !lue) return lue.error();
    Gabarit gabarit;
    gabarit.noeuds_ = std::move(lecture.noeuds);
    for (const auto& noeud : gabarit.noeuds_)
        if (noeud.genre == Genre::texte) gabarit.taille_ += noeud.texte.size();
    return gabarit;
}

namespace {

void echapper_dans(std::string& sortie, std::string_view texte) {
    while (!texte.empty()) {
        const auto sur = std::min(texte.find_first_of("&<>\"'"), texte.size());
        sortie.append(texte.substr(0, sur));
        texte.remove_prefix(sur);
        if (texte.empty()) return;
        const char c = texte.front();
        sortie += c == '&'   ? "&amp;"
                  : c == '<' ? "&lt;"
                  : c == '>' ? "&gt;"
                  : c == '"' ? "&quot;"
                             : "&#39;";
        texte.remove_prefix(1);
    }
}

// An empty text is false, so that a section can ask whether a text is there.
bool est_la(const Vue& vue) {
    const auto& contenu = vue.contenu();
    if (const auto* oui = std::get_if<bool>(&contenu)) return *oui;
    if (const auto* texte = std::get_if<std::string>(&contenu)) return !texte->empty();
    if (const auto* liste = std::get_if<Vue::Liste>(&contenu)) return !liste->empty();
    return true;
}

}  // namespace

struct Gabarit::Remplissage {
    const std::vector<Noeud>& noeuds;
    std::string& sortie;
    std::vector<const Vue*> autour{};  // the nearest last

    // Mustache prints nothing for an unknown name; here it is a mistake of ours.
    const Vue& chercher(const std::string& nom) const {
        for (auto vue = autour.rbegin(); vue != autour.rend(); ++vue)
            if (const auto* trouvee = (*vue)->trouver(nom)) return *trouvee;
        throw core::Bug{"template names a value that is absent: " + nom};
    }

    void ecrire(const Noeud& noeud) {
        const auto* texte = std::get_if<std::string>(&chercher(noeud.texte).contenu());
        if (texte == nullptr) return;
        if (noeud.genre == Genre::brut)
            sortie += *texte;
        else
            echapper_dans(sortie, *texte);
    }

    void dans(const Vue& vue, std::size_t debut, std::size_t fin) {
        autour.push_back(&vue);
        remplir(debut, fin);
        autour.pop_back();
    }

    void section(std::size_t rang) {
        const auto fin = noeuds[rang].suite;
        const auto& vue = chercher(noeuds[rang].texte);
        if (est_la(vue) != (noeuds[rang].genre == Genre::section)) return;
        if (noeuds[rang].genre == Genre::inverse) return remplir(rang + 1, fin);
        const auto* liste = std::get_if<Vue::Liste>(&vue.contenu());
        if (liste == nullptr) return dans(vue, rang + 1, fin);
        for (const auto& element : *liste) dans(element, rang + 1, fin);
    }

    void remplir(std::size_t debut, std::size_t fin) {
        for (auto rang = debut; rang < fin; ++rang) {
            const auto& noeud = noeuds[rang];
            if (noeud.genre == Genre::texte) {
                sortie += noeud.texte;
            } else if (noeud.genre == Genre::section || noeud.genre == Genre::inverse) {
                section(rang);
                rang = noeud.suite;
            } else if (noeud.genre != Genre::fin) {
                ecrire(noeud);
            }
        }
    }
};

std::string Gabarit::remplir(const Vue& vue) const {
    std::string sortie;
    sortie.reserve(4 * taille_);
    Remplissage remplissage{.noeuds = noeuds_, .sortie = sortie};
    remplissage.dans(vue, 0, noeuds_.size());
    return sortie;
}

std::string echapper(std::string_view texte) {
    std::string sur;
    sur.reserve(texte.size() + texte.size() / 8);
    echapper_dans(sur, texte);
    return sur;
}

}  // namespace grappe::page
