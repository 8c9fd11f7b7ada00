// Bank details: the rights first, then the password, then the sealed row.
#include "portail/convention/coordonnees.hpp"

#include "core/iban.hpp"
#include "core/texte.hpp"
#include "identity/compte.hpp"
#include "identity/connexion.hpp"

namespace grappe::convention {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_dernieres{"convention_coordonnees.dernieres", R"(
    SELECT rang, fin, posees_le FROM convention_coordonnees
    WHERE convention = $1 ORDER BY rang DESC LIMIT 1)"};
constexpr Statement insert{"convention_coordonnees.ajouter", R"(
    INSERT INTO convention_coordonnees (convention, rang, scelle, fin, par, posees_le)
    VALUES ($1, $2, $3, $4, $5, $6))"};

constexpr std::size_t titulaire_max = 140;

core::Result<Sujet> permettre(storage::Reader& db, const Demandeur& qui, std::string_view id) {
    auto sujet = acceder(db, qui, id, access::Permission::convention_signer);
    if (!sujet) return sujet;
    if (qui.acteur.compte != sujet->dossier.compte)
        return core::refuse(core::Reason::forbidden, "coordonnees.d_un_autre");
    if (sujet->dossier.statut == Statut::solde)
        return core::refuse(core::Reason::conflict, "convention.solde_verse");
    return sujet;
}

struct Pli {
    std::string scelle, fin;
};

Coordonnees ajouter(storage::Writer& db, const Demandeur& qui, const Sujet& sujet, const Pli& pli) {
    const auto avant = coordonnees_de(db, sujet.convention.id);
    const Coordonnees posees{
        .rang = avant ? avant->rang + 1 : 1, .fin = pli.fin, .posees_le = qui.maintenant};
    db.run(insert, sujet.convention.id, posees.rang, pli.scelle, posees.fin, qui.acteur.compte,
           posees.posees_le);
    noter(db, qui, sujet, {"coordonnees.poser", std::to_string(posees.rang)});
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
    const auto juste = identity::confirmer_mot_de_passe(moyens, qui.acteur.compte, mot_de_passe);
    if (!juste) return juste.error();
    const auto& numero = iban->text();
    const Pli pli{
        moyens.coffre.sceller(numero + "\n" + std::string{titulaire}, permis->convention.id),
        numero.substr(numero.size() - 4)};
    return moyens.base.write([&](storage::Writer& db) -> core::Result<Coordonnees> {
        const auto encore = permettre(db, qui, nouvelles.convention);
        if (!encore) return encore.error();
        return ajouter(db, qui, *encore, pli);
    });
}

}  // namespace grappe::convention
