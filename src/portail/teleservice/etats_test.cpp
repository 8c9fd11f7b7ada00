// Every pair of a state and an act, and what each state means for readers.
#include "portail/teleservice/etats.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace grappe::teleservice {

TEST_CASE("every state and every act: what follows, or nothing") {
    // ecrire, joindre, deposer, retirer, repondre; prendre, examiner, demander, reprendre,
    // recevoir, ecarter; rouvrir, amender; conventionner, demarrer, solder; "-": impossible. What a
    // committee does is below.
    struct Ligne {
        Statut avant;
        const char* suites[16];
    };
    constexpr const char* rien[16]{"-", "-", "-", "-", "-", "-", "-", "-",
                                   "-", "-", "-", "-", "-", "-", "-", "-"};
    using enum Statut;
    const Ligne lignes[] = {
        {brouillon,
         {"brouillon", "brouillon", "depose", "retire", "-", "-", "-", "-", "-", "-", "-", "-", "-",
          "-", "-", "-"}},
        {depose,
         {"depose", "depose", "depose", "retire", "-", "en_instruction", "-", "-", "-", "-", "-",
          "-", "depose", "-", "-", "-"}},
        {en_instruction,
         {"-", "-", "-", "retire", "-", "-", "en_instruction", "pieces_demandees", "-", "recevable",
          "irrecevable", "-", "depose", "-", "-", "-"}},
        {pieces_demandees,
         {"pieces_demandees", "pieces_demandees", "-", "retire", "pieces_demandees", "-",
          "pieces_demandees", "pieces_demandees", "en_instruction", "-", "-", "-", "depose", "-",
          "-", "-"}},
        {recevable,
         {"-", "-", "-", "retire", "-", "-", "-", "-", "-", "-", "-", "en_instruction", "-", "-",
          "-", "-"}},
        {irrecevable,
         {"-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "en_instruction", "-", "-", "-",
          "-"}},
        {reserve,
         {"-", "-", "-", "retire", "-", "-", "-", "pieces_demandees", "-", "-", "-", "-", "-", "-",
          "-", "-"}},
        {notifie,
         {"-", "-", "-", "retire", "-", "-", "-", "-", "-", "-", "-", "-", "-", "conventionne", "-",
          "-"}},
        {conventionne,
         {"-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "en_cours",
          "solde"}},
        {en_cours,
         {"-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "solde"}},
    };
    for (const auto& [avant, nom] : names(Statut{})) {
        const auto* trouvee = std::find_if(std::begin(lignes), std::end(lignes),
                                           [&](const auto& l) { return l.avant == avant; });
        const auto* suites = trouvee == std::end(lignes) ? rien : trouvee->suites;
        std::size_t n = 0;
        for (const auto& [acte, nom_de_l_acte] : names(Acte{})) {
            if (acte >= Acte::favoriser && acte <= Acte::notifier) continue;
            CAPTURE(nom);
            CAPTURE(nom_de_l_acte);
            const auto apres = suite(avant, acte);
            CHECK((apres ? std::string{core::name_of(*apres)} : "-") == suites[n++]);
        }
        CHECK(n == std::size(rien));
    }
}

TEST_CASE("a committee opines on what is receivable or reserved, and what is opined is notified") {
    using enum Statut;
    struct Ligne {
        Statut avant;
        const char* suites[5];  // favoriser, recommander, reserver, refuser, notifier
    };
    const Ligne lignes[] = {
        // Who waits for money is told so, and stays receivable.
        {recevable,
         {"favorable", "favorable_avec_recommandations", "reserve", "defavorable", "recevable"}},
        {reserve,
         {"favorable", "favorable_avec_recommandations", "reserve", "defavorable", "reserve"}},
        {favorable, {"-", "-", "-", "-", "notifie"}},
        {favorable_avec_recommandations, {"-", "-", "-", "-", "notifie"}},
        {defavorable, {"-", "-", "-", "-", "defavorable"}},
    };
    constexpr Acte actes[]{Acte::favoriser, Acte::recommander, Acte::reserver, Acte::refuser,
                           Acte::notifier};
    for (const auto& [avant, nom] : names(Statut{})) {
        const auto* trouvee = std::find_if(std::begin(lignes), std::end(lignes),
                                           [&](const auto& l) { return l.avant == avant; });
        CAPTURE(nom);
        for (std::size_t n = 0; n < std::size(actes); ++n) {
            const auto apres = suite(avant, actes[n]);
            const auto* attendue = trouvee == std::end(lignes) ? "-" : trouvee->suites[n];
            CHECK((apres ? std::string{core::name_of(*apres)} : "-") == attendue);
        }
    }
}

TEST_CASE("what is reopened: a judged dossier is examined, a withdrawn one is where it stood") {
    using enum Statut;
    CHECK(reouverture(irrecevable, std::nullopt) == en_instruction);
    CHECK(reouverture(recevable, std::nullopt) == en_instruction);
    CHECK(reouverture(retire, brouillon) == brouillon);
    CHECK(reouverture(retire, pieces_demandees) == pieces_demandees);
    CHECK_FALSE(reouverture(depose, std::nullopt));
    CHECK_FALSE(reouverture(notifie, std::nullopt));
}

TEST_CASE("a draft and what was refused or withdrawn take no establishment") {
    for (const auto& [statut, nom] : names(Statut{})) {
        const bool libre =
            nom == "brouillon" || nom == "irrecevable" || nom == "defavorable" || nom == "retire";
        CAPTURE(nom);
        CHECK(est_vivant(statut) == !libre);
    }
}

TEST_CASE("a desk keeps what was withdrawn after its deposit, and never sees a draft") {
    using access::Avancement;
    CHECK(avancement(Statut::brouillon, false) == Avancement::brouillon);
    CHECK(avancement(Statut::retire, false) == Avancement::brouillon);
    CHECK(avancement(Statut::retire, true) == Avancement::depose);
    CHECK(avancement(Statut::irrecevable, true) == Avancement::depose);
    CHECK(avancement(Statut::recevable, true) == Avancement::recevable);
    CHECK(avancement(Statut::clos, true) == Avancement::recevable);
}

}  // namespace grappe::teleservice
