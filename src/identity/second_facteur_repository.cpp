// Every SQL statement about second factors.
#include "identity/second_facteur.hpp"

namespace grappe::identity {
namespace {

constexpr storage::Statement select_facteur{
    "second_facteur.lire", "SELECT secret, dernier_pas FROM second_facteur WHERE compte = $1"};
constexpr storage::Statement delete_facteur{"second_facteur.retirer",
                                            "DELETE FROM second_facteur WHERE compte = $1"};
constexpr storage::Statement insert_facteur{"second_facteur.poser", R"(
    INSERT INTO second_facteur (compte, secret, etat, dernier_pas, ajoute_le)
    VALUES ($1, $2, 'actif', $3, $4))"};
constexpr storage::Statement update_pas{"second_facteur.pas", R"(
    UPDATE second_facteur SET dernier_pas = $2 WHERE compte = $1 AND dernier_pas < $2)"};
constexpr storage::Statement select_coffre{"coffre.marque",
                                           "SELECT marque FROM coffre WHERE numero = 1"};
constexpr storage::Statement insert_coffre{"coffre.noter",
                                           "INSERT INTO coffre (numero, marque) VALUES (1, $1)"};

struct Scelle {
    std::string secret;
    std::int64_t dernier_pas;
};

Scelle lire(const storage::Row& row) {
    return {row.get<std::string>("secret"), row.get<std::int64_t>("dernier_pas")};
}

}  // namespace

std::optional<SecondFacteur> lire_second_facteur(storage::Reader& db, const secret::Coffre& coffre,
                                                 const std::string& compte) {
    const auto scelle = db.one(select_facteur, lire, compte);
    if (!scelle) return std::nullopt;
    auto clair = coffre.desceller(scelle->secret, compte);
    if (!clair) throw storage::Failure{"a second factor cannot be unsealed: " + clair.error().code};
    return SecondFacteur{SecretTotp{std::move(clair).value()}, scelle->dernier_pas};
}

bool a_un_second_facteur(storage::Reader& db, const std::string& compte) {
    return db.one(select_facteur, lire, compte).has_value();
}

void poser_second_facteur(storage::Writer& db, const Moyens& moyens, const std::string& compte,
                          const SecondFacteur& facteur) {
    db.run(delete_facteur, compte);
    db.run(insert_facteur, compte, moyens.coffre.sceller(facteur.secret.reveal(), compte),
           facteur.dernier_pas, moyens.maintenant);
}

std::int64_t retirer_second_facteur(storage::Writer& db, const std::string& compte) {
    return db.run(delete_facteur, compte);
}

bool consommer_pas(storage::Writer& db, const std::string& compte, std::int64_t pas) {
    return db.run(update_pas, compte, pas) == 1;
}

core::Result<void> reconnaitre_le_coffre(storage::Writer& db, const secret::Coffre& coffre) {
    const auto marque = db.one(
        select_coffre, [](const storage::Row& row) { return row.get<std::string>("marque"); });
    if (!marque) {
        db.run(insert_coffre, coffre.marque());
    } else if (*marque != coffre.marque()) {
        return core::refuse(core::Reason::unavailable, "coffre.autre_cle");
    }
    return {};
}

}  // namespace grappe::identity
