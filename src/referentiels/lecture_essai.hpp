// For the tests of the readers: a register in memory, from a text or from a file of the sources.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "referentiels/flux.hpp"
#include "referentiels/lecture.hpp"
#include "referentiels/territoires.hpp"

namespace grappe::referentiels {

struct Essai {
    core::Result<EnTeteFiness> entete = core::refuse(core::Reason::invalid, "rien");
    std::vector<std::pair<std::int64_t, Etablissement>> etablissements;
    std::map<std::string, Coordonnees> points;
    std::vector<Remarque> rejets, avertissements;
    std::uint64_t octets = 0;

    // "12 registre.cle_fausse 339990050", in file order.
    static std::vector<std::string> resume(const std::vector<Remarque>& remarques) {
        std::vector<std::string> lignes;
        for (const auto& r : remarques)
            lignes.push_back(std::to_string(r.ligne) + " " + std::string{r.code} + " " + r.detail);
        return lignes;
    }
    const Etablissement* trouver(std::string_view finess) const {
        for (const auto& [ligne, e] : etablissements)
            if (e.finess_et.text() == finess) return &e;
        return nullptr;
    }
};

inline const Territoires& territoires_d_essai() {
    static const auto territoires =
        std::move(charger_territoires(std::string{GRAPPE_ROOT} + "/donnees")).value();
    return territoires;
}

inline Destination vers(Essai& essai) {
    return {
        .etablissement = [&](auto ligne,
                             const auto& e) { essai.etablissements.emplace_back(ligne, e); },
        .coordonnees = [&](auto, auto finess, auto point) { essai.points.emplace(finess, point); },
        .rejet = [&](const auto& r) { essai.rejets.push_back(r); },
        .avertissement = [&](const auto& r) { essai.avertissements.push_back(r); },
        .progres = [&](auto octets) { essai.octets = octets; },
    };
}

inline Essai lire_texte(std::string_view texte) {
    Essai essai;
    OctetsEnMemoire source{texte};
    essai.entete = lire_octets(source, territoires_d_essai(), vers(essai));
    return essai;
}

inline Essai lire_fichier(const std::string& chemin) {
    Essai essai;
    essai.entete = lire_finess(GRAPPE_ROOT + ("/" + chemin), territoires_d_essai(), vers(essai));
    return essai;
}

}  // namespace grappe::referentiels
