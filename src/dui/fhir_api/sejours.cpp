// Encounter and EpisodeOfCare: stays of the directory, their versions those of their facts.
#include <algorithm>
#include <map>

#include "dui/fhir/id_logique.hpp"
#include "dui/fhir/sejour.hpp"
#include "dui/fhir_api/service.hpp"
#include "dui/magasin/faits_repository.hpp"

namespace grappe::fhir_api {
namespace {

using annuaire::Personne;
using fhir::Critere, fhir::Recherche;

// What tells the two resources of a stay apart.
struct Forme {
    fhir::Ressource (*en_ressource)(const fhir::Sejour&);
    std::string_view (*statut)(fhir::Phase);
};

struct Candidat {
    annuaire::Sejour sejour;
    std::string personne;
};

using Versions = std::map<std::int64_t, magasin::Version>;  // by rank

std::map<std::string, Versions> versions_des(storage::Reader& db,
                                             const std::vector<Candidat>& candidats) {
    std::vector<std::string_view> ids;
    for (const auto& un : candidats) ids.push_back(un.sejour.id);
    std::map<std::string, Versions> toutes;
    magasin::versions_de(db, ids, [&](magasin::Version&& une) {
        if (une.fait.type != fait::Type::sejour) return;
        auto id = une.fait.id;
        toutes[std::move(id)].emplace(une.version, std::move(une));
    });
    return toutes;
}

fhir::Sejour lu(const Acces& acces, const magasin::Version& version) {
    return {.sejour = annuaire::sejour_de(version.fait),
            .personne = version.fait.personnes.front(),
            .meta = meta_de(acces.db, version.enregistrement),
            .aujourd_hui = acces.aujourd_hui};
}

bool par_jeton(const Critere& critere, std::string_view systeme, std::string_view code) {
    const fhir::Jeton jeton{systeme, code};
    return convient(critere, {&jeton, 1});
}

bool convient_deja(const Acces& acces, const Forme& forme, const Critere& critere,
                   const Candidat& un) {
    const auto& sejour = un.sejour;
    if (critere.nom == "patient" || critere.nom == "subject")
        return par_jeton(critere, "", fhir::id_logique(un.personne));
    if (critere.nom == "_id") return par_jeton(critere, "", fhir::id_logique(sejour.id));
    if (critere.nom == "status")
        return par_jeton(critere, "", forme.statut(fhir::phase_de(sejour, acces.aujourd_hui)));
    if (critere.nom == "identifier")
        return par_jeton(critere, fhir::systeme_sejour,
                         fhir::identifiant_du_sejour(sejour, un.personne));
    if (critere.nom == "date")
        return sejour.sortie ? convient(critere, fhir::jours(sejour.entree, sejour.sortie))
                             : convient(critere, fhir::jours(sejour.entree, std::nullopt));
    return true;
}

// Of one person, those after the last given, in the order of their ids.
class Collecte {
public:
    Collecte(const Acces& acces, const Forme& forme, const Recherche& recherche,
             std::size_t combien)
        : acces_{acces}, forme_{forme}, recherche_{recherche}, combien_{combien} {}

    bool voir(Personne&& une, std::string_view apres) {
        std::ranges::sort(une.sejours, {}, &annuaire::Sejour::id);
        for (auto& sejour : une.sejours) {
            if (!apres.empty() && sejour.id <= apres) continue;
            Candidat candidat{std::move(sejour), une.id};
            if (convient(candidat)) candidats.push_back(std::move(candidat));
            if (candidats.size() == combien_) return false;
        }
        return true;
    }

    std::vector<Candidat> candidats{};

private:
    bool convient(const Candidat& un) const {
        return std::ranges::all_of(recherche_.criteres, [&](const Critere& critere) {
            return convient_deja(acces_, forme_, critere, un);
        });
    }

    const Acces& acces_;
    const Forme& forme_;
    const Recherche& recherche_;
    std::size_t combien_;
};

std::vector<Candidat> candidats(const Acces& acces, const Forme& forme, const Recherche& recherche,
                                std::size_t combien) {
    Collecte collecte{acces, forme, recherche, combien};
    const auto& annuaire = acces.fhir.annuaire;
    const auto derniere = annuaire.personne_du_sejour(recherche.apres).value_or("");
    const auto la_suite = [&](const std::string& id) {
        return id == derniere ? std::string_view{recherche.apres} : std::string_view{};
    };
    if (const auto ids = personnes_nommees(acces, recherche)) {
        for (const auto& id : *ids)
            if (auto une = id < derniere ? std::nullopt : personne_visible(acces, id))
                if (!collecte.voir(*std::move(une), la_suite(id))) break;
        return std::move(collecte.candidats);
    }
    if (auto une = derniere.empty() ? std::nullopt : personne_visible(acces, derniere))
        if (!collecte.voir(*std::move(une), recherche.apres)) return std::move(collecte.candidats);
    const annuaire::Lisible lisible = [&](std::string_view ou) { return acces.lit(ou); };
    const std::function<bool(const Personne&)> ouvertes = [&](const Personne& une) {
        return !acces.fermees.contains(une.id);
    };
    const std::function<bool(Personne &&)> voir = [&](Personne&& une) {
        return collecte.voir(std::move(une), {});
    };
    annuaire.parcourir({derniere, lisible, {}, ouvertes, voir});
    return std::move(collecte.candidats);
}

Page chercher(const Acces& acces, const Forme& forme, const Recherche& recherche) {
    const bool par_version = recherche.critere("_lastUpdated") != nullptr;
    const auto combien = (par_version ? regardes_au_plus : recherche.combien) + 1;
    const auto tous = candidats(acces, forme, recherche, combien);
    const auto versions = versions_des(acces.db, tous);
    Page page;
    for (std::size_t n = 0; n < tous.size(); ++n) {
        if (page.trouvees.size() == recherche.combien || n + 1 == combien) {
            page.apres = tous[n - 1].sejour.id;
            break;
        }
        const auto la = versions.find(tous[n].sejour.id);
        if (la == versions.end()) continue;
        const auto sejour = lu(acces, la->second.rbegin()->second);
        if (enregistree_quand(recherche, sejour.meta))
            page.trouvees.push_back({forme.en_ressource(sejour), {tous[n].personne}});
    }
    if (!recherche.inclusions.empty()) inclure_les_personnes(acces, page);
    return page;
}

// Once readable, all that was said of it is: a version that said another place is left out.
std::vector<Lue> versions(const Acces& acces, const Forme& forme, const std::string& logique) {
    const auto id = fhir::id_de(logique);
    const auto personne = id ? acces.fhir.annuaire.personne_du_sejour(*id) : std::nullopt;
    const auto vue = personne ? personne_visible(acces, *personne) : std::nullopt;
    if (!vue || std::ranges::find(vue->sejours, *id, &annuaire::Sejour::id) == vue->sejours.end())
        return {};
    const auto sejour = *std::ranges::find(vue->sejours, *id, &annuaire::Sejour::id);
    const auto tenues = versions_des(acces.db, {{sejour, *personne}});
    const auto les_siennes = tenues.find(*id);
    if (les_siennes == tenues.end()) return {};
    std::vector<Lue> toutes;
    for (const auto& [rang, une] : les_siennes->second)
        if (acces.lit(une.fait.finess_et.text()) && une.fait.personnes.front() == *personne)
            toutes.push_back({forme.en_ressource(lu(acces, une)), {*personne}});
    return toutes;
}

Service service(const fhir::Description& description, Forme forme) {
    return {
        .description = description,
        .versions = [forme](const Acces& acces,
                            const std::string& logique) { return versions(acces, forme, logique); },
        .chercher = [forme](
                        const Acces& acces,
                        const Recherche& recherche) { return chercher(acces, forme, recherche); },
        .change = Changement::par_version_et_par_jour};
}

}  // namespace

Service service_des_encounters() {
    return service(fhir::description_de_l_encounter,
                   {fhir::en_encounter, fhir::statut_de_l_encounter});
}

Service service_des_episodes() {
    return service(fhir::description_de_l_episode, {fhir::en_episode, fhir::statut_de_l_episode});
}

}  // namespace grappe::fhir_api
