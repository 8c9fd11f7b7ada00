// What an agreement waits for, step after step.
#include "portail/convention/liste.hpp"

#include <doctest/doctest.h>

namespace grappe::convention {

TEST_CASE("an agreement waits for one thing at a time, in the order of its life") {
    Resume une{.id = "v1",
               .dossier = "d1",
               .numero = "NA-2024-AAAA-BBBB-CCCC",
               .porteur = "Association des Essais",
               .statut = Statut::notifie,
               .accorde = Money::euros(21'000),
               .avance = Money::euros(10'500),
               .verse = {},
               .signee_par_le_porteur = false,
               .signee_par_l_ars = false,
               .a_valider = 0,
               .a_viser = 0};
    CHECK(une.attente() == Attente::signature_du_porteur);
    une.signee_par_le_porteur = true;
    CHECK(une.attente() == Attente::signature_de_l_ars);
    une.signee_par_l_ars = true;
    une.statut = Statut::conventionne;
    CHECK(une.attente() == Attente::avance);
    une.a_valider = 1;
    CHECK(une.attente() == Attente::validation);
    une.a_valider = 0;
    une.statut = Statut::en_cours;
    CHECK(une.attente() == Attente::usage_depenses);
    une.a_viser = 1;
    CHECK(une.attente() == Attente::visa);
    une.statut = Statut::solde;
    CHECK(une.attente() == Attente::rien);
    une.a_recouvrer = Money::cents(1);
    CHECK(une.attente() == Attente::recouvrement);
}

TEST_CASE("a call without an advance goes from the signatures to the expenses") {
    Resume une{.id = {},
               .dossier = {},
               .numero = {},
               .porteur = {},
               .statut = Statut::conventionne,
               .accorde = Money::euros(21'000),
               .avance = {},
               .verse = {},
               .signee_par_le_porteur = true,
               .signee_par_l_ars = true,
               .a_valider = 0,
               .a_viser = 0};
    CHECK(une.attente() == Attente::usage_depenses);
}

}  // namespace grappe::convention
