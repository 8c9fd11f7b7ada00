// Annuaire: the persons that an organisation knows, held in memory and as fresh as the database.
#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <map>
#include <set>
#include <shared_mutex>
#include <unordered_map>

#include "dui/annuaire/doublon.hpp"
#include "dui/annuaire/rayon.hpp"
#include "storage/reader.hpp"

namespace grappe::annuaire {

// Which establishments may the asker read?
using Lisible = std::function<bool(std::string_view finess_et)>;

// Why somebody was found: for a word typed, how it agrees and with which field.
struct Raison {
    std::string mot;
    Accord accord;

    bool operator==(const Raison&) const = default;
};

struct Trouvaille {
    Personne personne;  // with her stays at readable establishments only
    Niveau niveau;      // that of the word that agrees the least
    std::vector<Raison> raisons;
};

struct Reponse {
    std::vector<Trouvaille> trouvailles;
    bool il_y_en_a_d_autres = false;
};

struct Doublon {
    Personne personne;  // with her stays at readable establishments only
    Ressemblance ressemblance;
};

// A walk along those of a readable stay, in the order in which they became known: who comes later
// stands behind, so that a page goes on where the one before ended.
struct Parcours {
    std::string_view apres;  // an id; empty, or unknown: from the first
    const Lisible& lisible;
    // Letters that a name or a given name holds, as `lettres_de`; empty: all.
    std::string lettres;
    const std::function<bool(const Personne& entiere)>& retenir;
    // With her stays at readable establishments only; no: it ends there.
    const std::function<bool(Personne&& vue)>& voir;
};

struct Question {
    std::string_view texte;
    const Lisible& lisible;
    std::size_t combien;
};

// One a process, shared by its threads: questions are asked side by side, what is new is put away
// between them. Somebody whose stays were read before her identity is not told yet.
class Annuaire {
public:
    // Puts away what was recorded since the last time. `db` reads what is committed: give it no
    // writer. Whoever asks after it sees all that `db` sees, or more.
    void mettre_a_jour(storage::Reader& db);

    std::optional<Personne> personne(std::string_view id) const;
    // Has, or had, or will have a stay there.
    bool accompagnee_a(std::string_view personne, std::string_view finess_et) const;
    // Their ids in the order of names. The cost is that of those who ever stayed there.
    std::vector<std::string> presentes(std::string_view finess_et, core::Date jour) const;

    // Every word typed must agree with a name or the date of birth, or all of it be the id. In
    // order: level (exact, prefix, fragment, slip), birth name, given names, date of birth, id.
    // Only persons of readable establishments: theirs by a stay, or by who told their identity.
    // Nothing of the answer depends on others.
    Reponse chercher(const Question& question) const;

    // Who may be that person already, the highest score first, then in the order of names; as many
    // at most. Of readable establishments only, as a search. Her id and stays do not count.
    std::vector<Doublon> doublons(const Personne& decrite, const Lisible& lisible,
                                  std::size_t combien) const;

    // All who ever had a stay there, in no order: for counts.
    std::vector<Personne> accompagnees_a(std::string_view finess_et) const;
    void parcourir(const Parcours& parcours) const;
    // Whose stay it is, as last recorded.
    std::optional<std::string> personne_du_sejour(const std::string& sejour) const;

    std::size_t combien() const;
    // Those of any stay, in ascending order.
    std::vector<std::string> etablissements() const;

private:
    struct Fiche {
        Personne personne;
        bool connue = false;  // her identity was told
        Etiquette etiquette;
        std::string cle;          // what orders the shelf
        std::vector<Rang> lieux;  // establishments, each once
        bool rangee = false;      // on the shelf, at the place that `cle` says
    };
    struct Lieu {
        Rang numero;
        std::set<Rang> personnes;  // who ever had a stay there
    };
    Rang rang_de(const std::string& id);
    Lieu& lieu_de(const std::string& finess_et);
    void ranger(const fait::Fait& fait);
    void ranger_une_personne(const fait::Fait& fait);
    void ranger_un_sejour(const fait::Fait& fait);
    void retirer_le_sejour(const std::string& id);
    void situer(Fiche& fiche);
    Place place_de(const std::string& cle) const;
    Rayon::Fiche pour_le_rayon(Rang rang) const;
    void ordonner();
    void ordonner_tout();
    Lieux bits_de(const Fiche& fiche) const;
    class Vision;  // what somebody may see, for the length of a question
    Trouvaille trouvaille(const Trouve& trouve, const Requete& requete, const Vision& vision) const;

    mutable std::shared_mutex verrou_;
    std::atomic<std::int64_t> vu_{0};  // number of the last fact put away
    std::deque<Fiche> fiches_;
    std::unordered_map<std::string, Rang> rangs_;
    std::unordered_multimap<std::string, Rang> rangs_plies_;  // by folded id
    std::unordered_map<std::string, Rang> sejours_;           // whose each one is
    std::map<std::string, Lieu, std::less<>> lieux_;
    std::vector<std::string> finess_;  // by number
    std::vector<Rang> a_ordonner_;
    Rayon rayon_;
};

}  // namespace grappe::annuaire
