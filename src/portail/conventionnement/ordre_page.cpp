// /ordres/{id}: what left, its files and their digests, what the bank did of each line.
#include "core/integer.hpp"
#include "portail/conventionnement/ordres.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/teleservice/refus_dit.hpp"

namespace grappe::conventionnement {
namespace {

using garde::Visite;
using ordre::Sort;
using page::Vue;
using reception::demandeur;

struct Lu {
    ordre::Ordre ordre;
    std::string emis_par;
    std::vector<std::string> remises;  // in words
};

core::Result<Lu> lire(const pages::Services& services, storage::Reader& db, const Visite& visite) {
    auto ordre = ordre::lire(db, demandeur(visite), visite.requete.path("id"));
    if (!ordre) return ordre.error();
    Lu lu{*std::move(ordre), {}, {}};
    std::map<std::string, std::string> noms;
    nommer(db, noms, lu.ordre.emis_par);
    for (const auto& une : lu.ordre.remises) nommer(db, noms, une.par);
    lu.emis_par = noms[lu.ordre.emis_par];
    for (const auto& une : lu.ordre.remises)
        lu.remises.push_back(pages::dire(services, "conventionnement.ordre.remis",
                                         {{"format", core::name_of(une.format)},
                                          {"instant", le(une.remis_le)},
                                          {"par", noms[une.par]}}));
    return lu;
}

std::pair<std::string_view, std::string_view> etat_de(const ordre::Ligne& une) {
    if (!une.sort) return {"info", "conventionnement.ordre.ligne.attend"};
    if (*une.sort == Sort::execute) return {"ouvert", "conventionnement.ordre.ligne.execute"};
    return {"bloque", "conventionnement.ordre.ligne.rejete"};
}

Vue vue_de_la_ligne(const pages::Services& services, const ordre::Ligne& une,
                    const Refuse& refuse) {
    const auto [classe, code] = etat_de(une);
    const bool ici = !refuse.ou.empty() && refuse.ou == une.versement;
    return {{"rang", une.rang},
            {"versement", une.versement},
            {"lien", "/dossiers/" + une.dossier + "/convention#versements"},
            {"porteur", une.porteur},
            {"numero", une.numero},
            {"objet", nom_de_l_objet(services, une.objet)},
            {"montant", euros(une.montant)},
            {"fin", une.fin},
            {"classe", classe},
            {"etat", pages::dire(services, code)},
            {"motif", une.motif},
            {"note", une.note_le ? le(*une.note_le) : std::string{}},
            {"attend", !une.sort},
            {"faute_ici", ici ? refuse.faute : std::string{}},
            {"motif_tape", ici ? refuse.motif : std::string{}}};
}

Vue::Liste vues_des_fichiers(const pages::Services& services, const ordre::Ordre& ordre) {
    Vue::Liste fichiers;
    for (const auto& un : ordre.fichiers) {
        const std::string format{core::name_of(un.format)};
        fichiers.push_back(
            Vue{{"nom", pages::dire(services, "conventionnement.ordre.fichier." + format)},
                {"format", format},
                {"adresse", "/ordres/" + ordre.id + "/ordre." + format},
                {"empreinte", un.empreinte},
                {"octets",
                 pages::dire(services, "conventionnement.ordre.octets", {{"nombre", un.taille}})}});
    }
    return fichiers;
}

Vue vue_de(const pages::Services& services, const Lu& lu, const Refuse& refuse) {
    const auto& ordre = lu.ordre;
    Vue::Liste lignes, remises;
    for (const auto& une : ordre.lignes) lignes.push_back(vue_de_la_ligne(services, une, refuse));
    for (const auto& une : lu.remises) remises.push_back(Vue{{"phrase", une}});
    return {{"reference", ordre.reference()},
            {"adresse", "/ordres/" + ordre.id},
            {"version", ordre.version()},
            {"emis",
             pages::dire(services, "conventionnement.ordre.emis",
                         {{"instant", le(ordre.emis_le)}, {"par", std::string_view{lu.emis_par}}})},
            {"total", euros(ordre.total())},
            {"execute", euros(ordre.total(Sort::execute))},
            {"rejete", euros(ordre.total(Sort::rejete))},
            {"fichiers", vues_des_fichiers(services, ordre)},
            {"jamais_remis", remises.empty()},
            {"remises", std::move(remises)},
            {"lignes", std::move(lignes)}};
}

http::Response montrer_l_ordre(const Conventions& conventions, const Visite& visite,
                               const Refuse& refuse) {
    const auto& services = conventions.services();
    const auto lu =
        visite.base.read([&](storage::Reader& db) { return lire(services, db, visite); });
    if (!lu) {
        const auto objet = "ordre:" + std::string{visite.requete.path("id")};
        teleservice::noter_le_refus(visite.base, demandeur(visite),
                                    {"ordre.lire", objet, lu.error().code});
        return espace::refuser(conventions.espace, visite, lu.error());
    }
    const bool emet = ordre::peut_emettre(demandeur(visite), lu->ordre.guichet);
    auto fil = fil_des_conventions(services, emet);
    fil.push_back({"/ordres", pages::dire(services, "conventionnement.titre.ordres")});
    auto contenu = vue_de(services, *lu, refuse);
    contenu.ajouter("emet", emet);
    contenu.ajouter("repondre", emet && lu->ordre.attendent() > 0);
    contenu.ajouter("csrf", visite.qui().csrf);
    contenu.ajouter("fait", fait_de(conventions, visite, faits_des_ordres));
    contenu.ajouter("faute", refuse.ou.empty() ? refuse.faute : std::string{});
    auto reponse = pages::repondre(services,
                                   {.gabarit = "ordre",
                                    .titre = pages::dire(services, "conventionnement.titre.ordre",
                                                         {{"reference", lu->ordre.reference()}}),
                                    .rubrique = emet ? "/bureau" : "",
                                    .fil = std::move(fil)},
                                   std::move(contenu));
    reponse.status = refuse.statut;
    return reponse;
}

http::Response repondre(const Conventions& conventions, Visite& visite) {
    const auto saisie = garde::lire_envoi(visite);
    const auto note = visite.base.write([&](storage::Writer& db) {
        return ordre::noter_la_reponse(db, demandeur(visite),
                                       {.ordre = visite.requete.path("id"),
                                        .versement = saisie.valeur("versement"),
                                        .sort = saisie.valeur("sort"),
                                        .motif = saisie.valeur("motif"),
                                        .vue = core::integer<int>(saisie.valeur("version"))},
                                       moyens_de(conventions, visite));
    });
    if (note) return http::Response::see_other("/ordres/" + note->id + "?fait=repondu#fait");
    const auto& refus = note.error();
    const auto objet = "ordre:" + std::string{visite.requete.path("id")};
    teleservice::noter_le_refus(visite.base, demandeur(visite),
                                {"ordre.repondre", objet, refus.code});
    return montrer_l_ordre(conventions, visite,
                           {.faute = teleservice::dire(refus, conventions.services().phrases),
                            .ou = std::string{saisie.valeur("versement")},
                            .motif = std::string{saisie.valeur("motif")},
                            .statut = garde::statut_de(refus.reason)});
}

}  // namespace

void ajouter_un_ordre(const Conventions& conventions) {
    espace::ajouter_lecture(
        conventions.espace,
        {.chemin = "/ordres/{id}",
         .resume = "Un ordre de paiement",
         .permission = Permission::ordre_lire,
         .action = [&](Visite& visite) { return montrer_l_ordre(conventions, visite, {}); }});
    ajouter_envoi(conventions, {.chemin = "/ordres/{id}/reponses",
                                .resume = "Noter ce que la banque a fait d'un ordre",
                                .permission = Permission::ordre_emettre,
                                .action = repondre});
}

}  // namespace grappe::conventionnement
