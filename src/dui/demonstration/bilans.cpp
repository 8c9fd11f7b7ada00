// Begun, filled in one step, passed to the status that the row says.
#include "dui/demonstration/bilans.hpp"

#include "core/ensure.hpp"
#include "core/integer.hpp"
#include "dui/demonstration/lignes.hpp"
#include "dui/passation/passation.hpp"

namespace grappe::demonstration {
namespace {

using evaluation::Statut;

// secteur;rang;grille;jour;mode;resultat;statut;reponses
std::optional<Evaluee> evaluee_de(const std::vector<std::string_view>& champs) {
    if (champs.size() != 8) return std::nullopt;
    const auto rang = core::integer<int>(champs[1]), jour = core::integer<int>(champs[3]);
    const auto resultat = core::integer<int>(champs[5]);
    const auto statut = core::named<Statut>(champs[6]);
    auto reponses = paires_de(champs[7]);
    if (!rang || !jour || !statut || !reponses || (!champs[5].empty() && !resultat))
        return std::nullopt;
    return Evaluee{.secteur = std::string{champs[0]},
                   .rang = static_cast<std::size_t>(*rang),
                   .grille = std::string{champs[2]},
                   .jour = *jour,
                   .mode = std::string{champs[4]},
                   .resultat = resultat ? std::optional<std::int64_t>{*resultat} : std::nullopt,
                   .reponses = *std::move(reponses),
                   .statut = *statut};
}

core::Result<std::int64_t> version_de(const core::Result<passation::Ecrite>& ecrite) {
    if (!ecrite) return ecrite.error();
    core::ensure(ecrite->fautes.empty(), "an evaluation of the demonstration is sound");
    return ecrite->version;
}

core::Result<void> ecrire(const Vie& vie, const passation::Redacteur& redacteur,
                          const Evaluee& une) {
    const auto& personne = vie.ici.personnes[une.rang];
    const auto id = id_fictif(
        vie, "evaluation " + personne + " " + une.grille + " " + std::to_string(une.jour));
    auto vue = version_de(passation::commencer(vie.db, redacteur,
                                               {.id = id,
                                                .finess_et = vie.ici.finess_et,
                                                .personne = personne,
                                                .dite = {.grille = une.grille,
                                                         .date = vie.ici.au.plus_days(une.jour),
                                                         .mode = une.mode,
                                                         .evaluateur = "Équipe fictive"}}));
    if (!vue) return vue.error();
    const auto dire = [&](evaluation::Evaluation& dite) {
        dite.resultat = une.resultat;
        for (const auto& [variable, modalite] : une.reponses)
            dite.reponses[variable].cotation.modalite = modalite;
    };
    vue = version_de(passation::remplir(vie.db, redacteur, {id, *vue, dire}));
    for (const auto vers : {Statut::approuve, Statut::valide}) {
        if (!vue) return vue.error();
        if (une.statut < vers) break;
        vue = version_de(passation::passer(vie.db, redacteur, {id, *vue, vers}));
    }
    if (!vue) return vue.error();
    return {};
}

}  // namespace

core::Result<std::vector<Evaluee>> lire_les_bilans(const std::filesystem::path& fichier) {
    return lire_les_lignes<Evaluee>(fichier, evaluee_de);
}

core::Result<std::int64_t> evaluer(const Vie& vie, const std::vector<Evaluee>& bilans,
                                   const evaluation::Outils& outils) {
    std::int64_t ecrites = 0;
    for (const auto& une : bilans) {
        const auto* qui = vie.qui_ecrit(passation::classe_de(une.grille));
        if (une.secteur != vie.secteur() || qui == nullptr || une.rang >= vie.ici.personnes.size())
            continue;
        if (const auto fait = ecrire(vie, {*qui, vie.ici.maintenant, outils, chacun}, une); !fait)
            return fait.error();
        ++ecrites;
    }
    return ecrites;
}

}  // namespace grappe::demonstration
