// Bank details: the rights first, then the password, then the sealed row.
#include "portail/convention/coordonnees.hpp"

#include <algorithm>

#include "core/iban.hpp"
#include "core/texte.hpp"
#include "identity/compte.hpp"
#include "identity/connexion.hpp"
#include "portail/convention/argent_repository.hpp"
#include "portail/convention/avis.hpp"

namespace grappe::convention {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_dernieres{"convention_coordonnees.dernieres", R"(
    SELECT rang, fin, posees_le FROM convention_coordonnees
    WHERE convention = $1 ORDER BY rang DESC LIMIT 1)"};
constexpr Statement insert{"convention_coordonnees.ajouter", R"(
    INSERT INTO convention_coordonnees (convention, rang, scelle, fin, par, posees_le)
    VALUES ($1, $2, $3, $4, $5, $6))"};

constexpr Statement select_scelle{"convention_coordonnees.scelle", R"(
    SELECT scelle FROM convention_coordonnees WHERE convention = $1 AND rang = $2)"};
constexpr Statement insert_vu{"versement_compte.ajouter", R"(
    INSERT INTO versement_compte (versement, rang) VALUES ($1, $2))"};
constexpr Statement insert_confirmation{"convention_confirmation.ajouter", R"(
    INSERT INTO convention_confirmation (convention, rang, par, confirmees_le)
    VALUES ($1, $2, $3, $4))"};
// Of the valid payments that no order took.
constexpr Statement select_vus{"convention_coordonnees.vus", R"(
    SELECT COALESCE(c.rang, 0) AS vu,
           (SELECT COUNT(*) FROM convention_confirmation k
            WHERE k.convention = v.convention AND k.rang = $2) AS confirmees
    FROM versement v
    JOIN versement_decision d ON d.versement = v.id AND d.decision = 'valide'
    LEFT JOIN versement_compte c ON c.versement = v.id
    WHERE v.convention = $1 AND v.montant > 0
      AND NOT EXISTS (SELECT 1 FROM ordre_ligne l WHERE l.versement = v.id))"};

constexpr std::size_t titulaire_max = 140;

core::Result<Sujet> du_porteur(storage::Reader& db, const Demandeur& qui, std::string_view id) {
    auto sujet = acceder(db, qui, id, access::Permission::convention_signer);
    if (!sujet) return sujet;
    if (qui.acteur.compte != sujet->dossier.compte)
        return core::refuse(core::Reason::forbidden, "coordonnees.d_un_autre");
    return sujet;
}

core::Result<Sujet> permettre(storage::Reader& db, const Demandeur& qui, std::string_view id) {
    auto sujet = du_porteur(db, qui, id);
    if (!sujet) return sujet;
    if (sujet->dossier.statut == Statut::solde &&
        !reste_a_payer(versements_de(db, sujet->convention.id)))
        return core::refuse(core::Reason::conflict, "convention.solde_verse");
    return sujet;
}

core::Result<Sujet> permettre_de_confirmer(storage::Reader& db, const Demandeur& qui,
                                           std::string_view id) {
    auto sujet = du_porteur(db, qui, id);
    if (!sujet) return sujet;
    if (!a_confirmer(db, sujet->convention.id))
        return core::refuse(core::Reason::conflict, "coordonnees.rien_a_confirmer");
    return sujet;
}

// The BIC of a line of its own, where one was given.
std::string en_clair(const core::Iban& iban, std::string_view titulaire, std::string_view bic) {
    auto clair = iban.text() + "\n" + std::string{titulaire};
    return bic.empty() ? clair : clair.append("\n").append(bic);
}

core::Result<std::string> lire_le_bic(std::string_view tape) {
    if (core::trimmed(tape).empty()) return std::string{};
    const auto bic = core::Bic::parse(core::trimmed(tape));
    if (!bic) return bic.error();
    return bic->text();
}

struct Pli {
    std::string scelle, fin;
};

// The porteur is told of each account, the desk of one that replaces another.
void avertir(storage::Writer& db, const std::pair<const Demandeur&, const Sujet&>& a,
             const std::pair<const Coordonnees&, const std::optional<Coordonnees>&>& comptes,
             const identity::Poste& poste) {
    const auto& [posees, avant] = comptes;
    if (!avant)
        return avertir_le_porteur(db, a.second, {"convention_compte", {{"fin", posees.fin}}},
                                  poste);
    const AvisDeConvention avis{"convention_compte_change",
                                {{"fin", posees.fin}, {"avant", avant->fin}}};
    avertir_le_porteur(db, a.second, avis, poste);
    avertir_le_guichet(db, a, avis, poste);
}

Coordonnees ajouter(storage::Writer& db, const std::pair<const Demandeur&, const Sujet&>& a,
                    const Pli& pli, const identity::Poste& poste) {
    const auto& [qui, sujet] = a;
    const auto avant = coordonnees_de(db, sujet.convention.id);
    const Coordonnees posees{
        .rang = avant ? avant->rang + 1 : 1, .fin = pli.fin, .posees_le = qui.maintenant};
    db.run(insert, sujet.convention.id, posees.rang, pli.scelle, posees.fin, qui.acteur.compte,
           posees.posees_le);
    noter(db, qui, sujet, {"coordonnees.poser", std::to_string(posees.rang)});
    avertir(db, a, {posees, avant}, poste);
    return posees;
}

}  // namespace

std::optional<Coordonnees> coordonnees_de(storage::Reader& db, std::string_view convention) {
    return db.one(
        select_dernieres,
        [](const Row& row) {
            return Coordonnees{.rang = row.get<int>("rang"),
                               .fin = row.get<std::string>("fin"),
                               .posees_le = row.get<core::Instant>("posees_le")};
        },
        convention);
}

core::Result<Coordonnees> poser_les_coordonnees(const identity::Moyens& moyens,
                                                const Demandeur& qui,
                                                const NouvellesCoordonnees& nouvelles,
                                                const secret::Secret& mot_de_passe) {
    const auto permis = moyens.base.read(
        [&](storage::Reader& db) { return permettre(db, qui, nouvelles.convention); });
    if (!permis) return permis.error();
    const auto titulaire = core::trimmed(nouvelles.titulaire);
    if (titulaire.empty() || titulaire.size() > titulaire_max)
        return core::refuse(core::Reason::invalid, "coordonnees.titulaire");
    const auto iban = core::Iban::parse_lenient(nouvelles.iban);
    if (!iban) return iban.error();
    const auto bic = lire_le_bic(nouvelles.bic);
    if (!bic) return bic.error();
    const auto juste = identity::confirmer_mot_de_passe(moyens, qui.acteur.compte, mot_de_passe);
    if (!juste) return juste.error();
    const auto& numero = iban->text();
    const Pli pli{moyens.coffre.sceller(en_clair(*iban, titulaire, *bic), permis->convention.id),
                  numero.substr(numero.size() - 4)};
    return moyens.base.write([&](storage::Writer& db) -> core::Result<Coordonnees> {
        const auto encore = permettre(db, qui, nouvelles.convention);
        if (!encore) return encore.error();
        return ajouter(db, {qui, *encore}, pli, identity::poste_de(moyens));
    });
}

void retenir_le_compte(storage::Writer& db, const Versement& valide) {
    if (const auto vues = coordonnees_de(db, valide.convention))
        db.run(insert_vu, valide.id, vues->rang);
}

bool a_change(const CompteVu& compte) {
    return compte.dernier > std::max(compte.vu, 1) && !compte.confirme;
}

bool a_confirmer(storage::Reader& db, std::string_view convention) {
    const auto dernieres = coordonnees_de(db, convention);
    if (!dernieres) return false;
    const auto lire = [&](const Row& row) {
        return CompteVu{.vu = row.get<int>("vu"),
                        .dernier = dernieres->rang,
                        .confirme = row.get<int>("confirmees") > 0};
    };
    return std::ranges::any_of(db.all(select_vus, lire, convention, dernieres->rang), a_change);
}

core::Result<Coordonnees> confirmer_les_coordonnees(const identity::Moyens& moyens,
                                                    const Demandeur& qui, std::string_view id,
                                                    const secret::Secret& mot_de_passe) {
    const auto permis =
        moyens.base.read([&](storage::Reader& db) { return permettre_de_confirmer(db, qui, id); });
    if (!permis) return permis.error();
    const auto juste = identity::confirmer_mot_de_passe(moyens, qui.acteur.compte, mot_de_passe);
    if (!juste) return juste.error();
    return moyens.base.write([&](storage::Writer& db) -> core::Result<Coordonnees> {
        const auto encore = permettre_de_confirmer(db, qui, id);
        if (!encore) return encore.error();
        const auto confirmees = *coordonnees_de(db, id);
        db.run(insert_confirmation, id, confirmees.rang, qui.acteur.compte, qui.maintenant);
        noter(db, qui, *encore, {"coordonnees.confirmer", std::to_string(confirmees.rang)});
        return confirmees;
    });
}

core::Confidential<CompteOuvert> ouvrir(storage::Reader& db, const secret::Coffre& coffre,
                                        const CompteDesigne& designe) {
    const auto scelle = db.one(
        select_scelle, [](const Row& row) { return row.get<std::string>("scelle"); },
        designe.convention, designe.rang);
    core::ensure(scelle.has_value(), "an account that is paid was given");
    const auto clair = coffre.desceller(*scelle, designe.convention);
    if (!clair) throw storage::Failure{"an account cannot be unsealed: " + clair.error().code};
    const auto fin_iban = clair->find('\n'), fin_nom = clair->find('\n', fin_iban + 1);
    const auto bic = fin_nom == std::string::npos ? std::string{} : clair->substr(fin_nom + 1);
    return core::Confidential{
        CompteOuvert{.titulaire = clair->substr(fin_iban + 1, fin_nom - fin_iban - 1),
                     .iban = clair->substr(0, fin_iban),
                     .bic = bic}};
}

}  // namespace grappe::convention
