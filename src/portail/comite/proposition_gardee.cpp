// A study as lines that are kept, and what was stated read from them again.
#include "portail/comite/proposition_gardee.hpp"

#include <algorithm>

#include "core/integer.hpp"
#include "portail/comite/comite_repository.hpp"
#include "portail/comite/proposition_repository.hpp"

namespace grappe::comite {
namespace {

using Nature = LigneGardee::Genre;
using proposition::Regle, proposition::Relachement;

// "part 2", "enveloppe", "impose 0": a rule of the statement, by its rank.
std::string cle_de(const Regle& regle) {
    switch (regle.genre) {
        case Regle::Genre::enveloppe:
            return "enveloppe";
        case Regle::Genre::part_minimale:
            return "part " + std::to_string(regle.rang);
        case Regle::Genre::impose:
            return "impose " + std::to_string(regle.rang);
        case Regle::Genre::exclu:
            break;
    }
    return "exclu " + std::to_string(regle.rang);
}

std::string en_mots(const MinimumDit& dit) { return dit.unite + " " + dit.combien; }

MinimumDit separer(const std::string& texte) {
    const auto espace = std::min(texte.find(' '), texte.size());
    return {texte.substr(0, espace), texte.substr(std::min(espace + 1, texte.size()))};
}

LigneGardee cession(Nature genre, const Relachement& relachement, std::string texte) {
    LigneGardee ligne{.genre = genre, .texte = std::move(texte)};
    if (relachement.etat != Relachement::Etat::connu) return ligne;
    ligne.cle = cle_de(relachement.regle);
    if (relachement.enveloppe) ligne.valeur = en_mots(ecrire_minimum(*relachement.enveloppe));
    if (relachement.minimum) ligne.valeur = en_mots(ecrire_minimum(*relachement.minimum));
    return ligne;
}

class Description {
public:
    Description(const Preparee& preparee, const Etude& etude, const rules::Phrases& phrases)
        : preparee_{preparee}, etude_{etude}, phrases_{phrases} {}

    std::vector<LigneGardee> lignes() {
        enonce();
        for (std::size_t rang = 0; rang < preparee_.candidats.size(); ++rang) candidat(rang);
        for (const auto& un : etude_.effets) effet(un);
        if (etude_.impossibilite) impossibilite(*etude_.impossibilite);
        return std::move(lignes_);
    }

private:
    void enonce() {
        const auto& dit = preparee_.enonce;
        for (const auto& [dossier, points] : dit.points)
            lignes_.push_back({.genre = Nature::points, .cle = dossier, .points = points});
        for (const auto& un : dit.poids)
            lignes_.push_back({.genre = Nature::poids,
                               .cle = un.critere,
                               .valeur = std::string{core::name_of(un.constat)},
                               .points = un.points});
        if (dit.par_essms != 0)
            lignes_.push_back({.genre = Nature::essms, .points = dit.par_essms});
        for (std::size_t k = 0; k < dit.parts_minimales.size(); ++k)
            lignes_.push_back({.genre = Nature::part,
                               .cle = dit.parts_minimales[k].attribut,
                               .valeur = dit.parts_minimales[k].valeur,
                               .nom = nommer({Regle::Genre::part_minimale, k}),
                               .texte = en_mots(ecrire_minimum(dit.parts_minimales[k].minimum))});
        for (const auto& dossier : dit.imposes)
            lignes_.push_back({.genre = Nature::impose, .cle = dossier});
        for (const auto& dossier : dit.exclus)
            lignes_.push_back({.genre = Nature::exclu, .cle = dossier});
    }

    std::string nommer(const Regle& regle) const {
        return proposition::nommer(phrases_, preparee_.dite, regle);
    }

    // Without points, no envelope makes a dossier better than none: it takes what room is left.
    std::string entree(const std::string& numero, std::int64_t points) const {
        const auto dite = std::ranges::find(etude_.entrees, numero, &proposition::Entree::numero);
        const auto& exclus = preparee_.demande.contraintes.exclus;
        if (std::ranges::find(exclus, numero) != exclus.end())
            return phrases_.rendre("comite.entree_exclue", {});
        if (dite == etude_.entrees.end()) return {};
        auto texte = proposition::dire(phrases_, *dite);
        if (points == 0) return texte + "\n" + phrases_.rendre("comite.entree_sans_point", {});
        const auto argent = etude_.par_enveloppe.find(numero);
        if (argent != etude_.par_enveloppe.end())
            texte += "\n" + proposition::dire(phrases_, numero, argent->second);
        return texte;
    }

    void candidat(std::size_t rang) {
        const auto& un = preparee_.candidats[rang];
        const auto& retenus = etude_.retenus;
        const bool retenu = std::ranges::find(retenus, un.dossier.id) != retenus.end();
        lignes_.push_back(
            {.genre = retenu ? Nature::retenu : Nature::ecarte,
             .cle = un.dossier.id,
             .valeur = preparee_.points[rang].detail,
             .nom = un.numero,
             .points = preparee_.points[rang].points,
             .montant = un.montant,
             .texte = retenu ? std::string{} : entree(un.numero, preparee_.points[rang].points)});
    }

    void effet(const proposition::Effet& un) {
        LigneGardee ligne{.genre = Nature::effet,
                          .valeur = un.active ? "active" : "inactive",
                          .nom = nommer(un.regle),
                          .texte = proposition::dire(phrases_, preparee_.dite, un)};
        if (!un.connu) ligne.valeur = "inconnue";
        if (un.connu && un.active) {
            ligne.points = un.points;
            ligne.montant = un.montant;
        }
        lignes_.push_back(std::move(ligne));
    }

    // The sentences come in the same order: those that clash, each alone, then together.
    void impossibilite(const proposition::Impossibilite& une) {
        auto dites = proposition::dire(phrases_, preparee_.dite, une);
        lignes_.push_back({.genre = Nature::conflit, .texte = std::move(dites.front())});
        for (std::size_t k = 0; k < une.relachements.size(); ++k)
            lignes_.push_back(
                cession(Nature::relachement, une.relachements[k], std::move(dites[k + 1])));
        if (!une.compromis_connu) return;
        for (auto concession : une.compromis) {
            concession.etat = Relachement::Etat::connu;
            lignes_.push_back(cession(Nature::compromis, concession, {}));
        }
        lignes_.push_back({.genre = Nature::ensemble, .texte = std::move(dites.back())});
    }

    const Preparee& preparee_;
    const Etude& etude_;
    const rules::Phrases& phrases_;
    std::vector<LigneGardee> lignes_{};
};

// What gives way, by kind of rule and rank; those lifted go once all are told, so that ranks hold.
class Cession {
public:
    explicit Cession(Enonce enonce) : enonce_{std::move(enonce)} {}

    bool faire(const LigneGardee& ligne) {
        const auto [genre, rang_dit] = separer(ligne.cle);
        const auto rang = core::integer<std::size_t>(rang_dit).value_or(0);
        const auto minimum = lire_minimum(separer(ligne.valeur));
        if (genre == "enveloppe" && minimum) {
            if (const auto* montant = std::get_if<core::Money>(&*minimum))
                enonce_.enveloppe = *montant;
            return true;
        }
        if (genre == "part" && rang < enonce_.parts_minimales.size()) {
            if (minimum)
                enonce_.parts_minimales[rang].minimum = *minimum;
            else
                enonce_.parts_minimales[rang].attribut.clear();
            return true;
        }
        return (genre == "impose" && lever(enonce_.imposes, rang)) ||
               (genre == "exclu" && lever(enonce_.exclus, rang));
    }

    Enonce finie() {
        std::erase_if(enonce_.parts_minimales,
                      [](const auto& part) { return part.attribut.empty(); });
        std::erase(enonce_.imposes, "");
        std::erase(enonce_.exclus, "");
        return std::move(enonce_);
    }

private:
    static bool lever(std::vector<std::string>& noms, std::size_t rang) {
        if (rang >= noms.size()) return false;
        noms[rang].clear();
        return true;
    }

    Enonce enonce_;
};

}  // namespace

PropositionGardee decrire(const Demandeur& qui, const Preparee& preparee, const Etude& etude,
                          const rules::Phrases& phrases) {
    const auto& proposee = etude.proposition;
    return {.enveloppe = preparee.demande.contraintes.enveloppe,
            .etat = proposee.etat,
            .preuve = proposee.preuve,
            .departagee = proposee.departagee,
            .interrompue = etude.interrompue,
            .retenus = static_cast<int>(etude.retenus.size()),
            .points = proposee.ensemble.points,
            .montant = proposee.ensemble.total,
            .phrase = proposition::dire(phrases, proposee),
            .par = qui.acteur.compte,
            .calculee_le = qui.maintenant,
            .lignes = Description{preparee, etude, phrases}.lignes()};
}

core::Result<PropositionGardee> garder(storage::Writer& db, const Demandeur& qui, const Vise& vise,
                                       const PropositionGardee& calculee) {
    const auto comite = demander_ouvert(db, qui, vise, access::Permission::comite_preparer);
    if (!comite) return comite.error();
    auto gardee = ajouter(db, comite->id, calculee);
    noter(db, qui, *comite, {"comite.proposition", "proposition:" + std::to_string(gardee.numero)});
    return gardee;
}

core::Result<Scenario> garder_en_scenario(storage::Writer& db, const Demandeur& qui,
                                          const AGarder& a_garder, const socle::Moyens& regles) {
    const auto comite =
        demander_ouvert(db, qui, a_garder.vise, access::Permission::comite_preparer);
    if (!comite) return comite.error();
    const auto gardee = proposition_gardee(db, comite->id, a_garder.numero);
    if (!gardee) return core::refuse(core::Reason::not_found, "comite.proposition_inconnue");
    if (!gardee->proposee())
        return core::refuse(core::Reason::conflict, "comite.proposition_sans_ensemble");
    std::vector<std::string> retenus;
    for (const auto& ligne : gardee->lignes)
        if (ligne.genre == Nature::retenu) retenus.push_back(ligne.cle);
    return ecrire(db, qui,
                  {.vise = a_garder.vise,
                   .nom = a_garder.nom,
                   .retenus = std::move(retenus),
                   .choisi = a_garder.choisi,
                   .origine = Origine::proposition},
                  regles);
}

Enonce enonce_de(const PropositionGardee& gardee) {
    Enonce enonce{.enveloppe = gardee.enveloppe};
    for (const auto& ligne : gardee.lignes) {
        const auto points = ligne.points.value_or(0);
        if (ligne.genre == Nature::points) enonce.points[ligne.cle] = points;
        if (ligne.genre == Nature::essms) enonce.par_essms = points;
        if (ligne.genre == Nature::impose) enonce.imposes.push_back(ligne.cle);
        if (ligne.genre == Nature::exclu) enonce.exclus.push_back(ligne.cle);
        if (ligne.genre == Nature::poids)
            enonce.poids.push_back(
                {ligne.cle, core::named<Presente>(ligne.valeur).value_or(Presente::non), points});
        if (ligne.genre == Nature::part)
            if (const auto minimum = lire_minimum(separer(ligne.texte)))
                enonce.parts_minimales.push_back({ligne.cle, ligne.valeur, *minimum});
    }
    return enonce;
}

std::optional<Enonce> ceder(const PropositionGardee& gardee, std::size_t rang) {
    if (rang >= gardee.lignes.size() || gardee.lignes[rang].genre != Nature::relachement)
        return std::nullopt;
    Cession cession{enonce_de(gardee)};
    if (!cession.faire(gardee.lignes[rang])) return std::nullopt;
    return cession.finie();
}

Enonce ceder_ensemble(const PropositionGardee& gardee) {
    Cession cession{enonce_de(gardee)};
    for (const auto& ligne : gardee.lignes)
        if (ligne.genre == Nature::compromis) cession.faire(ligne);
    return cession.finie();
}

}  // namespace grappe::comite
