// Question: what the address of a route asks, read whole: every fault of it is told at once.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "dui/api/api.hpp"
#include "dui/explication/explication_json.hpp"

namespace grappe::dui {

class Question {
public:
    Question(const Api& api, const garde::Visite& visite);

    const MesureVoulue& mesure() const { return mesure_; }
    std::string_view champ(std::string_view nom) const;

    // Codes "dui.place_inconnue", "dui.motif_inconnu", "dui.page", "dui.taille".
    explication::Feuillet feuillet();
    // Code "dui.champ_requis".
    std::string requis(std::string_view nom);

    // Of the route's own.
    void faute(std::string_view champ, const char* code);

    // 422 with all that was not understood; nothing: all was.
    std::optional<http::Response> refusee() const;

private:
    const garde::Visite& visite_;
    MesureVoulue mesure_;
};

// `champ` is the parameter at fault; empty: none.
http::Response refuser(const garde::Visite& visite, const core::Refusal& refus,
                       std::string_view champ);

// Those of a measure, after a route's own.
std::vector<http::QueryLine> parametres_de_mesure(std::vector<http::QueryLine> propres);

}  // namespace grappe::dui
