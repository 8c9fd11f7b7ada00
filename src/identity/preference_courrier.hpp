// Préférence: which mails a person gets. What protects the account, proves a deposit or decides of
// a dossier is never refused; what asks for an act comes at once; mere news come at once, once a
// day together, or not at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/instant.hpp"
#include "core/named.hpp"
#include "courrier/boite.hpp"
#include "identity/compte.hpp"
#include "identity/moyens.hpp"
#include "rules/phrases.hpp"
#include "storage/base.hpp"

namespace grappe::identity {

enum class Regime { chaque, resume, actes };

constexpr auto names(Regime) {
    using enum Regime;
    return std::to_array<core::Named<Regime>>(
        {{chaque, "chaque"}, {resume, "resume"}, {actes, "actes"}});
}

enum class Poids { obligatoire, acte, nouvelle };
enum class Sort { aussitot, au_resume, jamais };

// Pure.
Sort sort_de(Regime regime, Poids poids);

Regime regime_de(storage::Reader& db, std::string_view compte);
// With its line in the journal.
void choisir_le_regime(storage::Writer& db, std::string_view compte, Regime regime,
                       core::Instant maintenant);

struct Courrier {
    const Compte& compte;
    Poids poids;
    courrier::Message message;
    std::string lien{};  // where the summary leads
};
// Queued, kept for the summary, or dropped, as the person has chosen.
void envoyer(storage::Writer& db, const Courrier& courrier, core::Instant reel);

// Seven in the morning, in Paris: the last one that has come. News before it go now. Pure.
core::Instant seuil_du_resume(core::Instant maintenant);

// What a mail is written and queued with.
struct Poste {
    const rules::Phrases& phrases;
    std::string adresse_publique;
    core::Instant reel;  // of the outgoing mail
};
Poste poste_de(const Moyens& moyens);

// A letter of the sentences "courriel.CODE…" to an account, sent as it has chosen; one that is gone
// gets none.
struct Avis {
    std::string_view compte, code;
    Poids poids;
    rules::Faits faits;
    std::string lien;  // where the summary leads
};
void avertir(storage::Writer& db, const Avis& avis, const Poste& poste);

// One mail a person and a day, a transaction each; answers how many were queued.
int envoyer_les_resumes(storage::Base& base, const Poste& moyens, core::Instant maintenant);

}  // namespace grappe::identity
