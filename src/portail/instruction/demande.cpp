// Requests for complements and their answers.
#include "portail/instruction/demande.hpp"

#include <algorithm>

#include "core/finess.hpp"
#include "identity/compte.hpp"
#include "portail/instruction/decision_repository.hpp"
#include "portail/instruction/demande_repository.hpp"
#include "portail/instruction/lettres.hpp"
#include "portail/teleservice/complement_repository.hpp"

namespace grappe::instruction {
namespace {

core::Date jour_de(core::Instant instant) { return core::paris().day_of(instant); }

std::string en_francais(core::Date date) {
    std::string texte;
    rules::ajouter_valeur(texte, date);
    return texte;
}

core::Result<PieceDemandee> lire_piece(const std::vector<teleservice::Piece>& presentes,
                                       const PieceVoulue& voulue) {
    const auto fausse = core::refuse(core::Reason::rule_not_met, "complements.piece", voulue.quoi);
    auto texte = lire_texte_libre(voulue.texte);
    if (!texte) return texte.error();
    PieceDemandee lue{.type = voulue.quoi, .texte = *std::move(texte)};
    if (!voulue.organisme.empty()) {
        if (!core::Finess::parse(voulue.organisme)) return fausse;
        lue.organisme = voulue.organisme;
    }
    if (teleservice::est_un_type_de_piece(voulue.quoi)) return lue;
    const auto piece = std::find_if(presentes.begin(), presentes.end(),
                                    [&](const auto& une) { return une.id == voulue.quoi; });
    if (piece == presentes.end()) return fausse;
    lue.type = piece->type;
    lue.organisme = piece->organisme;
    lue.piece = piece->id;
    return lue;
}

core::Result<std::string> lire_textes(const std::vector<std::string>& textes) {
    std::string lus;
    for (const auto& texte : textes) {
        const auto lu = lire_texte_libre(texte);
        if (!lu) return lu;
        if (!lu->empty()) lus.append(lus.empty() ? "" : "\n").append(*lu);
    }
    return lire_texte_libre(lus);
}

core::Result<Demande> lire(storage::Reader& db, const Demandeur& qui, const Dossier& dossier,
                           const NouvelleDemande& nouvelle) {
    auto textes = lire_textes(nouvelle.textes);
    if (!textes) return textes.error();
    if (textes->empty() && nouvelle.pieces.empty())
        return core::refuse(core::Reason::invalid, "complements.vide");
    if (nouvelle.pieces.size() > pieces_par_demande)
        return core::refuse(core::Reason::rule_not_met, "complements.trop",
                            std::to_string(pieces_par_demande));
    const auto echeance = core::Date::parse(nouvelle.echeance);
    if (!echeance || *echeance < jour_de(qui.maintenant))
        return core::refuse(core::Reason::invalid, "complements.echeance");
    Demande demande{.numero = 0,
                    .textes = *std::move(textes),
                    .echeance = *echeance,
                    .par = qui.acteur.compte,
                    .faite_le = qui.maintenant,
                    .close_le = {},
                    .cloture = {},
                    .pieces = {}};
    const auto presentes =
        teleservice::pieces_en_vigueur(db, *teleservice::dernier_depot(db, dossier.id));
    for (const auto& voulue : nouvelle.pieces) {
        auto piece = lire_piece(presentes, voulue);
        if (!piece) return piece.error();
        demande.pieces.push_back(*std::move(piece));
    }
    return demande;
}

// One line each, as the letter says them.
std::string en_lignes(const Demande& demande, const rules::Phrases& phrases) {
    std::string lignes = demande.textes;
    for (const auto& piece : demande.pieces) {
        lignes.append(lignes.empty() ? "- " : "\n- ");
        const auto code = "regle." + piece.type;
        lignes.append(piece.type);
        if (phrases.contient(code)) lignes.append(", ").append(phrases.rendre(code, {}));
        if (piece.organisme) lignes.append(" (").append(*piece.organisme).append(")");
        if (!piece.texte.empty()) lignes.append("\u00a0: ").append(piece.texte);
    }
    return lignes;
}

}  // namespace

core::Result<Demande> demander_complements(storage::Writer& db, const Demandeur& qui,
                                           const NouvelleDemande& nouvelle, const Moyens& moyens) {
    auto dossier = teleservice::demander_pour(db, qui, nouvelle.dossier, Acte::demander);
    if (!dossier) return dossier.error();
    auto lue = lire(db, qui, *dossier, nouvelle);
    if (!lue) return lue;
    auto demande = ajouter(db, dossier->id, *std::move(lue));
    auto apres = *std::move(dossier);
    faire_passer(db, qui, apres, {Acte::demander});
    noter(db, qui, apres, {"demande.faire", "demande:" + std::to_string(demande.numero)});
    ecrire_au_porteur(db, qui, {apres, moyens},
                      {.genre = GenreDeLettre::demande,
                       .demandes = en_lignes(demande, moyens.regles.phrases),
                       .echeance = en_francais(demande.echeance)});
    return demande;
}

core::Result<Dossier> reprendre(storage::Writer& db, const Demandeur& qui, const Reprise& reprise,
                                const Moyens& moyens) {
    auto dossier = teleservice::demander_pour(db, qui, reprise.dossier, Acte::reprendre);
    if (!dossier) return dossier;
    const auto motif = lire_texte(reprise.motif);
    if (!motif) return motif.error();
    for (auto& demande : demandes(db, dossier->id)) {
        if (!demande.ouverte()) continue;
        demande.close_le = qui.maintenant;
        demande.cloture = Cloture::reprise;
        clore(db, dossier->id, demande);
    }
    auto apres = *std::move(dossier);
    faire_passer(db, qui, apres, {Acte::reprendre, *motif});
    noter(db, qui, apres, {"demande.clore"});
    ecrire_au_porteur(db, qui, {apres, moyens}, {.genre = GenreDeLettre::complet, .motif = *motif});
    return apres;
}

core::Result<Reponse> repondre(storage::Writer& db, const Demandeur& qui,
                               const NouvelleReponse& nouvelle, const Moyens& moyens) {
    auto dossier = teleservice::demander_pour(db, qui, nouvelle.dossier, Acte::repondre);
    if (!dossier) return dossier.error();
    auto texte = lire_texte_libre(nouvelle.texte);
    if (!texte) return texte.error();
    const auto depot = *teleservice::dernier_depot(db, dossier->id);
    const int en_vigueur = teleservice::version_en_vigueur(db, depot);
    const bool corrige = dossier->version != en_vigueur;
    if (texte->empty() && !corrige && teleservice::complements(db, dossier->id).empty())
        return core::refuse(core::Reason::invalid, "reponse.vide");
    if (corrige) {
        const auto corrigee = teleservice::corriger(db, *dossier, depot, moyens.regles);
        if (!corrigee) return corrigee.error();
    }
    auto reponse = ajouter(db, dossier->id,
                           Reponse{.numero = 0,
                                   .version = corrige ? dossier->version : en_vigueur,
                                   .texte = *std::move(texte),
                                   .par = qui.acteur.compte,
                                   .faite_le = qui.maintenant});
    auto apres = *std::move(dossier);
    faire_passer(db, qui, apres, {Acte::repondre});
    noter(db, qui, apres, {"demande.repondre", "reponse:" + std::to_string(reponse.numero)});
    annoncer_au_guichet(db, {apres, moyens}, {.genre = GenreDeLettre::guichet_reponse},
                        identity::Poids::acte);
    return reponse;
}

}  // namespace grappe::instruction
