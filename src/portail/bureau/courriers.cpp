// GET and POST of the models of letters, of every desk for an administrator, of its own for a desk:
// their words, how they would look, and the way back.
#include "access/peut.hpp"
#include "portail/bureau/ecran.hpp"
#include "portail/instruction/lettres.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/teleservice/refus_dit.hpp"

namespace grappe::bureau {
namespace {

using access::Permission;
using garde::Visite;
using instruction::GenreDeLettre, instruction::NouveauModele;
using page::Vue;

constexpr std::string_view de_tous{"/administration/courriers"}, du_guichet{"/bureau/courriers"};

// Whose models the page shows: of one desk, or of all.
struct Page {
    std::string adresse, guichet;

    bool de_tous() const { return guichet.empty(); }
};

Page page_de(const Visite& visite) {
    const auto& acteur = visite.qui().acteur;
    if (access::peut(acteur, Permission::service_administrer)) return {std::string{de_tous}, {}};
    return {std::string{du_guichet}, std::string{acteur.guichet()}};
}

std::string entre_accolades(const std::vector<std::string>& champs) {
    std::string texte;
    for (const auto& champ : champs)
        texte.append(texte.empty() ? "{" : ", {").append(champ).append("}");
    return texte;
}

// What an act became: words for its own model, which keeps what was typed.
struct Suite {
    std::optional<NouveauModele> tape{};
    std::optional<instruction::Apercu> apercu{};
    std::string fait{}, faute{};
};

// Whether its words are its own, in words.
std::string etat_de(const Bureau& bureau, const instruction::Modele& modele, const Page& page) {
    if (modele.change) return pages::dire(bureau.services, "bureau.lettre.etat.modifie");
    return pages::dire(bureau.services,
                       page.de_tous() ? "bureau.lettre.etat.origine" : "bureau.lettre.etat.commun");
}

Vue vue_du_modele(const Bureau& bureau, const instruction::Modele& modele, const Page& page,
                  const Suite& suite) {
    const auto genre = modele.genre;
    const std::string nom{core::name_of(genre)};
    const bool ici = suite.tape && suite.tape->genre == genre;
    const auto montre = [&](const std::string& texte) { return ici ? texte : std::string{}; };
    return {{"genre", nom},
            {"libelle", pages::dire(bureau.services, "bureau.lettre." + nom)},
            {"objet", ici ? suite.tape->objet : modele.objet},
            {"corps", ici ? suite.tape->corps : modele.corps},
            {"motif", ici ? suite.tape->motif : std::string{}},
            {"change", modele.change},
            {"etat", etat_de(bureau, modele, page)},
            {"ouvert", ici},
            {"obligatoires", entre_accolades(teleservice::champs_obligatoires(genre))},
            {"permis", entre_accolades(teleservice::champs_du_modele(genre))},
            {"fait", montre(suite.fait)},
            {"faute", montre(suite.faute)},
            {"apercu", ici && suite.apercu.has_value()},
            {"apercu_objet", suite.apercu ? suite.apercu->objet : std::string{}},
            {"apercu_corps", suite.apercu ? suite.apercu->corps : std::string{}}};
}

// What a porteur reads, then what a desk does.
Vue::Liste vues_des_groupes(const Bureau& bureau, Visite& visite, const Page& page,
                            const Suite& suite) {
    Vue::Liste au_porteur, au_guichet;
    visite.base.read([&](storage::Reader& db) {
        for (const auto& [genre, nom] : names(GenreDeLettre{})) {
            const auto modele =
                teleservice::modele(db, {genre, page.guichet}, bureau.services.phrases);
            (teleservice::est_lue_au_guichet(genre) ? au_guichet : au_porteur)
                .push_back(vue_du_modele(bureau, modele, page, suite));
        }
        return true;
    });
    Vue::Liste groupes;
    const auto ajouter = [&](const char* groupe, Vue::Liste modeles) {
        groupes.push_back(
            Vue{{"groupe", groupe},
                {"titre_du_groupe",
                 pages::dire(bureau.services, std::string{"bureau.lettre.groupe."} + groupe)},
                {"modeles", std::move(modeles)}});
    };
    ajouter("porteur", std::move(au_porteur));
    ajouter("guichet", std::move(au_guichet));
    return groupes;
}

http::Response montrer(const Bureau& bureau, Visite& visite, const Suite& suite, int statut) {
    const auto page = page_de(visite);
    Vue::Liste champs;
    for (const auto& champ : teleservice::champs_des_modeles())
        champs.push_back(
            Vue{{"nom", "{" + champ + "}"},
                {"libelle", pages::dire(bureau.services, "bureau.champ_de_lettre." + champ)}});
    const auto dire = [&](std::string_view code) { return pages::dire(bureau.services, code); };
    std::vector<pages::Etape> fil;
    if (!page.de_tous()) fil.push_back(pages::etape(bureau.services, "/bureau"));
    auto reponse = pages::repondre(
        bureau.services,
        {.gabarit = "bureau_courriers",
         .titre =
             dire(page.de_tous() ? "bureau.titre.courriers" : "bureau.titre.courriers_du_guichet"),
         .fil = std::move(fil)},
        Vue{{"csrf", visite.qui().csrf},
            {"adresse", page.adresse},
            {"fil_du_guichet", !page.de_tous()},
            {"portee",
             dire(page.de_tous() ? "bureau.lettre.portee.tous" : "bureau.lettre.portee.guichet")},
            {"champs", std::move(champs)},
            {"groupes", vues_des_groupes(bureau, visite, page, suite)}});
    reponse.status = statut;
    return reponse;
}

http::Response refuse(const Bureau& bureau, Visite& visite, Suite suite,
                      const core::Refusal& refus) {
    suite.faute = teleservice::dire(refus, bureau.services.phrases);
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
        return instruction::revenir_a_l_origine(
            db, reception::demandeur(visite),
            {suite.tape->genre, suite.tape->motif, suite.tape->guichet}, bureau.services.phrases);
    });
    if (!fait) return refuse(bureau, visite, std::move(suite), fait.error());
    suite.tape->objet = fait->objet;
    suite.tape->corps = fait->corps;
    suite.tape->motif.clear();
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
                                      .motif = std::string{saisie.valeur("motif")},
                                      .guichet = page_de(visite).guichet}};
    const auto acte = saisie.valeur("acte");
    if (acte == "apercu") return apercevoir(bureau, visite, std::move(suite));
    if (acte == "origine") return revenir(bureau, visite, std::move(suite));
    return enregistrer(bureau, visite, std::move(suite));
}

}  // namespace

void ajouter_courriers(const Bureau& bureau) {
    struct Adresse {
        std::string_view chemin;
        Permission permission;
    };
    for (const auto& [chemin, permission] :
         {Adresse{de_tous, Permission::service_administrer},
          Adresse{du_guichet, Permission::recevabilite_decider}}) {
        ajouter_lecture(
            bureau, {.chemin = chemin,
                     .resume = "Les modèles de courriers",
                     .permission = permission,
                     .action = [&](Visite& visite) { return montrer(bureau, visite, {}, 200); }});
        ajouter_envoi(bureau, {.chemin = chemin,
                               .resume = "Changer un modèle de courrier, en voir l'aperçu",
                               .permission = permission,
                               .action = [&](Visite& visite) { return agir(bureau, visite); }});
    }
}

}  // namespace grappe::bureau
