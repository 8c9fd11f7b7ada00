// Writing of usage reports.
#include "portail/api/usages_json.hpp"

#include <algorithm>

#include "portail/usages/constat_dit.hpp"

namespace grappe::api {
namespace {

using rendu::EcrivainJson;
using usage::Mesure;

void texte_ou_nul(EcrivainJson& json, std::string_view cle, std::string_view texte) {
    json.cle(cle);
    texte.empty() ? json.nul() : json.texte(texte);
}

void ecrire_sans_cible(EcrivainJson& json, const Mesure& mesure) {
    json.membre("numerateur", mesure.numerateur);
    json.membre("depuis_le_debut", mesure.denominateur);
    for (const auto* nul : {"denominateur", "taux", "cible", "atteinte"}) {
        json.cle(nul);
        json.nul();
    }
}

void ecrire_a_cible(EcrivainJson& json, const Mesure& mesure, int cible) {
    json.membre("numerateur", mesure.numerateur);
    json.membre("denominateur", mesure.denominateur);
    texte_ou_nul(json, "taux", mesure.taux().value_or(""));
    json.membre("cible", std::to_string(cible));
    json.cle("atteinte");
    const auto atteinte = mesure.atteinte(cible);
    atteinte ? json.booleen(*atteinte) : json.nul();
}

// The form of `grappe-dui indicateurs --json`; what a declaration does not tell is not there.
void ecrire(EcrivainJson& json, const usages::Mesures& mesures,
            const usage::Parametres& parametres) {
    json.cle("indicateurs");
    json.ouvrir_objet();
    for (const auto& [indicateur, mesure] : mesures) {
        json.cle(core::name_of(indicateur));
        json.ouvrir_objet();
        const auto cible = parametres.cible(indicateur);
        cible ? ecrire_a_cible(json, mesure, *cible) : ecrire_sans_cible(json, mesure);
        json.fermer_objet();
    }
    json.fermer_objet();
}

void ecrire_la_tete(EcrivainJson& json, const usages::RapportRecu& recu) {
    const auto& tete = recu.tete;
    json.membre("id", recu.id);
    json.membre("numero", recu.numero);
    json.membre("nature", core::name_of(tete.nature));
    json.membre("recu_le", recu.recu_le.utc_text());
    json.membre("empreinte", tete.empreinte);
    json.cle("periode");
    json.ouvrir_objet();
    json.membre("du", tete.du.text());
    json.membre("au", tete.au.text());
    texte_ou_nul(json, "connu_le", tete.connu_le ? tete.connu_le->utc_text() : std::string{});
    json.fermer_objet();
    json.membre("denominateur", core::name_of(tete.lecture));
    texte_ou_nul(json, "organisation", tete.organisation);
    texte_ou_nul(json, "cle", tete.cle);
    json.cle("logiciel");
    if (tete.logiciel.empty()) {
        json.nul();
    } else {
        json.ouvrir_objet();
        json.membre("nom", tete.logiciel);
        json.membre("version", tete.version);
        json.fermer_objet();
    }
    json.membre("feuilles", tete.feuilles);
    json.membre("regle", tete.regle);
    json.membre("seuils", recu.seuils);
    json.membre("recepteur", recu.recepteur);
}

void ecrire(EcrivainJson& json, const usages::Precedent& precedent,
            const usage::Parametres& parametres) {
    json.ouvrir_objet();
    json.membre("rapport", precedent.rapport);
    json.membre("numero", precedent.numero);
    json.membre("nature", core::name_of(precedent.nature));
    json.membre("au", precedent.au.text());
    json.membre("denominateur", core::name_of(precedent.lecture));
    ecrire(json, precedent.ligne.mesures, parametres);
    json.fermer_objet();
}

void ecrire_les_lignes(EcrivainJson& json, const usages::RapportVu& vu,
                       const usage::Parametres& parametres) {
    json.cle("etablissements");
    json.ouvrir_liste();
    for (const auto& ligne : vu.rapport.lignes) {
        json.ouvrir_objet();
        json.membre("finess_et", ligne.finess_et.text());
        json.membre("dossier", ligne.dossier);
        json.membre("feuilles", ligne.feuilles);
        ecrire(json, ligne.mesures, parametres);
        json.cle("precedent");
        const auto avant = vu.precedents.find(ligne.finess_et.text());
        avant == vu.precedents.end() ? json.nul() : ecrire(json, avant->second, parametres);
        json.fermer_objet();
    }
    json.fermer_liste();
    json.cle("total");
    json.ouvrir_objet();
    ecrire(json, usages::total(vu.rapport.lignes), parametres);
    json.fermer_objet();
}

void ecrire(EcrivainJson& json, const std::vector<usages::Constat>& constats,
            const rules::Phrases& phrases) {
    json.cle("constats");
    json.ouvrir_liste();
    for (const auto& un : constats) {
        json.ouvrir_objet();
        json.membre("code", un.code);
        json.membre("message", usages::dire(un, phrases));
        texte_ou_nul(json, "finess_et", un.finess_et);
        texte_ou_nul(json, "indicateur",
                     un.indicateur ? core::name_of(*un.indicateur) : std::string_view{});
        json.fermer_objet();
    }
    json.fermer_liste();
}

void ecrire(EcrivainJson& json, std::string_view cle, const std::vector<usages::Voisin>& voisins) {
    json.cle(cle);
    json.ouvrir_liste();
    for (const auto& un : voisins) json.texte(un.id);
    json.fermer_liste();
}

void ecrire(EcrivainJson& json, const usages::Preuves& preuves) {
    json.ouvrir_objet();
    json.membre("rang", preuves.rang);
    json.membre("recu_le", preuves.recu_le.utc_text());
    json.membre("empreinte", preuves.empreinte);
    json.membre("ouvertures", preuves.ouvertures);
    json.membre("issue", core::name_of(preuves.issue));
    json.membre("reproches", preuves.reproches);
    json.fermer_objet();
}

void ecrire(EcrivainJson& json, const usages::Tirage& tirage) {
    json.ouvrir_objet();
    json.membre("id", tirage.id);
    json.membre("rang", tirage.rang);
    json.membre("graine", tirage.graine);
    json.membre("nombre", tirage.nombre);
    json.membre("source", tirage.source);
    json.membre("fait_le", tirage.fait_le.utc_text());
    json.cle("preuves");
    json.ouvrir_liste();
    for (const auto& unes : tirage.preuves) ecrire(json, unes);
    json.fermer_liste();
    json.fermer_objet();
}

void ecrire(EcrivainJson& json, const usages::Cle& cle) {
    json.ouvrir_objet();
    json.membre("dui", cle.dui);
    json.membre("rang", cle.rang);
    json.membre("cle_publique", cle.cle);
    json.membre("empreinte", cle.empreinte());
    json.membre("posee_le", cle.posee_le.utc_text());
    json.cle("en_vigueur");
    json.booleen(cle.en_vigueur);
    json.fermer_objet();
}

void ecrire(EcrivainJson& json, const usages::Resume& un) {
    json.ouvrir_objet();
    json.membre("id", un.id);
    json.membre("numero", un.numero);
    json.membre("nature", core::name_of(un.nature));
    json.membre("recu_le", un.recu_le.utc_text());
    json.membre("du", un.du.text());
    json.membre("au", un.au.text());
    json.membre("denominateur", core::name_of(un.lecture));
    json.membre("porteur", un.porteur);
    json.membre("etablissements", un.essms);
    json.membre("remplaces", un.remplaces);
    json.membre("constats", un.constats);
    json.membre("preuves_attendues", un.preuves_attendues);
    json.fermer_objet();
}

template <class T>
std::string seul(const T& un) {
    std::string texte;
    EcrivainJson json{texte};
    ecrire(json, un);
    return texte;
}

}  // namespace

std::string rapport_json(const RapportAEcrire& rapport) {
    const auto& vu = rapport.vu;
    const auto parametres = usages::parametres_de(rapport.moyens, vu.rapport.tete);
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    ecrire_la_tete(json, vu.rapport);
    ecrire_les_lignes(json, vu, parametres);
    ecrire(json, vu.rapport.constats, rapport.phrases);
    ecrire(json, "remplace", vu.remplace);
    if (rapport.moment == Moment::complet) {
        ecrire(json, "remplace_par", vu.remplacants);
        json.cle("en_partie");
        json.booleen(vu.en_partie);
        json.cle("tirages");
        json.ouvrir_liste();
        for (const auto& un : vu.tirages) ecrire(json, un);
        json.fermer_liste();
    }
    json.fermer_objet();
    return texte;
}

std::string liste_json(const usages::Liste& liste, const usages::Critere& critere) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    json.membre("total", liste.total);
    json.membre("page", critere.debut / critere.limite + 1);
    json.cle("rapports");
    json.ouvrir_liste();
    for (const auto& un : liste.rapports) ecrire(json, un);
    json.fermer_liste();
    json.fermer_objet();
    return texte;
}

std::string cle_json(const usages::Cle& cle) { return seul(cle); }

std::string cles_json(const std::vector<usages::Cle>& cles) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    json.cle("cles");
    json.ouvrir_liste();
    for (const auto& une : cles) ecrire(json, une);
    json.fermer_liste();
    json.fermer_objet();
    return texte;
}

std::string tirage_json(const usages::Tirage& tirage) { return seul(tirage); }
std::string preuves_json(const usages::Preuves& preuves) { return seul(preuves); }

}  // namespace grappe::api
