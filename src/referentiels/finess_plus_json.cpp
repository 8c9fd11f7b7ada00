// Streaming of a FINESS+ document: JSON events without a tree, memory of one legal entity.
#include <fmt/format.h>

#include <boost/json/basic_parser_impl.hpp>

#include "referentiels/finess_plus.hpp"
#include "referentiels/lecteurs.hpp"

namespace grappe::referentiels {
namespace {

namespace json = boost::json;

constexpr std::size_t profondeur_maximale = 64;
constexpr std::uint64_t octets_par_entite = std::uint64_t{32} << 20U;

// Texts, numbers and keys come in parts when they span two pieces of the file.
class Evenements {
public:
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = 1024;
    static constexpr std::size_t max_string_size = std::size_t{64} * 1024;

    explicit Evenements(Guichet& guichet) : document{guichet} {}

    DocumentPlus document;

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code& faute) { return ouvrir(faute); }
    bool on_array_begin(json::error_code& faute) { return ouvrir(faute); }
    bool on_object_end(std::size_t, json::error_code&) { return fermer(); }
    bool on_array_end(std::size_t, json::error_code&) { return fermer(); }
    bool on_key_part(json::string_view partie, std::size_t, json::error_code&) {
        return ajouter(partie);
    }
    bool on_key(json::string_view partie, std::size_t, json::error_code&) {
        ajouter(partie);
        document.cle(texte_);
        texte_.clear();
        return true;
    }
    bool on_string_part(json::string_view partie, std::size_t, json::error_code&) {
        return ajouter(partie);
    }
    bool on_string(json::string_view partie, std::size_t, json::error_code&) {
        return valeur(partie);
    }
    bool on_number_part(json::string_view partie, json::error_code&) { return ajouter(partie); }
    bool on_int64(std::int64_t, json::string_view partie, json::error_code&) {
        return valeur(partie);
    }
    bool on_uint64(std::uint64_t, json::string_view partie, json::error_code&) {
        return valeur(partie);
    }
    template <class Nombre>
    bool on_double(Nombre, json::string_view partie, json::error_code&) {
        return valeur(partie);
    }
    bool on_bool(bool, json::error_code&) { return true; }
    bool on_null(json::error_code&) { return true; }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

private:
    bool ouvrir(json::error_code& faute) {
        document.ouvrir();
        if (document.trop()) faute = json::error::array_too_large;
        return !document.trop();
    }
    bool fermer() {
        document.fermer();
        return true;
    }
    bool ajouter(json::string_view partie) {
        // A number may be written with any count of digits; beyond sense, they are dropped.
        if (texte_.size() < max_string_size) texte_.append(partie.data(), partie.size());
        return true;
    }
    bool valeur(json::string_view partie) {
        ajouter(partie);
        document.valeur(texte_);
        texte_.clear();
        return true;
    }

    std::string texte_;
};

json::parse_options options() {
    json::parse_options choisies;
    choisies.max_depth = profondeur_maximale;
    return choisies;
}

core::Refusal trop_grand(std::string detail) {
    return core::refuse(core::Reason::too_large, "registre.trop_grand", std::move(detail));
}

core::Refusal illisible(const json::error_code& faute, std::uint64_t place) {
    if (faute == json::error::array_too_large)
        return trop_grand("une entité de plus de 20 000 établissements");
    if (faute == json::error::string_too_large || faute == json::error::key_too_large)
        return trop_grand(fmt::format("texte sans fin, octet {}", place));
    if (faute == json::error::too_deep)
        return trop_grand(fmt::format("imbrication de plus de 64 niveaux, octet {}", place));
    return core::refuse(core::Reason::invalid, "registre.illisible",
                        fmt::format("JSON, octet {} : {}", place, faute.message()));
}

class Lecteur {
public:
    Lecteur(Flux& flux, Guichet& guichet) : flux_{flux}, analyseur_{options(), guichet} {}

    core::Result<EnTeteFiness> lire();

private:
    core::Result<bool> avancer();

    Flux& flux_;
    json::basic_parser<Evenements> analyseur_;
    std::uint64_t octets_ = 0, debut_d_entite_ = 0;
    std::int64_t fermetures_ = 0;
    bool premier_ = true;
};

core::Result<bool> Lecteur::avancer() {
    const auto lu = flux_.suite();
    if (!lu) return lu.error();
    auto morceau = *lu;
    if (std::exchange(premier_, false) && morceau.starts_with("\xEF\xBB\xBF"))
        morceau.remove_prefix(3);

    json::error_code faute;
    const bool reste = !morceau.empty();
    auto pris = analyseur_.write_some(reste, morceau.data(), morceau.size(), faute);
    const auto apres = morceau.substr(pris).find_first_not_of(" \t\r\n");
    if (!faute && apres != std::string_view::npos) faute = json::error::extra_data;
    if (faute) return illisible(faute, octets_ + pris);

    octets_ += morceau.size();
    if (fermetures_ != analyseur_.handler().document.fermetures()) debut_d_entite_ = octets_;
    fermetures_ = analyseur_.handler().document.fermetures();
    if (octets_ - debut_d_entite_ > octets_par_entite)
        return trop_grand("une entité de plus de 32 Mio");
    return reste;
}

core::Result<EnTeteFiness> Lecteur::lire() {
    for (;;) {
        const auto suite = avancer();
        if (!suite) return suite.error();
        if (!*suite) break;
    }
    const auto& document = analyseur_.handler().document;
    if (!document.vu()) return format_inconnu("JSON sans clé « pmej »");
    return EnTeteFiness{FormatFiness::finess_plus, jour(document.produit_le())};
}

}  // namespace

core::Result<EnTeteFiness> lire_finess_plus(Flux& flux, Guichet& guichet) {
    return Lecteur{flux, guichet}.lire();
}

}  // namespace grappe::referentiels
