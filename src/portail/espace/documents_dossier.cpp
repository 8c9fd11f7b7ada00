// Documents of a dossier: models that the portail fills, dates of the plannings, files to take
// away.
#include "core/integer.hpp"
#include "portail/documents/exports.hpp"
#include "portail/documents/modeles.hpp"
#include "portail/documents/mots.hpp"
#include "portail/espace/dossier_vue.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "portail/teleservice/refus_dit.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using documents::Phase, documents::Planning, documents::Volet;
using garde::Visite;
using page::Vue;
using pages::dire;
using reception::demandeur;

// A phase as its form has it: nothing typed is lost when one of them is refused.
struct PhaseSaisie {
    std::string volet, libelle, debut, fin;
};

struct Etat {
    int version = 0;
    std::vector<PhaseSaisie> phases{};
    std::string faute{}, fait{};  // sentences
};

constexpr std::size_t lignes_vides = 3;

std::string texte_de(const std::optional<core::Date>& date) {
    return date ? date->text() : std::string{};
}

Etat etat_de(const Planning& planning) {
    Etat etat{.version = planning.version};
    for (const auto& phase : planning.phases)
        etat.phases.push_back({std::string{core::name_of(phase.volet)}, phase.libelle,
                               texte_de(phase.debut), texte_de(phase.fin)});
    return etat;
}

Etat lire_la_saisie(const page::Formulaire& saisie) {
    Etat etat{.version = core::integer<int>(saisie.valeur("version")).value_or(0)};
    const auto volets = saisie.valeurs("volet"), libelles = saisie.valeurs("libelle");
    const auto debuts = saisie.valeurs("debut"), fins = saisie.valeurs("fin");
    const auto nombre =
        std::min(std::min(volets.size(), libelles.size()), std::min(debuts.size(), fins.size()));
    for (std::size_t n = 0; n < nombre; ++n)
        if (!libelles[n].empty())
            etat.phases.push_back({std::string{volets[n]}, std::string{libelles[n]},
                                   std::string{debuts[n]}, std::string{fins[n]}});
    return etat;
}

// As the API reads them: one reader, one set of faults.
core::Result<std::vector<Phase>> phases_de(const Etat& etat) {
    std::string texte;
    rendu::EcrivainJson json{texte};
    json.ouvrir_objet();
    json.cle("phases");
    json.ouvrir_liste();
    for (const auto& phase : etat.phases) {
        json.ouvrir_objet();
        json.membre("volet", phase.volet);
        json.membre("libelle", phase.libelle);
        json.membre("debut", phase.debut);
        json.membre("fin", phase.fin);
        json.fermer_objet();
    }
    json.fermer_liste();
    json.fermer_objet();
    return documents::lire_phases(texte);
}

Vue::Liste volets(const Espace& espace, std::string_view choisi) {
    Vue::Liste vues;
    for (const auto& [volet, nom] : documents::names(Volet{}))
        vues.push_back(
            Vue{{"valeur", nom},
                {"libelle", dire(espace.services, "documents.volet." + std::string{nom})},
                {"choisi", nom == choisi}});
    return vues;
}

Vue::Liste lignes(const Espace& espace, Etat etat) {
    for (std::size_t n = 0; n < lignes_vides; ++n) etat.phases.push_back({.volet = "projet"});
    Vue::Liste vues;
    for (const auto& phase : etat.phases)
        vues.push_back(Vue{{"rang", vues.size() + 1},
                           {"volets", volets(espace, phase.volet)},
                           {"libelle", phase.libelle},
                           {"debut", phase.debut},
                           {"fin", phase.fin}});
    return vues;
}

Vue::Liste vues_des_modeles(const Espace& espace, const DossierLu& lu) {
    Vue::Liste vues;
    if (!lu.etude.verifie) return vues;
    for (const auto& modele : documents::modeles_offerts(*lu.etude.verifie)) {
        const auto& services = espace.services;
        vues.push_back(Vue{
            {"piece", modele.piece},
            {"libelle", documents::libelle_de_piece(services.phrases, modele.piece)},
            {"fichier", modele.fichier},
            {"lien", "/api/dossiers/" + lu.dossier.id + "/modeles/" + std::string{modele.nom}}});
    }
    return vues;
}

http::Response montrer_les_documents(const Espace& espace, Visite& visite,
                                     const std::optional<Etat>& saisi) {
    const auto id = visite.requete.path("id");
    const auto lu = visite.base.read(
        [&](storage::Reader& db) { return lire(espace, db, demandeur(visite), id); });
    if (!lu) return refuser(espace, visite, lu.error());
    const auto planning = visite.base.read([&](storage::Reader& db) {
        return documents::planning_du_dossier(db, demandeur(visite), id, espace.modeles.phases);
    });
    if (!planning) return refuser(espace, visite, planning.error());
    const auto etat = saisi ? *saisi : etat_de(*planning);
    auto modeles = vues_des_modeles(espace, *lu);
    Vue contenu{{"sans_modele", modeles.empty()},
                {"modeles", std::move(modeles)},
                {"version", etat.version},
                {"proposees", etat.version == 0},
                {"phases", lignes(espace, etat)},
                {"faute", etat.faute},
                {"fait", etat.fait},
                {"dossier", lu->dossier.id},
                {"action", adresse_de(lu->dossier, "documents")}};
    auto reponse = montrer(espace, *lu,
                           {.visite = visite,
                            .gabarit = "espace_documents",
                            .onglet = "documents",
                            .titre = dire(espace.services, "espace.onglet.documents")},
                           std::move(contenu));
    if (!etat.faute.empty()) reponse.status = 422;
    return reponse;
}

http::Response dater(const Espace& espace, Visite& visite) {
    auto etat = lire_la_saisie(lire_envoi(visite));
    const auto phases = phases_de(etat);
    const auto ecrit = phases ? visite.base.write([&](storage::Writer& db) {
        return documents::ecrire_planning(
            db, demandeur(visite),
            {.dossier = visite.requete.path("id"), .version = etat.version, .phases = *phases});
    })
                              : core::Result<Planning>{phases.error()};
    if (ecrit) {
        auto nouveau = etat_de(*ecrit);
        nouveau.fait = dire(espace.services, "espace.planning.garde");
        return montrer_les_documents(espace, visite, nouveau);
    }
    if (ecrit.error().reason == core::Reason::not_found)
        return refuser(espace, visite, ecrit.error());
    etat.faute = teleservice::dire(ecrit.error(), espace.services.phrases);
    return montrer_les_documents(espace, visite, etat);
}

}  // namespace

void ajouter_documents_dossier(const Espace& espace) {
    ajouter_lecture(espace, {.chemin = "/dossiers/{id}/documents",
                             .resume = "Documents préparés pour un dossier, et ses plannings",
                             .permission = Permission::dossier_ecrire,
                             .action = [&](Visite& visite) {
                                 return montrer_les_documents(espace, visite, std::nullopt);
                             }});
    ajouter_envoi(espace,
                  {.chemin = "/dossiers/{id}/documents",
                   .resume = "Dater les plannings d'un dossier",
                   .permission = Permission::dossier_ecrire,
                   .action = [&](Visite& visite) { return dater(espace, visite); }},
                  petit_formulaire);
}

}  // namespace grappe::espace
