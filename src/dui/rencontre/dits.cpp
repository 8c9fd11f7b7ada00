// Words about persons and moments.
#include "dui/rencontre/dits.hpp"

#include <algorithm>

#include "dui/pages/cadre.hpp"
#include "identity/compte.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::rencontre {

using dui::dire;

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
    return dire(services, "rencontre.age", {{"ans", ans}});
}

std::string sejour_dit(const dui::Services& services, const annuaire::Sejour& sejour) {
    const auto quoi =
        page::etiquette(services.phrases, "dui.etat." + std::string{core::name_of(sejour.modalite)},
                        core::name_of(sejour.modalite));
    if (sejour.sortie)
        return dire(services, "rencontre.sejour.fini",
                    {{"quoi", quoi}, {"entree", sejour.entree}, {"sortie", *sejour.sortie}});
    return dire(services, "rencontre.sejour", {{"quoi", quoi}, {"entree", sejour.entree}});
}

std::string quand(const dui::Services& services, core::Instant instant, core::Instant maintenant) {
    const auto& paris = core::paris();
    const auto jour = paris.day_of(instant), ce_jour = paris.day_of(maintenant);
    const rules::Faits faits{{"instant", page::moment(instant, paris)},
                             {"heure", page::heure(instant, paris)}};
    if (jour == ce_jour) return dire(services, "rencontre.quand.aujourd_hui", faits);
    if (jour.plus_days(1) == ce_jour) return dire(services, "rencontre.quand.hier", faits);
    return dire(services, "rencontre.quand.autre", faits);
}

page::Vue::Liste raisons(const Ecrans& ecrans, const Rencontre& rencontre) {
    const auto& services = ecrans.services;
    const auto& qui = rencontre.qui;
    std::string ou;
    for (const auto& un : rencontre.etablissements) (ou += ou.empty() ? "" : ", ") += un;
    page::Vue::Liste vues;
    vues.push_back(
        page::Vue{{"phrase", dire(services, "rencontre.pourquoi.role",
                                  {{"role", ecrans.site.role_en_clair(qui.acteur)}, {"ou", ou}})}});
    if (!qui.profession) {
        vues.push_back(page::Vue{{"phrase", dire(services, "rencontre.pourquoi.sans_profession")}});
        return vues;
    }
    std::string lues, tues;
    for (const auto& une : names(partage::Classe{})) {
        auto& liste = qui.lit(une.value) ? lues : tues;
        (liste += liste.empty() ? "" : ", ") +=
            dire(services, "quotidien.classe." + std::string{une.name});
    }
    const auto profession =
        dire(services, "quotidien.profession." + std::string{core::name_of(*qui.profession)});
    vues.push_back(page::Vue{{"phrase", dire(services, "rencontre.pourquoi.profession",
                                             {{"profession", profession}, {"classes", lues}})}});
    if (!tues.empty())
        vues.push_back(
            page::Vue{{"phrase", dire(services, "rencontre.pourquoi.tues", {{"classes", tues}})}});
    return vues;
}

}  // namespace grappe::rencontre
