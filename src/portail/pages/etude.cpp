// From typed facts to an answer, with or without the facts that cannot be read.
#include "portail/pages/etude.hpp"

#include <algorithm>
#include <set>

#include "core/identifiant.hpp"
#include "portail/pages/appels_vue.hpp"

namespace grappe::pages {
namespace {

constexpr int relectures_au_plus = 4;

// "essms[12].finess_et" gives 12: without its number or its regime a line cannot count.
std::optional<int> ligne_a_ecarter(const std::string& chemin) {
    constexpr std::string_view debut{"essms["};
    if (!chemin.starts_with(debut)) return std::nullopt;
    const auto fin = chemin.find(']');
    const auto champ = fin == chemin.npos ? std::string{} : chemin.substr(fin + 1);
    if (champ != "" && champ != ".finess_et" && champ != ".regime") return std::nullopt;
    return rang_en_tete(std::string_view{chemin}.substr(debut.size()));
}

void mettre_de_cote(const Services& services, const std::string& chemin, Etude& etude,
                    Saisie& reste) {
    etude.mis_de_cote.push_back(chemin);
    reste.oublier(chemin);
    if (chemin == "porteur" || chemin == "porteur.siret") {
        reste.poser("porteur.siret", std::string{socle::siret_neutre});
        etude.siret_suppose = true;
    }
    if (chemin == "depose_le" || chemin == "appel") completer(services, reste);
}

// False when a fault concerns the whole text: nothing can be computed.
bool ecarter(const Services& services, const std::vector<dossier::Faute>& fautes, Etude& etude,
             Saisie& reste) {
    std::set<int, std::greater<>> lignes;
    for (const auto& faute : fautes) {
        if (faute.chemin.empty()) return false;
        if (const auto ligne = ligne_a_ecarter(faute.chemin))
            lignes.insert(*ligne);
        else
            mettre_de_cote(services, faute.chemin, etude, reste);
    }
    for (const auto ligne : lignes) {
        etude.mis_de_cote.push_back(chemin_essms(ligne, "finess_et"));
        reste.retirer_essms(ligne);
    }
    return true;
}

}  // namespace

const programme::Appel& appel_de(const Services& services, const Saisie& saisie) {
    const auto* charge = services.appels.find(saisie.texte("appel"));
    if (charge == nullptr) return *appels_par_echeance(services).front();
    const auto depose_le = core::Instant::parse(saisie.texte("depose_le"));
    return charge->applicable(depose_le ? *depose_le : services.maintenant());
}

void completer(const Services& services, Saisie& saisie) {
    if (saisie.texte("appel").empty())
        saisie.poser("appel", appels_par_echeance(services).front()->id);
    if (saisie.texte("depose_le").empty()) {
        const auto& fuseau = appel_de(services, saisie).fuseau;
        saisie.poser("depose_le", fuseau.text(services.maintenant()));
    }
    if (saisie.texte("commun.regime").empty()) saisie.poser("commun.regime", "acquisition");
}

Etude etudier(const Services& services, Saisie saisie) {
    Etude etude{.saisie = std::move(saisie)};
    if (etude.saisie.essms() == 0) return etude;
    auto reste = etude.saisie;
    for (int lecture = 0; lecture < relectures_au_plus; ++lecture) {
        const auto json = en_json(reste, appel_de(services, reste).fuseau);
        auto verification = socle::verifier(json, std::nullopt, services.moyens);
        if (lecture == 0) etude.fautes = verification.fautes;
        if (verification.fautes.empty()) {
            etude.verifie = std::move(verification.verifie);
            return etude;
        }
        if (!ecarter(services, verification.fautes, etude, reste)) return etude;
    }
    return etude;
}

bool est_absent(const dossier::Faute& faute) {
    return faute.code == "dossier.requis_absent" || faute.code == "dossier.requis_nul";
}

std::string phrase_de(const rules::Phrases& phrases, const dossier::Faute& faute) {
    return phrases.rendre(faute.code, faute.faits);
}

std::string remede_de(const rules::Phrases& phrases, const dossier::Faute& faute) {
    const auto code = std::string{faute.code} + ".remede";
    return phrases.contient(code) ? phrases.rendre(code, faute.faits) : std::string{};
}

}  // namespace grappe::pages
