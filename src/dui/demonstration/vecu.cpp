// One establishment after the other: its units, who lives there, then day after day who told what.
#include "dui/demonstration/vecu.hpp"

#include <algorithm>
#include <array>

#include "dui/demonstration/cercles.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/generateur/hasard.hpp"
#include "dui/transmission/releve.hpp"
#include "dui/unite/unite.hpp"
#include "secret/empreinte.hpp"

namespace grappe::demonstration {
namespace {

using generateur::Hasard;
using storage::Reader, storage::Writer;

constexpr std::array<std::array<const char*, 3>, 4> noms_des_unites{
    {{"Les Tilleuls", "Les Érables", "Les Lilas"},
     {"Foyer du Canal", "Foyer du Parc", "Accueil de jour"},
     {"Secteur nord", "Secteur sud", "Secteur centre"},
     {"Maison des petits", "Maison des grands", "Appartements"}}};
// Of a hundred persons, how many something is told of in one shift.
constexpr unsigned sur_cent_par_poste = 14;
constexpr std::size_t projets_par_lieu = 3;
// When what is told took place, in hours of a day: three shifts.
constexpr std::array<std::pair<int, int>, 3> heures{{{7, 12}, {14, 19}, {21, 23}}};

struct Chronique {
    Writer& db;
    const Recit& recit;
    const Mois& mois;
    std::vector<acces::Professionnel> professionnels;
    Bilan bilan{};
    std::map<std::string, std::string> objectifs{};  // of who has a project, by id
    std::optional<std::int64_t> releve{};            // the last element of before the last evening
};

struct Lieu {
    std::string finess_et;
    std::size_t secteur;  // rank
    std::vector<std::string> personnes;
    std::vector<unite::Unite> unites{};
};

// The first account that writes there, of that profession where one is asked for; null: none.
const acces::Professionnel* auteur(const Chronique& chronique, const Lieu& lieu,
                                   std::optional<partage::Profession> profession) {
    const auto un = std::ranges::find_if(chronique.professionnels, [&](const auto& qui) {
        return (!profession || qui.profession == profession) &&
               qui.peut_a(access::Permission::dossier_usager_ecrire, lieu.finess_et);
    });
    return un == chronique.professionnels.end() ? nullptr : &*un;
}

Entoures entoures_de(const Chronique& chronique, const Lieu& lieu) {
    return {.finess_et = core::Finess::parse(lieu.finess_et).value(),
            .secteur = lieu.secteur,
            .personnes = lieu.personnes,
            .au = chronique.mois.au,
            .maintenant = chronique.mois.maintenant};
}

core::Result<void> installer(Chronique& chronique, Lieu& lieu) {
    const auto* chef = auteur(chronique, lieu, {});
    if (chef == nullptr) return {};
    const auto finess_et = core::Finess::parse(lieu.finess_et).value();
    const element::Geste geste{chef->acteur.compte, chronique.mois.maintenant};
    for (const auto* nom : noms_des_unites[lieu.secteur]) {
        auto une = unite::ouvrir(chronique.db, *chef, geste, {finess_et, nom});
        if (!une) return une.error();
        lieu.unites.push_back(*std::move(une));
        ++chronique.bilan.unites;
    }
    const auto debut = core::paris().start_of(chronique.mois.au.plus_days(-chronique.mois.jours));
    for (std::size_t rang = 0; rang < lieu.personnes.size(); ++rang) {
        const auto& unite = lieu.unites[rang % lieu.unites.size()].id;
        const auto place = unite::placer(chronique.db, *chef, geste,
                                         {finess_et, lieu.personnes[rang], unite, debut});
        if (!place) return place.error();
        ++chronique.bilan.personnes;
    }
    return entourer(chronique.db, chronique.professionnels, entoures_de(chronique, lieu));
}

// The first persons of a place have a project, where an account writes one.
core::Result<void> projeter(Chronique& chronique, const Lieu& lieu) {
    const auto qui = std::ranges::find_if(chronique.professionnels, [&](const auto& un) {
        return un.ecrit(partage::Classe::projet) &&
               un.peut_a(access::Permission::dossier_usager_ecrire, lieu.finess_et);
    });
    if (qui == chronique.professionnels.end()) return {};
    const projet::Redacteur redacteur{*qui, chronique.mois.maintenant,
                                      [](std::string_view, std::string_view) { return true; },
                                      chronique.recit.serafin};
    for (std::size_t rang = 0; rang < std::min(projets_par_lieu, lieu.personnes.size()); ++rang) {
        const auto& personne = lieu.personnes[rang];
        auto objectif = ecrire_un_projet(
            chronique.db, redacteur,
            {chronique.recit.projets, secteurs[lieu.secteur],
             core::Finess::parse(lieu.finess_et).value(), personne, chronique.mois.au});
        if (!objectif) return objectif.error();
        ++chronique.bilan.projets;
        if (!objectif->empty()) chronique.objectifs.emplace(personne, *std::move(objectif));
    }
    return {};
}

// The n-th transmission has the same id each time the same month is told.
std::string id_de(const Chronique& chronique) {
    return secret::empreinte("demonstration " + std::to_string(chronique.mois.graine) + " " +
                             std::to_string(chronique.bilan.transmissions))
        .substr(0, 32);
}

// One in two of what is told of somebody who has a project is told of its objective.
std::string objectif_de(const Chronique& chronique, const acces::Professionnel& qui,
                        const std::string& personne) {
    const auto ou = chronique.objectifs.find(personne);
    const bool lie = ou != chronique.objectifs.end() && qui.lit(partage::Classe::projet) &&
                     chronique.bilan.transmissions % 2 == 0;
    return lie ? ou->second : std::string{};
}

core::Result<void> raconter(Chronique& chronique, const Lieu& lieu, core::Instant quand,
                            Hasard& hasard) {
    std::vector<std::pair<const Phrase*, const acces::Professionnel*>> possibles;
    for (const auto& une : chronique.recit.phrases)
        if (une.secteur == secteurs[lieu.secteur] &&
            (une.dit.urgence == transmission::Urgence::ordinaire || hasard.pour_mille(30)))
            if (const auto* qui = auteur(chronique, lieu, une.profession))
                possibles.emplace_back(&une, qui);
    if (possibles.empty()) return {};
    const auto& [phrase, qui] =
        possibles[hasard.sous(static_cast<std::uint32_t>(possibles.size()))];
    const auto& personne =
        lieu.personnes[hasard.sous(static_cast<std::uint32_t>(lieu.personnes.size()))];
    const auto redigee = transmission::rediger(
        chronique.db,
        {*qui, chronique.mois.maintenant, [](std::string_view, std::string_view) { return true; }},
        {.id = id_de(chronique),
         .finess_et = core::Finess::parse(lieu.finess_et).value(),
         .personne = personne,
         .classe = phrase->classe,
         .lie_a = objectif_de(chronique, *qui, personne),
         .debut = quand,
         .dit = phrase->dit});
    if (!redigee) return redigee.error();
    core::ensure(redigee->fautes.empty(), "a sentence of the demonstration is sound");
    ++chronique.bilan.transmissions;
    return {};
}

core::Result<void> vivre_un_poste(Chronique& chronique, const std::vector<Lieu>& lieux,
                                  core::Date jour, std::size_t poste) {
    for (std::size_t rang = 0; rang < lieux.size(); ++rang) {
        const auto& lieu = lieux[rang];
        if (lieu.personnes.empty()) continue;
        Hasard hasard{chronique.mois.graine,
                      static_cast<std::uint64_t>(jour.days().time_since_epoch().count()),
                      rang * heures.size() + poste};
        const auto combien = 1 + lieu.personnes.size() * sur_cent_par_poste / 100;
        for (std::size_t n = 0; n < combien; ++n) {
            const auto [de, a] = heures[poste];
            const auto quand = core::paris().at(jour, hasard.entre(de, a - 1), hasard.entre(0, 59));
            if (quand.utc() > chronique.mois.maintenant.temps()) continue;
            if (const auto fait = raconter(chronique, lieu, quand, hasard); !fait) return fait;
        }
    }
    return {};
}

// Agenda, evaluations, documents; circles last: what was written before did not wait for them.
core::Result<void> entretenir(Chronique& chronique, const Lieu& lieu) {
    const auto ici = entoures_de(chronique, lieu);
    const Vie vie{chronique.db, chronique.professionnels, ici, chronique.objectifs};
    const auto& recit = chronique.recit;
    const auto tenus = tenir_l_agenda(vie, recit.activites, chronique.mois.jours);
    if (!tenus) return tenus.error();
    const auto evaluations = evaluer(vie, recit.evaluations, recit.outils);
    if (!evaluations) return evaluations.error();
    const auto documents = classer(vie, recit.papiers, recit.armoire);
    if (!documents) return documents.error();
    const auto cercles = entourer_d_un_cercle(vie);
    if (!cercles) return cercles.error();
    chronique.bilan.rendez_vous += tenus->rendez_vous;
    chronique.bilan.evaluations += *evaluations;
    chronique.bilan.documents += *documents;
    chronique.bilan.cercles += *cercles;
    return {};
}

// Each account has read what was told up to the last evening, wherever it looks.
core::Result<void> relever(Chronique& chronique, const std::vector<Lieu>& lieux,
                           core::Instant soir) {
    const transmission::Prise prise{chronique.releve.value_or(0), soir};
    for (const auto& qui : chronique.professionnels)
        for (const auto& lieu : lieux) {
            if (!qui.peut_a(access::Permission::dossier_usager_lire, lieu.finess_et)) continue;
            const auto prendre = [&](const std::string& unite) {
                return transmission::prendre(chronique.db, qui.acteur.compte,
                                             {lieu.finess_et, unite}, prise);
            };
            if (const auto fait = prendre(""); !fait) return fait;
            for (const auto& une : lieu.unites)
                if (const auto fait = prendre(une.id); !fait) return fait;
        }
    return {};
}

core::Result<void> raconter_le_mois(Chronique& chronique, std::vector<Lieu>& lieux) {
    for (auto& lieu : lieux)
        if (const auto fait = installer(chronique, lieu); !fait) return fait;
    for (const auto& lieu : lieux)
        if (const auto fait = projeter(chronique, lieu); !fait) return fait;
    for (const auto& lieu : lieux)
        if (const auto fait = entretenir(chronique, lieu); !fait) return fait;
    const auto veille = chronique.mois.au.plus_days(-1);
    for (int n = chronique.mois.jours; n >= 0; --n)
        for (std::size_t poste = 0; poste < heures.size(); ++poste) {
            const auto jour = chronique.mois.au.plus_days(-n);
            if (jour == veille && poste == heures.size() - 1)
                chronique.releve = element::dernier_numero(chronique.db);
            if (const auto fait = vivre_un_poste(chronique, lieux, jour, poste); !fait) return fait;
        }
    return relever(chronique, lieux, core::paris().at(veille, 21, 4));
}

}  // namespace

core::Result<Bilan> vivre(storage::Base& base, annuaire::Annuaire& annuaire, const Recit& recit,
                          const Mois& mois) {
    base.read([&](Reader& db) { annuaire.mettre_a_jour(db); });
    std::vector<Lieu> lieux;
    for (auto& finess_et : annuaire.etablissements()) {
        auto presentes = annuaire.presentes(finess_et, mois.au);
        std::vector<annuaire::Personne> connues;
        for (const auto& id : presentes)
            if (auto une = annuaire.personne(id)) connues.push_back(*std::move(une));
        const auto secteur = secteur_de(connues, finess_et, mois.au);
        lieux.push_back({std::move(finess_et), secteur, std::move(presentes)});
    }
    return base.write([&](Writer& db) -> core::Result<Bilan> {
        Chronique chronique{db, recit, mois, acces::professionnels(db)};
        if (chronique.professionnels.empty())
            return core::refuse(core::Reason::rule_not_met, "demonstration.sans_compte");
        if (element::dernier_numero(db) > 0)
            return core::refuse(core::Reason::conflict, "demonstration.deja");
        chronique.bilan.etablissements = static_cast<std::int64_t>(lieux.size());
        auto racontes = lieux;
        if (const auto fait = raconter_le_mois(chronique, racontes); !fait) return fait.error();
        return chronique.bilan;
    });
}

}  // namespace grappe::demonstration
