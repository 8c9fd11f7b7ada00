// The models that are sheets: financing plan, plannings, hours, list of hardware.
#pragma once

#include <string>

#include "portail/documents/matiere.hpp"

namespace grappe::documents {

// DOC-06: costs of the project, of people, plan over years, computed subsidy by establishment.
std::string financement_en_xlsx(const SourceDesModeles& source);

// DOC-05: one sheet a part; months colour themselves when dates are typed.
std::string plannings_en_xlsx(const SourceDesModeles& source, const Planning& planning);
std::string plannings_en_pdf(const SourceDesModeles& source, const Planning& planning);

// DOC-16: the columns of the annex; shares are formulas.
std::string heures_en_xlsx(const SourceDesModeles& source);

// DOC-10: quantity, price, total; the quotes that the dossier gives, by establishment.
std::string materiels_en_xlsx(const SourceDesModeles& source);

}  // namespace grappe::documents
