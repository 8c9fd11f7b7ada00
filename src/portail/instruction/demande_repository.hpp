// Rows of requests for complements and of their answers.
#pragma once

#include <string_view>

#include "portail/instruction/instruction.hpp"
#include "storage/reader.hpp"

namespace grappe::instruction {

std::vector<Demande> demandes(storage::Reader& db, std::string_view dossier);
std::vector<Reponse> reponses(storage::Reader& db, std::string_view dossier);

// Numbered here.
Demande ajouter(storage::Writer& db, std::string_view dossier, Demande demande);
Reponse ajouter(storage::Writer& db, std::string_view dossier, Reponse reponse);

struct PieceAcceptee {
    int demande;
    int rang;  // in its request, from 0
    std::string_view piece;
};
void accepter(storage::Writer& db, std::string_view dossier, const PieceAcceptee& acceptee);
void clore(storage::Writer& db, std::string_view dossier, const Demande& close);
struct EcheanceReportee {
    int demande;
    core::Date echeance;
};
void reporter(storage::Writer& db, std::string_view dossier, const EcheanceReportee& report);

}  // namespace grappe::instruction
