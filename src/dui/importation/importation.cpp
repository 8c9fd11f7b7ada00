// The two passes, and the act of recording that ends them.
#include "dui/importation/importation.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <tuple>

#include "dui/importation/ecriture.hpp"

namespace grappe::importation {
namespace {

// Plain lines first, then corrections: lines come in any order, and a correction is about a fact
// that the same file may say further down.
enum class Tour { faits, corrections };

// Without reading it: its key is there, or may be, behind an escape.
bool peut_corriger(std::string_view texte) {
    return texte.find("corrige") != std::string_view::npos ||
           texte.find('\\') != std::string_view::npos;
}

class SecondePasse {
public:
    SecondePasse(LignesDuFichier& lignes, const Demande& demande, Registre& registre,
                 Ecriture& ecriture)
        : lignes_{lignes},
          demande_{demande},
          fautives_{registre.lignes()},
          corrections_{registre.corrections()},
          bilan_{registre.bilan()},
          ecriture_{ecriture} {}

    void faire() {
        lire(Tour::faits);
        if (corrections_) lire(Tour::corrections);
        ecriture_.finir();
    }

private:
    void lire(Tour tour) {
        lignes_.recommencer();
        auto prochaine = fautives_.begin();
        while (const auto texte = lignes_.suivante()) {
            bilan_.lignes += tour == Tour::faits ? 1 : 0;
            while (prochaine != fautives_.end() && *prochaine < lignes_.numero()) ++prochaine;
            if (tour == Tour::corrections && !peut_corriger(*texte)) continue;
            const bool fautive = prochaine != fautives_.end() && *prochaine == lignes_.numero();
            prendre(*texte, tour, fautive ? Etat::fautive : Etat::saine);
            constexpr std::int64_t pas = 0xFFFF;
            if ((lignes_.numero() & pas) == 0)
                demande_.avancement(lignes_.taille() + lignes_.octets(), 2 * lignes_.taille());
        }
        ecriture_.vider();
    }

    enum class Etat { saine, fautive };

    void prendre(std::string_view texte, Tour tour, Etat etat) {
        const auto* ligne = lecteur_.lire(texte);
        if (etat == Etat::fautive) {
            if (tour == Tour::faits && lecteur_.fautif() != nullptr)
                ecriture_.relever_les_inconnus(lignes_.numero(), *lecteur_.fautif());
            return;
        }
        core::ensure(ligne != nullptr, "the file changed between two readings");
        if (ligne->corrige == (tour == Tour::corrections))
            ecriture_.ajouter(lignes_.numero(), *ligne);
    }

    LignesDuFichier& lignes_;
    const Demande& demande_;
    std::vector<std::int64_t> fautives_;
    bool corrections_;
    Bilan& bilan_;
    Ecriture& ecriture_;
    lecture::LecteurDeLigne lecteur_;
};

// The lines left out, as they were written: mended, they can be imported.
bool ecrire_les_rejets(LignesDuFichier& lignes, const std::vector<std::int64_t>& fautives,
                       const std::string& rejets) {
    lignes.recommencer();
    std::ofstream sortie{rejets, std::ios::binary | std::ios::trunc};
    while (const auto texte = lignes.suivante())
        if (std::binary_search(fautives.begin(), fautives.end(), lignes.numero()))
            sortie << *texte << '\n';
    return sortie.flush().good();
}

// What one try makes of the second pass.
struct Essai {
    LignesDuFichier& lignes;
    const Demande& demande;
    Ids& personnes;  // of the file, then of the base too
};

constexpr const char* a_recommencer = "import.a_recommencer";

// Where faulty lines are left out, who was only thought to be a person is forgotten.
bool oublier(Ids& personnes, const std::vector<std::string>& fausses) {
    std::size_t oubliees = 0;
    for (const auto& une : fausses) oubliees += personnes.erase(une);
    return oubliees > 0;
}

core::Result<void> ecarter(const Essai& essai, Registre& registre) {
    auto& bilan = registre.bilan();
    const auto fautives = registre.lignes();
    bilan.ecartees = static_cast<std::int64_t>(fautives.size());
    if (fautives.empty()) return {};
    bilan.rejets = essai.demande.fichier + ".rejets";
    if (ecrire_les_rejets(essai.lignes, fautives, bilan.rejets)) return {};
    return core::refuse(core::Reason::unavailable, "import.rejets", bilan.rejets);
}

// In one transaction. A refusal undoes it.
core::Result<void> enregistrer(storage::Writer& db, const Essai& essai, Registre& registre) {
    const auto& bilan = registre.bilan();
    magasin::personnes_connues(db, [&](std::string_view id) { essai.personnes.emplace(id); });
    Ecriture ecriture{db, essai.personnes, registre};
    SecondePasse{essai.lignes, essai.demande, registre, ecriture}.faire();
    if (essai.demande.tolerance == Tolerance::aucune && !registre.sain())
        return core::refuse(core::Reason::invalid, "import.fautes");
    if (oublier(essai.personnes, ecriture.fausses_personnes()))
        return core::refuse(core::Reason::conflict, a_recommencer);
    if (auto ecartees = ecarter(essai, registre); !ecartees) return ecartees;
    (void)magasin::marque(db);
    const auto faits = bilan.nouveaux + bilan.versions;
    if (faits == 0) return {};
    magasin::ajouter_acte(db, {.enregistrement = ecriture.acte(essai.demande.maintenant()),
                               .auteur = essai.demande.auteur,
                               .origine = "import",
                               .faits = faits});
    return {};
}

void ranger(std::vector<FauteDeLigne>& fautes) {
    std::sort(fautes.begin(), fautes.end(), [](const auto& une, const auto& autre) {
        return std::tie(une.ligne, une.faute.champ, une.faute.code) <
               std::tie(autre.ligne, autre.faute.champ, autre.faute.code);
    });
}

bool est_compresse(LignesDuFichier& lignes) {
    const auto premiere = lignes.suivante();
    lignes.recommencer();
    return premiere && premiere->starts_with("\x1f\x8b");
}

}  // namespace

core::Result<Bilan> importer(storage::Base& base, const Demande& demande) {
    Bilan examine;
    Registre registre{examine};
    Ids personnes;
    auto lignes = LignesDuFichier::ouvrir(demande.fichier);
    if (!lignes) return core::refuse(core::Reason::not_found, "import.fichier", demande.fichier);
    if (demande.tolerance == Tolerance::ecarter_les_fautives && !lignes->ordinaire())
        return core::refuse(core::Reason::invalid, "import.rejets_sans_fichier", demande.fichier);
    if (est_compresse(*lignes))
        return core::refuse(core::Reason::invalid, "import.compresse", demande.fichier);
    examiner(*lignes, demande, registre, personnes);

    Bilan bilan;
    const auto essayer = [&] {
        return base.write([&](storage::Writer& db) {
            bilan = examine;  // a conflict of the database begins this pass again
            auto ce_registre = registre.sur(bilan);
            return enregistrer(db, {*lignes, demande, personnes}, ce_registre);
        });
    };
    auto fait = essayer();
    while (!fait && fait.error().code == a_recommencer) fait = essayer();
    if (!fait && fait.error().code != "import.fautes") return fait.error();
    bilan.garde = fait.has_value();
    ranger(bilan.fautes);
    return bilan;
}

}  // namespace grappe::importation
