// The code of an agreement written and found again.
#include "portail/convention/code.hpp"

#include <algorithm>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "portail/convention/avenant_repository.hpp"
#include "portail/convention/convention_repository.hpp"

namespace grappe::convention {
namespace {

constexpr std::size_t signes_de_l_empreinte = 4;

// "NA-2024-AAAA-BBBB-CCCC-1F3A": the number of a deposit has four dashes at the least.
constexpr std::ptrdiff_t tirets_d_un_code = 4;
constexpr std::size_t signes_d_un_code = 60;

bool est_d_un_code(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; }

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

// "NA-2024-AAAA-BBBB-CCCC-A2-1F3A": 2; empty: it names no amendment.
std::optional<int> rang_du_code(std::string_view code, std::string_view numero) {
    if (!code.starts_with(std::string{numero} + "-A")) return std::nullopt;
    code.remove_prefix(numero.size() + 2);
    const auto rang = core::integer<int>(code.substr(0, code.find('-')));
    return rang ? std::optional{*rang} : std::nullopt;
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

std::string code_de(storage::Reader& db, const Designe& designe) {
    const auto numero = depot_de(db, designe.sujet.convention).numero;
    return designe.avenant ? code_de(*designe.avenant, numero)
                           : code_de(designe.sujet.convention, numero);
}

core::Result<Designe> acceder_par_le_code(storage::Reader& db, const Demandeur& qui,
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
    const auto rang = rang_du_code(lu, du_sien);
    auto avenant = rang ? avenant_de_rang(db, convention->id, *rang) : std::nullopt;
    if (avenant && code_de(*avenant, du_sien) != lu) avenant.reset();
    if (code_de(*convention, du_sien) != lu && !avenant) return inconnue;
    auto sujet = acceder(db, qui, convention->id, permission);
    if (!sujet) return sujet.error();
    return Designe{.sujet = *std::move(sujet), .avenant = std::move(avenant)};
}

std::vector<std::string> codes_possibles(std::string_view texte) {
    std::vector<std::string> codes;
    std::string mot;
    const auto finir = [&] {
        const auto tirets = std::ranges::count(mot, '-');
        if (tirets >= tirets_d_un_code && mot.size() <= signes_d_un_code &&
            codes.size() < codes_lus && std::ranges::find(codes, mot) == codes.end())
            codes.push_back(mot);
        mot.clear();
    };
    for (const char c : texte) {
        const char signe = en_capitale(c);
        if (est_d_un_code(signe))
            mot += signe;
        else
            finir();
    }
    finir();
    return codes;
}

}  // namespace grappe::convention
