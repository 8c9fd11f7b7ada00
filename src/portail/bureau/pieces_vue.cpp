// Pieces with their verdicts, and the requests about them.
#include <algorithm>
#include <array>

#include "portail/bureau/examen_vue.hpp"
#include "portail/instruction/verdict.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"

namespace grappe::bureau {
namespace {

using instruction::Conformite;
using page::Vue;

std::string_view classe_de(Conformite verdict) {
    switch (verdict) {
        case Conformite::conforme:
            return "ouvert";
        case Conformite::non_conforme:
            return "bloque";
        case Conformite::sans_objet:
            break;
    }
    return "ferme";
}

std::string conformite(const Bureau& bureau, Conformite verdict) {
    return pages::dire(bureau.services, "bureau.conformite." + std::string{core::name_of(verdict)});
}

std::string taille(const Bureau& bureau, std::int64_t octets) {
    const auto kibi = std::max<std::int64_t>(1, octets / 1024);
    if (kibi < 1024) return pages::dire(bureau.services, "bureau.taille.kio", {{"nombre", kibi}});
    return pages::dire(bureau.services, "bureau.taille.mio", {{"nombre", kibi / 1024}});
}

Vue::Liste motifs(const Bureau& bureau, const instruction::Verdict* verdict) {
    Vue::Liste groupes;
    for (const auto& [conforme, nom] : names(Conformite{})) {
        Vue::Liste choix;
        for (const auto motif : instruction::motifs_proposes(conforme))
            choix.push_back(
                Vue{{"valeur", motif},
                    {"libelle", instruction::motif_en_clair(conforme, std::string{motif},
                                                            bureau.services.phrases)},
                    {"choisi", verdict != nullptr && verdict->motif == motif}});
        groupes.push_back(
            Vue{{"libelle", conformite(bureau, conforme)}, {"choix", std::move(choix)}});
    }
    return groupes;
}

Vue::Liste choix_du_verdict(const Bureau& bureau, const instruction::Verdict* verdict) {
    Vue::Liste choix;
    int touche = 1;
    for (const auto& [conforme, nom] : names(Conformite{}))
        choix.push_back(Vue{{"valeur", nom},
                            {"libelle", conformite(bureau, conforme)},
                            {"touche", touche++},
                            {"choisi", verdict != nullptr && verdict->verdict == conforme}});
    return choix;
}

Vue vue_de_la_piece(const Bureau& bureau, const Instruit& instruit,
                    const teleservice::Piece& piece) {
    const auto& phrases = bureau.services.phrases;
    const auto* verdict = instruction::verdict_de(instruit.examen.verdicts, piece.id);
    const auto motif = verdict
                           ? instruction::motif_en_clair(verdict->verdict, verdict->motif, phrases)
                           : std::string{};
    return {{"id", piece.id},
            {"type", piece.type},
            {"titre", type_en_clair(bureau, piece.type)},
            {"organisme", piece.organisme.value_or("")},
            {"nom", piece.nom},
            {"taille", taille(bureau, piece.taille)},
            {"le", pages::moment(piece.depose_le, core::paris())},
            {"jugee", verdict != nullptr},
            {"etat", verdict ? std::string{classe_de(verdict->verdict)} : std::string{}},
            {"etat_mots", verdict ? conformite(bureau, verdict->verdict) : std::string{}},
            {"motif", motif},
            {"texte", verdict ? verdict->texte : std::string{}},
            {"par",
             verdict ? signature(instruit.noms, verdict->rendu_le, verdict->par) : std::string{}},
            {"vu", verdict ? verdict->numero : 0},
            {"choix", choix_du_verdict(bureau, verdict)},
            {"motifs", motifs(bureau, verdict)}};
}

Vue vue_de_la_demande(const Bureau& bureau, const Instruit& instruit,
                      const instruction::Demande& demande) {
    Vue::Liste pieces;
    for (const auto& piece : demande.pieces)
        pieces.push_back(Vue{{"titre", type_en_clair(bureau, piece.type)},
                             {"type", piece.type},
                             {"texte", piece.texte},
                             {"acceptee", piece.acceptee.has_value()}});
    const bool ouverte = demande.ouverte();
    return {{"numero", demande.numero},
            {"textes", demande.textes},
            {"pieces", std::move(pieces)},
            {"echeance", pages::jour(demande.echeance)},
            {"faite", signature(instruit.noms, demande.faite_le, demande.par)},
            {"ouverte", ouverte},
            {"close", ouverte ? std::string{} : pages::moment(*demande.close_le, core::paris())}};
}

struct Voulue {
    std::string_view quoi;  // a type, or the id of the piece to replace
    std::string_view type;
    std::string libelle;
    bool choisie;
};

// The open request that asks for it already, by its id or by its type, and still waits; null: none.
const instruction::Demande* deja_demandee(const instruction::Examen& examen, const Voulue& voulue) {
    for (const auto& demande : examen.demandes) {
        if (!demande.ouverte()) continue;
        for (const auto& piece : demande.pieces)
            if (!piece.acceptee &&
                (piece.piece ? *piece.piece == voulue.quoi : piece.type == voulue.type))
                return &demande;
    }
    return nullptr;
}

Vue vue_de(const Bureau& bureau, const Instruit& instruit, Voulue voulue) {
    const auto* demande = deja_demandee(instruit.examen, voulue);
    return {{"valeur", voulue.quoi},
            {"libelle", std::move(voulue.libelle)},
            {"choisie", voulue.choisie && demande == nullptr},
            {"deja", demande ? pages::dire(bureau.services, "bureau.deja_demandee",
                                           {{"echeance", demande->echeance}})
                             : std::string{}}};
}

}  // namespace

std::string type_en_clair(const Bureau& bureau, std::string_view type) {
    return pages::etiquette(bureau.services.phrases, "regle." + std::string{type}, type);
}

Vue::Liste vues_des_pieces(const Bureau& bureau, const Instruit& instruit) {
    Vue::Liste vues;
    for (const auto& piece : instruit.examen.etat.pieces)
        vues.push_back(vue_de_la_piece(bureau, instruit, piece));
    return vues;
}

Vue::Liste vues_des_demandes(const Bureau& bureau, const Instruit& instruit) {
    Vue::Liste vues;
    const auto& demandes = instruit.examen.demandes;
    for (auto demande = demandes.rbegin(); demande != demandes.rend(); ++demande)
        vues.push_back(vue_de_la_demande(bureau, instruit, *demande));
    return vues;
}

// What was judged wrong and what lacks is chosen already: the request writes itself. What an open
// request asks for is not asked twice.
Vue::Liste pieces_a_demander(const Bureau& bureau, const Instruit& instruit) {
    Vue::Liste vues;
    const auto& examen = instruit.examen;
    for (const auto& piece : examen.etat.pieces) {
        const auto* verdict = instruction::verdict_de(examen.verdicts, piece.id);
        if (verdict == nullptr || verdict->verdict != Conformite::non_conforme) continue;
        auto libelle = type_en_clair(bureau, piece.type) + " (" + piece.nom + ")";
        vues.push_back(vue_de(bureau, instruit, {piece.id, piece.type, std::move(libelle), true}));
    }
    for (const auto& point : examen.points)
        if (point.genre == instruction::Genre::manque &&
            teleservice::est_un_type_de_piece(point.regle))
            vues.push_back(vue_de(bureau, instruit,
                                  {point.regle, point.regle, type_en_clair(bureau, point.regle),
                                   !point.reponse.has_value()}));
    return vues;
}

}  // namespace grappe::bureau
