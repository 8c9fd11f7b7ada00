// Writing of a committee, key by key.
#include "portail/api/comites_json.hpp"

#include "portail/api/objet_json.hpp"

namespace grappe::api {
namespace {

using rendu::EcrivainJson;

void entete(EcrivainJson& json, const comite::Comite& comite) {
    json.membre("id", comite.id);
    json.membre("version", comite.version);
    json.membre("appel", comite.appel);
    json.membre("fenetre", comite.fenetre);
    json.membre("guichet", comite.guichet);
    json.membre("tenu_le", comite.tenu_le.text());
    json.membre("enveloppe", comite.enveloppe);
    ou_nul(json, "quorum", comite.quorum);
    json.membre("cree_le", comite.cree_le.utc_text());
    ou_nul(json, "notifie_le", comite.notifie_le);
}

void ecrire(EcrivainJson& json, const comite::Presence& presence) {
    json.membre("membres", presence.membres);
    json.membre("ecartes", presence.ecartes);
    json.membre("votants", presence.votants);
    json.membre("requis", presence.requis);
}

void ecrire(EcrivainJson& json, const comite::Avis& avis) {
    json.membre("numero", avis.numero);
    json.membre("dossier", avis.dossier);
    json.membre("avis", core::name_of(avis.sens));
    ou_nul(json, "rang", avis.rang);
    json.membre("recommandations", avis.recommandations);
    json.membre("motif", avis.motif);
    json.membre("ecarts", avis.ecarts);
    json.cle("presence");
    json.ouvrir_objet();
    ecrire(json, avis.presence);
    json.fermer_objet();
    json.membre("par", avis.par);
    json.membre("rendu_le", avis.rendu_le.utc_text());
}

void ecrire(EcrivainJson& json, const comite::Vote& vote) {
    json.membre("numero", vote.numero);
    json.membre("dossier", vote.dossier);
    json.membre("membre", vote.membre);
    json.membre("avis", core::name_of(vote.sens));
    json.membre("rendu_le", vote.rendu_le.utc_text());
}

void ecrire(EcrivainJson& json, const comite::Interet& interet) {
    json.membre("numero", interet.numero);
    json.membre("membre", interet.membre);
    json.membre("organisme", interet.organisme);
    json.membre("motif", interet.motif);
    json.membre("declare_le", interet.declare_le.utc_text());
}

void ecrire(EcrivainJson& json, const comite::PointDAttention& point) {
    json.membre("numero", point.numero);
    json.membre("dossier", point.dossier);
    json.membre("critere", point.critere);
    json.membre("constat", core::name_of(point.constat));
    json.membre("texte", point.texte);
    json.membre("par", point.par);
    json.membre("note_le", point.note_le.utc_text());
}

void ecrire(EcrivainJson& json, const comite::Constat& constat) {
    json.membre("genre", core::name_of(constat.genre));
    json.membre("regle", constat.regle);
    json.membre("phrase", constat.phrase);
    json.membre("source", constat.source);
    json.membre("nombre", constat.nombre);
    json.membre("repondus", constat.repondus);
}

void ecrire(EcrivainJson& json, const comite::CandidatVu& vu) {
    const auto& candidat = vu.candidat;
    json.membre("dossier", candidat.dossier.id);
    json.membre("numero", candidat.numero);
    json.membre("statut", core::name_of(candidat.dossier.statut));
    json.membre("porteur", candidat.porteur);
    json.membre("siret", candidat.siret);
    json.membre("statut_juridique", candidat.statut_juridique);
    json.membre("essms", candidat.essms);
    ou_nul(json, "subvention", candidat.montant);
    json.membre("reserves", candidat.reserves);
    json.cle("attente");
    if (candidat.attente) {
        json.ouvrir_objet();
        ou_nul(json, "rang", candidat.attente->rang);
        json.membre("comite", candidat.attente->comite);
        json.membre("depuis", candidat.attente->notifie_le.utc_text());
        json.fermer_objet();
    } else {
        json.nul();
    }
    liste(json, "constats", candidat.constats, [&](const auto& constat) { ecrire(json, constat); });
    json.membre("ecarte", vu.ecarte);
    liste(json, "points", vu.points, [&](const auto& point) { ecrire(json, point); });
    json.cle("avis");
    if (vu.avis) {
        json.ouvrir_objet();
        ecrire(json, *vu.avis);
        json.fermer_objet();
    } else {
        json.nul();
    }
    liste(json, "votes", vu.votes, [&](const auto& vote) { ecrire(json, vote); });
}

void ecrire(EcrivainJson& json, const comite::Total& total, core::Money limite) {
    json.membre("dossiers", total.dossiers);
    json.membre("essms", total.essms);
    json.membre("montant", total.montant);
    const bool depasse = total.montant > limite;
    json.membre("reste", depasse ? core::Money{} : limite - total.montant);
    json.membre("depassement", depasse ? total.montant - limite : core::Money{});
}

void ecrire(EcrivainJson& json, const comite::Scenario& scenario) {
    json.membre("numero", scenario.numero);
    json.membre("nom", scenario.nom);
    json.membre("origine", core::name_of(scenario.origine));
    json.membre("choisi", scenario.choisi);
    json.membre("retenus", scenario.retenus);
}

void ecrire_groupes(EcrivainJson& json, const comite::Equilibre& equilibre, comite::Genre genre,
                    const rules::Phrases& phrases) {
    liste(json, "groupes", equilibre.groupes, [&](const auto& un) {
        const auto& [cle, groupe] = un;
        json.membre("cle", cle);
        json.membre("libelle", comite::cle_dite(genre, cle, phrases));
        json.membre("essms", groupe.essms);
        json.membre("montant", groupe.montant);
        json.membre("part", comite::en_pour_cent(equilibre.pour_mille(cle)));
    });
}

void ecrire_equilibres(EcrivainJson& json, const VueAEcrire& a_ecrire) {
    const auto& [vue, phrases] = a_ecrire;
    liste(json, "equilibres", vue.equilibres, [&](const comite::EquilibreVu& un) {
        json.membre("axe", core::name_of(un.axe.genre));
        json.membre("critere", un.axe.critere);
        json.membre("titre", un.titre);
        json.cle("portefeuille");
        json.ouvrir_objet();
        json.membre("essms", un.portefeuille.ensemble.essms);
        ecrire_groupes(json, un.portefeuille, un.axe.genre, phrases);
        json.fermer_objet();
        std::size_t rang = 0;
        liste(json, "scenarios", un.avec, [&](const comite::Equilibre& avec) {
            json.membre("nom", vue.scenarios[rang++].nom);
            json.membre("essms", avec.ensemble.essms);
            ecrire_groupes(json, avec, un.axe.genre, phrases);
        });
    });
}

void ecrire_scenarios(EcrivainJson& json, const comite::Vue& vue) {
    std::size_t rang = 0;
    liste(json, "scenarios", vue.scenarios, [&](const comite::Scenario& scenario) {
        ecrire(json, scenario);
        ecrire(json, vue.totaux[rang++], vue.limite);
    });
    liste(json, "differences", vue.ecarts, [&](const comite::Ecart& ecart) {
        json.membre("de", ecart.de);
        json.membre("vers", ecart.vers);
        json.membre("phrases", ecart.phrases);
    });
}

void ecrire(EcrivainJson& json, const enveloppe::Soldes& soldes,
            const enveloppe::Enveloppe& enveloppe) {
    json.cle("soldes");
    json.ouvrir_objet();
    for (const auto& [compte, nom] : names(enveloppe::Compte{}))
        if (compte != enveloppe::Compte::source) json.membre(nom, soldes.total(enveloppe, compte));
    json.fermer_objet();
}

void ecrire(EcrivainJson& json, const enveloppe::Place& place) {
    json.ouvrir_objet();
    json.membre("appel", place.enveloppe.appel);
    json.membre("guichet", place.enveloppe.guichet);
    json.membre("compte", core::name_of(place.compte));
    json.fermer_objet();
}

void ecrire(EcrivainJson& json, const enveloppe::Ecriture& ecriture) {
    const auto& mouvement = ecriture.mouvement;
    json.membre("numero", ecriture.numero);
    json.membre("genre", core::name_of(mouvement.genre));
    json.cle("de");
    ecrire(json, mouvement.de);
    json.cle("vers");
    ecrire(json, mouvement.vers);
    json.membre("dossier",
                mouvement.de.dossier.empty() ? mouvement.vers.dossier : mouvement.de.dossier);
    json.membre("montant", mouvement.montant);
    json.membre("motif", ecriture.motif);
    json.membre("fait_le", ecriture.faite_le.utc_text());
}

}  // namespace

std::string comite_json(const comite::Comite& comite) {
    return objet([&](EcrivainJson& json) { entete(json, comite); });
}

std::string comites_json(const std::vector<comite::Comite>& comites) {
    return objet([&](EcrivainJson& json) {
        liste(json, "comites", comites, [&](const auto& comite) { entete(json, comite); });
    });
}

std::string vue_json(const VueAEcrire& a_ecrire) {
    const auto& vue = a_ecrire.vue;
    return objet([&](EcrivainJson& json) {
        entete(json, vue.comite);
        json.membre("limite", vue.limite);
        ecrire(json, vue.soldes, {vue.comite.appel, vue.comite.guichet});
        json.cle("retenu");
        json.ouvrir_objet();
        ecrire(json, vue.retenu, vue.limite);
        json.fermer_objet();
        liste(json, "criteres", vue.criteres, [&](const auto& critere) {
            json.membre("nom", critere.nom);
            json.membre("texte", critere.texte);
        });
        liste(json, "dossiers", vue.candidats, [&](const auto& vu) { ecrire(json, vu); });
        ecrire_scenarios(json, vue);
        ecrire_equilibres(json, a_ecrire);
        liste(json, "interets", vue.interets, [&](const auto& un) { ecrire(json, un); });
        json.membre("portefeuille_sources", vue.sources);
    });
}

std::string scenario_json(const ScenarioEcrit& ecrit) {
    return objet([&](EcrivainJson& json) {
        ecrire(json, ecrit.scenario);
        ecrire(json, ecrit.total, ecrit.limite);
        json.membre("version", ecrit.version);
    });
}

std::string avis_json(const comite::Avis& avis) {
    return objet([&](EcrivainJson& json) { ecrire(json, avis); });
}

std::string vote_json(const comite::Vote& vote) {
    return objet([&](EcrivainJson& json) { ecrire(json, vote); });
}

std::string interet_json(const comite::Interet& interet) {
    return objet([&](EcrivainJson& json) { ecrire(json, interet); });
}

std::string point_json(const comite::PointDAttention& point) {
    return objet([&](EcrivainJson& json) { ecrire(json, point); });
}

void ecrire(EcrivainJson& json, const comite::Resultat& resultat) {
    json.membre("comite", resultat.comite);
    json.membre("dossier", resultat.dossier);
    json.membre("appel", resultat.appel);
    json.membre("fenetre", resultat.fenetre);
    json.membre("tenu_le", resultat.tenu_le.text());
    json.membre("avis", core::name_of(resultat.sens));
    ou_nul(json, "rang", resultat.rang);
    json.membre("recommandations", resultat.recommandations);
    json.membre("motif", resultat.motif);
    ou_nul(json, "montant", resultat.montant);
    json.membre("notifie_le", resultat.notifie_le.utc_text());
}

std::string proces_verbal_json(const std::vector<std::string>& paragraphes) {
    return objet([&](EcrivainJson& json) { json.membre("paragraphes", paragraphes); });
}

std::string publication_json(const comite::Publication& publication) {
    return objet([&](EcrivainJson& json) {
        liste(json, "resultats", publication.resultats,
              [&](const auto& resultat) { ecrire(json, resultat); });
        liste(json, "empechements", publication.empechements, [&](const auto& un) {
            json.membre("code", un.code);
            json.membre("dossier", un.objet);
            json.membre("message", un.phrase);
        });
    });
}

std::string livre_json(const LivreAEcrire& livre) {
    return objet([&](EcrivainJson& json) {
        json.membre("appel", livre.enveloppe.appel);
        json.membre("guichet", livre.enveloppe.guichet);
        ecrire(json, livre.soldes, livre.enveloppe);
        liste(json, "mouvements", livre.ecritures, [&](const auto& une) { ecrire(json, une); });
    });
}

std::string ecriture_json(const enveloppe::Ecriture& ecriture) {
    return objet([&](EcrivainJson& json) { ecrire(json, ecriture); });
}

}  // namespace grappe::api
