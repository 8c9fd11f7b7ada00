// Usage reports, keys, draws and proofs as JSON.
#pragma once

#include <string>

#include "portail/rendu/ecrivain_json.hpp"
#include "portail/usages/cles.hpp"
#include "portail/usages/lecture.hpp"
#include "portail/usages/transmission.hpp"

namespace grappe::api {

// `recu` is what its sender is answered, always the same; `complet` adds what came later.
enum class Moment { recu, complet };
struct RapportAEcrire {
    const usages::RapportVu& vu;
    const usages::Moyens& moyens;
    const rules::Phrases& phrases;
    Moment moment;
};
std::string rapport_json(const RapportAEcrire& rapport);

std::string liste_json(const usages::Liste& liste, const usages::Critere& critere);
std::string cle_json(const usages::Cle& cle);
std::string cles_json(const std::vector<usages::Cle>& cles);
std::string tirage_json(const usages::Tirage& tirage);
std::string preuves_json(const usages::Preuves& preuves);

}  // namespace grappe::api
