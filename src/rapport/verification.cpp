// Judgement of a report: signature, key, rule, period, sums, counts that can be.
#include "rapport/verification.hpp"

#include "rapport/json.hpp"
#include "usage/fenetre.hpp"

namespace grappe::rapport {
namespace {

using usage::Compteur, usage::Compteurs;

const usage::RegleDUsage* regle_citee(const RegleCitee& citee, const Attendus& attendus,
                                      Reproches& reproches) {
    for (const auto& regle : attendus.regles) {
        if (regle.version() != citee.version) continue;
        if (citer(regle) == citee) return &regle;
        reproches.push_back({"rapport.regle_changee", {{"version", citee.version}}});
        return nullptr;
    }
    reproches.push_back({"rapport.regle_inconnue", {{"version", citee.version}}});
    return nullptr;
}

void juger_la_periode(const EnTete& tete, const Attendus& attendus, Reproches& reproches) {
    const auto* regle = regle_citee(tete.regle, attendus, reproches);
    if (regle == nullptr) return;
    const auto voulue = usage::fenetre_de(tete.au, regle->au(tete.au).fenetre_en_mois);
    if (voulue.debut != tete.du)
        reproches.push_back({"rapport.periode", {{"du", tete.du}, {"voulu", voulue.debut}}});
}

// Each stays within the next: what a record adds, so do sums of records.
bool possibles(const Compteurs& c, std::int64_t feuilles) {
    using enum Compteur;
    constexpr std::array dedans = {std::pair{presents, file_active},
                                   std::pair{actif, fenetre},
                                   std::pair{actif_present, actif},
                                   std::pair{actif_present, presents},
                                   std::pair{projet, actif},
                                   std::pair{projet_present, projet},
                                   std::pair{projet_present, actif_present},
                                   std::pair{evenement, actif},
                                   std::pair{evenement_present, evenement},
                                   std::pair{eligible_fenetre, fenetre},
                                   std::pair{eligible_file_active, file_active},
                                   std::pair{eligible_presents, presents},
                                   std::pair{evenement_present, actif_present},
                                   std::pair{eprescription, eprescription_depuis_le_debut},
                                   std::pair{eparcours, eparcours_depuis_le_debut}};
    for (const auto& [un, autre] : dedans)
        if (c[un] > c[autre]) return false;
    return c[fenetre] <= feuilles && c[file_active] <= feuilles && c[dmp] <= feuilles;
}

void juger_les_sommes(const Rapport& rapport, Reproches& reproches) {
    Rapport refait{.en_tete = rapport.en_tete,
                   .etablissements = rapport.etablissements,
                   .feuilles = 0,
                   .racine = {},
                   .cle_publique = {},
                   .signature = {}};
    Compteurs total;
    bool tient = true;
    for (const auto& ligne : rapport.etablissements) {
        const bool vide = ligne.feuilles == 0;
        if (!possibles(ligne.racine.compteurs, ligne.feuilles) ||
            (vide && ligne.racine != Arbre{}.racine({})))
            reproches.push_back({"rapport.invraisemblable", {{"finess", ligne.finess_et.text()}}});
        for (std::size_t rang = 0; tient && rang < total.valeurs.size(); ++rang) {
            total.valeurs[rang] += ligne.racine.compteurs.valeurs[rang];
            tient = total.valeurs[rang] <= plus_grand_nombre;
        }
    }
    if (tient) totaliser(refait);
    if (!tient || refait.feuilles != rapport.feuilles ||
        refait.racine.compteurs != rapport.racine.compteurs)
        reproches.push_back({"rapport.total"});
    if (tient && refait.racine.empreinte != rapport.racine.empreinte)
        reproches.push_back({"rapport.racine"});
}

}  // namespace

Reproches verifier(const Rapport& rapport, const Attendus& attendus) {
    Reproches reproches;
    if (!secret::signature_juste(rapport.cle_publique, octets_signes(rapport), rapport.signature))
        reproches.push_back({"rapport.signature"});
    if (attendus.cle_publique && *attendus.cle_publique != rapport.cle_publique)
        reproches.push_back({"rapport.autre_cle"});
    juger_la_periode(rapport.en_tete, attendus, reproches);
    juger_les_sommes(rapport, reproches);
    return reproches;
}

}  // namespace grappe::rapport
