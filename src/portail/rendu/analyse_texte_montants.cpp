// The amounts of the text: the table of establishments, the payments, the readings of the text.
#include <algorithm>

#include "portail/rendu/mise_en_page.hpp"
#include "portail/rendu/page_texte.hpp"

namespace grappe::rendu {
namespace {

using subvention::Ligne;

// "14 000,00": the unit is said once, in the title of the table.
std::string euros(core::Money montant) {
    constexpr std::string_view unite = "\u00a0€";
    std::string ecrit;
    rules::ajouter_valeur(ecrit, montant);
    ecrit.resize(ecrit.size() - unite.size());
    return ecrit;
}

struct Rangee {
    std::string finess, nom, rang, regime, usage, equipement, specifique, total;
};

void ajouter_rangee(PageTexte& page, const Rangee& rangee) {
    page.ligne(a_gauche(rangee.finess, 10) + a_gauche(rangee.nom, 26) + a_droite(rangee.rang, 4) +
               "  " + a_gauche(rangee.regime, 11) + a_droite(rangee.usage, 10) +
               a_droite(rangee.equipement, 12) + a_droite(rangee.specifique, 11) +
               a_droite(rangee.total, 13));
}

std::string nom_de_ligne(const PageTexte& page, const Ligne& ligne) {
    const auto& essms = page.source().dossier.essms;
    const auto trouve = std::ranges::find(essms, ligne.ligne, &dossier::EssmsResolu::ligne);
    if (trouve == essms.end() || !trouve->fiche) return "";
    return trouve->fiche->raison_sociale;
}

void ajouter_table(PageTexte& page, const subvention::Subvention& subvention) {
    ajouter_rangee(page, {"FINESS", page.dit("rendu.colonne_nom"), page.dit("rendu.colonne_rang"),
                          page.dit("rendu.colonne_regime"), page.dit("rendu.colonne_usage"),
                          page.dit("rendu.colonne_equipement"),
                          page.dit("rendu.colonne_specifique"), page.dit("rendu.colonne_total")});
    for (const auto& ligne : subvention.lignes)
        ajouter_rangee(
            page, {std::string{ligne.finess_et}, nom_de_ligne(page, ligne) + " ",
                   ligne.rang ? std::to_string(*ligne.rang) : "–",
                   page.dit("rendu.regime_court." + std::string{core::name_of(ligne.regime)}),
                   euros(ligne.usage), euros(ligne.equipement), euros(ligne.materiel + ligne.amoa),
                   euros(ligne.total())});
    page.filet("─");
    ajouter_rangee(page, {page.dit("rendu.colonne_total"), "", "", "", euros(subvention.usage),
                          euros(subvention.equipement), euros(subvention.specifique),
                          euros(subvention.total)});
}

std::string dit_ou_nom(const PageTexte& page, const std::string& code, std::string_view nom) {
    return page.source().phrases.contient(code) ? page.dit(code) : std::string{nom};
}

std::vector<std::string_view> choix_ouverts(const subvention::Subvention& subvention) {
    std::vector<std::string_view> choix;
    for (const auto& variante : subvention.variantes)
        if (choix.empty() || choix.back() != variante.choix) choix.push_back(variante.choix);
    return choix;
}

bool change_le_total(const subvention::Subvention& subvention, std::string_view choix) {
    return std::ranges::any_of(subvention.variantes, [&](const auto& variante) {
        return variante.choix == choix && variante.total != subvention.total;
    });
}

void ajouter_reponses(PageTexte& page, std::string_view choix) {
    for (const auto& variante : page.source().analyse.subvention->variantes) {
        if (variante.choix != choix) continue;
        const auto code = "choix." + std::string{choix} + "." + std::string{variante.valeur};
        const auto retenue = est_retenue(page.source(), variante);
        page.ligne((retenue ? "    ● " : "    ○ ") +
                   a_gauche(dit_ou_nom(page, code, variante.valeur), 60) +
                   a_droite(euros(variante.total), 16) + "\u00a0€" +
                   (retenue ? "   " + page.dit("rendu.retenue") : ""));
    }
}

}  // namespace

void ajouter_montants(PageTexte& page) {
    const auto& subvention = page.source().analyse.subvention;
    if (!subvention || subvention->lignes.empty()) return;
    page.titre(page.dit("rendu.montants"));
    ajouter_table(page, *subvention);
    page.ligne("");
    page.paragraphe("  ", page.dit("rendu.versements",
                                   {{"avance", subvention->avance}, {"solde", subvention->solde}}));
}

void ajouter_lectures(PageTexte& page) {
    const auto& subvention = page.source().analyse.subvention;
    if (!subvention || subvention->variantes.empty()) return;
    page.titre(page.dit("rendu.lectures"));
    std::string sans_effet;
    for (const auto choix : choix_ouverts(*subvention)) {
        const auto question = dit_ou_nom(page, "choix." + std::string{choix}, choix);
        if (change_le_total(*subvention, choix)) {
            page.paragraphe("  ", question);
            ajouter_reponses(page, choix);
        } else {
            sans_effet += (sans_effet.empty() ? "" : "\u00a0; ") + question;
        }
    }
    if (!sans_effet.empty())
        page.paragraphe("  ", page.dit("rendu.sans_effet", {{"questions", sans_effet}}));
}

}  // namespace grappe::rendu
