// What each sound line adds: a fact, a version, or nothing.
#include "dui/importation/ecriture.hpp"

#include <algorithm>

namespace grappe::importation {
namespace {

// Lines that are looked up in the database together.
constexpr std::size_t lignes_par_lot = 4'000;

bool est(const magasin::Version& version, const fait::Fait& fait) { return version.fait == fait; }

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
    for (const auto& attente : attentes_) ids.emplace_back(attente.fait.id);
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
    if (nomme_des_inconnus(attente)) return;
    auto& de_cet_id = connues[attente.fait.id];
    const auto version = version_a_ecrire(attente, de_cet_id);
    if (!version) return;
    ++(*version == 1 ? bilan_.nouveaux : bilan_.versions);
    const magasin::Version neuve{.numero = prochain_++,
                                 .version = *version,
                                 .enregistrement = dernier_acte_.numero + 1,
                                 .fait = attente.fait};
    ajouts_.push_back(neuve);
    de_cet_id.push_back(neuve);
}

bool Ecriture::nomme_des_inconnus(const Attente& attente) {
    const auto& nommees = attente.fait.personnes;
    const auto connue = [&](const std::string& une) { return personnes_.contains(une); };
    if (std::all_of(nommees.begin(), nommees.end(), connue)) return false;
    const bool plusieurs = attente.fait.type == fait::Type::evenement;
    registre_.fautive(attente.numero_de_ligne,
                      {plusieurs ? "personnes" : "personne", "import.personne_inconnue"});
    return true;
}

std::nullopt_t Ecriture::deja_connue() {
    ++bilan_.deja_connus;
    return std::nullopt;
}

std::optional<std::int64_t> Ecriture::version_a_ecrire(const Attente& attente,
                                                       std::span<const magasin::Version> connues) {
    if (connues.empty()) return 1;
    const auto derniere = std::max_element(
        connues.begin(), connues.end(),
        [](const auto& une, const auto& autre) { return une.version < autre.version; });
    if (est(*derniere, attente.fait)) return deja_connue();
    const auto fautive = [&](std::string_view champ, const char* code) {
        registre_.fautive(attente.numero_de_ligne, {champ, code});
        return std::nullopt;
    };
    if (attente.corrige) {
        if (derniere->fait.type != attente.fait.type)
            return fautive("type", "import.corrige_autre_type");
        return derniere->version + 1;
    }
    // A file imported again says the former content of what was corrected since: nothing new.
    const auto deja = std::any_of(connues.begin(), connues.end(),
                                  [&](const auto& version) { return est(version, attente.fait); });
    return deja ? deja_connue() : fautive("id", "import.id_deja_pris");
}

}  // namespace grappe::importation
