// Compares an analysis with what a case expects of it.
#include <algorithm>
#include <functional>
#include <map>
#include <sstream>
#include <stdexcept>

#include "portail/rendu/analyse_json.hpp"
#include "portail/socle/cas.hpp"

namespace grappe::socle::cas {
namespace {

using Mots = std::vector<std::string>;

Mots mots(const std::string& texte) {
    std::istringstream flux{texte};
    Mots sortie;
    for (std::string mot; flux >> mot;) sortie.push_back(mot);
    return sortie;
}

// Non-breaking spaces become plain ones: a case is typed on a common keyboard.
std::string espaces_simples(std::string texte) {
    for (const std::string insecable : {"\u00a0", "\u202f"})
        for (auto place = texte.find(insecable); place != std::string::npos;
             place = texte.find(insecable))
            texte.replace(place, insecable.size(), " ");
    return texte;
}

std::string a_partir_de(const Mots& mots, std::size_t premier) {
    std::string sortie;
    for (auto rang = premier; rang < mots.size(); ++rang)
        sortie += (rang > premier ? " " : "") + mots[rang];
    return sortie;
}

// "essms[3]" is the FINESS of that line; anything else is itself.
std::string designe(const Verifie& verifie, const std::string& mot) {
    if (!mot.starts_with("essms[")) return mot;
    const auto rang = std::stoul(mot.substr(6));
    return "essms:" + verifie.saisi().essms.at(rang).finess_et.text();
}

std::string objet_de(const rules::Objet& objet) {
    using enum rules::Objet::Genre;
    if (objet.genre == dossier) return "dossier";
    return (objet.genre == essms ? "essms:" : "piece:") + std::string{objet.nom};
}

// What a rule found, by outcome: "CONFORME x58, ALERTE x2".
std::string issues(const std::map<std::string, int>& comptes) {
    std::string sortie;
    for (const auto& [issue, nombre] : comptes)
        sortie += (sortie.empty() ? "" : ", ") + issue + " x" + std::to_string(nombre);
    return sortie.empty() ? "aucun constat" : sortie;
}

// "GRP-01 CONFORME", "ELIG-02 MANQUE essms[3]", "DOC-05 MANQUE x1": what was found instead, if so.
std::string juger_regle(const Verifie& verifie, const Mots& attendu) {
    const auto objet = attendu.size() > 2 ? designe(verifie, attendu[2]) : std::string{};
    const auto compte = objet.starts_with('x') ? std::stoi(objet.substr(1)) : -1;
    std::map<std::string, int> comptes;
    for (const auto& constat : verifie.analyse().constats) {
        if (core::name_of(constat.regle) != attendu[0]) continue;
        if (compte < 0 && !objet.empty() && objet_de(constat.objet) != objet) continue;
        ++comptes[std::string{core::name_of(constat.issue)}];
    }
    const auto trouve = comptes.find(attendu.at(1));
    const auto nombre = trouve == comptes.end() ? 0 : trouve->second;
    const auto juste = compte >= 0 ? nombre == compte : nombre > 0 && comptes.size() == 1;
    return juste ? "" : issues(comptes);
}

using Reponse = std::function<std::string(const Verifie&, const Mots&)>;

std::string montant_de(const Verifie& verifie, core::Money subvention::Subvention::*champ) {
    const auto& subvention = verifie.analyse().subvention;
    return subvention ? ((*subvention).*champ).text() : "aucune";
}

std::string total_d_aide(const subvention::Ligne& ligne, const std::string& champ) {
    if (champ == "usage") return ligne.usage.text();
    if (champ == "equipement") return ligne.equipement.text();
    if (champ == "materiel") return ligne.materiel.text();
    if (champ == "amoa") return ligne.amoa.text();
    if (champ == "total") return ligne.total().text();
    if (champ == "rang") return ligne.rang ? std::to_string(*ligne.rang) : "aucun";
    if (champ == "regime") return std::string{core::name_of(ligne.regime)};
    throw std::runtime_error{"champ de ligne inconnu : " + champ};
}

// "ligne essms[0] total 21000.00"
std::string ligne(const Verifie& verifie, const Mots& attendu) {
    const auto finess = designe(verifie, attendu.at(1)).substr(6);
    const auto& subvention = verifie.analyse().subvention;
    if (subvention)
        for (const auto& une : subvention->lignes)
            if (une.finess_et == finess) return total_d_aide(une, attendu.at(2));
    return "aucune";
}

// "variante convention_rang commun_ordre_liste 682000.00"
std::string variante(const Verifie& verifie, const Mots& attendu) {
    const auto& subvention = verifie.analyse().subvention;
    if (subvention)
        for (const auto& une : subvention->variantes)
            if (une.choix == attendu.at(1) && une.valeur == attendu.at(2)) return une.total.text();
    return "absente";
}

template <class E>
std::string lecture(const Verifie& verifie, std::optional<E> subvention::Subvention::*option) {
    const auto& subvention = verifie.analyse().subvention;
    if (!subvention || !((*subvention).*option)) return "aucune";
    return std::string{core::name_of(*((*subvention).*option))};
}

std::string guichet(const Verifie& verifie, const Mots&) {
    const auto& guichet = verifie.analyse().recevabilite.guichet;
    if (!guichet) return "aucun";
    return std::string{core::name_of(guichet->niveau)} + " " + std::string{guichet->financeur};
}

std::string fenetre(const Verifie& verifie, const Mots&) {
    const auto& fenetre = verifie.analyse().recevabilite.fenetre;
    if (!fenetre) return "aucune";
    return fenetre->fenetre->id + (fenetre->a_temps ? " a_temps" : " hors_delai");
}

std::string exclus(const Verifie& verifie, const Mots& attendu) {
    const auto& exclus = verifie.analyse().recevabilite.exclus;
    if (attendu.size() < 3) return std::to_string(exclus.size());
    const auto finess = designe(verifie, attendu.at(2)).substr(6);
    for (const auto& exclu : exclus)
        if (exclu.finess_et == finess)
            return std::string{core::name_of(exclu.regle)} + " " + attendu.at(2);
    return "non exclu";
}

// "regions 75 76"
std::string regions(const Verifie& verifie, const Mots&) {
    const auto& guichet = verifie.analyse().recevabilite.guichet;
    std::string sortie;
    if (guichet)
        for (const auto& region : guichet->regions) sortie += (sortie.empty() ? "" : " ") + region;
    return sortie.empty() ? "aucune" : sortie;
}

// "ecartes essms[3] essms[1]": all of them, in their order.
std::string ecartes(const Verifie& verifie, const Mots&) {
    std::string sortie;
    for (const auto& exclu : verifie.analyse().recevabilite.exclus)
        sortie += (sortie.empty() ? "essms[" : " essms[") + std::to_string(exclu.ligne) + "]";
    return sortie.empty() ? "aucun" : sortie;
}

// "source ELIG-07 Kit 1": every finding of that rule cites a text of that name.
std::string source(const Verifie& verifie, const Mots& attendu) {
    for (const auto& constat : verifie.analyse().constats) {
        if (core::name_of(constat.regle) != attendu.at(1)) continue;
        const auto cite = constat.source->document + " " + constat.source->section;
        if (cite.find(a_partir_de(attendu, 2)) == std::string::npos) return cite;
    }
    return a_partir_de(attendu, 1);
}

std::string seuil(const Verifie& verifie, const Mots& attendu) {
    for (const auto& un : verifie.analyse().seuils)
        if (core::name_of(un.regle) == attendu.at(1) &&
            (un.changement + " " + un.effet).find(a_partir_de(attendu, 2)) != std::string::npos)
            return a_partir_de(attendu, 1);
    return "aucun seuil de ce nom";
}

const std::map<std::string, Reponse>& questions() {
    using subvention::Subvention;
    const auto montant = [](core::Money Subvention::*champ) {
        return [champ](const Verifie& v, const Mots&) { return montant_de(v, champ); };
    };
    static const std::map<std::string, Reponse> toutes{
        {"issue", [](const Verifie& v,
                     const Mots&) { return std::string{core::name_of(v.analyse().issue)}; }},
        {"comptes",
         [](const Verifie& v, const Mots&) {
             return std::to_string(v.analyse().recevabilite.comptes.size());
         }},
        {"subvention",
         [](const Verifie& v, const Mots&) {
             return std::string{v.analyse().subvention ? "donnee" : "aucune"};
         }},
        {"guichet", guichet},
        {"regions", regions},
        {"ecartes", ecartes},
        {"source", source},
        {"convention_rang",
         [](const Verifie& v, const Mots&) { return lecture(v, &Subvention::convention_rang); }},
        {"assiette_plafond",
         [](const Verifie& v, const Mots&) { return lecture(v, &Subvention::assiette_plafond); }},
        {"fenetre", fenetre},
        {"exclus", exclus},
        {"seuil", seuil},
        {"enveloppe",
         [](const Verifie& v, const Mots&) {
             const auto& enveloppe = v.appel().enveloppe;
             return enveloppe.definie() ? enveloppe->text() : std::string{"aucune"};
         }},
        {"total", montant(&Subvention::total)},
        {"usage", montant(&Subvention::usage)},
        {"equipement", montant(&Subvention::equipement)},
        {"specifique", montant(&Subvention::specifique)},
        {"avance", montant(&Subvention::avance)},
        {"solde", montant(&Subvention::solde)}};
    return toutes;
}

// Expectations whose answer is their last word only.
std::string dernier_mot(const Verifie& verifie, const Mots& attendu) {
    return attendu[0] == "ligne" ? ligne(verifie, attendu) : variante(verifie, attendu);
}

// "message GRP-01 sous le minimum de 15": a sentence of that rule has these words.
std::string message(const Verifie& verifie, const Mots& attendu, const rules::Phrases& phrases) {
    std::string dites;
    for (const auto& constat : verifie.analyse().constats) {
        if (core::name_of(constat.regle) != attendu.at(1)) continue;
        const auto dite = espaces_simples(phrases.rendre(constat.phrase, constat.faits));
        if (dite.find(a_partir_de(attendu, 2)) != std::string::npos) return "";
        dites = dite;
    }
    return dites.empty() ? "aucun constat" : dites;
}

std::string ecart(const Verifie& verifie, const Mots& attendu) {
    if (attendu[0] == "ligne" || attendu[0] == "variante") {
        const auto obtenu = dernier_mot(verifie, attendu);
        return obtenu == attendu.back() ? "" : obtenu;
    }
    const auto question = questions().find(attendu[0]);
    if (question == questions().end()) return juger_regle(verifie, attendu);
    const auto obtenu = question->second(verifie, attendu);
    return obtenu == a_partir_de(attendu, 1) ? "" : obtenu;
}

std::string fautes_de(const Verification& verification) {
    std::string sortie;
    for (const auto& faute : verification.fautes)
        sortie += (sortie.empty() ? "" : ", ") + faute.chemin + " " + std::string{faute.code};
    return sortie;
}

// "faute essms[0].finess_et dossier.finess.longueur", for a dossier that cannot be read.
bool faute_dite(const Verification& verification, const Mots& attendu) {
    for (const auto& faute : verification.fautes)
        if (attendu.size() == 3 && faute.chemin == attendu[1] && faute.code == attendu[2])
            return true;
    return false;
}

// "remede porteur.sirett Remplacez-la par « siret »": how to mend what is at that place.
bool remede_dit(const Verification& verification, const Mots& attendu,
                const rules::Phrases& phrases) {
    for (const auto& faute : verification.fautes)
        if (faute.chemin == attendu.at(1)) {
            const auto dite = rendu::dire(faute, phrases);
            const auto tout = espaces_simples(dite.defaut + " " + dite.remede);
            if (tout.find(a_partir_de(attendu, 2)) != std::string::npos) return true;
        }
    return false;
}

std::string ecart_de_lecture(const Verification& verification, const Mots& attendu,
                             const rules::Phrases& phrases) {
    const auto nombre = std::to_string(verification.fautes.size());
    if (attendu[0] == "faute" && faute_dite(verification, attendu)) return "";
    if (attendu[0] == "remede" && remede_dit(verification, attendu, phrases)) return "";
    if (attendu[0] == "fautes" && attendu.at(1) == nombre) return "";
    return "dossier illisible : " + fautes_de(verification);
}

std::string ecart_du_jugement(const Verifie& verifie, const Mots& attendu,
                              const rules::Phrases& phrases) {
    return attendu[0] == "message" ? message(verifie, attendu, phrases) : ecart(verifie, attendu);
}

}  // namespace

std::vector<std::string> ecarts(const Cas& cas, const Verification& verification,
                                const rules::Phrases& phrases) {
    std::vector<std::string> sortie;
    for (const auto& ligne : cas.attendus) {
        const auto attendu = mots(ligne.texte);
        const auto obtenu = verification.verifie
                                ? ecart_du_jugement(*verification.verifie, attendu, phrases)
                                : ecart_de_lecture(verification, attendu, phrases);
        if (!obtenu.empty())
            sortie.push_back(cas.fichier + ":" + std::to_string(ligne.numero) + ": attendu « " +
                             ligne.texte + " », obtenu « " + obtenu + " »");
    }
    return sortie;
}

}  // namespace grappe::socle::cas
