// One establishment as a reader found it, and its judgement: delivered, delivered with warnings, or
// refused. Shared by the readers of every format.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "referentiels/lecture.hpp"

namespace grappe::referentiels {

// Views of the line being read. Absent is empty.
struct Fiche {
    std::int64_t ligne;
    std::string_view texte;  // the raw line, for the file of refusals
    std::string_view finess_et, finess_ej, raison_sociale, adresse, code_postal, commune;
    std::string_view categorie, libelle_categorie, agregat, siret;
    const Departement* departement = nullptr;  // of the location, when the file tells it
    std::string_view ouvert_le, ferme_le;
    std::string_view x{}, y{};
};

class Guichet {
public:
    Guichet(const Territoires& territoires, const Destination& destination)
        : territoires_{territoires}, destination_{destination} {}

    void deposer(const Fiche& fiche);
    // Coordinates that come on a line of their own.
    void situer(std::int64_t ligne, std::string_view finess_et, std::string_view x,
                std::string_view y);
    void refuser(const Remarque& remarque) const;
    void avertir(std::int64_t ligne, std::string_view code, std::string_view detail) const;

    const Territoires& territoires() const { return territoires_; }
    const Destination& destination() const { return destination_; }

private:
    const Departement* departement_de(const Fiche& fiche, const core::Finess& finess) const;
    void remplir(const Fiche& fiche, const Departement& departement);
    void verifier(const Fiche& fiche) const;
    void rejeter(const Fiche& fiche, std::string_view code, std::string detail) const;

    const Territoires& territoires_;
    const Destination& destination_;
    std::optional<Etablissement> courant_;  // its strings keep their room from line to line
    std::set<core::Finess> sans_point_;     // the places of life, whose point is dropped
};

// A day, alone or followed by a time.
std::optional<core::Date> jour(std::string_view texte);

// A name or a line as it is shown in a remark: cut, without what could be a private address.
std::string extrait(std::string_view texte);

// "33000 BORDEAUX CEDEX 9" is a postal code and a town.
struct Acheminement {
    std::string_view code_postal, commune;
};
Acheminement acheminement(std::string_view ligne);
std::string_view sans_cedex(std::string_view commune);
std::string_view sans_espaces(std::string_view texte);

// The parts that are not empty, with `entre` between them, in `tampon`.
std::string_view joindre(std::string& tampon, std::string_view entre,
                         std::initializer_list<std::string_view> parties);

}  // namespace grappe::referentiels
