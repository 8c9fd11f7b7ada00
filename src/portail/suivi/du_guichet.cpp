// /bureau/usages: the usage reports of a desk, by filters that are an address.
#include <algorithm>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/suivi/ecran.hpp"
#include "portail/suivi/liste_vue.hpp"

namespace grappe::suivi {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;

// What the address asks, as typed.
struct Demande {
    std::string au, nature, finess, region, questions;
    std::int64_t page = 1;

    static Demande de(const http::Request& requete) {
        const auto texte = [&](std::string_view nom) {
            return std::string{core::trimmed(requete.query(nom).value_or(""))};
        };
        constexpr std::int64_t page_max = 100'000;
        return {.au = texte("au"),
                .nature = texte("nature"),
                .finess = texte("finess"),
                .region = texte("region"),
                .questions = texte("questions"),
                .page = std::clamp<std::int64_t>(
                    core::integer<std::int64_t>(texte("page")).value_or(1), 1, page_max)};
    }
    usages::Critere critere() const {
        usages::Critere critere{.guichet = region,
                                .nature = nature,
                                .au = au,
                                .finess = finess,
                                .questions = questions == "oui"};
        critere.debut = (page - 1) * critere.limite;
        return critere;
    }
    bool filtre() const { return !(au + nature + finess + region + questions).empty(); }
    std::string adresse(std::int64_t voulue) const {
        std::string lien = "/bureau/usages?page=" + std::to_string(voulue);
        for (const auto& [nom, valeur] :
             {std::pair{"au", &au}, std::pair{"nature", &nature}, std::pair{"finess", &finess},
              std::pair{"region", &region}, std::pair{"questions", &questions}})
            if (!valeur->empty())
                lien.append("&").append(nom).append("=").append(core::percent_encoded(*valeur));
        return lien;
    }
};

Vue choix(std::string valeur, std::string libelle, const std::string& voulu) {
    const bool choisi = valeur == voulu;
    return {{"valeur", std::move(valeur)}, {"libelle", std::move(libelle)}, {"choisi", choisi}};
}

Vue::Liste jours(const Suivi& suivi, const usages::Liste& liste, const Demande& demande) {
    Vue::Liste choisis{
        choix("", pages::dire(suivi.services, "suivi.filtre.tous_les_jours"), demande.au)};
    for (const auto& jour : liste.jours)
        choisis.push_back(choix(jour, pages::jour(core::Date::parse(jour).value()), demande.au));
    return choisis;
}

Vue::Liste natures(const Suivi& suivi, const Demande& demande) {
    Vue::Liste choisies{
        choix("", pages::dire(suivi.services, "suivi.filtre.toutes"), demande.nature)};
    for (const auto& [nature, nom] : names(usages::Nature{}))
        choisies.push_back(choix(std::string{nom}, nature_dite(suivi, nature), demande.nature));
    return choisies;
}

Vue vue_de(const Suivi& suivi, const usages::Liste& liste, const Demande& demande) {
    Vue::Liste lignes;
    for (const auto& un : liste.rapports) lignes.push_back(vue_du_resume(suivi, un));
    const auto par_page = usages::Critere{}.limite;
    const auto page_max = std::max<std::int64_t>(1, (liste.total + par_page - 1) / par_page);
    return {{"vide", lignes.empty()},
            {"filtre", demande.filtre()},
            {"finess", demande.finess},
            {"questions", demande.questions == "oui"},
            {"jours", jours(suivi, liste, demande)},
            {"natures", natures(suivi, demande)},
            {"compte", pages::dire(suivi.services, "suivi.compte", {{"nombre", liste.total}})},
            {"avec_porteur", true},
            {"lignes", std::move(lignes)},
            {"plusieurs_pages", page_max > 1},
            {"page", demande.page},
            {"pages", page_max},
            {"avant", demande.page > 1 ? demande.adresse(demande.page - 1) : std::string{}},
            {"apres", demande.page < page_max ? demande.adresse(demande.page + 1) : std::string{}}};
}

http::Response montrer(const Suivi& suivi, Visite& visite) {
    const auto demande = Demande::de(visite.requete);
    const auto liste = visite.base.read([&](storage::Reader& db) {
        return usages::lister(db, visite.qui().acteur, demande.critere());
    });
    return pages::repondre(suivi.services,
                           {.gabarit = "suivi_guichet",
                            .titre = pages::dire(suivi.services, "suivi.titre.liste"),
                            .rubrique = "/bureau",
                            .fil = {pages::etape(suivi.services, "/bureau")}},
                           vue_de(suivi, liste, demande));
}

}  // namespace

void ajouter_du_guichet(const Suivi& suivi) {
    ajouter_lecture(suivi, {.chemin = "/bureau/usages",
                            .resume = "Les rapports d'usage d'un guichet",
                            .permission = Permission::dossier_instruire,
                            .action = [&](Visite& visite) { return montrer(suivi, visite); }});
}

}  // namespace grappe::suivi
