// Each question that a report may raise.
#include "portail/usages/plausibilite.hpp"

#include <algorithm>
#include <array>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "usage/fenetre.hpp"

namespace grappe::usages {
namespace {

using usage::Indicateur, usage::Mesure;

constexpr bool a_cible(Indicateur indicateur) {
    return std::ranges::find(usage::indicateurs_a_cible, indicateur) !=
           usage::indicateurs_a_cible.end();
}

class Examinateur {
public:
    Examinateur(const Lu& lu, const Contexte& contexte) : lu_{lu}, contexte_{contexte} {}

    std::vector<Constat> examiner() {
        juger_l_ensemble();
        for (const auto& ligne : lu_.lignes) juger(ligne);
        juger_la_concentration();
        for (const auto& finess : contexte_.absents) dire("absent", finess);
        return std::move(constats_);
    }

private:
    void dire(std::string_view code, std::string finess) {
        constats_.push_back(
            {.code = "usages.constat." + std::string{code}, .finess_et = std::move(finess)});
    }
    // Once, however many establishments it is true of.
    void dire_du_rapport(std::string_view code) {
        const auto dit = "usages.constat." + std::string{code};
        if (std::ranges::find(constats_, dit, &Constat::code) == constats_.end()) dire(code, "");
    }
    struct Chiffre {
        Indicateur indicateur;
        Mesure apres, avant{};
    };
    void dire(std::string_view code, const Ligne& ligne, const Chiffre& chiffre) {
        constats_.push_back({.code = "usages.constat." + std::string{code},
                             .finess_et = ligne.finess_et.text(),
                             .indicateur = chiffre.indicateur,
                             .avant = chiffre.avant,
                             .apres = chiffre.apres});
    }

    void juger_l_ensemble() {
        if (usage::minuit(lu_.tete.au) > contexte_.maintenant) dire("periode_a_venir", "");
    }

    // Messages are counted, not persons (AMB-23): one establishment may send those of all. Counts
    // beyond the greatest that is likely are told apart.
    void juger_la_concentration() {
        constexpr auto quoi = Indicateur::mssante;
        const auto& seuils = contexte_.seuils;
        Mesure tout;
        for (const auto& ligne : lu_.lignes) {
            const auto mesure = ligne.mesures.find(quoi);
            if (mesure == ligne.mesures.end()) return;
            if (std::max(mesure->second.numerateur, mesure->second.denominateur) >
                seuils.compte_au_plus)
                return;
            tout.numerateur += mesure->second.numerateur;
            tout.denominateur += mesure->second.denominateur;
        }
        if (tout.numerateur == 0 || tout.denominateur < seuils.personnes_au_moins) return;
        for (const auto& ligne : lu_.lignes) {
            const auto& [messages, personnes] = ligne.mesures.at(quoi);
            const auto ecart = messages * tout.denominateur - personnes * tout.numerateur;
            if (100 * ecart >= seuils.concentration_en_points * tout.numerateur * tout.denominateur)
                dire("concentration", ligne, {quoi, {messages, tout.numerateur}});
        }
    }

    void juger(const Ligne& ligne) {
        juger_au_registre(ligne);
        juger_les_comptes(ligne);
        const auto avant = contexte_.precedents.find(ligne.finess_et.text());
        if (avant != contexte_.precedents.end()) comparer(ligne, avant->second);
    }

    void juger_au_registre(const Ligne& ligne) {
        const auto* connu = contexte_.registre(ligne.finess_et.text());
        if (connu == nullptr) return dire("hors_registre", ligne.finess_et.text());
        if (connu->ferme_le && *connu->ferme_le <= lu_.tete.du)
            dire("ferme", ligne.finess_et.text());
        if (!lu_.tete.organisation.empty() && !connu->finess_ej.empty() &&
            connu->finess_ej != lu_.tete.organisation)
            dire("autre_organisation", ligne.finess_et.text());
    }

    void juger_les_comptes(const Ligne& ligne) {
        bool zero = true, personne = true;
        for (const auto& [indicateur, mesure] : ligne.mesures) {
            if (std::max(mesure.numerateur, mesure.denominateur) > contexte_.seuils.compte_au_plus)
                dire("demesure", ligne, {indicateur, mesure});
            if (!a_cible(indicateur)) continue;
            zero = zero && mesure.numerateur == 0;
            personne = personne && mesure.denominateur == 0;
            if (mesure.numerateur > mesure.denominateur)
                dire(mesure.mesurable() ? "au_dela_de_cent" : "sans_denominateur", ligne,
                     {indicateur, mesure});
        }
        if (zero) dire(personne ? "sans_personne" : "tout_a_zero", ligne.finess_et.text());
    }

    void comparer(const Ligne& ligne, const Precedent& avant) {
        if (avant.nature == Nature::signe && lu_.tete.nature == Nature::declare)
            dire_du_rapport("etait_signe");
        if (!avant.cle.empty() && !lu_.tete.cle.empty() && avant.cle != lu_.tete.cle)
            dire_du_rapport("autre_cle");
        if (avant.lecture != lu_.tete.lecture) return dire_du_rapport("autre_lecture");
        for (const auto& [indicateur, mesure] : ligne.mesures) {
            const auto present = avant.ligne.mesures.find(indicateur);
            if (!a_cible(indicateur) || present == avant.ligne.mesures.end()) continue;
            comparer(ligne, indicateur, mesure, present->second);
        }
    }

    // Counts beyond the greatest that is likely are told apart: products of the others fit.
    void comparer(const Ligne& ligne, Indicateur indicateur, const Mesure& apres,
                  const Mesure& avant) {
        const auto& seuils = contexte_.seuils;
        for (const auto un :
             {apres.numerateur, apres.denominateur, avant.numerateur, avant.denominateur})
            if (un > seuils.compte_au_plus) return;
        const auto plus_petit = std::min(apres.denominateur, avant.denominateur);
        const auto plus_grand = std::max(apres.denominateur, avant.denominateur);
        if (plus_grand < seuils.personnes_au_moins) return;
        if (indicateur == Indicateur::dossiers_actifs &&
            100 * (plus_grand - plus_petit) > seuils.ecart_de_denominateur * plus_grand)
            dire("denominateur", ligne, {indicateur, apres, avant});
        if (plus_petit == 0) return;
        const auto croise =
            apres.numerateur * avant.denominateur - avant.numerateur * apres.denominateur;
        const auto un_point = apres.denominateur * avant.denominateur;
        if (100 * std::abs(croise) / un_point >= seuils.saut_en_points)
            dire("saut", ligne, {indicateur, apres, avant});
    }

    const Lu& lu_;
    const Contexte& contexte_;
    std::vector<Constat> constats_;
};

}  // namespace

core::Result<Seuils> Seuils::lire(std::string_view texte) {
    Seuils lus{{}, 0, 0, 0, 0, 0};
    const std::array nombres{std::pair{"saut_en_points", &lus.saut_en_points},
                             std::pair{"ecart_de_denominateur", &lus.ecart_de_denominateur},
                             std::pair{"personnes_au_moins", &lus.personnes_au_moins},
                             std::pair{"compte_au_plus", &lus.compte_au_plus},
                             std::pair{"concentration_en_points", &lus.concentration_en_points}};
    const auto refuser = [](std::string_view ou) {
        return core::refuse(core::Reason::invalid, "usages.seuils", std::string{ou});
    };
    while (!texte.empty()) {
        const auto ligne = texte.substr(0, texte.find('\n'));
        texte.remove_prefix(std::min(texte.size(), ligne.size() + 1));
        if (ligne.empty() || ligne.starts_with('#')) continue;
        const auto barre = ligne.find('|');
        if (barre == std::string_view::npos) return refuser(ligne);
        const auto nom = core::trimmed(ligne.substr(0, barre));
        const auto valeur =
            core::trimmed(ligne.substr(barre + 1, ligne.find('|', barre + 1) - barre - 1));
        if (nom == "version") lus.version = valeur;
        for (const auto& [connu, ou] : nombres)
            if (nom == connu) *ou = core::integer<std::int64_t>(valeur).value_or(0);
    }
    if (lus.version.empty()) return refuser("version");
    for (const auto& [nom, ou] : nombres)
        if (*ou <= 0 || *ou > 1'000'000) return refuser(nom);
    return lus;
}

std::vector<Constat> constats_de(const Lu& lu, const Contexte& contexte) {
    return Examinateur{lu, contexte}.examiner();
}

}  // namespace grappe::usages
