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
    json.cle("niveau");
    json.texte(core::name_of(guichet.niveau));
    json.cle("financeur");
    json.texte(guichet.financeur);
    json.cle("regions");
    json.ouvrir_liste();
    for (const auto& region : guichet.regions) json.texte(region);
    json.fermer_liste();
    json.fermer_objet();
}

void ecrire_piece(EcrivainJson& json, const Piece& piece) {
    json.ouvrir_objet();
    json.cle("type");
    json.texte(piece.type);
    json.cle("sha256");
    json.texte(piece.sha256);
    json.cle("nom");
    json.texte(piece.nom);
    json.cle("taille");
    json.entier(piece.taille);
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
        json.ouvrir_objet();
        json.cle("regle");
        json.texte(core::name_of(constat.regle));
        json.cle("issue");
        json.texte(core::name_of(constat.issue));
        json.cle("objet");
        json.texte(rendu::nom_de_l_objet(constat.objet));
        json.cle("message");
        json.texte(phrases.rendre(constat.phrase, constat.faits));
        json.fermer_objet();
    }
    json.fermer_liste();
}

void ecrire_faits(EcrivainJson& json, const Recepisse& recepisse) {
    const auto texte = [&](std::string_view cle, std::string_view valeur) {
        json.cle(cle);
        json.texte(valeur);
    };
    texte("numero", recepisse.numero);
    texte("depose_le", recepisse.depose_le.utc_text());
    texte("appel", recepisse.appel);
    texte("dossier", recepisse.dossier);
    json.cle("version");
    json.entier(recepisse.version);
    json.cle("guichet");
    ecrire_guichet(json, recepisse.guichet);
    texte("empreinte", recepisse.empreinte);
    texte("regles", recepisse.regles);
    texte("contenu_sha256", recepisse.contenu);
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
    json.cle("issue");
    json.texte(core::name_of(verifie.analyse().issue));
    json.cle("constats");
    ecrire_constats(json, verifie, phrases);
    json.cle("essms_dans_un_autre_dossier");
    json.ouvrir_liste();
    for (const auto& finess : chez_d_autres) json.texte(finess);
    json.fermer_liste();
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
