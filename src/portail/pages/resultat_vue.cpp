// The page of the result.
#include "portail/pages/resultat_vue.hpp"

#include <algorithm>

#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/pages/montants_vue.hpp"
#include "portail/pages/points_vue.hpp"
#include "portail/pages/reponse.hpp"

namespace grappe::pages {
namespace {

using page::Vue;
using rendu::Groupe;

enum class Etats { dits, tus };  // a section of one outcome does not repeat it

Vue::Liste details_du_groupe(const Groupe& groupe) {
    Vue::Liste details;
    for (const auto& detail : groupe.details) {
        const bool deja_dit = detail.phrase == groupe.phrase;
        const bool seule = deja_dit && groupe.details.size() == 1 && detail.objet.size() < 8;
        if (deja_dit && (detail.objet.empty() || seule)) continue;  // the piece is in the title
        details.push_back(Vue{{"objet", detail.objet},
                              {"phrase_propre", deja_dit ? std::string{} : detail.phrase}});
    }
    return details;
}

Vue vue_du_groupe(const Services& services, const Groupe& groupe, Etats etats) {
    auto details = details_du_groupe(groupe);
    const auto nombre = static_cast<std::int64_t>(details.size());
    const auto nombreux =
        nombre > 1 ? dire(services, "pages.groupe.concernes", {{"nombre", nombre}}) : "";
    const auto issue = dire(services, "issue." + std::string{core::name_of(groupe.issue)});
    return {{"regle", core::name_of(groupe.regle)},
            {"titre", groupe.titre},
            {"phrase", groupe.phrase},
            {"details", std::move(details)},
            {"nombreux", nombreux},
            {"source", groupe.source},
            {"etat", classe_de(groupe.issue)},
            {"etat_dit", etats == Etats::dits ? issue : std::string{}}};
}

bool est_une_piece(const Groupe& groupe) { return core::name_of(groupe.regle).starts_with("DOC-"); }

// Pieces to gather: one entry that lists them.
Vue vue_des_pieces(const Services& services, const std::vector<const Groupe*>& pieces) {
    Vue::Liste details;
    for (const auto* piece : pieces)
        details.push_back(Vue{{"objet", piece->titre}, {"phrase_propre", ""}});
    const rules::Faits faits{{"nombre", static_cast<std::int64_t>(pieces.size())}};
    return {{"regle", ""},
            {"titre", dire(services, "pages.groupe.pieces")},
            {"phrase", dire(services, "pages.groupe.pieces.phrase", faits)},
            {"details", std::move(details)},
            {"nombreux", dire(services, "pages.groupe.pieces.liste", faits)},
            {"source", pieces.front()->source},
            {"etat", "manque"},
            {"etat_dit", ""}};
}

Vue::Liste vues_des_groupes(const Services& services, const std::vector<Groupe>& groupes,
                            Etats etats) {
    Vue::Liste vues;
    std::vector<const Groupe*> pieces;
    for (const auto& groupe : groupes)
        if (groupe.issue == rules::Issue::manque && est_une_piece(groupe))
            pieces.push_back(&groupe);
        else
            vues.push_back(vue_du_groupe(services, groupe, etats));
    if (!pieces.empty()) vues.push_back(vue_des_pieces(services, pieces));
    return vues;
}

class Resultat {
public:
    Resultat(const Services& services, const Etude& etude)
        : services_{services}, etude_{etude}, reponse_{repondre_a(services, etude)} {}

    Vue tout() {
        const auto& presentation = reponse_.presentation;
        Vue vue{{"appel", presentation.appel},
                {"depot", dire(services_, "pages.resultat.depot", {{"date", depot()}})},
                {"etat_saisie", etat_saisie()},
                {"montant", presentation.montant},
                {"essms", presentation.essms},
                {"issue", presentation.issue},
                {"issue_etat", reponse_.issue_etat},
                {"issue_phrase",
                 reponse_.provisoire.empty() ? reponse_.issue_phrase : reponse_.provisoire},
                {"guichet", presentation.guichet},
                {"guichet_raison", reponse_.guichet_raison},
                {"fenetre", presentation.fenetre},
                {"compte", reponse_.compte},
                {"empreinte", reponse_.verifie.appel().empreinte}};
        ajouter_sections(vue);
        ajouter_montants(services_, reponse_, vue);
        ajouter_exclus(vue);
        ajouter_points_et_carte(vue);
        ajouter_reste(vue);
        vue.ajouter("sommaire", std::move(sommaire_));
        return vue;
    }

private:
    std::string depot() const {
        return moment(reponse_.verifie.saisi().depose_le, reponse_.verifie.appel().fuseau);
    }

    Vue::Liste etat_saisie() const {
        Vue::Liste champs;
        for (const auto& [chemin, texte] : etude_.saisie.valeurs())
            if (!texte.empty()) champs.push_back(Vue{{"nom", chemin}, {"valeur", texte}});
        return champs;
    }

    std::string annoncer(std::string_view ancre, std::size_t nombre) {
        const auto titre = dire(services_, "pages.resultat." + std::string{ancre});
        sommaire_.push_back(Vue{{"ancre", ancre},
                                {"libelle", titre},
                                {"nombre", nombre == 0 ? "" : std::to_string(nombre)}});
        return titre;
    }

    void ajouter_sections(Vue& vue) {
        struct Section {
            std::string_view ancre;
            const std::vector<Groupe>& groupes;
        };
        const auto& p = reponse_.presentation;
        Vue::Liste sections;
        for (const auto& [ancre, groupes] :
             {Section{"bloquants", p.bloquants}, Section{"manques", p.manques},
              Section{"appreciations", p.a_apprecier}, Section{"alertes", p.alertes}}) {
            auto vues = vues_des_groupes(services_, groupes, Etats::tus);
            if (vues.empty()) continue;
            const auto titre = annoncer(ancre, vues.size());
            sections.push_back(
                Vue{{"ancre", ancre}, {"titre", titre}, {"groupes", std::move(vues)}});
        }
        vue.ajouter("sections", std::move(sections));
        Vue::Liste seuils;
        for (const auto* seuil : seuils_de(etude_))
            seuils.push_back(Vue{{"changement", seuil->changement}, {"effet", seuil->effet}});
        if (!seuils.empty()) annoncer("seuils", 0);
        vue.ajouter("a_seuils", !seuils.empty());
        vue.ajouter("seuils", std::move(seuils));
        if (!p.variantes.empty()) annoncer("lectures", 0);
        if (!p.lignes.empty()) annoncer("montants", 0);
        annoncer("points", 0);
        annoncer("carte", 0);
    }

    void ajouter_exclus(Vue& vue) const {
        Vue::Liste exclus;
        for (const auto& exclusion : reponse_.verifie.analyse().recevabilite.exclus) {
            const std::string finess{exclusion.finess_et};
            const auto* fiche = services_.registre.find(finess);
            exclus.push_back(Vue{{"finess", finess},
                                 {"nom", fiche ? fiche->raison_sociale : std::string{}},
                                 {"raison", raison(exclusion)}});
        }
        vue.ajouter("a_exclus", !exclus.empty());
        vue.ajouter("exclus", std::move(exclus));
    }

    std::string raison(const recevabilite::Exclusion& exclusion) const {
        for (const auto& constat : reponse_.verifie.analyse().constats)
            if (constat.regle == exclusion.regle && constat.objet.nom == exclusion.finess_et)
                return services_.phrases.rendre(constat.phrase, constat.faits);
        return {};
    }

    bool est_exclu(std::string_view finess) const {
        const auto& exclus = reponse_.verifie.analyse().recevabilite.exclus;
        return std::any_of(exclus.begin(), exclus.end(),
                           [&](const auto& exclusion) { return exclusion.finess_et == finess; });
    }

    void ajouter_points_et_carte(Vue& vue) const {
        const auto siret = etude_.siret_suppose ? Siret::suppose : Siret::connu;
        vue.ajouter("points", dix_points(services_, reponse_.verifie.analyse().constats, siret));
        vue.ajouter("points_source", dire(services_, "pages.points.source"));
        std::vector<page::Repere> reperes;
        for (const auto& essms : reponse_.verifie.resolu().essms) {
            const auto* fiche = essms.fiche;
            if (!fiche || fiche->categorie == "462" || !fiche->latitude_e6 || !fiche->longitude_e6)
                continue;
            reperes.push_back({*fiche->latitude_e6, *fiche->longitude_e6,
                               std::string{essms.finess()}, fiche->raison_sociale,
                               est_exclu(essms.finess()) ? "repere--ecarte" : ""});
        }
        vue.ajouter("cartes", reperes.empty() ? Vue::Liste{} : vues_des_cartes(services_, reperes));
        vue.ajouter("sans_carte", reperes.empty() ? dire(services_, "pages.carte.vide") : "");
    }

    void ajouter_reste(Vue& vue) const {
        struct Reste {
            std::string_view code;
            const std::vector<Groupe>& groupes;
        };
        const auto& p = reponse_.presentation;
        Vue::Liste reste;
        for (const auto& [code, groupes] :
             {Reste{"pages.reste.exclus", p.exclus}, Reste{"pages.reste.conformes", p.conformes},
              Reste{"pages.reste.sans_objet", p.sans_objet}})
            if (!groupes.empty())
                reste.push_back(
                    Vue{{"titre", dire(services_, code,
                                       {{"nombre", static_cast<std::int64_t>(groupes.size())}})},
                        {"groupes", vues_des_groupes(services_, groupes, Etats::dits)}});
        vue.ajouter("reste", std::move(reste));
    }

    const Services& services_;
    const Etude& etude_;
    Reponse reponse_;
    Vue::Liste sommaire_;
};

}  // namespace

Vue vue_du_resultat(const Services& services, const Etude& etude) {
    return Resultat{services, etude}.tout();
}

}  // namespace grappe::pages
