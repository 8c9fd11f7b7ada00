// The pen over cairo and pango.
#include "exportation/plume_pdf.hpp"

#include <fmt/format.h>

#include "core/ensure.hpp"
#include "exportation/catalogue_pdf.hpp"

namespace grappe::exportation {
namespace {

constexpr double a4_court = 595.28, a4_long = 841.89;
constexpr StylePdf style_pied{7, false, 0.35};

cairo_status_t recevoir(void* fermeture, const unsigned char* octets, unsigned int combien) {
    static_cast<std::string*>(fermeture)->append(reinterpret_cast<const char*>(octets), combien);
    return CAIRO_STATUS_SUCCESS;
}

// A digest cut at the end of a line must not gain a sign.
void sans_trait_d_union(const TextePdf& texte) {
    PangoAttrList* attributs = pango_attr_list_new();
    pango_attr_list_insert(attributs, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(texte.get(), attributs);
    pango_attr_list_unref(attributs);
}

// Letters stand where the drawing wants them, not at whole points.
void affiner(PangoLayout* texte) {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    pango_cairo_context_set_font_options(pango_layout_get_context(texte), options);
    pango_layout_context_changed(texte);
    cairo_font_options_destroy(options);
}

void nommer(cairo_surface_t* surface, const ReglagesPdf& reglages) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, reglages.titre.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Grappe");
    const auto instant = reglages.cree_le.utc_text();
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, instant.c_str());
}

}  // namespace

void limiter(const TextePdf& texte, double a) {
    pango_layout_set_width(texte.get(), static_cast<int>(a * PANGO_SCALE));
}

double hauteur_de(const TextePdf& texte) {
    int w = 0, h = 0;
    pango_layout_get_size(texte.get(), &w, &h);
    return static_cast<double>(h) / PANGO_SCALE;
}

double largeur_de(const TextePdf& texte) {
    int w = 0, h = 0;
    pango_layout_get_size(texte.get(), &w, &h);
    return static_cast<double>(w) / PANGO_SCALE;
}

PlumePdf::PlumePdf(const ReglagesPdf& reglages)
    : pied_{reglages.pied},
      largeur_{reglages.sens == Sens::portrait ? a4_court : a4_long},
      hauteur_{reglages.sens == Sens::portrait ? a4_long : a4_court} {
    cairo_surface_t* surface =
        cairo_pdf_surface_create_for_stream(recevoir, &octets_, largeur_, hauteur_);
    nommer(surface, reglages);
    trait_.reset(cairo_create(surface));
    cairo_surface_destroy(surface);
    ouvrir("Document");
}

TextePdf PlumePdf::composer(std::string_view contenu, const StylePdf& style) const {
    TextePdf texte{pango_cairo_create_layout(trait())};
    affiner(texte.get());
    PangoFontDescription* fonte = pango_font_description_new();
    pango_font_description_set_family(fonte, style.police);
    pango_font_description_set_absolute_size(fonte, style.corps * PANGO_SCALE);
    if (style.gras) pango_font_description_set_weight(fonte, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(texte.get(), fonte);
    pango_font_description_free(fonte);
    pango_layout_set_text(texte.get(), contenu.data(), static_cast<int>(contenu.size()));
    pango_layout_set_wrap(texte.get(), PANGO_WRAP_WORD_CHAR);
    sans_trait_d_union(texte);
    return texte;
}

void PlumePdf::ecrire(const TextePdf& texte, double x, double gris) {
    cairo_set_source_rgb(trait(), gris, gris, gris);
    cairo_move_to(trait(), x, y);
    pango_cairo_show_layout(trait(), texte.get());
}

void PlumePdf::poser_le_pied() {
    const auto bas_de_page = pied_ + " — page " + std::to_string(numero_);
    const auto texte = composer(bas_de_page, style_pied);
    limiter(texte, utile());
    y = hauteur_ - 40;
    ecrire(texte, marge_pdf, style_pied.gris);
}

void PlumePdf::tourner() {
    poser_le_pied();
    cairo_show_page(trait());
    y = marge_pdf;
    ++numero_;
}

void PlumePdf::reserver(double place) {
    if (y + place > bas() && y > marge_pdf) tourner();
}

void PlumePdf::bloc(const char* balise, std::string_view contenu, const StylePdf& style) {
    const auto texte = composer(contenu, style);
    limiter(texte, utile());
    reserver(hauteur_de(texte));
    ouvrir(balise);
    ecrire(texte, marge_pdf, style.gris);
    fermer(balise);
    y += hauteur_de(texte);
}

void PlumePdf::filet(double gris) {
    cairo_set_source_rgb(trait(), gris, gris, gris);
    cairo_set_line_width(trait(), 0.5);
    cairo_move_to(trait(), marge_pdf, y);
    cairo_line_to(trait(), marge_pdf + utile(), y);
    cairo_stroke(trait());
}

void PlumePdf::carre(double x, double haut, double cote) {
    cairo_set_source_rgb(trait(), 0, 0, 0);
    cairo_rectangle(trait(), x, haut, cote, cote);
    cairo_fill(trait());
}

int PlumePdf::repere(std::string_view texte, int parent) {
    const auto ou = fmt::format("page={} pos=[{:.0f} {:.0f}]", numero_, marge_pdf, y);
    const std::string nom{texte};
    return cairo_pdf_surface_add_outline(cairo_get_target(trait()), parent, nom.c_str(), ou.c_str(),
                                         CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

std::string PlumePdf::finir() {
    poser_le_pied();
    cairo_show_page(trait());
    fermer("Document");
    core::ensure(cairo_status(trait()) == CAIRO_STATUS_SUCCESS, "a PDF whose tags are known");
    cairo_surface_finish(cairo_get_target(trait()));
    trait_.reset();
    return completer_le_catalogue(std::move(octets_));
}

}  // namespace grappe::exportation
