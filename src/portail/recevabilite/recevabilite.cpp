// The examination of a dossier: rules of the establishments first, which exclude; then the count,
// the desk, the window; then the rules of the whole. Contract portail-check, "Findings and
// outcome".
#include "portail/recevabilite/recevabilite.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "portail/recevabilite/regles.hpp"

namespace grappe::recevabilite {
namespace {

using rules::Issue, rules::RegleId, programme::RegleAppel;

enum class Effet { exclut, n_exclut_pas };

struct RegleParEssms {
    RegleId regle;
    Verdict (*juger)(const Contexte&, const dossier::EssmsResolu&);
    Effet effet;
};

struct RegleDuDossier {
    RegleId regle;
    Verdict (*juger)(const Examen&);
};

constexpr std::array regles_elig_1{RegleParEssms{RegleId::elig_01, elig_01, Effet::exclut},
                                   RegleParEssms{RegleId::elig_02, elig_02, Effet::exclut}};
constexpr std::array regles_elig_2{RegleParEssms{RegleId::elig_05, elig_05, Effet::n_exclut_pas},
                                   RegleParEssms{RegleId::elig_06, elig_06, Effet::n_exclut_pas},
                                   RegleParEssms{RegleId::elig_07, elig_07, Effet::exclut},
                                   RegleParEssms{RegleId::elig_08, elig_08, Effet::exclut}};
constexpr std::array regles_red{RegleParEssms{RegleId::red_01, red_01, Effet::exclut},
                                RegleParEssms{RegleId::red_02, red_02, Effet::exclut},
                                RegleParEssms{RegleId::red_03, red_03, Effet::exclut},
                                RegleParEssms{RegleId::red_04, red_04, Effet::exclut},
                                RegleParEssms{RegleId::red_05, red_05, Effet::exclut}};

constexpr std::array regles_elig_4{RegleDuDossier{RegleId::elig_04, elig_04}};
constexpr std::array regles_elig_9{RegleDuDossier{RegleId::elig_09, elig_09},
                                   RegleDuDossier{RegleId::elig_10, elig_10}};
constexpr std::array regles_grp{
    RegleDuDossier{RegleId::grp_01, grp_01}, RegleDuDossier{RegleId::grp_02, grp_02},
    RegleDuDossier{RegleId::grp_03, grp_03}, RegleDuDossier{RegleId::grp_04, grp_04},
    RegleDuDossier{RegleId::grp_05, grp_05}, RegleDuDossier{RegleId::grp_06, grp_06},
    RegleDuDossier{RegleId::grp_07, grp_07}, RegleDuDossier{RegleId::grp_08, grp_08}};
constexpr std::array regles_red_dossier{RegleDuDossier{RegleId::red_06, red_06},
                                        RegleDuDossier{RegleId::red_07, red_07}};
constexpr std::array regles_sol{
    RegleDuDossier{RegleId::sol_01, sol_01}, RegleDuDossier{RegleId::sol_02, sol_02},
    RegleDuDossier{RegleId::sol_03, sol_03}, RegleDuDossier{RegleId::sol_04, sol_04},
    RegleDuDossier{RegleId::sol_05, sol_05}, RegleDuDossier{RegleId::sol_06, sol_06},
    RegleDuDossier{RegleId::sol_07, sol_07}, RegleDuDossier{RegleId::sol_08, sol_08},
    RegleDuDossier{RegleId::sol_09, sol_09}};
constexpr std::array regles_desk{
    RegleDuDossier{RegleId::desk_02, desk_02}, RegleDuDossier{RegleId::desk_03, desk_03},
    RegleDuDossier{RegleId::desk_04, desk_04}, RegleDuDossier{RegleId::desk_05, desk_05},
    RegleDuDossier{RegleId::desk_06, desk_06}};

using Exclusions = std::vector<std::optional<RegleId>>;

// The state of one examination while its findings are written, family by family.
class Redaction {
public:
    Redaction(const Contexte& contexte, Constats& constats)
        : contexte_{contexte}, constats_{constats} {}

    void ajouter(RegleId regle, rules::Objet objet, Verdict verdict) {
        const auto* source = source_ou(verdict.source, contexte_.appel.regle(regle).source);
        constats_.push_back(
            {regle, verdict.issue, objet, verdict.phrase, std::move(verdict.faits), source});
    }

    // The call does not use the rule, or its text is silent: one finding says so.
    bool ecartee_par_l_appel(RegleId regle) {
        const auto etat = contexte_.appel.regle(regle).etat;
        if (etat == RegleAppel::Etat::appliquee) return false;
        const bool silence = etat == RegleAppel::Etat::non_definie;
        ajouter(regle, rules::Objet::du_dossier(),
                {silence ? Issue::non_defini : Issue::sans_objet,
                 silence ? std::string_view{"recevabilite.non_defini_dans_l_appel"}
                         : std::string_view{"recevabilite.sans_objet_dans_l_appel"},
                 {{"appel", std::string_view{contexte_.appel.id}}}});
        return true;
    }

    template <std::size_t N>
    void des_essms(const std::array<RegleParEssms, N>& regles, Exclusions& exclusions) {
        for (const auto& regle : regles) {
            if (ecartee_par_l_appel(regle.regle)) continue;
            const auto& essms = contexte_.dossier.essms;
            for (std::size_t rang = 0; rang < essms.size(); ++rang) {
                auto verdict = regle.juger(contexte_, essms[rang]);
                if (regle.effet == Effet::exclut && verdict.issue == Issue::non_conforme &&
                    !exclusions[rang])
                    exclusions[rang] = regle.regle;
                ajouter(regle.regle,
                        rules::Objet::de_l_essms(essms[rang].ligne, essms[rang].finess()),
                        std::move(verdict));
            }
            if (essms.empty())
                ajouter(regle.regle, rules::Objet::du_dossier(),
                        {Issue::sans_objet, "recevabilite.aucun_essms"});
        }
    }

    template <std::size_t N>
    void du_dossier(const std::array<RegleDuDossier, N>& regles, const Examen& examen) {
        for (const auto& regle : regles)
            if (!ecartee_par_l_appel(regle.regle))
                ajouter(regle.regle, rules::Objet::du_dossier(), regle.juger(examen));
    }

private:
    const Contexte& contexte_;
    Constats& constats_;
};

Comptes compter(const Contexte& contexte, const Exclusions& exclusions) {
    Comptes comptes;
    comptes.reserve(exclusions.size());
    for (std::size_t rang = 0; rang < exclusions.size(); ++rang) {
        const auto& essms = contexte.dossier.essms[rang];
        if (!exclusions[rang]) comptes.push_back({&essms, regime_effectif(contexte, *essms.saisi)});
    }
    return comptes;
}

std::vector<Exclusion> exclus(const dossier::DossierResolu& dossier, const Exclusions& exclusions) {
    std::vector<Exclusion> liste;
    for (std::size_t rang = 0; rang < exclusions.size(); ++rang)
        if (exclusions[rang])
            liste.push_back(
                {dossier.essms[rang].ligne, dossier.essms[rang].finess(), *exclusions[rang]});
    return liste;
}

std::optional<Guichet> guichet(const Routage& routage, const Decompte& decompte) {
    if (routage.niveau == programme::Niveau::non_defini || routage.financeur.empty())
        return std::nullopt;
    Guichet guichet{routage.niveau, routage.financeur, {}};
    for (const auto& region : decompte.regions) guichet.regions.emplace_back(region.code);
    return guichet;
}

std::optional<ChoixDeFenetre> fenetre(const Contexte& contexte, const Routage& routage,
                                      const Decompte& decompte) {
    const auto portee = portee_de(routage, decompte);
    if (!portee) return std::nullopt;
    const auto nature = contexte.saisi().nature.valeur_ou(programme::Nature::nouveau);
    return choisir_fenetre(contexte.appel, {*portee, nature}, contexte.saisi().depose_le);
}

// Findings by family, in catalogue order; they are written in the order of their dependencies.
struct Familles {
    Constats elig_01_02, elig_03_04, elig_05_08, elig_09_10, grp, red, sol, desk, cal, doc;

    Constats jointes() {
        const std::array toutes{&elig_01_02, &elig_03_04, &elig_05_08, &elig_09_10, &grp,
                                &red,        &sol,        &desk,       &cal,        &doc};
        // ELIG-11 is to come, and the findings of the subsidy.
        std::size_t taille = elig_01_02.size() / 2 + 64;
        for (const auto* famille : toutes) taille += famille->size();
        Constats constats;
        constats.reserve(taille);
        for (auto* famille : toutes)
            std::move(famille->begin(), famille->end(), std::back_inserter(constats));
        return constats;
    }
};

void juger_les_essms(const Contexte& contexte, Familles& familles, Exclusions& exclusions) {
    const auto essms = contexte.dossier.essms.size();
    familles.elig_01_02.reserve(essms * regles_elig_1.size() + 1);
    familles.elig_05_08.reserve(essms * regles_elig_2.size() + 1);
    familles.red.reserve(essms * regles_red.size() + 3);
    Redaction(contexte, familles.elig_01_02).des_essms(regles_elig_1, exclusions);
    Redaction(contexte, familles.elig_05_08).des_essms(regles_elig_2, exclusions);
    Redaction(contexte, familles.red).des_essms(regles_red, exclusions);
}

void juger_l_ensemble(const Examen& examen, Familles& familles) {
    const auto& contexte = examen.contexte;
    Redaction elig{contexte, familles.elig_03_04};
    if (!elig.ecartee_par_l_appel(RegleId::elig_03)) elig_03(examen, familles.elig_03_04);
    elig.du_dossier(regles_elig_4, examen);
    Redaction(contexte, familles.elig_09_10).du_dossier(regles_elig_9, examen);
    Redaction(contexte, familles.grp).du_dossier(regles_grp, examen);
    Redaction(contexte, familles.red).du_dossier(regles_red_dossier, examen);
    Redaction(contexte, familles.sol).du_dossier(regles_sol, examen);
    Redaction desk{contexte, familles.desk};
    if (!desk.ecartee_par_l_appel(RegleId::desk_01)) desk_01(examen, familles.desk);
    desk.du_dossier(regles_desk, examen);
    juger_calendrier(examen, familles.cal);
    juger_pieces(examen, familles.doc);
}

// ELIG-11 reads all the others, then takes its place.
void resumer(const Examen& examen, Constats& constats) {
    auto verdict = elig_11(examen, constats);
    const auto place =
        std::partition_point(constats.begin(), constats.end(),
                             [](const auto& constat) { return constat.regle < RegleId::elig_11; });
    constats.insert(place,
                    {RegleId::elig_11, verdict.issue, rules::Objet::du_dossier(), verdict.phrase,
                     std::move(verdict.faits), &examen.appel().regle(RegleId::elig_11).source});
}

bool est_bloque(const Constats& constats) {
    return std::any_of(constats.begin(), constats.end(), [](const auto& constat) {
        return constat.issue == Issue::non_conforme && bloquante(constat.regle);
    });
}

}  // namespace

bool bloquante(RegleId regle) {
    if (regle >= RegleId::cal_01 && regle <= RegleId::cal_08) return true;
    if (regle >= RegleId::sol_01 && regle <= RegleId::sol_05) return true;
    // GRP-01 fails only where the call is strict, or when nobody is left.
    constexpr std::array autres{RegleId::elig_04, RegleId::grp_01, RegleId::sol_07,
                                RegleId::red_07};
    return std::find(autres.begin(), autres.end(), regle) != autres.end();
}

Recevabilite examiner(const dossier::DossierResolu& dossier, const programme::Appel& appel,
                      const dossier::Referentiels& referentiels) {
    const auto contexte = contexte_de(dossier, appel, referentiels);
    Exclusions exclusions(dossier.essms.size());
    Familles familles;
    juger_les_essms(contexte, familles, exclusions);

    auto decompte = decompter(compter(contexte, exclusions));
    const auto routage = router(contexte, decompte);
    const auto choix = fenetre(contexte, routage, decompte);
    const auto organismes = organismes_de(decompte.comptes);
    const Examen examen{contexte, decompte, organismes, routage, exclusions, choix};
    juger_l_ensemble(examen, familles);
    auto constats = familles.jointes();
    resumer(examen, constats);

    Recevabilite resultat{.comptes = {},
                          .exclus = exclus(dossier, exclusions),
                          .guichet = guichet(routage, decompte),
                          .fenetre = std::nullopt,
                          .constats = std::move(constats),
                          .bloque = false};
    if (choix) resultat.fenetre = FenetreDeDepot{choix->fenetre, choix->a_temps()};
    resultat.bloque = decompte.comptes.empty() || est_bloque(resultat.constats);
    resultat.comptes = std::move(decompte.comptes);
    return resultat;
}

}  // namespace grappe::recevabilite
