// The CapabilityStatement, made from the table.
#include "dui/fhir/description.hpp"

#include <algorithm>

#include "dui/fhir/objet.hpp"

namespace grappe::fhir {
namespace {

std::string interactions() {
    std::vector<std::string> toutes;
    for (const auto* code : {"read", "vread", "history-instance", "search-type"})
        toutes.push_back(Objet{}.texte("code", code).fin());
    return liste(toutes);
}

std::string dit(const Parametre& un) {
    return Objet{}
        .texte("name", un.nom)
        .texte("type", core::name_of(un.genre))
        .texte("documentation", un.dit)
        .fin();
}

std::string dite(const Description& une) {
    std::vector<std::string> parametres, inclusions;
    for (const auto& un : parametres_de_tous()) parametres.push_back(dit(un));
    for (const auto& un : une.parametres) parametres.push_back(dit(un));
    for (const auto inclusion : une.inclusions) inclusions.emplace_back(inclusion);
    return Objet{}
        .texte("type", une.type)
        .texte("documentation", une.dit)
        .json("interaction", interactions())
        .texte("versioning", "versioned")
        .json("readHistory", "true")
        .json("updateCreate", "false")
        .texte("conditionalRead", "not-match")
        .json("searchInclude", liste_de_textes(inclusions))
        .json("searchParam", liste(parametres))
        .fin();
}

}  // namespace

const std::vector<Parametre>& parametres_de_tous() {
    static const std::vector<Parametre> tous{
        {"_id", Genre::jeton, "Identifiant de la ressource"},
        {"_lastUpdated", Genre::date, "Dernier enregistrement ; eq, ne, gt, lt, ge, le, sa, eb"}};
    return tous;
}

const Parametre* parametre_de(const Description& description, std::string_view nom) {
    for (const auto* tous : {&parametres_de_tous(), &description.parametres}) {
        const auto un = std::ranges::find(*tous, nom, &Parametre::nom);
        if (un != tous->end()) return &*un;
    }
    return nullptr;
}

std::string capacites(const Logiciel& logiciel, const std::vector<const Description*>& types) {
    std::vector<std::string> ressources;
    for (const auto* un : types) ressources.push_back(dite(*un));
    const auto rest = Objet{}
                          .texte("mode", "server")
                          .json("security", Objet{}
                                                .texte("description",
                                                       "Session ouverte par POST /api/sessions ou "
                                                       "par la page de connexion, portée par un "
                                                       "témoin (cookie).")
                                                .fin())
                          .json("resource", liste(ressources))
                          .fin();
    return Objet{"CapabilityStatement"}
        .texte("status", "active")
        .texte("date", logiciel.publie_le)
        .texte("kind", "instance")
        .json("software",
              Objet{}.texte("name", logiciel.nom).texte("version", logiciel.version).fin())
        .json("implementation", Objet{}
                                    .texte("description", "Dossier usager informatisé, en lecture")
                                    .texte("url", logiciel.adresse)
                                    .fin())
        .texte("fhirVersion", "4.0.1")
        .json("format", R"(["json","application/fhir+json"])")
        .json("rest", "[" + rest + "]")
        .fin();
}

}  // namespace grappe::fhir
