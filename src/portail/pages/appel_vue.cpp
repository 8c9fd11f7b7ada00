// One call: windows, amounts, conditions, desk, pieces, open readings.
#include "portail/pages/appel_vue.hpp"

#include "portail/pages/appels_vue.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/rendu/presentation.hpp"

namespace grappe::pages {
namespace {

using page::Vue;
using programme::Appel;
using rendu::montant_en_francais;

class Redaction {
public:
    Redaction(const Services& services, const Appel& appel) : services_{services}, appel_{appel} {}

    Vue tout() const {
        Vue vue{{"id", appel_.id},
                {"base_legale", appel_.base_legale},
                {"empreinte", appel_.empreinte},
                {"sommaire", sommaire()},
                {"fenetres", fenetres(services_, appel_)},
                {"sans_fenetre", si_silence(appel_.fenetres, "pages.appel.sans_fenetre")},
                {"a_montants", appel_.donne_des_montants()},
                {"sans_montant",
                 appel_.donne_des_montants() ? std::string{} : dit("pages.appel.sans_montant")},
                {"paliers", paliers()},
                {"montants", montants()},
                {"conditions", conditions()},
                {"routage", routage()},
                {"sans_routage", si_silence(appel_.routage, "pages.appel.sans_routage")},
                {"pieces", pieces()},
                {"sans_piece", si_silence(appel_.pieces, "pages.appel.sans_piece")},
                {"options", options()}};
        return vue;
    }

private:
    std::string dit(std::string_view code) const { return dire(services_, code); }
    std::string dit(std::string_view code, const rules::Faits& faits) const {
        return dire(services_, code, faits);
    }

    // A value that the text does not give: the sentence, and where it was searched.
    template <class T>
    std::string si_silence(const programme::Valeur<T>& valeur, std::string_view code) const {
        if (valeur.definie()) return {};
        return dit(code) + " (" + en_clair(valeur.source) + ")";
    }

    Vue::Liste sommaire() const {
        Vue::Liste liens;
        for (const auto* ancre :
             {"fenetres", "montants", "conditions", "guichet", "pieces", "options"})
            liens.push_back(
                Vue{{"ancre", ancre}, {"libelle", dit("pages.appel.ancre." + std::string{ancre})}});
        return liens;
    }

    std::string rangs(const programme::Bareme& bareme, std::size_t palier) const {
        const auto& fin = bareme.paliers[palier].jusqu_au_rang;
        if (palier == 0)
            return fin ? dit("pages.appel.rangs.premiers", {{"fin", std::int64_t{*fin}}})
                       : dit("pages.appel.rangs.tous");
        const auto debut = *bareme.paliers[palier - 1].jusqu_au_rang + 1;
        if (!fin) return dit("pages.appel.rangs.a_partir", {{"debut", std::int64_t{debut}}});
        return dit("pages.appel.rangs.de_a",
                   {{"debut", std::int64_t{debut}}, {"fin", std::int64_t{*fin}}});
    }

    void ajouter_paliers(Vue::Liste& vues, programme::Regime regime,
                         const programme::Valeur<programme::Bareme>& bareme) const {
        if (!bareme.definie()) return;
        for (std::size_t rang = 0; rang < bareme->paliers.size(); ++rang) {
            const auto& palier = bareme->paliers[rang];
            vues.push_back(Vue{{"regime", dit("regime." + std::string{core::name_of(regime)})},
                               {"rangs", rangs(*bareme, rang)},
                               {"usage", montant_en_francais(palier.usage)},
                               {"equipement", montant_en_francais(palier.equipement)},
                               {"source", en_clair(palier.source_equipement)}});
        }
    }

    Vue::Liste paliers() const {
        Vue::Liste vues;
        ajouter_paliers(vues, programme::Regime::acquisition, appel_.acquisition);
        ajouter_paliers(vues, programme::Regime::montee_de_version, appel_.montee_de_version);
        return vues;
    }

    template <class T, class Ecrire>
    void fait(Vue::Liste& vues, std::string_view nom, const programme::Valeur<T>& valeur,
              const Ecrire& ecrire) const {
        const auto texte = valeur.definie() ? ecrire(*valeur) : dit("pages.appel.non_dit");
        vues.push_back(Vue{{"nom", dit("pages.appel.fait." + std::string{nom})},
                           {"valeur", texte},
                           {"source", en_clair(valeur.source)}});
    }

    // 3/20 as "15 %" when it is a whole number of hundredths.
    std::string fraction(const core::Rate& part) const {
        const auto centiemes = part * core::Fraction::whole(100);
        std::string texte;
        if (centiemes.denominator() != 1)
            rules::ajouter_valeur(texte, part);
        else
            texte = dit("pages.pourcent", {{"nombre", centiemes.rounded_down()}});
        return texte;
    }

    Vue::Liste montants() const {
        Vue::Liste vues;
        if (appel_.donne_des_montants()) {
            fait(vues, "materiel", appel_.materiel, [&](const auto& aide) {
                return dit("pages.appel.aide." + std::string{core::name_of(aide.mode)} + "_essms",
                           {{"montant", aide.par_essms}});
            });
            fait(vues, "amoa", appel_.amoa, [&](const auto& aide) {
                return dit("pages.appel.aide." + std::string{core::name_of(aide.mode)} + "_projet",
                           {{"montant", aide.par_projet}});
            });
            fait(vues, "plafond_specifique", appel_.plafond_specifique,
                 [&](const auto& part) { return fraction(part); });
            fait(vues, "part_avance", appel_.part_avance,
                 [&](const auto& part) { return fraction(part); });
        }
        fait(vues, "enveloppe", appel_.enveloppe,
             [](const auto& montant) { return montant_en_francais(montant); });
        return vues;
    }

    std::string secteurs(const std::vector<programme::SecteurAppel>& tous) const {
        std::string texte;
        for (const auto& secteur : tous) {
            const auto code = "pages.secteur." + secteur.secteur;
            texte.append(texte.empty() ? "" : ", ")
                .append(etiquette(services_.phrases, code, secteur.secteur));
            if (secteur.traitement != programme::TraitementSecteur::eligible)
                texte.append(" (")
                    .append(
                        dit("pages.traitement." + std::string{core::name_of(secteur.traitement)}))
                    .append(")");
        }
        return texte;
    }

    Vue::Liste conditions() const {
        Vue::Liste vues;
        fait(vues, "minimum", appel_.minimum, [&](const auto& minimum) {
            return dit("pages.appel.minimum." + std::string{core::name_of(minimum.mode)},
                       {{"metropole", std::int64_t{minimum.metropole}},
                        {"outre_mer", std::int64_t{minimum.corse_outre_mer}}});
        });
        fait(vues, "secteurs", appel_.secteurs, [&](const auto& tous) { return secteurs(tous); });
        fait(vues, "mom", appel_.mom_au_plus_tot, [&](const auto& date) {
            return dit("pages.appel.mom", {{"date", date}});
        });
        fait(vues, "va", appel_.va_au_plus_tot, [&](const auto& date) {
            return dit("pages.appel.va", {{"date", date}});
        });
        fait(vues, "petit_organisme", appel_.petit_organisme, [&](const auto& seuil) {
            return dit("pages.appel.petit_organisme", {{"seuil", std::int64_t{seuil.metropole}}});
        });
        return vues;
    }

    std::string phrase_de_routage(const programme::LigneRoutage& ligne) const {
        std::string taille;
        if (ligne.a_partir_de)
            taille =
                dit("pages.routage.a_partir_de", {{"nombre", std::int64_t{*ligne.a_partir_de}}});
        if (ligne.moins_de)
            taille += (taille.empty() ? "" : ", ") +
                      dit("pages.routage.moins_de", {{"nombre", std::int64_t{*ligne.moins_de}}});
        if (taille.empty()) taille = dit("pages.routage.toute_taille");
        return dit(
            "pages.routage.ligne",
            {{"taille", taille},
             {"regions", dit("pages.routage.regions." + std::string{core::name_of(ligne.regions)})},
             {"niveau", dit("pages.routage.niveau." + std::string{core::name_of(ligne.niveau)})}});
    }

    Vue::Liste routage() const {
        Vue::Liste vues;
        if (!appel_.routage.definie()) return vues;
        for (const auto& ligne : *appel_.routage)
            vues.push_back(
                Vue{{"phrase", phrase_de_routage(ligne)}, {"source", en_clair(ligne.source)}});
        return vues;
    }

    Vue::Liste pieces() const {
        Vue::Liste vues;
        if (!appel_.pieces.definie()) return vues;
        for (const auto& piece : *appel_.pieces) {
            const auto condition = "pages.condition." + std::string{core::name_of(piece.condition)};
            vues.push_back(Vue{{"code", core::name_of(piece.regle)},
                               {"libelle", piece.libelle},
                               {"force", piece.obligatoire ? "info" : "facultatif"},
                               {"force_mots", dit(piece.obligatoire ? "pages.piece.obligatoire"
                                                                    : "pages.piece.facultative")},
                               {"condition", etiquette(services_.phrases, condition, "")}});
        }
        return vues;
    }

    Vue::Liste options() const {
        Vue::Liste vues;
        for (const auto& option : appel_.options) {
            const auto choix = "choix." + option.nom;
            Vue::Liste possibles;
            for (const auto& possible : option.possibles)
                possibles.push_back(Vue{{"libelle", lisible(choix + "." + possible, possible)},
                                        {"choisie", possible == option.choisie}});
            vues.push_back(Vue{{"question", option.question},
                               {"nom", lisible(choix, option.nom)},
                               {"possibles", std::move(possibles)},
                               {"source", en_clair(option.source)}});
        }
        return vues;
    }

    // A name of the call file without a sentence of its own: its words.
    std::string lisible(const std::string& code, std::string nom) const {
        for (auto& c : nom)
            if (c == '_') c = ' ';
        return etiquette(services_.phrases, code, nom);
    }

    const Services& services_;
    const Appel& appel_;
};

}  // namespace

Vue vue_de_l_appel(const Services& services, const Appel& appel) {
    return Redaction{services, appel}.tout();
}

}  // namespace grappe::pages
