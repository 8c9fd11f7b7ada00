// Suite: the moments that a rule gives, one after the other. The one place that knows libical.
#pragma once

#include <memory>
#include <optional>

#include "dui/recurrence/regle.hpp"

namespace grappe::recurrence {

// What was read here is a rule for the library too.
bool admise(const Regle& regle);

class Suite {
public:
    // Nothing after `borne`: the library looks no further.
    Suite(const Regle& regle, const Moment& debut, const Moment& borne);
    ~Suite();
    Suite(const Suite&) = delete;
    Suite& operator=(const Suite&) = delete;

    std::optional<Moment> suivant();  // in order; nothing: no more

private:
    struct Iterateur;
    std::unique_ptr<Iterateur> iterateur_;
};

}  // namespace grappe::recurrence
