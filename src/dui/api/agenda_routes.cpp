// Agendas: what happens in an establishment or to a person; an event planned; what is said of one.
#include "core/integer.hpp"
#include "dui/api/agenda_json.hpp"
#include "dui/api/demandeur.hpp"
#include "dui/api/lignes.hpp"
#include "dui/api/question.hpp"
#include "dui/cercle/cercle.hpp"
#include "dui/rendez_vous/tenue.hpp"

namespace grappe::dui {
namespace {

using access::Permission;
using agenda::Genre;
using garde::Visite;
using http::Method;
using rendez_vous::Auteur, rendez_vous::Dite;
using storage::Reader, storage::Writer;
using Fautes = std::vector<rendez_vous::Faute>;

constexpr int jours_au_plus = 42;

core::Refusal refus(core::Reason raison, const char* code) { return core::refuse(raison, code); }

struct Fenetre {
    std::string finess_et, personne;
    recurrence::Fenetre jours;
};

// Nothing: the question says why.
std::optional<Fenetre> fenetre_de(Question& question) {
    constexpr int semaine = 7;
    const auto du = core::Date::parse(question.champ("du"));
    const auto jours = core::integer<int>(question.champ("jours"));
    const bool defaut = question.champ("jours").empty();
    const bool compte = jours && *jours >= 1 && *jours <= jours_au_plus;
    const std::string finess{question.champ("finess")}, personne{question.champ("personne")};
    if (!du) question.faute("du", "agenda.du");
    if (!defaut && !compte) question.faute("jours", "agenda.jours");
    if (finess.empty() == personne.empty()) question.faute("personne", "agenda.de_qui");
    if (!du) return std::nullopt;
    return Fenetre{finess, personne, {*du, du->plus_days(compte ? *jours - 1 : semaine - 1)}};
}

struct Lue {
    std::string json;
    std::set<std::string> personnes{};
};

Lue dire(const std::vector<rendez_vous::Occurrence>& toutes, const Regardee& regard) {
    Lue lue;
    for (const auto& une : toutes) {
        if (!regard.qui.peut_a(Permission::dossier_usager_lire, une.finess_et.text()) ||
            !rendez_vous::reserve_a(une.evenement, regard.fermees).empty())
            continue;
        lue.json += (lue.json.empty() ? "" : ",") + en_json(une, regard);
        for (const auto& un : une.evenement.participations)
            if (un.genre == Genre::personne && !regard.fermees.contains(un.id))
                lue.personnes.insert(un.id);
    }
    return lue;
}

core::Result<Lue> lire(const Api& api, Reader& db, const Visite& visite, const Fenetre& fenetre) {
    const auto fermees = cercle::fermees_a(db, visite.qui().acteur, api.mesureur.maintenant());
    if (!fenetre.personne.empty()) {
        const auto qui = demandeur_de(api, db, visite, fenetre.personne);
        if (!qui) return qui.error();
        return dire(
            rendez_vous::occurrences_de(db, {{Genre::personne, fenetre.personne}}, fenetre.jours),
            {*qui, fermees});
    }
    const auto qui = acces::professionnel(db, visite.qui().acteur);
    if (!qui.peut_a(Permission::dossier_usager_lire, fenetre.finess_et))
        return refus(core::Reason::not_found, "dui.aucun_etablissement");
    return dire(rendez_vous::occurrences_du_lieu(db, fenetre.finess_et, fenetre.jours),
                {qui, fermees});
}

http::Response lister(const Api& api, Visite& visite) {
    Question question{api, visite};
    const auto ou = fenetre_de(question);
    if (auto refusee = question.refusee()) return *std::move(refusee);
    const auto lue = visite.base.read([&](Reader& db) { return lire(api, db, visite, *ou); });
    if (!lue) return refuser(visite, lue.error(), {});
    if (ou->personne.empty())
        acces::consigner_une_liste(visite.base, lecteur(api, visite),
                                   {ou->finess_et, lue->personnes.size()});
    else
        acces::consigner_un_dossier(visite.base, lecteur(api, visite), ou->personne);
    return http::Response::json("{\"occurrences\":[" + lue->json + "]}");
}

http::Response programmer(const Api& api, Visite& visite, const api::Corps& corps) {
    const auto lu = visite.base.read([&](Reader& db) { return programme_de(corps, db); });
    if (!lu.voulu) return fautives(visite, lu.fautes);
    const auto issue = ecrire<Auteur>(api, visite, [&](Writer& db, const Auteur& auteur) {
        for (const auto& une : lu.voulu->personnes())
            if (auto admise =
                    cercle::admettre(db, auteur.qui.acteur, api.mesureur.maintenant(), une);
                !admise)
                return core::Result<rendez_vous::Issue>{admise.error()};
        return rendez_vous::programmer(db, auteur, *lu.voulu, lu.conflits);
    });
    if (!issue) return refuser(visite, issue.error(), {});
    if (!issue->fautes.empty()) return fautives(visite, en_membres(issue->fautes));
    if (!issue->ecrite()) return fautives(visite, conflits_dits(*issue), 409);
    auto reponse =
        http::Response::json(R"({"id":")" + issue->id + R"(","le":")" + issue->prevue + "\"}");
    reponse.status = 201;
    return reponse;
}

struct Envoi {
    const api::Corps& corps;
    Fautes fautes{};
};

// Runs the use case on the occurrence that the body names, for those whose record is open; nothing
// where the body has `fautes`.
template <class Faire>
http::Response dire_de_l_occurrence(const Api& api, Visite& visite, const Envoi& envoi,
                                    Faire faire) {
    const auto& [corps, fautes] = envoi;
    const auto prevue = recurrence::Moment::lire(corps.texte("le"));
    auto toutes = fautes;
    if (!prevue) toutes.insert(toutes.begin(), {"le", "rendez_vous.debut"});
    if (!toutes.empty()) return fautives(visite, toutes);
    const Dite dite{std::string{visite.requete.path("id")}, *prevue};
    const core::Result<void> fait = ecrire<
        Auteur>(api, visite, [&](Writer& db, const Auteur& auteur) -> core::Result<void> {
        auto detail = rendez_vous::lire(db, auteur.qui, {dite.id, corps.texte("le"), prevue->jour});
        if (!detail) return detail.error();
        const auto fermees = cercle::fermees_a(db, auteur.qui.acteur, api.mesureur.maintenant());
        if (auto qui = rendez_vous::reserve_a(detail->occurrence.evenement, fermees); !qui.empty())
            return core::refuse(core::Reason::forbidden, "dui.hors_du_cercle", std::move(qui));
        return faire(db, auteur, dite);
    });
    if (!fait) return refuser(visite, fait.error(), {});
    return api::sans_contenu();
}

http::Response pointer(const Api& api, Visite& visite, const api::Corps& corps) {
    const auto presence = core::named<agenda::Presence>(corps.texte("presence"));
    const auto& personne = corps.texte("personne");
    Fautes fautes;
    if (!presence) fautes.push_back({"presence", "agenda.presence_inconnue"});
    if (personne.empty()) fautes.push_back({"personne", "agenda.personne_requise"});
    return dire_de_l_occurrence(
        api, visite, {corps, fautes}, [&](Writer& db, const Auteur& auteur, const Dite& dite) {
            return rendez_vous::pointer(db, auteur, dite, {{Genre::personne, personne}, *presence});
        });
}

http::Response changer_le_statut(const Api& api, Visite& visite, const api::Corps& corps) {
    const auto vers = core::named<agenda::Statut>(corps.texte("statut"));
    Fautes fautes;
    if (!vers) fautes.push_back({"statut", "agenda.statut_inconnu"});
    return dire_de_l_occurrence(
        api, visite, {corps, fautes}, [&](Writer& db, const Auteur& auteur, const Dite& dite) {
            return rendez_vous::changer_le_statut(db, auteur, dite, {*vers, corps.texte("motif")});
        });
}

http::Response rendre_compte(const Api& api, Visite& visite, const api::Corps& corps) {
    return dire_de_l_occurrence(
        api, visite, {corps}, [&](Writer& db, const Auteur& auteur, const Dite& dite) {
            return rendez_vous::rendre_compte(db, auteur, dite, corps.texte("texte"));
        });
}

}  // namespace

void ajouter_routes_de_l_agenda(const Api& api) {
    ajouter_une_lecture(api, {"/api/agenda",
                              "Ce qui se passe dans un établissement, ou pour une personne",
                              lister,
                              {{"finess", "L'établissement ; ou bien une personne"},
                               {"personne", "Identifiant de la personne dans la base"},
                               {"du", "Premier jour"},
                               {"jours", "Combien de jours, 42 au plus ; 7 à défaut"}}});
    ajouter_un_ecrit(api, {Method::post,
                           "/api/agenda",
                           "Programmer un évènement, une fois ou selon une règle de la RFC 5545",
                           programmer,
                           {"id", "finess_et", "titre", "lieu", "commentaire", "classe", "debut",
                            "regle", "objectif"}});
    ajouter_un_ecrit(api, {Method::post,
                           "/api/agenda/{id}/presence",
                           "Dire qui était là, ou qui a refusé",
                           pointer,
                           {"le", "personne", "presence"}});
    ajouter_un_ecrit(api, {Method::post,
                           "/api/agenda/{id}/statut",
                           "Confirmer, tenir, terminer, annuler",
                           changer_le_statut,
                           {"le", "statut", "motif"}});
    ajouter_un_ecrit(api, {Method::post,
                           "/api/agenda/{id}/compte-rendu",
                           "Dire ce qui a été fait",
                           rendre_compte,
                           {"le", "texte"}});
}

}  // namespace grappe::dui
