// grappe-dui aggir: eight letters, and the GIR that the law computes from them, step by step.
#include <algorithm>

#include "core/json_text.hpp"
#include "core/texte.hpp"
#include "dui/cli/commande.hpp"
#include "dui/cli/dits.hpp"
#include "dui/evaluation/chargement.hpp"

namespace grappe::dui {
namespace {

using cli::Session;
namespace aggir = evaluation::aggir;

constexpr std::string_view grille_lue = "aggir-pa-1";

struct Options {
    std::vector<std::string> mots;
    bool json = false;
};

core::Refusal refus(const char* code, std::string detail) {
    return core::refuse(core::Reason::invalid, code, std::move(detail));
}

std::optional<aggir::Lettre> lettre_de(std::string_view mot) {
    if (mot.size() != 1) return std::nullopt;
    const char haute =
        mot[0] >= 'a' && mot[0] <= 'z' ? static_cast<char>(mot[0] - 'a' + 'A') : mot[0];
    return core::named<aggir::Lettre>(std::string_view{&haute, 1});
}

// What was typed, variable by variable, and every fault of it.
struct Saisie {
    std::array<std::optional<aggir::Lettre>, aggir::variables.size()> lettres{};
    std::vector<core::Refusal> refus{};
};

void lire_huit_lettres(const std::string& mot, Saisie& saisie) {
    for (std::size_t i = 0; i < saisie.lettres.size() && mot.size() == saisie.lettres.size(); ++i)
        saisie.lettres[i] = lettre_de(std::string_view{mot}.substr(i, 1));
    const bool lues =
        std::ranges::all_of(saisie.lettres, [](const auto& une) { return une.has_value(); });
    if (!lues) saisie.refus.push_back(refus("dui.aggir.huit_lettres", mot));
}

std::optional<std::size_t> rang_de(std::string_view nom) {
    const auto voulu = core::fold(nom);
    const auto trouve = std::ranges::find_if(
        aggir::variables, [&](const auto une) { return core::fold(une) == voulu; });
    if (trouve == aggir::variables.end()) return std::nullopt;
    return static_cast<std::size_t>(trouve - aggir::variables.begin());
}

void lire_une_variable(const std::string& mot, Saisie& saisie) {
    const auto egal = std::min(mot.find('='), mot.size());
    const auto rang = rang_de(std::string_view{mot}.substr(0, egal));
    const auto lettre = lettre_de(std::string_view{mot}.substr(std::min(egal + 1, mot.size())));
    if (!rang)
        saisie.refus.push_back(refus("dui.aggir.variable_inconnue", mot));
    else if (!lettre)
        saisie.refus.push_back(refus("dui.aggir.lettre", mot));
    else if (saisie.lettres[*rang])
        saisie.refus.push_back(refus("dui.aggir.deux_fois", std::string{aggir::variables[*rang]}));
    else
        saisie.lettres[*rang] = lettre;
}

Saisie saisie_de(const std::vector<std::string>& mots) {
    Saisie saisie;
    if (mots.size() == 1 && mots[0].find('=') == std::string::npos) {
        lire_huit_lettres(mots[0], saisie);
        return saisie;
    }
    for (const auto& mot : mots) lire_une_variable(mot, saisie);
    std::string manquent;
    for (std::size_t i = 0; i < saisie.lettres.size(); ++i)
        if (!saisie.lettres[i])
            manquent.append(manquent.empty() ? "" : ", ").append(aggir::variables[i]);
    if (!manquent.empty() && saisie.refus.empty())
        saisie.refus.push_back(refus("dui.aggir.manquent", manquent));
    return saisie;
}

std::string json_du_pas(const aggir::Pas& pas) {
    std::string json = "{\"groupe\":\"" + std::string(1, pas.groupe) + "\",\"valeurs\":{";
    for (std::size_t i = 0; i < pas.valeurs.size(); ++i)
        json += (i > 0 ? "," : "") + core::json_text(aggir::variables[i]) + ":" +
                std::to_string(pas.valeurs[i]);
    json += "},\"somme\":" + std::to_string(pas.somme) + ",\"seuils\":[";
    for (const auto& seuil : pas.essayes) {
        const bool atteint = pas.atteint && &seuil == &pas.essayes.back();
        json += json.back() == '[' ? "{" : ",{";
        json += "\"minimum\":" + (seuil.minimum ? std::to_string(*seuil.minimum) : "null") +
                ",\"rang\":" + std::to_string(seuil.rang) +
                ",\"gir\":" + std::to_string(seuil.gir) +
                ",\"atteint\":" + (atteint ? "true" : "false") + "}";
    }
    return json + "]}";
}

std::string en_json(const aggir::Gir& gir, std::string_view lettres,
                    const std::vector<std::string>& phrases) {
    std::string json = "{\"vecteur\":" + core::json_text(lettres) +
                       ",\"gir\":" + std::to_string(gir.gir) +
                       ",\"rang\":" + std::to_string(gir.rang) + ",\"pas\":[";
    for (const auto& pas : gir.pas) json += (&pas == gir.pas.data() ? "" : ",") + json_du_pas(pas);
    return json + "],\"trace\":" + liste_json(phrases) + "}\n";
}

int calculer(const Session& session, const Options& options) {
    const auto saisie = saisie_de(options.mots);
    for (const auto& un : saisie.refus) cli::refuser(session, un, cli::saisie_illisible);
    if (!saisie.refus.empty()) return cli::saisie_illisible;
    aggir::Vecteur vecteur{};
    std::string lettres;
    for (std::size_t i = 0; i < vecteur.size(); ++i) {
        vecteur[i] = *saisie.lettres[i];
        lettres += core::name_of(vecteur[i]);
    }
    const auto outils = evaluation::charger(session.racine);
    const auto gir = aggir::calculer(outils.bareme, vecteur);
    const auto phrases =
        phrases_de(session, evaluation::expliquer(gir, vecteur, *outils.grille(grille_lue)));
    const auto dit = session.phrases.rendre(
        "dui.aggir.resultat",
        {{"gir", std::int64_t{gir.gir}}, {"rang", std::int64_t{gir.rang}}, {"vecteur", lettres}});
    cli::ecrire(session.sortie, options.json
                                    ? en_json(gir, lettres, phrases)
                                    : dit + "\n" + en_lignes(phrases) +
                                          session.phrases.rendre("dui.aggir.source", {}) + "\n");
    return cli::reussi;
}

}  // namespace

void declarer_aggir(cli::Commande& programme) {
    auto& commande = programme.commande("aggir", "dui.aggir");
    const auto options = std::make_shared<Options>();
    commande.option("cotations", options->mots, "dui.aggir.cotations").requise();
    commande.drapeau("--json", options->json, "dui.indicateurs.json");
    commande.faire(calculer, options);
}

}  // namespace grappe::dui
