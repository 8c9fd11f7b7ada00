// Maturité: where a body says that its information system stands, and its position on the cyber
// measures. Kept with the dossier, shown, never scored.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/finess.hpp"
#include "core/named.hpp"
#include "portail/teleservice/acces.hpp"
#include "rules/phrases.hpp"

namespace grappe::documents {

enum class GenreDePoint { dimension, question, mesure };
constexpr auto names(GenreDePoint) {
    using enum GenreDePoint;
    return std::to_array<core::Named<GenreDePoint>>(
        {{dimension, "dimension"}, {question, "question"}, {mesure, "mesure"}});
}

struct PointDuCadre {
    GenreDePoint genre;
    std::string code;  // "1", "1.1.3", "c04"
    std::string libelle;
    std::string source;                    // in words
    std::map<int, std::string> niveaux{};  // those that are known
};

// The frame, as data: see donnees/maturite/autodiagnostic.txt.
struct CadreDeMaturite {
    std::vector<PointDuCadre> points;
    const PointDuCadre* point(std::string_view code) const;
};
// Code "maturite.cadre" with the line at fault.
core::Result<CadreDeMaturite> lire_cadre(std::string_view texte);

// Answers by code: "0" to "4" for a dimension or a question; a position for a measure.
using Reponses = std::map<std::string, std::string, std::less<>>;
inline constexpr auto positions =
    std::to_array<std::string_view>({"en_place", "en_cours", "prevue", "non_prevue", "sans_objet"});

struct FicheDeMaturite {
    std::string organisme;  // FINESS EJ
    int version = 0;        // 0: nothing was answered
    Reponses reponses{};
};

// `{"reponses": {"1": "2", "c01": "en_place"}}`; an empty text takes an answer away. Codes
// "maturite.json", "maturite.code", "maturite.reponse", whose detail is the code of the point.
core::Result<Reponses> lire_reponses(std::string_view json, const CadreDeMaturite& cadre);

std::string cadre_json(const CadreDeMaturite& cadre);
std::string fiche_json(const FicheDeMaturite& fiche);

struct FicheVisee {
    std::string_view dossier, organisme;
};
std::vector<FicheDeMaturite> fiches_du_dossier(storage::Reader& db, std::string_view dossier);
// All of them for who reads the whole dossier, its own ones for a member. Codes of `demander`.
core::Result<std::vector<FicheDeMaturite>> lire_fiches(storage::Reader& db,
                                                       const teleservice::Demandeur& qui,
                                                       std::string_view dossier);
// A member reads that of its own entity alone. Codes of `demander`, those of core::Finess.
core::Result<FicheDeMaturite> fiche_de(storage::Reader& db, const teleservice::Demandeur& qui,
                                       const FicheVisee& visee);

struct EcritureDeFiche {
    FicheVisee visee;
    int version;  // the one that the author read
    Reponses reponses;
};
// Each body answers for itself (table of rights): its member once it is there, else the porteur.
// Codes "maturite.version_perimee", "maturite.au_membre" (Reason::forbidden: that body has its own
// member), those of `fiche_de` and of `permettre`.
core::Result<FicheDeMaturite> ecrire_fiche(storage::Writer& db, const teleservice::Demandeur& qui,
                                           const EcritureDeFiche& ecriture);

// Somebody is there who speaks for that body, and it is another account.
bool est_a_un_autre(storage::Reader& db, const teleservice::Demandeur& qui,
                    const FicheVisee& visee);

// DOC-09 and DOC-19 to be joined: one body's answers.
struct FicheImprimee {
    const FicheDeMaturite& fiche;
    const CadreDeMaturite& cadre;
    std::string nom;  // of the body; may be empty
    core::Instant maintenant;
};
std::string fiche_en_pdf(const FicheImprimee& imprimee, const rules::Phrases& phrases);
std::string fiche_en_xlsx(const FicheImprimee& imprimee, const rules::Phrases& phrases);

}  // namespace grappe::documents
