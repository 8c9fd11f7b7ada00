// The two passes, and the act of recording that ends them.
#include "dui/importation/importation.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <tuple>

#include "dui/importation/ecriture.hpp"

namespace grappe::importation {
namespace {

core::Refusal illisible(const Demande& demande) {
    return core::refuse(core::Reason::not_found, "import.fichier", demande.fichier);
}

void ecrire_les_saines(const Demande& demande, const std::vector<std::int64_t>& fautives,
                       Ecriture& ecriture, Bilan& bilan) {
    auto lignes = LignesDuFichier::ouvrir(demande.fichier);
    if (!lignes) throw storage::Failure{demande.fichier};
    lecture::LecteurDeLigne lecteur;
    auto prochaine = fautives.begin();
    while (const auto texte = lignes->suivante()) {
        if (est_vide(*texte)) continue;
        ++bilan.lignes;
        while (prochaine != fautives.end() && *prochaine < lignes->numero()) ++prochaine;
        if (prochaine != fautives.end() && *prochaine == lignes->numero()) continue;
        const auto* ligne = lecteur.lire(*texte);
        core::ensure(ligne != nullptr, "the file changed between two readings");
        ecriture.ajouter(lignes->numero(), *ligne);
        constexpr std::int64_t pas = 0xFFFF;
        if ((lignes->numero() & pas) == 0)
            demande.avancement(lignes->taille() + lignes->octets(), 2 * lignes->taille());
    }
    ecriture.vider();
}

// The lines left out, as they were written: mended, they can be imported.
bool ecrire_les_rejets(const Demande& demande, const std::vector<std::int64_t>& fautives,
                       const std::string& rejets) {
    auto lignes = LignesDuFichier::ouvrir(demande.fichier);
    std::ofstream sortie{rejets, std::ios::binary | std::ios::trunc};
    while (const auto texte = lignes ? lignes->suivante() : std::nullopt)
        if (std::binary_search(fautives.begin(), fautives.end(), lignes->numero()))
            sortie << *texte << '\n';
    return lignes.has_value() && sortie.flush().good();
}

// In one transaction. A refusal undoes it. `personnes` are those of the file, then of the base too.
core::Result<void> enregistrer(storage::Writer& db, const Demande& demande, Ids& personnes,
                               Registre& registre) {
    auto& bilan = registre.bilan();
    magasin::personnes_connues(db, [&](std::string_view id) { personnes.emplace(id); });
    Ecriture ecriture{db, personnes, registre};
    ecrire_les_saines(demande, registre.lignes(), ecriture, bilan);
    if (demande.tolerance == Tolerance::aucune && !registre.sain())
        return core::refuse(core::Reason::invalid, "import.fautes");
    const auto fautives = registre.lignes();
    bilan.ecartees = static_cast<std::int64_t>(fautives.size());
    if (!fautives.empty()) {
        bilan.rejets = demande.fichier + ".rejets";
        if (!ecrire_les_rejets(demande, fautives, bilan.rejets))
            return core::refuse(core::Reason::unavailable, "import.rejets", bilan.rejets);
    }
    (void)magasin::marque(db);
    const auto faits = bilan.nouveaux + bilan.versions;
    if (faits == 0) return {};
    magasin::ajouter_acte(db, {.enregistrement = ecriture.acte(demande.maintenant()),
                               .auteur = demande.auteur,
                               .origine = "import",
                               .faits = faits});
    return {};
}

}  // namespace

core::Result<Bilan> importer(storage::Base& base, const Demande& demande) {
    Bilan examine;
    Registre registre{examine};
    Ids personnes;
    auto lignes = LignesDuFichier::ouvrir(demande.fichier);
    if (!lignes) return illisible(demande);
    examiner(*lignes, demande, registre, personnes);

    Bilan bilan;
    const auto fait = base.write([&](storage::Writer& db) {
        bilan = examine;  // a conflict of the database begins this pass again
        auto ce_registre = registre.sur(bilan);
        return enregistrer(db, demande, personnes, ce_registre);
    });
    if (!fait && fait.error().code != "import.fautes") return fait.error();
    bilan.garde = fait.has_value();
    std::sort(bilan.fautes.begin(), bilan.fautes.end(), [](const auto& une, const auto& autre) {
        return std::tie(une.ligne, une.faute.champ, une.faute.code) <
               std::tie(autre.ligne, autre.faute.champ, autre.faute.code);
    });
    return bilan;
}

}  // namespace grappe::importation
