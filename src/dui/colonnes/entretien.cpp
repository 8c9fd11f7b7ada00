// Finding, completing and replacing of the segment of a database.
#include "dui/colonnes/entretien.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <optional>
#include <vector>

#include "core/integer.hpp"
#include "dui/colonnes/fonte.hpp"
#include "dui/colonnes/fournee.hpp"
#include "dui/magasin/faits_repository.hpp"
#include "secret/hasard.hpp"

namespace grappe::colonnes {
namespace {

namespace fs = std::filesystem;

// What is gathered in memory before it goes to the disk.
constexpr std::size_t rangees_par_fournee = 2'000'000;

// What is read beside a segment at each question, some microseconds each; beyond, it is sealed.
constexpr std::int64_t faits_en_marge = 1'000;

std::string prefixe(const std::string& marque) { return "colonnes-" + marque + "-"; }

// "colonnes-3f2a…-4000000" answers 4000000; anything else is not a whole segment.
std::optional<std::int64_t> faits_de(const fs::path& chemin, const std::string& marque) {
    const auto nom = chemin.filename().string();
    if (!nom.starts_with(prefixe(marque))) return std::nullopt;
    return core::integer<std::int64_t>(std::string_view{nom}.substr(prefixe(marque).size()));
}

// One may be removed while it is opened: a better one stands there then, and is looked for.
enum class Recherche { entiere, derangee };

struct Trouvaille {
    std::optional<Segment> meilleur;
    Recherche recherche = Recherche::entiere;
};

// The best segment that holds no more than the transaction sees.
Trouvaille chercher(const fs::path& dossier, const Couverture& voulue) {
    Trouvaille trouvaille;
    auto& meilleur = trouvaille.meilleur;
    std::error_code erreur;
    for (const auto& entree : fs::directory_iterator{dossier, erreur}) {
        const auto faits = faits_de(entree.path(), voulue.marque);
        if (!faits || *faits > voulue.faits) continue;
        if (meilleur && meilleur->couverture().faits >= *faits) continue;
        auto ouvert = Segment::ouvrir(entree.path().string());
        if (!ouvert && !fs::exists(entree.path())) trouvaille.recherche = Recherche::derangee;
        if (!ouvert || ouvert->couverture() != Couverture{voulue.marque, *faits}) continue;
        meilleur = std::move(ouvert).value();
    }
    return trouvaille;
}

std::optional<Segment> trouver(const fs::path& dossier, const Couverture& voulue) {
    constexpr int fois = 3;
    for (int n = 1;; ++n) {
        auto trouvaille = chercher(dossier, voulue);
        if (trouvaille.recherche == Recherche::entiere || n == fois)
            return std::move(trouvaille.meilleur);
    }
}

constexpr std::string_view en_cours = ".en-cours-";

// A folder under construction bears the number of its process, and a name of its own: a server
// answers several at once.
std::string nom_du_chantier(const fs::path& place) {
    return place.string() + std::string{en_cours} + std::to_string(::getpid()) + "-" +
           secret::identifiant();
}

// What a dead process left is removed.
bool est_a_l_abandon(std::string_view nom) {
    const auto point = nom.rfind(en_cours);
    if (point == std::string_view::npos) return false;
    const auto apres = nom.substr(point + en_cours.size());
    const auto processus = core::integer<pid_t>(apres.substr(0, apres.find('-')));
    return processus && *processus != ::getpid() && ::kill(*processus, 0) != 0;
}

// Others tidy up at the same time: what is gone already is no fault.
void faire_le_menage(const fs::path& dossier, const Couverture& garde) {
    std::vector<fs::path> perimes;
    std::error_code erreur;
    for (fs::directory_iterator une{dossier, erreur}, fin; !erreur && une != fin;
         une.increment(erreur)) {
        const auto faits = faits_de(une->path(), garde.marque);
        if ((faits && *faits < garde.faits) || est_a_l_abandon(une->path().filename().string()))
            perimes.push_back(une->path());
    }
    for (const auto& perime : perimes) fs::remove_all(perime, erreur);
}

VersionVue vue(const magasin::Version& version) {
    return {.fait = version.fait,
            .numero = version.numero,
            .enregistrement = static_cast<std::uint32_t>(version.enregistrement)};
}

// Makes the segments of a construction in a folder of their own, gone at the end.
class Chantier {
public:
    explicit Chantier(fs::path dossier) : dossier_{std::move(dossier)} {
        fs::remove_all(dossier_);
        fs::create_directories(dossier_);
    }
    Chantier(const Chantier&) = delete;
    Chantier& operator=(const Chantier&) = delete;
    ~Chantier() {
        std::error_code erreur;
        fs::remove_all(dossier_, erreur);
    }

    void ajouter(const magasin::Version& version) {
        fournee_.ajouter(vue(version));
        if (fournee_.rangees() >= rangees_par_fournee) vider();
    }

    // Answers where the whole stands.
    fs::path finir(std::optional<Segment> ancien, const Remplacees& remplacees,
                   const Couverture& couverture) {
        vider();
        if (ancien) segments_.push_back(*std::move(ancien));
        const auto entier = dossier_ / "entier";
        Ecrivain sortie{entier.string()};
        fondre(segments_, remplacees, sortie);
        sortie.sceller(couverture);
        return entier;
    }

private:
    void vider() {
        const auto ou = (dossier_ / std::to_string(segments_.size())).string();
        Ecrivain sortie{ou};
        fournee_.ecrire(sortie);
        sortie.sceller({.marque = "fournee"});
        segments_.push_back(Segment::ouvrir(ou).value());
    }

    fs::path dossier_;
    Fournee fournee_;
    std::vector<Segment> segments_;
};

// Another process may have put the same there meanwhile, and that one stays; what cannot be opened
// gives way. Where it does not succeed the next question makes it again.
void poser(const fs::path& entier, const fs::path& place) {
    std::error_code erreur;
    fs::rename(entier, place, erreur);
    if (!erreur || Segment::ouvrir(place.string())) return;
    fs::remove_all(place, erreur);
    fs::rename(entier, place, erreur);
}

Remplacees remplacees_depuis(storage::Reader& db, std::int64_t numero) {
    Remplacees remplacees;
    magasin::remplacees_apres(db, numero, [&](magasin::Remplacee une) {
        remplacees.emplace(static_cast<std::uint64_t>(une.numero),
                           static_cast<std::uint32_t>(une.par_l_enregistrement));
    });
    return remplacees;
}

Couverture couverture_voulue(storage::Reader& db) {
    return {.marque = magasin::marque_connue(db).value_or("neuve"),
            .faits = magasin::dernier_fait(db)};
}

// Of the versions after that number.
Marge marge_de(storage::Reader& db, std::int64_t depuis, std::int64_t jusqu_a) {
    Marge marge{depuis};
    std::map<std::string, std::vector<std::pair<std::int64_t, std::uint32_t>>> corriges;
    magasin::versions_entre(db, depuis, jusqu_a, [&](const magasin::Version& version) {
        marge.ajouter(vue(version));
        if (version.version > 1)
            corriges[version.fait.id].emplace_back(
                version.version - 1, static_cast<std::uint32_t>(version.enregistrement));
    });
    std::vector<std::string_view> ids;
    for (const auto& [id, par] : corriges) ids.emplace_back(id);
    magasin::versions_de(db, ids, [&](const magasin::Version& version) {
        for (const auto& [remplacee, par] : corriges[version.fait.id])
            if (remplacee == version.version) marge.clore(vue(version), par);
    });
    marge.trier();
    return marge;
}

Segment completer(storage::Reader& db, const std::string& dossier, const Couverture& voulue,
                  std::optional<Segment> trouve) {
    const auto depuis = trouve ? trouve->couverture().faits : 0;
    const auto place = fs::path{dossier} / (prefixe(voulue.marque) + std::to_string(voulue.faits));
    Chantier chantier{nom_du_chantier(place)};
    magasin::versions_entre(db, depuis, voulue.faits,
                            [&](const magasin::Version& version) { chantier.ajouter(version); });
    const auto entier = chantier.finir(std::move(trouve), remplacees_depuis(db, depuis), voulue);
    // Opened before it is put in place: a process that knows more facts may remove it at once.
    auto ouvert = Segment::ouvrir(entier.string());
    if (!ouvert) throw storage::Failure{ouvert.error().code + " : " + ouvert.error().detail};
    auto neuf = std::move(ouvert).value();
    poser(entier, place);
    neuf.suivre(place.string());
    faire_le_menage(dossier, voulue);
    return neuf;
}

}  // namespace

Segment sceller(storage::Reader& db, const std::string& dossier) {
    const auto voulue = couverture_voulue(db);
    auto trouve = trouver(dossier, voulue);
    if (trouve && trouve->couverture() == voulue) return *std::move(trouve);
    return completer(db, dossier, voulue, std::move(trouve));
}

Colonnes a_jour(storage::Reader& db, const std::string& dossier) {
    const auto voulue = couverture_voulue(db);
    auto trouve = trouver(dossier, voulue);
    if (!trouve || voulue.faits - trouve->couverture().faits > faits_en_marge)
        return Colonnes{completer(db, dossier, voulue, std::move(trouve))};
    const auto depuis = trouve->couverture().faits;
    if (depuis == voulue.faits) return Colonnes{*std::move(trouve)};
    return {*std::move(trouve), marge_de(db, depuis, voulue.faits)};
}

}  // namespace grappe::colonnes
