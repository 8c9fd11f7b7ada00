// A stay that is still open after a death, wherever it is and however it was corrected.
#include "dui/colonnes/sejours_ouverts.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "dui/colonnes/entretien.hpp"
#include "dui/magasin/faits_repository.hpp"
#include "storage/test_bases.hpp"

namespace grappe::colonnes {
namespace {

using fait::Type;

fait::Fait un_fait(Type type, const std::string& finess, std::optional<fait::Repere> fin) {
    fait::Fait un{.id = type == Type::personne ? "p1" : "s1",
                  .type = type,
                  .finess_et = core::Finess::parse(finess).value(),
                  .debut = 0,
                  .fin = fin};
    if (type == Type::sejour) un.personnes = {"p1"};
    return un;
}

}  // namespace

TEST_CASE("a death and an open stay are brought together, as they were last said") {
    const auto dossier = std::filesystem::temp_directory_path() / "grappe-sejours-ouverts-essai";
    storage::on_every_dui([&](storage::Base& base) {
        std::filesystem::remove_all(dossier);
        std::filesystem::create_directory(dossier);
        std::int64_t numero = 0;
        const auto dire = [&](std::int64_t version, const fait::Fait& fait) {
            const std::vector<magasin::Version> une{
                {.numero = ++numero, .version = version, .enregistrement = numero, .fait = fait}};
            REQUIRE(base.write([&](storage::Writer& db) -> core::Result<void> {
                (void)magasin::marque(db);
                magasin::ajouter(db, une);
                return {};
            }));
            return base.read([&](storage::Reader& db) {
                const std::vector<std::string> elle{"p0", "p1"};
                return ouverts_apres_leur_deces(a_jour(db, dossier.string()), elle) ==
                       Personnes{"p1"};
            });
        };
        CHECK_FALSE(dire(1, un_fait(Type::personne, "330000001", 20'000)));
        CHECK(dire(1, un_fait(Type::sejour, "010000024", std::nullopt)));
        CHECK_FALSE(dire(2, un_fait(Type::sejour, "010000024", 20'000)));
        CHECK(dire(3, un_fait(Type::sejour, "010000024", std::nullopt)));
        CHECK_FALSE(dire(2, un_fait(Type::personne, "330000001", std::nullopt)));
    });
    std::filesystem::remove_all(dossier);
}

}  // namespace grappe::colonnes
