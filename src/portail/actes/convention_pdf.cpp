// The agreement laid out: the text of its model, its tables, who signed, the way back to its
// dossier.
#include "portail/actes/convention_pdf.hpp"

#include "exportation/document_pdf.hpp"
#include "portail/actes/parties_pdf.hpp"
#include "portail/documents/mots.hpp"
#include "portail/rendu/presentation.hpp"

namespace grappe::actes {
namespace {

using exportation::Alignement, exportation::DocumentPdf, exportation::Ecriture;
using rendu::montant_en_francais;
using Rangees = std::vector<std::vector<std::string>>;

class Mise {
public:
    Mise(DocumentPdf& document, const ConventionImprimee& imprimee, const MoyensDuPdf& moyens)
        : document_{document}, imprimee_{imprimee}, moyens_{moyens} {}

    void tableau(std::string_view nom) {
        if (nom == "parties") parties();
        if (nom == "montants") montants();
        if (nom == "sources") sources();
        if (nom == "cibles") cibles();
        if (nom == "signatures") signatures();
        if (nom == "code") code();
    }

private:
    std::string mot(std::string_view code) const { return documents::dire(moyens_.phrases, code); }

    void parties() {
        document_.fiche(
            {{mot("actes.convention.agence"), imprimee_.agence},
             {mot("actes.convention.porteur"), imprimee_.porteur},
             {mot("actes.convention.siret"), imprimee_.siret, Ecriture::code},
             {mot("actes.convention.depot"), imprimee_.numero, Ecriture::code},
             {mot("documents.depose_le"), documents::heure_de(core::paris(), imprimee_.depose_le)},
             {mot("documents.empreinte_regles"), convention().regles, Ecriture::code}});
    }

    // "1, 3"
    static std::string notes(const LigneImprimee& ligne) {
        std::string texte;
        for (const auto rang : ligne.sources)
            texte += (texte.empty() ? "" : ", ") + std::to_string(rang + 1);
        return texte;
    }

    void montants() {
        Rangees rangees;
        for (const auto& ligne : imprimee_.lignes)
            rangees.push_back({ligne.finess_et, ligne.nom, ligne.regime,
                               montant_en_francais(ligne.aides.usage),
                               montant_en_francais(ligne.aides.equipement),
                               montant_en_francais(ligne.aides.specifique()),
                               montant_en_francais(ligne.aides.total()), notes(ligne)});
        const auto total = convention().accorde.total();
        document_.tableau(
            {{mot("export.finess"), 12, Alignement::gauche},
             {mot("export.nom"), 18, Alignement::gauche},
             {mot("export.regime"), 12, Alignement::gauche},
             {mot("export.usages"), 12, Alignement::droite},
             {mot("export.equipement"), 12, Alignement::droite},
             {mot("export.specifique"), 12, Alignement::droite},
             {mot("export.total"), 13, Alignement::droite},
             {mot("actes.convention.source"), 7, Alignement::gauche}},
            rangees,
            {mot("export.total"), "", "", montant_en_francais(total.usage),
             montant_en_francais(total.equipement), montant_en_francais(total.specifique()),
             montant_en_francais(total.total()), ""});
    }

    void sources() {
        Rangees rangees;
        for (const auto& source : imprimee_.sources)
            rangees.push_back({std::to_string(rangees.size() + 1), source});
        document_.tableau({{mot("actes.convention.source"), 2, Alignement::gauche},
                           {mot("actes.convention.texte"), 20, Alignement::gauche}},
                          rangees);
    }

    void cibles() {
        if (imprimee_.cibles.empty()) return document_.paragraphe(mot("solde.cible.non_definie"));
        Rangees rangees;
        for (const auto& cible : imprimee_.cibles)
            rangees.push_back({cible.indicateur, cible.part, cible.pour, cible.source});
        document_.tableau({{mot("actes.convention.indicateur"), 14, Alignement::gauche},
                           {mot("actes.convention.cible"), 4, Alignement::droite},
                           {mot("export.secteur"), 8, Alignement::gauche},
                           {mot("actes.convention.texte"), 16, Alignement::gauche}},
                          rangees);
    }

    void signatures() {
        ecrire_les_signatures(document_,
                              {.agence = imprimee_.agence,
                               .porteur = imprimee_.porteur,
                               .empreinte = convention().empreinte,
                               .de_l_agence = imprimee_.de_l_agence,
                               .du_porteur = imprimee_.du_porteur},
                              moyens_.phrases);
    }

    void code() {
        ecrire_le_code(document_, imprimee_.code, moyens_.adresse_publique, moyens_.phrases);
    }

    const convention::Convention& convention() const { return imprimee_.sujet.convention; }

    DocumentPdf& document_;
    const ConventionImprimee& imprimee_;
    const MoyensDuPdf& moyens_;
};

rules::Faits faits_de(const ConventionImprimee& imprimee, const rules::Phrases& phrases) {
    const auto& convention = imprimee.sujet.convention;
    const auto accorde = convention.accorde.total().total();
    const auto forme = "actes.convention.forme." + std::string{core::name_of(convention.forme)};
    return {{"forme", documents::dire(phrases, forme)},
            {"agence", std::string_view{imprimee.agence}},
            {"porteur", std::string_view{imprimee.porteur}},
            {"siret", std::string_view{imprimee.siret}},
            {"appel", std::string_view{imprimee.appel}},
            {"solution", std::string_view{imprimee.solution}},
            {"numero", std::string_view{imprimee.numero}},
            {"essms", static_cast<std::int64_t>(imprimee.lignes.size())},
            {"total", accorde},
            {"avance", convention.avance},
            {"solde", accorde - convention.avance},
            {"source_de_l_avance", std::string_view{imprimee.source_de_l_avance}}};
}

}  // namespace

std::string convention_en_pdf(const ConventionImprimee& imprimee, const MoyensDuPdf& moyens) {
    using Genre = documents::ModeleTexte::Genre;
    const auto& phrases = moyens.phrases;
    auto pied =
        phrases.rendre("actes.convention.pied", {{"code", std::string_view{imprimee.code}}});
    if (!moyens.mention.empty()) pied.append(" — ").append(moyens.mention);
    DocumentPdf document{{.titre = phrases.rendre("actes.convention.nom",
                                                  {{"numero", std::string_view{imprimee.numero}}}),
                          .pied = pied,
                          .cree_le = imprimee.etabli_le()}};
    Mise mise{document, imprimee, moyens};
    for (const auto& [genre, texte] : moyens.modele.blocs(faits_de(imprimee, phrases))) {
        if (genre == Genre::titre) document.titre(texte);
        if (genre == Genre::sous_titre) document.sous_titre(texte);
        if (genre == Genre::puce) document.paragraphe("•  " + texte);
        if (genre == Genre::paragraphe || genre == Genre::a_completer) document.paragraphe(texte);
        if (genre == Genre::tableau) mise.tableau(texte);
    }
    return std::move(document).octets();
}

}  // namespace grappe::actes
