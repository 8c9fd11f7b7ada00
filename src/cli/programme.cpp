// Finds the program's folder, its sentences, then the command.
#include "cli/programme.hpp"

#include <string_view>
#include <vector>

#include "fichiers/racine.hpp"
#include "storage/address.hpp"

namespace grappe::cli {
namespace {

constexpr std::size_t octets_des_phrases = std::size_t{16} * 1024 * 1024;

// The only sentences outside locale/fr.txt: it is what cannot be read.
std::optional<Session> ouvrir_session(Magasin magasin, Sorties sorties) {
    const auto racine = fichiers::trouver_racine();
    if (!racine) {
        ecrire(sorties.erreur,
               "Le dossier du programme (locale/, appels/, donnees/) est introuvable : "
               "indiquez-le par la variable GRAPPE_RACINE.\n");
        return std::nullopt;
    }
    const auto texte = fichiers::lire_fichier(*racine + "/locale/fr.txt", octets_des_phrases);
    auto phrases = rules::Phrases::charger(texte.value_or(""));
    if (!phrases) {
        ecrire(sorties.erreur,
               *racine + "/locale/fr.txt est illisible : " + phrases.error().detail + "\n");
        return std::nullopt;
    }
    return Session{.racine = *racine,
                   .phrases = *std::move(phrases),
                   .maintenant = core::Instant::now(),
                   .magasin = magasin,
                   .sortie = sorties.sortie,
                   .erreur = sorties.erreur};
}

// Without the program's name, which a caller may leave out too.
std::vector<std::string> mots_de(Arguments arguments) {
    if (arguments.nombre < 1) return {};
    return {arguments.valeurs + 1, arguments.valeurs + arguments.nombre};
}

int lancer(const Lue& lue, const Session& session) {
    if (lue.action != nullptr) return (*lue.action)(session);
    ecrire(lue.code == reussi ? session.sortie : session.erreur, lue.texte);
    return lue.code;
}

}  // namespace

void ecrire(std::FILE* fichier, std::string_view texte) {
    std::fwrite(texte.data(), 1, texte.size(), fichier);
    std::fflush(fichier);
}

int refuser(const Session& session, const core::Refusal& refus, int code) {
    ecrire(session.erreur, session.phrases.dire(refus) + "\n");
    // An address of no base at all is what was typed, not the data that it would name.
    return refus.code == "base.adresse" ? saisie_illisible : code;
}

bool est_une_adresse(const Session& session, std::string_view url) {
    const auto inconnu = storage::unknown_scheme(url);
    if (inconnu.empty()) return true;
    refuser(session, {core::Reason::invalid, "base.adresse", std::string{inconnu}},
            saisie_illisible);
    return false;
}

int executer(const Programme& programme, Arguments arguments, Sorties sorties) {
    const std::string nom{programme.nom};
    try {
        auto session = ouvrir_session(programme.magasin, sorties);
        if (!session) return donnees_inutilisables;
        Commande tout{nom, std::string{programme.objet}};
        for (const auto declarer : programme.commandes) declarer(tout);
        const auto lue = lire_la_ligne({.programme = tout,
                                        .version = nom + " " + std::string{programme.version},
                                        .mots = mots_de(arguments)},
                                       session->phrases);
        return lancer(lue, *session);
    } catch (const std::exception& panne) {
        ecrire(sorties.erreur, nom + " : " + panne.what() + "\n");
        return donnees_inutilisables;
    }
}

}  // namespace grappe::cli
