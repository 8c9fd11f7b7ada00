// Persons who leave and persons who come.
#include "portail/administration/remplacement.hpp"

#include <algorithm>

#include "courrier/lettre.hpp"
#include "identity/compte.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/invitation.hpp"
#include "portail/teleservice/lettres_membres.hpp"
#include "portail/teleservice/succession.hpp"

namespace grappe::administration {
namespace {

using identity::Courriel;

std::optional<membres::Membre> trouver_le_membre(storage::Reader& db,
                                                 const RemplacementDeMembre& remplacement) {
    for (auto& membre : membres::membres_de(db, remplacement.demande.dossier))
        if (membre.id == remplacement.membre || membre.finess_ej.text() == remplacement.membre)
            return std::move(membre);
    return std::nullopt;
}

std::optional<Courriel> adresse_du_compte(storage::Reader& db, const std::string& id) {
    const auto compte = identity::trouver_compte(db, id);
    return compte ? std::optional{compte->courriel} : std::nullopt;
}

bool memes(const std::optional<Courriel>& une, const Courriel& autre) {
    return une && une->cle() == autre.cle();
}

std::string nom_de(storage::Reader& db, const Dossier& dossier) {
    return teleservice::nom_du_dossier(
        teleservice::contenu(db, dossier.id, dossier.version).value_or(""), dossier);
}

struct Lettre {
    std::string_view code;
    std::string destinataire;
    rules::Faits faits;
};

void poster(storage::Writer& db, Lettre lettre, const Moyens& moyens) {
    lettre.faits.push_back({"site", moyens.adresse_publique});
    courrier::deposer(
        db,
        courrier::composer(moyens.regles.phrases, lettre.code, lettre.destinataire, lettre.faits),
        moyens.reel);
}

struct AInviter {
    const Admise& admise;
    const membres::Membre& membre;
};

void inviter(storage::Writer& db, const Demandeur& qui, const AInviter& a_inviter,
             const Moyens& moyens) {
    const auto& [admise, membre] = a_inviter;
    const auto expire_le =
        core::Instant::of(qui.maintenant.utc() + teleservice::duree_de_l_invitation);
    const auto jeton = membres::inviter(db, {.membre = membre.id,
                                             .par = qui.acteur.compte,
                                             .maintenant = qui.maintenant,
                                             .expire_le = expire_le});
    teleservice::envoyer_l_invitation(db, {membre, jeton, expire_le},
                                      {admise.dossier, nom_de(db, admise.dossier)}, moyens);
}

Intervention changement(GenreDIntervention genre, std::string objet, std::string avant,
                        const Courriel& apres) {
    return {.genre = genre,
            .objet = std::move(objet),
            .avant = std::move(avant),
            .apres = apres.text(),
            .motif = {},
            .par = {},
            .faite_le = core::Instant::of({})};
}

// Who may not be the next porteur.
core::Result<void> voir_le_suivant(storage::Reader& db, const Dossier& dossier,
                                   const Courriel& courriel) {
    if (memes(adresse_du_compte(db, dossier.compte), courriel))
        return core::refuse(core::Reason::conflict, "administration.meme_adresse");
    const auto compte = identity::trouver_par_courriel(db, courriel);
    if (!compte) return {};
    if (access::est_un_guichet(compte->role))
        return core::refuse(core::Reason::rule_not_met, "administration.guichet");
    const auto& membres = dossier.membres;
    if (std::find(membres.begin(), membres.end(), compte->id) != membres.end())
        return core::refuse(core::Reason::conflict, "succession.membre");
    return {};
}

// Account that has or had the dossier: a second replacement comes after a first one that nobody
// accepted.
std::string ancien_porteur(storage::Reader& db, const Dossier& dossier) {
    if (!dossier.compte.empty()) return dossier.compte;
    const auto ouverte = teleservice::succession_de(db, dossier.id);
    core::ensure(ouverte.has_value(), "a dossier of nobody waits for somebody");
    return ouverte->ancien;
}

}  // namespace

core::Result<membres::Membre> remplacer_un_membre(storage::Writer& db, const Demandeur& qui,
                                                  const RemplacementDeMembre& remplacement,
                                                  const Moyens& moyens) {
    const auto admise = admettre(db, qui, remplacement.demande);
    if (!admise) return admise.error();
    const auto membre = trouver_le_membre(db, remplacement);
    if (!membre) return core::refuse(core::Reason::not_found, "membre.inconnu");
    const auto courriel = Courriel::parse(remplacement.courriel);
    if (!courriel) return courriel.error();
    const auto sienne = membre->compte ? adresse_du_compte(db, *membre->compte) : std::nullopt;
    const auto ancienne = sienne.value_or(membre->courriel);
    if (memes(ancienne, *courriel))
        return core::refuse(core::Reason::conflict, "administration.meme_adresse");
    if (memes(adresse_du_compte(db, admise->dossier.compte), *courriel))
        return core::refuse(core::Reason::conflict, "administration.porteur");
    auto suivant = *membre;
    suivant.courriel = *courriel;
    suivant.compte = {};
    suivant.accepte_le = {};
    suivant.invite_le = qui.maintenant;
    membres::remplacer(db, suivant);
    inviter(db, qui, {*admise, suivant}, moyens);
    poster(db,
           {"acces_ferme",
            ancienne.text(),
            {{"dossier", nom_de(db, admise->dossier)},
             {"appel", admise->dossier.appel},
             {"motif", admise->motif}}},
           moyens);
    noter(db, qui,
          {*admise, changement(GenreDIntervention::membre, suivant.finess_ej.text(),
                               ancienne.text(), *courriel)},
          moyens);
    return suivant;
}

core::Result<Intervention> remplacer_le_porteur(storage::Writer& db, const Demandeur& qui,
                                                const RemplacementDuPorteur& remplacement,
                                                const Moyens& moyens) {
    const auto admise = admettre(db, qui, remplacement.demande);
    if (!admise) return admise.error();
    const auto& dossier = admise->dossier;
    const auto courriel = Courriel::parse(remplacement.courriel);
    if (!courriel) return courriel.error();
    if (const auto permis = voir_le_suivant(db, dossier, *courriel); !permis) return permis.error();
    const auto ancien = ancien_porteur(db, dossier);
    const auto expire_le =
        core::Instant::of(qui.maintenant.utc() + teleservice::duree_de_la_succession);
    const auto jeton = teleservice::ouvrir(
        db, {{dossier.id, *courriel, ancien, expire_le}, qui.acteur.compte, qui.maintenant});
    const auto nom = nom_de(db, dossier);
    poster(db,
           {"succession",
            courriel->text(),
            {{"dossier", nom},
             {"appel", dossier.appel},
             {"expire_le", teleservice::dernier_jour(expire_le)},
             {"lien", moyens.adresse_publique + "/succession?jeton=" + jeton}}},
           moyens);
    const auto avant = adresse_du_compte(db, ancien);
    if (avant && !dossier.compte.empty())
        poster(db,
               {"acces_ferme",
                avant->text(),
                {{"dossier", nom}, {"appel", dossier.appel}, {"motif", admise->motif}}},
               moyens);
    auto sans_porteur = *admise;
    sans_porteur.dossier.compte.clear();  // it was told by a letter of its own
    return noter(db, qui,
                 {sans_porteur, changement(GenreDIntervention::porteur, "",
                                           avant ? avant->text() : "", *courriel)},
                 moyens);
}

}  // namespace grappe::administration
