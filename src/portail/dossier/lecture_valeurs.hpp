// Readers of the single values of a dossier: strict, each fault with its own sentence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/finess.hpp"
#include "core/instant.hpp"
#include "core/money.hpp"
#include "core/siret.hpp"
#include "portail/dossier/lecteur.hpp"

namespace grappe::dossier {

std::optional<std::string> texte(Lecteur& lecteur, const Lieu& lieu);
std::optional<bool> booleen(Lecteur& lecteur, const Lieu& lieu);
std::optional<int> compte(Lecteur& lecteur, const Lieu& lieu);  // 0 to 1,000,000
std::optional<int> annee(Lecteur& lecteur, const Lieu& lieu);   // 1900 to 2999
std::optional<core::Money> montant(Lecteur& lecteur, const Lieu& lieu);
std::optional<std::int64_t> heures(Lecteur& lecteur, const Lieu& lieu);  // in hundredths
std::optional<core::Date> date(Lecteur& lecteur, const Lieu& lieu);
std::optional<core::Instant> instant(Lecteur& lecteur, const Lieu& lieu);
std::optional<core::Finess> finess(Lecteur& lecteur, const Lieu& lieu);
std::optional<core::Siret> siret(Lecteur& lecteur, const Lieu& lieu);
std::optional<std::string> departement(Lecteur& lecteur, const Lieu& lieu);
std::optional<std::string> region(Lecteur& lecteur, const Lieu& lieu);
std::optional<std::string> financeur(Lecteur& lecteur, const Lieu& lieu);
std::optional<std::string> piece(Lecteur& lecteur, const Lieu& lieu);  // "DOC-01" …
std::optional<std::vector<std::string>> familles_dsr(Lecteur& lecteur, const Lieu& lieu);

}  // namespace grappe::dossier
