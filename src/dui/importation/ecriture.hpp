// The second pass of an import: sound lines become versions of facts.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "dui/importation/examen.hpp"
#include "dui/magasin/faits_repository.hpp"

namespace grappe::importation {

// Within one write transaction.
class Ecriture {
public:
    Ecriture(storage::Writer& db, const Ids& personnes, Registre& registre);

    void ajouter(std::int64_t numero_de_ligne, const lecture::Ligne& ligne);
    void vider();
    // The act of all that is written here, known from `maintenant` on, or from the former act on
    // when the clock has gone back.
    magasin::Enregistrement acte(magasin::Moment maintenant) const {
        return {dernier_acte_.numero + 1, std::max(maintenant, dernier_acte_.connu_le)};
    }

private:
    struct Attente {
        std::int64_t numero_de_ligne;
        fait::Fait fait;
        bool corrige;
    };
    using Versions = std::map<std::string_view, std::vector<magasin::Version>>;

    void decider(Attente& attente, Versions& connues);
    bool nomme_des_inconnus(const Attente& attente);
    // Null: nothing is to be written; a fault was noted where it is one.
    std::optional<std::int64_t> version_a_ecrire(const Attente& attente,
                                                 std::span<const magasin::Version> connues);
    std::nullopt_t deja_connue();

    storage::Writer& db_;
    const Ids& personnes_;
    Registre& registre_;
    Bilan& bilan_;
    magasin::Enregistrement dernier_acte_;
    std::int64_t prochain_;
    std::vector<Attente> attentes_;
    std::vector<magasin::Version> ajouts_;
};

}  // namespace grappe::importation
