// What FHIR answers: a Bundle, or an OperationOutcome that tells every fault at once. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grappe::fhir {

inline constexpr std::string_view type_de_contenu = "application/fhir+json";

// `code` is ours, stable; `message` its French sentence; `parametre` the one at fault, if any.
struct Constat {
    int statut;
    std::string code, message, parametre{};
};
enum class Gravite { erreur, avertissement };
std::string operation_outcome(const std::vector<Constat>& constats, Gravite gravite);

// One version of a resource, ready to leave.
struct Ressource {
    std::string_view type;
    std::string id, version, modifiee_le, json;
};

enum class Mode { trouvee, incluse };

struct Entree {
    const Ressource* ressource;
    Mode mode;
};
struct Bundle {
    std::string base;  // "https://…/fhir"
    std::string soi;   // the address of what was understood
    std::string suite{};
    std::string avertissement{};  // an OperationOutcome; empty: none
};
std::string recherche_rendue(const Bundle& bundle, const std::vector<Entree>& entrees);
// Last version first; `premiere`: the last of the list is the first version there is.
std::string histoire_rendue(const Bundle& bundle, const std::vector<const Ressource*>& versions,
                            bool premiere);

}  // namespace grappe::fhir
