// Ordre: the valid payments of a desk leave once, in a numbered batch with its digest; what the
// bank does of each comes back to it. Pure decisions; nothing that left changes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "portail/convention/convention.hpp"

namespace grappe::ordre {

using convention::Objet, convention::Sort, core::Money;

enum class Format { xml, csv };
constexpr auto names(Format) {
    return std::to_array<core::Named<Format>>({{Format::xml, "xml"}, {Format::csv, "csv"}});
}

// A valid payment that no order has taken.
struct Candidat {
    std::string versement, convention, dossier;
    Objet objet;
    Money montant;
    std::string numero, porteur;  // of the deposit
    core::Instant valide_le;
    int compte = 0;     // rank of the account in place; 0: none was given
    std::string fin{};  // its last four characters
    int vu = 0;         // the account that the validation saw; 0: none
    bool confirme = false;
};

// What holds a payment back.
enum class Obstacle { sans_compte, compte_change };
constexpr auto names(Obstacle) {
    return std::to_array<core::Named<Obstacle>>(
        {{Obstacle::sans_compte, "sans_compte"}, {Obstacle::compte_change, "compte_change"}});
}
std::optional<Obstacle> obstacle(const Candidat& candidat);

// Those that are named, or all that nothing holds when none is. Codes "ordre.vide",
// "ordre.versement" (no payment of this desk that waits), "ordre.sans_compte",
// "ordre.compte_change": Reason::conflict; the detail is every one at fault.
core::Result<std::vector<Candidat>> choisir(std::span<const Candidat> candidats,
                                            std::span<const std::string> voulus);

struct Ligne {
    int rang;
    std::string versement, convention, dossier;
    Objet objet;
    Money montant;
    std::string numero, porteur, fin;
    std::optional<Sort> sort{};
    std::string motif{};  // of what the bank rejects
    std::optional<core::Instant> note_le{};
};

struct Fichier {
    Format format;
    std::string empreinte;  // SHA-256 of its bytes
    std::int64_t taille;    // bytes
};

struct Remise {
    Format format;
    std::string par;
    core::Instant remis_le;
};

struct Ordre {
    std::string id, guichet;
    int numero;
    std::string emis_par;
    core::Instant emis_le;
    std::vector<Ligne> lignes{};
    std::vector<Fichier> fichiers{};
    std::vector<Remise> remises{};

    std::string reference() const;  // "OP-75-0001"
    Money total() const;
    Money total(Sort sort) const;
    std::int64_t attendent() const;  // lines of which the bank has said nothing
    int version() const;             // one more each time that something is told of a line
};

// The lines that an answer of the bank is about: the one named, or all that wait. Codes
// "ordre.ligne" (no such line), "ordre.sort_deja" (Reason::conflict), "ordre.rien_n_attend".
core::Result<std::vector<Ligne>> concernees(const Ordre& ordre, std::string_view versement);

std::string reference(std::string_view guichet, int numero);

}  // namespace grappe::ordre
