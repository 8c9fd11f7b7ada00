// DOC-21 optional pieces listed under "Obligatoire" (kit; CONF-08: the table prevails). DOC-22 a
// missing piece is asked through the account (kit). DOC-23 the autodiagnostic must be there, its
// result selects nobody (kit).
#include <algorithm>

#include "portail/recevabilite/pieces.hpp"

namespace grappe::recevabilite {
namespace {

using rules::Issue, rules::RegleId;

std::int64_t combien(const Constats& pieces, Issue issue) {
    return std::count_if(pieces.begin(), pieces.end(),
                         [&](const auto& constat) { return constat.issue == issue; });
}

bool une_facultative_absente(const Constats& pieces) {
    return std::any_of(pieces.begin(), pieces.end(), [](const auto& constat) {
        return constat.issue == Issue::alerte &&
               (constat.regle == RegleId::doc_12 || constat.regle == RegleId::doc_13 ||
                constat.regle == RegleId::doc_14);
    });
}

Verdict autodiagnostic(const Constats& pieces) {
    Issue issue = Issue::sans_objet;
    for (const auto& constat : pieces) {
        if (constat.regle != RegleId::doc_09) continue;
        if (constat.issue == Issue::manque || constat.issue == Issue::alerte)
            return {constat.issue, "recevabilite.doc_23.manque"};
        if (constat.issue == Issue::conforme) issue = Issue::conforme;
    }
    if (issue == Issue::conforme) return {issue, "recevabilite.doc_23.conforme"};
    return {issue, "recevabilite.doc_23.sans_objet"};
}

}  // namespace

Verdict bilan_des_pieces(RegleId regle, const Constats& pieces) {
    if (regle == RegleId::doc_23) return autodiagnostic(pieces);
    if (regle == RegleId::doc_21) {
        if (une_facultative_absente(pieces)) return {Issue::alerte, "recevabilite.doc_21.alerte"};
        return {Issue::conforme, "recevabilite.doc_21.conforme"};
    }
    const auto manquent = combien(pieces, Issue::manque);
    if (manquent == 0) return {Issue::sans_objet, "recevabilite.doc_22.sans_objet"};
    return {Issue::alerte, "recevabilite.doc_22.alerte", {{"nombre", manquent}}};
}

}  // namespace grappe::recevabilite
