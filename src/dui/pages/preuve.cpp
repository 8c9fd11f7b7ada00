// /preuve: what a signed report proves, the command that makes it, and, for who signs, the report.
#include "audit/journal.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/preuve/rapport_etabli.hpp"
#include "rapport/preuves.hpp"
#include "secret/empreinte.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::dui {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;

struct RapportSigne {
    rapport::Rapport rapport;
    std::string octets;

    std::string empreinte() const { return rapport::en_texte(rapport::empreinte_de(rapport)); }
    const core::Instant& connu_le() const { return rapport.en_tete.connu_le; }
};

// Of the establishments asked for that this account signs for.
core::Result<RapportSigne> signer(const Services& services, Visite& visite, const MesureLue& lue) {
    const auto& voulue = lue.voulue;
    const auto fonds = visite.base.read([&](storage::Reader& db) {
        return preuve::fonds(db, services.mesureur.colonnes, voulue.connu_le);
    });
    const auto connu_le = preuve::connu_le(fonds, voulue.connu_le);
    if (const auto passe = preuve::attendre(connu_le); !passe) return passe.error();
    RapportSigne signe{
        preuve::etablir(fonds,
                        {.au = voulue.au,
                         .connu_le = connu_le,
                         .denominateur = voulue.denominateur,
                         .logiciel = services.logiciel,
                         .retenu =
                             [&](std::string_view finess) {
                                 return (voulue.finess.empty() || voulue.finess == finess) &&
                                        lue.qui.peut_a(Permission::rapport_usage_signer, finess);
                             }},
                        services.mesureur.regle),
        {}};
    if (signe.rapport.etablissements.empty())
        return core::refuse(core::Reason::not_found, "dui.preuve.vide");
    signe.octets = rapport::signer(signe.rapport, *services.cle_des_rapports);
    return signe;
}

void consigner(const Services& services, Visite& visite, const std::string& acte,
               const RapportSigne& signe) {
    audit::noter_seul(visite.base,
                      {.acteur = visite.qui().acteur.compte,
                       .acte = acte,
                       .objet = "rapport:" + signe.empreinte(),
                       .detail = signe.rapport.en_tete.au.text()},
                      services.mesureur.maintenant());
}

std::string commande(const MesureVoulue& voulue) {
    auto texte = "grappe-dui rapport --au " + voulue.au.text();
    if (voulue.denominateur != usage::Denominateur::fenetre)
        texte += " --denominateur " + std::string{core::name_of(voulue.denominateur)};
    if (voulue.connu_le) texte += " --connu-le " + voulue.connu_le->text();
    return texte + " --cle dui.cle > rapport.json";
}

Vue vue_du_rapport(const MesureVoulue& voulue, const RapportSigne& signe) {
    auto meme = voulue;
    meme.connu_le = magasin::Moment{signe.connu_le().utc()};
    return {{"empreinte", signe.empreinte()},
            {"connu_le", signe.connu_le().utc_text()},
            {"etablissements",
             page::entier(static_cast<std::int64_t>(signe.rapport.etablissements.size()))},
            {"feuilles", page::entier(signe.rapport.feuilles)},
            {"cle_publique", secret::en_hexadecimal(signe.rapport.cle_publique)},
            {"adresse", "/preuve/rapport.json" + meme.question(meme.finess)}};
}

http::Response montrer(const Services& services, Visite& visite, const MesureLue& lue,
                       const Vue& signe) {
    const bool signataire = access::pourrait(visite.qui().acteur, Permission::rapport_usage_signer);
    const auto& voulue = lue.voulue;
    auto contenu = vue_de_la_mesure(services, "/preuve", voulue, lue);
    contenu.ajouter("signe", signe);
    contenu.ajouter("signataire", signataire);
    contenu.ajouter("peut_signer", signataire && services.cle_des_rapports &&
                                       !lue.comptes.empty() && voulue.fautes.empty());
    contenu.ajouter("sans_cle", !services.cle_des_rapports);
    contenu.ajouter("envoi", "/preuve" + voulue.question(voulue.finess));
    contenu.ajouter("csrf", visite.qui().csrf);
    contenu.ajouter("commande", commande(voulue));
    return repondre(services,
                    {.gabarit = "preuve",
                     .titre = dire(services, "dui.pages.titre.preuve"),
                     .rubrique = "/indicateurs",
                     .fil = {{"/indicateurs", dire(services, "dui.pages.menu.indicateurs")}}},
                    std::move(contenu));
}

core::Result<MesureLue> lire(const Services& services, Visite& visite) {
    return mesurer(services.mesureur, visite.base, visite.qui().acteur,
                   lire_la_mesure(services, visite.requete));
}

http::Response voir(const Services& services, Visite& visite) {
    const auto lue = lire(services, visite);
    return lue ? montrer(services, visite, *lue, Vue{false}) : refuser(services, lue.error());
}

// The report of the address, or why there is none.
core::Result<std::pair<MesureLue, RapportSigne>> rapport_de(const Services& services,
                                                            Visite& visite) {
    auto lue = lire(services, visite);
    if (!lue) return lue.error();
    if (!services.cle_des_rapports)
        return core::refuse(core::Reason::unavailable, "dui.preuve.sans_cle");
    if (!lue->voulue.fautes.empty()) return lue->voulue.fautes.front().refus;
    auto signe = signer(services, visite, *lue);
    if (!signe) return signe.error();
    return std::pair{*std::move(lue), *std::move(signe)};
}

http::Response signer(const Services& services, Visite& visite) {
    const auto fait = rapport_de(services, visite);
    if (!fait) return refuser(services, fait.error());
    const auto& [lue, signe] = *fait;
    consigner(services, visite, "rapport_usage.signer", signe);
    return montrer(services, visite, lue, vue_du_rapport(lue.voulue, signe));
}

// The same moment, the same base: the bytes that were signed.
http::Response telecharger(const Services& services, Visite& visite) {
    auto fait = rapport_de(services, visite);
    if (!fait) return refuser(services, fait.error());
    const auto& signe = fait->second;
    consigner(services, visite, "rapport_usage.telecharger", signe);
    auto reponse = http::Response::json(signe.octets);
    reponse.fields.push_back(
        {"Content-Disposition",
         "attachment; filename=\"rapport-usage-" + signe.rapport.en_tete.au.text() + ".json\""});
    return reponse;
}

}  // namespace

void ajouter_preuve(const Services& services) {
    ajouter_page(services, {.chemin = "/preuve",
                            .resume = "Ce que prouve un rapport signé, et comment il se fait",
                            .permission = Permission::indicateur_lire,
                            .action = [&](Visite& visite) { return voir(services, visite); }});
    garde::ajouter(
        services.routes, services.comptes,
        garde::envoi({.chemin = "/preuve",
                      .resume = "Signature d'un rapport d'usage",
                      .permission = Permission::rapport_usage_signer,
                      .action = [&](Visite& visite) { return signer(services, visite); }},
                     1024));
    ajouter_page(services,
                 {.chemin = "/preuve/rapport.json",
                  .resume = "Un rapport d'usage signé",
                  .permission = Permission::rapport_usage_signer,
                  .action = [&](Visite& visite) { return telecharger(services, visite); }});
}

}  // namespace grappe::dui
