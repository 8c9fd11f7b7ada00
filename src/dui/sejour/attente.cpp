// Load, decide, save: a request, its pre-admission, its end.
#include "dui/sejour/attente.hpp"

#include "audit/journal.hpp"
#include "core/calendar.hpp"
#include "core/texte.hpp"
#include "dui/sejour/attente_repository.hpp"
#include "secret/hasard.hpp"

namespace grappe::sejour {
namespace {

core::Refusal refus(core::Reason raison, const char* code) { return core::refuse(raison, code); }

Demande nette(Demande demande) {
    for (auto* texte : {&demande.nom, &demande.prenom, &demande.contact, &demande.remarque})
        *texte = core::trimmed(std::string{*texte});
    return demande;
}

bool attend(EtatDAttente etat) {
    return etat == EtatDAttente::demande || etat == EtatDAttente::preadmission;
}

void noter_l_attente(storage::Writer& db, const Redacteur& redacteur, const char* acte,
                     const Attente& une) {
    audit::noter(db,
                 {.acteur = redacteur.qui.acteur.compte,
                  .acte = acte,
                  .objet = "etablissement:" + une.finess_et.text(),
                  .detail = une.id},
                 redacteur.maintenant.seconde());
}

core::Result<Attente> trouver(storage::Reader& db, const Redacteur& redacteur,
                              const std::string& id) {
    auto une = attente(db, id);
    if (!une ||
        !redacteur.qui.peut_a(access::Permission::dossier_usager_lire, une->finess_et.text()))
        return refus(core::Reason::not_found, "attente.inconnue");
    if (auto droit = peut_ecrire(redacteur.qui, une->finess_et.text()); !droit)
        return droit.error();
    if (!attend(une->etat)) return refus(core::Reason::rule_not_met, "attente.finie");
    return *std::move(une);
}

core::Result<Ecrit> remplacer_par(storage::Writer& db, const Redacteur& redacteur, Attente une,
                                  const char* acte) {
    ++une.version;
    une.touchee_le = redacteur.maintenant.seconde();
    if (!remplacer(db, une)) return refus(core::Reason::conflict, "attente.version");
    noter_l_attente(db, redacteur, acte, une);
    return Ecrit{{}, une.id, une.version};
}

}  // namespace

std::vector<Faute> fautes_de(const Demande& demande) {
    std::vector<Faute> fautes;
    if (core::trimmed(demande.nom).empty()) fautes.push_back({"nom", "attente.faute.nom"});
    if (core::trimmed(demande.prenom).empty()) fautes.push_back({"prenom", "attente.faute.prenom"});
    (void)jour_dit(demande.naissance, "naissance", fautes);
    const auto modalite = core::named<fait::Etat>(demande.modalite);
    if (!modalite || !fait::admet(fait::Type::sejour, *modalite))
        fautes.push_back({"modalite", "attente.faute.modalite"});
    (void)jour_dit(demande.souhaitee_le, "souhaitee_le", fautes);
    for (const auto& [chemin, texte] : {std::pair{"nom", &demande.nom},
                                        {"prenom", &demande.prenom},
                                        {"contact", &demande.contact},
                                        {"remarque", &demande.remarque}})
        if (core::caracteres(*texte) > texte_au_plus)
            fautes.push_back({chemin, "sejour.faute.long"});
    return fautes;
}

core::Date fin_de_conservation(const Attente& attente) {
    return core::plus_months(core::paris().day_of(attente.touchee_le), conservation_en_mois);
}

core::Result<Ecrit> inscrire(storage::Writer& db, const Redacteur& redacteur,
                             const Inscription& inscription) {
    if (!secret::est_un_identifiant(inscription.id))
        return refus(core::Reason::invalid, "attente.id");
    if (auto droit = peut_ecrire(redacteur.qui, inscription.finess_et.text()); !droit)
        return droit.error();
    auto demande = nette(inscription.demande);
    if (auto fautes = fautes_de(demande); !fautes.empty())
        return Ecrit{.fautes = std::move(fautes)};
    const auto deja = attente(db, inscription.id);
    if (deja && deja->finess_et == inscription.finess_et && deja->demande == demande)
        return Ecrit{{}, deja->id, deja->version};
    if (deja) {
        auto une = trouver(db, redacteur, inscription.id);
        if (!une) return une.error();
        auto suivante = *std::move(une);
        if (suivante.finess_et != inscription.finess_et)
            return refus(core::Reason::not_found, "attente.inconnue");
        if (suivante.version != inscription.vue)
            return refus(core::Reason::conflict, "attente.version");
        suivante.demande = std::move(demande);
        return remplacer_par(db, redacteur, std::move(suivante), "attente.corriger");
    }
    const Attente nouvelle{.id = inscription.id,
                           .version = 1,
                           .finess_et = inscription.finess_et,
                           .etat = EtatDAttente::demande,
                           .touchee_le = redacteur.maintenant.seconde(),
                           .demande = std::move(demande)};
    ajouter(db, nouvelle);
    noter_l_attente(db, redacteur, "attente.inscrire", nouvelle);
    return Ecrit{{}, nouvelle.id, 1};
}

core::Result<Ecrit> passer(storage::Writer& db, const Redacteur& redacteur,
                           const Passage& passage) {
    auto lue = trouver(db, redacteur, passage.id);
    if (!lue) return lue.error();
    auto une = *std::move(lue);
    if (une.version != passage.vue) return refus(core::Reason::conflict, "attente.version");
    if (passage.vers == une.etat || passage.vers == EtatDAttente::admise)
        return refus(core::Reason::rule_not_met, "attente.passage");
    const std::string motif{core::trimmed(passage.motif)};
    if (passage.vers == EtatDAttente::close && motif.empty())
        return Ecrit{.fautes = {{"motif", "attente.faute.motif"}}};
    if (core::caracteres(motif) > texte_au_plus)
        return Ecrit{.fautes = {{"motif", "sejour.faute.long"}}};
    une.etat = passage.vers;
    une.motif = motif;
    return remplacer_par(db, redacteur, std::move(une), "attente.passer");
}

core::Result<void> admise(storage::Writer& db, const Redacteur& redacteur, const std::string& id,
                          const std::string& sejour) {
    auto lue = trouver(db, redacteur, id);
    if (!lue) return lue.error();
    auto une = *std::move(lue);
    une.etat = EtatDAttente::admise;
    une.demande = {};
    une.sejour = sejour;
    if (auto ecrite = remplacer_par(db, redacteur, std::move(une), "attente.admettre"); !ecrite)
        return ecrite.error();
    return {};
}

std::size_t effacer_les_anciennes(storage::Writer& db, core::Instant maintenant) {
    const auto jour = core::paris().day_of(maintenant);
    const auto limite = core::plus_months(jour.plus_days(1), -conservation_en_mois);
    return effacer_avant(db, core::paris().start_of(limite));
}

}  // namespace grappe::sejour
