// A contact for each, and every few persons a measure, a right, an authorisation, an allergy.
#include "dui/demonstration/entourage.hpp"

#include <algorithm>
#include <array>

#include "dui/fiche/ecriture.hpp"
#include "secret/empreinte.hpp"

namespace grappe::demonstration {
namespace {

using element::Genre;
using fiche::Textes;

constexpr std::array<const char*, 5> prenoms{"Lou", "Camille", "Sacha", "Noa", "Charlie"};

const acces::Professionnel* redacteur(const std::vector<acces::Professionnel>& professionnels,
                                      const core::Finess& finess_et, Genre genre) {
    const auto classe = fiche::rubrique_de(genre)->classe;
    const auto un = std::ranges::find_if(professionnels, [&](const auto& qui) {
        return qui.ecrit(classe) &&
               qui.peut_a(access::Permission::dossier_usager_ecrire, finess_et.text());
    });
    return un == professionnels.end() ? nullptr : &*un;
}

// 01 99 00 to 01 99 99 are kept for fiction by the French authority of telecommunications.
std::string telephone(std::size_t rang) {
    auto fin = std::to_string(1000 + rang % 9000);
    return "01 99 00 " + fin.substr(0, 2) + " " + fin.substr(2);
}

struct Ecrit {
    Genre genre;
    Textes textes;
};

std::vector<Ecrit> entourage(const Entoures& ici, std::size_t rang) {
    const auto dans = [&](int jours) { return ici.au.plus_days(jours).text(); };
    const bool enfant = ici.secteur == 3;
    std::vector<Ecrit> ecrits{{Genre::contact,
                               {{"nature", "physique"},
                                {"nom", "EXEMPLE"},
                                {"prenom", prenoms[rang % prenoms.size()]},
                                {"relation", enfant ? "parent" : "enfant"},
                                {"role", "urgence"},
                                {"ordre", "1"},
                                {"telephone", telephone(rang)}}}};
    if (rang % 2 == 0)
        ecrits.push_back({Genre::contact,
                          {{"nature", "morale"},
                           {"nom", "Pharmacie fictive"},
                           {"role", "pharmacie"},
                           {"ordre", "2"},
                           {"telephone", telephone(rang + 1)}}});
    if (rang % 3 == 0)
        ecrits.push_back({Genre::protection,
                          {{"type", enfant ? "assistance_educative" : "curatelle_renforcee"},
                           {"nom", "Association tutélaire fictive"},
                           {"debut", dans(-700)},
                           {"fin", dans(rang % 2 == 0 ? 60 : 900)},
                           {"telephone", telephone(rang + 2)}}});
    if (rang % 4 == 0)
        ecrits.push_back({Genre::droit,
                          {{"sorte", ici.secteur == 0 ? "prestation" : "decision_mdph"},
                           {"intitule", ici.secteur == 0 ? "APA" : "Orientation"},
                           {"ouverture", dans(-1000)},
                           {"echeance", dans(20 + 40 * static_cast<int>(rang % 9))}}});
    if (rang % 5 == 0) ecrits.push_back({Genre::allergie, {{"substance", "Pénicilline"}}});
    if (ici.secteur != 0)
        ecrits.push_back({Genre::autorisation,
                          {{"type", "image"},
                           {"reponse", rang % 6 == 0 ? "refusee" : "accordee"},
                           {"auteur", "EXEMPLE"},
                           {"signee_le", dans(-100)}}});
    return ecrits;
}

}  // namespace

core::Result<void> entourer(storage::Writer& db,
                            const std::vector<acces::Professionnel>& professionnels,
                            const Entoures& entoures) {
    for (std::size_t rang = 0; rang < entoures.personnes.size(); ++rang) {
        int numero = 0;
        for (auto& un : entourage(entoures, rang)) {
            const auto* qui = redacteur(professionnels, entoures.finess_et, un.genre);
            const auto& personne = entoures.personnes[rang];
            const auto graine = "entourage " + entoures.finess_et.text() + " " + personne + " " +
                                std::to_string(numero++);
            if (qui == nullptr) continue;
            const auto ecrite =
                fiche::ecrire(db,
                              {*qui, entoures.maintenant,
                               [](std::string_view, std::string_view) { return true; }},
                              {secret::empreinte(graine).substr(0, 32), un.genre,
                               entoures.finess_et, personne, std::move(un.textes)});
            if (!ecrite) return ecrite.error();
            core::ensure(ecrite->fautes.empty(), "a sheet of the demonstration is sound");
        }
    }
    return {};
}

}  // namespace grappe::demonstration
