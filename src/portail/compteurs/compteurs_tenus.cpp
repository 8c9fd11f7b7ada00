// Holding the counters.
#include "portail/compteurs/compteurs_tenus.hpp"

namespace grappe::compteurs {
namespace {

// Between two looks at the rows.
constexpr std::chrono::seconds pause{1};

}  // namespace

PubliesTenus CompteursTenus::a_jour() {
    {
        std::unique_lock lock{mutex_};
        const auto age = [&] { return Montre::now() - vus_; };
        const auto se_passe_de_lire = [&] {
            return publies_ && (age() < pause || (en_lecture_ && age() < au_plus_vieux));
        };
        lu_.wait(lock, [&] { return se_passe_de_lire() || !en_lecture_; });
        if (se_passe_de_lire()) return publies_;
        en_lecture_ = true;
    }
    const auto debut = Montre::now();
    PubliesTenus lus;
    try {
        lus = lire();
    } catch (...) {
        rendre(nullptr, debut);
        throw;
    }
    rendre(lus, debut);
    return lus;
}

// Null: the reading failed, and the next one who asks tries again.
void CompteursTenus::rendre(PubliesTenus lus, Montre::time_point debut) {
    const std::lock_guard lock{mutex_};
    en_lecture_ = false;
    if (lus) {
        publies_ = std::move(lus);
        vus_ = debut;
    }
    lu_.notify_all();
}

PubliesTenus CompteursTenus::lire() {
    return bassin_.with([&](storage::Base& base) {
        return base.read([&](storage::Reader& db) {
            const auto au = maintenant_();
            const auto vue = empreinte(db);
            if (publies_ && vue == empreinte_)
                return std::make_shared<const Publies>(Publies{publies_->compteurs, au});
            // An audit speaks of reports that were read: they are read again.
            if (vue.preuves != empreinte_.preuves) mesures_ = {};
            suivre(db, mesures_);
            auto comptes = std::make_shared<const Compteurs>(
                compter(lire_le_releve(db), mesures_, {cibles_.seuil, region_de_}));
            empreinte_ = vue;
            return std::make_shared<const Publies>(Publies{std::move(comptes), au});
        });
    });
}

}  // namespace grappe::compteurs
