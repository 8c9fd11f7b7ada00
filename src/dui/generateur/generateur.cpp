// Two passes over the same persons: one counts and weighs, the other writes.
#include "dui/generateur/generateur.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "dui/generateur/faits.hpp"

namespace grappe::generateur {
namespace {

constexpr std::uint32_t most_etablissements = 100'000;
constexpr std::uint64_t most_personnes = 50'000'000;
constexpr int most_mois = 240;

const Genre* genre_demande(const Demande& demande, std::size_t rang) {
    const auto& voulu = demande.secteurs[rang % demande.secteurs.size()];
    const auto la = std::ranges::find(sigles, voulu, &Sigle::texte);
    return la == sigles.end() ? nullptr : la->genre;
}

// Visits each establishment, organisation by organisation.
template <class F>
void pour_chaque_etablissement(const Demande& demande, const Periode& periode, F visite) {
    Organisation ensemble{.nombre = 0};
    for (std::uint32_t rang = 0; rang < demande.etablissements; ++rang) {
        if (rang == ensemble.premier + ensemble.nombre)
            ensemble = organisation_a_partir_de(demande.graine, rang, demande.etablissements);
        auto lieu = etablissement(demande.graine, rang, ensemble, periode);
        if (!demande.secteurs.empty()) {
            const auto* genre = genre_demande(demande, rang);
            lieu.poids = lieu.poids / lieu.genre->taille * genre->taille;
            lieu.genre = genre;
        }
        visite(lieu);
    }
}

class Generation {
public:
    Generation(const Demande& demande, const Periode& periode)
        : demande_{demande}, periode_{periode}, calendrier_{periode.debut - 1, periode.au + 20} {
        pour_chaque_etablissement(demande, periode,
                                  [this](const auto& lieu) { poids_total_ += lieu.poids; });
    }

    // Facts that these persons have whatever the total asked for.
    std::uint64_t compter() {
        Ecrivain rien{nullptr};
        parcourir(rien);
        return rien.lignes() - demande_.personnes;
    }

    std::uint64_t faits_usuels() const {
        constexpr Proportions p;
        return partage_.poids() * p.lignes_par_jour / (1000 * poids_d_un_jour_usuel);
    }

    Bilan ecrire(std::uint64_t quotidiens, std::FILE* fichier) {
        partage_.distribuer(quotidiens);
        Ecrivain ecrivain{fichier};
        parcourir(ecrivain);
        ecrivain.vider();
        return {.lignes = ecrivain.lignes(), .octets = ecrivain.octets()};
    }

private:
    void parcourir(Ecrivain& ecrivain) {
        Lignes lignes{ecrivain, calendrier_};
        Passage ici{lignes, partage_, calendrier_, periode_, {demande_.graine}};
        std::uint64_t poids = 0, premier = 0;
        pour_chaque_etablissement(demande_, periode_, [&](const Etablissement& lieu) {
            poids += lieu.poids;  // shares that add up: never lost to rounding
            const auto suivant = demande_.personnes * poids / poids_total_;
            tous_.clear();
            for (; premier < suivant; ++premier) une_personne(ici, premier, lieu);
            ateliers(ici, tous_, lieu);
        });
    }

    void une_personne(Passage& ici, std::uint64_t rang, const Etablissement& lieu) {
        const auto& lui = tous_.emplace_back(personne(ici.graine, rang, lieu, periode_));
        faits_dates(ici, lui, lieu);
        faits_quotidiens(ici, lui, lieu);
    }

    const Demande& demande_;
    Periode periode_;
    Calendrier calendrier_;
    Partage partage_;
    std::uint64_t poids_total_ = 0;
    std::vector<Personne> tous_;  // of the establishment being written
};

core::Result<void> verifier(const Demande& demande) {
    const auto refus = [](const char* code, std::uint64_t valeur) {
        return core::refuse(core::Reason::invalid, code, std::to_string(valeur));
    };
    if (demande.etablissements < 1 || demande.etablissements > most_etablissements)
        return refus("generateur.etablissements", demande.etablissements);
    if (demande.personnes < 1 || demande.personnes > most_personnes)
        return refus("generateur.personnes", demande.personnes);
    if (demande.mois < 1 || demande.mois > most_mois)
        return core::refuse(core::Reason::invalid, "generateur.mois", std::to_string(demande.mois));
    for (std::size_t rang = 0; rang < demande.secteurs.size(); ++rang)
        if (genre_demande(demande, rang) == nullptr)
            return core::refuse(core::Reason::invalid, "generateur.secteur",
                                demande.secteurs[rang]);
    return {};
}

}  // namespace

core::Result<Bilan> generer(const Demande& demande, std::FILE* sortie) {
    if (const auto juste = verifier(demande); !juste) return juste.error();
    const auto au = jour_de(demande.au);
    Generation generation{demande, {.debut = moins_mois(au, demande.mois), .au = au}};
    const auto dates = generation.compter();
    const auto faits = demande.faits.value_or(dates + generation.faits_usuels());
    if (faits < dates)
        return core::refuse(core::Reason::invalid, "generateur.faits", std::to_string(dates));
    return generation.ecrire(faits - dates, sortie);
}

Demande organisation_de_mesure() {
    return {.graine = 2024,
            .etablissements = 15,
            .personnes = 1200,
            .mois = 36,
            .au = core::Date::of(std::chrono::year{2024} / 9 / 30),
            .faits = 4'000'000};
}

Demande pays_de_mesure() {
    return {.graine = 2024,
            .etablissements = 36'500,
            .personnes = 486'000,
            .mois = 3,
            .au = core::Date::of(std::chrono::year{2024} / 9 / 30),
            .faits = 60'000'000};
}

}  // namespace grappe::generateur
