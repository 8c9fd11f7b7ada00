// Counting of attempts; an old one is forgotten when a new one comes.
#include <chrono>

#include "core/ensure.hpp"
#include "identity/limites.hpp"

namespace grappe::identity {
namespace {

using namespace std::chrono_literals;

struct Regle {
    std::string_view nom;
    std::int64_t au_plus;
    std::chrono::minutes duree;
};

constexpr std::chrono::minutes la_plus_longue = 1h;

Regle regle_de(Compteur compteur) {
    switch (compteur) {
        case Compteur::compte:
            return {"compte:", 10, 15min};
        case Compteur::adresse:
            return {"adresse:", 100, 15min};
        case Compteur::boite:
            return {"boite:", 10, la_plus_longue};
        case Compteur::demandes:
            return {"demandes:", 1000, 15min};
        case Compteur::ailleurs:
            return {"ailleurs:", 30, 15min};
        case Compteur::partage:
            return {"partage:", 20, 15min};
    }
    core::ensure(false, "counter without a rule");
    return {};
}

constexpr storage::Statement select_nombre{"tentative.nombre", R"(
    SELECT COUNT(*) AS nombre FROM tentative WHERE cle = $1 AND instant > $2 AND instant <= $3)"};
constexpr storage::Statement insert{"tentative.ajouter",
                                    "INSERT INTO tentative (cle, instant) VALUES ($1, $2)"};
constexpr storage::Statement delete_vieilles{
    "tentative.oublier", "DELETE FROM tentative WHERE cle = $1 AND instant <= $2"};

std::string cle_de(const Moyens& moyens, const Limite& limite) {
    return moyens.coffre.empreinte(
        std::string{regle_de(limite.compteur).nom}.append(limite.valeur));
}

core::Instant avant(core::Instant maintenant, std::chrono::minutes duree) {
    return core::Instant::of(maintenant.utc() - duree);
}

}  // namespace

bool atteinte(storage::Reader& db, const Moyens& moyens, const Limite& limite) {
    const auto regle = regle_de(limite.compteur);
    const auto nombre = db.one(
        select_nombre, [](const storage::Row& row) { return row.get<std::int64_t>("nombre"); },
        cle_de(moyens, limite), avant(moyens.maintenant, regle.duree), moyens.maintenant);
    return nombre.value_or(0) >= regle.au_plus;
}

void compter(storage::Writer& db, const Moyens& moyens, const Limite& limite) {
    const auto cle = cle_de(moyens, limite);
    db.run(delete_vieilles, cle, avant(moyens.maintenant, la_plus_longue));
    db.run(insert, cle, moyens.maintenant);
}

std::string reseau_de(std::string_view adresse) {
    if (adresse.find(':') == std::string_view::npos) return std::string{adresse};
    if (adresse.starts_with("::ffff:")) return std::string{adresse.substr(7)};
    constexpr int groupes_du_reseau = 4;
    std::size_t fin = adresse.find(':');
    for (int groupe = 1; groupe < groupes_du_reseau && fin != std::string_view::npos; ++groupe)
        fin = adresse.find(':', fin + 1);
    return std::string{adresse.substr(0, fin)};
}

}  // namespace grappe::identity
