// Models, their fields, and the letters made of them.
#include "portail/instruction/lettres.hpp"

#include <algorithm>

#include "portail/instruction/decision_repository.hpp"
#include "portail/instruction/instruction.hpp"
#include "portail/instruction/lettre_repository.hpp"
#include "portail/teleservice/depot_repository.hpp"
#include "portail/teleservice/journal.hpp"

namespace grappe::instruction {
namespace {

using teleservice::Champs;

// The first name between braces that is no field; empty: all are.
std::string champ_inconnu(std::string_view modele, const std::vector<std::string>& connus) {
    for (auto ouvre = modele.find('{'); ouvre != std::string_view::npos;
         ouvre = modele.find('{', ouvre + 1)) {
        const auto ferme = modele.find('}', ouvre);
        const auto nom = modele.substr(ouvre + 1, ferme - ouvre - 1);
        if (ferme == std::string_view::npos ||
            std::find(connus.begin(), connus.end(), nom) == connus.end())
            return std::string{nom.substr(0, 40)};
    }
    return {};
}

std::string jour_en_francais(core::Instant instant) {
    std::string texte;
    const auto& paris = core::paris();
    rules::ajouter_valeur(texte, paris.day_of(instant));
    return texte;
}

std::string page_de(const Moyens& moyens, const Dossier& dossier, GenreDeLettre genre) {
    const auto racine =
        moyens.adresse_publique +
        (teleservice::est_lue_au_guichet(genre) ? "/bureau/dossiers/" : "/dossiers/") + dossier.id;
    switch (genre) {
        case GenreDeLettre::message:
        case GenreDeLettre::guichet_message:
            return racine + "/messages";
        case GenreDeLettre::retrait:
        case GenreDeLettre::intervention:
            return racine + "/historique";
        default:
            return teleservice::est_lue_au_guichet(genre) ? racine : racine + "/echanges";
    }
}

// Of a dossier that is not deposited its call is what its readers know it by.
Champs champs_de(const Envoi& envoi, const std::optional<teleservice::Depot>& depot,
                 const Propos& propos) {
    const auto& [dossier, moyens] = envoi;
    return {{"numero", depot ? depot->numero : dossier.appel},
            {"appel", dossier.appel},
            {"guichet", depot ? depot->financeur : std::string{}},
            {"depose_le", depot ? jour_en_francais(depot->depose_le) : std::string{}},
            {"motif", propos.motif},
            {"demandes", propos.demandes},
            {"echeance", propos.echeance},
            {"fait", propos.fait},
            {"montant", propos.montant},
            {"recommandations", propos.recommandations},
            {"rang", propos.rang},
            {"lien", page_de(moyens, dossier, propos.genre)}};
}

// A letter that asks, dates or decides is never refused; that somebody took the dossier, or goes on
// with it, is news.
identity::Poids poids_de(GenreDeLettre genre) {
    const bool nouvelle = genre == GenreDeLettre::prise || genre == GenreDeLettre::complet;
    return nouvelle ? identity::Poids::nouvelle : identity::Poids::obligatoire;
}

Apercu rediger(storage::Reader& db, const Envoi& envoi, const Propos& propos) {
    const auto& [dossier, moyens] = envoi;
    const auto guichet = dossier.guichet_d_examen();
    return teleservice::remplir(
        teleservice::modele(db, {propos.genre, guichet}, moyens.regles.phrases),
        champs_de(envoi, teleservice::dernier_depot(db, dossier.id), propos));
}

struct APoster {
    GenreDeLettre genre;
    identity::Poids poids;
    const Apercu& texte;
};
void poster(storage::Writer& db, const Envoi& envoi, std::string_view id, const APoster& pli) {
    const auto& [dossier, moyens] = envoi;
    const auto compte = identity::trouver_compte(db, std::string{id});
    if (!compte) return;  // who left gets nothing: identity::envoyer knows
    identity::envoyer(
        db,
        {.compte = *compte,
         .poids = pli.poids,
         .message = teleservice::en_message(pli.texte, compte->courriel.text(),
                                            moyens.regles.phrases, moyens.adresse_publique),
         .lien = page_de(moyens, dossier, pli.genre)},
        moyens.reel);
}

// Those of every desk are an administrator's; those of one desk are of who decides there.
bool peut_ecrire(const access::Acteur& acteur, std::string_view guichet) {
    if (guichet.empty()) return access::peut(acteur, access::Permission::service_administrer);
    return access::est_un_guichet(acteur.role) && acteur.guichet() == guichet &&
           access::pourrait(acteur, access::Permission::recevabilite_decider);
}

// The reason, as it is kept.
core::Result<std::string> permettre(const Demandeur& qui, std::string_view guichet,
                                    const std::string& motif) {
    if (!peut_ecrire(qui.acteur, guichet))
        return core::refuse(core::Reason::forbidden, "acces.interdit");
    return lire_texte(motif, "lettre.motif");
}

bool nomme(std::string_view texte, const std::string& champ) {
    return texte.find("{" + champ + "}") != std::string_view::npos;
}

// The first field that has to stay and is gone; empty: all are there.
std::string champ_manquant(GenreDeLettre genre, const std::string& objet,
                           const std::string& corps) {
    for (const auto& champ : teleservice::champs_obligatoires(genre))
        if (!nomme(corps, champ) && (champ == "lien" || !nomme(objet, champ))) return champ;
    return {};
}

core::Result<Modele> lire_modele(const NouveauModele& nouveau) {
    std::string une_ligne{nouveau.objet};
    std::replace(une_ligne.begin(), une_ligne.end(), '\n', ' ');
    auto objet = lire_texte(une_ligne);
    if (!objet) return objet.error();
    auto corps = lire_texte(nouveau.corps);
    if (!corps) return corps.error();
    const auto connus = teleservice::champs_du_modele(nouveau.genre);
    for (const auto& texte : {*objet, *corps})
        if (auto faux = champ_inconnu(texte, connus); !faux.empty())
            return core::refuse(core::Reason::invalid, "lettre.champ", std::move(faux));
    if (auto manque = champ_manquant(nouveau.genre, *objet, *corps); !manque.empty())
        return core::refuse(core::Reason::invalid, "lettre.obligatoire", std::move(manque));
    return Modele{.genre = nouveau.genre,
                  .version = 0,
                  .objet = *std::move(objet),
                  .corps = *std::move(corps),
                  .change = true,
                  .guichet = nouveau.guichet};
}

// The next version of its genre, and why.
void garder(storage::Writer& db, const Demandeur& qui, Modele& modele, const Ligne& ligne) {
    modele.version = teleservice::ajouter(db, modele, qui.acteur.compte, qui.maintenant);
    auto objet = "lettre:" + std::string{core::name_of(modele.genre)};
    if (!modele.guichet.empty()) objet.append(":").append(modele.guichet);
    teleservice::noter(
        db, qui,
        {ligne.acte, std::move(objet), std::to_string(modele.version) + " " + ligne.detail});
}

}  // namespace

core::Result<Modele> changer(storage::Writer& db, const Demandeur& qui,
                             const NouveauModele& nouveau) {
    const auto motif = permettre(qui, nouveau.guichet, nouveau.motif);
    if (!motif) return motif.error();
    auto lu = lire_modele(nouveau);
    if (!lu) return lu;
    auto ecrit = *std::move(lu);
    garder(db, qui, ecrit, {"lettre.changer", *motif});
    return ecrit;
}

core::Result<Modele> revenir_a_l_origine(storage::Writer& db, const Demandeur& qui,
                                         const RetourALOrigine& retour,
                                         const rules::Phrases& phrases) {
    const auto motif = permettre(qui, retour.guichet, retour.motif);
    if (!motif) return motif.error();
    Modele vide{.genre = retour.genre,
                .version = 0,
                .objet = "",
                .corps = "",
                .change = false,
                .guichet = retour.guichet};
    garder(db, qui, vide, {"lettre.origine", *motif});
    return teleservice::modele(db, {retour.genre, retour.guichet}, phrases);
}

core::Result<Apercu> apercevoir(const NouveauModele& nouveau, const rules::Phrases& phrases) {
    const auto lu = lire_modele(nouveau);
    if (!lu) return lu.error();
    Champs exemple;
    for (const auto& champ : teleservice::champs_des_modeles())
        exemple.emplace_back(champ, phrases.rendre("lettre.exemple." + champ, {}));
    return teleservice::remplir(*lu, exemple);
}

void ecrire_au_porteur(storage::Writer& db, const Demandeur& qui, const Envoi& envoi,
                       const Propos& propos) {
    auto texte = rediger(db, envoi, propos);
    poster(db, envoi, envoi.dossier.compte, {propos.genre, poids_de(propos.genre), texte});
    ajouter(db, envoi.dossier.id,
            Lettre{.numero = 0,
                   .genre = propos.genre,
                   .objet = std::move(texte.objet),
                   .corps = std::move(texte.corps),
                   .par = qui.acteur.compte,
                   .ecrite_le = qui.maintenant});
}

void annoncer_au_porteur(storage::Writer& db, const Envoi& envoi, const Propos& propos,
                         identity::Poids poids) {
    const auto texte = rediger(db, envoi, propos);
    poster(db, envoi, envoi.dossier.compte, {propos.genre, poids, texte});
}

void annoncer_au_guichet(storage::Writer& db, const Envoi& envoi, const Propos& propos,
                         identity::Poids poids) {
    const auto& dossier = envoi.dossier;
    const auto texte = rediger(db, envoi, propos);
    const auto instructeur = instructeur_de(db, dossier.id);
    const auto sien = instructeur ? identity::trouver_compte(db, *instructeur) : std::nullopt;
    if (sien && !sien->ferme) return poster(db, envoi, sien->id, {propos.genre, poids, texte});
    for (const auto& id : comptes_du_guichet(db, dossier.guichet_d_examen()))
        poster(db, envoi, id, {propos.genre, identity::Poids::nouvelle, texte});
}

}  // namespace grappe::instruction
