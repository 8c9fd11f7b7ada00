// Writing of a report as canonical JSON, and its signature.
#include "rapport/rapport.hpp"

#include <algorithm>

#include "core/ensure.hpp"
#include "rapport/json.hpp"
#include "rapport/noms.hpp"
#include "secret/empreinte.hpp"

namespace grappe::rapport {
namespace {

Valeur texte(std::string_view contenu) { return {std::string{contenu}}; }

// Members are given in any order; canonical JSON has one.
Valeur objet(Objet membres) {
    std::sort(membres.begin(), membres.end(),
              [](const Membre& un, const Membre& autre) { return un.nom < autre.nom; });
    return {std::move(membres)};
}

Valeur empreinte(const Empreinte& octets) { return {en_texte(octets)}; }

Valeur en_tete_du_total(const Rapport& rapport) {
    return objet({{"compteurs", compteurs_en_json(rapport.racine.compteurs)},
                  {"feuilles", {rapport.feuilles}},
                  {"indicateurs", indicateurs_en_json(rapport.racine.compteurs)},
                  {"racine", empreinte(rapport.racine.empreinte)}});
}

Valeur etablissement(const Ligne& ligne) {
    return objet({{"compteurs", compteurs_en_json(ligne.racine.compteurs)},
                  {"feuilles", {ligne.feuilles}},
                  {"finess_et", texte(ligne.finess_et.text())},
                  {"indicateurs", indicateurs_en_json(ligne.racine.compteurs)},
                  {"racine", empreinte(ligne.racine.empreinte)}});
}

enum class Signature { sans, avec };

std::string ecrire(const Rapport& rapport, Signature signature) {
    const auto& tete = rapport.en_tete;
    Liste lignes;
    for (const auto& ligne : rapport.etablissements) lignes.push_back(etablissement(ligne));
    Objet membres{{"cle_publique", texte(secret::en_hexadecimal(rapport.cle_publique))},
                  {"denominateur", texte(core::name_of(tete.denominateur))},
                  {"etablissements", {std::move(lignes)}},
                  {"format", texte(format_du_rapport)},
                  {"logiciel", objet({{"nom", texte(tete.logiciel.nom)},
                                      {"version", texte(tete.logiciel.version)}})},
                  {"periode", objet({{"au", texte(tete.au.text())},
                                     {"connu_le", texte(tete.connu_le.utc_text())},
                                     {"du", texte(tete.du.text())}})},
                  {"regle", objet({{"empreinte", empreinte(tete.regle.empreinte)},
                                   {"version", texte(tete.regle.version)}})},
                  {"total", en_tete_du_total(rapport)}};
    if (tete.organisation) membres.push_back({"organisation", texte(tete.organisation->text())});
    if (signature == Signature::avec)
        membres.push_back({"signature", texte(secret::en_hexadecimal(rapport.signature))});
    return ecrire_canonique(objet(std::move(membres)));
}

}  // namespace

RegleCitee citer(const usage::RegleDUsage& regle) {
    return {.version = regle.version(), .empreinte = Sha256{}.de(regle.texte())};
}

void totaliser(Rapport& rapport) {
    Arbre arbre;
    std::vector<Noeud> noeuds;
    const Ligne* avant = nullptr;
    rapport.feuilles = 0;
    for (const auto& ligne : rapport.etablissements) {
        core::ensure(avant == nullptr || avant->finess_et < ligne.finess_et,
                     "establishments in order");
        noeuds.push_back(arbre.etablissement(ligne.finess_et.text(), ligne.feuilles, ligne.racine));
        rapport.feuilles += ligne.feuilles;
        avant = &ligne;
    }
    rapport.racine = arbre.racine(noeuds);
}

// The name of the format stands first, so that no other text of the key's owner passes for a
// report.
std::string octets_signes(const Rapport& rapport) {
    return std::string{format_du_rapport} + "\n" + ecrire(rapport, Signature::sans);
}

std::string signer(Rapport& rapport, const secret::CleDeSignature& cle) {
    rapport.cle_publique = cle.publique();
    rapport.signature = cle.signer(octets_signes(rapport));
    return ecrire(rapport);
}

std::string ecrire(const Rapport& rapport) { return ecrire(rapport, Signature::avec); }

}  // namespace grappe::rapport
