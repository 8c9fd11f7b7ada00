// A unit is an element of the establishment, a place an element that belongs to a unit.
#include "dui/unite/unite.hpp"

#include <algorithm>

#include "audit/journal.hpp"
#include "core/integer.hpp"
#include "core/texte.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/lecture/contenu.hpp"
#include "secret/hasard.hpp"

namespace grappe::unite {
namespace {

using element::Element, element::Etat, element::Genre;

constexpr std::size_t unites_au_plus = 500;  // of an establishment

Unite unite_lue(const element::Version& version) {
    auto textes = lecture::textes_du_contenu(version.element.contenu);
    return {version.element.id, textes["nom"], version.version,
            core::integer<int>(textes["places"])};
}

std::string contenu_de(const std::string& nom, std::optional<int> places) {
    return lecture::en_contenu(
        {{"nom", nom}, {"places", places ? std::to_string(*places) : std::string{}}});
}

std::string id_de_la_place(std::string_view finess_et, std::string_view personne) {
    return "place:" + std::string{finess_et} + ":" + std::string{personne};
}

bool est_une_unite(storage::Reader& db, const core::Finess& finess_et, std::string_view id) {
    const auto version = element::derniere(db, id);
    return version && version->element.genre == Genre::unite &&
           version->element.etat == Etat::actif && version->element.finess_et == finess_et;
}

bool peut_ecrire(const acces::Professionnel& qui, const core::Finess& finess_et) {
    return qui.peut_a(access::Permission::dossier_usager_ecrire, finess_et.text());
}

void noter(storage::Writer& db, const element::Geste& geste, const char* acte, const Element& un) {
    const auto objet =
        un.personne.empty() ? "etablissement:" + un.finess_et.text() : "personne:" + un.personne;
    audit::noter(db, {.acteur = geste.auteur, .acte = acte, .objet = objet, .detail = un.id},
                 geste.maintenant.seconde());
}

core::Refusal interdit() {
    return core::refuse(core::Reason::forbidden, "dui.etablissement_interdit");
}

// A name that no other unit of the establishment has.
core::Result<std::string> nom_libre(storage::Reader& db, const core::Finess& finess_et,
                                    std::string_view dit, std::string_view id) {
    std::string nom{core::trimmed(dit)};
    if (nom.empty()) return core::refuse(core::Reason::invalid, "unite.nom_vide");
    if (core::caracteres(nom) > nom_au_plus)
        return core::refuse(core::Reason::invalid, "unite.nom_long");
    for (const auto& une : unites_de(db, finess_et.text()))
        if (une.id != id && core::fold(une.nom) == core::fold(nom))
            return core::refuse(core::Reason::conflict, "unite.deja", une.nom);
    return nom;
}

}  // namespace

std::vector<Unite> unites_de(storage::Reader& db, std::string_view finess_et) {
    std::vector<Unite> unites;
    for (const auto& une : element::du_lieu(db, {finess_et, Genre::unite, unites_au_plus}))
        if (une.element.etat == Etat::actif) unites.push_back(unite_lue(une));
    std::sort(unites.begin(), unites.end(), [](const Unite& une, const Unite& autre) {
        return std::pair{core::fold(une.nom), une.id} < std::pair{core::fold(autre.nom), autre.id};
    });
    return unites;
}

core::Result<Unite> ouvrir(storage::Writer& db, const acces::Professionnel& qui,
                           const element::Geste& geste, const Nouvelle& nouvelle) {
    if (!peut_ecrire(qui, nouvelle.finess_et)) return interdit();
    const auto nom = nom_libre(db, nouvelle.finess_et, nouvelle.nom, {});
    if (!nom) return nom.error();
    const auto ecrite = element::ecrire(db, geste,
                                        {{.id = secret::identifiant(),
                                          .genre = Genre::unite,
                                          .classe = partage::Classe::administratif,
                                          .finess_et = nouvelle.finess_et,
                                          .personne = {},
                                          .lie_a = {},
                                          .debut = geste.maintenant.seconde(),
                                          .fin = {},
                                          .contenu = contenu_de(*nom, nouvelle.places)}});
    if (!ecrite) return ecrite.error();
    noter(db, geste, "unite.ouvrir", ecrite->element);
    return unite_lue(*ecrite);
}

core::Result<Unite> modifier(storage::Writer& db, const acces::Professionnel& qui,
                             const element::Geste& geste, const Changement& changement) {
    if (!peut_ecrire(qui, changement.finess_et)) return interdit();
    if (!est_une_unite(db, changement.finess_et, changement.id))
        return core::refuse(core::Reason::not_found, "unite.inconnue");
    const auto nom = nom_libre(db, changement.finess_et, changement.nom, changement.id);
    if (!nom) return nom.error();
    const auto avant = element::derniere(db, changement.id).value();
    auto un = avant.element;
    un.contenu = contenu_de(*nom, changement.places);
    if (un == avant.element) return unite_lue(avant);
    const auto ecrite = element::ecrire(db, geste, {un, changement.vue});
    if (!ecrite) return ecrite.error();
    noter(db, geste, "unite.modifier", un);
    return unite_lue(*ecrite);
}

core::Result<void> fermer(storage::Writer& db, const acces::Professionnel& qui,
                          const element::Geste& geste, const Fermeture& fermeture) {
    if (!peut_ecrire(qui, fermeture.finess_et)) return interdit();
    if (!est_une_unite(db, fermeture.finess_et, fermeture.id))
        return core::refuse(core::Reason::not_found, "unite.inconnue");
    if (fermeture.presentes > 0)
        return core::refuse(core::Reason::rule_not_met, "unite.occupee",
                            std::to_string(fermeture.presentes));
    auto un = element::derniere(db, fermeture.id)->element;
    un.etat = Etat::retire;
    const auto ecrite = element::ecrire(db, geste, {un, fermeture.vue});
    if (!ecrite) return ecrite.error();
    noter(db, geste, "unite.fermer", un);
    return {};
}

core::Result<void> placer(storage::Writer& db, const acces::Professionnel& qui,
                          const element::Geste& geste, const Placement& placement) {
    if (!peut_ecrire(qui, placement.finess_et)) return interdit();
    if (!placement.unite.empty() && !est_une_unite(db, placement.finess_et, placement.unite))
        return core::refuse(core::Reason::not_found, "unite.inconnue");
    const auto id = id_de_la_place(placement.finess_et.text(), placement.personne);
    const auto avant = element::derniere(db, id);
    if (avant ? avant->element.lie_a == placement.unite : placement.unite.empty()) return {};
    const auto ecrite = element::ecrire(db, geste,
                                        {{.id = id,
                                          .genre = Genre::place,
                                          .classe = partage::Classe::administratif,
                                          .finess_et = placement.finess_et,
                                          .personne = placement.personne,
                                          .lie_a = placement.unite,
                                          .debut = placement.depuis,
                                          .fin = {},
                                          .contenu = "{}"},
                                         avant ? avant->version : 0});
    if (!ecrite) return ecrite.error();
    noter(db, geste, "unite.placer", ecrite->element);
    return {};
}

std::vector<std::string> personnes_de(storage::Reader& db, std::string_view unite) {
    std::vector<std::string> personnes;
    for (auto& une : element::lies_a(db, unite))
        if (une.element.genre == Genre::place) personnes.push_back(std::move(une.element.personne));
    std::sort(personnes.begin(), personnes.end());
    return personnes;
}

std::string unite_de(storage::Reader& db, std::string_view finess_et, std::string_view personne) {
    const auto place = element::derniere(db, id_de_la_place(finess_et, personne));
    return place ? place->element.lie_a : std::string{};
}

std::vector<Passage> passages_de(storage::Reader& db, std::string_view finess_et,
                                 std::string_view personne) {
    std::vector<Passage> passages;
    for (const auto& une : element::versions_de(db, id_de_la_place(finess_et, personne))) {
        const auto unite = une.element.lie_a.empty() ? std::optional<element::Version>{}
                                                     : element::derniere(db, une.element.lie_a);
        passages.push_back({une.element.debut, unite ? unite_lue(*unite).nom : std::string{}});
    }
    return passages;
}

}  // namespace grappe::unite
