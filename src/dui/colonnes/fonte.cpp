// Merge of segments, record by record.
#include "dui/colonnes/fonte.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace grappe::colonnes {
namespace {

using fait::Type;

// Where the merge is in one segment.
struct Lecture {
    const Segment& segment;
    std::size_t etablissement = 0;
    std::size_t dossier = 0;

    const Etablissement* ici() const {
        const auto tous = segment.etablissements();
        return etablissement < tous.size() ? &tous[etablissement] : nullptr;
    }
};

class Fonte {
public:
    Fonte(std::span<const Segment> segments, const Remplacees& remplacees, Ecrivain& sortie)
        : remplacees_{remplacees}, sortie_{sortie} {
        for (const auto& segment : segments) lectures_.push_back({segment});
    }

    void faire() {
        while (const auto suivant = premier_numero()) {
            std::vector<Lecture*> ici;
            auto connu = toujours;
            for (auto& lecture : lectures_) {
                const auto* la = lecture.ici();
                if (la == nullptr || la->numero() != *suivant) continue;
                ici.push_back(&lecture);
                connu = std::min(connu, la->connu);
                lecture.dossier = la->premier;
            }
            sortie_.etablissement(*suivant, connu);
            fondre_les_dossiers(ici);
            for (auto* lecture : ici) ++lecture->etablissement;
        }
    }

private:
    std::optional<std::string_view> premier_numero() const {
        std::optional<std::string_view> premier;
        for (const auto& lecture : lectures_)
            if (const auto* la = lecture.ici();
                la != nullptr && (!premier || la->numero() < *premier))
                premier = la->numero();
        return premier;
    }

    static std::optional<std::string_view> personne_de(const Lecture& lecture) {
        const auto& la = *lecture.ici();
        if (lecture.dossier >= la.premier + la.dossiers) return std::nullopt;
        return lecture.segment.personne(lecture.segment.dossier(lecture.dossier));
    }

    void fondre_les_dossiers(std::span<Lecture* const> ici) {
        while (true) {
            std::optional<std::string_view> premiere;
            for (const auto* lecture : ici)
                if (const auto une = personne_de(*lecture); une && (!premiere || *une < *premiere))
                    premiere = une;
            if (!premiere) return;
            sortie_.dossier(*premiere);
            ensemble_.clear();
            for (auto* lecture : ici)
                if (personne_de(*lecture) == premiere) ensemble_.push_back(lecture);
            for (std::size_t t = 0; t < fait::types; ++t) fondre_les_rangees(static_cast<Type>(t));
            for (auto* lecture : ensemble_) ++lecture->dossier;
        }
    }

    void fondre_les_rangees(Type type) {
        if (ensemble_.size() == 1 && remplacees_.empty())
            return sortie_.rangees(type, de(*ensemble_.front(), type));
        rangees_.clear();
        for (const auto* lecture : ensemble_)
            for (const auto& rangee : de(*lecture, type)) rangees_.push_back(close(rangee));
        trier(type, rangees_);
        sortie_.rangees(type, rangees_);
    }

    static std::span<const Rangee> de(const Lecture& lecture, Type type) {
        return lecture.segment.rangees(lecture.dossier, type);
    }

    Rangee close(Rangee rangee) const {
        if (remplacees_.empty() || rangee.jusque != toujours) return rangee;
        if (const auto par = remplacees_.find(rangee.numero); par != remplacees_.end())
            rangee.jusque = par->second;
        return rangee;
    }

    const Remplacees& remplacees_;
    Ecrivain& sortie_;
    std::vector<Lecture> lectures_;
    std::vector<Lecture*> ensemble_;  // those that hold the record under way
    std::vector<Rangee> rangees_;
};

}  // namespace

void fondre(std::span<const Segment> segments, const Remplacees& remplacees, Ecrivain& sortie) {
    Fonte{segments, remplacees, sortie}.faire();
}

}  // namespace grappe::colonnes
