// Which words, their fields, and the mail made of them.
#include "portail/teleservice/lettre_type.hpp"

#include <algorithm>

#include "courrier/lettre.hpp"

namespace grappe::teleservice {
namespace {

std::string remplacer(std::string texte, std::string_view avant, std::string_view apres) {
    for (auto ou = texte.find(avant); ou != std::string::npos;
         ou = texte.find(avant, ou + apres.size()))
        texte.replace(ou, avant.size(), apres);
    return texte;
}

std::string remplir_un(std::string_view modele, const Champs& champs) {
    std::string texte;
    while (!modele.empty()) {
        const auto ouvre = modele.find('{');
        const auto ferme = modele.find('}', ouvre);
        if (ouvre == std::string_view::npos || ferme == std::string_view::npos) break;
        const auto nom = modele.substr(ouvre + 1, ferme - ouvre - 1);
        texte.append(modele.substr(0, ouvre));
        const auto champ = std::find_if(champs.begin(), champs.end(),
                                        [&](const auto& un) { return un.first == nom; });
        texte.append(champ == champs.end() ? modele.substr(ouvre, ferme - ouvre + 1)
                                           : std::string_view{champ->second});
        modele.remove_prefix(ferme + 1);
    }
    return texte.append(modele);
}

// A field that says nothing leaves no empty paragraph.
std::string sans_vide(std::string texte) {
    constexpr std::string_view trois{"\n\n\n"};
    for (auto ou = texte.find(trois); ou != std::string::npos; ou = texte.find(trois))
        texte.erase(ou, 1);
    return texte;
}

}  // namespace

bool est_lue_au_guichet(GenreDeLettre genre) {
    switch (genre) {
        case GenreDeLettre::guichet_reponse:
        case GenreDeLettre::guichet_message:
        case GenreDeLettre::guichet_retrait:
        case GenreDeLettre::guichet_intervention:
            return true;
        default:
            return false;
    }
}

std::vector<std::string> champs_du_modele(GenreDeLettre genre) {
    std::vector<std::string> champs{"numero", "appel", "guichet", "depose_le", "lien"};
    switch (genre) {
        case GenreDeLettre::depot:
            champs.insert(champs.end(), {"pieces", "empreinte"});
            break;
        case GenreDeLettre::demande:
            champs.insert(champs.end(), {"demandes", "echeance"});
            break;
        case GenreDeLettre::complet:
        case GenreDeLettre::recevable:
        case GenreDeLettre::irrecevable:
        case GenreDeLettre::reserve:
        case GenreDeLettre::defavorable:
        case GenreDeLettre::retrait:
        case GenreDeLettre::avenant:
        case GenreDeLettre::guichet_retrait:
            champs.emplace_back("motif");
            break;
        case GenreDeLettre::favorable:
            champs.insert(champs.end(), {"montant", "recommandations"});
            break;
        case GenreDeLettre::attente:
            champs.insert(champs.end(), {"rang", "motif"});
            break;
        case GenreDeLettre::intervention:
        case GenreDeLettre::guichet_intervention:
            champs.insert(champs.end(), {"fait", "motif"});
            break;
        case GenreDeLettre::avance:
        case GenreDeLettre::solde:
            champs.emplace_back("montant");
            break;
        case GenreDeLettre::prise:
        case GenreDeLettre::message:
        case GenreDeLettre::convention:
        case GenreDeLettre::conventionne:
        case GenreDeLettre::avenant_signe:
        case GenreDeLettre::guichet_reponse:
        case GenreDeLettre::guichet_message:
            break;
    }
    return champs;
}

const std::vector<std::string>& champs_des_modeles() {
    static const std::vector<std::string> champs{
        "numero", "appel",     "guichet", "depose_le", "motif",           "demandes", "echeance",
        "pieces", "empreinte", "fait",    "montant",   "recommandations", "rang",     "lien"};
    return champs;
}

std::vector<std::string> champs_obligatoires(GenreDeLettre genre) {
    switch (genre) {
        case GenreDeLettre::depot:
            return {"numero", "depose_le", "empreinte", "lien"};
        case GenreDeLettre::demande:
            return {"numero", "demandes", "echeance", "lien"};
        case GenreDeLettre::avenant:
        case GenreDeLettre::irrecevable:
        case GenreDeLettre::reserve:
        case GenreDeLettre::defavorable:
            return {"numero", "motif", "lien"};
        case GenreDeLettre::favorable:
            return {"numero", "recommandations", "lien"};
        case GenreDeLettre::attente:
            return {"numero", "rang", "motif", "lien"};
        case GenreDeLettre::intervention:
        case GenreDeLettre::guichet_intervention:
            return {"numero", "fait", "motif", "lien"};
        case GenreDeLettre::avance:
        case GenreDeLettre::solde:
            return {"numero", "montant", "lien"};
        case GenreDeLettre::prise:
        case GenreDeLettre::complet:
        case GenreDeLettre::recevable:
        case GenreDeLettre::retrait:
        case GenreDeLettre::message:
        case GenreDeLettre::convention:
        case GenreDeLettre::conventionne:
        case GenreDeLettre::avenant_signe:
        case GenreDeLettre::guichet_reponse:
        case GenreDeLettre::guichet_message:
        case GenreDeLettre::guichet_retrait:
            break;
    }
    return {"numero", "lien"};
}

// The fields stay fields: each is filled by its own name.
Modele modele_d_origine(GenreDeLettre genre, const rules::Phrases& phrases) {
    rules::Faits faits;
    for (const auto& champ : champs_des_modeles()) faits.push_back({champ, "{" + champ + "}"});
    const auto code = "lettre." + std::string{core::name_of(genre)};
    return {.genre = genre,
            .version = 0,
            .objet = phrases.rendre(code + ".objet", faits),
            .corps = courrier::en_paragraphes(phrases.rendre(code + ".corps", faits)),
            .change = false};
}

Modele modele(storage::Reader& db, const ModeleVise& vise, const rules::Phrases& phrases) {
    auto sien = dernier_modele(db, vise);
    if (sien && sien->change) return *std::move(sien);
    auto commun = vise.guichet.empty() ? std::nullopt : dernier_modele(db, {vise.genre, {}});
    auto place =
        commun && commun->change ? *std::move(commun) : modele_d_origine(vise.genre, phrases);
    place.change = false;
    place.version = sien ? sien->version : 0;
    return place;
}

TexteDeLettre remplir(const Modele& modele, const Champs& champs) {
    return {remplacer(remplir_un(modele.objet, champs), "\n", " "),
            sans_vide(remplir_un(modele.corps, champs))};
}

courrier::Message en_message(const TexteDeLettre& texte, std::string destinataire,
                             const rules::Phrases& phrases, std::string_view site) {
    return courrier::encadrer(phrases, {texte.objet, texte.corps}, std::move(destinataire),
                              {{"site", site}});
}

}  // namespace grappe::teleservice
