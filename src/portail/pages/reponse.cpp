// From an analysis to the words of the pages.
#include "portail/pages/reponse.hpp"

#include <algorithm>

#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"

namespace grappe::pages {
namespace {

using analyse::IssueDossier;

// Without a SIRET the rule has nothing to judge: the finding on a neutral number is not shown.
void retirer_siret_suppose(const Services& services, rendu::Presentation& presentation) {
    auto& conformes = presentation.conformes;
    const auto trouve = std::find_if(
        conformes.begin(), conformes.end(),
        [](const rendu::Groupe& groupe) { return groupe.regle == rules::RegleId::elig_04; });
    if (trouve == conformes.end()) return;
    auto manque = std::move(*trouve);
    conformes.erase(trouve);
    manque.issue = rules::Issue::manque;
    manque.phrase = dire(services, "pages.siret_absent");
    manque.details = {{{}, manque.phrase}};
    presentation.manques.insert(presentation.manques.begin(), std::move(manque));
}

IssueDossier issue_dite(const Etude& etude) {
    const auto issue = etude.verifie->analyse().issue;
    const bool complete = issue == IssueDossier::recevable || issue == IssueDossier::a_apprecier;
    return complete && etude.siret_suppose ? IssueDossier::incomplet : issue;
}

std::string_view classe(IssueDossier issue) {
    switch (issue) {
        case IssueDossier::recevable:
            return "ouvert";
        case IssueDossier::irrecevable:
            return "bloque";
        case IssueDossier::a_apprecier:
            return "apprecier";
        case IssueDossier::incomplet:
            break;
    }
    return "manque";
}

// What was never typed is still to fill; only what was typed can be unreadable.
std::string provisoire(const Services& services, const Etude& etude) {
    if (!etude.provisoire()) return {};
    const auto toutes = static_cast<std::int64_t>(etude.fautes.size());
    if (toutes == 1 && etude.siret_suppose) return dire(services, "pages.provisoire.siret");
    const auto absents = std::count_if(etude.fautes.begin(), etude.fautes.end(), est_absent);
    if (absents == toutes) return dire(services, "pages.provisoire.absents", {{"nombre", absents}});
    if (absents == 0) return dire(services, "pages.provisoire.fautes", {{"nombre", toutes}});
    return dire(services, "pages.provisoire.mixte",
                {{"absents", absents}, {"nombre", toutes - absents}});
}

std::string compte(const Services& services, const Etude& etude) {
    if (etude.deposee) return dire(services, "pages.fenetre.depose");
    const auto& verifie = *etude.verifie;
    const auto& fenetre = verifie.analyse().recevabilite.fenetre;
    if (!fenetre) return dire(services, "pages.fenetre.aucune");
    return rebours(*fenetre->fenetre, verifie.saisi().depose_le, services.phrases);
}

using Presenter = rendu::Presentation (*)(const rendu::Sujet&);

Reponse repondre(const Services& services, const Etude& etude, Presenter presenter) {
    const auto sujet = etude.verifie->sujet(services.phrases);
    const auto issue = issue_dite(etude);
    const std::string nom{core::name_of(issue)};
    Reponse reponse{
        .verifie = *etude.verifie,
        .sujet = sujet,
        .presentation = presenter(sujet),
        .issue_etat = std::string{classe(issue)},
        .issue_phrase = dire(services, "pages.issue." + nom),
        .provisoire = provisoire(services, etude),
        .compte = compte(services, etude),
        .guichet_raison = rendu::raison_du_guichet(etude.verifie->analyse(), services.phrases)};
    reponse.presentation.issue = dire(services, "issue_dossier." + nom);
    if (etude.siret_suppose) retirer_siret_suppose(services, reponse.presentation);
    return reponse;
}

}  // namespace

Reponse repondre_a(const Services& services, const Etude& etude) {
    return repondre(services, etude, rendu::presenter);
}

Reponse repondre_en_bref(const Services& services, const Etude& etude) {
    return repondre(services, etude, rendu::presenter_en_bref);
}

std::string_view classe_de(rules::Issue issue) {
    using enum rules::Issue;
    switch (issue) {
        case conforme:
            return "ouvert";
        case non_conforme:
            return "bloque";
        case a_apprecier:
        case non_defini:
            return "apprecier";
        case manque:
            return "manque";
        case alerte:
            return "alerte";
        case sans_objet:
            break;
    }
    return "ferme";
}

std::vector<const analyse::Seuil*> seuils_de(const Etude& etude) {
    std::vector<const analyse::Seuil*> seuils;
    for (const auto& seuil : etude.verifie->analyse().seuils)
        if (!etude.deposee || !core::name_of(seuil.regle).starts_with("CAL-"))
            seuils.push_back(&seuil);
    return seuils;
}

}  // namespace grappe::pages
