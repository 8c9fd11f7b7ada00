// The fields of each line, in the order of the contract.
#include "dui/generateur/lignes.hpp"

#include "dui/generateur/identite.hpp"

namespace grappe::generateur {

Ecrivain& Lignes::identifier(std::string_view type, char marque, std::uint64_t numero) {
    return e_.texte(R"({"type":")")
        .texte(type)
        .texte(R"(","id":")")
        .texte({&marque, 1})
        .nombre(numero)
        .texte(R"(","finess_et":")");
}

Ecrivain& Lignes::ouvrir(std::string_view type, char marque, const NumeroEt& finess) {
    return identifier(type, marque, ++faits_).texte(texte_de(finess)).texte("\"");
}

Ecrivain& Lignes::ouvrir(std::string_view type, char marque, const Qui& qui) {
    return ouvrir(type, marque, qui.finess)
        .texte(R"(,"personne":"u)")
        .nombre(qui.personne)
        .texte("\"");
}

void Lignes::le(Moment moment) {
    e_.texte(R"(,"le":")").instant(calendrier_.jour(moment.jour), moment.secondes).texte("\"");
}

void Lignes::personne(const Personne& lui, const Etablissement& lieu, Graine graine) {
    if (ecrit()) {
        identifier("personne", 'u', lui.rang).texte(texte_de(lieu.finess)).texte("\"");
        ecrire_identite(e_, lui, *lieu.genre, graine);
        if (lui.deces != sans_fin)
            e_.texte(R"(,"decede_le":")").jour(texte_de(lui.deces)).texte("\"");
    }
    e_.fin_de_ligne();
}

void Lignes::sejour(const Qui& qui, const Sejour& sejour) {
    if (ecrit()) {
        ouvrir("sejour", 's', qui)
            .texte(R"(,"entree":")")
            .jour(texte_de(sejour.entree))
            .texte(R"(","modalite":")")
            .texte(noms_modalite[static_cast<std::size_t>(sejour.modalite)])
            .texte("\"");
        if (sejour.sortie != sans_fin)
            e_.texte(R"(,"sortie":")").jour(texte_de(sejour.sortie)).texte("\"");
        if (!sejour.projet_possible) e_.texte(R"(,"projet_possible":false)");
    }
    e_.fin_de_ligne();
}

void Lignes::projet(const Qui& qui, std::string_view statut, Jour du, Jour au) {
    if (ecrit()) {
        ouvrir("projet", 'p', qui)
            .texte(R"(,"statut":")")
            .texte(statut)
            .texte(R"(","du":")")
            .jour(texte_de(du))
            .texte("\"");
        if (au != sans_fin) e_.texte(R"(,"au":")").jour(texte_de(au)).texte("\"");
    }
    e_.fin_de_ligne();
}

void Lignes::modification(const Qui& qui, Moment quand, std::string_view metier, unsigned numero) {
    if (ecrit()) {
        ouvrir("modification", 'm', qui);
        le(quand);
        e_.texte(R"(,"auteur":")").texte(metier).texte("-").nombre(numero).texte("\"");
    }
    e_.fin_de_ligne();
}

void Lignes::automatique(const Qui& qui, Moment quand, std::string_view auteur) {
    if (ecrit()) {
        ouvrir("modification", 'm', qui);
        le(quand);
        e_.texte(R"(,"auteur":")").texte(auteur).texte(R"(","automatique":true)");
    }
    e_.fin_de_ligne();
}

void Lignes::message(const Qui& qui, Moment quand, Hasard& hasard) {
    constexpr Proportions p;
    const bool sans_personne = hasard.pour_mille(p.mss_sans_personne);
    const bool echec = hasard.pour_mille(p.mss_echecs);
    const auto destinataires = hasard.sous(10) < 8 ? 1U : 2 + hasard.sous(4);
    if (ecrit()) {
        if (sans_personne)
            ouvrir("envoi_mss", 'n', qui.finess);
        else
            ouvrir("envoi_mss", 'n', qui);
        le(quand);
        e_.texte(R"(,"destinataires":)").nombre(destinataires);
        if (echec) e_.texte(R"(,"echec":true)");
    }
    e_.fin_de_ligne();
}

void Lignes::dmp(const Qui& qui, Moment quand, Hasard& hasard) {
    constexpr Proportions p;
    const bool rejetee = hasard.pour_mille(p.dmp_rejetes);
    if (ecrit()) {
        ouvrir("alimentation_dmp", 'd', qui);
        le(quand);
        e_.texte(R"(,"document":"doc-)")
            .nombre(faits_)
            .texte(rejetee ? R"(","issue":"rejetee")" : R"(","issue":"acceptee")");
    }
    e_.fin_de_ligne();
}

void Lignes::trace(const Qui& qui, Moment quand, std::string_view type) {
    if (ecrit()) {
        ouvrir(type, 'x', qui);
        le(quand);
    }
    e_.fin_de_ligne();
}

void Lignes::suite(const Evenement& quoi) {
    e_.texte(R"(],"debut":")")
        .instant(calendrier_.jour(quoi.debut.jour), quoi.debut.secondes)
        .texte(R"(","fin":")")
        .instant(calendrier_.jour(quoi.jour_fin), quoi.fin)
        .texte(R"(","statut":")")
        .texte(quoi.statut)
        .texte("\"");
}

void Lignes::evenement(const Qui& qui, const Evenement& quoi) {
    if (ecrit()) {
        ouvrir("evenement", 'e', qui.finess)
            .texte(R"(,"personnes":["u)")
            .nombre(qui.personne)
            .texte("\"");
        suite(quoi);
    }
    e_.fin_de_ligne();
}

void Lignes::evenement_corrige(const Qui& qui, const Evenement& quoi) {
    if (ecrit()) {
        identifier("evenement", 'e', faits_)
            .texte(texte_de(qui.finess))
            .texte(R"(","corrige":true,"personnes":["u)")
            .nombre(qui.personne)
            .texte("\"");
        suite(quoi);
    }
    e_.fin_de_ligne();
}

void Lignes::evenement(const std::vector<std::uint64_t>& personnes, const NumeroEt& finess,
                       const Evenement& quoi) {
    if (ecrit()) {
        ouvrir("evenement", 'e', finess).texte(R"(,"personnes":[)");
        for (std::size_t rang = 0; rang < personnes.size(); ++rang)
            e_.texte(rang == 0 ? "\"u" : ",\"u").nombre(personnes[rang]).texte("\"");
        suite(quoi);
    }
    e_.fin_de_ligne();
}

}  // namespace grappe::generateur
