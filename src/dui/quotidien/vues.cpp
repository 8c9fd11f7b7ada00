// Words of the pages of every day.
#include "dui/quotidien/vues.hpp"

#include <algorithm>

#include "dui/pages/cadre.hpp"
#include "identity/compte.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::quotidien {

using dui::dire;
using page::Vue;
using transmission::Transmission;

std::string Auteurs::nom(const std::string& compte) {
    const auto [ou, neuf] = noms_.try_emplace(compte);
    if (neuf) {
        const auto lu = identity::trouver_compte(db_, compte);
        ou->second = lu ? lu->nom_affiche() : compte;
    }
    return ou->second;
}

std::string nom_de(const annuaire::Personne& personne) {
    auto nom = personne.nom_utilise.empty() ? personne.nom_de_naissance : personne.nom_utilise;
    const auto prenom =
        personne.prenom_utilise.empty() ? personne.premier_prenom() : personne.prenom_utilise;
    if (!prenom.empty()) nom += " " + prenom;
    return nom;
}

std::string age_de(const dui::Services& services, const annuaire::Personne& personne,
                   core::Date jour) {
    if (!personne.naissance) return {};
    const auto ne = personne.naissance->ymd(),
               a = std::min(jour, personne.deces.value_or(jour)).ymd();
    const bool avant_l_anniversaire =
        std::pair{a.month(), a.day()} < std::pair{ne.month(), ne.day()};
    const std::int64_t ans =
        static_cast<int>(a.year()) - static_cast<int>(ne.year()) - (avant_l_anniversaire ? 1 : 0);
    return dire(services, "quotidien.age", {{"ans", ans}});
}

std::string sejour_dit(const dui::Services& services, const annuaire::Sejour& sejour) {
    const auto quoi =
        page::etiquette(services.phrases, "dui.etat." + std::string{core::name_of(sejour.modalite)},
                        core::name_of(sejour.modalite));
    if (sejour.sortie)
        return dire(services, "quotidien.sejour.fini",
                    {{"quoi", quoi}, {"entree", sejour.entree}, {"sortie", *sejour.sortie}});
    return dire(services, "quotidien.sejour", {{"quoi", quoi}, {"entree", sejour.entree}});
}

std::string quand(const dui::Services& services, core::Instant instant, core::Instant maintenant) {
    const auto& paris = core::paris();
    const auto jour = paris.day_of(instant), ce_jour = paris.day_of(maintenant);
    const rules::Faits faits{{"instant", page::moment(instant, paris)},
                             {"heure", page::heure(instant, paris)}};
    if (jour == ce_jour) return dire(services, "quotidien.quand.aujourd_hui", faits);
    if (jour.plus_days(1) == ce_jour) return dire(services, "quotidien.quand.hier", faits);
    return dire(services, "quotidien.quand.autre", faits);
}

Vue::Liste parties(const dui::Services& services, const Transmission& dit) {
    Vue::Liste vues;
    const auto ajouter = [&](const char* code, const std::string& texte) {
        if (!texte.empty())
            vues.push_back(Vue{{"nom", code == nullptr ? std::string{} : dire(services, code)},
                               {"texte", texte}});
    };
    ajouter(nullptr, dit.texte);
    ajouter("quotidien.donnees", dit.donnees);
    ajouter("quotidien.actions", dit.actions);
    ajouter("quotidien.resultats", dit.resultats);
    return vues;
}

Vue vue_de(const dui::Services& services, const Dite& dite) {
    const auto& un = dite.version.element;
    const bool retiree = un.etat == element::Etat::retire;
    return {{"id", un.id},
            {"adresse", "/transmissions/" + un.id},
            {"quand", quand(services, un.debut, dite.maintenant)},
            {"poste", dire(services, "quotidien.poste." + std::string{core::name_of(
                                                              transmission::poste_de(un.debut))})},
            {"auteur", dite.auteur},
            {"classe", dire(services, "quotidien.classe." + std::string{core::name_of(un.classe)})},
            {"cible", dite.dit.cible},
            {"parties", parties(services, dite.dit)},
            {"urgente", dite.dit.urgence == transmission::Urgence::urgente && !retiree},
            {"amendee", dite.version.version > 1 && !retiree},
            {"retiree", retiree},
            {"motif", dite.dit.motif}};
}

Vue::Liste fautes_dites(const dui::Services& services,
                        const std::vector<transmission::Faute>& fautes) {
    Vue::Liste vues;
    for (const auto& une : fautes)
        vues.push_back(Vue{{"phrase", dire(services, une.code)}, {"champ", une.chemin}});
    return vues;
}

}  // namespace grappe::quotidien
