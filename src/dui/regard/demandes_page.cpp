// /demandes/{id}: what the person asks of her data, when it must be answered, what was.
#include <algorithm>

#include "core/integer.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/demande/registre.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/regard/demande_vue.hpp"
#include "dui/rencontre/bandeau.hpp"
#include "secret/hasard.hpp"

namespace grappe::regard {
namespace {

using demande::Demande, demande::Faute, demande::Issue, demande::Objet, demande::Par;
using dui::dire;
using garde::Visite;
using page::Vue;
using rencontre::Auteurs, rencontre::instant, rencontre::Rencontre, rencontre::rencontrer;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 16 * 1024, montrees = 100;
constexpr std::string_view ici = "/demandes";

// What a form said and was refused. `id`: of the demand that it is about, or of the new one.
struct Tape {
    std::string acte{}, id{}, version{}, objet{}, par{}, jour{}, texte{}, issue{};
    std::vector<Faute> fautes{};
    std::string refus{};

    bool refuse() const { return !fautes.empty() || !refus.empty(); }
    bool de(std::string_view celui_ci, std::string_view une) const {
        return acte == celui_ci && id == une;
    }
};

Vue::Liste fautes_dites(const dui::Services& services, const Tape& tape) {
    Vue::Liste vues;
    for (const auto& une : tape.fautes)
        vues.push_back(Vue{{"phrase", dire(services, une.code)},
                           {"champ", tape.acte + "-" + une.chemin +
                                         (tape.acte == "inscrire" ? "" : "-" + tape.id)}});
    return vues;
}

Vue vue_de(const Ecrans& ecrans, Auteurs& auteurs, const demande::Inscrite& une, const Tape& tape) {
    const auto& services = ecrans.services;
    const auto& element = une.version.element;
    auto vue = demande_dite(ecrans, une.demande);
    const bool ouverte = !une.demande.reponse;
    const bool repond = tape.de("repondre", element.id),
               prolonge = tape.de("prolonger", element.id);
    vue.ajouter("id", element.id);
    vue.ajouter("version", une.version.version);
    vue.ajouter("ouverte", ouverte);
    vue.ajouter("prolongeable", ouverte && !une.demande.prolongation &&
                                    demande::terme_de(une.demande.objet).prolongation.has_value());
    vue.ajouter("auteur", auteurs.nom(une.auteur));
    vue.ajouter("repond", repond);
    vue.ajouter("prolonge", prolonge);
    vue.ajouter("issues", choix<Issue>(services, "issue", repond ? tape.issue : ""));
    vue.ajouter("jour", repond ? tape.jour : core::paris().day_of(instant(ecrans)).text());
    vue.ajouter("reponse_tapee", repond ? tape.texte : std::string{});
    vue.ajouter("motif_tape", prolonge ? tape.texte : std::string{});
    return vue;
}

struct Lue {
    Rencontre rencontre;
    rencontre::Bandeau bandeau;
    Vue::Liste demandes;
    bool lit = false;
};

core::Result<Lue> lire(const Ecrans& ecrans, Reader& db, const Visite& visite, const Tape& tape) {
    auto rencontre = rencontrer(ecrans, db, visite, visite.requete.path("id"));
    if (!rencontre) return rencontre.error();
    Lue lue{.rencontre = *std::move(rencontre)};
    lue.bandeau = rencontre::lire_le_bandeau(db, lue.rencontre.personne);
    lue.lit = lue.rencontre.qui.lit(partage::Classe::administratif);
    if (!lue.lit) return lue;
    Auteurs auteurs{db};
    for (const auto& une : demande::demandes_de(db, lue.rencontre.personne.id, montrees))
        lue.demandes.push_back(vue_de(ecrans, auteurs, une, tape));
    return lue;
}

// The first establishment of hers where one writes; nothing: none.
std::optional<core::Finess> ou_ecrire(const Rencontre& rencontre) {
    for (const auto& ou : rencontre.etablissements)
        if (rencontre.qui.peut_a(access::Permission::dossier_usager_ecrire, ou))
            return core::Finess::parse(ou).value();
    return std::nullopt;
}

Vue nouvelle(const Ecrans& ecrans, const Tape& tape) {
    const auto& services = ecrans.services;
    const bool tapee = tape.acte == "inscrire";
    return {{"id", tapee ? tape.id : secret::identifiant()},
            {"ouvert", tapee},
            {"objets", choix<Objet>(services, "objet", tapee ? tape.objet : "")},
            {"par", choix<Par>(services, "par", tapee ? tape.par : "personne")},
            {"jour", tapee ? tape.jour : core::paris().day_of(instant(ecrans)).text()},
            {"texte", tapee ? tape.texte : std::string{}}};
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
    const bool vide = lue->demandes.empty();
    auto reponse =
        dui::repondre(services,
                      {.gabarit = "demandes",
                       .titre = dire(services, "demande.titre", {{"nom", nom}}),
                       .rubrique = "/equipe",
                       .fil = {{"/equipe", dire(services, "quotidien.titre.equipe")},
                               {rencontre::adresse_de_la_personne(personne.id), nom}}},
                      {{"bandeau", vue_du_bandeau(ecrans, lue->rencontre, lue->bandeau, ici)},
                       {"demandes", std::move(lue->demandes)},
                       {"lit", lue->lit},
                       {"vide", vide},
                       {"ecrit", ecrit},
                       {"nouvelle", nouvelle(ecrans, tape)},
                       {"refus", tape.refus},
                       {"fautes", fautes_dites(services, tape)},
                       {"csrf", visite.qui().csrf}});
    if (tape.refuse()) reponse.status = tape.refus.empty() ? 422 : 409;
    return reponse;
}

using Fait = core::Result<std::vector<Faute>>;

Fait inscrire(Writer& db, const demande::Geste& geste, const Rencontre& rencontre,
              const Tape& tape) {
    const auto ou = ou_ecrire(rencontre);
    if (!ou) return core::refuse(core::Reason::forbidden, "dui.etablissement_interdit");
    const auto objet = core::named<Objet>(tape.objet);
    const auto jour = core::Date::parse(tape.jour);
    std::vector<Faute> fautes;
    if (!objet) fautes.push_back({"objet", "demande.objet"});
    if (!jour) fautes.push_back({"recue_le", "demande.jour"});
    if (!fautes.empty()) return fautes;
    return demande::inscrire(db, geste,
                             {tape.id,
                              *ou,
                              rencontre.personne.id,
                              {.objet = *objet,
                               .par = core::named<Par>(tape.par).value_or(Par::personne),
                               .recue_le = *jour,
                               .texte = tape.texte}});
}

Fait repondre(Writer& db, const demande::Geste& geste, const demande::Visee& visee,
              const Tape& tape) {
    const auto issue = core::named<Issue>(tape.issue);
    const auto jour = core::Date::parse(tape.jour);
    std::vector<Faute> fautes;
    if (!issue) fautes.push_back({"issue", "demande.issue"});
    if (!jour) fautes.push_back({"le", "demande.jour"});
    if (!fautes.empty()) return fautes;
    return demande::repondre(db, geste, visee, {*jour, *issue, tape.texte});
}

// One that is of another person's record is none of this page.
bool est_de(Reader& db, const Rencontre& rencontre, std::string_view id) {
    const auto toutes = demande::demandes_de(db, rencontre.personne.id, montrees);
    return std::ranges::any_of(toutes,
                               [&](const auto& une) { return une.version.element.id == id; });
}

Fait faire(const Ecrans& ecrans, Writer& db, const Rencontre& rencontre, const Tape& tape) {
    const demande::Geste geste{rencontre.qui, rencontre::maintenant(ecrans)};
    if (tape.acte == "inscrire") return inscrire(db, geste, rencontre, tape);
    const demande::Visee visee{tape.id, core::integer<std::int64_t>(tape.version).value_or(0)};
    if (!est_de(db, rencontre, tape.id))
        return core::refuse(core::Reason::not_found, "demande.inconnue");
    if (tape.acte == "prolonger") return demande::prolonger(db, geste, visee, tape.texte);
    if (tape.acte == "repondre") return repondre(db, geste, visee, tape);
    return core::refuse(core::Reason::invalid, "demande.acte");
}

http::Response ecrire(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    const auto rencontre = visite.base.read(
        [&](Reader& db) { return rencontrer(ecrans, db, visite, visite.requete.path("id")); });
    if (!rencontre) return dui::refuser(ecrans.services, rencontre.error());
    const auto champ = [&](const char* nom) { return std::string{envoi.valeur(nom)}; };
    Tape tape{.acte = champ("acte"),
              .id = champ("id"),
              .version = champ("version"),
              .objet = champ("objet"),
              .par = champ("par"),
              .jour = champ("jour"),
              .texte = champ("texte"),
              .issue = champ("issue")};
    auto fait = visite.base.write([&](Writer& db) { return faire(ecrans, db, *rencontre, tape); });
    if (fait && fait->empty())
        return http::Response::see_other(dui::adresse_sous(ici, rencontre->personne.id) + "#d-" +
                                         tape.id);
    if (fait)
        tape.fautes = *std::move(fait);
    else
        tape.refus = ecrans.services.phrases.dire(fait.error());
    return afficher(ecrans, visite, tape);
}

}  // namespace

void ajouter_demandes(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/demandes/{id...}",
                       .resume = "Ce que la personne demande de ses données",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) { return afficher(ecrans, visite, {}); }});
    rencontre::ajouter_envoi(ecrans,
                             {.chemin = "/demandes/{id...}",
                              .resume = "Inscrire une demande, la prolonger, y répondre",
                              .permission = access::Permission::dossier_usager_ecrire,
                              .action = [&](Visite& visite) { return ecrire(ecrans, visite); }},
                             envoi_au_plus);
}

}  // namespace grappe::regard
