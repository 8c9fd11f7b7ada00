// What every command of both programs is given.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "core/instant.hpp"
#include "core/result.hpp"
#include "rules/phrases.hpp"

namespace grappe::cli {

// Exit codes of contracts portail-check and dui-indicateurs.
enum Code : int { reussi = 0, donnees_inutilisables = 1, saisie_illisible = 2 };

// What tells the data of one program from those of the other.
struct Magasin {
    std::string_view nom;      // "Le portail"
    std::string_view fichier;  // "portail.sqlite"
    std::string_view schema;   // "schema/portail", in the program's folder
};

// Made once by the program; outlives every command.
struct Session {
    std::string racine;  // the program's folder: appels/, donnees/, locale/, schema/
    rules::Phrases phrases;
    core::Instant maintenant;  // the instant of the start, or that of --horloge
    Magasin magasin{};
    std::FILE* sortie = stdout;
    std::FILE* erreur = stderr;
};

void ecrire(std::FILE* fichier, std::string_view texte);

// Says the refusal in French on the error output; answers `code`.
int refuser(const Session& session, const core::Refusal& refus, int code);

// Whether a base, or a file, may stand at that address; else its scheme is refused in French, and
// the command answers `saisie_illisible`.
bool est_une_adresse(const Session& session, std::string_view url);

}  // namespace grappe::cli
