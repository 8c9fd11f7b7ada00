// Opening of a register by what the user names, and the questions put to it.
#include "referentiels/registre_en_service.hpp"

#include <array>
#include <fstream>

#include "referentiels/changement_secteur.hpp"
#include "referentiels/import.hpp"
#include "referentiels/premiere_utilisation.hpp"
#include "referentiels/registre_repository.hpp"
#include "storage/address.hpp"
#include "storage/migration.hpp"

namespace grappe::referentiels {
namespace {

core::Date jour_de(core::Instant instant) { return core::paris().day_of(instant); }

bool est_une_base(const std::string& option) {
    if (!storage::unknown_scheme(option).empty()) return true;  // opening says that it is none
    for (const std::string_view schema : {"sqlite:", "postgresql://", "postgres://"})
        if (option.starts_with(schema)) return true;
    constexpr std::string_view signature = "SQLite format 3";
    std::array<char, signature.size()> debut{};
    std::ifstream{option, std::ios::binary}.read(debut.data(), debut.size());
    return std::string_view{debut.data(), debut.size()} == signature;
}

struct Choisie {
    storage::Base base;
    std::optional<core::Date> date;
};

core::Result<Choisie> avec_sa_date(core::Result<storage::Base> ouverte) {
    if (!ouverte) return ouverte.error();
    auto base = std::move(ouverte).value();
    const auto date =
        base.read([](storage::Reader& db) { return dernier_import(db).value().date; });
    return Choisie{std::move(base), date};
}

core::Result<Choisie> base_de_fichier(const DemandeRegistre& demande,
                                      const Territoires& territoires) {
    // The day on which a file was written says nothing: the same bytes copied again would be
    // another register. A row has a date all the same; of this private base nobody reads it.
    const auto sans_date = core::Date::of(std::chrono::sys_days{});
    auto base = storage::Base::in_memory();
    const auto migrations = storage::read_migrations(demande.racine + "/schema/portail");
    if (!migrations) return migrations.error();
    if (const auto faites = storage::migrate(base, *migrations); !faites) return faites.error();
    const auto bilan = importer(base, territoires,
                                {.fichier = *demande.option,
                                 .maintenant = demande.maintenant,
                                 .date_a_defaut = sans_date,
                                 .controle = Controle::leve,
                                 .progres = demande.progres});
    if (!bilan) return bilan.error();
    return Choisie{std::move(base),
                   bilan->date_connue ? std::optional{bilan->import.date} : std::nullopt};
}

core::Result<storage::Base> base_nommee(const std::string& option) {
    try {
        auto base = storage::Base::open(option, storage::Access::read_only);
        if (!base) return base.error();
        auto ouverte = std::move(base).value();
        const auto importe = ouverte.read([](storage::Reader& db) { return dernier_import(db); });
        if (!importe) return core::refuse(core::Reason::unavailable, "registre.base_vide", option);
        return ouverte;
    } catch (const storage::Failure& cause) {
        return core::refuse(core::Reason::unavailable, "base.illisible", cause.what());
    }
}

core::Result<Choisie> choisir_base(const DemandeRegistre& demande, const Territoires& territoires) {
    if (!demande.option)
        return avec_sa_date(
            base_livree(demande.racine, territoires,
                        {.maintenant = demande.maintenant, .progres = demande.progres}));
    if (est_une_base(*demande.option)) return avec_sa_date(base_nommee(*demande.option));
    return base_de_fichier(demande, territoires);
}

}  // namespace

core::Result<RegistreEnService> ouvrir_registre(const DemandeRegistre& demande) {
    const auto donnees = demande.racine + "/donnees";
    auto territoires = charger_territoires(donnees);
    if (!territoires) return territoires.error();
    const auto fichiers = charger_categories(donnees);
    if (!fichiers) return fichiers.error();
    auto choisie = choisir_base(demande, *territoires);
    if (!choisie) return choisie.error();
    auto [base, date] = std::move(choisie).value();
    const auto faits = base.read([](storage::Reader& db) { return changements(db); });
    return RegistreEnService{std::move(base), std::move(territoires).value(),
                             categories_au(*fichiers, faits, jour_de(demande.maintenant)), date};
}

core::Result<RegistreEnService> ouvrir_registre(const std::string& racine,
                                                const std::optional<std::string>& option,
                                                core::Instant maintenant) {
    return ouvrir_registre({.racine = racine, .option = option, .maintenant = maintenant});
}

Fiches RegistreEnService::fiches(std::span<const std::string> numeros) {
    return base_.read([&](storage::Reader& db) {
        Fiches trouvees;
        for (auto& etablissement : trouver(db, numeros)) {
            auto numero = etablissement.finess_et.text();
            trouvees.par_finess_et.emplace(std::move(numero), std::move(etablissement));
        }
        trouvees.entites_juridiques = entites_parmi(db, numeros);
        return trouvees;
    });
}

RegistreEnMemoire RegistreEnService::en_memoire(MotsUsuels usuels) {
    std::vector<Etablissement> tous;
    base_.read([&](storage::Reader& db) {
        const auto nombre = effectifs(db);
        tous.reserve(static_cast<std::size_t>(nombre.ouverts + nombre.fermes));
        chaque_etablissement(db, [&](Etablissement&& e) { tous.push_back(std::move(e)); });
        return 0;
    });
    return {date_, std::move(tous), categories_, std::move(usuels)};
}

Fiches fiches(const RegistreEnMemoire& registre, std::span<const std::string> numeros) {
    Fiches trouvees;
    for (const auto& numero : numeros) {
        if (const auto* etablissement = registre.find(numero))
            trouvees.par_finess_et.emplace(numero, *etablissement);
        if (registre.est_entite_juridique(numero)) trouvees.entites_juridiques.insert(numero);
    }
    return trouvees;
}

}  // namespace grappe::referentiels
