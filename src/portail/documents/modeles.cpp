// The table of models, and the making of one.
#include "portail/documents/modeles.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "portail/documents/feuilles.hpp"
#include "portail/pieces/formats.hpp"

namespace grappe::documents {
namespace {

using core::Reason;

constexpr auto table = std::to_array<ModeleOffert>({
    {"DOC-01", "DOC-01.docx", "note-de-presentation.docx"},
    {"DOC-02", "DOC-02.docx", "gouvernance.docx"},
    {"DOC-03", "DOC-03.docx", "convention-entre-structures.docx"},
    {"DOC-03b", "DOC-03b.docx", "attestation-de-mutualisation.docx"},
    {"DOC-04", "DOC-04.docx", "lettre-d-engagement.docx"},
    {"DOC-05", "DOC-05.pdf", "plannings.pdf"},
    {"DOC-05", "DOC-05.xlsx", "plannings.xlsx"},
    {"DOC-06", "DOC-06.xlsx", "plan-de-financement.xlsx"},
    {"DOC-07", "DOC-07.docx", "strategie-de-deploiement.docx"},
    {"DOC-08", "DOC-08.docx", "conduite-du-changement.docx"},
    {"DOC-10", "DOC-10.xlsx", "liste-des-materiels.xlsx"},
    {"DOC-16", "DOC-16.xlsx", "declaration-des-heures.xlsx"},
});

bool est_demandee(const socle::Verifie& verifie, std::string_view piece) {
    const auto& pieces = verifie.appel().pieces;
    const auto est_elle = [&](const auto& une) { return core::name_of(une.regle) == piece; };
    if (!pieces.definie() || std::none_of(pieces->begin(), pieces->end(), est_elle)) return false;
    const auto& constats = verifie.analyse().constats;
    return std::any_of(constats.begin(), constats.end(), [&](const rules::Constat& constat) {
        return est_elle(constat) && constat.issue != rules::Issue::sans_objet;
    });
}

core::Result<teleservice::Etat> etat_a_ecrire(storage::Reader& db,
                                              const teleservice::Demandeur& qui,
                                              std::string_view id, const socle::Moyens& regles) {
    const auto dossier = teleservice::demander(db, qui, id, access::Permission::dossier_ecrire);
    if (!dossier) return dossier.error();
    auto etat = teleservice::etat_en_place(db, *dossier, regles, qui.maintenant).etat;
    if (!etat.jugement.verifie) return core::refuse(Reason::conflict, "dossier.injugeable");
    return etat;
}

std::string rediger(const SourceDesModeles& source, const ModeleOffert& modele,
                    const Planning& planning, const Modeles& modeles) {
    if (modele.nom == "DOC-05.pdf") return plannings_en_pdf(source, planning);
    if (modele.nom == "DOC-05.xlsx") return plannings_en_xlsx(source, planning);
    if (modele.nom == "DOC-06.xlsx") return financement_en_xlsx(source);
    if (modele.nom == "DOC-10.xlsx") return materiels_en_xlsx(source);
    if (modele.nom == "DOC-16.xlsx") return heures_en_xlsx(source);
    return modeles.textes.at(std::string{modele.piece}).en_docx(matiere_de(source), source);
}

core::Result<std::string> lire_fichier(const std::string& chemin) {
    std::ifstream fichier{chemin, std::ios::binary};
    if (!fichier) return core::refuse(Reason::not_found, "modele.illisible", chemin);
    std::ostringstream texte;
    texte << fichier.rdbuf();
    return texte.str();
}

}  // namespace

core::Result<Modeles> charger_modeles(const std::string& dossier) {
    Modeles modeles;
    const auto phases = lire_fichier(dossier + "/phases.txt");
    if (!phases) return phases.error();
    auto lues = lire_phases_proposees(*phases);
    if (!lues) return lues.error();
    modeles.phases = std::move(lues).value();
    for (const auto& un : table) {
        if (!un.nom.ends_with(".docx")) continue;
        const auto texte = lire_fichier(dossier + "/" + std::string{un.piece} + ".txt");
        if (!texte) return texte.error();
        auto modele = ModeleTexte::lire(*texte);
        if (!modele) return modele.error();
        modeles.textes.emplace(un.piece, std::move(modele).value());
    }
    const auto texte = lire_fichier(dossier + "/CONVENTION.txt");
    if (!texte) return texte.error();
    auto convention = ModeleTexte::lire(*texte, tableaux_de_la_convention);
    if (!convention) return convention.error();
    modeles.convention = std::move(convention).value();
    return modeles;
}

std::vector<ModeleOffert> modeles_offerts(const socle::Verifie& verifie) {
    std::vector<ModeleOffert> offerts;
    for (const auto& un : table)
        if (est_demandee(verifie, un.piece)) offerts.push_back(un);
    return offerts;
}

core::Result<std::vector<ModeleOffert>> lister_les_modeles(storage::Reader& db,
                                                           const teleservice::Demandeur& qui,
                                                           std::string_view dossier,
                                                           const socle::Moyens& regles) {
    const auto etat = etat_a_ecrire(db, qui, dossier, regles);
    if (!etat) return etat.error();
    return modeles_offerts(*etat->jugement.verifie);
}

core::Result<FichierPrepare> preparer(storage::Reader& db, const teleservice::Demandeur& qui,
                                      const DemandeDeModele& demande,
                                      const MoyensDesModeles& moyens) {
    const auto& [regles, modeles] = moyens;
    const auto etat = etat_a_ecrire(db, qui, demande.dossier, regles);
    if (!etat) return etat.error();
    const auto offerts = modeles_offerts(*etat->jugement.verifie);
    const auto voulu = std::find_if(offerts.begin(), offerts.end(),
                                    [&](const auto& un) { return un.nom == demande.nom; });
    if (voulu == offerts.end()) return core::refuse(Reason::not_found, "modele.inconnu");
    const auto planning = planning_du_dossier(db, qui, demande.dossier, modeles.phases);
    if (!planning) return planning.error();
    const SourceDesModeles source{.verifie = *etat->jugement.verifie,
                                  .dossier = etat->dossier,
                                  .phrases = regles.phrases,
                                  .maintenant = qui.maintenant};
    return FichierPrepare{.nom = std::string{voulu->fichier},
                          .octets = rediger(source, *voulu, *planning, modeles),
                          .type = pieces::type_mime(pieces::format_du_nom(voulu->nom).value())};
}

}  // namespace grappe::documents
