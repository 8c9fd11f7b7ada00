// From findings and answers to points.
#include "portail/instruction/points.hpp"

#include <algorithm>

namespace grappe::instruction {
namespace {

std::optional<Genre> genre_de(const rules::Constat& constat) {
    switch (constat.issue) {
        case rules::Issue::non_conforme:
            if (recevabilite::bloquante(constat.regle)) return Genre::bloquant;
            return std::nullopt;
        case rules::Issue::manque:
            return Genre::manque;
        case rules::Issue::a_apprecier:
            return Genre::a_apprecier;
        case rules::Issue::non_defini:
            return Genre::non_defini;
        default:
            return std::nullopt;
    }
}

// An establishment that is left out asks for nothing more.
bool sur_un_exclu(const rules::Constat& constat, const analyse::Analyse& analyse) {
    const auto& exclus = analyse.recevabilite.exclus;
    return constat.objet.genre == rules::Objet::Genre::essms &&
           std::any_of(exclus.begin(), exclus.end(),
                       [&](const auto& exclu) { return exclu.ligne == constat.objet.rang; });
}

// Where the texts are silent nobody lacks anything: the desk may answer, and need not. Its "no" on
// what blocks or lacks confirms it; on the rest it is an answer like another.
bool retient(Genre genre, rules::RegleId regle, const Appreciation* reponse) {
    if (genre == Genre::non_defini) return false;
    if (reponse == nullptr) return true;
    if (reponse->decision != Conformite::non_conforme) return false;
    return genre == Genre::bloquant || genre == Genre::manque || recevabilite::bloquante(regle);
}

std::string source_de(const rules::Constat& constat) {
    return constat.source == nullptr ? std::string{} : rules::en_clair(*constat.source);
}

// A piece of the same kind, judged after it and not found wrong, answers for a wrong one.
bool est_relevee(const teleservice::Piece& piece, const Verdict& mauvais,
                 const std::vector<teleservice::Piece>& pieces, const Dit& dit) {
    return std::any_of(pieces.begin(), pieces.end(), [&](const teleservice::Piece& autre) {
        if (autre.type != piece.type || autre.organisme != piece.organisme) return false;
        const auto* verdict = verdict_de(dit.verdicts, autre.id);
        return verdict != nullptr && verdict->numero > mauvais.numero &&
               verdict->verdict != Conformite::non_conforme;
    });
}

void ajouter_les_pieces(std::vector<Point>& points, const rules::Phrases& phrases,
                        const std::vector<teleservice::Piece>& pieces, const Dit& dit) {
    for (const auto& piece : pieces) {
        const auto* verdict = verdict_de(dit.verdicts, piece.id);
        if (verdict == nullptr || verdict->verdict != Conformite::non_conforme) continue;
        if (est_relevee(piece, *verdict, pieces, dit)) continue;
        points.push_back({.genre = Genre::piece,
                          .regle = piece.type,
                          .objet = piece.id,
                          .phrase = phrases.rendre("instruction.point.piece",
                                                   {{"type", std::string_view{piece.type}},
                                                    {"nom", std::string_view{piece.nom}}}),
                          .source = {},
                          .reponse = Conformite::non_conforme,
                          .retient = true});
    }
}

}  // namespace

std::vector<Point> points(const socle::Verifie& verifie, const rules::Phrases& phrases,
                          const std::vector<teleservice::Piece>& pieces, const Dit& dit) {
    const auto& analyse = verifie.analyse();
    std::vector<Point> trouves;
    for (const auto& constat : analyse.constats) {
        const auto genre = genre_de(constat);
        if (!genre || sur_un_exclu(constat, analyse)) continue;
        const auto regle = core::name_of(constat.regle);
        const auto* reponse = appreciation_de(dit.appreciations, regle, constat.objet.nom);
        trouves.push_back({.genre = *genre,
                           .regle = std::string{regle},
                           .objet = std::string{constat.objet.nom},
                           .phrase = phrases.rendre(constat.phrase, constat.faits),
                           .source = source_de(constat),
                           .reponse = reponse ? std::optional{reponse->decision} : std::nullopt,
                           .retient = retient(*genre, constat.regle, reponse)});
    }
    ajouter_les_pieces(trouves, phrases, pieces, dit);
    return trouves;
}

}  // namespace grappe::instruction
