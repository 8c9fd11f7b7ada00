// For tests: professionals of one establishment who write about two persons.
#pragma once

#include "dui/element/monde_pour_tests.hpp"
#include "dui/transmission/redaction.hpp"
#include "dui/transmission/releve.hpp"
#include "storage/test_bases.hpp"

namespace grappe::transmission::tests {

using element::tests::a, element::tests::moment, element::tests::tilleuls;
using partage::Classe, partage::Profession;
using storage::Base, storage::Reader, storage::Writer;

// An account of the establishment, in a role, with a profession.
inline acces::Professionnel professionnel(const char* compte, std::optional<Profession> profession,
                                          access::Role role = access::Role::professionnel) {
    return {.acteur = {.compte = compte, .role = role},
            .etablissements = {tilleuls().text()},
            .profession = profession};
}

// The id of the n-th transmission of a test.
inline std::string id(int n) {
    auto texte = std::to_string(n);
    return std::string(32 - texte.size(), '0') + texte;
}

struct Essai {
    Base& base;

    Redacteur redacteur(const acces::Professionnel& qui, std::int64_t secondes) const {
        return {qui, moment(secondes), [](std::string_view personne, std::string_view finess_et) {
                    return personne.starts_with('p') && finess_et == tilleuls().text();
                }};
    }
    static Saisie saisie(int n, const char* personne, std::int64_t debut) {
        return {.id = id(n),
                .finess_et = tilleuls(),
                .personne = personne,
                .classe = Classe::quotidien,
                .lie_a = {},
                .debut = a(debut),
                .dit = {.texte = "Transmission " + std::to_string(n)}};
    }
    // "fait", the code of the refusal, or those of the faults.
    static std::string issue(const core::Result<Redigee>& fait) {
        if (!fait) return fait.error().code;
        std::string codes;
        for (const auto& une : fait->fautes) (codes += codes.empty() ? "" : " ") += une.code;
        return codes.empty() ? "fait" : codes;
    }
    std::string redige(const acces::Professionnel& qui, const Saisie& voulue,
                       std::int64_t secondes = 100) const {
        return issue(
            base.write([&](Writer& db) { return rediger(db, redacteur(qui, secondes), voulue); }));
    }
    std::string amende(const acces::Professionnel& qui, const Amendement& voulu,
                       std::int64_t secondes = 200) const {
        return issue(
            base.write([&](Writer& db) { return amender(db, redacteur(qui, secondes), voulu); }));
    }
    std::string retire(const acces::Professionnel& qui, const Retrait& voulu,
                       std::int64_t secondes = 300) const {
        return issue(
            base.write([&](Writer& db) { return retirer(db, redacteur(qui, secondes), voulu); }));
    }
};

inline void essayer(const std::function<void(Essai&)>& faire) {
    storage::on_every_dui([&](Base& base) {
        element::tests::connaitre(base, {"p1", "p2"});
        Essai essai{base};
        faire(essai);
    });
}

}  // namespace grappe::transmission::tests
