// GET and POST of the models of letters, for an administrator: their words, how they would look,
// and the way back to those of the program.
#include "portail/bureau/ecran.hpp"
#include "portail/instruction/lettres.hpp"
#include "portail/pages/cadre.hpp"

namespace grappe::bureau {
namespace {

using access::Permission;
using garde::Visite;
using instruction::GenreDeLettre, instruction::NouveauModele;
using page::Vue;

// What an act became: words for its own model, which keeps what was typed.
struct Suite {
    std::optional<NouveauModele> tape{};
    std::optional<instruction::Apercu> apercu{};
    std::string fait{}, faute{};
};

Vue vue_du_modele(const Bureau& bureau, storage::Reader& db, GenreDeLettre genre,
                  const Suite& suite) {
    const std::string nom{core::name_of(genre)};
    const auto modele = instruction::modele(db, genre, bureau.services.phrases);
    const bool ici = suite.tape && suite.tape->genre == genre;
    const auto montre = [&](const std::string& texte) { return ici ? texte : std::string{}; };
    return {{"genre", nom},
            {"libelle", pages::dire(bureau.services, "bureau.lettre." + nom)},
            {"objet", ici ? suite.tape->objet : modele.objet},
            {"corps", ici ? suite.tape->corps : modele.corps},
            {"motif", ici ? suite.tape->motif : std::string{}},
            {"change", modele.change},
            {"fait", montre(suite.fait)},
            {"faute", montre(suite.faute)},
            {"apercu", ici && suite.apercu.has_value()},
            {"apercu_objet", suite.apercu ? suite.apercu->objet : std::string{}},
            {"apercu_corps", suite.apercu ? suite.apercu->corps : std::string{}}};
}

http::Response montrer(const Bureau& bureau, Visite& visite, const Suite& suite, int statut) {
    Vue::Liste modeles, champs;
    visite.base.read([&](storage::Reader& db) {
        for (const auto& [genre, nom] : names(GenreDeLettre{}))
            modeles.push_back(vue_du_modele(bureau, db, genre, suite));
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
                            {"champs", std::move(champs)},
                            {"modeles", std::move(modeles)}});
    reponse.status = statut;
    return reponse;
}

http::Response refuse(const Bureau& bureau, Visite& visite, Suite suite,
                      const core::Refusal& refus) {
    suite.faute =
        pages::dire(bureau.services, refus.code, {{"detail", std::string_view{refus.detail}}});
    return montrer(bureau, visite, suite, garde::statut_de(refus.reason));
}

http::Response apercevoir(const Bureau& bureau, Visite& visite, Suite suite) {
    auto apercu = instruction::apercevoir(*suite.tape, bureau.services.phrases);
    if (!apercu) return refuse(bureau, visite, std::move(suite), apercu.error());
    suite.apercu = *std::move(apercu);
    return montrer(bureau, visite, suite, 200);
}

// The page shows again what is in place.
http::Response enregistrer(const Bureau& bureau, Visite& visite, Suite suite) {
    const auto fait = visite.base.write([&](storage::Writer& db) {
        return instruction::changer(db, reception::demandeur(visite), *suite.tape);
    });
    if (!fait) return refuse(bureau, visite, std::move(suite), fait.error());
    suite.fait = pages::dire(bureau.services, "bureau.lettre.faite");
    suite.tape->motif.clear();
    return montrer(bureau, visite, suite, 200);
}

http::Response revenir(const Bureau& bureau, Visite& visite, Suite suite) {
    const auto fait = visite.base.write([&](storage::Writer& db) {
        return instruction::revenir_a_l_origine(db, reception::demandeur(visite),
                                                {suite.tape->genre, suite.tape->motif},
                                                bureau.services.phrases);
    });
    if (!fait) return refuse(bureau, visite, std::move(suite), fait.error());
    suite.tape = NouveauModele{
        .genre = fait->genre, .objet = fait->objet, .corps = fait->corps, .motif = ""};
    suite.fait = pages::dire(bureau.services, "bureau.lettre.origine");
    return montrer(bureau, visite, suite, 200);
}

http::Response agir(const Bureau& bureau, Visite& visite) {
    const auto saisie = lire_envoi(visite);
    const auto genre = core::named<GenreDeLettre>(saisie.valeur("genre"));
    if (!genre) return montrer(bureau, visite, {}, 422);
    Suite suite{.tape = NouveauModele{.genre = *genre,
                                      .objet = std::string{saisie.valeur("objet")},
                                      .corps = std::string{saisie.valeur("corps")},
                                      .motif = std::string{saisie.valeur("motif")}}};
    const auto acte = saisie.valeur("acte");
    if (acte == "apercu") return apercevoir(bureau, visite, std::move(suite));
    if (acte == "origine") return revenir(bureau, visite, std::move(suite));
    return enregistrer(bureau, visite, std::move(suite));
}

}  // namespace

void ajouter_courriers(const Bureau& bureau) {
    ajouter_lecture(bureau,
                    {.chemin = "/administration/courriers",
                     .resume = "Les modèles de courriers",
                     .permission = Permission::service_administrer,
                     .action = [&](Visite& visite) { return montrer(bureau, visite, {}, 200); }});
    ajouter_envoi(bureau, {.chemin = "/administration/courriers",
                           .resume = "Changer un modèle de courrier, en voir l'aperçu",
                           .permission = Permission::service_administrer,
                           .action = [&](Visite& visite) { return agir(bureau, visite); }});
}

}  // namespace grappe::bureau
