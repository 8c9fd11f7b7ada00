// From the call, the bodies and the files to the places of pieces.
#include "portail/espace/matrice_pieces.hpp"

#include <algorithm>

namespace grappe::espace {
namespace {

// Of a single body, nothing has to be said.
bool est_a_sa_place(const Matiere& matiere, const teleservice::Piece& piece,
                    const Emplacement& place) {
    if (piece.type != place.type) return false;
    if (place.organisme.empty() || piece.organisme == place.organisme) return true;
    return !piece.organisme && matiere.organismes.size() == 1;
}

bool parle_de(const rules::Constat& constat, std::string_view organisme) {
    if (organisme.empty()) return true;
    for (const auto& fait : constat.faits) {
        if (fait.nom != "organisme") continue;
        if (const auto* emprunte = std::get_if<std::string_view>(&fait.valeur))
            return *emprunte == organisme;
        if (const auto* texte = std::get_if<std::string>(&fait.valeur)) return *texte == organisme;
    }
    return false;
}

void juger(const Matiere& matiere, Emplacement& place) {
    if (!matiere.verifie) return;
    for (const auto& constat : matiere.verifie->analyse().constats) {
        if (core::name_of(constat.regle) != place.type || !parle_de(constat, place.organisme))
            continue;
        place.issue = constat.issue;
        place.phrase = matiere.phrases.rendre(constat.phrase, constat.faits);
        return;
    }
}

Emplacement place_de(const Matiere& matiere, const programme::PieceAppel* piece, std::string type,
                     std::string organisme) {
    Emplacement place{.piece = piece,
                      .type = std::move(type),
                      .organisme = std::move(organisme),
                      .issue = rules::Issue::manque};
    for (const auto& fichier : matiere.pieces)
        if (est_a_sa_place(matiere, fichier, place)) place.fichiers.push_back(&fichier);
    juger(matiere, place);
    return place;
}

}  // namespace

std::vector<Emplacement> matrice(const Matiere& matiere) {
    std::vector<Emplacement> places;
    const auto ajouter = [&](const programme::PieceAppel& piece, const std::string& organisme) {
        places.push_back(
            place_de(matiere, &piece, std::string{core::name_of(piece.regle)}, organisme));
    };
    if (matiere.appel.pieces.definie())
        for (const auto& piece : *matiere.appel.pieces) {
            if (piece.par_organisme && !matiere.organismes.empty())
                for (const auto& organisme : matiere.organismes) ajouter(piece, organisme);
            else
                ajouter(piece, {});
        }
    for (const auto& fichier : matiere.pieces) {
        const bool placee = std::any_of(places.begin(), places.end(), [&](const auto& place) {
            return est_a_sa_place(matiere, fichier, place);
        });
        if (!placee) places.push_back(place_de(matiere, nullptr, fichier.type, {}));
    }
    return places;
}

}  // namespace grappe::espace
