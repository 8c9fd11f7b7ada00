// Every SQL statement about shared devices and what is taken over there.
#pragma once

#include "dui/appareil/appareil.hpp"

namespace grappe::appareil {

struct Enrole {
    Appareil appareil;
    std::string empreinte, par;
    core::Instant le;
};
void ajouter(storage::Writer& db, const Enrole& enrole);
std::optional<Appareil> trouver(storage::Reader& db, const std::string& id);
void marquer_retire(storage::Writer& db, const std::string& id, core::Instant le);

struct Code {
    std::string compte, pin;
};
std::optional<Code> code_de(storage::Reader& db, const std::string& compte);
std::optional<Code> code_du_badge(storage::Reader& db, const std::string& badge);
// `badge`: its digest; empty: none.
void poser_le_code(storage::Writer& db, const Code& code, const std::string& badge);
// One try more, before it is made; false: there were as many as there may be.
bool consommer_un_essai(storage::Writer& db, const std::string& compte);
void rendre_les_essais(storage::Writer& db, const std::string& compte);

void ouvrir_le_relais(storage::Writer& db, const std::string& appareil, const std::string& compte,
                      core::Instant jusqu_a);
// Nothing: not open there, or no longer.
std::optional<core::Instant> relais_jusqu_a(storage::Reader& db, const std::string& appareil,
                                            const std::string& compte, core::Instant reel);

void garder(storage::Writer& db, const std::string& compte, const std::string& scelle);
std::optional<std::string> garde_de(storage::Reader& db, const std::string& compte);

}  // namespace grappe::appareil
