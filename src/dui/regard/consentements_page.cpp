// /consentements/{id}: what the person agreed to or opposed, purpose by purpose, and who gathered
// it.
#include <algorithm>

#include "core/integer.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/consentement/consentement.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/regard/routes.hpp"
#include "dui/rencontre/bandeau.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::regard {
namespace {

using consentement::Aupres, consentement::Faute, consentement::Finalite, consentement::Forme,
    consentement::Recueil, consentement::Reponse;
using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::Auteurs, rencontre::instant, rencontre::Rencontre, rencontre::rencontrer;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 8 * 1024;
constexpr std::string_view ici = "/consentements";

// What a form said and was refused.
struct Tape {
    std::optional<Finalite> finalite{};
    std::int64_t vue = 0;  // the version before the eyes
    std::string reponse{}, aupres{}, forme{}, le{}, note{};
    std::vector<Faute> fautes{};
    std::string refus{};
};

std::string recueil_dit(const dui::Services& services, const Recueil& recueil) {
    const auto mot = [&](const char* groupe, std::string_view nom) {
        return dire(services, "consentement." + std::string{groupe} + "." + std::string{nom});
    };
    return dire(services, "consentement.dit",
                {{"reponse", mot("reponse", core::name_of(recueil.reponse))},
                 {"aupres", mot("aupres", core::name_of(recueil.aupres))},
                 {"forme", mot("forme", core::name_of(recueil.forme))},
                 {"le", recueil.le}});
}

template <class Mot>
Vue::Liste choix(const dui::Services& services, const std::string& groupe, std::string_view choisi,
                 const std::string& finalite = {}) {
    Vue::Liste vues;
    for (const auto& un : names(Mot{}))
        vues.push_back(
            Vue{{"code", un.name},
                {"nom", dire(services, "consentement." + groupe + "." + std::string{un.name})},
                {"id", groupe + "-" + std::string{un.name} + "-" + finalite},
                {"choisi", choisi == un.name}});
    return vues;
}

Vue::Liste fautes_dites(const dui::Services& services, const Tape& tape) {
    Vue::Liste vues;
    for (const auto& une : tape.fautes)
        vues.push_back(
            Vue{{"phrase", dire(services, une.code)},
                {"champ", une.chemin + "-" + std::string{core::name_of(*tape.finalite)}}});
    return vues;
}

struct Repondue {
    Finalite finalite;
    std::vector<consentement::Version> versions;
};

Vue vue_de(const Ecrans& ecrans, Auteurs& auteurs, const Repondue& repondue, const Tape& tape) {
    const auto& services = ecrans.services;
    const auto& [finalite, versions] = repondue;
    const std::string code{core::name_of(finalite)};
    const std::optional<Recueil> dernier =
        versions.empty() ? std::nullopt : std::optional{versions.back().recueil};
    const bool sort = consentement::peut_sortir(finalite, dernier).has_value();
    const bool tapee = tape.finalite == finalite;
    Vue::Liste anciens;
    for (const auto& une : versions)
        anciens.insert(
            anciens.begin(),
            Vue{{"dit", recueil_dit(services, une.recueil)},
                {"note", une.recueil.note},
                {"qui", auteurs.nom(une.signature.auteur)},
                {"quand", page::moment(une.signature.connu_le.seconde(), core::paris())}});
    return {{"code", code},
            {"nom", dire(services, "consentement.finalite." + code)},
            {"sort", sort},
            {"etat", dire(services, sort ? "consentement.sort" : "consentement.reste")},
            {"dit", dernier ? recueil_dit(services, *dernier)
                            : dire(services,
                                   consentement::regime_de(finalite) == consentement::Regime::accord
                                       ? "consentement.silence.accord"
                                       : "consentement.silence.opposition")},
            {"version", versions.empty() ? 0 : versions.back().version},
            {"plusieurs", !anciens.empty()},
            {"anciens", std::move(anciens)},
            {"ouvert", tapee},
            {"reponses", choix<Reponse>(services, "reponse", tapee ? tape.reponse : "", code)},
            {"aupres", choix<Aupres>(services, "aupres", tapee ? tape.aupres : "personne")},
            {"formes", choix<Forme>(services, "forme", tapee ? tape.forme : "ecrit")},
            {"le", tapee ? tape.le : core::paris().day_of(instant(ecrans)).text()},
            {"note", tapee ? tape.note : std::string{}}};
}

struct Lue {
    Rencontre rencontre;
    rencontre::Bandeau bandeau;
    Vue::Liste finalites;
};

core::Result<Lue> lire(const Ecrans& ecrans, Reader& db, const Visite& visite, const Tape& tape) {
    auto rencontre = rencontrer(ecrans, db, visite, visite.requete.path("id"));
    if (!rencontre) return rencontre.error();
    Lue lue{.rencontre = *std::move(rencontre)};
    lue.bandeau = rencontre::lire_le_bandeau(db, lue.rencontre.personne);
    Auteurs auteurs{db};
    for (const auto& une : names(Finalite{}))
        lue.finalites.push_back(
            vue_de(ecrans, auteurs,
                   {une.value, consentement::versions_de(db, lue.rencontre.personne.id, une.value)},
                   tape));
    return lue;
}

// The first establishment of hers where one writes; nothing: none.
std::optional<core::Finess> ou_ecrire(const Rencontre& rencontre) {
    for (const auto& ou : rencontre.etablissements)
        if (rencontre.qui.peut_a(access::Permission::dossier_usager_ecrire, ou))
            return core::Finess::parse(ou).value();
    return std::nullopt;
}

http::Response afficher(const Ecrans& ecrans, Visite& visite, const Tape& tape) {
    auto lue = visite.base.read([&](Reader& db) { return lire(ecrans, db, visite, tape); });
    if (!lue) return dui::refuser(ecrans.services, lue.error());
    const auto& services = ecrans.services;
    const auto& personne = lue->rencontre.personne;
    acces::consigner_un_dossier(visite.base, {visite.qui().acteur.compte, instant(ecrans)},
                                personne.id);
    const auto nom = rencontre::nom_de(personne);
    const bool ecrit =
        ou_ecrire(lue->rencontre) && lue->rencontre.qui.ecrit(partage::Classe::administratif);
    auto reponse =
        dui::repondre(services,
                      {.gabarit = "consentements",
                       .titre = dire(services, "consentement.titre", {{"nom", nom}}),
                       .rubrique = "/equipe",
                       .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")},
                               {rencontre::adresse_de_la_personne(personne.id), nom}}},
                      {{"bandeau", vue_du_bandeau(ecrans, lue->rencontre, lue->bandeau, ici)},
                       {"finalites", std::move(lue->finalites)},
                       {"ecrit", ecrit},
                       {"refus", tape.refus},
                       {"fautes", fautes_dites(services, tape)},
                       {"csrf", visite.qui().csrf}});
    if (tape.finalite) reponse.status = tape.refus.empty() ? 422 : 409;
    return reponse;
}

core::Result<std::vector<Faute>> recueillir(const Ecrans& ecrans, const Visite& visite,
                                            const Rencontre& rencontre, const Tape& tape) {
    const auto ou = ou_ecrire(rencontre);
    if (!ou) return core::refuse(core::Reason::forbidden, "dui.etablissement_interdit");
    const auto reponse = core::named<Reponse>(tape.reponse);
    const auto le = core::Date::parse(tape.le);
    std::vector<Faute> fautes;
    if (!reponse) fautes.push_back({"reponse", "consentement.reponse"});
    if (!le) fautes.push_back({"le", "consentement.jour"});
    if (!fautes.empty()) return fautes;
    return visite.base.write([&](Writer& db) {
        return consentement::recueillir(
            db, rencontre.qui, rencontre::maintenant(ecrans),
            {*ou,
             rencontre.personne.id,
             tape.vue,
             {.finalite = *tape.finalite,
              .reponse = *reponse,
              .aupres = core::named<Aupres>(tape.aupres).value_or(Aupres::personne),
              .forme = core::named<Forme>(tape.forme).value_or(Forme::ecrit),
              .le = *le,
              .note = tape.note}});
    });
}

http::Response ecrire(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const auto rencontre = visite.base.read(
        [&](Reader& db) { return rencontrer(ecrans, db, visite, visite.requete.path("id")); });
    if (!rencontre) return dui::refuser(ecrans.services, rencontre.error());
    const auto champ = [&](const char* nom) { return std::string{envoi.valeur(nom)}; };
    Tape tape{.finalite = core::named<Finalite>(envoi.valeur("finalite")),
              .vue = core::integer<std::int64_t>(envoi.valeur("version")).value_or(0),
              .reponse = champ("reponse"),
              .aupres = champ("aupres"),
              .forme = champ("forme"),
              .le = champ("le"),
              .note = champ("note")};
    if (!tape.finalite)
        return dui::refuser(ecrans.services,
                            core::refuse(core::Reason::invalid, "consentement.finalite_inconnue"));
    auto fait = recueillir(ecrans, visite, *rencontre, tape);
    if (fait && fait->empty())
        return http::Response::see_other(dui::adresse_sous(ici, rencontre->personne.id) + "#" +
                                         std::string{core::name_of(*tape.finalite)});
    if (fait)
        tape.fautes = *std::move(fait);
    else
        tape.refus = ecrans.services.phrases.dire(fait.error());
    return afficher(ecrans, visite, tape);
}

}  // namespace

void ajouter_consentements(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/consentements/{id...}",
                       .resume = "Ce que la personne accepte ou refuse",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return afficher(ecrans, visite, {}); }});
    rencontre::ajouter_envoi(ecrans,
                             {.chemin = "/consentements/{id...}",
                              .resume = "Inscrire un accord ou une opposition",
                              .permission = access::Permission::dossier_usager_ecrire,
                              .action = [&](Visite& visite) { return ecrire(ecrans, visite); }},
                             envoi_au_plus);
}

}  // namespace grappe::regard
