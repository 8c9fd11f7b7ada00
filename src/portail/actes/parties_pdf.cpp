// The table of signatures, the square of a code.
#include "portail/actes/parties_pdf.hpp"

#include <fmt/format.h>

#include "portail/documents/mots.hpp"
#include "qr/carre_qr.hpp"

namespace grappe::actes {
namespace {

using exportation::Alignement, exportation::Ecriture;

struct UnePartie {
    std::string_view partie;
    const std::string& nom;
    const SignatureImprimee& signature;
};

std::vector<std::string> rangee_de(const UnePartie& une, const std::string& empreinte,
                                   const rules::Phrases& phrases) {
    const auto mot = [&](const std::string& code) { return documents::dire(phrases, code); };
    const auto de_quoi = mot("actes.convention.partie." + std::string{une.partie}) + "\n" + une.nom;
    if (une.signature.signature == nullptr)
        return {de_quoi, mot("actes.convention.pas_signee"), "", empreinte};
    const auto& signature = *une.signature.signature;
    return {de_quoi, documents::heure_de(core::paris(), signature.signee_le),
            mot("actes.convention.mode." + std::string{core::name_of(signature.mode)}) + " – " +
                une.signature.nom,
            signature.empreinte};
}

}  // namespace

void ecrire_les_signatures(exportation::DocumentPdf& document, const PartiesImprimees& parties,
                           const rules::Phrases& phrases) {
    const auto mot = [&](const char* code) { return documents::dire(phrases, code); };
    document.tableau(
        {{mot("actes.convention.partie"), 9, Alignement::gauche},
         {mot("actes.convention.signee_le"), 8, Alignement::gauche},
         {mot("actes.convention.comment"), 9, Alignement::gauche},
         {mot("actes.convention.empreinte"), 11, Alignement::gauche, Ecriture::code}},
        {rangee_de({"ars", parties.agence, parties.de_l_agence}, parties.empreinte, phrases),
         rangee_de({"porteur", parties.porteur, parties.du_porteur}, parties.empreinte, phrases)});
}

std::string adresse_du_code(std::string_view code, std::string_view site) {
    return fmt::format("{}/conventions/{}", site, code);
}

void ecrire_le_code(exportation::DocumentPdf& document, std::string_view code,
                    std::string_view site, const rules::Phrases& phrases) {
    const auto adresse = adresse_du_code(code, site);
    document.adresse(qr::carre_qr(adresse),
                     phrases.rendre("actes.convention.code", {{"code", code}}), adresse);
}

}  // namespace grappe::actes
