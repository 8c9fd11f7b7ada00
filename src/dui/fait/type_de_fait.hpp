// The kinds of facts that a record is made of, and the closed words that each may say.
// Contract dui-indicateurs, "Lines of the import".
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "core/named.hpp"

namespace grappe::fait {

enum class Type {
    personne,
    sejour,
    modification,
    projet,
    evenement,
    envoi_mss,
    alimentation_dmp,
    import_eprescription,
    echange_eparcours
};
inline constexpr std::size_t types = 9;

constexpr auto names(Type) {
    return std::to_array<core::Named<Type>>({{Type::personne, "personne"},
                                             {Type::sejour, "sejour"},
                                             {Type::modification, "modification"},
                                             {Type::projet, "projet"},
                                             {Type::evenement, "evenement"},
                                             {Type::envoi_mss, "envoi_mss"},
                                             {Type::alimentation_dmp, "alimentation_dmp"},
                                             {Type::import_eprescription, "import_eprescription"},
                                             {Type::echange_eparcours, "echange_eparcours"}});
}

enum class Sexe { masculin, feminin, indetermine };

constexpr auto names(Sexe) {
    return std::to_array<core::Named<Sexe>>(
        {{Sexe::masculin, "M"}, {Sexe::feminin, "F"}, {Sexe::indetermine, "I"}});
}

// One word for each thing that a fact may be; a type of fact takes some of them only.
enum class Etat : unsigned char {
    aucun,
    // personne: identity, national register of health identities (INS)
    provisoire,
    recuperee,
    validee,
    qualifiee,
    // sejour
    permanent,
    temporaire,
    accueil_de_jour,
    domicile,
    // modification
    automatique,
    // projet: value set JDV_J281 of the national model
    en_preparation,
    en_cours,
    en_pause,
    // projet and evenement
    termine,
    // evenement
    planifie,
    valide,
    realise,
    annule,
    // envoi_mss
    echec,
    // alimentation_dmp
    acceptee,
    rejetee
};

constexpr auto names(Etat) {
    return std::to_array<core::Named<Etat>>({{Etat::aucun, ""},
                                             {Etat::provisoire, "provisoire"},
                                             {Etat::recuperee, "recuperee"},
                                             {Etat::validee, "validee"},
                                             {Etat::qualifiee, "qualifiee"},
                                             {Etat::permanent, "permanent"},
                                             {Etat::temporaire, "temporaire"},
                                             {Etat::accueil_de_jour, "accueil_de_jour"},
                                             {Etat::domicile, "domicile"},
                                             {Etat::automatique, "automatique"},
                                             {Etat::en_preparation, "ENPREPARATION"},
                                             {Etat::en_cours, "ENCOURS"},
                                             {Etat::en_pause, "ENPAUSE"},
                                             {Etat::termine, "TERMINE"},
                                             {Etat::planifie, "PLANIFIE"},
                                             {Etat::valide, "VALIDE"},
                                             {Etat::realise, "REALISE"},
                                             {Etat::annule, "ANNULE"},
                                             {Etat::echec, "echec"},
                                             {Etat::acceptee, "acceptee"},
                                             {Etat::rejetee, "rejetee"}});
}

// The words that a line of that type may write in its closed field: `statut_identite` of a person,
// `modalite` of a stay, `statut` of a project and of an event, `issue` of a DMP feed.
constexpr bool admet(Type type, Etat etat) {
    const auto entre = [etat](Etat premier, Etat dernier) {
        return premier <= etat && etat <= dernier;
    };
    switch (type) {
        case Type::personne:
            return entre(Etat::provisoire, Etat::qualifiee);
        case Type::sejour:
            return entre(Etat::permanent, Etat::domicile);
        case Type::projet:
            return entre(Etat::en_preparation, Etat::termine);
        case Type::evenement:
            return entre(Etat::termine, Etat::annule);
        case Type::alimentation_dmp:
            return entre(Etat::acceptee, Etat::rejetee);
        case Type::modification:
        case Type::envoi_mss:
        case Type::import_eprescription:
        case Type::echange_eparcours:
            return false;
    }
    return false;
}

}  // namespace grappe::fait
