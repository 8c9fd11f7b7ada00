// Shared by the routes of dossiers.
#include "portail/api/dossiers.hpp"

#include <algorithm>

#include "core/texte.hpp"
#include "portail/api/demande_lue.hpp"
#include "portail/api/jalons_routes.hpp"
#include "portail/api/recouvrements_routes.hpp"
#include "portail/api/reponses.hpp"
#include "portail/instruction/instruction.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/refus_dit.hpp"
#include "secret/empreinte.hpp"
#include "web/api/corps_json.hpp"
#include "web/http/fields.hpp"

namespace grappe::api {
namespace {

// Null: what the path names is no dossier, or nothing yet.
const std::string* dossier_nomme(const http::Request& requete) {
    const auto& noms = requete.path_parameters;
    const auto id = std::ranges::find(noms, "id", &http::Parameter::name);
    return id == noms.end() ? nullptr : &id->value;
}

// An act that names the version it read is done on that one only. Said after the work, which is
// then undone: whoever may not act learns nothing of the version.
core::Result<teleservice::ReponseGardee> si_la_version_est_la(const garde::Visite& visite,
                                                              storage::Writer& db,
                                                              const Travail& faire) {
    const auto& requete = visite.requete;
    const auto* id = dossier_nomme(requete);
    if (!id) return faire(db);
    const auto visee = version_visee(requete);
    if (!visee) return visee.error();
    if (!*visee) return faire(db);
    const auto avant = teleservice::trouver(db, *id);
    auto fait = faire(db);
    if (fait && avant && avant->version != **visee)
        return core::refuse(core::Reason::conflict, "dossier.version_perimee",
                            std::to_string(avant->version));
    return fait;
}

std::string empreinte_de(const http::Request& requete, std::string_view corps) {
    return secret::empreinte(std::string{core::name_of(requete.method)}
                                 .append(" ")
                                 .append(requete.target.path)
                                 .append("\n")
                                 .append(corps));
}

teleservice::Rejouable rejouable(const garde::Visite& visite, std::string_view empreinte) {
    return {.compte = visite.qui().acteur.compte,
            .cle = visite.requete.field("idempotency-key"),
            .empreinte = empreinte,
            .maintenant = visite.moyens.reel};
}

bool est_trop_long(std::string_view texte) {
    return core::trimmed(texte).size() > instruction::texte_max;
}

// Texts of every act have one limit and one refusal: the body tells which of them it was.
std::string_view champ_trop_long(const std::string& corps) {
    const auto lu = Corps::lire(corps);
    for (const std::string_view nom : {"motif", "texte", "recommandations"})
        if (lu && est_trop_long(lu->texte(nom))) return nom;
    const auto demande = lire_demande(corps);
    if (!demande) return {};
    const bool par_piece = std::ranges::any_of(
        demande->pieces, [](const auto& piece) { return est_trop_long(piece.texte); });
    return par_piece ? "pieces" : "textes";
}

std::string_view champ_fautif(const garde::Visite& visite, const core::Refusal& refus) {
    if (refus.code == "instruction.texte_long") return champ_trop_long(visite.requete.body);
    return champ_de(refus);
}

}  // namespace

http::Problem probleme(const garde::Visite& visite, const core::Refusal& refus) {
    http::Problem dit{.status = statut_de(refus),
                      .code = refus.code,
                      .title = teleservice::dire(refus, visite.comptes.phrases)};
    if (const auto champ = champ_fautif(visite, refus); !champ.empty())
        dit.fautes.push_back(
            {.chemin = std::string{champ}, .code = refus.code, .message = dit.title});
    if (refus.code.ends_with(".version_perimee") && !refus.detail.empty())
        dit.further.push_back({"version", refus.detail});
    return dit;
}

http::Response rendre(const http::Problem& dit) {
    auto reponse = http::problem(dit);
    for (const auto& [nom, valeur] : dit.further)
        if (nom == "version") reponse.fields.push_back({"ETag", "\"" + valeur + "\""});
    return reponse;
}

http::Response refuser(const garde::Visite& visite, const core::Refusal& refus) {
    return rendre(probleme(visite, refus));
}

http::Response repondre(const garde::Visite& visite,
                        const core::Result<teleservice::ReponseGardee>& reponse) {
    if (!reponse) return refuser(visite, reponse.error());
    auto rendue = http::Response::json(reponse->corps);
    rendue.status = reponse->statut;
    return rendue;
}

http::Response repondre_au_champ(const garde::Visite& visite,
                                 const core::Result<teleservice::ReponseGardee>& reponse,
                                 ChampDuCode champ_de) {
    if (reponse) return repondre(visite, reponse);
    auto dit = probleme(visite, reponse.error());
    if (const auto champ = champ_de(dit.code); !champ.empty())
        dit.fautes.push_back(
            {.chemin = std::string{champ}, .code = std::string{dit.code}, .message = dit.title});
    return rendre(dit);
}

core::Result<std::optional<teleservice::ReponseGardee>> deja_fait(const garde::Visite& visite,
                                                                  std::string_view corps) {
    const auto empreinte = empreinte_de(visite.requete, corps);
    return visite.base.read([&](storage::Reader& db) {
        return teleservice::deja_repondu(db, rejouable(visite, empreinte));
    });
}

core::Result<teleservice::ReponseGardee> une_fois(const garde::Visite& visite,
                                                  std::string_view corps, const Travail& faire) {
    const auto empreinte = empreinte_de(visite.requete, corps);
    const auto demande = rejouable(visite, empreinte);
    return visite.base.write([&](storage::Writer& db) {
        return teleservice::une_fois(db, demande, [&](storage::Writer& ici) {
            return si_la_version_est_la(visite, ici, faire);
        });
    });
}

core::Result<std::optional<int>> version_visee(const http::Request& requete) {
    if (requete.field("if-match").empty()) return std::optional<int>{};
    const auto annoncee = http::if_match(requete);
    if (!annoncee) return annoncee.error();
    return std::optional{version_lue(*annoncee)};
}

int version_lue(std::int64_t annoncee) {
    return std::in_range<int>(annoncee) ? static_cast<int>(annoncee) : 0;
}

std::string etag(int version) { return "\"" + std::to_string(version) + "\""; }

void add_teleservice_routes(http::Routes& routes, const Teleservice& teleservice) {
    add_dossiers_routes(routes, teleservice);
    add_liste_routes(routes, teleservice);
    add_lecture_routes(routes, teleservice);
    add_pieces_routes(routes, teleservice);
    // Before the plain {numero}: the first line that fits is taken.
    add_documents_routes(routes, teleservice);
    add_actes_routes(routes, teleservice);
    add_modeles_routes(routes, teleservice);
    add_maturite_routes(routes, teleservice);
    add_exports_routes(routes, teleservice);
    add_depot_routes(routes, teleservice);
    add_membres_routes(routes, teleservice);
    add_soutiens_routes(routes, teleservice);
    add_parts_routes(routes, teleservice);
    add_instruction_routes(routes, teleservice);
    add_conventions_routes(routes, teleservice);
    add_avenants_routes(routes, teleservice);
    add_papiers_routes(routes, teleservice);
    add_versements_routes(routes, teleservice);
    add_recouvrements_routes(routes, teleservice);
    add_ordres_routes(routes, teleservice);
    add_jalons_routes(routes, teleservice);
    add_delais_routes(routes, teleservice);
    add_messages_routes(routes, teleservice);
    add_administration_routes(routes, teleservice);
    add_rappels_routes(routes, teleservice);
    add_grappes_routes(routes, teleservice);
    add_usages_routes(routes, teleservice);
}

}  // namespace grappe::api
