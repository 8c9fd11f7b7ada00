// The receipt of a deposit as a PDF, from what was frozen then: the same deposit gives the same
// bytes, whatever the register and the calls have become.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/piece.hpp"
#include "rules/phrases.hpp"

namespace grappe::documents {

struct RecepisseImprime {
    const teleservice::Depot& depot;
    const std::vector<teleservice::Piece>& pieces;  // of this deposit
    std::string_view adresse_publique;              // "https://grappe.example"
    std::string_view mention{};                     // at the foot of each page; empty: none
};

std::string recepisse_en_pdf(const RecepisseImprime& recepisse, const rules::Phrases& phrases);

// The page where anybody verifies it.
std::string adresse_de_verification(const teleservice::Depot& depot, std::string_view site);

}  // namespace grappe::documents
