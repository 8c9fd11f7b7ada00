// Messages in words.
#include "portail/pages/fil_vue.hpp"

#include "portail/documents/mots.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/teleservice/refus_dit.hpp"

namespace grappe::pages {
namespace {

using page::Vue;

Vue::Liste vues_des_fichiers(const PageDuFil& page, const messagerie::Message& message) {
    Vue::Liste vues;
    for (const auto& fichier : message.fichiers)
        vues.push_back(Vue{{"nom", fichier.nom},
                           {"taille", documents::taille_en_francais(fichier.taille)},
                           {"lien", page.adresse + "/" + std::to_string(message.numero) +
                                        "/fichiers/" + fichier.id}});
    return vues;
}

Vue vue_du_message(const PageDuFil& page, const messagerie::Message& message) {
    return {{"numero", message.numero},
            {"sien", message.cote == page.fil.lecteur},
            {"nouveau", page.fil.est_nouveau(message)},
            {"qui", page.auteur(message)},
            {"le", moment(message.ecrit_le, core::paris())},
            {"texte", message.texte},
            {"a_fichiers", !message.fichiers.empty()},
            {"fichiers", vues_des_fichiers(page, message)}};
}

}  // namespace

Vue vue_du_fil(const Services& services, const PageDuFil& page) {
    const auto& fil = page.fil;
    const bool guichet = fil.lecteur == messagerie::Cote::guichet;
    Vue::Liste messages;
    for (const auto& message : fil.messages) messages.push_back(vue_du_message(page, message));
    const auto nombre = static_cast<std::int64_t>(fil.non_lus());
    return {{"fil_adresse", page.adresse},
            {"non_lus",
             nombre == 0 ? std::string{} : dire(services, "message.non_lus", {{"nombre", nombre}})},
            {"dernier", fil.dernier()},
            {"aucun", fil.messages.empty()},
            {"messages", std::move(messages)},
            {"du_guichet", guichet},
            {"ouvert", fil.ouvert},
            {"texte_tape", page.texte},
            {"faute", page.faute}};
}

std::string faute_du_message(const Services& services, const core::Refusal& refus) {
    const std::string_view detail{refus.detail};
    const auto phrase = teleservice::dire(refus, services.phrases);
    const bool du_fichier =
        refus.code.starts_with("piece.") || refus.code.starts_with("antivirus.");
    return du_fichier ? dire(services, "message.du_fichier",
                             {{"nom", detail}, {"phrase", std::string_view{phrase}}})
                      : phrase;
}

}  // namespace grappe::pages
