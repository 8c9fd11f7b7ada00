// Each piece that a call asks has its place, and each file one.
#include "portail/espace/matrice_pieces.hpp"

#include <doctest/doctest.h>

#include "portail/espace/mots.hpp"

using grappe::espace::Emplacement, grappe::espace::matrice;
using grappe::programme::Appel, grappe::programme::PieceAppel;
using grappe::rules::RegleId;
using grappe::teleservice::Piece;

namespace {

const auto midi = grappe::core::Instant::parse("2024-03-01T12:00:00Z").value();

PieceAppel piece(RegleId regle) {
    return {.regle = regle,
            .libelle = "Pièce",
            .obligatoire = true,
            .condition = grappe::programme::ConditionPiece::toujours,
            .par_organisme = regle == RegleId::doc_09,
            .emplacements = {},
            .modele_cnsa = false,
            .source = {}};
}

Piece fichier(const char* type, std::optional<std::string> organisme) {
    return {.dossier = "ab",
            .id = "1",
            .type = type,
            .organisme = std::move(organisme),
            .nom = "note.pdf",
            .format = grappe::pieces::Format::pdf,
            .sha256 = {},
            .taille = 1,
            .etat = grappe::teleservice::EtatPiece::disponible,
            .depose_par = {},
            .depose_le = midi,
            .retire_le = {}};
}

std::vector<Emplacement> places(const std::vector<std::string>& organismes,
                                const std::vector<Piece>& pieces) {
    static const auto sans_phrase = grappe::rules::Phrases::charger("").value();
    static const Appel appel = [] {
        Appel fait{.fuseau = grappe::core::paris()};
        fait.pieces.valeur.emplace();
        for (const auto regle : {RegleId::doc_01, RegleId::doc_09})
            fait.pieces.valeur->push_back(piece(regle));
        return fait;
    }();
    return matrice({.appel = appel,
                    .organismes = organismes,
                    .pieces = pieces,
                    .verifie = nullptr,
                    .phrases = sans_phrase});
}

}  // namespace

TEST_CASE("a piece of each body has a place for each, and its files go to their own") {
    const std::vector<std::string> organismes{"240000703", "750056335"};
    const std::vector<Piece> pieces{fichier("DOC-09", "750056335"), fichier("DOC-01", {})};
    const auto trouvees = places(organismes, pieces);
    REQUIRE(trouvees.size() == 3);
    CHECK(trouvees[0].ancre() == "DOC-01");
    CHECK(trouvees[0].fichiers.size() == 1);
    CHECK(trouvees[1].ancre() == "DOC-09-240000703");
    CHECK(trouvees[1].fichiers.empty());
    CHECK(trouvees[2].fichiers.size() == 1);
}

TEST_CASE("of a single body, nothing has to be said on the file") {
    const std::vector<std::string> organismes{"240000703"};
    const std::vector<Piece> pieces{fichier("DOC-09", {})};
    const auto trouvees = places(organismes, pieces);
    REQUIRE(trouvees.size() == 2);
    CHECK(trouvees[1].fichiers.size() == 1);
}

TEST_CASE("a file that the call does not ask stays in sight") {
    const std::vector<Piece> pieces{fichier("DOC-15", {}), fichier("DOC-15", {})};
    const auto trouvees = places({}, pieces);
    REQUIRE(trouvees.size() == 3);
    CHECK(trouvees[2].piece == nullptr);
    CHECK(trouvees[2].fichiers.size() == 2);
}

TEST_CASE("a place of a dossier leads to where it is changed") {
    const grappe::teleservice::Dossier dossier{.id = "ab", .cree_le = midi, .modifie_le = midi};
    const auto lien = [&](const char* chemin) {
        return grappe::espace::lien_vers(dossier, chemin);
    };
    CHECK(lien("porteur.siret") == "/dossiers/ab/saisie#porteur-siret");
    CHECK(lien("essms[3].finess_et") == "/dossiers/ab/saisie#essms-3-finess_et");
    CHECK(lien("financeur") == "/dossiers/ab/depot");
    CHECK(lien("membres") == "/dossiers/ab/membres");
    CHECK(lien("").empty());
}
