// Each pair of states, each thing asked for, each attribute: what is allowed, and why not.
#include "dui/identite/passage.hpp"

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <map>
#include <sstream>

#include "rules/phrases.hpp"

namespace grappe::identite {

using identite::Demande;
using identite::Identite;
using identite::Statut;

namespace {

const auto aujourd_hui = core::Date::parse("2024-09-30").value();
const identite::Circonstance adulte{core::Date::parse("1940-01-01").value(), aujourd_hui};

// A number that spec and law give as an example of the key.
const Matricule d_insi{"279035121518989", Autorite::nir_d_essai};

identite::Vu vu(Dispositif dispositif) {
    return {dispositif, core::Date::parse("2024-09-29").value(), "compte-7"};
}

Identite identite_au(Statut statut) {
    Identite une{.statut = statut};
    if (statut == Statut::recuperee || statut == Statut::qualifiee) une.matricule = d_insi;
    return une;
}

std::string lire(const std::string& chemin) {
    std::ifstream entree{chemin, std::ios::binary};
    std::ostringstream texte;
    texte << entree.rdbuf();
    return texte.str();
}

}  // namespace

TEST_CASE("each pair of states is allowed with what it asks for, and with nothing less") {
    using enum Exigence;
    // Written again, apart from the program: what each pair asks for.
    const std::map<std::pair<Statut, Statut>, Exigence> attendues{
        {{Statut::provisoire, Statut::provisoire}, refuse},
        {{Statut::provisoire, Statut::recuperee}, Exigence::insi},
        {{Statut::provisoire, Statut::validee}, dispositif},
        {{Statut::provisoire, Statut::qualifiee}, insi_et_dispositif},
        {{Statut::recuperee, Statut::provisoire}, motif},
        {{Statut::recuperee, Statut::recuperee}, Exigence::insi},
        {{Statut::recuperee, Statut::validee}, refuse},
        {{Statut::recuperee, Statut::qualifiee}, dispositif},
        {{Statut::validee, Statut::provisoire}, motif},
        {{Statut::validee, Statut::recuperee}, refuse},
        {{Statut::validee, Statut::validee}, refuse},
        {{Statut::validee, Statut::qualifiee}, Exigence::insi},
        {{Statut::qualifiee, Statut::provisoire}, motif},
        {{Statut::qualifiee, Statut::recuperee}, refuse},
        {{Statut::qualifiee, Statut::validee}, retrait_de_l_ins},
        {{Statut::qualifiee, Statut::qualifiee}, Exigence::insi}};
    CHECK(attendues.size() == 16);
    int essais = 0;
    for (const auto& [paire, attendue] : attendues)
        for (int quoi = 0; quoi < 16; ++quoi) {
            const bool avec_insi = (quoi & 1) != 0, avec_vu = (quoi & 2) != 0;
            const std::array<std::optional<Motif>, 4> motifs{std::nullopt, Motif::ins_retiree,
                                                             Motif::trait_change, Motif::doute};
            const auto pourquoi = motifs[static_cast<std::size_t>(quoi / 4)];
            Demande demande{.vers = paire.second, .motif = pourquoi};
            if (avec_insi) demande.insi = d_insi;
            if (avec_vu) demande.vu = vu(Dispositif::passeport);
            const bool admis = (attendue == Exigence::insi && avec_insi) ||
                               (attendue == dispositif && avec_vu) ||
                               (attendue == insi_et_dispositif && avec_insi && avec_vu) ||
                               (attendue == motif && pourquoi.has_value()) ||
                               (attendue == retrait_de_l_ins && pourquoi == Motif::ins_retiree);
            CAPTURE(code_du_passage(paire.first, paire.second));
            CAPTURE(quoi);
            const auto apres = passer(identite_au(paire.first), demande, adulte);
            REQUIRE(apres.has_value() == admis);
            ++essais;
            if (!admis) {
                CHECK(apres.error().code == code_du_passage(paire.first, paire.second));
                continue;
            }
            CHECK(apres->statut == paire.second);
            // A matricule stands with these two states and no other.
            CHECK(apres->matricule.has_value() ==
                  (paire.second == Statut::recuperee || paire.second == Statut::qualifiee));
        }
    CHECK(essais == 256);
}

TEST_CASE("a doubtful or fictitious identity rises to no state") {
    for (const auto attribut : {Attribut::douteuse, Attribut::fictive})
        for (const auto& de : names(Statut{})) {
            const auto basse = poser(identite_au(de.value), attribut);
            REQUIRE(basse);
            CHECK(basse->statut == Statut::provisoire);
            CHECK_FALSE(basse->matricule);
            for (const auto vers : {Statut::recuperee, Statut::validee, Statut::qualifiee}) {
                const auto refus = passer(*basse,
                                          {.vers = vers,
                                           .insi = d_insi,
                                           .vu = vu(Dispositif::passeport),
                                           .motif = Motif::doute},
                                          adulte);
                REQUIRE_FALSE(refus);
                CHECK(refus.error().code == "identite." + std::string{core::name_of(attribut)});
            }
            CHECK_FALSE(diffuser(*basse, Confirmation::donnee));
            CHECK_FALSE(a_emettre(*basse));
            CHECK(diffuser(*lever(*basse, attribut), Confirmation::aucune));
            CHECK(lever(*basse, attribut)->statut == Statut::provisoire);
        }
}

TEST_CASE("homonym stands with every state, and with doubtful; fictitious stands alone") {
    for (const auto& de : names(Statut{})) {
        const auto avec = poser(identite_au(de.value), Attribut::homonyme);
        CHECK(avec->statut == de.value);
        CHECK(avec->matricule == identite_au(de.value).matricule);
        CHECK(diffuser(*avec, Confirmation::aucune).error().code == "identite.diffusion.homonyme");
        CHECK(diffuser(*avec, Confirmation::donnee));
        CHECK(poser(*avec, Attribut::homonyme).error().code == "identite.attribut_deja");
        CHECK(poser(*avec, Attribut::douteuse)->attributs ==
              Attributs{.homonyme = true, .douteuse = true});
        CHECK(poser(*avec, Attribut::fictive).error().code == "identite.attributs_incompatibles");
        const auto fictive = poser(identite_au(de.value), Attribut::fictive);
        for (const auto autre : {Attribut::homonyme, Attribut::douteuse})
            CHECK(poser(*fictive, autre).error().code == "identite.attributs_incompatibles");
        CHECK(lever(*fictive, Attribut::douteuse).error().code == "identite.attribut_absent");
    }
}

TEST_CASE("a matricule leaves with a qualified identity only, with its OID and a right key") {
    for (const auto& de : names(Statut{})) {
        CHECK(a_emettre(identite_au(de.value)).has_value() == (de.value == Statut::qualifiee));
        auto forcee = identite_au(de.value);  // even where one was left there
        forcee.matricule = d_insi;
        CHECK(a_emettre(forcee).has_value() == (de.value == Statut::qualifiee));
    }
    auto une = identite_au(Statut::qualifiee);
    CHECK(a_emettre(une)->numero == d_insi.numero);
    CHECK(core::name_of(*a_emettre(une)->autorite) == "1.2.250.1.213.1.4.10");
    une.matricule->autorite.reset();  // from a line of import: no OID is made up
    CHECK(a_emettre(une).error().code == "identite.emission.sans_oid");
    une.matricule = Matricule{"279035121518988", Autorite::nir};
    CHECK(a_emettre(une).error().code == "identite.emission.cle");
    une.matricule.reset();
    CHECK(a_emettre(une).error().code == "identite.emission.sans_matricule");
}

TEST_CASE("the key of a matricule, Corsica included") {
    for (const auto* juste : {"279035121518989", "277076322082910", "185042A00412340",
                              "185042B00412367", "255069999999934"})
        CHECK(cle_juste({juste, Autorite::nir}));
    for (const auto* faux : {"147720425367411", "221042545611404", "279035121518988", ""})
        CHECK_FALSE(cle_juste({faux, Autorite::nir}));
}

TEST_CASE("what INSi and devices say is checked before it counts") {
    const auto vers_recuperee = [](Matricule matricule) {
        return passer({}, {.vers = Statut::recuperee, .insi = std::move(matricule)}, adulte);
    };
    CHECK(vers_recuperee({"279035121518988", Autorite::nir}).error().code ==
          "identite.matricule_cle");
    CHECK(vers_recuperee({"279035121518989", std::nullopt}).error().code ==
          "identite.matricule_sans_oid");
    const auto vers_validee = [](identite::Vu quoi, const identite::Circonstance& quand) {
        return passer({}, {.vers = Statut::validee, .vu = std::move(quoi)}, quand);
    };
    auto trop_tard = vu(Dispositif::passeport);
    trop_tard.le = aujourd_hui.plus_days(1);
    CHECK(vers_validee(trop_tard, adulte).error().code == "identite.vu_trop_tard");
    trop_tard.le = aujourd_hui;
    CHECK(vers_validee(trop_tard, adulte));
    auto par_personne = vu(Dispositif::passeport);
    par_personne.par.clear();
    CHECK(vers_validee(par_personne, adulte).error().code == "identite.vu_par_personne");
}

TEST_CASE("the devices of minors are those of minors, to the day") {
    const auto ne_le = [](const char* jour) {
        return identite::Circonstance{core::Date::parse(jour).value(), aujourd_hui};
    };
    for (const auto& dispositif : names(Dispositif{})) {  // seen on 29 September 2024
        const auto essai = [&](const identite::Circonstance& quand) {
            return passer({}, {.vers = Statut::validee, .vu = vu(dispositif.value)}, quand)
                .has_value();
        };
        CAPTURE(dispositif.name);
        CHECK(essai(ne_le("2006-09-30")));
        CHECK(essai(ne_le("2006-09-29")) == !de_mineur(dispositif.value));
        CHECK(essai({std::nullopt, aujourd_hui}) == !de_mineur(dispositif.value));
    }
}

TEST_CASE("another strict trait makes the identity provisional, its matricule goes") {
    for (const auto& de : names(Statut{})) {
        auto une = identite_au(de.value);
        une.attributs.homonyme = true;
        CHECK(apres_un_trait_change(une) == Identite{.attributs = {.homonyme = true}});
    }
}

TEST_CASE("the table of passages is the committed one") {
    const std::string racine{GRAPPE_ROOT};
    const auto phrases = rules::Phrases::charger(lire(racine + "/locale/fr.txt")).value();
    const auto texte = table([&](std::string_view code) { return phrases.rendre(code, {}); });
    if (texte != lire(racine + "/tests/committed/identites.txt"))
        std::ofstream{racine + "/build/identites.txt"} << texte;
    INFO("the new text is in build/identites.txt");
    CHECK(texte == lire(racine + "/tests/committed/identites.txt"));
}

}  // namespace grappe::identite
