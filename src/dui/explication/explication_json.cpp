// One object an indicator, one line a record.
#include "dui/explication/explication_json.hpp"

#include <fmt/format.h>

#include "core/json_text.hpp"

namespace grappe::explication {
namespace {

std::string cite(std::string_view texte) {
    std::string sortie;
    core::append_json(sortie, texte);
    return sortie;
}

template <class Enumere>
std::string nomme(Enumere valeur) {
    return cite(core::name_of(valeur));
}

std::string jour(const std::optional<core::Date>& quel) {
    return quel ? cite(quel->text()) : "null";
}

template <class Suite, class Dire>
std::string liste(const Suite& suite, Dire dire, std::string_view entre = ", ") {
    std::string texte;
    for (const auto& un : suite) texte += (texte.empty() ? "" : std::string{entre}) + dire(un);
    return "[" + texte + "]";
}

std::string en_json(const Raison& une) {
    return fmt::format("{{\"motif\": {}, \"jour\": {}}}", nomme(une.motif), jour(une.jour));
}

std::string gestes(const std::vector<Geste>& quels) {
    return liste(quels, [](Geste un) { return nomme(un); });
}

std::string personne(const DossierJuge& juge) {
    return juge.lu->personne.empty() ? "null" : cite(juge.lu->personne);
}

std::string en_json(const DossierExplique& un) {
    const auto obstacles = liste(un.obstacles, [](const Obstacle& obstacle) {
        return liste(obstacle.raisons, [](const Raison& une) { return en_json(une); });
    });
    return fmt::format(
        "{{\"personne\": {}, \"place\": {}, \"apport\": {}, \"hors_denominateur\": {}, "
        "\"obstacles\": {}, \"gestes\": {}}}",
        personne(*un.juge), nomme(un.place), un.apport,
        un.hors_denominateur ? nomme(*un.hors_denominateur) : "null", obstacles, gestes(un.gestes));
}

std::string fraction(const usage::Mesure& mesure) {
    return fmt::format("\"numerateur\": {}, \"denominateur\": {}", mesure.numerateur,
                       mesure.denominateur);
}

std::string lectures(const Explication& une) {
    std::string texte;
    for (const auto& [lecture, nom] : names(usage::Denominateur{})) {
        const auto& mesure = une.lectures[static_cast<std::size_t>(lecture)];
        const indicateur::Resultat lu{
            .indicateur = une.indicateur, .mesure = mesure, .cible = une.cible};
        texte +=
            fmt::format("{}{}: {}", texte.empty() ? "" : ", ", cite(nom), indicateur::en_json(lu));
    }
    return "{" + texte + "}";
}

// Twelve weeks of whole numbers tell the slope better than a decimal would.
std::string en_json(const Prevision& une) {
    const auto points = liste(une.points, [](const Point& un) {
        return fmt::format("{{\"jour\": {}, {}}}", cite(un.jour.text()), fraction(un.mesure));
    });
    return fmt::format(
        "{{\"issue\": {}, \"jour\": {}, \"au_plus_tot\": {}, \"au_plus_tard\": {}, "
        "\"points\": {}}}",
        nomme(une.issue), jour(une.jour), jour(une.au_plus_tot), jour(une.au_plus_tard), points);
}

std::string en_json(const Explication& une, const std::optional<Prevision>& prevision) {
    const auto dossiers = liste(
        une.dossiers, [](const DossierExplique& un) { return "\n    " + en_json(un); }, ",");
    const indicateur::Resultat mesure{.indicateur = une.indicateur,
                                      .mesure = une.mesure,
                                      .cible = une.cible,
                                      .depuis_le_debut = une.depuis_le_debut};
    if (!une.cible)
        return fmt::format("{{\"mesure\": {},\n   \"dossiers\": {}}}", indicateur::en_json(mesure),
                           dossiers);
    const auto manquants = une.manquants();
    return fmt::format(
        "{{\"mesure\": {},\n   \"lectures\": {},\n   \"manquants\": {}, \"possibles\": {},\n"
        "   \"prevision\": {},\n   \"dossiers\": {}}}",
        indicateur::en_json(mesure), lectures(une), manquants ? fmt::to_string(*manquants) : "null",
        une.possibles(), prevision ? en_json(*prevision) : "null", dossiers);
}

std::string en_json(const Plan& plan) {
    const auto dossiers = liste(
        plan.dossiers,
        [](const Plan::Dossier& un) {
            return fmt::format("\n   {{\"personne\": {}, \"gestes\": {}}}", personne(*un.juge),
                               gestes(un.gestes));
        },
        ",");
    return fmt::format(
        "{{\"messages\": {}, \"hors_d_atteinte\": {}, \"dossiers\": {}}}", plan.messages,
        liste(plan.hors_d_atteinte, [](usage::Indicateur un) { return nomme(un); }), dossiers);
}

}  // namespace

std::string en_json(const Expose& expose, const indicateur::Lecture& lecture) {
    auto texte = fmt::format(
        "{{\"finess_et\": {}, \"au\": {}, \"du\": {}, \"denominateur\": {}, \"regle\": {},\n"
        " \"indicateurs\": {{",
        cite(expose.finess_et), cite(lecture.fenetre.fin.text()),
        cite(lecture.fenetre.debut.text()), nomme(lecture.denominateur), cite(expose.regle));
    for (const auto& [une, prevision] : expose.indicateurs)
        texte += fmt::format("{}\n  {}: {}", &une == &expose.indicateurs.front().first ? "" : ",",
                             nomme(une.indicateur), en_json(une, prevision));
    return texte + "},\n \"plan\": " + en_json(expose.plan) + "}\n";
}

}  // namespace grappe::explication
