// Sentences and figures of a report, for the terminal.
#include "portail/cli/rapport_rendu.hpp"

#include "cli/mesure_dite.hpp"
#include "secret/empreinte.hpp"

namespace grappe::cli {
namespace {

class Texte {
public:
    explicit Texte(const rules::Phrases& phrases) : phrases_{phrases} {}

    void ligne(std::string_view code, const rules::Faits& faits) {
        phrases_.ajouter(texte_, code, faits);
        texte_ += '\n';
    }

    void mesure(usage::Indicateur indicateur, const usage::Mesure& mesure,
                const usage::Parametres& parametres) {
        texte_ += mesure_dite({indicateur, mesure, parametres.cible(indicateur)}, phrases_) + "\n";
    }

    std::string fini() && { return std::move(texte_); }

private:
    const rules::Phrases& phrases_;
    std::string texte_;
};

}  // namespace

std::string rapport_dit(const rapport::Rapport& rapport, const usage::Parametres& parametres,
                        const rules::Phrases& phrases) {
    using usage::Compteur;
    Texte texte{phrases};
    const auto& tete = rapport.en_tete;
    texte.ligne("cli.rapport.sain", {});
    texte.ligne("cli.rapport.entete",
                {{"du", tete.du},
                 {"au", tete.au},
                 {"connu_le", tete.connu_le.utc_text()},
                 {"etablissements", static_cast<std::int64_t>(rapport.etablissements.size())},
                 {"feuilles", rapport.feuilles},
                 {"lecture", lecture_dite(tete.denominateur, phrases)},
                 {"logiciel", tete.logiciel.nom},
                 {"version", tete.logiciel.version},
                 {"regle", tete.regle.version}});
    const auto& compteurs = rapport.racine.compteurs;
    for (const auto indicateur : usage::indicateurs_a_cible)
        texte.mesure(indicateur, usage::mesure(compteurs, indicateur, tete.denominateur),
                     parametres);
    texte.mesure(
        usage::Indicateur::eprescription,
        {compteurs[Compteur::eprescription], compteurs[Compteur::eprescription_depuis_le_debut]},
        parametres);
    texte.mesure(usage::Indicateur::eparcours,
                 {compteurs[Compteur::eparcours], compteurs[Compteur::eparcours_depuis_le_debut]},
                 parametres);
    texte.ligne("cli.rapport.empreinte",
                {{"empreinte", rapport::en_texte(rapport::empreinte_de(rapport))},
                 {"cle", secret::en_hexadecimal(rapport.cle_publique)}});
    return std::move(texte).fini();
}

std::string declaration_dite(const rapport::Declaration& declaration,
                             const usage::Parametres& parametres, const rules::Phrases& phrases) {
    Texte texte{phrases};
    texte.ligne("cli.rapport.declare",
                {{"au", declaration.au}, {"lecture", lecture_dite(declaration.lecture, phrases)}});
    for (const auto& [indicateur, nom] : names(usage::Indicateur{})) {
        usage::Mesure total;
        bool dit = false;
        for (const auto& ligne : declaration.lignes) {
            if (ligne.indicateur != indicateur) continue;
            total.numerateur += ligne.mesure.numerateur;
            total.denominateur += ligne.mesure.denominateur;
            dit = true;
        }
        if (dit) texte.mesure(indicateur, total, parametres);
    }
    return std::move(texte).fini();
}

std::string preuves_dites(const rapport::Preuves& preuves, const rules::Phrases& phrases) {
    return phrases.rendre("cli.rapport.preuves_justes",
                          {{"ouvertes", static_cast<std::int64_t>(preuves.ouvertures.size())},
                           {"graine", preuves.graine},
                           {"nombre", preuves.nombre}}) +
           "\n";
}

}  // namespace grappe::cli
