// Reading of a posted form of the simulator.
#include "portail/pages/collage.hpp"

#include "core/integer.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/modele.hpp"
#include "portail/pages/pieces_vue.hpp"

namespace grappe::pages {
namespace {

Connaissance connaissance(const Services& services) {
    return [&registre = services.registre](const core::Finess& numero) {
        if (registre.find(numero.text()) != nullptr) return Nature::etablissement;
        return registre.est_entite_juridique(numero.text()) ? Nature::entite_juridique
                                                            : Nature::inconnue;
    };
}

void ajouter_lignes(const Services& services, const tableur::Lignes& lignes, Recu& recu) {
    std::int64_t zeros = 0;
    for (auto& ligne : lire_liste(lignes, connaissance(services))) {
        if (!ligne.finess) {
            recu.collage.reste += ligne.brute + "\n";
            recu.collage.fautives.push_back(std::move(ligne));
            continue;
        }
        const auto rang = recu.saisie.ajouter_essms();
        recu.saisie.poser(chemin_essms(rang, "finess_et"), ligne.finess->text());
        if (ligne.regime)
            recu.saisie.poser(chemin_essms(rang, "regime"),
                              std::string{core::name_of(*ligne.regime)});
        zeros += ligne.zero_remis ? 1 : 0;
    }
    if (zeros > 0)
        recu.collage.notes.push_back(dire(services, "pages.liste.zeros", {{"nombre", zeros}}));
}

void lire_texte(const Services& services, std::string_view texte, Recu& recu) {
    if (texte.empty()) return;
    const auto lignes = tableur::lire_texte(texte);
    if (lignes) return ajouter_lignes(services, *lignes, recu);
    recu.collage.reste = texte;
    recu.collage.faute_du_fichier = dire(services, lignes.error().code);
}

std::string faute_de_syntaxe(const Services& services, const dossier::Faute& faute) {
    return dire(services, "pages.fichier.syntaxe",
                {{"ligne", std::int64_t{faute.position.ligne}},
                 {"colonne", std::int64_t{faute.position.colonne}},
                 {"phrase", phrase_de(services.phrases, faute)}});
}

// A dossier's JSON replaces the facts; a list adds its lines to them.
void lire_fichier(const Services& services, const page::Fichier& fichier, Recu& recu) {
    const auto debut = fichier.octets.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    if (debut != std::string::npos && fichier.octets[debut] == '{') {
        const auto lu = dossier::lire_arbre(fichier.octets);
        if (lu.arbre)
            recu.saisie = lire_saisie(*lu.arbre);
        else
            recu.collage.faute_du_fichier = faute_de_syntaxe(services, lu.faute);
        return;
    }
    const auto lignes = tableur::lire_lignes(fichier.octets);
    if (lignes)
        ajouter_lignes(services, *lignes, recu);
    else
        recu.collage.faute_du_fichier = dire(services, lignes.error().code);
}

void lire_acte(const page::Formulaire& formulaire, Recu& recu) {
    const auto acte = formulaire.valeur("action");
    const auto deux_points = acte.find(':');
    recu.acte = acte.substr(0, deux_points);
    if (deux_points != acte.npos) recu.argument = acte.substr(deux_points + 1);
}

std::optional<int> rang_de(std::string_view texte) {
    const auto rang = core::integer<int>(texte);
    return rang && *rang >= 0 ? rang : std::nullopt;
}

void agir(const Services& services, Recu& recu) {
    const auto rang = rang_de(recu.argument);
    if (recu.acte == "retirer" && rang) recu.saisie.retirer_essms(*rang);
    if (recu.acte == "detailler" && rang) recu.collage.detaillees.insert(*rang);
    if (recu.acte != "deposer") return;
    recu.saisie.poser("depose_le", recu.argument == "maintenant" ? "" : recu.argument);
    completer(services, recu.saisie);
}

}  // namespace

void completer_organismes(const Services& services, Saisie& saisie) {
    std::set<std::string> connus;
    int organismes = saisie.rangs("organismes");
    for (int rang = 0; rang < organismes; ++rang)
        connus.insert(nettoyer(Genre::finess,
                               saisie.texte("organismes[" + std::to_string(rang) + "].finess_ej")));
    const int lignes = saisie.essms();
    for (int rang = 0; rang < lignes; ++rang) {
        const auto* fiche = services.registre.find(
            nettoyer(Genre::finess, saisie.texte(chemin_essms(rang, "finess_et"))));
        const auto& dit = saisie.texte(chemin_essms(rang, "finess_ej"));
        const auto numero = !dit.empty() ? dit : fiche ? fiche->finess_ej : std::string{};
        if (numero.empty() || !connus.insert(numero).second) continue;
        saisie.poser("organismes[" + std::to_string(organismes++) + "].finess_ej", numero);
    }
}

Recu recevoir(const Services& services, const page::Formulaire& formulaire) {
    Recu recu{.saisie = lire_saisie(formulaire)};
    completer(services, recu.saisie);
    lire_pieces(formulaire, appel_de(services, recu.saisie), recu.saisie);
    for (const auto texte : formulaire.valeurs("detail"))
        if (const auto rang = rang_de(texte)) recu.collage.detaillees.insert(*rang);
    lire_acte(formulaire, recu);
    for (const auto& fichier : formulaire.fichiers) lire_fichier(services, fichier, recu);
    lire_texte(services, formulaire.valeur("liste"), recu);
    agir(services, recu);
    completer(services, recu.saisie);
    completer_organismes(services, recu.saisie);
    return recu;
}

}  // namespace grappe::pages
