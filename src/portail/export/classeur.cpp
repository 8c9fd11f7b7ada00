// Workbooks through libxlsxwriter.
#include "portail/export/classeur.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "core/ensure.hpp"
#include "portail/rendu/mise_en_page.hpp"

namespace grappe::exportation {

struct Classeur::Interieur {
    int memoire = -1;  // the library only writes to a path: this one is a file in memory
    lxw_workbook* classeur = nullptr;
    lxw_format* gras = nullptr;
    lxw_format* euros = nullptr;
    std::array<lxw_format*, 5> nombres{}, a_completer{};  // by Nombre
    lxw_format* barre = nullptr;
    lxw_worksheet* feuille = nullptr;
    lxw_row_t rang = 0;

    lxw_format* format(const char* modele, lxw_color_t fond) const {
        auto* nouveau = workbook_add_format(classeur);
        format_set_num_format(nouveau, modele);
        if (fond == 0) return nouveau;
        format_set_bg_color(nouveau, fond);
        format_set_border(nouveau, LXW_BORDER_HAIR);
        format_set_text_wrap(nouveau);
        return nouveau;
    }
    void ecrire(lxw_col_t colonne, const Cellule& cellule) const;
};

namespace {

constexpr auto modeles =
    // A comma groups the thousands of a file; each program shows the sign of its own language.
    std::to_array<const char*>(
        {"#,##0.00 \"€\"_0", "0.00%_0", "#,##0.00_0", "dd/mm/yyyy", "mm/yy"});
constexpr lxw_color_t jaune = 0xFFF3C4, bleu = 0x000091;

template <class... Cas>
struct Selon : Cas... {
    using Cas::operator()...;
};

lxw_datetime jour_de(core::Date date) {
    lxw_datetime jour{};
    jour.year = date.year();
    jour.month = static_cast<int>(static_cast<unsigned>(date.ymd().month()));
    jour.day = static_cast<int>(static_cast<unsigned>(date.ymd().day()));
    return jour;
}

double valeur_de(Nombre nombre, std::int64_t centiemes) {
    return static_cast<double>(centiemes) / (nombre == Nombre::pour_cent ? 10'000 : 100);
}

// On A4, all columns on one page of width, the head on each page, numbered.
void imprimer(lxw_worksheet* feuille) {
    constexpr std::uint8_t a4 = 9;
    worksheet_set_landscape(feuille);
    worksheet_set_paper(feuille, a4);
    worksheet_fit_to_pages(feuille, 1, 0);
    worksheet_repeat_rows(feuille, 0, 0);
    worksheet_set_footer(feuille, "&L&A&R&P/&N");
}

// Of a head whose words wrap, in points: not every program finds it by itself. Bold is wider.
double hauteur_de(const std::vector<std::string>& entete, const std::vector<int>& largeurs) {
    constexpr double une_ligne = 15;
    std::size_t lignes = 1;
    for (std::size_t i = 0; i < entete.size(); ++i) {
        const auto place = static_cast<std::size_t>(std::max(1, largeurs[i] * 4 / 5));
        lignes = std::max(lignes, (rendu::largeur(entete[i]) + place - 1) / place);
    }
    return une_ligne * static_cast<double>(std::min<std::size_t>(lignes, 4));
}

}  // namespace

void Classeur::Interieur::ecrire(lxw_col_t colonne, const Cellule& cellule) const {
    const auto format_de = [](const auto& formats, Nombre nombre) {
        return formats.at(static_cast<std::size_t>(nombre));
    };
    std::visit(
        Selon{[&](const std::string& texte) {
                  worksheet_write_string(feuille, rang, colonne, texte.c_str(), nullptr);
              },
              [&](const Gras& titre) {
                  worksheet_write_string(feuille, rang, colonne, titre.texte.c_str(), gras);
              },
              [&](core::Money montant) {
                  worksheet_write_number(feuille, rang, colonne,
                                         valeur_de(Nombre::euros, montant.in_cents()), euros);
              },
              [&](int nombre) { worksheet_write_number(feuille, rang, colonne, nombre, nullptr); },
              [&](Centiemes nombre) {
                  worksheet_write_number(feuille, rang, colonne,
                                         valeur_de(Nombre::decimal, nombre.valeur),
                                         format_de(nombres, Nombre::decimal));
              },
              [&](core::Date date) {
                  auto instant = jour_de(date);
                  worksheet_write_datetime(feuille, rang, colonne, &instant,
                                           format_de(a_completer, Nombre::jour));
              },
              [&](const Formule& formule) {
                  worksheet_write_formula_num(feuille, rang, colonne, formule.texte.c_str(),
                                              format_de(nombres, formule.nombre),
                                              valeur_de(formule.nombre, formule.centiemes));
              },
              [&](const ACompleter& vide) {
                  worksheet_write_string(feuille, rang, colonne, vide.texte.c_str(),
                                         format_de(a_completer, vide.nombre));
              }},
        cellule);
}

Classeur::Classeur() : interieur_{std::make_unique<Interieur>()} {
    interieur_->memoire = memfd_create("classeur", MFD_CLOEXEC);
    if (interieur_->memoire < 0) throw std::runtime_error{"no file in memory for a workbook"};
    const auto chemin = "/proc/self/fd/" + std::to_string(interieur_->memoire);
    interieur_->classeur = workbook_new(chemin.c_str());
    core::ensure(interieur_->classeur != nullptr, "workbook in memory");
    interieur_->gras = workbook_add_format(interieur_->classeur);
    format_set_bold(interieur_->gras);
    format_set_text_wrap(interieur_->gras);
    format_set_align(interieur_->gras, LXW_ALIGN_VERTICAL_TOP);
    for (std::size_t n = 0; n < modeles.size(); ++n) {
        interieur_->nombres[n] = interieur_->format(modeles[n], 0);
        interieur_->a_completer[n] = interieur_->format(modeles[n], jaune);
    }
    interieur_->euros = interieur_->nombres.front();
    interieur_->barre = interieur_->format("General", bleu);
}

Classeur::Classeur(std::string_view titre, core::Instant cree_le) : Classeur{} {
    std::string copie{titre}, auteur{"Grappe"};
    lxw_doc_properties proprietes{};
    proprietes.title = copie.data();
    proprietes.author = auteur.data();
    proprietes.created = cree_le.utc().time_since_epoch().count();
    workbook_set_properties(interieur_->classeur, &proprietes);
}

Classeur::~Classeur() {
    if (interieur_->classeur) workbook_close(interieur_->classeur);
    close(interieur_->memoire);
}

void Classeur::feuille(std::string_view nom, const std::vector<std::string>& entete,
                       const std::vector<int>& largeurs) {
    const std::string copie{nom};
    interieur_->feuille = workbook_add_worksheet(interieur_->classeur, copie.c_str());
    core::ensure(interieur_->feuille != nullptr, "name of a sheet");
    for (std::size_t i = 0; i < entete.size(); ++i) {
        const auto colonne = static_cast<lxw_col_t>(i);
        worksheet_write_string(interieur_->feuille, 0, colonne, entete[i].c_str(),
                               interieur_->gras);
        worksheet_set_column(interieur_->feuille, colonne, colonne, largeurs[i], nullptr);
    }
    worksheet_set_row(interieur_->feuille, 0, hauteur_de(entete, largeurs), nullptr);
    worksheet_freeze_panes(interieur_->feuille, 1, 0);
    imprimer(interieur_->feuille);
    interieur_->rang = 1;
}

void Classeur::imprimer_sur_deux_pages() {
    worksheet_fit_to_pages(interieur_->feuille, 2, 0);
    worksheet_repeat_columns(interieur_->feuille, 0, 0);
}

void Classeur::rangee(const std::vector<Cellule>& cellules) {
    for (std::size_t i = 0; i < cellules.size(); ++i)
        interieur_->ecrire(static_cast<lxw_col_t>(i), cellules[i]);
    ++interieur_->rang;
}

int Classeur::prochaine_rangee() const { return static_cast<int>(interieur_->rang) + 1; }

void Classeur::colorier(const std::string& plage, const std::string& formule) {
    lxw_conditional_format condition{};
    condition.type = LXW_CONDITIONAL_TYPE_FORMULA;
    std::string copie{formule};  // the library takes a text that it could change
    condition.value_string = copie.data();
    condition.format = interieur_->barre;
    worksheet_conditional_format_range(interieur_->feuille, RANGE(plage.c_str()), &condition);
}

std::string Classeur::octets() && {
    const auto erreur = workbook_close(interieur_->classeur);
    interieur_->classeur = nullptr;
    if (erreur != LXW_NO_ERROR) throw std::runtime_error{"a workbook could not be written"};
    std::string octets(static_cast<std::size_t>(lseek(interieur_->memoire, 0, SEEK_END)), '\0');
    const auto lus = pread(interieur_->memoire, octets.data(), octets.size(), 0);
    core::ensure(lus == static_cast<ssize_t>(octets.size()), "whole workbook read back");
    return octets;
}

}  // namespace grappe::exportation
