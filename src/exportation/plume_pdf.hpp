// PlumePdf: the pen of a PDF under way: pages, texts, rules, tags, outline. Inside this module
// only.
#pragma once

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>

#include "exportation/document_pdf.hpp"

namespace grappe::exportation {

// The rhythm of a page, in points.
inline constexpr double marge_pdf = 48, pied_pdf = 60;

struct StylePdf {
    double corps;
    bool gras;
    double gris;  // 0 is black
    const char* police = "DejaVu Sans";
};

struct FinDeTexte {
    void operator()(PangoLayout* texte) const { g_object_unref(texte); }
};
using TextePdf = std::unique_ptr<PangoLayout, FinDeTexte>;

struct FinDeTrait {
    void operator()(cairo_t* trait) const { cairo_destroy(trait); }
};

void limiter(const TextePdf& texte, double a);
double hauteur_de(const TextePdf& texte);
double largeur_de(const TextePdf& texte);

class PlumePdf {
public:
    explicit PlumePdf(const ReglagesPdf& reglages);
    PlumePdf(const PlumePdf&) = delete;  // cairo holds the address of the bytes
    PlumePdf& operator=(const PlumePdf&) = delete;

    cairo_t* trait() const { return trait_.get(); }
    double y = marge_pdf;

    double largeur() const { return largeur_; }
    double utile() const { return largeur_ - 2 * marge_pdf; }
    double bas() const { return hauteur_ - pied_pdf; }

    TextePdf composer(std::string_view contenu, const StylePdf& style) const;
    void ecrire(const TextePdf& texte, double x, double gris);
    void bloc(const char* balise, std::string_view contenu, const StylePdf& style);
    void filet(double gris);
    void carre(double x, double haut, double cote);  // black
    // Only the innermost tag around a drawing takes it: what is drawn between the tags of a table
    // (rules, bars, the foot) is decoration. cairo 1.16 has no tag for that.
    void ouvrir(const char* balise) { cairo_tag_begin(trait(), balise, nullptr); }
    void fermer(const char* balise) { cairo_tag_end(trait(), balise); }

    void reserver(double place);  // a new page when so much does not fit on this one
    void tourner();               // a new page
    int repere(std::string_view texte, int parent);  // an entry of the outline
    std::string finir();

private:
    void poser_le_pied();

    std::string octets_;
    std::unique_ptr<cairo_t, FinDeTrait> trait_;
    std::string pied_;
    double largeur_, hauteur_;
    int numero_ = 1;
};

}  // namespace grappe::exportation
