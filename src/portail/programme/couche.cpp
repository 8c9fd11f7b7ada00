// Cuts a call file into units with the layer, the days and the instants each one holds for.
#include "portail/programme/couche.hpp"

#include <algorithm>
#include <array>

#include "portail/programme/unites.hpp"

namespace grappe::programme {
namespace {

constexpr auto cles_d_entete =
    std::to_array<std::string_view>({"appel", "titre", "base_legale", "region", "fuseau", "socle",
                                     "couche", "validite", "documents", "avenant"});
constexpr auto cles_d_avenant = std::to_array<std::string_view>({"nom", "du"});

// What the units of one layer share.
struct Cadre {
    const Lecture& lecture;
    std::string couche;
    RangCouche rang;
    Validite validite;
    core::Instant de, a;
    std::span<const std::string_view> entete;  // keys that are not units
};

core::Instant debut(const core::Zone& fuseau, const Validite& validite) {
    return validite.du ? fuseau.start_of(*validite.du) : core::Instant::of({});
}

core::Instant fin(const core::Zone& fuseau, const Validite& validite) {
    return validite.jusqu_au ? fuseau.start_of(validite.jusqu_au->plus_days(1))
                             : core::Instant::of({});
}

bool datee(const Noeud& noeud) {
    return noeud.membre("du") != nullptr || noeud.membre("jusqu_au") != nullptr ||
           noeud.membre("connu_jusqu_au") != nullptr;
}

Unite unite(const Noeud& noeud, std::string chemin, const Cadre& cadre) {
    const auto* genre = genre_de(chemin);
    Unite lue{.chemin = std::move(chemin),
              .genre = genre,
              .etat = {},
              .noeud = &noeud,
              .lecture = &cadre.lecture,
              .couche = cadre.couche,
              .rang = cadre.rang,
              .validite = cadre.validite,
              .de = cadre.de,
              .a = cadre.a};
    if (!datee(noeud)) return lue;
    Champs champs{noeud, lue.chemin, cadre.lecture};
    lue.validite = lire_validite(champs, cadre.validite);
    lue.de = std::max(lue.de, debut(cadre.lecture.fuseau, lue.validite));
    lue.a = std::min(lue.a, fin(cadre.lecture.fuseau, lue.validite));
    return lue;
}

// A unit is a table, or a list of tables each with its days.
void ajouter(const Noeud& noeud, const std::string& chemin, const Cadre& cadre,
             std::vector<Unite>& sortie) {
    if (noeud.genre == Noeud::Genre::table) {
        sortie.push_back(unite(noeud, chemin, cadre));
        return;
    }
    const bool liste = noeud.genre == Noeud::Genre::liste && !noeud.elements.empty();
    const bool tables = liste && std::all_of(noeud.elements.begin(), noeud.elements.end(),
                                             [](const Noeud& element) {
                                                 return element.genre == Noeud::Genre::table;
                                             });
    if (!tables) {
        cadre.lecture.refuser(noeud, chemin, "unite_sans_table", {});
        return;
    }
    for (const auto& element : noeud.elements) sortie.push_back(unite(element, chemin, cadre));
}

void ajouter_regles(const Noeud& table, const Cadre& cadre, std::vector<Unite>& sortie) {
    for (const auto& [etat, regles] : table.membres) {
        if (!core::named<RegleAppel::Etat>(etat)) {
            cadre.lecture.refuser(regles, "regle." + etat, "etat_inconnu", {{"valeur", etat}});
            continue;
        }
        for (const auto& [id, source] : regles.membres) {
            auto lue = unite(source, "regle." + id, cadre);
            lue.etat = etat;
            sortie.push_back(std::move(lue));
        }
    }
}

void ajouter_collection(const arbre::Membre& membre, const Cadre& cadre,
                        std::vector<Unite>& sortie) {
    const auto& [cle, noeud] = membre;
    if (cle == "regle") {
        ajouter_regles(noeud, cadre, sortie);
    } else if (noeud.membre("non_defini") != nullptr) {
        sortie.push_back(unite(noeud, cle, cadre));
    } else if (noeud.genre != Noeud::Genre::table) {
        cadre.lecture.refuser(noeud, cle, "unite_sans_table", {});
    } else {
        for (const auto& [nom, element] : noeud.membres)
            ajouter(element, cle + '.' + nom, cadre, sortie);
    }
}

std::vector<std::string_view> premiers_mots(const Cadre& cadre) {
    std::vector<std::string_view> mots{cadre.entete.begin(), cadre.entete.end()};
    for (const auto& genre : genres_d_unite())
        mots.push_back(genre.nom.substr(0, genre.nom.find('.')));
    mots.erase(std::unique(mots.begin(), mots.end()), mots.end());
    return mots;
}

void refuser_inconnue(const arbre::Membre& membre, const std::string& chemin,
                      const std::vector<std::string_view>& connues, const Cadre& cadre) {
    const auto proche = plus_proche(membre.cle, connues);
    cadre.lecture.refuser(membre.noeud, chemin, proche ? "cle_proche" : "cle_inconnue",
                          {{"cle", membre.cle},
                           {"proche", proche.value_or(std::string{})},
                           {"connues", enumerer(connues)}});
}

// "bareme" and "plafond" hold several values under one word.
void ajouter_groupe(const arbre::Membre& groupe, const Cadre& cadre, std::vector<Unite>& sortie) {
    std::vector<std::string_view> connues;
    for (const auto& genre : genres_d_unite())
        if (genre.nom.starts_with(groupe.cle + '.'))
            connues.push_back(genre.nom.substr(groupe.cle.size() + 1));
    for (const auto& membre : groupe.noeud.membres) {
        const auto chemin = groupe.cle + '.' + membre.cle;
        if (std::find(connues.begin(), connues.end(), membre.cle) == connues.end())
            refuser_inconnue(membre, chemin, connues, cadre);
        else
            ajouter(membre.noeud, chemin, cadre, sortie);
    }
}

bool est_un_groupe(std::string_view cle) {
    const auto genres = genres_d_unite();
    return std::any_of(genres.begin(), genres.end(), [&](const GenreUnite& genre) {
        return genre.nom.substr(0, genre.nom.find('.')) == cle;
    });
}

void couper(const Noeud& table, const Cadre& cadre, std::vector<Unite>& sortie) {
    for (const auto& membre : table.membres) {
        const auto& entete = cadre.entete;
        if (std::find(entete.begin(), entete.end(), membre.cle) != entete.end()) continue;
        const auto* genre = genre_de(membre.cle);
        if (genre != nullptr && genre->genre == Genre::collection)
            ajouter_collection(membre, cadre, sortie);
        else if (genre != nullptr)
            ajouter(membre.noeud, membre.cle, cadre, sortie);
        else if (est_un_groupe(membre.cle))
            ajouter_groupe(membre, cadre, sortie);
        else
            refuser_inconnue(membre, membre.cle, premiers_mots(cadre), cadre);
    }
}

// The layer of a window holds from its opening to its closing.
void ajouter_fenetres(const std::vector<Unite>& propres, const Cadre& appel,
                      std::vector<Unite>& sortie) {
    for (const auto& fenetre : propres) {
        const auto* remplace = fenetre.noeud->membre("remplace");
        if (!fenetre.chemin.starts_with("fenetre.") || remplace == nullptr) continue;
        Defauts deja_notes;
        auto muette = appel.lecture;
        muette.defauts = &deja_notes;
        Appel brouillon{.fuseau = appel.lecture.fuseau};
        ecrire(fenetre, muette, brouillon);
        const auto& lue = brouillon.fenetres->front();
        const Cadre cadre{.lecture = appel.lecture,
                          .couche = appel.couche + ", fenêtre " + lue.id,
                          .rang = RangCouche::fenetre,
                          .validite = appel.validite,
                          .de = lue.ouvre_le,
                          .a = lue.ferme_le,
                          .entete = {}};
        couper(*remplace, cadre, sortie);
    }
}

void ajouter_avenants(const FichierAppel& fichier, const Cadre& appel, std::vector<Unite>& sortie) {
    const auto* avenants = fichier.racine.membre("avenant");
    if (avenants == nullptr) return;
    if (avenants->genre != Noeud::Genre::liste) {
        appel.lecture.refuser(*avenants, "avenant", "avenant_liste", {});
        return;
    }
    int numero = 0;
    for (const auto& table : avenants->elements) {
        const auto chemin = "avenant[" + std::to_string(++numero) + ']';
        Champs champs{table, chemin, appel.lecture};
        Cadre cadre = appel;
        cadre.rang = RangCouche::avenant;
        cadre.couche = champs.texte("nom");
        cadre.entete = cles_d_avenant;
        const auto du = champs.jour("du");
        if (!du) continue;
        cadre.validite.du = du;
        cadre.de = appel.lecture.fuseau.start_of(*du);
        const bool bornee = appel.validite.du && appel.validite.jusqu_au;
        if (bornee && (cadre.de < appel.de || cadre.de >= appel.a))
            champs.refuser("du", "avenant_hors_appel", {{"jour", *du}});
        if (table.membres.size() <= cles_d_avenant.size())
            appel.lecture.refuser(table, chemin, "avenant_vide", {});
        couper(table, cadre, sortie);
    }
}

}  // namespace

Validite lire_validite(Champs& champs, const Validite& cadre) {
    Validite lue = cadre;
    const bool fin_fixee = champs.facultatif("jusqu_au") != nullptr;
    const bool fin_connue = champs.facultatif("connu_jusqu_au") != nullptr;
    if (champs.facultatif("du") != nullptr || !cadre.du) lue.du = champs.jour("du");
    const bool manque = !fin_fixee && !fin_connue && !cadre.du;
    if (manque || (fin_fixee && fin_connue)) {
        champs.lecture().refuser(champs.noeud(), champs.chemin(), "validite_fin", {});
        return lue;
    }
    if (fin_fixee || fin_connue) {
        lue.jusqu_au = champs.jour(fin_fixee ? "jusqu_au" : "connu_jusqu_au");
        lue.fin_fixee = fin_fixee;
    }
    if (lue.du && lue.jusqu_au && *lue.jusqu_au < *lue.du) {
        champs.lecture().refuser(champs.noeud(), champs.chemin(), "validite_inversee",
                                 {{"du", *lue.du}, {"jusqu_au", *lue.jusqu_au}});
        return cadre;
    }
    const bool deborde = cadre.du && lue.du && lue.jusqu_au && cadre.jusqu_au &&
                         (*lue.du < *cadre.du || *lue.jusqu_au > *cadre.jusqu_au);
    if (deborde)
        champs.lecture().refuser(champs.noeud(), champs.chemin(), "validite_hors_couche",
                                 {{"du", *cadre.du}, {"jusqu_au", *cadre.jusqu_au}});
    return lue;
}

void lire_entete(FichierAppel& fichier) {
    Champs champs{fichier.racine, "", *fichier.lecture};
    fichier.couche = champs.texte("couche");
    const auto* validite = champs.requis("validite");
    if (validite != nullptr) {
        Champs dates{*validite, "validite", *fichier.lecture};
        fichier.validite = lire_validite(dates, {});
        dates.finir();
    }
    const auto* documents = champs.requis("documents");
    if (documents == nullptr) return;
    for (const auto& [code, titre] : documents->membres)
        fichier.documents[code] = {.titre = titre.texte, .noeud = &titre};
}

std::vector<Unite> unites(const FichierAppel& fichier, RangCouche rang) {
    const auto& lecture = *fichier.lecture;
    const Cadre cadre{.lecture = lecture,
                      .couche = fichier.couche,
                      .rang = rang,
                      .validite = fichier.validite,
                      .de = debut(lecture.fuseau, fichier.validite),
                      .a = fin(lecture.fuseau, fichier.validite),
                      .entete = cles_d_entete};
    std::vector<Unite> propres;
    couper(fichier.racine, cadre, propres);
    if (rang == RangCouche::socle) return propres;
    std::vector<Unite> tout = propres;
    ajouter_fenetres(propres, cadre, tout);
    ajouter_avenants(fichier, cadre, tout);
    return tout;
}

}  // namespace grappe::programme
