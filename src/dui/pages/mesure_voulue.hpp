// Which measure a page is asked for, by its address: day, moment, reading, establishment.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dui/magasin/moment.hpp"
#include "dui/pages/services.hpp"
#include "usage/indicateur.hpp"
#include "web/http/request.hpp"
#include "web/page/vue.hpp"

namespace grappe::dui {

struct MesureVoulue {
    core::Date au;
    std::optional<magasin::Moment> connu_le;  // nothing: all that is known now
    usage::Denominateur denominateur = usage::Denominateur::fenetre;
    std::string finess;      // empty: all those that the account may read
    bool illisible = false;  // a field was not understood, and today's default stands in its place

    // "?au=2024-09-30&denominateur=fenetre": the same measure, of that establishment.
    std::string question(std::string_view finess_et) const;
};
MesureVoulue lire_la_mesure(const Services& services, const http::Request& requete);

// What the form of a measure shows. `etablissements`: those that may be chosen.
page::Vue::Liste choix_de_lecture(const Services& services, const MesureVoulue& voulue);

// A text within an address.
std::string dans_l_adresse(std::string_view texte);

}  // namespace grappe::dui
