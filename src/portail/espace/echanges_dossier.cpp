// What the desk asks, decides and writes, and the answer of the porteur.
#include "portail/espace/dossier_vue.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/instruction/demande.hpp"
#include "portail/instruction/examen.hpp"
#include "portail/instruction/lettres.hpp"
#include "portail/instruction/verdict.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/teleservice/piece_repository.hpp"
#include "portail/teleservice/refus_dit.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using garde::Visite;
using instruction::Conformite;
using page::Vue;
using pages::dire;

struct Recu {
    DossierLu lu;
    instruction::Echanges echanges;
    std::vector<instruction::Lettre> lettres;
    std::vector<teleservice::Piece> pieces;
};

core::Result<Recu> lire_tout(const Espace& espace, const Visite& visite) {
    const auto id = visite.requete.path("id");
    return visite.base.read([&](storage::Reader& db) -> core::Result<Recu> {
        auto lu = lire(espace, db, reception::demandeur(visite), id);
        if (!lu) return lu.error();
        return Recu{.lu = *std::move(lu),
                    .echanges = instruction::echanges(db, id),
                    .lettres = instruction::lettres(db, id),
                    .pieces = teleservice::toutes_les_pieces(db, id)};
    });
}

std::string le(core::Instant instant) { return pages::moment(instant, core::paris()); }

std::string titre_de(const Espace& espace, const std::string& type) {
    return pages::etiquette(espace.services.phrases, "regle." + type, type);
}

std::string nom_de_la_piece(const Recu& recu, const std::string& id) {
    for (const auto& piece : recu.pieces)
        if (piece.id == id) return piece.nom;
    return {};
}

Vue vue_de_la_demande(const Espace& espace, const instruction::Demande& demande) {
    Vue::Liste pieces;
    for (const auto& piece : demande.pieces)
        pieces.push_back(Vue{{"titre", titre_de(espace, piece.type)},
                             {"type", piece.type},
                             {"organisme", piece.organisme.value_or("")},
                             {"texte", piece.texte},
                             {"acceptee", piece.acceptee.has_value()}});
    return {{"textes", demande.textes},
            {"pieces", std::move(pieces)},
            {"echeance", pages::jour(demande.echeance)},
            {"le", le(demande.faite_le)},
            {"ouverte", demande.ouverte()},
            {"close", demande.close_le ? le(*demande.close_le) : std::string{}}};
}

std::string_view classe_de(Conformite verdict) {
    if (verdict == Conformite::conforme) return "ouvert";
    return verdict == Conformite::non_conforme ? "bloque" : "ferme";
}

// The last verdict of each piece.
Vue::Liste vues_des_verdicts(const Espace& espace, const Recu& recu) {
    Vue::Liste vues;
    const auto& verdicts = recu.echanges.verdicts;
    for (const auto& verdict : verdicts) {
        if (instruction::verdict_de(verdicts, verdict.piece) != &verdict) continue;
        vues.push_back(Vue{
            {"piece", nom_de_la_piece(recu, verdict.piece)},
            {"etat", classe_de(verdict.verdict)},
            {"etat_mots", dire(espace.services,
                               "bureau.conformite." + std::string{core::name_of(verdict.verdict)})},
            {"motif",
             instruction::motif_en_clair(verdict.verdict, verdict.motif, espace.services.phrases)},
            {"texte", verdict.texte},
            {"le", le(verdict.rendu_le)}});
    }
    return vues;
}

Vue::Liste vues_des_lettres(const Recu& recu) {
    Vue::Liste vues;
    for (auto lettre = recu.lettres.rbegin(); lettre != recu.lettres.rend(); ++lettre)
        vues.push_back(
            Vue{{"objet", lettre->objet}, {"corps", lettre->corps}, {"le", le(lettre->ecrite_le)}});
    return vues;
}

Vue vue_de(const Espace& espace, const Recu& recu, const std::string& faute) {
    Vue::Liste demandes, reponses;
    const auto& echanges = recu.echanges;
    for (auto demande = echanges.demandes.rbegin(); demande != echanges.demandes.rend(); ++demande)
        demandes.push_back(vue_de_la_demande(espace, *demande));
    for (const auto& reponse : echanges.reponses)
        reponses.push_back(Vue{{"texte", reponse.texte}, {"le", le(reponse.faite_le)}});
    const bool rien = demandes.empty() && recu.lettres.empty() && echanges.verdicts.empty();
    return {{"faute", faute},
            {"rien", rien},
            {"pieces_lien", adresse_de(recu.lu.dossier, "pieces")},
            {"saisie_lien", adresse_de(recu.lu.dossier, "saisie")},
            {"reponse_lien", adresse_de(recu.lu.dossier, "reponse")},
            {"a_repondre",
             teleservice::suite(recu.lu.dossier.statut, teleservice::Acte::repondre).has_value()},
            {"demandes", std::move(demandes)},
            {"a_des_reponses", !reponses.empty()},
            {"reponses", std::move(reponses)},
            {"a_des_verdicts", !echanges.verdicts.empty()},
            {"verdicts", vues_des_verdicts(espace, recu)},
            {"a_des_lettres", !recu.lettres.empty()},
            {"lettres", vues_des_lettres(recu)}};
}

http::Response montrer_les_echanges(const Espace& espace, Visite& visite,
                                    const core::Refusal* refus) {
    const auto recu = lire_tout(espace, visite);
    if (!recu) return refuser(espace, visite, recu.error());
    const auto faute = refus ? teleservice::dire(*refus, espace.services.phrases) : std::string{};
    auto reponse = montrer(espace, recu->lu,
                           {.visite = visite,
                            .gabarit = "espace_echanges",
                            .onglet = "echanges",
                            .titre = dire(espace.services, "espace.onglet.echanges")},
                           vue_de(espace, *recu, faute));
    if (refus) reponse.status = garde::statut_de(refus->reason);
    return reponse;
}

http::Response repondre_au_guichet(const Espace& espace, Visite& visite) {
    const auto saisie = lire_envoi(visite);
    const auto fait = visite.base.write([&](storage::Writer& db) {
        return instruction::repondre(db, reception::demandeur(visite),
                                     {visite.requete.path("id"), saisie.valeur("texte")},
                                     reception::moyens_de(espace.portail, visite));
    });
    if (fait)
        return http::Response::see_other("/dossiers/" + std::string{visite.requete.path("id")} +
                                         "/echanges");
    if (fait.error().code == "dossier.inconnu" || fait.error().code == "dossier.interdit")
        return refuser(espace, visite, fait.error());
    return montrer_les_echanges(espace, visite, &fait.error());
}

}  // namespace

void ajouter_echanges(const Espace& espace) {
    ajouter_lecture(espace, {.chemin = "/dossiers/{id}/echanges",
                             .resume = "Ce que le guichet demande et décide",
                             .permission = Permission::dossier_ecrire,
                             .action = [&](Visite& visite) {
                                 return montrer_les_echanges(espace, visite, nullptr);
                             }});
    ajouter_envoi(espace,
                  {.chemin = "/dossiers/{id}/reponse",
                   .resume = "Répondre à la demande du guichet",
                   .permission = Permission::dossier_deposer,
                   .action = [&](Visite& visite) { return repondre_au_guichet(espace, visite); }},
                  petit_formulaire);
}

}  // namespace grappe::espace
