// Counting, and what may be told of it.
#include "portail/compteurs/compteurs.hpp"

#include <algorithm>
#include <tuple>

namespace grappe::compteurs {
namespace {

using teleservice::Statut;

// What one establishment or one project adds to a figure.
struct Part {
    std::int64_t valeur;
    std::uint32_t porteur;  // rank of that establishment, or of that project
    std::optional<core::Date> jour{};
};

// A figure on its way, with who stands behind it.
class Amas {
public:
    void ajouter(const Part& part) {
        grandeur_.valeur += part.valeur;
        porteurs_.push_back(part.porteur);
        if (part.jour) etendre({*part.jour, *part.jour});
    }
    void joindre(const Amas& autre) {
        grandeur_.valeur += autre.grandeur_.valeur;
        porteurs_.insert(porteurs_.end(), autre.porteurs_.begin(), autre.porteurs_.end());
        if (autre.grandeur_.jours) etendre(*autre.grandeur_.jours);
    }
    // Each who stands behind it counts once.
    Grandeur grandeur() const {
        auto distincts = porteurs_;
        std::ranges::sort(distincts);
        distincts.erase(std::ranges::unique(distincts).begin(), distincts.end());
        auto faite = grandeur_;
        faite.unites = distincts.size();
        return faite;
    }

private:
    void etendre(const Jours& vus) {
        auto& jours = grandeur_.jours;
        jours = jours ? Jours{std::min(jours->premier, vus.premier),
                              std::max(jours->dernier, vus.dernier)}
                      : vus;
    }

    Grandeur grandeur_{};
    std::vector<std::uint32_t> porteurs_;
};

using ParCode = std::map<std::string, Amas>;

// The lines from too few are told together, with as many of the next ones as it takes: nobody
// finds one of them by taking the others from the total.
Colonne fermer(const ParCode& par_code, const Amas& tout, std::size_t seuil) {
    Colonne colonne;
    const auto total = tout.grandeur();
    if (total.unites >= seuil) colonne.total = total;
    std::vector<std::pair<Grandeur, std::string>> lignes;
    for (const auto& [code, amas] : par_code) lignes.emplace_back(amas.grandeur(), code);
    std::ranges::sort(lignes, {},
                      [](const auto& ligne) { return std::tie(ligne.first.unites, ligne.second); });
    Amas ensemble;
    for (const auto& [grandeur, code] : lignes) {
        const auto reunis = ensemble.grandeur().unites;
        const bool seule = grandeur.unites >= seuil && (reunis == 0 || reunis >= seuil);
        colonne.cellules[code] =
            seule ? Cellule{Etat::dite, grandeur} : Cellule{Etat::regroupee, {}};
        if (!seule) ensemble.joindre(par_code.at(code));
    }
    const auto regroupe = ensemble.grandeur();
    if (regroupe.unites > 0 && colonne.total) colonne.regroupe = regroupe;
    return colonne;
}

// Null: the counter is not told along that axis.
struct Lieu {
    const std::string *region, *secteur, *appel;
};

class Comptage {
public:
    void ajouter(Compteur compteur, const Lieu& lieu, const Part& part) {
        national_[compteur].ajouter(part);
        if (lieu.region) regions_[compteur][*lieu.region].ajouter(part);
        if (lieu.secteur) secteurs_[compteur][*lieu.secteur].ajouter(part);
        if (lieu.appel) appels_[compteur][*lieu.appel].ajouter(part);
    }
    void conclure(Compteurs& compteurs, std::size_t seuil) const {
        for (const auto& [compteur, amas] : national_) {
            const auto grandeur = amas.grandeur();
            if (grandeur.unites >= seuil_de(compteur, seuil))
                compteurs.national[compteur] = grandeur;
        }
        conclure(regions_, compteurs.regions, seuil);
        conclure(secteurs_, compteurs.secteurs, seuil);
        conclure(appels_, compteurs.appels, seuil);
    }

private:
    using ParCompteur = std::map<Compteur, ParCode>;

    // How many there are tells nothing of any of them.
    static std::size_t seuil_de(Compteur compteur, std::size_t seuil) {
        using enum Compteur;
        const bool nombre =
            compteur == projets || compteur == etablissements || compteur == etablissements_mesures;
        return nombre ? 0 : seuil;
    }
    void conclure(const ParCompteur& par_compteur, Axe& axe, std::size_t seuil) const {
        for (const auto& [compteur, par_code] : par_compteur) {
            for (const auto& [code, amas] : par_code) axe.codes.insert(code);
            axe.colonnes[compteur] =
                fermer(par_code, national_.at(compteur), seuil_de(compteur, seuil));
        }
    }

    std::map<Compteur, Amas> national_;
    ParCompteur regions_, secteurs_, appels_;
};

// An establishment, by its last agreement, with its last measures in any of them.
struct Essms {
    const Convention* convention = nullptr;
    const LigneConvenue* ligne = nullptr;
    std::string region{};
    const Mesure *signee = nullptr, *declaree = nullptr;
};

void retenir(const Mesure*& connue, const std::optional<Mesure>& autre) {
    if (autre && (connue == nullptr || connue->precede(*autre))) connue = &*autre;
}

using ParFiness = std::map<std::string_view, Essms>;

ParFiness essms_de(const Releve& releve, const Mesures& mesures, const RegionDe& region_de) {
    ParFiness tous;
    for (const auto& convention : releve.conventions)
        for (const auto& ligne : convention.lignes) {
            auto [ou, neuf] = tous.try_emplace(ligne.finess_et);
            auto& essms = ou->second;
            if (neuf) essms.region = region_de(ligne.finess_et);
            essms.convention = &convention;
            essms.ligne = &ligne;
            if (const auto* lues = mesures.trouver(convention.dossier, ligne.finess_et)) {
                retenir(essms.signee, lues->signee);
                retenir(essms.declaree, lues->declaree);
            }
        }
    return tous;
}

void compter_les_essms(const ParFiness& tous, Comptage& comptage, Compteurs& compteurs) {
    std::uint32_t rang = 0;
    for (const auto& [finess, essms] : tous) {
        const Lieu lieu{&essms.region, &essms.ligne->secteur, &essms.convention->appel};
        comptage.ajouter(Compteur::etablissements, lieu, {1, ++rang});
        const auto* mesure = essms.signee ? essms.signee : essms.declaree;
        if (mesure == nullptr) continue;
        const bool signee = essms.signee != nullptr;
        comptage.ajouter(signee ? Compteur::dui_verifies : Compteur::dui_declares, lieu,
                         {mesure->actifs, rang, mesure->au});
        if (!signee) continue;
        comptage.ajouter(Compteur::etablissements_mesures, lieu, {1, rang, mesure->au});
        compteurs.regles.insert(mesure->regle);
    }
}

void compter_les_conventions(const Releve& releve, const ParFiness& tous, Comptage& comptage) {
    std::uint32_t rang = 0;
    for (const auto& convention : releve.conventions) {
        const Lieu du_projet{&convention.guichet, nullptr, &convention.appel};
        comptage.ajouter(Compteur::projets, du_projet, {1, ++rang});
        for (const auto& ligne : convention.lignes)
            comptage.ajouter(Compteur::convenu,
                             {&tous.at(ligne.finess_et).region, &ligne.secteur, &convention.appel},
                             {ligne.montant.in_cents(), rang});
        if (convention.verse)
            comptage.ajouter(Compteur::verse, {nullptr, nullptr, &convention.appel},
                             {convention.verse->in_cents(), rang});
    }
}

std::optional<Etape> etape_de(Statut statut) {
    switch (statut) {
        case Statut::depose:
        case Statut::en_instruction:
        case Statut::pieces_demandees:
        case Statut::recevable:
        case Statut::reserve:  // a later window decides
            return Etape::en_examen;
        case Statut::favorable:
        case Statut::favorable_avec_recommandations:
        case Statut::notifie:
            return Etape::retenus;
        case Statut::conventionne:
            return Etape::conventionnes;
        case Statut::en_cours:
            return Etape::en_cours;
        case Statut::solde:
        case Statut::clos:
            return Etape::termines;
        case Statut::irrecevable:
        case Statut::defavorable:
            return Etape::non_retenus;
        case Statut::brouillon:
        case Statut::retire:
            break;
    }
    return std::nullopt;
}

std::optional<Grandeur> dite(const Somme& somme, std::size_t seuil) {
    if (somme.dossiers == 0 || somme.dossiers < seuil) return std::nullopt;
    return Grandeur{somme.montant.in_cents(), somme.dossiers, std::nullopt};
}

void compter_les_deposes(const Releve& releve, std::size_t seuil, Compteurs& compteurs) {
    Somme demande{};
    for (const auto& depose : releve.deposes) {
        const auto etape = etape_de(depose.statut);
        if (!etape) continue;
        ++compteurs.projets[*etape];
        if (!depose.demande) continue;
        demande.montant += *depose.demande;
        ++demande.dossiers;
    }
    compteurs.demande = dite(demande, seuil);
    const auto refus = compteurs.projets.find(Etape::non_retenus);
    compteurs.trop_peu_de_refus = refus != compteurs.projets.end() && refus->second < seuil;
    if (compteurs.trop_peu_de_refus) compteurs.projets.erase(refus);
}

}  // namespace

Compteurs compter(const Releve& releve, const Mesures& mesures, const Regard& regard) {
    Compteurs compteurs;
    Comptage comptage;
    const auto tous = essms_de(releve, mesures, regard.region_de);
    compter_les_essms(tous, comptage, compteurs);
    compter_les_conventions(releve, tous, comptage);
    comptage.conclure(compteurs, regard.seuil);
    compter_les_deposes(releve, regard.seuil, compteurs);
    compteurs.reserve = dite(releve.reserve, regard.seuil);
    compteurs.recouvre = dite(releve.recouvre, regard.seuil);
    return compteurs;
}

}  // namespace grappe::compteurs
