// Changing a sector, and the table that the changes make.
#include "referentiels/changement_secteur.hpp"

#include <algorithm>
#include <tuple>

#include "referentiels/changement_secteur_repository.hpp"

namespace grappe::referentiels {
namespace {

Categorie inconnue_des_fichiers(const std::string& code, const std::string& libelle) {
    return {.code = code,
            .libelle = libelle,
            .eligibilite = Eligibilite::a_confirmer,
            .secteur = std::nullopt,
            .fermee_le = std::nullopt,
            .recodee_en = "",
            .agregat = "",
            .remarque = ""};
}

core::Result<void> verifier(const DemandeChangement& demande) {
    using core::Reason;
    if (demande.par.empty()) return core::refuse(Reason::invalid, "secteur.auteur_absent");
    if (demande.motif.empty()) return core::refuse(Reason::invalid, "secteur.motif_absent");
    if (!demande.secteur && demande.eligibilite != Eligibilite::non)
        return core::refuse(Reason::invalid, "secteur.secteur_requis", demande.categorie);
    return {};
}

core::Result<Categorie> categorie_en_place(storage::Reader& db, const Categories& fichiers,
                                           const DemandeChangement& demande) {
    const auto table = categories_au(fichiers, changements(db), demande.a_compter_du);
    if (const auto* connue = table.find(demande.categorie)) return *connue;
    if (const auto libelle = libelle_au_registre(db, demande.categorie))
        return inconnue_des_fichiers(demande.categorie, *libelle);
    return core::refuse(core::Reason::not_found, "secteur.categorie_inconnue", demande.categorie);
}

}  // namespace

Categories categories_au(const Categories& fichiers,
                         const std::vector<ChangementSecteur>& changements, core::Date jour) {
    auto en_vigueur = changements;
    std::erase_if(en_vigueur, [&](const auto& c) { return c.a_compter_du > jour; });
    // Made later wins among those of one day.
    std::sort(en_vigueur.begin(), en_vigueur.end(), [](const auto& a, const auto& b) {
        return std::tie(a.a_compter_du, a.numero) < std::tie(b.a_compter_du, b.numero);
    });
    auto par_code = fichiers.par_code();
    for (const auto& c : en_vigueur) {
        auto& categorie =
            par_code.try_emplace(c.categorie, inconnue_des_fichiers(c.categorie, "")).first->second;
        categorie.secteur = c.secteur;
        categorie.eligibilite = c.eligibilite;
        categorie.remarque = c.motif;
    }
    return Categories{std::move(par_code)};
}

core::Result<ChangementSecteur> changer_secteur(storage::Base& base, const Categories& fichiers,
                                                const DemandeChangement& demande) {
    if (const auto complete = verifier(demande); !complete) return complete.error();
    return base.write([&](storage::Writer& db) -> core::Result<ChangementSecteur> {
        const auto avant = categorie_en_place(db, fichiers, demande);
        if (!avant) return avant.error();
        if (avant->secteur == demande.secteur && avant->eligibilite == demande.eligibilite)
            return core::refuse(core::Reason::conflict, "secteur.sans_effet", demande.categorie);
        const auto faits = changements(db);
        ChangementSecteur changement{.numero = faits.empty() ? 1 : faits.back().numero + 1,
                                     .categorie = demande.categorie,
                                     .a_compter_du = demande.a_compter_du,
                                     .secteur = demande.secteur,
                                     .eligibilite = demande.eligibilite,
                                     .ancien_secteur = avant->secteur,
                                     .ancienne_eligibilite = avant->eligibilite,
                                     .par = demande.par,
                                     .motif = demande.motif,
                                     .fait_le = demande.maintenant};
        ajouter_changement(db, changement);
        return changement;
    });
}

}  // namespace grappe::referentiels
