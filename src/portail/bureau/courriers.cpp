// GET and POST of the models of letters, for an administrator.
#include "portail/bureau/ecran.hpp"
#include "portail/instruction/lettres.hpp"
#include "portail/pages/cadre.hpp"

namespace grappe::bureau {
namespace {

using access::Permission;
using garde::Visite;
using instruction::GenreDeLettre;
using page::Vue;

struct Message {
    std::string fait{}, faute{};
};

http::Response montrer(const Bureau& bureau, Visite& visite, const Message& message, int statut) {
    Vue::Liste modeles, champs;
    visite.base.read([&](storage::Reader& db) {
        for (const auto& [genre, nom] : names(GenreDeLettre{})) {
            const auto modele = instruction::modele(db, genre, bureau.services.phrases);
            modeles.push_back(
                Vue{{"genre", nom},
                    {"libelle", pages::dire(bureau.services, "bureau.lettre." + std::string{nom})},
                    {"objet", modele.objet},
                    {"corps", modele.corps},
                    {"version", modele.version}});
        }
        return true;
    });
    for (const auto& champ : instruction::champs_des_modeles())
        champs.push_back(
            Vue{{"nom", "{" + champ + "}"},
                {"libelle", pages::dire(bureau.services, "bureau.champ_de_lettre." + champ)}});
    auto reponse =
        pages::repondre(bureau.services,
                        {.gabarit = "bureau_courriers",
                         .titre = pages::dire(bureau.services, "bureau.titre.courriers")},
                        Vue{{"csrf", visite.qui().csrf},
                            {"fait", message.fait},
                            {"faute", message.faute},
                            {"champs", std::move(champs)},
                            {"modeles", std::move(modeles)}});
    reponse.status = statut;
    return reponse;
}

http::Response changer(const Bureau& bureau, Visite& visite) {
    const auto saisie = lire_envoi(visite);
    const auto genre = core::named<GenreDeLettre>(saisie.valeur("genre"));
    if (!genre) return montrer(bureau, visite, {}, 422);
    const auto fait = visite.base.write([&](storage::Writer& db) {
        return instruction::changer(db, reception::demandeur(visite),
                                    {.genre = *genre,
                                     .objet = std::string{saisie.valeur("objet")},
                                     .corps = std::string{saisie.valeur("corps")}});
    });
    if (fait)
        return montrer(bureau, visite,
                       {.fait = pages::dire(bureau.services, "bureau.lettre.faite")}, 200);
    return montrer(bureau, visite,
                   {.faute = pages::dire(bureau.services, fait.error().code,
                                         {{"detail", std::string_view{fait.error().detail}}})},
                   garde::statut_de(fait.error().reason));
}

}  // namespace

void ajouter_courriers(const Bureau& bureau) {
    ajouter_lecture(bureau,
                    {.chemin = "/administration/courriers",
                     .resume = "Les modèles de courriers",
                     .permission = Permission::service_administrer,
                     .action = [&](Visite& visite) { return montrer(bureau, visite, {}, 200); }});
    ajouter_envoi(bureau, {.chemin = "/administration/courriers",
                           .resume = "Changer un modèle de courrier",
                           .permission = Permission::service_administrer,
                           .action = [&](Visite& visite) { return changer(bureau, visite); }});
}

}  // namespace grappe::bureau
