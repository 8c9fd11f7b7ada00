// Models, their fields, and the letters made of them.
#include "portail/instruction/lettres.hpp"

#include <algorithm>

#include "audit/journal.hpp"
#include "courrier/boite.hpp"
#include "courrier/lettre.hpp"
#include "identity/compte.hpp"
#include "portail/instruction/instruction.hpp"
#include "portail/instruction/lettre_repository.hpp"
#include "portail/teleservice/depot_repository.hpp"

namespace grappe::instruction {
namespace {

constexpr std::string_view paragraphe{" ¶ "};

std::string remplacer(std::string texte, std::string_view avant, std::string_view apres) {
    for (auto ou = texte.find(avant); ou != std::string::npos;
         ou = texte.find(avant, ou + apres.size()))
        texte.replace(ou, avant.size(), apres);
    return texte;
}

using Champs = std::vector<std::pair<std::string, std::string>>;

// {champ} is replaced by its value; what a value holds is not read again.
std::string remplir(std::string_view modele, const Champs& champs) {
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

// The first name between braces that is no field; empty: all are.
std::string champ_inconnu(std::string_view modele) {
    const auto& connus = champs_des_modeles();
    for (auto ouvre = modele.find('{'); ouvre != std::string_view::npos;
         ouvre = modele.find('{', ouvre + 1)) {
        const auto ferme = modele.find('}', ouvre);
        const auto nom = modele.substr(ouvre + 1, ferme - ouvre - 1);
        if (ferme == std::string_view::npos ||
            std::find(connus.begin(), connus.end(), nom) == connus.end())
            return std::string{nom.substr(0, 40)};
    }
    return {};
}

// A field that says nothing leaves no empty paragraph.
std::string sans_vide(std::string texte) {
    constexpr std::string_view trois{"\n\n\n"};
    for (auto ou = texte.find(trois); ou != std::string::npos; ou = texte.find(trois))
        texte.erase(ou, 1);
    return texte;
}

std::string jour_en_francais(core::Instant instant) {
    std::string texte;
    const auto paris = core::Zone::parse("Europe/Paris").value();
    rules::ajouter_valeur(texte, paris.day_of(instant));
    return texte;
}

Champs champs_de(const Dossier& dossier, const teleservice::Depot& depot, const Propos& propos,
                 const Moyens& moyens) {
    return {{"numero", depot.numero},
            {"appel", dossier.appel},
            {"guichet", depot.financeur},
            {"depose_le", jour_en_francais(depot.depose_le)},
            {"motif", propos.motif},
            {"demandes", propos.demandes},
            {"echeance", propos.echeance},
            {"lien", moyens.adresse_publique + "/dossiers/" + dossier.id +
                         (propos.genre == GenreDeLettre::message ? "/messages" : "/echanges")}};
}

struct Texte {
    std::string objet, corps;
};

Texte rediger(storage::Reader& db, const Envoi& envoi, const Propos& propos) {
    const auto& [dossier, moyens] = envoi;
    const auto depot = teleservice::dernier_depot(db, dossier.id);
    core::ensure(depot.has_value(), "a desk writes about a deposited dossier");
    const auto type = modele(db, propos.genre, moyens.regles.phrases);
    const auto champs = champs_de(dossier, *depot, propos, moyens);
    return {remplir(type.objet, champs), sans_vide(remplir(type.corps, champs))};
}

void poster(storage::Writer& db, const Envoi& envoi, const Texte& texte) {
    const auto& [dossier, moyens] = envoi;
    const auto porteur = identity::trouver_compte(db, dossier.compte);
    if (!porteur || porteur->ferme) return;
    const auto& phrases = moyens.regles.phrases;
    const rules::Faits site{{"site", moyens.adresse_publique}};
    const auto signature =
        remplacer(phrases.rendre("courriel.signature", site), paragraphe, "\n\n");
    courrier::deposer(db,
                      {.destinataire = porteur->courriel.text(),
                       .objet = remplacer(texte.objet, "\n", " "),
                       .corps = phrases.rendre("courriel.bonjour", {}) + "\n\n" + texte.corps +
                                "\n\n" + signature + "\n"},
                      moyens.reel);
}

}  // namespace

const std::vector<std::string>& champs_des_modeles() {
    static const std::vector<std::string> champs{"numero", "appel",    "guichet",  "depose_le",
                                                 "motif",  "demandes", "echeance", "lien"};
    return champs;
}

Modele modele(storage::Reader& db, GenreDeLettre genre, const rules::Phrases& phrases) {
    if (auto ecrit = dernier_modele(db, genre)) return *std::move(ecrit);
    // The fields stay fields: each is filled by its own name.
    rules::Faits faits;
    for (const auto& champ : champs_des_modeles()) faits.push_back({champ, "{" + champ + "}"});
    const auto code = "lettre." + std::string{core::name_of(genre)};
    return {.genre = genre,
            .version = 0,
            .objet = phrases.rendre(code + ".objet", faits),
            .corps = remplacer(phrases.rendre(code + ".corps", faits), paragraphe, "\n\n")};
}

core::Result<Modele> changer(storage::Writer& db, const Demandeur& qui,
                             const NouveauModele& nouveau) {
    if (!access::peut(qui.acteur, access::Permission::service_administrer))
        return core::refuse(core::Reason::forbidden, "acces.interdit");
    auto objet = lire_texte(remplacer(nouveau.objet, "\n", " "));
    if (!objet) return objet.error();
    auto corps = lire_texte(nouveau.corps);
    if (!corps) return corps.error();
    for (const auto& texte : {*objet, *corps})
        if (auto faux = champ_inconnu(texte); !faux.empty())
            return core::refuse(core::Reason::invalid, "lettre.champ", std::move(faux));
    const auto avant = dernier_modele(db, nouveau.genre);
    Modele ecrit{.genre = nouveau.genre,
                 .version = avant ? avant->version + 1 : 1,
                 .objet = *std::move(objet),
                 .corps = *std::move(corps)};
    ajouter(db, ecrit, qui.acteur.compte, qui.maintenant);
    audit::noter(db,
                 {.acteur = qui.acteur.compte,
                  .acte = "lettre.changer",
                  .objet = "lettre:" + std::string{core::name_of(ecrit.genre)},
                  .detail = std::to_string(ecrit.version)},
                 qui.maintenant);
    return ecrit;
}

void ecrire_au_porteur(storage::Writer& db, const Demandeur& qui, const Envoi& envoi,
                       const Propos& propos) {
    auto texte = rediger(db, envoi, propos);
    poster(db, envoi, texte);
    ajouter(db, envoi.dossier.id,
            Lettre{.numero = 0,
                   .genre = propos.genre,
                   .objet = std::move(texte.objet),
                   .corps = std::move(texte.corps),
                   .par = qui.acteur.compte,
                   .ecrite_le = qui.maintenant});
}

void annoncer_au_porteur(storage::Writer& db, const Envoi& envoi, GenreDeLettre genre) {
    poster(db, envoi, rediger(db, envoi, {.genre = genre}));
}

void annoncer_au_guichet(storage::Writer& db, const AnnonceAuGuichet& annonce,
                         const Moyens& moyens) {
    const auto depot = teleservice::dernier_depot(db, annonce.dossier);
    const rules::Faits faits{{"numero", depot ? depot->numero : std::string{}},
                             {"lien", moyens.adresse_publique + "/bureau/dossiers/" +
                                          std::string{annonce.dossier} + std::string{annonce.page}},
                             {"site", moyens.adresse_publique}};
    courrier::deposer(
        db,
        courrier::composer(moyens.regles.phrases, "guichet_" + std::string{annonce.code},
                           annonce.destinataire, faits),
        moyens.reel);
}

}  // namespace grappe::instruction
