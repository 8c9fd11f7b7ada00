// Writing of an examination, key by key.
#include "portail/api/instruction_json.hpp"

#include "portail/api/objet_json.hpp"

namespace grappe::api {
namespace {

using rendu::EcrivainJson;

void ecrire(EcrivainJson& json, const instruction::Verdict& verdict) {
    json.membre("numero", verdict.numero);
    json.membre("piece", verdict.piece);
    json.membre("verdict", core::name_of(verdict.verdict));
    json.membre("motif", verdict.motif);
    json.membre("texte", verdict.texte);
    json.membre("rendu_le", verdict.rendu_le.utc_text());
}

void ecrire(EcrivainJson& json, const instruction::Demande& demande) {
    json.membre("numero", demande.numero);
    json.membre("textes", demande.textes);
    json.membre("echeance", demande.echeance.text());
    json.membre("faite_le", demande.faite_le.utc_text());
    ou_nul(json, "close_le", demande.close_le);
    ou_nul(json, "cloture", demande.cloture);
    json.cle("pieces");
    json.ouvrir_liste();
    for (const auto& piece : demande.pieces) {
        json.ouvrir_objet();
        json.membre("type", piece.type);
        ou_nul(json, "organisme", piece.organisme);
        ou_nul(json, "piece", piece.piece);
        json.membre("texte", piece.texte);
        ou_nul(json, "acceptee", piece.acceptee);
        json.fermer_objet();
    }
    json.fermer_liste();
}

void ecrire(EcrivainJson& json, const instruction::Reponse& reponse) {
    json.membre("numero", reponse.numero);
    json.membre("version", reponse.version);
    json.membre("texte", reponse.texte);
    json.membre("faite_le", reponse.faite_le.utc_text());
}

void ecrire(EcrivainJson& json, const instruction::Appreciation& appreciation) {
    json.membre("numero", appreciation.numero);
    json.membre("regle", appreciation.regle);
    json.membre("objet", appreciation.objet);
    json.membre("decision", core::name_of(appreciation.decision));
    json.membre("motif", appreciation.motif);
    json.membre("rendue_le", appreciation.rendue_le.utc_text());
}

void ecrire(EcrivainJson& json, const instruction::Decision& decision) {
    json.membre("numero", decision.numero);
    json.membre("issue", core::name_of(decision.issue));
    json.membre("motif", decision.motif);
    json.membre("decidee_le", decision.decidee_le.utc_text());
}

void ecrire(EcrivainJson& json, const instruction::Note& note) {
    json.membre("numero", note.numero);
    json.membre("texte", note.texte);
    json.membre("par", note.par);
    json.membre("ecrite_le", note.ecrite_le.utc_text());
}

void ecrire(EcrivainJson& json, const teleservice::InstructionNationale& acte) {
    json.membre("numero", acte.numero);
    json.membre("acte", core::name_of(acte.acte));
    json.membre("motif", acte.motif);
    json.membre("fait_le", acte.fait_le.utc_text());
}

void ecrire(EcrivainJson& json, const instruction::DossierAuNational& dossier) {
    json.membre("dossier", dossier.dossier);
    json.membre("porteur", dossier.porteur);
    json.membre("numero", dossier.numero);
    json.membre("financeur", dossier.financeur);
    json.membre("acte", core::name_of(dossier.acte));
    json.membre("motif", dossier.motif);
    json.membre("fait_le", dossier.fait_le.utc_text());
}

void ecrire(EcrivainJson& json, const instruction::Point& point) {
    json.membre("genre", core::name_of(point.genre));
    json.membre("regle", point.regle);
    json.membre("objet", point.objet);
    json.membre("phrase", point.phrase);
    ou_nul(json, "reponse", point.reponse);
    json.cle("retient");
    json.booleen(point.retient);
}

template <class Ligne>
void ecrire_la_liste(EcrivainJson& json, std::string_view nom, const std::vector<Ligne>& lignes) {
    liste(json, nom, lignes, [&](const Ligne& ligne) { ecrire(json, ligne); });
}

// With the state of the dossier afterwards.
template <class Ligne>
std::string avec_statut(const Ligne& ligne, teleservice::Statut statut) {
    return objet([&](EcrivainJson& json) {
        json.membre("statut", core::name_of(statut));
        ecrire(json, ligne);
    });
}

template <class Ligne>
std::string seul(const Ligne& ligne) {
    return objet([&](EcrivainJson& json) { ecrire(json, ligne); });
}

}  // namespace

void ecrire_echanges(EcrivainJson& json, const instruction::Echanges& echanges) {
    ecrire_la_liste(json, "verdicts", echanges.verdicts);
    ecrire_la_liste(json, "demandes", echanges.demandes);
    ecrire_la_liste(json, "reponses", echanges.reponses);
    ecrire_la_liste(json, "appreciations", echanges.appreciations);
    ecrire_la_liste(json, "decisions", echanges.decisions);
}

std::string verdict_json(const instruction::Verdict& verdict, teleservice::Statut statut) {
    return avec_statut(verdict, statut);
}

std::string demande_json(const instruction::Demande& demande, teleservice::Statut statut) {
    return avec_statut(demande, statut);
}

std::string decision_json(const instruction::Decision& decision, teleservice::Statut statut) {
    return avec_statut(decision, statut);
}

std::string appreciation_json(const instruction::Appreciation& appreciation) {
    return seul(appreciation);
}

std::string reponse_json(const instruction::Reponse& reponse) { return seul(reponse); }

std::string note_json(const instruction::Note& note) { return seul(note); }

std::string niveau_json(const teleservice::InstructionNationale& acte) { return seul(acte); }

std::string niveaux_json(const std::vector<instruction::DossierAuNational>& dossiers) {
    return objet([&](EcrivainJson& json) { ecrire_la_liste(json, "dossiers", dossiers); });
}

void ecrire_les_niveaux(EcrivainJson& json,
                        const std::vector<teleservice::InstructionNationale>& actes) {
    ecrire_la_liste(json, "instruction_nationale", actes);
}

std::string examen_json(const instruction::Examen& examen,
                        const std::vector<instruction::Note>& notes) {
    return objet([&](EcrivainJson& json) {
        json.membre("id", examen.dossier().id);
        json.membre("statut", core::name_of(examen.dossier().statut));
        json.membre("version", examen.dossier().version);
        json.membre("version_deposee", examen.depot.version);
        ou_nul(json, "instructeur",
               examen.affectations.empty() ? std::nullopt : examen.affectations.back().instructeur);
        ecrire_la_liste(json, "points", examen.points);
        ecrire_echanges(json, {.verdicts = examen.verdicts,
                               .demandes = examen.demandes,
                               .reponses = examen.reponses,
                               .appreciations = examen.appreciations,
                               .decisions = examen.decisions});
        ecrire_la_liste(json, "notes", notes);
        json.membre("guichet_d_instruction", examen.dossier().guichet_d_examen());
        ecrire_les_niveaux(json, examen.nationales);
    });
}

}  // namespace grappe::api
