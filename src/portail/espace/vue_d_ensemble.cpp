// The overview of a dossier: where it stands, what is next, what is late.
#include <algorithm>

#include "portail/espace/dossier_vue.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/espace/mes_dossiers_vue.hpp"
#include "portail/espace/saisie_dossier_vue.hpp"
#include "portail/instruction/delais.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/delais_vue.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/pages/resultat_vue.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/teleservice/conventionnable.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;
using pages::dire;

struct Suite {
    std::string ou_en_est, mots, acte, lien;
};

std::int64_t pieces_manquantes(const DossierLu& lu) {
    if (!lu.etude.verifie) return 0;
    const auto& constats = lu.etude.verifie->analyse().constats;
    return std::count_if(constats.begin(), constats.end(), [](const rules::Constat& constat) {
        return constat.issue == rules::Issue::manque &&
               core::name_of(constat.regle).starts_with("DOC-");
    });
}

Suite suite_du_brouillon(const Espace& espace, const DossierLu& lu) {
    const auto nombre = static_cast<std::int64_t>(lu.obstacles.size());
    const auto mots =
        dire(espace.services, "espace.suite.pieces", {{"nombre", pieces_manquantes(lu)}});
    if (lu.etude.saisie.essms() == 0)
        return {dire(espace.services, "espace.suite.vide"),
                {},
                dire(espace.services, "espace.acte.saisir"),
                adresse_de(lu.dossier, "saisie")};
    if (nombre > 0)
        return {titre_des_obstacles(espace, lu), mots, dire(espace.services, "espace.acte.saisir"),
                adresse_de(lu.dossier, "saisie")};
    return {dire(espace.services, "espace.suite.pret"), mots,
            dire(espace.services, "espace.acte.deposer",
                 {{"guichet", lu.guichet ? lu.guichet->financeur : std::string{"–"}}}),
            adresse_de(lu.dossier, "depot")};
}

// What the desk asks comes before all else: until when, and where one answers.
Suite suite_de_la_demande(const Espace& espace, const DossierLu& lu) {
    const auto compte = reponse_attendue(espace, lu).compte;
    const auto& repondu = lu.demande->repondu_le;
    const auto le = repondu ? pages::moment(*repondu, core::paris()) : std::string{};
    const auto* mots = repondu ? "espace.suite.repondu" : "espace.suite.reponse.mots";
    return {dire(espace.services, "espace.suite.reponse", {{"date", lu.demande->avant}}),
            dire(espace.services, mots,
                 {{"compte", std::string_view{compte}}, {"le", std::string_view{le}}}),
            dire(espace.services, "espace.acte.repondre"), adresse_de(lu.dossier, "echanges")};
}

Suite suite_de(const Espace& espace, const DossierLu& lu) {
    if (lu.brouillon()) return suite_du_brouillon(espace, lu);
    if (lu.demande) return suite_de_la_demande(espace, lu);
    const auto& services = espace.services;
    if (!lu.depot) return {mots_de(espace, lu.dossier.statut), {}, {}, {}};
    const auto& appel = pages::appel_de(services, lu.etude.saisie);
    const bool conventionne = teleservice::est_conventionnable(lu.dossier.statut);
    return {dire(services, "espace.suite.depose",
                 {{"guichet", lu.depot->financeur},
                  {"date", pages::moment(lu.depot->depose_le, appel.fuseau)}}),
            dire(services, "espace.suite.statut." + std::string{core::name_of(lu.dossier.statut)}),
            dire(services, conventionne ? "espace.acte.convention" : "espace.acte.recepisse"),
            adresse_de(lu.dossier, conventionne ? "convention" : "recepisse")};
}

std::string mots_des_voisins(const Espace& espace, const DossierLu& lu) {
    if (lu.chez_d_autres.empty()) return {};
    std::string liste;
    for (const auto& finess : lu.chez_d_autres)
        liste.append(liste.empty() ? "" : ", ").append(finess);
    return dire(espace.services, "espace.chez_d_autres",
                {{"nombre", static_cast<std::int64_t>(lu.chez_d_autres.size())}, {"liste", liste}});
}

bool ecrit(const access::Acteur& lecteur, const DossierLu& lu) {
    return access::peut(lecteur, Permission::dossier_ecrire, lu.dossier.portee());
}

// Who only reads the dossier mends nothing of it: what lacks is told, and leads nowhere.
Vue::Liste obstacles_a_lire(const Espace& espace, const DossierLu& lu,
                            const access::Acteur& lecteur) {
    if (!lu.brouillon() || lu.etude.saisie.essms() == 0) return {};
    auto vues = vues_des_obstacles(espace, lu);
    if (ecrit(lecteur, lu)) return vues;
    for (auto& vue : vues) vue = Vue{{"phrase", *vue.trouver("phrase")}, {"lien", ""}};
    return vues;
}

// Its porteur has them on their own page; members read none.
Vue::Liste pieces_a_lire(const Espace& espace, const DossierLu& lu, const access::Acteur& lecteur) {
    Vue::Liste vues;
    if (ecrit(lecteur, lu)) return vues;
    for (const auto& piece : lu.pieces)
        vues.push_back(Vue{{"titre", dire(espace.services, "regle." + piece.type)},
                           {"type", piece.type},
                           {"nom", piece.nom},
                           {"lien", adresse_de(lu.dossier, "pieces") + "/" + piece.id}});
    return vues;
}

// Where the national level examines what was deposited at another desk (DESK-03).
std::string mots_du_niveau(const Espace& espace, const DossierLu& lu) {
    if (!lu.depot || lu.dossier.guichet_d_examen() == lu.dossier.guichet) return {};
    return dire(espace.services, "espace.niveau.national",
                {{"guichet", std::string_view{lu.depot->financeur}}});
}

Vue vue_de(const Espace& espace, const DossierLu& lu, const access::Acteur& lecteur) {
    const bool a_reponse = lu.etude.verifie && lu.etude.saisie.essms() > 0;
    auto vue = a_reponse ? pages::vue_du_resultat(espace.services, lu.etude) : Vue{};
    auto suite = suite_de(espace, lu);
    // Who only reads it has none of these acts to do, but to see its receipt.
    if (!ecrit(lecteur, lu) && (!lu.depot || lu.demande)) suite.acte.clear();
    const auto echeance = echeance_de(espace, lu);
    auto obstacles = obstacles_a_lire(espace, lu, lecteur);
    auto pieces = pieces_a_lire(espace, lu, lecteur);
    vue.ajouter("a_pieces", !pieces.empty());
    vue.ajouter("pieces", std::move(pieces));
    vue.ajouter("niveau", mots_du_niveau(espace, lu));
    vue.ajouter("sans_reponse",
                a_reponse ? std::string{} : dire(espace.services, "espace.sans_reponse"));
    vue.ajouter("ou_en_est", suite.ou_en_est);
    vue.ajouter("suite_mots", suite.mots);
    vue.ajouter("acte", suite.acte);
    vue.ajouter("acte_lien", suite.lien);
    vue.ajouter("compte_a_rebours", echeance.compte);
    vue.ajouter("date", echeance.date);
    vue.ajouter("chez_d_autres", mots_des_voisins(espace, lu));
    vue.ajouter("a_obstacles", !obstacles.empty());
    vue.ajouter("obstacles_titre",
                obstacles.empty() ? std::string{} : titre_des_obstacles(espace, lu));
    vue.ajouter("obstacles", std::move(obstacles));
    return vue;
}

// As long as an answer is awaited, and enough others have had theirs.
std::optional<Vue> vue_de_l_attente(const Espace& espace, storage::Reader& db,
                                    const DossierLu& lu) {
    using enum teleservice::Statut;
    const auto statut = lu.dossier.statut;
    if (statut != depose && statut != en_instruction && statut != pieces_demandees)
        return std::nullopt;
    const auto delais = instruction::delais(db, lu.dossier.appel, lu.dossier.guichet.value_or(""));
    if (!delais) return std::nullopt;
    auto vue = pages::vue_des_delais(espace.services, *delais);
    const auto jours = instruction::jours_comptes(teleservice::passages(db, lu.dossier.id),
                                                  espace.services.maintenant());
    vue.ajouter("attente",
                dire(espace.services, jours == 0 ? "delais.attente.debut" : "delais.attente",
                     {{"jours", static_cast<std::int64_t>(jours)}}));
    return vue;
}

http::Response ensemble(const Espace& espace, Visite& visite) {
    std::optional<Vue> attente;
    const auto lu = visite.base.read([&](storage::Reader& db) {
        auto dossier = lire(espace, db, reception::demandeur(visite), visite.requete.path("id"));
        if (dossier) attente = vue_de_l_attente(espace, db, *dossier);
        return dossier;
    });
    if (!lu) return refuser(espace, visite, lu.error());
    auto vue = vue_de(espace, *lu, visite.qui().acteur);
    vue.ajouter("delais", attente ? Vue::Liste{*std::move(attente)} : Vue::Liste{});
    return montrer(espace, *lu,
                   {.visite = visite, .gabarit = "espace_dossier", .onglet = {}, .titre = {}},
                   std::move(vue));
}

}  // namespace

void ajouter_vue_d_ensemble(const Espace& espace) {
    ajouter_lecture(espace, {.chemin = "/dossiers/{id}",
                             .resume = "Un dossier",
                             .permission = Permission::dossier_lire,
                             .action = [&](Visite& visite) { return ensemble(espace, visite); }});
}

}  // namespace grappe::espace
