// Element: one thing that a record holds, as one version says it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/finess.hpp"
#include "core/instant.hpp"
#include "dui/partage/partage.hpp"

namespace grappe::element {

enum class Genre {
    unite,
    place,
    transmission,
    // dui/cercle, dui/consentement
    cercle,
    membre,
    consentement,
    // dui/demande
    demande,
    // dui/fiche
    contact,
    protection,
    confiance,
    directives,
    allergie,
    droit,
    autorisation,
    bien,
    complement,
    // dui/sejour
    etablissement,
    sejour,
    acte_de_sejour,
    absence,
    presence,
    // dui/projet, classes of TDDUI
    projet,
    accord,
    attente,
    besoin,
    objectif,
    action,
    moyen,
    prestation,
    bilan,
    preparation,
    projet_vie,
    participation,
    revue,
    echeance_projet,
    // dui/rendez_vous
    rendez_vous,
    occurrence,
    ressource,
    // dui/passation, dui/document
    evaluation,
    document
};

constexpr auto names(Genre) {
    using enum Genre;
    return std::to_array<core::Named<Genre>>({{unite, "unite"},
                                              {place, "place"},
                                              {transmission, "transmission"},
                                              {cercle, "cercle"},
                                              {membre, "membre"},
                                              {consentement, "consentement"},
                                              {demande, "demande"},
                                              {contact, "contact"},
                                              {protection, "protection"},
                                              {confiance, "confiance"},
                                              {directives, "directives"},
                                              {allergie, "allergie"},
                                              {droit, "droit"},
                                              {autorisation, "autorisation"},
                                              {bien, "bien"},
                                              {complement, "complement"},
                                              {etablissement, "etablissement"},
                                              {sejour, "sejour"},
                                              {acte_de_sejour, "acte_de_sejour"},
                                              {absence, "absence"},
                                              {presence, "presence"},
                                              {projet, "projet"},
                                              {accord, "accord"},
                                              {attente, "attente"},
                                              {besoin, "besoin"},
                                              {objectif, "objectif"},
                                              {action, "action"},
                                              {moyen, "moyen"},
                                              {prestation, "prestation"},
                                              {bilan, "bilan"},
                                              {preparation, "preparation"},
                                              {projet_vie, "projet_vie"},
                                              {participation, "participation"},
                                              {revue, "revue"},
                                              {echeance_projet, "echeance_projet"},
                                              {rendez_vous, "rendez_vous"},
                                              {occurrence, "occurrence"},
                                              {ressource, "ressource"},
                                              {evaluation, "evaluation"},
                                              {document, "document"}});
}

// Withdrawn: no longer true or said by mistake; it stays, told as such.
enum class Etat { actif, retire };

constexpr auto names(Etat) {
    return std::to_array<core::Named<Etat>>({{Etat::actif, "actif"}, {Etat::retire, "retire"}});
}

// What is the same whatever the version: `id`, `genre`, `finess_et`, `personne`.
struct Element {
    std::string id;
    Genre genre;
    partage::Classe classe;
    core::Finess finess_et;  // where it was recorded
    std::string personne;    // id; empty: it is the establishment's
    std::string lie_a;       // id of the element it belongs to; empty: none
    core::Instant debut;     // of what it is about
    std::optional<core::Instant> fin;
    Etat etat = Etat::actif;
    std::string contenu;  // a JSON object, in the form of its genre

    bool operator==(const Element&) const = default;
};

struct Version {
    std::int64_t numero;   // in the order of recording, over all elements
    std::int64_t version;  // from 1
    std::int64_t enregistrement;
    Element element;
};

}  // namespace grappe::element
