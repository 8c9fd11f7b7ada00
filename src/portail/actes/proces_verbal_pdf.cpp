// The minutes laid out.
#include "portail/actes/proces_verbal_pdf.hpp"

#include "exportation/document_pdf.hpp"
#include "portail/documents/mots.hpp"
#include "secret/empreinte.hpp"

namespace grappe::actes {
namespace {

// Of what the minutes say: two papers that say the same have the same.
std::string empreinte_de(const std::vector<std::string>& paragraphes) {
    std::string texte;
    for (const auto& un : paragraphes) texte += un + "\n";
    return secret::empreinte(texte);
}

}  // namespace

std::string proces_verbal_en_pdf(const comite::ProcesVerbal& proces_verbal,
                                 const rules::Phrases& phrases, std::string_view mention) {
    const auto& comite = proces_verbal.comite;
    const auto empreinte = empreinte_de(proces_verbal.paragraphes);
    const auto titre = phrases.rendre("actes.pv.titre", {{"jour", comite.tenu_le}});
    auto pied = phrases.rendre("actes.pv.pied", {{"appel", std::string_view{comite.appel}},
                                                 {"empreinte", empreinte.substr(0, 16)}});
    if (!mention.empty()) pied.append(" — ").append(mention);
    exportation::DocumentPdf document{
        {.titre = titre, .pied = pied, .cree_le = comite.notifie_le.value_or(comite.cree_le)}};
    document.titre(titre);
    for (const auto& paragraphe : proces_verbal.paragraphes) document.paragraphe(paragraphe);
    document.sous_titre(documents::dire(phrases, "actes.pv.empreinte"));
    document.texte_brut(empreinte);
    document.paragraphe(documents::dire(phrases, "actes.pv.mention"));
    return std::move(document).octets();
}

}  // namespace grappe::actes
