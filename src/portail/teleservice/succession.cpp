// Rows of successions, and becoming the porteur of a dossier.
#include "portail/teleservice/succession.hpp"

#include <algorithm>

#include "courrier/lettre.hpp"
#include "identity/compte.hpp"
#include "portail/membres/membre.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/teleservice/membres_vus.hpp"
#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"

namespace grappe::teleservice {
namespace {

using storage::Statement, storage::Row;

constexpr Statement finir{"succession.finir", R"(
    UPDATE succession SET close_le = $2 WHERE dossier = $1 AND close_le IS NULL)"};
constexpr Statement insert{"succession.ouvrir", R"(
    INSERT INTO succession (empreinte, dossier, courriel, ancien, par, cree_le, expire_le, compte,
                            close_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, NULL))"};
constexpr Statement select_du_dossier{"succession.du_dossier", R"(
    SELECT dossier, courriel, ancien, expire_le FROM succession
    WHERE dossier = $1 AND close_le IS NULL)"};
constexpr Statement select_du_jeton{"succession.lire", R"(
    SELECT dossier, courriel, ancien, expire_le FROM succession
    WHERE empreinte = $1 AND expire_le > $2 AND close_le IS NULL)"};
constexpr Statement select_attendues{"succession.attendues", R"(
    SELECT dossier, courriel, ancien, expire_le FROM succession
    WHERE (courriel = $1 OR courriel = $2) AND expire_le > $3 AND close_le IS NULL
    ORDER BY cree_le, dossier)"};
constexpr Statement noter_le_compte{"succession.accepter", R"(
    UPDATE succession SET compte = $2, close_le = $3 WHERE dossier = $1 AND close_le IS NULL)"};
constexpr Statement transmettre{"dossier.transmettre",
                                "UPDATE dossier SET compte = $2, modifie_le = $3 WHERE id = $1"};

Succession lire(const Row& row) {
    return {.dossier = row.get<std::string>("dossier"),
            .courriel = row.get<identity::Courriel>("courriel"),
            .ancien = row.get<std::string>("ancien"),
            .expire_le = row.get<core::Instant>("expire_le")};
}

core::Refusal perime() { return core::refuse(core::Reason::gone, "jeton.perime"); }

std::optional<DossierATransmettre> a_transmettre(storage::Reader& db, const std::string& id) {
    auto dossier = trouver(db, id);
    if (!dossier) return std::nullopt;
    auto nom = nom_du_dossier(contenu(db, id, dossier->version).value_or(""), *dossier);
    return DossierATransmettre{*std::move(dossier), std::move(nom)};
}

// That of the link, or the one sent to the account's own address.
std::optional<Succession> choisir(storage::Reader& db, const Demandeur& qui,
                                  const Acceptation& acceptation) {
    if (!acceptation.jeton.empty()) {
        auto lue =
            db.one(select_du_jeton, lire, secret::empreinte(acceptation.jeton), qui.maintenant);
        const bool autre =
            lue && !acceptation.dossier.empty() && lue->dossier != acceptation.dossier;
        return autre ? std::nullopt : std::move(lue);
    }
    auto attendue = succession_de(db, acceptation.dossier);
    const auto compte = identity::trouver_compte(db, qui.acteur.compte);
    const bool sienne = attendue && compte && compte->courriel.cle() == attendue->courriel.cle() &&
                        attendue->expire_le > qui.maintenant;
    return sienne ? std::move(attendue) : std::nullopt;
}

// The former porteur and the members learn whom they now deal with.
void annoncer(storage::Writer& db, const Succession& succession,
              const DossierATransmettre& transmis, const Moyens& moyens) {
    const rules::Faits faits{{"dossier", transmis.nom},
                             {"appel", transmis.dossier.appel},
                             {"site", moyens.adresse_publique}};
    std::vector<std::string> comptes = transmis.dossier.membres;
    comptes.push_back(succession.ancien);
    for (const auto& id : comptes) {
        const auto compte = identity::trouver_compte(db, id);
        if (!compte || compte->ferme || id == transmis.dossier.compte) continue;
        courrier::deposer(db,
                          courrier::composer(moyens.regles.phrases, "succession_faite",
                                             compte->courriel.text(), faits),
                          moyens.reel);
    }
}

}  // namespace

std::string ouvrir(storage::Writer& db, const NouvelleSuccession& nouvelle) {
    const auto& [succession, par, maintenant] = nouvelle;
    db.run(finir, succession.dossier, maintenant);
    auto jeton = secret::jeton();
    db.run(insert, secret::empreinte(jeton), succession.dossier, succession.courriel,
           succession.ancien, par, maintenant, succession.expire_le);
    return jeton;
}

std::optional<Succession> succession_de(storage::Reader& db, std::string_view dossier) {
    return db.one(select_du_dossier, lire, dossier);
}

std::vector<DossierATransmettre> successions_attendues(storage::Reader& db, const Demandeur& qui) {
    std::vector<DossierATransmettre> attendus;
    const auto compte = identity::trouver_compte(db, qui.acteur.compte);
    if (!compte || compte->role != access::Role::porteur) return attendus;
    const auto& courriel = compte->courriel;
    for (const auto& une : db.all(select_attendues, lire, courriel, courriel.cle(), qui.maintenant))
        if (auto trouve = a_transmettre(db, une.dossier)) attendus.push_back(*std::move(trouve));
    return attendus;
}

core::Result<DossierATransmettre> lire_succession(storage::Reader& db, std::string_view jeton,
                                                  core::Instant maintenant) {
    const auto lue = db.one(select_du_jeton, lire, secret::empreinte(jeton), maintenant);
    if (!lue) return perime();
    auto trouve = a_transmettre(db, lue->dossier);
    if (!trouve) return perime();
    return *std::move(trouve);
}

core::Result<Dossier> accepter_la_succession(storage::Writer& db, const Demandeur& qui,
                                             const Acceptation& acceptation, const Moyens& moyens) {
    if (!access::peut(qui.acteur, access::Permission::dossier_creer))
        return core::refuse(core::Reason::forbidden, "acces.interdit");
    const auto succession = choisir(db, qui, acceptation);
    auto transmis = succession ? a_transmettre(db, succession->dossier) : std::nullopt;
    if (!transmis && acceptation.jeton.empty())
        return core::refuse(core::Reason::not_found, "dossier.inconnu");
    if (!transmis) return perime();
    auto& dossier = transmis->dossier;
    if (std::find(dossier.membres.begin(), dossier.membres.end(), qui.acteur.compte) !=
        dossier.membres.end())
        return core::refuse(core::Reason::conflict, "succession.membre");
    db.run(noter_le_compte, dossier.id, qui.acteur.compte, qui.maintenant);
    db.run(transmettre, dossier.id, qui.acteur.compte, qui.maintenant);
    dossier.compte = qui.acteur.compte;
    noter(db, qui, {"porteur.accepter", objet_du_journal(dossier), "compte:" + succession->ancien});
    annoncer(db, *succession, *transmis, moyens);
    return std::move(dossier);
}

}  // namespace grappe::teleservice
