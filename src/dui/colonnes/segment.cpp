// Mapping of the files of a segment.
#include "dui/colonnes/segment.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "core/ensure.hpp"
#include "dui/colonnes/sceau.hpp"
#include "fichiers/racine.hpp"
#include "secret/condense.hpp"

namespace grappe::colonnes {

// A file mapped in memory, empty where it has no bytes. What is written there stays there: the file
// itself never changes.
class Fichier {
public:
    static std::unique_ptr<Fichier> ouvrir(const std::string& chemin) {
        const int descripteur = ::open(chemin.c_str(), O_RDONLY | O_CLOEXEC);
        if (descripteur < 0) return nullptr;
        struct stat etat {};
        std::unique_ptr<Fichier> fichier;
        if (::fstat(descripteur, &etat) == 0) {
            const auto octets = static_cast<std::size_t>(etat.st_size);
            void* debut = octets == 0 ? nullptr
                                      : ::mmap(nullptr, octets, PROT_READ | PROT_WRITE,
                                               MAP_PRIVATE | MAP_NORESERVE, descripteur, 0);
            if (debut != MAP_FAILED) fichier.reset(new Fichier{debut, octets});
        }
        ::close(descripteur);
        return fichier;
    }
    Fichier(const Fichier&) = delete;
    Fichier& operator=(const Fichier&) = delete;
    ~Fichier() {
        if (debut_ != nullptr) ::munmap(debut_, octets_);
    }

    std::size_t octets() const { return octets_; }
    std::string_view texte() const { return {static_cast<const char*>(debut_), octets_}; }
    template <class T>
    std::span<T> en() const {
        return {static_cast<T*>(debut_), octets_ / sizeof(T)};
    }

private:
    Fichier(void* debut, std::size_t octets) : debut_{debut}, octets_{octets} {}

    void* debut_;
    std::size_t octets_;
};

namespace {

constexpr std::size_t octets_du_sceau = 65'536;

core::Refusal descellees(const std::string& chemin) {
    return core::refuse(core::Reason::unavailable, "colonnes.descellees", chemin);
}

}  // namespace

Segment::Segment(Segment&&) noexcept = default;
Segment& Segment::operator=(Segment&&) noexcept = default;
Segment::~Segment() = default;

core::Result<Segment> Segment::ouvrir(const std::string& dossier) {
    const auto chemin = [&](std::string_view nom) { return dossier + "/" + std::string{nom}; };
    const auto texte = fichiers::lire_fichier(chemin(fichier_du_sceau), octets_du_sceau);
    if (!texte) return core::refuse(core::Reason::not_found, "colonnes.absentes", dossier);
    const auto sceau = sceau_de(*texte);
    if (!sceau) return descellees(chemin(fichier_du_sceau));
    Segment segment;
    segment.dossier_ = dossier;
    segment.couverture_ = sceau->couverture;
    for (std::size_t n = 0; n < fichiers_du_segment.size(); ++n) {
        auto fichier = Fichier::ouvrir(chemin(fichiers_du_segment[n]));
        if (!fichier || fichier->octets() != sceau->fichiers[n].octets)
            return descellees(chemin(fichiers_du_segment[n]));
        segment.fichiers_.push_back(std::move(fichier));
        segment.empreintes_.push_back(sceau->fichiers[n].empreinte);
    }
    segment.etablissements_ = segment.fichiers_[0]->en<Etablissement>();
    segment.dossiers_ = segment.fichiers_[1]->en<Dossier>();
    segment.noms_ = segment.fichiers_[2]->texte();
    for (std::size_t n = 0; n < fait::types; ++n)
        segment.rangees_[n] = segment.fichiers_[premiere_colonne + n]->en<Rangee>();
    if (segment.dossiers_.empty()) return descellees(chemin(fichiers_du_segment[1]));
    return segment;
}

Plages Segment::plages(std::size_t rang) const {
    Plages plages;
    for (std::size_t n = 0; n < fait::types; ++n)
        plages[n] = rangees(rang, static_cast<fait::Type>(n));
    return plages;
}

std::optional<std::size_t> Segment::rang(std::string_view finess, std::string_view personne) const {
    const auto ici = std::lower_bound(
        etablissements_.begin(), etablissements_.end(), finess,
        [](const auto& un, std::string_view voulu) { return un.numero() < voulu; });
    if (ici == etablissements_.end() || ici->numero() != finess) return std::nullopt;
    const auto dossiers = dossiers_.subspan(ici->premier, ici->dossiers);
    const auto la = std::lower_bound(
        dossiers.begin(), dossiers.end(), personne,
        [this](const Dossier& un, std::string_view voulue) { return this->personne(un) < voulue; });
    if (la == dossiers.end() || this->personne(*la) != personne) return std::nullopt;
    return ici->premier + static_cast<std::size_t>(la - dossiers.begin());
}

void Segment::clore(std::size_t rang, fait::Type type, const Rangee& rangee, std::uint32_t par) {
    const auto celles_ci = rangees(rang, type);
    const auto premiere = celles_ci.data() - rangees_[static_cast<std::size_t>(type)].data();
    const auto toutes = rangees_[static_cast<std::size_t>(type)].subspan(
        static_cast<std::size_t>(premiere), celles_ci.size());
    const auto la = std::lower_bound(
        toutes.begin(), toutes.end(), rangee,
        [type](const Rangee& une, const Rangee& autre) { return avant(type, une, autre); });
    core::ensure(la != toutes.end() && la->numero == rangee.numero, "a replaced row is there");
    la->jusque = std::min(la->jusque, par);
}

std::uint64_t Segment::octets() const {
    std::uint64_t somme = 0;
    for (const auto& fichier : fichiers_) somme += fichier->octets();
    return somme;
}

core::Result<void> Segment::verifier() const {
    for (std::size_t n = 0; n < fichiers_.size(); ++n) {
        const auto chemin = dossier_ + "/" + std::string{fichiers_du_segment[n]};
        const auto fichier = Fichier::ouvrir(chemin);
        secret::Condense condense;
        if (fichier) condense.ajouter(fichier->texte());
        if (!fichier || condense.hexadecimal() != empreintes_[n])
            return core::refuse(core::Reason::unavailable, "colonnes.changees", chemin);
    }
    return {};
}

}  // namespace grappe::colonnes
