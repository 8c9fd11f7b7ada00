// The commands of the register: import, first use, state, search, sectors.
#include "portail/cli/registre_actions.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <memory>

#include "cli/progression.hpp"
#include "portail/rendu/registre_json.hpp"
#include "referentiels/changement_secteur.hpp"
#include "referentiels/import.hpp"
#include "referentiels/registre_en_service.hpp"
#include "storage/migration.hpp"

namespace grappe::cli {
namespace {

using rules::Faits;

core::Date jour_de(core::Instant instant) { return core::paris().day_of(instant); }

core::Date aujourdhui(const Session& session) { return jour_de(session.maintenant); }

void dire(const Session& session, std::string_view code, const Faits& faits) {
    ecrire(session.sortie, session.phrases.rendre(code, faits) + "\n");
}

std::string phrase_de(const Session& session, std::string_view code, const std::string& detail) {
    if (!session.phrases.contient(code)) return fmt::format("{} : {}", code, detail);
    return session.phrases.rendre(code, {{"detail", std::string_view{detail}}});
}

// The base that a command writes, brought to the schema of this program.
core::Result<storage::Base> ouvrir_base(const Session& session, std::string url) {
    if (url.empty()) {
        std::filesystem::create_directories(session.racine + "/var");
        url = "sqlite:" + session.racine + "/var/portail.sqlite";
    }
    const auto migrations = storage::read_migrations(session.racine + "/schema/portail");
    if (!migrations) return migrations.error();
    auto ouverte = storage::Base::open(url, storage::Access::read_write);
    if (!ouverte) return ouverte.error();
    auto base = std::move(ouverte).value();
    if (const auto faites = storage::migrate(base, *migrations); !faites) return faites.error();
    return base;
}

std::function<void(std::uint64_t, std::uint64_t)> suivre(Progression& barre) {
    return [&barre](std::uint64_t lus, std::uint64_t total) { barre.avancer(lus, total); };
}

std::string entre_guillemets(std::string_view texte) {
    std::string champ = "\"";
    for (const char c : texte) {
        if (c == '"') champ += '"';
        champ += c;
    }
    return champ + '"';
}

// The reject file: one line a refused line, a duplicate or a warning, with the reason in French.
class Rejets {
public:
    Rejets(const Session& session, const std::string& chemin) : session_{session} {
        if (chemin.empty()) return;
        fichier_.open(chemin, std::ios::binary | std::ios::trunc);
        fichier_ << "nature;ligne;code;motif;texte\n";
        lisible_ = static_cast<bool>(fichier_);
    }
    bool lisible() const { return lisible_; }
    void ajouter(const char* nature, const referentiels::Remarque& remarque) {
        if (!fichier_.is_open()) return;
        fichier_ << nature << ';' << remarque.ligne << ';' << remarque.code << ';'
                 << entre_guillemets(phrase_de(session_, remarque.code, remarque.detail)) << ';'
                 << entre_guillemets(remarque.texte) << '\n';
    }

private:
    const Session& session_;
    std::ofstream fichier_;
    bool lisible_ = true;
};

Faits faits_de(const referentiels::ImportRegistre& import) {
    const auto& c = import.comptes;
    return {{"date", import.date},       {"format", core::name_of(import.format)},
            {"fichier", import.fichier}, {"lus", c.lus},
            {"nouveaux", c.nouveaux},    {"modifies", c.modifies},
            {"fermes", c.fermes},        {"rejetes", c.rejetes},
            {"doublons", c.doublons},    {"avertissements", c.avertissements}};
}

int rendre_compte(const Session& session, const referentiels::BilanImport& bilan) {
    const auto faits = faits_de(bilan.import);
    dire(session, bilan.inchange ? "cli.registre.inchange" : "cli.registre.importe", faits);
    if (!bilan.inchange) dire(session, "cli.registre.comptes", faits);
    return reussi;
}

core::Result<referentiels::RegistreEnService> ouvrir(
    const Session& session, const std::string& registre,
    std::function<void(std::uint64_t, std::uint64_t)> progres) {
    return referentiels::ouvrir_registre(
        {.racine = session.racine,
         .option = registre.empty() ? std::nullopt : std::optional{registre},
         .maintenant = session.maintenant,
         .progres = std::move(progres)});
}

core::Result<referentiels::RegistreEnService> ouvrir_avec_barre(const Session& session,
                                                                const OptionsEtat& options) {
    if (!options.progres) return ouvrir(session, options.registre, nullptr);
    Progression barre{session.erreur, session.phrases.rendre("cli.registre.progression", {})};
    return ouvrir(session, options.registre, suivre(barre));
}

void montrer(const Session& session, const referentiels::Etablissement& e) {
    const auto ferme =
        e.ferme_le ? " " + session.phrases.rendre("cli.registre.ferme_le", {{"date", *e.ferme_le}})
                   : std::string{};
    ecrire(session.sortie,
           fmt::format("{}  {}, {} ({}), {} {}{}\n", e.finess_et.text(), e.raison_sociale,
                       e.commune, e.departement, e.categorie, e.libelle_categorie, ferme));
}

// An option that names one of a list, or the refusal that says so.
template <class E>
core::Result<E> lire_nom(const std::string& texte, const char* code) {
    const auto valeur = core::named<E>(texte);
    if (!valeur) return core::refuse(core::Reason::invalid, code, texte);
    return *valeur;
}

core::Result<referentiels::DemandeChangement> lire_changement(const Session& session,
                                                              const OptionsSecteur& options) {
    const auto eligibilite =
        lire_nom<referentiels::Eligibilite>(options.eligible, "cli.registre.eligible");
    if (!eligibilite) return eligibilite.error();
    std::optional<referentiels::Secteur> secteur;
    if (!options.secteur.empty()) {
        const auto lu = lire_nom<referentiels::Secteur>(options.secteur, "cli.registre.secteur");
        if (!lu) return lu.error();
        secteur = *lu;
    }
    auto jour = aujourdhui(session);
    if (!options.a_compter_du.empty()) {
        const auto lu = core::Date::parse(options.a_compter_du);
        if (!lu)
            return core::refuse(core::Reason::invalid, "cli.registre.date", options.a_compter_du);
        jour = *lu;
    }
    return referentiels::DemandeChangement{.categorie = options.categorie,
                                           .a_compter_du = jour,
                                           .secteur = secteur,
                                           .eligibilite = *eligibilite,
                                           .par = options.par,
                                           .motif = options.motif,
                                           .maintenant = session.maintenant};
}

std::string en_texte(const std::optional<referentiels::Secteur>& secteur) {
    return secteur ? std::string{core::name_of(*secteur)} : "-";
}

void montrer(const Session& session, const referentiels::ChangementSecteur& c) {
    dire(session, "cli.registre.changement",
         {{"date", c.a_compter_du},
          {"ancien", en_texte(c.ancien_secteur)},
          {"ancienne", core::name_of(c.ancienne_eligibilite)},
          {"secteur", en_texte(c.secteur)},
          {"eligible", core::name_of(c.eligibilite)},
          {"par", c.par},
          {"fait_le", jour_de(c.fait_le)},
          {"motif", c.motif}});
}

}  // namespace

int commande_registre_importer(const Session& session, const OptionsImporter& options) {
    std::optional<core::Date> date;
    if (!options.date.empty()) {
        const auto lue = core::Date::parse(options.date);
        if (!lue) {
            return refuser(session,
                           core::refuse(core::Reason::invalid, "cli.registre.date", options.date),
                           saisie_illisible);
        }
        date = *lue;
    }
    const auto territoires = referentiels::charger_territoires(session.racine + "/donnees");
    if (!territoires) return refuser(session, territoires.error(), donnees_inutilisables);
    const auto categories = referentiels::charger_categories(session.racine + "/donnees");
    if (!categories) return refuser(session, categories.error(), donnees_inutilisables);
    auto ouverte = ouvrir_base(session, options.base);
    if (!ouverte) return refuser(session, ouverte.error(), donnees_inutilisables);
    auto base = std::move(ouverte).value();
    Rejets rejets{session, options.rejets};
    if (!rejets.lisible())
        return refuser(
            session,
            core::refuse(core::Reason::invalid, "cli.registre.rejets_impossible", options.rejets),
            saisie_illisible);
    const auto barre = options.progres ? std::make_unique<Progression>(
                                             session.erreur,
                                             session.phrases.rendre("cli.registre.progression", {}))
                                       : nullptr;
    using referentiels::Controle;
    const auto bilan = referentiels::importer(
        base, *territoires,
        {.fichier = options.fichier,
         .maintenant = session.maintenant,
         .date = date,
         .controle = options.forcer ? Controle::leve : Controle::strict,
         .categories = &*categories,
         .rejet = [&](const referentiels::Remarque& r) { rejets.ajouter("rejet", r); },
         .avertissement = [&](const auto& r) { rejets.ajouter("avertissement", r); },
         .progres = barre ? suivre(*barre) : nullptr});
    if (!bilan) return refuser(session, bilan.error(), saisie_illisible);
    return rendre_compte(session, *bilan);
}

int commande_registre_preparer(const Session& session, const OptionsPreparer& options) {
    const auto ouvert = ouvrir_avec_barre(session, {.progres = options.progres});
    return ouvert ? reussi : refuser(session, ouvert.error(), donnees_inutilisables);
}

int commande_registre_etat(const Session& session, const OptionsEtat& options) {
    auto ouvert = ouvrir_avec_barre(session, options);
    if (!ouvert) return refuser(session, ouvert.error(), donnees_inutilisables);
    auto registre = std::move(ouvert).value();
    registre.base().read([&](storage::Reader& db) {
        const auto dernier = referentiels::dernier_import(db).value();
        const auto nombre = referentiels::effectifs(db);
        dire(session, "cli.registre.etat", faits_de(dernier));
        dire(session, "cli.registre.effectifs",
             {{"ouverts", nombre.ouverts}, {"fermes", nombre.fermes}});
        return 0;
    });
    return reussi;
}

int commande_registre_chercher(const Session& session, const OptionsChercher& options) {
    const auto texte = fmt::format("{}", fmt::join(options.mots, " "));
    if (texte.find_first_not_of(' ') == std::string::npos && options.categorie.empty() &&
        options.region.empty() && options.departement.empty())
        return refuser(session, core::refuse(core::Reason::invalid, "cli.registre.sans_mot"),
                       saisie_illisible);
    auto ouvert = ouvrir(session, options.registre, nullptr);
    if (!ouvert) return refuser(session, ouvert.error(), donnees_inutilisables);
    auto registre = std::move(ouvert).value();
    auto usuels = referentiels::charger_mots_usuels(session.racine + "/donnees");
    if (!usuels) return refuser(session, usuels.error(), donnees_inutilisables);
    const auto memoire = registre.en_memoire(std::move(usuels).value());
    const auto trouvailles = memoire.chercher({.texte = texte,
                                               .categorie = options.categorie,
                                               .region = options.region,
                                               .departement = options.departement,
                                               .limite = options.limite});
    if (options.json) {
        const auto json = rendu::trouvailles_json(trouvailles, {.categories = registre.categories(),
                                                                .registre_au = memoire.date(),
                                                                .aujourdhui = aujourdhui(session)});
        ecrire(session.sortie, json + "\n");
        return reussi;
    }
    for (const auto* etablissement : trouvailles.etablissements) montrer(session, *etablissement);
    const auto total = static_cast<std::int64_t>(trouvailles.total);
    const auto code = std::string{total == 0 ? "cli.registre.aucun" : "cli.registre.trouves"};
    Faits faits{{"total", total},
                {"montres", static_cast<std::int64_t>(trouvailles.etablissements.size())}};
    if (memoire.date()) faits.push_back({"date", *memoire.date()});
    dire(session, memoire.date() ? code : code + "_sans_date", faits);
    return reussi;
}

int commande_registre_secteur(const Session& session, const OptionsSecteur& options) {
    const auto fichiers = referentiels::charger_categories(session.racine + "/donnees");
    if (!fichiers) return refuser(session, fichiers.error(), donnees_inutilisables);
    auto ouverte = ouvrir_base(session, options.base);
    if (!ouverte) return refuser(session, ouverte.error(), donnees_inutilisables);
    auto base = std::move(ouverte).value();
    if (!options.eligible.empty() || !options.secteur.empty()) {
        const auto demande = lire_changement(session, options);
        if (!demande) return refuser(session, demande.error(), saisie_illisible);
        const auto fait = referentiels::changer_secteur(base, *fichiers, *demande);
        if (!fait) return refuser(session, fait.error(), saisie_illisible);
    }
    const auto faits = base.read([](storage::Reader& db) { return referentiels::changements(db); });
    const auto table = referentiels::categories_au(*fichiers, faits, aujourdhui(session));
    if (const auto* categorie = table.find(options.categorie))
        dire(session, "cli.registre.categorie",
             {{"code", categorie->code},
              {"libelle", categorie->libelle},
              {"secteur", en_texte(categorie->secteur)},
              {"eligible", core::name_of(categorie->eligibilite)}});
    for (const auto& changement : faits)
        if (changement.categorie == options.categorie) montrer(session, changement);
    return reussi;
}

}  // namespace grappe::cli
