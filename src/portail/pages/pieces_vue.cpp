// Pieces: from the call to boxes, from boxes to facts.
#include "portail/pages/pieces_vue.hpp"

#include <algorithm>
#include <set>

#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"

namespace grappe::pages {
namespace {

using page::Vue;
using programme::PieceAppel;

std::string chemin(int rang, std::string_view champ) {
    return "pieces[" + std::to_string(rang) + "]." + std::string{champ};
}

std::set<std::string, std::less<>> types_presents(const Saisie& saisie) {
    std::set<std::string, std::less<>> types;
    for (int rang = 0, fin = saisie.rangs("pieces"); rang < fin; ++rang)
        types.insert(saisie.texte(chemin(rang, "type")));
    return types;
}

void ajouter_piece(Saisie& saisie, std::string_view type, const std::string& organisme) {
    const auto rang = saisie.rangs("pieces");
    saisie.poser(chemin(rang, "type"), std::string{type});
    if (!organisme.empty()) saisie.poser(chemin(rang, "organisme"), organisme);
}

std::vector<std::string> entites(const Saisie& saisie) {
    std::vector<std::string> numeros;
    for (int rang = 0, fin = saisie.rangs("organismes"); rang < fin; ++rang) {
        const auto& numero = saisie.texte("organismes[" + std::to_string(rang) + "].finess_ej");
        if (!numero.empty()) numeros.push_back(numero);
    }
    return numeros;
}

void cocher(const PieceAppel& piece, Saisie& saisie) {
    const auto type = core::name_of(piece.regle);
    if (!piece.par_organisme) return ajouter_piece(saisie, type, {});
    const auto numeros = entites(saisie);
    for (const auto& numero : numeros) ajouter_piece(saisie, type, numero);
    if (numeros.empty()) ajouter_piece(saisie, type, {});
}

// Every line of the facts whose piece is not ticked any more.
void decocher(const std::vector<std::string_view>& cochees, Saisie& saisie) {
    std::vector<std::map<std::string, std::string>> gardees;
    for (int rang = 0, fin = saisie.rangs("pieces"); rang < fin; ++rang) {
        const auto& type = saisie.texte(chemin(rang, "type"));
        if (std::find(cochees.begin(), cochees.end(), type) == cochees.end()) continue;
        std::map<std::string, std::string> piece;
        for (const auto* champ : {"type", "fichier", "organisme"})
            piece[champ] = saisie.texte(chemin(rang, champ));
        gardees.push_back(std::move(piece));
    }
    saisie.oublier("pieces");
    for (std::size_t rang = 0; rang < gardees.size(); ++rang)
        for (auto& [champ, texte] : gardees[rang])
            if (!texte.empty())
                saisie.poser(chemin(static_cast<int>(rang), champ), std::move(texte));
}

}  // namespace

std::string detail_de_piece(const Services& services, const PieceAppel& piece) {
    auto texte =
        dire(services, piece.obligatoire ? "pages.piece.obligatoire" : "pages.piece.facultative");
    const auto condition = "pages.condition." + std::string{core::name_of(piece.condition)};
    if (services.phrases.contient(condition)) texte += ", " + dire(services, condition);
    if (piece.par_organisme) texte += ", " + dire(services, "pages.piece.par_organisme");
    return texte;
}

void ajouter_pieces(const Services& services, const Etude& etude, Vue& vue) {
    const auto& appel = appel_de(services, etude.saisie);
    const auto presentes = types_presents(etude.saisie);
    Vue::Liste pieces;
    std::int64_t cochees = 0;
    if (appel.pieces.definie())
        for (const auto& piece : *appel.pieces) {
            const auto type = core::name_of(piece.regle);
            const bool cochee = presentes.contains(type);
            cochees += cochee ? 1 : 0;
            pieces.push_back(Vue{{"code", type},
                                 {"libelle", piece.libelle},
                                 {"detail", detail_de_piece(services, piece)},
                                 {"cochee", cochee}});
        }
    const auto total = static_cast<std::int64_t>(pieces.size());
    vue.ajouter("sans_piece", total == 0 ? dire(services, "pages.appel.sans_piece") : "");
    vue.ajouter("pieces_etat", cochees == total ? "ouvert" : "manque");
    vue.ajouter("pieces_mots",
                dire(services, "pages.pieces.compte", {{"cochees", cochees}, {"total", total}}));
    vue.ajouter("pieces_ouvert", false);
    vue.ajouter("pieces", std::move(pieces));
}

void lire_pieces(const page::Formulaire& formulaire, const programme::Appel& appel,
                 Saisie& saisie) {
    if (!formulaire.contient("pieces_visibles")) return;
    const auto cochees = formulaire.valeurs("piece");
    decocher(cochees, saisie);
    if (!appel.pieces.definie()) return;
    const auto presentes = types_presents(saisie);
    for (const auto& piece : *appel.pieces) {
        const auto type = core::name_of(piece.regle);
        const bool cochee = std::find(cochees.begin(), cochees.end(), type) != cochees.end();
        if (cochee && !presentes.contains(type)) cocher(piece, saisie);
    }
}

}  // namespace grappe::pages
