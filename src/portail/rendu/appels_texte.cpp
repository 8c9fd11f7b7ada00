// Lays out the calls and the values of one call for a terminal.
#include "portail/rendu/appels_texte.hpp"

#include <algorithm>

#include "portail/rendu/mise_en_page.hpp"

namespace grappe::rendu {
namespace {

using programme::Appel;
using programme::Fenetre;

// What every part of the page reads.
struct Vue {
    const rules::Phrases& phrases;
    core::Instant instant;

    std::string dit(std::string_view code, const rules::Faits& faits) const {
        return phrases.rendre(code, faits);
    }
};

core::Date dernier_jour(const Appel& appel, core::Instant ferme_le) {
    return appel.fuseau.day_of(core::Instant::of(ferme_le.utc() - std::chrono::seconds{1}));
}

// "17:30", or midnight at the end of the last day.
std::string heure(const Appel& appel, core::Instant ferme_le, const Vue& vue) {
    const auto texte = appel.fuseau.text(ferme_le).substr(11, 5);
    if (texte == "00:00") return vue.dit("programme.appels.minuit", {});
    return texte;
}

// The scopes of the windows of that id that are open: they close together.
std::string portees(const Appel& appel, std::string_view id, const Vue& vue) {
    std::string sortie;
    for (const auto& fenetre : *appel.fenetres) {
        if (fenetre.id != id || !ouverte_au(fenetre, vue.instant)) continue;
        for (const auto portee : fenetre.portees) {
            if (!sortie.empty()) sortie += ", ";
            sortie += vue.dit("programme.portee." + std::string{core::name_of(portee)}, {});
        }
    }
    return sortie;
}

std::string ouvertures(const Appel& appel, const Vue& vue) {
    std::vector<std::string_view> dites;
    std::string sortie;
    for (const auto& fenetre : *appel.fenetres) {
        const bool dite = std::find(dites.begin(), dites.end(), fenetre.id) != dites.end();
        if (dite || !ouverte_au(fenetre, vue.instant)) continue;
        dites.push_back(fenetre.id);
        if (!sortie.empty()) sortie += '\n';
        sortie +=
            vue.dit("programme.appels.ouvert", {{"fenetre", std::string_view{fenetre.id}},
                                                {"portees", portees(appel, fenetre.id, vue)},
                                                {"jour", dernier_jour(appel, fenetre.ferme_le)},
                                                {"heure", heure(appel, fenetre.ferme_le, vue)}});
    }
    return sortie;
}

std::string etat(const Appel& appel, const Vue& vue) {
    const auto valeur = etat_au(appel, vue.instant);
    if (valeur == EtatAppel::non_defini) return vue.dit("programme.appels.non_defini", {});
    const auto& fenetres = *appel.fenetres;
    if (valeur == EtatAppel::a_venir) {
        auto premiere = fenetres.front().ouvre_le;
        for (const auto& fenetre : fenetres)
            if (fenetre.ouvre_le > vue.instant) premiere = std::min(premiere, fenetre.ouvre_le);
        return vue.dit("programme.appels.a_venir", {{"jour", appel.fuseau.day_of(premiere)}});
    }
    auto derniere = fenetres.front().ferme_le;
    for (const auto& fenetre : fenetres) derniere = std::max(derniere, fenetre.ferme_le);
    if (valeur == EtatAppel::clos)
        return vue.dit("programme.appels.clos", {{"jour", dernier_jour(appel, derniere)}});
    return ouvertures(appel, vue);
}

std::string jours(const programme::Validite& validite, const Vue& vue) {
    if (!validite.du || !validite.jusqu_au) return {};
    return vue.dit(validite.fin_fixee ? "programme.appels.valable" : "programme.appels.connu",
                   {{"du", *validite.du}, {"jusqu_au", *validite.jusqu_au}});
}

void ajouter_valeur(std::string& sortie, const Appel& appel, const programme::ValeurTracee& ligne,
                    const Vue& vue) {
    if (ligne.source.document.empty()) return;
    ajouter_paragraphe(sortie, ligne.chemin + " = ", ligne.texte);
    auto origine = rules::en_clair(ligne.source) + " [" + ligne.couche + "]";
    if (ligne.validite != appel.validite) origine += " " + jours(ligne.validite, vue);
    ajouter_paragraphe(sortie, "    ", origine);
}

void ajouter_versions(std::string& sortie, const programme::AppelCharge& charge, const Vue& vue) {
    if (charge.versions.size() < 2) return;
    for (const auto& version : charge.versions) {
        const auto& fuseau = version.appel.fuseau;
        sortie += vue.dit("programme.appels.version",
                          {{"de", fuseau.text(version.de)},
                           {"a", fuseau.text(version.a)},
                           {"empreinte", std::string_view{version.appel.empreinte}}});
        sortie += '\n';
    }
    sortie += '\n';
}

}  // namespace

bool ouverte_au(const Fenetre& fenetre, core::Instant instant) {
    return fenetre.tolere_des.value_or(fenetre.ouvre_le) <= instant && instant < fenetre.ferme_le;
}

EtatAppel etat_au(const Appel& appel, core::Instant instant) {
    if (!appel.fenetres.definie() || appel.fenetres->empty()) return EtatAppel::non_defini;
    const auto& fenetres = *appel.fenetres;
    const auto une = [&](auto&& test) {
        return std::any_of(fenetres.begin(), fenetres.end(), test);
    };
    if (une([&](const Fenetre& fenetre) { return ouverte_au(fenetre, instant); }))
        return EtatAppel::ouvert;
    if (une([&](const Fenetre& fenetre) { return instant < fenetre.ouvre_le; }))
        return EtatAppel::a_venir;
    return EtatAppel::clos;
}

std::string appels_texte(const programme::Appels& appels, core::Instant instant,
                         const rules::Phrases& phrases) {
    const Vue vue{phrases, instant};
    std::size_t colonne = 0;
    for (const auto& charge : appels.tous) colonne = std::max(colonne, largeur(charge.id));
    std::string sortie;
    for (const auto& charge : appels.tous) {
        const auto& appel = charge.applicable(instant);
        const auto dit = etat(appel, vue);
        const auto tete = a_gauche(charge.id, colonne) + "  ";
        ajouter_paragraphe(sortie, tete, appel.titre);
        std::string_view lignes{dit};
        while (!lignes.empty()) {
            const auto fin = std::min(lignes.find('\n'), lignes.size());
            ajouter_paragraphe(sortie, repete(" ", colonne + 2), lignes.substr(0, fin));
            lignes.remove_prefix(std::min(fin + 1, lignes.size()));
        }
    }
    return sortie;
}

std::string appel_texte(const programme::AppelCharge& charge, core::Instant instant,
                        const rules::Phrases& phrases) {
    const Vue vue{phrases, instant};
    const auto& appel = charge.applicable(instant);
    std::string sortie = appel.id + " — " + appel.titre + '\n';
    sortie += appel.base_legale + '\n' + etat(appel, vue) + '\n';
    sortie += jours(appel.validite, vue) + '\n';
    sortie += charge.fichier + '\n' + appel.empreinte + "\n\n";
    ajouter_versions(sortie, charge, vue);
    for (const auto& ligne : appel.valeurs) ajouter_valeur(sortie, appel, ligne, vue);
    return sortie;
}

}  // namespace grappe::rendu
