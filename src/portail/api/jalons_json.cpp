// Writing of milestones.
#include "portail/api/jalons_json.hpp"

#include "portail/api/objet_json.hpp"
#include "portail/jalons/lectures.hpp"

namespace grappe::api {
namespace {

using core::name_of;
using rendu::EcrivainJson;

// What one answer is written with.
struct Ecriture {
    EcrivainJson& json;
    const rules::Phrases& phrases;

    void texte_ou_nul(std::string_view nom, std::string_view texte) const {
        json.cle(nom);
        texte.empty() ? json.nul() : json.texte(texte);
    }
    void source(const rules::Source& source) const {
        json.cle("source");
        if (source.document.empty()) return json.nul();
        json.ouvrir_objet();
        json.membre("document", source.document);
        json.membre("section", source.section);
        json.fermer_objet();
    }
};

void ecrire(const Ecriture& ecriture, const jalons::Jalon& jalon) {
    auto& json = ecriture.json;
    json.membre("jalon", name_of(jalon.genre));
    ecriture.texte_ou_nul("finess_et", jalon.finess_et);
    json.membre("etat", name_of(jalon.etat));
    json.membre("nature", name_of(jalon.nature));
    ou_nul(ecriture.json, "terme", jalon.terme);
    ou_nul(ecriture.json, "terme_du_texte", jalon.terme_du_texte);
    ou_nul(ecriture.json, "prevu_le", jalon.prevu_le);
    ou_nul(ecriture.json, "fait_le", jalon.fait_le);
    ou_nul(json, "jours", jalon.jours);
    json.membre("suite", name_of(jalon.suite));
    ecriture.texte_ou_nul("question", jalon.question);
    json.membre("phrase", ecriture.phrases.rendre(jalon.phrase, jalon.faits));
    ecriture.source(jalon.source);
}

void ecrire(const Ecriture& ecriture, const jalons::Lecture& lecture) {
    ecriture.json.membre("option", lecture.nom);
    ecriture.texte_ou_nul("question", lecture.question);
    ecriture.texte_ou_nul("choisie", lecture.choisie);
    ecriture.source(lecture.source);
}

void ecrire(const Ecriture& ecriture, const jalons::Fait& fait) {
    auto& json = ecriture.json;
    json.membre("numero", fait.numero);
    json.membre("jalon", name_of(fait.jalon));
    ecriture.texte_ou_nul("finess_et", fait.finess_et);
    json.membre("acte", name_of(fait.acte));
    ou_nul(ecriture.json, "jour", fait.jour);
    json.membre("motif", fait.motif);
    json.membre("fait_le", fait.fait_le.utc_text());
}

void ecrire_la_tete(const Ecriture& ecriture, const jalons::Lu& lu) {
    auto& json = ecriture.json;
    json.membre("convention", lu.sujet.convention.id);
    json.membre("dossier", lu.sujet.dossier.id);
    json.membre("statut", name_of(lu.sujet.dossier.statut));
    json.membre("version", lu.version());
    json.membre("aujourd_hui", lu.aujourd_hui.text());
    json.membre("en_partie", lu.siens.has_value());
    json.cle("prochain_imperatif");
    const auto* prochain = lu.suivi.prochain_imperatif();
    if (prochain == nullptr || !lu.voit(*prochain)) return json.nul();
    json.ouvrir_objet();
    ecrire(ecriture, *prochain);
    json.fermer_objet();
}

}  // namespace

std::string jalons_json(const jalons::Lu& lu, const rules::Phrases& phrases) {
    return objet([&](EcrivainJson& json) {
        const Ecriture ecriture{json, phrases};
        ecrire_la_tete(ecriture, lu);
        const auto un = [&](const auto& element) { ecrire(ecriture, element); };
        liste(json, "lectures", jalons::lectures_de(lu.accord.appel), un);
        liste(json, "jalons", lu.suivi.projet, un);
        liste(json, "deploiements", lu.deploiements_vus(), un);
        liste(json, "faits", lu.faits_vus(), un);
    });
}

}  // namespace grappe::api
