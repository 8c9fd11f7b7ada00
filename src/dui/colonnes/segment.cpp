// Mapping of the files of a segment.
#include "dui/colonnes/segment.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dui/colonnes/sceau.hpp"
#include "fichiers/racine.hpp"
#include "secret/condense.hpp"

namespace grappe::colonnes {

// A file mapped for reading; empty where it has no bytes.
class Fichier {
public:
    static std::unique_ptr<Fichier> ouvrir(const std::string& chemin) {
        const int descripteur = ::open(chemin.c_str(), O_RDONLY | O_CLOEXEC);
        if (descripteur < 0) return nullptr;
        struct stat etat {};
        std::unique_ptr<Fichier> fichier;
        if (::fstat(descripteur, &etat) == 0) {
            const auto octets = static_cast<std::size_t>(etat.st_size);
            void* debut = octets == 0
                              ? nullptr
                              : ::mmap(nullptr, octets, PROT_READ, MAP_SHARED, descripteur, 0);
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
    std::span<const T> en() const {
        return {static_cast<const T*>(debut_), octets_ / sizeof(T)};
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

std::uint64_t Segment::octets() const {
    std::uint64_t somme = 0;
    for (const auto& fichier : fichiers_) somme += fichier->octets();
    return somme;
}

core::Result<void> Segment::verifier() const {
    for (std::size_t n = 0; n < fichiers_.size(); ++n) {
        secret::Condense condense;
        condense.ajouter(fichiers_[n]->texte());
        if (condense.hexadecimal() != empreintes_[n])
            return core::refuse(core::Reason::unavailable, "colonnes.changees",
                                dossier_ + "/" + std::string{fichiers_du_segment[n]});
    }
    return {};
}

}  // namespace grappe::colonnes
