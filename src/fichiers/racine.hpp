// The program's folder, and reading of a whole file.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace grappe::fichiers {

// GRAPPE_RACINE, else the nearest folder above the executable that holds locale/fr.txt and
// appels/. Empty: not found.
std::optional<std::string> trouver_racine();

// The bytes of a file, at most `maximum` of them; "-" is the standard input. Empty: unreadable.
std::optional<std::string> lire_fichier(const std::string& chemin, std::size_t maximum);

// The same where its first bytes say how many may follow.
using MaximumSelonLeDebut = std::function<std::size_t(std::string_view debut)>;
std::optional<std::string> lire_fichier(const std::string& chemin,
                                        const MaximumSelonLeDebut& maximum_de);

}  // namespace grappe::fichiers
