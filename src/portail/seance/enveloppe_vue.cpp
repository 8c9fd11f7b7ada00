// Balances, kinds of moves and moves of an envelope.
#include "portail/seance/enveloppe_vue.hpp"

#include <algorithm>

#include "portail/pages/ecriture.hpp"

namespace grappe::seance {
namespace {

using enveloppe::Compte;
using page::Vue;

constexpr std::array comptes_montres{Compte::disponible, Compte::reserve, Compte::engage,
                                     Compte::verse};

std::string nom_du_compte(const Seances& seances, Compte compte) {
    return pages::dire(seances.services, "seance.compte." + std::string{core::name_of(compte)});
}

// With its sign, whichever it is; nothing moved: nothing written.
std::string ecart(core::Money montant) {
    if (montant == core::Money{}) return {};
    return montant < core::Money{} ? "\u2212\u00a0" + euros(core::Money{} - montant)
                                   : "+\u00a0" + euros(montant);
}

Vue::Liste cellules(const Seances& seances, const enveloppe::LigneDeBilan& ligne) {
    Vue::Liste vues;
    for (const auto compte : comptes_montres) {
        const auto ici = ligne.comptes.find(compte);
        vues.push_back(
            Vue{{"nom", nom_du_compte(seances, compte)},
                {"montant", ici == ligne.comptes.end() ? std::string{} : ecart(ici->second)}});
    }
    return vues;
}

// A place, as this envelope sees it: elsewhere is named by its desk and its call.
std::string place_dite(const Seances& seances, const enveloppe::Enveloppe& ici,
                       const enveloppe::Place& la) {
    if (la.enveloppe == ici || la.compte == Compte::source)
        return nom_du_compte(seances, la.compte);
    const auto nom = nom_du_guichet(seances, la.enveloppe.guichet);
    if (la.enveloppe.appel == ici.appel) return nom;
    return pages::dire(
        seances.services, "seance.mouvement.autre_appel",
        {{"guichet", std::string_view{nom}}, {"appel", std::string_view{la.enveloppe.appel}}});
}

}  // namespace

std::string nom_du_guichet(const Seances& seances, std::string_view guichet) {
    if (guichet == access::guichet_national)
        return pages::dire(seances.services, "seance.guichet_national");
    return pages::nom_de_region(seances.services.territoires, guichet);
}

Vue::Liste soldes(const Seances& seances, const enveloppe::Bilan& bilan) {
    Vue::Liste vues;
    for (const auto compte : comptes_montres)
        vues.push_back(
            Vue{{"nom", nom_du_compte(seances, compte)}, {"montant", euros(bilan.solde(compte))}});
    return vues;
}

Vue::Liste comptes(const Seances& seances) {
    Vue::Liste vues;
    for (const auto compte : comptes_montres)
        vues.push_back(Vue{{"nom", nom_du_compte(seances, compte)}});
    return vues;
}

Vue::Liste postes(const Seances& seances, const enveloppe::Bilan& bilan) {
    Vue::Liste vues;
    for (const auto& [poste, ligne] : bilan.postes())
        vues.push_back(Vue{
            {"poste",
             pages::dire(seances.services, "seance.poste." + std::string{core::name_of(poste)})},
            {"combien", ligne.nombre},
            {"cellules", cellules(seances, ligne)}});
    return vues;
}

Vue::Liste mouvements(const Seances& seances, const comite::Feuillet& feuillet) {
    const auto& ici = feuillet.bilan.enveloppe();
    Vue::Liste vues;
    for (const auto& une : feuillet.ecritures) {
        const auto& un = une.mouvement;
        const auto& dossier = un.de.dossier.empty() ? un.vers.dossier : un.de.dossier;
        const auto cite = std::ranges::find(feuillet.dossiers, dossier, &comite::DossierCite::id);
        const bool nomme = cite != feuillet.dossiers.end();
        vues.push_back(
            Vue{{"le", pages::moment(une.faite_le, core::paris())},
                {"genre", pages::dire(seances.services,
                                      "seance.mouvement." + std::string{core::name_of(un.genre)})},
                {"de", place_dite(seances, ici, un.de)},
                {"vers", place_dite(seances, ici, un.vers)},
                {"montant", euros(un.montant)},
                {"dossier", nomme ? dossier : std::string{}},
                {"numero", nomme ? cite->numero : std::string{}},
                {"porteur", nomme ? cite->porteur : std::string{}},
                {"motif", une.motif}});
    }
    return vues;
}

Vue::Liste guichets(const Seances& seances, std::string_view choisi) {
    std::vector<std::pair<std::string, std::string>> tous;
    for (const auto& ars : seances.services.territoires.ars())
        if (!ars.regions.empty())  // that of its desk
            tous.emplace_back(nom_du_guichet(seances, ars.regions.front()), ars.regions.front());
    std::ranges::sort(tous);
    const std::string national{access::guichet_national};
    tous.emplace_back(nom_du_guichet(seances, national), national);
    Vue::Liste choix;
    for (const auto& [nom, code] : tous)
        choix.push_back(Vue{{"valeur", code}, {"nom", nom}, {"choisi", code == choisi}});
    return choix;
}

Vue::Liste appels(const Seances& seances, std::string_view choisi) {
    Vue::Liste choix;
    for (const auto& charge : seances.services.appels.tous)
        choix.push_back(Vue{{"valeur", charge.id}, {"choisi", charge.id == choisi}});
    return choix;
}

}  // namespace grappe::seance
