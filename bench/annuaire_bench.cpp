// How long a search among many persons takes, beside full text by trigrams of the same engine, same
// persons, same words, one run.
//   annuaire-bench [PERSONNES] [RECHERCHES] [BASE]      BASE: an empty PostgreSQL, or none: SQLite
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "core/json_text.hpp"
#include "core/texte.hpp"
#include "dui/annuaire/annuaire.hpp"
#include "dui/annuaire/population_pour_tests.hpp"
#include "dui/magasin/faits_repository.hpp"
#include "storage/base.hpp"
#include "storage/migration.hpp"

namespace grappe::annuaire {
namespace {

using Horloge = std::chrono::steady_clock;
using tests::Fictive, tests::Population;

constexpr std::size_t montres = 20, etablissements = 15;

// Of this thread: what others do meanwhile does not count.
long long nanosecondes_de_processeur() {
    timespec temps{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &temps);
    return temps.tv_sec * 1'000'000'000LL + temps.tv_nsec;
}

long long nanosecondes_depuis(Horloge::time_point debut) {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(Horloge::now() - debut).count();
}

core::Finess etablissement(std::size_t n) {
    return core::Finess::parse(std::to_string(330'000'001 + n)).value();
}

fait::Fait en_fait(const Fictive& une, std::size_t rang) {
    std::string prenoms;
    for (const auto& un : une.prenoms)
        prenoms += (prenoms.empty() ? "" : ",") + core::json_text(un);
    return {.id = "P" + std::to_string(rang),
            .type = fait::Type::personne,
            .finess_et = etablissement(rang % etablissements),
            .personnes = {},
            .debut = une.naissance.days().time_since_epoch().count(),
            .fin = {},
            .etat = fait::Etat::provisoire,
            .reste = R"({"lieu_naissance":"33063","nom_naissance":)" + core::json_text(une.nom) +
                     R"(,"prenoms":[)" + prenoms + R"(],"sexe":"F"})"};
}

fait::Fait en_sejour(std::size_t rang) {
    return {.id = "S" + std::to_string(rang),
            .type = fait::Type::sejour,
            .finess_et = etablissement(rang % etablissements),
            .personnes = {"P" + std::to_string(rang)},
            .debut = 19'000,
            .fin = {},
            .etat = fait::Etat::permanent,
            .reste = {}};
}

std::string plie(const Fictive& une) {
    auto texte = core::fold(une.nom);
    for (const auto& un : une.prenoms) texte += " " + core::fold(un);
    std::replace(texte.begin(), texte.end(), '-', ' ');
    return texte;
}

void remplir(storage::Base& base, const std::vector<Fictive>& toutes, bool postgres) {
    base.connection().script(
        postgres ? "CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE TABLE pair (id TEXT, noms TEXT)"
                 : "CREATE VIRTUAL TABLE pair USING fts5 (id UNINDEXED, noms, tokenize='trigram')");
    (void)base.write([&](storage::Writer& db) -> core::Result<void> {
        (void)magasin::marque(db);
        std::vector<magasin::Version> versions;
        std::int64_t numero = 0;
        for (std::size_t n = 0; n < toutes.size(); ++n) {
            versions.push_back({++numero, 1, 1, en_fait(toutes[n], n)});
            versions.push_back({++numero, 1, 1, en_sejour(n)});
            db.run({"pair", "INSERT INTO pair (id, noms) VALUES ($1, $2)"}, "P" + std::to_string(n),
                   plie(toutes[n]));
        }
        magasin::ajouter(db, versions);
        magasin::ajouter_acte(db, {{1, magasin::Moment{1}}, "mesure", "mesure", numero});
        return {};
    });
    if (postgres)
        base.connection().script(
            "CREATE INDEX pair_trgm ON pair USING gin (noms gin_trgm_ops); ANALYZE pair");
}

struct Genre {
    const char* nom;
    std::string (*texte)(const Fictive& une, Population& hasard);
};

std::string fragment(const std::string& mot, std::size_t debut, std::size_t combien) {
    return mot.substr(std::min(debut, mot.size() - std::min(mot.size(), combien)), combien);
}

std::string avec_une_faute(std::string mot, Population& hasard) {
    const auto place = 1 + hasard.sous(mot.size() - 1);
    if (mot[place] == 'X') return mot;
    mot[place] = 'X';
    return mot;
}

constexpr auto genres = std::to_array<Genre>({
    {"debut du nom, 3 lettres",
     [](const Fictive& u, Population&) { return fragment(u.nom, 0, 3); }},
    {"fragment du nom, 4 lettres",
     [](const Fictive& u, Population&) { return fragment(u.nom, 2, 4); }},
    {"prenom puis nom", [](const Fictive& u, Population&) { return u.prenoms[0] + " " + u.nom; }},
    {"nom et annee", [](const Fictive& u,
                        Population&) { return u.nom + " " + std::to_string(u.naissance.year()); }},
    {"une lettre fausse", [](const Fictive& u, Population& h) { return avec_une_faute(u.nom, h); }},
    {"prenom faux, nom juste",
     [](const Fictive& u, Population& h) { return avec_une_faute(u.prenoms[0], h) + " " + u.nom; }},
    {"deux lettres", [](const Fictive& u, Population&) { return fragment(u.nom, 1, 2); }},
    {"personne de ce nom", [](const Fictive&, Population&) { return std::string{"xylophonqz"}; }},
});

long long centile_en_us(std::vector<long long>& durees, std::size_t pour_mille) {
    std::sort(durees.begin(), durees.end());
    return durees[std::min(durees.size() - 1, durees.size() * pour_mille / 1000)] / 1000;
}

// The same words asked of the peer: every word as a fragment, names in order, as many answers.
class Pair {
public:
    Pair(storage::Base& base, bool postgres) : base_{base}, postgres_{postgres} {}
    const char* nom() const { return postgres_ ? "PostgreSQL pg_trgm" : "SQLite FTS5 trigram"; }

    std::size_t demander(const std::string& texte) {
        std::vector<std::string> mots;
        for (const auto& mot : requete_de(texte).mots) {
            if (mot.date) continue;
            mots.push_back(mot.tape);
            std::replace(mots.back().begin(), mots.back().end(), '-', ' ');
        }
        std::size_t trouves = 0;
        const auto compter = [&](const storage::Row& ligne) {
            trouves += ligne.get<std::string>("id").empty() ? 0 : 1;
        };
        base_.read([&](storage::Reader& db) {
            if (!postgres_) return db.each(par_fts, compter, "\"" + joints(mots) + "\"");
            for (auto& un : mots) un = "%" + un + "%";
            mots.size() > 1 ? db.each(par_deux, compter, mots[0], mots[1])
                            : db.each(par_un, compter, mots[0]);
        });
        return trouves;
    }

private:
    static constexpr storage::Statement par_fts{
        "pair.fts", "SELECT id, noms FROM pair WHERE pair MATCH $1 ORDER BY noms, id LIMIT 21"};
    static constexpr storage::Statement par_un{
        "pair.un", "SELECT id, noms FROM pair WHERE noms LIKE $1 ORDER BY noms, id LIMIT 21"};
    static constexpr storage::Statement par_deux{
        "pair.deux",
        "SELECT id, noms FROM pair WHERE noms LIKE $1 AND noms LIKE $2 ORDER BY noms, id LIMIT 21"};

    static std::string joints(const std::vector<std::string>& mots) {
        std::string tout;
        for (const auto& un : mots) tout += (tout.empty() ? "" : "\" AND \"") + un;
        return tout;
    }

    storage::Base& base_;
    bool postgres_;
};

template <class Faire>
void chronometrer(const char* quoi, const std::vector<std::string>& textes, const Faire& faire) {
    std::vector<long long> durees, calculs;
    std::size_t trouves = 0;
    for (const auto& texte : textes) {
        const auto debut = Horloge::now();
        const auto avant = nanosecondes_de_processeur();
        trouves += faire(texte);
        calculs.push_back(nanosecondes_de_processeur() - avant);
        durees.push_back(nanosecondes_depuis(debut));
    }
    std::printf(
        "  %-30s p50 %6lld us  p99 %6lld us  processor: p50 %6lld us  p99 %6lld us  (%zu found)\n",
        quoi, centile_en_us(durees, 500), centile_en_us(durees, 990), centile_en_us(calculs, 500),
        centile_en_us(calculs, 990), trouves);
}

void mesurer_un_genre(const Annuaire& annuaire, Pair& pair,
                      const std::vector<std::string>& textes) {
    const Lisible tous = [](std::string_view) { return true; };
    const auto seul = etablissement(7).text();
    const Lisible un_seul = [&](std::string_view finess_et) { return finess_et == seul; };
    const auto ici = [&](const Lisible& lisible) {
        return [&](const std::string& texte) {
            return annuaire.chercher({texte, lisible, montres}).trouvailles.size();
        };
    };
    chronometrer("annuaire, tous etablissements", textes, ici(tous));
    chronometrer("annuaire, un de quinze", textes, ici(un_seul));
    chronometrer(pair.nom(), textes, [&](const auto& texte) { return pair.demander(texte); });
}

int mesurer(int combien, char** mots) {
    const auto personnes = combien > 1 ? std::strtoul(mots[1], nullptr, 10) : 100'000;
    const auto recherches = combien > 2 ? std::strtoul(mots[2], nullptr, 10) : 1'000;
    const bool postgres = combien > 3;
    auto base = postgres
                    ? std::move(storage::Base::open(mots[3], storage::Access::read_write)).value()
                    : storage::Base::in_memory();
    const auto schema = storage::read_migrations(std::string{GRAPPE_ROOT} + "/schema/dui").value();
    if (!storage::migrate(base, schema)) return 2;
    Population population{1941};
    std::vector<Fictive> toutes;
    for (std::size_t n = 0; n < personnes; ++n) toutes.push_back(population.une());
    remplir(base, toutes, postgres);

    Annuaire annuaire;
    auto debut = Horloge::now();
    base.read([&](storage::Reader& db) { annuaire.mettre_a_jour(db); });
    std::printf("%zu personnes lues en %lld ms\n", annuaire.combien(),
                nanosecondes_depuis(debut) / 1'000'000);
    (void)base.write([&](storage::Writer& db) -> core::Result<void> {
        const magasin::Version neuve{static_cast<std::int64_t>(personnes * 2 + 1), 1, 2,
                                     en_fait(population.une(), personnes)};
        magasin::ajouter(db, {&neuve, 1});
        return {};
    });
    debut = Horloge::now();
    base.read([&](storage::Reader& db) { annuaire.mettre_a_jour(db); });
    std::printf("une personne de plus : %lld us", nanosecondes_depuis(debut) / 1000);
    debut = Horloge::now();
    base.read([&](storage::Reader& db) { annuaire.mettre_a_jour(db); });
    std::printf(", rien de neuf : %lld us\n", nanosecondes_depuis(debut) / 1000);
    Pair pair{base, postgres};
    for (const auto& genre : genres) {
        std::vector<std::string> textes;
        for (std::size_t n = 0; n < recherches; ++n)
            textes.push_back(genre.texte(toutes[population.sous(toutes.size())], population));
        std::printf("%s\n", genre.nom);
        mesurer_un_genre(annuaire, pair, textes);
    }
    return 0;
}

}  // namespace
}  // namespace grappe::annuaire

int main(int combien, char** mots) { return grappe::annuaire::mesurer(combien, mots); }
