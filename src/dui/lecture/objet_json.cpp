// Reads one line by Boost.JSON's parser of events: no tree is built.
#include "dui/lecture/objet_json.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>

#include "core/morceaux.hpp"

namespace grappe::lecture {

namespace json = boost::json;
using json::error_code;
using Texte = json::string_view;

// Receives the events of the parser.
class Recepteur {
public:
    static constexpr std::size_t max_object_size = octets_par_ligne;
    static constexpr std::size_t max_array_size = octets_par_ligne;
    static constexpr std::size_t max_key_size = octets_par_ligne;
    static constexpr std::size_t max_string_size = octets_par_ligne;

    Recepteur(ObjetJson& objet, std::string_view source) : objet_{objet}, morceaux_{source} {}

    bool sain() const { return sain_; }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) {
        if (niveau_ > 0) compliquer();
        ++niveau_;
        return true;
    }
    bool on_object_end(std::size_t, error_code&) {
        --niveau_;
        return true;
    }
    bool on_array_begin(error_code&) {
        sain_ = sain_ && niveau_ > 0;
        if (niveau_ == 1) {
            auto& champ = ajouter(Genre::textes);
            champ.premier = static_cast<std::uint32_t>(objet_.textes_.size());
        } else {
            compliquer();
        }
        ++niveau_;
        return true;
    }
    bool on_array_end(std::size_t, error_code&) {
        --niveau_;
        return true;
    }

    bool on_key_part(Texte part, std::size_t, error_code&) { return amasser(part); }
    bool on_key(Texte part, std::size_t, error_code&) {
        const auto cle = garder(part);
        if (niveau_ == 1) cle_ = cle;
        return true;
    }
    bool on_string_part(Texte part, std::size_t, error_code&) { return amasser(part); }
    bool on_string(Texte part, std::size_t, error_code&) {
        const auto texte = garder(part);
        sain_ = sain_ && texte.find('\0') == std::string_view::npos;
        if (niveau_ == 1)
            ajouter(Genre::texte).texte = texte;
        else
            ajouter_a_la_liste(texte);
        return true;
    }
    bool on_number_part(Texte, error_code&) { return true; }
    bool on_int64(std::int64_t valeur, Texte, error_code&) {
        if (niveau_ == 1)
            ajouter(Genre::entier).entier = valeur;
        else
            compliquer();
        return true;
    }
    bool on_uint64(std::uint64_t, Texte, error_code&) { return simple(Genre::nombre); }
    template <class Flottant>
    bool on_double(Flottant, Texte, error_code&) {
        return simple(Genre::nombre);
    }
    bool on_bool(bool valeur, error_code&) {
        if (niveau_ == 1)
            ajouter(Genre::booleen).vrai = valeur;
        else
            compliquer();
        return true;
    }
    bool on_null(error_code&) { return simple(Genre::nul); }
    bool on_comment_part(Texte, error_code&) { return true; }
    bool on_comment(Texte, error_code&) { return true; }

private:
    bool amasser(Texte part) {
        morceaux_.amasser({part.data(), part.size()});
        return true;
    }

    std::string_view garder(Texte part) {
        return morceaux_.finir({part.data(), part.size()}, objet_.decodes_);
    }

    bool simple(Genre genre) {
        if (niveau_ == 1)
            ajouter(genre);
        else
            compliquer();
        return true;
    }

    // Outside an object there is no field: the line is not one.
    Champ& ajouter(Genre genre) {
        sain_ = sain_ && niveau_ == 1;
        return objet_.champs_.emplace_back(Champ{.cle = cle_, .genre = genre});
    }

    void ajouter_a_la_liste(std::string_view texte) {
        if (niveau_ == 0) {
            sain_ = false;
            return;
        }
        auto& champ = objet_.champs_.back();
        if (niveau_ != 2 || champ.genre != Genre::textes) return compliquer();
        objet_.textes_.push_back(texte);
        ++champ.combien;
    }

    void compliquer() {
        if (niveau_ == 0)
            sain_ = false;
        else if (niveau_ == 1)
            ajouter(Genre::autre);
        else
            objet_.champs_.back().genre = Genre::autre;
    }

    ObjetJson& objet_;
    core::Morceaux morceaux_;
    std::string_view cle_;
    std::size_t niveau_ = 0;
    bool sain_ = true;
};

namespace {

bool nomme_deux_fois(std::span<const Champ> champs) {
    for (std::size_t n = 1; n < champs.size(); ++n)
        for (std::size_t avant = 0; avant < n; ++avant)
            if (champs[n].cle == champs[avant].cle) return true;
    return false;
}

}  // namespace

Lu ObjetJson::analyser(std::string_view ligne) {
    // Two by two they are compared: a line of a fact has a dozen.
    constexpr std::size_t champs_max = 200;
    champs_.clear();
    textes_.clear();
    decodes_.clear();
    if (ligne.size() > octets_par_ligne) return Lu::trop_long;
    json::parse_options options;
    options.max_depth = niveaux_max;
    json::basic_parser<Recepteur> lecteur{options, *this, ligne};
    error_code ec;
    const auto lus = lecteur.write_some(false, ligne.data(), ligne.size(), ec);
    if (ec || ligne.find_first_not_of(" \t\r\n", lus) != std::string_view::npos)
        return Lu::autre_chose;
    if (!lecteur.handler().sain()) return Lu::autre_chose;
    if (champs_.size() > champs_max) return Lu::trop_de_champs;
    return nomme_deux_fois(champs_) ? Lu::champ_repete : Lu::objet;
}

const Champ* ObjetJson::trouver(std::string_view cle) const {
    for (const auto& champ : champs_)
        if (champ.cle == cle) return champ.genre == Genre::nul ? nullptr : &champ;
    return nullptr;
}

std::span<const std::string_view> ObjetJson::textes(const Champ& champ) const {
    return std::span{textes_}.subspan(champ.premier, champ.combien);
}

}  // namespace grappe::lecture
