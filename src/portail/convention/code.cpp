// The code of an agreement written and found again.
#include "portail/convention/code.hpp"

#include <algorithm>

#include "core/texte.hpp"
#include "portail/convention/convention_repository.hpp"

namespace grappe::convention {
namespace {

constexpr std::size_t signes_de_l_empreinte = 4;

char en_capitale(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string en_capitales(std::string_view texte) {
    std::string sortie;
    for (const char c : texte)
        if (c != ' ') sortie += en_capitale(c);
    return sortie;
}

}  // namespace

teleservice::Depot depot_de(storage::Reader& db, const Convention& convention) {
    auto depots = teleservice::depots(db, convention.dossier);
    const auto le_sien = std::ranges::find(depots, convention.depot, &teleservice::Depot::rang);
    core::ensure(le_sien != depots.end(), "an agreement comes from a deposit");
    return std::move(*le_sien);
}

std::string code_de(const Convention& convention, std::string_view numero) {
    const auto debut = std::string_view{convention.empreinte}.substr(0, signes_de_l_empreinte);
    return std::string{numero} + "-" + en_capitales(debut);
}

std::string code_de(storage::Reader& db, const Convention& convention) {
    return code_de(convention, depot_de(db, convention).numero);
}

core::Result<Sujet> acceder_par_le_code(storage::Reader& db, const Demandeur& qui,
                                        std::string_view code, access::Permission permission) {
    const auto lu = en_capitales(core::trimmed(code));
    const auto inconnue = core::refuse(core::Reason::not_found, "convention.inconnue");
    const auto tiret = lu.rfind('-');
    if (tiret == std::string::npos) return inconnue;
    const auto depot = teleservice::depot_numero(db, lu.substr(0, tiret));
    const auto convention = depot ? trouver_du_dossier(db, depot->dossier) : std::nullopt;
    if (!convention || code_de(db, *convention) != lu) return inconnue;
    return acceder(db, qui, convention->id, permission);
}

}  // namespace grappe::convention
