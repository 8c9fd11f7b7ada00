// Comité: the selection committee of a window at a desk, and what is said there. Everything said is
// a row that is never changed; the last one counts. Nothing here decides: no text gives a score, a
// weight or a ranking (SEL-08).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "core/instant.hpp"
#include "core/money.hpp"
#include "core/named.hpp"
#include "portail/teleservice/etats.hpp"

namespace grappe::comite {

// SEL-06; a reservation sends the dossier to the next window (CAL-06); one that waits has a rank
// and stays receivable.
enum class Sens { favorable, favorable_avec_recommandations, reserve, attente, defavorable };

constexpr auto names(Sens) {
    using enum Sens;
    return std::to_array<core::Named<Sens>>(
        {{favorable, "favorable"},
         {favorable_avec_recommandations, "favorable_avec_recommandations"},
         {reserve, "reserve"},
         {attente, "attente"},
         {defavorable, "defavorable"}});
}

constexpr bool retient(Sens sens) {
    return sens == Sens::favorable || sens == Sens::favorable_avec_recommandations;
}

// Empty: the state of the dossier stays what it was.
std::optional<teleservice::Acte> acte_de(Sens sens);

struct Comite {
    std::string id;
    std::string appel, fenetre;  // `fenetre` empty: the call has none
    std::string guichet;
    core::Date tenu_le;
    core::Money enveloppe;      // what this committee may retain, at most
    std::optional<int> quorum;  // percent of those who may vote, as it was stated; empty: none was
    int version;
    std::string cree_par;
    core::Instant cree_le;
    std::optional<core::Instant> notifie_le;  // its results are public since
};

// Who drew it: the desk, or the proposal that was asked for.
enum class Origine { guichet, proposition };

constexpr auto names(Origine) {
    return std::to_array<core::Named<Origine>>(
        {{Origine::guichet, "guichet"}, {Origine::proposition, "proposition"}});
}

struct Scenario {
    int numero;
    std::string nom;
    Origine origine = Origine::guichet;
    bool choisi = false;
    std::vector<std::string> retenus{};  // ids of dossiers, sorted
    std::string par{};
    core::Instant ecrit_le;
};

struct Presence {
    int membres;  // of the committee
    int ecartes;  // of those, concerned by the dossier
    int votants;  // of the others, those who voted
    int requis;   // by the quorum; 0: none was stated
};

struct Avis {
    int numero;
    std::string dossier;
    Sens sens;
    std::string recommandations, motif;
    std::string ecarts;  // names of the scenarios that it departs from, a line each
    Presence presence;
    std::string par;
    core::Instant rendu_le;
    std::optional<int> rang{};  // in the waiting list; empty: it is none
};

struct Interet {
    int numero;
    std::string membre;     // account
    std::string organisme;  // FINESS EJ or SIRET
    std::string motif;
    core::Instant declare_le;
};

struct Vote {
    int numero;
    std::string dossier, membre;
    Sens sens;
    core::Instant rendu_le;
};

enum class Presente { oui, en_partie, non };

constexpr auto names(Presente) {
    return std::to_array<core::Named<Presente>>(
        {{Presente::oui, "oui"}, {Presente::en_partie, "en_partie"}, {Presente::non, "non"}});
}

// A point of attention that the call states (SEL-02 to SEL-04), as somebody found it in a dossier.
struct PointDAttention {
    int numero;
    std::string dossier;
    std::string critere;  // a name of the call's criteria
    Presente constat;
    std::string texte;
    std::string par;
    core::Instant note_le;
};

}  // namespace grappe::comite
