// Mails before a binding term.
#include "courrier/lettre.hpp"
#include "identity/compte.hpp"
#include "portail/convention/convention_repository.hpp"
#include "portail/instruction/decision_repository.hpp"
#include "portail/jalons/echeances.hpp"
#include "portail/jalons/jalons_repository.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/rappel.hpp"
#include "portail/teleservice/rappel_repository.hpp"

namespace grappe::jalons {
namespace {

struct Rappel {
    std::string compte, objet;
    core::Instant ferme_le;
    const Jalon& jalon;
    int jours;
};

std::vector<std::string> destinataires(storage::Reader& db, const Lu& lu, const Jalon& jalon) {
    const auto& dossier = lu.sujet.dossier;
    if (jalon.genre != Genre::saisie) return {dossier.compte};
    return instruction::comptes_du_guichet(db, dossier.guichet.value_or(""));
}

// Of the project: that of a deployment is the first of its establishments.
std::vector<Rappel> dus(storage::Reader& db, const Lu& lu, core::Instant maintenant) {
    std::vector<Rappel> tous;
    if (!lu.vivant()) return tous;
    for (const auto& jalon : lu.suivi.projet) {
        if (jalon.nature != Nature::imperative || !jalon.ouvert() || !jalon.terme) continue;
        const auto ferme_le = lu.accord.appel.fuseau.start_of(jalon.terme->plus_days(1));
        for (auto& compte : destinataires(db, lu, jalon)) {
            const auto jours = teleservice::rappel_du(ferme_le, maintenant,
                                                      teleservice::jours_du_compte(db, compte));
            if (!jours) continue;
            auto objet =
                "jalon:" + lu.sujet.convention.id + ":" + std::string{core::name_of(jalon.genre)};
            const teleservice::RappelEnvoye deja{compte, objet, ferme_le, *jours};
            if (!teleservice::deja_envoye(db, deja))
                tous.push_back({std::move(compte), std::move(objet), ferme_le, jalon, *jours});
        }
    }
    return tous;
}

std::optional<Lu> lire(storage::Reader& db, std::string_view id, const Moyens& moyens,
                       core::Instant maintenant) {
    auto convention = convention::trouver(db, id);
    auto dossier = convention ? teleservice::trouver(db, convention->dossier) : std::nullopt;
    if (!dossier) return std::nullopt;
    return lire_pour_le_programme(db, {*std::move(convention), *std::move(dossier)}, moyens,
                                  maintenant);
}

bool envoyer(storage::Writer& db, const Lu& lu, const Rappel& rappel,
             const std::pair<const Moyens&, core::Instant>& a) {
    const auto& [moyens, maintenant] = a;
    const auto compte = identity::trouver_compte(db, rappel.compte);
    if (!compte || compte->ferme) return false;
    const teleservice::RappelEnvoye envoye{rappel.compte, rappel.objet, rappel.ferme_le,
                                           rappel.jours};
    if (!teleservice::noter(db, envoye, maintenant)) return false;
    const auto& phrases = moyens.regles.phrases;
    const std::string genre{core::name_of(rappel.jalon.genre)};
    const rules::Faits faits{
        {"jalon", phrases.rendre("jalons.nom." + genre, {})},
        {"terme", *rappel.jalon.terme},
        {"raison", phrases.rendre(rappel.jalon.phrase, rappel.jalon.faits)},
        {"porteur", lu.porteur},
        {"numero", lu.numero},
        {"lien", moyens.adresse_publique + "/conventions/" + lu.sujet.convention.id + "/jalons"},
        {"site", moyens.adresse_publique}};
    courrier::deposer(db,
                      courrier::composer(phrases, "rappel_jalon", compte->courriel.text(), faits),
                      moyens.reel);
    return true;
}

core::Result<int> rappeler_une(storage::Writer& db, std::string_view id, const Moyens& moyens,
                               core::Instant maintenant) {
    const auto lu = lire(db, id, moyens, maintenant);
    if (!lu) return 0;
    int envoyes = 0;
    for (const auto& rappel : dus(db, *lu, maintenant))
        envoyes += envoyer(db, *lu, rappel, {moyens, maintenant}) ? 1 : 0;
    return envoyes;
}

}  // namespace

int envoyer_les_rappels(storage::Base& base, const Moyens& moyens, core::Instant maintenant) {
    int envoyes = 0;
    const auto ids = base.read([](storage::Reader& db) { return conventions_vives(db, {}); });
    for (const auto& id : ids) {
        const bool du = base.read([&](storage::Reader& db) {
            const auto lu = lire(db, id, moyens, maintenant);
            return lu && !dus(db, *lu, maintenant).empty();
        });
        if (!du) continue;
        const auto fait = base.write(
            [&](storage::Writer& db) { return rappeler_une(db, id, moyens, maintenant); });
        envoyes += fait ? *fait : 0;
    }
    return envoyes;
}

}  // namespace grappe::jalons
