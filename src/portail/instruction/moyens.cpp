// Shared by the acts of a desk.
#include "portail/instruction/moyens.hpp"

#include "core/texte.hpp"
#include "portail/instruction/delais.hpp"
#include "portail/instruction/instruction.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/journal.hpp"

namespace grappe::instruction {

void faire_passer(storage::Writer& db, const Demandeur& qui, Dossier& dossier, const Etape& etape) {
    const auto avant = dossier.statut;
    dossier.statut = *teleservice::suite(avant, etape.acte);
    dossier.modifie_le = qui.maintenant;
    teleservice::passer(db, dossier,
                        {.acte = etape.acte,
                         .avant = avant,
                         .apres = dossier.statut,
                         .par = qui.acteur.compte,
                         .fait_le = qui.maintenant,
                         .motif = etape.motif});
    tenir_le_delai(db, dossier);
}

void noter(storage::Writer& db, const Demandeur& qui, const Dossier& dossier, const Ligne& ligne) {
    teleservice::noter(db, qui, {ligne.acte, teleservice::objet_du_journal(dossier), ligne.detail});
}

void noter_le_refus(storage::Base& base, const Demandeur& qui, const ActeRefuse& refuse) {
    teleservice::noter_le_refus(
        base, qui, {refuse.acte, "dossier:" + std::string{refuse.dossier}, refuse.refus.code});
}

core::Result<std::string> lire_texte_libre(std::string_view texte) {
    const auto utile = core::trimmed(texte);
    if (utile.size() > texte_max)
        return core::refuse(core::Reason::invalid, "instruction.texte_long",
                            std::to_string(texte_max));
    std::string lu;
    for (const char c : utile)
        if (c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= ' ') lu += c;
    return core::fold(lu).empty() ? std::string{} : lu;  // unbreakable spaces say nothing
}

core::Result<std::string> lire_texte(std::string_view texte, std::string_view vide) {
    auto lu = lire_texte_libre(texte);
    if (lu && lu->empty()) return core::refuse(core::Reason::invalid, std::string{vide});
    return lu;
}

core::Result<std::string> lire_texte(std::string_view texte) {
    return lire_texte(texte, "instruction.texte_vide");
}

}  // namespace grappe::instruction
