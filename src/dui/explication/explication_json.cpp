// One object an indicator, one line a record.
#include "dui/explication/explication_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "core/json_text.hpp"

namespace grappe::explication {
namespace {

template <class Enumere>
std::string nomme(Enumere valeur) {
    return core::json_text(core::name_of(valeur));
}

std::string jour(const std::optional<core::Date>& quel) {
    return quel ? core::json_text(quel->text()) : "null";
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
    return juge.lu->personne.empty() ? "null" : core::json_text(juge.lu->personne);
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

using Lectures = std::array<usage::Mesure, 3>;  // by Denominateur

std::string lectures(const Lectures& mesures, usage::Indicateur indicateur, int cible) {
    std::string texte;
    for (const auto& [lecture, nom] : names(usage::Denominateur{})) {
        const auto& mesure = mesures[static_cast<std::size_t>(lecture)];
        const indicateur::Resultat lu{.indicateur = indicateur, .mesure = mesure, .cible = cible};
        texte += fmt::format("{}{}: {}", texte.empty() ? "" : ", ", core::json_text(nom),
                             indicateur::en_json(lu));
    }
    return "{" + texte + "}";
}

// Twelve weeks of whole numbers tell the slope better than a decimal would.
std::string en_json(const Prevision& une) {
    const auto points = liste(une.points, [](const Point& un) {
        return fmt::format("{{\"jour\": {}, {}}}", core::json_text(un.jour.text()),
                           fraction(un.mesure));
    });
    return fmt::format(
        "{{\"issue\": {}, \"jour\": {}, \"au_plus_tot\": {}, \"au_plus_tard\": {}, "
        "\"points\": {}}}",
        nomme(une.issue), jour(une.jour), jour(une.au_plus_tot), jour(une.au_plus_tard), points);
}

std::string en_json(const std::optional<Prevision>& une) { return une ? en_json(*une) : "null"; }

std::string nombre(const std::optional<std::int64_t>& combien) {
    return combien ? fmt::to_string(*combien) : "null";
}

using Montres = std::vector<const DossierExplique*>;

std::string en_json(const Explication& une, const std::optional<Prevision>& prevision,
                    const Montres& montres) {
    const auto dossiers = liste(
        montres, [](const DossierExplique* un) { return "\n    " + en_json(*un); }, ",");
    const indicateur::Resultat mesure{.indicateur = une.indicateur,
                                      .mesure = une.mesure,
                                      .cible = une.cible,
                                      .depuis_le_debut = une.depuis_le_debut};
    if (!une.cible)
        return fmt::format("{{\"mesure\": {},\n   \"dossiers\": {}}}", indicateur::en_json(mesure),
                           dossiers);
    return fmt::format(
        "{{\"mesure\": {},\n   \"lectures\": {},\n   \"manquants\": {}, \"possibles\": {},\n"
        "   \"prevision\": {},\n   \"dossiers\": {}}}",
        indicateur::en_json(mesure), lectures(une.lectures, une.indicateur, *une.cible),
        nombre(une.manquants()), une.possibles(), en_json(prevision), dossiers);
}

// Those that the filter keeps, of that page.
Montres montres(const Explication& une, const Feuillet& feuillet) {
    Montres retenus;
    std::int64_t rang = 0;
    const auto premier = (feuillet.page - 1) * feuillet.taille;
    for (const auto& un : une.dossiers) {
        if (!feuillet.filtre.retient(un)) continue;
        if (rang >= premier && rang - premier < feuillet.taille) retenus.push_back(&un);
        ++rang;
    }
    return retenus;
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

std::string entete(const indicateur::Lecture& lecture, const std::string& regle) {
    return fmt::format("\"au\": {}, \"du\": {}, \"denominateur\": {}, \"regle\": {}",
                       core::json_text(lecture.fenetre.fin.text()),
                       core::json_text(lecture.fenetre.debut.text()), nomme(lecture.denominateur),
                       core::json_text(regle));
}

std::string entete(const Expose& expose, const indicateur::Lecture& lecture) {
    return fmt::format("{{\"finess_et\": {}, {},\n", core::json_text(expose.finess_et),
                       entete(lecture, expose.regle));
}

std::string en_json(const std::string& finess, const DossierLu& lu,
                    const indicateur::Lecture& lecture) {
    const std::vector<DossierLu> seul{lu};
    const Etude etude{seul, lecture};
    std::string indicateurs;
    for (const auto& [indicateur, nom] : names(usage::Indicateur{})) {
        const auto une = expliquer(etude, indicateur);
        indicateurs += fmt::format("{}\n   {}: {}", indicateurs.empty() ? "" : ",",
                                   core::json_text(nom), en_json(une.dossiers.front()));
    }
    return fmt::format("\n  {{\"finess_et\": {}, \"indicateurs\": {{{}}}}}",
                       core::json_text(finess), indicateurs);
}

}  // namespace

std::string en_json(const Expose& expose, const indicateur::Lecture& lecture) {
    constexpr Feuillet entier{.filtre = {}, .taille = std::numeric_limits<std::int64_t>::max()};
    std::string indicateurs;
    for (const auto& [une, prevision] : expose.indicateurs)
        indicateurs +=
            fmt::format("{}\n  {}: {}", indicateurs.empty() ? "" : ",", nomme(une.indicateur),
                        en_json(une, prevision, montres(une, entier)));
    std::string parties;
    if (!indicateurs.empty()) parties = " \"indicateurs\": {" + indicateurs + "}";
    if (expose.plan)
        parties += (parties.empty() ? "" : ",\n") + (" \"plan\": " + en_json(*expose.plan));
    return entete(expose, lecture) + parties + "}\n";
}

std::string en_json(const Expose& expose, const indicateur::Lecture& lecture,
                    const Feuillet& feuillet) {
    const auto& [une, prevision] = expose.indicateurs.front();
    const auto total = feuillet.filtre.combien(une);
    std::string places;
    for (const auto& [place, nom] : names(Place{}))
        places += fmt::format("{}{}: {}", places.empty() ? "" : ", ", core::json_text(nom),
                              Filtre{place, std::nullopt}.combien(une));
    return entete(expose, lecture) +
           fmt::format(
               " \"indicateurs\": {{\n  {}: {}}},\n \"places\": {{{}}},\n"
               " \"total\": {}, \"page\": {}, \"pages\": {}}}\n",
               nomme(une.indicateur), en_json(une, prevision, montres(une, feuillet)), places,
               total, feuillet.page,
               std::max<std::int64_t>(1, (total + feuillet.taille - 1) / feuillet.taille));
}

std::string en_json(const Ensemble& ensemble) {
    const auto& comptes = ensemble.comptes;
    usage::Compteurs somme;
    for (const auto& compte : comptes) somme += compte.compteurs;
    const auto compteurs = [&](const std::string& finess) {
        const auto ici = std::find_if(comptes.begin(), comptes.end(),
                                      [&](const auto& un) { return un.finess_et == finess; });
        return ici == comptes.end() ? somme : ici->compteurs;
    };
    return indicateur::en_json(
        indicateur::tableau(comptes, ensemble.lecture),
        [&](const indicateur::Ligne& ligne, const indicateur::Resultat& un) {
            if (!un.cible) return std::string{};
            Lectures mesures;
            for (const auto& [lecture, nom] : names(usage::Denominateur{}))
                mesures[static_cast<std::size_t>(lecture)] =
                    usage::mesure(compteurs(ligne.finess_et), un.indicateur, lecture);
            auto texte = ", \"lectures\": " + lectures(mesures, un.indicateur, *un.cible);
            if (ligne.finess_et.empty())
                texte += ", \"prevision\": " + en_json(ensemble.prevision(un.indicateur));
            return texte;
        });
}

std::string en_json(const DossierPartout& dossier, const indicateur::Lecture& lecture) {
    const auto etablissements = liste(
        dossier.etablissements,
        [&](const auto& ici) { return en_json(ici.first, ici.second, lecture); }, ",");
    return fmt::format("{{\"personne\": {}, {},\n \"etablissements\": {}}}\n",
                       core::json_text(dossier.personne), entete(lecture, dossier.regle),
                       etablissements);
}

}  // namespace grappe::explication
