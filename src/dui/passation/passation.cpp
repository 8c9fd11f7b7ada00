// Load, decide, save.
#include "dui/passation/passation.hpp"

#include <algorithm>
#include <array>

#include "audit/journal.hpp"
#include "core/texte.hpp"
#include "dui/element/droits.hpp"
#include "dui/evaluation/evaluation_json.hpp"
#include "dui/passation/lecture.hpp"
#include "secret/hasard.hpp"

namespace grappe::passation {
namespace {

using element::Element, element::Etat, element::Genre;
using evaluation::Evaluation, evaluation::Statut;

core::Refusal refus(core::Reason raison, const char* code) { return core::refuse(raison, code); }

struct Famille {
    std::string_view debut;  // of the keys of its scales
    partage::Classe classe;
};
constexpr std::array familles{
    Famille{"aggir-", partage::Classe::soins}, Famille{"situation-ssiad-", partage::Classe::soins},
    Famille{"mmse-", partage::Classe::soins}, Famille{"serafin-", partage::Classe::projet}};

void abreger(const std::string& chemin, const std::string& texte, saisie::Fautes& fautes) {
    if (core::caracteres(texte) > texte_au_plus)
        fautes.push_back({0,
                          chemin,
                          "evaluation.long",
                          {{"au_plus", static_cast<std::int64_t>(texte_au_plus)}}});
}

// Read again as any evaluation is: one set of faults, whoever wrote.
saisie::Fautes fautes_de(const Redacteur& redacteur, const Evaluation& dite) {
    const auto jour = core::paris().day_of(redacteur.maintenant.seconde());
    const auto lue =
        evaluation::lire_evaluation(evaluation::en_json(dite), {redacteur.outils.grilles, jour});
    saisie::Fautes fautes;
    if (const auto* dites = std::get_if<saisie::Fautes>(&lue)) fautes = *dites;
    abreger("mode", dite.mode, fautes);
    abreger("evaluateur", dite.evaluateur, fautes);
    abreger("responsable", dite.responsable, fautes);
    abreger("commentaire", dite.commentaire, fautes);
    for (const auto& [cle, reponse] : dite.reponses) {
        const auto chemin = "reponses." + cle;
        abreger(chemin + ".commentaire", reponse.cotation.commentaire, fautes);
        for (const auto& [sous, cotation] : reponse.sous_variables)
            abreger(chemin + ".sous_variables." + sous + ".commentaire", cotation.commentaire,
                    fautes);
    }
    return fautes;
}

const char* acte_de(const Element& un, const Contenu& contenu, std::int64_t vue) {
    if (un.etat == Etat::retire) return "evaluation.retirer";
    if (vue == 0) return "evaluation.commencer";
    switch (contenu.dite.statut) {
        case Statut::en_preparation:
            return "evaluation.remplir";
        case Statut::approuve:
            return "evaluation.approuver";
        case Statut::valide:
            return "evaluation.valider";
        case Statut::termine:
            return "evaluation.terminer";
    }
    core::ensure(false, "a status is one of four");
    return "";
}

struct AEcrire {
    Element un;
    const Contenu& contenu;
    std::int64_t vue;
};
// With its line of the journal: ids only.
core::Result<Ecrite> ecrire(storage::Writer& db, const Redacteur& redacteur, AEcrire&& voulue) {
    auto& [un, contenu, vue] = voulue;
    const auto& compte = redacteur.qui.acteur.compte;
    un.contenu = en_contenu(contenu);
    un.debut = core::paris().start_of(contenu.dite.date);
    const auto ecrite = element::ecrire(db, {compte, redacteur.maintenant}, {un, vue});
    if (!ecrite) return ecrite.error();
    audit::noter(db,
                 {.acteur = compte,
                  .acte = acte_de(un, contenu, vue),
                  .objet = "personne:" + un.personne,
                  .detail = un.id},
                 redacteur.maintenant.seconde());
    return Ecrite{{}, ecrite->version};
}

struct Presente {
    element::Version version;
    Contenu contenu;
};
core::Result<Presente> trouver(storage::Reader& db, const Redacteur& redacteur,
                               const std::string& id) {
    auto derniere = element::derniere(db, id);
    if (!derniere || derniere->element.genre != Genre::evaluation ||
        !lit(redacteur.qui, derniere->element))
        return refus(core::Reason::not_found, "evaluation.inconnue");
    if (!ecrit(redacteur.qui, derniere->element))
        return refus(core::Reason::forbidden, "evaluation.lecture_seule");
    if (derniere->element.etat == Etat::retire)
        return refus(core::Reason::rule_not_met, "evaluation.retiree");
    auto contenu = lu(derniere->element.contenu, redacteur.outils);
    return Presente{*std::move(derniere), std::move(contenu)};
}

}  // namespace

partage::Classe classe_de(std::string_view grille) {
    const auto sienne = std::ranges::find_if(
        familles, [&](const Famille& une) { return grille.starts_with(une.debut); });
    return sienne == familles.end() ? partage::Classe::soins : sienne->classe;
}

core::Result<Ecrite> commencer(storage::Writer& db, const Redacteur& redacteur,
                               const Debut& debut) {
    const auto& qui = redacteur.qui;
    if (!secret::est_un_identifiant(debut.id)) return refus(core::Reason::invalid, "evaluation.id");
    if (!qui.peut_a(access::Permission::dossier_usager_ecrire, debut.finess_et.text()))
        return refus(core::Reason::forbidden, "dui.etablissement_interdit");
    if (!redacteur.accompagnee(debut.personne, debut.finess_et.text()))
        return refus(core::Reason::not_found, "dui.dossier_inconnu");
    Contenu contenu{debut.dite};
    contenu.dite.statut = Statut::en_preparation;
    contenu.dite.auteur = qui.acteur.compte;
    auto fautes = fautes_de(redacteur, contenu.dite);
    const auto classe = classe_de(contenu.dite.grille);
    if (redacteur.outils.grille(contenu.dite.grille) != nullptr && !qui.ecrit(classe))
        fautes.push_back({0, "grille", "evaluation.classe", {}});
    if (!fautes.empty()) return Ecrite{std::move(fautes), 0};
    const Element un{.id = debut.id,
                     .genre = Genre::evaluation,
                     .classe = classe,
                     .finess_et = debut.finess_et,
                     .personne = debut.personne,
                     .lie_a = {},
                     .debut = core::paris().start_of(contenu.dite.date),
                     .fin = {},
                     .contenu = en_contenu(contenu)};
    const auto deja = element::versions_de(db, un.id);
    if (!deja.empty() && deja.front().element == un) return Ecrite{{}, deja.back().version};
    return ecrire(db, redacteur, {un, contenu, 0});
}

core::Result<Ecrite> remplir(storage::Writer& db, const Redacteur& redacteur, const Etape& etape) {
    auto presente = trouver(db, redacteur, etape.id);
    if (!presente) return presente.error();
    auto [version, contenu] = *std::move(presente);
    if (contenu.dite.statut != Statut::en_preparation)
        return refus(core::Reason::rule_not_met, "evaluation.figee");
    const auto avant = contenu.dite;
    etape.remplir(contenu.dite);
    contenu.dite.statut = avant.statut;
    contenu.dite.auteur = avant.auteur;
    if (contenu.dite.grille != avant.grille)
        return refus(core::Reason::invalid, "evaluation.autre_grille");
    if (auto fautes = fautes_de(redacteur, contenu.dite); !fautes.empty())
        return Ecrite{std::move(fautes), 0};
    if (contenu.dite == avant) return Ecrite{{}, version.version};
    return ecrire(db, redacteur, {version.element, contenu, etape.vue});
}

core::Result<Ecrite> passer(storage::Writer& db, const Redacteur& redacteur,
                            const Passage& passage) {
    auto presente = trouver(db, redacteur, passage.id);
    if (!presente) return presente.error();
    auto [version, contenu] = *std::move(presente);
    auto& dite = contenu.dite;
    const auto resultat = resultat_de(redacteur.outils, dite);
    // A score that nobody gave is missing as much as a variable that nobody rated.
    const bool complete =
        resultat.est_complet() && (resultat.sorte == evaluation::Sorte::rien || resultat.valeur);
    const auto passe = evaluation::passer(dite.statut, passage.vers, complete);
    if (!passe) return passe.error();
    dite.statut = *passe;
    return ecrire(db, redacteur, {version.element, contenu, passage.vue});
}

core::Result<Ecrite> retirer(storage::Writer& db, const Redacteur& redacteur,
                             const Retrait& retrait) {
    auto presente = trouver(db, redacteur, retrait.id);
    if (!presente) return presente.error();
    auto [version, contenu] = *std::move(presente);
    contenu.motif = core::trimmed(retrait.motif);
    saisie::Fautes fautes;
    if (contenu.motif.empty()) fautes.push_back({0, "motif", "evaluation.motif", {}});
    abreger("motif", contenu.motif, fautes);
    if (!fautes.empty()) return Ecrite{std::move(fautes), 0};
    version.element.etat = Etat::retire;
    return ecrire(db, redacteur, {version.element, contenu, retrait.vue});
}

}  // namespace grappe::passation
