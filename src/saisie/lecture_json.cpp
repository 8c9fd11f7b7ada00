// JSON text to neutral tree, over Boost.JSON's parser of events.
#include "saisie/lecture_json.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <set>
#include <utility>

#include "arbre/accent.hpp"
#include "core/texte.hpp"

namespace grappe::saisie {
namespace {

namespace json = boost::json;
using json::error_code;
using Texte = json::string_view;
using Genre = Noeud::Genre;

constexpr std::size_t profondeur_max = 16;

class Constructeur {
public:
    static constexpr std::size_t max_object_size = octets_de_json;
    static constexpr std::size_t max_array_size = octets_de_json;
    static constexpr std::size_t max_key_size = octets_de_json;
    static constexpr std::size_t max_string_size = octets_de_json;

    Noeud racine() && { return std::move(racine_); }
    bool cle_repetee() const { return cle_repetee_; }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return ouvrir(Genre::table); }
    bool on_object_end(std::size_t, error_code&) { return fermer(); }
    bool on_array_begin(error_code&) { return ouvrir(Genre::liste); }
    bool on_array_end(std::size_t, error_code&) { return fermer(); }
    bool on_key_part(Texte part, std::size_t, error_code&) { return amasser(part); }
    bool on_key(Texte part, std::size_t, error_code& ec) {
        amasser(part);
        auto& ouvert = ouverts_.back();
        ouvert.cle = std::exchange(amas_, {});
        cle_repetee_ = !ouvert.vues.insert(ouvert.cle).second;
        if (cle_repetee_) ec = json::error::syntax;
        return !cle_repetee_;
    }
    bool on_string_part(Texte part, std::size_t, error_code&) { return amasser(part); }
    bool on_string(Texte part, std::size_t, error_code&) {
        amasser(part);
        Noeud noeud{.genre = Genre::texte};
        noeud.texte = std::exchange(amas_, {});
        return ajouter(std::move(noeud));
    }
    bool on_number_part(Texte, error_code&) { return true; }
    bool on_int64(std::int64_t valeur, Texte, error_code&) {
        Noeud noeud{.genre = Genre::entier};
        noeud.entier = valeur;
        return ajouter(std::move(noeud));
    }
    bool on_uint64(std::uint64_t, Texte, error_code&) { return ajouter({.genre = Genre::autre}); }
    // The parser gives a floating value, which nobody reads.
    template <class Flottant>
    bool on_double(Flottant, Texte, error_code&) {
        return ajouter({.genre = Genre::autre});
    }
    bool on_bool(bool valeur, error_code&) {
        Noeud noeud{.genre = Genre::booleen};
        noeud.booleen = valeur;
        return ajouter(std::move(noeud));
    }
    bool on_null(error_code&) {
        if (!ouverts_.empty() && ouverts_.back().noeud.genre == Genre::table) return true;
        return ajouter({.genre = Genre::autre});
    }
    bool on_comment_part(Texte, error_code&) { return true; }
    bool on_comment(Texte, error_code&) { return true; }

private:
    struct Ouvert {
        Noeud noeud;
        std::string cle;  // of the member that is being read
        std::set<std::string> vues;
    };

    bool amasser(Texte part) {
        amas_.append(part.data(), part.size());
        return true;
    }

    bool ajouter(Noeud noeud) {
        if (ouverts_.empty()) {
            racine_ = std::move(noeud);
            return true;
        }
        auto& ouvert = ouverts_.back();
        if (ouvert.noeud.genre == Genre::liste)
            ouvert.noeud.elements.push_back(std::move(noeud));
        else
            ouvert.noeud.membres.push_back({std::move(ouvert.cle), std::move(noeud)});
        return true;
    }

    bool ouvrir(Genre genre) {
        ouverts_.push_back({.noeud = {.genre = genre}, .cle = {}, .vues = {}});
        return true;
    }

    bool fermer() {
        auto noeud = std::move(ouverts_.back().noeud);
        ouverts_.pop_back();
        return ajouter(std::move(noeud));
    }

    Noeud racine_;
    std::vector<Ouvert> ouverts_;
    std::string amas_;
    bool cle_repetee_ = false;
};

arbre::Faute fautive(std::string_view texte, std::size_t octet, std::string_view code) {
    const auto [ligne, colonne] = arbre::position(texte, octet);
    return {ligne, colonne, code, {}};
}

}  // namespace

std::variant<Noeud, arbre::Faute> lire_json(std::string_view texte) {
    constexpr std::string_view marque = "\xEF\xBB\xBF";
    if (texte.starts_with(marque)) texte.remove_prefix(marque.size());
    if (texte.size() > octets_de_json) return arbre::Faute{0, 0, "json_trop_long", {}};
    if (!core::is_utf8(texte)) return arbre::Faute{0, 0, "json_syntaxe", {}};
    json::parse_options options;
    options.max_depth = profondeur_max;
    json::basic_parser<Constructeur> parser{options};
    error_code ec;
    const auto lus = parser.write_some(false, texte.data(), texte.size(), ec);
    const bool repetee = parser.handler().cle_repetee();
    if (ec) return fautive(texte, lus, repetee ? "json_repete" : "json_syntaxe");
    const auto surplus = texte.find_first_not_of(" \t\r\n", lus);
    if (surplus != std::string_view::npos) return fautive(texte, surplus, "json_syntaxe");
    return std::move(parser.handler()).racine();
}

}  // namespace grappe::saisie
