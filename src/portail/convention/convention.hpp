// Convention: the agreement of a notified dossier: what is granted line by line, who signed, the
// expenses stated and the payments. Catalogue 5.2, PAY-01, PAY-02, EXT-08. Each fact is a row with
// its author; nothing that was agreed changes: an amendment is a version more (avenant.hpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/instant.hpp"
#include "core/named.hpp"
#include "portail/solde/solde.hpp"

namespace grappe::convention {

using core::Money;

enum class Partie { porteur, ars };
constexpr auto names(Partie) {
    return std::to_array<core::Named<Partie>>({{Partie::porteur, "porteur"}, {Partie::ars, "ars"}});
}

enum class Mode { electronique, papier };
constexpr auto names(Mode) {
    return std::to_array<core::Named<Mode>>(
        {{Mode::electronique, "electronique"}, {Mode::papier, "papier"}});
}

// EXT-08: an agreement of its own, or an amendment to the CPOM.
enum class Forme { ad_hoc, avenant_cpom };
constexpr auto names(Forme) {
    return std::to_array<core::Named<Forme>>(
        {{Forme::ad_hoc, "ad_hoc"}, {Forme::avenant_cpom, "avenant_cpom"}});
}

struct Signature {
    Partie partie;
    Mode mode;
    std::string empreinte;  // of what was signed
    std::string par;
    core::Instant signee_le;
};

// Of that party; null: it has not signed.
const Signature* signature_de(const std::vector<Signature>& signatures, Partie partie);

struct Convention {
    std::string id, dossier;
    int depot;           // rank of the deposit that its amounts come from
    std::string regles;  // digest of the call that computed them
    Forme forme;
    solde::Accorde accorde;
    Money avance;
    std::string empreinte;
    int version;
    std::string preparee_par;
    core::Instant preparee_le;
    std::vector<Signature> signatures{};
    // What is granted is that of the amendment in force, of that rank; 0: as it was first signed.
    int avenant = 0;
    Money en_trop{};                              // paid beyond what that amendment still grants
    std::optional<core::Date> fin_deploiement{};  // agreed by an amendment; empty: none set it

    const Signature* signature(Partie partie) const;
    // When the second of the two signed; empty: not yet.
    std::optional<core::Instant> signee_le() const;
};

struct EtatDeDepenses {
    std::string id, convention;
    int rang;
    std::map<solde::Categorie, Money> montants;
    std::string par;
    core::Instant declare_le;
    std::optional<std::string> vise_par{};
    std::optional<core::Instant> vise_le{};

    solde::Depenses depenses() const { return {montants, vise_le.has_value()}; }
};

enum class Objet { avance, solde };
constexpr auto names(Objet) {
    return std::to_array<core::Named<Objet>>({{Objet::avance, "avance"}, {Objet::solde, "solde"}});
}

enum class Decision { valide, rejete };
constexpr auto names(Decision) {
    return std::to_array<core::Named<Decision>>(
        {{Decision::valide, "valide"}, {Decision::rejete, "rejete"}});
}

// What the bank did of a payment that an order carried.
enum class Sort { execute, rejete };
constexpr auto names(Sort) {
    return std::to_array<core::Named<Sort>>({{Sort::execute, "execute"}, {Sort::rejete, "rejete"}});
}

struct Versement {
    std::string id, dossier, convention;
    Objet objet;
    int rang;  // of its object: 1, then one more after each rejection
    Money montant, a_recouvrer;
    std::optional<solde::Issue> issue{};  // of the balance
    std::string motif{};                  // of what the agency decided; may be empty
    std::string demande_par;
    core::Instant demande_le;
    std::optional<Decision> decision{};
    std::optional<std::string> decide_par{};
    std::optional<core::Instant> decide_le{};
    std::optional<Sort> sort{};

    bool en_cours() const { return !decision; }
    // Neither a person nor the bank rejected it.
    bool compte() const { return decision != Decision::rejete && sort != Sort::rejete; }
    bool verse() const { return decision == Decision::valide && compte(); }
};

// The last one of that object, when the bank sent it back: what was decided stands, it is to be
// asked again. Null: none. Pure, as the next ones.
const Versement* renvoye(const std::vector<Versement>& versements, Objet objet);
// What is asked for again of it: what was decided. An advance that an amendment lowered since,
// while no balance counted on the whole of it, is paid as amended.
Money montant_a_redemander(const Convention& convention, const std::vector<Versement>& versements,
                           const Versement& renvoye);
bool un_est_renvoye(const std::vector<Versement>& versements);  // of any object
// Something is still to be paid of what was asked for: where the porteur is paid matters.
bool reste_a_payer(const std::vector<Versement>& versements);
// None waits for its validation, none was sent back: the amounts may change.
bool sans_suite(const std::vector<Versement>& versements);

}  // namespace grappe::convention
