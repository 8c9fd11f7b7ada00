// Any bytes as a line of import: refused or understood, never a crash; what is understood is sane.
#include <cstddef>
#include <cstdint>

#include "core/ensure.hpp"
#include "dui/lecture/ligne.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* octets, std::size_t combien) {
    namespace core = grappe::core;
    namespace fait = grappe::fait;
    grappe::lecture::LecteurDeLigne lecteur;
    const std::string texte{reinterpret_cast<const char*>(octets), combien};
    const auto* ligne = lecteur.lire(texte);
    core::ensure((ligne == nullptr) == !lecteur.fautes().empty(), "a fault or a fact");
    if (ligne == nullptr) return 0;
    const auto& lu = ligne->fait;
    core::ensure(!lu.id.empty() && lu.debut.has_value(), "an id and a time");
    core::ensure(!lu.fin || *lu.fin >= *lu.debut || lu.type == fait::Type::personne,
                 "no end before its beginning");
    const auto debut = fait::texte_de(*lu.debut, fait::unite_de(lu.type));
    core::ensure(fait::repere_de(debut, fait::unite_de(lu.type)) == lu.debut, "a time");
    return 0;
}
