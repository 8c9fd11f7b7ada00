// Rows of amendments: what they change and grant, their signatures, what became of them.
#pragma once

#include <string_view>

#include "portail/convention/avenant.hpp"
#include "storage/reader.hpp"

namespace grappe::convention {

std::optional<Avenant> trouver_avenant(storage::Reader& db, std::string_view id);
std::optional<Avenant> avenant_de_rang(storage::Reader& db, std::string_view convention, int rang);
// By rank, those that were given up too.
std::vector<Avenant> avenants_de(storage::Reader& db, std::string_view convention);
// The one in force: the last that took effect; empty: none did.
std::optional<Avenant> avenant_en_vigueur(storage::Reader& db, std::string_view convention);
// Of every kind, those given up too; 0: there is none.
int dernier_rang(storage::Reader& db, std::string_view convention);
// Of those that took effect, in order.
std::vector<Changement> changements_en_effet(storage::Reader& db, std::string_view convention);
// Whether one waits for its signatures.
bool avenant_en_attente(storage::Reader& db, std::string_view convention);

void ajouter(storage::Writer& db, const Avenant& avenant, std::string_view dossier);
void ajouter(storage::Writer& db, const Avenant& avenant, const Signature& signature);
void ajouter(storage::Writer& db, const Avenant& avenant, std::string_view dossier,
             const SuiteDAvenant& suite);

}  // namespace grappe::convention
