// From texts to a measure, and back to an address.
#include "dui/mesure/mesure_voulue.hpp"

#include <fmt/format.h>

#include "core/texte.hpp"

namespace grappe::dui {
namespace {

// What is read takes the place of the default; what cannot be is a fault.
template <class Valeur, class Lu>
void prendre(MesureVoulue& voulue, Valeur& place, const Lu& lu, const FauteDeMesure& sinon) {
    if (sinon.refus.detail.empty()) return;
    if (lu)
        place = *lu;
    else
        voulue.fautes.push_back(sinon);
}

FauteDeMesure faute(std::string_view champ, const char* code, std::string_view ecrit) {
    return {champ, core::refuse(core::Reason::invalid, code, std::string{ecrit})};
}

}  // namespace

std::string MesureVoulue::question(std::string_view finess_et) const {
    auto texte = fmt::format("?au={}&denominateur={}", au.text(), core::name_of(denominateur));
    if (!finess_et.empty()) texte += "&finess=" + core::percent_encoded(finess_et);
    if (connu_le) texte += "&connu_le=" + core::percent_encoded(connu_le->text());
    return texte;
}

MesureVoulue lire_la_mesure(const MesureEcrite& ecrite, core::Date au_a_defaut) {
    MesureVoulue voulue{.au = au_a_defaut,
                        .connu_le = std::nullopt,
                        .finess = std::string{ecrite.finess},
                        .fautes = {}};
    prendre(voulue, voulue.au, core::Date::parse(ecrite.au),
            faute("au", "dui.au_illisible", ecrite.au));
    prendre(voulue, voulue.connu_le, magasin::Moment::parse(ecrite.connu_le),
            faute("connu_le", "dui.connu_le_illisible", ecrite.connu_le));
    prendre(voulue, voulue.denominateur, core::named<usage::Denominateur>(ecrite.denominateur),
            faute("denominateur", "dui.denominateur_inconnu", ecrite.denominateur));
    return voulue;
}

}  // namespace grappe::dui
