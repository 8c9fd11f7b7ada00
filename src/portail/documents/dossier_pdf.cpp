// A dossier as one document.
#include <algorithm>

#include "exportation/document_pdf.hpp"
#include "portail/documents/archive_dossier.hpp"
#include "portail/documents/matiere.hpp"
#include "portail/documents/mots.hpp"
#include "portail/export/analyse_export.hpp"
#include "portail/teleservice/dossier_repository.hpp"

namespace grappe::documents {
namespace {

using exportation::Alignement, exportation::DocumentPdf, exportation::Ecriture;

struct Sujet {
    const teleservice::Vue& vue;
    const rules::Phrases& phrases;

    std::string mot(std::string_view code) const { return dire(phrases, code); }
};

const rules::ValeurDeFait& fait(const Matiere& matiere, std::string_view nom) {
    for (const auto& un : matiere.faits)
        if (un.nom == nom) return un.valeur;
    throw core::Bug{"no such fact of a dossier"};
}

std::string texte_du_fait(const Matiere& matiere, std::string_view nom) {
    std::string texte;
    rules::ajouter_valeur(texte, fait(matiere, nom));
    return texte;
}

void identite(DocumentPdf& document, const Sujet& sujet, const Matiere& matiere) {
    const auto& dossier = sujet.vue.etat.dossier;
    document.titre(texte_du_fait(matiere, "porteur"));
    const auto statut = "espace.statut." + std::string{core::name_of(dossier.statut)};
    std::vector<exportation::FaitPdf> faits{
        {sujet.mot("documents.appel"), matiere.appel},
        {sujet.mot("documents.liste.statut"), sujet.mot(statut)},
        {sujet.mot("documents.liste.siret"), texte_du_fait(matiere, "siret")},
        {sujet.mot("documents.solution"), texte_du_fait(matiere, "solution")},
        {sujet.mot("documents.dossier"), dossier.id, Ecriture::code},
        {sujet.mot("documents.version"), std::to_string(dossier.version)}};
    if (const auto& depot = sujet.vue.depot) {
        faits.push_back({sujet.mot("documents.recepisse.titre"), depot->numero});
        faits.push_back(
            {sujet.mot("documents.depose_le"), heure_de(core::paris(), depot->depose_le)});
        faits.push_back({sujet.mot("documents.guichet"), depot->financeur});
    }
    document.fiche(faits);
}

void essms(DocumentPdf& document, const Sujet& sujet, const Matiere& matiere) {
    document.sous_titre(sujet.phrases.rendre(
        "documents.essms", {{"nombre", static_cast<std::int64_t>(matiere.essms.size())}}));
    document.tableau({{sujet.mot("documents.rang"), 3, Alignement::droite},
                      {sujet.mot("export.finess"), 7, Alignement::gauche},
                      {sujet.mot("export.nom"), 16, Alignement::gauche},
                      {sujet.mot("documents.commune"), 10, Alignement::gauche},
                      {sujet.mot("documents.finess_ej"), 7, Alignement::gauche},
                      {sujet.mot("export.secteur"), 6, Alignement::gauche},
                      {sujet.mot("export.regime"), 10, Alignement::gauche}},
                     matiere.essms);
}

void pieces(DocumentPdf& document, const Sujet& sujet) {
    document.sous_titre(sujet.mot("documents.pieces"));
    if (sujet.vue.etat.pieces.empty())
        return document.paragraphe(sujet.mot("documents.pieces_aucune"));
    Rangees rangees;
    for (const auto& piece : sujet.vue.etat.pieces)
        rangees.push_back({libelle_de_piece(sujet.phrases, piece.type) + " (" + piece.type + ")",
                           piece.nom, taille_en_francais(piece.taille), piece.sha256});
    document.tableau({{sujet.mot("documents.piece"), 7, Alignement::gauche},
                      {sujet.mot("documents.fichier"), 6, Alignement::gauche},
                      {sujet.mot("documents.taille"), 3, Alignement::gauche},
                      {sujet.mot("documents.sha256"), 9, Alignement::gauche, Ecriture::code}},
                     rangees);
}

void passe(DocumentPdf& document, const Sujet& sujet,
           const std::vector<teleservice::Passage>& passages) {
    if (passages.empty()) return;
    document.sous_titre(sujet.mot("documents.passe"));
    Rangees rangees;
    for (const auto& passage : passages)
        rangees.push_back({heure_de(core::paris(), passage.fait_le),
                           sujet.mot("espace.statut." + std::string{core::name_of(passage.apres)}),
                           passage.motif});
    document.tableau({{sujet.mot("documents.instant.titre"), 8, Alignement::gauche},
                      {sujet.mot("documents.liste.statut"), 6, Alignement::gauche},
                      {sujet.mot("documents.motif"), 10, Alignement::gauche}},
                     rangees);
}

void messages(DocumentPdf& document, const Sujet& sujet,
              const std::vector<messagerie::Message>& fil) {
    if (fil.empty()) return;
    document.sous_titre(sujet.mot("documents.messages"));
    for (const auto& message : fil) {
        const auto auteur = message.cote == messagerie::Cote::guichet
                                ? message.guichet
                                : sujet.mot("documents.message.porteur");
        std::vector<exportation::FaitPdf> faits{
            {sujet.mot("documents.instant.titre"), heure_de(core::paris(), message.ecrit_le)},
            {sujet.mot("documents.message.auteur"), auteur}};
        for (const auto& fichier : message.fichiers)
            faits.push_back({sujet.mot("documents.message.fichier"),
                             fichier.nom + ", " + taille_en_francais(fichier.taille) +
                                 ", SHA-256 " + fichier.sha256});
        document.fiche(faits);
        for (std::string_view reste{message.texte}; !reste.empty();) {
            const auto fin = std::min(reste.find('\n'), reste.size());
            document.paragraphe(reste.substr(0, fin));
            reste.remove_prefix(std::min(fin + 1, reste.size()));
        }
    }
}

}  // namespace

std::string dossier_en_pdf(storage::Reader& db, const DossierEntier& entier,
                           const MoyensDeFabrication& moyens) {
    const auto& vue = entier.vue;
    const auto& phrases = moyens.regles.phrases;
    const Sujet sujet{vue, phrases};
    const auto& verifie = vue.etat.jugement.verifie;
    DocumentPdf document{
        {.titre = phrases.rendre("documents.dossier.nom", {{"dossier", vue.etat.dossier.id}}),
         .pied = phrases.rendre("documents.dossier.pied",
                                {{"dossier", vue.etat.dossier.id.substr(0, 8)},
                                 {"instant", heure_de(core::paris(), vue.instant)}}),
         .cree_le = vue.instant}};
    if (verifie) {
        const SourceDesModeles source{.verifie = *verifie,
                                      .dossier = vue.etat.dossier,
                                      .phrases = phrases,
                                      .maintenant = vue.instant};
        const auto matiere = matiere_de(source);
        identite(document, sujet, matiere);
        essms(document, sujet, matiere);
    } else {
        document.titre(dire(phrases, "documents.dossier"));
        document.paragraphe(dire(phrases, "dossier.injugeable"));
    }
    pieces(document, sujet);
    passe(document, sujet, teleservice::passages(db, vue.etat.dossier.id));
    messages(document, sujet, entier.messages);
    if (verifie) {
        document.nouvelle_page();
        exportation::ajouter_l_analyse(document, verifie->sujet(phrases));
    }
    return std::move(document).octets();
}

}  // namespace grappe::documents
