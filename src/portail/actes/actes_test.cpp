// Papers: the same rows give the same bytes, and a signature changes them.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "portail/actes/avenant_pdf.hpp"
#include "portail/actes/convention_pdf.hpp"
#include "portail/actes/parties_pdf.hpp"
#include "portail/actes/proces_verbal_pdf.hpp"
#include "portail/documents/modeles.hpp"

namespace grappe::actes {
namespace {

using core::Money;

rules::Phrases francais() {
    std::ifstream fichier{std::string{GRAPPE_ROOT} + "/locale/fr.txt"};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    return rules::Phrases::charger(texte.str()).value();
}

core::Instant instant(std::string_view texte) { return core::Instant::parse(texte).value(); }

teleservice::Dossier dossier() {
    return {.id = "d1",
            .compte = "c1",
            .appel = "NA-2024",
            .statut = teleservice::Statut::notifie,
            .version = 1,
            .cree_le = instant("2024-05-01T00:00:00Z"),
            .modifie_le = instant("2024-05-01T00:00:00Z"),
            .guichet = "75"};
}

ConventionImprimee imprimee(int essms) {
    convention::Convention convention{.id = "v1",
                                      .dossier = "d1",
                                      .depot = 1,
                                      .regles = "sha256:00",
                                      .forme = convention::Forme::ad_hoc,
                                      .accorde = {},
                                      .avance = Money::euros(10'500) * essms,
                                      .empreinte = std::string(64, 'a'),
                                      .version = 1,
                                      .preparee_par = "c2",
                                      .preparee_le = instant("2024-06-10T08:00:00Z")};
    ConventionImprimee sortie{.sujet = {convention, dossier()},
                              .code = "NA-2024-AAAA-BBBB-CCCC-AAAA",
                              .numero = "NA-2024-AAAA-BBBB-CCCC",
                              .depose_le = instant("2024-05-24T21:59:59Z"),
                              .agence = "ARS Nouvelle-Aquitaine",
                              .porteur = "Association des Essais",
                              .siret = "99999900600011",
                              .appel = "AAP 2024",
                              .solution = "Logiciel fictif 1",
                              .lignes = {},
                              .sources = {"AAP ESMS numérique 2024, §4.4"},
                              .source_de_l_avance = "AAP ESMS numérique 2024, §4.5.1",
                              .cibles = {{"Dossiers actifs", "90 %", "Tous", "AAP 2024, §5"}},
                              .du_porteur = {},
                              .de_l_agence = {}};
    const solde::Aides aides{.usage = Money::euros(7'000), .equipement = Money::euros(14'000)};
    for (int i = 0; i < essms; ++i) {
        const auto finess = std::to_string(339'900'000 + i);
        sortie.sujet.convention.accorde.lignes.push_back({.finess_et = finess, .aides = aides});
        sortie.lignes.push_back({finess, "EHPAD des Essais", "Acquisition", "1", aides, {0}});
    }
    return sortie;
}

std::string en_pdf(const ConventionImprimee& une) {
    static const auto phrases = francais();
    static const auto modeles =
        documents::charger_modeles(std::string{GRAPPE_ROOT} + "/modeles/documents").value();
    return convention_en_pdf(une, {.modele = modeles.convention,
                                   .phrases = phrases,
                                   .adresse_publique = "https://grappe.test"});
}

}  // namespace

TEST_CASE("the same agreement gives the same paper; a signature changes it") {
    auto une = imprimee(15);
    const auto avant = en_pdf(une);
    CHECK(avant.starts_with("%PDF-"));
    CHECK(avant == en_pdf(imprimee(15)));
    une.sujet.convention.signatures.push_back({.partie = convention::Partie::porteur,
                                               .mode = convention::Mode::electronique,
                                               .empreinte = std::string(64, 'a'),
                                               .par = "c1",
                                               .signee_le = instant("2024-06-11T09:30:00Z")});
    une.du_porteur = {&une.sujet.convention.signatures.front(), "Camille Exemple"};
    CHECK(une.etabli_le() == instant("2024-06-11T09:30:00Z"));
    CHECK(en_pdf(une) != avant);
}

TEST_CASE("a paper takes as many pages as its establishments need") {
    CHECK(en_pdf(imprimee(200)).size() > en_pdf(imprimee(2)).size());
}

TEST_CASE("the same amendment gives the same paper, a signature changes it") {
    const auto phrases = francais();
    const auto une = imprimee(3);
    AvenantImprime imprime{
        .lu = {.sujet = une.sujet,
               .avenant = {.id = "a1",
                           .convention = "v1",
                           .rang = 1,
                           .motif = "Un membre quitte le projet.",
                           .changements = {{convention::GenreDeChangement::retrait, "339900002"}},
                           .regles = "sha256:00",
                           .version = {.accorde = une.sujet.convention.accorde},
                           .empreinte = std::string(64, 'b'),
                           .prepare_par = "c2",
                           .prepare_le = instant("2024-07-10T08:00:00Z")},
               .avant = {.accorde = une.sujet.convention.accorde},
               .noms = {}},
        .code = "NA-2024-AAAA-BBBB-CCCC-A1-BBBB",
        .numero = une.numero,
        .agence = une.agence,
        .porteur = une.porteur};
    auto& avenant = imprime.lu.avenant;
    avenant.version.accorde.lignes.pop_back();
    const auto en_pdf = [&] {
        return avenant_en_pdf(imprime,
                              {.phrases = phrases, .adresse_publique = "https://grappe.test"});
    };
    const auto avant = en_pdf();
    CHECK(avant.starts_with("%PDF-"));
    CHECK(avant == en_pdf());
    avenant.signatures.push_back({.partie = convention::Partie::porteur,
                                  .mode = convention::Mode::papier,
                                  .empreinte = avenant.empreinte,
                                  .par = "c1",
                                  .signee_le = instant("2024-07-11T09:30:00Z")});
    imprime.du_porteur = {&avenant.signatures.front(), "Camille Exemple"};
    CHECK(imprime.etabli_le() == instant("2024-07-11T09:30:00Z"));
    CHECK(en_pdf() != avant);
}

TEST_CASE("a paper leads to its agreement by its code") {
    CHECK(adresse_du_code("NA-2024-AAAA-BBBB-CCCC-AAAA", "https://grappe.test") ==
          "https://grappe.test/conventions/NA-2024-AAAA-BBBB-CCCC-AAAA");
}

TEST_CASE("the same minutes give the same paper") {
    const comite::Comite comite{.id = "k1",
                                .appel = "NA-2024",
                                .fenetre = "1",
                                .guichet = "75",
                                .tenu_le = core::Date::parse("2024-06-04").value(),
                                .enveloppe = Money::euros(900'000),
                                .quorum = {},
                                .version = 1,
                                .cree_par = "c2",
                                .cree_le = instant("2024-06-01T08:00:00Z"),
                                .notifie_le = {}};
    const auto phrases = francais();
    const comite::ProcesVerbal dits{comite, {"Comité tenu.", "Un dossier retenu."}};
    const auto papier = proces_verbal_en_pdf(dits, phrases);
    CHECK(papier == proces_verbal_en_pdf(dits, phrases));
    CHECK(papier != proces_verbal_en_pdf({comite, {"Comité tenu."}}, phrases));
}

}  // namespace grappe::actes
