// Points of the self-assessment with their answers, and the answers as typed.
#include "portail/espace/maturite_vue.hpp"

#include "portail/pages/cadre.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::espace {
namespace {

using documents::FicheDeMaturite, documents::GenreDePoint, documents::PointDuCadre;
using page::Vue;
using pages::dire;

Vue option(std::string valeur, std::string libelle, std::string_view choisie) {
    const bool est_elle = valeur == choisie;
    return {{"valeur", std::move(valeur)}, {"libelle", std::move(libelle)}, {"choisi", est_elle}};
}

Vue::Liste options(const Espace& espace, const PointDuCadre& point, std::string_view choisie) {
    Vue::Liste vues{option("", dire(espace.services, "maturite.sans_reponse"), choisie)};
    if (point.genre == GenreDePoint::mesure) {
        for (const auto position : documents::positions)
            vues.push_back(option(
                std::string{position},
                dire(espace.services, "maturite.position." + std::string{position}), choisie));
        return vues;
    }
    for (int niveau = 0; niveau <= 4; ++niveau) {
        auto mots = dire(espace.services, "maturite.niveau", {{"niveau", std::int64_t{niveau}}});
        const auto connu = point.niveaux.find(niveau);
        if (connu != point.niveaux.end()) mots += "\u00a0: " + connu->second;
        vues.push_back(option(std::to_string(niveau), std::move(mots), choisie));
    }
    return vues;
}

}  // namespace

Vue::Liste vues_de_la_maturite(const Espace& espace, const FicheDeMaturite& fiche) {
    Vue::Liste vues;
    for (const auto& [genre, nom] : documents::names(GenreDePoint{})) {
        Vue::Liste points;
        std::string source;
        for (const auto& point : espace.maturite.points) {
            if (point.genre != genre) continue;
            const auto reponse = fiche.reponses.find(point.code);
            points.push_back(Vue{
                {"code", point.code},
                {"libelle", point.libelle},
                {"source", point.source == source ? std::string{} : point.source},
                {"options",
                 options(espace, point,
                         reponse == fiche.reponses.end() ? std::string_view{} : reponse->second)}});
            source = point.source;
        }
        if (points.empty()) continue;
        vues.push_back(Vue{{"titre", dire(espace.services, "maturite.partie." + std::string{nom})},
                           {"ancre", "partie-" + std::string{nom}},
                           {"points", std::move(points)}});
    }
    return vues;
}

core::Result<documents::Reponses> reponses_tapees(const Espace& espace,
                                                  const page::Formulaire& saisie) {
    std::string texte;
    rendu::EcrivainJson json{texte};
    json.ouvrir_objet();
    json.cle("reponses");
    json.ouvrir_objet();
    for (const auto& point : espace.maturite.points)
        json.membre(point.code, saisie.valeur("r-" + point.code));
    json.fermer_objet();
    json.fermer_objet();
    return documents::lire_reponses(texte, espace.maturite);
}

}  // namespace grappe::espace
