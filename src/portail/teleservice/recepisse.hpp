// Récépissé: what a deposit answers, and the canonical text that its digest seals
// (docs/recepisse.md). Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/instant.hpp"
#include "core/money.hpp"
#include "portail/teleservice/obstacle.hpp"
#include "portail/teleservice/piece.hpp"

namespace grappe::teleservice {

struct Recepisse {
    std::string numero;
    std::string dossier;
    int version;
    std::string appel;
    core::Instant depose_le;
    GuichetDuDepot guichet;
    std::string regles;   // digest of the resolved call
    std::string contenu;  // SHA-256 of the frozen text
    std::vector<Piece> pieces;
    std::optional<core::Money> subvention;
    std::string empreinte{};
};

// One fact a line, ended by '\n'; pieces by type, digest, then body.
std::string texte_canonique(const Recepisse& recepisse);

// SHA-256 of the canonical text, 64 hexadecimal digits.
std::string empreinte_de(const Recepisse& recepisse);

// "NA-2024-7K3M-9QRT-2XWV": letters and digits that are not mistaken for others.
std::string nouveau_numero(std::string_view appel);

// The JSON of the answer: the facts above, the amounts, every finding that is neither CONFORME nor
// SANS_OBJET, and the establishments that others deposited too.
std::string recepisse_json(const Recepisse& recepisse, const socle::Verifie& verifie,
                           const std::vector<std::string>& chez_d_autres,
                           const rules::Phrases& phrases);

// Does that digest, as a person gives it, name this deposit? Any case, with or without "sha256:".
bool correspond(std::string_view donnee, std::string_view empreinte);

}  // namespace grappe::teleservice
