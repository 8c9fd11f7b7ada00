// Time of a report with its proof for 410,000 records, and of one opening: prints, never judges.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "rapport/verification.hpp"

namespace grappe {
namespace {

using Horloge = std::chrono::steady_clock;

constexpr int etablissements = 4'100, dossiers_par_etablissement = 100;

double millisecondes(Horloge::time_point debut) {
    return std::chrono::duration<double, std::milli>(Horloge::now() - debut).count();
}

core::Finess numero(int rang) {
    auto suite = std::to_string(rang);
    const auto debut = "339" + suite.insert(0, 5 - suite.size(), '0');
    for (char cle = '0'; cle <= '9'; ++cle)
        if (const auto lu = core::Finess::parse(debut + cle); lu->has_valid_key()) return *lu;
    return core::Finess::parse("330000019").value();
}

core::Instant instant(int jour, int heure) {
    const auto debut = core::Date::parse("2024-06-01").value();
    return core::Instant::of(debut.plus_days(jour).days() + std::chrono::hours{heure});
}

// A record with some facts of each kind, most of them counted.
rapport::Dossier dossier(int rang) {
    const auto entree = core::Date::parse("2023-01-01").value().plus_days(rang % 700);
    rapport::Dossier un{.identifiant = "personne:" + std::to_string(rang), .faits = {}};
    un.faits.sejours.push_back({entree, {}});
    for (int k = 0; k < 3; ++k)
        un.faits.modifications.push_back({instant((rang + k * 40) % 120, 9), k == 1});
    un.faits.projets.push_back({usage::StatutDeProjet::en_cours, entree, {}});
    for (int k = 0; k < 2; ++k)
        un.faits.evenements.push_back({instant((rang + k * 30) % 120, 9),
                                       instant((rang + k * 30) % 120, 10),
                                       usage::StatutDEvenement::planifie});
    un.faits.envois.push_back({instant(rang % 120, 11)});
    un.faits.alimentations.push_back({instant(rang % 120, 12), usage::IssueDuDmp::acceptee});
    return un;
}

std::vector<rapport::Dossier> dossiers(int etablissement) {
    std::vector<rapport::Dossier> tous;
    for (int rang = 0; rang < dossiers_par_etablissement; ++rang)
        tous.push_back(dossier(etablissement * dossiers_par_etablissement + rang));
    return tous;
}

usage::RegleDUsage regle(const std::string& racine) {
    std::ifstream fichier{racine + "/donnees/indicateurs/usage-1.txt"};
    return usage::RegleDUsage::lire(std::string{std::istreambuf_iterator{fichier}, {}}).value();
}

rapport::EnTete en_tete() {
    const auto au = core::Date::parse("2024-09-30").value();
    return {.organisation = {},
            .du = au,
            .au = au,
            .connu_le = instant(121, 0),
            .denominateur = usage::Denominateur::fenetre,
            .regle = {},
            .logiciel = {"Essai", "1"}};
}

}  // namespace

void mesurer(const std::string& racine) {
    const std::vector<usage::RegleDUsage> regles{regle(racine)};
    const rapport::Sels sels{core::Confidential<std::string>{"essai"}};
    const auto cle = secret::CleDeSignature::neuve();
    std::vector<std::pair<core::Finess, std::vector<rapport::Dossier>>> base;
    for (int rang = 0; rang < etablissements; ++rang)
        base.emplace_back(numero(rang), dossiers(rang));

    auto debut = Horloge::now();
    rapport::Fabrique fabrique{en_tete(), regles.front(), sels};
    for (const auto& [finess, siens] : base) fabrique.ajouter(finess, siens);
    auto signe = fabrique.finir();
    const auto octets = rapport::signer(signe, cle);
    std::printf("report, %lld leaves, %d establishments   %8.0f ms, %zu bytes\n",
                static_cast<long long>(signe.feuilles), etablissements, millisecondes(debut),
                octets.size());

    debut = Horloge::now();
    const auto lu = rapport::lire(octets);
    const auto fautes = rapport::verifier(*lu.rapport, {.regles = regles, .cle_publique = {}});
    std::printf("reading and verification of the report      %8.0f ms, %zu faults\n",
                millisecondes(debut), fautes.size());

    const auto tirage =
        rapport::tirer({rapport::empreinte_de(signe), signe.feuilles}, "c0ffee", 300);
    debut = Horloge::now();
    const auto preuves = rapport::ouvrir(signe, tirage, sels, [&](const core::Finess& finess) {
        for (const auto& [sien, siens] : base)
            if (sien == finess) return siens;
        return std::vector<rapport::Dossier>{};
    });
    std::printf("opening of 300 leaves                       %8.0f ms, %zu bytes\n",
                millisecondes(debut), preuves->size());

    debut = Horloge::now();
    const auto lues = rapport::lire_preuves(*preuves).preuves;
    const auto lecture = millisecondes(debut);
    debut = Horloge::now();
    std::size_t reproches = 0;
    for (const auto& une : lues.ouvertures)
        reproches += rapport::verifier_ouverture(signe, une).size();
    std::printf("one opening: read %.3f ms, verified %.3f ms, %zu faults\n", lecture / 300,
                millisecondes(debut) / 300, reproches);
}

}  // namespace grappe

int main(int nombre, char** arguments) { grappe::mesurer(nombre > 1 ? arguments[1] : "."); }
