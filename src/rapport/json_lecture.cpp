// Reading of canonical JSON: the first byte that could be written otherwise stops it.
#include "core/json_text.hpp"
#include "core/texte.hpp"
#include "rapport/json.hpp"

namespace grappe::rapport {
namespace {

class Lecteur {
public:
    explicit Lecteur(std::string_view octets) : octets_{octets} {}

    core::Result<Valeur> lire() {
        Valeur valeur{std::int64_t{0}};
        if (!lire_valeur(valeur, 0) || ou_ != octets_.size())
            return core::refuse(core::Reason::invalid, "rapport.forme", std::to_string(ou_));
        return valeur;
    }

private:
    char ici() const { return ou_ < octets_.size() ? octets_[ou_] : '\0'; }
    bool passer(char signe) {
        if (ou_ >= octets_.size() || octets_[ou_] != signe) return false;
        ++ou_;
        return true;
    }

    bool lire_valeur(Valeur& valeur, int profondeur) {
        if (profondeur >= profondeur_permise) return false;
        switch (ici()) {
            case '{':
                return lire_objet(valeur.contenu.emplace<Objet>(), profondeur);
            case '[':
                return lire_liste(valeur.contenu.emplace<Liste>(), profondeur);
            case '"':
                return lire_texte(valeur.contenu.emplace<std::string>());
            default:
                return lire_nombre(valeur.contenu.emplace<std::int64_t>());
        }
    }

    bool lire_liste(Liste& liste, int profondeur) {
        passer('[');
        if (passer(']')) return true;
        do {
            liste.push_back({std::int64_t{0}});
            if (!lire_valeur(liste.back(), profondeur + 1)) return false;
        } while (passer(','));
        return passer(']');
    }

    bool lire_objet(Objet& objet, int profondeur) {
        passer('{');
        if (passer('}')) return true;
        do {
            std::string nom;
            if (!lire_nom(nom)) return false;
            if (!objet.empty() && nom <= objet.back().nom) return false;
            objet.push_back({std::move(nom), {std::int64_t{0}}});
            if (!passer(':') || !lire_valeur(objet.back().valeur, profondeur + 1)) return false;
        } while (passer(','));
        return passer('}');
    }

    bool lire_nom(std::string& nom) {
        if (!passer('"')) return false;
        const auto debut = ou_;
        const auto de_nom = [](char signe) {
            return (signe >= 'a' && signe <= 'z') || (signe >= '0' && signe <= '9') || signe == '_';
        };
        while (de_nom(ici())) ++ou_;
        nom = octets_.substr(debut, ou_ - debut);
        return !nom.empty() && passer('"');
    }

    // The text is undone, then written again: only the one way of writing it is accepted.
    bool lire_texte(std::string& texte) {
        const auto debut = ou_++;
        while (ou_ < octets_.size() && octets_[ou_] != '"')
            if (!lire_signe(texte)) return false;
        if (!passer('"')) return false;
        std::string ecrit;
        core::append_json(ecrit, texte);
        const bool meme = ecrit == octets_.substr(debut, ou_ - debut) && core::is_utf8(texte);
        if (!meme) ou_ = debut;
        return meme;
    }

    bool lire_signe(std::string& texte) {
        if (!passer('\\')) {
            texte += octets_[ou_++];
            return true;
        }
        constexpr std::string_view noms = "\"\\btnfr", signes = "\"\\\b\t\n\f\r";
        const auto rang = noms.find(ici());
        if (ici() == 'u') return lire_code(texte);
        if (ici() == '\0' || rang == std::string_view::npos) return false;
        texte += signes[rang];
        ++ou_;
        return true;
    }

    // "\u00xx": the only characters written by their code are below 32.
    bool lire_code(std::string& texte) {
        constexpr std::string_view hexa = "0123456789abcdef";
        if (octets_.substr(ou_, 3) != "u00" || octets_.size() < ou_ + 5) return false;
        const auto haut = hexa.find(octets_[ou_ + 3]), bas = hexa.find(octets_[ou_ + 4]);
        if (haut > 1 || bas == std::string_view::npos) return false;
        texte += static_cast<char>(haut * 16 + bas);
        ou_ += 5;
        return true;
    }

    bool lire_nombre(std::int64_t& nombre) {
        const auto debut = ou_;
        while (ici() >= '0' && ici() <= '9') {
            nombre = nombre * 10 + (octets_[ou_++] - '0');
            if (nombre > plus_grand_nombre) return false;
        }
        const auto chiffres = ou_ - debut;
        return chiffres == 1 || (chiffres > 1 && octets_[debut] != '0');
    }

    std::string_view octets_;
    std::size_t ou_ = 0;
};

}  // namespace

core::Result<Valeur> lire_canonique(std::string_view octets) { return Lecteur{octets}.lire(); }

}  // namespace grappe::rapport
