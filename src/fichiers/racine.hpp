// The program's folder, and reading of a whole file.
#pragma once

#include <optional>
#include <string>

namespace grappe::fichiers {

// GRAPPE_RACINE, else the nearest folder above the executable that holds locale/fr.txt and
// appels/. Empty: not found.
std::optional<std::string> trouver_racine();

// The bytes of a file, at most `maximum` of them; "-" is the standard input. Empty: unreadable.
std::optional<std::string> lire_fichier(const std::string& chemin, std::size_t maximum);

}  // namespace grappe::fichiers
