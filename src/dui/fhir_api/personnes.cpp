// Patient: persons of the directory, their versions made of their facts and of what was done to
// their identity.
#include <algorithm>
#include <map>

#include "core/integer.hpp"
#include "dui/annuaire/etiquette.hpp"
#include "dui/fhir/id_logique.hpp"
#include "dui/fhir_api/service.hpp"
#include "dui/identite/changement.hpp"
#include "dui/magasin/faits_repository.hpp"

namespace grappe::fhir_api {
namespace {

using annuaire::Personne;
using fhir::Critere, fhir::Recherche;

// What each act of recording said of a person; what it did not say stays.
struct Dite {
    std::optional<fait::Fait> fait{};
    std::optional<identite::Identite> identite{};
};
using Actes = std::map<std::int64_t, Dite>;

Actes actes_de(storage::Reader& db, const std::string& id) {
    Actes actes;
    const std::string_view un{id};
    magasin::versions_de(db, {&un, 1}, [&](magasin::Version&& version) {
        if (version.fait.type == fait::Type::personne)
            actes[version.enregistrement].fait = std::move(version.fait);
    });
    if (auto histoire = identite::histoire_de(db, id, {}))
        for (auto& etape : std::move(histoire).value())
            actes[etape.etape.enregistrement].identite = std::move(etape.etape.apres);
    return actes;
}

// As it was after each act, not dated yet; `vue` tells what of it this request may show.
std::vector<fhir::Patient> patients_de(storage::Reader& db, const Personne& vue) {
    std::vector<fhir::Patient> versions;
    fhir::Patient patient{.personne = {}, .identite = {}, .meta = {}};
    for (auto& [numero, dite] : actes_de(db, vue.id)) {
        if (dite.fait) patient.personne = annuaire::personne_de(*dite.fait);
        if (dite.identite) patient.identite = *dite.identite;
        if (patient.personne.id.empty()) continue;  // nothing was told of her yet
        patient.meta.version = std::to_string(numero);
        versions.push_back(patient);
        if (vue.finess_et.empty()) versions.back().personne.finess_et.clear();
    }
    return versions;
}

// With the moment when it became known.
fhir::Patient datee(storage::Reader& db, fhir::Patient&& patient) {
    patient.meta = meta_de(db, core::integer<std::int64_t>(patient.meta.version).value());
    return std::move(patient);
}

std::vector<std::string_view> noms_de_famille(const Personne& une) {
    std::vector<std::string_view> noms{une.nom_de_naissance};
    if (!une.nom_utilise.empty()) noms.push_back(une.nom_utilise);
    return noms;
}

std::vector<std::string_view> prenoms(const Personne& une) {
    std::vector<std::string_view> tous{une.prenoms.begin(), une.prenoms.end()};
    if (!une.prenom_utilise.empty()) tous.push_back(une.prenom_utilise);
    return tous;
}

bool par_jeton(const Critere& critere, std::string_view systeme, std::string_view code) {
    const fhir::Jeton jeton{systeme, code};
    return convient(critere, {&jeton, 1});
}

// What the directory can tell; the rest is asked of the versions.
bool convient_deja(const Critere& critere, const Personne& une) {
    if (critere.nom == "family") return convient(critere, noms_de_famille(une));
    if (critere.nom == "given") return convient(critere, prenoms(une));
    if (critere.nom == "name")
        return convient(critere, noms_de_famille(une)) || convient(critere, prenoms(une));
    if (critere.nom == "birthdate")
        return une.naissance && convient(critere, fhir::jour(*une.naissance));
    if (critere.nom == "gender")
        return par_jeton(critere, "http://hl7.org/fhir/administrative-gender",
                         fhir::genre_de(une.sexe));
    if (critere.nom == "_id") return par_jeton(critere, "", fhir::id_logique(une.id));
    return true;
}

bool convient_enfin(const Critere& critere, const fhir::Patient& patient) {
    if (critere.nom == "_lastUpdated") {
        const auto quand = core::Instant::parse(patient.meta.modifiee_le);
        return convient(critere, fhir::seconde(quand.value()));
    }
    if (critere.nom != "identifier") return true;
    const auto& une = patient.personne;
    if (!une.finess_et.empty() &&
        par_jeton(critere, fhir::systeme_local, fhir::identifiant_local(une.finess_et, une.id)))
        return true;
    const auto ins = identite::a_emettre(patient.identite);
    return ins &&
           par_jeton(critere, "urn:oid:" + std::string{core::name_of(*ins->autorite)}, ins->numero);
}

bool demande_les_versions(const Recherche& recherche) {
    return recherche.critere("identifier") != nullptr ||
           recherche.critere("_lastUpdated") != nullptr;
}

// Letters that whoever agrees has in her names.
std::string lettres_de(const Recherche& recherche) {
    for (const auto& critere : recherche.criteres)
        if (critere.genre == fhir::Genre::texte && critere.valeurs.size() == 1)
            return annuaire::lettres_de(critere.valeurs.front().texte);
    return {};
}

using Cle = std::pair<std::string, std::string>;
Cle cle_de(const Personne& une, std::string_view tri) {
    const auto naissance = une.naissance ? une.naissance->text() : std::string{};
    return {tri == "birthdate" ? naissance : annuaire::lettres_de(une.nom_de_naissance), une.id};
}

// The first ones after the last given, in the order asked for: no more are held than are shown.
std::vector<Personne> tries(const Acces& acces, const Recherche& recherche,
                            const std::function<bool(const Personne&)>& retenir,
                            std::size_t combien) {
    const auto& tri = recherche.tri;
    const auto avant = [&](const Cle& une, const Cle& autre) {
        return tri.decroissant ? autre < une : une < autre;
    };
    std::map<Cle, Personne, decltype(avant)> premiers{avant};
    const auto derniere = acces.fhir.annuaire.personne(recherche.apres);
    const auto borne = derniere ? std::optional{cle_de(*derniere, tri.parametre)} : std::nullopt;
    const annuaire::Lisible lisible = [&](std::string_view ou) { return acces.lit(ou); };
    const std::function<bool(const Personne&)> encore = [&](const Personne& une) {
        if (!retenir(une)) return false;
        const auto cle = cle_de(une, tri.parametre);
        return (!borne || avant(*borne, cle)) &&
               (premiers.size() < combien || avant(cle, std::prev(premiers.end())->first));
    };
    const std::function<bool(Personne &&)> voir = [&](Personne&& vue) {
        auto cle = cle_de(vue, tri.parametre);
        premiers.emplace(std::move(cle), std::move(vue));
        if (premiers.size() > combien) premiers.erase(std::prev(premiers.end()));
        return true;
    };
    acces.fhir.annuaire.parcourir({{}, lisible, lettres_de(recherche), encore, voir});
    std::vector<Personne> tous;
    for (auto& [cle, une] : premiers) tous.push_back(std::move(une));
    return tous;
}

std::vector<Personne> dans_l_ordre(const Acces& acces, const Recherche& recherche,
                                   const std::function<bool(const Personne&)>& retenir,
                                   std::size_t combien) {
    std::vector<Personne> tous;
    const annuaire::Lisible lisible = [&](std::string_view ou) { return acces.lit(ou); };
    const std::function<bool(Personne &&)> voir = [&](Personne&& vue) {
        tous.push_back(std::move(vue));
        return tous.size() < combien;
    };
    acces.fhir.annuaire.parcourir({recherche.apres, lisible, lettres_de(recherche), retenir, voir});
    return tous;
}

// One id that is asked for needs no walk.
std::vector<Personne> nommee(const Acces& acces, const Recherche& recherche,
                             const std::function<bool(const Personne&)>& retenir) {
    std::vector<Personne> tous;
    for (const auto& valeur : recherche.critere("_id")->valeurs)
        if (auto une = personne_visible(acces, id_de_la_personne(acces, valeur.texte)))
            if (retenir(*une)) tous.push_back(*std::move(une));
    std::ranges::sort(tous, {}, &Personne::id);
    const auto [premier, fin] = std::ranges::unique(tous, {}, &Personne::id);
    tous.erase(premier, fin);
    std::erase_if(tous, [&](const Personne& une) { return une.id <= recherche.apres; });
    return tous;
}

Page chercher(const Acces& acces, const Recherche& recherche) {
    const std::function<bool(const Personne&)> retenir = [&](const Personne& une) {
        return !acces.fermees.contains(une.id) &&
               std::ranges::all_of(recherche.criteres, [&](const Critere& critere) {
                   return convient_deja(critere, une);
               });
    };
    // One more than is shown: is there a next page?
    const auto combien =
        (demande_les_versions(recherche) ? regardes_au_plus : recherche.combien) + 1;
    auto candidats = recherche.critere("_id") != nullptr ? nommee(acces, recherche, retenir)
                     : recherche.tri.parametre.empty()
                         ? dans_l_ordre(acces, recherche, retenir, combien)
                         : tries(acces, recherche, retenir, combien);
    Page page;
    for (std::size_t n = 0; n < candidats.size(); ++n) {
        const bool pleine = page.trouvees.size() == recherche.combien || n + 1 == combien;
        if (pleine) {
            page.apres = candidats[n - 1].id;
            break;
        }
        auto versions = patients_de(acces.db, candidats[n]);
        if (versions.empty()) continue;
        const auto derniere = datee(acces.db, std::move(versions.back()));
        const bool retenue = std::ranges::all_of(recherche.criteres, [&](const Critere& critere) {
            return convient_enfin(critere, derniere);
        });
        if (retenue) page.trouvees.push_back({fhir::en_ressource(derniere), {candidats[n].id}});
    }
    return page;
}

std::vector<Lue> versions(const Acces& acces, const std::string& logique) {
    std::vector<Lue> toutes;
    const auto vue = personne_visible(acces, id_de_la_personne(acces, logique));
    if (!vue) return toutes;
    for (auto& une : patients_de(acces.db, *vue))
        toutes.push_back({fhir::en_ressource(datee(acces.db, std::move(une))), {vue->id}});
    return toutes;
}

}  // namespace

std::optional<annuaire::Personne> personne_visible(const Acces& acces, const std::string& id) {
    auto une = acces.fhir.annuaire.personne(id);
    if (!une || acces.fermees.contains(id)) return std::nullopt;
    std::erase_if(une->sejours, [&](const auto& un) { return !acces.lit(un.finess_et); });
    if (une->sejours.empty()) return std::nullopt;
    if (!acces.lit(une->finess_et)) une->finess_et.clear();
    return une;
}

// A digest is compared with those of all that one may see.
std::string id_de_la_personne(const Acces& acces, const std::string& logique) {
    if (auto id = fhir::id_de(logique)) return *std::move(id);
    std::string trouve;
    const annuaire::Lisible lisible = [&](std::string_view ou) { return acces.lit(ou); };
    const std::function<bool(const Personne&)> retenir = [&](const Personne& une) {
        return fhir::id_logique(une.id) == logique;
    };
    const std::function<bool(Personne &&)> voir = [&](Personne&& une) {
        trouve = std::move(une.id);
        return false;
    };
    acces.fhir.annuaire.parcourir({{}, lisible, {}, retenir, voir});
    return trouve;
}

std::optional<Lue> personne_lue(const Acces& acces, annuaire::Personne&& vue) {
    auto versions = patients_de(acces.db, vue);
    if (versions.empty()) return std::nullopt;
    return Lue{fhir::en_ressource(datee(acces.db, std::move(versions.back()))),
               {std::move(vue.id)}};
}

std::optional<std::vector<std::string>> personnes_nommees(const Acces& acces,
                                                          const Recherche& recherche) {
    for (const auto& critere : recherche.criteres) {
        if (critere.genre != fhir::Genre::reference) continue;
        std::vector<std::string> ids;
        for (const auto& une : critere.valeurs) ids.push_back(id_de_la_personne(acces, une.texte));
        std::ranges::sort(ids);
        const auto [premier, fin] = std::ranges::unique(ids);
        ids.erase(premier, fin);
        return ids;
    }
    return std::nullopt;
}

void inclure_les_personnes(const Acces& acces, Page& page) {
    std::set<std::string> deja;
    for (const auto& une : page.trouvees)
        for (const auto& id : une.personnes)
            if (deja.insert(id).second)
                if (auto vue = personne_visible(acces, id))
                    if (auto lue = personne_lue(acces, *std::move(vue)))
                        page.incluses.push_back(*std::move(lue));
}

bool enregistree_quand(const Recherche& recherche, const fhir::Meta& meta) {
    const auto* critere = recherche.critere("_lastUpdated");
    if (critere == nullptr) return true;
    const auto quand = core::Instant::parse(meta.modifiee_le);
    return convient(*critere, fhir::seconde(quand.value()));
}

fhir::Meta meta_de(storage::Reader& db, std::int64_t enregistrement) {
    return {std::to_string(enregistrement),
            magasin::signature_de(db, enregistrement).connu_le.text()};
}

Service service_des_personnes() {
    return {
        .description = fhir::description_du_patient, .versions = versions, .chercher = chercher};
}

}  // namespace grappe::fhir_api
