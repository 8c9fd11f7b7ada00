// Members as a page shows them.
#include "portail/espace/membre_vues.hpp"

#include <algorithm>

#include "portail/membres/noeuds.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/rendu/analyse_json.hpp"

namespace grappe::espace {
namespace {

using page::Vue;
using pages::dire;
using teleservice::EtatDeMembre, teleservice::MembreVu;

std::string_view classe_de(EtatDeMembre etat) {
    switch (etat) {
        case EtatDeMembre::d_accord:
            return "ouvert";
        case EtatDeMembre::part_changee:
            return "alerte";
        case EtatDeMembre::present:
            return "info";
        case EtatDeMembre::invite:
            break;
    }
    return "brouillon";
}

std::string mots_de(const Espace& espace, EtatDeMembre etat) {
    return dire(espace.services, "membre.etat." + std::string{core::name_of(etat)});
}

std::string quand(core::Instant instant) { return pages::moment(instant, core::paris()); }

// What the porteur has to know of that state.
std::string suite_de(const Espace& espace, const MembreVu& vu) {
    rules::Faits faits{{"quand", quand(vu.membre.invite_le)}};
    if (vu.membre.accepte_le) faits = {{"quand", quand(*vu.membre.accepte_le)}};
    if (vu.etat() == EtatDeMembre::d_accord || vu.etat() == EtatDeMembre::part_changee)
        faits = {{"quand", quand(vu.accord->donne_le)}};
    return dire(espace.services, "membre.suite." + std::string{core::name_of(vu.etat())}, faits);
}

Vue vue_du_membre(const Espace& espace, const MembreVu& vu) {
    const auto nombre = static_cast<std::int64_t>(vu.part.essms.size());
    return {{"id", vu.membre.id},
            {"finess_ej", vu.membre.finess_ej.text()},
            {"courriel", vu.membre.courriel.text()},
            {"etat", classe_de(vu.etat())},
            {"etat_mots", mots_de(espace, vu.etat())},
            {"suite", suite_de(espace, vu)},
            {"essms", dire(espace.services, "espace.essms", {{"nombre", nombre}})},
            {"relancable", !vu.membre.compte.has_value()}};
}

Vue vue_du_soutien(const Espace& espace, const membres::Soutien& soutien) {
    const bool present = soutien.compte.has_value();
    const auto jour = quand(present ? *soutien.accepte_le : soutien.invite_le);
    return {
        {"id", soutien.id},
        {"role", dire(espace.services, "pages.role." + std::string{core::name_of(soutien.role)})},
        {"courriel", soutien.courriel.text()},
        {"etat", present ? "ouvert" : "brouillon"},
        {"etat_mots",
         dire(espace.services, present ? "soutien.etat.present" : "soutien.etat.invite")},
        {"suite", dire(espace.services, present ? "soutien.suite.present" : "soutien.suite.invite",
                       {{"quand", std::string_view{jour}}})},
        {"relancable", !present}};
}

Vue::Liste entites(const std::vector<std::string>& numeros) {
    Vue::Liste vues;
    for (const auto& numero : numeros) vues.push_back(Vue{{"finess_ej", numero}});
    return vues;
}

std::string phrase(const Espace& espace, const std::string& code) {
    return code.empty() ? std::string{} : dire(espace.services, code, {{"detail", std::string{}}});
}

std::string messages_de(const Espace& espace, const NonLus& non_lus, const std::string& dossier) {
    const auto ici = non_lus.find(dossier);
    if (ici == non_lus.end() || ici->second == 0) return {};
    return dire(espace.services, "message.non_lus_ici", {{"nombre", ici->second}});
}

Vue::Liste lignes(const Espace& espace, const std::vector<teleservice::PartDuCompte>& parts,
                  const NonLus& non_lus) {
    Vue::Liste vues;
    for (const auto& part : parts)
        vues.push_back(Vue{
            {"lien", "/parts/" + part.dossier.id + "/" + part.membre.finess_ej.text()},
            {"dossier", part.dossier.id},
            {"nom", part.nom},
            {"appel", part.dossier.appel},
            {"finess_ej", part.membre.finess_ej.text()},
            {"messages", messages_de(espace, non_lus, part.dossier.id)},
            {"statut", dire(espace.services,
                            "espace.statut." + std::string{core::name_of(part.dossier.statut)})}});
    return vues;
}

}  // namespace

Vue vue_des_membres(const Espace& espace, const teleservice::MembresLus& lus,
                    const InvitationTapee& tapee) {
    Vue::Liste membres;
    for (const auto& vu : lus.membres) membres.push_back(vue_du_membre(espace, vu));
    const bool du_courriel = tapee.faute.starts_with("courriel.");
    return {{"membres", std::move(membres)},
            {"aucun", lus.membres.empty()},
            {"sans_membre", entites(lus.sans_membre)},
            {"a_sans_membre", !lus.sans_membre.empty()},
            {"finess_ej", tapee.finess_ej},
            {"courriel", tapee.courriel},
            {"faute", phrase(espace, tapee.faute)},
            {"faute_courriel", du_courriel},
            {"faute_finess", !tapee.faute.empty() && !du_courriel}};
}

void ajouter_les_soutiens(const Espace& espace, const SoutiensLus& lus, const SoutienTape& tape,
                          Vue& vue) {
    Vue::Liste soutiens, roles;
    for (const auto& soutien : lus.soutiens) soutiens.push_back(vue_du_soutien(espace, soutien));
    for (const auto role : membres::roles_de_soutien) {
        if (role == access::Role::collectif && !lus.avant_le_depot) continue;
        const std::string nom{core::name_of(role)};
        roles.push_back(Vue{{"valeur", nom},
                            {"libelle", dire(espace.services, "pages.role." + nom)},
                            {"choisi", nom == tape.role}});
    }
    const bool du_courriel = tape.faute.starts_with("courriel.");
    vue.ajouter("sans_soutien", lus.soutiens.empty());
    vue.ajouter("soutiens", std::move(soutiens));
    vue.ajouter("roles", std::move(roles));
    vue.ajouter("soutien_courriel", tape.courriel);
    vue.ajouter("soutien_faute", phrase(espace, tape.faute));
    vue.ajouter("soutien_faute_courriel", du_courriel);
    vue.ajouter("soutien_faute_role", !tape.faute.empty() && !du_courriel);
}

Vue vue_des_parts(const Espace& espace, const std::vector<teleservice::PartDuCompte>& parts,
                  const std::vector<teleservice::PartDuCompte>& attendues, const NonLus& non_lus) {
    return {{"parts", lignes(espace, parts, non_lus)},
            {"vide", parts.empty() && attendues.empty()},
            {"attendues", lignes(espace, attendues, {})},
            {"a_attendues", !attendues.empty()}};
}

}  // namespace grappe::espace
