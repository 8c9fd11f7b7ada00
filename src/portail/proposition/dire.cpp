// Chooses a sentence by what is known, and gives it its facts.
#include "portail/proposition/dire.hpp"

namespace grappe::proposition {
namespace {

// "12,5 %" when it is exact with two decimals, else "1/3".
std::string en_mots(const core::Fraction& fraction) {
    const auto centiemes = fraction * core::Fraction::whole(10'000);
    std::string mots;
    if (centiemes.denominator() != 1) {
        rules::ajouter_valeur(mots, fraction);
        return mots;
    }
    const auto valeur = centiemes.rounded_down();
    mots = std::to_string(valeur / 100);
    if (valeur % 100 != 0) {
        mots += ',';
        mots += static_cast<char>('0' + valeur % 100 / 10);
        if (valeur % 10 != 0) mots += static_cast<char>('0' + valeur % 10);
    }
    return mots + "\u00a0%";
}

struct EnMots {
    const rules::Phrases& phrases;

    std::string operator()(const core::Fraction& fraction) const { return en_mots(fraction); }
    std::string operator()(core::Money montant) const {
        std::string mots;
        rules::ajouter_valeur(mots, montant);
        return mots;
    }
    std::string operator()(NombreDeDossiers dossiers) const {
        return phrases.rendre("proposition.minimum.dossiers", {{"nombre", dossiers.nombre}});
    }
};

std::string_view phrase_de_la_part(const Minimum& minimum) {
    if (std::holds_alternative<core::Fraction>(minimum)) return "proposition.regle.part";
    if (std::holds_alternative<core::Money>(minimum)) return "proposition.regle.part_en_euros";
    return "proposition.regle.part_en_dossiers";
}

std::string dire(const rules::Phrases& phrases, const Demande& demande,
                 const Relachement& relachement) {
    rules::Faits faits{{"regle", nommer(phrases, demande, relachement.regle)}};
    if (relachement.etat == Relachement::Etat::inconnu)
        return phrases.rendre("proposition.relachement.inconnu", faits);
    if (relachement.etat == Relachement::Etat::sans_effet)
        return phrases.rendre("proposition.relachement.sans_effet", faits);
    if (relachement.enveloppe) {
        faits.push_back({"montant", *relachement.enveloppe});
        return phrases.rendre("proposition.relachement.enveloppe", faits);
    }
    if (!relachement.minimum) return phrases.rendre("proposition.relachement.lever", faits);
    faits.push_back({"minimum", std::visit(EnMots{phrases}, *relachement.minimum)});
    return phrases.rendre("proposition.relachement.minimum", faits);
}

std::string cedees(const rules::Phrases& phrases, const Demande& demande,
                   const Impossibilite& impossibilite) {
    std::string toutes;
    for (const auto& une : impossibilite.compromis) {
        if (!toutes.empty()) toutes += "\u00a0; ";
        rules::Faits faits{{"regle", nommer(phrases, demande, une.regle)}};
        if (une.minimum) faits.push_back({"minimum", std::visit(EnMots{phrases}, *une.minimum)});
        toutes += phrases.rendre(
            une.minimum ? "proposition.compromis.minimum" : "proposition.compromis.lever", faits);
    }
    return toutes;
}

}  // namespace

std::string nommer(const rules::Phrases& phrases, const Demande& demande, const Regle& regle) {
    const auto& contraintes = demande.contraintes;
    switch (regle.genre) {
        case Regle::Genre::enveloppe:
            return phrases.rendre("proposition.regle.enveloppe",
                                  {{"montant", contraintes.enveloppe}});
        case Regle::Genre::impose:
            return phrases.rendre("proposition.regle.impose",
                                  {{"numero", contraintes.imposes[regle.rang]}});
        case Regle::Genre::exclu:
            return phrases.rendre("proposition.regle.exclu",
                                  {{"numero", contraintes.exclus[regle.rang]}});
        default:
            break;
    }
    const auto& part = contraintes.parts_minimales[regle.rang];
    return phrases.rendre(phrase_de_la_part(part.minimum),
                          {{"minimum", std::visit(EnMots{phrases}, part.minimum)},
                           {"attribut", part.attribut},
                           {"valeur", part.valeur}});
}

std::string dire(const rules::Phrases& phrases, const Proposition& proposition) {
    if (proposition.etat == Proposition::Etat::impossible)
        return phrases.rendre("proposition.impossible", {});
    if (proposition.etat == Proposition::Etat::indecise)
        return phrases.rendre("proposition.indecise", {});
    const auto& ensemble = proposition.ensemble;
    const rules::Faits faits{{"nombre", static_cast<std::int64_t>(ensemble.retenus.size())},
                             {"montant", ensemble.total},
                             {"points", ensemble.points},
                             {"ecart", proposition.borne - ensemble.points}};
    if (proposition.preuve == Preuve::en_entiers)
        return phrases.rendre(
            proposition.departagee ? "proposition.prouvee" : "proposition.prouvee_non_departagee",
            faits);
    return phrases.rendre(proposition.preuve == Preuve::par_le_solveur ? "proposition.du_solveur"
                                                                       : "proposition.non_prouvee",
                          faits);
}

std::string dire(const rules::Phrases& phrases, const Demande& demande, const Effet& effet) {
    const rules::Faits faits{{"regle", nommer(phrases, demande, effet.regle)},
                             {"nombre", static_cast<std::int64_t>(effet.sans.retenus.size())},
                             {"total", effet.sans.total},
                             {"points", effet.points},
                             {"montant", effet.montant}};
    if (!effet.connu) return phrases.rendre("proposition.effet.inconnu", faits);
    if (!effet.active) return phrases.rendre("proposition.effet.inactive", faits);
    return phrases.rendre(
        effet.points == 0 ? "proposition.effet.active_sans_cout" : "proposition.effet.active",
        faits);
}

std::string dire(const rules::Phrases& phrases, const Entree& entree) {
    const rules::Faits faits{{"numero", entree.numero}, {"points", entree.points.value_or(0)}};
    if (entree.etat == Entree::Etat::jamais)
        return phrases.rendre("proposition.entree.jamais", faits);
    if (entree.etat == Entree::Etat::connue)
        return phrases.rendre("proposition.entree.points", faits);
    return phrases.rendre(
        entree.points ? "proposition.entree.points_suffisants" : "proposition.entree.inconnue",
        faits);
}

std::string dire(const rules::Phrases& phrases, const std::string& numero,
                 const EntreeParEnveloppe& entree) {
    const rules::Faits faits{{"numero", numero}, {"montant", entree.de_plus}};
    if (entree.etat == Entree::Etat::jamais)
        return phrases.rendre("proposition.entree.enveloppe_jamais", faits);
    return phrases.rendre(entree.etat == Entree::Etat::connue
                              ? "proposition.entree.enveloppe"
                              : "proposition.entree.enveloppe_au_moins",
                          faits);
}

std::vector<std::string> dire(const rules::Phrases& phrases, const Demande& demande,
                              const Impossibilite& impossibilite) {
    std::string regles;
    for (const auto& regle : impossibilite.coupables) {
        if (!regles.empty()) regles += "\u00a0; ";
        regles += nommer(phrases, demande, regle);
    }
    std::vector<std::string> toutes{phrases.rendre(
        impossibilite.minimale ? "proposition.coupables" : "proposition.coupables_non_reduits",
        {{"regles", regles}})};
    for (const auto& relachement : impossibilite.relachements)
        toutes.push_back(dire(phrases, demande, relachement));
    if (impossibilite.compromis_connu)
        toutes.push_back(phrases.rendre("proposition.compromis",
                                        {{"regles", cedees(phrases, demande, impossibilite)}}));
    return toutes;
}

}  // namespace grappe::proposition
