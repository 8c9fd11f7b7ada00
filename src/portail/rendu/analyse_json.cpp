// Writes an analysis as the contract says, appending only.
#include "portail/rendu/analyse_json.hpp"

#include "portail/rendu/ecrivain_json.hpp"
#include "portail/rendu/redites.hpp"
#include "portail/rendu/trace_json.hpp"

namespace grappe::rendu {
namespace {

void ajouter_guichet(EcrivainRapide& json, const std::optional<recevabilite::Guichet>& guichet) {
    if (!guichet) return json.nul();
    json.ouvrir_objet();
    json.cle("niveau");
    json.mot(core::name_of(guichet->niveau));
    json.membre("financeur", guichet->financeur);
    json.membre("regions", guichet->regions);
    json.fermer_objet();
}

void ajouter_fenetre(EcrivainRapide& json, const Sujet& source) {
    const auto& fenetre = source.analyse.recevabilite.fenetre;
    if (!fenetre) return json.nul();
    const auto& fuseau = source.appel.fuseau;
    json.ouvrir_objet();
    json.membre("id", fenetre->fenetre->id);
    json.membre("ouvre_le", fuseau.text(fenetre->fenetre->ouvre_le));
    json.membre("ferme_le", fuseau.text(fenetre->fenetre->ferme_le));
    json.cle("a_temps");
    json.booleen(fenetre->a_temps);
    json.fermer_objet();
}

void ajouter_exclus(EcrivainRapide& json, const std::vector<recevabilite::Exclusion>& exclus) {
    json.ouvrir_liste();
    for (const auto& exclu : exclus) {
        json.ouvrir_objet();
        json.cle("finess_et");
        json.mot(exclu.finess_et);
        json.cle("regle");
        json.mot(nom_de(exclu.regle));
        json.fermer_objet();
    }
    json.fermer_liste();
}

std::string_view prefixe_de(const rules::Objet& objet) {
    using enum rules::Objet::Genre;
    if (objet.genre == dossier) return "dossier";
    return objet.genre == essms ? "essms:" : "piece:";
}

// The bulk of an answer: a thousand findings of the same form, so written without the small steps
// of EcrivainJson, and copied where they say the same of another object.
class EcrivainDeConstats {
public:
    EcrivainDeConstats(Tampon& sortie, Messages& messages) : sortie_{sortie}, messages_{messages} {}

    void ajouter(const rules::Constat& constat) {
        if (const auto* ecrit = redites_.trouver(constat)) {
            sortie_.redire(ecrit->avant);
            sortie_.append(constat.objet.nom);
            return sortie_.redire(ecrit->apres);
        }
        const auto debut = sortie_.taille();
        avant_l_objet(constat);
        const auto objet = sortie_.taille();
        sortie_.append(constat.objet.nom);
        const auto suite = sortie_.taille();
        apres_l_objet(constat);
        redites_.noter({&constat, {debut, objet}, {suite, sortie_.taille()}});
    }

private:
    void avant_l_objet(const rules::Constat& constat) {
        sortie_.append("{\"regle\":\"");
        sortie_.append(nom_de(constat.regle));
        sortie_.append("\",\"issue\":\"");
        sortie_.append(core::name_of(constat.issue));
        sortie_.append("\",\"objet\":\"");
        sortie_.append(prefixe_de(constat.objet));
    }
    void apres_l_objet(const rules::Constat& constat) {
        sortie_.append("\",\"message\":\"");
        ajouter_echappe(sortie_, messages_.rendre(constat.phrase, constat.faits));
        sortie_.append("\",\"faits\":");
        EcrivainRapide{sortie_}.faits(constat.faits);
        sortie_.append(",\"source\":");
        sources_.ajouter(sortie_, *constat.source,
                         [&] { ajouter_source(sortie_, *constat.source); });
        sortie_.push_back('}');
    }

    Tampon& sortie_;
    Messages& messages_;
    Redites<rules::Constat> redites_;
    Redites<rules::Source> sources_;
};

void ajouter_constats(Tampon& sortie, const Sujet& source, Messages& messages) {
    EcrivainDeConstats ecrivain{sortie, messages};
    char avant = '[';
    for (const auto& constat : source.analyse.constats) {
        sortie.push_back(avant);
        ecrivain.ajouter(constat);
        avant = ',';
    }
    sortie.append(source.analyse.constats.empty() ? "[]" : "]");
}

template <class E>
void ajouter_option(EcrivainRapide& json, std::string_view cle, const std::optional<E>& option) {
    json.cle(cle);
    if (option)
        json.mot(core::name_of(*option));
    else
        json.nul();
}

void ajouter_montant(EcrivainRapide& json, std::string_view cle, core::Money montant) {
    json.cle(cle);
    json.montant(montant);
}

void ajouter_ligne(EcrivainRapide& json, const subvention::Ligne& ligne) {
    json.ouvrir_objet();
    json.cle("finess_et");
    json.mot(ligne.finess_et);
    json.cle("rang");
    if (ligne.rang)
        json.entier(*ligne.rang);
    else
        json.nul();
    json.cle("regime");
    json.mot(core::name_of(ligne.regime));
    ajouter_montant(json, "usage", ligne.usage);
    ajouter_montant(json, "equipement", ligne.equipement);
    ajouter_montant(json, "materiel", ligne.materiel);
    ajouter_montant(json, "amoa", ligne.amoa);
    ajouter_montant(json, "total", ligne.total());
    json.fermer_objet();
}

void ajouter_variante(EcrivainRapide& json, const subvention::Variante& variante) {
    json.ouvrir_objet();
    json.membre("choix", variante.choix);
    json.membre("valeur", variante.valeur);
    ajouter_montant(json, "total", variante.total);
    json.fermer_objet();
}

void ajouter_subvention(EcrivainRapide& json,
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

void ajouter_seuils(EcrivainRapide& json, const std::vector<analyse::Seuil>& seuils) {
    json.ouvrir_liste();
    for (const auto& seuil : seuils) {
        json.ouvrir_objet();
        json.cle("regle");
        json.mot(nom_de(seuil.regle));
        json.membre("changement", seuil.changement);
        json.membre("effet", seuil.effet);
        json.fermer_objet();
    }
    json.fermer_liste();
}

}  // namespace

std::string nom_de_l_objet(const rules::Objet& objet) {
    return std::string{prefixe_de(objet)} + std::string{objet.nom};
}

void ecrire_constat(EcrivainJson& json, const rules::Constat& constat,
                    const rules::Phrases& phrases) {
    json.ouvrir_objet();
    json.membre("regle", core::name_of(constat.regle));
    json.membre("issue", core::name_of(constat.issue));
    json.membre("objet", nom_de_l_objet(constat.objet));
    json.membre("message", phrases.rendre(constat.phrase, constat.faits));
    json.fermer_objet();
}

Tampon analyse_octets(const Sujet& source) {
    constexpr std::size_t octets_par_constat = 400;
    const auto& analyse = source.analyse;
    Tampon sortie{65'536 + octets_par_constat * analyse.constats.size()};
    Messages messages{source.phrases};
    EcrivainRapide json{sortie};
    json.ouvrir_objet();
    json.membre("appel", source.appel.id);
    json.membre("regles", source.appel.empreinte);
    json.cle("issue");
    json.mot(core::name_of(analyse.issue));
    json.cle("guichet");
    ajouter_guichet(json, analyse.recevabilite.guichet);
    json.cle("fenetre");
    ajouter_fenetre(json, source);
    json.membre("essms_comptes", static_cast<std::int64_t>(analyse.recevabilite.comptes.size()));
    json.cle("essms_exclus");
    ajouter_exclus(json, analyse.recevabilite.exclus);
    json.cle("constats");
    json.brut("");
    ajouter_constats(sortie, source, messages);
    json.cle("subvention");
    ajouter_subvention(json, analyse.subvention);
    json.cle("seuils");
    ajouter_seuils(json, analyse.seuils);
    json.cle("trace");
    json.brut("");
    ajouter_trace(sortie, source, messages);
    json.fermer_objet();
    return sortie;
}

std::string analyse_json(const Sujet& source) { return analyse_octets(source).texte(); }

std::string subvention_json(const analyse::Analyse& analyse) {
    Tampon sortie{4'096};
    EcrivainRapide json{sortie};
    ajouter_subvention(json, analyse.subvention);
    return sortie.texte();
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
