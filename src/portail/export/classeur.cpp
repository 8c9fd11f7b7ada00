// Workbooks through libxlsxwriter.
#include "portail/export/classeur.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <stdexcept>

#include "core/ensure.hpp"

namespace grappe::exportation {

struct Classeur::Interieur {
    int memoire = -1;  // the library only writes to a path: this one is a file in memory
    lxw_workbook* classeur = nullptr;
    lxw_format* gras = nullptr;
    lxw_format* euros = nullptr;
    lxw_worksheet* feuille = nullptr;
    lxw_row_t rang = 0;
};

Classeur::Classeur() : interieur_{std::make_unique<Interieur>()} {
    interieur_->memoire = memfd_create("classeur", MFD_CLOEXEC);
    if (interieur_->memoire < 0) throw std::runtime_error{"no file in memory for a workbook"};
    const auto chemin = "/proc/self/fd/" + std::to_string(interieur_->memoire);
    interieur_->classeur = workbook_new(chemin.c_str());
    core::ensure(interieur_->classeur != nullptr, "workbook in memory");
    interieur_->gras = workbook_add_format(interieur_->classeur);
    format_set_bold(interieur_->gras);
    format_set_text_wrap(interieur_->gras);
    interieur_->euros = workbook_add_format(interieur_->classeur);
    format_set_num_format(interieur_->euros, "# ##0.00 \"€\"");
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
    worksheet_freeze_panes(interieur_->feuille, 1, 0);
    interieur_->rang = 1;
}

void Classeur::rangee(const std::vector<Cellule>& cellules) {
    auto* feuille = interieur_->feuille;
    const auto rang = interieur_->rang++;
    for (std::size_t i = 0; i < cellules.size(); ++i) {
        const auto colonne = static_cast<lxw_col_t>(i);
        if (const auto* texte = std::get_if<std::string>(&cellules[i]))
            worksheet_write_string(feuille, rang, colonne, texte->c_str(), nullptr);
        else if (const auto* montant = std::get_if<core::Money>(&cellules[i]))
            worksheet_write_number(feuille, rang, colonne,
                                   static_cast<double>(montant->in_cents()) / 100,
                                   interieur_->euros);
        else
            worksheet_write_number(feuille, rang, colonne, std::get<int>(cellules[i]), nullptr);
    }
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
