// Registering of keys.
#include "portail/usages/cles.hpp"

#include <algorithm>

#include "core/texte.hpp"
#include "identity/connexion.hpp"
#include "portail/teleservice/journal.hpp"
#include "portail/usages/acces.hpp"
#include "rapport/arbre.hpp"
#include "rapport/cle.hpp"
#include "secret/empreinte.hpp"

namespace grappe::usages {
namespace {

using storage::Statement, storage::Row;

constexpr Statement select_cles{"usage_cle.du_compte", R"(
    SELECT dui, rang, cle, posee_le FROM usage_cle WHERE compte = $1 ORDER BY dui, rang DESC)"};
constexpr Statement insert_cle{"usage_cle.poser", R"(
    INSERT INTO usage_cle (compte, dui, rang, cle, posee_le) VALUES ($1, $2, $3, $4, $5))"};

constexpr std::size_t nom_max = 80, cles_max = 500;

core::Result<std::string> lire_le_nom(std::string_view tape) {
    const auto nom = core::trimmed(tape);
    const bool commande = std::ranges::any_of(
        nom, [](char signe) { return static_cast<unsigned char>(signe) < ' '; });
    if (nom.empty() || nom.size() > nom_max || commande)
        return core::refuse(core::Reason::invalid, "usages.dui_sans_nom", std::to_string(nom_max));
    return std::string{nom};
}

}  // namespace

std::string Cle::empreinte() const {
    return secret::empreinte(rapport::octets_de_hexa(cle, 32).value_or(""));
}

std::vector<Cle> cles_de(storage::Reader& db, std::string_view compte) {
    auto cles = db.all(
        select_cles,
        [](const Row& row) {
            return Cle{.dui = row.get<std::string>("dui"),
                       .rang = row.get<int>("rang"),
                       .cle = row.get<std::string>("cle"),
                       .posee_le = row.get<core::Instant>("posee_le")};
        },
        compte);
    const std::string* avant = nullptr;
    for (auto& cle : cles) {
        cle.en_vigueur = avant == nullptr || *avant != cle.dui;
        avant = &cle.dui;
    }
    return cles;
}

core::Result<Cle> poser(storage::Writer& db, const Demandeur& qui, const NouvelleCle& nouvelle) {
    const auto nom = lire_le_nom(nouvelle.dui);
    if (!nom) return nom.error();
    const auto octets = rapport::lire_cle_publique(core::trimmed(nouvelle.fichier));
    if (!octets) return core::refuse(core::Reason::invalid, "usages.cle_illisible");
    Cle cle{.dui = *nom,
            .rang = 1,
            .cle = secret::en_hexadecimal(*octets),
            .posee_le = qui.maintenant,
            .en_vigueur = true};
    const auto connues = cles_de(db, qui.acteur.compte);
    if (connues.size() >= cles_max)
        return core::refuse(core::Reason::rule_not_met, "usages.trop_de_cles");
    for (const auto& une : connues) {
        if (une.cle == cle.cle)
            return core::refuse(core::Reason::conflict, "usages.cle_deja", une.dui);
        if (une.dui == cle.dui && une.en_vigueur) cle.rang = une.rang + 1;
    }
    db.run(insert_cle, qui.acteur.compte, cle.dui, cle.rang, cle.cle, cle.posee_le);
    teleservice::noter(
        db, qui,
        {cle.rang == 1 ? "usage.cle.poser" : "usage.cle.changer", "cle:" + cle.empreinte()});
    return cle;
}

core::Result<Cle> enregistrer_la_cle(const identity::Moyens& moyens, const Demandeur& qui,
                                     const NouvelleCle& nouvelle,
                                     const secret::Secret& mot_de_passe) {
    const auto juste = identity::confirmer_mot_de_passe(moyens, qui.acteur.compte, mot_de_passe);
    if (!juste) return juste.error();
    return moyens.base.write([&](storage::Writer& db) { return poser(db, qui, nouvelle); });
}

}  // namespace grappe::usages
