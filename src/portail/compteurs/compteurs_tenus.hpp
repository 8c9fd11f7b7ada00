// Compteurs tenus: what a server holds of the counters, for all its threads. One request looks
// whether something moved and counts again, the others read what is held: nobody waits unless what
// is held is older than what the page promises.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "portail/compteurs/cibles.hpp"
#include "portail/compteurs/compteurs.hpp"
#include "portail/compteurs/releve_repository.hpp"
#include "storage/pool.hpp"

namespace grappe::compteurs {

// How old what is told may be.
inline constexpr std::chrono::seconds au_plus_vieux{60};

// What one reading of the rows told; never changes.
struct Publies {
    std::shared_ptr<const Compteurs> compteurs;
    core::Instant au;  // of the reading
};
using PubliesTenus = std::shared_ptr<const Publies>;

class CompteursTenus {
public:
    CompteursTenus(storage::Pool& bassin, Cibles cibles, RegionDe region_de,
                   std::function<core::Instant()> maintenant)
        : bassin_{bassin},
          cibles_{std::move(cibles)},
          region_de_{std::move(region_de)},
          maintenant_{std::move(maintenant)} {}

    const Cibles& cibles() const { return cibles_; }
    PubliesTenus a_jour();

private:
    using Montre = std::chrono::steady_clock;

    PubliesTenus lire();
    void rendre(PubliesTenus lus, Montre::time_point debut);

    storage::Pool& bassin_;
    Cibles cibles_;
    RegionDe region_de_;
    std::function<core::Instant()> maintenant_;

    std::mutex mutex_;
    std::condition_variable lu_;
    bool en_lecture_ = false;
    PubliesTenus publies_{};
    Montre::time_point vus_{};  // when the rows were last looked at

    // Of who reads, alone.
    Mesures mesures_{};
    Empreinte empreinte_{};
};

// A text made of the counters, kept until they are read again.
class RenduTenu {
public:
    template <class Rendre>
    std::string de(const PubliesTenus& publies, Rendre rendre) {
        const std::lock_guard lock{mutex_};
        if (de_ != publies) {
            texte_ = rendre();
            de_ = publies;
        }
        return texte_;
    }

private:
    std::mutex mutex_;
    PubliesTenus de_{};
    std::string texte_;
};

}  // namespace grappe::compteurs
