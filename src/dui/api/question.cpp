// Reading of addresses.
#include "dui/api/question.hpp"

#include "core/integer.hpp"
#include "web/http/problem.hpp"

namespace grappe::dui {
namespace {

constexpr std::int64_t pages_au_plus = 1'000'000'000, taille_au_plus = 1'000;

core::Date jour_de(core::Instant instant) { return core::paris().day_of(instant); }

core::Refusal invalide(const char* code, std::string_view ecrit) {
    return core::refuse(core::Reason::invalid, code, std::string{ecrit});
}

http::Response probleme(const garde::Visite& visite, const core::Refusal& refus,
                        const std::vector<FauteDeMesure>& fautes) {
    const auto& phrases = visite.comptes.phrases;
    http::Problem probleme{
        .status = garde::statut_de(refus.reason), .code = refus.code, .title = phrases.dire(refus)};
    for (const auto& faute : fautes)
        probleme.fautes.push_back({.chemin = std::string{faute.champ},
                                   .code = faute.refus.code,
                                   .message = phrases.dire(faute.refus)});
    return http::problem(probleme);
}

}  // namespace

Question::Question(const Api& api, const garde::Visite& visite)
    : visite_{visite},
      mesure_{lire_la_mesure({.au = champ("au"),
                              .connu_le = champ("connu_le"),
                              .denominateur = champ("denominateur"),
                              .finess = champ("finess")},
                             jour_de(api.mesureur.maintenant()))} {}

std::string_view Question::champ(std::string_view nom) const {
    return visite_.requete.query(nom).value_or("");
}

explication::Feuillet Question::feuillet() {
    explication::Feuillet feuillet;
    const auto nommer = [&](std::string_view nom, auto& place, const char* code) {
        using Valeur = typename std::remove_reference_t<decltype(place)>::value_type;
        place = core::named<Valeur>(champ(nom));
        if (!place && !champ(nom).empty())
            mesure_.fautes.push_back({nom, invalide(code, champ(nom))});
    };
    nommer("place", feuillet.filtre.place, "dui.place_inconnue");
    nommer("motif", feuillet.filtre.motif, "dui.motif_inconnu");
    const auto compter = [&](std::string_view nom, std::int64_t& place, std::int64_t au_plus) {
        if (champ(nom).empty()) return;
        place = core::integer<std::int64_t>(champ(nom)).value_or(0);
        if (place < 1 || place > au_plus)
            mesure_.fautes.push_back(
                {nom, invalide(nom == "page" ? "dui.page" : "dui.taille", champ(nom))});
    };
    compter("page", feuillet.page, pages_au_plus);
    compter("taille", feuillet.taille, taille_au_plus);
    return feuillet;
}

std::string Question::requis(std::string_view nom) {
    if (champ(nom).empty()) mesure_.fautes.push_back({nom, invalide("dui.champ_requis", nom)});
    return std::string{champ(nom)};
}

void Question::faute(std::string_view nom, const char* code) {
    mesure_.fautes.push_back({nom, invalide(code, champ(nom))});
}

std::optional<http::Response> Question::refusee() const {
    if (mesure_.fautes.empty()) return std::nullopt;
    return probleme(visite_, mesure_.fautes.front().refus, mesure_.fautes);
}

http::Response refuser(const garde::Visite& visite, const core::Refusal& refus,
                       std::string_view champ) {
    if (champ.empty()) return probleme(visite, refus, {});
    return probleme(visite, refus, {{champ, refus}});
}

std::vector<http::QueryLine> parametres_de_mesure(std::vector<http::QueryLine> propres) {
    propres.insert(propres.end(),
                   {{"au", "Jour mesuré, exclu de la période de trois mois ; aujourd'hui à défaut"},
                    {"connu_le", "Instant UTC : ce qui était enregistré alors ; à défaut, tout"},
                    {"denominateur", "fenetre (à défaut), file_active ou presents"}});
    return propres;
}

}  // namespace grappe::dui
