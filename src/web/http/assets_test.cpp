// Static files: addresses, caching, compression, and nothing outside the folder.
#include "web/http/assets.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

#include "core/ensure.hpp"
#include "web/http/exchange.hpp"
#include "web/http/gzip.hpp"

using grappe::http::Assets, grappe::http::Request, grappe::http::Routes;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path = fs::temp_directory_path() / ("grappe-actifs-" + std::to_string(getpid()));

    Folder() {
        fs::create_directories(path / "dsfr");
        std::ofstream{path / "dsfr/style.css"} << std::string(5000, 'a');
        std::ofstream{path / "image.png"} << "PNG";
        std::ofstream{path.string() + ".secret"} << "secret";
        fs::create_symlink(path.string() + ".secret", path / "lien.txt");
    }
    ~Folder() {
        fs::remove_all(path);
        fs::remove(path.string() + ".secret");
    }
};

struct Site {
    Folder folder{};
    Assets assets{folder.path};
    Routes routes{};

    Site() { add_asset_routes(routes, assets); }

    grappe::http::Response get(const std::string& target, const std::string& name = {},
                               const std::string& value = {}) {
        auto request = *Request::of(grappe::http::Method::get, target, "");
        request.head = name + value;
        request.fields = {{0, static_cast<std::uint32_t>(name.size()),
                           static_cast<std::uint32_t>(name.size()),
                           static_cast<std::uint32_t>(value.size())}};
        auto match = routes.find(request.method, request.target);
        request.path_parameters = std::move(match.parameters);
        return answer(routes, {.route = match.route}, request, {});
    }
};

}  // namespace

TEST_CASE("the address of this version is kept for ever, another one is asked again") {
    Site site;
    const auto address = site.assets.address("dsfr/style.css");
    CHECK(site.get(address).content() == std::string(5000, 'a'));
    CHECK(site.get(address).cache == "public, max-age=31536000, immutable");
    CHECK(site.get("/actifs/0/dsfr/style.css").cache == "no-cache");
}

TEST_CASE("a text is sent compressed to those who accept it") {
    Site site;
    const auto response =
        site.get(site.assets.address("dsfr/style.css"), "Accept-Encoding", "gzip");
    CHECK(response.content().size() < 100);
    CHECK(response.content().starts_with("\x1f\x8b"));
    CHECK(site.get(site.assets.address("image.png"), "Accept-Encoding", "gzip").content() == "PNG");
}

TEST_CASE("a known tag is answered by 304 without body") {
    Site site;
    const auto address = site.assets.address("image.png");
    const auto tag = site.get(address).fields.at(0).value;
    CHECK(site.get(address, "If-None-Match", tag).status == 304);
    CHECK(site.get(address, "If-None-Match", tag).content().empty());
    CHECK(site.get(address, "If-None-Match", "\"autre\"").status == 200);
}

TEST_CASE("nothing outside the folder is served, not even by a link") {
    Site site;
    CHECK(site.get("/actifs/0/lien.txt").status == 404);
    CHECK(site.get("/actifs/0/dsfr").status == 404);
    CHECK_THROWS_AS(site.assets.address("absent.css"), grappe::core::Bug);
}

TEST_CASE("gzip is accepted by name and by weight") {
    using grappe::http::accepts_gzip;
    CHECK(accepts_gzip("gzip"));
    CHECK(accepts_gzip("br;q=1.0, GZIP;q=0.5"));
    CHECK_FALSE(accepts_gzip("gzip;q=0"));
    CHECK_FALSE(accepts_gzip("gzip; q=0.000"));
    CHECK_FALSE(accepts_gzip("br, xgzip"));
    CHECK_FALSE(accepts_gzip(""));
}
