// Prepared, signed, in force or given up.
#include "portail/convention/avenants.hpp"

#include <algorithm>

#include "portail/convention/argent_repository.hpp"
#include "portail/convention/avenant_repository.hpp"
#include "portail/convention/convention_repository.hpp"
#include "portail/convention/fonds.hpp"
#include "portail/convention/partie.hpp"
#include "portail/convention/recalcul.hpp"
#include "portail/instruction/lettres.hpp"
#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/fiche_repository.hpp"
#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"

namespace grappe::convention {
namespace {

using access::Permission;
using instruction::GenreDeLettre;

// What the parties sign, in one form: what it follows, what changes, each line in cents.
std::string texte_signe(const Avenant& avenant, std::string_view d_avant) {
    const auto& [accorde, avance, verse, fin] = avenant.version;
    std::string texte = avenant.id + "\n" + avenant.convention + "\n" + std::string{d_avant} +
                        "\n" + std::to_string(avenant.rang) + "\n" + avenant.motif + "\n" +
                        avenant.regles + "\n" + avance.text() + "\n" + verse.text() + "\n" +
                        (fin ? fin->text() : "") + "\n";
    for (const auto& [genre, finess, valeur] : avenant.changements)
        texte += std::string{core::name_of(genre)} + ";" + finess + ";" + valeur + "\n";
    for (const auto& ligne : accorde.lignes)
        texte += ligne.finess_et + ";" + ligne.aides.usage.text() + ";" +
                 ligne.aides.equipement.text() + ";" + ligne.aides.materiel.text() + ";" +
                 ligne.aides.amoa.text() + "\n";
    return texte;
}

Version version_de(const Convention& convention) {
    return {.accorde = convention.accorde,
            .avance = convention.avance,
            .verse = {},
            .fin_deploiement = convention.fin_deploiement};
}

// The version that the amendment of that rank follows.
Version version_avant(storage::Reader& db, std::string_view convention, int rang) {
    auto version = version_de(*trouver_initiale(db, convention));
    for (auto& un : avenants_de(db, convention))
        if (un.rang < rang && un.en_effet()) version = std::move(un.version);
    return version;
}

std::map<std::string, std::string> noms_de(const Avenant& avenant, const Version& avant,
                                           const Moyens& moyens) {
    socle::Numeros numeros;
    for (const auto& un : ecarts(avant.accorde, avenant.version.accorde))
        numeros.push_back(un.finess_et);
    std::map<std::string, std::string> noms;
    for (const auto& [finess, fiche] : moyens.regles.fiches(numeros).par_finess_et)
        noms[finess] = fiche.raison_sociale;
    return noms;
}

AvenantLu lu_apres(Version avant, Sujet sujet, Avenant avenant, const Moyens& moyens) {
    auto noms = noms_de(avenant, avant, moyens);
    return {std::move(sujet), std::move(avenant), std::move(avant), std::move(noms)};
}

AvenantLu lu_de(storage::Reader& db, Sujet sujet, Avenant avenant, const Moyens& moyens) {
    auto avant = version_avant(db, avenant.convention, avenant.rang);
    return lu_apres(std::move(avant), std::move(sujet), std::move(avenant), moyens);
}

Money verse_par(storage::Reader& db, const Convention& convention) {
    Money total;
    for (const auto& un : versements_de(db, convention.id))
        if (un.verse()) total += un.montant;
    return total;
}

// What has to be still for an amendment to be computed and signed.
core::Result<void> laisser_amender(storage::Reader& db, const Sujet& sujet) {
    if (const auto ouvert = laisser_ecrire(db, sujet); !ouvert) return ouvert;
    const auto versements = versements_de(db, sujet.convention.id);
    if (!sans_suite(versements))
        return core::refuse(core::Reason::conflict, "avenant.versement_en_cours");
    return {};
}

core::Result<Sujet> permettre_de_preparer(storage::Reader& db, const Demandeur& qui,
                                          const NouvelAvenant& nouvel) {
    auto sujet = acceder(db, qui, nouvel.convention, Permission::convention_preparer);
    if (!sujet) return sujet;
    if (nouvel.vue && *nouvel.vue != sujet->convention.version)
        return version_perimee(sujet->convention);
    if (const auto permis = laisser_amender(db, *sujet); !permis) return permis.error();
    if (avenant_en_attente(db, sujet->convention.id))
        return core::refuse(core::Reason::conflict, "avenant.deja_en_attente");
    if (nouvel.changements.empty()) return core::refuse(core::Reason::invalid, "avenant.vide");
    if (nouvel.changements.size() > changements_au_plus)
        return core::refuse(core::Reason::invalid, "avenant.trop");
    return sujet;
}

// The first of these establishments that another live dossier has; empty: none (RED-02).
std::string pris_ailleurs(storage::Reader& db, std::string_view dossier,
                          const std::vector<std::string>& essms) {
    for (const auto& voisin : teleservice::autres_dossiers(db, dossier, essms))
        if (teleservice::est_vivant(voisin.statut)) return voisin.finess_et;
    return {};
}

// A delay only goes later, so a year that was typed wrong could never be put right.
constexpr int annees_d_un_delai = 10;

void voir_les_demandes(storage::Reader& db, const Sujet& sujet, const NouvelAvenant& nouvel,
                       Recalcul& calcul) {
    const auto signee = core::paris().day_of(*sujet.convention.signee_le());
    const auto en_vigueur = sujet.convention.fin_deploiement.value_or(signee);
    for (std::size_t rang = 0; rang < nouvel.changements.size(); ++rang) {
        const auto& un = nouvel.changements[rang];
        const auto fin = un.genre == GenreDeChangement::fin_deploiement
                             ? core::Date::parse(un.valeur)
                             : core::Result<core::Date>{core::refuse(core::Reason::invalid, "")};
        if (fin && *fin <= en_vigueur) calcul.fautes.push_back({rang, "avenant.delai_raccourci"});
        if (fin && fin->year() > signee.year() + annees_d_un_delai)
            calcul.fautes.push_back({rang, "avenant.delai_lointain"});
        if (un.genre == GenreDeChangement::ajout &&
            !pris_ailleurs(db, sujet.dossier.id, {un.finess}).empty())
            calcul.fautes.push_back({rang, "avenant.essms_ailleurs"});
    }
}

// A paid advance stands, within what is granted; one that is not paid yet is computed again.
Version version_de(const Recalcul& calcul, Money verse) {
    const auto accorde = calcul.accorde.total().total();
    return {.accorde = calcul.accorde,
            .avance = verse > Money{} ? std::min(verse, accorde) : calcul.avance,
            .verse = verse,
            .fin_deploiement = calcul.fin_deploiement};
}

core::Result<Avenant> composer(storage::Reader& db, const Demandeur& qui,
                               const NouvelAvenant& nouvel, const Sujet& sujet) {
    auto motif = instruction::lire_texte(nouvel.motif, "avenant.motif");
    if (!motif) return motif.error();
    return Avenant{.id = {},
                   .convention = sujet.convention.id,
                   .rang = dernier_rang(db, sujet.convention.id) + 1,
                   .motif = *std::move(motif),
                   .changements = {},
                   .regles = {},
                   .version = {},
                   .alertes = {},
                   .empreinte = {},
                   .prepare_par = qui.acteur.compte,
                   .prepare_le = qui.maintenant};
}

core::Result<Propose> proposer(storage::Reader& db, const Demandeur& qui,
                               const NouvelAvenant& nouvel, const Moyens& moyens) {
    auto permis = permettre_de_preparer(db, qui, nouvel);
    if (!permis) return permis.error();
    auto sujet = *std::move(permis);
    auto compose = composer(db, qui, nouvel, sujet);
    if (!compose) return compose.error();
    auto avenant = *std::move(compose);
    auto calcul = recalculer(db, sujet, nouvel.changements, moyens);
    voir_les_demandes(db, sujet, nouvel, calcul);
    if (!calcul.fautes.empty())
        return Propose{{std::move(sujet), std::move(avenant), {}, {}}, std::move(calcul.fautes)};
    if (calcul.accorde.total().total() == Money{})
        return core::refuse(core::Reason::rule_not_met, "convention.sans_montant");
    avenant.changements = std::move(calcul.changements);
    avenant.regles = std::move(calcul.regles);
    avenant.alertes = std::move(calcul.alertes);
    avenant.version = version_de(calcul, verse_par(db, sujet.convention));
    const auto manque = manque_pour(db, avenant.version, sujet.dossier.id);
    return Propose{lu_de(db, std::move(sujet), std::move(avenant), moyens), {}, manque};
}

// The digest of what it follows: of the amendment in force, else of the agreement.
std::string empreinte_d_avant(storage::Reader& db, const Convention& convention) {
    const auto avant = avenant_en_vigueur(db, convention.id);
    return avant ? avant->empreinte : convention.empreinte;
}

struct Trouve {
    Sujet sujet;
    Avenant avenant;
};
core::Result<Trouve> acceder_a_l_avenant(storage::Reader& db, const Demandeur& qui,
                                         std::string_view id, Permission permission) {
    auto avenant = trouver_avenant(db, id);
    auto sujet = acceder_par(db, qui, avenant, {permission, "avenant.inconnu"});
    if (!sujet) return sujet.error();
    return Trouve{*std::move(sujet), *std::move(avenant)};
}

core::Result<Trouve> en_attente(storage::Reader& db, const Demandeur& qui, std::string_view id,
                                Permission permission) {
    auto trouve = acceder_a_l_avenant(db, qui, id, permission);
    if (trouve && !trouve->avenant.attend())
        return core::refuse(core::Reason::conflict, "avenant.clos");
    return trouve;
}

// Both have signed: what is granted is that from now on.
core::Result<void> mettre_en_vigueur(storage::Writer& db, const Demandeur& qui, Trouve& trouve,
                                     const Moyens& moyens) {
    auto& [sujet, avenant] = trouve;
    const auto projet = projet_amende(db, avenant, sujet, moyens);
    core::ensure(!projet.essms.empty(), "what was prepared can be made again");
    if (auto pris = pris_ailleurs(db, sujet.dossier.id, projet.essms); !pris.empty())
        return core::refuse(core::Reason::conflict, "avenant.essms_ailleurs", std::move(pris));
    if (const auto ajuste = ajuster(db, qui, avenant, sujet.dossier.id); !ajuste) return ajuste;
    avenant.suite = SuiteDAvenant{
        .issue = IssueDAvenant::effet, .motif = {}, .par = qui.acteur.compte, .le = qui.maintenant};
    ajouter(db, avenant, sujet.dossier.id, *avenant.suite);
    teleservice::remplacer_essms(db, sujet.dossier.id, projet.essms, projet.siret);
    auto fiche = teleservice::trouver_fiche(db, sujet.dossier.id).value();
    fiche.essms = static_cast<int>(projet.essms.size());
    teleservice::tenir(db, fiche);
    noter(db, qui, sujet, {"avenant.effet", "avenant:" + avenant.id});
    instruction::ecrire_au_porteur(db, qui, {sujet.dossier, moyens},
                                   {.genre = GenreDeLettre::avenant_signe});
    return {};
}

}  // namespace

std::string AvenantLu::nom_de(const std::string& finess, const rules::Phrases& phrases) const {
    const auto ou = noms.find(finess);
    return ou == noms.end() ? phrases.rendre("avenant.hors_registre", {}) : ou->second;
}

core::Result<Propose> apercevoir(storage::Reader& db, const Demandeur& qui,
                                 const NouvelAvenant& nouvel, const Moyens& moyens) {
    return proposer(db, qui, nouvel, moyens);
}

core::Result<Propose> preparer_un_avenant(storage::Writer& db, const Demandeur& qui,
                                          const NouvelAvenant& nouvel, const Moyens& moyens) {
    auto demande = proposer(db, qui, nouvel, moyens);
    if (!demande || !demande->fautes.empty()) return demande;
    auto propose = *std::move(demande);
    auto& [sujet, avenant, avant, noms] = propose.lu;
    avenant.id = secret::identifiant();
    avenant.empreinte =
        secret::empreinte(texte_signe(avenant, empreinte_d_avant(db, sujet.convention)));
    if (!avancer(db, sujet.convention)) return version_perimee(sujet.convention);
    ++sujet.convention.version;
    ajouter(db, avenant, sujet.dossier.id);
    noter(db, qui, sujet, {"avenant.preparer", "avenant:" + avenant.id});
    instruction::ecrire_au_porteur(db, qui, {sujet.dossier, moyens},
                                   {.genre = GenreDeLettre::avenant, .motif = avenant.motif});
    return propose;
}

core::Result<AvenantLu> signer_un_avenant(storage::Writer& db, const Demandeur& qui,
                                          const SignatureDAvenant& voulue, const Moyens& moyens) {
    auto demande = en_attente(db, qui, voulue.avenant, Permission::convention_signer);
    if (!demande) return demande.error();
    auto trouve = *std::move(demande);
    auto& [sujet, avenant] = trouve;
    auto lue = lire_la_signature(qui, {voulue.partie, voulue.mode});
    if (!lue) return lue.error();
    auto signature = *std::move(lue);
    if (const auto libre = laisser_amender(db, sujet); !libre) return libre.error();
    const auto permis = laisser_signer(db, qui, {sujet.dossier, avenant.signatures, signature});
    if (!permis) return permis.error();
    auto& convention = sujet.convention;
    if (voulue.vue && *voulue.vue != convention.version) return version_perimee(convention);
    if (!avancer(db, convention)) return version_perimee(convention);
    ++convention.version;
    signature.empreinte = avenant.empreinte;
    ajouter(db, avenant, signature);
    avenant.signatures.push_back(signature);
    noter(db, qui, sujet,
          {"avenant.signer", "avenant:" + avenant.id + " " + std::string{voulue.partie} + " " +
                                 std::string{voulue.mode}});
    if (avenant.signature(Partie::porteur) && avenant.signature(Partie::ars))
        if (const auto mis = mettre_en_vigueur(db, qui, trouve, moyens); !mis) return mis.error();
    return lu_de(db, std::move(sujet), std::move(avenant), moyens);
}

core::Result<AvenantLu> signer_un_avenant_en_ligne(const identity::Moyens& identite,
                                                   const Demandeur& qui,
                                                   const AvenantEnLigne& en_ligne,
                                                   const Moyens& moyens) {
    const auto& voulue = en_ligne.signature;
    const auto confirme = confirmer_avant_de_signer(
        identite, qui, {voulue.mode, en_ligne.mot_de_passe},
        [&](storage::Reader& db) -> core::Result<Sujet> {
            auto trouve = en_attente(db, qui, voulue.avenant, Permission::convention_signer);
            if (!trouve) return trouve.error();
            return trouve->sujet;
        });
    if (!confirme) return confirme.error();
    return identite.base.write(
        [&](storage::Writer& db) { return signer_un_avenant(db, qui, voulue, moyens); });
}

core::Result<AvenantLu> abandonner(storage::Writer& db, const Demandeur& qui,
                                   const Abandon& abandon, const Moyens& moyens) {
    auto demande = en_attente(db, qui, abandon.avenant, Permission::convention_preparer);
    if (!demande) return demande.error();
    auto [sujet, avenant] = *std::move(demande);
    auto motif = instruction::lire_texte(abandon.motif, "avenant.motif");
    if (!motif) return motif.error();
    if (!avancer(db, sujet.convention)) return version_perimee(sujet.convention);
    ++sujet.convention.version;
    avenant.suite = SuiteDAvenant{.issue = IssueDAvenant::abandon,
                                  .motif = *std::move(motif),
                                  .par = qui.acteur.compte,
                                  .le = qui.maintenant};
    ajouter(db, avenant, sujet.dossier.id, *avenant.suite);
    noter(db, qui, sujet, {"avenant.abandonner", "avenant:" + avenant.id});
    return lu_de(db, std::move(sujet), std::move(avenant), moyens);
}

core::Result<AvenantLu> lire_un_avenant(storage::Reader& db, const Demandeur& qui,
                                        std::string_view id, const Moyens& moyens) {
    auto demande = acceder_a_l_avenant(db, qui, id, Permission::convention_lire);
    if (!demande) return demande.error();
    auto [sujet, avenant] = *std::move(demande);
    return lu_de(db, std::move(sujet), std::move(avenant), moyens);
}

std::vector<AvenantLu> lire_les_avenants(storage::Reader& db, const Sujet& sujet,
                                         const Moyens& moyens) {
    auto avenants = avenants_de(db, sujet.convention.id);
    if (avenants.empty()) return {};
    std::vector<AvenantLu> tous;
    auto avant = version_de(*trouver_initiale(db, sujet.convention.id));
    for (auto& un : avenants) {
        auto apres = un.en_effet() ? un.version : avant;
        tous.push_back(lu_apres(std::move(avant), sujet, std::move(un), moyens));
        avant = std::move(apres);
    }
    return tous;
}

}  // namespace grappe::convention
