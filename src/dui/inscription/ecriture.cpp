// Load, compare, decide, save.
#include "dui/inscription/ecriture.hpp"

#include <algorithm>
#include <array>

#include "audit/journal.hpp"
#include "core/texte.hpp"
#include "dui/enregistrement/enregistrement.hpp"
#include "dui/identite/changement.hpp"
#include "dui/lecture/objet_json.hpp"
#include "dui/magasin/faits_repository.hpp"
#include "secret/hasard.hpp"

namespace grappe::inscription {
namespace {

constexpr int essais_au_plus = 8;

core::Refusal refus(core::Reason raison, const char* code) { return core::refuse(raison, code); }

core::Date jour_de(magasin::Moment maintenant) {
    return core::paris().day_of(maintenant.seconde());
}

template <class Autres>
void joindre(std::vector<Faute>& fautes, Autres&& autres) {
    fautes.insert(fautes.end(), autres.begin(), autres.end());
}

std::vector<Faute> toutes_les_fautes(const Saisie& saisie, core::Date aujourd_hui) {
    const auto lue = core::Date::parse(saisie.traits.naissance);
    const auto naissance = lue ? std::optional{*lue} : std::nullopt;
    auto fautes = fautes_de(saisie.traits, aujourd_hui);
    joindre(fautes, fautes_de(saisie.entree, naissance, aujourd_hui));
    joindre(fautes, fautes_de(saisie.piece, naissance, aujourd_hui));
    return fautes;
}

core::Result<void> peut_inscrire(const Geste& geste, std::string_view finess_et) {
    const auto& qui = geste.qui;
    if (!qui.peut_a(access::Permission::identite_verifier, finess_et) ||
        !qui.peut_a(access::Permission::dossier_usager_ecrire, finess_et))
        return refus(core::Reason::forbidden, "dui.etablissement_interdit");
    if (!qui.ecrit(partage::Classe::administratif))
        return refus(core::Reason::forbidden, "inscription.profession");
    return {};
}

// Of persons of readable establishments; those set aside are left out.
std::vector<annuaire::Doublon> ressemblantes(const annuaire::Annuaire& annuaire, const Geste& geste,
                                             const Saisie& saisie) {
    const annuaire::Lisible lisible = [&](std::string_view finess_et) {
        return geste.qui.peut_a(access::Permission::dossier_usager_lire, finess_et);
    };
    // As many more as were set aside: those do not take the place of others.
    auto trouvees = annuaire.doublons(decrite(saisie.traits), lisible,
                                      ressemblantes_au_plus + saisie.ecartees.size());
    std::erase_if(trouvees, [&](const annuaire::Doublon& un) {
        return std::ranges::find(saisie.ecartees, un.personne.id) != saisie.ecartees.end();
    });
    if (trouvees.size() > ressemblantes_au_plus)
        trouvees.erase(trouvees.begin() + ressemblantes_au_plus, trouvees.end());
    return trouvees;
}

core::Result<enregistrement::Enregistre> enregistrer(storage::Writer& db, const Geste& geste,
                                                     std::string ligne) {
    std::vector<lecture::Faute> fautes;
    auto fait = enregistrement::enregistrer(
        db, {std::move(ligne), geste.qui.acteur.compte, geste.maintenant}, fautes);
    core::ensure(fautes.empty(), "a checked line has no fault");
    return fait;
}

struct Note {
    const char* acte;
    const std::string& personne;
    std::string detail{};
};
void noter(storage::Writer& db, const Geste& geste, Note note) {
    audit::noter(db,
                 {.acteur = geste.qui.acteur.compte,
                  .acte = note.acte,
                  .objet = "personne:" + note.personne,
                  .detail = std::move(note.detail)},
                 geste.maintenant.seconde());
}

core::Result<void> ecrire(storage::Writer& db, const Geste& geste, const Saisie& saisie,
                          const std::string& personne) {
    const Tenue tenue{.id = personne, .finess_et = saisie.entree.finess_et};
    const auto elle = enregistrer(db, geste, ligne_de(tenue, saisie.traits, Nature::nouvelle));
    if (!elle) return elle.error();
    const auto sejour = enregistrer(db, geste, ligne_du_sejour(personne, saisie.entree));
    if (!sejour) return sejour.error();
    const auto& compte = geste.qui.acteur.compte;
    if (const auto vu = vu_de(saisie.piece, compte)) {
        const auto passe = identite::changer(
            db, {personne, compte, geste.maintenant, jour_de(geste.maintenant)},
            {.vers = identite::Statut::validee, .insi = {}, .vu = vu, .motif = {}});
        if (!passe) return passe.error();
    }
    std::string ecartees;
    for (const auto& une : saisie.ecartees) ecartees += (ecartees.empty() ? "" : " ") + une;
    noter(db, geste, {"personne.inscrire", personne, std::move(ecartees)});
    return {};
}

std::string texte_de(const lecture::ObjetJson& reste, std::string_view cle) {
    const auto* champ = reste.trouver(cle);
    return champ == nullptr ? std::string{} : std::string{champ->texte};
}

Tenus tenus(const magasin::Version& version) {
    const auto& fait = version.fait;
    lecture::ObjetJson reste;
    core::ensure(reste.lire(fait.reste), "a stored person is a JSON object");
    const auto elle = annuaire::personne_de(fait);
    std::string prenoms;
    for (const auto& un : elle.prenoms) prenoms += (prenoms.empty() ? "" : ", ") + un;
    return {.tenue = {.id = fait.id,
                      .finess_et = fait.finess_et.text(),
                      .statut = std::string{core::name_of(fait.etat)},
                      .matricule = texte_de(reste, "matricule_ins"),
                      .deces = elle.deces},
            .traits = {.nom_naissance = elle.nom_de_naissance,
                       .prenoms = prenoms,
                       .nom_utilise = elle.nom_utilise,
                       .prenom_utilise = elle.prenom_utilise,
                       .naissance = elle.naissance ? elle.naissance->text() : std::string{},
                       .sexe = elle.sexe,
                       .lieu = elle.lieu_de_naissance},
            .version = version.version};
}

// What was recorded as it was given stays so where nothing else is meant: an accent that an import
// kept is no change of a strict trait, nor is a place without code a fault of today.
Traits sauf_l_inchange(const Traits& tapes, const Traits& tenus, std::vector<Faute>& fautes) {
    struct Strict {
        const char* chemin;
        std::string Traits::*texte;
    };
    static constexpr std::array<Strict, 5> stricts{{{"nom_naissance", &Traits::nom_naissance},
                                                    {"prenoms", &Traits::prenoms},
                                                    {"naissance", &Traits::naissance},
                                                    {"sexe", &Traits::sexe},
                                                    {"lieu", &Traits::lieu}}};
    auto traits = nets(tapes);
    const auto connus = nets(tenus);
    for (const auto& un : stricts) {
        if (prenoms_de(traits.*un.texte) != prenoms_de(connus.*un.texte)) continue;
        traits.*un.texte = tenus.*un.texte;
        std::erase_if(fautes, [&](const Faute& une) { return une.chemin == un.chemin; });
    }
    return traits;
}

}  // namespace

core::Result<Inscrite> inscrire(storage::Base& base, annuaire::Annuaire& annuaire,
                                const Geste& geste, const Saisie& tapee) {
    if (!secret::est_un_identifiant(tapee.id))
        return refus(core::Reason::invalid, "inscription.id");
    auto saisie = tapee;
    saisie.traits = nets(tapee.traits);
    auto fautes = toutes_les_fautes(saisie, jour_de(geste.maintenant));
    if (!saisie.entree.finess_et.empty())
        if (const auto peut = peut_inscrire(geste, saisie.entree.finess_et); !peut)
            return peut.error();
    if (!fautes.empty()) return Inscrite{{}, std::move(fautes)};
    const auto personne = id_de(saisie.entree.finess_et, saisie.id);
    for (int essai = 0; essai < essais_au_plus; ++essai) {
        const auto compare = base.read([&](storage::Reader& db) {
            annuaire.mettre_a_jour(db);
            return magasin::dernier_de_l_annuaire(db);
        });
        if (annuaire.personne(personne)) return Inscrite{personne};
        if (auto trouvees = ressemblantes(annuaire, geste, saisie); !trouvees.empty())
            return Inscrite{{}, {}, std::move(trouvees)};
        bool depasse = false;
        const auto ecrite = base.write([&](storage::Writer& db) -> core::Result<void> {
            depasse = magasin::dernier_de_l_annuaire(db) != compare;
            if (depasse) return refus(core::Reason::conflict, "inscription.occupee");
            return ecrire(db, geste, saisie, personne);
        });
        if (ecrite) return Inscrite{personne};
        if (!depasse) return ecrite.error();
    }
    return refus(core::Reason::conflict, "inscription.occupee");
}

core::Result<Tenus> traits_de(storage::Reader& db, std::string_view personne) {
    std::optional<magasin::Version> derniere;
    magasin::versions_de(db, {&personne, 1}, [&](magasin::Version&& une) {
        if (une.fait.type == fait::Type::personne && (!derniere || derniere->version < une.version))
            derniere = std::move(une);
    });
    if (!derniere) return refus(core::Reason::not_found, "dui.dossier_inconnu");
    return tenus(*derniere);
}

core::Result<std::vector<Faute>> corriger(storage::Writer& db, const Geste& geste,
                                          const Correction& correction) {
    if (!geste.qui.ecrit(partage::Classe::administratif))
        return refus(core::Reason::forbidden, "inscription.profession");
    const auto tenus = traits_de(db, correction.personne);
    if (!tenus) return tenus.error();
    if (tenus->version != correction.vue)
        return refus(core::Reason::conflict, "inscription.version");
    auto fautes = fautes_de(nets(correction.traits), jour_de(geste.maintenant));
    const auto traits = sauf_l_inchange(correction.traits, tenus->traits, fautes);
    if (!fautes.empty()) return fautes;
    const auto fait = enregistrer(db, geste, ligne_de(tenus->tenue, traits, Nature::corrigee));
    if (!fait) return fait.error();
    if (fait->nature != enregistrement::Nature::deja_connu)
        noter(db, geste, {"personne.corriger", correction.personne});
    return fautes;
}

}  // namespace grappe::inscription
