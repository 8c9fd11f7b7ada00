// First use: one maker at a time, a file that appears whole or not at all.
#include "referentiels/premiere_utilisation.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "referentiels/import.hpp"
#include "referentiels/table.hpp"
#include "storage/migration.hpp"

namespace grappe::referentiels {
namespace {

namespace fs = std::filesystem;

// To change when the same files would give another database: a mend in the readers, say.
constexpr std::string_view version_de_lecture = "1";

struct Livraison {
    std::string fichier;
    core::Date date;
    std::vector<storage::Migration> migrations;
    std::string nom_de_base;  // "registre-0123456789abcdef.sqlite"
};

class Descripteur {
public:
    explicit Descripteur(int numero) : numero_{numero} {}
    Descripteur(const Descripteur&) = delete;
    Descripteur& operator=(const Descripteur&) = delete;
    ~Descripteur() {
        if (numero_ >= 0) close(numero_);
    }
    int numero() const { return numero_; }
    bool ouvert() const { return numero_ >= 0; }

private:
    int numero_;
};

fs::path dossier_temporaire() {
    std::error_code erreur;
    const auto dossier = fs::temp_directory_path(erreur);
    return erreur ? fs::path{"/tmp"} : dossier;
}

std::string fin_de_fichier(const std::string& chemin, std::streamoff octets) {
    std::ifstream fichier{chemin, std::ios::binary};
    fichier.seekg(-octets, std::ios::end);
    std::string fin(static_cast<std::size_t>(octets), '\0');
    fichier.read(fin.data(), octets);
    return fin;
}

// FNV-1a over 64 bits: it names a state of our own files, it protects against nobody.
std::string empreinte(std::string_view octets) {
    std::uint64_t somme = 0xcbf29ce484222325U;
    for (const char octet : octets) {
        somme ^= static_cast<unsigned char>(octet);
        somme *= 0x100000001b3U;
    }
    return fmt::format("{:016x}", somme);
}

// A gzip file ends with the CRC and the size of its content: its last bytes and its length tell
// two registers apart without reading them.
std::string empreinte_des_sources(const Livraison& livraison) {
    constexpr std::streamoff crc_et_taille = 8;
    std::error_code erreur;
    std::string sources = fmt::format("{}\n{}\n{}\n", version_de_lecture, livraison.date.text(),
                                      fs::file_size(livraison.fichier, erreur));
    sources += fin_de_fichier(livraison.fichier, crc_et_taille);
    for (const auto& migration : livraison.migrations) sources += migration.sql;
    return empreinte(sources);
}

core::Result<Livraison> lire_livraison(const std::string& racine) {
    const auto dossier = racine + "/donnees/finess";
    const auto manifeste = Table::lire(dossier + "/registre.csv", {"fichier", "date"});
    if (!manifeste) return manifeste.error();
    auto migrations = storage::read_migrations(racine + "/schema/portail");
    if (!migrations) return migrations.error();
    if (manifeste->lignes().size() != 1)
        return core::refuse(core::Reason::invalid, "registre.manifeste", dossier);
    const auto& ligne = manifeste->lignes().front();
    const auto date = core::Date::parse(ligne[1]);
    if (!date) return core::refuse(core::Reason::invalid, "registre.manifeste", ligne[1]);
    Livraison livraison{.fichier = dossier + "/" + ligne[0],
                        .date = *date,
                        .migrations = std::move(migrations).value(),
                        .nom_de_base = ""};
    livraison.nom_de_base = "registre-" + empreinte_des_sources(livraison) + ".sqlite";
    return livraison;
}

core::Result<void> remplir(storage::Base& base, const Livraison& livraison,
                           const Territoires& territoires, const Preparation& preparation) {
    const auto faites = storage::migrate(base, livraison.migrations);
    if (!faites) return faites.error();
    const auto bilan = importer(base, territoires,
                                {.fichier = livraison.fichier,
                                 .maintenant = preparation.maintenant,
                                 .date = livraison.date,
                                 .progres = preparation.progres});
    if (!bilan) return bilan.error();
    return {};
}

void retirer_les_restes(const fs::path& dossier) {
    std::error_code erreur;
    for (const auto& entree : fs::directory_iterator{dossier, erreur}) {
        const auto nom = entree.path().filename().string();
        if (nom.starts_with("registre-") && nom.ends_with(".tmp"))
            fs::remove(entree.path(), erreur);
    }
}

void vider_sur_disque(const fs::path& chemin) {
    const Descripteur fichier{open(chemin.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!fichier.ouvert() || fsync(fichier.numero()) != 0)
        throw storage::Failure{"cannot flush " + chemin.string()};
}

// Under the lock: written beside, flushed, then renamed.
core::Result<void> fabriquer(const fs::path& base, const Livraison& livraison,
                             const Territoires& territoires, const Preparation& preparation) {
    retirer_les_restes(base.parent_path());
    const auto brouillon = base.string() + ".tmp";
    {
        auto ouverte = storage::Base::open(brouillon, storage::Access::scratch);
        if (!ouverte) return ouverte.error();
        auto ecrite = std::move(ouverte).value();
        if (auto rempli = remplir(ecrite, livraison, territoires, preparation); !rempli)
            return rempli;
    }
    vider_sur_disque(brouillon);
    fs::rename(brouillon, base);
    vider_sur_disque(base.parent_path());
    return {};
}

// A folder in /tmp must be ours alone: anybody could have made it before us.
bool est_sur(const fs::path& dossier) {
    if (dossier.parent_path() != dossier_temporaire()) return true;
    struct stat etat {};
    constexpr mode_t ecriture_par_d_autres = S_IWGRP | S_IWOTH;
    return lstat(dossier.c_str(), &etat) == 0 && S_ISDIR(etat.st_mode) &&
           etat.st_uid == geteuid() && (etat.st_mode & ecriture_par_d_autres) == 0;
}

void creer_dossier(const fs::path& dossier) {
    std::error_code erreur;
    fs::create_directories(dossier.parent_path(), erreur);
    const bool temporaire = dossier.parent_path() == dossier_temporaire();
    mkdir(dossier.c_str(), temporaire ? S_IRWXU : S_IRWXU | S_IRGRP | S_IXGRP | S_IROTH | S_IXOTH);
}

// False when this folder cannot serve; a refusal is about the shipped files themselves.
core::Result<bool> preparer(const fs::path& dossier, const Livraison& livraison,
                            const Territoires& territoires, const Preparation& preparation) {
    creer_dossier(dossier);
    if (!est_sur(dossier)) return false;
    constexpr int droits = 0644;
    const auto verrou = dossier / "registre.verrou";
    const Descripteur garde{open(verrou.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, droits)};
    if (!garde.ouvert() || flock(garde.numero(), LOCK_EX) != 0) return false;
    const auto base = dossier / livraison.nom_de_base;
    if (fs::exists(base)) return true;
    try {
        const auto faite = fabriquer(base, livraison, territoires, preparation);
        if (!faite) return faite.error();
        return true;
    } catch (const storage::Failure&) {  // disk full, quota: another folder may do
    } catch (const fs::filesystem_error&) {
    }
    retirer_les_restes(dossier);
    return false;
}

core::Result<storage::Base> base_passagere(const Livraison& livraison,
                                           const Territoires& territoires,
                                           const Preparation& preparation) {
    auto base = storage::Base::in_memory();
    if (const auto rempli = remplir(base, livraison, territoires, preparation); !rempli)
        return rempli.error();
    return base;
}

bool lisible(const fs::path& chemin) { return ::access(chemin.c_str(), R_OK) == 0; }

}  // namespace

std::vector<std::string> dossiers_de_registre(const std::string& racine) {
    std::vector<std::string> dossiers{racine + "/var"};
    const char* cache = std::getenv("XDG_CACHE_HOME");
    if (cache != nullptr && *cache == '/') dossiers.push_back(std::string{cache} + "/grappe");
    const char* foyer = std::getenv("HOME");
    if (foyer != nullptr && *foyer == '/')
        dossiers.push_back(std::string{foyer} + "/.cache/grappe");
    dossiers.push_back((dossier_temporaire() / ("grappe-" + std::to_string(geteuid()))).string());
    return dossiers;
}

core::Result<storage::Base> base_livree(const std::string& racine, const Territoires& territoires,
                                        const Preparation& preparation) {
    const auto livraison = lire_livraison(racine);
    if (!livraison) return livraison.error();
    const auto dossiers = dossiers_de_registre(racine);
    for (const fs::path dossier : dossiers) {
        const auto base = dossier / livraison->nom_de_base;
        if (est_sur(dossier) && lisible(base))
            return storage::Base::open(base.string(), storage::Access::frozen);
    }
    for (const fs::path dossier : dossiers) {
        const auto prete = preparer(dossier, *livraison, territoires, preparation);
        if (!prete) return prete.error();
        if (*prete)
            return storage::Base::open((dossier / livraison->nom_de_base).string(),
                                       storage::Access::frozen);
    }
    return base_passagere(*livraison, territoires, preparation);
}

}  // namespace grappe::referentiels
