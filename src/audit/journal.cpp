// Chaining and checking of the journal.
#include "audit/journal.hpp"

#include "audit/journal_repository.hpp"
#include "secret/empreinte.hpp"

namespace grappe::audit {
namespace {

void ajouter(std::string& texte, std::string_view champ) {
    texte.append(std::to_string(champ.size())).append(":").append(champ);
}

std::string empreinte_de(const Ligne& ligne, std::string_view precedente) {
    std::string texte;
    ajouter(texte, precedente);
    ajouter(texte, std::to_string(ligne.numero));
    ajouter(texte, ligne.instant);
    for (const auto& champ : {ligne.acteur, ligne.acte, ligne.objet, ligne.issue, ligne.detail})
        ajouter(texte, champ);
    return secret::empreinte(texte);
}

core::Refusal rompu(const char* code, std::int64_t numero) {
    return core::refuse(core::Reason::conflict, code, std::to_string(numero));
}

// Walks the lines; stops looking at the first fault.
class Marche {
public:
    explicit Marche(const std::optional<Tete>& connue) : connue_{connue} {}

    void voir(const Ligne& ligne) {
        if (faute_) return;
        const auto attendu = fin_.numero + 1;
        if (ligne.numero != attendu) {
            faute_ = rompu("journal.ligne_manquante", attendu);
        } else if (ligne.empreinte != empreinte_de(ligne, fin_.empreinte)) {
            faute_ = rompu("journal.ligne_changee", attendu);
        } else {
            fin_ = {ligne.numero, ligne.empreinte};
            comparer_a_la_tete_connue();
        }
    }

    core::Result<Tete> conclure(const Tete& tete) const {
        if (faute_) return *faute_;
        if (fin_.numero < tete.numero) return rompu("journal.fin_coupee", fin_.numero + 1);
        if (fin_.numero > tete.numero) return rompu("journal.ligne_ajoutee", tete.numero + 1);
        if (fin_.empreinte != tete.empreinte) return rompu("journal.ligne_changee", fin_.numero);
        if (connue_ && connue_->numero > fin_.numero)
            return rompu("journal.fin_coupee", fin_.numero + 1);
        return fin_;
    }

private:
    void comparer_a_la_tete_connue() {
        if (!connue_ || connue_->numero != fin_.numero) return;
        if (connue_->empreinte != fin_.empreinte)
            faute_ = rompu("journal.tete_inconnue", fin_.numero);
    }

    std::optional<Tete> connue_;
    Tete fin_;
    std::optional<core::Refusal> faute_;
};

}  // namespace

void noter(storage::Writer& db, const Fait& fait, core::Instant instant) {
    const auto tete = tete_a_prolonger(db);
    Ligne ligne{.numero = tete.numero + 1,
                .instant = instant.utc_text(),
                .acteur = fait.acteur,
                .acte = fait.acte,
                .objet = fait.objet,
                .issue = std::string{core::name_of(fait.issue)},
                .detail = fait.detail,
                .empreinte = {}};
    ligne.empreinte = empreinte_de(ligne, tete.empreinte);
    ajouter_ligne(db, ligne);
}

void noter_seul(storage::Base& base, const Fait& fait, core::Instant instant) {
    (void)base.write([&](storage::Writer& db) -> core::Result<void> {
        noter(db, fait, instant);
        return {};
    });
}

core::Result<Tete> verifier(storage::Reader& db, const std::optional<Tete>& connue) {
    Marche marche{connue};
    const auto tete = tete_du_journal(db);
    chaque_ligne(db, [&](const Ligne& ligne) { marche.voir(ligne); });
    return marche.conclure(tete);
}

}  // namespace grappe::audit
