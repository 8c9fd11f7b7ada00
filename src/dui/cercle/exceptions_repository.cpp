// Every SQL statement about exceptional accesses and their reviews.
#include "dui/cercle/exceptions_repository.hpp"

namespace grappe::cercle {
namespace {

using storage::Row, storage::Statement;

constexpr Statement ajouter_exception{"exception.ajouter", R"(
    INSERT INTO acces_exceptionnel (id, finess_et, personne, compte, motif, ouvert_le, finit_le)
    VALUES ($1, $2, $3, $4, $5, $6, $7))"};
constexpr Statement ajouter_revue{"exception.revoir", R"(
    INSERT INTO revue_d_acces (ouverture, revu_par, revu_le, avis, remarque)
    VALUES ($1, $2, $3, $4, $5))"};
constexpr Statement lire_une{"exception.une", R"(
    SELECT a.*, r.revu_par, r.revu_le, r.avis, r.remarque
    FROM acces_exceptionnel a LEFT JOIN revue_d_acces r ON r.ouverture = a.id WHERE a.id = $1)"};
constexpr Statement lire_sur{"exception.sur", R"(
    SELECT a.*, r.revu_par, r.revu_le, r.avis, r.remarque
    FROM acces_exceptionnel a LEFT JOIN revue_d_acces r ON r.ouverture = a.id
    WHERE a.personne = $1 ORDER BY a.ouvert_le DESC, a.id LIMIT $2)"};
constexpr Statement lire_a_revoir{"exception.a_revoir", R"(
    SELECT a.*, r.revu_par, r.revu_le, r.avis, r.remarque
    FROM acces_exceptionnel a LEFT JOIN revue_d_acces r ON r.ouverture = a.id
    WHERE a.finess_et = $1 AND r.ouverture IS NULL ORDER BY a.ouvert_le, a.id LIMIT $2)"};

Exception lue(const Row& row) {
    Exception une{.id = row.get<std::string>("id"),
                  .finess_et = row.get<std::string>("finess_et"),
                  .personne = row.get<std::string>("personne"),
                  .compte = row.get<std::string>("compte"),
                  .motif = row.get<std::string>("motif"),
                  .ouvert_le = row.get<core::Instant>("ouvert_le"),
                  .finit_le = row.get<core::Instant>("finit_le")};
    if (auto par = row.get<std::optional<std::string>>("revu_par"))
        une.revue = Revue{.par = *std::move(par),
                          .le = row.get<core::Instant>("revu_le"),
                          .avis = row.get<Avis>("avis"),
                          .remarque = row.get<std::string>("remarque")};
    return une;
}

}  // namespace

void ajouter(storage::Writer& db, const Exception& une) {
    db.run(ajouter_exception, une.id, une.finess_et, une.personne, une.compte, une.motif,
           une.ouvert_le, une.finit_le);
}

void ajouter(storage::Writer& db, const std::string& exception, const Revue& revue) {
    db.run(ajouter_revue, exception, revue.par, revue.le, revue.avis, revue.remarque);
}

std::vector<Exception> exceptions_sur(storage::Reader& db, std::string_view personne,
                                      std::int64_t combien) {
    return db.all(lire_sur, lue, personne, combien);
}

std::vector<Exception> a_revoir(storage::Reader& db, std::string_view finess_et,
                                std::int64_t combien) {
    return db.all(lire_a_revoir, lue, finess_et, combien);
}

std::optional<Exception> trouver_l_exception(storage::Reader& db, const std::string& id) {
    return db.one(lire_une, lue, id);
}

}  // namespace grappe::cercle
