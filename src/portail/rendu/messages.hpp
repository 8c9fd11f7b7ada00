// Messages: renders sentences one after the other, finding each template once by its address.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "rules/phrases.hpp"

namespace grappe::rendu {

// For one rendering: the codes that it is given do not change meanwhile, so that the same address
// is the same code. A thousand findings use a hundred sentences.
class Messages {
public:
    explicit Messages(const rules::Phrases& phrases) : phrases_{phrases} {}

    // Valid until the next call.
    std::string_view rendre(std::string_view code, const rules::Faits& faits) {
        auto& place = places_[(reinterpret_cast<std::uintptr_t>(code.data()) >> 3) % taille];
        if (place.code.data() != code.data() || place.code.size() != code.size())
            place = {code, &phrases_.trouver(code)};
        message_.clear();
        rules::Phrases::ajouter(message_, *place.gabarit, faits);
        return message_;
    }

private:
    static constexpr std::size_t taille = 512;
    struct Place {
        std::string_view code;
        const rules::Gabarit* gabarit = nullptr;
    };

    const rules::Phrases& phrases_;
    std::array<Place, taille> places_{};
    std::string message_;
};

}  // namespace grappe::rendu
