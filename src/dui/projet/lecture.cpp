// Read, then leave out what is not for this professional.
#include "dui/projet/lecture.hpp"

#include <algorithm>

#include "core/instant.hpp"
#include "dui/element/droits.hpp"

namespace grappe::projet {

std::string_view Objet::champ(std::string_view nom) const {
    const auto ou = dit.find(nom);
    return ou == dit.end() ? std::string_view{} : std::string_view{ou->second};
}

std::optional<core::Date> Objet::jour(std::string_view nom) const {
    const auto lu = core::Date::parse(champ(nom));
    return lu ? std::optional{lu.value()} : std::nullopt;
}

Objet lu(element::Version version) {
    auto dit = lecture::textes_du_contenu(version.element.contenu);
    return {std::move(version), std::move(dit)};
}

Statut Projet::statut() const { return core::named<Statut>(lui.champ("statut")).value(); }

core::Date Projet::ouvert_le() const {
    const auto cree = lui.jour("cree_le").value();
    return std::min(cree, lui.jour("debut").value_or(cree));
}

std::span<const Objet> Projet::des(Genre genre) const {
    const auto ou = parts.find(genre);
    return ou == parts.end() ? std::span<const Objet>{} : std::span<const Objet>{ou->second};
}

const Objet* Projet::trouver(std::string_view id, Genre genre) const {
    const auto tous = des(genre);
    const auto un = std::ranges::find_if(tous, [&](const Objet& une) { return une.id() == id; });
    return un == tous.end() ? nullptr : &*un;
}

bool Projet::accorde_par(std::string_view qui) const {
    return std::ranges::any_of(des(Genre::accord),
                               [&](const Objet& un) { return un.champ("de") == qui; });
}

bool est_tenu(const Objet& bilan) { return !bilan.champ("synthese").empty(); }

std::vector<core::Date> Projet::evenements_ouverts() const {
    std::optional<core::Date> dernier;
    for (const auto& bilan : des(Genre::bilan))
        if (est_tenu(bilan)) dernier = std::max(dernier, bilan.jour("le"));
    std::vector<core::Date> ouverts;
    for (const auto& revue : des(Genre::revue))
        if (const auto le = revue.jour("le"); le && (!dernier || *le > *dernier))
            ouverts.push_back(*le);
    return ouverts;
}

std::optional<Revision> Projet::revision(const Delais& delais) const {
    std::vector<Bilan> bilans;
    for (const auto& un : des(Genre::bilan))
        if (const auto le = un.jour("le"); le && est_tenu(un))
            bilans.push_back({*le, un.jour("prochain")});
    const auto evenements = evenements_ouverts();
    return revision_de({statut(), ouvert_le(), bilans, evenements}, delais);
}

core::Result<Projet> lire(storage::Reader& db, const acces::Professionnel& qui,
                          std::string_view id) {
    auto lui = element::derniere(db, id);
    if (!lui || lui->element.genre != Genre::projet || !lit(qui, lui->element))
        return core::refuse(core::Reason::not_found, "projet.inconnu");
    Projet projet{.lui = lu(*std::move(lui))};
    for (auto& une : element::lies_a(db, id)) {
        ++projet.elements;
        if (une.element.etat == element::Etat::actif)
            projet.parts[une.element.genre].push_back(lu(std::move(une)));
    }
    return projet;
}

std::vector<Objet> projets_de(storage::Reader& db, const acces::Professionnel& qui,
                              std::string_view personne) {
    std::vector<Objet> projets;
    for (auto& un : element::du_dossier(db, {personne, Genre::projet, projets_au_plus}))
        if (lit(qui, un.element)) projets.push_back(lu(std::move(un)));
    return projets;
}

const Objet* courant(std::span<const Objet> projets) {
    const auto un = std::ranges::find_if(projets, [](const Objet& projet) {
        return projet.champ("statut") != core::name_of(Statut::termine);
    });
    if (un != projets.end()) return &*un;
    return projets.empty() ? nullptr : &projets.front();
}

std::optional<Objet> projet_de_vie(storage::Reader& db, const acces::Professionnel& qui,
                                   std::string_view personne) {
    if (!qui.lit(partage::Classe::projet)) return std::nullopt;
    for (auto& un : element::du_dossier(db, {personne, Genre::projet_vie, projets_au_plus}))
        if (un.element.etat == element::Etat::actif) return lu(std::move(un));
    return std::nullopt;
}

}  // namespace grappe::projet
