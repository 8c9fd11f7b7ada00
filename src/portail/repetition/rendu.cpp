// The same rehearsal for programs, for spreadsheets and for people.
#include "portail/repetition/rendu.hpp"

#include "core/csv.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "portail/rendu/presentation.hpp"
#include "portail/repetition/raisons.hpp"

namespace grappe::repetition {
namespace {

using rendu::EcrivainJson;

void ecrire_compte(EcrivainJson& json, const Compte& compte) {
    json.membre("dossiers", compte.dossiers);
    json.membre("gagnants", compte.gagnants);
    json.membre("perdants", compte.perdants);
    json.membre("avant", compte.avant);
    json.membre("apres", compte.apres);
    json.membre("ecart", compte.ecart());
}

void ecrire_bilan(EcrivainJson& json, const Bilan& bilan) {
    json.cle("bilan");
    json.ouvrir_objet();
    ecrire_compte(json, bilan.tout);
    json.membre("changes", bilan.changes);
    json.membre("devenus_irrecevables", bilan.devenus_irrecevables);
    json.membre("devenus_recevables", bilan.devenus_recevables);
    json.cle("guichets");
    json.ouvrir_liste();
    for (const auto& [guichet, compte] : bilan.par_guichet) {
        json.ouvrir_objet();
        json.membre("guichet", guichet);
        ecrire_compte(json, compte);
        json.fermer_objet();
    }
    json.fermer_liste();
    json.cle("secteurs");
    json.ouvrir_liste();
    for (const auto& [secteur, nom] : names(referentiels::Secteur{})) {
        json.ouvrir_objet();
        json.membre("secteur", nom);
        ecrire_compte(json, bilan.par_secteur.at(static_cast<std::size_t>(secteur)));
        json.fermer_objet();
    }
    json.fermer_liste();
    json.cle("issues");
    json.ouvrir_liste();
    for (const auto& [issues, dossiers] : bilan.issues) {
        json.ouvrir_objet();
        json.membre("avant", core::name_of(issues.first));
        json.membre("apres", core::name_of(issues.second));
        json.membre("dossiers", dossiers);
        json.fermer_objet();
    }
    json.fermer_liste();
    json.fermer_objet();
}

void ecrire_resultat(EcrivainJson& json, std::string_view cle, const Resultat& resultat) {
    json.cle(cle);
    json.ouvrir_objet();
    json.membre("issue", core::name_of(resultat.issue));
    json.membre("guichet", resultat.guichet);
    json.membre("essms_comptes", resultat.essms);
    json.cle("subvention");
    resultat.total ? json.montant(*resultat.total) : json.nul();
    json.fermer_objet();
}

void ecrire_valeurs(EcrivainJson& json, const std::vector<ValeurDite>& valeurs) {
    json.cle("valeurs");
    json.ouvrir_liste();
    for (const auto& valeur : valeurs) {
        json.ouvrir_objet();
        json.membre("chemin", valeur.chemin);
        json.membre("avant", valeur.avant);
        json.membre("apres", valeur.apres);
        json.membre("source", valeur.source);
        json.fermer_objet();
    }
    json.fermer_liste();
}

void ecrire_replique(EcrivainJson& json, const Replique& une) {
    json.ouvrir_objet();
    json.membre("dossier", une.dossier);
    json.membre("numero", une.numero);
    json.membre("appel", une.appel);
    json.membre("porteur", une.porteur);
    json.membre("guichet", une.financeur);
    json.membre("statut", core::name_of(une.statut));
    json.membre("regles", une.regles);
    ecrire_resultat(json, "avant", une.avant);
    ecrire_resultat(json, "apres", une.apres);
    json.membre("ecart", une.ecart());
    json.membre("raisons", une.raisons);
    json.fermer_objet();
}

// "-1234,50": what a French spreadsheet adds up.
std::string nombre(core::Money montant) {
    auto texte = montant.text();
    for (auto& c : texte)
        if (c == '.') c = ',';
    return texte;
}

std::string raisons_jointes(const Replique& une, std::string_view entre) {
    std::string jointes;
    for (const auto& raison : une.raisons)
        jointes.append(jointes.empty() ? std::string_view{} : entre).append(raison);
    return jointes;
}

rules::Faits faits_de(const Compte& compte) {
    return {{"dossiers", static_cast<std::int64_t>(compte.dossiers)},
            {"gagnants", static_cast<std::int64_t>(compte.gagnants)},
            {"perdants", static_cast<std::int64_t>(compte.perdants)},
            {"avant", compte.avant},
            {"apres", compte.apres},
            {"ecart", rendu::ecart_en_francais(compte.ecart())}};
}

}  // namespace

std::string en_json(const Repetition& repetition) {
    std::string corps;
    EcrivainJson json{corps};
    json.ouvrir_objet();
    json.membre("appel", repetition.appel);
    json.membre("titre", repetition.titre);
    json.membre("regles", repetition.empreinte);
    json.membre("tous_les_appels", repetition.tous_les_appels);
    json.membre("brouillons", repetition.brouillons);
    json.membre("retires", repetition.retires);
    json.membre("illisibles", repetition.illisibles);
    ecrire_bilan(json, repetition.bilan);
    ecrire_valeurs(json, repetition.valeurs);
    json.cle("dossiers");
    json.ouvrir_liste();
    for (const auto& une : repetition.repliques) ecrire_replique(json, une);
    json.fermer_liste();
    json.fermer_objet();
    return corps;
}

std::string en_csv(const std::vector<Replique>& repliques, const rules::Phrases& phrases) {
    std::string csv{"\xEF\xBB\xBF"};
    const auto texte = [](std::string_view un) { return core::csv_cell(un); };
    core::append_csv_row(csv, {"numero", "porteur", "appel", "guichet", "etat", "issue_avant",
                               "issue_apres", "guichet_avant", "guichet_apres", "subvention_avant",
                               "subvention_apres", "ecart", "raisons"});
    for (const auto& une : repliques)
        core::append_csv_row(
            csv,
            {texte(une.numero), texte(une.porteur), texte(une.appel), texte(une.financeur),
             texte(phrases.rendre("bureau.statut." + std::string{core::name_of(une.statut)}, {})),
             texte(issue_en_mots(une.avant.issue, phrases)),
             texte(issue_en_mots(une.apres.issue, phrases)), texte(une.avant.guichet),
             texte(une.apres.guichet), une.avant.total ? nombre(*une.avant.total) : "",
             une.apres.total ? nombre(*une.apres.total) : "", nombre(une.ecart()),
             texte(raisons_jointes(une, " "))});
    return csv;
}

std::string portee_en_mots(const Repetition& repetition, const rules::Phrases& phrases) {
    return phrases.rendre(
        repetition.tous_les_appels ? "repetition.portee_tous" : "repetition.portee_appel",
        {{"appel", std::string_view{repetition.appel}},
         {"dossiers", static_cast<std::int64_t>(repetition.repliques.size())},
         {"brouillons", static_cast<std::int64_t>(repetition.brouillons)},
         {"retires", static_cast<std::int64_t>(repetition.retires)}});
}

std::string en_texte(const Repetition& repetition, const rules::Phrases& phrases) {
    const auto& bilan = repetition.bilan;
    auto texte = portee_en_mots(repetition, phrases) + "\n";
    const auto ligne = [&](std::string_view code, const rules::Faits& faits) {
        texte += phrases.rendre(code, faits) + "\n";
    };
    ligne("repetition.total", faits_de(bilan.tout));
    ligne("repetition.issues", {{"changes", static_cast<std::int64_t>(bilan.changes)},
                                {"refuses", static_cast<std::int64_t>(bilan.devenus_irrecevables)},
                                {"admis", static_cast<std::int64_t>(bilan.devenus_recevables)}});
    for (const auto& [guichet, compte] : bilan.par_guichet) {
        auto faits = faits_de(compte);
        faits.push_back({"nom", std::string_view{guichet}});
        ligne("repetition.total_de", faits);
    }
    for (const auto& [secteur, nom] : names(referentiels::Secteur{})) {
        const auto& compte = bilan.par_secteur.at(static_cast<std::size_t>(secteur));
        if (compte.dossiers == 0) continue;
        auto faits = faits_de(compte);
        faits.push_back({"nom", std::string_view{nom}});
        ligne("repetition.total_de", faits);
    }
    for (const auto& numero : repetition.illisibles)
        ligne("repetition.illisible", {{"numero", std::string_view{numero}}});
    for (const auto& une : repetition.repliques) {
        if (!une.change()) continue;
        texte += "\n" + une.numero + " " + une.porteur + "\n";
        for (const auto& raison : une.raisons) texte += "  " + raison + "\n";
    }
    return texte;
}

}  // namespace grappe::repetition
