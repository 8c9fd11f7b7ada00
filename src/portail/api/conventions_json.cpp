// Writing of agreements and of their money.
#include "portail/api/conventions_json.hpp"

#include "portail/api/objet_json.hpp"

namespace grappe::api {
namespace {

using core::name_of;
using rendu::EcrivainJson;

void ecrire_la_tete(EcrivainJson& json, const convention::Sujet& sujet) {
    const auto& [convention, dossier] = sujet;
    json.membre("id", convention.id);
    json.membre("version", convention.version);
    json.membre("dossier", dossier.id);
    json.membre("statut", name_of(dossier.statut));
    json.membre("forme", name_of(convention.forme));
    json.membre("empreinte", convention.empreinte);
    json.membre("regles", convention.regles);
    json.membre("avenant", convention.avenant);
    ou_nul(json, "fin_deploiement", convention.fin_deploiement);
    json.membre("preparee_le", convention.preparee_le.utc_text());
    ou_nul(json, "signee_le", convention.signee_le());
    const auto accorde = convention.accorde.total();
    json.membre("accorde", accorde.total());
    json.cle("avance");
    json.ouvrir_objet();
    json.membre("montant", convention.avance);
    ou_nul(json, "due_le", convention.signee_le());
    json.fermer_objet();
    json.membre("solde_plein", accorde.total() - convention.avance);
    ecrire_les_signatures(json, convention.signatures);
}

void ecrire_les_lignes(EcrivainJson& json, const solde::Accorde& accorde) {
    json.cle("lignes");
    json.ouvrir_liste();
    for (const auto& ligne : accorde.lignes) {
        json.ouvrir_objet();
        json.membre("finess_et", ligne.finess_et);
        json.membre("usage", ligne.aides.usage);
        json.membre("equipement", ligne.aides.equipement);
        json.membre("materiel", ligne.aides.materiel);
        json.membre("amoa", ligne.aides.amoa);
        json.membre("total", ligne.aides.total());
        json.fermer_objet();
    }
    json.fermer_liste();
}

void ecrire(EcrivainJson& json, const convention::EtatDeDepenses& etat) {
    core::Money total;
    json.ouvrir_objet();
    json.membre("id", etat.id);
    json.membre("convention", etat.convention);
    json.membre("rang", etat.rang);
    json.membre("declare_le", etat.declare_le.utc_text());
    ou_nul(json, "vise_le", etat.vise_le);
    json.cle("depenses");
    json.ouvrir_objet();
    for (const auto& [categorie, montant] : etat.montants) {
        json.membre(name_of(categorie), montant);
        total += montant;
    }
    json.fermer_objet();
    json.membre("total", total);
    json.fermer_objet();
}

std::string_view etat_de(const std::optional<convention::Decision>& decision) {
    return decision ? name_of(*decision) : std::string_view{"demande"};
}

void ecrire(EcrivainJson& json, const convention::Versement& versement) {
    json.ouvrir_objet();
    json.membre("id", versement.id);
    json.membre("convention", versement.convention);
    json.membre("objet", name_of(versement.objet));
    json.membre("montant", versement.montant);
    json.membre("a_recouvrer", versement.a_recouvrer);
    ou_nul(json, "issue", versement.issue);
    json.membre("motif", versement.motif);
    json.membre("etat", etat_de(versement.decision));
    json.membre("demande_le", versement.demande_le.utc_text());
    ou_nul(json, "decide_le", versement.decide_le);
    ou_nul(json, "sort", versement.sort);
    json.fermer_objet();
}

void ecrire(EcrivainJson& json, const convention::Coordonnees& coordonnees) {
    json.ouvrir_objet();
    json.membre("rang", coordonnees.rang);
    json.membre("fin", coordonnees.fin);
    json.membre("posees_le", coordonnees.posees_le.utc_text());
    json.fermer_objet();
}

void ecrire(EcrivainJson& json, const convention::PapierSigne& papier) {
    json.ouvrir_objet();
    json.membre("id", papier.id);
    json.membre("convention", papier.convention);
    json.membre("avenant", papier.avenant);
    json.membre("partie", name_of(papier.partie));
    json.membre("rang", papier.rang);
    json.membre("code_lu", name_of(papier.provenance));
    json.membre("format", name_of(papier.fichier.format));
    json.membre("sha256", papier.fichier.sha256);
    json.membre("taille", papier.fichier.taille);
    json.membre("depose_le", papier.depose_le.utc_text());
    json.fermer_objet();
}

void ecrire(EcrivainJson& json, const convention::Recouvrement& un) {
    json.ouvrir_objet();
    json.membre("id", un.id);
    json.membre("convention", un.convention);
    json.membre("rang", un.rang);
    json.membre("montant", un.montant);
    json.membre("motif", un.motif);
    json.membre("etat", etat_de(un.decision));
    json.membre("demande_le", un.demande_le.utc_text());
    ou_nul(json, "decide_le", un.decide_le);
    json.membre("rendu", un.rendu());
    json.membre("reste", un.reste());
    liste(json, "retours", un.retours, [&](const convention::Retour& retour) {
        json.membre("rang", retour.rang);
        json.membre("montant", retour.montant);
        json.membre("recu_le", retour.recu_le.text());
        json.membre("reference", retour.reference);
        json.membre("note_le", retour.note_le.utc_text());
    });
    json.fermer_objet();
}

// True, false, or null where nothing was decided by measure.
void atteinte(EcrivainJson& json, const solde::Jugement& jugement) {
    using enum solde::Atteinte;
    json.cle("atteinte");
    if (jugement.atteinte == atteinte)
        json.booleen(true);
    else if (jugement.atteinte == partielle || jugement.atteinte == non_atteinte)
        json.booleen(false);
    else
        json.nul();
    json.membre("etat", name_of(jugement.atteinte));
}

void ecrire(EcrivainJson& json, const solde::CibleJugee& une) {
    json.ouvrir_objet();
    json.membre("regle", une.cible->indicateur);
    ou_nul(json, "indicateur", une.indicateur);
    json.membre("numerateur", une.mesure.numerateur);
    json.membre("denominateur", une.mesure.denominateur);
    const auto taux = une.mesure.taux();
    ou_nul(json, "taux", taux);
    json.membre("etat", name_of(une.etat));
    json.fermer_objet();
}

void ecrire_le_jugement(EcrivainJson& json, const solde::Jugement& jugement) {
    atteinte(json, jugement);
    json.cle("cibles");
    json.ouvrir_liste();
    for (const auto& une : jugement.cibles) ecrire(json, une);
    json.fermer_liste();
}

void ecrire(EcrivainJson& json, const solde::LigneDeSolde& ligne) {
    json.ouvrir_objet();
    json.membre("finess_et", ligne.finess_et);
    ecrire_le_jugement(json, ligne.jugement);
    json.membre("accorde", ligne.accorde);
    json.membre("avance", ligne.avance);
    json.membre("plein", ligne.plein);
    json.membre("montant", ligne.montant);
    json.membre("a_apprecier", ligne.a_apprecier);
    json.membre("a_recouvrer", ligne.a_recouvrer);
    json.fermer_objet();
}

void ecrire(EcrivainJson& json, const solde::Constat& constat, const rules::Phrases& phrases) {
    json.ouvrir_objet();
    json.membre("regle", constat.regle);
    json.membre("issue", name_of(constat.issue));
    json.cle("finess_et");
    constat.finess_et.empty() ? json.nul() : json.texte(constat.finess_et);
    json.membre("phrase", solde::dire(constat, phrases));
    json.cle("source");
    json.ouvrir_objet();
    json.membre("document", constat.source.document);
    json.membre("section", constat.source.section);
    json.fermer_objet();
    json.fermer_objet();
}

void ecrire_les_sommes(EcrivainJson& json, const solde::Solde& solde) {
    json.membre("issue", name_of(solde.issue));
    json.membre("complet", solde.complet);
    json.membre("accorde", solde.accorde);
    json.membre("avance", solde.avance.total.total());
    json.membre("plein", solde.plein);
    json.membre("montant", solde.montant);
    json.membre("a_apprecier", solde.a_apprecier);
    json.membre("trop_verse", solde.trop_verse);
    json.membre("a_recouvrer", solde.a_recouvrer);
}

template <class Ligne>
void tous(EcrivainJson& json, std::string_view nom, const std::vector<Ligne>& lignes) {
    json.cle(nom);
    json.ouvrir_liste();
    for (const auto& une : lignes) ecrire(json, une);
    json.fermer_liste();
}

template <class Ligne>
std::string seul(const Ligne& ligne) {
    std::string texte;
    EcrivainJson json{texte};
    ecrire(json, ligne);
    return texte;
}

}  // namespace

void ecrire_les_signatures(EcrivainJson& json,
                           const std::vector<convention::Signature>& signatures) {
    json.cle("signatures");
    json.ouvrir_liste();
    for (const auto& une : signatures) {
        json.ouvrir_objet();
        json.membre("partie", name_of(une.partie));
        json.membre("mode", name_of(une.mode));
        json.membre("empreinte", une.empreinte);
        json.membre("signee_le", une.signee_le.utc_text());
        json.fermer_objet();
    }
    json.fermer_liste();
}

std::string convention_json(const ConventionAEcrire& vue) {
    return objet([&](EcrivainJson& json) {
        ecrire_la_tete(json, vue.sujet);
        ecrire_les_lignes(json, vue.sujet.convention.accorde);
        json.membre("rapports", vue.rapports);
        json.cle("etat_depenses");
        vue.depenses ? ecrire(json, *vue.depenses) : json.nul();
        json.cle("coordonnees_bancaires");
        vue.coordonnees ? ecrire(json, *vue.coordonnees) : json.nul();
        tous(json, "papiers_signes", vue.papiers);
        tous(json, "versements", vue.versements);
        tous(json, "recouvrements", vue.recouvrements);
    });
}

std::string signature_json(const convention::Sujet& sujet) {
    return objet([&](EcrivainJson& json) { ecrire_la_tete(json, sujet); });
}

std::string depenses_json(const convention::EtatDeDepenses& etat) { return seul(etat); }

std::string coordonnees_json(const convention::Coordonnees& coordonnees) {
    return seul(coordonnees);
}

std::string papier_json(const convention::PapierSigne& papier) { return seul(papier); }

std::string recouvrement_json(const convention::Recouvrement& recouvrement) {
    return seul(recouvrement);
}

std::string versement_json(const convention::Versement& versement) { return seul(versement); }

std::string solde_json(const convention::SoldeCalcule& calcule, const rules::Phrases& phrases) {
    const auto& solde = calcule.solde;
    return objet([&](EcrivainJson& json) {
        json.membre("convention", calcule.sujet.convention.id);
        json.membre("statut", name_of(calcule.sujet.dossier.statut));
        ecrire_les_sommes(json, solde);
        json.membre("rapports", calcule.rapports);
        json.cle("etat_depenses");
        calcule.depenses ? ecrire(json, *calcule.depenses) : json.nul();
        json.cle("projet");
        json.ouvrir_objet();
        ecrire_le_jugement(json, solde.jugement);
        json.fermer_objet();
        json.cle("lignes");
        json.ouvrir_liste();
        for (const auto& ligne : solde.lignes) ecrire(json, ligne);
        json.fermer_liste();
        json.cle("constats");
        json.ouvrir_liste();
        for (const auto& un : solde.constats) ecrire(json, un, phrases);
        json.fermer_liste();
    });
}

}  // namespace grappe::api
