// Champs: reads the members of a canonical object, one by one; every fault is told, none stops it.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/instant.hpp"
#include "core/named.hpp"
#include "rapport/arbre.hpp"
#include "rapport/json.hpp"
#include "rapport/reproche.hpp"

namespace grappe::rapport {

// Paths are as in "etablissements[3].finess_et". A member that is absent or of another kind is told
// and a neutral value answered; `finir` tells those that nobody asked for.
class Champs {
public:
    Champs(const Valeur& valeur, std::string chemin, Reproches& reproches);

    bool a(std::string_view nom) const { return trouver(nom) != nullptr; }
    std::string texte(std::string_view nom);
    std::int64_t nombre(std::string_view nom);
    const Liste& liste(std::string_view nom);
    const Valeur& valeur(std::string_view nom);
    bool oui(std::string_view nom);  // 0 or 1
    void finir();

    // A text that `lire` understands; what it answers converts to false when it does not.
    template <class T, class Lire>
    T lu(std::string_view nom, T neutre, Lire lire) {
        const auto trouve = lire(texte(nom));
        if (trouve) return *trouve;
        manque(nom);
        return neutre;
    }
    core::Date jour(std::string_view nom);
    std::optional<core::Date> jour_ou_rien(std::string_view nom);
    core::Instant instant(std::string_view nom);
    Empreinte empreinte(std::string_view nom);
    template <class E>
    E nomme(std::string_view nom) {
        return lu<E>(nom, E{}, [](const std::string& lu) { return core::named<E>(lu); });
    }

    std::string sous(std::string_view nom) const;
    std::string sous(std::string_view nom, std::size_t rang) const;

private:
    const Valeur* trouver(std::string_view nom) const;
    const Valeur* prendre(std::string_view nom);
    void manque(std::string_view nom);

    const Objet* objet_ = nullptr;
    std::string chemin_;
    Reproches& reproches_;
    std::set<std::string, std::less<>> pris_, dits_;
};

// An instant as reports write it: "2024-08-01T10:00:00Z" and no other way.
core::Result<core::Instant> lire_instant(std::string_view texte);

}  // namespace grappe::rapport
