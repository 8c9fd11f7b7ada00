// The term of each kind of demand to the day, its extension, its answer; every fault at once.
#include "dui/demande/demande.hpp"

#include <doctest/doctest.h>

namespace grappe::demande {
namespace {

core::Date le(const char* jour) { return core::Date::parse(jour).value(); }

Demande recue(const char* jour, Objet objet = Objet::acces) {
    return {.objet = objet, .par = Par::personne, .recue_le = le(jour)};
}

Demande prolongee(Demande demande, const char* jour) {
    demande.prolongation = {le(jour), "Trois dossiers à réunir."};
    return demande;
}

Demande repondue(Demande demande, const char* jour) {
    demande.reponse = {le(jour), Issue::satisfaite, ""};
    return demande;
}

}  // namespace

TEST_CASE("each kind of demand has its term, to the last day that is in time") {
    struct Cas {
        Objet objet;
        const char *recue, *terme, *prolongee;  // null: that text has no extension
    };
    for (const auto& un : {Cas{Objet::acces, "2024-09-30", "2024-10-30", "2024-12-30"},
                           Cas{Objet::acces, "2024-01-31", "2024-02-29", "2024-04-30"},
                           Cas{Objet::acces, "2023-12-31", "2024-01-31", "2024-03-31"},
                           Cas{Objet::rectification, "2024-02-29", "2024-03-29", "2024-05-29"},
                           Cas{Objet::effacement, "2024-09-30", "2024-10-30", "2024-12-30"},
                           Cas{Objet::limitation, "2024-09-30", "2024-10-30", "2024-12-30"},
                           Cas{Objet::opposition, "2024-09-30", "2024-10-30", "2024-12-30"},
                           Cas{Objet::sante, "2024-09-30", "2024-10-08", nullptr},
                           Cas{Objet::sante_ancienne, "2024-12-31", "2025-02-28", nullptr}}) {
        CAPTURE(core::name_of(un.objet));
        CAPTURE(un.recue);
        CHECK(echeance_de(recue(un.recue, un.objet)) == le(un.terme));
        CHECK(echeance_de(prolongee(recue(un.recue, un.objet), un.recue)) ==
              le(un.prolongee == nullptr ? un.terme : un.prolongee));
        CHECK(terme_de(un.objet).prolongation.has_value() == (un.prolongee != nullptr));
    }
}

TEST_CASE("late the day after its term, answered or not") {
    const auto une = recue("2024-09-30");
    CHECK(etat_de(une, le("2024-10-30")) == Etat::ouverte);
    CHECK(etat_de(une, le("2024-10-31")) == Etat::en_retard);
    CHECK(etat_de(repondue(une, "2024-10-30"), le("2025-01-01")) == Etat::repondue);
    CHECK(etat_de(repondue(une, "2024-10-31"), le("2025-01-01")) == Etat::repondue_en_retard);
    CHECK(etat_de(prolongee(une, "2024-10-30"), le("2024-12-30")) == Etat::ouverte);
}

TEST_CASE("every fault of a demand, an extension, an answer at once") {
    auto une = recue("2024-09-30");
    une.texte = std::string(texte_au_plus + 1, 'x');
    CHECK(fautes_de(une, le("2024-09-29")) ==
          std::vector<Faute>{{"recue_le", "demande.futur"}, {"texte", "demande.long"}});
    une.texte = std::string(texte_au_plus, 'x');
    CHECK(fautes_de(une, le("2024-09-30")).empty());

    const Prolongation voulue{le("2024-10-30"), "Trois dossiers."};
    CHECK(fautes_d_une_prolongation(une, voulue).empty());
    CHECK(fautes_d_une_prolongation(une, {le("2024-10-31"), ""}) ==
          std::vector<Faute>{{"motif", "demande.prolongation_tardive"},
                             {"motif", "demande.prolongation_motif"}});
    CHECK(fautes_d_une_prolongation(prolongee(une, "2024-10-01"), voulue) ==
          std::vector<Faute>{{"motif", "demande.deja_prolongee"}});
    CHECK(fautes_d_une_prolongation(recue("2024-09-30", Objet::sante), voulue) ==
          std::vector<Faute>{{"motif", "demande.sans_prolongation"}});
    CHECK(fautes_d_une_prolongation(repondue(une, "2024-10-01"), voulue) ==
          std::vector<Faute>{{"motif", "demande.deja_repondue"}});

    const auto aujourd_hui = le("2024-10-10");
    CHECK(
        fautes_d_une_reponse(une, {le("2024-10-10"), Issue::satisfaite, ""}, aujourd_hui).empty());
    CHECK(
        fautes_d_une_reponse(une, {le("2024-09-29"), Issue::refusee, ""}, aujourd_hui) ==
        std::vector<Faute>{{"le", "demande.avant_la_demande"}, {"texte", "demande.reponse_motif"}});
    CHECK(fautes_d_une_reponse(une, {le("2024-10-11"), Issue::en_partie, "Sans les tiers."},
                               aujourd_hui) == std::vector<Faute>{{"le", "demande.futur"}});
    CHECK(fautes_d_une_reponse(repondue(une, "2024-10-01"),
                               {le("2024-10-02"), Issue::sans_objet, ""}, aujourd_hui) ==
          std::vector<Faute>{{"issue", "demande.deja_repondue"}});
}

TEST_CASE("what is kept is read back") {
    for (const auto& objet : names(Objet{}))
        for (const auto& issue : names(Issue{})) {
            auto une = prolongee(recue("2024-09-30", objet.value), "2024-10-01");
            une.texte = "Tout, \"même\" les notes\nde 2012.";
            CHECK(lue(contenu_de(une)) == une);
            une.reponse = {le("2024-10-05"), issue.value, "Remis en main propre."};
            CHECK(lue(contenu_de(une)) == une);
        }
}

}  // namespace grappe::demande
