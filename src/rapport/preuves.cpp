// Opening of the leaves of a draw.
#include "rapport/preuves.hpp"

#include <algorithm>

#include "rapport/json.hpp"
#include "rapport/noms.hpp"
#include "secret/empreinte.hpp"

namespace grappe::rapport {
namespace {

void ajouter_chemin(std::string& sortie, const Chemin& chemin) {
    sortie += "\"chemin\":[";
    for (const auto& voisin : chemin) {
        if (sortie.back() != '[') sortie += ',';
        sortie += "{\"compteurs\":" + ecrire_canonique(compteurs_en_json(voisin.compteurs)) +
                  ",\"empreinte\":\"" + en_texte(voisin.empreinte) + "\"}";
    }
    sortie += ']';
}

struct AOuvrir {
    const Ligne& ligne;
    std::int64_t premiere;  // number of its first leaf
    std::vector<std::int64_t> rangs;
};

// The drawn leaves that are of this establishment, counted from its own first one.
std::vector<std::int64_t> rangs_de(const Tirage& tirage, std::int64_t premiere,
                                   std::int64_t feuilles) {
    std::vector<std::int64_t> rangs;
    auto une = std::lower_bound(tirage.feuilles.begin(), tirage.feuilles.end(), premiere);
    for (; une != tirage.feuilles.end() && *une < premiere + feuilles; ++une)
        rangs.push_back(*une - premiere);
    return rangs;
}

// False when these are not the leaves that the report counted.
bool ajouter_ouvertures(std::string& sortie, const AOuvrir& ici,
                        const std::vector<Feuille>& feuilles) {
    std::vector<Noeud> noeuds;
    for (const auto& feuille : feuilles) noeuds.push_back(feuille.noeud);
    const auto tracee = Arbre{}.tracer(noeuds, ici.rangs);
    if (static_cast<std::int64_t>(feuilles.size()) != ici.ligne.feuilles ||
        !(tracee.racine == ici.ligne.racine))
        return false;
    for (std::size_t k = 0; k < ici.rangs.size(); ++k) {
        const auto& feuille = feuilles[static_cast<std::size_t>(ici.rangs[k])];
        if (sortie.back() != '[') sortie += ',';
        sortie += '{';
        ajouter_chemin(sortie, tracee.chemins[k]);
        sortie += ",\"compteurs\":" + ecrire_canonique(compteurs_en_json(feuille.noeud.compteurs)) +
                  ",\"faits\":" + feuille.faits + ",\"finess_et\":\"" + ici.ligne.finess_et.text() +
                  "\",\"numero\":" + std::to_string(ici.premiere + ici.rangs[k]) + ",\"sel\":\"" +
                  secret::en_hexadecimal(feuille.sel) + "\"}";
    }
    return true;
}

bool sans_reste(const Rapport& rapport, const Tirage& tirage) {
    const auto attendues = std::min(tirage.nombre, rapport.feuilles);
    return static_cast<std::int64_t>(tirage.feuilles.size()) == attendues &&
           tirer({tirage.rapport, rapport.feuilles}, tirage.graine, tirage.nombre) == tirage;
}

}  // namespace

Empreinte empreinte_de(const Rapport& rapport) { return Sha256{}.de(ecrire(rapport)); }

core::Result<std::string> ouvrir(const Rapport& rapport, const Tirage& tirage, const Sels& sels,
                                 const Source& source) {
    using core::Reason;
    if (tirage.rapport != empreinte_de(rapport))
        return core::refuse(Reason::invalid, "ouverture.autre_rapport");
    if (!sans_reste(rapport, tirage)) return core::refuse(Reason::invalid, "ouverture.tirage");
    std::string sortie = "{\"format\":\"" + std::string{format_des_preuves} + "\",\"graine\":\"" +
                         tirage.graine + "\",\"nombre\":" + std::to_string(tirage.nombre) +
                         ",\"ouvertures\":[";
    std::int64_t premiere = 0;
    for (const auto& ligne : rapport.etablissements) {
        const AOuvrir ici{ligne, premiere, rangs_de(tirage, premiere, ligne.feuilles)};
        premiere += ligne.feuilles;
        if (ici.rangs.empty()) continue;
        const auto feuilles =
            feuilles_de(ligne.finess_et, source(ligne.finess_et), rapport.en_tete, sels);
        if (!ajouter_ouvertures(sortie, ici, feuilles))
            return core::refuse(Reason::conflict, "ouverture.base_changee", ligne.finess_et.text());
    }
    return sortie + "],\"rapport\":\"" + en_texte(tirage.rapport) + "\"}";
}

}  // namespace grappe::rapport
