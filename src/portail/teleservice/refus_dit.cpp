// Acts are told from the table of states, so that the sentence never says another thing than it
// does.
#include "portail/teleservice/refus_dit.hpp"

#include <vector>

namespace grappe::teleservice {
namespace {

constexpr auto du_porteur = std::to_array<Acte>(
    {Acte::ecrire, Acte::joindre, Acte::deposer, Acte::repondre, Acte::retirer});
constexpr auto du_guichet = std::to_array<Acte>(
    {Acte::prendre, Acte::examiner, Acte::demander, Acte::reprendre, Acte::recevoir, Acte::ecarter,
     Acte::conventionner, Acte::demarrer, Acte::solder});
// An opinion and its publication are one transaction: nobody meets what is not published yet.
constexpr auto du_comite =
    std::to_array<Acte>({Acte::favoriser, Acte::recommander, Acte::reserver, Acte::refuser});
constexpr auto de_l_administrateur = std::to_array<Acte>({Acte::rouvrir, Acte::amender});

bool se_fait(Statut statut, Acte acte) {
    // A withdrawn dossier is reopened where its withdrawal left it.
    return suite(statut, acte) || (acte == Acte::rouvrir && statut == Statut::retire);
}

// "a, b ou c"
std::string enumerer(const std::vector<std::string>& mots, std::string_view ou) {
    std::string texte;
    for (std::size_t rang = 0; rang < mots.size(); ++rang) {
        const bool dernier = rang > 0 && rang + 1 == mots.size();
        if (dernier)
            texte.append(" ").append(ou).append(" ");
        else if (rang > 0)
            texte += ", ";
        texte += mots[rang];
    }
    return texte;
}

template <std::size_t N>
std::string part_de(std::string_view qui, const std::array<Acte, N>& actes, Statut statut,
                    const rules::Phrases& phrases) {
    std::vector<std::string> possibles;
    for (const auto acte : actes)
        if (se_fait(statut, acte))
            possibles.push_back(
                phrases.rendre("dossier.acte." + std::string{core::name_of(acte)}, {}));
    if (possibles.empty()) return {};
    const auto liste = enumerer(possibles, phrases.rendre("dossier.acte_ou", {}));
    return phrases.rendre(qui, {{"actes", std::string_view{liste}}});
}

}  // namespace

std::string ce_que_permet(Statut statut, const rules::Phrases& phrases) {
    std::string tout;
    for (const auto& part :
         {part_de("dossier.acte_du_porteur", du_porteur, statut, phrases),
          part_de("dossier.acte_du_guichet", du_guichet, statut, phrases),
          part_de("dossier.acte_du_comite", du_comite, statut, phrases),
          part_de("dossier.acte_de_l_administrateur", de_l_administrateur, statut, phrases)}) {
        if (!part.empty() && !tout.empty()) tout += "\u00a0; ";
        tout += part;
    }
    return tout;
}

std::string dire(const core::Refusal& refus, const rules::Phrases& phrases) {
    const auto statut =
        refus.code == "dossier.etat" ? core::named<Statut>(refus.detail) : std::nullopt;
    if (!statut) return phrases.rendre(refus.code, {{"detail", std::string_view{refus.detail}}});
    const auto nom = phrases.rendre("espace.statut." + refus.detail, {});
    const auto permis = ce_que_permet(*statut, phrases);
    return phrases.rendre(
        permis.empty() ? "dossier.etat_final" : "dossier.etat_dit",
        {{"statut", std::string_view{nom}}, {"permis", std::string_view{permis}}});
}

}  // namespace grappe::teleservice
