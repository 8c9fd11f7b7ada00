// Contexte: what a command works with, loaded once: the calls, the register, what they need.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "portail/programme/chargement.hpp"
#include "portail/socle/verification.hpp"
#include "referentiels/registre_en_service.hpp"

namespace grappe::socle {

struct DemandeDeContexte {
    std::string racine;
    std::vector<std::string> appels{};      // further folders of call files
    std::optional<std::string> appel{};     // the only call that is needed; none: all of them
    std::optional<std::string> registre{};  // --registre
    core::Instant maintenant;
    std::function<void(std::uint64_t lus, std::uint64_t total)> progres{};
};

class Contexte {
public:
    Contexte(programme::Appels appels, referentiels::RegistreEnService registre,
             const rules::Phrases& phrases)
        : appels_{std::move(appels)}, registre_{std::move(registre)}, phrases_{phrases} {}

    const programme::Appels& appels() const { return appels_; }
    referentiels::RegistreEnService& registre() { return registre_; }
    // Borrows the context: the answers of `verifier` must not outlive it.
    Moyens moyens();

private:
    programme::Appels appels_;
    referentiels::RegistreEnService registre_;
    const rules::Phrases& phrases_;
};

// The context, or the French sentences that say why the program's own data cannot be used.
struct Ouverture {
    std::unique_ptr<Contexte> contexte;
    std::vector<std::string> defauts;
};

// `phrases` outlives the context.
Ouverture ouvrir(const DemandeDeContexte& demande, const rules::Phrases& phrases);

// The call of that id as it stands for a deposit at that instant.
const programme::Appel* appel_au(const programme::Appels& appels, std::string_view id,
                                 core::Instant depose_le);

}  // namespace grappe::socle
