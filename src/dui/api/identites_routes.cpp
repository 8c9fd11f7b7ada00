// How far a person's identity is trusted. The matricule leaves for a qualified one only.
#include <fmt/format.h>

#include <algorithm>

#include "core/json_text.hpp"
#include "dui/api/demandeur.hpp"
#include "dui/api/lignes.hpp"
#include "dui/api/question.hpp"
#include "dui/identite/changement.hpp"

namespace grappe::dui {
namespace {

using core::json_text;
using garde::Visite;

template <class T, class Dire>
std::string ou_rien(const std::optional<T>& un, Dire dire) {
    return un ? json_text(dire(*un)) : "null";
}

std::string etape_dite(const identite::EtapeConnue& une) {
    const auto mot = [](const auto& un) { return std::string{core::name_of(un)}; };
    return fmt::format(
        R"({{"connu_le": {}, "auteur": {}, "acte": {}, "statut": {}, "dispositif": {}, )"
        R"("vu_le": {}, "motif": {}}})",
        json_text(une.connu_le.text()), json_text(une.auteur), json_text(mot(une.etape.acte)),
        json_text(mot(une.etape.apres.statut)), ou_rien(une.etape.dispositif, mot),
        ou_rien(une.etape.vu_le, [](const core::Date& le) { return le.text(); }),
        ou_rien(une.etape.motif, mot));
}

std::string en_json(const std::string& personne, const std::vector<identite::EtapeConnue>& etapes) {
    const auto& ici = etapes.back().etape.apres;
    std::string attributs, dites, matricule = "null";
    for (const auto& un : names(identite::Attribut{}))
        if (ici.attributs.porte(un.value))
            attributs += (attributs.empty() ? "" : ", ") + json_text(un.name);
    for (const auto& une : etapes) dites += (dites.empty() ? "" : ", ") + etape_dite(une);
    if (const auto emis = identite::a_emettre(ici))
        matricule = fmt::format(R"({{"numero": {}, "oid": {}}})", json_text(emis->numero),
                                json_text(core::name_of(*emis->autorite)));
    return fmt::format(
        R"({{"personne": {}, "statut": {}, "attributs": [{}], "matricule": {}, "etapes": [{}]}})",
        json_text(personne), json_text(core::name_of(ici.statut)), attributs, matricule, dites);
}

http::Response montrer(const Api& api, Visite& visite) {
    Question question{api, visite};
    const auto personne = question.requis("personne");
    if (auto refusee = question.refusee()) return *std::move(refusee);
    const auto etapes = visite.base.read(
        [&](storage::Reader& db) -> core::Result<std::vector<identite::EtapeConnue>> {
            if (const auto qui = demandeur_de(api, db, visite, personne); !qui) return qui.error();
            return identite::histoire_de(db, personne, {});
        });
    if (!etapes) return refuser(visite, etapes.error(), {});
    acces::consigner_un_dossier(visite.base, lecteur(api, visite), personne);
    return http::Response::json(en_json(personne, *etapes));
}

}  // namespace

void ajouter_routes_des_identites(const Api& api) {
    ajouter_une_lecture(api,
                        {"/api/identite",
                         "L'identité d'une personne : son état, ses attributs, ce qui l'a faite",
                         montrer,
                         {{"personne", "Identifiant de la personne dans la base"}}});
}

}  // namespace grappe::dui
