// The canonical text, the number and the JSON of a receipt.
#include "portail/teleservice/recepisse.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "portail/rendu/analyse_json.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "secret/empreinte.hpp"
#include "secret/hasard.hpp"

namespace grappe::teleservice {
namespace {

using rendu::EcrivainJson;

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford's 32

std::string ligne_de(const Piece& piece) {
    return fmt::format("piece {} {} {}\n", piece.type, piece.sha256, piece.organisme.value_or("-"));
}

void ecrire_guichet(EcrivainJson& json, const GuichetDuDepot& guichet) {
    json.ouvrir_objet();
    json.membre("niveau", core::name_of(guichet.niveau));
    json.membre("financeur", guichet.financeur);
    json.membre("regions", guichet.regions);
    json.fermer_objet();
}

void ecrire_piece(EcrivainJson& json, const Piece& piece) {
    json.ouvrir_objet();
    json.membre("type", piece.type);
    json.membre("sha256", piece.sha256);
    json.membre("nom", piece.nom);
    json.membre("taille", piece.taille);
    json.fermer_objet();
}

bool reste_a_voir(const rules::Constat& constat) {
    return constat.issue != rules::Issue::conforme && constat.issue != rules::Issue::sans_objet;
}

void ecrire_constats(EcrivainJson& json, const socle::Verifie& verifie,
                     const rules::Phrases& phrases) {
    json.ouvrir_liste();
    for (const auto& constat : verifie.analyse().constats) {
        if (!reste_a_voir(constat)) continue;
        rendu::ecrire_constat(json, constat, phrases);
    }
    json.fermer_liste();
}

void ecrire_faits(EcrivainJson& json, const Recepisse& recepisse) {
    json.membre("numero", recepisse.numero);
    json.membre("depose_le", recepisse.depose_le.utc_text());
    json.membre("appel", recepisse.appel);
    json.membre("dossier", recepisse.dossier);
    json.membre("version", recepisse.version);
    json.cle("guichet");
    ecrire_guichet(json, recepisse.guichet);
    json.membre("empreinte", recepisse.empreinte);
    json.membre("regles", recepisse.regles);
    json.membre("contenu_sha256", recepisse.contenu);
    json.cle("pieces");
    json.ouvrir_liste();
    for (const auto& piece : recepisse.pieces) ecrire_piece(json, piece);
    json.fermer_liste();
}

}  // namespace

std::string texte_canonique(const Recepisse& recepisse) {
    auto texte = fmt::format(
        "grappe recepisse 1\nnumero {}\ndossier {}\nversion {}\nappel {}\ndepose_le {}\n"
        "guichet {}\nregles {}\ncontenu {}\nsubvention {}\n",
        recepisse.numero, recepisse.dossier, recepisse.version, recepisse.appel,
        recepisse.depose_le.utc_text(), recepisse.guichet.financeur, recepisse.regles,
        recepisse.contenu, recepisse.subvention ? recepisse.subvention->text() : "-");
    std::vector<std::string> lignes;
    for (const auto& piece : recepisse.pieces) lignes.push_back(ligne_de(piece));
    std::sort(lignes.begin(), lignes.end());
    for (const auto& ligne : lignes) texte += ligne;
    return texte;
}

std::string empreinte_de(const Recepisse& recepisse) {
    return secret::empreinte(texte_canonique(recepisse));
}

std::string nouveau_numero(std::string_view appel) {
    std::string numero{appel};
    constexpr std::size_t signes = 12, groupe = 4;
    const auto hasard = secret::octets(signes);
    for (std::size_t n = 0; n < signes; ++n) {
        if (n % groupe == 0) numero += '-';
        numero += alphabet[static_cast<unsigned char>(hasard[n]) % alphabet.size()];
    }
    return numero;
}

std::string recepisse_json(const Recepisse& recepisse, const socle::Verifie& verifie,
                           const std::vector<std::string>& chez_d_autres,
                           const rules::Phrases& phrases) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    ecrire_faits(json, recepisse);
    json.cle("subvention");
    json.brut(rendu::subvention_json(verifie.analyse()));
    json.membre("issue", core::name_of(verifie.analyse().issue));
    json.cle("constats");
    ecrire_constats(json, verifie, phrases);
    json.membre("essms_dans_un_autre_dossier", chez_d_autres);
    json.fermer_objet();
    return texte;
}

bool correspond(std::string_view donnee, std::string_view empreinte) {
    constexpr std::string_view prefixe{"sha256:"};
    if (donnee.starts_with(prefixe)) donnee.remove_prefix(prefixe.size());
    std::string lue{donnee};
    std::transform(lue.begin(), lue.end(), lue.begin(),
                   [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c; });
    return secret::memes(lue, empreinte);
}

}  // namespace grappe::teleservice
