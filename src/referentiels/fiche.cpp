// Judgement of one establishment: its number, its department, its dates, its point.
#include "referentiels/fiche.hpp"

#include "core/identifiant.hpp"
#include "core/siret.hpp"
#include "core/texte.hpp"
#include "referentiels/coordonnees.hpp"

namespace grappe::referentiels {
namespace {

// Places of life are sometimes private homes: no address and no point of theirs goes further.
constexpr std::string_view lieu_de_vie = "462";

constexpr std::size_t longueur_extrait = 300;

}  // namespace

std::optional<core::Date> jour(std::string_view texte) {
    const bool avec_heure = texte.size() > 10 && (texte[10] == ' ' || texte[10] == 'T');
    const auto lu = core::Date::parse(avec_heure ? texte.substr(0, 10) : texte);
    return lu ? std::optional{*lu} : std::nullopt;
}

std::string extrait(std::string_view texte) {
    if (texte.find(";462;") == std::string_view::npos)
        return std::string{core::cut(texte, longueur_extrait)};
    std::size_t fin = 0;
    for (int champ = 0; champ < 4 && fin != std::string_view::npos; ++champ)
        fin = texte.find(';', fin + 1);
    return std::string{core::cut(texte.substr(0, fin), longueur_extrait)};
}

std::string_view sans_espaces(std::string_view texte) {
    while (texte.starts_with(' ')) texte.remove_prefix(1);
    while (texte.ends_with(' ')) texte.remove_suffix(1);
    return texte;
}

std::string_view sans_cedex(std::string_view commune) {
    return sans_espaces(commune.substr(0, commune.find(" CEDEX")));
}

Acheminement acheminement(std::string_view ligne) {
    const auto code = ligne.substr(0, ligne.find(' '));
    if (code.size() != 5 || !core::all_digits(code)) return {{}, sans_cedex(ligne)};
    return {code, sans_cedex(ligne.substr(code.size()))};
}

std::string_view joindre(std::string& tampon, std::string_view entre,
                         std::initializer_list<std::string_view> parties) {
    const auto debut = tampon.size();
    for (const auto partie : parties) {
        if (partie.empty()) continue;
        if (tampon.size() > debut) tampon += entre;
        tampon += partie;
    }
    return std::string_view{tampon}.substr(debut);
}

void Guichet::refuser(const Remarque& remarque) const {
    if (destination_.rejet) destination_.rejet(remarque);
}

void Guichet::avertir(std::int64_t ligne, std::string_view code, std::string_view detail) const {
    if (destination_.avertissement)
        destination_.avertissement({ligne, code, core::shortened(detail), {}});
}

void Guichet::rejeter(const Fiche& fiche, std::string_view code, std::string detail) const {
    refuser({fiche.ligne, code, std::move(detail), extrait(fiche.texte)});
}

// The number's prefix is the department of first registration: right but for a few moves, so it
// stands in, with a warning, when the file does not tell the location.
const Departement* Guichet::departement_de(const Fiche& fiche, const core::Finess& finess) const {
    if (fiche.departement) return fiche.departement;
    const auto* departement = territoires_.departement_de_prefixe(finess.prefix());
    if (departement) avertir(fiche.ligne, "registre.departement_deduit", finess.text());
    return departement;
}

void Guichet::remplir(const Fiche& fiche, const Departement& departement) {
    auto& e = *courant_;
    const bool cache = fiche.categorie == lieu_de_vie;
    e.finess_ej = fiche.finess_ej;
    e.raison_sociale = fiche.raison_sociale;
    e.adresse = cache ? std::string_view{} : fiche.adresse;
    e.code_postal = cache ? std::string_view{} : fiche.code_postal;
    e.commune = fiche.commune;
    e.categorie = fiche.categorie;
    e.libelle_categorie = fiche.libelle_categorie;
    e.agregat = fiche.agregat;
    e.siret = fiche.siret;
    e.departement = departement.code;
    e.region = departement.region;
    e.ouvert_le = jour(fiche.ouvert_le);
    if (!fiche.ouvert_le.empty() && !e.ouvert_le)
        avertir(fiche.ligne, "registre.date_impossible", fiche.ouvert_le);
    e.latitude_e6.reset();
    e.longitude_e6.reset();
    if (cache) sans_point_.insert(e.finess_et);
    if (cache || (fiche.x.empty() && fiche.y.empty())) return;
    if (const auto point = referentiels::situer({fiche.x, fiche.y}, departement.code)) {
        e.latitude_e6 = point->latitude_e6;
        e.longitude_e6 = point->longitude_e6;
    } else {
        avertir(fiche.ligne, "registre.point_hors_territoire", e.finess_et.text());
    }
}

void Guichet::verifier(const Fiche& fiche) const {
    if (fiche.raison_sociale.empty()) avertir(fiche.ligne, "registre.sans_nom", fiche.finess_et);
    if (fiche.code_postal.empty() && fiche.adresse.empty())
        avertir(fiche.ligne, "registre.sans_adresse", fiche.finess_et);
    if (!core::Finess::parse(fiche.finess_ej))
        avertir(fiche.ligne, "registre.ej_mal_forme", fiche.finess_ej);
    if (fiche.siret.empty()) return;
    const auto siret = core::Siret::parse(fiche.siret);
    if (!siret || !siret->has_valid_key()) avertir(fiche.ligne, "registre.siret_faux", fiche.siret);
}

void Guichet::deposer(const Fiche& fiche) {
    auto finess = core::Finess::parse(fiche.finess_et);
    if (!finess) return rejeter(fiche, "registre.finess_mal_forme", finess.error().detail);
    if (!finess->has_valid_key()) return rejeter(fiche, "registre.cle_fausse", finess->text());
    // A closed establishment whose day cannot be read must not pass for an open one.
    const auto ferme_le = jour(fiche.ferme_le);
    if (!fiche.ferme_le.empty() && !ferme_le)
        return rejeter(fiche, "registre.ferme_sans_date", core::shortened(fiche.ferme_le));
    const auto* departement = departement_de(fiche, *finess);
    if (!departement) return rejeter(fiche, "registre.departement_inconnu", finess->text());

    if (courant_)
        courant_->finess_et = std::move(finess).value();
    else
        courant_.emplace(Etablissement{.finess_et = std::move(finess).value(),
                                       .latitude_e6 = std::nullopt,
                                       .longitude_e6 = std::nullopt});
    verifier(fiche);
    remplir(fiche, *departement);
    courant_->ferme_le = ferme_le;
    if (destination_.etablissement) destination_.etablissement(fiche.ligne, *courant_);
}

void Guichet::situer(std::int64_t ligne, std::string_view finess_et, std::string_view x,
                     std::string_view y) {
    const auto finess = core::Finess::parse(finess_et);
    if (!finess) return avertir(ligne, "registre.finess_mal_forme", finess_et);
    if (sans_point_.contains(*finess)) return;
    const auto* departement = territoires_.departement_de_prefixe(finess->prefix());
    const auto point =
        referentiels::situer({x, y}, departement ? departement->code : std::string_view{});
    if (!point) return avertir(ligne, "registre.point_hors_territoire", finess->text());
    if (destination_.coordonnees) destination_.coordonnees(ligne, finess->text(), *point);
}

}  // namespace grappe::referentiels
