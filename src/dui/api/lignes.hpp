// What the routes of records share: their lines, their faults, the version that was written.
#pragma once

#include <vector>

#include "dui/api/demandeur.hpp"
#include "dui/api/question.hpp"
#include "web/api/ligne_json.hpp"
#include "web/http/problem.hpp"

namespace grappe::dui {

inline constexpr std::size_t corps_d_un_ecrit_au_plus = std::size_t{64} * 1024;

using ActionLue = http::Response (*)(const Api&, garde::Visite&);
using ActionEcrite = http::Response (*)(const Api&, garde::Visite&, const api::Corps&);

struct Lecture {
    std::string_view chemin, resume;
    ActionLue action;
    std::vector<http::QueryLine> parametres{};
};
void ajouter_une_lecture(const Api& api, Lecture lecture);

struct Ecrit {
    http::Method methode;
    std::string_view chemin, resume;
    ActionEcrite action;
    std::vector<std::string_view> textes;  // members that must be texts where they are
};
void ajouter_un_ecrit(const Api& api, Ecrit ecrit);

// A version that was read, or that was written, with its ETag.
http::Response version_lue(std::string json, std::int64_t version);
http::Response version_ecrite(std::int64_t version, int statut);

// 400 or 428: `If-Match` cannot be read, or is not there.
http::Response refuser_la_version(const garde::Visite& visite, const core::Refusal& faute);

struct FauteDite {
    std::string chemin, code, message;
};
// The first is the title.
http::Response fautes_rendues(const std::vector<FauteDite>& fautes, int statut = 422);

// Of faults that say where and by which code; "detail", where they have one, is in the sentence.
template <class Faute>
http::Response fautives(const garde::Visite& visite, const std::vector<Faute>& fautes,
                        int statut = 422) {
    std::vector<FauteDite> dites;
    for (const auto& une : fautes) {
        std::string message;
        if constexpr (requires { une.detail; })
            message = visite.comptes.phrases.rendre(une.code, {{"detail", une.detail}});
        else
            message = visite.comptes.phrases.rendre(une.code, {});
        dites.push_back({une.chemin, une.code, std::move(message)});
    }
    return fautes_rendues(dites, statut);
}

// What a use case that counts versions answered: its refusal, its faults, or the version.
template <class Ecrite>
http::Response ecrite(const garde::Visite& visite, const core::Result<Ecrite>& fait, int statut) {
    if (!fait) return refuser(visite, fait.error(), {});
    if (!fait->fautes.empty()) return fautives(visite, fait->fautes);
    return version_ecrite(fait->version, statut);
}

// Runs a use case in one write, for `Auteur`: who writes (read in that transaction), when, and who
// is accompanied where.
template <class Auteur, class Faire>
auto ecrire(const Api& api, const garde::Visite& visite, Faire faire) {
    visite.base.read([&](storage::Reader& db) {
        api.annuaire.mettre_a_jour(db);
        return 0;
    });
    return visite.base.write([&](storage::Writer& db) {
        const auto qui = acces::professionnel(db, visite.qui().acteur);
        return faire(db,
                     Auteur{qui, api.moment(), [&](std::string_view personne, std::string_view ou) {
                                return api.annuaire.accompagnee_a(personne, ou);
                            }});
    });
}

// The same on what the address names, for whom that record is open.
template <class Auteur, class Faire>
http::Response reecrire(const Api& api, const garde::Visite& visite, Faire faire) {
    using Fait = std::invoke_result_t<Faire, storage::Writer&, const Auteur&>;
    constexpr int fait = 200;
    return ecrite(visite,
                  ecrire<Auteur>(api, visite,
                                 [&](storage::Writer& db, const Auteur& auteur) -> Fait {
                                     if (auto admise = admettre_dans(api, db, auteur.qui,
                                                                     visite.requete.path("id"));
                                         !admise)
                                         return admise.error();
                                     return faire(db, auteur);
                                 }),
                  fait);
}

}  // namespace grappe::dui
