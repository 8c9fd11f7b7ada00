// Points by rule: what was found on fifteen establishments is read, and answered, once.
#include <algorithm>

#include "portail/bureau/examen_vue.hpp"
#include "portail/pages/cadre.hpp"

namespace grappe::bureau {
namespace {

using instruction::Conformite, instruction::Genre, instruction::Point;
using page::Vue;

std::string_view classe_de(Genre genre) {
    switch (genre) {
        case Genre::bloquant:
        case Genre::piece:
            return "bloque";
        case Genre::manque:
            return "manque";
        case Genre::non_defini:
            return "info";
        case Genre::a_apprecier:
            break;
    }
    return "apprecier";
}

bool retient(const Groupe& groupe) {
    return std::ranges::any_of(groupe.points, [](const Point* point) { return point->retient; });
}

// Green is for what the desk has decided; where the texts are silent nobody has, and need not.
std::string_view etat_de(const Groupe& groupe) {
    const bool decide = std::ranges::all_of(
        groupe.points, [](const Point* point) { return point->reponse.has_value(); });
    return decide && !retient(groupe) ? "ouvert" : classe_de(groupe.genre);
}

std::string dire(const Bureau& bureau, std::string_view code) {
    return pages::dire(bureau.services, code);
}

const instruction::Appreciation* rendue_sur(const Instruit& instruit, const Groupe& groupe,
                                            std::string_view objet) {
    if (groupe.genre == Genre::piece) return nullptr;
    return instruction::appreciation_de(instruit.examen.appreciations, groupe.regle, objet);
}

Vue vue_du_detail(const Bureau& bureau, const Instruit& instruit, const Groupe& groupe,
                  const Point& point) {
    const auto* rendue = rendue_sur(instruit, groupe, point.objet);
    return {
        {"objet", point.objet},
        {"phrase", point.phrase},
        {"appreciee", rendue != nullptr},
        {"decision",
         rendue ? dire(bureau, "bureau.conformite." + std::string{core::name_of(rendue->decision)})
                : std::string{}},
        {"motif", rendue ? rendue->motif : std::string{}},
        {"par", rendue ? signature(instruit.noms, rendue->rendue_le, rendue->par) : std::string{}}};
}

Vue::Liste choix(const Bureau& bureau) {
    Vue::Liste vues;
    for (const auto& [decision, nom] : names(Conformite{}))
        vues.push_back(Vue{{"valeur", nom},
                           {"libelle", dire(bureau, "bureau.conformite." + std::string{nom})}});
    return vues;
}

bool meme_phrase(const Groupe& groupe) {
    return std::all_of(groupe.points.begin(), groupe.points.end(), [&](const Point* point) {
        return point->phrase == groupe.points.front()->phrase;
    });
}

Vue vue_du_groupe(const Bureau& bureau, const Instruit& instruit, const Groupe& groupe, int rang) {
    const bool plusieurs = groupe.points.size() > 1;
    const auto& premier = *groupe.points.front();
    const auto objet = plusieurs ? std::string_view{} : std::string_view{premier.objet};
    const auto* rendue = rendue_sur(instruit, groupe, objet);
    Vue::Liste details;
    for (const auto* point : groupe.points)
        details.push_back(vue_du_detail(bureau, instruit, groupe, *point));
    const auto nombre = static_cast<std::int64_t>(groupe.points.size());
    return {
        {"rang", rang},
        {"regle", groupe.regle},
        {"titre", type_en_clair(bureau, groupe.regle)},
        {"phrase", phrase_du_groupe(bureau, groupe)},
        {"source", premier.source},
        {"etat", etat_de(groupe)},
        {"etat_mots", dire(bureau, "bureau.genre." + std::string{core::name_of(groupe.genre)})},
        {"appreciable", groupe.genre != Genre::piece},
        {"plusieurs", plusieurs},
        {"nombre", pages::dire(bureau.services, "bureau.point.tous", {{"nombre", nombre}})},
        {"objet", objet},
        {"objet_dit", objet == groupe.regle ? std::string_view{} : objet},
        {"details", std::move(details)},
        {"appreciee", rendue != nullptr},
        {"decision",
         rendue ? dire(bureau, "bureau.conformite." + std::string{core::name_of(rendue->decision)})
                : std::string{}},
        {"motif", rendue ? rendue->motif : std::string{}},
        {"par", rendue ? signature(instruit.noms, rendue->rendue_le, rendue->par) : std::string{}},
        {"vu", rendue && !plusieurs ? std::to_string(rendue->numero) : std::string{}},
        {"choix", choix(bureau)}};
}

}  // namespace

std::vector<Groupe> groupes(const std::vector<Point>& points) {
    std::vector<Groupe> trouves;
    for (const auto& [genre, nom] : names(Genre{}))
        for (const auto& point : points) {
            if (point.genre != genre) continue;
            const auto meme =
                std::find_if(trouves.begin(), trouves.end(), [&](const Groupe& groupe) {
                    return groupe.genre == genre && groupe.regle == point.regle;
                });
            if (meme == trouves.end())
                trouves.push_back({genre, point.regle, {&point}});
            else
                meme->points.push_back(&point);
        }
    return trouves;
}

std::int64_t retenants(const std::vector<Point>& points) {
    std::int64_t nombre = 0;
    for (const auto& groupe : groupes(points)) nombre += retient(groupe) ? 1 : 0;
    return nombre;
}

std::string phrase_du_groupe(const Bureau& bureau, const Groupe& groupe) {
    if (groupe.points.size() == 1 || meme_phrase(groupe)) return groupe.points.front()->phrase;
    const auto nombre = static_cast<std::int64_t>(groupe.points.size());
    return pages::dire(bureau.services, "bureau.point.objets", {{"nombre", nombre}});
}

Vue::Liste vues_des_points(const Bureau& bureau, const Instruit& instruit) {
    Vue::Liste vues;
    int rang = 0;
    for (const auto& groupe : groupes(instruit.examen.points))
        vues.push_back(vue_du_groupe(bureau, instruit, groupe, rang++));
    return vues;
}

}  // namespace grappe::bureau
