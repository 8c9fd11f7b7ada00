// The lines of the form.
#include "portail/pages/lignes_vue.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "core/texte.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/pages/modele.hpp"

namespace grappe::pages {
namespace {

using page::Vue;
using referentiels::Etablissement;

class Lignes {
public:
    Lignes(const Services& services, const Etude& etude, Champs& champs)
        : services_{services},
          saisie_{etude.saisie},
          champs_{champs},
          appel_{appel_de(services, etude.saisie)} {}

    Vue une(int rang, bool demandee) {
        const auto texte = champs_.montrer(chemin_essms(rang, "finess_et"));
        const auto numero = nettoyer(Genre::finess, texte);
        const auto* fiche = services_.registre.find(numero);
        const bool detaillee = demandee || a_d_autres_faits(rang);
        const bool saad = est_saad(fiche, rang) || saisie_.contient(chemin_essms(rang, "heures"));
        return {{"rang", rang},
                {"numero", rang + 1},
                {"prefixe", "essms[" + std::to_string(rang) + "]"},
                {"id", "essms-" + std::to_string(rang)},
                {"finess", numero},
                {"nom", fiche ? fiche->raison_sociale : std::string{}},
                {"qui", fiche ? fiche->raison_sociale : numero},
                {"lieu", fiche ? lieu(*fiche) : std::string{}},
                {"categorie", fiche ? fiche->libelle_categorie : std::string{}},
                {"secteur", secteur(fiche, rang)},
                {"faute", champs_.faute(chemin_essms(rang, "finess_et"))},
                {"note", note(numero, fiche, rang)},
                {"regimes", regimes(rang)},
                {"devis", champs_.montrer(chemin_essms(rang, "devis_materiel"))},
                {"devis_faute", champs_.faute(chemin_essms(rang, "devis_materiel"))},
                {"detaillee", detaillee},
                {"a_suite", detaillee || saad},
                {"heures", saad ? heures(rang) : Vue::Liste{}},
                {"champs", detaillee ? autres_champs(rang) : Vue::Liste{}},
                {"resume_faits", dire(services_, "pages.ligne.autres_faits")}};
    }

private:
    std::string lieu(const Etablissement& fiche) const {
        const auto* departement = services_.territoires.departement(fiche.departement);
        const auto nom = departement ? departement->nom : fiche.departement;
        return fiche.commune.empty() ? nom : fiche.commune + ", " + nom;
    }

    std::string categorie(const Etablissement* fiche, int rang) const {
        const auto& dite = saisie_.texte(chemin_essms(rang, "categorie"));
        if (!dite.empty()) return dite;
        return fiche ? fiche->categorie : std::string{};
    }

    std::string secteur(const Etablissement* fiche, int rang) const {
        const auto& dit = saisie_.texte(chemin_essms(rang, "secteur"));
        if (!dit.empty()) return dit;
        const auto* trouvee = services_.categories.find(categorie(fiche, rang));
        if (trouvee == nullptr || !trouvee->secteur) return "–";
        return std::string{core::name_of(*trouvee->secteur)};
    }

    bool est_saad(const Etablissement* fiche, int rang) const {
        if (!appel_.categories_saad.definie()) return false;
        const auto& saad = *appel_.categories_saad;
        return std::find(saad.begin(), saad.end(), categorie(fiche, rang)) != saad.end();
    }

    bool a_d_autres_faits(int rang) const {
        const auto debut = chemin_essms(rang, "");
        constexpr std::array<std::string_view, 3> visibles{"finess_et", "regime", "devis_materiel"};
        const auto& valeurs = saisie_.valeurs();
        for (auto ici = valeurs.lower_bound(debut);
             ici != valeurs.end() && ici->first.starts_with(debut); ++ici) {
            const auto champ = std::string_view{ici->first}.substr(debut.size());
            const bool visible =
                std::find(visibles.begin(), visibles.end(), champ) != visibles.end();
            if (!visible && !champ.starts_with("heures") && !ici->second.empty()) return true;
        }
        return false;
    }

    int premiere_ligne(const std::string& numero) {
        if (premieres_.empty())
            for (int rang = saisie_.essms() - 1; rang >= 0; --rang)
                premieres_[nettoyer(Genre::finess,
                                    saisie_.texte(chemin_essms(rang, "finess_et")))] = rang;
        return premieres_[numero];
    }

    // The one remark that the visitor should read beside the number; the rules judge later.
    std::string note(const std::string& numero, const Etablissement* fiche, int rang) {
        const auto lu = core::Finess::parse(numero);
        if (!lu) return {};
        const auto premiere = premiere_ligne(numero);
        if (premiere < rang)
            return dire(services_, "pages.ligne.doublon",
                        {{"ligne", static_cast<std::int64_t>(premiere + 1)}});
        if (fiche != nullptr) return note_de_la_fiche(*fiche);
        if (!lu->has_valid_key()) return dire(services_, "pages.ligne.cle");
        return dire(services_, services_.registre.est_entite_juridique(numero)
                                   ? "pages.ligne.entite"
                                   : "pages.ligne.inconnu");
    }

    std::string note_de_la_fiche(const Etablissement& fiche) const {
        if (fiche.ferme_le)
            return dire(services_, "pages.ligne.ferme", {{"date", *fiche.ferme_le}});
        const auto* categorie = services_.categories.find(fiche.categorie);
        if (categorie == nullptr) return {};
        const rules::Faits faits{{"code", std::string_view{categorie->code}},
                                 {"libelle", std::string_view{categorie->libelle}}};
        if (categorie->eligibilite == referentiels::Eligibilite::non)
            return dire(services_, "pages.ligne.hors_champ", faits);
        if (categorie->eligibilite == referentiels::Eligibilite::a_confirmer)
            return dire(services_, "pages.ligne.a_confirmer", faits);
        return {};
    }

    Vue::Liste regimes(int rang) {
        const auto& choisi = champs_.montrer(chemin_essms(rang, "regime"));
        const auto& commun = saisie_.texte("commun.regime");
        Vue::Liste vues;
        const auto ajouter = [&](const std::string& valeur, const std::string& libelle) {
            vues.push_back(
                Vue{{"valeur", valeur}, {"libelle", libelle}, {"choisi", valeur == choisi}});
        };
        const auto nom_commun = etiquette(services_.phrases, "regime." + commun, commun);
        ajouter("", dire(services_, "pages.regime.commun", {{"regime", nom_commun}}));
        bool connu = choisi.empty();
        for (const auto& nomme : names(programme::Regime{})) {
            const std::string nom{nomme.name};
            connu = connu || nom == choisi;
            ajouter(nom, dire(services_, "regime." + nom));
        }
        if (!connu) ajouter(choisi, choisi);
        return vues;
    }

    Vue::Liste heures(int rang) {
        return champs_.plusieurs(chemin_essms(rang, "heures."),
                                 {"annee", "total", "apa", "pch", "autres"});
    }

    Vue::Liste autres_champs(int rang) {
        const auto prefixe = chemin_essms(rang, "");
        Vue::Liste vues;
        vues.push_back(champs_.choix(prefixe + "commande_sons", aucun()));
        for (auto& vue :
             champs_.plusieurs(prefixe, {"commande_sons.solution", "commande_sons.va_signee_le"}))
            vues.push_back(std::move(vue));
        vues.push_back(champs_.choix(prefixe + "financement_anterieur", aucun()));
        for (auto& vue : champs_.plusieurs(
                 prefixe, {"financement_anterieur.programme", "financement_anterieur.solution",
                           "premiere_mom_le", "autre_aide_europeenne", "entite_nationale",
                           "eligible_sons", "contrat_editeur_signe_le", "financeurs", "finess_ej",
                           "categorie", "departement"}))
            vues.push_back(std::move(vue));
        vues.push_back(champs_.choix(
            prefixe + "secteur",
            champs_.mots("secteur", {"PA", "PH", "DOM", "PDE", "PDS", "AHI", "PJM"})));
        return vues;
    }

    std::vector<Choix> aucun() const {
        return {{"", dire(services_, "pages.choix.inconnu")},
                {"aucun", dire(services_, "pages.choix.aucun")}};
    }

    const Services& services_;
    const Saisie& saisie_;
    Champs& champs_;
    const programme::Appel& appel_;
    std::map<std::string, int> premieres_;  // of each number, its first line
};

}  // namespace

Vue::Liste lignes(const Services& services, const Etude& etude, const std::set<int>& detaillees,
                  Champs& champs) {
    Lignes lignes{services, etude, champs};
    Vue::Liste vues;
    for (int rang = 0, fin = etude.saisie.essms(); rang < fin; ++rang)
        vues.push_back(lignes.une(rang, detaillees.contains(rang)));
    return vues;
}

}  // namespace grappe::pages
