// GET of what the applicant wrote: the deposited version beside the corrected one.
#include <algorithm>

#include "portail/bureau/comparaison.hpp"
#include "portail/bureau/ecran.hpp"
#include "portail/instruction/examen.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/pages/lieu.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::bureau {
namespace {

using garde::Visite;
using page::Vue;

struct Textes {
    std::string numero;
    bool corrige;
    std::string avant, apres;
};

core::Result<Textes> lire(const Bureau& bureau, const Visite& visite) {
    const auto id = visite.requete.path("id");
    return visite.base.read([&](storage::Reader& db) -> core::Result<Textes> {
        const auto examen =
            instruction::lire_examen(db, reception::demandeur(visite), id, bureau.portail.moyens);
        if (!examen) return examen.error();
        return Textes{.numero = examen->depot.numero,
                      .corrige = examen->corrige(),
                      .avant = teleservice::contenu(db, id, examen->depot.version).value_or(""),
                      .apres = examen->etat.contenu.texte()};
    });
}

Vue::Liste vues_des_mots(const std::vector<Morceau>& morceaux, Genre tu) {
    Vue::Liste vues;
    for (const auto& morceau : morceaux)
        if (morceau.genre != tu)
            vues.push_back(Vue{{"texte", morceau.texte},
                               {"ote", morceau.genre == Genre::ote},
                               {"ajoute", morceau.genre == Genre::ajoute}});
    return vues;
}

Vue vue_du_champ(const Bureau& bureau, const Champ& champ) {
    const auto libelle = pages::nom_du_champ(bureau.services.phrases, champ.chemin);
    return {{"libelle", libelle},
            {"chemin", champ.chemin},
            {"change", champ.change()},
            {"avant", champ.avant},
            {"apres", champ.apres},
            {"mots_avant", vues_des_mots(champ.mots, Genre::ajoute)},
            {"mots_apres", vues_des_mots(champ.mots, Genre::ote)}};
}

http::Response montrer(const Bureau& bureau, Visite& visite) {
    const auto textes = lire(bureau, visite);
    if (!textes) return refuser(bureau, visite, textes.error());
    Vue::Liste changes, pareils;
    for (const auto& champ : comparer(textes->avant, textes->apres))
        (champ.change() ? changes : pareils).push_back(vue_du_champ(bureau, champ));
    const auto nombre = static_cast<std::int64_t>(changes.size());
    const auto retour = "/bureau/dossiers/" + std::string{visite.requete.path("id")};
    Vue vue{{"corrige", textes->corrige},
            {"changes_mots",
             pages::dire(bureau.services, "bureau.versions.changes", {{"nombre", nombre}})},
            {"a_des_changes", nombre > 0},
            {"changes", std::move(changes)},
            {"pareils", std::move(pareils)}};
    return pages::repondre(
        bureau.services,
        {.gabarit = "bureau_versions",
         .titre = pages::dire(bureau.services, "bureau.titre.versions"),
         .rubrique = "/bureau",
         .fil = {pages::etape(bureau.services, "/bureau"), {retour, textes->numero}}},
        std::move(vue));
}

}  // namespace

void ajouter_versions(const Bureau& bureau) {
    ajouter_lecture(bureau, {.chemin = "/bureau/dossiers/{id}/versions",
                             .resume = "Le contenu déposé et le contenu corrigé",
                             .permission = access::Permission::note_lire,
                             .action = [&](Visite& visite) { return montrer(bureau, visite); }});
}

}  // namespace grappe::bureau
