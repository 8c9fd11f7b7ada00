// Reading an amendment for its paper, and laying it out.
#include "portail/actes/avenant_pdf.hpp"

#include <algorithm>

#include "portail/actes/parties_pdf.hpp"
#include "portail/convention/avenant_dit.hpp"
#include "portail/convention/code.hpp"
#include "portail/documents/mots.hpp"
#include "portail/rendu/presentation.hpp"
#include "portail/teleservice/fiche_repository.hpp"

namespace grappe::actes {
namespace {

using convention::Partie;
using exportation::Alignement, exportation::DocumentPdf, exportation::Ecriture;
using rendu::montant_en_francais;

std::string titre_de(const AvenantImprime& imprime, const rules::Phrases& phrases) {
    return phrases.rendre("actes.avenant.nom", {{"rang", std::int64_t{imprime.lu.avenant.rang}},
                                                {"numero", std::string_view{imprime.numero}}});
}

class Mise {
public:
    Mise(DocumentPdf& document, const AvenantImprime& imprime, const MoyensDAvenant& moyens)
        : document_{document}, imprime_{imprime}, moyens_{moyens} {}

    void tout() {
        const auto& avenant = imprime_.lu.avenant;
        document_.titre(titre_de(imprime_, moyens_.phrases));
        document_.fiche({{mot("actes.convention.agence"), imprime_.agence},
                         {mot("actes.convention.porteur"), imprime_.porteur},
                         {mot("actes.convention.depot"), imprime_.numero, Ecriture::code},
                         {mot("actes.avenant.prepare_le"),
                          documents::heure_de(core::paris(), avenant.prepare_le)},
                         {mot("documents.empreinte_regles"), avenant.regles, Ecriture::code}});
        document_.sous_titre(mot("actes.avenant.motif"));
        document_.paragraphe(avenant.motif);
        document_.sous_titre(mot("actes.avenant.ce_qui_change"));
        for (const auto& une : convention::dire(imprime_.lu, moyens_.phrases))
            document_.paragraphe("•  " + une);
        document_.sous_titre(mot("actes.avenant.montants"));
        montants();
        document_.sous_titre(mot("actes.avenant.signatures"));
        document_.paragraphe(mot("actes.avenant.prend_effet"));
        ecrire_les_signatures(document_,
                              {.agence = imprime_.agence,
                               .porteur = imprime_.porteur,
                               .empreinte = avenant.empreinte,
                               .de_l_agence = imprime_.de_l_agence,
                               .du_porteur = imprime_.du_porteur},
                              moyens_.phrases);
        ecrire_le_code(document_, imprime_.code, moyens_.adresse_publique, moyens_.phrases);
    }

private:
    std::string mot(std::string_view code) const { return documents::dire(moyens_.phrases, code); }

    static std::string montant(const std::optional<core::Money>& somme) {
        return somme ? montant_en_francais(*somme) : "–";
    }

    void montants() {
        const auto& [sujet, avenant, avant, noms] = imprime_.lu;
        std::vector<std::vector<std::string>> rangees;
        for (const auto& un : convention::ecarts(avant.accorde, avenant.version.accorde))
            rangees.push_back({un.finess_et, imprime_.lu.nom_de(un.finess_et, moyens_.phrases),
                               montant(un.avant), montant(un.apres)});
        document_.tableau(
            {{mot("export.finess"), 12, Alignement::gauche},
             {mot("export.nom"), 30, Alignement::gauche},
             {mot("actes.avenant.avant"), 15, Alignement::droite},
             {mot("actes.avenant.apres"), 15, Alignement::droite}},
            rangees,
            {mot("export.total"), "", montant_en_francais(avant.accorde.total().total()),
             montant_en_francais(avenant.version.accorde.total().total())});
    }

    DocumentPdf& document_;
    const AvenantImprime& imprime_;
    const MoyensDAvenant& moyens_;
};

}  // namespace

core::Instant AvenantImprime::etabli_le() const {
    auto le = lu.avenant.prepare_le;
    for (const auto& une : lu.avenant.signatures) le = std::max(le, une.signee_le);
    return le;
}

core::Result<std::unique_ptr<const AvenantImprime>> lire_l_avenant(storage::Reader& db,
                                                                   const Demandeur& qui,
                                                                   std::string_view avenant,
                                                                   const Moyens& moyens) {
    auto lu = convention::lire_un_avenant(db, qui, avenant, moyens);
    if (!lu) return lu.error();
    const auto depot = convention::depot_de(db, lu->sujet.convention);
    const auto fiche = teleservice::trouver_fiche(db, lu->sujet.dossier.id);
    core::ensure(fiche.has_value(), "a dossier with an agreement was deposited");
    auto imprime = std::make_unique<AvenantImprime>(AvenantImprime{.lu = *std::move(lu),
                                                                   .code = {},
                                                                   .numero = depot.numero,
                                                                   .agence = depot.financeur,
                                                                   .porteur = fiche->porteur});
    const auto& signe = imprime->lu.avenant;
    imprime->code = convention::code_de(signe, depot.numero);
    imprime->du_porteur = signature_imprimee(db, signe.signatures, Partie::porteur);
    imprime->de_l_agence = signature_imprimee(db, signe.signatures, Partie::ars);
    return std::unique_ptr<const AvenantImprime>{std::move(imprime)};
}

std::string avenant_en_pdf(const AvenantImprime& imprime, const MoyensDAvenant& moyens) {
    auto pied =
        moyens.phrases.rendre("actes.avenant.pied", {{"code", std::string_view{imprime.code}}});
    if (!moyens.mention.empty()) pied.append(" — ").append(moyens.mention);
    DocumentPdf document{
        {.titre = titre_de(imprime, moyens.phrases), .pied = pied, .cree_le = imprime.etabli_le()}};
    Mise{document, imprime, moyens}.tout();
    return std::move(document).octets();
}

}  // namespace grappe::actes
