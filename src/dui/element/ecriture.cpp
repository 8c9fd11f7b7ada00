// Load, decide, save.
#include "dui/element/ecriture.hpp"

#include "core/json_text.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/magasin/faits_repository.hpp"

namespace grappe::element {
namespace {

core::Result<std::int64_t> version_a_ecrire(storage::Reader& db, const Ecriture& ecriture) {
    const auto& un = ecriture.element;
    const auto derniere = element::derniere(db, un.id);
    if (!derniere) {
        if (ecriture.vue != 0) return core::refuse(core::Reason::not_found, "element.inconnu");
        return 1;
    }
    const auto& avant = derniere->element;
    if (avant.genre != un.genre || avant.finess_et != un.finess_et || avant.personne != un.personne)
        return core::refuse(core::Reason::invalid, "element.autre_chose");
    if (derniere->version != ecriture.vue)
        return core::refuse(core::Reason::conflict, "element.version",
                            std::to_string(derniere->version));
    return derniere->version + 1;
}

bool est_connue(storage::Reader& db, std::string_view personne) {
    bool connue = false;
    magasin::versions_de(db, {&personne, 1}, [&](const magasin::Version& version) {
        connue = connue || version.fait.type == fait::Type::personne;
    });
    return connue;
}

// An indicator asks whether a record was updated, not how often: one fact a day and an author.
std::optional<magasin::Version> modification_du_jour(storage::Reader& db, const Geste& geste,
                                                     const Element& un,
                                                     const std::string& personne) {
    const auto seconde = geste.maintenant.seconde();
    const auto jour = core::paris().day_of(seconde).text();
    const auto id =
        "ecriture:" + un.finess_et.text() + ":" + personne + ":" + geste.auteur + ":" + jour;
    const std::string_view vue{id};
    bool deja = false;
    magasin::versions_de(db, {&vue, 1}, [&](const magasin::Version&) { deja = true; });
    if (deja) return std::nullopt;
    std::string reste = "{\"auteur\":";
    core::append_json(reste, geste.auteur);
    return magasin::Version{.numero = magasin::dernier_fait(db) + 1,
                            .version = 1,
                            .enregistrement = 0,
                            .fait = {.id = id,
                                     .type = fait::Type::modification,
                                     .finess_et = un.finess_et,
                                     .personnes = {personne},
                                     .debut = seconde.utc().time_since_epoch().count(),
                                     .fin = {},
                                     .etat = fait::Etat::aucun,
                                     .reste = reste + "}"}};
}

}  // namespace

core::Result<Version> ecrire(storage::Writer& db, const Geste& geste, const Ecriture& ecriture) {
    const auto& un = ecriture.element;
    auto personnes = ecriture.concerne;
    if (!un.personne.empty()) personnes.push_back(un.personne);
    for (const auto& une : personnes)
        if (!est_connue(db, une))
            return core::refuse(core::Reason::not_found, "element.personne_inconnue");
    const auto rang = version_a_ecrire(db, ecriture);
    if (!rang) return rang.error();

    (void)magasin::marque(db);
    const auto acte = magasin::suivant(magasin::dernier_enregistrement(db), geste.maintenant);
    std::int64_t modifications = 0;
    for (const auto& une : personnes) {
        auto modification = modification_du_jour(db, geste, un, une);
        if (!modification) continue;
        modification->enregistrement = acte.numero;
        magasin::ajouter(db, {&*modification, 1});
        ++modifications;
    }
    magasin::ajouter_acte(db, {.enregistrement = acte,
                               .auteur = geste.auteur,
                               .origine = "element",
                               .faits = modifications});
    const Version version{.numero = dernier_numero(db) + 1,
                          .version = *rang,
                          .enregistrement = acte.numero,
                          .element = un};
    ajouter(db, version);
    return version;
}

}  // namespace grappe::element
