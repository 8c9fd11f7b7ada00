// Conservation, for an administrator: what is kept too long, its notice, holds, the purge.
#include "portail/documents/conservation.hpp"
#include "portail/documents/mots.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/pages/cadre.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using documents::Echeance;
using garde::Visite;
using page::Vue;
using pages::dire;

struct Suite {
    std::string fait{}, faute{};  // sentences
};

std::pair<std::string_view, std::string_view> etat_de(const Echeance& une) {
    if (une.dossier->retenue) return {"alerte", "espace.conservation.retenu"};
    if (une.dossier->recouvrement_ouvert) return {"alerte", "espace.conservation.recouvrement"};
    if (une.purgeable) return {"manque", "espace.conservation.a_purger"};
    if (une.annoncee) return {"info", "espace.conservation.preavis"};
    return {"ferme", "espace.conservation.a_annoncer"};
}

Vue vue_de(const Espace& espace, const Echeance& une) {
    const auto& dossier = *une.dossier;
    const auto [classe, code] = etat_de(une);
    const auto& services = espace.services;
    return {
        {"id", dossier.id},
        {"appel", dossier.appel},
        {"statut", dire(services, "espace.statut." + std::string{core::name_of(dossier.statut)})},
        {"depuis", documents::jour_en_francais(core::paris().day_of(dossier.depuis))},
        {"duree",
         dire(services, "espace.conservation.duree", {{"mois", std::int64_t{une.duree->mois}}})},
        {"source", une.duree->source},
        {"etat", classe},
        {"etat_mots", dire(services, code)},
        {"motif", dossier.retenue.value_or("")},
        {"retenu", dossier.retenue.has_value()}};
}

http::Response conservation(const Espace& espace, Visite& visite, const Suite& suite) {
    const auto gardes =
        visite.base.read([](storage::Reader& db) { return documents::dossiers_gardes(db); });
    const auto trouvees = documents::echeances(gardes, espace.durees, visite.moyens.maintenant);
    Vue::Liste vues;
    std::int64_t a_purger = 0;
    for (const auto& une : trouvees) {
        vues.push_back(vue_de(espace, une));
        a_purger += une.purgeable ? 1 : 0;
    }
    Vue contenu{
        {"csrf", visite.qui().csrf},
        {"fait", suite.fait},
        {"faute", suite.faute},
        {"vide", vues.empty()},
        {"purgeables", a_purger > 0},
        {"purger", dire(espace.services, "espace.conservation.purger", {{"nombre", a_purger}})},
        {"dossiers", std::move(vues)}};
    auto reponse = repondre(espace.services,
                            {.gabarit = "espace_conservation",
                             .titre = dire(espace.services, "espace.conservation.titre"),
                             .fil = {pages::etape(espace.services, "/compte")}},
                            std::move(contenu));
    if (!suite.faute.empty()) reponse.status = 422;
    return reponse;
}

// Reads again what is due in the transaction of the act: a page may have grown old.
core::Result<void> agir(const Espace& espace, const Visite& visite, storage::Writer& db,
                        const page::Formulaire& saisie) {
    const auto maintenant = visite.moyens.maintenant;
    const documents::ActeDeGarde acte{.dossier = saisie.valeur("dossier"),
                                      .par = visite.qui().acteur.compte,
                                      .motif = saisie.valeur("motif"),
                                      .maintenant = maintenant};
    if (saisie.valeur("acte") == "retenir") return documents::retenir(db, acte);
    if (saisie.valeur("acte") == "lever") return documents::lever(db, acte);
    const auto gardes = documents::dossiers_gardes(db);
    const auto trouvees = documents::echeances(gardes, espace.durees, maintenant);
    const documents::Gardien gardien{acte.par, maintenant};
    if (saisie.valeur("acte") == "annoncer")
        documents::annoncer(db, trouvees, gardien, identity::poste_de(visite.moyens));
    if (saisie.valeur("acte") == "purger") documents::purger(db, trouvees, gardien);
    return {};
}

http::Response recevoir(const Espace& espace, Visite& visite) {
    const auto saisie = lire_envoi(visite);
    const auto fait =
        visite.base.write([&](storage::Writer& db) { return agir(espace, visite, db, saisie); });
    if (!fait)
        return conservation(espace, visite, {.faute = dire(espace.services, fait.error().code)});
    return conservation(espace, visite,
                        {.fait = dire(espace.services, "espace.conservation.fait")});
}

}  // namespace

void ajouter_conservation(const Espace& espace) {
    ajouter_lecture(espace,
                    {.chemin = "/administration/conservation",
                     .resume = "Conservation des dossiers",
                     .permission = Permission::service_administrer,
                     .action = [&](Visite& visite) { return conservation(espace, visite, {}); }});
    ajouter_envoi(espace,
                  {.chemin = "/administration/conservation",
                   .resume = "Retenir, annoncer, purger",
                   .permission = Permission::service_administrer,
                   .action = [&](Visite& visite) { return recevoir(espace, visite); }},
                  petit_formulaire);
}

}  // namespace grappe::espace
