// Exports: files that an account asks for, made in the background, kept some days for her alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/roles.hpp"
#include "core/instant.hpp"
#include "core/named.hpp"
#include "core/result.hpp"
#include "portail/teleservice/acces.hpp"

namespace grappe::documents {

enum class Genre { liste_csv, liste_xlsx, dossier_pdf, dossier_archive, mes_donnees };
constexpr auto names(Genre) {
    using enum Genre;
    return std::to_array<core::Named<Genre>>({{liste_csv, "liste_csv"},
                                              {liste_xlsx, "liste_xlsx"},
                                              {dossier_pdf, "dossier_pdf"},
                                              {dossier_archive, "dossier_archive"},
                                              {mes_donnees, "mes_donnees"}});
}

enum class EtatExport { demande, pret, echec, perime };
constexpr auto names(EtatExport) {
    using enum EtatExport;
    return std::to_array<core::Named<EtatExport>>(
        {{demande, "demande"}, {pret, "pret"}, {echec, "echec"}, {perime, "perime"}});
}

struct Export {
    std::string id, compte;
    Genre genre;
    std::string objet;  // of a dossier: its id; of a list: the state wanted, or nothing
    EtatExport etat;
    std::string nom;  // of the file: "dossiers.csv"
    core::Instant demande_le;
    std::optional<core::Instant> fini_le{};
    core::Instant perime_le;
    std::optional<std::int64_t> taille{};
    std::optional<std::string> sha256{};
    int essais = 0;
    std::string faute{};  // a code
};

// Choices of the program: no text speaks of exports.
inline constexpr int jours_de_garde = 3;
inline constexpr int exports_a_faire_au_plus = 10;  // of one account
inline constexpr int essais_au_plus = 3;

struct DemandeDExport {
    Genre genre;
    std::string_view objet;
};
// Only what the account may read now; asked again when the file is made. Codes "exports.objet",
// "exports.trop", those of `demander`, "acces.refuse".
core::Result<Export> demander_un_export(storage::Writer& db, const teleservice::Demandeur& qui,
                                        const DemandeDExport& demande);

// One's own, the last asked first.
std::vector<Export> mes_exports(storage::Reader& db, const access::Acteur& acteur);
// Code "exports.inconnu": there is none, or it is another's.
core::Result<Export> mon_export(storage::Reader& db, const access::Acteur& acteur,
                                std::string_view id);
// The same for its file, and the line in the journal. Codes "exports.inconnu", "exports.pas_pret",
// "exports.perime".
core::Result<Export> prendre(storage::Writer& db, const teleservice::Demandeur& qui,
                             std::string_view id);

std::string export_json(const Export& un);
std::string_view type_mime(Genre genre);

}  // namespace grappe::documents
