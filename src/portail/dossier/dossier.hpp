// Dossier: an application as its author states it, typed. Nothing here comes from the register.
// The field names are those of contracts/portail-check (input).
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/finess.hpp"
#include "core/instant.hpp"
#include "core/money.hpp"
#include "core/siret.hpp"
#include "portail/dossier/donnee.hpp"
#include "portail/programme/bareme.hpp"
#include "portail/programme/calendrier.hpp"
#include "referentiels/secteur.hpp"

namespace grappe::dossier {

enum class StatutPorteur { public_, prive_non_lucratif, prive_lucratif };
constexpr auto names(StatutPorteur) {
    using enum StatutPorteur;
    return std::to_array<core::Named<StatutPorteur>>({{public_, "public"},
                                                      {prive_non_lucratif, "prive_non_lucratif"},
                                                      {prive_lucratif, "prive_lucratif"}});
}

struct Porteur {
    Donnee<std::string> raison_sociale{};
    core::Siret siret;
    Donnee<core::Finess> finess_ej{};
    Donnee<std::string> region{};  // COG code, one of Territoires
    Donnee<StatutPorteur> statut{};
    Donnee<bool> recupere_tva{}, commande_publique{}, ght{}, entite_nationale{};
};

struct Organisme {
    core::Finess finess_ej;
    Donnee<std::string> raison_sociale{};
    Donnee<int> essms_geres{};
};

// Hours of a home-care service, in hundredths of an hour.
struct Heures {
    Donnee<int> annee{};
    Donnee<std::int64_t> total{}, apa{}, pch{}, autres{};
};

struct FinancementAnterieur {
    Donnee<std::string> programme{}, solution{};
};

struct CommandeSons {
    Donnee<std::string> solution{};
    Donnee<core::Date> va_signee_le{};
};

struct Essms {
    core::Finess finess_et;
    Donnee<core::Finess> finess_ej{};
    programme::Regime regime;
    Donnee<std::string> categorie{};
    Donnee<referentiels::Secteur> secteur{};
    Donnee<std::string> departement{};  // COG code, one of Territoires
    Donnee<std::vector<std::string>> financeurs{};
    Donnee<bool> eligible_sons{};
    Donnee<core::Date> contrat_editeur_signe_le{};
    Donnee<Heures> heures{};
    Donnee<core::Money> devis_materiel{};
    Donnee<bool> autre_aide_europeenne{};
    Donnee<FinancementAnterieur> financement_anterieur{};
    Donnee<CommandeSons> commande_sons{};
    Donnee<core::Date> premiere_mom_le{};
    Donnee<bool> entite_nationale{};
};

struct SolutionGht {
    Donnee<bool> marche_public{}, etude_couverture{}, sans_autre_aide{};
};

struct Solution {
    Donnee<std::string> nom{}, version{};
    Donnee<std::vector<std::string>> dsr{};  // "MS1", "MS2", "HOP"; a single text is a list of one
    Donnee<core::Date> referencee_le{};
    Donnee<bool> referencement_en_cours{};
    Donnee<core::Date> editeur_inscrit_au_guichet_le{}, debut_parametrage_le{};
    Donnee<std::string> mise_en_concurrence{},
        centrale_achat{};  // false reads as null, true as "oui"
    Donnee<SolutionGht> ght{};
};

struct EssmsDejaFinances {
    int acquisition = 0;
    int montee_de_version = 0;
};

struct Extension {
    Donnee<bool> grappe_deja_financee{}, contrat_regulier{}, sans_risque_excessif{};
    Donnee<EssmsDejaFinances> essms_deja_finances{};
};

struct Piece {
    std::string type{};  // "DOC-01" … "DOC-19", "DOC-03b"
    Donnee<std::string> fichier{};
    Donnee<std::string> organisme{};  // EJ
};

struct Depenses {
    Donnee<core::Money> materiel{}, amoa{};
};

struct Dossier {
    std::string appel{};
    core::Instant depose_le;
    Donnee<programme::Nature> nature{};
    Porteur porteur;
    std::vector<Organisme> organismes{};
    std::vector<Essms> essms{};
    Donnee<Solution> solution{};
    Donnee<core::Money> devis_amoa{};  // amoa.devis
    Donnee<Extension> extension{};
    std::vector<Piece> pieces{};
    Donnee<core::Date> convention_signee_le{};
    Donnee<Depenses> depenses{};
};

}  // namespace grappe::dossier
