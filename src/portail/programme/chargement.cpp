// Finds, reads and resolves call files.
#include "portail/programme/chargement.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <tuple>

#include "arbre/lecture_toml.hpp"
#include "portail/programme/prelecture.hpp"
#include "portail/programme/unites.hpp"

namespace grappe::programme {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t taille_maximale = 1U << 20U;

struct Texte {
    std::string chemin;
    std::string contenu;
};

// Answers the text of the national layer of that name, if there is one.
using ChercherSocle = std::function<std::optional<Texte>(const std::string&)>;

Defaut defaut_de_fichier(std::string fichier, std::string_view code, rules::Faits faits) {
    return {.fichier = std::move(fichier),
            .ligne = 0,
            .colonne = 0,
            .chemin = {},
            .code = code,
            .faits = std::move(faits)};
}

std::optional<Texte> lire_fichier(const fs::path& chemin, Defauts& defauts) {
    std::error_code erreur;
    const auto taille = fs::file_size(chemin, erreur);
    std::ifstream flux{chemin, std::ios::binary};
    if (erreur || !flux) {
        defauts.push_back(defaut_de_fichier(chemin.string(), "illisible", {}));
        return std::nullopt;
    }
    if (taille > taille_maximale) {
        defauts.push_back(defaut_de_fichier(chemin.string(), "trop_grand", {}));
        return std::nullopt;
    }
    return Texte{chemin.string(), std::string{std::istreambuf_iterator<char>{flux},
                                              std::istreambuf_iterator<char>{}}};
}

core::Zone fuseau_de(const Noeud& racine, const Lecture& lecture) {
    Champs champs{racine, "", lecture};
    const auto nom = champs.texte("fuseau");
    const auto lu = core::Zone::parse(nom);
    if (lu) return *lu;
    if (!nom.empty()) champs.refuser("fuseau", "fuseau", {{"valeur", nom}});
    return core::paris();
}

std::unique_ptr<Lecture> lecture_de(const FichierAppel& fichier, Documents& documents,
                                    Defauts& defauts) {
    return std::make_unique<Lecture>(Lecture{.fichier = fichier.chemin,
                                             .documents = &documents,
                                             .fuseau = core::paris(),
                                             .defauts = &defauts});
}

Defaut de_syntaxe(const arbre::Faute& faute, const Texte& texte) {
    Defaut defaut{.fichier = texte.chemin,
                  .ligne = faute.ligne,
                  .colonne = faute.colonne,
                  .chemin = {},
                  .code = faute.code,
                  .faits = {}};
    if (!faute.valeur.empty()) defaut.faits = {{"valeur", faute.valeur}};
    return defaut;
}

// The file with its tree and its own faults; null when it is not TOML.
std::unique_ptr<FichierAppel> ouvrir(const Texte& texte, Defauts& defauts) {
    auto lu = arbre::lire_toml(texte.contenu);
    if (const auto* faute = std::get_if<arbre::Faute>(&lu)) {
        defauts.push_back(de_syntaxe(*faute, texte));
        return nullptr;
    }
    auto fichier = std::make_unique<FichierAppel>();
    fichier->chemin = texte.chemin;
    fichier->racine = std::get<Noeud>(std::move(lu));
    fichier->lecture = lecture_de(*fichier, fichier->documents, defauts);
    return fichier;
}

bool identifiant_valide(std::string_view id) {
    return !id.empty() && id.size() <= 40 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

Appel entete_de(const FichierAppel& fichier) {
    Champs champs{fichier.racine, "", *fichier.lecture};
    Appel entete{.fuseau = fichier.lecture->fuseau};
    entete.id = champs.texte("appel");
    if (!entete.id.empty() && !identifiant_valide(entete.id))
        champs.refuser("appel", "identifiant", {{"valeur", entete.id}});
    entete.titre = champs.texte("titre");
    entete.base_legale = champs.texte("base_legale");
    const auto region = champs.texte("region");
    const bool code =
        region.size() >= 2 && region.size() <= 3 &&
        std::all_of(region.begin(), region.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (code)
        entete.region = region;
    else if (!region.empty() && region != "aucune")
        champs.refuser("region", "region", {{"valeur", region}});
    entete.validite = fichier.validite;
    return entete;
}

void refuser_documents_inutiles(const FichierAppel& fichier) {
    for (const auto& [code, document] : fichier.documents)
        if (!document.cite)
            fichier.lecture->refuser(*document.noeud, "documents." + code, "document_inutile",
                                     {{"document", code}});
}

struct Socle {
    std::string nom, texte;
    std::unique_ptr<FichierAppel> fichier;  // null: the call names none, or none that can be read
};

// The national layer that the call names, or nothing with a fault noted.
Socle ouvrir_socle(const FichierAppel& appel, const ChercherSocle& socle, Defauts& defauts) {
    if (appel.racine.membre("socle") == nullptr) return {};
    Champs champs{appel.racine, "", *appel.lecture};
    const auto nom = champs.texte("socle");
    const bool simple = std::all_of(nom.begin(), nom.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    auto texte = simple ? socle(nom) : std::nullopt;
    if (!texte) {
        champs.refuser("socle", "socle_absent", {{"nom", nom}});
        return {};
    }
    auto fichier = ouvrir(*texte, defauts);
    if (fichier != nullptr) {
        fichier->lecture->fuseau = appel.lecture->fuseau;
        lire_entete(*fichier);
    }
    return {nom, std::move(texte->contenu), std::move(fichier)};
}

void trier(Defauts& defauts) {
    const auto place = [](const Defaut& defaut) {
        return std::tie(defaut.fichier, defaut.ligne, defaut.colonne, defaut.chemin, defaut.code);
    };
    std::sort(defauts.begin(), defauts.end(),
              [&](const Defaut& a, const Defaut& b) { return place(a) < place(b); });
    defauts.erase(std::unique(defauts.begin(), defauts.end(),
                              [&](const Defaut& a, const Defaut& b) {
                                  return place(a) == place(b) &&
                                         (a.code != "cle_proche" && a.code != "trou");
                              }),
                  defauts.end());
}

// The call that is wanted; none: all of them.
using Voulu = std::optional<std::string_view>;

bool a_laisser(const Texte& texte, Voulu voulu) {
    if (!voulu) return false;
    const auto annonce = identifiant_annonce(texte.contenu);
    return annonce && identifiant_valide(*annonce) && *annonce != *voulu;
}

// Adds the call of `texte`, or its faults.
void charger(const Texte& texte, const ChercherSocle& chercher, Appels& appels) {
    Defauts defauts;
    auto fichier = ouvrir(texte, defauts);
    if (fichier != nullptr) {
        fichier->lecture->fuseau = fuseau_de(fichier->racine, *fichier->lecture);
        lire_entete(*fichier);
        const auto entete = entete_de(*fichier);
        auto socle = ouvrir_socle(*fichier, chercher, defauts);
        std::vector<Unite> tout;
        if (socle.fichier != nullptr) tout = unites(*socle.fichier, RangCouche::socle);
        for (auto& unite : unites(*fichier, RangCouche::appel)) tout.push_back(std::move(unite));
        auto versions = assembler(entete, tout, *fichier);
        refuser_documents_inutiles(*fichier);
        if (socle.fichier != nullptr) refuser_documents_inutiles(*socle.fichier);
        if (defauts.empty())
            appels.tous.push_back({.id = entete.id,
                                   .fichier = texte.chemin,
                                   .versions = std::move(versions),
                                   .texte = texte.contenu,
                                   .socle = std::move(socle.texte),
                                   .nom_du_socle = std::move(socle.nom)});
    }
    for (auto& defaut : defauts) appels.defauts.push_back(std::move(defaut));
}

ChercherSocle socles_de(const Dossiers& dossiers, Defauts& defauts) {
    return [dossiers, &defauts](const std::string& nom) -> std::optional<Texte> {
        for (const auto& dossier : dossiers) {
            const auto chemin = dossier / "socle" / (nom + ".toml");
            if (fs::exists(chemin)) return lire_fichier(chemin, defauts);
        }
        return std::nullopt;
    };
}

std::vector<fs::path> fichiers_toml(const fs::path& dossier, Defauts& defauts) {
    std::vector<fs::path> trouves;
    std::error_code erreur;
    for (fs::directory_iterator entree{dossier, erreur}, fin; !erreur && entree != fin;
         entree.increment(erreur))
        if (entree->path().extension() == ".toml") trouves.push_back(entree->path());
    if (erreur) defauts.push_back(defaut_de_fichier(dossier.string(), "dossier_illisible", {}));
    std::sort(trouves.begin(), trouves.end());
    return trouves;
}

Dossiers voisin_d_abord(const fs::path& voisin, const Dossiers& dossiers) {
    Dossiers ordre{voisin};
    ordre.insert(ordre.end(), dossiers.begin(), dossiers.end());
    return ordre;
}

// Keeps one call an id: the one of the later folder, with a note; twice in one folder is a fault.
void fondre(Appels& tous, Appels nouveaux) {
    for (std::size_t i = 0; i < nouveaux.tous.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (nouveaux.tous[i].id == nouveaux.tous[j].id)
                nouveaux.defauts.push_back(defaut_de_fichier(
                    nouveaux.tous[i].fichier, "identifiant_double",
                    {{"valeur", nouveaux.tous[i].id}, {"autre", nouveaux.tous[j].fichier}}));
    for (auto& appel : nouveaux.tous) {
        const auto ancien = std::find_if(tous.tous.begin(), tous.tous.end(),
                                         [&](const auto& place) { return place.id == appel.id; });
        if (ancien == tous.tous.end()) {
            tous.tous.push_back(std::move(appel));
            continue;
        }
        tous.notes.push_back(
            {"programme.note.remplace",
             {{"appel", appel.id}, {"ancien", ancien->fichier}, {"nouveau", appel.fichier}}});
        *ancien = std::move(appel);
    }
    for (auto& defaut : nouveaux.defauts) tous.defauts.push_back(std::move(defaut));
}

void ranger(Appels& appels) {
    std::sort(appels.tous.begin(), appels.tous.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
    trier(appels.defauts);
}

Appels charger_les_appels(const Dossiers& dossiers, Voulu voulu) {
    Appels appels;
    for (const auto& dossier : dossiers) {
        Appels du_dossier;
        const auto socles = socles_de(voisin_d_abord(dossier, dossiers), du_dossier.defauts);
        for (const auto& chemin : fichiers_toml(dossier, du_dossier.defauts))
            if (const auto texte = lire_fichier(chemin, du_dossier.defauts)) {
                if (a_laisser(*texte, voulu))
                    du_dossier.tous.push_back(
                        {std::string{*identifiant_annonce(texte->contenu)}, texte->chemin, {}});
                else
                    charger(*texte, socles, du_dossier);
            }
        fondre(appels, std::move(du_dossier));
    }
    ranger(appels);
    return appels;
}

}  // namespace

const Appel* AppelCharge::au(core::Instant instant) const {
    for (const auto& version : versions)
        if (version.de <= instant && instant < version.a) return &version.appel;
    return nullptr;
}

const Appel& AppelCharge::applicable(core::Instant instant) const {
    if (instant < versions.front().de) return versions.front().appel;
    const auto* exacte = au(instant);
    return exacte == nullptr ? versions.back().appel : *exacte;
}

const AppelCharge* Appels::find(std::string_view id) const {
    for (const auto& appel : tous)
        if (appel.id == id) return &appel;
    return nullptr;
}

std::string Appels::ids() const {
    std::vector<std::string_view> liste{laisses.begin(), laisses.end()};
    liste.reserve(laisses.size() + tous.size());
    for (const auto& appel : tous) liste.push_back(appel.id);
    std::ranges::sort(liste);
    return enumerer(liste);
}

Appels charger_appels(const Dossiers& dossiers) {
    return charger_les_appels(dossiers, std::nullopt);
}

Appels charger_un_appel(const Dossiers& dossiers, std::string_view id) {
    auto appels = charger_les_appels(dossiers, id);
    const auto laisse = [](const AppelCharge& appel) { return appel.versions.empty(); };
    for (const auto& appel : appels.tous)
        if (laisse(appel)) appels.laisses.push_back(appel.id);
    std::erase_if(appels.tous, laisse);
    return appels;
}

Appels charger_appel(const fs::path& chemin, const Dossiers& dossiers) {
    Appels appels;
    const auto socles = socles_de(voisin_d_abord(chemin.parent_path(), dossiers), appels.defauts);
    if (const auto texte = lire_fichier(chemin, appels.defauts)) charger(*texte, socles, appels);
    ranger(appels);
    return appels;
}

Appels lire_appel(std::string_view texte, std::string_view socle) {
    const TextesDesSocles unique = [&](const std::string&) {
        return socle.empty() ? std::nullopt : std::optional{std::string{socle}};
    };
    return lire_appel_avec(unique, texte);
}

Appels lire_appel_avec(const TextesDesSocles& socles, std::string_view texte) {
    Appels appels;
    const ChercherSocle chercher = [&](const std::string& nom) -> std::optional<Texte> {
        auto lu = socles(nom);
        if (!lu) return std::nullopt;
        return Texte{"socle/" + nom + ".toml", *std::move(lu)};
    };
    charger({"appel.toml", std::string{texte}}, chercher, appels);
    ranger(appels);
    return appels;
}

}  // namespace grappe::programme
