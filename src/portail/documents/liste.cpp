// The list of dossiers, from what was frozen at their deposit: nothing is judged again.
#include <fmt/format.h>

#include "core/csv.hpp"
#include "portail/documents/fabrication.hpp"
#include "portail/documents/mots.hpp"
#include "portail/documents/valeur_lue.hpp"
#include "portail/export/classeur.hpp"
#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/lecture.hpp"

namespace grappe::documents {
namespace {

constexpr auto colonnes =
    std::to_array<const char*>({"numero", "appel", "porteur", "siret", "statut", "guichet",
                                "depose_le", "essms", "subvention", "modifie_le", "dossier"});

LigneDeListe ligne_de(storage::Reader& db, const teleservice::Dossier& dossier,
                      const rules::Phrases& phrases) {
    const auto depot = teleservice::dernier_depot(db, dossier.id);
    const int version = depot ? depot->version : dossier.version;
    const auto texte = teleservice::contenu(db, dossier.id, version).value_or("");
    const auto contenu = ValeurLue::lire(texte);
    const auto statut = "espace.statut." + std::string{core::name_of(dossier.statut)};
    return {.dossier = dossier.id,
            .appel = dossier.appel,
            .statut = dire(phrases, statut),
            .porteur = contenu.champ("porteur").champ("raison_sociale").texte(),
            .siret = contenu.champ("porteur").champ("siret").texte(),
            .numero = depot ? depot->numero : std::string{},
            .guichet = depot ? depot->financeur : std::string{},
            .depose_le = depot ? core::paris().text(depot->depose_le) : std::string{},
            .modifie_le = core::paris().text(dossier.modifie_le),
            .essms = static_cast<std::int64_t>(contenu.champ("essms").elements().size()),
            .subvention = depot ? depot->subvention : std::nullopt};
}

std::vector<std::string> entete(const rules::Phrases& phrases) {
    std::vector<std::string> titres;
    for (const auto* colonne : colonnes)
        titres.push_back(dire(phrases, std::string{"documents.liste."} + colonne));
    return titres;
}

std::vector<std::string> textes_de(const LigneDeListe& ligne) {
    auto montant = ligne.subvention ? ligne.subvention->text() : std::string{};
    if (const auto point = montant.find('.'); point != std::string::npos) montant[point] = ',';
    return {ligne.numero, ligne.appel,      ligne.porteur,   ligne.siret,
            ligne.statut, ligne.guichet,    ligne.depose_le, std::to_string(ligne.essms),
            montant,      ligne.modifie_le, ligne.dossier};
}

void ajouter_rangee(std::string& sortie, std::vector<std::string> textes) {
    for (auto& texte : textes) texte = core::csv_cell(texte);
    core::append_csv_row(sortie, textes);
}

}  // namespace

std::vector<LigneDeListe> liste_des_dossiers(storage::Reader& db, const teleservice::Demandeur& qui,
                                             const std::string& statut,
                                             const rules::Phrases& phrases) {
    std::vector<LigneDeListe> lignes;
    for (const auto& dossier : teleservice::lister(db, qui, statut))
        lignes.push_back(ligne_de(db, dossier, phrases));
    return lignes;
}

std::string liste_en_csv(const std::vector<LigneDeListe>& lignes, const rules::Phrases& phrases) {
    std::string texte{"\xEF\xBB\xBF"};  // spreadsheets read accents by it
    ajouter_rangee(texte, entete(phrases));
    for (const auto& ligne : lignes) ajouter_rangee(texte, textes_de(ligne));
    return texte;
}

std::string liste_en_xlsx(const std::vector<LigneDeListe>& lignes, const rules::Phrases& phrases) {
    using exportation::Cellule;
    exportation::Classeur classeur;
    classeur.feuille(dire(phrases, "documents.liste"), entete(phrases),
                     {28, 12, 44, 18, 22, 30, 28, 10, 18, 28, 36});
    for (const auto& ligne : lignes) {
        const auto textes = textes_de(ligne);
        std::vector<Cellule> cellules{textes.begin(), textes.end()};
        cellules[7] = static_cast<int>(ligne.essms);
        if (ligne.subvention) cellules[8] = *ligne.subvention;
        classeur.rangee(cellules);
    }
    return std::move(classeur).octets();
}

}  // namespace grappe::documents
