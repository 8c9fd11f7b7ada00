// Models, their fields, and the letters made of them.
#include "portail/instruction/lettres.hpp"

#include <algorithm>

#include "audit/journal.hpp"
#include "courrier/lettre.hpp"
#include "identity/preference_courrier.hpp"
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

std::string page_de(const Moyens& moyens, const Dossier& dossier, GenreDeLettre genre) {
    return moyens.adresse_publique + "/dossiers/" + dossier.id +
           (genre == GenreDeLettre::message ? "/messages" : "/echanges");
}

Champs champs_de(const Dossier& dossier, const teleservice::Depot& depot, const Propos& propos,
                 const Moyens& moyens) {
    return {{"numero", depot.numero},      {"appel", dossier.appel},
            {"guichet", depot.financeur},  {"depose_le", jour_en_francais(depot.depose_le)},
            {"motif", propos.motif},       {"demandes", propos.demandes},
            {"echeance", propos.echeance}, {"lien", page_de(moyens, dossier, propos.genre)}};
}

struct Texte {
    std::string objet, corps;
};

// A letter that asks, dates or decides is never refused; that somebody took the dossier, or goes on
// with it, is news.
identity::Poids poids_de(GenreDeLettre genre) {
    switch (genre) {
        case GenreDeLettre::prise:
        case GenreDeLettre::complet:
            return identity::Poids::nouvelle;
        case GenreDeLettre::message:
            return identity::Poids::acte;
        case GenreDeLettre::demande:
        case GenreDeLettre::recevable:
        case GenreDeLettre::irrecevable:
            break;
    }
    return identity::Poids::obligatoire;
}

Texte rediger(storage::Reader& db, const Envoi& envoi, const Propos& propos) {
    const auto& [dossier, moyens] = envoi;
    const auto depot = teleservice::dernier_depot(db, dossier.id);
    core::ensure(depot.has_value(), "a desk writes about a deposited dossier");
    const auto type = modele(db, propos.genre, moyens.regles.phrases);
    const auto champs = champs_de(dossier, *depot, propos, moyens);
    return {remplir(type.objet, champs), sans_vide(remplir(type.corps, champs))};
}

void poster(storage::Writer& db, const Envoi& envoi, GenreDeLettre genre, const Texte& texte) {
    const auto& [dossier, moyens] = envoi;
    const auto porteur = identity::trouver_compte(db, dossier.compte);
    if (!porteur || porteur->ferme) return;
    const auto& phrases = moyens.regles.phrases;
    const rules::Faits site{{"site", moyens.adresse_publique}};
    const auto signature =
        remplacer(phrases.rendre("courriel.signature", site), paragraphe, "\n\n");
    identity::envoyer(db,
                      {.compte = *porteur,
                       .poids = poids_de(genre),
                       .message = {.destinataire = porteur->courriel.text(),
                                   .objet = remplacer(texte.objet, "\n", " "),
                                   .corps = phrases.rendre("courriel.bonjour", {}) + "\n\n" +
                                            texte.corps + "\n\n" + signature + "\n"},
                       .lien = page_de(envoi.moyens, envoi.dossier, genre)},
                      moyens.reel);
}

// The fields stay fields: each is filled by its own name.
Modele modele_d_origine(GenreDeLettre genre, const rules::Phrases& phrases) {
    rules::Faits faits;
    for (const auto& champ : champs_des_modeles()) faits.push_back({champ, "{" + champ + "}"});
    const auto code = "lettre." + std::string{core::name_of(genre)};
    return {.genre = genre,
            .version = 0,
            .objet = phrases.rendre(code + ".objet", faits),
            .corps = remplacer(phrases.rendre(code + ".corps", faits), paragraphe, "\n\n"),
            .change = false};
}

// The reason, as it is kept.
core::Result<std::string> permettre(const Demandeur& qui, const std::string& motif) {
    if (!access::peut(qui.acteur, access::Permission::service_administrer))
        return core::refuse(core::Reason::forbidden, "acces.interdit");
    auto lu = lire_texte(motif);
    if (!lu && lu.error().code == "instruction.texte_vide")
        return core::refuse(core::Reason::invalid, "lettre.motif");
    return lu;
}

core::Result<Modele> lire_modele(const NouveauModele& nouveau) {
    auto objet = lire_texte(remplacer(nouveau.objet, "\n", " "));
    if (!objet) return objet.error();
    auto corps = lire_texte(nouveau.corps);
    if (!corps) return corps.error();
    for (const auto& texte : {*objet, *corps})
        if (auto faux = champ_inconnu(texte); !faux.empty())
            return core::refuse(core::Reason::invalid, "lettre.champ", std::move(faux));
    return Modele{.genre = nouveau.genre,
                  .version = 0,
                  .objet = *std::move(objet),
                  .corps = *std::move(corps),
                  .change = true};
}

// The next version of its genre, and why.
void garder(storage::Writer& db, const Demandeur& qui, Modele& modele, const Ligne& ligne) {
    const auto avant = dernier_modele(db, modele.genre);
    modele.version = avant ? avant->version + 1 : 1;
    ajouter(db, modele, qui.acteur.compte, qui.maintenant);
    audit::noter(db,
                 {.acteur = qui.acteur.compte,
                  .acte = std::string{ligne.acte},
                  .objet = "lettre:" + std::string{core::name_of(modele.genre)},
                  .detail = std::to_string(modele.version) + " " + ligne.detail},
                 qui.maintenant);
}

}  // namespace

const std::vector<std::string>& champs_des_modeles() {
    static const std::vector<std::string> champs{"numero", "appel",    "guichet",  "depose_le",
                                                 "motif",  "demandes", "echeance", "lien"};
    return champs;
}

Modele modele(storage::Reader& db, GenreDeLettre genre, const rules::Phrases& phrases) {
    auto ecrit = dernier_modele(db, genre);
    if (ecrit && ecrit->change) return *std::move(ecrit);
    auto origine = modele_d_origine(genre, phrases);
    if (ecrit) origine.version = ecrit->version;
    return origine;
}

core::Result<Modele> changer(storage::Writer& db, const Demandeur& qui,
                             const NouveauModele& nouveau) {
    const auto motif = permettre(qui, nouveau.motif);
    if (!motif) return motif.error();
    auto lu = lire_modele(nouveau);
    if (!lu) return lu;
    auto ecrit = *std::move(lu);
    garder(db, qui, ecrit, {"lettre.changer", *motif});
    return ecrit;
}

core::Result<Modele> revenir_a_l_origine(storage::Writer& db, const Demandeur& qui,
                                         const RetourALOrigine& retour,
                                         const rules::Phrases& phrases) {
    const auto motif = permettre(qui, retour.motif);
    if (!motif) return motif.error();
    Modele vide{.genre = retour.genre, .version = 0, .objet = "", .corps = "", .change = false};
    garder(db, qui, vide, {"lettre.origine", *motif});
    auto origine = modele_d_origine(retour.genre, phrases);
    origine.version = vide.version;
    return origine;
}

core::Result<Apercu> apercevoir(const NouveauModele& nouveau, const rules::Phrases& phrases) {
    const auto lu = lire_modele(nouveau);
    if (!lu) return lu.error();
    Champs exemple;
    for (const auto& champ : champs_des_modeles())
        exemple.emplace_back(champ, phrases.rendre("lettre.exemple." + champ, {}));
    return Apercu{remplir(lu->objet, exemple), sans_vide(remplir(lu->corps, exemple))};
}

void ecrire_au_porteur(storage::Writer& db, const Demandeur& qui, const Envoi& envoi,
                       const Propos& propos) {
    auto texte = rediger(db, envoi, propos);
    poster(db, envoi, propos.genre, texte);
    ajouter(db, envoi.dossier.id,
            Lettre{.numero = 0,
                   .genre = propos.genre,
                   .objet = std::move(texte.objet),
                   .corps = std::move(texte.corps),
                   .par = qui.acteur.compte,
                   .ecrite_le = qui.maintenant});
}

void annoncer_au_porteur(storage::Writer& db, const Envoi& envoi, GenreDeLettre genre) {
    poster(db, envoi, genre, rediger(db, envoi, {.genre = genre}));
}

void annoncer_au_guichet(storage::Writer& db, const AnnonceAuGuichet& annonce,
                         const Moyens& moyens) {
    const auto depot = teleservice::dernier_depot(db, annonce.dossier);
    const auto lien = moyens.adresse_publique + "/bureau/dossiers/" + std::string{annonce.dossier} +
                      std::string{annonce.page};
    const rules::Faits faits{{"numero", depot ? depot->numero : std::string{}},
                             {"lien", lien},
                             {"site", moyens.adresse_publique}};
    identity::envoyer(db,
                      {.compte = annonce.destinataire,
                       .poids = annonce.poids,
                       .message = courrier::composer(moyens.regles.phrases,
                                                     "guichet_" + std::string{annonce.code},
                                                     annonce.destinataire.courriel.text(), faits),
                       .lien = lien},
                      moyens.reel);
}

}  // namespace grappe::instruction
