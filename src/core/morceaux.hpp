// Morceaux: texts that a parser of events gives in parts, borrowed where they lie whole.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace grappe::core {

// A text without escape is a view of the source, which must outlive it; any other is kept.
class Morceaux {
public:
    explicit Morceaux(std::string_view source) : source_{source} {}

    void amasser(std::string_view part) { amas_ += part; }

    // The last part of a text: all of it, in the source or in `decodes`.
    std::string_view finir(std::string_view part, std::deque<std::string>& decodes) {
        if (amas_.empty() && est_dans_la_source(part)) return part;
        amasser(part);
        return decodes.emplace_back(std::exchange(amas_, {}));
    }

private:
    bool est_dans_la_source(std::string_view part) const {
        constexpr std::less_equal<const char*> avant;
        return avant(source_.data(), part.data()) &&
               avant(part.data() + part.size(), source_.data() + source_.size());
    }

    std::string_view source_;
    std::string amas_;
};

}  // namespace grappe::core
