// Writing of a message.
#include "courrier/mime.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/ensure.hpp"
#include "core/texte.hpp"

namespace grappe::courrier {
namespace {

bool est_ascii(std::string_view texte) {
    return std::all_of(texte.begin(), texte.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::string en_base64(std::string_view octets) {
    constexpr std::string_view lettres =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string texte;
    for (std::size_t rang = 0; rang < octets.size(); rang += 3) {
        const auto trois = octets.substr(rang, 3);
        unsigned somme = 0;
        for (std::size_t n = 0; n < 3; ++n)
            somme = somme * 256 + (n < trois.size() ? static_cast<unsigned char>(trois[n]) : 0U);
        for (unsigned n = 0; n < 4; ++n)
            texte += n <= trois.size() ? lettres[(somme >> (18 - 6 * n)) & 63U] : '=';
    }
    return texte;
}

// RFC 2047: words of at most 75 characters, never cut inside a letter.
std::string en_entete(std::string_view texte) {
    if (est_ascii(texte) && texte.size() < 60) return std::string{texte};
    constexpr std::size_t octets_par_mot = 42;
    std::string sortie;
    while (!texte.empty()) {
        const auto mot = core::cut(texte, octets_par_mot);
        sortie += (sortie.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + en_base64(mot) + "?=";
        texte.remove_prefix(mot.size());
    }
    return sortie;
}

std::string domaine_de(std::string_view adresse) {
    return std::string{adresse.substr(adresse.rfind('@') + 1)};
}

std::size_t plus_longue_ligne(std::string_view texte) {
    std::size_t longueur = 0;
    for (std::size_t debut = 0; debut < texte.size();) {
        const auto fin = std::min(texte.find('\n', debut), texte.size());
        longueur = std::max(longueur, fin - debut);
        debut = fin + 1;
    }
    return longueur;
}

std::string en_crlf(std::string_view texte) {
    std::string sortie;
    for (const char c : texte) {
        if (c == '\r') continue;
        if (c == '\n') sortie += '\r';
        sortie += c;
    }
    if (!sortie.ends_with("\r\n")) sortie += "\r\n";
    return sortie;
}

std::string en_lignes_de_base64(std::string_view texte) {
    constexpr std::size_t octets_par_ligne = 57;
    const auto contenu = en_crlf(texte);
    std::string sortie;
    for (std::size_t rang = 0; rang < contenu.size(); rang += octets_par_ligne)
        sortie += en_base64(std::string_view{contenu}.substr(rang, octets_par_ligne)) + "\r\n";
    return sortie;
}

// A line break in a field would be another field.
std::string d_une_ligne(std::string texte) {
    core::ensure(texte.find_first_of("\r\n") == std::string::npos, "a mail field has one line");
    return texte;
}

}  // namespace

std::string rediger(const Pli& pli, const Expediteur& expediteur) {
    constexpr std::size_t ligne_au_plus = 990;
    const bool tel_quel = plus_longue_ligne(pli.message.corps) <= ligne_au_plus;
    return fmt::format(
        "Date: {} +0000\r\nFrom: {} <{}>\r\nTo: <{}>\r\nSubject: {}\r\nMessage-ID: <{}@{}>\r\n"
        "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: {}\r\nContent-Language: fr\r\n"
        "Auto-Submitted: auto-generated\r\n\r\n{}",
        pli.cree_le.mail_text(), en_entete(d_une_ligne(expediteur.nom)),
        d_une_ligne(expediteur.adresse), d_une_ligne(pli.message.destinataire),
        en_entete(d_une_ligne(pli.message.objet)), pli.id, domaine_de(expediteur.adresse),
        tel_quel ? "8bit" : "base64",
        tel_quel ? en_crlf(pli.message.corps) : en_lignes_de_base64(pli.message.corps));
}

}  // namespace grappe::courrier
