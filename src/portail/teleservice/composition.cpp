// Writing a tree again, key by key, with what replaces or leaves out some of them.
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

void ecrire_piece(EcrivainJson& json, const PiecePresente& piece) {
    json.ouvrir_objet();
    json.membre("type", piece.type);
    json.membre("fichier", piece.nom);
    if (!piece.organisme.empty()) {
        json.membre("organisme", piece.organisme);
    }
    json.fermer_objet();
}

void ecrire_complement(std::string& sortie, const Complement& complement) {
    EcrivainJson json{sortie};
    json.membre("appel", complement.appel);
    json.membre("depose_le", complement.depose_le.utc_text());
    json.cle("pieces");
    json.ouvrir_liste();
    for (const auto& piece : complement.pieces) ecrire_piece(json, piece);
    json.fermer_liste();
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

std::string composer(const Arbre& ecrit, const Complement& complement) {
    std::string sortie;
    const auto& racine = ecrit.noeuds.front();
    const Chemin haut{};
    const Chemins aucun;
    const Copie copie{ecrit, aucun};
    if (racine.genre != Noeud::Genre::objet) {  // kept as it is: its reading says what is wrong
        copie.valeur(sortie, racine, haut);
        return sortie;
    }
    sortie += '{';
    if (copie.membres(sortie, racine, haut, [](std::string_view c) { return !est_du_serveur(c); }))
        sortie += ',';
    ecrire_complement(sortie, complement);
    return sortie += '}';
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
