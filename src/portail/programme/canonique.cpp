// Writes each value of a call in one canonical way.
#include "portail/programme/canonique.hpp"

#include <fmt/format.h>

#include "core/named.hpp"

namespace grappe::programme {
namespace {

std::string texte(int valeur) { return std::to_string(valeur); }
std::string texte(bool valeur) { return valeur ? "true" : "false"; }
std::string texte(const std::string& valeur) { return valeur; }
std::string texte(core::Money valeur) { return valeur.text(); }
std::string texte(core::Date valeur) { return valeur.text(); }
std::string texte(const core::Rate& valeur) {
    return fmt::format("{}/{}", static_cast<std::int64_t>(valeur.numerator()),
                       static_cast<std::int64_t>(valeur.denominator()));
}
template <class E>
requires std::is_enum_v<E> std::string texte(E valeur) {
    return std::string{core::name_of(valeur)};
}
template <class T>
std::string texte(const std::vector<T>& valeurs) {
    std::string sortie;
    for (const auto& valeur : valeurs) {
        if (!sortie.empty()) sortie += ", ";
        sortie += texte(valeur);
    }
    return sortie;
}
template <class T>
std::string texte(const std::optional<T>& valeur) {
    return valeur ? texte(*valeur) : "aucun";
}

// What the lines of one unit share.
struct Commun {
    rules::Source source;
    std::string couche;
    Validite validite;
};

class Ecrivain {
public:
    void poser(std::string chemin, std::string ecrit, const Commun& commun) {
        lignes_.push_back({.chemin = std::move(chemin),
                           .texte = std::move(ecrit),
                           .source = commun.source,
                           .couche = commun.couche,
                           .validite = commun.validite});
    }

    // One line for a value without parts, or for one that the text does not give.
    template <class T>
    bool silence(const Valeur<T>& valeur) {
        if (!valeur.definie()) poser(valeur.chemin, "non_defini", commun(valeur));
        return !valeur.definie();
    }
    template <class T>
    void simple(const Valeur<T>& valeur) {
        if (!silence(valeur)) poser(valeur.chemin, texte(*valeur), commun(valeur));
    }
    template <class T>
    static Commun commun(const Valeur<T>& valeur) {
        return {valeur.source, valeur.couche, valeur.validite};
    }
    std::vector<ValeurTracee> prendre() && { return std::move(lignes_); }

private:
    std::vector<ValeurTracee> lignes_;
};

void ecrire_taille(Ecrivain& sortie, const Appel& appel) {
    const auto& minimum = appel.minimum;
    if (!sortie.silence(minimum)) {
        const auto commun = Ecrivain::commun(minimum);
        sortie.poser("minimum.metropole", texte(minimum->metropole), commun);
        sortie.poser("minimum.corse_outre_mer", texte(minimum->corse_outre_mer), commun);
        sortie.poser("minimum.mode", texte(minimum->mode), commun);
    }
    const auto& ideale = appel.taille_ideale;
    if (!sortie.silence(ideale)) {
        const auto commun = Ecrivain::commun(ideale);
        sortie.poser("taille_ideale.plus_de", texte(ideale->plus_de), commun);
        sortie.poser("taille_ideale.moins_de", texte(ideale->moins_de), commun);
    }
    sortie.simple(appel.extension_sous_conditions);
}

void ecrire_routage(Ecrivain& sortie, const Appel& appel) {
    if (!sortie.silence(appel.routage)) {
        int numero = 0;
        for (const auto& ligne : *appel.routage) {
            auto commun = Ecrivain::commun(appel.routage);
            commun.source = ligne.source;
            sortie.poser(fmt::format("routage.{}", ++numero),
                         fmt::format("a_partir_de={} moins_de={} regions={} niveau={}",
                                     texte(ligne.a_partir_de), texte(ligne.moins_de),
                                     texte(ligne.regions), texte(ligne.niveau)),
                         commun);
        }
    }
    sortie.simple(appel.pivot);
}

void ecrire_secteurs(Ecrivain& sortie, const Appel& appel) {
    if (sortie.silence(appel.secteurs)) return;
    for (const auto& secteur : *appel.secteurs)
        sortie.poser(
            "secteur." + secteur.secteur,
            fmt::format("traitement={} dsr={} reference_obligatoire={}", texte(secteur.traitement),
                        texte(secteur.dsr), texte(secteur.reference_obligatoire)),
            {secteur.source, secteur.couche, appel.secteurs.validite});
}

void ecrire_solution(Ecrivain& sortie, const Appel& appel) {
    const auto& solution = appel.solution;
    if (sortie.silence(solution)) return;
    const auto commun = Ecrivain::commun(solution);
    const auto poser = [&](const char* nom, std::string ecrit) {
        sortie.poser(std::string{"solution."} + nom, std::move(ecrit), commun);
    };
    poser("meme_solution", texte(solution->meme_solution));
    poser("en_cours_admis", texte(solution->en_cours_admis));
    poser("secteurs_sans_reference", texte(solution->secteurs_sans_reference));
    poser("ght_admis", texte(solution->ght_admis));
    poser("centrale_obligatoire", texte(solution->centrale_obligatoire));
    poser("concurrence_si_commande_publique", texte(solution->concurrence_si_commande_publique));
}

void ecrire_fenetres(Ecrivain& sortie, const Appel& appel) {
    if (sortie.silence(appel.fenetres)) return;
    for (const auto& fenetre : *appel.fenetres) {
        const Commun commun{fenetre.source, fenetre.couche, appel.fenetres.validite};
        const auto poser = [&](const char* nom, std::string ecrit) {
            sortie.poser(fenetre.chemin + '.' + nom, std::move(ecrit), commun);
        };
        poser("id", fenetre.id);
        poser("portees", texte(fenetre.portees));
        poser("natures", texte(fenetre.natures));
        poser("ouvre_le", appel.fuseau.text(fenetre.ouvre_le));
        poser("ferme_le", appel.fuseau.text(fenetre.ferme_le));
        if (fenetre.tolere_des) poser("tolere_des", appel.fuseau.text(*fenetre.tolere_des));
        if (!fenetre.comite.empty()) poser("comite", fenetre.comite);
        poser("regle", texte(fenetre.regle));
    }
}

std::string texte_de(const PieceAppel& piece) {
    return fmt::format(
        "{} | obligatoire={} condition={} par_organisme={} emplacements={} "
        "modele_cnsa={}",
        piece.libelle, texte(piece.obligatoire), texte(piece.condition), texte(piece.par_organisme),
        texte(piece.emplacements), texte(piece.modele_cnsa));
}

void ecrire_pieces(Ecrivain& sortie, const Appel& appel) {
    if (!sortie.silence(appel.pieces))
        for (const auto& piece : *appel.pieces) {
            const Commun commun{piece.source, piece.couche, appel.pieces.validite};
            sortie.poser("piece." + texte(piece.regle), texte_de(piece), commun);
        }
    sortie.simple(appel.suffixes);
}

void ecrire_bareme(Ecrivain& sortie, const Valeur<Bareme>& bareme) {
    if (sortie.silence(bareme)) return;
    auto commun = Ecrivain::commun(bareme);
    for (const auto& palier : bareme->paliers) {
        if (palier.jusqu_au_rang) {
            commun.source = palier.source_usage;
            sortie.poser(palier.chemin + ".jusqu_au", texte(palier.jusqu_au_rang), commun);
        }
        commun.source = palier.source_usage;
        sortie.poser(palier.chemin + ".usage", texte(palier.usage), commun);
        commun.source = palier.source_equipement;
        sortie.poser(palier.chemin + ".equipement", texte(palier.equipement), commun);
    }
    commun.source = bareme->source_plafond;
    if (bareme->plafond_essms)
        sortie.poser(bareme.chemin + ".plafond_essms", texte(bareme->plafond_essms), commun);
    if (bareme->plafond) sortie.poser(bareme.chemin + ".plafond", texte(bareme->plafond), commun);
}

void ecrire_specifique(Ecrivain& sortie, const Appel& appel) {
    sortie.simple(appel.plafond_specifique);
    if (!sortie.silence(appel.materiel)) {
        const auto commun = Ecrivain::commun(appel.materiel);
        sortie.poser("materiel.mode", texte(appel.materiel->mode), commun);
        sortie.poser("materiel.par_essms", texte(appel.materiel->par_essms), commun);
    }
    if (!sortie.silence(appel.amoa)) {
        const auto commun = Ecrivain::commun(appel.amoa);
        sortie.poser("amoa.mode", texte(appel.amoa->mode), commun);
        sortie.poser("amoa.par_projet", texte(appel.amoa->par_projet), commun);
    }
    if (!sortie.silence(appel.petit_organisme)) {
        const auto& seuil = *appel.petit_organisme;
        const auto commun = Ecrivain::commun(appel.petit_organisme);
        sortie.poser("petit_organisme.metropole", texte(seuil.metropole), commun);
        if (seuil.corse_outre_mer)
            sortie.poser("petit_organisme.corse_outre_mer", texte(seuil.corse_outre_mer), commun);
    }
}

void ecrire_options(Ecrivain& sortie, const Appel& appel) {
    for (const auto& option : appel.options)
        sortie.poser("option." + option.nom,
                     fmt::format("{} | {} | parmi {}", option.choisie, option.question,
                                 texte(option.possibles)),
                     {option.source, option.couche, appel.validite});
}

void ecrire_regles(Ecrivain& sortie, const Appel& appel) {
    for (const auto& [id, nom] : names(rules::RegleId{})) {
        const auto& regle = appel.regle(id);
        sortie.poser("regle." + std::string{nom}, texte(regle.etat),
                     {regle.source, regle.couche, appel.validite});
    }
}

std::string texte_de(const CibleUsage& cible) {
    return fmt::format("{} {} secteur={} eligible_sons={}", cible.indicateur, texte(cible.cible),
                       cible.secteur, texte(cible.eligible_sons));
}

std::string texte_de(const Enonce& enonce) {
    return enonce.mois ? fmt::format("{} mois | {}", *enonce.mois, enonce.texte) : enonce.texte;
}

void ecrire_enonce(Ecrivain& sortie, std::string chemin, const Enonce& enonce) {
    sortie.poser(std::move(chemin), texte_de(enonce), {enonce.source, enonce.couche, {}});
}

void ecrire_suites(Ecrivain& sortie, const Appel& appel) {
    int numero = 0;
    for (const auto& cible : appel.cibles) {
        const Commun commun{cible.source, cible.couche, appel.validite};
        sortie.poser("cible." + texte(++numero), texte_de(cible), commun);
    }
    for (const auto& delai : appel.delais) ecrire_enonce(sortie, "delai." + delai.nom, delai);
    for (const auto& critere : appel.criteres)
        ecrire_enonce(sortie, "critere." + critere.nom, critere);
    for (const auto& silence : appel.silences) ecrire_enonce(sortie, silence.nom, silence);
}

// A field of the canonical form: separators inside the text cannot imitate a new line.
void ajouter_champ(std::string& sortie, std::string_view champ, char separateur) {
    for (const char c : champ) {
        if (c == '\\' || c == '\t' || c == '\n') sortie += '\\';
        sortie += c == '\t' ? 't' : c == '\n' ? 'n' : c;
    }
    sortie += separateur;
}

}  // namespace

std::vector<ValeurTracee> valeurs_de(const Appel& appel) {
    Ecrivain sortie;
    const Commun sans_source{{}, {}, appel.validite};
    sortie.poser("appel", appel.id, sans_source);
    sortie.poser("titre", appel.titre, sans_source);
    sortie.poser("base_legale", appel.base_legale, sans_source);
    sortie.poser("region", appel.region.value_or("aucune"), sans_source);
    sortie.poser("fuseau", appel.fuseau.name(), sans_source);
    ecrire_taille(sortie, appel);
    ecrire_routage(sortie, appel);
    ecrire_secteurs(sortie, appel);
    sortie.simple(appel.financeurs_requis);
    sortie.simple(appel.mom_au_plus_tot);
    sortie.simple(appel.va_au_plus_tot);
    ecrire_solution(sortie, appel);
    ecrire_fenetres(sortie, appel);
    ecrire_pieces(sortie, appel);
    ecrire_bareme(sortie, appel.acquisition);
    ecrire_bareme(sortie, appel.montee_de_version);
    sortie.simple(appel.plafond_essms_projet);
    sortie.simple(appel.plafond_forfaits_projet);
    ecrire_specifique(sortie, appel);
    sortie.simple(appel.categories_saad);
    sortie.simple(appel.part_avance);
    sortie.simple(appel.enveloppe);
    ecrire_options(sortie, appel);
    ecrire_suites(sortie, appel);
    ecrire_regles(sortie, appel);
    return std::move(sortie).prendre();
}

std::string forme_canonique(const std::vector<ValeurTracee>& valeurs) {
    std::string sortie;
    for (const auto& ligne : valeurs) {
        ajouter_champ(sortie, ligne.chemin, '\t');
        ajouter_champ(sortie, ligne.texte, '\t');
        ajouter_champ(sortie, ligne.source.document, '\t');
        ajouter_champ(sortie, ligne.source.section, '\n');
    }
    return sortie;
}

const ValeurTracee* valeur(const Appel& appel, std::string_view chemin) {
    const ValeurTracee* dessous = nullptr;
    for (const auto& ligne : appel.valeurs) {
        if (ligne.chemin == chemin) return &ligne;
        const bool plus_bas = ligne.chemin.size() > chemin.size() &&
                              ligne.chemin.starts_with(chemin) &&
                              ligne.chemin[chemin.size()] == '.';
        if (plus_bas && dessous == nullptr) dessous = &ligne;
    }
    return dessous;
}

}  // namespace grappe::programme
