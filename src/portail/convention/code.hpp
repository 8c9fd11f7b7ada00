// Code: what stands on the paper of an agreement or of an amendment, so that a scan of it finds its
// dossier: the number of the deposit, and the beginning of the digest of what is signed.
#pragma once

#include "portail/convention/acces.hpp"
#include "portail/convention/avenant.hpp"
#include "portail/teleservice/depot_repository.hpp"

namespace grappe::convention {

// The deposit that its amounts come from.
teleservice::Depot depot_de(storage::Reader& db, const Convention& convention);

// "NA-2024-AAAA-BBBB-CCCC-1F3A"
std::string code_de(const Convention& convention, std::string_view numero);
// The number is that of its deposit.
std::string code_de(storage::Reader& db, const Convention& convention);

// "NA-2024-AAAA-BBBB-CCCC-A1-1F3A"
std::string code_de(const Avenant& avenant, std::string_view numero);

// The agreement that a code, or that of one of its amendments, leads to.
struct Designe {
    Sujet sujet;
    std::optional<Avenant> avenant{};  // empty: the agreement itself
};
// As typed or read by a telephone: spaces and small letters do not matter. Codes of `acceder`; a
// code of another state of the agreement is "convention.inconnue".
core::Result<Designe> acceder_par_le_code(storage::Reader& db, const Demandeur& qui,
                                          std::string_view code, access::Permission permission);

// As it is printed.
std::string code_de(storage::Reader& db, const Designe& designe);

// What may be codes in a text that somebody else wrote: the words that have their form, capitals,
// each once and `codes_lus` at most. Pure.
inline constexpr std::size_t codes_lus = 40;
std::vector<std::string> codes_possibles(std::string_view texte);

}  // namespace grappe::convention
