// One's own part: what will be said, the agreement, what changed since, the amounts.
#include <algorithm>

#include "portail/espace/membre_vues.hpp"
#include "portail/membres/noeuds.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/rendu/analyse_json.hpp"

namespace grappe::espace {
namespace {

using dossier::Arbre, dossier::Noeud;
using page::Vue;
using pages::dire;

std::string valeur_de(const Arbre& arbre, const Noeud& parent, std::string_view cle) {
    const auto* trouve = membres::enfant(arbre, parent, cle);
    if (!trouve || trouve->genre == Noeud::Genre::nul || trouve->genre == Noeud::Genre::liste ||
        trouve->genre == Noeud::Genre::objet)
        return {};
    return std::string{trouve->texte};
}

Vue::Liste oui_non(const Espace& espace, std::string_view valeur) {
    const auto choix = [&](std::string_view mot, std::string_view code, bool choisi) {
        return Vue{{"valeur", mot}, {"libelle", dire(espace.services, code)}, {"choisi", choisi}};
    };
    return {choix("", "membre.choix.inconnu", valeur.empty()),
            choix("oui", "membre.choix.oui", valeur == "true"),
            choix("non", "membre.choix.non", valeur == "false")};
}

Vue::Liste regimes(const Espace& espace, std::string_view valeur) {
    Vue::Liste choix{Vue{{"valeur", ""},
                         {"libelle", dire(espace.services, "membre.choix.regime")},
                         {"choisi", valeur.empty()}}};
    for (const auto& [regime, nom] : names(programme::Regime{}))
        choix.push_back(Vue{{"valeur", nom},
                            {"libelle", dire(espace.services, "regime." + std::string{nom})},
                            {"choisi", valeur == nom}});
    return choix;
}

std::string nom_de_l_essms(const Espace& espace, std::string_view finess_et) {
    const auto* fiche = espace.services.registre.find(finess_et);
    return fiche ? fiche->raison_sociale : std::string{};
}

class VuePart {
public:
    VuePart(const Espace& espace, const teleservice::PartLue& part)
        : espace_{espace}, part_{part}, lu_{dossier::lire_arbre(part.contenu)} {}

    Vue::Liste essms() const {
        Vue::Liste vues;
        if (!lu_.arbre) return vues;
        int rang = 0;
        for (const auto* ligne : membres::liste_de(*lu_.arbre, "essms"))
            vues.push_back(essms(*ligne, rang++));
        return vues;
    }
    Vue::Liste ecarts() const {
        Vue::Liste vues;
        for (const auto& ecart : part_.ecarts)
            if (en_clair(ecart.depart) != en_clair(ecart.en_place))
                vues.push_back(Vue{{"lieu", lieu(ecart.chemin)},
                                   {"avant", en_clair(ecart.depart)},
                                   {"apres", en_clair(ecart.en_place)}});
        return vues;
    }
    Vue::Liste fautes() const {
        Vue::Liste vues;
        for (const auto& faute : part_.etat.jugement.fautes)
            for (std::size_t rang = 0; rang < part_.rangs.size(); ++rang) {
                const auto debut = "essms[" + std::to_string(part_.rangs[rang]) + "]";
                if (!faute.chemin.starts_with(debut)) continue;
                const auto dite = rendu::dire(faute, espace_.services.phrases);
                vues.push_back(Vue{
                    {"ancre", "e" + std::to_string(rang)},
                    {"lieu", part_.vu.part.essms.empty() ? debut : numero(static_cast<int>(rang))},
                    {"phrase", dite.defaut + ". " + dite.remede}});
            }
        return vues;
    }
    Vue::Liste montants() const {
        Vue::Liste vues;
        const auto& verifie = part_.etat.jugement.verifie;
        if (!verifie || !verifie->analyse().subvention) return vues;
        for (const auto& ligne : verifie->analyse().subvention->lignes)
            if (est_mien(ligne.finess_et))
                vues.push_back(Vue{{"finess_et", ligne.finess_et},
                                   {"nom", nom_de_l_essms(espace_, ligne.finess_et)},
                                   {"total", rendu::montant_en_francais(ligne.total())}});
        return vues;
    }
    // Those that a live dossier has already, whose ever it is.
    void ajouter_les_pris(Vue::Liste& vues) const {
        const auto& etat = part_.etat;
        const auto candidature =
            candidature_de(etat, espace_.portail.moyens, etat.dossier.modifie_le, "");
        for (const auto& pris : essms_pris(candidature, etat.contenu))
            if (est_mien(pris.finess_et))
                vues.push_back(Vue{{"finess_et", pris.finess_et},
                                   {"phrase", dire(espace_.services, "membre.essms_pris")}});
    }
    Vue::Liste constats() const {
        Vue::Liste vues;
        ajouter_les_pris(vues);
        const auto& verifie = part_.etat.jugement.verifie;
        if (!verifie) return vues;
        for (const auto& constat : verifie->analyse().constats) {
            using enum rules::Issue;
            const bool a_voir = constat.issue == non_conforme || constat.issue == manque ||
                                constat.issue == a_apprecier;
            if (a_voir && constat.objet.genre == rules::Objet::Genre::essms &&
                est_mien(constat.objet.nom))
                vues.push_back(Vue{
                    {"finess_et", constat.objet.nom},
                    {"phrase", espace_.services.phrases.rendre(constat.phrase, constat.faits)}});
        }
        return vues;
    }
    std::string geres() const {
        if (!lu_.arbre) return {};
        for (const auto* organisme : membres::liste_de(*lu_.arbre, "organismes"))
            return valeur_de(*lu_.arbre, *organisme, "essms_geres");
        return {};
    }

private:
    Vue essms(const Noeud& ligne, int rang) const {
        const auto& arbre = *lu_.arbre;
        const auto* heures = membres::enfant(arbre, ligne, "heures");
        const auto heure = [&](std::string_view nom) {
            return heures ? valeur_de(arbre, *heures, nom) : std::string{};
        };
        const auto numero_et = valeur_de(arbre, ligne, "finess_et");
        return {{"id", "e" + std::to_string(rang)},
                {"finess_et", numero_et},
                {"nom", nom_de_l_essms(espace_, numero_et)},
                {"regimes", regimes(espace_, valeur_de(arbre, ligne, "regime"))},
                {"devis", valeur_de(arbre, ligne, "devis_materiel")},
                {"aide", oui_non(espace_, valeur_de(arbre, ligne, "autre_aide_europeenne"))},
                {"a_heures", heures != nullptr},
                {"annee", heure("annee")},
                {"total", heure("total")},
                {"apa", heure("apa")},
                {"pch", heure("pch")},
                {"autres", heure("autres")}};
    }
    std::string numero(int rang) const {
        int ici = 0;
        for (const auto* ligne : membres::liste_de(*lu_.arbre, "essms"))
            if (ici++ == rang) return valeur_de(*lu_.arbre, *ligne, "finess_et");
        return {};
    }
    bool est_mien(std::string_view finess_et) const {
        const auto& siens = part_.vu.part.essms;
        return std::binary_search(siens.begin(), siens.end(), finess_et, std::less<>{});
    }
    // "essms.330000019.heures.total": the establishment, then the name of the fact.
    std::string lieu(const std::string& chemin) const {
        constexpr std::string_view debut{"essms."};
        const bool d_un_essms = chemin.starts_with(debut);
        const auto reste = d_un_essms ? chemin.substr(debut.size()) : chemin;
        const auto point = reste.find('.');
        const auto fait = d_un_essms && point != std::string::npos ? reste.substr(point + 1) : "";
        const auto nomme = [&](const std::string& cle) {
            return pages::etiquette(espace_.services.phrases, "membre.fait." + cle, cle);
        };
        if (!d_un_essms) return nomme(chemin);
        const auto numero_et = reste.substr(0, point);
        return fait.empty() ? numero_et : numero_et + " – " + nomme(fait);
    }
    std::string en_clair(const std::optional<std::string>& json) const {
        if (!json || *json == "null" || *json == "{}")
            return dire(espace_.services, "espace.valeur.rien");
        if (json->size() > 1 && json->front() == '"') return json->substr(1, json->size() - 2);
        if (*json == "true" || *json == "false")
            return dire(espace_.services,
                        "membre.choix." + std::string{*json == "true" ? "oui" : "non"});
        return *json;
    }

    const Espace& espace_;
    const teleservice::PartLue& part_;
    dossier::LectureJson lu_;
};

std::string explication(const Espace& espace, const teleservice::PartLue& part) {
    rules::Faits faits;
    if (part.vu.accord)
        faits.emplace_back("quand", pages::moment(part.vu.accord->donne_le, core::paris()));
    return dire(espace.services, "membre.part." + std::string{core::name_of(part.vu.etat())},
                faits);
}

}  // namespace

Vue vue_de_la_part(const Espace& espace, const teleservice::PartLue& part) {
    const VuePart vue{espace, part};
    const auto tva = part.vu.membre.recupere_tva;
    const bool d_accord = part.vu.d_accord();
    auto fautes = vue.fautes();
    auto montants = vue.montants();
    auto constats = vue.constats();
    auto ecarts = vue.ecarts();
    const auto adresse = "/parts/" + part.dossier.id + "/" + part.vu.membre.finess_ej.text();
    const auto nouveau = static_cast<std::int64_t>(part.rangs.size());
    return {{"porteur", part.nom},
            {"appel", part.dossier.appel},
            {"finess_ej", part.vu.membre.finess_ej.text()},
            {"raison_sociale", part.raison_sociale},
            {"adresse", adresse},
            {"version", part.dossier.version},
            {"empreinte", part.vu.part.empreinte()},
            {"d_accord", d_accord},
            {"etat", d_accord ? "ouvert" : "alerte"},
            {"etat_mots",
             dire(espace.services, "membre.etat." + std::string{core::name_of(part.vu.etat())})},
            {"explication", explication(espace, part)},
            {"a_ecarts", !ecarts.empty()},
            {"ecarts", std::move(ecarts)},
            {"essms", vue.essms()},
            {"essms_geres", vue.geres()},
            {"tva", oui_non(espace, !tva   ? ""
                                    : *tva ? "true"
                                           : "false")},
            {"nouveau", "e" + std::to_string(nouveau)},
            {"regimes", regimes(espace, "")},
            {"a_fautes", !fautes.empty()},
            {"fautes_a_mender", std::move(fautes)},
            {"a_montants", !montants.empty()},
            {"montants", std::move(montants)},
            {"a_constats", !constats.empty()},
            {"constats", std::move(constats)}};
}

}  // namespace grappe::espace
