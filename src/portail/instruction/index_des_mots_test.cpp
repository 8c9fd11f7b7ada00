// Words of rows, found by their beginning.
#include "portail/instruction/index_des_mots.hpp"

#include <doctest/doctest.h>

#include <set>

namespace grappe::instruction {
namespace {

IndexDesMots::Ligne ligne(std::string texte) {
    const auto jamais = core::Instant::of({});
    return std::make_shared<const teleservice::FicheCherchee>(teleservice::FicheCherchee{
        {.statut = teleservice::Statut::depose, .depose_le = jamais, .change_le = jamais},
        std::move(texte)});
}

std::set<std::uint32_t> places(const IndexDesMots& index, std::string_view debut) {
    std::set<std::uint32_t> trouvees;
    index.chaque(debut, [&](std::uint32_t place) { trouvees.insert(place); });
    return trouvees;
}

}  // namespace

TEST_CASE("a word is found by its beginning, not by its middle") {
    const IndexDesMots index{
        {ligne(" les tilleuls 99990 "), ligne(" le tilleul "), ligne(""), ligne(" tille  les ")}};
    CHECK(places(index, "tilleul") == std::set<std::uint32_t>{0, 1});
    CHECK(places(index, "les") == std::set<std::uint32_t>{0, 3});
    CHECK(places(index, "le") == std::set<std::uint32_t>{0, 1, 3});
    CHECK(places(index, "leuls").empty());
    CHECK(places(index, "zz").empty());
    CHECK(places(IndexDesMots{}, "le").empty());
    CHECK(a_un_mot(" les tilleuls ", "till"));
    CHECK_FALSE(a_un_mot(" les tilleuls ", "illeul"));
}

}  // namespace grappe::instruction
