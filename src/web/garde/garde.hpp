// Garde: a route with its permission: session, rights, token of writes, journal of refusals.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "access/permissions.hpp"
#include "identity/moyens.hpp"
#include "identity/session.hpp"
#include "rules/phrases.hpp"
#include "secret/coffre.hpp"
#include "storage/pool.hpp"
#include "web/http/fields.hpp"
#include "web/http/routes.hpp"

namespace grappe::garde {

inline constexpr std::string_view nom_du_cookie = "session";

// What a server holds about accounts; outlives its routes.
struct Comptes {
    storage::Pool& bassin;
    const secret::Coffre& coffre;
    const rules::Phrases& phrases;
    std::function<std::string()> adresse_publique;
    std::function<core::Instant()> maintenant;  // what the server believes
    std::vector<std::string> mandataires{};     // proxies whose forwarded fields are believed
    // The cookie of a session: each program's own, since a browser gives one host's to all its
    // ports.
    std::string_view cookie = nom_du_cookie;
    // All that a session taken over on a shared device may do.
    std::vector<access::Permission> partagees{};
    // Ends a page that is read, so that its frame needs no second look at the session.
    std::function<void(const identity::Presence&, http::Response&)> finir{};
};

// One request on its way; lives as long as it.
struct Visite {
    const http::Request& requete;
    const Comptes& comptes;
    storage::Base& base;
    identity::Moyens moyens;
    identity::Origine origine;
    http::Cookie::Over transport;
    std::optional<identity::Presence> presence;

    // Of a guarded route only.
    const identity::Presence& qui() const;
};

using Action = std::function<http::Response(Visite&)>;

struct Ligne {
    http::Method methode;
    std::string_view chemin, resume;
    std::optional<access::Permission> permission;  // empty: for everybody
    Action action;
    std::vector<http::QueryLine> parametres{};
    std::size_t corps_au_plus = 0;
    std::vector<std::string_view> types{};
    std::string_view repond = "application/json";
    http::SinkMaker reception{};  // where the body goes as it comes; empty: it is held
    // For a page whose text must not be lost: answers in place of the sign-in page when nobody is
    // signed in, or when the token of the write is that of another session. It writes nothing.
    Action sans_session{};
};

// `routes` and `comptes` outlive the server.
void ajouter(http::Routes& routes, const Comptes& comptes, Ligne ligne);

// Whom a request speaks for, outside of any guarded route: the head of every page says it.
std::optional<identity::Presence> presence_de(const Comptes& comptes, const http::Request& requete);

// Whether the guard of a route of that permission would let `qui` through, on one object at least.
bool passerait(const Comptes& comptes, const identity::Presence& qui,
               access::Permission permission);

// Use cases of the command line take the same means.
identity::Moyens moyens_de(const Comptes& comptes, storage::Base& base);

void poser_le_cookie(http::Response& reponse, const Visite& visite, std::string_view jeton);
void oter_le_cookie(http::Response& reponse, const Visite& visite);

int statut_de(core::Reason raison);

}  // namespace grappe::garde
