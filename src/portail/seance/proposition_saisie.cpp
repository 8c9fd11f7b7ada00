// Fields to a statement, with every fault at once; a statement to fields.
#include "portail/seance/proposition_saisie.hpp"

#include <algorithm>

#include "core/integer.hpp"
#include "core/texte.hpp"

namespace grappe::seance {
namespace {

constexpr std::string_view debut_des_poids = "poids-";
// Left empty under those that an earlier proposal fills in.
constexpr std::size_t lignes_vides = 2;

class Lecture {
public:
    Lecture(const Champs& champs, const comite::Vue& vue, const rules::Phrases& phrases)
        : champs_{champs}, vue_{vue}, phrases_{phrases} {}

    SaisieLue lire() {
        enveloppe();
        for (const auto& vu : vue_.candidats) dossier(vu.candidat.dossier.id);
        for (const auto& critere : vue_.criteres)
            for (const auto constat : pesees)
                if (const auto points = entier(champ_du_poids(critere.nom, constat)))
                    lue_.enonce.poids.push_back({critere.nom, constat, *points});
        lue_.enonce.par_essms = entier(std::string{champ_par_essms}).value_or(0);
        for (int rang = 0; rang < lignes_de_parts(champs_); ++rang)
            part(static_cast<std::size_t>(rang));
        return std::move(lue_);
    }

private:
    void dire(const std::string& nom, std::string_view code) {
        lue_.fautes.emplace(nom, phrases_.rendre(code, {}));
    }

    // Empty: nothing typed, or a fault.
    std::optional<std::int64_t> entier(const std::string& nom) {
        const auto texte = champ(champs_, nom);
        if (texte.empty()) return std::nullopt;
        const auto lu = core::integer<std::int64_t>(texte);
        if (lu && *lu >= 0 && *lu <= proposition::points_au_plus) return lu;
        dire(nom, "seance.faute.points");
        return std::nullopt;
    }

    void enveloppe() {
        const auto texte = champ(champs_, "enveloppe");
        if (texte.empty()) return;
        const auto montant = comite::lire_montant(texte);
        if (montant && *montant <= proposition::total_au_plus)
            lue_.enonce.enveloppe = *montant;
        else
            dire("enveloppe", "seance.faute.montant");
    }

    void dossier(const std::string& id) {
        if (const auto points = entier(champ_des_points(id))) lue_.enonce.points[id] = *points;
        const auto place = champ(champs_, champ_de_la_place(id));
        if (place == "impose") lue_.enonce.imposes.push_back(id);
        if (place == "exclu") lue_.enonce.exclus.push_back(id);
    }

    void part(std::size_t rang) {
        const auto debut = debut_de_la_part(rang);
        const auto quoi = champ(champs_, debut + "quoi");
        const auto combien = champ(champs_, debut + "combien");
        if (quoi.empty() && combien.empty()) return;
        const auto deux_points = quoi.find(':');
        if (deux_points == std::string::npos) return dire(debut + "quoi", "seance.faute.quoi");
        const auto minimum = comite::lire_minimum({champ(champs_, debut + "unite"), combien});
        if (!minimum || !tient(*minimum)) return dire(debut + "combien", "seance.faute.combien");
        lue_.enonce.parts_minimales.push_back(
            {quoi.substr(0, deux_points), quoi.substr(deux_points + 1), *minimum});
    }

    static bool tient(const proposition::Minimum& minimum) {
        const auto* part = std::get_if<core::Fraction>(&minimum);
        return part == nullptr || *part <= core::Fraction::whole(1);
    }

    const Champs& champs_;
    const comite::Vue& vue_;
    const rules::Phrases& phrases_;
    SaisieLue lue_{};
};

}  // namespace

Champs champs_de(const page::Formulaire& envoi) {
    constexpr std::size_t champ_max = 200;  // bytes: a number, a choice
    Champs champs;
    for (const auto& [nom, valeur] : envoi.champs)
        champs.emplace(nom, core::cut(core::trimmed(valeur), champ_max));
    return champs;
}

Champs champs_de(const comite::Enonce& enonce) {
    Champs champs;
    if (enonce.enveloppe) rules::ajouter_valeur(champs["enveloppe"], *enonce.enveloppe);
    for (const auto& [dossier, points] : enonce.points)
        champs[champ_des_points(dossier)] = std::to_string(points);
    for (const auto& [critere, constat, points] : enonce.poids)
        champs[champ_du_poids(critere, constat)] = std::to_string(points);
    if (enonce.par_essms != 0)
        champs[std::string{champ_par_essms}] = std::to_string(enonce.par_essms);
    for (const auto& dossier : enonce.imposes) champs[champ_de_la_place(dossier)] = "impose";
    for (const auto& dossier : enonce.exclus) champs[champ_de_la_place(dossier)] = "exclu";
    for (std::size_t rang = 0; rang < enonce.parts_minimales.size(); ++rang) {
        const auto& part = enonce.parts_minimales[rang];
        const auto dit = comite::ecrire_minimum(part.minimum);
        const auto debut = debut_de_la_part(rang);
        champs[debut + "quoi"] = part.attribut + ":" + part.valeur;
        champs[debut + "combien"] = dit.combien;
        champs[debut + "unite"] = dit.unite;
    }
    champs["lignes"] = std::to_string(enonce.parts_minimales.size() + lignes_vides);
    return champs;
}

std::string champ_du_poids(const std::string& critere, comite::Presente constat) {
    return std::string{debut_des_poids} + critere + "-" + std::string{core::name_of(constat)};
}

bool est_un_poids(std::string_view champ) { return champ.starts_with(debut_des_poids); }

std::string champ_des_points(const std::string& dossier) { return "points-" + dossier; }

std::string champ_de_la_place(const std::string& dossier) { return "place-" + dossier; }

std::string debut_de_la_part(std::size_t rang) { return "part-" + std::to_string(rang) + "-"; }

std::string champ(const Champs& champs, const std::string& nom) {
    const auto trouve = champs.find(nom);
    return trouve == champs.end() ? std::string{} : trouve->second;
}

int lignes_de_parts(const Champs& champs) {
    return std::clamp(core::integer<int>(champ(champs, "lignes")).value_or(lignes_de_plus), 1,
                      lignes_au_plus);
}

SaisieLue lire(const Champs& champs, const comite::Vue& vue, const rules::Phrases& phrases) {
    return Lecture{champs, vue, phrases}.lire();
}

}  // namespace grappe::seance
