// Reminders: which is due, to whom, and its mail.
#include "portail/teleservice/rappel.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "audit/journal.hpp"
#include "courrier/lettre.hpp"
#include "identity/compte.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/intervention.hpp"
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

class Tournee {
public:
    Tournee(storage::Writer& db, const Moyens& moyens, const Etat& etat, const Echeance& echeance)
        : db_{db}, moyens_{moyens}, etat_{etat}, echeance_{echeance} {}

    int faire() {
        const auto& dossier = etat_.dossier;
        int envoyes = rappeler(
            {dossier.compte, objet_du_journal(dossier), "rappel_depot", "/dossiers/" + dossier.id});
        for (const auto& vu : etat_.membres)
            if (vu.membre.compte && !vu.d_accord())
                envoyes += rappeler({*vu.membre.compte, "accord:" + vu.membre.id, "rappel_accord",
                                     "/parts/" + dossier.id + "/" + vu.membre.finess_ej.text()});
        return envoyes;
    }

private:
    int rappeler(const Destinataire& a) {
        const auto jours =
            rappel_du(echeance_.ferme_le, echeance_.maintenant, jours_du_compte(db_, a.compte));
        if (!jours) return 0;
        const auto compte = identity::trouver_compte(db_, a.compte);
        if (!compte || compte->ferme) return 0;
        if (!noter(db_, {a.compte, a.objet, echeance_.ferme_le, *jours}, echeance_.maintenant))
            return 0;
        const rules::Faits faits{{"porteur", nom_du_dossier(etat_.contenu, etat_.dossier)},
                                 {"appel", etat_.dossier.appel},
                                 {"cloture", cloture(echeance_)},
                                 {"lien", moyens_.adresse_publique + a.lien},
                                 {"site", moyens_.adresse_publique}};
        courrier::deposer(
            db_, courrier::composer(moyens_.regles.phrases, a.code, compte->courriel.text(), faits),
            moyens_.reel);
        return 1;
    }

    storage::Writer& db_;
    const Moyens& moyens_;
    const Etat& etat_;
    const Echeance& echeance_;
};

// Nothing is judged of a draft whose call has no window that closes soon.
bool ferme_bientot(const programme::Appel& appel, core::Instant maintenant) {
    const auto horizon = core::Instant::of(maintenant.utc() + hours{24 * jours_au_plus});
    if (!appel.fenetres.definie()) return false;
    return std::any_of(appel.fenetres->begin(), appel.fenetres->end(), [&](const auto& fenetre) {
        return maintenant < fenetre.ferme_le && fenetre.ferme_le <= horizon;
    });
}

core::Result<int> rappeler_un(storage::Writer& db, std::string_view id, const Moyens& moyens,
                              core::Instant maintenant) {
    const auto dossier = trouver(db, id);
    if (!dossier || dossier->statut != Statut::brouillon) return 0;
    const auto* appel = moyens.regles.appel(dossier->appel, maintenant);
    const bool prolonge = ouvert_jusqu_au(db, dossier->id).has_value();
    if (!appel || !(prolonge || ferme_bientot(*appel, maintenant))) return 0;
    const auto etat = etat_de(db, *dossier, moyens.regles, maintenant);
    const auto ferme_le = echeance_de(etat, *appel, maintenant);
    if (!ferme_le) return 0;
    return Tournee{db, moyens, etat, {*ferme_le, maintenant, *appel}}.faire();
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
        int jour = 0;
        const auto lu = std::from_chars(texte.data(), texte.data() + virgule, jour);
        if (lu.ec != std::errc{} || lu.ptr != texte.data() + virgule) return refus;
        if (jour < 1 || jour > jours_au_plus) return refus;
        jours.push_back(jour);
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
    audit::noter(db,
                 {.acteur = qui.acteur.compte,
                  .acte = "rappel.choisir",
                  .objet = "compte:" + qui.acteur.compte},
                 qui.maintenant);
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
        const auto fait = base.write(
            [&](storage::Writer& db) { return rappeler_un(db, id, moyens, maintenant); });
        envoyes += fait ? *fait : 0;
    }
    return envoyes;
}

}  // namespace grappe::teleservice
