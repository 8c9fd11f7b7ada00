// /dossiers/{id}: the record of one person: identity, stays, projects, events, updates, versions.
#include <map>

#include "dui/acces/consultation.hpp"
#include "dui/cercle/cercle.hpp"
#include "dui/colonnes/entretien.hpp"
#include "dui/identite/changement.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/dossier_lu.hpp"
#include "dui/pages/fait_vue.hpp"
#include "dui/pages/identite_vue.hpp"
#include "dui/pages/pages.hpp"
#include "dui/pages/personne_lue.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::dui {
namespace {

using garde::Visite;
using page::Vue;

// All that the page shows, read in one transaction.
struct DossierDUnePersonne {
    std::optional<Identite> identite;
    std::optional<identite::Identite> etat;  // how far that identity is trusted
    std::vector<ParEtablissement> partout;
    Anciennes anciennes;
    Signatures signatures;
};

// Former versions of the facts shown, as known by then.
Anciennes anciennes_versions(storage::Reader& db, const std::vector<ParEtablissement>& partout,
                             indicateur::Acte connu) {
    std::vector<std::string_view> corriges;
    for (const auto& ici : partout)
        for (const auto& un : ici.types)
            for (const auto& version : un.derniers)
                if (version.version > 1) corriges.push_back(version.fait.id);
    Anciennes anciennes;
    if (corriges.empty()) return anciennes;
    magasin::versions_de(db, corriges, [&](magasin::Version&& version) {
        if (version.enregistrement <= connu)
            anciennes[version.fait.id].push_back(std::move(version));
    });
    return anciennes;
}

void lire_les_signatures(storage::Reader& db, DossierDUnePersonne& dossier) {
    const auto lire = [&](std::int64_t enregistrement) {
        if (!dossier.signatures.contains(enregistrement))
            dossier.signatures.emplace(enregistrement, magasin::signature_de(db, enregistrement));
    };
    for (const auto& ici : dossier.partout)
        for (const auto& un : ici.types)
            for (const auto& version : un.derniers) lire(version.enregistrement);
    for (const auto& [id, versions] : dossier.anciennes)
        for (const auto& version : versions) lire(version.enregistrement);
}

DossierDUnePersonne lire(const Services& services, const Visite& visite, storage::Reader& db,
                         const MesureVoulue& voulue) {
    const std::string personne{visite.requete.path("id")};
    const auto acte = acte_au(db, voulue.connu_le);
    DossierDUnePersonne dossier;
    const auto qui = acces::professionnel(db, visite.qui().acteur);
    dossier.partout = faits_de_la_personne(db, colonnes::a_jour(db, services.mesureur.colonnes),
                                           {.qui = qui, .personne = personne, .connu = acte});
    if (dossier.partout.empty()) return dossier;
    const std::string_view id{personne};
    auto identites = dui::identites(db, {&id, 1}, acte);
    if (!identites.empty()) dossier.identite = std::move(identites.begin()->second);
    if (const auto etapes = identite::histoire_de(db, personne, voulue.connu_le))
        dossier.etat = etapes->back().etape.apres;
    dossier.anciennes = anciennes_versions(db, dossier.partout, acte);
    lire_les_signatures(db, dossier);
    return dossier;
}

Vue trait(const Services& services, const char* code, std::string valeur) {
    return Vue{{"nom", dire(services, code)}, {"valeur", std::move(valeur)}};
}

// The matricule is shown of a qualified identity only; without its OID, what is missing is told.
std::string matricule_dit(const Services& services, const identite::Identite& etat) {
    if (etat.statut != identite::Statut::qualifiee || !etat.matricule) return {};
    const auto entier = identite::a_emettre(etat);
    auto texte = etat.matricule->numero;
    if (!entier) return texte + " (" + services.phrases.dire(entier.error()) + ")";
    return texte + ", OID " + std::string{core::name_of(*entier->autorite)};
}

void ajouter_l_etat(const Services& services, const identite::Identite& etat, Vue::Liste& vues) {
    vues.push_back(trait(services, "dui.pages.trait.statut", etat_dit(services, etat)));
    if (auto matricule = matricule_dit(services, etat); !matricule.empty())
        vues.push_back(trait(services, "dui.pages.trait.matricule", std::move(matricule)));
}

Vue::Liste traits(const Services& services, const DossierDUnePersonne& dossier) {
    if (!dossier.identite) return {};
    const auto& lue = *dossier.identite;
    const auto ajouter = [&](Vue::Liste& vues, const char* code, std::string valeur) {
        vues.push_back(trait(services, code, std::move(valeur)));
    };
    Vue::Liste vues;
    ajouter(vues, "dui.pages.trait.nom", lue.nom);
    ajouter(vues, "dui.pages.trait.prenoms", lue.prenoms);
    if (lue.naissance) ajouter(vues, "dui.pages.trait.naissance", page::jour(*lue.naissance));
    ajouter(vues, "dui.pages.trait.sexe",
            page::etiquette(services.phrases, "dui.sexe." + lue.sexe, lue.sexe));
    ajouter(vues, "dui.pages.trait.lieu", lue.lieu_naissance);
    if (dossier.etat) ajouter_l_etat(services, *dossier.etat, vues);
    if (lue.deces) ajouter(vues, "dui.pages.trait.deces", page::jour(*lue.deces));
    return vues;
}

Vue::Liste etablissements(const Services& services, const DossierDUnePersonne& dossier) {
    Vue::Liste vues;
    for (const auto& ici : dossier.partout) {
        Vue::Liste types;
        for (const auto& un : ici.types) {
            if (un.type == fait::Type::personne) continue;
            Vue::Liste faits;
            for (const auto& version : un.derniers)
                faits.push_back(
                    vue_du_fait(services, version, dossier.anciennes, dossier.signatures));
            const auto code = std::string{core::name_of(un.type)};
            const auto montres = static_cast<std::int64_t>(un.derniers.size());
            const auto combien = static_cast<std::int64_t>(un.combien);
            types.push_back(Vue{{"titre", dire(services, "dui.type." + code)},
                                {"combien", page::entier(combien)},
                                {"tronque", combien > montres ? dire(services, "dui.pages.derniers",
                                                                     {{"nombre", montres}})
                                                              : std::string{}},
                                {"faits", std::move(faits)}});
        }
        vues.push_back(Vue{{"finess", ici.finess_et}, {"types", std::move(types)}});
    }
    return vues;
}

http::Response montrer(const Services& services, Visite& visite) {
    const auto voulue = lire_la_mesure(services, visite.requete);
    const std::string id{visite.requete.path("id")};
    const auto admise = visite.base.read([&](storage::Reader& db) {
        return cercle::admettre(db, visite.qui().acteur, services.mesureur.maintenant(), id);
    });
    if (!admise) return refuser(services, admise.error());
    const auto dossier =
        visite.base.read([&](storage::Reader& db) { return lire(services, visite, db, voulue); });
    if (dossier.partout.empty())
        return refuser(services, core::refuse(core::Reason::not_found, "dui.dossier_inconnu", id));
    acces::consigner_un_dossier(visite.base,
                                {visite.qui().acteur.compte, services.mesureur.maintenant()}, id);
    return repondre(services,
                    {.gabarit = "dossier",
                     .titre = dossier.identite ? dossier.identite->en_clair()
                                               : dire(services, "dui.pages.sans_identite"),
                     .rubrique = "/indicateurs",
                     .fil = {{"/indicateurs", dire(services, "dui.pages.menu.indicateurs")}}},
                    {{"id", id},
                     {"fautes", fautes_dites(services, voulue)},
                     {"connu", voulue.connu_le ? voulue.connu_le->text() : std::string{}},
                     {"traits", traits(services, dossier)},
                     {"etablissements", etablissements(services, dossier)}});
}

}  // namespace

void ajouter_dossier(const Services& services) {
    ajouter_page(services, {.chemin = "/dossiers/{id...}",
                            .resume = "Le dossier d'une personne",
                            .permission = access::Permission::dossier_usager_lire,
                            .action = [&](Visite& visite) { return montrer(services, visite); }});
}

}  // namespace grappe::dui
