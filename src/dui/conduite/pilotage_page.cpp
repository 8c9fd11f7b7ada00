// /pilotage: the numbers of an establishment, each computed from records and leading to its list.
#include <algorithm>

#include "dui/acces/consultation.hpp"
#include "dui/conduite/formule.hpp"
#include "dui/conduite/histoire.hpp"
#include "dui/conduite/occupation.hpp"
#include "dui/conduite/retards.hpp"
#include "dui/conduite/routes.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/rencontre/dits.hpp"
#include "dui/sejour/absence.hpp"
#include "dui/sejour/attente_repository.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::conduite {
namespace {

using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::instant, rencontre::Lieu;
using storage::Reader;

struct Mouvement {
    core::Date jour;
    std::string personne, sejour;
};
struct Chiffres {
    bool lit = false;  // administrative data: deadlines and the waiting list
    Retards retards{};
    Occupations occupations{};
    std::size_t absentes = 0, attentes = 0, file_active = 0;
    std::vector<Mouvement> entrees{}, sorties{}, apres_deces{};
};

bool meme_mois(core::Date un, core::Date autre) {
    return un.ymd().year() == autre.ymd().year() && un.ymd().month() == autre.ymd().month();
}

// Of the file active of contract dui-indicateurs: present that day, or left in its year.
void compter_les_sejours(const Conduite& conduite, std::string_view finess_et, core::Date jour,
                         Chiffres& chiffres) {
    for (const auto& une : conduite.ecrans.annuaire.accompagnees_a(finess_et)) {
        bool compte = false;
        for (const auto& un : une.sejours) {
            if (un.finess_et != finess_et) continue;
            compte |= un.present(jour) ||
                      (un.sortie && *un.sortie <= jour && un.sortie->year() == jour.year());
            if (un.entree <= jour && meme_mois(un.entree, jour))
                chiffres.entrees.push_back({un.entree, une.id, un.id});
            if (un.sortie && *un.sortie <= jour && meme_mois(*un.sortie, jour))
                chiffres.sorties.push_back({*un.sortie, une.id, un.id});
            if (une.deces && !un.sortie)
                chiffres.apres_deces.push_back({*une.deces, une.id, un.id});
        }
        chiffres.file_active += compte ? 1 : 0;
    }
    const auto par_jour = [](const Mouvement& un) { return std::pair{un.jour, un.sejour}; };
    for (auto* liste : {&chiffres.entrees, &chiffres.sorties, &chiffres.apres_deces})
        std::ranges::sort(*liste, {}, par_jour);
}

Chiffres lire(const Conduite& conduite, Reader& db, const Lieu& lieu) {
    const auto ici = instant(conduite.ecrans);
    const auto jour = core::paris().day_of(ici);
    Chiffres chiffres{.lit = lieu.qui.lit(partage::Classe::administratif)};
    if (chiffres.lit) {
        chiffres.retards = retards_de(conduite, db, lieu.finess_et, jour);
        for (const auto etat : {sejour::EtatDAttente::demande, sejour::EtatDAttente::preadmission})
            chiffres.attentes += sejour::attentes_de(db, lieu.finess_et, etat).size();
    }
    chiffres.occupations = occupations_de(conduite.ecrans, db, lieu.finess_et, jour);
    const sejour::Periode maintenant{ici, core::Instant::of(ici.utc() + std::chrono::seconds{1})};
    chiffres.absentes = sejour::absences_de(db, lieu.finess_et, maintenant).size();
    compter_les_sejours(conduite, lieu.finess_et, jour, chiffres);
    return chiffres;
}

Vue::Liste mouvements(const Conduite& conduite, const std::vector<Mouvement>& tous) {
    Vue::Liste vues;
    for (const auto& un : tous) {
        const auto une = conduite.ecrans.annuaire.personne(un.personne);
        vues.push_back(Vue{{"jour", page::jour(un.jour)},
                           {"nom", une ? rencontre::nom_de(*une) : un.personne},
                           {"adresse", adresse_du_sejour(un.personne, un.sejour)}});
    }
    return vues;
}

Vue chiffre(const dui::Services& services, const char* code, std::size_t nombre,
            std::string adresse) {
    const auto combien = static_cast<std::int64_t>(nombre);
    return {{"nombre", page::entier(combien)},
            {"nom", dire(services, std::string{"conduite.chiffre."} + code, {{"nombre", combien}})},
            {"adresse", std::move(adresse)}};
}

Vue::Liste chiffres_vus(const dui::Services& services, const Lieu& lieu, const Chiffres& chiffres) {
    const auto ou = "?finess=" + lieu.finess_et;
    Vue::Liste vues;
    const auto ajouter = [&](const char* code, std::size_t nombre, const std::string& adresse) {
        vues.push_back(chiffre(services, code, nombre, adresse));
    };
    if (chiffres.lit) {
        ajouter("en_retard", chiffres.retards.liste.en_retard.size(),
                "/echeances" + ou + "#retards");
        ajouter("bientot", chiffres.retards.liste.bientot.size(), "/echeances" + ou + "#bientot");
        ajouter("attentes", chiffres.attentes, "/attente" + ou);
    }
    ajouter("presentes", chiffres.occupations.presentes, "/equipe" + ou);
    ajouter("file_active", chiffres.file_active, "/equipe" + ou);
    ajouter("absentes", chiffres.absentes, "/absences" + ou);
    ajouter("entrees", chiffres.entrees.size(), "#entrees");
    ajouter("sorties", chiffres.sorties.size(), "#sorties");
    return vues;
}

Vue::Liste unites_vues(const dui::Services& services, const Lieu& lieu,
                       const Occupations& occupations) {
    Vue::Liste vues;
    for (const auto& une : occupations.unites)
        vues.push_back(
            Vue{{"nom", une.unite.nom},
                {"adresse", "/equipe?finess=" + lieu.finess_et + "&unite=" + une.unite.id},
                {"presentes", static_cast<std::int64_t>(une.presentes)},
                {"places", une.unite.places ? std::to_string(*une.unite.places)
                                            : dire(services, "conduite.non_dit")}});
    return vues;
}

http::Response montrer(const Conduite& conduite, Visite& visite) {
    const auto& services = conduite.ecrans.services;
    Lieu lieu;
    const auto chiffres = visite.base.read([&](Reader& db) {
        lieu = lieu_de_la_page(conduite.ecrans, db, visite);
        return lieu.finess_et.empty() ? Chiffres{} : lire(conduite, db, lieu);
    });
    if (lieu.finess_et.empty()) return sans_etablissement(services);
    acces::consigner_une_liste(visite.base, {visite.qui().acteur.compte, instant(conduite.ecrans)},
                               {lieu.finess_et, chiffres.occupations.presentes});
    Vue vue{{"chiffres", chiffres_vus(services, lieu, chiffres)},
            {"secteur_inconnu", chiffres.lit && chiffres.retards.secteur_inconnu},
            {"unites", unites_vues(services, lieu, chiffres.occupations)},
            {"sans_unite", static_cast<std::int64_t>(chiffres.occupations.sans_unite)},
            {"entrees", mouvements(conduite, chiffres.entrees)},
            {"aucune_entree", chiffres.entrees.empty()},
            {"sorties", mouvements(conduite, chiffres.sorties)},
            {"aucune_sortie", chiffres.sorties.empty()},
            {"a_fermer", !chiffres.apres_deces.empty()},
            {"apres_deces", mouvements(conduite, chiffres.apres_deces)}};
    ajouter_le_lieu(services, lieu, "/pilotage", vue);
    return dui::repondre(services,
                         {.gabarit = "pilotage",
                          .titre = dire(services, "conduite.titre.pilotage"),
                          .rubrique = "/equipe",
                          .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")}}},
                         std::move(vue));
}

}  // namespace

void ajouter_pilotage(const Conduite& conduite) {
    dui::ajouter_page(conduite.ecrans.services,
                      {.chemin = "/pilotage",
                       .resume = "Les chiffres d'un établissement, chacun avec sa liste",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return montrer(conduite, visite); }});
}

}  // namespace grappe::conduite
