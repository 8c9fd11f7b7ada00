// Signing in. The password is tried between two transactions; the limits are looked at in both, so
// that a burst of attempts gains nothing.
#include "identity/connexion.hpp"

#include <algorithm>
#include <chrono>

#include "audit/journal.hpp"
#include "identity/limites.hpp"
#include "identity/second_facteur.hpp"
#include "secret/empreinte.hpp"
#include "secret/scelle.hpp"

namespace grappe::identity {
namespace {

core::Refusal non(const char* code) { return core::refuse(core::Reason::unauthenticated, code); }

// What counts failures: the account that was typed, existing or not, and the client's address. An
// empty one does not count.
class Compteurs {
public:
    Compteurs(const Moyens& moyens, std::string cle, std::string adresse)
        : moyens_{moyens}, cle_{std::move(cle)}, adresse_{std::move(adresse)} {}

    core::Result<void> verifier(storage::Reader& db) const {
        const bool plein =
            (!cle_.empty() && atteinte(db, moyens_, {Compteur::compte, cle_})) ||
            (!adresse_.empty() && atteinte(db, moyens_, {Compteur::adresse, adresse_}));
        if (plein) return core::refuse(core::Reason::too_many, "session.trop_d_essais");
        return {};
    }

    void compter_echec(storage::Writer& db) const {
        if (!cle_.empty()) compter(db, moyens_, {Compteur::compte, cle_});
        if (!adresse_.empty()) compter(db, moyens_, {Compteur::adresse, adresse_});
    }

    core::Refusal echec(const std::optional<Compte>& compte, const core::Refusal& refus) const {
        (void)moyens_.base.write([&](storage::Writer& db) -> core::Result<void> {
            compter_echec(db);
            audit::noter(db,
                         {.acteur = std::string{audit::personne},
                          .acte = "session.ouvrir",
                          .objet = compte ? "compte:" + compte->id : "",
                          .issue = audit::Issue::refuse,
                          .detail = refus.code},
                         moyens_.maintenant);
            return {};
        });
        return refus;
    }

private:
    const Moyens& moyens_;
    std::string cle_, adresse_;
};

// What the journal says of the way in; by password, nothing.
constexpr std::string_view par_openid = "openid";

// The password was right a moment ago, or the identity was known elsewhere, and the account has not
// changed since: sealed, so that a form can carry it from the password to the code.
constexpr std::string_view proprietaire_de_l_etape = "etape de connexion";
std::string sceller_l_etape(const Moyens& moyens, const Compte& compte, std::string_view par) {
    constexpr std::chrono::minutes duree{5};
    return secret::sceller_un_temps(
        moyens.coffre,
        {.clair = (secret::empreinte(compte.mot_de_passe) + compte.id).append("\n").append(par),
         .proprietaire = proprietaire_de_l_etape,
         .expire_le = core::Instant::of(moyens.reel.utc() + duree)});
}

struct Etape {
    std::string courriel, par;
};

std::optional<Etape> lire_l_etape(const Moyens& moyens, const std::string& etape) {
    const auto contenu =
        secret::desceller_a_temps(moyens.coffre, etape, proprietaire_de_l_etape, moyens.reel);
    const auto taille = secret::empreinte("").size();
    if (!contenu || contenu->size() <= taille) return std::nullopt;
    const auto fin = std::min(contenu->find('\n', taille), contenu->size());
    const auto compte = moyens.base.read([&](storage::Reader& db) {
        return trouver_compte(db, contenu->substr(taille, fin - taille));
    });
    if (!compte || contenu->substr(0, taille) != secret::empreinte(compte->mot_de_passe))
        return std::nullopt;
    return Etape{compte->courriel.text(), contenu->substr(std::min(fin + 1, contenu->size()))};
}

// What is known of an account before its password is tried.
struct Connu {
    std::optional<Compte> compte;
    std::optional<SecondFacteur> facteur;
};

core::Result<Connu> se_renseigner(const Moyens& moyens, const Compteurs& compteurs,
                                  const core::Result<Courriel>& courriel) {
    return moyens.base.read([&](storage::Reader& db) -> core::Result<Connu> {
        if (auto libre = compteurs.verifier(db); !libre) return libre.error();
        Connu connu;
        if (courriel) connu.compte = trouver_par_courriel(db, *courriel);
        if (connu.compte && connu.compte->ferme) connu.compte.reset();
        if (connu.compte) connu.facteur = lire_second_facteur(db, moyens.coffre, connu.compte->id);
        return connu;
    });
}

bool mot_de_passe_juste(const std::optional<Compte>& compte, const secret::Secret& tape) {
    if (compte) return secret::correspond(compte->mot_de_passe, tape);
    secret::faire_semblant(tape);
    return false;
}

struct Entree {
    const Compte& compte;
    std::optional<std::int64_t> pas;  // of the second factor
    std::string nouveau_hache;        // empty: the stored one is of today's parameters
    std::string par{};                // of the journal: "openid"; empty: by password
};

core::Result<NouvelleSession> entrer(const Moyens& moyens, const Compteurs& compteurs,
                                     const Entree& entree, const std::string& appareil) {
    const auto& compte = entree.compte;
    return moyens.base.write([&](storage::Writer& db) -> core::Result<NouvelleSession> {
        if (auto libre = compteurs.verifier(db); !libre) return libre.error();
        const auto present = trouver_compte(db, compte.id);
        if (!present || present->ferme || present->mot_de_passe != compte.mot_de_passe)
            return non("session.refusee");
        if (entree.pas && !consommer_pas(db, compte.id, *entree.pas))
            return non("session.code_refuse");
        if (!entree.nouveau_hache.empty()) changer_hache(db, compte.id, entree.nouveau_hache);
        auto session = ouvrir_session(db, compte.id, appareil, moyens.reel);
        audit::noter(db,
                     {.acteur = compte.id,
                      .acte = "session.ouvrir",
                      .objet = "compte:" + compte.id,
                      .detail = entree.par},
                     moyens.maintenant);
        return session;
    });
}

}  // namespace

core::Result<NouvelleSession> connecter(const Moyens& moyens, const DemandeDeSession& demande) {
    const auto prouve = lire_l_etape(moyens, demande.etape);
    const auto courriel = Courriel::parse(prouve ? prouve->courriel : demande.courriel);
    const Compteurs compteurs{moyens, courriel ? courriel->cle() : demande.courriel,
                              reseau_de(demande.origine.adresse)};
    const auto connu = se_renseigner(moyens, compteurs, courriel);
    if (!connu) return connu.error();
    const auto& [compte, facteur] = *connu;
    const bool juste =
        prouve ? compte.has_value() : mot_de_passe_juste(compte, demande.mot_de_passe);
    if (!juste) return compteurs.echec(compte, non("session.refusee"));
    Entree entree{*compte, std::nullopt, {}, prouve ? prouve->par : std::string{}};
    if (facteur || access::demande_un_second_facteur(compte->role)) {
        if (demande.code.empty() || !facteur)
            return core::refuse(core::Reason::unauthenticated, "second_facteur",
                                sceller_l_etape(moyens, *compte, entree.par));
        entree.pas = pas_du_code(facteur->secret, demande.code, moyens.reel);
        if (!entree.pas) return compteurs.echec(compte, non("session.code_refuse"));
    }
    if (!prouve && secret::a_rehacher(compte->mot_de_passe))
        entree.nouveau_hache = secret::hacher(demande.mot_de_passe);
    auto session = entrer(moyens, compteurs, entree, demande.origine.appareil);
    if (!session && session.error().code == "session.code_refuse")
        return compteurs.echec(compte, session.error());
    return session;
}

// Guesses of the password cannot lock this door: only the client's address is counted.
core::Result<NouvelleSession> connecter_reconnu(const Moyens& moyens, const Reconnu& reconnu) {
    const Compteurs compteurs{moyens, {}, reseau_de(reconnu.origine.adresse)};
    const auto connu = moyens.base.read([&](storage::Reader& db) -> core::Result<Connu> {
        if (auto libre = compteurs.verifier(db); !libre) return libre.error();
        Connu lu{.compte = trouver_compte(db, reconnu.compte)};
        if (lu.compte && lu.compte->ferme) lu.compte.reset();
        if (lu.compte) lu.facteur = lire_second_facteur(db, moyens.coffre, lu.compte->id);
        return lu;
    });
    if (!connu) return connu.error();
    const auto& [compte, facteur] = *connu;
    if (!compte) return compteurs.echec(compte, non("openid.inconnue"));
    const bool a_demander = facteur || access::demande_un_second_facteur(compte->role);
    if (a_demander && reconnu.second_facteur == SecondFacteurAilleurs::non_prouve)
        return core::refuse(core::Reason::unauthenticated, "second_facteur",
                            sceller_l_etape(moyens, *compte, par_openid));
    return entrer(moyens, compteurs, {*compte, std::nullopt, {}, std::string{par_openid}},
                  reconnu.origine.appareil);
}

bool quitter(const Moyens& moyens, const std::string& compte, const std::string& session) {
    return *moyens.base.write([&](storage::Writer& db) -> core::Result<bool> {
        if (fermer_session(db, compte, session) == 0) return false;
        audit::noter(db,
                     {.acteur = compte, .acte = "session.fermer", .objet = "session:" + session},
                     moyens.maintenant);
        return true;
    });
}

void quitter_les_autres(const Moyens& moyens, const std::string& compte,
                        const std::string& session) {
    (void)moyens.base.write([&](storage::Writer& db) -> core::Result<void> {
        fermer_les_autres(db, compte, session);
        audit::noter(
            db,
            {.acteur = compte, .acte = "session.fermer_les_autres", .objet = "compte:" + compte},
            moyens.maintenant);
        return {};
    });
}

core::Result<void> confirmer_mot_de_passe(const Moyens& moyens, const Compte& compte,
                                          const secret::Secret& mot_de_passe) {
    const Compteurs compteurs{moyens, compte.courriel.cle(), {}};
    const auto libre =
        moyens.base.read([&](storage::Reader& db) { return compteurs.verifier(db); });
    if (!libre) return libre.error();
    if (secret::correspond(compte.mot_de_passe, mot_de_passe)) return {};
    return compteurs.echec(compte, core::refuse(core::Reason::invalid, "mot_de_passe.faux"));
}

core::Result<Compte> confirmer_mot_de_passe(const Moyens& moyens, std::string_view compte,
                                            const secret::Secret& mot_de_passe) {
    auto lu = moyens.base.read(
        [&](storage::Reader& db) { return trouver_compte(db, std::string{compte}); });
    if (!lu) return core::refuse(core::Reason::not_found, "compte.inconnu");
    if (auto juste = confirmer_mot_de_passe(moyens, *lu, mot_de_passe); !juste)
        return juste.error();
    return *std::move(lu);
}

}  // namespace grappe::identity
