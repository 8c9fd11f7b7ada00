// Walking the text of a dossier, and writing it back.
#include "portail/administration/champs.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "portail/dossier/lecteur.hpp"
#include "portail/membres/noeuds.hpp"

namespace grappe::administration {
namespace {

using dossier::Arbre, dossier::Chemin, dossier::Noeud;
using Genre = dossier::Noeud::Genre;

constexpr auto du_serveur = std::to_array<std::string_view>({"appel", "depose_le", "pieces"});

bool est_du_serveur(std::string_view chemin) {
    return std::any_of(du_serveur.begin(), du_serveur.end(), [&](std::string_view cle) {
        return chemin.starts_with(cle) && (chemin.size() == cle.size() ||
                                           chemin[cle.size()] == '[' || chemin[cle.size()] == '.');
    });
}

bool est_un_champ(const Noeud& noeud) {
    return noeud.genre != Genre::objet && noeud.genre != Genre::liste;
}

std::string en_clair(const Noeud& noeud) {
    return noeud.genre == Genre::nul ? std::string{"null"} : std::string{noeud.texte};
}

template <class Faire>
void pour_chaque_enfant(const Arbre& arbre, const Noeud& noeud, const Chemin& chemin, Faire faire) {
    int rang = 0;
    for (const auto* enfant : membres::enfants(arbre, noeud))
        faire(*enfant, noeud.genre == Genre::objet ? Chemin{.parent = &chemin, .cle = enfant->cle}
                                                   : Chemin{.parent = &chemin, .rang = rang++});
}

void relever(const Arbre& arbre, const Noeud& noeud, const Chemin& chemin,
             std::vector<Champ>& champs) {
    if (est_un_champ(noeud)) {
        if (auto texte = chemin.texte(); !est_du_serveur(texte))
            champs.push_back({std::move(texte), en_clair(noeud)});
        return;
    }
    pour_chaque_enfant(arbre, noeud, chemin, [&](const Noeud& enfant, const Chemin& ici) {
        relever(arbre, enfant, ici, champs);
    });
}

// As JSON writes it: no zero before it.
bool est_un_entier(std::string_view texte) {
    const auto chiffres = texte.substr(texte.starts_with('-') ? 1 : 0);
    return chiffres.size() <= 18 && core::integer<std::int64_t>(texte).has_value() &&
           (chiffres == "0" || !chiffres.starts_with('0'));
}

std::optional<std::string> lire_booleen(std::string_view texte) {
    const auto plie = core::fold(texte);
    if (plie == "true" || plie == "oui") return "true";
    if (plie == "false" || plie == "non") return "false";
    return std::nullopt;
}

std::string entre_guillemets(std::string_view texte) {
    std::string sortie;
    membres::ecrire_texte(sortie, texte);
    return sortie;
}

// The JSON text of what was typed, of the kind of what is there; empty: it is not of that kind. A
// null says nothing of its kind.
std::optional<std::string> en_json(Genre genre, std::string_view typee) {
    const auto valeur = std::string{core::trimmed(typee)};
    if (valeur.empty() || valeur == "null") return "null";
    if (genre == Genre::texte) return entre_guillemets(valeur);
    if (genre == Genre::booleen) return lire_booleen(valeur);
    if (est_un_entier(valeur)) return valeur;
    if (genre != Genre::nul) return std::nullopt;
    return lire_booleen(valeur).value_or(entre_guillemets(valeur));
}

struct Recopie {
    const Arbre& arbre;
    std::string_view vise, nouveau;
    std::string sortie{};

    void ecrire(const Noeud& noeud, const Chemin& chemin) {
        if (est_un_champ(noeud)) {
            if (chemin.texte() == vise)
                sortie += nouveau;
            else
                membres::ecrire(sortie, arbre, noeud, membres::Ordre::ecrit);
            return;
        }
        const bool objet = noeud.genre == Genre::objet;
        sortie += objet ? '{' : '[';
        bool premier = true;
        pour_chaque_enfant(arbre, noeud, chemin, [&](const Noeud& enfant, const Chemin& ici) {
            if (!premier) sortie += ", ";
            premier = false;
            if (objet) {
                membres::ecrire_texte(sortie, enfant.cle);
                sortie += ": ";
            }
            ecrire(enfant, ici);
        });
        sortie += objet ? '}' : ']';
    }
};

const Noeud* trouver(const Arbre& arbre, const Noeud& noeud, const Chemin& chemin,
                     std::string_view vise) {
    if (est_un_champ(noeud)) return chemin.texte() == vise ? &noeud : nullptr;
    const Noeud* trouve = nullptr;
    pour_chaque_enfant(arbre, noeud, chemin, [&](const Noeud& enfant, const Chemin& ici) {
        if (!trouve) trouve = trouver(arbre, enfant, ici, vise);
    });
    return trouve;
}

}  // namespace

std::vector<Champ> champs_de(std::string_view contenu) {
    std::vector<Champ> champs;
    const auto lu = dossier::lire_arbre(contenu);
    if (lu.arbre) relever(*lu.arbre, lu.arbre->noeuds.front(), Chemin{}, champs);
    return champs;
}

core::Result<std::string> corriger_le_texte(std::string_view contenu, const Correctif& correctif) {
    const auto inconnu = core::refuse(core::Reason::rule_not_met, "administration.champ",
                                      std::string{correctif.chemin});
    const auto lu = dossier::lire_arbre(contenu);
    if (!lu.arbre || est_du_serveur(correctif.chemin)) return inconnu;
    const auto& racine = lu.arbre->noeuds.front();
    const auto* noeud = trouver(*lu.arbre, racine, Chemin{}, correctif.chemin);
    if (!noeud) return inconnu;
    const bool en_texte = noeud->genre == Genre::nul && correctif.nul == Nul::texte;
    const auto nouveau = en_json(en_texte ? Genre::texte : noeud->genre, correctif.valeur);
    if (!nouveau)
        return core::refuse(core::Reason::rule_not_met, "administration.valeur", en_clair(*noeud));
    std::string ancien;
    membres::ecrire(ancien, *lu.arbre, *noeud, membres::Ordre::ecrit);
    if (*nouveau == ancien) return core::refuse(core::Reason::conflict, "administration.inchange");
    Recopie recopie{*lu.arbre, correctif.chemin, *nouveau};
    recopie.ecrire(racine, Chemin{});
    return std::move(recopie.sortie);
}

}  // namespace grappe::administration
