// A try is counted before it is made, and given back when it was right: a burst gains nothing.
#include "dui/appareil/relais.hpp"

#include <algorithm>
#include <chrono>

#include "audit/journal.hpp"
#include "dui/appareil/appareils_repository.hpp"
#include "dui/transmission/transmission.hpp"
#include "identity/limites.hpp"

namespace grappe::appareil {
namespace {

using namespace std::chrono_literals;
using identity::Moyens, identity::NouvelleSession;
using storage::Reader, storage::Writer;

core::Instant dans(core::Instant instant, std::chrono::seconds duree) {
    return core::Instant::of(instant.utc() + duree);
}

core::Refusal bloque() { return core::refuse(core::Reason::forbidden, "relais.bloque"); }

std::string empreinte_du_badge(const Moyens& moyens, std::string_view badge) {
    return moyens.coffre.empreinte(std::string{"badge:"}.append(badge));
}

bool est_facile(std::string_view pin) {
    for (const int pas : {-1, 0, 1}) {
        bool suit = true;
        for (std::size_t n = 1; n < pin.size(); ++n) suit = suit && pin[n] - pin[n - 1] == pas;
        if (suit) return true;
    }
    return false;
}

core::Result<void> verifier(Reader& db, const identity::Presence& qui, const Ouverture& voulue) {
    if (!qui.partage.empty())
        return core::refuse(core::Reason::forbidden, "relais.connexion_complete");
    if (access::demande_un_second_facteur(qui.acteur.role))
        return core::refuse(core::Reason::forbidden, "relais.second_facteur");
    if (!acces::professionnel(db, qui.acteur)
             .peut_a(access::Permission::dossier_usager_lire, voulue.appareil.finess_et))
        return core::refuse(core::Reason::forbidden, "dui.etablissement_interdit");
    return {};
}

// What a right code opens: the session of one person, no longer than the shift.
struct Passage {
    std::string appareil, compte;
    core::Instant fin;
};

NouvelleSession passer(Writer& db, const Moyens& moyens, const Passage& passage) {
    rendre_les_essais(db, passage.compte);
    auto session = identity::ouvrir_session(
        db, {.compte = passage.compte, .appareil = passage.appareil, .fin = passage.fin},
        moyens.reel);
    audit::noter(db,
                 {.acteur = passage.compte,
                  .acte = "relais.prendre",
                  .objet = "appareil:" + passage.appareil},
                 moyens.maintenant);
    return session;
}

// Who tries, once the try is counted.
struct Essai {
    Appareil appareil;
    Code code;
    core::Instant fin;
};

core::Result<Essai> compter_l_essai(Writer& db, const Moyens& moyens, const Prise& prise) {
    const auto la = reconnaitre(db, prise.appareil);
    if (!la) return core::refuse(core::Reason::not_found, "appareil.inconnu");
    const identity::Limite limite{identity::Compteur::partage, la->id};
    if (identity::atteinte(db, moyens, limite))
        return core::refuse(core::Reason::too_many, "session.trop_d_essais");
    const auto code = prise.badge.empty()
                          ? code_de(db, prise.compte)
                          : code_du_badge(db, empreinte_du_badge(moyens, prise.badge));
    if (!code) return Essai{*la, {}, moyens.reel};
    const auto fin = relais_jusqu_a(db, la->id, code->compte, moyens.reel);
    const auto compte = identity::trouver_compte(db, code->compte);
    if (!fin || !compte || compte->ferme || !consommer_un_essai(db, code->compte)) return bloque();
    return Essai{*la, *code, *fin};
}

core::Refusal echouer(const Moyens& moyens, const Essai& essai) {
    const auto refus = core::refuse(core::Reason::unauthenticated, "relais.refuse");
    (void)moyens.base.write([&](Writer& db) -> core::Result<void> {
        identity::compter(db, moyens, {identity::Compteur::partage, essai.appareil.id});
        audit::noter(db,
                     {.acteur = std::string{audit::personne},
                      .acte = "relais.prendre",
                      .objet = essai.code.compte.empty() ? "" : "compte:" + essai.code.compte,
                      .issue = audit::Issue::refuse,
                      .detail = refus.code},
                     moyens.maintenant);
        return {};
    });
    return refus;
}

}  // namespace

core::Instant fin_du_relais(core::Instant reel) {
    auto fin = dans(reel, 1h);
    const auto poste = transmission::poste_de(fin);
    while (transmission::poste_de(fin) == poste) fin = dans(fin, 15min);
    return dans(fin, 1h);
}

core::Result<void> verifier_le_pin(std::string_view pin) {
    const auto chiffre = [](char c) { return c >= '0' && c <= '9'; };
    if (pin.size() != chiffres_du_pin || !std::ranges::all_of(pin, chiffre))
        return core::refuse(core::Reason::invalid, "relais.pin_forme");
    if (est_facile(pin)) return core::refuse(core::Reason::invalid, "relais.pin_facile");
    return {};
}

core::Result<void> verifier_le_badge(std::string_view badge) {
    constexpr std::size_t au_moins = 6, au_plus = 64;
    const auto visible = [](char c) { return c > ' ' && c < '\x7f'; };
    if (badge.size() < au_moins || badge.size() > au_plus || !std::ranges::all_of(badge, visible))
        return core::refuse(core::Reason::invalid, "relais.badge_forme");
    return {};
}

core::Result<NouvelleSession> ouvrir(const Moyens& moyens, const identity::Presence& qui,
                                     const Ouverture& voulue) {
    if (auto sain = verifier_le_pin(voulue.pin.reveal()); !sain) return sain.error();
    if (!voulue.badge.empty())
        if (auto sain = verifier_le_badge(voulue.badge); !sain) return sain.error();
    const auto hache = secret::hacher(voulue.pin);
    const auto badge =
        voulue.badge.empty() ? std::string{} : empreinte_du_badge(moyens, voulue.badge);
    const auto& compte = qui.acteur.compte;
    return moyens.base.write([&](Writer& db) -> core::Result<NouvelleSession> {
        if (auto sain = verifier(db, qui, voulue); !sain) return sain.error();
        if (!trouver(db, voulue.appareil.id))
            return core::refuse(core::Reason::not_found, "appareil.inconnu");
        const auto tenu = code_du_badge(db, badge);
        if (!badge.empty() && tenu && tenu->compte != compte)
            return core::refuse(core::Reason::conflict, "relais.badge_pris");
        const auto fin = fin_du_relais(moyens.reel);
        poser_le_code(db, {compte, hache}, badge);
        ouvrir_le_relais(db, voulue.appareil.id, compte, fin);
        identity::fermer_session(db, compte, voulue.session);
        audit::noter(
            db,
            {.acteur = compte, .acte = "relais.ouvrir", .objet = "appareil:" + voulue.appareil.id},
            moyens.maintenant);
        return passer(db, moyens, {voulue.appareil.id, compte, fin});
    });
}

core::Result<NouvelleSession> prendre(const Moyens& moyens, const Prise& prise) {
    const core::Result<Essai> essai =
        moyens.base.write([&](Writer& db) { return compter_l_essai(db, moyens, prise); });
    if (!essai) return essai.error();
    const bool inconnu = essai->code.compte.empty();
    if (inconnu && prise.badge.empty()) secret::faire_semblant(prise.pin);
    const bool juste =
        !inconnu && (!prise.badge.empty() || secret::correspond(essai->code.pin, prise.pin));
    if (!juste) return echouer(moyens, *essai);
    return moyens.base.write([&](Writer& db) -> core::Result<NouvelleSession> {
        const auto& [appareil, code, fin] = *essai;
        const auto present = code_de(db, code.compte);
        if (!trouver(db, appareil.id) || !present || present->pin != code.pin) return bloque();
        if (const auto avant = identity::retrouver(db, prise.precedente, moyens.reel))
            identity::fermer_session(db, avant->acteur.compte, avant->session);
        return passer(db, moyens, {appareil.id, code.compte, fin});
    });
}

}  // namespace grappe::appareil
