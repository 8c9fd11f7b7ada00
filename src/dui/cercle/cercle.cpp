// A circle is an element of the person, each member one that belongs to it.
#include "dui/cercle/cercle.hpp"

#include <algorithm>
#include <tuple>

#include "audit/journal.hpp"
#include "dui/cercle/cercles_repository.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/lecture/contenu.hpp"
#include "identity/compte.hpp"

namespace grappe::cercle {
namespace {

using access::Permission;
using element::Element, element::Etat, element::Genre;

std::string id_du_cercle(std::string_view personne) { return "cercle:" + std::string{personne}; }

std::string id_du_membre(std::string_view personne, std::string_view compte) {
    return "membre:" + std::string{compte} + ":" + std::string{personne};
}

core::Result<void> permis(const Tenue& tenue) {
    if (tenue.qui.peut_a(Permission::cercle_tenir, tenue.finess_et.text())) return {};
    return core::refuse(core::Reason::forbidden, "dui.etablissement_interdit");
}

struct Changement {
    std::string id;
    Genre genre;
    std::string lie_a;
    lecture::Textes contenu;
    Etat etat = Etat::actif;
};

// Where it was first recorded stays.
core::Result<void> ecrire(storage::Writer& db, const Tenue& tenue, const Changement& changement,
                          const char* acte) {
    const auto avant = element::derniere(db, changement.id);
    const auto& compte = tenue.qui.acteur.compte;
    const auto ecrite =
        element::ecrire(db, {compte, tenue.maintenant},
                        {{.id = changement.id,
                          .genre = changement.genre,
                          .classe = partage::Classe::administratif,
                          .finess_et = avant ? avant->element.finess_et : tenue.finess_et,
                          .personne = tenue.personne,
                          .lie_a = changement.lie_a,
                          .debut = tenue.maintenant.seconde(),
                          .fin = {},
                          .etat = changement.etat,
                          .contenu = lecture::en_contenu(changement.contenu)},
                         avant ? avant->version : 0});
    if (!ecrite) return ecrite.error();
    audit::noter(db,
                 {.acteur = compte,
                  .acte = acte,
                  .objet = "personne:" + tenue.personne,
                  .detail = changement.id},
                 tenue.maintenant.seconde());
    return {};
}

// Whoever keeps circles is never shut out: they could name themselves.
bool tient(const access::Acteur& acteur) {
    return access::pourrait(acteur, Permission::cercle_tenir);
}

bool travaille_la(storage::Reader& db, const std::string& compte, const core::Finess& finess_et) {
    const auto un = identity::trouver_compte(db, compte);
    return un && !un->ferme &&
           acces::professionnel(db, un->acteur())
               .peut_a(Permission::dossier_usager_lire, finess_et.text());
}

bool est_membre(const std::optional<element::Version>& version) {
    return version && version->element.etat == Etat::actif;
}

Titre titre_de(const Element& un) {
    return core::named<Titre>(lecture::textes_du_contenu(un.contenu)["titre"])
        .value_or(Titre::membre);
}

Changement membre(const Tenue& tenue, const std::string& compte, Titre titre) {
    return {.id = id_du_membre(tenue.personne, compte),
            .genre = Genre::membre,
            .lie_a = id_du_cercle(tenue.personne),
            .contenu = {{"compte", compte}, {"titre", std::string{core::name_of(titre)}}}};
}

}  // namespace

Cercle cercle_de(storage::Reader& db, std::string_view personne) {
    Cercle cercle;
    const auto id = id_du_cercle(personne);
    if (const auto version = element::derniere(db, id)) {
        cercle.version = version->version;
        cercle.etendue =
            core::named<Etendue>(lecture::textes_du_contenu(version->element.contenu)["etendue"])
                .value_or(Etendue::ouvert);
    }
    for (const auto& une : element::lies_a(db, id))
        if (une.element.etat == Etat::actif)
            cercle.membres.push_back({lecture::textes_du_contenu(une.element.contenu)["compte"],
                                      titre_de(une.element), une.element.debut, une.version});
    std::ranges::sort(cercle.membres, {}, [](const Membre& un) {
        return std::tuple{un.titre, un.depuis, un.compte};
    });
    return cercle;
}

Personnes fermees_a(storage::Reader& db, const access::Acteur& acteur, core::Instant instant) {
    if (tient(acteur)) return {};
    return fermees(db, acteur.compte, instant);
}

core::Result<void> admettre(storage::Reader& db, const access::Acteur& acteur,
                            core::Instant instant, const std::string& personne) {
    if (tient(acteur) || !est_fermee(db, acteur.compte, instant, personne)) return {};
    return core::refuse(core::Reason::forbidden, "dui.hors_du_cercle", personne);
}

core::Result<void> nommer(storage::Writer& db, const Tenue& tenue, const std::string& compte,
                          Titre titre) {
    if (auto ok = permis(tenue); !ok) return ok;
    if (!travaille_la(db, compte, tenue.finess_et))
        return core::refuse(core::Reason::not_found, "cercle.compte");
    const auto avant = element::derniere(db, id_du_membre(tenue.personne, compte));
    if (est_membre(avant) && titre_de(avant->element) == titre) return {};
    ranger_le_membre(db, tenue.personne, compte);
    return ecrire(db, tenue, membre(tenue, compte, titre), "cercle.nommer");
}

core::Result<void> ecarter(storage::Writer& db, const Tenue& tenue, const std::string& compte) {
    if (auto ok = permis(tenue); !ok) return ok;
    const auto avant = element::derniere(db, id_du_membre(tenue.personne, compte));
    if (!est_membre(avant)) return core::refuse(core::Reason::not_found, "cercle.pas_membre");
    const auto cercle = cercle_de(db, tenue.personne);
    if (cercle.etendue == Etendue::restreint && cercle.membres.size() == 1)
        return core::refuse(core::Reason::rule_not_met, "cercle.dernier");
    oublier_le_membre(db, tenue.personne, compte);
    auto ecarte = membre(tenue, compte, titre_de(avant->element));
    ecarte.etat = Etat::retire;
    return ecrire(db, tenue, ecarte, "cercle.ecarter");
}

core::Result<void> etendre(storage::Writer& db, const Tenue& tenue, Etendue etendue) {
    if (auto ok = permis(tenue); !ok) return ok;
    const auto cercle = cercle_de(db, tenue.personne);
    if (cercle.etendue == etendue) return {};
    const bool restreint = etendue == Etendue::restreint;
    if (restreint && cercle.membres.empty())
        return core::refuse(core::Reason::rule_not_met, "cercle.sans_membre");
    ranger_l_etendue(db, tenue.personne, etendue);
    return ecrire(db, tenue,
                  {.id = id_du_cercle(tenue.personne),
                   .genre = Genre::cercle,
                   .lie_a = {},
                   .contenu = {{"etendue", std::string{core::name_of(etendue)}}}},
                  restreint ? "cercle.restreindre" : "cercle.ouvrir");
}

}  // namespace grappe::cercle
