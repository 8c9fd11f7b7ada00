// grappe-dui personne: somebody found by a fragment, and who may be somebody already known.
#include "dui/annuaire/annuaire_json.hpp"
#include "dui/cli/base_du_dui.hpp"
#include "dui/cli/commande.hpp"
#include "dui/identite/changement.hpp"

namespace grappe::dui {
namespace {

using cli::Session;

struct Options {
    OptionsDeBase base;
    std::string texte;
    std::string nom, nom_utilise, naissance, sexe, lieu;
    std::vector<std::string> prenoms;
    bool json = false;
};

constexpr std::size_t montrees = 20;

// Whoever holds the database reads all of it.
const annuaire::Lisible partout = [](std::string_view) { return true; };

std::string personne_dite(const Session& session, const annuaire::Personne& une,
                          std::string_view statut) {
    std::string prenoms, lieux;
    for (const auto& un : une.prenoms) (prenoms += prenoms.empty() ? "" : " ") += un;
    for (const auto& un : une.sejours)
        if (lieux.find(un.finess_et) == std::string::npos)
            (lieux += lieux.empty() ? "" : ", ") += un.finess_et;
    const auto etat = session.phrases.rendre("dui.identite.statut." + std::string{statut}, {});
    return session.phrases.rendre("dui.personne.dite",
                                  {{"id", une.id},
                                   {"nom", une.nom_de_naissance},
                                   {"prenoms", prenoms},
                                   {"naissance", une.naissance ? une.naissance->text() : "?"},
                                   {"etat", etat},
                                   {"lieux", lieux.empty() ? "–" : lieux}}) +
           "\n";
}

std::string dit(const Session& session, std::string_view groupe, std::string_view nom) {
    return session.phrases.rendre("annuaire." + std::string{groupe} + "." + std::string{nom}, {});
}

// `faire(Annuaire&, Reader&)` answers what is written.
template <class Faire>
int avec_l_annuaire(const Session& session, const Options& options, Faire faire) {
    auto base = rejoindre_la_base(session, options.base);
    if (!base) return cli::refuser(session, base.error(), cli::donnees_inutilisables);
    auto ouverte = std::move(base).value();
    const auto texte = ouverte.base.read([&](storage::Reader& db) -> std::string {
        annuaire::Annuaire annuaire;
        annuaire.mettre_a_jour(db);
        return faire(annuaire, db);
    });
    cli::ecrire(session.sortie, texte);
    return cli::reussi;
}

std::string raisons_dites(const Session& session, const annuaire::Trouvaille& une) {
    std::string texte;
    for (const auto& raison : une.raisons)
        texte += "  " +
                 session.phrases.rendre(
                     "annuaire.raison",
                     {{"mot", raison.mot},
                      {"champ", dit(session, "champ", core::name_of(raison.accord.champ))},
                      {"niveau", dit(session, "niveau", core::name_of(raison.accord.niveau))}}) +
                 "\n";
    return texte;
}

int chercher(const Session& session, const Options& options) {
    return avec_l_annuaire(session, options, [&](annuaire::Annuaire& tous, storage::Reader& db) {
        const auto etat = [&](const std::string& id) { return identite::statut_de(db, id); };
        const auto reponse = tous.chercher({options.texte, partout, montrees});
        if (options.json) return annuaire::en_json(reponse, etat) + "\n";
        if (reponse.trouvailles.empty())
            return session.phrases.rendre("annuaire.aucune", {}) + "\n";
        std::string texte;
        for (const auto& une : reponse.trouvailles)
            texte += personne_dite(session, une.personne, etat(une.personne.id)) +
                     raisons_dites(session, une);
        return texte;
    });
}

core::Result<annuaire::Personne> decrite(const Options& options) {
    const auto naissance = core::Date::parse(options.naissance);
    if (!naissance)
        return core::refuse(core::Reason::invalid, "dui.personne.naissance_illisible",
                            options.naissance);
    return annuaire::Personne{.id = {},
                              .nom_de_naissance = options.nom,
                              .nom_utilise = options.nom_utilise,
                              .prenoms = options.prenoms,
                              .prenom_utilise = {},
                              .sexe = options.sexe,
                              .lieu_de_naissance = options.lieu,
                              .naissance = *naissance,
                              .deces = {},
                              .finess_et = {},
                              .sejours = {}};
}

std::string indices_dits(const Session& session, const annuaire::Ressemblance& ressemblance) {
    std::string texte;
    for (const auto indice : ressemblance.indices)
        texte += "  " +
                 session.phrases.rendre("dui.personne.indice",
                                        {{"indice", dit(session, "indice", core::name_of(indice))},
                                         {"points", std::int64_t{annuaire::points_de(indice)}}}) +
                 "\n";
    return texte + "  " +
           session.phrases.rendre("dui.personne.score",
                                  {{"score", std::int64_t{ressemblance.score}}}) +
           "\n";
}

int doublons(const Session& session, const Options& options) {
    const auto une = decrite(options);
    if (!une) return cli::refuser(session, une.error(), cli::saisie_illisible);
    return avec_l_annuaire(session, options, [&](annuaire::Annuaire& tous, storage::Reader& db) {
        const auto etat = [&](const std::string& id) { return identite::statut_de(db, id); };
        const auto trouves = tous.doublons(*une, partout, montrees);
        if (options.json) return annuaire::en_json(trouves, etat) + "\n";
        if (trouves.empty()) return session.phrases.rendre("dui.personne.sans_doublon", {}) + "\n";
        std::string texte;
        for (const auto& un : trouves)
            texte += personne_dite(session, un.personne, etat(un.personne.id)) +
                     indices_dits(session, un.ressemblance);
        return texte;
    });
}

}  // namespace

void declarer_personne(cli::Commande& programme) {
    auto& personne = programme.commande("personne", "dui.personne");
    const auto options = std::make_shared<Options>();
    auto& cherche = personne.commande("chercher", "dui.personne.chercher");
    cherche.option("texte", options->texte, "dui.personne.texte").requise();
    cherche.drapeau("--json", options->json, "dui.indicateurs.json");
    declarer_options_de_base(cherche, options->base);
    cherche.faire(chercher, options);

    auto& double_ = personne.commande("doublons", "dui.personne.doublons");
    double_.option("--nom", options->nom, "dui.personne.nom").requise();
    double_.option("--nom-utilise", options->nom_utilise, "dui.personne.nom_utilise");
    double_.option("--prenom", options->prenoms, "dui.personne.prenom").requise();
    double_.option("--naissance", options->naissance, "dui.personne.naissance")
        .mot("JOUR")
        .requise();
    double_.option("--sexe", options->sexe, "dui.personne.sexe");
    double_.option("--lieu", options->lieu, "dui.personne.lieu");
    double_.drapeau("--json", options->json, "dui.indicateurs.json");
    declarer_options_de_base(double_, options->base);
    double_.faire(doublons, options);
}

}  // namespace grappe::dui
