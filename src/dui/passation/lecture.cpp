// Read, then leave out what is not for this professional.
#include "dui/passation/lecture.hpp"

#include "core/ensure.hpp"
#include "dui/element/droits.hpp"
#include "dui/evaluation/evaluation_json.hpp"
#include "dui/lecture/contenu.hpp"

namespace grappe::passation {
namespace {

using access::Permission;

Version signee(storage::Reader& db, const evaluation::Outils& outils, element::Version&& version) {
    auto contenu = lu(version.element.contenu, outils);
    auto signature = magasin::signature_de(db, version.enregistrement);
    return {std::move(version), std::move(contenu), std::move(signature)};
}

const evaluation::Grille& grille_de(const evaluation::Outils& outils, std::string_view cle) {
    const auto* grille = outils.grille(cle);
    core::ensure(grille != nullptr, "a scale that was shipped is shipped for ever");
    return *grille;
}

}  // namespace

std::string en_contenu(const Contenu& contenu) {
    return lecture::en_contenu(
        {{"evaluation", evaluation::en_json(contenu.dite)}, {"motif", contenu.motif}});
}

Contenu lu(std::string_view contenu, const evaluation::Outils& outils) {
    auto textes = lecture::textes_du_contenu(contenu);
    // It was of a day that had come when it was written: no day is to come here.
    static const auto fin_des_temps = core::Date::parse("9999-12-31").value();
    auto lue = evaluation::lire_evaluation(textes["evaluation"], {outils.grilles, fin_des_temps});
    auto* dite = std::get_if<evaluation::Evaluation>(&lue);
    core::ensure(dite != nullptr, "an evaluation that was kept is read by its own scale");
    return {std::move(*dite), std::move(textes["motif"])};
}

core::Result<std::vector<Version>> lire(storage::Reader& db, const Lecteur& lecteur,
                                        const std::string& id) {
    std::vector<Version> versions;
    for (auto& une : element::versions_de(db, id)) {
        if (une.element.genre != element::Genre::evaluation || !lit(lecteur.qui, une.element))
            break;
        versions.push_back(signee(db, lecteur.outils, std::move(une)));
    }
    if (versions.empty()) return core::refuse(core::Reason::not_found, "evaluation.inconnue");
    return versions;
}

Page page_de(storage::Reader& db, const Lecteur& lecteur, const Demandee& demandee) {
    Page page;
    auto lues = element::du_dossier(
        db, {demandee.personne, element::Genre::evaluation, demandee.combien, demandee.apres});
    if (lues.size() == demandee.combien)
        page.suite = element::Suite{lues.back().element.debut.utc_text(), lues.back().numero};
    for (auto& une : lues) {
        if (lit(lecteur.qui, une.element))
            page.evaluations.push_back(signee(db, lecteur.outils, std::move(une)));
        else
            ++page.tues;
    }
    return page;
}

const Version* precedente(const Page& page, const Version& de) {
    const auto& un = de.version.element;
    for (const auto& autre : page.evaluations) {
        const auto& avant = autre.version.element;
        const bool plus_tot = avant.debut < un.debut ||
                              (avant.debut == un.debut && autre.version.numero < de.version.numero);
        if (avant.id != un.id && plus_tot && !autre.retiree() &&
            autre.dite().grille == de.dite().grille &&
            autre.dite().statut != evaluation::Statut::en_preparation)
            return &autre;
    }
    return nullptr;
}

std::vector<evaluation::Dit> tendance(const evaluation::Outils& outils, const Version& avant,
                                      const Version& apres) {
    const auto la = resultat_de(outils, avant.dite()), ici = resultat_de(outils, apres.dite());
    auto dits = evaluation::comparer(grille_de(outils, apres.dite().grille), {avant.dite(), la},
                                     {apres.dite(), ici});
    core::ensure(dits.has_value(), "both are of the same scale");
    return *std::move(dits);
}

evaluation::Resultat resultat_de(const evaluation::Outils& outils,
                                 const evaluation::Evaluation& dite) {
    return evaluation::resulter(grille_de(outils, dite.grille), outils.bareme, dite);
}

}  // namespace grappe::passation
