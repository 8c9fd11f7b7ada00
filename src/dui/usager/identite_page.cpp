// /identites/{id}: how far an identity is trusted, how it came to be so, what may change it.
#include "core/integer.hpp"
#include "dui/acces/consultation.hpp"
#include "dui/inscription/verification.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_vue.hpp"
#include "dui/rencontre/bandeau.hpp"
#include "dui/rencontre/dits.hpp"
#include "dui/usager/routes.hpp"
#include "dui/usager/traits.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::usager {
namespace {

using dui::dire;
using garde::Visite;
using identite::Attribut, identite::Demande, identite::Exigence, identite::Motif, identite::Statut;
using page::Vue;
using rencontre::Auteurs, rencontre::instant, rencontre::maintenant, rencontre::Rencontre;
using storage::Reader, storage::Writer;

constexpr std::size_t envoi_au_plus = 16 * 1024;
constexpr const char* adresse = "/identites";

struct Lue {
    Rencontre rencontre;
    rencontre::Bandeau bandeau;
    std::vector<identite::EtapeConnue> etapes;
    inscription::Tenus tenus;
    Vue::Liste histoire{};

    const identite::Identite& ici() const { return etapes.back().etape.apres; }
};

// What was typed and refused comes back.
struct Tape {
    std::optional<inscription::Traits> traits{};
    inscription::Piece piece{};
    std::vector<Faute> fautes{};
    std::string refus{};
};

std::string mot(const dui::Services& services, std::string_view famille, std::string_view nom) {
    return dire(services, std::string{famille} + "." + std::string{nom});
}

Vue vue_de(const dui::Services& services, const identite::EtapeConnue& une, Auteurs& auteurs) {
    const auto& etape = une.etape;
    std::string vu;
    if (etape.dispositif && etape.vu_le)
        vu = dire(
            services, "dui.identite.vu",
            {{"dispositif", dispositif_dit(services, *etape.dispositif)}, {"le", *etape.vu_le}});
    return {
        {"quand", page::moment(une.connu_le.seconde(), core::paris())},
        {"quoi", mot(services, "dui.identite.acte", core::name_of(etape.acte))},
        {"etat", mot(services, "dui.identite.statut", core::name_of(etape.apres.statut))},
        {"auteur", auteurs.nom(une.auteur)},
        {"vu", vu},
        {"motif", etape.motif ? mot(services, "usager.identite.motif", core::name_of(*etape.motif))
                              : std::string{}}};
}

core::Result<Lue> lire(const Ecrans& ecrans, Reader& db, const Visite& visite,
                       std::string_view personne) {
    auto rencontre = rencontre::rencontrer(ecrans, db, visite, personne);
    if (!rencontre) return rencontre.error();
    auto etapes = identite::histoire_de(db, rencontre->personne.id, {});
    if (!etapes) return etapes.error();
    auto tenus = inscription::traits_de(db, rencontre->personne.id);
    if (!tenus) return tenus.error();
    Lue lue{*std::move(rencontre), {}, *std::move(etapes), *std::move(tenus)};
    lue.bandeau = rencontre::lire_le_bandeau(db, lue.rencontre.personne);
    Auteurs auteurs{db};
    for (const auto& une : lue.etapes)
        lue.histoire.insert(lue.histoire.begin(), vue_de(ecrans.services, une, auteurs));
    return lue;
}

// The four states, with what leads there from here.
Vue::Liste etats(const dui::Services& services, const identite::Identite& ici) {
    Vue::Liste vues;
    for (const auto& un : names(Statut{})) {
        const bool courant = un.value == ici.statut;
        vues.push_back(Vue{
            {"nom", mot(services, "dui.identite.statut", un.name)},
            {"sens", mot(services, "usager.identite.sens", un.name)},
            {"courant", courant},
            {"chemin", courant ? std::string{}
                               : dire(services, identite::code_du_passage(ici.statut, un.value))}});
    }
    return vues;
}

// The states that a device seen, or a reason, leads to; INSi is asked by no page yet.
std::vector<Statut> menes_par(const identite::Identite& ici,
                              std::initializer_list<Exigence> exigences) {
    std::vector<Statut> vers;
    for (const auto& un : names(Statut{}))
        for (const auto exigence : exigences)
            if (identite::exigence(ici.statut, un.value) == exigence) vers.push_back(un.value);
    return vers;
}

Vue::Liste attributs(const dui::Services& services, const identite::Identite& ici) {
    Vue::Liste vues;
    for (const auto& un : names(Attribut{}))
        vues.push_back(Vue{{"code", un.name},
                           {"nom", mot(services, "usager.identite.attribut", un.name)},
                           {"sens", mot(services, "identite.attribut", un.name)},
                           {"porte", ici.attributs.porte(un.value)}});
    return vues;
}

Vue::Liste motifs(const dui::Services& services, const std::vector<Statut>& vers) {
    Vue::Liste vues;
    const auto ajouter = [&](Statut statut, std::string_view motif) {
        vues.push_back(
            Vue{{"code", std::string{core::name_of(statut)} + ":" + std::string{motif}},
                {"nom", dire(services, "usager.identite.abaisser",
                             {{"etat", mot(services, "dui.identite.statut", core::name_of(statut))},
                              {"motif", mot(services, "usager.identite.motif", motif)}})}});
    };
    for (const auto statut : vers)
        for (const auto& un : names(Motif{}))
            if (statut == Statut::provisoire || un.value == Motif::ins_retiree)
                ajouter(statut, un.name);
    return vues;
}

http::Response afficher(const Ecrans& ecrans, const Visite& visite, std::string_view personne,
                        const Tape& tape) {
    auto lue = visite.base.read([&](Reader& db) { return lire(ecrans, db, visite, personne); });
    const auto& services = ecrans.services;
    if (!lue) return dui::refuser(services, lue.error());
    const auto& elle = lue->rencontre.personne;
    acces::consigner_un_dossier(visite.base, {visite.qui().acteur.compte, instant(ecrans)},
                                elle.id);
    const auto& ici = lue->ici();
    const auto matricule = identite::a_emettre(ici);
    const auto par_dispositif = menes_par(ici, {Exigence::dispositif});
    const auto plus_bas = menes_par(ici, {Exigence::motif, Exigence::retrait_de_l_ins});
    const auto nom = rencontre::nom_de(elle);
    return dui::repondre(
        services,
        {.gabarit = "identite",
         .titre = dire(services, "usager.titre.identite"),
         .rubrique = "/personnes",
         .fil = {{"/personnes", dire(services, "annuaire.titre")},
                 {rencontre::adresse_de_la_personne(elle.id), nom}}},
        {{"bandeau", rencontre::vue_du_bandeau(ecrans, lue->rencontre, lue->bandeau, adresse)},
         {"personne", elle.id},
         {"version", lue->tenus.version},
         {"etats", etats(services, ici)},
         {"qualifiee", matricule.has_value()},
         {"numero", matricule ? matricule->numero : std::string{}},
         {"oid", matricule ? std::string{core::name_of(*matricule->autorite)} : std::string{}},
         {"retenus", matricule ? std::string{} : services.phrases.dire(matricule.error())},
         {"verifie", inscription::peut_verifier(lue->rencontre.qui, lue->rencontre.etablissements)},
         {"attributs", attributs(services, ici)},
         {"par_dispositif", !par_dispositif.empty()},
         {"vers", par_dispositif.empty() ? std::string{}
                                         : std::string{core::name_of(par_dispositif.front())}},
         {"piece", champs_de_la_piece(services, tape.piece, tape.fautes, usager::Demande::requise)},
         {"plus_bas", !plus_bas.empty()},
         {"motifs", motifs(services, plus_bas)},
         {"traits",
          champs_des_traits(services, tape.traits ? *tape.traits : lue->tenus.traits, tape.fautes)},
         {"corrige", tape.traits.has_value()},
         {"histoire", std::move(lue->histoire)},
         {"refus", tape.refus},
         {"fautes", fautes_dites(services, tape.fautes)},
         {"csrf", visite.qui().csrf}});
}

// Runs an act about the person of the form; what is refused shows the page again.
template <class Faire>
http::Response agir(const Ecrans& ecrans, Visite& visite, const page::Formulaire& envoi,
                    Faire faire) {
    const auto personne = envoi.valeur("personne");
    const auto elle = visite.base.read(
        [&](Reader& db) { return rencontre::rencontrer(ecrans, db, visite, personne); });
    if (!elle) return dui::refuser(ecrans.services, elle.error());
    const inscription::Geste geste{elle->qui, maintenant(ecrans)};
    if (!inscription::peut_verifier(elle->qui, elle->etablissements))
        return dui::refuser(ecrans.services,
                            core::refuse(core::Reason::forbidden, "dui.etablissement_interdit"));
    Tape tape;
    const core::Result<void> fait = visite.base.write([&](Writer& db) -> core::Result<void> {
        return faire(db, geste, inscription::Elle{elle->personne.id, elle->etablissements}, tape);
    });
    if (fait && tape.fautes.empty())
        return http::Response::see_other(dui::adresse_sous(adresse, elle->personne.id));
    if (!fait) tape.refus = ecrans.services.phrases.dire(fait.error());
    auto reponse = afficher(ecrans, visite, personne, tape);
    constexpr int fautif = 422;
    reponse.status = fait ? fautif : garde::statut_de(fait.error().reason);
    return reponse;
}

core::Result<void> issue(const core::Result<identite::Identite>& apres) {
    if (!apres) return apres.error();
    return {};
}

http::Response passer(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    return agir(
        ecrans, visite, envoi, [&](Writer& db, const auto& geste, const auto& elle, Tape& tape) {
            tape.piece = {std::string{envoi.valeur("dispositif")},
                          std::string{envoi.valeur("vu_le")}};
            const auto dit = envoi.valeur("vers");
            const auto deux_points = dit.find(':');
            Demande demande{
                .vers =
                    core::named<Statut>(dit.substr(0, deux_points)).value_or(Statut::provisoire),
                .insi = {},
                .vu = {},
                .motif = {}};
            if (deux_points != std::string_view::npos) {
                demande.motif = core::named<Motif>(dit.substr(deux_points + 1));
                return issue(inscription::changer(db, geste, elle, demande));
            }
            const auto dispositif = core::named<identite::Dispositif>(tape.piece.dispositif);
            const auto le = core::Date::parse(tape.piece.vu_le);
            if (!dispositif) tape.fautes.push_back({"dispositif", "inscription.dispositif"});
            if (!le) tape.fautes.push_back({"vu_le", "inscription.vu_le"});
            if (!tape.fautes.empty()) return core::Result<void>{};
            demande.vu = identite::Vu{*dispositif, *le, geste.qui.acteur.compte};
            return issue(inscription::changer(db, geste, elle, demande));
        });
}

http::Response marquer(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    return agir(ecrans, visite, envoi,
                [&](Writer& db, const auto& geste, const auto& elle, Tape&) -> core::Result<void> {
                    const auto attribut = core::named<Attribut>(envoi.valeur("attribut"));
                    if (!attribut)
                        return core::refuse(core::Reason::invalid, "identite.attribut_absent");
                    return issue(envoi.valeur("acte") == "lever"
                                     ? inscription::lever(db, geste, elle, *attribut)
                                     : inscription::poser(db, geste, elle, *attribut));
                });
}

http::Response corriger(const Ecrans& ecrans, Visite& visite) {
    const auto envoi = garde::lire_envoi(visite);
    return agir(
        ecrans, visite, envoi,
        [&](Writer& db, const auto& geste, const auto& elle, Tape& tape) -> core::Result<void> {
            tape.traits = traits_tapes(envoi);
            const auto vue = core::integer<std::int64_t>(envoi.valeur("version")).value_or(0);
            const auto fautes =
                inscription::corriger(db, geste, {elle.personne, vue, *tape.traits});
            if (!fautes) return fautes.error();
            tape.fautes = en_fautes(*fautes);
            return {};
        });
}

}  // namespace

void ajouter_identite(const Ecrans& ecrans) {
    dui::ajouter_page(ecrans.services,
                      {.chemin = "/identites/{id...}",
                       .resume = "L'identité d'une personne, ce qui l'a faite et ce qui la change",
                       .permission = access::Permission::dossier_usager_lire,
                       .action = [&](Visite& visite) {
                           return afficher(ecrans, visite, visite.requete.path("id"), {});
                       }});
    const auto ajouter = [&](const char* chemin, const char* resume,
                             http::Response (*acte)(const Ecrans&, Visite&)) {
        rencontre::ajouter_envoi(
            ecrans,
            {.chemin = chemin,
             .resume = resume,
             .permission = access::Permission::identite_verifier,
             .action = [&ecrans, acte](Visite& visite) { return acte(ecrans, visite); }},
            envoi_au_plus);
    };
    ajouter("/identites/passage", "Changer l'état d'une identité", passer);
    ajouter("/identites/attribut", "Poser ou lever un attribut d'une identité", marquer);
    ajouter("/identites/traits", "Corriger les traits d'une personne", corriger);
}

}  // namespace grappe::usager
