// The blocks of a PDF document.
#include "exportation/document_pdf.hpp"

#include <algorithm>
#include <numeric>

#include "exportation/frise_pdf.hpp"
#include "exportation/plume_pdf.hpp"

namespace grappe::exportation {
namespace {

constexpr double retrait_cellule = 3;
constexpr StylePdf style_titre{18, true, 0.08}, style_sous_titre{12, true, 0.08};
constexpr StylePdf style_texte{9, false, 0.12}, style_chiffre{24, true, 0.0};
constexpr StylePdf style_cellule{7.5, false, 0.12}, style_entete{7.5, true, 0.12};
constexpr StylePdf style_libelle{9, false, 0.35}, style_code{8, false, 0.12, "DejaVu Sans Mono"};
constexpr StylePdf style_adresse{7.5, false, 0.12, "DejaVu Sans Mono"};
constexpr StylePdf style_cellule_code{6.5, false, 0.12, "DejaVu Sans Mono"};
constexpr StylePdf style_brut{7, false, 0.12, "DejaVu Sans Mono"};

struct Rangee {
    const char* balise;  // TH or TD
    StylePdf style;
    const std::vector<Colonne>& colonnes;
    const std::vector<std::string>& cellules;
};

double largeur_de(const Colonne& colonne, const std::vector<Colonne>& toutes, double utile) {
    const int somme = std::accumulate(toutes.begin(), toutes.end(), 0,
                                      [](int s, const Colonne& c) { return s + c.largeur; });
    return utile * colonne.largeur / somme;
}

std::vector<TextePdf> composer_rangee(const PlumePdf& plume, const Rangee& rangee) {
    std::vector<TextePdf> textes;
    for (std::size_t i = 0; i < rangee.colonnes.size(); ++i) {
        const auto& contenu = i < rangee.cellules.size() ? rangee.cellules[i] : std::string{};
        const bool code = rangee.colonnes[i].ecriture == Ecriture::code && *rangee.balise == 'T' &&
                          rangee.balise[1] == 'D';
        auto texte = plume.composer(contenu, code ? style_cellule_code : rangee.style);
        limiter(texte, largeur_de(rangee.colonnes[i], rangee.colonnes, plume.utile()) -
                           2 * retrait_cellule);
        if (rangee.colonnes[i].alignement == Alignement::droite)
            pango_layout_set_alignment(texte.get(), PANGO_ALIGN_RIGHT);
        textes.push_back(std::move(texte));
    }
    return textes;
}

double hauteur_rangee(const std::vector<TextePdf>& textes) {
    double plus_haute = 0;
    for (const auto& texte : textes) plus_haute = std::max(plus_haute, hauteur_de(texte));
    return plus_haute + 2 * retrait_cellule;
}

std::vector<std::string> titres_de(const std::vector<Colonne>& colonnes) {
    std::vector<std::string> titres;
    titres.reserve(colonnes.size());
    for (const auto& colonne : colonnes) titres.push_back(colonne.titre);
    return titres;
}

void poser(PlumePdf& plume, const Rangee& rangee, const std::vector<TextePdf>& textes) {
    plume.ouvrir("TR");
    double x = marge_pdf;
    plume.y += retrait_cellule;
    for (std::size_t i = 0; i < textes.size(); ++i) {
        plume.ouvrir(rangee.balise);
        plume.ecrire(textes[i], x + retrait_cellule, rangee.style.gris);
        plume.fermer(rangee.balise);
        x += largeur_de(rangee.colonnes[i], rangee.colonnes, plume.utile());
    }
    plume.y += hauteur_rangee(textes) - retrait_cellule;
    plume.filet(0.8);
    plume.fermer("TR");
}

// An address inside the attributes of a tag: its quotes are told apart.
std::string attribut_du_lien(std::string_view adresse) {
    std::string attribut{"uri='"};
    for (const char c : adresse) {
        if (c == '\'' || c == '\\') attribut += '\\';
        attribut += c;
    }
    return attribut += '\'';
}

void dessiner(PlumePdf& plume, const qr::Carre& code, double x, double cote) {
    constexpr int blanc = 4;  // modules around, as the standard asks
    const double module = cote / (code.cote + 2 * blanc);
    for (int rang = 0; rang < code.cote; ++rang)
        for (int colonne = 0; colonne < code.cote; ++colonne)
            if (code.noir(rang, colonne))
                plume.carre(x + module * (colonne + blanc), plume.y + module * (rang + blanc),
                            module * 1.02);
}

}  // namespace

struct DocumentPdf::Page {
    explicit Page(const ReglagesPdf& reglages) : plume{reglages} {}

    PlumePdf plume;
    int chapitre = CAIRO_PDF_OUTLINE_ROOT;
};

DocumentPdf::DocumentPdf(const ReglagesPdf& reglages) : page_{std::make_unique<Page>(reglages)} {}

DocumentPdf::~DocumentPdf() = default;

void DocumentPdf::titre(std::string_view texte) {
    page_->plume.reserver(80);
    page_->chapitre = page_->plume.repere(texte, CAIRO_PDF_OUTLINE_ROOT);
    page_->plume.bloc("H1", texte, style_titre);
    page_->plume.y += 8;
}

void DocumentPdf::sous_titre(std::string_view texte) {
    page_->plume.y += 12;
    page_->plume.reserver(60);
    page_->plume.repere(texte, page_->chapitre);
    page_->plume.bloc("H2", texte, style_sous_titre);
    page_->plume.y += 5;
}

void DocumentPdf::paragraphe(std::string_view texte) {
    page_->plume.bloc("P", texte, style_texte);
    page_->plume.y += 4;
}

void DocumentPdf::chiffre(std::string_view valeur, std::string_view legende) {
    page_->plume.reserver(60);
    page_->plume.bloc("P", valeur, style_chiffre);
    page_->plume.bloc("P", legende, style_texte);
    page_->plume.y += 6;
}

void DocumentPdf::fiche(const std::vector<FaitPdf>& faits) {
    auto& plume = page_->plume;
    const double gauche = plume.utile() * 0.28;
    plume.ouvrir("Table");
    for (const auto& fait : faits) {
        const auto& style = fait.ecriture == Ecriture::code ? style_code : style_texte;
        const auto libelle = plume.composer(fait.libelle, style_libelle);
        const auto valeur = plume.composer(fait.valeur, style);
        limiter(libelle, gauche - 2 * retrait_cellule);
        limiter(valeur, plume.utile() - gauche);
        const double haut = std::max(hauteur_de(libelle), hauteur_de(valeur)) + 5;
        plume.reserver(haut);
        plume.ouvrir("TR");
        plume.ouvrir("TH");
        plume.ecrire(libelle, marge_pdf, style_libelle.gris);
        plume.fermer("TH");
        plume.ouvrir("TD");
        plume.ecrire(valeur, marge_pdf + gauche, style.gris);
        plume.fermer("TD");
        plume.fermer("TR");
        plume.y += haut;
    }
    plume.fermer("Table");
    plume.y += 4;
}

void DocumentPdf::tableau(const std::vector<Colonne>& colonnes,
                          const std::vector<std::vector<std::string>>& lignes) {
    tableau(colonnes, lignes, {});
}

void DocumentPdf::tableau(const std::vector<Colonne>& colonnes,
                          const std::vector<std::vector<std::string>>& lignes,
                          const std::vector<std::string>& total) {
    auto& plume = page_->plume;
    const auto titres = titres_de(colonnes);
    const Rangee entete{"TH", style_entete, colonnes, titres};
    const auto textes_entete = composer_rangee(plume, entete);
    const auto poser_la_suite = [&](const Rangee& rangee) {
        const auto textes = composer_rangee(plume, rangee);
        if (plume.y + hauteur_rangee(textes) > plume.bas()) {
            plume.tourner();
            poser(plume, entete, textes_entete);
        }
        poser(plume, rangee, textes);
    };

    plume.ouvrir("Table");
    plume.reserver(hauteur_rangee(textes_entete) * 3);
    poser(plume, entete, textes_entete);
    for (const auto& cellules : lignes) poser_la_suite({"TD", style_cellule, colonnes, cellules});
    if (!total.empty()) poser_la_suite({"TD", style_entete, colonnes, total});
    plume.fermer("Table");
    plume.y += 6;
}

void DocumentPdf::adresse(const qr::Carre& code, std::string_view phrase,
                          std::string_view adresse) {
    constexpr double cote = 110;
    auto& plume = page_->plume;
    plume.reserver(cote);
    const double haut = plume.y, x = marge_pdf + cote + 14;
    dessiner(plume, code, marge_pdf - 10, cote);
    plume.y = haut + 12;
    const auto dit = plume.composer(phrase, style_texte);
    limiter(dit, plume.utile() - cote - 14);
    plume.ouvrir("P");
    plume.ecrire(dit, x, style_texte.gris);
    plume.fermer("P");
    plume.y += hauteur_de(dit) + 6;
    const auto lien = plume.composer(adresse, style_adresse);
    limiter(lien, plume.utile() - cote - 14);
    pango_layout_set_wrap(lien.get(), PANGO_WRAP_CHAR);
    const auto attribut = attribut_du_lien(adresse);
    plume.ouvrir("P");
    cairo_tag_begin(plume.trait(), CAIRO_TAG_LINK, attribut.c_str());
    plume.ecrire(lien, x, style_adresse.gris);
    cairo_tag_end(plume.trait(), CAIRO_TAG_LINK);
    plume.fermer("P");
    plume.y = std::max(haut + cote, plume.y + hauteur_de(lien)) + 6;
}

void DocumentPdf::frise(const Frise& frise) { dessiner_la_frise(page_->plume, frise); }

void DocumentPdf::texte_brut(std::string_view texte) {
    while (!texte.empty()) {
        const auto fin = texte.find('\n');
        page_->plume.bloc("Code", texte.substr(0, fin), style_brut);
        if (fin == std::string_view::npos) break;
        texte.remove_prefix(fin + 1);
    }
    page_->plume.y += 6;
}

void DocumentPdf::nouvelle_page() { page_->plume.tourner(); }

std::string DocumentPdf::octets() && { return page_->plume.finir(); }

}  // namespace grappe::exportation
