// Whether a value answers a criterion; the reading is in lecture.cpp.
#include "dui/fhir/recherche.hpp"

#include <algorithm>

#include "core/texte.hpp"

namespace grappe::fhir {
namespace {

bool commence_avant(const Intervalle& un, const std::optional<core::Instant>& instant) {
    return !instant || un.debut < *instant;
}

bool finit_apres(const Intervalle& un, const std::optional<core::Instant>& instant) {
    return !un.fin || (instant && *un.fin > *instant);
}

bool finit_au_plus(const Intervalle& un, const core::Instant& instant) {
    return un.fin && *un.fin <= instant;
}

bool contient(const Intervalle& un, const Intervalle& autre) {
    return un.debut <= autre.debut && (!un.fin || finit_au_plus(autre, *un.fin));
}

bool accorde(Prefixe prefixe, const Intervalle& dit, const Intervalle& cible) {
    switch (prefixe) {
        case Prefixe::eq:
            return contient(dit, cible);
        case Prefixe::ne:
            return !contient(dit, cible);
        case Prefixe::gt:
            return finit_apres(cible, dit.fin);
        case Prefixe::lt:
            return cible.debut < dit.debut;
        case Prefixe::ge:
            return finit_apres(cible, dit.fin) || contient(dit, cible);
        case Prefixe::le:
            return cible.debut < dit.debut || contient(dit, cible);
        case Prefixe::sa:
            return !commence_avant(cible, dit.fin);
        case Prefixe::eb:
            return finit_au_plus(cible, dit.debut);
    }
    return false;
}

bool accorde(Modificateur modificateur, const std::string& dit, std::string_view texte) {
    if (modificateur == Modificateur::exact) return texte == dit;
    const auto plie = core::fold(texte);
    return modificateur == Modificateur::contient ? plie.find(dit) != std::string::npos
                                                  : plie.starts_with(dit);
}

bool accorde(const Valeur& dit, const Jeton& jeton) {
    return (!dit.systeme || *dit.systeme == jeton.systeme) &&
           (dit.texte.empty() || dit.texte == jeton.code);
}

}  // namespace

Intervalle jours(core::Date premier, std::optional<core::Date> dernier) {
    return {core::paris().start_of(premier),
            dernier ? std::optional{core::paris().start_of(dernier->plus_days(1))} : std::nullopt};
}

Intervalle jour(core::Date jour) { return jours(jour, jour); }

Intervalle seconde(core::Instant instant) {
    return {instant, core::Instant::of(instant.utc() + std::chrono::seconds{1})};
}

const Critere* Recherche::critere(std::string_view nom) const {
    const auto un = std::ranges::find(criteres, nom, &Critere::nom);
    return un == criteres.end() ? nullptr : &*un;
}

bool convient(const Critere& critere, const Intervalle& cible) {
    return std::ranges::any_of(critere.valeurs, [&](const Valeur& une) {
        return accorde(une.prefixe, *une.quand, cible);
    });
}

bool convient(const Critere& critere, std::span<const std::string_view> textes) {
    return std::ranges::any_of(critere.valeurs, [&](const Valeur& une) {
        return std::ranges::any_of(textes, [&](std::string_view texte) {
            return accorde(critere.modificateur, une.texte, texte);
        });
    });
}

bool convient(const Critere& critere, std::span<const Jeton> jetons) {
    return std::ranges::any_of(critere.valeurs, [&](const Valeur& une) {
        return std::ranges::any_of(jetons, [&](const Jeton& jeton) { return accorde(une, jeton); });
    });
}

}  // namespace grappe::fhir
