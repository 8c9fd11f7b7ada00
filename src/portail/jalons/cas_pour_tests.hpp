// Cases of milestones written for people (tests/jalons/*.cas), played line after line. Tests only.
#pragma once

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "portail/jalons/acte.hpp"
#include "portail/solde/cas_pour_tests.hpp"

namespace grappe::jalons::tests {

using core::Date;
using solde::tests::appel_livre, solde::tests::Mots, solde::tests::racine;

struct Ligne {
    int numero;
    Mots mots;
    std::string motif{};  // after " : "
};
struct Cas {
    std::string nom;
    std::vector<Ligne> lignes{};
};

inline std::vector<Cas> lire_les_cas(const std::string& chemin) {
    std::ifstream fichier{chemin};
    std::vector<Cas> tous;
    int numero = 0;
    for (std::string texte; std::getline(fichier, texte);) {
        ++numero;
        if (texte.starts_with("cas ")) tous.push_back({.nom = texte.substr(4)});
        if (!texte.starts_with("  ")) continue;
        Ligne ligne{.numero = numero};
        const auto motif = texte.starts_with("  dit ") ? texte.find(" : ") : std::string::npos;
        if (motif != std::string::npos) ligne.motif = texte.substr(motif + 3);
        std::istringstream lus{texte.substr(0, motif)};
        for (std::string mot; lus >> mot;) ligne.mots.push_back(mot);
        tous.back().lignes.push_back(std::move(ligne));
    }
    return tous;
}

// The world of one case, as its lines change it.
class Monde {
public:
    explicit Monde(const Cas& cas) : appel_{appel_livre(appel_du_cas(cas))} {
        accord_.reference = Reference::exigee;
    }

    // True: the line gives something; what it says is refused leaves its code.
    bool donner(const Ligne& ligne) {
        const auto& m = ligne.mots;
        if (m[0] == "=>") return false;
        refus_.clear();
        if (m[0] == "dit") return dire(ligne);
        if (m[0] == "lecture") lire(m);
        if (m[0] == "signee") accord_.signee_le = jour(m[1]);
        if (m[0] == "avance") accord_.avance_le = jour(m[1]);
        if (m[0] == "solde_demande") accord_.solde_demande_le = jour(m[1]);
        if (m[0] == "parametrage_prevu") accord_.parametrage_prevu_le = jour(m[1]);
        if (m[0] == "avenant") accord_.fin_convenue = jour(m[1]);
        if (m[0] == "national") accord_.national = true;
        if (m[0] == "aujourd_hui") aujourd_hui_ = jour(m[1]);
        if (m[0] == "par") auteur_ = auteur(m[1]);
        if (m[0] == "essms") accord_.essms.push_back({m[1], core::named<programme::Regime>(m[2])});
        if (m[0] != "reference") return true;
        accord_.reference = core::named<Reference>(m[1]).value();
        if (m.size() > 2) accord_.referencee_le = jour(m[2]);
        return true;
    }

    Suivi suivi() const { return calculer(accord_, faits_, aujourd_hui_); }
    const std::string& refus() const { return refus_; }

private:
    static std::string appel_du_cas(const Cas& cas) {
        for (const auto& ligne : cas.lignes)
            if (ligne.mots[0] == "appel") return ligne.mots[1];
        return "NA-2024";
    }
    static Date jour(const std::string& texte) { return Date::parse(texte).value(); }
    static Auteur auteur(const std::string& nom) {
        if (nom == "guichet") return Auteur::guichet;
        return nom == "membre" ? Auteur::membre : Auteur::porteur;
    }

    void lire(const Mots& m) {
        std::erase_if(appel_.options, [&](const auto& une) { return une.nom == m[1]; });
        if (m.size() > 3)
            appel_.options.push_back({.nom = m[1], .question = "AMB-11", .choisie = m[3]});
    }

    bool dire(const Ligne& ligne) {
        const auto& m = ligne.mots;
        Voulu voulu{.jalon = core::named<Genre>(m[2]).value(),
                    .acte = core::named<Acte>(m[1]).value(),
                    .motif = ligne.motif};
        for (std::size_t i = 3; i < m.size(); ++i)
            if (const auto lu = Date::parse(m[i]))
                voulu.jour = *lu;
            else
                voulu.finess_et = m[i];
        const auto vu = suivi();
        const auto permis = admettre({accord_, faits_, vu, aujourd_hui_}, voulu, auteur_);
        refus_ = permis ? "" : permis.error().code;
        if (permis)
            faits_.push_back({.numero = static_cast<int>(faits_.size()) + 1,
                              .jalon = voulu.jalon,
                              .finess_et = voulu.finess_et,
                              .acte = voulu.acte,
                              .jour = voulu.jour,
                              .motif = voulu.motif,
                              .par = "x",
                              .fait_le = core::Instant::parse("2024-01-01T00:00:00Z").value()});
        return true;
    }

    programme::Appel appel_;
    Accord accord_{.appel = appel_, .essms = {}};
    std::vector<Fait> faits_{};
    Date aujourd_hui_ = Date::parse("2024-01-01").value();
    Auteur auteur_ = Auteur::porteur;
    std::string refus_{};
};

}  // namespace grappe::jalons::tests
