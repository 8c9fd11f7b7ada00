// Typed facts, written and read again.
#include "portail/espace/contenu.hpp"

#include <array>

#include "portail/membres/noeuds.hpp"
#include "portail/pages/etude.hpp"

namespace grappe::espace {
namespace {

struct Partage {
    std::string_view champ;
    std::array<std::string_view, 4> valeurs;  // those that the form offers for all lines
};

constexpr auto partages = std::to_array<Partage>(
    {{"regime", {"acquisition", "montee_de_version"}},
     {"autre_aide_europeenne", {"non"}},
     {"entite_nationale", {"non"}},
     {"financement_anterieur", {"aucun"}},
     {"commande_sons", {"aucun"}},
     {"premiere_mom_le", {"aucun"}},
     {"contrat_editeur_signe_le", {"aucun"}},
     {"eligible_sons", {"oui", "non"}},
     {"financeurs",
      {"assurance_maladie", "departement", "etat", "assurance_maladie,departement"}}});

bool est_offert(const Partage& partage, std::string_view valeur) {
    for (const auto offerte : partage.valeurs)
        if (!offerte.empty() && offerte == valeur) return true;
    return false;
}

bool est_partout(const pages::Saisie& saisie, std::string_view champ, std::string_view valeur) {
    const int lignes = saisie.essms();
    for (int rang = 0; rang < lignes; ++rang)
        if (saisie.texte(pages::chemin_essms(rang, champ)) != valeur) return false;
    return true;
}

// Its number is never a shared fact: the line is one of the form.
bool nomme_un_essms(const dossier::TexteLu& contenu) {
    const auto* arbre = contenu.arbre();
    if (!arbre) return false;
    for (const auto* essms : membres::liste_de(*arbre, "essms")) {
        const auto* numero = membres::enfant(*arbre, *essms, "finess_et");
        if (numero && numero->genre == dossier::Noeud::Genre::texte) return true;
    }
    return false;
}

}  // namespace

void mettre_en_commun(pages::Saisie& saisie) {
    const int lignes = saisie.essms();
    if (lignes == 0) return;
    for (const auto& partage : partages) {
        const std::string valeur = saisie.texte(pages::chemin_essms(0, partage.champ));
        const auto commun = "commun." + std::string{partage.champ};
        if (!est_offert(partage, valeur) || !est_partout(saisie, partage.champ, valeur)) continue;
        for (int rang = 0; rang < lignes; ++rang)
            saisie.oublier(pages::chemin_essms(rang, partage.champ));
        saisie.poser(commun, valeur);
    }
}

pages::Saisie faits_de(const dossier::TexteLu& contenu) {
    const auto* arbre = contenu.arbre();
    const bool est_objet = arbre && arbre->noeuds.front().genre == dossier::Noeud::Genre::objet;
    return est_objet ? pages::lire_saisie(*arbre) : pages::Saisie{};
}

pages::Saisie saisie_de(const dossier::TexteLu& contenu) {
    auto saisie = faits_de(contenu);
    mettre_en_commun(saisie);
    return saisie;
}

pages::Saisie saisie_du_suivi(const dossier::TexteLu& contenu) {
    pages::Saisie saisie;
    if (!nomme_un_essms(contenu)) return saisie_de(contenu);
    saisie.ajouter_essms();
    return saisie;
}

std::string texte_a_ecrire(const pages::Services& services, const teleservice::Dossier& dossier,
                           pages::Saisie faits) {
    for (const auto* cle : {"depose_le", "pieces"}) faits.oublier(cle);
    faits.poser("appel", dossier.appel);
    return pages::en_json(faits, pages::appel_de(services, faits).fuseau);
}

}  // namespace grappe::espace
