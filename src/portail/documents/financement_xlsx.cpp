// DOC-06: what is computed is written, what only the porteur knows is a marked cell.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "portail/documents/feuilles.hpp"
#include "portail/documents/mots.hpp"
#include "portail/export/classeur.hpp"

namespace grappe::documents {
namespace {

using exportation::ACompleter, exportation::Cellule, exportation::Classeur, exportation::Formule;
using exportation::Gras, exportation::Nombre;

struct Plan {
    const SourceDesModeles& source;
    Classeur& classeur;

    std::string mot(std::string_view code) const { return dire(source.phrases, code); }
};

Formule euros(std::string texte, std::int64_t centimes) {
    return {std::move(texte), Nombre::euros, centimes};
}

std::vector<std::string> entete(const Plan& plan, const std::vector<std::string_view>& codes) {
    std::vector<std::string> titres;
    for (const auto code : codes) titres.push_back(plan.mot(code));
    return titres;
}

core::Money devis_de_materiel(const SourceDesModeles& source) {
    core::Money somme;
    for (const auto& essms : source.verifie.resolu().essms)
        if (essms.saisi->devis_materiel.connue()) somme = somme + *essms.saisi->devis_materiel;
    return somme;
}

// Rows 2 to 8, total in row 9: the other sheets name these cells.
core::Money couts_du_projet(const Plan& plan) {
    plan.classeur.feuille(
        plan.mot("documents.plan.couts_projet"),
        entete(plan, {"documents.plan.nature", "documents.plan.annee_1", "documents.plan.annee_2",
                      "documents.plan.annee_3", "export.total", "documents.plan.precisions"}),
        {44, 16, 16, 16, 16, 40});
    const auto materiel = devis_de_materiel(plan.source);
    const auto& amoa = plan.source.verifie.saisi().devis_amoa;
    core::Money somme;
    constexpr auto natures = std::to_array<std::string_view>(
        {"logiciel", "parametrage", "reprise", "formation", "materiel", "amoa", "autres"});
    for (const auto nature : natures) {
        const auto rang = plan.classeur.prochaine_rangee();
        core::Money connu;
        if (nature == "materiel") connu = materiel;
        if (nature == "amoa") connu = amoa.valeur_ou(core::Money{});
        const bool su = connu != core::Money{};
        somme = somme + connu;
        plan.classeur.rangee({plan.mot("documents.plan.nature." + std::string{nature}),
                              su ? Cellule{connu} : Cellule{ACompleter{}}, ACompleter{},
                              ACompleter{},
                              euros(fmt::format("=SUM(B{0}:D{0})", rang), connu.in_cents()),
                              su ? Cellule{plan.mot("documents.plan.devis")} : Cellule{""}});
    }
    std::vector<Cellule> total{Gras{plan.mot("export.total")}};
    for (const char colonne : {'B', 'C', 'D', 'E'})
        total.push_back(euros(fmt::format("=SUM({0}2:{0}8)", colonne),
                              colonne == 'B' || colonne == 'E' ? somme.in_cents() : 0));
    plan.classeur.rangee(total);
    return somme;
}

// Total in F7.
void couts_humains(const Plan& plan) {
    plan.classeur.feuille(
        plan.mot("documents.plan.couts_rh"),
        entete(plan, {"documents.plan.fonction", "documents.plan.organisme", "documents.plan.etp",
                      "documents.plan.cout_annuel", "documents.plan.mois", "documents.plan.cout"}),
        {40, 36, 10, 18, 12, 18});
    for (const auto* fonction :
         {"chef_de_projet", "referents", "technique", "formation", "autres"}) {
        const auto rang = plan.classeur.prochaine_rangee();
        plan.classeur.rangee({plan.mot("documents.plan.fonction." + std::string{fonction}),
                              ACompleter{}, ACompleter{.nombre = Nombre::decimal}, ACompleter{},
                              ACompleter{.nombre = Nombre::decimal},
                              euros(fmt::format("=ROUND(C{0}*D{0}*E{0}/12,2)", rang), 0)});
    }
    plan.classeur.rangee({Gras{plan.mot("export.total")}, "", "", "", "", euros("=SUM(F2:F6)", 0)});
}

std::string renvoi(const Plan& plan, std::string_view feuille, std::string_view cellule) {
    return fmt::format("='{}'!{}", plan.mot(feuille), cellule);
}

void plan_pluriannuel(const Plan& plan, core::Money projet) {
    const auto& subvention = plan.source.verifie.analyse().subvention;
    plan.classeur.feuille(plan.mot("documents.plan.pluriannuel"),
                          entete(plan, {"documents.plan.ligne", "documents.plan.montant",
                                        "documents.plan.precisions"}),
                          {52, 20, 70});
    plan.classeur.rangee({Gras{plan.mot("documents.plan.depenses")}});
    plan.classeur.rangee(
        {plan.mot("documents.plan.couts_projet"),
         euros(renvoi(plan, "documents.plan.couts_projet", "E9"), projet.in_cents())});
    plan.classeur.rangee({plan.mot("documents.plan.couts_rh"),
                          euros(renvoi(plan, "documents.plan.couts_rh", "F7"), 0)});
    plan.classeur.rangee(
        {Gras{plan.mot("documents.plan.total_depenses")}, euros("=B3+B4", projet.in_cents())});
    plan.classeur.rangee({Gras{plan.mot("documents.plan.ressources")}});
    const auto avance = subvention ? subvention->avance : core::Money{};
    const auto solde = subvention ? subvention->solde : core::Money{};
    plan.classeur.rangee(
        {plan.mot("documents.plan.avance"), avance, plan.mot("documents.plan.calculee")});
    plan.classeur.rangee(
        {plan.mot("documents.plan.solde"), solde, plan.mot("documents.plan.solde_condition")});
    plan.classeur.rangee({plan.mot("documents.plan.autres_aides"), ACompleter{}});
    const auto reste = std::max(core::Money{}, projet - avance - solde);
    plan.classeur.rangee({plan.mot("documents.plan.autofinancement"),
                          euros("=MAX(0,B5-B7-B8-B9)", reste.in_cents()),
                          plan.mot("documents.plan.autofinancement.regle")});
    const auto ressources = avance + solde + reste;
    plan.classeur.rangee({Gras{plan.mot("documents.plan.total_ressources")},
                          euros("=SUM(B7:B10)", ressources.in_cents())});
    plan.classeur.rangee({plan.mot("documents.plan.ecart"),
                          euros("=B11-B5", (ressources - projet).in_cents()),
                          plan.mot("documents.plan.ecart.regle")});
}

void subvention_par_essms(const Plan& plan) {
    const auto& subvention = plan.source.verifie.analyse().subvention;
    if (!subvention) return;
    plan.classeur.feuille(
        plan.mot("documents.subvention"),
        entete(plan, {"export.finess", "export.nom", "export.regime", "export.usages",
                      "export.equipement", "export.materiel", "export.amoa", "export.total"}),
        {12, 44, 20, 16, 16, 16, 16, 18});
    const auto debut = plan.classeur.prochaine_rangee();
    for (const auto& ligne : subvention->lignes) {
        std::string nom;
        for (const auto& essms : plan.source.verifie.resolu().essms)
            if (essms.ligne == ligne.ligne) nom = nom_de(essms);
        const auto rang = plan.classeur.prochaine_rangee();
        plan.classeur.rangee(
            {std::string{ligne.finess_et}, nom,
             plan.mot("regime." + std::string{core::name_of(ligne.regime)}), ligne.usage,
             ligne.equipement, ligne.materiel, ligne.amoa,
             euros(fmt::format("=SUM(D{0}:G{0})", rang), ligne.total().in_cents())});
    }
    const auto fin = plan.classeur.prochaine_rangee() - 1;
    std::array<std::int64_t, 5> sommes{};
    for (const auto& ligne : subvention->lignes) {
        const std::array valeurs{ligne.usage, ligne.equipement, ligne.materiel, ligne.amoa,
                                 ligne.total()};
        for (std::size_t n = 0; n < sommes.size(); ++n) sommes[n] += valeurs[n].in_cents();
    }
    std::vector<Cellule> total{Gras{plan.mot("export.total")}, "", ""};
    for (std::size_t n = 0; n < sommes.size(); ++n)
        total.push_back(
            euros(fmt::format("=SUM({0}{1}:{0}{2})", "DEFGH"[n], debut, std::max(debut, fin)),
                  sommes[n]));
    plan.classeur.rangee(total);
}

}  // namespace

std::string financement_en_xlsx(const SourceDesModeles& source) {
    Classeur classeur{libelle_de_piece(source.phrases, "DOC-06"), source.maintenant};
    const Plan plan{source, classeur};
    const auto projet = couts_du_projet(plan);
    couts_humains(plan);
    plan_pluriannuel(plan, projet);
    subvention_par_essms(plan);
    return std::move(classeur).octets();
}

}  // namespace grappe::documents
