// Files of keys: made once, closed to others, read back.
#include "rapport/cle.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

namespace grappe::rapport {
namespace {

namespace fs = std::filesystem;

class Atelier {
public:
    Atelier() {
        auto modele = (fs::temp_directory_path() / "grappe-cle-XXXXXX").string();
        chemin_ = ::mkdtemp(modele.data());
    }
    ~Atelier() { fs::remove_all(chemin_); }
    std::string fichier(const char* nom) const { return chemin_ + "/" + nom; }

private:
    std::string chemin_;
};

std::string lu(const std::string& fichier) {
    std::ifstream flux{fichier};
    return {std::istreambuf_iterator{flux}, {}};
}

}  // namespace

TEST_CASE("a key is made with its public half, for its owner alone, and read back") {
    const Atelier ici;
    const auto fichier = ici.fichier("dui.cle");
    const auto publique = creer_cle(fichier);
    REQUIRE(publique);
    CHECK(publique->size() == 64);
    CHECK((fs::status(fichier).permissions() & fs::perms::mask) ==
          (fs::perms::owner_read | fs::perms::owner_write));
    const auto cle = lire_cle(fichier);
    REQUIRE(cle);
    CHECK(lire_cle_publique(lu(fichier + ".pub")).value() == cle->publique());
    CHECK(lire_cle_publique(*publique + "\n").value() == cle->publique());
    CHECK(lu(fichier).find(*publique) == std::string::npos);
}

TEST_CASE("no file is ever written over, be it the private one, the public one or a link") {
    const Atelier ici;
    REQUIRE(creer_cle(ici.fichier("a")));
    const auto avant = lu(ici.fichier("a"));
    CHECK(creer_cle(ici.fichier("a")).error().code == "cle.existe");
    CHECK(lu(ici.fichier("a")) == avant);
    std::ofstream{ici.fichier("b.pub")} << "autre";
    CHECK(creer_cle(ici.fichier("b")).error().code == "cle.existe");
    CHECK_FALSE(fs::exists(ici.fichier("b")));
    fs::create_symlink("nulle-part", ici.fichier("c"));
    CHECK(creer_cle(ici.fichier("c")).error().code == "cle.existe");
    CHECK(creer_cle(ici.fichier("absent/d")).error().code == "cle.ecriture");
}

TEST_CASE("a key that others may read, or that is none, is refused") {
    const Atelier ici;
    const auto fichier = ici.fichier("a");
    REQUIRE(creer_cle(fichier));
    fs::permissions(fichier, fs::perms::group_read, fs::perm_options::add);
    CHECK(lire_cle(fichier).error().code == "cle.ouverte_a_tous");
    CHECK(lire_cle(ici.fichier("absent")).error().code == "cle.illisible");
    fs::permissions(fichier, fs::perms::group_read, fs::perm_options::remove);
    std::ofstream{fichier} << "grappe-cle-privee-1 1234\n";
    CHECK(lire_cle(fichier).error().code == "cle.forme");
    for (const char* texte : {"", "grappe-cle-publique-1 ", "zz", "grappe-cle-privee-1 00"})
        CHECK(lire_cle_publique(texte).error().code == "cle.publique");
}

}  // namespace grappe::rapport
