// Months across, phases down; bars are decoration: the dates are told in words on the same line.
#include "exportation/frise_pdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace grappe::exportation {
namespace {

constexpr StylePdf style_phase{8, false, 0.12}, style_tete{8, true, 0.12};
constexpr StylePdf style_mois{6, false, 0.35};
constexpr double ligne_au_moins = 20, retrait = 4;
constexpr auto initiales =
    std::to_array<const char*>({"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août",
                                "sept.", "oct.", "nov.", "déc."});

// Where a month begins across the chart.
struct Echelle {
    core::Date debut, fin;  // first and last day drawn
    double gauche, largeur;

    double x(core::Date jour) const {
        const auto tout = (fin.days() - debut.days()).count() + 1;
        const auto ici = (jour.days() - debut.days()).count();
        return gauche + largeur * static_cast<double>(ici) / static_cast<double>(tout);
    }
};

core::Date premier_du_mois(core::Date jour) {
    return core::Date::of(jour.ymd().year() / jour.ymd().month() / std::chrono::day{1});
}

core::Date mois_suivant(core::Date jour) {
    const auto suivant = jour.ymd().year() / jour.ymd().month() + std::chrono::months{1};
    return core::Date::of(suivant / std::chrono::day{1});
}

std::optional<Etendue> bornes(const Frise& frise) {
    std::optional<Etendue> tout;
    for (const auto& ligne : frise.lignes) {
        if (!ligne.etendue) continue;
        if (!tout) tout = ligne.etendue;
        tout->debut = std::min(tout->debut, ligne.etendue->debut);
        tout->fin = std::max(tout->fin, ligne.etendue->fin);
    }
    if (tout) tout->debut = premier_du_mois(tout->debut);
    if (tout) tout->fin = mois_suivant(tout->fin).plus_days(-1);
    return tout;
}

// One month in so many has its name: names never touch.
int pas_des_noms(const Echelle& echelle) {
    const auto jours = (echelle.fin.days() - echelle.debut.days()).count() + 1;
    const double mois = echelle.largeur * 30.4 / static_cast<double>(jours);
    return mois >= 30 ? 1 : mois >= 15 ? 2 : mois >= 10 ? 3 : mois >= 5 ? 6 : 12;
}

void tracer_les_mois(PlumePdf& plume, const Echelle& echelle, double haut) {
    for (auto mois = echelle.debut; mois <= echelle.fin; mois = mois_suivant(mois)) {
        const bool janvier = static_cast<unsigned>(mois.ymd().month()) == 1;
        cairo_set_line_width(plume.trait(), janvier ? 0.8 : 0.3);
        cairo_set_source_rgb(plume.trait(), 0.8, 0.8, 0.83);
        cairo_move_to(plume.trait(), echelle.x(mois), plume.y);
        cairo_line_to(plume.trait(), echelle.x(mois), plume.y + haut);
        cairo_stroke(plume.trait());
    }
}

void nommer_les_mois(PlumePdf& plume, const Echelle& echelle) {
    const int pas = pas_des_noms(echelle);
    int rang = 0;
    for (auto mois = echelle.debut; mois <= echelle.fin; mois = mois_suivant(mois), ++rang) {
        if (rang % pas != 0) continue;
        const auto numero = static_cast<unsigned>(mois.ymd().month());
        const auto nom = fmt::format("{}\n{}", initiales[numero - 1], mois.year());
        plume.ecrire(plume.composer(nom, style_mois), echelle.x(mois) + 2, style_mois.gris);
    }
}

void tracer_la_barre(PlumePdf& plume, const Echelle& echelle, const Etendue& etendue, double haut) {
    auto* trait = plume.trait();
    cairo_set_source_rgb(trait, 0.0, 0.0, 0.57);
    const double debut = echelle.x(etendue.debut), fin = echelle.x(etendue.fin.plus_days(1));
    const double milieu = plume.y + haut / 2;
    if (etendue.debut == etendue.fin) {
        const double demi = 5;
        cairo_move_to(trait, debut, milieu - demi);
        cairo_line_to(trait, debut + demi, milieu);
        cairo_line_to(trait, debut, milieu + demi);
        cairo_line_to(trait, debut - demi, milieu);
        cairo_close_path(trait);
    } else {
        cairo_rectangle(trait, debut, milieu - 4.5, std::max(fin - debut, 2.0), 9);
    }
    cairo_fill(trait);
}

class Dessin {
public:
    Dessin(PlumePdf& plume, const Frise& frise)
        : plume_{plume},
          frise_{frise},
          dates_{marge_pdf + plume.utile() * 0.27},
          gauche_{marge_pdf + plume.utile() * 0.45} {
        if (const auto tout = bornes(frise))
            echelle_ =
                Echelle{tout->debut, tout->fin, gauche_, marge_pdf + plume.utile() - gauche_};
    }

    void tout() {
        plume_.ouvrir("Table");
        tete();
        for (const auto& ligne : frise_.lignes) {
            const double haut = hauteur(ligne);
            if (plume_.y + haut > plume_.bas()) {
                plume_.tourner();
                tete();
            }
            une(ligne, haut);
        }
        plume_.fermer("Table");
        plume_.y += 8;
    }

private:
    TextePdf compose(std::string_view texte, const StylePdf& style, double largeur) const {
        auto compose = plume_.composer(texte, style);
        limiter(compose, largeur - 2 * retrait);
        return compose;
    }

    const std::string& dates_de(const LigneDeFrise& ligne) const {
        return ligne.etendue ? ligne.dates : frise_.sans_date;
    }

    double hauteur(const LigneDeFrise& ligne) const {
        const auto libelle = compose(ligne.libelle, style_phase, dates_ - marge_pdf);
        const auto dates = compose(dates_de(ligne), style_phase, gauche_ - dates_);
        return std::max(ligne_au_moins,
                        std::max(hauteur_de(libelle), hauteur_de(dates)) + 2 * retrait);
    }

    void cellule(const char* balise, const TextePdf& texte, double x) {
        plume_.ouvrir(balise);
        plume_.ecrire(texte, x, 0.12);
        plume_.fermer(balise);
    }

    void tete() {
        plume_.ouvrir("TR");
        cellule("TH", compose(frise_.titre_des_lignes, style_tete, dates_ - marge_pdf), marge_pdf);
        cellule("TH", compose(frise_.titre_des_dates, style_tete, gauche_ - dates_), dates_);
        plume_.fermer("TR");
        if (echelle_) {
            tracer_les_mois(plume_, *echelle_, 20);
            nommer_les_mois(plume_, *echelle_);
        }
        plume_.y += 20;
        plume_.filet(0.4);
    }

    void une(const LigneDeFrise& ligne, double haut) {
        plume_.y += retrait;
        plume_.ouvrir("TR");
        cellule("TD", compose(ligne.libelle, style_phase, dates_ - marge_pdf), marge_pdf);
        cellule("TD", compose(dates_de(ligne), style_phase, gauche_ - dates_), dates_);
        plume_.fermer("TR");
        plume_.y -= retrait;
        if (echelle_) tracer_les_mois(plume_, *echelle_, haut);
        if (ligne.etendue)
            tracer_la_barre(plume_, *echelle_, *ligne.etendue, haut);
        else
            laisser_vide(haut);
        plume_.y += haut;
        plume_.filet(0.85);
    }

    // A dotted frame: no bar is drawn where nobody gave a date.
    void laisser_vide(double haut) {
        auto* trait = plume_.trait();
        const double pointilles[] = {2, 2};
        cairo_set_source_rgb(trait, 0.5, 0.5, 0.5);
        cairo_set_line_width(trait, 0.6);
        cairo_set_dash(trait, pointilles, 2, 0);
        cairo_rectangle(trait, gauche_, plume_.y + haut / 2 - 7,
                        marge_pdf + plume_.utile() - gauche_, 14);
        cairo_stroke(trait);
        cairo_set_dash(trait, nullptr, 0, 0);
    }

    PlumePdf& plume_;
    const Frise& frise_;
    double dates_, gauche_;
    std::optional<Echelle> echelle_;
};

}  // namespace

void dessiner_la_frise(PlumePdf& plume, const Frise& frise) { Dessin{plume, frise}.tout(); }

}  // namespace grappe::exportation
