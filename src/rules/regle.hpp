// The rules of the catalogue that judge a dossier, in catalogue order.
#pragma once

#include <array>

#include "core/named.hpp"

namespace grappe::rules {

// clang-format off
enum class RegleId {
    elig_01, elig_02, elig_03, elig_04, elig_05, elig_06, elig_07, elig_08, elig_09, elig_10,
    elig_11,
    grp_01, grp_02, grp_03, grp_04, grp_05, grp_06, grp_07, grp_08, grp_09,
    red_01, red_02, red_03, red_04, red_05, red_06, red_07,
    sol_01, sol_02, sol_03, sol_04, sol_05, sol_06, sol_07, sol_08, sol_09,
    desk_01, desk_02, desk_03, desk_04, desk_05, desk_06,
    cal_01, cal_02, cal_03, cal_04, cal_05, cal_06, cal_07, cal_08,
    doc_01, doc_02, doc_03, doc_03b, doc_04, doc_05, doc_06, doc_07, doc_08, doc_09, doc_10, doc_11,
    doc_12, doc_13, doc_14, doc_15, doc_16, doc_17, doc_18, doc_19, doc_20, doc_21, doc_22, doc_23,
    fin_01, fin_02, fin_03, fin_04, fin_05, fin_06, fin_07, fin_08, fin_09, fin_10, fin_11, fin_12,
    fin_13, fin_14, fin_15, fin_16, fin_17,
};

constexpr auto names(RegleId) {
    using enum RegleId;
    return std::to_array<core::Named<RegleId>>({
        {elig_01, "ELIG-01"}, {elig_02, "ELIG-02"}, {elig_03, "ELIG-03"}, {elig_04, "ELIG-04"},
        {elig_05, "ELIG-05"}, {elig_06, "ELIG-06"}, {elig_07, "ELIG-07"}, {elig_08, "ELIG-08"},
        {elig_09, "ELIG-09"}, {elig_10, "ELIG-10"}, {elig_11, "ELIG-11"},
        {grp_01, "GRP-01"}, {grp_02, "GRP-02"}, {grp_03, "GRP-03"}, {grp_04, "GRP-04"},
        {grp_05, "GRP-05"}, {grp_06, "GRP-06"}, {grp_07, "GRP-07"}, {grp_08, "GRP-08"},
        {grp_09, "GRP-09"},
        {red_01, "RED-01"}, {red_02, "RED-02"}, {red_03, "RED-03"}, {red_04, "RED-04"},
        {red_05, "RED-05"}, {red_06, "RED-06"}, {red_07, "RED-07"},
        {sol_01, "SOL-01"}, {sol_02, "SOL-02"}, {sol_03, "SOL-03"}, {sol_04, "SOL-04"},
        {sol_05, "SOL-05"}, {sol_06, "SOL-06"}, {sol_07, "SOL-07"}, {sol_08, "SOL-08"},
        {sol_09, "SOL-09"},
        {desk_01, "DESK-01"}, {desk_02, "DESK-02"}, {desk_03, "DESK-03"}, {desk_04, "DESK-04"},
        {desk_05, "DESK-05"}, {desk_06, "DESK-06"},
        {cal_01, "CAL-01"}, {cal_02, "CAL-02"}, {cal_03, "CAL-03"}, {cal_04, "CAL-04"},
        {cal_05, "CAL-05"}, {cal_06, "CAL-06"}, {cal_07, "CAL-07"}, {cal_08, "CAL-08"},
        {doc_01, "DOC-01"}, {doc_02, "DOC-02"}, {doc_03, "DOC-03"}, {doc_03b, "DOC-03b"},
        {doc_04, "DOC-04"}, {doc_05, "DOC-05"}, {doc_06, "DOC-06"}, {doc_07, "DOC-07"},
        {doc_08, "DOC-08"}, {doc_09, "DOC-09"}, {doc_10, "DOC-10"}, {doc_11, "DOC-11"},
        {doc_12, "DOC-12"}, {doc_13, "DOC-13"}, {doc_14, "DOC-14"}, {doc_15, "DOC-15"},
        {doc_16, "DOC-16"}, {doc_17, "DOC-17"}, {doc_18, "DOC-18"}, {doc_19, "DOC-19"},
        {doc_20, "DOC-20"}, {doc_21, "DOC-21"}, {doc_22, "DOC-22"}, {doc_23, "DOC-23"},
        {fin_01, "FIN-01"}, {fin_02, "FIN-02"}, {fin_03, "FIN-03"}, {fin_04, "FIN-04"},
        {fin_05, "FIN-05"}, {fin_06, "FIN-06"}, {fin_07, "FIN-07"}, {fin_08, "FIN-08"},
        {fin_09, "FIN-09"}, {fin_10, "FIN-10"}, {fin_11, "FIN-11"}, {fin_12, "FIN-12"},
        {fin_13, "FIN-13"}, {fin_14, "FIN-14"}, {fin_15, "FIN-15"}, {fin_16, "FIN-16"},
        {fin_17, "FIN-17"},
    });
}
// clang-format on

inline constexpr std::size_t nombre_de_regles = names(RegleId{}).size();

}  // namespace grappe::rules
