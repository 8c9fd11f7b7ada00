// Lien: which account of the portail an identity of an OpenID Connect provider enters.
#pragma once

#include <optional>
#include <string>

#include "core/instant.hpp"
#include "storage/reader.hpp"

namespace grappe::identity {

struct LienOpenid {
    std::string emetteur, sujet, compte;
    core::Instant lie_le;
};

std::optional<LienOpenid> trouver_le_lien(storage::Reader& db, const std::string& emetteur,
                                          const std::string& sujet);
std::optional<LienOpenid> lien_du_compte(storage::Reader& db, const std::string& compte);
void ajouter_le_lien(storage::Writer& db, const LienOpenid& lien);
bool oter_le_lien(storage::Writer& db, const std::string& compte);  // false: there was none

}  // namespace grappe::identity
