// Reading of such a body.
#include "portail/api/demande_lue.hpp"

#include "portail/dossier/arbre_json.hpp"

namespace grappe::api {
namespace {

using dossier::Noeud;

struct Lecteur {
    const dossier::Arbre& arbre;

    template <class Faire>
    bool chaque(const Noeud& parent, Faire faire) const {
        for (auto rang = parent.premier; rang != Noeud::aucun; rang = arbre.noeuds[rang].suivant)
            if (!faire(arbre.noeuds[rang])) return false;
        return true;
    }

    bool textes(const Noeud& noeud, std::vector<std::string>& lus) const {
        if (noeud.genre == Noeud::Genre::nul) return true;
        if (noeud.genre == Noeud::Genre::texte) {
            lus.emplace_back(noeud.texte);
            return true;
        }
        return noeud.genre == Noeud::Genre::liste && chaque(noeud, [&](const Noeud& un) {
                   if (un.genre == Noeud::Genre::texte) lus.emplace_back(un.texte);
                   return un.genre == Noeud::Genre::texte;
               });
    }

    bool piece(const Noeud& noeud, instruction::PieceVoulue& lue) const {
        if (noeud.genre == Noeud::Genre::texte) {
            lue.quoi = noeud.texte;
            return true;
        }
        return noeud.genre == Noeud::Genre::objet && chaque(noeud, [&](const Noeud& un) {
                   if (un.genre == Noeud::Genre::nul) return true;
                   if (un.genre != Noeud::Genre::texte) return false;
                   if (un.cle == "piece" || (un.cle == "type" && lue.quoi.empty()))
                       lue.quoi = un.texte;
                   if (un.cle == "organisme") lue.organisme = un.texte;
                   if (un.cle == "texte") lue.texte = un.texte;
                   return true;
               });
    }

    bool pieces(const Noeud& noeud, std::vector<instruction::PieceVoulue>& lues) const {
        if (noeud.genre == Noeud::Genre::nul) return true;
        return noeud.genre == Noeud::Genre::liste &&
               chaque(noeud, [&](const Noeud& une) { return piece(une, lues.emplace_back()); });
    }
};

std::string jour(std::string_view texte) {
    const auto instant = core::Instant::parse(texte);
    if (!instant) return std::string{texte};
    return core::paris().day_of(*instant).text();
}

}  // namespace

core::Result<instruction::NouvelleDemande> lire_demande(std::string_view json) {
    const auto lecture = dossier::lire_arbre(json);
    if (!lecture.arbre || lecture.arbre->noeuds.front().genre != Noeud::Genre::objet)
        return core::refuse(core::Reason::invalid, "api.json_invalide");
    const Lecteur lecteur{*lecture.arbre};
    instruction::NouvelleDemande lue{.dossier = {}, .textes = {}, .pieces = {}, .echeance = {}};
    std::string fautive;
    lecteur.chaque(lecture.arbre->noeuds.front(), [&](const Noeud& noeud) {
        bool bonne = true;
        if (noeud.cle == "textes" || noeud.cle == "texte")
            bonne = lecteur.textes(noeud, lue.textes);
        else if (noeud.cle == "pieces")
            bonne = lecteur.pieces(noeud, lue.pieces);
        else if (noeud.cle == "echeance" && noeud.genre == Noeud::Genre::texte)
            lue.echeance = jour(noeud.texte);
        if (!bonne) fautive = noeud.cle;
        return bonne;
    });
    if (!fautive.empty()) return core::refuse(core::Reason::invalid, "complements.forme", fautive);
    return lue;
}

}  // namespace grappe::api
