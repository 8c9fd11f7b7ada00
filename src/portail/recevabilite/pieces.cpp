// Pieces of the application, DOC-01 to DOC-19 (kit, table of pieces and checklist; AAP NA 2024,
// annex 2), and DOC-20 to DOC-23 about them. DOC-17 (quotes) belongs to the subsidy.
#include "portail/recevabilite/pieces.hpp"

#include <algorithm>

namespace grappe::recevabilite {
namespace {

using rules::Issue, rules::RegleId, programme::ConditionPiece;

bool un_compte(const Examen& examen, bool (*test)(const Examen&, const dossier::EssmsResolu&)) {
    const auto& comptes = examen.decompte.comptes;
    return std::any_of(comptes.begin(), comptes.end(),
                       [&](const auto& compte) { return test(examen, *compte.essms); });
}

bool demande_du_materiel(const Examen&, const dossier::EssmsResolu& essms) {
    const auto& devis = essms.saisi->devis_materiel;
    return devis.connue() && devis->in_cents() > 0;
}

bool demande_l_amoa(const Examen& examen) {
    const auto& devis = examen.saisi().devis_amoa;
    return devis.connue() && devis->in_cents() > 0;
}

Reponse oui_ou_non(bool vrai) { return vrai ? Reponse::oui : Reponse::non; }

// Associations publish at the Journal officiel; a private non-profit porteur may be one.
Reponse est_une_association(const Examen& examen) {
    const auto& statut = examen.saisi().porteur.statut;
    if (!statut.connue()) return Reponse::inconnue;
    return oui_ou_non(*statut == dossier::StatutPorteur::prive_non_lucratif);
}

Reponse etude_de_couverture(const Examen& examen) {
    const auto secteurs = secteurs_sans_reference(examen);
    if (secteurs != Reponse::non) return secteurs;
    return exception_ght(examen) ? reponse(examen.saisi().porteur.ght) : Reponse::non;
}

Verdict presence(const Examen& examen, const programme::PieceAppel& piece, bool recue) {
    rules::Faits faits{{"piece", std::string_view{piece.libelle}}};
    if (recue) return {Issue::conforme, "recevabilite.doc.recue", std::move(faits), &piece.source};
    if (!piece.obligatoire)
        return {Issue::alerte, "recevabilite.doc.facultative", std::move(faits), &piece.source};
    if (condition(examen, piece.condition) == Reponse::inconnue)
        return {Issue::manque, "recevabilite.doc.condition_inconnue", std::move(faits),
                &piece.source};
    return {Issue::manque, "recevabilite.doc.manque", std::move(faits), &piece.source};
}

bool recue_pour(const Examen& examen, RegleId regle, std::string_view organisme) {
    const auto type = core::name_of(regle);
    const auto& pieces = examen.saisi().pieces;
    const bool seul = examen.organismes.size() <= 1;
    return std::any_of(pieces.begin(), pieces.end(), [&](const auto& piece) {
        if (piece.type != type || !suffixe_admis(examen.appel(), piece)) return false;
        return piece.organisme.connue() ? *piece.organisme == organisme : seul;
    });
}

class Ajout {
public:
    Ajout(const Examen& examen, Constats& constats) : examen_{examen}, constats_{constats} {}

    void piece(RegleId regle, Verdict verdict) {
        ajouter(regle, rules::Objet::de_la_piece(core::name_of(regle)), std::move(verdict));
    }
    void dossier(RegleId regle, Verdict verdict) {
        ajouter(regle, rules::Objet::du_dossier(), std::move(verdict));
    }
    void de_type(RegleId regle, std::string_view type, Verdict verdict) {
        ajouter(regle, rules::Objet::de_la_piece(type), std::move(verdict));
    }

private:
    void ajouter(RegleId regle, rules::Objet objet, Verdict verdict) {
        const auto* source = source_ou(verdict.source, examen_.appel().regle(regle).source);
        constats_.push_back(
            {regle, verdict.issue, objet, verdict.phrase, std::move(verdict.faits), source});
    }

    const Examen& examen_;
    Constats& constats_;
};

void par_organisme(const Examen& examen, const programme::PieceAppel& piece, Ajout& ajout) {
    const auto& organismes = examen.organismes;
    if (organismes.empty())
        ajout.piece(piece.regle, presence(examen, piece, piece_recue(examen, piece.regle)));
    for (const auto organisme : organismes) {
        auto verdict = presence(examen, piece, recue_pour(examen, piece.regle, organisme));
        verdict.phrase = verdict.issue == Issue::conforme
                             ? std::string_view{"recevabilite.doc.recue_organisme"}
                         : verdict.issue == Issue::alerte
                             ? std::string_view{"recevabilite.doc.facultative_organisme"}
                             : std::string_view{"recevabilite.doc.manque_organisme"};
        verdict.faits.push_back({"organisme", organisme});
        ajout.piece(piece.regle, std::move(verdict));
    }
}

void une_piece(const Examen& examen, const programme::PieceAppel& piece, Ajout& ajout) {
    if (condition(examen, piece.condition) == Reponse::non) {
        ajout.piece(piece.regle, {Issue::sans_objet,
                                  "recevabilite.doc.sans_objet",
                                  {{"piece", std::string_view{piece.libelle}}},
                                  &piece.source});
        return;
    }
    if (piece.par_organisme) return par_organisme(examen, piece, ajout);
    auto verdict = presence(examen, piece, piece_recue(examen, piece.regle));
    if (verdict.issue == Issue::conforme && piece.emplacements.size() > 1) {
        verdict.phrase = "recevabilite.doc.recue_emplacements";
        verdict.faits.push_back({"emplacements", nombre(piece.emplacements.size())});
    }
    ajout.piece(piece.regle, std::move(verdict));
}

Verdict selon_l_appel(const programme::Appel& appel, RegleId regle) {
    const rules::Fait nom{"appel", std::string_view{appel.id}};
    if (appel.regle(regle).etat == programme::RegleAppel::Etat::non_definie)
        return {Issue::non_defini, "recevabilite.non_defini_dans_l_appel", {nom}};
    return {Issue::sans_objet, "recevabilite.doc.non_demandee", {nom}};
}

void regle_de_piece(const Examen& examen, RegleId regle, Ajout& ajout) {
    bool demandee = false;
    if (examen.appel().pieces.definie())
        for (const auto& piece : *examen.appel().pieces)
            if (piece.regle == regle) {
                une_piece(examen, piece, ajout);
                demandee = true;
            }
    if (!demandee) ajout.dossier(regle, selon_l_appel(examen.appel(), regle));
}

// DOC-20: suffixes that the call accepts, without regard to case.
void suffixes(const Examen& examen, Ajout& ajout) {
    const auto& admis = examen.appel().suffixes;
    if (examen.appel().regle(RegleId::doc_20).etat == programme::RegleAppel::Etat::non_definie)
        return ajout.dossier(RegleId::doc_20, selon_l_appel(examen.appel(), RegleId::doc_20));
    if (!admis.definie() || admis->empty())
        return ajout.dossier(RegleId::doc_20, {.issue = Issue::sans_objet,
                                               .phrase = "recevabilite.doc_20.sans_objet",
                                               .faits = {},
                                               .source = &admis.source});
    bool tous = true;
    for (const auto& piece : examen.saisi().pieces) {
        if (suffixe_admis(examen.appel(), piece)) continue;
        tous = false;
        ajout.de_type(RegleId::doc_20, piece.type,
                      {Issue::non_conforme,
                       "recevabilite.doc_20.refuse",
                       {{"fichier", std::string_view{*piece.fichier}}},
                       &admis.source});
    }
    if (tous)
        ajout.dossier(RegleId::doc_20,
                      {Issue::conforme, "recevabilite.doc_20.conforme", {}, &admis.source});
}

}  // namespace

Reponse condition(const Examen& examen, ConditionPiece voulue) {
    switch (voulue) {
        case ConditionPiece::toujours:
            return Reponse::oui;
        case ConditionPiece::plusieurs_organismes:
            return oui_ou_non(examen.organismes.size() > 1);
        case ConditionPiece::materiel_demande:
            return oui_ou_non(un_compte(examen, demande_du_materiel));
        case ConditionPiece::aide_specifique_demandee:
            return oui_ou_non(demande_l_amoa(examen) || un_compte(examen, demande_du_materiel));
        case ConditionPiece::entite_nationale:
            return entite_nationale(examen);
        case ConditionPiece::saad:
            return oui_ou_non(un_compte(examen, [](const Examen& e, const auto& essms) {
                return est_saad(e.appel(), essms);
            }));
        case ConditionPiece::etude_de_couverture:
            return etude_de_couverture(examen);
        case ConditionPiece::association:
            return est_une_association(examen);
    }
    return Reponse::inconnue;
}

void juger_pieces(const Examen& examen, Constats& constats) {
    Ajout ajout{examen, constats};
    const auto debut = constats.size();
    for (auto rang = static_cast<int>(RegleId::doc_01); rang <= static_cast<int>(RegleId::doc_19);
         ++rang) {
        const auto regle = static_cast<RegleId>(rang);
        if (regle != RegleId::doc_17) regle_de_piece(examen, regle, ajout);
    }
    suffixes(examen, ajout);
    const Constats jugees(constats.begin() + static_cast<std::ptrdiff_t>(debut), constats.end());
    const auto nom = rules::Fait{"appel", std::string_view{examen.appel().id}};
    for (const auto& regle : {RegleId::doc_21, RegleId::doc_22, RegleId::doc_23}) {
        if (examen.contexte.applique(regle)) {
            ajout.dossier(regle, bilan_des_pieces(regle, jugees));
            continue;
        }
        auto verdict = selon_l_appel(examen.appel(), regle);
        if (verdict.issue == Issue::sans_objet)
            verdict.phrase = "recevabilite.sans_objet_dans_l_appel";
        ajout.dossier(regle, std::move(verdict));
    }
}

}  // namespace grappe::recevabilite
