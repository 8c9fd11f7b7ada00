// Reception of reports.
#include "portail/usages/transmission.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "portail/teleservice/journal.hpp"
#include "portail/usages/cles.hpp"
#include "portail/usages/usages_repository.hpp"
#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"

namespace grappe::usages {
namespace {

core::Refusal refuser(std::string code, std::string detail = {}) {
    return core::refuse(core::Reason::rule_not_met, std::move(code), std::move(detail));
}

core::Result<void> juger_la_cle(storage::Reader& db, const Demandeur& qui, const Tete& tete) {
    if (tete.nature == Nature::declare) return {};
    bool une = false;
    for (const auto& cle : cles_de(db, qui.acteur.compte)) {
        if (!cle.en_vigueur) continue;
        une = true;
        if (cle.cle == tete.cle) return {};
    }
    return refuser(une ? "usages.autre_cle" : "usages.cle_absente", tete.cle);
}

// "330000019, 330000027"; beyond ten, "…".
void enumerer(std::string& liste, const std::string& finess, int& combien) {
    constexpr int au_plus = 10;
    if (++combien > au_plus + 1) return;
    if (combien > 1) liste += ", ";
    liste += combien > au_plus ? "…" : finess;
}

// Each line with its dossier, or the numbers that are in none.
core::Result<std::vector<Ligne>> rattacher(storage::Reader& db, const Demandeur& qui,
                                           const Arrivee& arrivee, const Registre& registre) {
    std::map<std::string, std::string, std::less<>> siens;
    for (auto& un : declarables(db, qui.acteur.compte))
        if (arrivee.dossier.empty() || arrivee.dossier == un.dossier)
            siens.emplace(std::move(un.finess_et), std::move(un.dossier));
    std::string inconnus, ailleurs;
    int nombre_inconnus = 0, nombre_ailleurs = 0;
    auto lignes = arrivee.lu.lignes;
    for (auto& ligne : lignes) {
        const auto& finess = ligne.finess_et.text();
        if (const auto sien = siens.find(finess); sien != siens.end())
            ligne.dossier = sien->second;
        else if (registre(finess) == nullptr)
            enumerer(inconnus, finess, nombre_inconnus);
        else
            enumerer(ailleurs, finess, nombre_ailleurs);
    }
    if (!inconnus.empty()) return refuser("usages.etablissement_inconnu", inconnus);
    if (!ailleurs.empty()) return refuser("usages.etablissement_d_ailleurs", ailleurs);
    if (lignes.empty()) return refuser("usages.sans_etablissement");
    return lignes;
}

// Establishments of the reports that this one is compared with, of which it says nothing.
std::vector<std::string> absents_de(storage::Reader& db, const std::vector<Ligne>& lignes,
                                    const Precedents& precedents) {
    std::set<std::string> presents, anciens, absents;
    for (const auto& ligne : lignes) {
        presents.insert(ligne.finess_et.text());
        const auto avant = precedents.find(ligne.finess_et.text());
        if (avant != precedents.end()) anciens.insert(avant->second.rapport);
    }
    for (const auto& ancien : anciens) {
        const auto lu = trouver(db, ancien);
        core::ensure(lu.has_value(), "what is compared with is there");
        for (const auto& ligne : lu->lignes)
            if (!presents.contains(ligne.finess_et.text())) absents.insert(ligne.finess_et.text());
    }
    return {absents.begin(), absents.end()};
}

}  // namespace

usage::Parametres parametres_de(const Moyens& moyens, const Tete& tete) {
    const auto regle = std::ranges::find(moyens.regles, tete.regle, &usage::RegleDUsage::version);
    core::ensure(regle != moyens.regles.end(), "a rule that was shipped stays");
    return regle->au(tete.au);
}

core::Result<RapportRecu> recevoir(storage::Writer& db, const Demandeur& qui,
                                   const Arrivee& arrivee, const Moyens& moyens) {
    const auto& tete = arrivee.lu.tete;
    if (auto deja = trouver_envoye(db, qui.acteur.compte, tete.empreinte)) return *std::move(deja);
    if (const auto juste = juger_la_cle(db, qui, tete); !juste) return juste.error();
    auto lignes = rattacher(db, qui, arrivee, moyens.registre);
    if (!lignes) return lignes.error();
    const auto numero = prochain_numero(db);
    Precedents precedents;
    std::set<std::string> dossiers;
    for (const auto& ligne : *lignes) dossiers.insert(ligne.dossier);
    for (const auto& dossier : dossiers)
        lire_les_precedents(db, {dossier, tete.au, numero}, precedents);
    const auto absents = absents_de(db, *lignes, precedents);
    RapportRecu rapport{.id = secret::identifiant(),
                        .numero = numero,
                        .compte = qui.acteur.compte,
                        .recu_le = qui.maintenant,
                        .tete = tete,
                        .seuils = moyens.seuils.version,
                        .recepteur = std::string{version_du_recepteur},
                        .lignes = *std::move(lignes),
                        .constats = constats_de(arrivee.lu, {.seuils = moyens.seuils,
                                                             .registre = moyens.registre,
                                                             .precedents = precedents,
                                                             .absents = absents,
                                                             .maintenant = qui.maintenant})};
    ajouter(db, rapport, arrivee.octets);
    teleservice::noter(db, qui,
                       {"usage.transmettre", objet_du_journal(rapport.id),
                        std::string{core::name_of(tete.nature)}});
    return rapport;
}

Issue transmettre(storage::Base& base, const Demandeur& qui, const Envoi& envoi,
                  const Moyens& moyens) {
    Issue issue{.recu = {}, .examine = examiner(envoi.octets, envoi.nature, moyens.regles)};
    if (issue.examine.lu) {
        auto recu = base.write([&](storage::Writer& db) {
            return recevoir(db, qui, {*issue.examine.lu, envoi.octets, envoi.dossier}, moyens);
        });
        if (recu) {
            issue.recu = *std::move(recu);
            return issue;
        }
        issue.examine.refus = recu.error();
    }
    const auto objet = "fichier:" + secret::empreinte(envoi.octets);
    teleservice::noter_le_refus(base, qui, {"usage.transmettre", objet, issue.examine.refus.code});
    return issue;
}

}  // namespace grappe::usages
