// Composing of the mails to members. A name typed by people is cut and stands in no subject.
#include "portail/teleservice/lettres_membres.hpp"

#include "core/texte.hpp"
#include "courrier/lettre.hpp"
#include "identity/preference_courrier.hpp"

namespace grappe::teleservice {
namespace {

std::string sur_une_ligne(std::string_view nom) {
    constexpr std::size_t au_plus = 120;
    std::string ligne;
    for (const char c : nom) ligne += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    if (ligne.size() <= au_plus) return ligne;
    auto fin = au_plus;
    while (fin > 0 && (static_cast<unsigned char>(ligne[fin]) & 0xC0U) == 0x80U) --fin;
    return ligne.substr(0, fin) + "…";
}

rules::Faits faits_de(const membres::Membre& membre, const DossierNomme& dossier,
                      const Moyens& moyens) {
    return {{"porteur", sur_une_ligne(dossier.nom)},
            {"appel", dossier.dossier.appel},
            {"finess_ej", membre.finess_ej.text()},
            {"lien", moyens.adresse_publique + "/parts/" + dossier.dossier.id + "/" +
                         membre.finess_ej.text()},
            {"site", moyens.adresse_publique}};
}

struct Lettre {
    std::string_view code;
    std::string destinataire;
    rules::Faits faits;
};

courrier::Message composer(const Lettre& lettre, const Moyens& moyens) {
    return courrier::composer(moyens.regles.phrases, lettre.code, lettre.destinataire,
                              lettre.faits);
}

// An agreement that is lacking keeps the dossier from its deposit: somebody has to act.
identity::Poids poids_de(std::string_view code) {
    return code == "accord_repris" ? identity::Poids::acte : identity::Poids::nouvelle;
}

void poster(storage::Writer& db, const Lettre& lettre, const Moyens& moyens) {
    courrier::deposer(db, composer(lettre, moyens), moyens.reel);
}

// Its own address if it has an account, else that of the invitation.
std::string adresse_de(storage::Reader& db, const membres::Membre& membre) {
    if (membre.compte)
        if (const auto compte = identity::trouver_compte(db, *membre.compte))
            return compte->courriel.text();
    return membre.courriel.text();
}

}  // namespace

void envoyer_l_invitation(storage::Writer& db, const InvitationEcrite& invitation,
                          const DossierNomme& dossier, const Moyens& moyens) {
    const auto& paris = core::paris();
    auto faits = faits_de(invitation.membre, dossier, moyens);
    faits.emplace_back("invitation", moyens.adresse_publique +
                                         "/invitation?jeton=" + std::string{invitation.jeton});
    faits.emplace_back("expire_le", paris.day_of(invitation.expire_le));
    poster(db, {"invitation", invitation.membre.courriel.text(), std::move(faits)}, moyens);
}

void annoncer_l_annulation(storage::Writer& db, const MembreVu& vu, const DossierNomme& dossier,
                           const Moyens& moyens) {
    poster(db, {"accord_annule", adresse_de(db, vu.membre), faits_de(vu.membre, dossier, moyens)},
           moyens);
}

void annoncer_le_retrait(storage::Writer& db, const membres::Membre& membre,
                         const DossierNomme& dossier, const Moyens& moyens) {
    poster(db, {"membre_ote", adresse_de(db, membre), faits_de(membre, dossier, moyens)}, moyens);
}

void prevenir_le_porteur(storage::Writer& db, const Nouvelle& nouvelle, const DossierNomme& dossier,
                         const Moyens& moyens) {
    const auto porteur = identity::trouver_compte(db, dossier.dossier.compte);
    if (!porteur) return;
    const Lettre lettre{nouvelle.code, porteur->courriel.text(),
                        faits_de(nouvelle.membre, dossier, moyens)};
    identity::envoyer(
        db,
        {.compte = *porteur,
         .poids = poids_de(nouvelle.code),
         .message = composer(lettre, moyens),
         .lien = moyens.adresse_publique + "/dossiers/" + dossier.dossier.id + "/membres"},
        moyens.reel);
}

}  // namespace grappe::teleservice
