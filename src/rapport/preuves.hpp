// Preuves: the leaves of a draw, opened: their least facts and their way to the root.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "rapport/fabrique.hpp"
#include "rapport/tirage.hpp"

namespace grappe::rapport {

inline constexpr std::string_view format_des_preuves = "grappe-usage-preuves-1";

struct Ouverture {
    std::int64_t numero;  // among all the leaves of the report, from 0
    core::Finess finess_et;
    std::string sel;             // bytes
    usage::Compteurs compteurs;  // what the leaf says that it adds
    std::string texte_des_faits;
    usage::DossierMesure faits;
    Chemin chemin;
};

struct Preuves {
    Empreinte rapport{};
    std::string graine;
    std::int64_t nombre = 0;
    std::vector<Ouverture> ouvertures;  // ascending
};

// Digest of the whole file of a report.
Empreinte empreinte_de(const Rapport& rapport);

// The records of one establishment, as they were when the report was made.
using Source = std::function<std::vector<Dossier>(const core::Finess&)>;

// The file of proofs of a draw. Codes "ouverture.autre_rapport", "ouverture.tirage" (not the draw
// of its seed: nobody chooses whom to look at), "ouverture.base_changee" (detail: the establishment
// whose records no longer give the root of the report).
core::Result<std::string> ouvrir(const Rapport& rapport, const Tirage& tirage, const Sels& sels,
                                 const Source& source);

struct LectureDePreuves {
    Lecture::Etat etat = Lecture::Etat::illisible;
    Reproches reproches;
    Preuves preuves;
};
LectureDePreuves lire_preuves(std::string_view octets);

}  // namespace grappe::rapport
