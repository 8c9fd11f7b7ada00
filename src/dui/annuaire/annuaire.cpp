// Putting away, and the short questions; a search is in recherche.cpp.
#include "dui/annuaire/annuaire.hpp"

#include <algorithm>
#include <mutex>
#include <tuple>

#include "core/texte.hpp"
#include "dui/magasin/faits_repository.hpp"

namespace grappe::annuaire {
namespace {

// Fields closed by a character below all letters: a shorter name comes first.
std::string cle_de(const Personne& une) {
    constexpr char fin = '\1';
    auto cle = core::fold(une.nom_de_naissance) + fin;
    for (const auto& prenom : une.prenoms) cle += core::fold(prenom) + ' ';
    return cle + fin + (une.naissance ? une.naissance->text() : "") + fin + une.id;
}

bool avant(const Sejour& a, const Sejour& b) {
    return std::tie(a.entree, a.id) < std::tie(b.entree, b.id);
}

}  // namespace

Rang Annuaire::rang_de(const std::string& id) {
    const auto [ou, neuf] = rangs_.try_emplace(id, static_cast<Rang>(fiches_.size()));
    if (neuf) {
        fiches_.emplace_back().personne.id = id;
        rangs_plies_.emplace(core::fold(id), ou->second);
    }
    return ou->second;
}

Annuaire::Lieu& Annuaire::lieu_de(const std::string& finess_et) {
    const auto [ou, neuf] =
        lieux_.try_emplace(finess_et, Lieu{static_cast<Rang>(finess_.size()), {}});
    if (neuf) finess_.push_back(finess_et);
    return ou->second;
}

Lieux Annuaire::bits_de(const Fiche& fiche) const {
    constexpr Rang bits = 64;
    Lieux tous = 0;
    for (const auto lieu : fiche.lieux) tous |= Lieux{1} << (lieu % bits);
    return tous;
}

void Annuaire::situer(Fiche& fiche) {
    fiche.lieux.clear();
    const auto noter = [&](const std::string& finess_et) {
        const auto numero = lieu_de(finess_et).numero;
        if (std::find(fiche.lieux.begin(), fiche.lieux.end(), numero) == fiche.lieux.end())
            fiche.lieux.push_back(numero);
    };
    if (fiche.connue) noter(fiche.personne.finess_et);
    for (const auto& sejour : fiche.personne.sejours) noter(sejour.finess_et);
    if (fiche.rangee) rayon_.deplacer(place_de(fiche.cle), bits_de(fiche));
}

void Annuaire::ranger_une_personne(const fait::Fait& fait) {
    const auto rang = rang_de(fait.id);
    auto& fiche = fiches_[rang];
    auto une = personne_de(fait);
    une.sejours = std::move(fiche.personne.sejours);
    const bool autrement =
        !fiche.connue || cle_de(une) != fiche.cle || etiquette_de(une) != fiche.etiquette;
    fiche.personne = std::move(une);
    fiche.connue = true;
    situer(fiche);
    if (autrement) a_ordonner_.push_back(rang);
}

void Annuaire::retirer_le_sejour(const std::string& id) {
    const auto ou = sejours_.find(id);
    if (ou == sejours_.end()) return;
    auto& fiche = fiches_[ou->second];
    std::erase_if(fiche.personne.sejours, [&](const Sejour& un) { return un.id == id; });
    situer(fiche);
    sejours_.erase(ou);
}

void Annuaire::ranger_un_sejour(const fait::Fait& fait) {
    retirer_le_sejour(fait.id);
    core::ensure(fait.personnes.size() == 1, "a stay is one person's");
    const auto rang = rang_de(fait.personnes.front());
    auto& fiche = fiches_[rang];
    auto sejour = sejour_de(fait);
    // A stay that was moved away leaves her there: it does no harm.
    lieu_de(sejour.finess_et).personnes.insert(rang);
    auto& les_siens = fiche.personne.sejours;
    les_siens.insert(std::upper_bound(les_siens.begin(), les_siens.end(), sejour, avant), sejour);
    sejours_.emplace(fait.id, rang);
    situer(fiche);
}

void Annuaire::ranger(const fait::Fait& fait) {
    if (fait.type == fait::Type::personne)
        ranger_une_personne(fait);
    else
        ranger_un_sejour(fait);
}

// That of the first one who does not come before.
Place Annuaire::place_de(const std::string& cle) const {
    Place bas = 0, haut = static_cast<Place>(rayon_.combien());
    while (bas < haut) {
        const auto milieu = bas + (haut - bas) / 2;
        if (fiches_[rayon_.rang(milieu)].cle < cle)
            bas = milieu + 1;
        else
            haut = milieu;
    }
    return bas;
}

Rayon::Fiche Annuaire::pour_le_rayon(Rang rang) const {
    const auto& fiche = fiches_[rang];
    return {rang, fiche.etiquette, fiche.personne.naissance, bits_de(fiche)};
}

void Annuaire::ordonner_tout() {
    std::vector<Rang> tous;
    for (Rang rang = 0; rang < fiches_.size(); ++rang)
        if (fiches_[rang].rangee) tous.push_back(rang);
    std::sort(tous.begin(), tous.end(),
              [&](Rang a, Rang b) { return fiches_[a].cle < fiches_[b].cle; });
    rayon_.vider();
    for (const auto rang : tous) rayon_.ajouter(pour_le_rayon(rang));
}

// A few whose names are new are put in their places one by one; many, all at once.
void Annuaire::ordonner() {
    constexpr std::size_t peu = 50;
    const bool un_par_un = a_ordonner_.size() <= peu;
    for (const auto rang : a_ordonner_) {
        auto& fiche = fiches_[rang];
        if (un_par_un && fiche.rangee) rayon_.retirer(place_de(fiche.cle));
        fiche.cle = cle_de(fiche.personne);
        fiche.etiquette = etiquette_de(fiche.personne);
        fiche.rangee = true;
        if (un_par_un) rayon_.inserer(place_de(fiche.cle), pour_le_rayon(rang));
    }
    if (!un_par_un) ordonner_tout();
    a_ordonner_.clear();
}

void Annuaire::mettre_a_jour(storage::Reader& db) {
    const auto dernier = magasin::dernier_de_l_annuaire(db);
    if (dernier <= vu_.load()) return;
    const std::unique_lock seul{verrou_};
    if (dernier <= vu_.load()) return;
    // What a failure leaves half put away is put away again the next time, to the same end.
    magasin::annuaire_entre(db, vu_.load(), dernier,
                            [&](magasin::Version&& version) { ranger(version.fait); });
    ordonner();
    vu_.store(dernier);
}

std::optional<Personne> Annuaire::personne(std::string_view id) const {
    const std::shared_lock partage{verrou_};
    const auto ou = rangs_.find(std::string{id});
    if (ou == rangs_.end() || !fiches_[ou->second].connue) return std::nullopt;
    return fiches_[ou->second].personne;
}

bool Annuaire::accompagnee_a(std::string_view personne, std::string_view finess_et) const {
    const std::shared_lock partage{verrou_};
    const auto ou = rangs_.find(std::string{personne});
    if (ou == rangs_.end()) return false;
    const auto& sejours = fiches_[ou->second].personne.sejours;
    return std::any_of(sejours.begin(), sejours.end(),
                       [&](const Sejour& un) { return un.finess_et == finess_et; });
}

std::vector<std::string> Annuaire::presentes(std::string_view finess_et, core::Date jour) const {
    const std::shared_lock partage{verrou_};
    std::vector<const Fiche*> celles_ci;
    const auto lieu = lieux_.find(finess_et);
    if (lieu == lieux_.end()) return {};
    for (const auto rang : lieu->second.personnes) {
        const auto& fiche = fiches_[rang];
        const auto& sejours = fiche.personne.sejours;
        if (fiche.rangee && std::any_of(sejours.begin(), sejours.end(), [&](const Sejour& un) {
                return un.finess_et == finess_et && un.present(jour);
            }))
            celles_ci.push_back(&fiche);
    }
    std::sort(celles_ci.begin(), celles_ci.end(),
              [](const Fiche* a, const Fiche* b) { return a->cle < b->cle; });
    std::vector<std::string> ids;
    for (const auto* fiche : celles_ci) ids.push_back(fiche->personne.id);
    return ids;
}

std::vector<Personne> Annuaire::accompagnees_a(std::string_view finess_et) const {
    const std::shared_lock partage{verrou_};
    std::vector<Personne> toutes;
    const auto lieu = lieux_.find(finess_et);
    if (lieu == lieux_.end()) return toutes;
    for (const auto rang : lieu->second.personnes)
        if (fiches_[rang].connue) toutes.push_back(fiches_[rang].personne);
    return toutes;
}

std::vector<std::string> Annuaire::etablissements() const {
    const std::shared_lock lecture{verrou_};
    std::vector<std::string> tous;
    for (const auto& [finess_et, lieu] : lieux_) tous.push_back(finess_et);
    return tous;
}

std::size_t Annuaire::combien() const {
    const std::shared_lock partage{verrou_};
    return rayon_.combien();
}

}  // namespace grappe::annuaire
