// The order as a table that a spreadsheet opens.
#include <fmt/format.h>

#include "core/csv.hpp"
#include "portail/ordre/bordereau.hpp"

namespace grappe::ordre {
namespace {

constexpr std::string_view entete =
    "ordre;rang;versement;beneficiaire;iban;bic;montant;devise;objet;convention;dossier;finess_ej;"
    "siret";

}  // namespace

std::string en_csv(const Bordereau& bordereau) {
    std::string texte{"\xEF\xBB\xBF"};  // spreadsheets read accents by it
    texte.append(entete).append("\r\n");
    int rang = 0;
    for (const auto& un : bordereau.virements) {
        texte.append(fmt::format("{};{};{}", bordereau.reference, ++rang, un.id));
        for (const std::string& cellule :
             {un.beneficiaire, un.iban, un.bic, un.montant.text(), std::string{"EUR"}, un.objet,
              un.convention, un.dossier, un.finess_ej, un.siret})
            texte.append(1, ';').append(core::csv_cell(cellule));
        texte += "\r\n";
    }
    return texte;
}

}  // namespace grappe::ordre
