// The way of a request through its guard.
#include "web/garde/garde.hpp"

#include <algorithm>

#include "access/peut.hpp"
#include "audit/journal.hpp"
#include "core/ensure.hpp"
#include "secret/empreinte.hpp"
#include "storage/no_room.hpp"
#include "web/http/refusal_thrown.hpp"
#include "web/page/formulaire.hpp"

namespace grappe::garde {
namespace {

using http::Method, http::Request, http::Response;

bool ecrit(const Request& requete) {
    return requete.method != Method::get && requete.method != Method::head;
}

http::Cookie::Over transport_de(const Comptes& comptes, const http::Client& client) {
    const bool tls = client.secure || comptes.adresse_publique().starts_with("https://");
    return tls ? http::Cookie::Over::tls_only : http::Cookie::Over::any;
}

Visite commencer(const Comptes& comptes, storage::Base& base, const Request& requete) {
    const auto client = http::client_of(requete, comptes.mandataires);
    Visite visite{.requete = requete,
                  .comptes = comptes,
                  .base = base,
                  .moyens = moyens_de(comptes, base),
                  .origine = {.adresse = client.address,
                              .appareil = std::string{requete.field("user-agent")}},
                  .transport = transport_de(comptes, client),
                  .presence = std::nullopt};
    if (const auto jeton = http::cookie(requete, comptes.cookie); !jeton.empty())
        visite.presence = base.read([&](storage::Reader& db) {
            return identity::retrouver(db, jeton, visite.moyens.reel);
        });
    return visite;
}

// A disk without room does not keep anybody from reading.
void rafraichir(const Visite& visite) try {
    if (!visite.presence || !visite.presence->a_rafraichir) return;
    (void)visite.base.write([&](storage::Writer& db) -> core::Result<void> {
        identity::rafraichir(db, visite.presence->session, visite.moyens.reel);
        return {};
    });
} catch (const storage::NoRoom&) {
}

std::string csrf_recu(const Request& requete) {
    if (const auto champ = requete.field("x-csrf-token"); !champ.empty()) return std::string{champ};
    if (requete.sink) return std::string{requete.sink->field("csrf")};
    const auto formulaire = page::lire_formulaire(requete.field("content-type"), requete.body);
    return formulaire ? std::string{formulaire->valeur("csrf")} : std::string{};
}

// Browsers say where a form stood: another site may not write here, signed in or not.
bool vient_d_un_autre_site(const Request& requete) {
    return ecrit(requete) && requete.field("sec-fetch-site") == "cross-site";
}

struct Refus {
    int statut;
    std::string_view code;
};

bool permis_ici(const Comptes& comptes, const identity::Presence& qui,
                access::Permission permission) {
    if (qui.partage.empty()) return true;
    return std::ranges::find(comptes.partagees, permission) != comptes.partagees.end();
}

std::optional<Refus> refus_de(const Ligne& ligne, const Visite& visite) {
    if (vient_d_un_autre_site(visite.requete)) return Refus{403, "session.autre_site"};
    if (!ligne.permission) return std::nullopt;
    if (!visite.presence) return Refus{401, "session.requise"};
    if (!access::pourrait(visite.presence->acteur, *ligne.permission))
        return Refus{403, "acces.refuse"};
    if (!permis_ici(visite.comptes, *visite.presence, *ligne.permission))
        return Refus{403, "session.partagee"};
    if (ecrit(visite.requete) && !secret::memes(csrf_recu(visite.requete), visite.presence->csrf))
        return Refus{403, "session.csrf"};
    return std::nullopt;
}

void noter(const Ligne& ligne, const Visite& visite, const Refus& refus) {
    if (!visite.presence) return;  // nobody: nothing is known that would be worth a line
    audit::noter_seul(visite.base,
                      {.acteur = visite.presence->acteur.compte,
                       .acte = ligne.permission ? std::string{core::name_of(*ligne.permission)}
                                                : std::string{"session.ouvrir"},
                       .objet = "route:" + std::string{ligne.chemin},
                       .issue = audit::Issue::refuse,
                       .detail = std::string{refus.code}},
                      visite.moyens.maintenant);
}

// The same person can sign in, or send the form again from a page of this session. On a device that
// changes hands it may be another one's: what was typed is shown to nobody.
bool est_rattrapable(const Visite& visite, const Refus& refus) {
    if (visite.presence && !visite.presence->partage.empty()) return false;
    return refus.code == "session.requise" || refus.code == "session.csrf";
}

bool chemin_sur(std::string_view chemin) {
    return chemin.starts_with('/') && !chemin.starts_with("//") &&
           chemin.find_first_of("\\?#&%+ ") == std::string_view::npos;
}

Response refuser(const http::Routes& routes, const Request& requete, const Refus& refus) {
    const bool page = refus.statut == 401 && !routes.is_for_programs(requete.target.path);
    if (!page) return routes.refuse(requete, {refus.statut, refus.code});
    const auto& chemin = requete.target.path;
    const bool retour = requete.method == Method::get && chemin_sur(chemin);
    return Response::see_other(retour ? "/connexion?retour=" + chemin : "/connexion");
}

Response repondre(const http::Routes& routes, const Ligne& ligne, Visite& visite) {
    const auto& requete = visite.requete;
    if (const auto refus = refus_de(ligne, visite)) {
        noter(ligne, visite, *refus);
        if (ligne.sans_session && est_rattrapable(visite, *refus))
            return ligne.sans_session(visite);
        return refuser(routes, requete, *refus);
    }
    rafraichir(visite);
    auto reponse = ligne.action(visite);
    // A write may have changed whom the session speaks for.
    if (visite.comptes.finir && visite.presence && !ecrit(requete))
        visite.comptes.finir(*visite.presence, reponse);
    return reponse;
}

}  // namespace

const identity::Presence& Visite::qui() const {
    core::ensure(presence.has_value(), "a guarded route has somebody");
    return *presence;
}

void ajouter(http::Routes& routes, const Comptes& comptes, Ligne ligne) {
    http::Route route{
        .method = ligne.methode,
        .path = ligne.chemin,
        .summary = ligne.resume,
        .handler = {},
        .query = ligne.parametres,
        .body_limit = ligne.corps_au_plus,
        .accepts = ligne.types,
        .answers = ligne.repond,
        .sink = ligne.reception,
        .permission = ligne.permission ? core::name_of(*ligne.permission) : http::everybody};
    route.handler = [&routes, &comptes, ligne = std::move(ligne)](const Request& requete) {
        try {
            return comptes.bassin.with([&](storage::Base& base) {
                auto visite = commencer(comptes, base, requete);
                return repondre(routes, ligne, visite);
            });
        } catch (const storage::NoRoom& plein) {
            throw http::RefusalThrown{507, "http.stockage_plein", plein.what()};
        }
    };
    routes.add(std::move(route));
}

bool passerait(const Comptes& comptes, const identity::Presence& qui,
               access::Permission permission) {
    return access::pourrait(qui.acteur, permission) && permis_ici(comptes, qui, permission);
}

std::optional<identity::Presence> presence_de(const Comptes& comptes, const Request& requete) {
    const auto jeton = http::cookie(requete, comptes.cookie);
    if (jeton.empty()) return std::nullopt;
    return comptes.bassin.with([&](storage::Base& base) {
        return base.read([&](storage::Reader& db) {
            return identity::retrouver(db, jeton, core::Instant::now());
        });
    });
}

identity::Moyens moyens_de(const Comptes& comptes, storage::Base& base) {
    return {.base = base,
            .coffre = comptes.coffre,
            .phrases = comptes.phrases,
            .adresse_publique = comptes.adresse_publique(),
            .maintenant = comptes.maintenant(),
            .reel = core::Instant::now()};
}

void poser_le_cookie(http::Response& reponse, const Visite& visite, std::string_view jeton) {
    constexpr int douze_heures = 12 * 3600;
    reponse.fields.push_back({"Set-Cookie", http::set_cookie({visite.comptes.cookie, jeton,
                                                              douze_heures, visite.transport})});
}

void oter_le_cookie(http::Response& reponse, const Visite& visite) {
    reponse.fields.push_back(
        {"Set-Cookie", http::set_cookie({visite.comptes.cookie, "", 0, visite.transport})});
}

int statut_de(core::Reason raison) {
    switch (raison) {
        case core::Reason::invalid:
        case core::Reason::rule_not_met:
            return 422;
        case core::Reason::not_found:
            return 404;
        case core::Reason::forbidden:
            return 403;
        case core::Reason::conflict:
            return 409;
        case core::Reason::too_large:
            return 413;
        case core::Reason::unavailable:
            return 503;
        case core::Reason::unauthenticated:
            return 401;
        case core::Reason::too_many:
            return 429;
        case core::Reason::gone:
            return 410;
    }
    return 500;
}

}  // namespace grappe::garde
