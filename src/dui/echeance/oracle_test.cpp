// A second computation of deadlines, from the articles and not from the rules, day after day.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

#include "dui/echeance/cas_pour_tests.hpp"

namespace grappe::echeance {
namespace {

using referentiels::Secteur;

// Days are counted one by one; a month later is the next day of the same number.
core::Date jours_apres(core::Date jour, int nombre) {
    for (; nombre > 0; --nombre) jour = jour.plus_days(1);
    for (; nombre < 0; ++nombre) jour = jour.plus_days(-1);
    return jour;
}

int mois_de(core::Date jour) {
    return jour.year() * 12 + static_cast<int>(static_cast<unsigned>(jour.ymd().month())) - 1;
}

core::Date mois_apres(core::Date depart, int nombre) {
    const auto voulu = static_cast<unsigned>(depart.ymd().day());
    auto jour = depart;
    while (mois_de(jour) < mois_de(depart) + nombre) jour = jour.plus_days(1);
    while (static_cast<unsigned>(jour.ymd().day()) < voulu &&
           mois_de(jour.plus_days(1)) == mois_de(jour))
        jour = jour.plus_days(1);
    return jour;
}

// What is expected: "code terme faite", or "code terme -" when it is open.
using Attendues = std::multiset<std::string>;

class Oracle {
public:
    Oracle(const Sejour& sejour, core::Date jour) : s_{sejour}, jour_{jour} {
        if (s_.secteur == Secteur::PJM)
            mandataire();
        else
            accueil();
        annuel("revision", {Acte::projet, Acte::bilan}, {Acte::projet, Acte::bilan});
        for (const auto depart : de({Acte::evenement_de_vie, Acte::demande_de_revision}))
            noter("revision_demandee", mois_apres(depart, 1), premier({Acte::bilan}, depart));
        for (const auto& droit : s_.droits)
            noter("droit", droit.expire_le, premier({Acte::renouvellement}, {}, droit.id));
    }

    Attendues toutes() const { return toutes_; }

private:
    void accueil() {
        const auto refus = premier({Acte::refus_de_signer});
        const bool dipc = (s_.fin_prevue && *s_.fin_prevue < mois_apres(s_.admission, 2)) ||
                          s_.accompagnement == Accompagnement::domicile ||
                          s_.accompagnement == Accompagnement::sans_sejour ||
                          (s_.age == Age::mineur && s_.mesure == Mesure::judiciaire);
        if (s_.age == Age::majeur && s_.entretien)
            noter("information", jours_apres(*s_.entretien, -8),
                  premier({Acte::information_personne_de_confiance}));
        auto remises = std::vector{dipc ? Acte::remise_dipc : Acte::remise_contrat};
        if (!dipc && refus) remises.push_back(Acte::remise_dipc);
        noter("remise", jours_apres(s_.admission, 15), premier(remises));
        if (dipc) return;
        if (refus)
            return noter("dipc_apres_refus", jours_apres(*refus, 15), premier({Acte::remise_dipc}));
        noter("signature", mois_apres(s_.admission, 1), premier({Acte::signature_contrat}));
        noter("avenant", mois_apres(s_.admission, 6), premier({Acte::avenant}));
        annuel("actualisation", {Acte::avenant, Acte::actualisation},
               {Acte::avenant, Acte::actualisation});
    }

    void mandataire() {
        if (s_.notification) {
            noter("dipm", mois_apres(*s_.notification, 3), premier({Acte::remise_dipm}));
            noter("avenant_dipm", mois_apres(*s_.notification, 12), premier({Acte::avenant}));
        }
        const auto remise = premier({Acte::remise_dipm});
        if (!remise) return;
        const auto actes = de({Acte::avenant, Acte::actualisation});
        // The act that met the anniversary before, too late: it meets none that is to come.
        std::optional<core::Date> deja;
        for (int rang = 1;; ++rang) {
            const auto avant = mois_apres(*remise, 12 * (rang - 1));
            const auto terme = mois_apres(*remise, 12 * rang);
            std::optional<core::Date> fait;
            for (const auto acte : actes)
                if (acte > avant && !fait && !(deja == acte && acte <= terme)) fait = acte;
            const bool tard = fait && *fait > terme;
            if (!(tard && deja == fait)) noter("anniversaire", terme, fait);
            if (!fait) return;
            deja = tard ? fait : std::nullopt;
        }
    }

    void annuel(const std::string& code, const std::vector<Acte>& debuts,
                const std::vector<Acte>& suites) {
        auto depart = premier(debuts);
        while (depart) {
            const auto suivant = premier(suites, depart->plus_days(1));
            noter(code, mois_apres(*depart, 12), suivant);
            depart = suivant;
        }
    }

    std::set<core::Date> de(const std::vector<Acte>& actes) const {
        std::set<core::Date> jours;
        for (const auto& fait : s_.faits)
            for (const auto acte : actes)
                if (fait.acte == acte && fait.objet.empty() && fait.jour <= jour_)
                    jours.insert(fait.jour);
        return jours;
    }

    std::optional<core::Date> premier(const std::vector<Acte>& actes,
                                      std::optional<core::Date> depuis = std::nullopt,
                                      const std::string& objet = {}) const {
        std::optional<core::Date> trouve;
        for (const auto& fait : s_.faits) {
            if (std::find(actes.begin(), actes.end(), fait.acte) == actes.end()) continue;
            if (fait.jour > jour_ || fait.objet != objet || (depuis && fait.jour < *depuis))
                continue;
            if (!trouve || fait.jour < *trouve) trouve = fait.jour;
        }
        return trouve;
    }

    void noter(const std::string& code, core::Date terme, std::optional<core::Date> fait) {
        if (!fait && s_.sortie && *s_.sortie <= jour_) return;
        const auto etat = fait            ? (*fait <= terme ? "faite" : "faite_en_retard")
                          : jour_ > terme ? "en_retard"
                                          : "ouverte";
        toutes_.insert(code + " " + terme.text() + " " + (fait ? fait->text() : "-") + " " + etat);
    }

    const Sejour& s_;
    core::Date jour_;
    Attendues toutes_{};
};

Attendues obtenues(const Sejour& sejour, core::Date jour) {
    Attendues toutes;
    for (const auto& une : calculer(sejour, tests::regles(), jour)) {
        if (!une.terme || une.etat == Etat::sans_objet) continue;
        const bool ouverte = une.etat == Etat::proche || une.etat == Etat::a_venir;
        toutes.insert(std::string{core::name_of(une.code)} + " " + une.terme->text() + " " +
                      (une.faite_le ? une.faite_le->text() : "-") + " " +
                      (ouverte ? "ouverte" : std::string{core::name_of(une.etat)}));
    }
    return toutes;
}

std::string ensemble(const Attendues& toutes) {
    std::string texte;
    for (const auto& une : toutes) texte += une + "\n";
    return texte;
}

class Hasard {
public:
    int entre(int bas, int haut) {
        return bas + static_cast<int>(source_() % static_cast<unsigned>(haut - bas + 1));
    }
    bool une_fois_sur(int nombre) { return entre(1, nombre) == 1; }
    core::Date jour(int bas, int haut) {
        return core::Date::parse("2024-01-29").value().plus_days(entre(bas, haut));
    }

private:
    std::mt19937 source_{20261123};
};

Sejour sejour_au_hasard(Hasard& hasard) {
    Sejour un{.secteur = static_cast<Secteur>(hasard.entre(0, 6)),
              .accompagnement = static_cast<Accompagnement>(hasard.entre(0, 4)),
              .admission = hasard.jour(0, 60)};
    if (hasard.une_fois_sur(3)) un.age = Age::mineur;
    if (hasard.une_fois_sur(3)) un.mesure = Mesure::judiciaire;
    if (hasard.une_fois_sur(3)) un.fin_prevue = un.admission.plus_days(hasard.entre(50, 70));
    if (hasard.une_fois_sur(5)) un.sortie = un.admission.plus_days(hasard.entre(0, 500));
    if (!hasard.une_fois_sur(4)) un.entretien = hasard.jour(-20, 60);
    if (!hasard.une_fois_sur(4)) un.notification = hasard.jour(-60, 60);
    if (hasard.une_fois_sur(2)) un.droits.push_back({"AAH", "AAH", hasard.jour(0, 900)});
    for (int reste = hasard.entre(0, 9); reste > 0; --reste) {
        const auto acte = static_cast<Acte>(hasard.entre(0, 12));
        un.faits.push_back(
            {acte, hasard.jour(-30, 1200), acte == Acte::renouvellement ? "AAH" : ""});
    }
    return un;
}

}  // namespace

TEST_CASE("the rules and the articles give the same obligations") {
    Hasard hasard;
    for (int essai = 0; essai < 20'000; ++essai) {
        CAPTURE(essai);
        const auto sejour = sejour_au_hasard(hasard);
        const auto jour = hasard.jour(-10, 1300);
        REQUIRE(ensemble(obtenues(sejour, jour)) == ensemble(Oracle{sejour, jour}.toutes()));
    }
}

TEST_CASE("as days go by an open obligation comes nearer, then is late, and never comes back") {
    Hasard hasard;
    for (int essai = 0; essai < 200; ++essai) {
        auto sejour = sejour_au_hasard(hasard);
        sejour.faits.clear();
        sejour.sortie.reset();
        std::vector<Etat> avant(nombre_de_codes, Etat::sans_objet);
        for (int n = 0; n < 500; n += 7)
            for (const auto& une :
                 calculer(sejour, tests::regles(), sejour.admission.plus_days(n))) {
                auto& passe = avant[static_cast<std::size_t>(une.code)];
                REQUIRE(une.etat <= passe);
                passe = une.etat;
            }
    }
}

}  // namespace grappe::echeance
