// A view a field; its way of being filled is a yes or no each, for the template.
#include "dui/accompagnement/champs_vue.hpp"

#include <algorithm>

#include "dui/nomenclature/recherche.hpp"
#include "dui/pages/cadre.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::accompagnement {
namespace {

using dui::dire;
using page::Vue;
using projet::Champ, projet::Forme, projet::Genre, projet::Objet;

constexpr std::size_t codes_proposes = 12;

std::string_view valeur_de(const projet::Textes& valeurs, std::string_view nom) {
    const auto ou = valeurs.find(nom);
    return ou == valeurs.end() ? std::string_view{} : std::string_view{ou->second};
}

// What an element is called in a list.
std::string_view nom_de(const Objet& un) {
    for (const auto* champ : {"titre", "description", "le"})
        if (const auto dit = un.champ(champ); !dit.empty()) return dit;
    return un.id();
}

class Champs {
public:
    Champs(const Outils& outils, const Remplie& remplie)
        : outils_{outils},
          phrases_{outils.ecrans.services.phrases},
          remplie_{remplie},
          genre_{core::name_of(remplie.fiche.genre)} {}

    Vue vue(const Champ& champ) const {
        const auto valeur = valeur_de(remplie_.valeurs, champ.nom);
        const auto nom = "." + genre_ + "." + std::string{champ.nom};
        const bool code = champ.forme == Forme::besoin || champ.forme == Forme::prestations;
        const bool plusieurs = champ.forme == Forme::liens || champ.forme == Forme::prestations;
        return {{"champ", champ.nom},
                {"libelle", page::etiquette(phrases_, "projet.champ" + nom, champ.nom)},
                {"aide", page::etiquette(phrases_, "projet.aide" + nom, "")},
                {"requis", champ.presence == projet::Presence::requis},
                {"valeur", valeur},
                {"autre", autre(champ)},
                {"est_ligne", champ.forme == Forme::ligne},
                {"est_texte", champ.forme == Forme::texte},
                {"est_jour", champ.forme == Forme::jour},
                {"est_choix", champ.forme == Forme::choix || champ.forme == Forme::lien},
                {"est_code", code},
                {"est_liste", code || champ.forme == Forme::liens},
                {"case", plusieurs ? "checkbox" : "radio"},
                {"cherche", code ? remplie_.cherche : std::string_view{}},
                {"choix", choix(champ, valeur)}};
    }

private:
    std::string dite(const Champ& champ, std::string_view valeur) const {
        if (champ.forme == Forme::choix)
            return page::etiquette(
                phrases_,
                "projet.mot." + genre_ + "." + std::string{champ.nom} + "." + std::string{valeur},
                valeur);
        std::string tous;
        for (const auto& un : projet::mots_de(valeur)) {
            if (!tous.empty()) tous += " ; ";
            const auto* objet =
                remplie_.projet == nullptr ? nullptr : remplie_.projet->trouver(un, champ.vers);
            tous += objet == nullptr ? libelle_serafin(outils_, un) : std::string{nom_de(*objet)};
        }
        return tous;
    }

    // What stands now, where it is not what was typed.
    std::string autre(const Champ& champ) const {
        if (remplie_.stockees.empty()) return {};
        const auto stockee = valeur_de(remplie_.stockees, champ.nom);
        if (stockee == valeur_de(remplie_.valeurs, champ.nom)) return {};
        if (stockee.empty()) return dire(outils_.ecrans.services, "accompagnement.rien_de_dit");
        const bool en_clair = champ.forme == Forme::ligne || champ.forme == Forme::texte ||
                              champ.forme == Forme::jour;
        return en_clair ? std::string{stockee} : dite(champ, stockee);
    }

    Vue::Liste choix(const Champ& champ, std::string_view valeur) const {
        Vue::Liste vues;
        const auto choisis = projet::mots_de(valeur);
        const auto ajouter = [&](std::string_view code, std::string nom, std::string raison) {
            vues.push_back(Vue{{"code", code},
                               {"nom", std::move(nom)},
                               {"raison", std::move(raison)},
                               {"choisi", std::ranges::find(choisis, code) != choisis.end()}});
        };
        if (champ.forme == Forme::choix)
            for (const auto& un : projet::mots_de(champ.mots)) ajouter(un, dite(champ, un), "");
        if ((champ.forme == Forme::lien || champ.forme == Forme::liens) &&
            remplie_.projet != nullptr)
            for (const auto& un : remplie_.projet->des(champ.vers))
                ajouter(un.id(), std::string{nom_de(un)}, "");
        if (champ.forme == Forme::besoin || champ.forme == Forme::prestations) {
            for (const auto& un : choisis) ajouter(un, libelle_serafin(outils_, un), "");
            for (const auto& un : trouves(champ.forme))
                if (std::ranges::find(choisis, un.intitule->code) == choisis.end())
                    ajouter(un.intitule->code, un.intitule->code + " " + un.intitule->libelle,
                            raison_de(un));
        }
        return vues;
    }

    // Direct services before indirect ones.
    std::vector<nomenclature::Trouve> trouves(Forme forme) const {
        using nomenclature::Axe;
        if (forme == Forme::besoin)
            return nomenclature::chercher(outils_.serafin,
                                          {remplie_.cherche, Axe::besoin, codes_proposes});
        auto tous = nomenclature::chercher(
            outils_.serafin, {remplie_.cherche, Axe::prestation_directe, codes_proposes / 2});
        for (auto& un : nomenclature::chercher(
                 outils_.serafin,
                 {remplie_.cherche, Axe::prestation_indirecte, codes_proposes / 2}))
            tous.push_back(std::move(un));
        return tous;
    }

    std::string raison_de(const nomenclature::Trouve& un) const {
        if (un.raisons.empty()) return {};
        const auto& une = un.raisons.front();
        return dire(outils_.ecrans.services,
                    "nomenclature.par." + std::string{core::name_of(une.par)},
                    {{"mot", une.mot}, {"vers", une.vers}});
    }

    const Outils& outils_;
    const rules::Phrases& phrases_;
    const Remplie& remplie_;
    std::string genre_;
};

}  // namespace

Vue::Liste vues_des_champs(const Outils& outils, const Remplie& remplie) {
    const Champs champs{outils, remplie};
    Vue::Liste vues;
    for (const auto& champ : remplie.fiche.champs) vues.push_back(champs.vue(champ));
    return vues;
}

}  // namespace grappe::accompagnement
