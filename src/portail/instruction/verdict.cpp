// Verdicts, and the requests that they close.
#include "portail/instruction/verdict.hpp"

#include <algorithm>

#include "portail/instruction/decision_repository.hpp"
#include "portail/instruction/demande_repository.hpp"
#include "portail/instruction/lettres.hpp"
#include "portail/teleservice/complement_repository.hpp"

namespace grappe::instruction {
namespace {

using teleservice::Piece;

core::Result<Piece> piece_visee(storage::Reader& db, const Dossier& dossier, std::string_view id) {
    const auto depot = teleservice::dernier_depot(db, dossier.id);
    for (auto& piece : teleservice::pieces_en_vigueur(db, *depot))
        if (piece.id == id) return std::move(piece);
    return core::refuse(core::Reason::not_found, "piece.inconnue");
}

core::Result<Verdict> lire(const Demandeur& qui, const NouveauVerdict& nouveau) {
    const auto conformite = core::named<Conformite>(nouveau.verdict);
    if (!conformite) return core::refuse(core::Reason::invalid, "instruction.verdict");
    auto motif = lire_texte_libre(nouveau.motif);
    if (!motif) return motif.error();
    auto texte = lire_texte_libre(nouveau.texte);
    if (!texte) return texte.error();
    if (*conformite == Conformite::non_conforme && motif->empty() && texte->empty())
        return core::refuse(core::Reason::invalid, "instruction.motif_vide");
    return Verdict{.numero = 0,
                   .piece = std::string{nouveau.piece},
                   .verdict = *conformite,
                   .motif = *std::move(motif),
                   .texte = *std::move(texte),
                   .par = qui.acteur.compte,
                   .rendu_le = qui.maintenant};
}

// A piece of the deposit answers for itself only; what came since, for what is asked of its type.
bool repond(const PieceDemandee& demandee, const Piece& piece, bool venue_depuis) {
    if (demandee.acceptee) return false;
    if (demandee.piece == piece.id) return true;
    const bool meme_organisme = !demandee.organisme || demandee.organisme == piece.organisme;
    return demandee.type == piece.type && meme_organisme && (venue_depuis || !demandee.piece);
}

bool est_venue_depuis(storage::Reader& db, const Piece& piece) {
    const auto venues = teleservice::complements(db, piece.dossier);
    return std::any_of(venues.begin(), venues.end(),
                       [&](const auto& venue) { return venue.piece == piece.id; });
}

bool tout_est_accepte(const Demande& demande) {
    return !demande.pieces.empty() &&
           std::all_of(demande.pieces.begin(), demande.pieces.end(),
                       [](const PieceDemandee& piece) { return piece.acceptee.has_value(); });
}

// True: no request is open any more.
bool accepter_partout(storage::Writer& db, const Demandeur& qui, const Piece& piece) {
    const bool depuis = est_venue_depuis(db, piece);
    bool reste = false;
    for (auto& demande : demandes(db, piece.dossier)) {
        if (!demande.ouverte()) continue;
        int rang = 0;
        for (auto& demandee : demande.pieces) {
            if (repond(demandee, piece, depuis)) {
                demandee.acceptee = piece.id;
                accepter(db, piece.dossier, {demande.numero, rang, piece.id});
            }
            ++rang;
        }
        if (tout_est_accepte(demande)) {
            demande.close_le = qui.maintenant;
            demande.cloture = Cloture::acceptee;
            clore(db, piece.dossier, demande);
        } else {
            reste = true;
        }
    }
    return !reste;
}

struct Suites {
    Dossier& dossier;
    const Piece& piece;
    const Moyens& moyens;
};

void fermer_ce_qui_est_satisfait(storage::Writer& db, const Demandeur& qui, const Suites& suites) {
    auto& dossier = suites.dossier;
    if (dossier.statut != Statut::pieces_demandees) return;
    if (!accepter_partout(db, qui, suites.piece)) return;
    faire_passer(db, qui, dossier, {Acte::reprendre});
    noter(db, qui, dossier, {"demande.clore"});
    ecrire_au_porteur(db, qui, {dossier, suites.moyens}, {.genre = GenreDeLettre::complet});
}

}  // namespace

core::Result<VerdictRendu> rendre_verdict(storage::Writer& db, const Demandeur& qui,
                                          const NouveauVerdict& nouveau, const Moyens& moyens) {
    auto dossier = teleservice::demander_pour(db, qui, nouveau.dossier, Acte::examiner);
    if (!dossier) return dossier.error();
    const auto piece = piece_visee(db, *dossier, nouveau.piece);
    if (!piece) return piece.error();
    auto lu = lire(qui, nouveau);
    if (!lu) return lu.error();
    const auto deja = verdicts(db, dossier->id);
    const auto* dernier = verdict_de(deja, nouveau.piece);
    if (nouveau.vu && *nouveau.vu != (dernier ? dernier->numero : 0))
        return core::refuse(core::Reason::conflict, "instruction.entretemps");
    auto rendu = ajouter(db, dossier->id, *std::move(lu));
    noter(db, qui, *dossier, {"piece.juger", "piece:" + rendu.piece});
    auto apres = *std::move(dossier);
    if (rendu.verdict != Conformite::non_conforme)
        fermer_ce_qui_est_satisfait(db, qui, {apres, *piece, moyens});
    return VerdictRendu{std::move(rendu), apres.statut};
}

const std::vector<std::string_view>& motifs_proposes(Conformite verdict) {
    static const std::vector<std::string_view> conforme{"complete", "admise"};
    static const std::vector<std::string_view> non_conforme{
        "illisible", "incomplete", "non_signee", "perimee", "mauvaise_piece", "incoherente"};
    static const std::vector<std::string_view> sans_objet{"non_concerne", "en_double"};
    switch (verdict) {
        case Conformite::conforme:
            return conforme;
        case Conformite::non_conforme:
            return non_conforme;
        case Conformite::sans_objet:
            break;
    }
    return sans_objet;
}

std::string motif_en_clair(Conformite verdict, const std::string& motif,
                           const rules::Phrases& phrases) {
    const auto code = "instruction.motif." + std::string{core::name_of(verdict)} + "." + motif;
    return phrases.contient(code) ? phrases.rendre(code, {}) : motif;
}

}  // namespace grappe::instruction
