// Appreciations and receivability.
#include "portail/instruction/decision.hpp"

#include <algorithm>
#include <array>

#include "core/texte.hpp"
#include "portail/instruction/decision_repository.hpp"
#include "portail/instruction/lettres.hpp"

namespace grappe::instruction {
namespace {

// The three words of a verdict, and what a client may say for them: the case and the accents of a
// decision do not count.
std::optional<Conformite> lire_decision(std::string_view mot) {
    using enum Conformite;
    constexpr auto autres = std::to_array<core::Named<Conformite>>({{conforme, "accepte"},
                                                                    {conforme, "acceptee"},
                                                                    {conforme, "admis"},
                                                                    {conforme, "admise"},
                                                                    {conforme, "favorable"},
                                                                    {non_conforme, "refuse"},
                                                                    {non_conforme, "refusee"},
                                                                    {non_conforme, "rejete"},
                                                                    {non_conforme, "rejetee"},
                                                                    {non_conforme, "defavorable"}});
    const auto plie = core::fold(mot);
    if (const auto lue = core::named<Conformite>(plie)) return lue;
    const auto autre = std::find_if(autres.begin(), autres.end(),
                                    [&](const auto& nomme) { return nomme.name == plie; });
    return autre == autres.end() ? std::nullopt : std::optional{autre->value};
}

bool vise(const Point& point, const NouvelleAppreciation& nouvelle) {
    return point.genre != Genre::piece && point.regle == nouvelle.regle &&
           (nouvelle.objet.empty() || point.objet == nouvelle.objet);
}

// The rules read nothing of it, or no establishment counts: no answer of an authority mends that.
std::optional<Point> sans_remede(const Examen& examen, const rules::Phrases& phrases) {
    const auto& verifie = examen.etat.jugement.verifie;
    const bool compte = verifie && !verifie->analyse().recevabilite.comptes.empty();
    if (compte) return std::nullopt;
    return Point{.genre = Genre::bloquant,
                 .regle = {},
                 .objet = {},
                 .phrase = phrases.rendre("instruction.point.aucun_essms", {}),
                 .source = {},
                 .reponse = std::nullopt,
                 .retient = true};
}

std::vector<Point> ce_qui_retient(const Examen& examen, const rules::Phrases& phrases) {
    std::vector<Point> retenu;
    if (auto point = sans_remede(examen, phrases)) retenu.push_back(*std::move(point));
    for (const auto& point : examen.points)
        if (point.retient) retenu.push_back(point);
    return retenu;
}

}  // namespace

core::Result<Appreciation> apprecier(storage::Writer& db, const Demandeur& qui,
                                     const NouvelleAppreciation& nouvelle, const Moyens& moyens) {
    const auto dossier = teleservice::demander_pour(db, qui, nouvelle.dossier, Acte::examiner);
    if (!dossier) return dossier.error();
    const auto decision = lire_decision(nouvelle.decision);
    if (!decision) return core::refuse(core::Reason::invalid, "appreciation.decision");
    auto motif = lire_texte(nouvelle.motif);
    if (!motif) return motif.error();
    const auto examen = examiner(db, *dossier, moyens.regles);
    if (std::none_of(examen.points.begin(), examen.points.end(),
                     [&](const Point& point) { return vise(point, nouvelle); }))
        return core::refuse(core::Reason::rule_not_met, "appreciation.sans_point",
                            std::string{nouvelle.regle.substr(0, 40)});
    const auto* vue = appreciation_de(examen.appreciations, nouvelle.regle, nouvelle.objet);
    if (nouvelle.vu && *nouvelle.vu != (vue ? vue->numero : 0))
        return core::refuse(core::Reason::conflict, "instruction.entretemps");
    auto rendue = ajouter(db, dossier->id,
                          Appreciation{.numero = 0,
                                       .regle = std::string{nouvelle.regle},
                                       .objet = std::string{nouvelle.objet},
                                       .decision = *decision,
                                       .motif = *std::move(motif),
                                       .par = qui.acteur.compte,
                                       .rendue_le = qui.maintenant});
    noter(db, qui, *dossier, {"appreciation.rendre", rendue.regle});
    return rendue;
}

core::Result<Tranche> decider(storage::Writer& db, const Demandeur& qui,
                              const NouvelleDecision& nouvelle, const Moyens& moyens) {
    const auto issue = core::named<Issue>(nouvelle.issue);
    const auto acte = issue == Issue::irrecevable ? Acte::ecarter : Acte::recevoir;
    auto dossier = teleservice::demander_pour(db, qui, nouvelle.dossier, acte);
    if (!dossier) return dossier.error();
    if (!issue) return core::refuse(core::Reason::invalid, "recevabilite.issue");
    // A refusal says why; what is receivable needs no more words.
    auto motif =
        issue == Issue::recevable ? lire_texte_libre(nouvelle.motif) : lire_texte(nouvelle.motif);
    if (!motif) return motif.error();
    if (issue == Issue::recevable) {
        const auto examen = examiner(db, *dossier, moyens.regles);
        if (auto retenu = ce_qui_retient(examen, moyens.regles.phrases); !retenu.empty())
            return Tranche{std::nullopt, std::move(retenu)};
    }
    auto decision = ajouter(db, dossier->id,
                            Decision{.numero = 0,
                                     .issue = *issue,
                                     .motif = *motif,
                                     .par = qui.acteur.compte,
                                     .decidee_le = qui.maintenant});
    auto apres = *std::move(dossier);
    faire_passer(db, qui, apres, {acte, *motif});
    noter(db, qui, apres, {"recevabilite.decider", std::string{core::name_of(*issue)}});
    const auto genre =
        issue == Issue::recevable ? GenreDeLettre::recevable : GenreDeLettre::irrecevable;
    ecrire_au_porteur(db, qui, {apres, moyens}, {.genre = genre, .motif = *motif});
    return Tranche{std::move(decision), {}};
}

}  // namespace grappe::instruction
