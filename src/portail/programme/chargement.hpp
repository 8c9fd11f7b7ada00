// Chargement: reads the call files of folders into resolved calls, all faults at once.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/programme/assemblage.hpp"
#include "portail/programme/defaut.hpp"

namespace grappe::programme {

// A call with its versions in time: one, or one more after each amendment or change of layer.
struct AppelCharge {
    std::string id;
    std::string fichier;
    std::vector<Version> versions;  // never empty, contiguous, ascending
    // What the versions were read from, byte for byte: its file and that of its national layer,
    // with the name by which it asks for it. Empty: it has none.
    std::string texte{}, socle{}, nom_du_socle{};

    // The call as known at `instant`; null outside the days that its file covers.
    const Appel* au(core::Instant instant) const;
    // For a deposit: before the first day the first version judges, after the last day the last.
    const Appel& applicable(core::Instant instant) const;
};

// A fact to tell on standard error, never a fault: a call replaced by another file.
struct Note {
    std::string_view code;  // "programme.note.remplace"
    rules::Faits faits;
};

struct Appels {
    std::vector<AppelCharge> tous;  // by id
    Defauts defauts;                // by file, then line
    std::vector<Note> notes;
    std::vector<std::string> laisses;  // ids of the calls left unread: see charger_un_appel

    const AppelCharge* find(std::string_view id) const;
    std::string ids() const;  // "COR-2021, IDF-2023, …", the ones left unread included
};

using Dossiers = std::vector<std::filesystem::path>;

// The *.toml of each folder; a call of a later folder replaces the same id of an earlier one, with
// a note. A layer `socle = "x"` is socle/x.toml beside the call, else in the other folders.
Appels charger_appels(const Dossiers& dossiers);

// The call of that id alone. The others are left unread where their file says its id plainly; their
// ids and the notes are the same as those of charger_appels.
Appels charger_un_appel(const Dossiers& dossiers, std::string_view id);

// One file. Its national layer is looked for beside it, then in `dossiers`.
Appels charger_appel(const std::filesystem::path& chemin, const Dossiers& dossiers);

// The same from texts: `socle` is the text of the national layer, whatever its name.
Appels lire_appel(std::string_view texte, std::string_view socle);

// Answers the text of the national layer of that name, if there is one.
using TextesDesSocles = std::function<std::optional<std::string>(const std::string& nom)>;
Appels lire_appel_avec(const TextesDesSocles& socles, std::string_view texte);

}  // namespace grappe::programme
