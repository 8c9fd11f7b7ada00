// One sentence for each thing that differs.
#include "portail/repetition/raisons.hpp"

#include "portail/rendu/presentation.hpp"

namespace grappe::repetition {
namespace {

std::string issue_de_regle(const std::optional<rules::Issue>& issue,
                           const rules::Phrases& phrases) {
    if (!issue) return phrases.rendre("repetition.sans_avis", {});
    return phrases.rendre("issue." + std::string{core::name_of(*issue)}, {});
}

class Liste {
public:
    explicit Liste(const rules::Phrases& phrases) : phrases_{phrases} {}

    void dire(std::string_view code, const rules::Faits& faits) {
        raisons_.push_back(phrases_.rendre(code, faits));
    }
    // Said when the two are not the same words.
    void dire_si_change(std::string_view code, std::string avant, std::string apres) {
        if (avant != apres) dire(code, {{"avant", std::move(avant)}, {"apres", std::move(apres)}});
    }
    std::vector<std::string> finir() { return std::move(raisons_); }

private:
    const rules::Phrases& phrases_;
    std::vector<std::string> raisons_{};
};

std::string fenetre_en_mots(const std::optional<bool>& a_temps, const rules::Phrases& phrases) {
    const auto* code = !a_temps   ? "repetition.sans_fenetre"
                       : *a_temps ? "repetition.a_temps"
                                  : "repetition.hors_delai";
    return phrases.rendre(code, {});
}

void dire_le_montant(Liste& liste, const Resultat& avant, const Resultat& apres,
                     const rules::Phrases& phrases) {
    if (avant.total == apres.total) return;
    liste.dire("repetition.montant",
               {{"avant", montant_en_mots(avant.total, phrases)},
                {"apres", montant_en_mots(apres.total, phrases)},
                {"ecart", rendu::ecart_en_francais(apres.montant() - avant.montant())},
                {"usage", rendu::ecart_en_francais(apres.usage - avant.usage)},
                {"equipement", rendu::ecart_en_francais(apres.equipement - avant.equipement)},
                {"specifique", rendu::ecart_en_francais(apres.specifique - avant.specifique)}});
}

void dire_les_valeurs(Liste& liste, const Deux& deux, const rules::Phrases& phrases) {
    const auto texte = [&](const programme::ValeurTracee* valeur) {
        return valeur ? valeur->texte : phrases.rendre("repetition.sans_valeur", {});
    };
    for (const auto rang : valeurs_lues(deux.avant, deux.apres, deux.changees)) {
        const auto& changee = deux.changees[rang];
        const auto* dite = changee.apres ? changee.apres : changee.avant;
        liste.dire("repetition.valeur", {{"chemin", changee.chemin()},
                                         {"avant", texte(changee.avant)},
                                         {"apres", texte(changee.apres)},
                                         {"source", rules::en_clair(dite->source)}});
    }
}

void dire_les_regles(Liste& liste, const Deux& deux, const rules::Phrases& phrases) {
    for (const auto& passage : passages(deux.avant, deux.apres, phrases)) {
        const auto nom = std::string{core::name_of(passage.regle)};
        const auto objets = static_cast<std::int64_t>(passage.objets);
        liste.dire(objets > 1 ? "repetition.regle_de_plusieurs" : "repetition.regle",
                   {{"regle", nom},
                    {"titre", phrases.rendre("regle." + nom, {})},
                    {"avant", issue_de_regle(passage.avant, phrases)},
                    {"apres", issue_de_regle(passage.apres, phrases)},
                    {"objets", objets},
                    {"message", passage.message}});
    }
}

}  // namespace

std::vector<std::string> raisons(const Deux& deux, const rules::Phrases& phrases) {
    const auto& [avant, apres] =
        std::pair<const Resultat&, const Resultat&>{deux.replique.avant, deux.replique.apres};
    Liste liste{phrases};
    const auto guichet = [&](const Resultat& resultat) {
        return resultat.guichet.empty() ? phrases.rendre("repetition.sans_guichet", {})
                                        : resultat.guichet;
    };
    liste.dire_si_change("repetition.issue", issue_en_mots(avant.issue, phrases),
                         issue_en_mots(apres.issue, phrases));
    liste.dire_si_change("repetition.guichet", guichet(avant), guichet(apres));
    liste.dire_si_change("repetition.fenetre", fenetre_en_mots(avant.a_temps, phrases),
                         fenetre_en_mots(apres.a_temps, phrases));
    liste.dire_si_change("repetition.essms", std::to_string(avant.essms),
                         std::to_string(apres.essms));
    dire_le_montant(liste, avant, apres, phrases);
    dire_les_regles(liste, deux, phrases);
    auto dites = liste.finir();
    // A value that was read and changes nothing is no reason.
    if (dites.empty()) return dites;
    dire_les_valeurs(liste, deux, phrases);
    for (auto& valeur : liste.finir()) dites.push_back(std::move(valeur));
    return dites;
}

std::string montant_en_mots(const std::optional<core::Money>& montant,
                            const rules::Phrases& phrases) {
    return montant ? rendu::montant_en_francais(*montant)
                   : phrases.rendre("repetition.sans_montant", {});
}

std::string issue_en_mots(analyse::IssueDossier issue, const rules::Phrases& phrases) {
    return phrases.rendre("issue_dossier." + std::string{core::name_of(issue)}, {});
}

}  // namespace grappe::repetition
