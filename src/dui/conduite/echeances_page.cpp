// /echeances: what is late at an establishment, what will be within 30 days; its CSV.
#include "dui/acces/consultation.hpp"
#include "dui/conduite/formule.hpp"
#include "dui/conduite/histoire.hpp"
#include "dui/conduite/retards.hpp"
#include "dui/conduite/routes.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/rencontre/dits.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::conduite {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::instant, rencontre::Lieu, rencontre::maintenant;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 4096;

struct Lue {
    Retards retards{};
    std::optional<referentiels::Secteur> secteur{};
    bool lit = false;
};

Lue lire(const Conduite& conduite, Visite& visite, const Lieu& lieu) {
    Lue lue{.lit = lieu.qui.lit(partage::Classe::administratif)};
    if (!lue.lit) return lue;
    const auto ici = instant(conduite.ecrans);
    visite.base.read([&](Reader& db) {
        lue.retards = retards_de(conduite, db, lieu.finess_et, core::paris().day_of(ici));
        lue.secteur = sejour::secteur_de(db, lieu.finess_et);
    });
    acces::consigner_une_liste(visite.base, {visite.qui().acteur.compte, ici},
                               {lieu.finess_et, lue.retards.suivis.size()});
    return lue;
}

std::string nom_de(const Conduite& conduite, const std::string& personne) {
    const auto une = conduite.ecrans.annuaire.personne(personne);
    return une ? rencontre::nom_de(*une) : personne;
}

Vue::Liste lignes(const Conduite& conduite, const Retards& retards,
                  const std::vector<echeance::Ligne>& voulues) {
    Vue::Liste vues;
    for (const auto& une : voulues) {
        const auto& personne = retards.personnes.at(std::string{une.sejour});
        vues.push_back(
            obligation_vue(conduite.ecrans.services, *une.obligation,
                           {nom_de(conduite, personne), adresse_du_sejour(personne, une.sejour)}));
    }
    return vues;
}

Lieu lieu_de(const Conduite& conduite, Visite& visite) {
    return visite.base.read(
        [&](Reader& db) { return lieu_de_la_page(conduite.ecrans, db, visite); });
}

http::Response afficher(const Conduite& conduite, Visite& visite, const Lieu& lieu,
                        const Tape& tape) {
    const auto& services = conduite.ecrans.services;
    if (lieu.finess_et.empty()) return sans_etablissement(services);
    const auto lue = lire(conduite, visite, lieu);
    const auto& liste = lue.retards.liste;
    Vue::Liste formes;
    if (sejour::peut_ecrire(lieu.qui, lieu.finess_et))
        formes.push_back(vue_de(
            services, visite, tape,
            {.acte = "secteur",
             .adresse = "/echeances/secteur",
             .caches = {{"finess", lieu.finess_et}},
             .champs = {{"secteur", Genre::choix,
                         lue.secteur ? std::string{core::name_of(*lue.secteur)} : std::string{},
                         options_de<referentiels::Secteur>(services, "secteur")}}}));
    const auto nombre = [](std::size_t combien) { return static_cast<std::int64_t>(combien); };
    Vue vue{{"sans_droit", !lue.lit},
            {"lit", lue.lit},
            {"secteur_inconnu", lue.lit && !lue.secteur},
            {"formes", std::move(formes)},
            {"retards",
             dire(services, "conduite.retards", {{"nombre", nombre(liste.en_retard.size())}})},
            {"bientots",
             dire(services, "conduite.bientot", {{"nombre", nombre(liste.bientot.size())}})},
            {"en_retard", lignes(conduite, lue.retards, liste.en_retard)},
            {"bientot", lignes(conduite, lue.retards, liste.bientot)},
            {"aucun_retard", liste.en_retard.empty() && lue.secteur.has_value()},
            {"rien_bientot", liste.bientot.empty() && lue.secteur.has_value()},
            {"a_completer", lue.retards.a_completer == 0 || !lue.secteur
                                ? std::string{}
                                : dire(services, "conduite.a_completer",
                                       {{"nombre", nombre(lue.retards.a_completer)}})},
            {"csv", "/echeances.csv?finess=" + lieu.finess_et}};
    ajouter_le_lieu(services, lieu, "/echeances", vue);
    ajouter_les_fautes(services, tape, vue);
    return dui::repondre(services,
                         {.gabarit = "echeances",
                          .titre = dire(services, "conduite.titre.echeances"),
                          .rubrique = "/equipe",
                          .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")}}},
                         std::move(vue));
}

// Quotes doubled; a text that a spreadsheet would take for a formula is kept as a text.
std::string champ_csv(std::string_view texte) {
    std::string champ{'"'};
    if (!texte.empty() && std::string_view{"=+-@\t"}.find(texte.front()) != std::string_view::npos)
        champ += '\'';
    for (const char c : texte) (champ += c == '"' ? "\"" : "") += c;
    return champ + '"';
}

http::Response csv(const Conduite& conduite, Visite& visite) {
    const auto& services = conduite.ecrans.services;
    const auto lieu = lieu_de(conduite, visite);
    if (lieu.finess_et.empty()) return sans_etablissement(services);
    const auto lue = lire(conduite, visite, lieu);
    if (!lue.lit)  // the page says why
        return http::Response::see_other("/echeances?finess=" + lieu.finess_et);
    std::string corps = dire(services, "conduite.csv.entete") + "\r\n";
    for (const auto* liste : {&lue.retards.liste.en_retard, &lue.retards.liste.bientot})
        for (const auto& une : *liste) {
            const auto& obligation = *une.obligation;
            const auto vue = obligation_vue(services, obligation, {});
            const auto texte = [&](const char* nom) {
                return std::get<std::string>(vue.trouver(nom)->contenu());
            };
            const auto& personne = lue.retards.personnes.at(std::string{une.sejour});
            corps += champ_csv(lieu.finess_et) + ";" + champ_csv(nom_de(conduite, personne)) + ";" +
                     champ_csv(texte("quoi")) + ";" + champ_csv(texte("etat")) + ";" +
                     champ_csv(obligation.terme ? obligation.terme->text() : "") + ";" +
                     champ_csv(obligation.jours ? std::to_string(*obligation.jours) : "") + ";" +
                     champ_csv(texte("article")) + ";" + champ_csv(texte("certitude")) + "\r\n";
        }
    return {.content_type = "text/csv; charset=utf-8; header=present",
            .body = std::move(corps),
            .fields = {{"Content-Disposition",
                        "attachment; filename=\"echeances-" + lieu.finess_et + ".csv\""}}};
}

http::Response dire_le_secteur(const Conduite& conduite, Visite& visite) {
    Tape tape{.acte = "secteur", .dit = garde::lire_envoi(visite)};
    const auto lieu = visite.base.read(
        [&](Reader& db) { return lieu_de_l_envoi(conduite.ecrans, db, visite, tape.dit); });
    if (lieu.finess_et.empty()) return sans_etablissement(conduite.ecrans.services);
    const auto secteur = core::named<referentiels::Secteur>(tape.dit.valeur("secteur"));
    const core::Result<sejour::Ecrit> fait =
        visite.base.write([&](Writer& db) -> core::Result<sejour::Ecrit> {
            if (!secteur) return sejour::Ecrit{.fautes = {{"secteur", "acte.faute.secteur"}}};
            return sejour::dire_le_secteur(db, {lieu.qui, maintenant(conduite.ecrans)},
                                           core::Finess::parse(lieu.finess_et).value(), *secteur);
        });
    return repondre_a_l_acte(
        conduite.ecrans.services, fait, {tape, "/echeances?finess=" + lieu.finess_et},
        [&](const Tape& dite) { return afficher(conduite, visite, lieu, dite); });
}

}  // namespace

void ajouter_echeances(const Conduite& conduite) {
    const auto lire_les_dossiers = access::Permission::dossier_usager_lire;
    dui::ajouter_page(conduite.ecrans.services,
                      {.chemin = "/echeances",
                       .resume = "Les échéances en retard ou proches d'un établissement",
                       .permission = lire_les_dossiers,
                       .action = [&](Visite& visite) {
                           return afficher(conduite, visite, lieu_de(conduite, visite), {});
                       }});
    dui::ajouter_page(conduite.ecrans.services,
                      {.chemin = "/echeances.csv",
                       .resume = "Les mêmes échéances, en CSV",
                       .permission = lire_les_dossiers,
                       .action = [&](Visite& visite) { return csv(conduite, visite); }});
    rencontre::ajouter_envoi(
        conduite.ecrans,
        {.chemin = "/echeances/secteur",
         .resume = "Dire le secteur d'un établissement",
         .permission = access::Permission::dossier_usager_ecrire,
         .action = [&](Visite& visite) { return dire_le_secteur(conduite, visite); }},
        envoi_au_plus);
}

}  // namespace grappe::conduite
