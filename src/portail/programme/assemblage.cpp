// Resolves the layers of a call: for each stretch of days, the unit that wins at each path; refuses
// holes and overlaps.
#include "portail/programme/assemblage.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "portail/programme/canonique.hpp"
#include "portail/programme/empreinte.hpp"
#include "portail/programme/unites.hpp"

namespace grappe::programme {
namespace {

using Gagnantes = std::map<std::string_view, const Unite*>;

struct Troncon {
    core::Instant de, a;
};

bool couvre(const Unite& unite, const Troncon& troncon) {
    return unite.de <= troncon.de && troncon.a <= unite.a;
}

bool l_emporte(const Unite& nouvelle, const Unite& ancienne) {
    if (nouvelle.rang != ancienne.rang) return nouvelle.rang > ancienne.rang;
    return nouvelle.de > ancienne.de;
}

bool se_chevauchent(const Unite& a, const Unite& b) {
    const bool meme_couche =
        a.rang == b.rang && a.chemin == b.chemin && (a.rang != RangCouche::avenant || a.de == b.de);
    return meme_couche && a.de < b.a && b.de < a.a;
}

void refuser_chevauchements(const std::vector<Unite>& unites) {
    std::map<std::string_view, std::vector<const Unite*>> par_chemin;
    for (const auto& unite : unites) par_chemin[unite.chemin].push_back(&unite);
    for (const auto& [chemin, memes] : par_chemin)
        for (std::size_t i = 0; i < memes.size(); ++i)
            for (std::size_t j = i + 1; j < memes.size(); ++j)
                if (se_chevauchent(*memes[i], *memes[j]))
                    memes[j]->lecture->refuser(*memes[j]->noeud, memes[j]->chemin, "chevauchement",
                                               {{"ligne", std::int64_t{memes[i]->noeud->ligne}}});
}

std::vector<Troncon> troncons(const std::vector<Unite>& unites, const Troncon& appel) {
    std::set<core::Instant> coupes{appel.de, appel.a};
    for (const auto& unite : unites)
        for (const auto instant : {unite.de, unite.a})
            if (instant > appel.de && instant < appel.a) coupes.insert(instant);
    std::vector<Troncon> sortie;
    for (auto coupe = coupes.begin(); std::next(coupe) != coupes.end(); ++coupe)
        sortie.push_back({*coupe, *std::next(coupe)});
    return sortie;
}

// A collection said to be silent hides what lower layers gave; entries above it hide the silence.
void accorder_silences(Gagnantes& gagnantes) {
    for (const auto& genre : genres_d_unite()) {
        if (genre.genre != Genre::collection) continue;
        const auto silence = gagnantes.find(genre.nom);
        if (silence == gagnantes.end()) continue;
        bool masque = false;
        for (auto au = gagnantes.begin(); au != gagnantes.end();) {
            const bool element = au->first != genre.nom && au->second->genre == &genre;
            if (element && l_emporte(*silence->second, *au->second)) {
                au = gagnantes.erase(au);
                continue;
            }
            masque = masque || element;
            ++au;
        }
        if (masque) gagnantes.erase(genre.nom);
    }
}

Gagnantes gagnantes(const std::vector<Unite>& unites, const Troncon& troncon) {
    Gagnantes sortie;
    for (const auto& unite : unites) {
        if (!couvre(unite, troncon)) continue;
        auto& place = sortie[unite.chemin];
        if (place == nullptr || l_emporte(unite, *place)) place = &unite;
    }
    accorder_silences(sortie);
    std::erase_if(sortie, [](const auto& paire) { return paire.second->retiree(); });
    return sortie;
}

std::set<const GenreUnite*> genres_presents(const Gagnantes& gagnantes) {
    std::set<const GenreUnite*> presents;
    for (const auto& [chemin, unite] : gagnantes) presents.insert(unite->genre);
    return presents;
}

// The stretches on which each missing value is missing, neighbours joined.
using Trous = std::map<std::string, std::vector<Troncon>>;

void noter_un_trou(Trous& trous, const std::string& nom, const Troncon& troncon) {
    auto& places = trous[nom];
    if (!places.empty() && places.back().a == troncon.de)
        places.back().a = troncon.a;
    else
        places.push_back(troncon);
}

void noter_les_trous(Trous& trous, const Gagnantes& gagnantes, const Troncon& troncon) {
    const auto presents = genres_presents(gagnantes);
    for (const auto& genre : genres_d_unite()) {
        if (genre.nom == "regle" || genre.nom == "option" || presents.contains(&genre)) continue;
        noter_un_trou(trous, std::string{genre.nom}, troncon);
    }
    std::vector<std::string_view> absentes;
    for (const auto& [id, nom] : names(rules::RegleId{}))
        if (!gagnantes.contains("regle." + std::string{nom})) absentes.push_back(nom);
    if (!absentes.empty()) noter_un_trou(trous, "regle " + enumerer(absentes), troncon);
}

void refuser_les_trous(const Trous& trous, const FichierAppel& fichier) {
    const auto& lecture = *fichier.lecture;
    const auto refuser = [&](const std::string& nom, const Troncon& troncon) {
        const bool regles = nom.starts_with("regle ");
        const auto veille = core::Instant::of(troncon.a.utc() - std::chrono::seconds{1});
        lecture.refuser(fichier.racine, regles ? "regle" : nom, regles ? "regles_absentes" : "trou",
                        {{"nom", regles ? nom.substr(6) : nom},
                         {"du", lecture.fuseau.day_of(troncon.de)},
                         {"jusqu_au", lecture.fuseau.day_of(veille)}});
    };
    for (const auto& [nom, places] : trous)
        for (const auto& troncon : places) refuser(nom, troncon);
}

// The order of the files, but for what people expect in catalogue order.
Appel construire(const Appel& entete, const std::vector<Unite>& unites,
                 const Gagnantes& gagnantes) {
    Appel appel = entete;
    Defauts deja_notes;
    for (const auto& unite : unites) {
        const auto gagnante = gagnantes.find(unite.chemin);
        if (gagnante == gagnantes.end() || gagnante->second != &unite) continue;
        auto muette = *unite.lecture;
        muette.defauts = &deja_notes;
        ecrire(unite, muette, appel);
    }
    if (appel.pieces.definie())
        std::sort(appel.pieces.valeur->begin(), appel.pieces.valeur->end(),
                  [](const auto& a, const auto& b) { return a.regle < b.regle; });
    std::sort(appel.options.begin(), appel.options.end(), [](const auto& a, const auto& b) {
        return std::tie(a.question, a.nom) < std::tie(b.question, b.nom);
    });
    appel.valeurs = valeurs_de(appel);
    appel.empreinte = empreinte_sha256(forme_canonique(appel.valeurs));
    return appel;
}

void verifier_unites(const Appel& entete, const std::vector<Unite>& unites) {
    Appel brouillon = entete;
    for (const auto& unite : unites) ecrire(unite, *unite.lecture, brouillon);
}

void ajouter_version(std::vector<Version>& versions, Version nouvelle) {
    if (!versions.empty() && versions.back().appel.empreinte == nouvelle.appel.empreinte)
        versions.back().a = nouvelle.a;
    else
        versions.push_back(std::move(nouvelle));
}

}  // namespace

std::vector<Version> assembler(const Appel& entete, const std::vector<Unite>& unites,
                               const FichierAppel& fichier) {
    verifier_unites(entete, unites);
    refuser_chevauchements(unites);
    std::vector<Version> versions;
    const auto& validite = fichier.validite;
    if (!validite.du || !validite.jusqu_au || *validite.jusqu_au < *validite.du) return versions;
    const auto& fuseau = fichier.lecture->fuseau;
    const Troncon appel{fuseau.start_of(*validite.du),
                        fuseau.start_of(validite.jusqu_au->plus_days(1))};
    Trous trous;
    for (const auto& troncon : troncons(unites, appel)) {
        const auto choisies = gagnantes(unites, troncon);
        noter_les_trous(trous, choisies, troncon);
        auto resolu = construire(entete, unites, choisies);
        verifier_coherence(resolu, fichier);
        ajouter_version(versions, {.de = troncon.de, .a = troncon.a, .appel = std::move(resolu)});
    }
    refuser_les_trous(trous, fichier);
    return versions;
}

}  // namespace grappe::programme
