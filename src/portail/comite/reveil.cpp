// Who is told that money returned, and what a desk reads of who waits.
#include "portail/comite/reveil.hpp"

#include <algorithm>
#include <set>

#include "identity/preference_courrier.hpp"
#include "portail/comite/comite_repository.hpp"
#include "portail/instruction/decision_repository.hpp"

namespace grappe::comite {
namespace {

using Liste = std::vector<Attendu>;  // of one envelope

std::vector<Liste> par_enveloppe(std::vector<Attendu> tous) {
    std::vector<Liste> listes;
    for (auto& un : tous) {
        if (listes.empty() || listes.back().front().enveloppe != un.enveloppe) listes.push_back({});
        listes.back().push_back(std::move(un));
    }
    return listes;
}

std::vector<EnAttente> en_attente(const Liste& liste) {
    std::vector<EnAttente> attente;
    for (const auto& un : liste) attente.push_back(un.attente);
    return attente;
}

const Attendu& attendu(const Liste& liste, const std::string& dossier) {
    const auto trouve =
        std::ranges::find(liste, dossier, [](const Attendu& un) { return un.attente.dossier; });
    core::ensure(trouve != liste.end(), "what holds is of the list");
    return *trouve;
}

// Who declared an interest in a committee of the list.
std::set<std::string> ecartes(storage::Reader& db, const Liste& liste) {
    std::set<std::string> comites, comptes;
    for (const auto& un : liste) comites.insert(un.attente.comite);
    for (const auto& comite : comites)
        for (auto& interet : interets(db, comite)) comptes.insert(std::move(interet.membre));
    return comptes;
}

std::optional<Reveil> a_dire(storage::Reader& db, const Liste& liste) {
    const auto& enveloppe = liste.front().enveloppe;
    return reveiller(enveloppe, enveloppe::ecritures(db, enveloppe), en_attente(liste),
                     dernier_dit(db, enveloppe));
}

ReveilDit noter(storage::Writer& db, const Liste& liste, const Reveil& reveil,
                core::Instant maintenant) {
    ReveilDit dit{.enveloppe = liste.front().enveloppe,
                  .mouvement = reveil.mouvement,
                  .revenu = reveil.revenu,
                  .libre = reveil.libre,
                  .dit_le = maintenant};
    const auto ecrire = [&](const std::vector<std::string>& dossiers, bool saute) {
        for (const auto& id : dossiers)
            dit.dossiers.push_back({id, attendu(liste, id).attente.montant, saute});
    };
    ecrire(reveil.tenue.dans_l_ordre, false);
    ecrire(reveil.tenue.en_sautant, true);
    ajouter(db, dit);
    return dit;
}

std::string enumerer(const Liste& liste, const ReveilDit& dit, const rules::Phrases& phrases) {
    std::string lignes;
    for (const auto& [id, montant, saute] : dit.dossiers) {
        const auto& un = attendu(liste, id);
        lignes.append(lignes.empty() ? "" : "\n")
            .append(phrases.rendre(saute ? "comite.reveil.en_sautant" : "comite.reveil.tient",
                                   {{"rang", std::int64_t{un.attente.rang}},
                                    {"numero", std::string_view{un.numero}},
                                    {"porteur", std::string_view{un.porteur}},
                                    {"montant", montant}}));
    }
    return lignes;
}

int ecrire_au_guichet(storage::Writer& db, const Liste& liste, const ReveilDit& dit,
                      const teleservice::Moyens& moyens) {
    const auto caches = ecartes(db, liste);
    const auto lien = moyens.adresse_publique + "/bureau/comites#attente";
    const auto poste = teleservice::poste_de(moyens);
    identity::Avis avis{.compte = {},
                        .code = "reveil",
                        .poids = identity::Poids::acte,
                        .faits = {{"appel", std::string_view{dit.enveloppe.appel}},
                                  {"revenu", dit.revenu},
                                  {"libre", dit.libre},
                                  {"dossiers", enumerer(liste, dit, moyens.regles.phrases)},
                                  {"lien", lien},
                                  {"site", moyens.adresse_publique}},
                        .lien = lien};
    int ecrits = 0;
    for (const auto& compte : instruction::comptes_du_guichet(db, dit.enveloppe.guichet)) {
        if (caches.contains(compte)) continue;
        ++ecrits;
        avis.compte = compte;
        identity::avertir(db, avis, poste);
    }
    return ecrits;
}

// Read again in the transaction that writes: another server may have told it meanwhile.
core::Result<int> reveiller_une(storage::Writer& db, const enveloppe::Enveloppe& enveloppe,
                                const teleservice::Moyens& moyens, core::Instant maintenant) {
    for (const auto& liste : par_enveloppe(attendus(db, enveloppe.guichet))) {
        if (liste.front().enveloppe != enveloppe) continue;
        const auto reveil = a_dire(db, liste);
        if (!reveil) return 0;
        const auto dit = noter(db, liste, *reveil, maintenant);
        return dit.dossiers.empty() ? 0 : ecrire_au_guichet(db, liste, dit, moyens);
    }
    return 0;
}

}  // namespace

int envoyer_les_reveils(storage::Base& base, const teleservice::Moyens& moyens,
                        core::Instant maintenant) {
    const auto touchees = base.read([](storage::Reader& db) {
        std::vector<enveloppe::Enveloppe> toutes;
        for (const auto& liste : par_enveloppe(attendus(db, {})))
            if (a_dire(db, liste)) toutes.push_back(liste.front().enveloppe);
        return toutes;
    });
    int envoyes = 0;
    for (const auto& enveloppe : touchees) {
        const auto ecrits = base.write(
            [&](storage::Writer& db) { return reveiller_une(db, enveloppe, moyens, maintenant); });
        envoyes += ecrits ? *ecrits : 0;
    }
    return envoyes;
}

core::Money ListeDAttente::cout() const {
    core::Money somme;
    for (const auto& id : tenue.dans_l_ordre) somme += attendu(dossiers, id).attente.montant;
    return somme;
}

core::Result<std::vector<ListeDAttente>> listes_d_attente(storage::Reader& db,
                                                          const Demandeur& qui) {
    if (!access::peut(qui.acteur, access::Permission::comite_preparer))
        return core::refuse(core::Reason::forbidden, "acces.interdit");
    std::vector<ListeDAttente> listes;
    for (auto& liste : par_enveloppe(attendus(db, qui.acteur.guichet()))) {
        const auto enveloppe = liste.front().enveloppe;
        const auto libre = enveloppe::soldes(db, enveloppe).disponible(enveloppe);
        if (ecartes(db, liste).contains(qui.acteur.compte)) {
            listes.push_back({enveloppe, libre, {}, {}, {}, true});
            continue;
        }
        auto tenue = ce_qui_tient(en_attente(liste), libre);
        listes.push_back(
            {enveloppe, libre, std::move(liste), std::move(tenue), reveils(db, enveloppe)});
    }
    return listes;
}

std::string_view sort_de(const Tenue& tenue, std::string_view dossier) {
    const auto contient = [&](const std::vector<std::string>& ids) {
        return std::ranges::find(ids, dossier) != ids.end();
    };
    if (contient(tenue.dans_l_ordre)) return "tient";
    return contient(tenue.en_sautant) ? "en_sautant" : "attend";
}

}  // namespace grappe::comite
