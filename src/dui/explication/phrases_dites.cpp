// Sentences of reasons, acts and forecasts.
#include "dui/explication/phrases_dites.hpp"

#include <fmt/format.h>

namespace grappe::explication {
namespace {

template <class Enumere>
std::string code(std::string_view prefixe, Enumere valeur) {
    return std::string{prefixe} + std::string{core::name_of(valeur)};
}

// Where the sentence of the spread stands: "entre le 2 et le 9 mai 2024".
std::string intervalle(const Prevision& une, const rules::Phrases& phrases) {
    if (une.au_plus_tot && une.au_plus_tard)
        return phrases.rendre("explication.intervalle.entre",
                              {{"tot", *une.au_plus_tot}, {"tard", *une.au_plus_tard}});
    if (une.au_plus_tot)
        return phrases.rendre("explication.intervalle.ouvert", {{"tot", *une.au_plus_tot}});
    return {};
}

}  // namespace

std::string dite(const Raison& raison, const rules::Phrases& phrases) {
    auto motif = phrases.rendre(code("usage.motif.", raison.motif), {});
    if (!raison.jour) return motif;
    motif.pop_back();  // its full stop
    return phrases.rendre("explication.raison",
                          {{"motif", motif},
                           {"jour", phrases.rendre(code("explication.jour.", raison.motif),
                                                   {{"jour", *raison.jour}})}});
}

std::string dit(Geste geste, const rules::Phrases& phrases) {
    return phrases.rendre(code("explication.geste.", geste), {});
}

std::string rythme_dit(const core::Fraction& pente, const rules::Phrases& phrases) {
    const core::Fraction nul;
    if (pente == nul) return phrases.rendre("explication.rythme.stable", {});
    const bool monte = pente > nul;
    const auto grandeur = monte ? pente : nul - pente;
    const auto centiemes = (grandeur * core::Fraction::whole(70'000)).rounded_half_up();
    const auto nombre = fmt::format("{},{:02}", centiemes / 100, centiemes % 100);
    return phrases.rendre(monte ? "explication.rythme.monte" : "explication.rythme.descend",
                          {{"nombre", nombre}, {"entiers", centiemes / 100}});
}

std::string dite(const Prevision& une, const rules::Phrases& phrases) {
    rules::Faits faits{{"points", static_cast<std::int64_t>(une.points.size())},
                       {"requis", static_cast<std::int64_t>(points_requis)}};
    if (une.pente) faits.push_back({"rythme", rythme_dit(*une.pente, phrases)});
    if (une.jour) faits.push_back({"jour", *une.jour});
    faits.push_back({"intervalle", intervalle(une, phrases)});
    auto phrase = phrases.rendre(code("explication.prevision.", une.issue), faits);
    if (!une.jour && une.issue == Issue::pas_a_ce_rythme && une.au_plus_tot)
        phrase +=
            " " + phrases.rendre("explication.prevision.au_mieux", {{"tot", *une.au_plus_tot}});
    return phrase;
}

std::string manque_dit(const Explication& une, const rules::Phrases& phrases) {
    const auto manquants = une.manquants();
    if (!manquants) return phrases.rendre("explication.manque.non_mesurable", {});
    if (*manquants == 0) return phrases.rendre("explication.manque.rien", {});
    const auto possibles = une.possibles();
    auto phrase =
        phrases.rendre(code("explication.manque.", une.indicateur), {{"nombre", *manquants}});
    if (possibles < *manquants)
        phrase +=
            " " + phrases.rendre("explication.manque.hors_d_atteinte", {{"nombre", possibles}});
    return phrase;
}

}  // namespace grappe::explication
