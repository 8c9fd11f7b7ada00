// Sealed texts open for their owner, until their end.
#include "secret/scelle.hpp"

#include <doctest/doctest.h>

#include <chrono>

namespace core = grappe::core;
namespace secret = grappe::secret;

TEST_CASE("a sealed text opens for its owner until its end, and no longer") {
    const auto coffre = secret::Coffre::neuf();
    const auto fin = *core::Instant::parse("2024-05-24T12:00:00Z");
    const auto avant = core::Instant::of(fin.utc() - std::chrono::seconds{1});
    const auto scelle = secret::sceller_un_temps(coffre, {"clair", "a", fin});
    CHECK(secret::desceller_a_temps(coffre, scelle, "a", avant) == "clair");
    CHECK_FALSE(secret::desceller_a_temps(coffre, scelle, "a", fin));
    CHECK_FALSE(secret::desceller_a_temps(coffre, scelle, "b", avant));
    CHECK_FALSE(secret::desceller_a_temps(coffre, "", "a", avant));
    const auto vide = secret::sceller_un_temps(coffre, {"", "a", fin});
    CHECK(secret::desceller_a_temps(coffre, vide, "a", avant) == "");
}
