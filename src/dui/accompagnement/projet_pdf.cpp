// /projet/{id}/pdf: the project on paper, tagged, with the proof that it was made together (PP-10).
#include "dui/accompagnement/routes.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/projet/plan.hpp"
#include "dui/rencontre/dits.hpp"
#include "exportation/document_pdf.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::accompagnement {
namespace {

using dui::dire;
using exportation::DocumentPdf;
using garde::Visite;
using projet::Genre, projet::Maillon, projet::Objet;

class Papier {
public:
    Papier(const Outils& outils, const Entier& lue)
        : outils_{outils},
          services_{outils.ecrans.services},
          lue_{lue},
          projet_{lue.ouvert.projet},
          nom_{rencontre::nom_de(lue.ouvert.rencontre.personne)},
          document_{{.titre = titre(),
                     .pied = dire(services_, "accompagnement.pdf.pied",
                                  {{"nom", nom_}, {"jour", aujourd_hui(outils)}}),
                     .cree_le = rencontre::instant(outils.ecrans)}} {}

    std::string octets() && {
        document_.titre(titre());
        en_tete();
        ses_mots();
        document_.sous_titre(dit("chaine"));
        const auto chaine = projet::chaine(projet_);
        if (chaine.empty()) document_.paragraphe(dit("vide"));
        for (const auto& un : chaine) maillon(un);
        participations();
        accords();
        bilans();
        return std::move(document_).octets();
    }

private:
    std::string titre() const {
        return dire(services_, "accompagnement.titre.projet", {{"nom", nom_}});
    }
    std::string dit(std::string_view quoi) const {
        return dire(services_, "accompagnement.pdf." + std::string{quoi});
    }
    void phrase(std::string_view quoi, std::string_view texte) {
        document_.paragraphe(dire(services_, "accompagnement.pdf." + std::string{quoi},
                                  {{"texte", std::string{texte}}}));
    }
    static std::string le(const Objet& un) {
        const auto jour = un.jour("le");
        return jour ? page::jour(*jour) : std::string{};
    }

    void en_tete() {
        std::vector<exportation::FaitPdf> faits{
            {dire(services_, "projet.champ.projet.titre"), std::string{projet_.lui.champ("titre")}},
            {dit("etat"),
             dire(services_, "accompagnement.statut." + std::string{projet_.lui.champ("statut")})}};
        if (const auto type = mot(outils_, projet_.lui, "type"); !type.empty())
            faits.push_back({dire(services_, "projet.champ.projet.type"), type});
        if (const auto revision = projet_.revision(delais(outils_)))
            faits.push_back({dit("revision"), revision_dite(outils_, *revision)});
        if (const auto remis = projet_.lui.champ("communication"); !remis.empty())
            faits.push_back(
                {dire(services_, "projet.champ.projet.communication"), std::string{remis}});
        document_.fiche(faits);
    }

    void ses_mots() {
        if (!lue_.vie) return;
        document_.sous_titre(dit("ses_mots"));
        document_.chiffre(lue_.vie->champ("titre"), lue_.vie->champ("description"));
    }

    void maillon(const Maillon& un) {
        if (un.objet != nullptr) objet(*un.objet);
        for (const auto& suite : un.suite) maillon(suite);
    }

    void objet(const Objet& un) {
        switch (un.genre()) {
            case Genre::attente:
                document_.sous_titre(dire(services_, "accompagnement.pdf.attente",
                                          {{"origine", mot(outils_, un, "origine")},
                                           {"texte", std::string{un.champ("description")}}}));
                break;
            case Genre::besoin:
                phrase("besoin", un.champ("description"));
                if (const auto code = un.champ("serafin"); !code.empty())
                    document_.paragraphe(libelle_serafin(outils_, code));
                break;
            case Genre::objectif:
                phrase("objectif", un.champ("titre"));
                document_.paragraphe(un.champ("description"));
                if (const auto avis = un.champ("avis"); avis.empty())
                    document_.paragraphe(dit("sans_avis"));
                else
                    phrase("avis", avis);
                break;
            case Genre::action:
                phrase("action", un.champ("titre"));
                break;
            default:
                phrase("autre", un.champ("titre"));
        }
    }

    void participations() {
        document_.sous_titre(dit("ensemble"));
        std::vector<std::vector<std::string>> lignes;
        for (const auto& une : projet_.des(Genre::participation))
            lignes.push_back({std::string{une.champ("qui")}, mot(outils_, une, "qualite"), le(une),
                              mot(outils_, une, "forme")});
        if (lignes.empty()) return document_.paragraphe(dit("sans_participation"));
        using exportation::Alignement;
        document_.tableau({{dit("qui"), 3, Alignement::gauche},
                           {dit("qualite"), 3, Alignement::gauche},
                           {dit("jour"), 2, Alignement::gauche},
                           {dit("forme"), 3, Alignement::gauche}},
                          lignes);
    }

    void accords() {
        document_.sous_titre(dit("accords"));
        if (projet_.des(Genre::accord).empty()) document_.paragraphe(dit("sans_accord"));
        for (const auto& un : projet_.des(Genre::accord))
            document_.paragraphe(mot(outils_, un, "de") + ", " + std::string{un.champ("auteur")} +
                                 ", " + le(un));
    }

    void bilans() {
        document_.sous_titre(dit("bilans"));
        if (projet_.des(Genre::bilan).empty()) document_.paragraphe(dit("sans_bilan"));
        for (const auto& un : projet_.des(Genre::bilan)) {
            const auto* code =
                projet::est_tenu(un) ? "accompagnement.bilan_tenu" : "accompagnement.bilan_prevu";
            document_.paragraphe(dire(services_, code) + ", " + le(un));
            if (projet::est_tenu(un)) document_.paragraphe(un.champ("synthese"));
        }
    }

    const Outils& outils_;
    const dui::Services& services_;
    const Entier& lue_;
    const projet::Projet& projet_;
    std::string nom_;
    DocumentPdf document_;
};

http::Response imprimer(const Outils& outils, Visite& visite) {
    const auto lue = lire_entier(outils, visite);
    if (!lue) return dui::refuser(outils.ecrans.services, lue.error());
    return {.content_type = "application/pdf",
            .body = Papier{outils, *lue}.octets(),
            .fields = {{"Content-Disposition", "inline; filename=\"projet.pdf\""}}};
}

}  // namespace

void ajouter_pdf(const Outils& outils) {
    dui::ajouter_page(outils.ecrans.services,
                      {.chemin = "/projet/{id}/pdf",
                       .resume = "Le projet à imprimer, et qui l'a fait avec la personne",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return imprimer(outils, visite); }});
}

}  // namespace grappe::accompagnement
