// One line through the second pass of an import, and its act of recording.
#include "dui/enregistrement/enregistrement.hpp"

#include "dui/importation/ecriture.hpp"

namespace grappe::enregistrement {
namespace {

// Of the persons that the fact names, those that are known.
importation::Ids connues(storage::Reader& db, const fait::Fait& fait) {
    const std::vector<std::string_view> ids{fait.personnes.begin(), fait.personnes.end()};
    importation::Ids personnes;
    magasin::versions_de(db, ids, [&](const magasin::Version& version) {
        if (version.fait.type == fait::Type::personne) personnes.emplace(version.fait.id);
    });
    return personnes;
}

core::Refusal refus() { return core::refuse(core::Reason::invalid, "enregistrement.fautes"); }

}  // namespace

core::Result<Enregistre> enregistrer(storage::Writer& db, const Saisie& saisie,
                                     std::vector<lecture::Faute>& fautes) {
    lecture::LecteurDeLigne lecteur;
    const auto* ligne = lecteur.lire(saisie.ligne);
    fautes = lecteur.fautes();
    if (ligne == nullptr) return refus();

    importation::Bilan bilan;
    importation::Registre registre{bilan};
    const auto personnes = connues(db, ligne->fait);
    importation::Ecriture ecriture{db, personnes, registre};
    ecriture.ajouter(1, *ligne);
    ecriture.vider();
    for (const auto& une : bilan.fautes) fautes.push_back(une.faute);
    if (!registre.sain()) return refus();

    (void)magasin::marque(db);
    Enregistre fait{.nature = bilan.nouveaux > 0   ? Nature::nouveau
                              : bilan.versions > 0 ? Nature::version
                                                   : Nature::deja_connu,
                    .fait = ligne->fait,
                    .acte = magasin::dernier_enregistrement(db),
                    .avertissements = ligne->avertissements};
    for (const auto& un : bilan.premiers_avertissements) fait.avertissements.push_back(un.faute);
    if (fait.nature == Nature::deja_connu) return fait;
    fait.acte = ecriture.acte(saisie.maintenant);
    magasin::ajouter_acte(
        db,
        {.enregistrement = fait.acte, .auteur = saisie.auteur, .origine = "saisie", .faits = 1});
    return fait;
}

core::Result<Enregistre> enregistrer(storage::Base& base, const Saisie& saisie,
                                     std::vector<lecture::Faute>& fautes) {
    return base.write([&](storage::Writer& db) { return enregistrer(db, saisie, fautes); });
}

}  // namespace grappe::enregistrement
