// Reading a model and writing it as a text that people complete.
#include "portail/documents/modele_texte.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "portail/documents/mots.hpp"
#include "portail/export/document_docx.hpp"

namespace grappe::documents {
namespace {

constexpr auto tableaux = std::to_array<std::string_view>({"essms", "organismes", "signatures"});

struct Entete {
    std::string_view code;
    int largeur;
};

std::vector<exportation::ColonneDocx> colonnes(const rules::Phrases& phrases,
                                               const std::vector<Entete>& entetes) {
    std::vector<exportation::ColonneDocx> lues;
    for (const auto& [code, largeur] : entetes) lues.push_back({dire(phrases, code), largeur});
    return lues;
}

// Name, quality and signature stay blank: nobody signs for another.
Rangees signatures(const Matiere& matiere) {
    Rangees rangees;
    for (const auto& organisme : matiere.organismes)
        rangees.push_back({organisme.at(1) + " (" + organisme.at(0) + ")", "", "", ""});
    return rangees;
}

void ecrire_tableau(exportation::DocumentDocx& document, std::string_view nom,
                    const Matiere& matiere, const rules::Phrases& phrases) {
    using exportation::Rangs;
    if (nom == "essms")
        document.tableau(colonnes(phrases, {{"documents.rang", 6},
                                            {"export.finess", 13},
                                            {"export.nom", 22},
                                            {"documents.commune", 16},
                                            {"documents.finess_ej", 13},
                                            {"export.secteur", 11},
                                            {"export.regime", 19}}),
                         matiere.essms, Rangs::serres);
    else if (nom == "organismes")
        document.tableau(colonnes(phrases, {{"documents.finess_ej", 10},
                                            {"documents.organisme", 40},
                                            {"documents.essms_du_dossier", 15}}),
                         matiere.organismes, Rangs::serres);
    else
        document.tableau(colonnes(phrases, {{"documents.organisme", 25},
                                            {"documents.signataire", 20},
                                            {"documents.qualite", 15},
                                            {"documents.signature", 25}}),
                         signatures(matiere), Rangs::a_signer);
}

}  // namespace

ModeleTexte::Ligne ModeleTexte::classer(std::string_view ligne) {
    struct Marque {
        std::string_view signe;
        Genre genre;
    };
    static constexpr auto marques = std::to_array<Marque>({{"# ", Genre::titre},
                                                           {"## ", Genre::sous_titre},
                                                           {"- ", Genre::puce},
                                                           {"! ", Genre::a_completer},
                                                           {"@", Genre::tableau}});
    for (const auto& [signe, genre] : marques)
        if (ligne.starts_with(signe)) return {genre, std::string{ligne.substr(signe.size())}};
    return {Genre::paragraphe, std::string{ligne}};
}

core::Result<ModeleTexte> ModeleTexte::lire(std::string_view texte) {
    return lire(texte, tableaux);
}

core::Result<ModeleTexte> ModeleTexte::lire(std::string_view texte,
                                            std::span<const std::string_view> connus) {
    ModeleTexte modele;
    std::string phrases;
    while (!texte.empty()) {
        const auto fin = texte.find('\n');
        const auto ligne = texte.substr(0, fin);
        texte.remove_prefix(fin == std::string_view::npos ? texte.size() : fin + 1);
        if (ligne.empty()) continue;
        auto classee = classer(ligne);
        if (classee.genre == Genre::tableau) {
            if (std::ranges::find(connus, classee.texte) == connus.end())
                return core::refuse(core::Reason::invalid, "modele.tableau", classee.texte);
        } else {
            auto code = fmt::format("l{}", modele.lignes_.size());
            phrases += code + " = " + classee.texte + "\n";
            classee.texte = std::move(code);
        }
        modele.lignes_.push_back(std::move(classee));
    }
    auto lues = rules::Phrases::charger(phrases);
    if (!lues) return lues.error();
    modele.phrases_ = std::move(lues).value();
    return modele;
}

std::vector<ModeleTexte::Bloc> ModeleTexte::blocs(const rules::Faits& faits) const {
    std::vector<Bloc> blocs;
    for (const auto& [genre, texte] : lignes_)
        blocs.push_back({genre, genre == Genre::tableau ? texte : phrases_.rendre(texte, faits)});
    return blocs;
}

std::string ModeleTexte::titre(const Matiere& matiere) const {
    for (const auto& ligne : lignes_)
        if (ligne.genre == Genre::titre) return phrases_.rendre(ligne.texte, matiere.faits);
    return {};
}

std::string ModeleTexte::en_docx(const Matiere& matiere, const SourceDesModeles& source) const {
    exportation::DocumentDocx document{titre(matiere), source.maintenant};
    for (const auto& [genre, texte] : blocs(matiere.faits)) {
        if (genre == Genre::tableau) ecrire_tableau(document, texte, matiere, source.phrases);
        if (genre == Genre::titre) document.titre(texte);
        if (genre == Genre::sous_titre) document.sous_titre(texte);
        if (genre == Genre::puce) document.puce(texte);
        if (genre == Genre::a_completer) document.a_completer(texte);
        if (genre == Genre::paragraphe) document.paragraphe(texte);
    }
    return std::move(document).octets();
}

}  // namespace grappe::documents
