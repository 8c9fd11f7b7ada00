// Reads a JSON text by Boost.JSON's parser of events; strict: no comment, no comma too many.
#include "portail/dossier/arbre_json.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>

#include "core/morceaux.hpp"
#include "portail/dossier/utf8.hpp"

namespace grappe::dossier {
namespace {

namespace json = boost::json;
using json::error_code;
using Texte = json::string_view;

// Receives the events of the parser. What it borrows lies in the text; what was escaped is kept.
class Constructeur {
public:
    static constexpr std::size_t max_object_size = valeurs_max;
    static constexpr std::size_t max_array_size = valeurs_max;
    // The whole text was measured before.
    static constexpr std::size_t max_key_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_string_size = std::numeric_limits<std::size_t>::max();

    explicit Constructeur(std::string_view source) : morceaux_{source} {
        arbre_.noeuds.reserve(std::min(source.size() / 24 + 16, valeurs_max));
    }

    Arbre arbre() && { return std::move(arbre_); }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code& ec) { return ouvrir(Noeud::Genre::objet, ec); }
    bool on_object_end(std::size_t, error_code&) { return fermer(); }
    bool on_array_begin(error_code& ec) { return ouvrir(Noeud::Genre::liste, ec); }
    bool on_array_end(std::size_t, error_code&) { return fermer(); }

    bool on_key_part(Texte part, std::size_t, error_code&) { return amasser(part); }
    bool on_key(Texte part, std::size_t, error_code&) {
        cle_ = garder(part);
        return true;
    }
    bool on_string_part(Texte part, std::size_t, error_code&) { return amasser(part); }
    bool on_string(Texte part, std::size_t, error_code& ec) {
        return ajouter(Noeud::Genre::texte, garder(part), ec);
    }
    bool on_number_part(Texte part, error_code&) { return amasser(part); }
    bool on_int64(std::int64_t, Texte part, error_code& ec) {
        return ajouter(Noeud::Genre::entier, garder(part), ec);
    }
    bool on_uint64(std::uint64_t, Texte part, error_code& ec) {
        return ajouter(Noeud::Genre::entier, garder(part), ec);
    }
    // The parser gives a floating value, which nobody reads: the text as written is kept.
    template <class Flottant>
    bool on_double(Flottant, Texte part, error_code& ec) {
        return ajouter(Noeud::Genre::nombre, garder(part), ec);
    }
    bool on_bool(bool valeur, error_code& ec) {
        return ajouter(Noeud::Genre::booleen, valeur ? "true" : "false", ec);
    }
    bool on_null(error_code& ec) { return ajouter(Noeud::Genre::nul, "null", ec); }
    bool on_comment_part(Texte, error_code&) { return true; }
    bool on_comment(Texte, error_code&) { return true; }

private:
    struct Ouvert {
        std::uint32_t noeud;
        std::uint32_t dernier_enfant;
    };

    bool amasser(Texte part) {
        morceaux_.amasser({part.data(), part.size()});
        return true;
    }

    std::string_view garder(Texte part) {
        return morceaux_.finir({part.data(), part.size()}, arbre_.decodees);
    }

    bool ajouter(Noeud::Genre genre, std::string_view texte, error_code& ec) {
        if (arbre_.noeuds.size() >= valeurs_max) {
            ec = json::error::array_too_large;
            return false;
        }
        const auto rang = static_cast<std::uint32_t>(arbre_.noeuds.size());
        arbre_.noeuds.push_back({.genre = genre, .cle = std::exchange(cle_, {}), .texte = texte});
        if (ouverts_.empty()) return true;
        auto& parent = ouverts_.back();
        auto& lien = parent.dernier_enfant == Noeud::aucun
                         ? arbre_.noeuds[parent.noeud].premier
                         : arbre_.noeuds[parent.dernier_enfant].suivant;
        lien = rang;
        parent.dernier_enfant = rang;
        return true;
    }

    bool ouvrir(Noeud::Genre genre, error_code& ec) {
        if (!ajouter(genre, {}, ec)) return false;
        ouverts_.push_back({static_cast<std::uint32_t>(arbre_.noeuds.size() - 1), Noeud::aucun});
        return true;
    }

    bool fermer() {
        ouverts_.pop_back();
        return true;
    }

    core::Morceaux morceaux_;
    Arbre arbre_;
    std::vector<Ouvert> ouverts_;
    std::string_view cle_;
};

std::string_view code_de(const error_code& ec) {
    if (ec == json::error::incomplete) return "dossier.json_incomplet";
    if (ec == json::error::too_deep) return "dossier.json_trop_profond";
    if (ec == json::error::array_too_large || ec == json::error::object_too_large)
        return "dossier.json_trop_de_valeurs";
    return "dossier.json_syntaxe";
}

LectureJson fautive(std::string_view texte, std::size_t octet, std::string_view code) {
    const auto reste = texte.substr(std::min(octet, texte.size()));
    return {.arbre = {},
            .faute = {.position = position_de(texte, octet),
                      .chemin = {},
                      .code = code,
                      .faits = {{"valeur", extrait(reste, 20)},
                                {"maximum_valeurs", std::int64_t{valeurs_max}},
                                {"maximum_niveaux", std::int64_t{profondeur_max}}}}};
}

}  // namespace

LectureJson lire_arbre(std::string_view texte) { return lire_arbre(texte, octets_max); }

LectureJson lire_arbre(std::string_view texte, std::size_t octets_au_plus) {
    constexpr std::string_view marque = "\xEF\xBB\xBF";
    if (texte.starts_with(marque)) texte.remove_prefix(marque.size());
    if (texte.size() > octets_au_plus)
        return {.arbre = {},
                .faute = {.position = {},
                          .chemin = {},
                          .code = "dossier.trop_long",
                          .faits = {{"valeur", std::string{}},
                                    {"octets", static_cast<std::int64_t>(texte.size())},
                                    {"maximum", static_cast<std::int64_t>(octets_au_plus)}}}};
    if (const auto octet = premier_octet_hors_utf8(texte); octet < texte.size())
        return fautive(texte, octet, "dossier.utf8");

    json::parse_options options;
    options.allow_invalid_utf8 = true;  // looked at above
    options.max_depth = profondeur_max;
    json::basic_parser<Constructeur> parser{options, texte};
    error_code ec;
    const auto lus = parser.write_some(false, texte.data(), texte.size(), ec);
    if (ec) return fautive(texte, lus, code_de(ec));
    const auto surplus = texte.find_first_not_of(" \t\r\n", lus);
    if (surplus != std::string_view::npos) return fautive(texte, surplus, "dossier.json_surplus");
    return {.arbre = std::move(parser.handler()).arbre(), .faute = {}};
}

}  // namespace grappe::dossier
