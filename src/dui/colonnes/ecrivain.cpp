// Writing of the files of a segment.
#include "dui/colonnes/ecrivain.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>

#include "core/ensure.hpp"
#include "secret/condense.hpp"

namespace grappe::colonnes {
namespace {

[[noreturn]] void panne(const std::string& chemin) {
    throw std::runtime_error{chemin + " : " + std::strerror(errno)};
}

}  // namespace

// One file, written in large pieces, its digest computed on the way.
class Sortie {
public:
    explicit Sortie(const std::string& chemin)
        : chemin_{chemin},
          descripteur_{::open(chemin.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)} {
        if (descripteur_ < 0) panne(chemin_);
        tampon_.reserve(morceau);
    }
    Sortie(const Sortie&) = delete;
    Sortie& operator=(const Sortie&) = delete;
    ~Sortie() {
        if (descripteur_ >= 0) ::close(descripteur_);
    }

    void ajouter(std::string_view octets) {
        tampon_ += octets;
        if (tampon_.size() >= morceau) vider();
    }
    template <class T>
    void ajouter(std::span<const T> valeurs) {
        ajouter(
            std::string_view{reinterpret_cast<const char*>(valeurs.data()), valeurs.size_bytes()});
    }

    Sceau::Fichier finir() {
        vider();
        if (::fdatasync(descripteur_) != 0) panne(chemin_);
        return {octets_, condense_.hexadecimal()};
    }

private:
    static constexpr std::size_t morceau = std::size_t{1} << 18U;

    void vider() {
        condense_.ajouter(tampon_);
        std::string_view reste = tampon_;
        while (!reste.empty()) {
            const auto ecrits = ::write(descripteur_, reste.data(), reste.size());
            if (ecrits < 0 && errno != EINTR) panne(chemin_);
            if (ecrits > 0) reste.remove_prefix(static_cast<std::size_t>(ecrits));
        }
        octets_ += tampon_.size();
        tampon_.clear();
    }

    std::string chemin_;
    int descripteur_;
    std::string tampon_;
    std::uint64_t octets_ = 0;
    secret::Condense condense_;
};

Ecrivain::Ecrivain(std::string dossier) : dossier_{std::move(dossier)} {
    std::filesystem::remove_all(dossier_);
    std::filesystem::create_directories(dossier_);
    for (const auto nom : fichiers_du_segment)
        sorties_.push_back(std::make_unique<Sortie>(dossier_ + "/" + std::string{nom}));
}
Ecrivain::~Ecrivain() = default;

void Ecrivain::clore_l_etablissement() {
    if (etablissements_ == 0) return;
    courant_.dossiers = dossiers_ - courant_.premier;
    sorties_[0]->ajouter(std::span<const Etablissement>{&courant_, 1});
}

void Ecrivain::etablissement(std::string_view finess, std::uint32_t connu) {
    clore_l_etablissement();
    core::ensure(finess.size() == courant_.finess.size(), "a FINESS number of nine characters");
    core::ensure(etablissements_ == 0 || courant_.numero() < finess, "ascending numbers");
    std::copy(finess.begin(), finess.end(), courant_.finess.begin());
    courant_.connu = connu;
    courant_.premier = dossiers_;
    ++etablissements_;
}

Dossier Ecrivain::ou_l_on_est() const {
    return {.etablissement = etablissements_ == 0 ? 0 : etablissements_ - 1,
            .octets_du_nom = 0,
            .nom = octets_des_noms_,
            .premieres = rangees_};
}

void Ecrivain::dossier(std::string_view personne) {
    auto ici = ou_l_on_est();
    ici.octets_du_nom = static_cast<std::uint32_t>(personne.size());
    sorties_[1]->ajouter(std::span<const Dossier>{&ici, 1});
    sorties_[2]->ajouter(personne);
    octets_des_noms_ += personne.size();
    ++dossiers_;
}

void Ecrivain::rangees(fait::Type type, std::span<const Rangee> rangees) {
    colonne(type).ajouter(rangees);
    rangees_[static_cast<std::size_t>(type)] += rangees.size();
}

void Ecrivain::sceller(const Couverture& couverture) {
    clore_l_etablissement();
    const auto fin = ou_l_on_est();
    sorties_[1]->ajouter(std::span<const Dossier>{&fin, 1});
    Sceau sceau{.couverture = couverture};
    for (std::size_t n = 0; n < sorties_.size(); ++n) sceau.fichiers[n] = sorties_[n]->finir();
    Sortie dernier{dossier_ + "/" + std::string{fichier_du_sceau}};
    dernier.ajouter(texte_du(sceau));
    dernier.finir();
}

}  // namespace grappe::colonnes
