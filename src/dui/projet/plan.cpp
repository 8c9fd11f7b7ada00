// Links followed from the expectation down; what hangs from nothing comes last.
#include "dui/projet/plan.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/calendar.hpp"

namespace grappe::projet {
namespace {

struct Niveau {
    Genre genre;
    std::string_view lien;  // its field that names elements of the level before
};
constexpr std::array niveaux{Niveau{Genre::attente, ""}, Niveau{Genre::besoin, "attente"},
                             Niveau{Genre::objectif, "besoin"}, Niveau{Genre::action, "objectifs"}};

class Chaine {
public:
    explicit Chaine(const Projet& projet) : projet_{projet} {}

    // The elements of that rank that hang from `parent`; null: from nothing that stands.
    std::vector<Maillon> sous(std::size_t rang, const Objet* parent) const {
        std::vector<Maillon> maillons;
        if (rang == niveaux.size()) {
            for (const auto genre : {Genre::prestation, Genre::moyen})
                for (const auto& un : projet_.des(genre))
                    if (pend(un, "action", Genre::action, parent)) maillons.push_back({&un, {}});
            return maillons;
        }
        const auto& niveau = niveaux[rang];
        for (const auto& un : projet_.des(niveau.genre))
            if (rang == 0 || pend(un, niveau.lien, niveaux[rang - 1].genre, parent))
                maillons.push_back({&un, sous(rang + 1, &un)});
        return maillons;
    }

    std::vector<Maillon> toute() const {
        auto maillons = sous(0, nullptr);
        for (std::size_t rang = 1; rang <= niveaux.size(); ++rang)
            if (auto seuls = sous(rang, nullptr); !seuls.empty())
                maillons.push_back({nullptr, std::move(seuls)});
        return maillons;
    }

private:
    bool pend(const Objet& un, std::string_view lien, Genre vers, const Objet* parent) const {
        const auto ids = mots_de(un.champ(lien));
        if (parent != nullptr) return std::ranges::find(ids, parent->id()) != ids.end();
        return std::ranges::none_of(
            ids, [&](std::string_view id) { return projet_.trouver(id, vers) != nullptr; });
    }

    const Projet& projet_;
};

std::tuple<std::optional<core::Date>, Temps, std::string_view> cle(const Evenement& un) {
    return {un.le, un.quoi, un.objet == nullptr ? std::string_view{} : un.objet->id()};
}

class Calendrier {
public:
    Calendrier(const Projet& projet, core::Date premier)
        : projet_{projet}, premier_{premier}, apres_{core::plus_months(premier, 1)} {}

    Mois mois(const std::optional<Revision>& revision) const {
        Mois mois{premier_, {}};
        for (const auto& un : projet_.des(Genre::bilan))
            dater(mois, est_tenu(un) ? Temps::bilan_tenu : Temps::bilan_prevu, un, un.jour("le"));
        for (const auto& une : projet_.des(Genre::revue))
            dater(mois, Temps::revue, une, une.jour("le"));
        for (const auto& un : projet_.des(Genre::objectif))
            dater(mois, Temps::objectif_finit, un, un.jour("fin"));
        if (revision && dedans(revision->terme))
            mois.evenements.push_back({Temps::revision, nullptr, revision->terme});
        std::ranges::sort(mois.evenements, {}, cle);
        etendre(mois, Temps::action, Genre::action);
        etendre(mois, Temps::prestation, Genre::prestation);
        return mois;
    }

private:
    bool dedans(core::Date jour) const { return premier_ <= jour && jour < apres_; }

    void dater(Mois& mois, Temps quoi, const Objet& un, std::optional<core::Date> le) const {
        if (le && dedans(*le)) mois.evenements.push_back({quoi, &un, le});
    }

    void etendre(Mois& mois, Temps quoi, Genre genre) const {
        const auto ici = projet_.ouvert_le();
        const auto fin = projet_.lui.jour("fin");
        for (const auto& une : projet_.des(genre)) {
            const auto jusqu_a = une.jour("fin") ? une.jour("fin") : fin;
            if (une.champ("statut") != "ANNULE" && une.jour("debut").value_or(ici) < apres_ &&
                (!jusqu_a || *jusqu_a >= premier_))
                mois.evenements.push_back({quoi, &une, {}});
        }
    }

    const Projet& projet_;
    core::Date premier_, apres_;
};

}  // namespace

std::vector<Maillon> chaine(const Projet& projet) { return Chaine{projet}.toute(); }

std::vector<Mois> mois_de(const Projet& projet, const std::optional<Revision>& revision,
                          core::Date premier, int combien) {
    std::vector<Mois> tous;
    for (int rang = 0; rang < combien; ++rang)
        tous.push_back(Calendrier{projet, core::plus_months(premier, rang)}.mois(revision));
    return tous;
}

}  // namespace grappe::projet
