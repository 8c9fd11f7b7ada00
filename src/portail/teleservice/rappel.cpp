// Reminders: which is due, to whom, and its mail.
#include "portail/teleservice/rappel.hpp"

#include <algorithm>
#include <chrono>

#include "core/integer.hpp"
#include "courrier/lettre.hpp"
#include "identity/compte.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/intervention.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/teleservice/rappel_repository.hpp"

namespace grappe::teleservice {
namespace {

using std::chrono::hours;

struct Echeance {
    core::Instant ferme_le, maintenant;
    const programme::Appel& appel;
};

std::string cloture(const Echeance& echeance) {
    const auto derniere = core::Instant::of(echeance.ferme_le.utc() - std::chrono::seconds{1});
    const auto texte = echeance.appel.fuseau.text(derniere);  // "2024-05-24T23:59:59+02:00"
    std::string jour;
    rules::ajouter_valeur(jour, echeance.appel.fuseau.day_of(derniere));
    return jour + " à " + texte.substr(11, 2) + " h " + texte.substr(14, 2);
}

struct Destinataire {
    std::string compte, objet;
    std::string_view code;  // of the mail
    std::string lien;
};

// The porteur, and the members whose agreement is missing.
std::vector<Destinataire> destinataires(const Etat& etat) {
    const auto& dossier = etat.dossier;
    std::vector<Destinataire> tous{
        {dossier.compte, objet_du_journal(dossier), "rappel_depot", "/dossiers/" + dossier.id}};
    for (const auto& vu : etat.membres)
        if (vu.membre.compte && !vu.d_accord())
            tous.push_back({*vu.membre.compte, "accord:" + vu.membre.id, "rappel_accord",
                            "/parts/" + dossier.id + "/" + vu.membre.finess_ej.text()});
    return tous;
}

// The reminder that is due and was not sent.
std::optional<RappelEnvoye> a_envoyer(storage::Reader& db, const Destinataire& a,
                                      const Echeance& echeance) {
    const auto jours =
        rappel_du(echeance.ferme_le, echeance.maintenant, jours_du_compte(db, a.compte));
    if (!jours) return std::nullopt;
    const RappelEnvoye rappel{a.compte, a.objet, echeance.ferme_le, *jours};
    if (deja_envoye(db, rappel)) return std::nullopt;
    const auto compte = identity::trouver_compte(db, a.compte);
    return compte && !compte->ferme ? std::optional{rappel} : std::nullopt;
}

struct Brouillon {
    Etat etat;
    Echeance echeance;
};

bool rappeler(storage::Writer& db, const Moyens& moyens, const Brouillon& brouillon,
              const Destinataire& a) {
    const auto& [etat, echeance] = brouillon;
    const auto rappel = a_envoyer(db, a, echeance);
    if (!rappel || !noter(db, *rappel, echeance.maintenant)) return false;
    const auto compte = identity::trouver_compte(db, a.compte);
    const rules::Faits faits{{"porteur", nom_du_dossier(etat.contenu.texte(), etat.dossier)},
                             {"appel", etat.dossier.appel},
                             {"cloture", cloture(echeance)},
                             {"lien", moyens.adresse_publique + a.lien},
                             {"site", moyens.adresse_publique}};
    courrier::deposer(
        db, courrier::composer(moyens.regles.phrases, a.code, compte->courriel.text(), faits),
        moyens.reel);
    return true;
}

// Nothing is judged of a draft whose call has no window that closes soon.
bool ferme_bientot(const programme::Appel& appel, core::Instant maintenant) {
    const auto horizon = core::Instant::of(maintenant.utc() + hours{24 * jours_au_plus});
    if (!appel.fenetres.definie()) return false;
    return std::any_of(appel.fenetres->begin(), appel.fenetres->end(), [&](const auto& fenetre) {
        return maintenant < fenetre.ferme_le && fenetre.ferme_le <= horizon;
    });
}

std::optional<Brouillon> juger(storage::Reader& db, std::string_view id, const Moyens& moyens,
                               core::Instant maintenant) {
    const auto dossier = trouver(db, id);
    if (!dossier || dossier->statut != Statut::brouillon) return std::nullopt;
    const auto* appel = moyens.regles.appel(dossier->appel, maintenant);
    const auto jusqu_au = ouvert_jusqu_au(db, dossier->id);
    const bool prolonge = jusqu_au && maintenant < *jusqu_au;
    if (!appel || !(prolonge || ferme_bientot(*appel, maintenant))) return std::nullopt;
    auto etat = etat_de(db, *dossier, moyens.regles, maintenant);
    const auto ferme_le = echeance_de(etat, *appel, maintenant);
    if (!ferme_le) return std::nullopt;
    return Brouillon{std::move(etat), {*ferme_le, maintenant, *appel}};
}

// Judged beside the writers, not before them: most rounds have nothing to write.
bool reste_a_rappeler(storage::Reader& db, std::string_view id, const Moyens& moyens,
                      core::Instant maintenant) {
    const auto brouillon = juger(db, id, moyens, maintenant);
    if (!brouillon) return false;
    const auto tous = destinataires(brouillon->etat);
    return std::any_of(tous.begin(), tous.end(), [&](const Destinataire& a) {
        return a_envoyer(db, a, brouillon->echeance).has_value();
    });
}

core::Result<int> rappeler_un(storage::Writer& db, std::string_view id, const Moyens& moyens,
                              core::Instant maintenant) {
    const auto brouillon = juger(db, id, moyens, maintenant);
    if (!brouillon) return 0;
    int envoyes = 0;
    for (const auto& a : destinataires(brouillon->etat))
        envoyes += rappeler(db, moyens, *brouillon, a) ? 1 : 0;
    return envoyes;
}

std::optional<core::Instant> fin_de_la_fenetre(const Etat& etat, const programme::Appel& appel,
                                               core::Instant maintenant) {
    const auto& verifie = etat.jugement.verifie;
    if (verifie && !verifie->analyse().recevabilite.comptes.empty()) {
        const auto& fenetre = verifie->analyse().recevabilite.fenetre;
        if (!fenetre || fenetre->fenetre->ferme_le <= maintenant) return std::nullopt;
        return fenetre->fenetre->ferme_le;
    }
    std::optional<core::Instant> prochaine;
    if (appel.fenetres.definie())
        for (const auto& fenetre : *appel.fenetres)
            if (maintenant < fenetre.ferme_le && (!prochaine || fenetre.ferme_le < *prochaine))
                prochaine = fenetre.ferme_le;
    return prochaine;
}

}  // namespace

const Jours& jours_habituels() {
    static const Jours jours{14, 3, 1};
    return jours;
}

std::optional<int> rappel_du(core::Instant ferme_le, core::Instant maintenant, const Jours& jours) {
    if (ferme_le <= maintenant) return std::nullopt;
    const auto reste = ferme_le.utc() - maintenant.utc();
    std::optional<int> du;
    for (const int jour : jours)
        if (reste <= hours{24 * jour} && (!du || jour < *du)) du = jour;
    return du;
}

core::Result<Jours> lire_les_jours(std::string_view texte) {
    Jours jours;
    const auto refus = core::refuse(core::Reason::invalid, "rappel.jours");
    while (!texte.empty()) {
        const auto virgule = std::min(texte.find(','), texte.size());
        const auto jour = core::integer<int>(texte.substr(0, virgule));
        if (!jour || *jour < 1 || *jour > jours_au_plus) return refus;
        jours.push_back(*jour);
        texte.remove_prefix(std::min(virgule + 1, texte.size()));
    }
    std::sort(jours.begin(), jours.end(), std::greater<>{});
    jours.erase(std::unique(jours.begin(), jours.end()), jours.end());
    return jours;
}

std::string ecrire_les_jours(const Jours& jours) {
    std::string texte;
    for (const int jour : jours)
        texte.append(texte.empty() ? "" : ",").append(std::to_string(jour));
    return texte;
}

Jours jours_du_compte(storage::Reader& db, std::string_view compte) {
    const auto choisis = preference(db, compte);
    if (!choisis) return jours_habituels();
    const auto lus = lire_les_jours(*choisis);
    return lus ? *lus : jours_habituels();
}

void choisir_les_jours(storage::Writer& db, const Demandeur& qui, const Jours& jours) {
    changer_preference(db, qui.acteur.compte, ecrire_les_jours(jours));
    noter(db, qui, {"rappel.choisir", "compte:" + qui.acteur.compte});
}

std::optional<core::Instant> echeance_de(const Etat& etat, const programme::Appel& appel,
                                         core::Instant maintenant) {
    const auto fenetre = fin_de_la_fenetre(etat, appel, maintenant);
    const auto& prolonge = etat.ouvert_jusqu_au;
    const bool plus_tard = prolonge && *prolonge > fenetre.value_or(maintenant);
    return plus_tard ? prolonge : fenetre;
}

int envoyer_les_rappels(storage::Base& base, const Moyens& moyens, core::Instant maintenant) {
    int envoyes = 0;
    const auto ids = base.read([](storage::Reader& db) { return brouillons(db); });
    for (const auto& id : ids) {
        const bool du = base.read(
            [&](storage::Reader& db) { return reste_a_rappeler(db, id, moyens, maintenant); });
        if (!du) continue;
        const auto fait = base.write(
            [&](storage::Writer& db) { return rappeler_un(db, id, moyens, maintenant); });
        envoyes += fait ? *fait : 0;
    }
    return envoyes;
}

}  // namespace grappe::teleservice
