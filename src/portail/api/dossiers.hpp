// What the routes of dossiers share: means, refusals, requests that may be sent twice.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "portail/documents/etagere.hpp"
#include "portail/documents/maturite.hpp"
#include "portail/documents/modeles.hpp"
#include "portail/instruction/tableau.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/socle/portail.hpp"
#include "portail/teleservice/depot.hpp"
#include "portail/teleservice/refus_dit.hpp"
#include "portail/teleservice/rejeu.hpp"
#include "portail/usages/transmission.hpp"
#include "web/garde/garde.hpp"
#include "web/http/problem.hpp"

namespace grappe::api {

// What a server holds for its dossiers; outlives its routes.
struct Teleservice {
    const socle::Portail& portail;
    const garde::Comptes& comptes;
    const pieces::Magasin& magasin;
    instruction::TableauTenu& tableau;
    std::optional<pieces::Antivirus> antivirus{};
    documents::Modeles modeles{};
    documents::CadreDeMaturite maturite{};
    usages::Moyens usages;
    const documents::Etagere* etagere = nullptr;  // of a server: files of exports

    reception::Fichiers fichiers() const { return {magasin, antivirus}; }
};

// Every route of dossiers, pieces, deposits and receipts.
void add_teleservice_routes(http::Routes& routes, const Teleservice& teleservice);

void add_dossiers_routes(http::Routes& routes, const Teleservice& teleservice);
void add_liste_routes(http::Routes& routes, const Teleservice& teleservice);
void add_lecture_routes(http::Routes& routes, const Teleservice& teleservice);
void add_pieces_routes(http::Routes& routes, const Teleservice& teleservice);
void add_depot_routes(http::Routes& routes, const Teleservice& teleservice);
void add_documents_routes(http::Routes& routes, const Teleservice& teleservice);
void add_actes_routes(http::Routes& routes, const Teleservice& teleservice);
void add_modeles_routes(http::Routes& routes, const Teleservice& teleservice);
void add_membres_routes(http::Routes& routes, const Teleservice& teleservice);
void add_soutiens_routes(http::Routes& routes, const Teleservice& teleservice);
void add_grappes_routes(http::Routes& routes, const Teleservice& teleservice);
void add_rappels_routes(http::Routes& routes, const Teleservice& teleservice);
void add_parts_routes(http::Routes& routes, const Teleservice& teleservice);
void add_maturite_routes(http::Routes& routes, const Teleservice& teleservice);
void add_exports_routes(http::Routes& routes, const Teleservice& teleservice);
void add_delais_routes(http::Routes& routes, const Teleservice& teleservice);
void add_messages_routes(http::Routes& routes, const Teleservice& teleservice);
void add_administration_routes(http::Routes& routes, const Teleservice& teleservice);
void add_usages_routes(http::Routes& routes, const Teleservice& teleservice);
void add_instruction_routes(http::Routes& routes, const Teleservice& teleservice);
void add_conventions_routes(http::Routes& routes, const Teleservice& teleservice);
void add_avenants_routes(http::Routes& routes, const Teleservice& teleservice);
void add_papiers_routes(http::Routes& routes, const Teleservice& teleservice);
void add_versements_routes(http::Routes& routes, const Teleservice& teleservice);
void add_ordres_routes(http::Routes& routes, const Teleservice& teleservice);

using reception::demandeur;

inline teleservice::Moyens moyens_de(const Teleservice& service, const garde::Visite& visite) {
    return reception::moyens_de(service.portail, visite);
}

// The problem of a refusal; its sentence may show `{detail}`. That of a stale version has the one
// in place, and then the answer has its ETag.
http::Problem probleme(const garde::Visite& visite, const core::Refusal& refus);
http::Response rendre(const http::Problem& probleme);
http::Response refuser(const garde::Visite& visite, const core::Refusal& refus);

// The problem of the first of several faults, which names them all: each has its `chemin` and its
// `refus`.
template <class Fautes>
http::Response reprocher_tout(const garde::Visite& visite, const Fautes& fautes) {
    const auto& phrases = visite.comptes.phrases;
    const auto& premiere = fautes.front().refus;
    http::Problem dit{
        .status = 422, .code = premiere.code, .title = teleservice::dire(premiere, phrases)};
    for (const auto& [chemin, refus] : fautes)
        dit.fautes.push_back(
            {.chemin = chemin, .code = refus.code, .message = teleservice::dire(refus, phrases)});
    return http::problem(dit);
}

// A JSON answer of that status, or the problem.
http::Response repondre(const garde::Visite& visite,
                        const core::Result<teleservice::ReponseGardee>& reponse);

// The same, where a refusal may be the fault of one field: `champ_de` names it by its code; empty:
// nobody's.
using ChampDuCode = std::string_view (*)(std::string_view code);
http::Response repondre_au_champ(const garde::Visite& visite,
                                 const core::Result<teleservice::ReponseGardee>& reponse,
                                 ChampDuCode champ_de);

// Does `faire` once for each Idempotency-Key, in one transaction. `corps` is what tells two
// requests to the same path apart.
using Travail = std::function<core::Result<teleservice::ReponseGardee>(storage::Writer&)>;
core::Result<teleservice::ReponseGardee> une_fois(const garde::Visite& visite,
                                                  std::string_view corps, const Travail& faire);

// The answer kept for the key of this request; empty: none. For an act that is long to prepare,
// before it is prepared again.
core::Result<std::optional<teleservice::ReponseGardee>> deja_fait(const garde::Visite& visite,
                                                                  std::string_view corps);

std::string etag(int version);

// A version that no record can have is stale as any other.
int version_lue(std::int64_t annoncee);

// The version that `If-Match` names; empty: none. Code "http.version_illisible".
core::Result<std::optional<int>> version_visee(const http::Request& requete);

}  // namespace grappe::api
