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

rules::Faits faits_du_dossier(const DossierNomme& dossier, const Moyens& moyens,
                              const std::string& lien) {
    return {{"porteur", sur_une_ligne(dossier.nom)},
            {"appel", dossier.dossier.appel},
            {"lien", moyens.adresse_publique + lien},
            {"site", moyens.adresse_publique}};
}

std::string part_de(const membres::Membre& membre, const DossierNomme& dossier) {
    return "/parts/" + dossier.dossier.id + "/" + membre.finess_ej.text();
}

rules::Faits faits_de(const membres::Membre& membre, const DossierNomme& dossier,
                      const Moyens& moyens) {
    auto faits = faits_du_dossier(dossier, moyens, part_de(membre, dossier));
    faits.emplace_back("finess_ej", membre.finess_ej.text());
    return faits;
}

rules::Faits faits_de(const membres::Soutien& soutien, const DossierNomme& dossier,
                      const Moyens& moyens) {
    auto faits = faits_du_dossier(dossier, moyens, "/dossiers/" + dossier.dossier.id);
    faits.emplace_back("role", moyens.regles.phrases.rendre(
                                   "pages.role." + std::string{core::name_of(soutien.role)}, {}));
    return faits;
}

struct Lettre {
    std::string_view code;
    std::string destinataire;
    rules::Faits faits;
};

void poster(storage::Writer& db, const Lettre& lettre, const Moyens& moyens) {
    courrier::deposer(
        db,
        courrier::composer(moyens.regles.phrases, lettre.code, lettre.destinataire, lettre.faits),
        moyens.reel);
}

// Its own address if it has an account, else that of the invitation.
template <class Invite>
std::string adresse_de(storage::Reader& db, const Invite& invite) {
    if (invite.compte)
        if (const auto compte = identity::trouver_compte(db, *invite.compte))
            return compte->courriel.text();
    return invite.courriel.text();
}

template <class Invitation>
void envoyer_le_lien(storage::Writer& db, Lettre lettre, const Invitation& invitation,
                     const Moyens& moyens) {
    lettre.faits.emplace_back("invitation", moyens.adresse_publique + "/invitation?jeton=" +
                                                std::string{invitation.jeton});
    lettre.faits.emplace_back("expire_le", core::paris().day_of(invitation.expire_le));
    poster(db, lettre, moyens);
}

struct NouvelleDesMembres {
    std::string_view code;
    rules::Faits faits;
};
// An agreement that is lacking keeps the dossier from its deposit: somebody has to act.
void ecrire_au_porteur(storage::Writer& db, NouvelleDesMembres nouvelle,
                       const DossierNomme& dossier, const Moyens& moyens) {
    const auto poids =
        nouvelle.code == "accord_repris" ? identity::Poids::acte : identity::Poids::nouvelle;
    identity::avertir(db,
                      {dossier.dossier.compte, nouvelle.code, poids, std::move(nouvelle.faits),
                       moyens.adresse_publique + "/dossiers/" + dossier.dossier.id + "/membres"},
                      poste_de(moyens));
}

}  // namespace

void envoyer_l_invitation(storage::Writer& db, const InvitationEcrite& invitation,
                          const DossierNomme& dossier, const Moyens& moyens) {
    envoyer_le_lien(db,
                    {"invitation", invitation.membre.courriel.text(),
                     faits_de(invitation.membre, dossier, moyens)},
                    invitation, moyens);
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

void annoncer_le_depot_aux_membres(storage::Writer& db, const DepotFait& depot,
                                   const DossierNomme& dossier, const Moyens& moyens) {
    for (const auto& vu : depot.membres) {
        if (!vu.membre.compte) continue;
        auto faits = faits_de(vu.membre, dossier, moyens);
        faits.emplace_back("numero", depot.numero);
        faits.emplace_back("guichet", depot.financeur);
        faits.emplace_back("depose_le", core::paris().text(depot.depose_le));
        faits.emplace_back("essms", static_cast<std::int64_t>(vu.part.essms.size()));
        identity::avertir(db,
                          {*vu.membre.compte, "depot_membre", identity::Poids::nouvelle,
                           std::move(faits), moyens.adresse_publique + part_de(vu.membre, dossier)},
                          poste_de(moyens));
    }
}

void prevenir_le_porteur(storage::Writer& db, const Nouvelle& nouvelle, const DossierNomme& dossier,
                         const Moyens& moyens) {
    ecrire_au_porteur(db, {nouvelle.code, faits_de(nouvelle.membre, dossier, moyens)}, dossier,
                      moyens);
}

void envoyer_l_invitation_de_soutien(storage::Writer& db, const InvitationDeSoutien& invitation,
                                     const DossierNomme& dossier, const Moyens& moyens) {
    envoyer_le_lien(db,
                    {"invitation_soutien", invitation.soutien.courriel.text(),
                     faits_de(invitation.soutien, dossier, moyens)},
                    invitation, moyens);
}

void annoncer_la_fin_du_soutien(storage::Writer& db, const membres::Soutien& soutien,
                                const DossierNomme& dossier, const Moyens& moyens) {
    poster(db, {"soutien_retire", adresse_de(db, soutien), faits_de(soutien, dossier, moyens)},
           moyens);
}

void dire_au_porteur_qu_il_est_soutenu(storage::Writer& db, const membres::Soutien& soutien,
                                       const DossierNomme& dossier, const Moyens& moyens) {
    ecrire_au_porteur(db, {"soutien_accepte", faits_de(soutien, dossier, moyens)}, dossier, moyens);
}

}  // namespace grappe::teleservice
