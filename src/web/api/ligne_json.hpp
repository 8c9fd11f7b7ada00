// What the JSON routes of both programs share: reading a body, answering a refusal.
#pragma once

#include <functional>

#include "web/api/corps_json.hpp"
#include "web/garde/garde.hpp"

namespace grappe::api {

inline constexpr std::size_t corps_de_compte_au_plus = std::size_t{16} * 1024;

using ActionJson = std::function<http::Response(garde::Visite&, const Corps&)>;

// An action whose body is a JSON object with these texts: 400 when it is none, 422 when one of them
// is no text.
garde::Action avec_corps(std::vector<std::string_view> champs, ActionJson action);

// The same where every member may be left out: no body at all is an empty object. Since leaving one
// out says something (to decide without a word is to accept), a member of another name is refused,
// 422 "api.membre_inconnu": a slip must not say it. `champs` are all that there are.
garde::Action avec_corps_ou_rien(std::vector<std::string_view> champs, ActionJson action);

// A POST or PUT of such an action.
garde::Ligne ligne_json(http::Method methode, std::string_view chemin, std::string_view resume,
                        garde::Action action);

http::Response sans_contenu();

// The problem of a refusal. `champ` is the field at fault; empty: the whole.
struct Issue {
    int statut;
    std::string_view champ{};
};
http::Response refus_rendu(const garde::Visite& visite, const core::Refusal& refus, Issue issue);

}  // namespace grappe::api
