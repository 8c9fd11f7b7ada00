// Passwords, sealed texts, the key's file and digests.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "secret/coffre.hpp"
#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"
#include "secret/mot_de_passe.hpp"

namespace grappe::secret {
namespace {

namespace fs = std::filesystem;

struct Dossier {
    fs::path chemin{fs::temp_directory_path() / ("grappe-secret-" + identifiant())};
    Dossier() { fs::create_directories(chemin); }
    ~Dossier() { fs::remove_all(chemin); }
    Dossier(const Dossier&) = delete;
    Dossier& operator=(const Dossier&) = delete;
    std::string fichier() const { return (chemin / "sous" / "cle").string(); }
};

}  // namespace

TEST_CASE("SHA-256 and its keyed form agree with the published examples") {
    CHECK(empreinte("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const std::string cle(32, '\x0b');
    CHECK(empreinte_a_cle(cle, "a") != empreinte_a_cle(cle, "b"));
    CHECK(empreinte_a_cle(cle, "a") != empreinte_a_cle(std::string(32, '\x0c'), "a"));
}

TEST_CASE("tokens are long, fit an address and never come twice") {
    CHECK(jeton().size() == 43);
    CHECK(jeton().find_first_of("+/=") == std::string::npos);
    CHECK(jeton() != jeton());
    CHECK(identifiant().size() == 32);
    CHECK(de_base64_url(jeton())->size() == 32);
    CHECK_FALSE(de_base64_url("pas du tout !"));
}

TEST_CASE("comparison in constant time compares") {
    CHECK(memes("abc", "abc"));
    CHECK_FALSE(memes("abc", "abd"));
    CHECK_FALSE(memes("abc", "ab"));
}

TEST_CASE("a password fits its hash only, and equal passwords have different hashes") {
    const Secret juste{"une phrase de passe"}, faux{"une phrase de passE"};
    const auto hache = hacher(juste);
    CHECK(hache.starts_with("$argon2id$v=19$m=32768,t=3,p=1$"));
    CHECK(correspond(hache, juste));
    CHECK_FALSE(correspond(hache, faux));
    CHECK_FALSE(correspond("n'importe quoi", juste));
    CHECK(hacher(juste) != hache);
    CHECK_FALSE(a_rehacher(hache));
    CHECK(
        a_rehacher("$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"
                   "5mFzzkBq4gDJyUGhMOqNwLrcXF8WMrT0bdTPIcLPYYM"));
}

TEST_CASE("a sealed text opens with its key and for its owner only") {
    const auto coffre = Coffre::neuf();
    const auto scelle = coffre.sceller("un secret", "compte A");
    CHECK(scelle.find("un secret") == std::string::npos);
    CHECK(*coffre.desceller(scelle, "compte A") == "un secret");
    CHECK(coffre.desceller(scelle, "compte B").error().code == "coffre.autre_cle");
    CHECK(Coffre::neuf().desceller(scelle, "compte A").error().code == "coffre.autre_cle");
    auto change = scelle;
    change[10] = change[10] == 'A' ? 'B' : 'A';
    CHECK_FALSE(coffre.desceller(change, "compte A"));
    CHECK_FALSE(coffre.desceller("court", "compte A"));
}

TEST_CASE("the key is made once, and refused when others may read it") {
    const Dossier dossier;
    const auto premier = Coffre::ouvrir(dossier.fichier());
    REQUIRE(premier);
    CHECK(fs::status(dossier.fichier()).permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(Coffre::ouvrir(dossier.fichier())->marque() == premier->marque());
    CHECK(Coffre::neuf().marque() != premier->marque());
    fs::permissions(dossier.fichier(), fs::perms::others_read, fs::perm_options::add);
    CHECK(Coffre::ouvrir(dossier.fichier()).error().code == "coffre.ouvert_a_tous");
}

TEST_CASE("a damaged key is said, never replaced") {
    const Dossier dossier;
    REQUIRE(Coffre::ouvrir(dossier.fichier()));
    std::ofstream{dossier.fichier()} << "abime\n";
    CHECK(Coffre::ouvrir(dossier.fichier()).error().code == "coffre.illisible");
    CHECK(Coffre::ouvrir("/proc/nulle/part").error().code == "coffre.illisible");
}

}  // namespace grappe::secret
