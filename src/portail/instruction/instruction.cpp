// The decision that counts among several.
#include "portail/instruction/instruction.hpp"

namespace grappe::instruction {

const Verdict* verdict_de(const std::vector<Verdict>& verdicts, std::string_view piece) {
    const Verdict* dernier = nullptr;
    for (const auto& verdict : verdicts)
        if (verdict.piece == piece) dernier = &verdict;
    return dernier;
}

const Appreciation* appreciation_de(const std::vector<Appreciation>& appreciations,
                                    std::string_view regle, std::string_view objet) {
    const Appreciation* derniere = nullptr;
    for (const auto& appreciation : appreciations)
        if (appreciation.regle == regle &&
            (appreciation.objet.empty() || appreciation.objet == objet))
            derniere = &appreciation;
    return derniere;
}

}  // namespace grappe::instruction
