// The order made, its files taken, the answers of the bank.
#include "portail/ordre/emission.hpp"

#include <algorithm>

#include "portail/convention/argent_repository.hpp"
#include "portail/convention/avis.hpp"
#include "portail/convention/code.hpp"
#include "portail/convention/convention_repository.hpp"
#include "portail/convention/coordonnees.hpp"
#include "portail/convention/fonds.hpp"
#include "portail/dossier/texte_lu.hpp"
#include "portail/instruction/moyens.hpp"
#include "portail/membres/part.hpp"
#include "portail/ordre/bordereau.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/fiche_repository.hpp"
#include "portail/teleservice/journal.hpp"
#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"

namespace grappe::ordre {
namespace {

// As it was deposited; empty: the porteur gave none.
std::string finess_ej_de(storage::Reader& db, const teleservice::Depot& depot) {
    const auto contenu = teleservice::contenu(db, depot.dossier, depot.version);
    const dossier::TexteLu lu{contenu.value_or("")};
    return lu.arbre() == nullptr ? std::string{} : membres::porteur_de(*lu.arbre()).finess_ej;
}

// Of one payment: the account is opened, and the journal says for what.
struct Ouverture {
    const secret::Coffre& coffre;
    const std::string& reference;
};
struct Ouvert {
    Virement virement;
    std::string financeur;
};

Ouvert virement_de(storage::Writer& db, const Demandeur& qui, const Candidat& un,
                   const Ouverture& ouverture) {
    const auto compte = convention::ouvrir(db, ouverture.coffre, {un.convention, un.compte});
    teleservice::noter(db, qui,
                       {"coordonnees.ouvrir", "convention:" + un.convention, ouverture.reference});
    const auto convention = convention::trouver(db, un.convention);
    const auto fiche = teleservice::trouver_fiche(db, un.dossier);
    core::ensure(convention && fiche, "a valid payment has its agreement and its row of lists");
    const auto depot = convention::depot_de(db, *convention);
    const auto& [titulaire, iban, bic] = compte.reveal();
    return {{.id = un.versement,
             .beneficiaire = titulaire,
             .iban = iban,
             .bic = bic,
             .montant = un.montant,
             .objet = std::string{core::name_of(un.objet)},
             .convention = convention::code_de(*convention, depot.numero),
             .dossier = un.numero,
             .finess_ej = finess_ej_de(db, depot),
             .siret = fiche->siret},
            depot.financeur};
}

Fichier sceller(storage::Writer& db, const Ordre& ordre, const secret::Coffre& coffre,
                std::pair<Format, std::string> fait) {
    const auto& [format, octets] = fait;
    const Fichier fichier{format, secret::empreinte(octets),
                          static_cast<std::int64_t>(octets.size())};
    ajouter(db, ordre.id, FichierScelle{fichier, coffre.sceller(octets, "ordre:" + ordre.id)});
    return fichier;
}

core::Result<Ordre> lire_le_sien(storage::Reader& db, const Demandeur& qui, std::string_view id) {
    auto ordre = lire(db, qui, id);
    if (ordre && !peut_emettre(qui, ordre->guichet))
        return core::refuse(core::Reason::forbidden, "ordre.interdit");
    return ordre;
}

// What was paid nowhere: the porteur looks at its account, the desk asks again.
void avertir_du_rejet(storage::Writer& db, const Demandeur& qui,
                      const std::pair<const Ligne&, const convention::Versement&>& a,
                      const Moyens& moyens) {
    const auto& [ligne, versement] = a;
    const auto convention = convention::trouver(db, versement.convention);
    const auto dossier = teleservice::trouver(db, versement.dossier);
    core::ensure(convention && dossier, "a payment has its agreement and its dossier");
    const convention::Sujet sujet{*convention, *dossier};
    const auto objet = "courriel.paiement_rejete." + std::string{core::name_of(versement.objet)};
    const convention::AvisDeConvention avis{"paiement_rejete",
                                            {{"objet", moyens.regles.phrases.rendre(objet, {})},
                                             {"montant", versement.montant},
                                             {"fin", ligne.fin}}};
    const auto poste = teleservice::poste_de(moyens);
    convention::avertir_le_porteur(db, sujet, avis, poste);
    convention::avertir_le_guichet(db, {qui, sujet}, avis, poste);
}

core::Result<void> noter_une_ligne(storage::Writer& db, const Demandeur& qui,
                                   const std::pair<const Ligne&, convention::SortNote>& a,
                                   const Moyens& moyens) {
    const auto& [ligne, note] = a;
    convention::noter_le_sort(db, note);
    teleservice::noter(
        db, qui,
        {"ordre.repondre", "versement:" + ligne.versement, std::string{core::name_of(note.sort)}});
    if (note.sort == Sort::execute) return {};
    const auto versement = convention::trouver_versement(db, ligne.versement);
    core::ensure(versement.has_value(), "a line is of a payment");
    avertir_du_rejet(db, qui, {ligne, *versement}, moyens);
    return convention::revenir(db, qui, *versement);
}

}  // namespace

core::Result<Ordre> emettre(storage::Writer& db, const Demandeur& qui,
                            const std::vector<std::string>& versements,
                            const secret::Coffre& coffre) {
    const std::string guichet{qui.acteur.guichet()};
    if (!peut_emettre(qui, guichet)) return core::refuse(core::Reason::forbidden, "ordre.interdit");
    const auto choisis = choisir(candidats(db, guichet), versements);
    if (!choisis) return choisis.error();
    const Ordre ordre{.id = secret::identifiant(),
                      .guichet = guichet,
                      .numero = dernier_numero(db, guichet) + 1,
                      .emis_par = qui.acteur.compte,
                      .emis_le = qui.maintenant};
    ajouter(db, ordre);
    Bordereau bordereau{
        .reference = ordre.reference(), .payeur = {}, .emis_le = ordre.emis_le, .virements = {}};
    int rang = 0;
    for (const auto& un : *choisis) {
        ajouter(db, LigneAEcrire{ordre.id, ++rang, un.versement, un.compte});
        auto ouvert = virement_de(db, qui, un, {coffre, bordereau.reference});
        if (rang == 1) bordereau.payeur = std::move(ouvert.financeur);  // that of the desk
        bordereau.virements.push_back(std::move(ouvert.virement));
    }
    sceller(db, ordre, coffre, {Format::csv, en_csv(bordereau)});
    const auto fichier = sceller(db, ordre, coffre, {Format::xml, en_pain_001(bordereau)});
    teleservice::noter(
        db, qui,
        {"ordre.emettre", "ordre:" + ordre.id, bordereau.reference + " " + fichier.empreinte});
    return *trouver(db, ordre.id);
}

core::Result<Pris> prendre(storage::Writer& db, const Demandeur& qui, const Voulu& voulu,
                           const secret::Coffre& coffre) {
    const auto ordre = lire_le_sien(db, qui, voulu.ordre);
    if (!ordre) return ordre.error();
    const auto format = core::named<Format>(voulu.format);
    if (!format) return core::refuse(core::Reason::not_found, "ordre.format");
    const auto garde = fichier_de(db, ordre->id, *format);
    core::ensure(garde.has_value(), "an order has its files");
    auto octets = coffre.desceller(garde->scelle, "ordre:" + ordre->id);
    if (!octets) throw storage::Failure{"an order cannot be unsealed: " + octets.error().code};
    core::ensure(secret::empreinte(*octets) == garde->fichier.empreinte, "bytes as they were made");
    const bool copie = std::ranges::any_of(
        ordre->remises, [&](const Remise& une) { return une.format == *format; });
    ajouter(db, *ordre, Remise{*format, qui.acteur.compte, qui.maintenant});
    teleservice::noter(db, qui,
                       {copie ? "ordre.copier" : "ordre.remettre", "ordre:" + ordre->id,
                        std::string{voulu.format} + " " + garde->fichier.empreinte});
    return Pris{ordre->reference() + "." + std::string{voulu.format}, *std::move(octets), *format};
}

core::Result<Ordre> noter_la_reponse(storage::Writer& db, const Demandeur& qui,
                                     const Reponse& reponse, const Moyens& moyens) {
    const auto ordre = lire_le_sien(db, qui, reponse.ordre);
    if (!ordre) return ordre.error();
    const auto sort = core::named<Sort>(reponse.sort);
    if (!sort) return core::refuse(core::Reason::invalid, "ordre.sort");
    const auto motif = instruction::lire_texte_libre(reponse.motif);
    if (!motif) return motif.error();
    if (*sort == Sort::rejete && motif->empty())
        return core::refuse(core::Reason::invalid, "ordre.motif");
    if (reponse.vue && *reponse.vue != ordre->version())
        return core::refuse(core::Reason::conflict, "ordre.version_perimee",
                            std::to_string(ordre->version()));
    const auto lignes = concernees(*ordre, reponse.versement);
    if (!lignes) return lignes.error();
    for (const auto& une : *lignes) {
        const auto note = noter_une_ligne(
            db, qui, {une, {une.versement, *sort, *motif, qui.acteur.compte, qui.maintenant}},
            moyens);
        if (!note) return note.error();
    }
    return *trouver(db, ordre->id);
}

}  // namespace grappe::ordre
