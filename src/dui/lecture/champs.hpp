// Champs: the fields of one line, read by name; each fault is noted once.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/finess.hpp"
#include "dui/fait/fait.hpp"
#include "dui/lecture/ligne.hpp"

namespace grappe::lecture {

enum class Presence { requis, facultatif };

// Nothing is answered where the field is absent or at fault.
class Champs {
public:
    Champs(const ObjetJson& objet, std::vector<Faute>& fautes) : objet_{objet}, fautes_{fautes} {}

    std::optional<std::string_view> texte(std::string_view cle, Presence presence);
    bool vrai(std::string_view cle, bool sinon);
    std::optional<fait::Repere> repere(std::string_view cle, fait::Unite unite, Presence presence);
    fait::Etat mot(std::string_view cle, fait::Type type);  // a closed word of that type
    std::span<const std::string_view> textes(std::string_view cle);
    std::optional<std::int64_t> combien(std::string_view cle);  // zero or more
    std::optional<core::Finess> finess(std::string_view cle);   // with its right key

    std::nullopt_t fautif(std::string_view cle, std::string code);

private:
    const Champ* attendu(std::string_view cle, Presence presence);

    const ObjetJson& objet_;
    std::vector<Faute>& fautes_;
};

}  // namespace grappe::lecture
