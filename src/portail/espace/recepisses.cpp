// Receipts: the porteur's own, whole; and for anybody who holds one: is it ours?
#include "portail/documents/mots.hpp"
#include "portail/espace/dossier_vue.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/teleservice/piece_repository.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using page::Vue;
using pages::dire;
using reception::demandeur;
using teleservice::Depot;

struct Lus {
    DossierLu lu;
    std::vector<Depot> depots;
    std::vector<teleservice::Piece> pieces;  // of the chosen one
    Depot depot;
};

// The last deposit, or the one of that number.
core::Result<Lus> lire_les_depots(const Espace& espace, const Visite& visite,
                                  std::string_view numero) {
    return visite.base.read([&](storage::Reader& db) -> core::Result<Lus> {
        auto lu = lire(espace, db, demandeur(visite), visite.requete.path("id"));
        if (!lu) return lu.error();
        auto tous = teleservice::depots(db, lu->dossier.id);
        for (const auto& depot : tous) {
            if (numero.empty() ? &depot != &tous.back() : depot.numero != numero) continue;
            const auto gelees = teleservice::pieces_du_depot(db, depot);
            auto pieces = teleservice::toutes_les_pieces(db, depot.dossier);
            std::erase_if(pieces, [&](const teleservice::Piece& piece) {
                return std::find(gelees.begin(), gelees.end(), piece.id) == gelees.end();
            });
            auto choisi = depot;
            return Lus{std::move(lu).value(), std::move(tous), std::move(pieces),
                       std::move(choisi)};
        }
        return core::refuse(core::Reason::not_found, "recepisse.inconnu");
    });
}

std::string a_la_seconde(const core::Instant instant) {
    const auto texte = core::paris().text(instant);
    return pages::jour(core::paris().day_of(instant)) + " à " + texte.substr(11, 8);
}

Vue::Liste vues_des_pieces(const std::vector<teleservice::Piece>& pieces) {
    Vue::Liste vues;
    for (const auto& piece : pieces)
        vues.push_back(Vue{{"type", piece.type},
                           {"nom", piece.nom},
                           {"taille", documents::taille_en_francais(piece.taille)},
                           {"sha256", piece.sha256}});
    return vues;
}

Vue::Liste vues_des_autres(const Lus& lus) {
    Vue::Liste vues;
    for (const auto& depot : lus.depots)
        if (depot.numero != lus.depot.numero)
            vues.push_back(
                Vue{{"numero", depot.numero},
                    {"lien", adresse_de(lus.lu.dossier, "recepisse") + "?numero=" + depot.numero},
                    {"date", a_la_seconde(depot.depose_le)}});
    return vues;
}

Vue vue_du_recepisse(const Espace& espace, const Lus& lus) {
    const auto& depot = lus.depot;
    const auto& appel = pages::appel_de(espace.services, lus.lu.etude.saisie);
    const auto adresse = "/recepisses/" + depot.numero;
    const auto empreinte = "?empreinte=" + depot.empreinte;
    const bool dernier = lus.depots.back().numero == depot.numero;
    auto autres = vues_des_autres(lus);
    return {
        {"numero", depot.numero},
        {"depose_aupres",
         dire(espace.services, "espace.recepisse.aupres", {{"guichet", depot.financeur}})},
        {"remplace", dernier ? std::string{} : dire(espace.services, "espace.recepisse.ancien")},
        {"pdf", adresse + ".pdf" + empreinte},
        {"certificat", dernier ? "/api" + adresse_de(lus.lu.dossier, "certificat") : std::string{}},
        {"verification", adresse + empreinte},
        {"depose_le", a_la_seconde(depot.depose_le)},
        {"guichet", depot.financeur},
        {"appel", appel.titre},
        {"subvention", depot.subvention ? rendu::montant_en_francais(*depot.subvention)
                                        : dire(espace.services, "espace.recepisse.sans_montant")},
        {"version", depot.version},
        {"empreinte", depot.empreinte},
        {"regles", depot.regles},
        {"pieces_titre", dire(espace.services, "espace.recepisse.pieces",
                              {{"nombre", static_cast<std::int64_t>(lus.pieces.size())}})},
        {"pieces", vues_des_pieces(lus.pieces)},
        {"a_autres", !autres.empty()},
        {"autres", std::move(autres)}};
}

http::Response recepisse(const Espace& espace, Visite& visite) {
    const auto lus = lire_les_depots(espace, visite, visite.requete.query("numero").value_or(""));
    if (!lus) return refuser(espace, visite, lus.error());
    return montrer(espace, lus->lu,
                   {.visite = visite,
                    .gabarit = "espace_recepisse",
                    .onglet = "recepisse",
                    .titre = dire(espace.services, "espace.onglet.recepisse")},
                   vue_du_recepisse(espace, *lus));
}

http::Response verifier(const Espace& espace, const Visite& visite) {
    const std::string numero{visite.requete.path("numero")},
        donnee{visite.requete.query("empreinte").value_or("")};
    const auto depot = visite.base.read(
        [&](storage::Reader& db) { return teleservice::verifier_recepisse(db, numero, donnee); });
    const auto mots = [&](std::string_view suite) {
        return donnee.empty() ? std::string{}
                              : dire(espace.services, "espace.verification." + std::string{suite});
    };
    auto reponse = repondre(espace.services,
                            {.gabarit = "espace_verification",
                             .titre = dire(espace.services, "espace.titre.verification")},
                            {{"verdict", mots(depot ? "oui" : "non")},
                             {"classe", depot ? "success" : "error"},
                             {"phrase", mots(depot ? "oui.suite" : "non.suite")},
                             {"connu", depot.has_value()},
                             {"numero", numero},
                             {"depose_le", depot ? a_la_seconde(depot->depose_le) : std::string{}},
                             {"guichet", depot ? depot->financeur : std::string{}},
                             {"empreinte", depot ? depot->empreinte : std::string{}},
                             {"donnee", donnee}});
    if (!depot && !donnee.empty()) reponse.status = 404;
    return reponse;
}

}  // namespace

void ajouter_recepisses(const Espace& espace) {
    ajouter_lecture(espace, {.chemin = "/dossiers/{id}/recepisse",
                             .resume = "Récépissé de dépôt",
                             .permission = Permission::dossier_lire,
                             .action = [&](Visite& visite) { return recepisse(espace, visite); }});
    garde::ajouter(espace.routes, espace.comptes,
                   {.methode = http::Method::get,
                    .chemin = "/recepisses/{numero}",
                    .resume = "Vérifier un récépissé",
                    .permission = std::nullopt,
                    .action = [&](Visite& visite) { return verifier(espace, visite); },
                    .repond = "text/html"});
}

}  // namespace grappe::espace
