// From an address to a measure, and back.
#include "dui/pages/mesure_voulue.hpp"

#include <fmt/format.h>

#include "dui/pages/cadre.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::dui {

std::string dans_l_adresse(std::string_view texte) {
    std::string sortie;
    for (const char c : texte) {
        const bool simple = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                            (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_';
        if (simple)
            sortie += c;
        else
            sortie += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return sortie;
}

std::string MesureVoulue::question(std::string_view finess_et) const {
    auto texte = fmt::format("?au={}&denominateur={}", au.text(), core::name_of(denominateur));
    if (!finess_et.empty()) texte += "&finess=" + dans_l_adresse(finess_et);
    if (connu_le) texte += "&connu_le=" + dans_l_adresse(connu_le->text());
    return texte;
}

MesureVoulue lire_la_mesure(const Services& services, const http::Request& requete) {
    const auto champ = [&](std::string_view nom) { return requete.query(nom).value_or(""); };
    MesureVoulue voulue{.au = core::paris().day_of(services.maintenant()),
                        .connu_le = magasin::Moment::parse(champ("connu_le")),
                        .finess = std::string{champ("finess")}};
    voulue.illisible = !champ("connu_le").empty() && !voulue.connu_le;
    if (const auto au = champ("au"); !au.empty()) {
        const auto lu = core::Date::parse(au);
        if (lu) voulue.au = *lu;
        voulue.illisible |= !lu;
    }
    if (const auto nom = champ("denominateur"); !nom.empty()) {
        const auto lu = core::named<usage::Denominateur>(nom);
        voulue.denominateur = lu.value_or(voulue.denominateur);
        voulue.illisible |= !lu;
    }
    return voulue;
}

page::Vue::Liste choix_de_lecture(const Services& services, const MesureVoulue& voulue) {
    page::Vue::Liste choix;
    for (const auto& [lecture, nom] : names(usage::Denominateur{}))
        choix.push_back(page::Vue{{"code", nom},
                                  {"nom", dire(services, "usage.denominateur." + std::string{nom})},
                                  {"choisie", lecture == voulue.denominateur}});
    return choix;
}

}  // namespace grappe::dui
