// Attente: who waits for a place, from the request to the admission, before a record is opened.
#pragma once

#include "dui/sejour/sejour.hpp"

namespace grappe::sejour {

enum class EtatDAttente { demande, preadmission, admise, close };
constexpr auto names(EtatDAttente) {
    using enum EtatDAttente;
    return std::to_array<core::Named<EtatDAttente>>({{demande, "demande"},
                                                     {preadmission, "preadmission"},
                                                     {admise, "admise"},
                                                     {close, "close"}});
}

// As its form says it.
struct Demande {
    std::string nom, prenom, naissance, modalite, souhaitee_le, contact, remarque;

    bool operator==(const Demande&) const = default;
};
// Codes "attente.faute.nom", "attente.faute.prenom", "sejour.faute.jour", "attente.faute.modalite",
// "sejour.faute.long". A birth or a wish that nobody knows is empty.
std::vector<Faute> fautes_de(const Demande& demande);

struct Attente {
    std::string id;
    std::int64_t version;
    core::Finess finess_et;
    EtatDAttente etat;
    core::Instant touchee_le;  // the last time that somebody wrote it
    Demande demande;
    std::string motif{};   // why it was closed
    std::string sejour{};  // of the admission
};

// No text says how long: a year after the last word, our choice (decision 0072).
inline constexpr int conservation_en_mois = 12;
// The day from which it is erased.
core::Date fin_de_conservation(const Attente& attente);

inline constexpr std::size_t attentes_au_plus = 500;  // of an establishment, shown at once

struct Inscription {
    std::string id;  // 32 hexadecimal digits, given by the form
    std::int64_t vue;
    core::Finess finess_et;
    Demande demande;
};
// New, or amended while it waits. Refusals: those of `peut_ecrire`, "attente.id",
// "attente.inconnue", "attente.version", "attente.finie". The same form again writes nothing.
core::Result<Ecrit> inscrire(storage::Writer& db, const Redacteur& redacteur,
                             const Inscription& inscription);

struct Passage {
    std::string id;
    std::int64_t vue;
    EtatDAttente vers;  // `preadmission`, `demande` again, or `close`, which says why
    std::string motif{};
};
// Fault "attente.faute.motif". Refusals: those of `inscrire`, "attente.passage".
core::Result<Ecrit> passer(storage::Writer& db, const Redacteur& redacteur, const Passage& passage);

// The stay that ended the wait; what the request said is erased with it: the record says it now.
core::Result<void> admise(storage::Writer& db, const Redacteur& redacteur, const std::string& id,
                          const std::string& sejour);

// Erases what nobody wrote in since its retention ended; how many.
std::size_t effacer_les_anciennes(storage::Writer& db, core::Instant maintenant);

}  // namespace grappe::sejour
