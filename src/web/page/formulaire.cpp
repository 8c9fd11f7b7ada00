// Reading of posted forms, in both encodings of HTML.
#include "web/page/formulaire.hpp"

#include <optional>

#include "web/http/request.hpp"
#include "web/http/target.hpp"

namespace grappe::page {
namespace {

core::Refusal mal_forme() { return core::refuse(core::Reason::invalid, "formulaire.mal_forme"); }

core::Result<Formulaire> lire_adresse(std::string_view corps) {
    auto lus = http::parse_query(corps);
    if (!lus) return mal_forme();
    Formulaire formulaire;
    for (auto& [nom, valeur] : std::move(lus).value())
        formulaire.champs.push_back({std::move(nom), std::move(valeur)});
    return formulaire;
}

// The value of `name="…"` in a Content-Disposition; browsers write %22 for a quote.
std::optional<std::string> parametre(std::string_view entete, std::string_view nom) {
    const auto cle = std::string{nom} + "=\"";
    auto debut = entete.find(cle);
    while (debut != entete.npos && debut > 0 && entete[debut - 1] != ' ' &&
           entete[debut - 1] != ';')
        debut = entete.find(cle, debut + 1);
    if (debut == entete.npos) return std::nullopt;
    debut += cle.size();
    const auto fin = entete.find('"', debut);
    if (fin == entete.npos) return std::nullopt;
    std::string valeur{entete.substr(debut, fin - debut)};
    for (auto guillemet = valeur.find("%22"); guillemet != valeur.npos;
         guillemet = valeur.find("%22", guillemet + 1))
        valeur.replace(guillemet, 3, "\"");
    return valeur;
}

std::optional<std::string> disposition(std::string_view entetes) {
    while (!entetes.empty()) {
        const auto fin = std::min(entetes.find("\r\n"), entetes.size());
        const auto ligne = entetes.substr(0, fin);
        const auto deux_points = ligne.find(':');
        if (deux_points != ligne.npos &&
            http::same_text(ligne.substr(0, deux_points), "Content-Disposition"))
            return std::string{ligne.substr(deux_points + 1)};
        entetes.remove_prefix(std::min(fin + 2, entetes.size()));
    }
    return std::nullopt;
}

// One part, between two boundaries: its head, an empty line, its bytes.
bool lire_partie(std::string_view partie, Formulaire& formulaire) {
    const auto fin_de_tete = partie.find("\r\n\r\n");
    if (fin_de_tete == partie.npos) return false;
    const auto entete = disposition(partie.substr(0, fin_de_tete));
    if (!entete) return false;
    const auto nom = parametre(*entete, "name");
    if (!nom) return false;
    std::string octets{partie.substr(fin_de_tete + 4)};
    if (auto fichier = parametre(*entete, "filename")) {
        if (!octets.empty() || !fichier->empty())
            formulaire.fichiers.push_back({*nom, std::move(*fichier), std::move(octets)});
        return true;
    }
    if (!http::is_utf8(octets)) return false;
    formulaire.champs.push_back({*nom, std::move(octets)});
    return true;
}

std::optional<std::string> frontiere(std::string_view type) {
    const auto debut = type.find("boundary=");
    if (debut == type.npos) return std::nullopt;
    auto valeur = type.substr(debut + 9);
    valeur = valeur.substr(0, valeur.find(';'));
    if (valeur.size() >= 2 && valeur.front() == '"' && valeur.back() == '"')
        valeur = valeur.substr(1, valeur.size() - 2);
    if (valeur.empty() || valeur.size() > 70) return std::nullopt;
    return "--" + std::string{valeur};
}

core::Result<Formulaire> lire_parties(std::string_view type, std::string_view corps) {
    const auto ligne = frontiere(type);
    if (!ligne || !corps.starts_with(*ligne)) return mal_forme();
    Formulaire formulaire;
    corps.remove_prefix(ligne->size());
    while (corps.starts_with("\r\n")) {
        corps.remove_prefix(2);
        const auto fin = corps.find("\r\n" + *ligne);
        if (fin == corps.npos || !lire_partie(corps.substr(0, fin), formulaire)) return mal_forme();
        if (formulaire.champs.size() > champs_au_plus)
            return core::refuse(core::Reason::too_large, "formulaire.trop_de_champs");
        corps.remove_prefix(fin + 2 + ligne->size());
    }
    if (!corps.starts_with("--")) return mal_forme();
    return formulaire;
}

}  // namespace

std::string_view Formulaire::valeur(std::string_view nom) const {
    for (const auto& champ : champs)
        if (champ.nom == nom) return champ.valeur;
    return {};
}

bool Formulaire::contient(std::string_view nom) const {
    for (const auto& champ : champs)
        if (champ.nom == nom) return true;
    return false;
}

std::vector<std::string_view> Formulaire::valeurs(std::string_view nom) const {
    std::vector<std::string_view> trouvees;
    for (const auto& champ : champs)
        if (champ.nom == nom) trouvees.push_back(champ.valeur);
    return trouvees;
}

core::Result<Formulaire> lire_formulaire(std::string_view type, std::string_view corps) {
    const auto media = http::media_type(type);
    if (media == "application/x-www-form-urlencoded") return lire_adresse(corps);
    if (media == "multipart/form-data") return lire_parties(type, corps);
    return core::refuse(core::Reason::invalid, "formulaire.type");
}

}  // namespace grappe::page
