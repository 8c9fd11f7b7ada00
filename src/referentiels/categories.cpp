// Categories of FINESS: the official nomenclature, and what our table makes of it.
#include "referentiels/categories.hpp"

#include <array>

#include "referentiels/table.hpp"

namespace grappe::referentiels {
namespace {

using ParCode = std::unordered_map<std::string, Categorie>;

struct SecteurDAgregat {
    std::string_view agregat;
    Secteur secteur;
};

// spec data, section 3, "Fallback for an unknown open code". 4605, 4302, 4603, 4606 and 5104 mix
// several sectors: no default.
constexpr auto secteurs_d_agregats = std::to_array<SecteurDAgregat>({
    {"4101", Secteur::PH},  {"4102", Secteur::PH},  {"4103", Secteur::PH},  {"4104", Secteur::PH},
    {"4105", Secteur::PH},  {"4106", Secteur::PH},  {"4107", Secteur::PH},  {"4301", Secteur::PH},
    {"4303", Secteur::PH},  {"4304", Secteur::PH},  {"4305", Secteur::PH},  {"4609", Secteur::PH},
    {"4401", Secteur::PA},  {"4402", Secteur::PA},  {"4404", Secteur::PA},  {"4501", Secteur::PDE},
    {"4502", Secteur::PDE}, {"4504", Secteur::PDE}, {"4505", Secteur::PDE}, {"4601", Secteur::AHI},
    {"4602", Secteur::AHI}, {"4604", Secteur::PDS}, {"4608", Secteur::PJM},
});

std::optional<core::Date> date_ou_rien(const std::string& texte) {
    const auto date = core::Date::parse(texte);
    return date ? std::optional{*date} : std::nullopt;
}

// "catégorie fermée le 2018-03-07, recodée en 460" names its successor.
std::string successeur(const std::string& remarque) {
    constexpr std::string_view annonce = "recodée en ";
    const auto place = remarque.find(annonce);
    return place == std::string::npos ? "" : remarque.substr(place + annonce.size(), 3);
}

// Every official category: outside the table of the programme, only an open social one may be
// eligible, and somebody must say so.
core::Result<ParCode> nomenclature(const std::string& donnees) {
    const auto table = Table::lire(donnees + "/nomenclatures/finess-categories-20250526.csv",
                                   {"code", "libelle", "domaine", "datefin", "codeagr3"});
    if (!table) return table.error();
    ParCode categories;
    for (const auto& l : table->lignes()) {
        const bool sociale_ouverte = l[2] == "SOC" && l[3].empty();
        categories.insert_or_assign(
            l[0],
            Categorie{.code = l[0],
                      .libelle = l[1],
                      .eligibilite = sociale_ouverte ? Eligibilite::a_confirmer : Eligibilite::non,
                      .secteur = sociale_ouverte ? secteur_d_agregat(l[4]) : std::nullopt,
                      .fermee_le = date_ou_rien(l[3]),
                      .recodee_en = "",
                      .agregat = l[4],
                      .remarque = ""});
    }
    return categories;
}

core::Result<Categorie> categorie_du_programme(const Table::Ligne& l) {
    const auto secteur = core::named<Secteur>(l[2]);
    const auto eligibilite = core::named<Eligibilite>(l[3]);
    if (!eligibilite || (!l[2].empty() && !secteur))
        return core::refuse(core::Reason::invalid, "donnees.illisibles", "categorie " + l[0]);
    return Categorie{.code = l[0],
                     .libelle = l[1],
                     .eligibilite = *eligibilite,
                     .secteur = secteur,
                     .fermee_le = date_ou_rien(l[5]),
                     .recodee_en = successeur(l[6]),
                     .agregat = l[4],
                     .remarque = l[6]};
}

}  // namespace

const Categorie* Categories::find(std::string_view code) const {
    const auto trouvee = par_code_.find(std::string{code});
    return trouvee == par_code_.end() ? nullptr : &trouvee->second;
}

Categories Categories::avec(const Categorie& categorie) const {
    auto copie = par_code_;
    copie.insert_or_assign(categorie.code, categorie);
    return Categories{std::move(copie)};
}

std::optional<Secteur> secteur_d_agregat(std::string_view agregat) {
    for (const auto& entree : secteurs_d_agregats)
        if (entree.agregat == agregat) return entree.secteur;
    return std::nullopt;
}

core::Result<Categories> charger_categories(const std::string& donnees) {
    auto officielles = nomenclature(donnees);
    if (!officielles) return officielles.error();
    auto categories = std::move(officielles).value();
    const auto table =
        Table::lire(donnees + "/nomenclatures/categories-secteurs.csv",
                    {"code", "libelle", "secteur", "eligible", "agregat", "date_fin", "remarque"});
    if (!table) return table.error();
    for (const auto& ligne : table->lignes()) {
        const auto categorie = categorie_du_programme(ligne);
        if (!categorie) return categorie.error();
        categories.insert_or_assign(categorie->code, *categorie);
    }
    return Categories{std::move(categories)};
}

}  // namespace grappe::referentiels
