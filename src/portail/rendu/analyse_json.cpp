// Writes an analysis as the contract says, appending only: a thousand findings in microseconds.
#include "portail/rendu/analyse_json.hpp"

#include "portail/rendu/ecrivain_json.hpp"
#include "portail/rendu/trace_json.hpp"

namespace grappe::rendu {
namespace {

void ajouter_guichet(EcrivainJson& json, const std::optional<recevabilite::Guichet>& guichet) {
    if (!guichet) return json.nul();
    json.ouvrir_objet();
    json.cle("niveau");
    json.texte(core::name_of(guichet->niveau));
    json.cle("financeur");
    json.texte(guichet->financeur);
    json.cle("regions");
    json.ouvrir_liste();
    for (const auto& region : guichet->regions) json.texte(region);
    json.fermer_liste();
    json.fermer_objet();
}

void ajouter_fenetre(EcrivainJson& json, const Sujet& source) {
    const auto& fenetre = source.analyse.recevabilite.fenetre;
    if (!fenetre) return json.nul();
    const auto& fuseau = source.appel.fuseau;
    json.ouvrir_objet();
    json.cle("id");
    json.texte(fenetre->fenetre->id);
    json.cle("ouvre_le");
    json.texte(fuseau.text(fenetre->fenetre->ouvre_le));
    json.cle("ferme_le");
    json.texte(fuseau.text(fenetre->fenetre->ferme_le));
    json.cle("a_temps");
    json.booleen(fenetre->a_temps);
    json.fermer_objet();
}

void ajouter_exclus(EcrivainJson& json, const std::vector<recevabilite::Exclusion>& exclus) {
    json.ouvrir_liste();
    for (const auto& exclu : exclus) {
        json.ouvrir_objet();
        json.cle("finess_et");
        json.texte(exclu.finess_et);
        json.cle("regle");
        json.texte(nom_de(exclu.regle));
        json.fermer_objet();
    }
    json.fermer_liste();
}

void ajouter_objet(std::string& sortie, const rules::Objet& objet) {
    using enum rules::Objet::Genre;
    if (objet.genre == dossier) {
        sortie += "dossier";
        return;
    }
    sortie += objet.genre == essms ? "essms:" : "piece:";
    sortie += objet.nom;
}

// Findings of one rule follow each other and share their source: written once, then copied.
class SourceRecente {
public:
    void ajouter(EcrivainJson& json, const rules::Source& source) {
        if (&source != source_) {
            source_ = &source;
            ecrite_.clear();
            EcrivainJson neuf{ecrite_};
            ajouter_source(neuf, source);
        }
        json.brut(ecrite_);
    }

private:
    const rules::Source* source_ = nullptr;
    std::string ecrite_;
};

void ajouter_constats(EcrivainJson& json, const Sujet& source) {
    SourceRecente recente;
    json.ouvrir_liste();
    for (const auto& constat : source.analyse.constats) {
        json.ouvrir_objet();
        json.cle("regle");
        json.texte(nom_de(constat.regle));
        json.cle("issue");
        json.texte(core::name_of(constat.issue));
        json.cle("objet");
        json.texte_de([&](std::string& sortie) { ajouter_objet(sortie, constat.objet); });
        json.cle("message");
        json.texte_de([&](std::string& sortie) {
            source.phrases.ajouter(sortie, constat.phrase, constat.faits);
        });
        json.cle("faits");
        json.faits(constat.faits);
        json.cle("source");
        recente.ajouter(json, *constat.source);
        json.fermer_objet();
    }
    json.fermer_liste();
}

template <class E>
void ajouter_option(EcrivainJson& json, std::string_view cle, const std::optional<E>& option) {
    json.cle(cle);
    if (option)
        json.texte(core::name_of(*option));
    else
        json.nul();
}

void ajouter_montant(EcrivainJson& json, std::string_view cle, core::Money montant) {
    json.cle(cle);
    json.montant(montant);
}

void ajouter_ligne(EcrivainJson& json, const subvention::Ligne& ligne) {
    json.ouvrir_objet();
    json.cle("finess_et");
    json.texte(ligne.finess_et);
    json.cle("rang");
    if (ligne.rang)
        json.entier(*ligne.rang);
    else
        json.nul();
    json.cle("regime");
    json.texte(core::name_of(ligne.regime));
    ajouter_montant(json, "usage", ligne.usage);
    ajouter_montant(json, "equipement", ligne.equipement);
    ajouter_montant(json, "materiel", ligne.materiel);
    ajouter_montant(json, "amoa", ligne.amoa);
    ajouter_montant(json, "total", ligne.total());
    json.fermer_objet();
}

void ajouter_variante(EcrivainJson& json, const subvention::Variante& variante) {
    json.ouvrir_objet();
    json.cle("choix");
    json.texte(variante.choix);
    json.cle("valeur");
    json.texte(variante.valeur);
    ajouter_montant(json, "total", variante.total);
    json.fermer_objet();
}

void ajouter_subvention(EcrivainJson& json,
                        const std::optional<subvention::Subvention>& subvention) {
    if (!subvention) return json.nul();
    json.ouvrir_objet();
    ajouter_montant(json, "total", subvention->total);
    ajouter_montant(json, "usage", subvention->usage);
    ajouter_montant(json, "equipement", subvention->equipement);
    ajouter_montant(json, "specifique", subvention->specifique);
    ajouter_montant(json, "avance", subvention->avance);
    ajouter_montant(json, "solde", subvention->solde);
    ajouter_option(json, "convention_rang", subvention->convention_rang);
    ajouter_option(json, "assiette_plafond", subvention->assiette_plafond);
    json.cle("lignes");
    json.ouvrir_liste();
    for (const auto& ligne : subvention->lignes) ajouter_ligne(json, ligne);
    json.fermer_liste();
    json.cle("variantes");
    json.ouvrir_liste();
    for (const auto& variante : subvention->variantes) ajouter_variante(json, variante);
    json.fermer_liste();
    json.fermer_objet();
}

void ajouter_seuils(EcrivainJson& json, const std::vector<analyse::Seuil>& seuils) {
    json.ouvrir_liste();
    for (const auto& seuil : seuils) {
        json.ouvrir_objet();
        json.cle("regle");
        json.texte(nom_de(seuil.regle));
        json.cle("changement");
        json.texte(seuil.changement);
        json.cle("effet");
        json.texte(seuil.effet);
        json.fermer_objet();
    }
    json.fermer_liste();
}

}  // namespace

std::string nom_de_l_objet(const rules::Objet& objet) {
    std::string nom;
    ajouter_objet(nom, objet);
    return nom;
}

void ajouter_analyse_json(std::string& sortie, const Sujet& source) {
    const auto& analyse = source.analyse;
    EcrivainJson json{sortie};
    json.ouvrir_objet();
    json.cle("appel");
    json.texte(source.appel.id);
    json.cle("regles");
    json.texte(source.appel.empreinte);
    json.cle("issue");
    json.texte(core::name_of(analyse.issue));
    json.cle("guichet");
    ajouter_guichet(json, analyse.recevabilite.guichet);
    json.cle("fenetre");
    ajouter_fenetre(json, source);
    json.cle("essms_comptes");
    json.entier(static_cast<std::int64_t>(analyse.recevabilite.comptes.size()));
    json.cle("essms_exclus");
    ajouter_exclus(json, analyse.recevabilite.exclus);
    json.cle("constats");
    ajouter_constats(json, source);
    json.cle("subvention");
    ajouter_subvention(json, analyse.subvention);
    json.cle("seuils");
    ajouter_seuils(json, analyse.seuils);
    json.cle("trace");
    ajouter_trace(json, source);
    json.fermer_objet();
}

std::string analyse_json(const Sujet& source) {
    constexpr std::size_t octets_par_constat = 400;
    std::string sortie;
    sortie.reserve(20'000 + octets_par_constat * source.analyse.constats.size());
    ajouter_analyse_json(sortie, source);
    return sortie;
}

FauteDite dire(const dossier::Faute& faute, const rules::Phrases& phrases) {
    const std::string code{faute.code};
    std::string ou = faute.chemin;
    if (faute.position.ligne > 0)
        ou =
            phrases.rendre("rendu.position", {{"ligne", std::to_string(faute.position.ligne)},
                                              {"colonne", std::to_string(faute.position.colonne)}});
    return {.ou = std::move(ou),
            .code = code,
            .defaut = phrases.rendre(code, faute.faits),
            .remede = phrases.rendre(code + ".remede", faute.faits)};
}

}  // namespace grappe::rendu
