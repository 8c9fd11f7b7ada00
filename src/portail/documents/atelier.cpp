// The thread that makes exports.
#include "portail/documents/atelier.hpp"

#include <pthread.h>
#include <sys/stat.h>

#include <chrono>
#include <csignal>
#include <filesystem>

#include "identity/compte.hpp"
#include "portail/documents/etagere.hpp"
#include "portail/documents/exports_repository.hpp"
#include "secret/empreinte.hpp"
#include "storage/exclusive.hpp"

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

}  // namespace

std::string chemin_de(const std::string& dossier, std::string_view id) {
    return dossier + "/" + std::string{id};
}

bool faire_un_export(storage::Base& base, const ReglagesDeLAtelier& reglages) {
    auto un = base.read([](storage::Reader& db) { return prochain_export(db); });
    if (!un) return false;
    const auto provisoire = chemin_de(reglages.dossier, un->id) + ".partiel";
    ++un->essais;
    noter(base, *un);  // a file that kills the server does not kill it for ever
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
    return static_cast<int>(vieux.size());
}

Atelier::Atelier(ReglagesDeLAtelier reglages) : reglages_{std::move(reglages)} {
    fs::create_directories(reglages_.dossier);
    fs::permissions(reglages_.dossier, fs::perms::owner_all);
    fil_ = std::thread{[this] { servir(); }};
}

Atelier::~Atelier() {
    {
        const std::lock_guard verrou{mutex_};
        fini_ = true;
    }
    changement_.notify_all();
    fil_.join();
}

bool Atelier::attendre() {
    std::unique_lock verrou{mutex_};
    changement_.wait_for(verrou, 300ms, [this] { return fini_; });
    return !fini_;
}

void Atelier::servir() {
    sigset_t tuyaux_rompus;
    sigemptyset(&tuyaux_rompus);
    sigaddset(&tuyaux_rompus, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &tuyaux_rompus, nullptr);
    std::string derniere;
    do {
        try {
            servir_la_base();
        } catch (const std::exception& panne) {
            if (derniere != panne.what())
                reglages_.journal("exports : " + (derniere = panne.what()));
        }
    } while (attendre());
}

void Atelier::servir_la_base() {
    const auto role = storage::Exclusive::take(reglages_.base, "exports");
    if (!role) return;
    auto base = storage::Base::open(reglages_.base, storage::Access::read_write);
    if (!base) return;
    auto ouverte = std::move(base).value();
    auto prochain_menage = std::chrono::steady_clock::now();
    do {
        if (std::chrono::steady_clock::now() >= prochain_menage) {
            perimer(ouverte, reglages_);
            prochain_menage = std::chrono::steady_clock::now() + 10min;
        }
        faire_un_export(ouverte, reglages_);
    } while (attendre());
}

}  // namespace grappe::documents
