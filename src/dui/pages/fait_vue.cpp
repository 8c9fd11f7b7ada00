// Sentences of facts.
#include "dui/pages/fait_vue.hpp"

#include <algorithm>

#include "dui/lecture/objet_json.hpp"
#include "dui/pages/cadre.hpp"
#include "dui/pages/personne_lue.hpp"
#include "web/page/ecriture.hpp"

namespace grappe::dui {
namespace {

using fait::Fait;
using fait::Type;
using page::Vue;

std::string moment(core::Instant instant) { return page::moment(instant, core::paris()); }

std::string repere(const std::optional<fait::Repere>& quand, Type type) {
    if (!quand) return {};
    return fait::unite_de(type) == fait::Unite::jour ? page::jour(jour_de(*quand))
                                                     : moment(instant_de(*quand));
}

// "du 3 mai 2024 au 4 juin 2024", "depuis le 3 mai 2024", "le 3 mai 2024 à 10 h 00".
std::string quand(const Services& services, const Fait& fait) {
    const auto debut = repere(fait.debut, fait.type), fin = repere(fait.fin, fait.type);
    const bool dure = fait.type == Type::sejour || fait.type == Type::projet;
    if (!fin.empty())
        return dire(services, "dui.pages.quand.entre", {{"debut", debut}, {"fin", fin}});
    return dure ? dire(services, "dui.pages.quand.depuis", {{"debut", debut}}) : debut;
}

struct Reste {
    std::string texte;
    std::int64_t entier = 0;
};

Reste du_reste(const Fait& fait, std::string_view cle) {
    lecture::ObjetJson objet;
    if (fait.reste.empty() || !objet.lire(fait.reste)) return {};
    const auto* champ = objet.trouver(cle);
    if (champ == nullptr) return {};
    return {std::string{champ->texte}, champ->entier};
}

std::string quoi(const Services& services, const Fait& fait) {
    std::string texte = etat_dit(services, fait.etat);
    const auto ajouter = [&](const std::string& dit) {
        if (!dit.empty()) texte += (texte.empty() ? "" : ", ") + dit;
    };
    if (fait.type == Type::envoi_mss)
        ajouter(dire(services, "dui.pages.destinataires",
                     {{"nombre", du_reste(fait, "destinataires").entier}}));
    if (fait.type == Type::alimentation_dmp) ajouter(du_reste(fait, "document").texte);
    return texte;
}

std::string enregistre(const Services& services, const magasin::Version& version,
                       const Signatures& signatures) {
    const auto& ici = signatures.at(version.enregistrement);
    const auto instant = ici.connu_le.seconde();
    return dire(services, "dui.pages.enregistre",
                {{"version", version.version}, {"instant", moment(instant)}});
}

Vue::Liste avant(const Services& services, const magasin::Version& version,
                 const Anciennes& anciennes, const Signatures& signatures) {
    Vue::Liste vues;
    const auto ici = anciennes.find(version.fait.id);
    if (ici == anciennes.end()) return vues;
    auto versions = ici->second;
    std::sort(versions.begin(), versions.end(),
              [](const auto& une, const auto& autre) { return une.version > autre.version; });
    for (const auto& une : versions)
        if (une.version < version.version)
            vues.push_back(Vue{{"quand", quand(services, une.fait)},
                               {"quoi", quoi(services, une.fait)},
                               {"enregistre", enregistre(services, une, signatures)}});
    return vues;
}

}  // namespace

std::string etat_dit(const Services& services, fait::Etat etat) {
    if (etat == fait::Etat::aucun) return {};
    return dire(services, "dui.etat." + std::string{core::name_of(etat)});
}

Vue vue_du_fait(const Services& services, const magasin::Version& version,
                const Anciennes& anciennes, const Signatures& signatures) {
    return {{"quand", quand(services, version.fait)},
            {"quoi", quoi(services, version.fait)},
            {"auteur", du_reste(version.fait, "auteur").texte},
            {"id", version.fait.id},
            {"enregistre", enregistre(services, version, signatures)},
            {"avant", avant(services, version, anciennes, signatures)}};
}

}  // namespace grappe::dui
