// Joins each establishment of a dossier with what the register knows: given, else register.
#include "portail/dossier/resolution.hpp"

#include <algorithm>

namespace grappe::dossier {
namespace {

std::optional<referentiels::Secteur> secteur_effectif(const EssmsResolu& essms,
                                                      const referentiels::Categories& categories) {
    if (essms.saisi->secteur.connue()) return *essms.saisi->secteur;
    if (const auto* categorie = categories.find(essms.categorie)) return categorie->secteur;
    // A category that our table does not know: its aggregate suggests a sector.
    const auto du_registre = essms.fiche && essms.fiche->categorie == essms.categorie;
    return du_registre ? referentiels::secteur_d_agregat(essms.fiche->agregat) : std::nullopt;
}

void situer(EssmsResolu& essms, const referentiels::Territoires& territoires) {
    if (essms.saisi->departement.connue())
        essms.departement = *essms.saisi->departement;
    else if (essms.fiche)
        essms.departement = essms.fiche->departement;

    const auto* departement = territoires.departement(essms.departement);
    if (departement) {
        essms.region = departement->region;
        essms.corse_ou_outre_mer = departement->corse_ou_outre_mer;
    } else if (essms.fiche) {
        essms.region = essms.fiche->region;
    }
}

EssmsResolu resoudre_ligne(const Essms& saisi, const FichesRegistre& fiches,
                           const Referentiels& referentiels) {
    EssmsResolu essms{
        .ligne = 0,
        .saisi = &saisi,
        .fiche = nullptr,
        .numero_d_entite_juridique = fiches.entites_juridiques.contains(saisi.finess_et.text()),
        .finess_ej = {},
        .organisme = -1,
        .categorie = {},
        .secteur = {},
        .departement = {},
        .region = {},
        .corse_ou_outre_mer = false};
    const auto fiche = fiches.par_finess_et.find(saisi.finess_et.text());
    if (fiche != fiches.par_finess_et.end()) essms.fiche = &fiche->second;

    if (saisi.finess_ej.connue())
        essms.finess_ej = saisi.finess_ej->text();
    else if (essms.fiche)
        essms.finess_ej = essms.fiche->finess_ej;
    if (saisi.categorie.connue())
        essms.categorie = *saisi.categorie;
    else if (essms.fiche)
        essms.categorie = essms.fiche->categorie;
    essms.secteur = secteur_effectif(essms, referentiels.categories);
    situer(essms, referentiels.territoires);
    return essms;
}

bool en_corse_ou_outre_mer(const Donnee<std::string>& region,
                           const referentiels::Territoires& territoires) {
    const auto& departements = territoires.departements();
    return region.connue() && std::ranges::any_of(departements, [&](const auto& departement) {
               return departement.region == *region && departement.corse_ou_outre_mer;
           });
}

}  // namespace

void numeroter_les_organismes(std::vector<EssmsResolu>& essms) {
    std::unordered_map<std::string_view, int> organismes;
    for (auto& un : essms)
        if (!un.finess_ej.empty())
            un.organisme =
                organismes.emplace(un.finess_ej, static_cast<int>(organismes.size())).first->second;
}

DossierResolu resoudre(const Dossier& dossier, const FichesRegistre& fiches,
                       const Referentiels& referentiels) {
    DossierResolu resolu{
        .saisi = &dossier,
        .essms = {},
        .doublons = {},
        .porteur_en_corse_ou_outre_mer =
            en_corse_ou_outre_mer(dossier.porteur.region, referentiels.territoires),
        .source_registre = {"FINESS", fiches.date_du_registre
                                          ? "registre au " + fiches.date_du_registre->text()
                                          : std::string{"registre de date inconnue"}}};
    resolu.essms.reserve(dossier.essms.size());
    std::unordered_map<std::string_view, int> premieres;
    premieres.reserve(dossier.essms.size());
    for (int ligne = 0; const auto& saisi : dossier.essms) {
        const auto [premiere, neuve] = premieres.emplace(saisi.finess_et.text(), ligne);
        if (neuve) {
            resolu.essms.push_back(resoudre_ligne(saisi, fiches, referentiels));
            resolu.essms.back().ligne = ligne;
        } else {
            resolu.doublons.push_back({premiere->second, ligne});
        }
        ++ligne;
    }
    numeroter_les_organismes(resolu.essms);
    return resolu;
}

}  // namespace grappe::dossier
