// GET /bureau: the inbox; POST of what an account chooses to see there.
#include <algorithm>

#include "core/integer.hpp"
#include "portail/bureau/boite_vue.hpp"
#include "portail/pages/cadre.hpp"

namespace grappe::bureau {
namespace {

using access::Permission;
using garde::Visite;

template <class E>
void lire_nom(const std::string& texte, E& lu) {
    if (const auto nomme = core::named<E>(texte)) lu = *nomme;
}

int numero_de_page(const std::string& texte) {
    return std::max(1, core::integer<int>(texte).value_or(1));
}

instruction::Filtre filtre_de(const Demande& demande, const std::string& moi,
                              std::vector<std::string>& illisibles) {
    instruction::Filtre filtre{
        .appel = demande.appel,
        .instructeur = demande.instructeur == "moi" ? moi : demande.instructeur,
        .page = numero_de_page(demande.page)};
    filtre.statut = core::named<teleservice::Statut>(demande.statut);
    lire_nom(demande.tri, filtre.tri);
    lire_nom(demande.sens, filtre.sens);
    illisibles = appliquer(filtre, {demande.q, moi});
    return filtre;
}

Boite lire(const Bureau& bureau, const Visite& visite) {
    const auto& acteur = visite.qui().acteur;
    auto demande = Demande::de(visite);
    std::vector<std::string> illisibles;
    const auto filtre = filtre_de(demande, acteur.compte, illisibles);
    return visite.base.read([&](storage::Reader& db) {
        const auto tableau = bureau.tableau.a_jour(db);
        return Boite{.demande = std::move(demande),
                     .filtre = filtre,
                     .illisibles = std::move(illisibles),
                     .liste = instruction::lister(db, *tableau, acteur, filtre),
                     .comptes = instruction::comptes_par_statut(*tableau, acteur),
                     .reglages = reglages_de(db, acteur.compte),
                     .noms = Noms{instruction::personnes_du_guichet(db, acteur)},
                     .attentes = messagerie::attentes(db, acteur),
                     .delais = instruction::delais_du_guichet(db, acteur.guichet()),
                     .portages = instruction::dossiers_au_national(db, acteur)};
    });
}

// What an act on several dossiers just did; of the address nothing is shown but its number.
std::string fait_du_lot(const Bureau& bureau, const Visite& visite) {
    const auto faits = core::integer<int>(visite.requete.query("faits").value_or(""));
    if (!faits || *faits < 0) return {};
    return mots_du_lot(bureau, visite.requete.query("fait").value_or(""), *faits);
}

http::Response montrer(const Bureau& bureau, Visite& visite) {
    const auto boite = lire(bureau, visite);
    auto vue = vue_de_la_boite(bureau, visite, boite);
    vue.ajouter("fait", fait_du_lot(bureau, visite));
    return pages::repondre(bureau.services,
                           {.gabarit = "bureau_boite",
                            .titre = pages::dire(bureau.services, "bureau.titre.boite"),
                            .rubrique = "/bureau"},
                           std::move(vue));
}

http::Response choisir_les_colonnes(Visite& visite) {
    const auto saisie = lire_envoi(visite);
    std::vector<Colonne> colonnes;
    for (const auto nom : saisie.valeurs("colonne"))
        if (const auto colonne = core::named<Colonne>(nom)) colonnes.push_back(*colonne);
    (void)visite.base.write([&](storage::Writer& db) -> core::Result<void> {
        garder_les_colonnes(db, visite.qui().acteur.compte, colonnes);
        return {};
    });
    return http::Response::see_other(retour(saisie));
}

http::Response choisir_un_filtre(Visite& visite) {
    constexpr std::size_t nom_max = 60;
    const auto saisie = lire_envoi(visite);
    const auto adresse = retour(saisie);
    const auto nom = instruction::lire_texte(saisie.valeur("nom"));
    if (nom && nom->size() <= nom_max)
        (void)visite.base.write([&](storage::Writer& db) -> core::Result<void> {
            const auto ote = saisie.contient("oter");
            garder_un_filtre(db, visite.qui().acteur.compte,
                             {*nom, ote ? std::string{} : adresse.substr(7)});
            return {};
        });
    return http::Response::see_other(adresse);
}

}  // namespace

void ajouter_boite(const Bureau& bureau) {
    ajouter_lecture(bureau, {.chemin = "/bureau",
                             .resume = "Les dossiers d'un guichet",
                             .permission = Permission::note_lire,
                             .action = [&](Visite& visite) { return montrer(bureau, visite); }});
    ajouter_envoi(bureau, {.chemin = "/bureau/colonnes",
                           .resume = "Les colonnes de la liste",
                           .permission = Permission::note_lire,
                           .action = choisir_les_colonnes});
    ajouter_envoi(bureau, {.chemin = "/bureau/filtres",
                           .resume = "Une recherche gardée",
                           .permission = Permission::note_lire,
                           .action = choisir_un_filtre});
}

}  // namespace grappe::bureau
