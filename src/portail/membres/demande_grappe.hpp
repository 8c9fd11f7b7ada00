// Demande de grappe: a body that looks for a grappe asks its region's supports; what became of it.
// Source: GRP-08 (kit, "Constitution de grappe"): seven fields; issue {create, attach, none}.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/peut.hpp"
#include "core/instant.hpp"
#include "core/named.hpp"
#include "portail/membres/rapprochement.hpp"
#include "rules/phrases.hpp"
#include "storage/reader.hpp"

namespace grappe::membres {

enum class EtatDeDemande { ouverte, creation, rattachement, sans_suite, retiree };

constexpr auto names(EtatDeDemande) {
    using enum EtatDeDemande;
    return std::to_array<core::Named<EtatDeDemande>>({{ouverte, "ouverte"},
                                                      {creation, "creation"},
                                                      {rattachement, "rattachement"},
                                                      {sans_suite, "sans_suite"},
                                                      {retiree, "retiree"}});
}

struct DemandeGrappe {
    std::string id, compte;
    std::string structure;                 // 1: name of the structure
    std::string couloir, heures;           // 2: sector; hours of dependency for home care
    std::string contact;                   // 3
    std::string finess;                    // 4: numbers, separated by spaces
    int essms;                             //    how many
    std::string dui;                       // 5: the one that it has; empty: none
    std::string editeur, contact_editeur;  // 6: the vendor that it thinks of
    std::string grappe;                    // 7: a grappe that is formed, its contacts
    std::string region;                    // of its establishments, by the register
    EtatDeDemande etat;
    core::Instant faite_le;
    std::string motif;
    std::string dossier{};  // a draft that looks for further members; empty: a lone structure

    Profil profil() const { return {region, couloir, dui.empty() ? editeur : dui, essms}; }
    // Borrows the request.
    access::Portee portee() const {
        return {.porteur = compte,
                .membres = {},
                .invites = {},
                .guichet = region,
                .avancement = access::Avancement::depose};
    }
};

struct Qui {
    const access::Acteur& acteur;
    core::Instant maintenant, reel;
    const rules::Phrases& phrases;
    std::string_view adresse_publique;
};

// Codes "grappe.structure", "grappe.contact", "grappe.couloir", "grappe.heures" (a home-care
// service says its hours), "grappe.finess" (none), "grappe.long".
core::Result<DemandeGrappe> demander(storage::Writer& db, const Qui& qui, DemandeGrappe demande);

// Those that the actor may read, the last one first.
std::vector<DemandeGrappe> demandes(storage::Reader& db, const access::Acteur& acteur);

// By the GRADeS or the Collectif SI of the region; the porteur is told by mail. Codes
// "grappe.inconnue", "grappe.interdite", "grappe.traitee", "grappe.motif".
struct Suite {
    std::string_view demande;
    EtatDeDemande etat;
    std::string motif;
};
core::Result<DemandeGrappe> traiter(storage::Writer& db, const Qui& qui, const Suite& suite);

// One's own open request, when it is no more needed. Code "grappe.inconnue", "grappe.traitee".
core::Result<DemandeGrappe> retirer(storage::Writer& db, const Qui& qui, std::string_view demande);

struct Proposition {
    DemandeGrappe autre;  // its contact is shown when both agree
    Rapprochement rapprochement;
    bool accepte_ici = false, accepte_la_bas = false;

    bool conclue() const { return accepte_ici && accepte_la_bas; }
};
// For one's own open request: other lone structures of its region, and drafts that look for
// members; for a draft, the lone structures. Code "grappe.inconnue".
core::Result<std::vector<Proposition>> propositions(storage::Reader& db,
                                                    const access::Acteur& acteur,
                                                    std::string_view demande);

// Both sides that agree get each other's contact by mail, once. Codes "grappe.inconnue",
// "grappe.proposition".
struct Choix {
    std::string_view demande, autre;
};
core::Result<Proposition> accepter(storage::Writer& db, const Qui& qui, const Choix& choix);

}  // namespace grappe::membres
