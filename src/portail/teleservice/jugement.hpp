// Jugement: what the rules say of a dossier as it stands, be it half written. What cannot be read
// is told, and the answer is computed without it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "portail/socle/verification.hpp"
#include "portail/teleservice/composition.hpp"

namespace grappe::teleservice {

struct Jugement {
    std::vector<dossier::Faute> fautes;  // of the text as written; empty: all of it was read
    std::vector<std::string> ignorees;   // keys that the server decides: "pieces"
    // Without the facts at fault. Null: what is left cannot be judged either.
    std::unique_ptr<const socle::Verifie> verifie;

    bool lisible() const { return fautes.empty(); }
};

// Of a text that is JSON: `ecrire` refused it otherwise.
Jugement juger(const dossier::LectureJson& lu, const Complement& complement,
               const socle::Moyens& moyens);

}  // namespace grappe::teleservice
