// For tests: professionals of one establishment, its persons, and what an act answered.
#pragma once

#include "dui/annuaire/annuaire.hpp"
#include "dui/element/monde_pour_tests.hpp"
#include "dui/sejour/geste.hpp"
#include "storage/test_bases.hpp"

namespace grappe::sejour::tests {

using partage::Profession;
using storage::Base, storage::Reader, storage::Writer;

inline acces::Professionnel professionnel(const char* compte, Profession profession,
                                          access::Role role) {
    return {.acteur = {.compte = compte, .role = role},
            .etablissements = {element::tests::tilleuls().text()},
            .profession = profession};
}
inline const auto cadre =
    professionnel("cadre", Profession::assistant_social, access::Role::professionnel);
inline const auto chef = professionnel("chef", Profession::cadre, access::Role::encadrement);
inline const auto soignant =
    professionnel("soignant", Profession::aide_soignant, access::Role::professionnel);

inline core::Date le(const char* jour) { return core::Date::parse(jour).value(); }

// The id of the n-th thing of a test.
inline std::string id(int n) {
    auto texte = std::to_string(n);
    return std::string(32 - texte.size(), '0') + texte;
}

// "fait", the code of the refusal, or those of the faults.
inline std::string issue(const core::Result<Ecrit>& fait) {
    if (!fait) return fait.error().code;
    std::string codes;
    for (const auto& une : fait->fautes) (codes += codes.empty() ? "" : " ") += une.code;
    return codes.empty() ? "fait" : codes;
}

struct Monde {
    Base& base;
    annuaire::Annuaire annuaire{};

    // A little after 2024-08-01, noon in Paris.
    Redacteur redacteur(const acces::Professionnel& qui, std::int64_t secondes = 60) const {
        return {qui, element::tests::moment(secondes)};
    }
    annuaire::Personne personne(const char* id) {
        base.read([&](Reader& db) { annuaire.mettre_a_jour(db); });
        return annuaire.personne(id).value();
    }
};

inline void essayer(const std::function<void(Monde&)>& faire) {
    storage::on_every_dui([&](Base& base) {
        element::tests::connaitre(base, {"p1", "p2"});
        Monde monde{base};
        faire(monde);
    });
}

}  // namespace grappe::sejour::tests
