// Files on real disks: received, recognised, kept, swept.
#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <zip.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <thread>

#include "portail/pieces/antivirus.hpp"
#include "portail/pieces/formats.hpp"
#include "portail/pieces/magasin.hpp"
#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"

namespace grappe::pieces {
namespace {

namespace fs = std::filesystem;

class Dossier {
public:
    Dossier() : chemin_{fs::temp_directory_path() / ("grappe-pieces-" + secret::identifiant())} {
        fs::create_directories(chemin_);
    }
    Dossier(const Dossier&) = delete;
    Dossier& operator=(const Dossier&) = delete;
    ~Dossier() { fs::remove_all(chemin_); }

    std::string fichier(const std::string& nom, std::string_view octets) const {
        const auto chemin = (chemin_ / nom).string();
        std::ofstream{chemin, std::ios::binary} << octets;
        return chemin;
    }
    std::string chemin() const { return chemin_.string(); }

private:
    fs::path chemin_;
};

std::string archive(const Dossier& dossier, const std::string& nom,
                    const std::vector<std::string>& parties) {
    const auto chemin = dossier.chemin() + "/" + nom;
    auto* ouverte = zip_open(chemin.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& partie : parties)
        zip_file_add(ouverte, partie.c_str(), zip_source_buffer(ouverte, "<a/>", 4, 0), 0);
    zip_close(ouverte);
    return chemin;
}

std::string code(const core::Result<void>& resultat) {
    return resultat ? "fait" : resultat.error().code;
}

std::string garder(Magasin& magasin, std::string_view octets) {
    const auto entrant = magasin.recevoir();
    for (const char octet : octets) entrant->prendre({&octet, 1});
    entrant->finir();
    magasin.ranger(*entrant);
    return entrant->sha256();
}

int fichiers_sous(const std::string& dossier) {
    int nombre = 0;
    for (const auto& un : fs::recursive_directory_iterator{dossier})
        nombre += un.is_regular_file() && un.path().filename() != ".verrou" ? 1 : 0;
    return nombre;
}

// A clamd that gives this answer to everybody, once.
class FauxClamd {
public:
    FauxClamd(const std::string& chemin, std::string reponse) : reponse_{std::move(reponse)} {
        sockaddr_un adresse{};
        adresse.sun_family = AF_UNIX;
        std::memcpy(adresse.sun_path, chemin.c_str(), chemin.size());
        prise_ = ::socket(AF_UNIX, SOCK_STREAM, 0);
        REQUIRE(::bind(prise_, reinterpret_cast<sockaddr*>(&adresse), sizeof adresse) == 0);
        REQUIRE(::listen(prise_, 1) == 0);
        fil_ = std::thread{[this] { servir(); }};
    }
    FauxClamd(const FauxClamd&) = delete;
    FauxClamd& operator=(const FauxClamd&) = delete;
    ~FauxClamd() {
        fil_.join();
        ::close(prise_);
    }
    const std::string& recu() const { return recu_; }

private:
    void servir() {
        const int client = ::accept(prise_, nullptr, nullptr);
        char tampon[4096];
        const std::string fin(4, '\0');
        while (!(recu_.size() > 14 && recu_.ends_with(fin))) {
            const auto lus = ::read(client, tampon, sizeof tampon);
            if (lus <= 0) break;
            recu_.append(tampon, static_cast<std::size_t>(lus));
        }
        (void)!::write(client, reponse_.data(), reponse_.size());
        ::close(client);
    }

    std::string reponse_, recu_;
    int prise_ = -1;
    std::thread fil_;
};

}  // namespace

TEST_CASE("a file is digested as it comes and named by its digest") {
    const Dossier dossier;
    auto magasin = Magasin::ouvrir(dossier.chemin() + "/fichiers").value();
    const auto sha256 = garder(*magasin, "%PDF-1.4 exemple");
    CHECK(sha256 == secret::empreinte("%PDF-1.4 exemple"));
    CHECK(fs::file_size(magasin->chemin(sha256)) == 16);
    CHECK(garder(*magasin, "%PDF-1.4 exemple") == sha256);
    CHECK(fichiers_sous(dossier.chemin()) == 1);
}

TEST_CASE("a file that nobody keeps leaves nothing") {
    const Dossier dossier;
    auto magasin = Magasin::ouvrir(dossier.chemin()).value();
    {
        const auto entrant = magasin->recevoir();
        entrant->prendre("abandon");
        CHECK(fichiers_sous(dossier.chemin()) == 1);
    }
    CHECK(fichiers_sous(dossier.chemin()) == 0);
}

TEST_CASE("a disk without room is a failure that is told, not a file") {
    Entrant plein{"/dev/full/x"};
    plein.prendre("octets");
    plein.finir();
    CHECK(plein.a_echoue());
}

TEST_CASE("at the next start, files without a row and half files go") {
    const Dossier dossier;
    std::string connu;
    {
        auto magasin = Magasin::ouvrir(dossier.chemin()).value();
        connu = garder(*magasin, "un");
        garder(*magasin, "deux");
        dossier.fichier("entrants/reste", "à moitié");
    }
    auto magasin = Magasin::ouvrir(dossier.chemin()).value();
    {
        const auto autre_serveur = Magasin::ouvrir(dossier.chemin()).value();
        CHECK(magasin->faire_le_menage([](const std::string&) { return false; }) == 0);
    }
    CHECK(magasin->faire_le_menage([&](const std::string& nom) { return nom == connu; }) == 2);
    CHECK(fichiers_sous(dossier.chemin()) == 1);
    CHECK(fs::exists(magasin->chemin(connu)));
}

TEST_CASE("eight suffixes are taken, jpeg is told how to be") {
    for (const auto* nom :
         {"a.pdf", "a.b.DOC", "a.docx", "a.xls", "a.XLSX", "é.png", "a.jpg", "a.gif"})
        CHECK(format_du_nom(nom));
    CHECK(format_du_nom("plan.JPEG").error().code == "piece.suffixe_jpeg");
    for (const auto* nom : {"a.odt", "a.zip", "a.csv", "pdf", "a.pdf.exe", "a.", ""})
        CHECK(format_du_nom(nom).error().code == "piece.suffixe");
}

TEST_CASE("the content must be what the suffix says") {
    const Dossier d;
    const auto pdf = d.fichier("a.pdf", "%PDF-1.4\n%\xe2\xe3\n1 0 obj\n<<>>\nendobj\n");
    const auto png = d.fichier("a.png", std::string{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1"
                                                    "\x08\x02\0\0\0",
                                                    29});
    const auto gif = d.fichier("a.gif", "GIF89a\x01\x01");
    const auto html = d.fichier("a.html", "<!DOCTYPE html><html><script>1</script></html>");
    CHECK(code(verifier_contenu(pdf, Format::pdf)) == "fait");
    CHECK(code(verifier_contenu(png, Format::png)) == "fait");
    CHECK(code(verifier_contenu(gif, Format::gif)) == "fait");
    CHECK(code(verifier_contenu(html, Format::pdf)) == "piece.contenu");
    CHECK(code(verifier_contenu(pdf, Format::jpg)) == "piece.contenu");
    CHECK(code(verifier_contenu(pdf, Format::docx)) == "piece.contenu");
    CHECK(code(verifier_contenu(d.fichier("vide", ""), Format::pdf)) == "piece.contenu");
}

TEST_CASE("an Office file holds its own part and no macro") {
    const Dossier d;
    const auto docx = archive(d, "a.docx", {"[Content_Types].xml", "word/document.xml"});
    const auto xlsx = archive(d, "a.xlsx", {"[Content_Types].xml", "xl/workbook.xml"});
    const auto zip = archive(d, "a.zip", {"note.txt"});
    const auto docm =
        archive(d, "b.docx", {"[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"});
    CHECK(code(verifier_contenu(docx, Format::docx)) == "fait");
    CHECK(code(verifier_contenu(xlsx, Format::xlsx)) == "fait");
    CHECK(code(verifier_contenu(xlsx, Format::docx)) == "piece.contenu");
    CHECK(code(verifier_contenu(zip, Format::xlsx)) == "piece.contenu");
    CHECK(code(verifier_contenu(docm, Format::docx)) == "piece.macros");
}

TEST_CASE("macros hide under no other name, nor in a file of the 1990s") {
    const Dossier d;
    const auto types = [&](const char* nom, const std::string& contenu) {
        int faute = 0;
        const auto chemin = d.chemin() + "/" + nom;
        auto* ecrite = zip_open(chemin.c_str(), ZIP_CREATE, &faute);
        for (const auto& [partie, texte] :
             {std::pair{"[Content_Types].xml", std::string_view{contenu}},
              std::pair{"word/document.xml", std::string_view{"<x/>"}}})
            zip_file_add(ecrite, partie, zip_source_buffer(ecrite, texte.data(), texte.size(), 0),
                         0);
        REQUIRE(zip_close(ecrite) == 0);
        return chemin;
    };
    const auto seul = types("a.docx", "<Types/>");
    CHECK(code(verifier_contenu(seul, Format::docx)) == "fait");
    const auto cachee = types("b.docx", "ContentType=\"application/vnd.ms-office.vbaProject\"");
    CHECK(code(verifier_contenu(cachee, Format::docx)) == "piece.macros");
    const auto longue = types("c.docx", std::string(300000, ' '));
    CHECK(code(verifier_contenu(longue, Format::docx)) == "piece.contenu");
    const std::string ole{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8};
    const std::string nom{"_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0", 24};
    const auto doc = d.fichier("a.doc", ole + std::string(2000, '\0'));
    const auto macro = d.fichier("b.doc", ole + std::string(2000, '\0') + nom);
    CHECK(code(verifier_contenu(macro, Format::doc)) == "piece.macros");
    CHECK(code(verifier_contenu(doc, Format::doc)) == "fait");
}

TEST_CASE("a name is its last part, without what could deceive") {
    CHECK(*lire_nom_de_fichier("note\xe2\x80\xae"
                               "fdp.exe\xe2\x81\xa9.pdf") == "notefdp.exe.pdf");
    CHECK(*lire_nom_de_fichier("l\xe2\x80\x99\xc3\xa9t\xc3\xa9.pdf") ==
          "l\xe2\x80\x99\xc3\xa9t\xc3\xa9.pdf");
    CHECK(*lire_nom_de_fichier("C:\\temp\\note.pdf") == "note.pdf");
    CHECK(*lire_nom_de_fichier("../../etc/passwd") == "passwd");
    CHECK(*lire_nom_de_fichier("a\r\nb\".pdf") == "ab.pdf");
    CHECK(lire_nom_de_fichier("..").error().code == "piece.nom");
    CHECK(lire_nom_de_fichier("").error().code == "piece.nom");
    for (const auto* sans_tige : {".pdf", " .pdf", "..pdf", "dossier/.pdf", "\xe2\x80\xae.pdf"})
        CHECK(lire_nom_de_fichier(sans_tige).error().code == "piece.nom");
    CHECK(*lire_nom_de_fichier(".note.pdf") == ".note.pdf");
    const auto long_nom = *lire_nom_de_fichier(std::string(300, 'a') + "é.pdf");
    CHECK(long_nom.size() == 120);
    CHECK(long_nom.ends_with(".pdf"));
}

TEST_CASE("clamd decides; without its verdict nothing is accepted") {
    const Dossier d;
    const auto fichier = d.fichier("a.pdf", "octets");
    const auto antivirus = Antivirus::lire("unix:" + d.chemin() + "/clamd").value();
    CHECK(code(antivirus.examiner(fichier)) == "antivirus.muet");
    const auto avec = [&](const char* reponse) {
        fs::remove(d.chemin() + "/clamd");
        const FauxClamd clamd{d.chemin() + "/clamd", {reponse, std::strlen(reponse) + 1}};
        return code(antivirus.examiner(fichier));
    };
    CHECK(avec("stream: OK") == "fait");
    CHECK(avec("stream: Eicar-Test FOUND") == "antivirus.virus");
    CHECK(avec("INSTREAM size limit exceeded. ERROR") == "antivirus.muet");
    CHECK(Antivirus::lire("tcp:127.0.0.1:3310"));
    for (const auto* faux : {"", "unix:", "tcp:3310", "tcp:a:b", "http://x"})
        CHECK(Antivirus::lire(faux).error().code == "antivirus.adresse");
}

}  // namespace grappe::pieces
