// Recognition of the format of a FINESS file by its content.
#include "referentiels/lecture.hpp"

#include "core/identifiant.hpp"
#include "referentiels/fiche.hpp"
#include "referentiels/flux.hpp"
#include "referentiels/lecteurs.hpp"

namespace grappe::referentiels {
namespace {

bool commence_un_json(std::string_view octets) {
    if (octets.starts_with("\xEF\xBB\xBF")) octets.remove_prefix(3);
    const auto debut = octets.find_first_not_of(" \t\r\n");
    return debut != std::string_view::npos && octets[debut] == '{';
}

// "etablissements-20210108.csv.gz" was drawn on that day.
std::optional<core::Date> date_du_nom(std::string_view chemin) {
    const auto nom = chemin.substr(chemin.rfind('/') + 1);
    for (std::size_t i = 0; i + 8 <= nom.size(); ++i) {
        const auto chiffres = nom.substr(i, 8);
        if (!chiffres.starts_with("20") || !core::all_digits(chiffres)) continue;
        auto texte = std::string{chiffres};
        texte.insert(6, "-").insert(4, "-");
        if (const auto date = core::Date::parse(texte)) return *date;
    }
    return std::nullopt;
}

core::Result<EnTeteFiness> lire_lignes(Flux& flux, Guichet& guichet) {
    Lignes lignes{flux};
    const auto premiere = lignes.suivante();
    if (!premiere && premiere.error().reason == core::Reason::too_large)
        return format_inconnu("première ligne sans fin");
    if (!premiere) return premiere.error();
    if (!*premiere) return format_inconnu("fichier vide");
    if (est_historique(lignes.texte())) return lire_historique(lignes, guichet);
    return lire_avec_entete(lignes, guichet);
}

}  // namespace

core::Result<EnTeteFiness> lire_octets(SourceOctets& source, const Territoires& territoires,
                                       const Destination& destination) {
    Flux flux{source, destination.progres};
    Guichet guichet{territoires, destination};
    const auto debut = flux.suite();
    if (!debut) return debut.error();
    flux.rendre(*debut);
    return commence_un_json(*debut) ? lire_finess_plus(flux, guichet) : lire_lignes(flux, guichet);
}

core::Result<EnTeteFiness> lire_finess(const std::string& chemin, const Territoires& territoires,
                                       const Destination& destination) {
    OctetsDeFichier source{chemin};
    if (!source.ouvert())
        return core::refuse(core::Reason::not_found, "registre.illisible", chemin);
    auto lu = lire_octets(source, territoires, destination);
    if (!lu || lu->date) return lu;
    return EnTeteFiness{lu->format, date_du_nom(chemin)};
}

}  // namespace grappe::referentiels
