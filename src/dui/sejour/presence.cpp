// A grid is an element of the establishment, one a day and a unit; its versions are its history.
#include "dui/sejour/presence.hpp"

#include "core/texte.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/lecture/contenu.hpp"

namespace grappe::sejour {
namespace {

using element::Genre;

constexpr std::string_view d_une_personne = "p:";

std::string id_de(const LieuDuJour& lieu) {
    return "presence:" + lieu.finess_et.text() + ":" + lieu.unite + ":" + lieu.jour.text();
}

std::string contenu_de(const Grille& grille) {
    lecture::Textes textes{{"niveau", std::string{core::name_of(grille.niveau)}},
                           {"par_l_unite", grille.par_l_unite},
                           {"par_le_service", grille.par_le_service},
                           {"motif", grille.motif}};
    for (const auto& [personne, presence] : grille.lignes)
        textes.emplace(std::string{d_une_personne} + personne,
                       std::string{core::name_of(presence)});
    return lecture::en_contenu(textes);
}

Grille grille_de(const element::Version& version) {
    auto textes = lecture::textes_du_contenu(version.element.contenu);
    Grille grille{.version = version.version,
                  .niveau = core::named<Niveau>(textes["niveau"]).value(),
                  .par_l_unite = textes["par_l_unite"],
                  .par_le_service = textes["par_le_service"],
                  .motif = textes["motif"]};
    for (const auto& [cle, mot] : textes)
        if (cle.starts_with(d_une_personne))
            grille.lignes.emplace(cle.substr(d_une_personne.size()),
                                  core::named<Presence>(mot).value());
    return grille;
}

core::Result<Ecrit> ecrire(storage::Writer& db, const Redacteur& redacteur, const LieuDuJour& lieu,
                           const Grille& grille) {
    const element::Element un{.id = id_de(lieu),
                              .genre = Genre::presence,
                              .classe = partage::Classe::quotidien,
                              .finess_et = lieu.finess_et,
                              .personne = {},
                              .lie_a = {},
                              .debut = core::paris().start_of(lieu.jour),
                              .fin = {},
                              .contenu = contenu_de(grille)};
    const auto ecrite = element::ecrire(db, redacteur.geste(), {un, grille.version});
    if (!ecrite) return ecrite.error();
    noter(db, redacteur,
          grille.niveau == Niveau::unite ? "presence.valider_unite" : "presence.valider_service",
          un);
    return Ecrit{{}, un.id, ecrite->version};
}

Lignes lignes_dites(const ValidationDeLUnite& validation, std::vector<Faute>& fautes) {
    Lignes lignes;
    for (std::size_t rang = 0; rang < validation.dites.size(); ++rang) {
        const auto& [personne, dit] = validation.dites[rang];
        if (const auto mot = core::named<Presence>(dit))
            lignes.emplace(personne, *mot);
        else
            fautes.push_back({"p-" + std::to_string(rang + 1), "presence.faute.mot"});
    }
    return lignes;
}

}  // namespace

Grille lire_la_grille(storage::Reader& db, const LieuDuJour& lieu) {
    const auto derniere = element::derniere(db, id_de(lieu));
    return derniere ? grille_de(*derniere) : Grille{};
}

std::vector<Grille> versions_de_la_grille(storage::Reader& db, const LieuDuJour& lieu) {
    std::vector<Grille> toutes;
    for (const auto& une : element::versions_de(db, id_de(lieu))) toutes.push_back(grille_de(une));
    return toutes;
}

core::Result<Ecrit> valider_l_unite(storage::Writer& db, const Redacteur& redacteur,
                                    const ValidationDeLUnite& validation) {
    const auto& lieu = validation.lieu;
    if (auto droit = peut_ecrire_le_quotidien(redacteur.qui, lieu.finess_et.text()); !droit)
        return droit.error();
    if (validation.dites.empty()) return core::refuse(core::Reason::invalid, "presence.personne");
    const auto avant = lire_la_grille(db, lieu);
    Ecrit ecrit;
    const auto lignes = lignes_dites(validation, ecrit.fautes);
    if (lieu.jour > redacteur.aujourd_hui())
        ecrit.fautes.push_back({"jour", "presence.faute.futur"});
    const std::string motif{core::trimmed(validation.motif)};
    if (core::caracteres(motif) > texte_au_plus)
        ecrit.fautes.push_back({"motif", "sejour.faute.long"});
    const bool change = avant.version == 0 || lignes != avant.lignes;
    if (change && avant.version > 0 && motif.empty())
        ecrit.fautes.push_back({"motif", "presence.faute.motif"});
    if (!ecrit.fautes.empty()) return ecrit;
    if (!change) return Ecrit{{}, id_de(lieu), avant.version};
    return ecrire(db, redacteur, lieu,
                  {.version = validation.vue,
                   .niveau = Niveau::unite,
                   .par_l_unite = redacteur.qui.acteur.compte,
                   .motif = avant.version > 0 ? motif : std::string{},
                   .lignes = lignes});
}

core::Result<Ecrit> valider_le_service(storage::Writer& db, const Redacteur& redacteur,
                                       const ValidationDuService& validation) {
    const auto& lieu = validation.lieu;
    const auto& moi = redacteur.qui.acteur;
    if (auto droit = peut_ecrire_le_quotidien(redacteur.qui, lieu.finess_et.text()); !droit)
        return droit.error();
    if (moi.role != access::Role::encadrement)
        return core::refuse(core::Reason::forbidden, "presence.service_par");
    auto grille = lire_la_grille(db, lieu);
    if (grille.version == 0) return core::refuse(core::Reason::rule_not_met, "presence.pas_encore");
    if (grille.niveau == Niveau::service)
        return core::refuse(core::Reason::rule_not_met, "presence.deja");
    if (grille.par_l_unite == moi.compte)
        return core::refuse(core::Reason::rule_not_met, "presence.meme_personne");
    grille.version = validation.vue;
    grille.niveau = Niveau::service;
    grille.par_le_service = moi.compte;
    return ecrire(db, redacteur, lieu, grille);
}

}  // namespace grappe::sejour
