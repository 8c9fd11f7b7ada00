// The table of deployments, how the call reads its delays, and everything that was said.
#include <algorithm>

#include "portail/conventionnement/convention_vue.hpp"
#include "portail/conventionnement/jalons_vue.hpp"
#include "portail/jalons/lectures.hpp"
#include "portail/pages/ecriture.hpp"

namespace grappe::conventionnement {
namespace {

using jalons::Acte, jalons::Genre;
using page::Vue;

std::string nom_de_l_essms(const VuesDeJalons& vues, const std::string& finess) {
    const auto* connu = vues.conventions.services().registre.find(finess);
    return connu == nullptr ? vues.dire("conventionnement.hors_registre") : connu->raison_sociale;
}

std::string regime_de(const VuesDeJalons& vues, const std::string& finess) {
    for (const auto& essms : vues.lu.accord.essms)
        if (essms.finess_et == finess && essms.regime)
            return vues.dire("page.jalons.regime." + std::string{core::name_of(*essms.regime)});
    return {};
}

bool coche(const VuesDeJalons& vues, const std::string& finess) {
    for (const auto valeur : vues.suite.saisie.valeurs("essms"))
        if (valeur == finess) return true;
    return false;
}

// What can be said of one of them at least.
Vue::Liste actes_du_tableau(const VuesDeJalons& vues, const std::vector<jalons::Jalon>& tous) {
    Vue::Liste actes;
    std::vector<std::string> connus;
    for (const auto& jalon : tous)
        for (auto& acte : actes_possibles(vues, jalon)) {
            const auto& nom = std::get<std::string>(acte.trouver("acte")->contenu());
            if (std::ranges::find(connus, nom) != connus.end()) continue;
            connus.push_back(nom);
            actes.push_back(std::move(acte));
        }
    return actes;
}

}  // namespace

void ajouter_les_deploiements(Vue& vue, const VuesDeJalons& vues) {
    const auto tous = vues.lu.deploiements_vus();
    auto actes = actes_du_tableau(vues, tous);
    const bool refuse = vues.suite.jalon == core::name_of(Genre::deploiement);
    const auto tape = [&](std::string_view champ) {
        return refuse ? std::string{vues.suite.saisie.valeur(champ)} : std::string{};
    };
    Vue::Liste lignes;
    for (const auto& jalon : tous) {
        auto ligne = vue_du_jalon(vues, jalon);
        ligne.ajouter("finess", jalon.finess_et);
        ligne.ajouter("essms", nom_de_l_essms(vues, jalon.finess_et));
        ligne.ajouter("regime", regime_de(vues, jalon.finess_et));
        ligne.ajouter("coche", refuse && coche(vues, jalon.finess_et));
        ligne.ajouter("cochable", !actes.empty());
        lignes.push_back(std::move(ligne));
    }
    vue.ajouter("sans_essms", lignes.empty());
    vue.ajouter("essms_compte", vues.dire("conventionnement.lignes",
                                          {{"nombre", static_cast<std::int64_t>(lignes.size())}}));
    vue.ajouter("deploiements", std::move(lignes));
    vue.ajouter("deployer", !actes.empty());
    vue.ajouter("actes_du_tableau", std::move(actes));
    vue.ajouter("faute_du_tableau", refuse ? vues.suite.faute : std::string{});
    vue.ajouter("jour_du_tableau", tape("jour"));
    vue.ajouter("motif_du_tableau", tape("motif"));
}

void ajouter_les_lectures(Vue& vue, const VuesDeJalons& vues) {
    Vue::Liste lectures;
    for (const auto& une : jalons::lectures_de(vues.lu.accord.appel)) {
        const auto nom = "page.jalons.lecture." + std::string{une.nom};
        const auto& phrases = vues.conventions.services().phrases;
        const auto choix = nom + "." + (une.choisie.empty() ? "non_dite" : une.choisie);
        lectures.push_back(Vue{
            {"question", vues.dire(nom)},
            {"reponse", phrases.contient(choix) ? vues.dire(choix) : une.choisie},
            {"catalogue", une.question},
            {"source", une.source.document.empty() ? std::string{} : rules::en_clair(une.source)}});
    }
    vue.ajouter("lectures", std::move(lectures));
}

void ajouter_l_historique(Vue& vue, const VuesDeJalons& vues) {
    Vue::Liste dits;
    for (const auto& fait : vues.lu.faits_vus()) {
        const auto qui = vues.noms.find(fait.par);
        dits.insert(
            dits.begin(),
            Vue{{"quand", le(fait.fait_le)},
                {"qui", qui == vues.noms.end() ? std::string{} : qui->second},
                {"quoi", vues.dire("page.jalons.dit." + std::string{core::name_of(fait.acte)})},
                {"du_jalon", vues.dire("jalons.nom." + std::string{core::name_of(fait.jalon)})},
                {"essms",
                 fait.finess_et.empty() ? std::string{} : nom_de_l_essms(vues, fait.finess_et)},
                {"au", fait.jour ? pages::jour(*fait.jour) : std::string{}},
                {"motif", fait.motif}});
    }
    vue.ajouter("historique_compte",
                vues.dire("page.jalons.historique", {{"nombre", std::int64_t(dits.size())}}));
    vue.ajouter("sans_historique", dits.empty());
    vue.ajouter("historique", std::move(dits));
}

}  // namespace grappe::conventionnement
