// Writes the trace of an analysis; the form is described in docs/trace.md.
#include "portail/rendu/trace_json.hpp"

#include <algorithm>

#include "portail/rendu/redites.hpp"

namespace grappe::rendu {
namespace {

using Chemins = std::vector<std::string_view>;

// Steps name the same few parameters over and over, by the same text: the address decides first.
bool connu(const Chemins& chemins, std::string_view chemin) {
    return std::ranges::any_of(chemins, [&](auto autre) { return meme_texte(autre, chemin); }) ||
           std::ranges::find(chemins, chemin) != chemins.end();
}

void retenir(Chemins& chemins, const rules::Trace& trace) {
    for (const auto& etape : trace)
        for (const auto chemin : etape.parametres)
            if (!connu(chemins, chemin)) chemins.push_back(chemin);
}

Chemins chemins_lus(const analyse::Analyse& analyse) {
    Chemins chemins;
    retenir(chemins, analyse.trace);
    if (!analyse.subvention) return chemins;
    retenir(chemins, analyse.subvention->trace);
    for (const auto& ligne : analyse.subvention->lignes) retenir(chemins, ligne.trace);
    return chemins;
}

// A step may name a value or a table of values: "bareme.acquisition.1" holds ".usage".
bool sous(std::string_view valeur, std::string_view chemin) {
    const auto fin = chemin.size();
    if (valeur.size() < fin || (valeur.size() > fin && valeur[fin] != '.')) return false;
    // Paths that begin alike end differently.
    return fin == 0 || (valeur[fin - 1] == chemin[fin - 1] && valeur.starts_with(chemin));
}

void ajouter_parametres(Tampon& sortie, const Sujet& source) {
    const auto chemins = chemins_lus(source.analyse);
    EcrivainRapide json{sortie};
    json.ouvrir_objet();
    for (const auto& valeur : source.appel.valeurs) {
        const auto lue = std::ranges::any_of(
            chemins, [&](std::string_view chemin) { return sous(valeur.chemin, chemin); });
        if (!lue) continue;
        json.cle(valeur.chemin);
        json.ouvrir_objet();
        json.membre("valeur", valeur.texte);
        json.cle("source");
        json.brut("");
        ajouter_source(sortie, valeur.source);
        json.membre("couche", valeur.couche);
        json.fermer_objet();
    }
    json.fermer_objet();
}

void ajouter_etape(Tampon& sortie, const rules::Etape& etape, Messages& messages) {
    EcrivainRapide json{sortie};
    json.ouvrir_objet();
    json.cle("regle");
    json.mot(nom_de(etape.regle));
    json.cle("appliquee");
    json.booleen(etape.appliquee);
    json.membre("message", messages.rendre(etape.phrase, etape.faits));
    json.cle("faits");
    json.faits(etape.faits);
    json.cle("parametres");
    json.ouvrir_liste();
    for (const auto chemin : etape.parametres) json.mot(chemin);
    json.fermer_liste();
    json.fermer_objet();
}

class EcrivainDeTrace {
public:
    EcrivainDeTrace(Tampon& sortie, Messages& messages) : sortie_{sortie}, messages_{messages} {}

    // The steps, with a comma before each but the first of a list.
    void etapes(EcrivainRapide& json, const rules::Trace& trace) {
        for (const auto& etape : trace) {
            json.brut("");
            redites_.ajouter(sortie_, etape, [&] { ajouter_etape(sortie_, etape, messages_); });
        }
    }

private:
    Tampon& sortie_;
    Messages& messages_;
    Redites<rules::Etape> redites_;
};

}  // namespace

std::string_view nom_de(rules::RegleId regle) {
    static constexpr auto table = names(rules::RegleId{});
    const auto rang = static_cast<std::size_t>(regle);
    core::ensure(rang < table.size() && table[rang].value == regle, "rules out of order");
    return table[rang].name;
}

void ajouter_source(Tampon& sortie, const rules::Source& source) {
    EcrivainRapide json{sortie};
    json.ouvrir_objet();
    json.membre("document", source.document);
    if (!source.section.empty()) {
        json.membre("section", source.section);
    }
    json.fermer_objet();
}

void ajouter_trace(Tampon& sortie, const Sujet& source, Messages& messages) {
    const auto& subvention = source.analyse.subvention;
    EcrivainRapide json{sortie};
    EcrivainDeTrace ecrivain{sortie, messages};
    json.ouvrir_objet();
    json.cle("parametres");
    json.brut("");
    ajouter_parametres(sortie, source);
    json.cle("etapes");
    json.ouvrir_liste();
    ecrivain.etapes(json, source.analyse.trace);
    if (subvention) ecrivain.etapes(json, subvention->trace);
    json.fermer_liste();
    json.cle("lignes");
    json.ouvrir_liste();
    if (subvention)
        for (const auto& ligne : subvention->lignes) {
            json.ouvrir_objet();
            json.membre("finess_et", ligne.finess_et);
            json.cle("etapes");
            json.ouvrir_liste();
            ecrivain.etapes(json, ligne.trace);
            json.fermer_liste();
            json.fermer_objet();
        }
    json.fermer_liste();
    json.fermer_objet();
}

}  // namespace grappe::rendu
