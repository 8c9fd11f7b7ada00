// What a refused act is told: the state in words, and what it allows.
#include "portail/teleservice/refus_dit.hpp"

#include <doctest/doctest.h>

#include "portail/teleservice/monde_pour_tests.hpp"

namespace grappe::teleservice {
namespace {

std::string dit(Statut statut) {
    return dire(
        core::refuse(core::Reason::conflict, "dossier.etat", std::string{core::name_of(statut)}),
        tests::francais());
}

}  // namespace

TEST_CASE("a refusal by the state names it in words and says who can do what") {
    CHECK(dit(Statut::depose) ==
          "L'état de ce dossier («\u00a0Déposé\u00a0») ne permet pas "
          "cette action. À ce stade, le porteur "
          "peut le modifier, joindre une pièce, le déposer ou le retirer\u00a0; le guichet peut le "
          "prendre en charge\u00a0; un administrateur peut l'ouvrir à la modification.");
    CHECK(dit(Statut::retire) ==
          "L'état de ce dossier («\u00a0Retiré\u00a0») ne permet pas cette action. À ce stade, un "
          "administrateur peut le rouvrir.");
    CHECK(dit(Statut::defavorable) ==
          "L'état de ce dossier («\u00a0Avis défavorable\u00a0») ne permet pas "
          "cette action, ni aucune autre ici.");
    CHECK(dit(Statut::clos) ==
          "L'état de ce dossier («\u00a0Clos\u00a0») ne permet pas "
          "cette action, ni aucune autre ici.");
}

TEST_CASE("every state and every act has its words") {
    for (const auto& [statut, nom] : names(Statut{})) {
        CAPTURE(nom);
        const auto permis = ce_que_permet(statut, tests::francais());
        for (const auto& [acte, mot] : names(Acte{})) {
            if (acte == Acte::notifier) continue;  // of one transaction with what it publishes
            const auto en_mots = tests::francais().rendre("dossier.acte." + std::string{mot}, {});
            CHECK_MESSAGE((!suite(statut, acte) || permis.find(en_mots) != permis.npos), mot);
        }
        CHECK((dit(statut).find("ni aucune autre") != std::string::npos) == permis.empty());
    }
}

TEST_CASE("any other refusal keeps its sentence and its detail") {
    CHECK(
        dire(core::refuse(core::Reason::not_found, "cli.dossier.inconnu", "42"), tests::francais())
            .ends_with("42"));
}

}  // namespace grappe::teleservice
