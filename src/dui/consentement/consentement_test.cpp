// What may leave a record: every purpose × what was answered; answers as versions. Both engines.
#include "dui/consentement/consentement.hpp"

#include <doctest/doctest.h>

#include "dui/element/monde_pour_tests.hpp"
#include "storage/test_bases.hpp"

namespace grappe::consentement {
namespace {

using element::tests::moment, element::tests::tilleuls;
using storage::Base, storage::Reader, storage::Writer;

const core::Date jour = core::Date::parse("2024-07-01").value();

acces::Professionnel secretaire(
    std::optional<partage::Profession> profession = partage::Profession::secretaire) {
    return {.acteur = {.compte = "sam", .role = access::Role::secretariat},
            .etablissements = {tilleuls().text()},
            .profession = profession};
}

Recueil dit(Finalite finalite, Reponse reponse) {
    return {.finalite = finalite,
            .reponse = reponse,
            .aupres = Aupres::personne,
            .forme = Forme::oral,
            .le = jour,
            .note = {}};
}

std::string issue(const core::Result<void>& fait) { return fait ? "sort" : fait.error().code; }

struct Essai {
    Base& base;

    std::string recueille(const Recueil& recueil, std::int64_t vue,
                          const acces::Professionnel& qui = secretaire()) const {
        const auto fait = base.write([&](Writer& db) {
            return recueillir(db, qui, moment(vue), {tilleuls(), "p1", vue, recueil});
        });
        if (!fait) return fait.error().code;
        return fait->empty() ? "fait" : fait->front().code;
    }
    std::string sort(Finalite finalite) const {
        return base.read([&](Reader& db) { return issue(demander(db, "p1", finalite)); });
    }
    std::size_t versions(Finalite finalite) const {
        return base.read([&](Reader& db) { return versions_de(db, "p1", finalite).size(); });
    }
};

void essayer(const std::function<void(const Essai&)>& faire) {
    storage::on_every_dui([&](Base& base) {
        element::tests::connaitre(base, {"p1"});
        faire(Essai{base});
    });
}

}  // namespace

TEST_CASE("every purpose, every answer: what leaves") {
    for (const auto& une : names(Finalite{})) {
        CAPTURE(une.name);
        const bool opposition =
            une.value == Finalite::dmp_alimentation || une.value == Finalite::mss_professionnels;
        CHECK(issue(peut_sortir(une.value, {})) == (opposition ? "sort" : "consentement.absent"));
        CHECK(issue(peut_sortir(une.value, dit(une.value, Reponse::accord))) == "sort");
        CHECK(issue(peut_sortir(une.value, dit(une.value, Reponse::opposition))) ==
              "consentement.oppose");
    }
}

TEST_CASE("an answer changes what leaves at once, and the former one stays") {
    essayer([](const Essai& essai) {
        const auto photo = Finalite::photo;
        CHECK(essai.sort(photo) == "consentement.absent");
        CHECK(essai.recueille(dit(photo, Reponse::accord), 0) == "fait");
        CHECK(essai.sort(photo) == "sort");
        CHECK(essai.recueille(dit(photo, Reponse::accord), 0) == "fait");  // sent twice
        CHECK(essai.versions(photo) == 1);
        CHECK(essai.recueille(dit(photo, Reponse::opposition), 0) == "element.version");
        CHECK(essai.recueille(dit(photo, Reponse::opposition), 1) == "fait");
        CHECK(essai.sort(photo) == "consentement.oppose");
        CHECK(essai.versions(photo) == 2);
        CHECK(essai.sort(Finalite::etudes) == "consentement.absent");
    });
}

TEST_CASE("who gathers, and what is refused") {
    essayer([](const Essai& essai) {
        auto ailleurs = secretaire();
        ailleurs.etablissements = {"330000019"};
        const auto accord = dit(Finalite::photo, Reponse::accord);
        CHECK(essai.recueille(accord, 0, ailleurs) == "dui.etablissement_interdit");
        CHECK(essai.recueille(accord, 0, secretaire({})) == "consentement.profession");
        auto demain = accord;
        demain.le = core::Date::parse("2024-08-02").value();
        CHECK(essai.recueille(demain, 0) == "consentement.futur");
        auto long_ = accord;
        long_.note = std::string(note_au_plus + 1, 'n');
        CHECK(essai.recueille(long_, 0) == "consentement.note");
        CHECK(essai.versions(Finalite::photo) == 0);
    });
}

}  // namespace grappe::consentement
