// Avenant: an amendment, a later version of an agreement. What is asked to change, what is granted
// then, who signed, what became of it. Catalogue AMB-29 and 5.2 ("Member withdrawal"). Each is rows
// with their author; the versions before stay.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "portail/convention/convention.hpp"

namespace grappe::convention {

// A fact of the project that is to be another one. No amount is typed: the rules compute it from
// the fact that was wrong.
enum class GenreDeChangement {
    retrait,  // of an establishment, or of all those of a legal entity
    ajout,    // of an establishment; the value is its regime
    regime,
    eligible_sons,
    devis_materiel,
    heures_total,
    heures_apa,
    heures_pch,
    heures_autres,
    essms_geres,  // by a legal entity, which `finess` names: whether it is small follows
    devis_amoa,
    fin_deploiement
};
constexpr auto names(GenreDeChangement) {
    using enum GenreDeChangement;
    return std::to_array<core::Named<GenreDeChangement>>({{retrait, "retrait"},
                                                          {ajout, "ajout"},
                                                          {regime, "regime"},
                                                          {eligible_sons, "eligible_sons"},
                                                          {devis_materiel, "devis_materiel"},
                                                          {heures_total, "heures_total"},
                                                          {heures_apa, "heures_apa"},
                                                          {heures_pch, "heures_pch"},
                                                          {heures_autres, "heures_autres"},
                                                          {essms_geres, "essms_geres"},
                                                          {devis_amoa, "devis_amoa"},
                                                          {fin_deploiement, "fin_deploiement"}});
}
// `devis_amoa` and `fin_deploiement` are of the whole project.
constexpr bool est_du_projet(GenreDeChangement genre) {
    return genre == GenreDeChangement::devis_amoa || genre == GenreDeChangement::fin_deploiement;
}

struct Changement {
    GenreDeChangement genre;
    std::string finess{};  // empty: of the project
    std::string valeur{};  // as in a dossier: "6200.00", "acquisition", "oui", "2026-03-31"
};

// What the rules say of the amended project, that the parties must know. The desk is that of the
// deposit whatever they say (AMB-29).
enum class Alerte { autre_guichet, sous_le_minimum, regles_changees };
constexpr auto names(Alerte) {
    using enum Alerte;
    return std::to_array<core::Named<Alerte>>({{autre_guichet, "autre_guichet"},
                                               {sous_le_minimum, "sous_le_minimum"},
                                               {regles_changees, "regles_changees"}});
}

enum class IssueDAvenant { effet, abandon };
constexpr auto names(IssueDAvenant) {
    return std::to_array<core::Named<IssueDAvenant>>(
        {{IssueDAvenant::effet, "effet"}, {IssueDAvenant::abandon, "abandon"}});
}

struct SuiteDAvenant {
    IssueDAvenant issue;
    std::string motif{};  // of what was given up
    std::string par;
    core::Instant le;
};

// What is granted under one version.
struct Version {
    solde::Accorde accorde;
    Money avance;  // that stands within what is granted: what was paid, else the call's part
    Money verse;   // paid when it was prepared
    std::optional<core::Date> fin_deploiement{};

    Money en_trop() const { return verse > avance ? verse - avance : Money{}; }
    Money reste() const { return accorde.total().total() - avance; }
};

struct Avenant {
    std::string id, convention;
    int rang = 0;  // 1, then one more; one that was given up keeps its rank
    std::string motif;
    std::vector<Changement> changements;
    std::string regles;  // digest of the call that computed it
    Version version;
    std::vector<Alerte> alertes{};
    std::string empreinte;  // of what is signed
    std::string prepare_par;
    core::Instant prepare_le;
    std::vector<Signature> signatures{};
    std::optional<SuiteDAvenant> suite{};  // empty: it waits for its signatures

    bool attend() const { return !suite; }
    bool en_effet() const { return suite && suite->issue == IssueDAvenant::effet; }
    const Signature* signature(Partie partie) const;
};

// What is granted to an establishment, before and after.
struct Ecart {
    std::string finess_et;
    std::optional<Money> avant, apres;  // empty: it is not of that version

    bool change() const { return avant != apres; }
};
// Those of `avant` in their order, then those that join. Pure.
std::vector<Ecart> ecarts(const solde::Accorde& avant, const solde::Accorde& apres);

}  // namespace grappe::convention
