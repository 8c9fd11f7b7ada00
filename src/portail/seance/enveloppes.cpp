// /bureau/enveloppes: the money of a desk, call by call: where each euro is, every move with its
// reason, and the two that a desk writes by hand: more was granted, some goes to another desk.
#include "core/integer.hpp"
#include "portail/comite/enonce.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/seance/enveloppe_vue.hpp"

namespace grappe::seance {
namespace {

using access::Permission;
using enveloppe::Genre;
using garde::Visite;
using page::Vue;

struct Saisie {
    std::string genre{}, montant{}, vers{}, appel_vers{}, motif{}, vus{}, faute{};
};

std::string adresse_de(std::string_view appel) {
    return "/bureau/enveloppes/" + std::string{appel};
}

http::Response lister(const Seances& seances, Visite& visite) {
    const auto bilans = visite.base.read([&](storage::Reader& db) {
        return comite::bilans_du_guichet(db, reception::demandeur(visite));
    });
    if (!bilans) return montrer_le_refus(seances, visite, bilans.error());
    Vue::Liste vues;
    for (const auto& bilan : *bilans)
        vues.push_back(Vue{{"appel", bilan.enveloppe().appel},
                           {"adresse", adresse_de(bilan.enveloppe().appel)},
                           {"soldes", soldes(seances, bilan)},
                           {"mouvements", bilan.mouvements()}});
    const Fil fil{seances, visite, {Pas{}}};
    return pages::repondre(seances.services,
                           {.gabarit = "seance_enveloppes",
                            .titre = pages::dire(seances.services, "seance.titre.enveloppes"),
                            .rubrique = "/bureau",
                            .fil = fil.etapes()},
                           {{"guichet", nom_du_guichet(seances, visite.qui().acteur.guichet())},
                            {"comptes", comptes(seances)},
                            {"vide", vues.empty()},
                            {"enveloppes", std::move(vues)}});
}

void ajouter_les_pages(Vue& vue, const std::string& adresse, const comite::Feuillet& feuillet) {
    const auto lien = [&](std::int64_t page) {
        return adresse + "?page=" + std::to_string(page) + "#mouvements";
    };
    const auto& [bilan, ecritures, dossiers, page, pages] = feuillet;
    vue.ajouter("plusieurs_pages", pages > 1);
    vue.ajouter("page", page);
    vue.ajouter("pages", pages);
    vue.ajouter("avant", page > 1 ? lien(page - 1) : std::string{});
    vue.ajouter("apres", page < pages ? lien(page + 1) : std::string{});
}

// What was just written; of the address nothing is shown but its kind.
std::string fait(const Seances& seances, const Visite& visite) {
    const auto genre = core::named<Genre>(visite.requete.query("fait").value_or(""));
    if (genre != Genre::ouvrir && genre != Genre::ceder) return {};
    return pages::dire(seances.services,
                       "seance.mouvement_fait." + std::string{core::name_of(*genre)});
}

Vue contenu(const Seances& seances, const Visite& visite, const Saisie& saisie,
            const comite::Feuillet& feuillet) {
    const auto& appel = feuillet.bilan.enveloppe().appel;
    const bool cede = saisie.genre == core::name_of(Genre::ceder);
    const bool refusee = !saisie.faute.empty();
    const auto& appel_vers = saisie.appel_vers.empty() ? appel : saisie.appel_vers;
    const auto combien = feuillet.bilan.mouvements();
    return {{"csrf", visite.qui().csrf},
            {"appel", appel},
            {"guichet", nom_du_guichet(seances, feuillet.bilan.enveloppe().guichet)},
            {"faute", saisie.faute},
            {"fait", fait(seances, visite)},
            {"soldes", soldes(seances, feuillet.bilan)},
            {"comptes", comptes(seances)},
            {"postes", postes(seances, feuillet.bilan)},
            {"combien", combien},
            {"mouvements", mouvements(seances, feuillet)},
            {"vus", std::to_string(combien)},
            {"dote", refusee && !cede},
            {"cede", refusee && cede},
            {"montant_dote", cede ? std::string{} : saisie.montant},
            {"montant_cede", cede ? saisie.montant : std::string{}},
            {"motif_dote", cede ? std::string{} : saisie.motif},
            {"motif_cede", cede ? saisie.motif : std::string{}},
            {"guichets", guichets(seances, saisie.vers)},
            {"appels", appels(seances, appel_vers)}};
}

http::Response montrer(const Seances& seances, Visite& visite, const Saisie& saisie, int statut) {
    const std::string appel{visite.requete.path("appel")};
    const auto voulue = core::integer<std::int64_t>(visite.requete.query("page").value_or(""));
    const auto feuillet = visite.base.read([&](storage::Reader& db) {
        return comite::feuilleter(db, reception::demandeur(visite), appel, voulue.value_or(1));
    });
    if (!feuillet) return montrer_le_refus(seances, visite, feuillet.error());
    const Fil fil{
        seances,
        visite,
        {Pas{"/bureau/enveloppes", pages::dire(seances.services, "seance.titre.enveloppes")}}};
    auto vue = contenu(seances, visite, saisie, *feuillet);
    ajouter_les_pages(vue, adresse_de(appel), *feuillet);
    auto reponse = pages::repondre(seances.services,
                                   {.gabarit = "seance_enveloppe",
                                    .titre = pages::dire(seances.services, "seance.titre.enveloppe",
                                                         {{"appel", std::string_view{appel}}}),
                                    .rubrique = "/bureau",
                                    .fil = fil.etapes()},
                                   std::move(vue));
    reponse.status = statut;
    return reponse;
}

core::Result<enveloppe::Ecriture> ecrire(const Seances& seances, Visite& visite,
                                         const Saisie& saisie) {
    // As people write amounts; the use case says what is wrong with anything else.
    const auto montant = comite::lire_montant(saisie.montant);
    const auto ecrit = montant ? montant->text() : saisie.montant;
    return visite.base.write([&](storage::Writer& db) {
        return comite::mouvoir(db, reception::demandeur(visite),
                               {.appel = visite.requete.path("appel"),
                                .genre = saisie.genre,
                                .montant = ecrit,
                                .vers = saisie.vers,
                                .appel_vers = saisie.appel_vers,
                                .motif = saisie.motif,
                                .vus = core::integer<std::int64_t>(saisie.vus).value_or(-1)},
                               {seances.services.territoires, seances.services.appels});
    });
}

http::Response mouvoir(const Seances& seances, Visite& visite) {
    const auto lu = garde::lire_envoi(visite);
    const auto champ = [&](std::string_view nom) { return std::string{lu.valeur(nom)}; };
    Saisie saisie{.genre = champ("genre"),
                  .montant = champ("montant"),
                  .vers = champ("vers"),
                  .appel_vers = champ("appel_vers"),
                  .motif = champ("motif"),
                  .vus = champ("vus")};
    const auto ecrite = ecrire(seances, visite, saisie);
    if (ecrite)
        return http::Response::see_other(adresse_de(visite.requete.path("appel")) +
                                         "?fait=" + saisie.genre);
    saisie.faute = dire(seances, ecrite.error());
    return montrer(seances, visite, saisie, garde::statut_de(ecrite.error().reason));
}

}  // namespace

void ajouter_enveloppes(const Seances& seances) {
    ajouter_lecture(seances, {.chemin = "/bureau/enveloppes",
                              .resume = "Les enveloppes d'un guichet",
                              .permission = Permission::comite_preparer,
                              .action = [&](Visite& visite) { return lister(seances, visite); }});
    ajouter_lecture(seances,
                    {.chemin = "/bureau/enveloppes/{appel}",
                     .resume = "Une enveloppe : où est chaque euro, et pourquoi",
                     .permission = Permission::comite_preparer,
                     .action = [&](Visite& visite) { return montrer(seances, visite, {}, 200); }});
    ajouter_envoi(seances, {.chemin = "/bureau/enveloppes/{appel}",
                            .resume = "Une dotation de plus, ou une cession à un autre guichet",
                            .permission = Permission::comite_preparer,
                            .action = [&](Visite& visite) { return mouvoir(seances, visite); }});
}

}  // namespace grappe::seance
