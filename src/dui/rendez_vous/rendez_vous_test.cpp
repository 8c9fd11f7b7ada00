// What is planned, changed and held, and the facts that say it.
#include <doctest/doctest.h>

#include <algorithm>

#include "dui/element/monde_pour_tests.hpp"
#include "dui/rendez_vous/tenue.hpp"
#include "storage/test_bases.hpp"

namespace grappe::rendez_vous {
namespace {

using agenda::Genre, agenda::Presence, agenda::Statut;
using element::tests::tilleuls;
using recurrence::Moment;
using storage::Base, storage::Reader, storage::Writer;

Moment a(const std::string& texte) { return Moment::lire(texte).value(); }
core::Date le(const std::string& jour) { return core::Date::parse(jour).value(); }
std::string id(int n) {
    auto texte = std::to_string(n);
    return std::string(32 - texte.size(), '0') + texte;
}

// Of a Thursday, 1 August 2024.
struct Essai {
    Base& base;
    acces::Professionnel qui{.acteur = {.compte = "c1", .role = access::Role::professionnel},
                             .etablissements = {tilleuls().text()},
                             .profession = partage::Profession::educateur};
    std::string maintenant = "2024-08-01T12:00";

    Auteur auteur() const {
        return {qui, magasin::Moment{recurrence::instant_de(a(maintenant)).utc()},
                [](std::string_view personne, std::string_view) { return personne != "inconnue"; }};
    }
    static RendezVous voulu(int n, const std::string& debut, const std::string& regle = {}) {
        RendezVous un{.id = id(n),
                      .finess_et = tilleuls(),
                      .titre = "Chant",
                      .participations = {{Genre::personne, "p1"}},
                      .serie = {.debut = a(debut), .minutes = 60}};
        if (!regle.empty()) un.serie.regle = recurrence::lire_regle(regle).regle.value();
        return un;
    }
    static std::string issue(const core::Result<Issue>& fait) {
        if (!fait) return fait.error().code;
        std::string codes;
        for (const auto& une : fait->fautes) (codes += codes.empty() ? "" : " ") += une.code;
        if (!codes.empty()) return codes;
        if (fait->ecrite()) return "fait";
        return "conflits " + std::to_string(fait->conflits.size()) +
               (fait->acceptables ? " acceptables" : "");
    }
    std::string programme(const RendezVous& un, Conflits conflits = Conflits::montrer) const {
        return issue(
            base.write([&](Writer& db) { return programmer(db, auteur(), un, conflits); }));
    }
    std::string change(const Cible& cible, const RendezVous& un) const {
        return issue(base.write([&](Writer& db) {
            return changer(db, auteur(), cible, {un, Conflits::montrer});
        }));
    }
    // "2024-08-06T08:00:00Z PLANIFIE", a line each, those that are not cancelled.
    std::string faits() const {
        std::vector<std::string> lignes;
        base.read([&](Reader& db) {
            db.each({"essai.faits", R"(
                SELECT f.debut, f.etat FROM fait f WHERE f.type = 'evenement' AND f.etat <> 'ANNULE'
                AND f.version = (SELECT MAX(g.version) FROM fait g WHERE g.id = f.id)
                ORDER BY f.debut)"},
                    [&](const storage::Row& ligne) {
                        lignes.push_back(ligne.get<std::string>("debut") + " " +
                                         ligne.get<std::string>("etat"));
                    });
        });
        std::string texte;
        for (const auto& une : lignes) texte += une + "\n";
        return texte;
    }
    std::string semaine(const char* du, const char* au) const {
        std::string texte;
        base.read([&](Reader& db) {
            for (const auto& une :
                 occurrences_de(db, std::set<Qui>{{Genre::personne, "p1"}}, {le(du), le(au)}))
                texte += une.debut.texte() + " " +
                         std::string{core::name_of(une.evenement.statut)} + " " +
                         std::string{core::name_of(une.evenement.participations.front().presence)} +
                         "\n";
        });
        return texte;
    }
};

void essayer(const std::function<void(Essai&)>& faire) {
    storage::on_every_dui([&](Base& base) {
        element::tests::connaitre(base, {"p1", "p2"});
        Essai essai{base};
        faire(essai);
    });
}

}  // namespace

TEST_CASE("an event is kept and read as it was planned, and is a fact of its persons") {
    essayer([](Essai& essai) {
        auto un = Essai::voulu(1, "2024-08-06T10:00");
        un.lieu = "Salle = 2";
        un.participations.push_back({Genre::personne, "p2"});
        CHECK(essai.faits().empty());
        CHECK(essai.programme(un) == "fait");
        CHECK(essai.programme(un) == "fait");  // sent twice
        CHECK(essai.faits() == "2024-08-06T08:00:00Z PLANIFIE\n");
        CHECK(element_de(lu(element_de(un))) == element_de(un));
        CHECK(essai.semaine("2024-08-05", "2024-08-11") == "2024-08-06T10:00 PLANIFIE attendue\n");
        CHECK(essai.semaine("2024-08-12", "2024-08-18").empty());
        un.titre = "";
        un.id = id(2);
        un.participations = {};
        un.serie.minutes = 0;
        CHECK(essai.programme(un) ==
              "rendez_vous.titre rendez_vous.personne_prise recurrence.duree");
    });
}

TEST_CASE("a series is made of facts up to the horizon, then as days come") {
    essayer([](Essai& essai) {
        CHECK(essai.programme(Essai::voulu(1, "2024-08-06T10:00", "FREQ=WEEKLY")) == "fait");
        const auto cinq = essai.faits();
        CHECK(std::ranges::count(cinq, '\n') == 5);  // 6, 13, 20, 27 August, 3 September
        essai.maintenant = "2024-08-15T12:00";
        const auto prolonge = [&] {
            return essai.base
                .write([&](Writer& db) { return prolonger(db, essai.auteur().geste(), 10); })
                .value();
        };
        CHECK(prolonge() == 1);
        CHECK(essai.faits() ==
              cinq + "2024-09-10T08:00:00Z PLANIFIE\n2024-09-17T08:00:00Z PLANIFIE\n");
        CHECK(prolonge() == 0);
    });
}

TEST_CASE("one occurrence moved, those that follow changed, the rest cancelled: facts follow") {
    essayer([](Essai& essai) {
        CHECK(essai.programme(Essai::voulu(1, "2024-08-06T10:00", "FREQ=WEEKLY;COUNT=5")) ==
              "fait");
        const auto bouge = essai.base.write([&](Writer& db) {
            return deplacer(db, essai.auteur(), {id(1), a("2024-08-13T10:00"), 1},
                            {a("2024-08-14T15:00"), 30, Conflits::montrer});
        });
        CHECK(Essai::issue(bouge) == "fait");
        CHECK(essai.faits().find("2024-08-14T13:00:00Z") != std::string::npos);
        CHECK(essai.faits().find("2024-08-13") == std::string::npos);
        CHECK(essai.change({id(1), a("2024-08-20T10:00"), 1, Portee::suivantes},
                           Essai::voulu(1, "2024-08-20T11:00", "FREQ=WEEKLY;COUNT=3")) ==
              "element.version");
        CHECK(essai.change({id(1), a("2024-08-20T10:00"), 2, Portee::suivantes},
                           Essai::voulu(1, "2024-08-21T11:00", "FREQ=WEEKLY;COUNT=3")) == "fait");
        CHECK(essai.faits() ==
              "2024-08-06T08:00:00Z PLANIFIE\n2024-08-14T13:00:00Z PLANIFIE\n"
              "2024-08-21T09:00:00Z PLANIFIE\n2024-08-28T09:00:00Z PLANIFIE\n"
              "2024-09-04T09:00:00Z PLANIFIE\n");
        const auto annule = essai.base.write([&](Writer& db) {
            return annuler(db, essai.auteur(), {id(1), a("2024-08-13T10:00"), 3, Portee::suivantes},
                           "Vacances");
        });
        CHECK(Essai::issue(annule) == "fait");
        CHECK(essai.faits().find("2024-08-14") == std::string::npos);
        CHECK(std::ranges::count(essai.faits(), '\n') == 4);
    });
}

TEST_CASE("presence is noted of what has begun, a refusal before; the fact says what was held") {
    essayer([](Essai& essai) {
        CHECK(essai.programme(Essai::voulu(1, "2024-08-01T10:00", "FREQ=DAILY")) == "fait");
        const auto pointe = [&](const char* quand, Presence presence) {
            const auto fait = essai.base.write([&](Writer& db) {
                return pointer(db, essai.auteur(), {id(1), a(quand)},
                               {{Genre::personne, "p1"}, presence});
            });
            return fait ? std::string{"fait"} : fait.error().code;
        };
        CHECK(pointe("2024-08-02T10:00", Presence::presente) == "agenda.pas_commence");
        CHECK(pointe("2024-08-02T10:00", Presence::refusee) == "fait");
        CHECK(pointe("2024-08-01T10:00", Presence::presente) == "fait");
        CHECK(pointe("2024-08-01T10:00", Presence::refusee) == "agenda.refus_present");
        CHECK(pointe("2024-08-01T09:00", Presence::presente) == "rendez_vous.inconnu");
        CHECK(essai.semaine("2024-08-01", "2024-08-02") ==
              "2024-08-01T10:00 REALISE presente\n2024-08-02T10:00 PLANIFIE refusee\n");
        CHECK(essai.faits().starts_with(
            "2024-08-01T08:00:00Z REALISE\n2024-08-02T08:00:00Z PLANIFIE"));
        // The refusal stays when the series changes its hour.
        CHECK(essai.change({id(1), a("2024-08-02T10:00"), 1, Portee::toutes},
                           Essai::voulu(1, "2024-08-02T11:00", "FREQ=DAILY")) == "fait");
        CHECK(essai.semaine("2024-08-01", "2024-08-03") ==
              "2024-08-01T10:00 REALISE presente\n2024-08-02T11:00 PLANIFIE refusee\n"
              "2024-08-03T11:00 PLANIFIE attendue\n");
    });
}

TEST_CASE("a clash is told, and accepted by who may") {
    essayer([](Essai& essai) {
        const auto salle = [&](const acces::Professionnel& qui) {
            return Essai::issue(essai.base.write([&](Writer& db) {
                auto auteur = Auteur{qui, essai.auteur().maintenant, essai.auteur().accompagnee};
                return ouvrir_ressource(db, auteur, tilleuls(),
                                        {.id = id(90), .nom = "Salle 2", .genre = Genre::salle});
            }));
        };
        auto chef = essai.qui;
        chef.acteur.role = access::Role::encadrement;
        CHECK(salle(essai.qui) == "dui.etablissement_interdit");
        CHECK(salle(chef) == "fait");
        auto un = Essai::voulu(1, "2024-08-06T10:00", "FREQ=WEEKLY");
        auto autre = Essai::voulu(2, "2024-08-13T10:30");
        CHECK(essai.programme(un) == "fait");
        CHECK(essai.programme(autre) == "conflits 1 acceptables");
        CHECK(essai.programme(autre, Conflits::accepter) == "fait");
        for (auto* lui : {&un, &autre})
            lui->participations = {{Genre::personne, "p2"}, {Genre::salle, id(90)}};
        un.id = id(3);
        autre.id = id(4);
        autre.participations.front().id = "p1";
        un.serie.debut = a("2024-08-07T10:00");
        autre.serie.debut = a("2024-08-14T10:00");
        CHECK(essai.programme(un) == "fait");
        CHECK(essai.programme(autre, Conflits::accepter) == "conflits 1");
        essai.qui = chef;
        CHECK(essai.programme(autre, Conflits::accepter) == "fait");
    });
}

TEST_CASE("a week reads nothing of other years, however long the history") {
    essayer([](Essai& essai) {
        for (int n = 0; n < 40; ++n) {
            auto passe = Essai::voulu(100 + n, "2024-06-03T10:00");
            passe.serie.debut.jour = passe.serie.debut.jour.plus_days(n);
            CHECK(essai.programme(passe) == "fait");
        }
        CHECK(essai.programme(Essai::voulu(1, "2024-06-03T14:00", "FREQ=DAILY;COUNT=20")) ==
              "fait");
        CHECK(essai.programme(Essai::voulu(2, "2024-08-05T14:00", "FREQ=DAILY;COUNT=2")) == "fait");
        essai.base.read([&](Reader& db) {
            CHECK(au_lieu(db, tilleuls().text(), {le("2024-08-05"), le("2024-08-11")}).size() == 1);
            CHECK(
                de_qui(db, {Genre::personne, "p1"}, {le("2024-07-22"), le("2024-07-28")}).empty());
        });
    });
}

TEST_CASE("nobody plans where one does not write, nor what one's profession does not") {
    essayer([](Essai& essai) {
        auto un = Essai::voulu(1, "2024-08-06T10:00");
        un.classe = partage::Classe::soins;
        CHECK(essai.programme(un) == "rendez_vous.classe");
        un.classe = partage::Classe::quotidien;
        un.participations.front().id = "inconnue";
        CHECK(essai.programme(un) == "dui.dossier_inconnu");
        un.participations = {{Genre::salle, "absente"}, {Genre::professionnel, "personne"}};
        CHECK(essai.programme(un) == "rendez_vous.ressource rendez_vous.professionnel");
        essai.qui.etablissements = {"330000019"};
        CHECK(essai.programme(un) == "dui.etablissement_interdit");
    });
}

}  // namespace grappe::rendez_vous
