// Merging of parts, and the dossier without those of others.
#include "portail/membres/fusion.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "portail/membres/appartenance.hpp"
#include "portail/membres/noeuds.hpp"

namespace grappe::membres {
namespace {

using dossier::Arbre, dossier::Noeud;

// Without a legal entity of its own a line would be nobody's where the register does not know it.
void ecrire_ligne(std::string& sortie, const Arbre& arbre, const Noeud& essms,
                  std::string_view finess_ej) {
    sortie += '{';
    bool dite = false;
    for (const auto* membre : enfants(arbre, essms)) {
        if (sortie.back() != '{') sortie += ',';
        const bool ici = membre->cle == "finess_ej";
        dite = dite || ici;
        ecrire_texte(sortie, membre->cle);
        sortie += ':';
        if (ici && membre->genre == Noeud::Genre::nul)
            ecrire_texte(sortie, finess_ej);
        else
            ecrire(sortie, arbre, *membre, Ordre::ecrit);
    }
    if (!dite) {
        sortie.append(sortie.back() == '{' ? "" : ",").append("\"finess_ej\":");
        ecrire_texte(sortie, finess_ej);
    }
    sortie += '}';
}

class Fusion {
public:
    Fusion(const Arbre& contenu, const Proposition& proposition)
        : contenu_{contenu}, proposition_{proposition} {
        for (const auto* essms : liste_de(proposition.ecrite, "essms"))
            nouvelles_.push_back({essms, Etat::attend});
    }

    // The path of the first line that is another's; empty: none.
    std::string ligne_d_un_autre() const {
        for (std::size_t rang = 0; rang < nouvelles_.size(); ++rang)
            if (!est_a_moi(*nouvelles_[rang].essms))
                return "essms[" + std::to_string(rang) + "].finess_et";
        return {};
    }

    std::string ecrite() {
        std::string sortie{"{"};
        bool essms = false, organismes = false;
        for (const auto* membre : enfants(contenu_, contenu_.noeuds.front())) {
            if (sortie.back() != '{') sortie += ',';
            ecrire_texte(sortie, membre->cle);
            sortie += ':';
            essms = essms || membre->cle == "essms";
            organismes = organismes || membre->cle == "organismes";
            if (membre->cle == "essms")
                ecrire_essms(sortie);
            else if (membre->cle == "organismes" && organisme())
                ecrire_organismes(sortie);
            else
                ecrire(sortie, contenu_, *membre, Ordre::ecrit);
        }
        if (!essms) ajouter(sortie, "essms", &Fusion::ecrire_essms);
        if (!organismes && organisme()) ajouter(sortie, "organismes", &Fusion::ecrire_organismes);
        return sortie += '}';
    }

private:
    enum class Etat { attend, ecrite };
    struct Nouvelle {
        const Noeud* essms;
        Etat etat;
    };

    const Noeud* organisme() const {
        const auto& ecrite = proposition_.ecrite;
        return enfant(ecrite, ecrite.noeuds.front(), "organisme");
    }
    bool est_la_mienne(const Noeud& essms) const {
        return entite_de(contenu_, essms, proposition_.rattachements) == proposition_.finess_ej;
    }
    bool est_a_moi(const Noeud& essms) const {
        const auto entite = entite_de(proposition_.ecrite, essms, proposition_.rattachements);
        if (essms.genre != Noeud::Genre::objet) return false;
        if (!entite.empty() && entite != proposition_.finess_ej) return false;
        const auto* dite = enfant(proposition_.ecrite, essms, "finess_ej");
        if (dite && dite->genre != Noeud::Genre::nul && entite.empty()) return false;
        const auto numero = texte_de(proposition_.ecrite, essms, "finess_et");
        if (numero.empty()) return true;
        const auto lignes = liste_de(contenu_, "essms");
        return std::none_of(lignes.begin(), lignes.end(), [&](const Noeud* ligne) {
            return !est_la_mienne(*ligne) && texte_de(contenu_, *ligne, "finess_et") == numero;
        });
    }

    // The first one that still waits; null: the member left that establishment out.
    const Noeud* prendre(std::string_view finess_et) {
        for (auto& nouvelle : nouvelles_)
            if (nouvelle.etat == Etat::attend &&
                texte_de(proposition_.ecrite, *nouvelle.essms, "finess_et") == finess_et) {
                nouvelle.etat = Etat::ecrite;
                return nouvelle.essms;
            }
        return nullptr;
    }
    void ecrire_nouvelle(std::string& sortie, const Noeud& essms) const {
        if (sortie.back() != '[') sortie += ',';
        ecrire_ligne(sortie, proposition_.ecrite, essms, proposition_.finess_ej);
    }
    void ecrire_essms(std::string& sortie) {
        sortie += '[';
        for (const auto* ligne : liste_de(contenu_, "essms")) {
            if (est_la_mienne(*ligne)) {
                if (const auto* prise = prendre(texte_de(contenu_, *ligne, "finess_et")))
                    ecrire_nouvelle(sortie, *prise);
                continue;
            }
            if (sortie.back() != '[') sortie += ',';
            ecrire(sortie, contenu_, *ligne, Ordre::ecrit);
        }
        for (const auto& nouvelle : nouvelles_)
            if (nouvelle.etat == Etat::attend) ecrire_nouvelle(sortie, *nouvelle.essms);
        sortie += ']';
    }
    void ecrire_organismes(std::string& sortie) {
        sortie += '[';
        for (const auto* autre : liste_de(contenu_, "organismes")) {
            if (texte_de(contenu_, *autre, "finess_ej") == proposition_.finess_ej) continue;
            if (sortie.back() != '[') sortie += ',';
            ecrire(sortie, contenu_, *autre, Ordre::ecrit);
        }
        if (organisme()->genre == Noeud::Genre::objet) {
            if (sortie.back() != '[') sortie += ',';
            ecrire_ligne(sortie, proposition_.ecrite, *organisme(), proposition_.finess_ej);
        }
        sortie += ']';
    }
    void ajouter(std::string& sortie, std::string_view cle, void (Fusion::*quoi)(std::string&)) {
        if (sortie.back() != '{') sortie += ',';
        ecrire_texte(sortie, cle);
        sortie += ':';
        (this->*quoi)(sortie);
    }

    const Arbre& contenu_;
    const Proposition& proposition_;
    std::vector<Nouvelle> nouvelles_{};
};

bool est_une_part(const Arbre& ecrite, std::string_view finess_ej) {
    const auto* essms = enfant(ecrite, ecrite.noeuds.front(), "essms");
    if (!essms || essms->genre != Noeud::Genre::liste) return false;
    const auto* organisme = enfant(ecrite, ecrite.noeuds.front(), "organisme");
    if (!organisme || organisme->genre == Noeud::Genre::nul) return true;
    const auto numero = texte_de(ecrite, *organisme, "finess_ej");
    return organisme->genre == Noeud::Genre::objet && (numero.empty() || numero == finess_ej);
}

// What a member may read of what all share.
constexpr auto cles_communes =
    std::to_array<std::string_view>({"nature", "porteur", "solution", "extension"});

bool contient(const std::vector<std::string>& entites, std::string_view entite) {
    return std::find(entites.begin(), entites.end(), entite) != entites.end();
}

}  // namespace

core::Result<std::string> fondre(const Arbre& contenu, const Proposition& proposition) {
    if (contenu.noeuds.front().genre != Noeud::Genre::objet ||
        !est_une_part(proposition.ecrite, proposition.finess_ej))
        return core::refuse(core::Reason::invalid, "part.forme");
    Fusion fusion{contenu, proposition};
    if (auto chemin = fusion.ligne_d_un_autre(); !chemin.empty())
        return core::refuse(core::Reason::rule_not_met, "part.etablissement_d_un_autre",
                            std::move(chemin));
    return fusion.ecrite();
}

std::string reduire(const Arbre& contenu, const std::vector<std::string>& entites,
                    const Rattachements& rattachements) {
    std::string sortie{"{"};
    for (const auto cle : cles_communes)
        if (const auto* commun = enfant(contenu, contenu.noeuds.front(), cle)) {
            if (sortie.back() != '{') sortie += ',';
            ecrire_texte(sortie, cle);
            ecrire(sortie += ':', contenu, *commun, Ordre::ecrit);
        }
    sortie.append(sortie.back() == '{' ? "" : ",").append("\"organismes\":[");
    const auto ajouter = [&](const Noeud& element) {
        if (sortie.back() != '[') sortie += ',';
        ecrire(sortie, contenu, element, Ordre::ecrit);
    };
    for (const auto* organisme : liste_de(contenu, "organismes"))
        if (contient(entites, texte_de(contenu, *organisme, "finess_ej"))) ajouter(*organisme);
    sortie += "],\"essms\":[";
    for (const auto* essms : liste_de(contenu, "essms"))
        if (contient(entites, entite_de(contenu, *essms, rattachements))) ajouter(*essms);
    return sortie += "]}";
}

}  // namespace grappe::membres
