// Writing of Bundles and OperationOutcomes.
#include "dui/fhir/reponse.hpp"

#include "dui/fhir/objet.hpp"

namespace grappe::fhir {
namespace {

// http://hl7.org/fhir/R4/valueset-issue-type.html
std::string_view type_d_incident(const Constat& un) {
    switch (un.statut) {
        case 401:
            return "login";
        case 403:
            return "forbidden";
        case 404:
            return "not-found";
        case 405:
        case 406:
        case 415:
            return "not-supported";
        case 413:
            return "too-long";
        case 429:
            return "throttled";
        case 400:
        case 422:
            return "invalid";
        default:
            return un.statut >= 500 ? "exception" : "processing";
    }
}

std::string liens(const Bundle& bundle) {
    const auto lien = [](std::string_view relation, const std::string& adresse) {
        return adresse.empty() ? std::string{}
                               : Objet{}.texte("relation", relation).texte("url", adresse).fin();
    };
    return liste(std::vector{lien("self", bundle.soi), lien("next", bundle.suite)});
}

std::string adresse(const Bundle& bundle, const Ressource& une) {
    return bundle.base + "/" + std::string{une.type} + "/" + une.id;
}

std::string mode(std::string_view nom) { return Objet{}.texte("mode", nom).fin(); }

std::string ecrire(const Bundle& bundle, std::string_view type,
                   const std::vector<std::string>& entrees) {
    return Objet{"Bundle"}
        .texte("type", type)
        .json("link", liens(bundle))
        .json("entry", liste(entrees))
        .fin();
}

}  // namespace

std::string operation_outcome(const std::vector<Constat>& constats, Gravite gravite) {
    std::vector<std::string> tous;
    for (const auto& un : constats) {
        const auto code = "[" + Objet{}.texte("code", un.code).fin() + "]";
        const std::vector lieu{un.parametre.empty() ? std::string{} : "http." + un.parametre};
        tous.push_back(
            Objet{}
                .texte("severity", gravite == Gravite::erreur ? "error" : "warning")
                .texte("code", type_d_incident(un))
                .json("details", Objet{}.json("coding", code).texte("text", un.message).fin())
                .json("location", liste_de_textes(lieu))
                .fin());
    }
    return Objet{"OperationOutcome"}.json("issue", liste(tous)).fin();
}

std::string recherche_rendue(const Bundle& bundle, const std::vector<Entree>& entrees) {
    std::vector<std::string> toutes;
    for (const auto& une : entrees)
        toutes.push_back(Objet{}
                             .texte("fullUrl", adresse(bundle, *une.ressource))
                             .json("resource", une.ressource->json)
                             .json("search", mode(une.mode == Mode::trouvee ? "match" : "include"))
                             .fin());
    if (!bundle.avertissement.empty())
        toutes.push_back(
            Objet{}.json("resource", bundle.avertissement).json("search", mode("outcome")).fin());
    return ecrire(bundle, "searchset", toutes);
}

std::string histoire_rendue(const Bundle& bundle, const std::vector<const Ressource*>& versions,
                            bool premiere) {
    std::vector<std::string> toutes;
    for (const auto* une : versions) {
        const bool creation = premiere && une == versions.back();
        const auto ou = std::string{une->type} + (creation ? "" : "/" + une->id);
        toutes.push_back(
            Objet{}
                .texte("fullUrl", adresse(bundle, *une))
                .json("resource", une->json)
                .json("request",
                      Objet{}.texte("method", creation ? "POST" : "PUT").texte("url", ou).fin())
                .json("response", Objet{}
                                      .texte("status", creation ? "201" : "200")
                                      .texte("etag", "W/\"" + une->version + "\"")
                                      .texte("lastModified", une->modifiee_le)
                                      .fin())
                .fin());
    }
    return ecrire(bundle, "history", toutes);
}

}  // namespace grappe::fhir
