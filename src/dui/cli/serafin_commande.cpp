// grappe-dui serafin: codes of the nomenclature, found by plain words.
#include "core/json_text.hpp"
#include "dui/cli/commande.hpp"
#include "dui/cli/nomenclatures_livrees.hpp"
#include "dui/nomenclature/recherche.hpp"

namespace grappe::dui {
namespace {

using cli::Session;
using nomenclature::Serafin;
using nomenclature::Trouve;

struct Options {
    std::vector<std::string> mots;
    std::string axe;
    int nombre = 20;
    bool json = false;
};

core::Result<std::optional<nomenclature::Axe>> axe_de(const std::string& mot) {
    using nomenclature::Axe;
    if (mot.empty()) return std::optional<Axe>{};
    if (mot == "besoin") return std::optional{Axe::besoin};
    if (mot == "directe") return std::optional{Axe::prestation_directe};
    if (mot == "indirecte") return std::optional{Axe::prestation_indirecte};
    return core::refuse(core::Reason::invalid, "dui.serafin.axe_inconnu", mot);
}

std::string raison_dite(const Session& session, const nomenclature::Raison& une) {
    return session.phrases.rendre("nomenclature.par." + std::string{core::name_of(une.par)},
                                  {{"mot", une.mot}, {"vers", une.vers}});
}

std::string json_de(const Session& session, const Trouve& un) {
    std::string json = "{\"code\":" + core::json_text(un.intitule->code) +
                       ",\"jeu\":" + core::json_text(un.intitule->jeu) +
                       ",\"type\":" + core::json_text(core::name_of(un.intitule->axe)) +
                       ",\"libelle\":" + core::json_text(un.intitule->libelle) + ",\"raisons\":[";
    for (const auto& une : un.raisons)
        json += (&une == un.raisons.data() ? "" : ",") + std::string{"{\"mot\":"} +
                core::json_text(une.mot) + ",\"par\":" + core::json_text(core::name_of(une.par)) +
                ",\"vers\":" + core::json_text(une.vers) +
                ",\"phrase\":" + core::json_text(raison_dite(session, une)) + "}";
    return json + "]}";
}

std::string en_json(const Session& session, const std::vector<Trouve>& trouves) {
    std::string json = "{\"intitules\":[";
    for (const auto& un : trouves)
        json += (&un == trouves.data() ? "" : ",") + json_de(session, un);
    return json + "]}\n";
}

std::string en_francais(const Session& session, const std::vector<Trouve>& trouves) {
    std::string texte;
    for (const auto& un : trouves) {
        texte += un.intitule->code + "  " + un.intitule->libelle + "\n";
        std::string raisons;
        for (const auto& une : un.raisons)
            raisons += (raisons.empty() ? "" : " ; ") + raison_dite(session, une);
        texte += std::string(un.intitule->code.size() + 2, ' ') + raisons + "\n";
    }
    return texte;
}

int chercher(const Session& session, const Options& options) {
    const auto axe = axe_de(options.axe);
    if (!axe) return cli::refuser(session, axe.error(), cli::saisie_illisible);
    const auto serafin = serafin_livree(session);
    if (!serafin) return cli::refuser(session, serafin.error(), cli::donnees_inutilisables);
    std::string texte;
    for (const auto& mot : options.mots) texte += mot + " ";
    const auto trouves = nomenclature::chercher(
        *serafin,
        {.texte = texte, .axe = *axe, .au_plus = static_cast<std::size_t>(options.nombre)});
    if (options.json)
        cli::ecrire(session.sortie, en_json(session, trouves));
    else if (trouves.empty())
        cli::ecrire(session.sortie, session.phrases.rendre("dui.serafin.rien", {}) + "\n");
    else
        cli::ecrire(session.sortie, en_francais(session, trouves));
    return cli::reussi;
}

}  // namespace

void declarer_serafin(cli::Commande& programme) {
    auto& serafin = programme.commande("serafin", "dui.serafin");
    auto& commande = serafin.commande("chercher", "dui.serafin.chercher");
    const auto options = std::make_shared<Options>();
    constexpr int au_plus = 200;
    commande.option("mots", options->mots, "dui.serafin.mots").requise();
    commande.option("--axe", options->axe, "dui.serafin.axe").mot("AXE");
    commande.option("--nombre", options->nombre, "dui.serafin.nombre")
        .entre(1, au_plus)
        .defaut_dit();
    commande.drapeau("--json", options->json, "dui.indicateurs.json");
    commande.faire(chercher, options);
}

}  // namespace grappe::dui
