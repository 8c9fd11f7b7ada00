// Layout of the PDF documents with cairo and pango.
#include "portail/export/document_pdf.hpp"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <numeric>

namespace grappe::exportation {
namespace {

// A4 in points, and the rhythm of the page.
constexpr double largeur = 595.28, hauteur = 841.89;
constexpr double marge = 48, bas = hauteur - 60;
constexpr double utile = largeur - 2 * marge;
constexpr double retrait_cellule = 3;
constexpr const char* police = "DejaVu Sans";

struct Style {
    double corps;
    bool gras;
    double gris;  // 0 is black
};

constexpr Style style_titre{18, true, 0.08}, style_sous_titre{12, true, 0.08};
constexpr Style style_texte{9, false, 0.12}, style_chiffre{24, true, 0.0};
constexpr Style style_cellule{7.5, false, 0.12}, style_entete{7.5, true, 0.12};
constexpr Style style_pied{7, false, 0.4};

struct FinDeTexte {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};
using Texte = std::unique_ptr<PangoLayout, FinDeTexte>;

struct FinDeTrait {
    void operator()(cairo_t* trait) const { cairo_destroy(trait); }
};

cairo_status_t recevoir(void* fermeture, const unsigned char* octets, unsigned int combien) {
    static_cast<std::string*>(fermeture)->append(reinterpret_cast<const char*>(octets), combien);
    return CAIRO_STATUS_SUCCESS;
}

Texte composer(cairo_t* trait, std::string_view contenu, const Style& style) {
    Texte texte{pango_cairo_create_layout(trait)};
    PangoFontDescription* fonte = pango_font_description_new();
    pango_font_description_set_family(fonte, police);
    pango_font_description_set_absolute_size(fonte, style.corps * PANGO_SCALE);
    if (style.gras) pango_font_description_set_weight(fonte, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(texte.get(), fonte);
    pango_font_description_free(fonte);
    pango_layout_set_text(texte.get(), contenu.data(), static_cast<int>(contenu.size()));
    pango_layout_set_wrap(texte.get(), PANGO_WRAP_WORD_CHAR);
    return texte;
}

void limiter(const Texte& texte, double a) {
    pango_layout_set_width(texte.get(), static_cast<int>(a * PANGO_SCALE));
}

double hauteur_de(const Texte& texte) {
    int w = 0, h = 0;
    pango_layout_get_size(texte.get(), &w, &h);
    return static_cast<double>(h) / PANGO_SCALE;
}

}  // namespace

// The page under way: the pen, where it is, and what every page repeats.
struct DocumentPdf::Page {
    std::string octets;
    std::unique_ptr<cairo_t, FinDeTrait> trait;
    std::string pied;
    double y = marge;
    int numero = 1;

    void ecrire(const Texte& texte, double x, double gris) {
        cairo_set_source_rgb(trait.get(), gris, gris, gris);
        cairo_move_to(trait.get(), x, y);
        pango_cairo_show_layout(trait.get(), texte.get());
    }

    void finir() {
        const auto bas_de_page = pied + " — page " + std::to_string(numero);
        const auto texte = composer(trait.get(), bas_de_page, style_pied);
        cairo_tag_begin(trait.get(), "Artifact", nullptr);
        y = hauteur - 40;
        ecrire(texte, marge, style_pied.gris);
        cairo_tag_end(trait.get(), "Artifact");
        cairo_show_page(trait.get());
        y = marge;
        ++numero;
    }

    void reserver(double place) {
        if (y + place > bas && y > marge) finir();
    }

    void bloc(const char* balise, std::string_view contenu, const Style& style) {
        const auto texte = composer(trait.get(), contenu, style);
        limiter(texte, utile);
        reserver(hauteur_de(texte));
        cairo_tag_begin(trait.get(), balise, nullptr);
        ecrire(texte, marge, style.gris);
        cairo_tag_end(trait.get(), balise);
        y += hauteur_de(texte);
    }

    void filet() {
        cairo_set_source_rgb(trait.get(), 0.8, 0.8, 0.8);
        cairo_set_line_width(trait.get(), 0.5);
        cairo_move_to(trait.get(), marge, y);
        cairo_line_to(trait.get(), marge + utile, y);
        cairo_stroke(trait.get());
    }
};

namespace {

struct Rangee {
    const char* balise;  // TH or TD
    Style style;
    const std::vector<Colonne>& colonnes;
    const std::vector<std::string>& cellules;
};

double largeur_de(const Colonne& colonne, const std::vector<Colonne>& toutes) {
    const int somme = std::accumulate(toutes.begin(), toutes.end(), 0,
                                      [](int s, const Colonne& c) { return s + c.largeur; });
    return utile * colonne.largeur / somme;
}

std::vector<Texte> composer_rangee(cairo_t* trait, const Rangee& rangee) {
    std::vector<Texte> textes;
    for (std::size_t i = 0; i < rangee.colonnes.size(); ++i) {
        const auto& contenu = i < rangee.cellules.size() ? rangee.cellules[i] : std::string{};
        auto texte = composer(trait, contenu, rangee.style);
        limiter(texte, largeur_de(rangee.colonnes[i], rangee.colonnes) - 2 * retrait_cellule);
        if (rangee.colonnes[i].alignement == Alignement::droite)
            pango_layout_set_alignment(texte.get(), PANGO_ALIGN_RIGHT);
        textes.push_back(std::move(texte));
    }
    return textes;
}

double hauteur_rangee(const std::vector<Texte>& textes) {
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

}  // namespace

DocumentPdf::DocumentPdf(std::string_view titre, std::string_view pied)
    : page_{std::make_unique<Page>()} {
    page_->pied = std::string{pied};
    cairo_surface_t* surface =
        cairo_pdf_surface_create_for_stream(recevoir, &page_->octets, largeur, hauteur);
    const std::string nom{titre};
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, nom.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Grappe");
    page_->trait.reset(cairo_create(surface));
    cairo_surface_destroy(surface);
    cairo_tag_begin(page_->trait.get(), "Document", nullptr);
}

DocumentPdf::~DocumentPdf() = default;

void DocumentPdf::titre(std::string_view texte) {
    page_->bloc("H1", texte, style_titre);
    page_->y += 8;
}

void DocumentPdf::sous_titre(std::string_view texte) {
    page_->y += 12;
    page_->reserver(60);
    page_->bloc("H2", texte, style_sous_titre);
    page_->y += 5;
}

void DocumentPdf::paragraphe(std::string_view texte) {
    page_->bloc("P", texte, style_texte);
    page_->y += 4;
}

void DocumentPdf::chiffre(std::string_view valeur, std::string_view legende) {
    page_->reserver(60);
    page_->bloc("P", valeur, style_chiffre);
    page_->bloc("P", legende, style_texte);
    page_->y += 6;
}

void DocumentPdf::tableau(const std::vector<Colonne>& colonnes,
                          const std::vector<std::vector<std::string>>& lignes) {
    auto& page = *page_;
    const auto poser = [&](const Rangee& rangee, const std::vector<Texte>& textes) {
        cairo_tag_begin(page.trait.get(), "TR", nullptr);
        double x = marge;
        page.y += retrait_cellule;
        for (std::size_t i = 0; i < textes.size(); ++i) {
            cairo_tag_begin(page.trait.get(), rangee.balise, nullptr);
            page.ecrire(textes[i], x + retrait_cellule, rangee.style.gris);
            cairo_tag_end(page.trait.get(), rangee.balise);
            x += largeur_de(colonnes[i], colonnes);
        }
        page.y += hauteur_rangee(textes) - retrait_cellule;
        page.filet();
        cairo_tag_end(page.trait.get(), "TR");
    };
    const auto titres = titres_de(colonnes);
    const Rangee entete{"TH", style_entete, colonnes, titres};
    const auto textes_entete = composer_rangee(page.trait.get(), entete);

    cairo_tag_begin(page.trait.get(), "Table", nullptr);
    page.reserver(hauteur_rangee(textes_entete) * 3);
    poser(entete, textes_entete);
    for (const auto& cellules : lignes) {
        const Rangee rangee{"TD", style_cellule, colonnes, cellules};
        const auto textes = composer_rangee(page.trait.get(), rangee);
        if (page.y + hauteur_rangee(textes) > bas) {
            page.finir();
            poser(entete, textes_entete);
        }
        poser(rangee, textes);
    }
    cairo_tag_end(page.trait.get(), "Table");
    page.y += 6;
}

std::string DocumentPdf::octets() && {
    page_->finir();
    cairo_tag_end(page_->trait.get(), "Document");
    cairo_surface_t* surface = cairo_get_target(page_->trait.get());
    cairo_surface_finish(surface);
    page_->trait.reset();
    return std::move(page_->octets);
}

}  // namespace grappe::exportation
