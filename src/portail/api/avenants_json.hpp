// Amendments as JSON: what is asked for, and what it makes.
#pragma once

#include <string>
#include <vector>

#include "portail/convention/avenants.hpp"
#include "rules/phrases.hpp"

namespace grappe::api {

// {motif, changements: [{genre, finess, valeur}]}.
struct CorpsDAvenant {
    std::string motif;
    std::vector<convention::Changement> changements{};
    std::vector<convention::FauteDeChangement> fautes{};  // "avenant.genre", "avenant.forme"
};
// Code "api.json_invalide".
core::Result<CorpsDAvenant> lire_avenant(std::string_view json);

std::string avenant_json(const convention::AvenantLu& lu, const rules::Phrases& phrases);
std::string avenants_json(const std::vector<convention::AvenantLu>& lus,
                          const rules::Phrases& phrases);
// The same before it is prepared: it has no number, and the envelope may lack money for it.
std::string apercu_json(const convention::Propose& propose, const rules::Phrases& phrases);

}  // namespace grappe::api
