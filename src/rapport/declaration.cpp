// Reading of declared figures.
#include "rapport/declaration.hpp"

#include <set>

#include "core/csv.hpp"
#include "core/integer.hpp"

namespace grappe::rapport {
namespace {

constexpr std::size_t colonnes = 6;
constexpr std::int64_t compte_max = 1'000'000'000'000;  // so that sums of them fit
constexpr std::string_view bom = "\xEF\xBB\xBF";

std::string_view sans_bom(std::string_view texte) {
    return texte.starts_with(bom) ? texte.substr(bom.size()) : texte;
}

// Messages and feeds count facts of the window, whoever they are about: they may exceed 100 %. So
// may the active records of `file_active`, of which who left before 1 January is no part.
bool borne(usage::Indicateur indicateur, usage::Denominateur lecture) {
    using usage::Indicateur;
    if (indicateur == Indicateur::dossiers_actifs)
        return lecture != usage::Denominateur::file_active;
    return indicateur != Indicateur::mssante && indicateur != Indicateur::dmp;
}

class Lecteur {
public:
    LectureDeDeclaration lire(std::string_view texte) {
        core::CsvReader lignes{sans_bom(texte), ';'};
        for (;;) {
            const auto suite = lignes.next();
            if (suite && !*suite) break;
            ligne_ = lignes.line();
            if (!suite) refuser("csv");
            if (suite && ligne_ > 1) lire_ligne(lignes.fields());
        }
        if (!tete_ && reproches_.empty()) reproches_.push_back({"declaration.vide"});
        LectureDeDeclaration lecture{std::move(reproches_), {}};
        if (lecture.reproches.empty())
            lecture.declaration = Declaration{tete_->first, tete_->second, std::move(lues_)};
        return lecture;
    }

private:
    void refuser(const std::string& colonne) {
        reproches_.push_back({"declaration.ligne", {{"ligne", ligne_}, {"colonne", colonne}}});
    }

    // Nothing where `comprendre` does not understand the field: the fault is told.
    template <class Lire>
    auto champ(std::string_view texte, const char* colonne, Lire comprendre) {
        auto lu = comprendre(texte);
        if (!lu) refuser(colonne);
        return lu;
    }

    static std::optional<std::int64_t> compte(std::string_view texte) {
        const auto lu = core::integer<std::int64_t>(texte);
        return lu && *lu >= 0 && *lu <= compte_max ? lu : std::nullopt;
    }

    void lire_ligne(const std::vector<std::string_view>& champs) {
        if (champs.size() != colonnes) return refuser("nombre de colonnes");
        const auto finess = champ(champs[0], "finess_et", core::Finess::parse);
        const auto au = champ(champs[1], "au", core::Date::parse);
        const auto lecture = champ(champs[2], "lecture", core::named<usage::Denominateur>);
        const auto indicateur = champ(champs[3], "indicateur", core::named<usage::Indicateur>);
        const auto numerateur = champ(champs[4], "numerateur", compte);
        const auto denominateur = champ(champs[5], "denominateur", compte);
        if (finess && !finess->has_valid_key()) return refuser("finess_et");
        if (!finess || !au || !lecture || !indicateur || !numerateur || !denominateur) return;
        if (!tete_) tete_ = {*au, *lecture};
        if (*au != tete_->first) refuser("au");
        if (*lecture != tete_->second) refuser("lecture");
        if (borne(*indicateur, *lecture) && *numerateur > *denominateur) refuser("numerateur");
        if (!vues_.emplace(finess->text(), *indicateur).second) refuser("indicateur");
        lues_.push_back({*finess, *indicateur, {*numerateur, *denominateur}});
    }

    Reproches reproches_;
    std::optional<std::pair<core::Date, usage::Denominateur>> tete_;
    std::set<std::pair<std::string, usage::Indicateur>> vues_;
    std::vector<LigneDeclaree> lues_;
    std::int64_t ligne_ = 0;
};

}  // namespace

bool est_une_declaration(std::string_view texte) {
    texte = sans_bom(texte);
    auto premiere = texte.substr(0, texte.find('\n'));
    if (premiere.ends_with('\r')) premiere.remove_suffix(1);
    return premiere == entete_de_declaration;
}

LectureDeDeclaration lire_declaration(std::string_view texte) { return Lecteur{}.lire(texte); }

}  // namespace grappe::rapport
