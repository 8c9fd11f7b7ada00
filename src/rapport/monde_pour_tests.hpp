// A small DUI for the tests: three establishments whose records are the cases of tests/usage.
#pragma once

#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "rapport/verification.hpp"
#include "usage/cas_pour_tests.hpp"

namespace grappe::rapport {

inline std::string contenu(const std::string& fichier) {
    std::ifstream flux{std::string{GRAPPE_ROOT} + "/" + fichier, std::ios::binary};
    return {std::istreambuf_iterator{flux}, {}};
}

inline core::Finess numero(const char* texte) { return core::Finess::parse(texte).value(); }

struct Monde {
    std::vector<usage::RegleDUsage> regles{
        usage::RegleDUsage::lire(contenu("donnees/indicateurs/usage-1.txt")).value()};
    Sels sels{core::Confidential<std::string>{"secret d'essai"}};
    secret::CleDeSignature cle = secret::CleDeSignature::de_graine(std::string(32, 'g'));
    std::map<core::Finess, std::vector<Dossier>> dossiers;

    Monde() {
        const auto cas = usage::cas_de_dossiers(GRAPPE_ROOT);
        auto& premier = dossiers[numero("330000019")];
        auto& dernier = dossiers[numero("750000010")];
        dossiers[numero("640000014")];  // no record at all
        for (const auto& un : cas) premier.push_back({"personne:" + un.nom, un.dossier});
        for (std::size_t rang = 0; rang < 7; ++rang)
            dernier.push_back({"personne:" + cas[rang].nom, cas[rang].dossier});
        usage::DossierMesure message;
        message.envois.push_back({usage::instant("2024-09-01T08:00:00Z")});
        dernier.push_back({"envoi:1", message});
    }

    EnTete en_tete() const {
        return {.organisation = numero("330000001"),
                .du = usage::jour("2024-06-30"),
                .au = usage::jour("2024-09-30"),
                .connu_le = usage::instant("2024-10-02T09:00:00Z"),
                .denominateur = usage::Denominateur::fenetre,
                .regle = {},
                .logiciel = {"Logiciel d'essai", "1.0"}};
    }

    Rapport signe() const {
        Fabrique fabrique{en_tete(), regles.front(), sels};
        for (const auto& [finess, siens] : dossiers) fabrique.ajouter(finess, siens);
        auto rapport = fabrique.finir();
        (void)signer(rapport, cle);
        return rapport;
    }

    core::Result<std::string> preuves(const Rapport& rapport, std::int64_t nombre) const {
        const auto tirage = tirer({empreinte_de(rapport), rapport.feuilles}, "c0ffee", nombre);
        return ouvrir(rapport, tirage, sels,
                      [&](const core::Finess& finess) { return dossiers.at(finess); });
    }

    Attendus attendus() const { return {.regles = regles, .cle_publique = cle.publique()}; }
};

inline std::string codes(const Reproches& reproches) {
    std::string tous;
    for (const auto& un : reproches)
        if (tous.find(un.code) == std::string::npos) tous += (tous.empty() ? "" : " ") + un.code;
    return tous;
}

// What a reader of the file says of it: the codes of its faults, "" when it is sound.
inline std::string verdict(const Monde& monde, const std::string& octets) {
    const auto lecture = lire(octets);
    if (lecture.etat != Lecture::Etat::lu) return codes(lecture.reproches);
    return codes(verifier(*lecture.rapport, monde.attendus()));
}

inline std::string verdict_des_preuves(const Rapport& rapport, const std::string& octets) {
    const auto lecture = lire_preuves(octets);
    if (lecture.etat != Lecture::Etat::lu) return codes(lecture.reproches);
    return codes(verifier_preuves(rapport, lecture.preuves));
}

inline std::string remplace(std::string texte, const std::string& avant, const std::string& apres) {
    const auto ou = texte.find(avant);
    if (ou == std::string::npos) return "absent : " + avant;
    return texte.replace(ou, avant.size(), apres);
}

}  // namespace grappe::rapport
