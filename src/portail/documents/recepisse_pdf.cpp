// The receipt laid out: what it seals, the amounts, the pieces, how to verify it, the sealed text.
#include "portail/documents/recepisse_pdf.hpp"

#include <fmt/format.h>

#include "exportation/document_pdf.hpp"
#include "portail/documents/mots.hpp"
#include "portail/documents/valeur_lue.hpp"
#include "portail/rendu/presentation.hpp"
#include "portail/teleservice/recepisse.hpp"
#include "qr/carre_qr.hpp"

namespace grappe::documents {
namespace {

using exportation::Alignement, exportation::DocumentPdf, exportation::Ecriture;

struct Sujet {
    const RecepisseImprime& imprime;
    const rules::Phrases& phrases;
    ValeurLue fige;  // the answer that was given

    std::string mot(std::string_view code) const { return dire(phrases, code); }
};

std::string montant(const ValeurLue& valeur) {
    const auto lu = core::Money::parse(valeur.texte());
    return lu ? rendu::montant_en_francais(*lu) : std::string{};
}

void identite(DocumentPdf& document, const Sujet& sujet) {
    const auto& depot = sujet.imprime.depot;
    document.titre(sujet.mot("documents.recepisse.titre"));
    document.chiffre(depot.numero, sujet.phrases.rendre("documents.recepisse.depose_aupres",
                                                        {{"guichet", depot.financeur}}));
    document.fiche({{sujet.mot("documents.depose_le"),
                     sujet.phrases.rendre("documents.instant",
                                          {{"heure", heure_de(core::paris(), depot.depose_le)},
                                           {"utc", depot.depose_le.utc_text()}})},
                    {sujet.mot("documents.appel"), sujet.fige.champ("appel").texte()},
                    {sujet.mot("documents.guichet"), depot.financeur},
                    {sujet.mot("documents.dossier"), depot.dossier, Ecriture::code},
                    {sujet.mot("documents.version"), std::to_string(depot.version)},
                    {sujet.mot("documents.empreinte"), depot.empreinte, Ecriture::code},
                    {sujet.mot("documents.empreinte_contenu"),
                     sujet.fige.champ("contenu_sha256").texte(), Ecriture::code},
                    {sujet.mot("documents.empreinte_regles"), depot.regles, Ecriture::code}});
}

std::vector<std::string> ligne_de_montant(const Sujet& sujet, const ValeurLue& ligne) {
    const auto materiel = core::Money::parse(ligne.champ("materiel").texte());
    const auto amoa = core::Money::parse(ligne.champ("amoa").texte());
    const auto specifique =
        materiel && amoa ? rendu::montant_en_francais(*materiel + *amoa) : std::string{};
    return {ligne.champ("finess_et").texte(),
            ligne.champ("rang").texte(),
            sujet.mot("regime." + ligne.champ("regime").texte()),
            montant(ligne.champ("usage")),
            montant(ligne.champ("equipement")),
            specifique,
            montant(ligne.champ("total"))};
}

void montants(DocumentPdf& document, const Sujet& sujet) {
    document.sous_titre(sujet.mot("documents.subvention"));
    const auto subvention = sujet.fige.champ("subvention");
    if (subvention.est_nulle())
        return document.paragraphe(sujet.mot("documents.subvention.aucune"));
    document.chiffre(montant(subvention.champ("total")),
                     sujet.phrases.rendre("documents.subvention.parts",
                                          {{"avance", montant(subvention.champ("avance"))},
                                           {"solde", montant(subvention.champ("solde"))}}));
    std::vector<std::vector<std::string>> rangees;
    for (const auto& ligne : subvention.champ("lignes").elements())
        rangees.push_back(ligne_de_montant(sujet, ligne));
    document.tableau({{sujet.mot("export.finess"), 9, Alignement::gauche},
                      {sujet.mot("export.rang"), 5, Alignement::droite},
                      {sujet.mot("export.regime"), 13, Alignement::gauche},
                      {sujet.mot("export.usages"), 12, Alignement::droite},
                      {sujet.mot("export.equipement"), 12, Alignement::droite},
                      {sujet.mot("export.specifique"), 12, Alignement::droite},
                      {sujet.mot("export.total"), 13, Alignement::droite}},
                     rangees,
                     {sujet.mot("export.total"), "", "", montant(subvention.champ("usage")),
                      montant(subvention.champ("equipement")),
                      montant(subvention.champ("specifique")), montant(subvention.champ("total"))});
    document.paragraphe(sujet.mot("documents.subvention.mention"));
}

void pieces(DocumentPdf& document, const Sujet& sujet) {
    document.sous_titre(
        sujet.phrases.rendre("documents.pieces_scellees",
                             {{"nombre", static_cast<std::int64_t>(sujet.imprime.pieces.size())}}));
    if (sujet.imprime.pieces.empty())
        return document.paragraphe(sujet.mot("documents.pieces_aucune"));
    std::vector<std::vector<std::string>> rangees;
    for (const auto& piece : sujet.imprime.pieces)
        rangees.push_back({libelle_de_piece(sujet.phrases, piece.type) + " (" + piece.type + ")",
                           piece.nom, taille_en_francais(piece.taille), piece.sha256});
    document.tableau({{sujet.mot("documents.piece"), 7, Alignement::gauche},
                      {sujet.mot("documents.fichier"), 6, Alignement::gauche},
                      {sujet.mot("documents.taille"), 3, Alignement::gauche},
                      {sujet.mot("documents.sha256"), 9, Alignement::gauche, Ecriture::code}},
                     rangees);
}

// As it was sealed, when it can be told again: docs/recepisse.md.
std::string texte_scelle(const Sujet& sujet) {
    const auto& depot = sujet.imprime.depot;
    const teleservice::Recepisse recepisse{.numero = depot.numero,
                                           .dossier = depot.dossier,
                                           .version = depot.version,
                                           .appel = sujet.fige.champ("appel").texte(),
                                           .depose_le = depot.depose_le,
                                           .guichet = {.niveau = depot.niveau,
                                                       .financeur = depot.financeur,
                                                       .code = {},
                                                       .regions = {}},
                                           .regles = depot.regles,
                                           .contenu = sujet.fige.champ("contenu_sha256").texte(),
                                           .pieces = sujet.imprime.pieces,
                                           .subvention = depot.subvention};
    return teleservice::empreinte_de(recepisse) == depot.empreinte
               ? teleservice::texte_canonique(recepisse)
               : std::string{};
}

void verification(DocumentPdf& document, const Sujet& sujet) {
    const auto adresse =
        adresse_de_verification(sujet.imprime.depot, sujet.imprime.adresse_publique);
    document.sous_titre(sujet.mot("documents.verifier"));
    document.adresse(qr::carre_qr(adresse), sujet.mot("documents.verifier.page"), adresse);
    document.paragraphe(sujet.mot("documents.verifier.fichiers"));
    const auto texte = texte_scelle(sujet);
    if (texte.empty()) return;
    document.paragraphe(sujet.mot("documents.verifier.texte"));
    document.sous_titre(sujet.mot("documents.texte_scelle"));
    document.texte_brut(texte);
}

}  // namespace

std::string adresse_de_verification(const teleservice::Depot& depot, std::string_view site) {
    return fmt::format("{}/recepisses/{}?empreinte={}", site, depot.numero, depot.empreinte);
}

std::string recepisse_en_pdf(const RecepisseImprime& recepisse, const rules::Phrases& phrases) {
    const Sujet sujet{recepisse, phrases, ValeurLue::lire(recepisse.depot.recepisse)};
    auto pied = phrases.rendre("documents.recepisse.pied",
                               {{"numero", recepisse.depot.numero},
                                {"empreinte", recepisse.depot.empreinte.substr(0, 16)}});
    if (!recepisse.mention.empty()) pied.append(" — ").append(recepisse.mention);
    DocumentPdf document{
        {.titre = phrases.rendre("documents.recepisse.nom", {{"numero", recepisse.depot.numero}}),
         .pied = pied,
         .cree_le = recepisse.depot.depose_le}};
    identite(document, sujet);
    montants(document, sujet);
    pieces(document, sujet);
    verification(document, sujet);
    document.paragraphe(sujet.mot("documents.recepisse.mention"));
    return std::move(document).octets();
}

}  // namespace grappe::documents
