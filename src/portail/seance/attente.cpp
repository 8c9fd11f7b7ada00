// The waiting lists of a desk as values of its page of committees.
#include "core/texte.hpp"
#include "portail/comite/convocation.hpp"
#include "portail/comite/reveil.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/reception/fichiers.hpp"
#include "portail/seance/seance.hpp"

namespace grappe::seance {
namespace {

using page::Vue;

// The latest window of those who wait: a committee held there sees all of them.
std::string fenetre_de(const Seances& seances, const garde::Visite& visite,
                       const comite::ListeDAttente& liste) {
    const auto* appel =
        seances.portail.moyens.appel(liste.enveloppe.appel, visite.moyens.maintenant);
    std::string derniere;
    std::optional<int> rang;
    for (const auto& un : liste.dossiers) {
        if (appel == nullptr) break;
        const auto le_sien = comite::rang_de_la_fenetre(*appel, un.fenetre);
        if (le_sien <= rang) continue;
        rang = le_sien;
        derniere = un.fenetre;
    }
    return derniere;
}

Vue ligne(const Seances& seances, const comite::Attendu& un, const comite::Tenue& tenue) {
    const std::string sort{comite::sort_de(tenue, un.attente.dossier)};
    const auto classe = sort == "tient" ? "ouvert" : sort == "attend" ? "venir" : "alerte";
    auto dit = pages::dire(seances.services, "seance.attente." + sort);
    if (tenue.arret && tenue.arret->dossier == un.attente.dossier)
        dit = pages::dire(seances.services, "seance.attente.manque",
                          {{"manque", tenue.arret->manque}});
    return {{"dossier", un.attente.dossier},
            {"rang", un.attente.rang},
            {"numero", un.numero},
            {"porteur", un.porteur},
            {"montant", euros(un.attente.montant)},
            {"comite", un.attente.comite},
            {"tenu_le", pages::jour(un.tenu_le)},
            {"classe", classe},
            {"sort", std::move(dit)}};
}

Vue liste(const Seances& seances, const garde::Visite& visite, const comite::ListeDAttente& une) {
    Vue::Liste lignes, reveils;
    for (const auto& un : une.dossiers) lignes.push_back(ligne(seances, un, une.tenue));
    for (const auto& un : une.reveils)
        reveils.push_back(Vue{
            {"phrase", pages::dire(seances.services,
                                   un.dossiers.empty() ? "seance.reveil.rien" : "seance.reveil",
                                   {{"instant", pages::moment(un.dit_le, core::paris())},
                                    {"revenu", un.revenu},
                                    {"libre", un.libre},
                                    {"nombre", static_cast<std::int64_t>(un.dossiers.size())}})}});
    return {{"appel_attendu", une.enveloppe.appel},
            {"libre", euros(une.libre)},
            {"ecartee", une.ecartee},
            {"visible", !une.ecartee},
            {"a_des_reveils", !reveils.empty()},
            {"reveils", std::move(reveils)},
            {"attendus", std::move(lignes)},
            {"proposable", une.cout() > core::Money{}},
            {"cout", euros(une.cout())},
            {"proposer", "/bureau/comites?appel=" + core::percent_encoded(une.enveloppe.appel) +
                             "&fenetre=" + core::percent_encoded(fenetre_de(seances, visite, une)) +
                             "&enveloppe=" + une.cout().text() + "#t-convoquer"}};
}

}  // namespace

Vue::Liste listes_d_attente(const Seances& seances, const garde::Visite& visite) {
    const auto lues = visite.base.read([&](storage::Reader& db) {
        return comite::listes_d_attente(db, reception::demandeur(visite));
    });
    Vue::Liste listes;
    if (!lues) return listes;  // members of a committee prepare none
    for (const auto& une : *lues) listes.push_back(liste(seances, visite, une));
    return listes;
}

}  // namespace grappe::seance
