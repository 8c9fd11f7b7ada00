// A tree with what the server adds, and its writing without what cannot be read.
#include "portail/teleservice/composition.hpp"

#include <algorithm>
#include <array>

#include "portail/dossier/lecteur.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "portail/socle/verification.hpp"

namespace grappe::teleservice {
namespace {

using dossier::Arbre, dossier::Chemin, dossier::Noeud;
using rendu::EcrivainJson;

constexpr auto cles_du_serveur = std::to_array<std::string_view>({"appel", "depose_le", "pieces"});

bool est_du_serveur(std::string_view cle) {
    return std::find(cles_du_serveur.begin(), cles_du_serveur.end(), cle) != cles_du_serveur.end();
}

const Noeud* noeud(const Arbre& arbre, std::uint32_t rang) {
    return rang == Noeud::aucun ? nullptr : &arbre.noeuds[rang];
}

// A key may hold what JSON escapes.
void ecrire_cle(std::string& sortie, EcrivainJson& json, std::string_view cle) {
    json.texte(cle);
    sortie += ':';
}

class Copie {
public:
    Copie(const Arbre& arbre, const Chemins& omis) : arbre_{arbre}, omis_{omis} {}

    void valeur(std::string& sortie, const Noeud& noeud_lu, const Chemin& chemin) const {
        using enum Noeud::Genre;
        if (noeud_lu.genre == objet) return enfants(sortie, noeud_lu, chemin, "{}");
        if (noeud_lu.genre == liste) return enfants(sortie, noeud_lu, chemin, "[]");
        if (noeud_lu.genre == nul)
            sortie += "null";
        else if (noeud_lu.genre == texte)
            EcrivainJson{sortie}.texte(noeud_lu.texte);
        else
            sortie += noeud_lu.texte;
    }

    // Answers whether something was written.
    bool membres(std::string& sortie, const Noeud& parent, const Chemin& chemin,
                 bool (*garder)(std::string_view)) const {
        const bool est_objet = parent.genre == Noeud::Genre::objet;
        bool suit = false;
        int rang = 0;
        for (const auto* n = noeud(arbre_, parent.premier); n; n = noeud(arbre_, n->suivant)) {
            const auto ici = est_objet ? Chemin{.parent = &chemin, .cle = n->cle}
                                       : Chemin{.parent = &chemin, .rang = rang++};
            if (est_objet && !garder(n->cle)) continue;
            if (!omis_.empty() && omis_.contains(ici.texte())) continue;
            if (suit) sortie += ',';
            suit = true;
            EcrivainJson json{sortie};
            if (est_objet) ecrire_cle(sortie, json, n->cle);
            valeur(sortie, *n, ici);
        }
        return suit;
    }

private:
    void enfants(std::string& sortie, const Noeud& parent, const Chemin& chemin,
                 std::string_view signes) const {
        sortie += signes.front();
        membres(sortie, parent, chemin, [](std::string_view) { return true; });
        sortie += signes.back();
    }

    const Arbre& arbre_;
    const Chemins& omis_;
};

// Adds nodes to a tree, each after the last child of its parent.
class Greffe {
public:
    explicit Greffe(Arbre& arbre) : arbre_{arbre} {}

    std::uint32_t ajouter(std::uint32_t parent, Noeud noeud_neuf) {
        const auto rang = static_cast<std::uint32_t>(arbre_.noeuds.size());
        arbre_.noeuds.push_back(noeud_neuf);
        auto* lien = &arbre_.noeuds[parent].premier;
        while (*lien != Noeud::aucun) lien = &arbre_.noeuds[*lien].suivant;
        *lien = rang;
        return rang;
    }
    void texte(std::uint32_t parent, std::string_view cle, std::string_view valeur) {
        ajouter(parent, {.genre = Noeud::Genre::texte, .cle = cle, .texte = valeur});
    }

private:
    Arbre& arbre_;
};

// The members of the root that the server does not write itself.
void detacher_ceux_du_serveur(Arbre& arbre) {
    auto* lien = &arbre.noeuds.front().premier;
    while (*lien != Noeud::aucun) {
        auto& ici = arbre.noeuds[*lien];
        if (est_du_serveur(ici.cle))
            *lien = ici.suivant;
        else
            lien = &ici.suivant;
    }
}

void greffer_piece(Greffe& greffe, std::uint32_t pieces, const PiecePresente& piece) {
    const auto une = greffe.ajouter(pieces, {.genre = Noeud::Genre::objet});
    greffe.texte(une, "type", piece.type);
    greffe.texte(une, "fichier", piece.nom);
    if (!piece.organisme.empty()) greffe.texte(une, "organisme", piece.organisme);
}

const Noeud* enfant(const Arbre& arbre, const Noeud& parent, std::string_view cle) {
    if (parent.genre != Noeud::Genre::objet) return nullptr;
    const auto* n = noeud(arbre, parent.premier);
    while (n && n->cle != cle) n = noeud(arbre, n->suivant);
    return n;
}

// The porteur with its SIRET, or with zeros where it has none that can be read.
void ecrire_porteur(std::string& sortie, const Arbre& arbre, const Chemins& omis) {
    const auto* porteur = enfant(arbre, arbre.noeuds.front(), "porteur");
    const bool perdu = omis.contains("porteur");
    const bool sans_siret =
        perdu || !porteur || omis.contains("porteur.siret") || !enfant(arbre, *porteur, "siret");
    sortie += "\"porteur\":{";
    bool suit = false;
    if (!perdu && porteur && porteur->genre == Noeud::Genre::objet) {
        const Chemin haut{};
        const Chemin ici{.parent = &haut, .cle = "porteur"};
        suit = Copie{arbre, omis}.membres(sortie, *porteur, ici,
                                          [](std::string_view) { return true; });
    }
    if (sans_siret)
        sortie.append(suit ? "," : "")
            .append("\"siret\":\"")
            .append(socle::siret_neutre)
            .append("\"");
    sortie += '}';
}

}  // namespace

Arbre composer(const Arbre& ecrit, const Complement& complement) {
    Arbre compose;
    compose.noeuds.reserve(ecrit.noeuds.size() + 3 + 4 * complement.pieces.size());
    compose.noeuds = ecrit.noeuds;
    // Kept as it is: its reading says what is wrong.
    if (compose.noeuds.front().genre != Noeud::Genre::objet) return compose;
    detacher_ceux_du_serveur(compose);
    Greffe greffe{compose};
    greffe.texte(0, "appel", complement.appel);
    greffe.texte(0, "depose_le", compose.decodees.emplace_back(complement.depose_le.utc_text()));
    const auto pieces = greffe.ajouter(0, {.genre = Noeud::Genre::liste, .cle = "pieces"});
    for (const auto& piece : complement.pieces) greffer_piece(greffe, pieces, piece);
    return compose;
}

std::string en_texte(const Arbre& arbre) {
    std::string sortie;
    const Chemins aucun;
    Copie{arbre, aucun}.valeur(sortie, arbre.noeuds.front(), Chemin{});
    return sortie;
}

std::string omettre(const Arbre& compose, const Chemins& chemins) {
    std::string sortie{"{"};
    const auto& racine = compose.noeuds.front();
    const Chemin haut{};
    const auto garder = [](std::string_view cle) { return cle != "porteur"; };
    if (racine.genre == Noeud::Genre::objet &&
        Copie{compose, chemins}.membres(sortie, racine, haut, garder))
        sortie += ',';
    ecrire_porteur(sortie, compose, chemins);
    if (chemins.contains("essms") || !enfant(compose, racine, "essms")) sortie += ",\"essms\":[]";
    return sortie += '}';
}

std::vector<std::string> cles_ignorees(const Arbre& ecrit, const Complement& complement) {
    std::vector<std::string> ignorees;
    for (const auto cle : cles_du_serveur) {
        const auto* n = enfant(ecrit, ecrit.noeuds.front(), cle);
        if (n && !(cle == "appel" && n->texte == complement.appel)) ignorees.emplace_back(cle);
    }
    return ignorees;
}

}  // namespace grappe::teleservice
