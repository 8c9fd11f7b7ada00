// Each rule of a statement against what the committee looks at.
#include "portail/comite/enonce_verifie.hpp"

#include <algorithm>
#include <set>

#include "referentiels/secteur.hpp"
#include "referentiels/territoires.hpp"

namespace grappe::comite {
namespace {

using core::Reason;

constexpr std::size_t cite_au_plus = 40;

std::string rang_de(std::string_view liste, std::size_t rang) {
    return std::string{liste} + "[" + std::to_string(rang) + "]";
}

class Verification {
public:
    Verification(const Enonce& enonce, const PourVerifier& pour) : enonce_{enonce}, pour_{pour} {}

    std::vector<FauteDEnonce> fautes() {
        enveloppe();
        places();
        points();
        poids();
        for (std::size_t rang = 0; rang < enonce_.parts_minimales.size(); ++rang) part(rang);
        return std::move(fautes_);
    }

private:
    void dire(std::string chemin, std::string code, std::string detail) {
        fautes_.push_back({std::move(chemin),
                           core::refuse(Reason::rule_not_met, std::move(code), std::move(detail))});
    }

    // Null: nobody is named so, and it is told.
    const Candidat* designer(const std::string& nom, const std::string& chemin) {
        const auto* candidat = nomme(pour_.candidats, nom);
        if (candidat == nullptr)
            dire(chemin, "comite.scenario_dossier", nom.substr(0, cite_au_plus));
        return candidat;
    }

    void enveloppe() {
        if (!enonce_.enveloppe) return;
        proposition::Demande seule;
        seule.contraintes.enveloppe = *enonce_.enveloppe;
        for (const auto& faute : proposition::fautes(seule))
            fautes_.push_back({"enveloppe", faute});
    }

    void places() {
        std::set<std::string> deja;
        const auto placer = [&](std::string_view liste, const std::vector<std::string>& noms) {
            for (std::size_t rang = 0; rang < noms.size(); ++rang) {
                const auto chemin = rang_de(liste, rang);
                const auto* candidat = designer(noms[rang], chemin);
                if (candidat != nullptr && !deja.insert(candidat->numero).second)
                    dire(chemin, "proposition.deux_fois", candidat->numero);
            }
        };
        placer("imposes", enonce_.imposes);
        placer("exclus", enonce_.exclus);
    }

    void borner(std::int64_t points, const std::string& chemin, const std::string& de) {
        if (points < 0 || points > proposition::points_au_plus)
            dire(chemin, "proposition.points", de.substr(0, cite_au_plus));
    }

    void points() {
        std::set<std::string> deja;
        for (const auto& [nom, combien] : enonce_.points) {
            const auto chemin = "points." + nom.substr(0, cite_au_plus);
            borner(combien, chemin, nom);
            const auto* candidat = designer(nom, chemin);
            if (candidat != nullptr && !deja.insert(candidat->numero).second)
                dire(chemin, "comite.points_deux_fois", candidat->numero);
        }
        borner(enonce_.par_essms, "par_essms", "par_essms");
    }

    bool est_un_critere(const std::string& nom) const {
        return std::ranges::find(pour_.criteres, nom, &programme::Enonce::nom) !=
               pour_.criteres.end();
    }

    std::string noms_des_criteres(std::string noms) const {
        for (const auto& critere : pour_.criteres)
            noms.append(noms.empty() ? "" : ", ").append(critere.nom);
        return noms;
    }

    void poids() {
        for (std::size_t rang = 0; rang < enonce_.poids.size(); ++rang) {
            const auto& un = enonce_.poids[rang];
            const auto ou = rang_de("poids", rang);
            if (!est_un_critere(un.critere))
                dire(ou + ".critere", "comite.critere", noms_des_criteres({}));
            borner(un.points, ou + ".points", un.critere);
        }
    }

    // A value that a dossier has is one, whatever it is.
    bool portee(const proposition::PartMinimale& part, Genre genre) const {
        return std::ranges::any_of(pour_.candidats, [&](const Candidat& candidat) {
            return std::ranges::any_of(candidat.elements, [&](const Element& element) {
                return part.valeur == (genre == Genre::secteur       ? element.secteur
                                       : genre == Genre::departement ? element.departement
                                                                     : element.statut);
            });
        });
    }

    bool connue(const proposition::PartMinimale& part, Genre genre) const {
        switch (genre) {
            case Genre::secteur:
                return core::named<referentiels::Secteur>(part.valeur).has_value();
            case Genre::departement:
                return pour_.territoires == nullptr ||
                       pour_.territoires->departement(part.valeur) != nullptr;
            case Genre::statut:
                return core::named<dossier::StatutPorteur>(part.valeur).has_value();
            case Genre::critere:
                break;
        }
        return core::named<Presente>(part.valeur).has_value();
    }

    void part(std::size_t rang) {
        const auto& part = enonce_.parts_minimales[rang];
        const auto ou = rang_de("parts_minimales", rang);
        const auto genre = est_un_critere(part.attribut) ? std::optional{Genre::critere}
                                                         : core::named<Genre>(part.attribut);
        const bool d_un_dossier = genre && *genre != Genre::critere;
        if (!genre || (!d_un_dossier && !est_un_critere(part.attribut)))
            dire(ou + ".attribut", "comite.part_attribut",
                 noms_des_criteres("secteur, departement, statut"));
        else if (!connue(part, *genre) && !(d_un_dossier && portee(part, *genre)))
            dire(ou + ".valeur", "comite.part_valeur", part.valeur.substr(0, cite_au_plus));
        proposition::Demande seule;
        seule.contraintes.parts_minimales = {part};
        for (const auto& faute : proposition::fautes(seule)) fautes_.push_back({ou, faute});
    }

    const Enonce& enonce_;
    const PourVerifier& pour_;
    std::vector<FauteDEnonce> fautes_{};
};

}  // namespace

std::vector<FauteDEnonce> fautes_de(const Enonce& enonce, const PourVerifier& pour) {
    return Verification{enonce, pour}.fautes();
}

}  // namespace grappe::comite
