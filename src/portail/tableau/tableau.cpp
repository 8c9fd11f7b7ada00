// /tableau and /tableau.csv, for everybody.
#include "portail/tableau/tableau.hpp"

#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"

namespace grappe::tableau {
namespace {

using compteurs::NomDAxe;

http::Response montrer(const Tableau& tableau) {
    const auto publies = tableau.compteurs.a_jour();
    return http::Response::html(
        tableau.page.de(publies, [&] { return page_du_tableau(tableau, *publies); }));
}

http::Response donner(const Tableau& tableau) {
    const auto publies = tableau.compteurs.a_jour();
    const auto jour = core::paris().day_of(publies->au).text();
    return {.content_type = "text/csv; charset=utf-8; header=present",
            .body = tableau.csv.de(publies, [&] { return csv_du_tableau(tableau, *publies); }),
            .fields = {{"Content-Disposition",
                        "attachment; filename=\"grappe-tableau-" + jour + ".csv\""}}};
}

}  // namespace

std::string nom_de_ligne(const Tableau& tableau, NomDAxe axe, const std::string& code) {
    const auto& services = tableau.services;
    if (axe == NomDAxe::national) return pages::dire(services, "tableau.national");
    const auto nom_de_l_axe = std::string{core::name_of(axe)};
    if (code.empty()) return pages::dire(services, "tableau.sans." + nom_de_l_axe);
    if (axe == NomDAxe::secteur)
        return pages::etiquette(services.phrases, "tableau.secteur." + code, code);
    if (axe == NomDAxe::appel) {
        const auto* charge = services.appels.find(code);
        return charge ? charge->applicable(services.maintenant()).titre : code;
    }
    if (code == "national") return pages::dire(services, "tableau.guichet_national");
    return pages::nom_de_region(services.territoires, code);
}

std::string source_de(const Tableau& tableau, std::string_view compteur) {
    return pages::dire(tableau.services, "tableau.source." + std::string{compteur});
}

void ajouter_tableau(const Tableau& tableau) {
    const auto ajouter = [&](std::string_view chemin, std::string_view resume,
                             std::string_view type, http::Handler repondre) {
        tableau.routes.add({.method = http::Method::get,
                            .path = chemin,
                            .summary = resume,
                            .handler = std::move(repondre),
                            .answers = type,
                            .permission = http::everybody});
    };
    ajouter("/tableau", "Le programme en chiffres", "text/html",
            [&](const http::Request&) { return montrer(tableau); });
    ajouter("/tableau.csv", "Les mêmes chiffres en données ouvertes", "text/csv",
            [&](const http::Request&) { return donner(tableau); });
}

}  // namespace grappe::tableau
