// The code of an agreement written and found again.
#include "portail/convention/code.hpp"

#include <algorithm>

#include "core/texte.hpp"
#include "portail/convention/avenant_repository.hpp"
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

std::string debut_de(std::string_view empreinte) {
    return en_capitales(empreinte.substr(0, signes_de_l_empreinte));
}

}  // namespace

teleservice::Depot depot_de(storage::Reader& db, const Convention& convention) {
    auto depots = teleservice::depots(db, convention.dossier);
    const auto le_sien = std::ranges::find(depots, convention.depot, &teleservice::Depot::rang);
    core::ensure(le_sien != depots.end(), "an agreement comes from a deposit");
    return std::move(*le_sien);
}

std::string code_de(const Convention& convention, std::string_view numero) {
    return std::string{numero} + "-" + debut_de(convention.empreinte);
}

std::string code_de(storage::Reader& db, const Convention& convention) {
    return code_de(convention, depot_de(db, convention).numero);
}

std::string code_de(const Avenant& avenant, std::string_view numero) {
    return std::string{numero} + "-A" + std::to_string(avenant.rang) + "-" +
           debut_de(avenant.empreinte);
}

core::Result<Sujet> acceder_par_le_code(storage::Reader& db, const Demandeur& qui,
                                        std::string_view code, access::Permission permission) {
    const auto lu = en_capitales(core::trimmed(code));
    const auto inconnue = core::refuse(core::Reason::not_found, "convention.inconnue");
    auto numero = std::string_view{lu};
    numero = numero.substr(0, std::min(numero.rfind('-'), numero.size()));
    auto depot = teleservice::depot_numero(db, numero);
    if (!depot) {  // an amendment has its rank besides
        numero = numero.substr(0, std::min(numero.rfind('-'), numero.size()));
        depot = teleservice::depot_numero(db, numero);
    }
    const auto convention = depot ? trouver_du_dossier(db, depot->dossier) : std::nullopt;
    if (!convention) return inconnue;
    const auto du_sien = depot_de(db, *convention).numero;
    const auto est_lui = [&](const Avenant& un) { return code_de(un, du_sien) == lu; };
    if (code_de(*convention, du_sien) != lu &&
        std::ranges::none_of(avenants_de(db, convention->id), est_lui))
        return inconnue;
    return acceder(db, qui, convention->id, permission);
}

}  // namespace grappe::convention
