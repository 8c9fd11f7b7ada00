// From records to leaves, to trees, to a report.
#include "rapport/fabrique.hpp"

#include <algorithm>

#include "core/ensure.hpp"
#include "rapport/faits_json.hpp"
#include "secret/empreinte.hpp"
#include "usage/fenetre.hpp"

namespace grappe::rapport {
namespace {

constexpr std::string_view usage_du_sel = "grappe-usage sel 1";

std::string octets_de(const Empreinte& empreinte) {
    return {reinterpret_cast<const char*>(empreinte.data()), empreinte.size()};
}

}  // namespace

Sels::Sels(const core::Confidential<std::string>& secret)
    : cle_{octets_de(Sha256{}.de(std::string{usage_du_sel} + '\0' + secret.reveal()))} {}

std::string Sels::de(const EnTete& tete, const core::Finess& finess,
                     std::string_view identifiant) const {
    std::string texte;
    for (const auto& part : {tete.au.text(), tete.connu_le.utc_text(), finess.text()})
        texte.append(part).append(1, '\0');
    texte.append(identifiant);
    return *octets_de_hexa(secret::empreinte_a_cle(cle_.reveal(), texte), 32);
}

std::vector<Feuille> feuilles_de(const core::Finess& finess, const std::vector<Dossier>& dossiers,
                                 const EnTete& tete, const Sels& sels) {
    const usage::Fenetre fenetre{tete.du, tete.au, usage::minuit(tete.du), usage::minuit(tete.au)};
    Arbre arbre;
    std::vector<Feuille> feuilles;
    feuilles.reserve(dossiers.size());
    for (const auto& dossier : dossiers) {
        const auto reduit = usage::reduire(dossier.faits, fenetre);
        Feuille une{.sel = sels.de(tete, finess, dossier.identifiant),
                    .faits = ecrire_faits(reduit),
                    .noeud = {}};
        une.noeud = arbre.feuille(une.sel, usage::evaluer(reduit, fenetre).compteurs, une.faits);
        feuilles.push_back(std::move(une));
    }
    std::sort(feuilles.begin(), feuilles.end(),
              [](const Feuille& une, const Feuille& autre) { return une.sel < autre.sel; });
    const auto deux = std::adjacent_find(
        feuilles.begin(), feuilles.end(),
        [](const Feuille& une, const Feuille& autre) { return une.sel == autre.sel; });
    core::ensure(deux == feuilles.end(), "each record once");
    return feuilles;
}

Fabrique::Fabrique(EnTete tete, const usage::RegleDUsage& regle, const Sels& sels)
    : rapport_{.en_tete = std::move(tete),
               .etablissements = {},
               .feuilles = 0,
               .racine = {},
               .cle_publique = {},
               .signature = {}},
      sels_{sels} {
    auto& ici = rapport_.en_tete;
    ici.du = usage::fenetre_de(ici.au, regle.au(ici.au).fenetre_en_mois).debut;
    ici.regle = citer(regle);
}

void Fabrique::ajouter(const core::Finess& finess, const std::vector<Dossier>& dossiers) {
    const auto feuilles = feuilles_de(finess, dossiers, rapport_.en_tete, sels_);
    std::vector<Noeud> noeuds;
    noeuds.reserve(feuilles.size());
    for (const auto& feuille : feuilles) noeuds.push_back(feuille.noeud);
    rapport_.etablissements.push_back({.finess_et = finess,
                                       .feuilles = static_cast<std::int64_t>(noeuds.size()),
                                       .racine = Arbre{}.racine(noeuds)});
}

Rapport Fabrique::finir() {
    totaliser(rapport_);
    return std::move(rapport_);
}

}  // namespace grappe::rapport
