// What each sound line adds: a fact, a version, or nothing.
#include "dui/importation/ecriture.hpp"

#include <algorithm>

namespace grappe::importation {
namespace {

// Lines that are looked up in the database together.
constexpr std::size_t lignes_par_lot = 4'000;

bool est(const magasin::Version& version, const fait::Fait& fait) { return version.fait == fait; }

bool est_un_sejour_ouvert(const fait::Fait& fait) {
    return fait.type == fait::Type::sejour && !fait.fin;
}

const magasin::Version& derniere(std::span<const magasin::Version> versions) {
    return *std::max_element(
        versions.begin(), versions.end(),
        [](const auto& une, const auto& autre) { return une.version < autre.version; });
}

}  // namespace

Ecriture::Ecriture(storage::Writer& db, const Ids& personnes, Registre& registre)
    : db_{db},
      personnes_{personnes},
      registre_{registre},
      bilan_{registre.bilan()},
      dernier_acte_{magasin::dernier_enregistrement(db)},
      prochain_{magasin::dernier_fait(db) + 1} {}

void Ecriture::ajouter(std::int64_t numero_de_ligne, const lecture::Ligne& ligne) {
    attentes_.push_back({numero_de_ligne, ligne.fait, ligne.corrige});
    if (attentes_.size() == lignes_par_lot) vider();
}

void Ecriture::vider() {
    std::vector<std::string_view> ids;
    for (const auto& attente : attentes_) {
        ids.emplace_back(attente.fait.id);
        if (est_un_sejour_ouvert(attente.fait)) ids.emplace_back(attente.fait.personnes.front());
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    Versions connues;
    magasin::versions_de(db_, ids, [&](magasin::Version&& version) {
        const auto id = *std::lower_bound(ids.begin(), ids.end(), version.fait.id);
        connues[id].push_back(std::move(version));
    });
    // Nothing is known of most lines: the ids that several lines of the lot bear are enough.
    for (auto& attente : attentes_) decider(attente, connues);
    magasin::ajouter(db_, ajouts_);
    ajouts_.clear();
    attentes_.clear();
}

void Ecriture::decider(Attente& attente, Versions& connues) {
    if (nomme_des_inconnus(attente.numero_de_ligne, attente.fait)) return;
    auto& de_cet_id = connues[attente.fait.id];
    const auto version = version_a_ecrire(attente, de_cet_id);
    if (!version) return;
    avertir_d_un_deces(attente, connues);
    ++(*version == 1 ? bilan_.nouveaux : bilan_.versions);
    const magasin::Version neuve{.numero = prochain_++,
                                 .version = *version,
                                 .enregistrement = dernier_acte_.numero + 1,
                                 .fait = attente.fait};
    ajouts_.push_back(neuve);
    de_cet_id.push_back(neuve);
}

bool Ecriture::nomme_des_inconnus(std::int64_t numero_de_ligne, const fait::Fait& fait) {
    const auto& nommees = fait.personnes;
    const auto connue = [&](const std::string& une) { return personnes_.contains(une); };
    if (std::all_of(nommees.begin(), nommees.end(), connue)) return false;
    const bool plusieurs = fait.type == fait::Type::evenement;
    registre_.fautive(numero_de_ligne,
                      {plusieurs ? "personnes" : "personne", "import.personne_inconnue"});
    return true;
}

void Ecriture::relever_les_inconnus(std::int64_t numero_de_ligne, const fait::Fait& fautif) {
    (void)nomme_des_inconnus(numero_de_ligne, fautif);
}

// A death does not close a stay: it is odd, and kept. Contract dui-indicateurs, "Definitions". A
// death that this same file says is looked at once all of it is known (`Bilan::deces`).
void Ecriture::avertir_d_un_deces(const Attente& attente, Versions& connues) {
    if (!est_un_sejour_ouvert(attente.fait)) return;
    const auto& de_la_personne = connues[attente.fait.personnes.front()];
    if (de_la_personne.empty()) return;
    const auto& personne = derniere(de_la_personne);
    if (personne.enregistrement <= dernier_acte_.numero && personne.fait.fin)
        registre_.avertir(attente.numero_de_ligne, {"sortie", "import.sejour_apres_deces"});
}

void Ecriture::finir() {
    finit_ = true;
    for (auto& litige : litiges_) {
        attentes_.push_back(std::move(litige));
        if (attentes_.size() == lignes_par_lot) vider();
    }
    litiges_.clear();
    vider();
}

std::nullopt_t Ecriture::deja_connue() {
    ++bilan_.deja_connus;
    return std::nullopt;
}

// Another line of the file may yet correct that fact into this content.
std::nullopt_t Ecriture::contredire(const Attente& attente, fait::Type connu) {
    if (registre_.corrections() && !finit_) {
        litiges_.push_back(attente);
        return std::nullopt;
    }
    registre_.fautive(attente.numero_de_ligne, {"id", "import.id_deja_pris"});
    if (attente.fait.type == fait::Type::personne && connu != fait::Type::personne)
        fausses_personnes_.push_back(attente.fait.id);
    return std::nullopt;
}

std::optional<std::int64_t> Ecriture::version_a_ecrire(const Attente& attente,
                                                       std::span<const magasin::Version> connues) {
    if (connues.empty()) return 1;
    const auto& la_derniere = derniere(connues);
    if (est(la_derniere, attente.fait)) return deja_connue();
    if (attente.corrige) {
        if (la_derniere.fait.type == attente.fait.type) return la_derniere.version + 1;
        registre_.fautive(attente.numero_de_ligne, {"type", "import.corrige_autre_type"});
        return std::nullopt;
    }
    // A file imported again says the former content of what was corrected since: nothing new.
    const auto deja = std::any_of(connues.begin(), connues.end(),
                                  [&](const auto& version) { return est(version, attente.fait); });
    return deja ? deja_connue() : contredire(attente, la_derniere.fait.type);
}

}  // namespace grappe::importation
