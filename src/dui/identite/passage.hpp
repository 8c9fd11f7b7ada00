// Passages from one state of an identity to another: what each asks for, or why it is refused.
#pragma once

#include <functional>

#include "dui/identite/identite.hpp"

namespace grappe::identite {

// Identity devices of high trust. RNIV; the last four stand where the person has none of the first
// (direct admission to an EHPAD; a minor).
enum class Dispositif {
    passeport,
    carte_d_identite,
    titre_de_sejour,
    livret_de_famille_et_vitale,
    acte_de_naissance_et_vitale,
    document_de_circulation,
    livret_ou_acte_et_parent
};

constexpr auto names(Dispositif) {
    using enum Dispositif;
    return std::to_array<core::Named<Dispositif>>(
        {{passeport, "passeport"},
         {carte_d_identite, "carte_d_identite"},
         {titre_de_sejour, "titre_de_sejour"},
         {livret_de_famille_et_vitale, "livret_de_famille_et_vitale"},
         {acte_de_naissance_et_vitale, "acte_de_naissance_et_vitale"},
         {document_de_circulation, "document_de_circulation"},
         {livret_ou_acte_et_parent, "livret_ou_acte_et_parent"}});
}
constexpr bool de_mineur(Dispositif dispositif) {
    return dispositif >= Dispositif::document_de_circulation;
}

struct Vu {
    Dispositif dispositif;
    core::Date le;
    std::string par;  // who saw it
};

// Why a state is lowered.
enum class Motif { ins_retiree, trait_change, doute };

constexpr auto names(Motif) {
    using enum Motif;
    return std::to_array<core::Named<Motif>>(
        {{ins_retiree, "ins_retiree"}, {trait_change, "trait_change"}, {doute, "doute"}});
}

enum class Exigence { refuse, insi, dispositif, insi_et_dispositif, motif, retrait_de_l_ins };

constexpr auto names(Exigence) {
    using enum Exigence;
    return std::to_array<core::Named<Exigence>>({{refuse, "refuse"},
                                                 {insi, "insi"},
                                                 {dispositif, "dispositif"},
                                                 {insi_et_dispositif, "insi_et_dispositif"},
                                                 {motif, "motif"},
                                                 {retrait_de_l_ins, "retrait_de_l_ins"}});
}

Exigence exigence(Statut de, Statut vers);

// "identite.passage.recuperee.qualifiee": its sentence says what is asked for, or why not.
std::string code_du_passage(Statut de, Statut vers);

struct Demande {
    Statut vers;
    std::optional<Matricule> insi;  // what INSi answered
    std::optional<Vu> vu;
    std::optional<Motif> motif;
};

// Whom it is about, and when.
struct Circonstance {
    std::optional<core::Date> naissance;
    core::Date aujourd_hui;
};

// Codes: that of the passage where it is refused or lacks what it asks for;
// "identite.douteuse", "identite.fictive" (no call of INSi, no validation);
// "identite.matricule_cle", "identite.matricule_sans_oid", "identite.vu_trop_tard",
// "identite.vu_par_personne", "identite.dispositif_de_mineur".
core::Result<Identite> passer(const Identite& identite, const Demande& demande,
                              const Circonstance& circonstance);

// Codes "identite.attribut_deja", "identite.attributs_incompatibles". Douteuse and fictive stand
// with a provisional identity only: they lower it, and its matricule goes.
core::Result<Identite> poser(const Identite& identite, Attribut attribut);
// Code "identite.attribut_absent". The state stays low.
core::Result<Identite> lever(const Identite& identite, Attribut attribut);

// After other strict traits were recorded: nothing that was checked is true of them.
Identite apres_un_trait_change(const Identite& identite);

// Each pair of states and each attribute with its sentence; tests/committed/identites.txt is it.
std::string table(const std::function<std::string(std::string_view)>& phrase);

}  // namespace grappe::identite
