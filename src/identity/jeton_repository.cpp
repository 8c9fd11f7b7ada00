// Every SQL statement about links sent by mail.
#include "identity/jeton.hpp"
#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"

namespace grappe::identity {
namespace {

constexpr storage::Statement insert_jeton{"jeton.creer", R"(
    INSERT INTO jeton (empreinte, objet, compte, courriel, expire_le, utilise_le)
    VALUES ($1, $2, $3, $4, $5, NULL))"};
constexpr storage::Statement select_jeton{"jeton.lire", R"(
    SELECT compte, courriel FROM jeton
    WHERE empreinte = $1 AND objet = $2 AND expire_le > $3 AND utilise_le IS NULL)"};
constexpr storage::Statement update_jeton{"jeton.consommer", R"(
    UPDATE jeton SET utilise_le = $3
    WHERE empreinte = $1 AND objet = $2 AND expire_le > $3 AND utilise_le IS NULL)"};
constexpr storage::Statement update_autres{"jeton.finir_les_autres", R"(
    UPDATE jeton SET utilise_le = $3
    WHERE objet = $2 AND utilise_le IS NULL
      AND compte = (SELECT compte FROM jeton WHERE empreinte = $1))"};
constexpr storage::Statement update_tous{"jeton.finir_tous", R"(
    UPDATE jeton SET utilise_le = $2 WHERE compte = $1 AND utilise_le IS NULL)"};
constexpr storage::Statement insert_inscription{"inscription.creer", R"(
    INSERT INTO inscription (empreinte, courriel, courriel_cle, nom, prenom, mot_de_passe,
                             expire_le, utilisee_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7, NULL))"};
constexpr storage::Statement select_inscription{"inscription.lire", R"(
    SELECT courriel, nom, prenom, mot_de_passe FROM inscription
    WHERE empreinte = $1 AND expire_le > $2 AND utilisee_le IS NULL)"};
// Other requests for the same address end too; their texts are no longer needed.
constexpr storage::Statement update_inscriptions{"inscription.consommer", R"(
    UPDATE inscription SET utilisee_le = $2, nom = '', prenom = '', mot_de_passe = ''
    WHERE courriel_cle = $1)"};

Jeton lire(const storage::Row& row) {
    return {.compte = row.get<std::string>("compte"),
            .courriel = row.get<std::optional<Courriel>>("courriel")};
}

Inscription lire_inscription(const storage::Row& row) {
    return {.courriel = row.get<Courriel>("courriel"),
            .nom = row.get<std::string>("nom"),
            .prenom = row.get<std::string>("prenom"),
            .mot_de_passe = row.get<std::string>("mot_de_passe")};
}

}  // namespace

std::string creer_jeton(storage::Writer& db, const NouveauJeton& nouveau) {
    const auto jeton = secret::jeton();
    db.run(insert_jeton, secret::empreinte(jeton), nouveau.objet, nouveau.compte, nouveau.courriel,
           nouveau.expire_le);
    return jeton;
}

std::optional<Jeton> lire_jeton(storage::Reader& db, ObjetDuJeton objet, std::string_view jeton,
                                core::Instant maintenant) {
    return db.one(select_jeton, lire, secret::empreinte(jeton), objet, maintenant);
}

bool consommer_jeton(storage::Writer& db, ObjetDuJeton objet, std::string_view jeton,
                     core::Instant maintenant) {
    const auto empreinte = secret::empreinte(jeton);
    if (db.run(update_jeton, empreinte, objet, maintenant) != 1) return false;
    db.run(update_autres, empreinte, objet, maintenant);
    return true;
}

void finir_les_jetons(storage::Writer& db, const std::string& compte, core::Instant maintenant) {
    db.run(update_tous, compte, maintenant);
}

std::string creer_inscription(storage::Writer& db, const Inscription& inscription,
                              core::Instant expire_le) {
    const auto jeton = secret::jeton();
    db.run(insert_inscription, secret::empreinte(jeton), inscription.courriel,
           inscription.courriel.cle(), inscription.nom, inscription.prenom,
           inscription.mot_de_passe, expire_le);
    return jeton;
}

std::optional<Inscription> consommer_inscription(storage::Writer& db, std::string_view jeton,
                                                 core::Instant maintenant) {
    auto inscription =
        db.one(select_inscription, lire_inscription, secret::empreinte(jeton), maintenant);
    if (inscription) db.run(update_inscriptions, inscription->courriel.cle(), maintenant);
    return inscription;
}

}  // namespace grappe::identity
