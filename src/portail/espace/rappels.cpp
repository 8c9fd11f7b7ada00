// The page of reminders: which days, and the address of one's calendar.
#include "portail/espace/ecran.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/teleservice/rappel.hpp"
#include "portail/teleservice/rappel_repository.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;

constexpr auto proposes = std::to_array<int>({30, 14, 7, 3, 1});

struct Suite {
    std::string fait{};     // a code; empty: nothing was done
    std::string adresse{};  // of a new calendar: shown once
};

Vue::Liste choix(const Espace& espace, const teleservice::Jours& jours) {
    Vue::Liste vues;
    for (const int jour : proposes)
        vues.push_back(Vue{{"jour", jour},
                           {"libelle", pages::dire(espace.services, "rappel.jour",
                                                   {{"nombre", static_cast<std::int64_t>(jour)}})},
                           {"choisi", std::find(jours.begin(), jours.end(), jour) != jours.end()}});
    return vues;
}

http::Response montrer(const Espace& espace, Visite& visite, const Suite& suite) {
    const auto& compte = visite.qui().acteur.compte;
    auto vue = visite.base.read([&](storage::Reader& db) {
        const auto cree_le = teleservice::adresse_creee_le(db, compte);
        const auto quand = cree_le ? pages::moment(*cree_le, core::paris()) : std::string{};
        return Vue{{"jours", choix(espace, teleservice::jours_du_compte(db, compte))},
                   {"cree_le", quand}};
    });
    vue.ajouter("csrf", visite.qui().csrf);
    vue.ajouter("adresse", suite.adresse);
    vue.ajouter("fait", suite.fait.empty() ? suite.fait : pages::dire(espace.services, suite.fait));
    return pages::repondre(espace.services,
                           {.gabarit = "rappels",
                            .titre = pages::dire(espace.services, "rappel.titre"),
                            .fil = {pages::etape(espace.services, "/compte")}},
                           std::move(vue));
}

http::Response choisir(const Espace& espace, Visite& visite) {
    const auto envoi = lire_envoi(visite);
    teleservice::Jours jours;
    for (const int jour : proposes)
        if (envoi.contient("j" + std::to_string(jour))) jours.push_back(jour);
    (void)visite.base.write([&](storage::Writer& db) -> core::Result<void> {
        teleservice::choisir_les_jours(db, reception::demandeur(visite), jours);
        return {};
    });
    return montrer(espace, visite, {.fait = "rappel.fait"});
}

http::Response renouveler(const Espace& espace, Visite& visite) {
    const auto jeton = visite.base.write([&](storage::Writer& db) -> core::Result<std::string> {
        return teleservice::nouvelle_adresse(db, visite.qui().acteur.compte,
                                             visite.moyens.maintenant);
    });
    return montrer(espace, visite,
                   {.adresse = visite.moyens.adresse_publique + "/calendrier/" + *jeton + ".ics"});
}

}  // namespace

void ajouter_rappels(const Espace& espace) {
    ajouter_lecture(espace,
                    {.chemin = "/rappels",
                     .resume = "Rappels et calendrier",
                     .permission = Permission::compte_sien,
                     .action = [&](Visite& visite) { return montrer(espace, visite, {}); }});
    ajouter_envoi(espace,
                  {.chemin = "/rappels",
                   .resume = "Choisir ses rappels",
                   .permission = Permission::compte_sien,
                   .action = [&](Visite& visite) { return choisir(espace, visite); }},
                  petit_formulaire);
    ajouter_envoi(espace,
                  {.chemin = "/rappels/calendrier",
                   .resume = "Nouvelle adresse de calendrier",
                   .permission = Permission::compte_sien,
                   .action = [&](Visite& visite) { return renouveler(espace, visite); }},
                  petit_formulaire);
}

}  // namespace grappe::espace
