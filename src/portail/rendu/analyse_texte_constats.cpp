// The findings of the text: what blocks, who is left out, what lacks, what somebody will decide.
#include <algorithm>
#include <unordered_set>

#include "portail/rendu/mise_en_page.hpp"
#include "portail/rendu/page_texte.hpp"
#include "portail/rendu/trace_json.hpp"

namespace grappe::rendu {
namespace {

using rules::Constat;
using rules::Issue;
using Groupe = std::vector<const Constat*>;

constexpr std::string_view retrait = "           ";  // under the text of a finding
constexpr std::size_t messages_cites = 3;
constexpr std::size_t noms_cites = 14;

bool du_meme_groupe(const Constat& un, const Constat& autre) {
    return un.regle == autre.regle && un.phrase == autre.phrase &&
           un.objet.genre != rules::Objet::Genre::dossier && un.objet.genre == autre.objet.genre;
}

// Findings of one rule on many establishments are read together.
std::vector<Groupe> groupes(const Groupe& constats) {
    std::vector<Groupe> sortie;
    for (const auto* constat : constats) {
        if (sortie.empty() || !du_meme_groupe(*sortie.back().front(), *constat))
            sortie.emplace_back();
        sortie.back().push_back(constat);
    }
    return sortie;
}

// The FINESS of a group from a rank on; a long list is cut, the JSON holds it whole.
std::string noms(const PageTexte& page, const Groupe& groupe, std::size_t premier) {
    const auto reste = groupe.size() - premier;
    const auto cites = reste > noms_cites + 1 ? noms_cites : reste;
    std::string liste;
    for (std::size_t rang = premier; rang < premier + cites; ++rang) {
        if (rang > premier) liste += ", ";
        liste += groupe[rang]->objet.nom;
    }
    if (cites == reste) return liste;
    const auto nombre = static_cast<std::int64_t>(reste - cites);
    return liste + " " + page.dit("rendu.et_autres", {{"nombre", nombre}});
}

std::string message(const PageTexte& page, const Constat& constat) {
    return page.dit(constat.phrase, constat.faits);
}

void ajouter_concernes(PageTexte& page, const Groupe& groupe, std::size_t premier) {
    if (groupe.size() <= premier) return;
    const auto nombre = static_cast<std::int64_t>(groupe.size() - premier);
    const auto essms = groupe.front()->objet.genre == rules::Objet::Genre::essms;
    std::string_view code = premier == 0 ? "rendu.concernes" : "rendu.concernes_aussi";
    if (!essms)
        code = "rendu.autres";
    else if (groupe.size() == page.source().analyse.recevabilite.comptes.size())
        code = premier == 0 ? "rendu.concernes_tous" : "rendu.concernes_aussi_tous";
    page.paragraphe(retrait,
                    page.dit(code, {{"nombre", nombre}, {"liste", noms(page, groupe, premier)}}));
}

void ajouter_groupe(PageTexte& page, const Groupe& groupe) {
    const auto& premier = *groupe.front();
    const auto regle = nom_de(premier.regle);
    const auto titre = page.dit("regle." + std::string{regle});
    page.ligne("  " + a_gauche(regle, 9) + titre + " " + page.renvoi(*premier.source));
    const auto dit = message(page, premier);
    const auto pareils = std::ranges::all_of(
        groupe, [&](const auto* constat) { return message(page, *constat) == dit; });
    const auto cites = pareils ? 1 : std::min(messages_cites, groupe.size());
    for (std::size_t rang = 0; rang < cites; ++rang)
        page.paragraphe(retrait, message(page, *groupe[rang]));
    const auto essms = premier.objet.genre == rules::Objet::Genre::essms;
    ajouter_concernes(page, groupe, pareils && essms ? 0 : cites);
}

using Exclus = std::unordered_set<std::string_view>;

Exclus exclus_de(const PageTexte& page) {
    Exclus exclus;
    for (const auto& exclu : page.source().analyse.recevabilite.exclus)
        exclus.insert(exclu.finess_et);
    return exclus;
}

// Findings of establishments that are left out change nothing: they stay in the JSON.
void ajouter_section(PageTexte& page, Issue issue, std::string_view titre) {
    const auto exclus = exclus_de(page);
    Groupe retenus;
    for (const auto& constat : page.source().analyse.constats)
        if (constat.issue == issue && !exclus.contains(constat.objet.nom))
            retenus.push_back(&constat);
    if (retenus.empty()) return;
    page.titre(page.dit(titre));
    for (const auto& groupe : groupes(retenus)) ajouter_groupe(page, groupe);
}

void ajouter_exclusions(PageTexte& page) {
    const auto& analyse = page.source().analyse;
    if (analyse.recevabilite.exclus.empty()) return;
    const auto nombre = static_cast<std::int64_t>(analyse.recevabilite.exclus.size());
    page.titre(page.dit("rendu.exclus", {{"nombre", nombre}}));
    for (const auto& exclu : analyse.recevabilite.exclus) {
        const auto constat = std::ranges::find_if(analyse.constats, [&](const Constat& c) {
            return c.regle == exclu.regle && c.objet.nom == exclu.finess_et &&
                   c.issue == Issue::non_conforme;
        });
        const auto tete = "  " + a_gauche(exclu.finess_et, 11);
        if (constat == analyse.constats.end()) {
            page.paragraphe(tete, nom_de(exclu.regle));
            continue;
        }
        page.paragraphe(tete, message(page, *constat) + " (" + std::string{nom_de(exclu.regle)} +
                                  ") " + page.renvoi(*constat->source));
    }
}

std::int64_t nombre_de(const PageTexte& page, Issue issue) {
    return std::ranges::count(page.source().analyse.constats, issue, &Constat::issue);
}

}  // namespace

void ajouter_constats(PageTexte& page) {
    ajouter_section(page, Issue::non_conforme, "rendu.bloquants");
    ajouter_exclusions(page);
    ajouter_section(page, Issue::manque, "rendu.manques");
    ajouter_section(page, Issue::a_apprecier, "rendu.appreciations");
    ajouter_section(page, Issue::non_defini, "rendu.non_definis");
    ajouter_section(page, Issue::alerte, "rendu.alertes");
    page.ligne("");
    page.paragraphe(
        "  ", page.dit("rendu.conformes", {{"conformes", nombre_de(page, Issue::conforme)},
                                           {"sans_objet", nombre_de(page, Issue::sans_objet)}}));
}

}  // namespace grappe::rendu
