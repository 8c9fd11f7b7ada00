// For the fuzz targets: any bytes are read, and what comes out keeps the promises of the reader.
#pragma once

#include <string>
#include <string_view>

#include "core/ensure.hpp"
#include "core/texte.hpp"
#include "referentiels/flux.hpp"
#include "referentiels/lecture.hpp"
#include "referentiels/territoires.hpp"

namespace grappe::referentiels {

inline void verifier_promesses(const Etablissement& e, const Territoires& territoires) {
    using core::ensure;
    ensure(e.finess_et.has_valid_key(), "only right keys are accepted");
    ensure(territoires.departement(e.departement) != nullptr, "a known department");
    for (const auto* texte : {&e.finess_ej, &e.raison_sociale, &e.adresse, &e.code_postal,
                              &e.commune, &e.categorie, &e.libelle_categorie, &e.siret}) {
        ensure(core::is_utf8(*texte), "texts are UTF-8");
        ensure(!a_des_controles(*texte), "texts have no control characters");
    }
    if (e.categorie == "462")
        ensure(e.adresse.empty() && e.code_postal.empty() && !e.latitude_e6,
               "a place of life is not located");
}

inline void eprouver(std::string_view octets) {
    static const auto territoires = charger_territoires(GRAPPE_ROOT "/donnees");
    OctetsEnMemoire source{octets};
    const auto remarque = [](const Remarque& r) {
        core::ensure(core::is_utf8(r.texte) && r.texte.size() <= 300, "a remark is short UTF-8");
        core::ensure(core::is_utf8(r.detail), "a detail is UTF-8");
    };
    const auto lu = lire_octets(
        source, *territoires,
        {.etablissement = [&](auto, const auto& e) { verifier_promesses(e, *territoires); },
         .coordonnees = [](auto, auto, auto) {},
         .rejet = remarque,
         .avertissement = remarque,
         .progres = [](auto) {}});
    if (!lu) core::ensure(core::is_utf8(lu.error().detail), "a refusal is UTF-8");
}

}  // namespace grappe::referentiels
