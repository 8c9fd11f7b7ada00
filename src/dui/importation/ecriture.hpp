// The second pass of an import: sound lines become versions of facts.
#pragma once

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
    // Of a line at fault, who else is unknown: all that is wrong in it is told at once.
    void relever_les_inconnus(std::int64_t numero_de_ligne, const fait::Fait& fautif);
    // Once all lines are there: those that say a former content of what another line corrects.
    void finir();
    // Ids of lines that say a person, and that are another fact's.
    const std::vector<std::string>& fausses_personnes() const { return fausses_personnes_; }
    // The act of all that is written here.
    magasin::Enregistrement acte(magasin::Moment maintenant) const {
        return magasin::suivant(dernier_acte_, maintenant);
    }

private:
    struct Attente {
        std::int64_t numero_de_ligne;
        fait::Fait fait;
        bool corrige;
    };
    using Versions = std::map<std::string_view, std::vector<magasin::Version>>;

    void decider(Attente& attente, Versions& connues);
    bool nomme_des_inconnus(std::int64_t numero_de_ligne, const fait::Fait& fait);
    void avertir_d_un_deces(const Attente& attente, Versions& connues);
    // Null: nothing is to be written; a fault was noted where it is one.
    std::optional<std::int64_t> version_a_ecrire(const Attente& attente,
                                                 std::span<const magasin::Version> connues);
    std::nullopt_t deja_connue();
    std::nullopt_t contredire(const Attente& attente, fait::Type connu);

    storage::Writer& db_;
    const Ids& personnes_;
    Registre& registre_;
    Bilan& bilan_;
    magasin::Enregistrement dernier_acte_;
    std::int64_t prochain_;
    std::vector<Attente> attentes_;
    std::vector<Attente> litiges_;  // plain lines that contradict what is known, until the end
    bool finit_ = false;
    std::vector<std::string> fausses_personnes_;
    std::vector<magasin::Version> ajouts_;
};

}  // namespace grappe::importation
