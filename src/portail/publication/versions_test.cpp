// Calls by the digest of their versions, with the very texts that gave them.
#include "portail/publication/versions.hpp"

#include <filesystem>
#include <fstream>

#include "portail/programme/appels_pour_tests.hpp"
#include "storage/test_bases.hpp"

namespace grappe::publication {
namespace {

namespace fs = std::filesystem;

// A folder with one call and its layer, removed at the end.
class Dossier {
public:
    Dossier() {
        auto modele = (fs::temp_directory_path() / "grappe-publication-XXXXXX").string();
        REQUIRE(::mkdtemp(modele.data()) != nullptr);
        chemin_ = modele;
        fs::create_directory(chemin_ / "socle");
        for (const auto* nom : {appel, socle})
            fs::copy_file(programme::racine() / "appels" / nom, chemin_ / nom);
    }
    Dossier(const Dossier&) = delete;
    Dossier& operator=(const Dossier&) = delete;
    ~Dossier() { fs::remove_all(chemin_); }

    static constexpr const char *appel = "NA-2024.toml", *socle = "socle/instruction-2024.toml";

    programme::Appels charger() const { return programme::charger_appels({chemin_}); }
    void remplacer(const char* nom, std::string_view avant, std::string_view apres) const {
        auto texte = programme::texte_de(chemin_ / nom);
        const auto ou = texte.find(avant);
        REQUIRE(ou != std::string::npos);
        texte.replace(ou, avant.size(), apres);
        std::ofstream{chemin_ / nom, std::ios::binary} << texte;
    }

private:
    fs::path chemin_;
};

std::string empreinte_de(const programme::Appels& appels) {
    REQUIRE(appels.tous.size() == 1);
    return appels.tous.front().versions.front().appel.empreinte;
}

// The digest that these texts give.
std::string empreinte_de(const VersionPubliee& version) {
    return empreinte_de(programme::lire_appel(version.charge->texte, version.charge->socle));
}

core::Instant midi() { return core::Instant::parse("2024-05-01T12:00:00Z").value(); }

}  // namespace

TEST_CASE("a file that is edited after it was loaded is not kept under the digest of another") {
    const Dossier dossier;
    const auto appels = dossier.charger();
    const auto empreinte = empreinte_de(appels);
    dossier.remplacer(Dossier::appel, "usage = 7000", "usage = 7100");
    Versions versions{appels};
    REQUIRE(versions.find(empreinte));
    CHECK(empreinte_de(*versions.find(empreinte)) == empreinte);
    CHECK(versions.en_vigueur("NA-2024")->texte.find("usage = 7000") != std::string::npos);
}

TEST_CASE("what was published stays, and is in force no more once its call is gone") {
    storage::on_every_portail([](storage::Base& base) {
        const Dossier dossier;
        const auto appels = dossier.charger();
        CHECK(Versions{appels}.publier(base, midi()).empty());
        const programme::Appels aucun;
        Versions ensuite{aucun};
        CHECK(ensuite.rejoindre(base).empty());
        const auto ancienne = ensuite.find(empreinte_de(appels));
        REQUIRE(ancienne);
        CHECK(empreinte_de(*ancienne) == empreinte_de(appels));
        CHECK(ensuite.en_vigueur("NA-2024") == nullptr);
        CHECK_FALSE(ensuite.socle("instruction-2024"));
    });
}

TEST_CASE("a text that is read no more is told by its digest") {
    storage::on_every_portail([](storage::Base& base) {
        base.connection().script(
            "INSERT INTO regles_publiees VALUES ('sha256:00', 'A', 'pas du TOML', '', '')");
        const programme::Appels aucun;
        CHECK(Versions{aucun}.rejoindre(base) == std::vector<std::string>{"sha256:00"});
    });
}

TEST_CASE("a candidate is read with the layer that calls in force name so") {
    const Dossier dossier;
    const auto appels = dossier.charger();
    const Versions versions{appels};
    const auto candidat = programme::texte_de(programme::racine() / "appels" / Dossier::appel);
    CHECK(empreinte_de(lire_candidat(candidat, versions)) == empreinte_de(appels));
    const programme::Appels aucun;
    CHECK_FALSE(lire_candidat(candidat, Versions{aucun}).defauts.empty());
}

}  // namespace grappe::publication
