// Reading and writing of amendments.
#include "portail/api/avenants_json.hpp"

#include <algorithm>

#include "portail/api/conventions_json.hpp"
#include "portail/api/objet_json.hpp"
#include "portail/convention/avenant_dit.hpp"
#include "portail/dossier/arbre_json.hpp"
#include "portail/membres/noeuds.hpp"

namespace grappe::api {
namespace {

using convention::AvenantLu, convention::Changement;
using dossier::Arbre, dossier::Noeud;
using rendu::EcrivainJson;

void lire_changement(const Arbre& arbre, const Noeud& noeud, CorpsDAvenant& corps) {
    const auto rang = corps.changements.size();
    Changement changement{.genre = {}};
    std::optional<convention::GenreDeChangement> genre;
    const char* code = noeud.genre == Noeud::Genre::objet ? nullptr : "avenant.forme";
    if (code == nullptr)
        for (const auto* un : membres::enfants(arbre, noeud)) {
            if (un->genre != Noeud::Genre::texte) code = "avenant.forme";
            if (un->cle == "genre")
                genre = core::named<convention::GenreDeChangement>(un->texte);
            else if (un->cle == "finess")
                changement.finess = un->texte;
            else if (un->cle == "valeur")
                changement.valeur = un->texte;
            else
                code = "avenant.forme";
        }
    if (code == nullptr && !genre) code = "avenant.genre";
    if (genre) changement.genre = *genre;
    corps.changements.push_back(std::move(changement));
    if (code != nullptr) corps.fautes.push_back({rang, code});
}

std::string_view etat_de(const convention::Avenant& avenant) {
    if (!avenant.suite) return "attend";
    return avenant.en_effet() ? "signe" : "abandonne";
}

void ecrire_les_montants(EcrivainJson& json, const AvenantLu& lu) {
    const auto& version = lu.avenant.version;
    json.membre("accorde_avant", lu.avant.accorde.total().total());
    json.membre("accorde", version.accorde.total().total());
    json.membre("avance", version.avance);
    json.membre("verse", version.verse);
    json.membre("solde_plein", version.reste());
    json.membre("a_recouvrer", version.en_trop());
    ou_nul(json, "fin_deploiement_avant", lu.avant.fin_deploiement);
    ou_nul(json, "fin_deploiement", version.fin_deploiement);
    liste(json, "lignes", convention::ecarts(lu.avant.accorde, version.accorde),
          [&](const convention::Ecart& un) {
              json.membre("finess_et", un.finess_et);
              ou_nul(json, "avant", un.avant);
              ou_nul(json, "apres", un.apres);
          });
}

void ecrire_ce_qui_change(EcrivainJson& json, const AvenantLu& lu, const rules::Phrases& phrases) {
    json.membre("rang", lu.avenant.rang);
    json.membre("motif", lu.avenant.motif);
    json.membre("regles", lu.avenant.regles);
    liste(json, "changements", lu.avenant.changements, [&](const Changement& un) {
        json.membre("genre", core::name_of(un.genre));
        json.membre("finess", un.finess);
        json.membre("valeur", un.valeur);
    });
    json.membre("phrases", convention::dire(lu, phrases));
    ecrire_les_montants(json, lu);
}

void ecrire(EcrivainJson& json, const AvenantLu& lu, const rules::Phrases& phrases) {
    const auto& [sujet, avenant, avant, noms] = lu;
    json.membre("id", avenant.id);
    json.membre("convention", avenant.convention);
    json.membre("version", sujet.convention.version);
    json.membre("dossier", sujet.dossier.id);
    json.membre("etat", etat_de(avenant));
    json.membre("empreinte", avenant.empreinte);
    json.membre("prepare_le", avenant.prepare_le.utc_text());
    ecrire_les_signatures(json, avenant.signatures);
    const auto fin = avenant.suite ? std::optional{avenant.suite->le} : std::nullopt;
    ou_nul(json, "clos_le", fin);
    json.membre("motif_d_abandon", avenant.suite ? avenant.suite->motif : std::string{});
    ecrire_ce_qui_change(json, lu, phrases);
}

}  // namespace

core::Result<CorpsDAvenant> lire_avenant(std::string_view json) {
    const auto lecture = dossier::lire_arbre(json);
    const auto invalide = core::refuse(core::Reason::invalid, "api.json_invalide");
    if (!lecture.arbre) return invalide;
    const auto& arbre = *lecture.arbre;
    if (arbre.noeuds.front().genre != Noeud::Genre::objet) return invalide;
    CorpsDAvenant corps{.motif = {}};
    for (const auto* un : membres::enfants(arbre, arbre.noeuds.front())) {
        if (un->cle == "motif" && un->genre == Noeud::Genre::texte) corps.motif = un->texte;
        if (un->cle != "changements" || un->genre != Noeud::Genre::liste) continue;
        for (const auto* autre : membres::enfants(arbre, *un))
            lire_changement(arbre, *autre, corps);
    }
    return corps;
}

std::string avenant_json(const AvenantLu& lu, const rules::Phrases& phrases) {
    return objet([&](EcrivainJson& json) { ecrire(json, lu, phrases); });
}

std::string avenants_json(const std::vector<AvenantLu>& lus, const rules::Phrases& phrases) {
    return objet([&](EcrivainJson& json) {
        liste(json, "avenants", lus, [&](const AvenantLu& lu) { ecrire(json, lu, phrases); });
    });
}

std::string apercu_json(const convention::Propose& propose, const rules::Phrases& phrases) {
    return objet([&](EcrivainJson& json) {
        ecrire_ce_qui_change(json, propose.lu, phrases);
        ou_nul(json, "manque_a_l_enveloppe", propose.manque);
    });
}

}  // namespace grappe::api
