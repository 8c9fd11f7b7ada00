// The thread that makes exports.
#include "portail/documents/atelier.hpp"

#include <sys/stat.h>

#include <chrono>
#include <filesystem>

#include "identity/compte.hpp"
#include "portail/documents/etagere.hpp"
#include "portail/documents/exports_repository.hpp"
#include "secret/empreinte.hpp"

namespace grappe::documents {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

void noter(storage::Base& base, const Export& un) {
    (void)base.write([&](storage::Writer& db) -> core::Result<void> {
        changer(db, un);
        return {};
    });
}

core::Result<void> fabriquer_pour(storage::Base& base, const Export& un, const std::string& chemin,
                                  const ReglagesDeLAtelier& reglages) {
    return base.read([&](storage::Reader& db) -> core::Result<void> {
        const auto compte = identity::trouver_compte(db, un.compte);
        if (!compte || compte->ferme)
            return core::refuse(core::Reason::forbidden, "compte.inconnu");
        const auto acteur = compte->acteur();
        return fabriquer(db, {.acteur = acteur, .maintenant = reglages.maintenant()},
                         {.demande = un, .chemin = chemin},
                         {.regles = reglages.regles,
                          .magasin = reglages.magasin,
                          .adresse_publique = reglages.adresse_publique()});
    });
}

// Whole under another name first: a file that has its name is complete.
void achever(Export& un, const std::string& provisoire, const ReglagesDeLAtelier& reglages) {
    const auto vu = FichierVu::ouvrir(provisoire);
    if (!vu) throw std::runtime_error{"an export is empty"};
    un.sha256 = secret::empreinte(vu->octets());
    un.taille = static_cast<std::int64_t>(vu->octets().size());
    chmod(provisoire.c_str(), S_IRUSR | S_IWUSR);
    fs::rename(provisoire, chemin_de(reglages.dossier, un.id));
    un.etat = EtatExport::pret;
    un.fini_le = reglages.maintenant();
    un.faute.clear();
}

// What a stop in the middle left, which no finished export names.
void oter_les_restes(storage::Base& base, const std::string& dossier) {
    const auto restes = base.read([&](storage::Reader& db) {
        std::vector<fs::path> trouves;
        for (const auto& fichier : fs::directory_iterator{dossier}) {
            const auto un = trouver_export(db, fichier.path().filename().string());
            if (!un || un->etat != EtatExport::pret) trouves.push_back(fichier.path());
        }
        return trouves;
    });
    std::error_code sans_suite;
    for (const auto& reste : restes) fs::remove(reste, sans_suite);
}

ReglagesDeLAtelier avec_leur_dossier(ReglagesDeLAtelier reglages) {
    fs::create_directories(reglages.dossier);
    fs::permissions(reglages.dossier, fs::perms::owner_all);
    return reglages;
}

}  // namespace

std::string chemin_de(const std::string& dossier, std::string_view id) {
    return dossier + "/" + std::string{id};
}

bool faire_un_export(storage::Base& base, const ReglagesDeLAtelier& reglages) {
    auto un = base.read([](storage::Reader& db) { return prochain_export(db); });
    if (!un) return false;
    const auto provisoire = chemin_de(reglages.dossier, un->id) + ".partiel";
    if (un->essais >= essais_au_plus) {  // each of them has killed the server
        un->etat = EtatExport::echec;
        un->faute = "exports.panne";
        noter(base, *un);
        return true;
    }
    ++un->essais;
    noter(base, *un);
    try {
        const auto fait = fabriquer_pour(base, *un, provisoire, reglages);
        if (fait) {
            achever(*un, provisoire, reglages);
        } else {
            un->etat = EtatExport::echec;
            un->faute = fait.error().code;
        }
    } catch (const std::exception& panne) {
        un->faute = "exports.panne";
        if (un->essais >= essais_au_plus) un->etat = EtatExport::echec;
        reglages.journal(std::string{"exports : "} + panne.what());
    }
    std::error_code sans_suite;
    if (un->etat != EtatExport::pret) fs::remove(provisoire, sans_suite);
    noter(base, *un);
    return true;
}

int perimer(storage::Base& base, const ReglagesDeLAtelier& reglages) {
    const auto vieux = base.read(
        [&](storage::Reader& db) { return exports_a_perimer(db, reglages.maintenant()); });
    for (auto un : vieux) {
        std::error_code sans_suite;
        fs::remove(chemin_de(reglages.dossier, un.id), sans_suite);
        un.etat = EtatExport::perime;
        noter(base, un);
    }
    oter_les_restes(base, reglages.dossier);
    return static_cast<int>(vieux.size());
}

Atelier::Atelier(ReglagesDeLAtelier reglages)
    : reglages_{avec_leur_dossier(std::move(reglages))},
      gardien_{
          {.url = reglages_.base,
           .role = "exports",
           .pause = 300ms,
           .round = [this](storage::Base& base) { servir(base); },
           .journal =
               [this](const std::string& faute) { reglages_.journal("exports : " + faute); }}} {}

void Atelier::servir(storage::Base& base) {
    if (menage_.due()) perimer(base, reglages_);
    faire_un_export(base, reglages_);
}

}  // namespace grappe::documents
