// Typed facts by keys that do not move, merged field by field, then numbered again.
#include "portail/espace/fusion.hpp"

#include <array>
#include <optional>
#include <set>
#include <unordered_set>

namespace grappe::espace {
namespace {

using Champs = std::map<std::string, std::string, std::less<>>;

struct Liste {
    std::string_view nom, cle;
};
constexpr std::array<Liste, 2> listes{{{"essms", "finess_et"}, {"organismes", "finess_ej"}}};

// Names of lines, in order, each once: a dossier may have tens of thousands.
class Lignes {
public:
    void ajouter(const std::string& ligne) {
        if (connues_.insert(ligne).second) ordre_.push_back(ligne);
    }
    bool contient(const std::string& ligne) const { return connues_.contains(ligne); }
    auto begin() const { return ordre_.begin(); }
    auto end() const { return ordre_.end(); }

private:
    std::vector<std::string> ordre_;
    std::unordered_set<std::string> connues_;
};

// Facts whose lines are named by their number: "essms[240000224]"; the order of these lines.
struct Cles {
    Champs champs;
    Lignes lignes;

    bool a_la_ligne(const std::string& ligne) const { return lignes.contient(ligne); }
};

std::string nom_de_ligne(const pages::Saisie& saisie, const Liste& liste, int rang,
                         std::map<std::string, int>& vus) {
    const auto debut = std::string{liste.nom} + "[";
    auto numero = saisie.texte(debut + std::to_string(rang) + "]." + std::string{liste.cle});
    if (numero.empty()) numero = "?";
    const auto fois = ++vus[numero];
    return debut + numero + (fois > 1 ? "#" + std::to_string(fois) : "") + "]";
}

std::optional<std::pair<std::string, std::string_view>> dans_une_ligne(
    std::string_view chemin, const std::map<std::string, std::string>& noms) {
    const auto fin = chemin.find(']');
    if (fin == chemin.npos) return std::nullopt;
    const auto nom = noms.find(std::string{chemin.substr(0, fin + 1)});
    if (nom == noms.end()) return std::nullopt;
    return std::pair{nom->second, chemin.substr(fin + 1)};
}

Cles par_cle(const pages::Saisie& saisie) {
    Cles cles;
    std::map<std::string, std::string> noms;  // "essms[3]" → "essms[240000224]"
    for (const auto& liste : listes) {
        std::map<std::string, int> vus;
        for (int rang = 0, fin = saisie.rangs(liste.nom); rang < fin; ++rang) {
            auto nom = nom_de_ligne(saisie, liste, rang, vus);
            cles.lignes.ajouter(nom);
            noms.emplace(std::string{liste.nom} + "[" + std::to_string(rang) + "]", nom);
        }
    }
    for (const auto& [chemin, texte] : saisie.valeurs()) {
        if (texte.empty()) continue;
        if (const auto ligne = dans_une_ligne(chemin, noms))
            cles.champs.emplace(ligne->first + std::string{ligne->second}, texte);
        else
            cles.champs.emplace(chemin, texte);
    }
    return cles;
}

pages::Saisie numeroter(const Cles& cles) {
    pages::Saisie saisie;
    std::map<std::string, std::string> noms;
    for (const auto& liste : listes) {
        int rang = 0;
        const auto debut = std::string{liste.nom} + "[";
        for (const auto& ligne : cles.lignes)
            if (ligne.starts_with(debut)) noms.emplace(ligne, debut + std::to_string(rang++) + "]");
    }
    for (const auto& [chemin, texte] : cles.champs) {
        const auto ligne = dans_une_ligne(chemin, noms);
        saisie.poser(ligne ? ligne->first + std::string{ligne->second} : chemin, texte);
    }
    return saisie;
}

std::string valeur(const Cles& cles, std::string_view chemin) {
    const auto trouve = cles.champs.find(chemin);
    return trouve == cles.champs.end() ? std::string{} : trouve->second;
}

Champs sous(const Cles& cles, const std::string& ligne) {
    Champs champs;
    for (auto ici = cles.champs.lower_bound(ligne);
         ici != cles.champs.end() && ici->first.starts_with(ligne); ++ici)
        champs.insert(*ici);
    return champs;
}

std::string ligne_de(const std::string& chemin) {
    for (const auto& liste : listes)
        if (chemin.starts_with(std::string{liste.nom} + "["))
            return chemin.substr(0, chemin.find(']') + 1);
    return {};
}

class Fusionneur {
public:
    Fusionneur(const Versions& versions, const Choix& choix)
        : depart_{par_cle(versions.depart)},
          en_place_{par_cle(versions.en_place)},
          propose_{par_cle(versions.propose)},
          choix_{choix} {}

    Fusion faire() {
        trier_les_lignes();
        std::set<std::string> chemins;
        for (const auto* cles : {&depart_, &en_place_, &propose_})
            for (const auto& [chemin, texte] : cles->champs) chemins.insert(chemin);
        for (const auto& chemin : chemins) {
            const auto ligne = ligne_de(chemin);
            if (entieres_.contains(ligne))
                reprendre(chemin, *entieres_.at(ligne));
            else if (ligne.empty() || resultat_.a_la_ligne(ligne))
                fusionner_le_champ(chemin);
        }
        fusion_.saisie = numeroter(resultat_);
        return std::move(fusion_);
    }

private:
    // Lines of the version in place in their order, then those that are proposed besides.
    void trier_les_lignes() {
        auto toutes = en_place_.lignes;
        for (const auto* cles : {&propose_, &depart_})
            for (const auto& ligne : cles->lignes) toutes.ajouter(ligne);
        for (const auto& ligne : toutes)
            if (est_gardee(ligne)) resultat_.lignes.ajouter(ligne);
    }

    // A line that one removed goes, unless the other changed it: then somebody chooses.
    bool est_gardee(const std::string& ligne) {
        const bool la = en_place_.a_la_ligne(ligne), ici = propose_.a_la_ligne(ligne);
        if ((la && ici) || !depart_.a_la_ligne(ligne)) {
            if (la && !ici) fusion_.d_ailleurs.push_back(ligne);
            return la || ici;
        }
        if (!la && !ici) return false;
        const auto& restante = la ? en_place_ : propose_;
        if (sous(restante, ligne) == sous(depart_, ligne)) {
            if (ici) fusion_.d_ailleurs.push_back(ligne);
            return false;
        }
        const auto cote = choisi({ligne, std::string{ligne_presente},
                                  la ? std::string{ligne_presente} : std::string{},
                                  ici ? std::string{ligne_presente} : std::string{}});
        entieres_.emplace(ligne, &restante);
        return (cote == Cote::en_place) == la;
    }

    Cote choisi(Conflit conflit) {
        const auto trouve = choix_.find(conflit.chemin);
        if (trouve != choix_.end()) return trouve->second;
        fusion_.conflits.push_back(std::move(conflit));
        return Cote::mien;
    }

    void reprendre(const std::string& chemin, const Cles& source) {
        if (!resultat_.a_la_ligne(ligne_de(chemin))) return;
        poser(chemin, valeur(source, chemin));
    }

    void fusionner_le_champ(const std::string& chemin) {
        const auto depart = valeur(depart_, chemin), en_place = valeur(en_place_, chemin),
                   propose = valeur(propose_, chemin);
        if (en_place == propose || en_place == depart) return poser(chemin, propose);
        if (propose == depart) {
            fusion_.d_ailleurs.push_back(chemin);
            return poser(chemin, en_place);
        }
        const auto cote = choisi({chemin, depart, en_place, propose});
        poser(chemin, cote == Cote::mien ? propose : en_place);
    }

    void poser(const std::string& chemin, const std::string& texte) {
        if (!texte.empty()) resultat_.champs.emplace(chemin, texte);
    }

    const Cles depart_, en_place_, propose_;
    const Choix& choix_;
    Cles resultat_;
    std::map<std::string, const Cles*> entieres_;  // taken whole or not at all
    Fusion fusion_;
};

}  // namespace

Fusion fusionner(const Versions& versions, const Choix& choix) {
    return Fusionneur{versions, choix}.faire();
}

std::vector<Difference> differences(const pages::Saisie& avant, const pages::Saisie& apres) {
    const auto un = par_cle(avant), autre = par_cle(apres);
    std::vector<Difference> trouvees;
    for (const auto& ligne : autre.lignes)
        if (!un.a_la_ligne(ligne)) trouvees.push_back({ligne, {}, std::string{ligne_presente}});
    for (const auto& ligne : un.lignes)
        if (!autre.a_la_ligne(ligne)) trouvees.push_back({ligne, std::string{ligne_presente}, {}});
    std::set<std::string> chemins;
    for (const auto* cles : {&un, &autre})
        for (const auto& [chemin, texte] : cles->champs) {
            const auto ligne = ligne_de(chemin);
            if (ligne.empty() || (un.a_la_ligne(ligne) && autre.a_la_ligne(ligne)))
                chemins.insert(chemin);
        }
    for (const auto& chemin : chemins)
        if (valeur(un, chemin) != valeur(autre, chemin))
            trouvees.push_back({chemin, valeur(un, chemin), valeur(autre, chemin)});
    return trouvees;
}

}  // namespace grappe::espace
