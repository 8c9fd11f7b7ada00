// The answer at the top of the text, what would change it, and the list of sources.
#include "portail/rendu/analyse_texte.hpp"

#include "portail/rendu/mise_en_page.hpp"
#include "portail/rendu/page_texte.hpp"

namespace grappe::rendu {
namespace {

std::string ecrit(const rules::ValeurDeFait& valeur) {
    std::string sortie;
    rules::ajouter_valeur(sortie, valeur);
    return sortie;
}

std::string total_de(const PageTexte& page) {
    const auto& subvention = page.source().analyse.subvention;
    return subvention ? ecrit(subvention->total) : page.dit("rendu.sans_montant");
}

std::string guichet_de(const PageTexte& page) {
    const auto& guichet = page.source().analyse.recevabilite.guichet;
    if (!guichet) return page.dit("rendu.guichet_absent");
    return page.dit("rendu.guichet", {{"financeur", guichet->financeur}});
}

std::string sans_point(std::string phrase) {
    if (phrase.ends_with('.')) phrase.pop_back();
    return phrase;
}

}  // namespace

void ajouter_reponse(PageTexte& page) {
    const auto& source = page.source();
    const auto& saisi = *source.dossier.saisi;
    constexpr std::size_t gauche = 26;
    const auto deux = [&](const std::string& un, const std::string& autre) {
        page.ligne("  " + a_gauche(un, std::max(gauche, largeur(un) + 2)) + autre);
    };
    page.filet("═");
    page.paragraphe("  ", source.appel.id + " · " + source.appel.titre);
    const auto depot =
        page.dit("rendu.depose_le", {{"jour", source.appel.fuseau.day_of(saisi.depose_le)}});
    const auto porteur =
        saisi.porteur.raison_sociale.valeur_ou("SIRET " + saisi.porteur.siret.text());
    page.paragraphe("  ", porteur + " · " + depot);
    page.ligne("");
    const auto issue = "issue_dossier." + std::string{core::name_of(source.analyse.issue)};
    const auto nombre = static_cast<std::int64_t>(source.analyse.recevabilite.comptes.size());
    deux(total_de(page), page.dit(issue));
    deux(page.dit("rendu.essms_retenus", {{"nombre", nombre}}), guichet_de(page));
    page.paragraphe("  ", phrase_de_fenetre(source));
    page.filet("═");
}

void ajouter_seuils(PageTexte& page) {
    const auto& seuils = page.source().analyse.seuils;
    if (seuils.empty()) return;
    page.titre(page.dit("rendu.seuils"));
    for (const auto& seuil : seuils)
        page.paragraphe("  › ", sans_point(seuil.changement) + " → " + seuil.effet);
}

void ajouter_sources(PageTexte& page) {
    page.titre(page.dit("rendu.sources"));
    for (std::size_t rang = 0; rang < page.sources().size(); ++rang) {
        const auto& source = *page.sources()[rang];
        const auto numero = a_droite("[" + std::to_string(rang + 1) + "]", 6) + " ";
        page.paragraphe(numero, rules::en_clair(source));
    }
    page.ligne("");
    page.ligne(page.dit("rendu.empreinte",
                        {{"empreinte", std::string_view{page.source().appel.empreinte}}}));
}

std::string analyse_texte(const Sujet& source) {
    PageTexte page{source};
    ajouter_reponse(page);
    ajouter_constats(page);
    ajouter_montants(page);
    ajouter_lectures(page);
    ajouter_seuils(page);
    ajouter_sources(page);
    return std::move(page).texte();
}

}  // namespace grappe::rendu
