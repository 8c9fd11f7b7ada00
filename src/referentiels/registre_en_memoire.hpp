// The whole register as one pure value with its search: built once when a server starts, then read
// by all its threads.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/date.hpp"
#include "referentiels/categories.hpp"
#include "referentiels/etablissement.hpp"
#include "referentiels/mots_usuels.hpp"
#include "referentiels/vocabulaire.hpp"

namespace grappe::referentiels {

// Every word of `texte` is required, as the beginning of a word of the name or of the town, of a
// number (ET, EJ, SIRET; inside too when nothing begins so) or of the postal code; or as part of
// the name of its category, department or region (mots_usuels.hpp). Empty criteria do not count.
struct Recherche {
    std::string texte;
    std::string categorie = "";
    std::string region = "";
    std::string departement = "";
    std::size_t limite = 20;
};

struct Trouvailles {
    // The number itself, names that begin so, whole words, the rest; within each: open before
    // closed, those of the programme before the others, then by name.
    std::vector<const Etablissement*> etablissements;
    std::size_t total = 0;  // also those beyond the limit
};

class RegistreEnMemoire {
public:
    RegistreEnMemoire(std::optional<core::Date> date, std::vector<Etablissement> etablissements,
                      const Categories& categories, MotsUsuels usuels);

    // The indexes point into the establishments: moved, never copied.
    RegistreEnMemoire(const RegistreEnMemoire&) = delete;
    RegistreEnMemoire& operator=(const RegistreEnMemoire&) = delete;
    RegistreEnMemoire(RegistreEnMemoire&&) = default;
    RegistreEnMemoire& operator=(RegistreEnMemoire&&) = default;
    ~RegistreEnMemoire() = default;

    std::optional<core::Date> date() const { return date_; }  // empty: nothing says it
    std::size_t effectif() const { return etablissements_.size(); }
    const Etablissement* find(std::string_view finess_et) const;
    bool est_entite_juridique(std::string_view numero) const;

    Trouvailles chercher(const Recherche& recherche) const;  // nothing asked, nothing found

private:
    class Tri;
    struct Demande {
        std::vector<std::string> mots;
        SensParMot sens;  // of each word
    };
    using ParCritere = std::unordered_map<std::string, Ensemble>;

    void indexer();
    void indexer_mots(std::uint32_t rang, Vocabulaire::Chantier& chantier);
    void indexer_noms();
    Ensemble repondre(Demande& demande) const;
    Demande comprendre(const std::string& texte) const;
    void joindre(const std::vector<Sens>& sens, Ensemble& ensemble) const;
    const ParCritere& par(Critere critere) const;
    Ensemble contenant(std::string_view chiffres) const;
    void filtrer(Ensemble& reponse, const Recherche& recherche) const;
    void classer(const Demande& demande, Tri& tri) const;
    std::string_view nom(std::uint32_t rang) const {
        return std::string_view{lettres_}.substr(noms_[rang], noms_[rang + 1] - noms_[rang]);
    }
    void noms_commencant_par(const std::string& debut, Tri& tri) const;

    std::optional<core::Date> date_;
    std::vector<Etablissement> etablissements_;  // by rank: the order of an answer
    std::unordered_map<std::string_view, std::uint32_t> par_numero_;
    std::unordered_set<std::string_view> entites_;
    MotsUsuels usuels_;
    Vocabulaire vocabulaire_;
    std::string lettres_;                 // the folded names
    std::vector<std::uint32_t> noms_;     // where each begins in lettres_, by rank, and the end
    std::vector<std::uint32_t> par_nom_;  // ranks in the alphabetical order of folded names
    std::string numeros_;                 // the FINESS numbers, one after the other, by rank
    ParCritere par_categorie_, par_region_, par_departement_;
};

}  // namespace grappe::referentiels
