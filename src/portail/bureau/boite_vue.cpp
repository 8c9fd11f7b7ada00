// The inbox in words: tabs, columns, rows, pages.
#include "portail/bureau/boite_vue.hpp"

#include "portail/bureau/niveau.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/pages/delais_vue.hpp"
#include "portail/pages/ecriture.hpp"
#include "portail/rendu/presentation.hpp"

namespace grappe::bureau {
namespace {

using page::Vue;
using teleservice::Fiche, teleservice::Statut;

struct Titre {
    Colonne colonne;
    std::string_view tri;  // empty: no order by it
    bool nombre;
};
constexpr std::array<Titre, names(Colonne{}).size()> titres{
    {{Colonne::numero, "", false},
     {Colonne::appel, "", false},
     {Colonne::essms, "essms", true},
     {Colonne::subvention, "subvention", true},
     {Colonne::depose, "depose", false},
     {Colonne::instructeur, "", false},
     {Colonne::echeance, "echeance", false},
     {Colonne::statut, "", false}}};

std::string dire(const Bureau& bureau, std::string_view famille, std::string_view nom) {
    return pages::dire(bureau.services,
                       std::string{"bureau."}.append(famille).append(".").append(nom));
}

// The column in use turns its order; another one begins with the largest or the latest.
Vue vue_du_titre(const Bureau& bureau, const Boite& boite, const Titre& titre) {
    const bool courant = !titre.tri.empty() && core::name_of(boite.filtre.tri) == titre.tri;
    const bool monte = boite.filtre.sens == instruction::Sens::croissant;
    auto demande = boite.demande;
    demande.tri = titre.tri;
    return {
        {"libelle", dire(bureau, "colonne", core::name_of(titre.colonne))},
        {"nombre", titre.nombre},
        {"lien", titre.tri.empty() ? std::string{}
                                   : demande.adresse("sens", courant && !monte ? "croissant" : "")},
        {"ordre", courant ? (monte ? "ascending" : "descending") : ""}};
}

std::string nom_affiche(const Bureau& bureau, const Fiche& fiche) {
    return fiche.porteur.empty() ? pages::dire(bureau.services, "bureau.sans_nom") : fiche.porteur;
}

std::string echeance(const Fiche& fiche) {
    return fiche.echeance ? pages::jour(*fiche.echeance) : std::string{};
}

std::string cellule(const Bureau& bureau, const Boite& boite, const Fiche& fiche, Colonne colonne) {
    switch (colonne) {
        case Colonne::numero:
            return fiche.numero;
        case Colonne::appel:
            return fiche.appel;
        case Colonne::essms:
            return pages::entier(fiche.essms);
        case Colonne::subvention:
            return fiche.subvention ? rendu::montant_en_francais(*fiche.subvention) : "–";
        case Colonne::depose:
            return pages::jour(core::paris().day_of(fiche.depose_le));
        case Colonne::instructeur:
            return fiche.instructeur ? boite.noms.de(*fiche.instructeur) : std::string{};
        case Colonne::echeance:
            return echeance(fiche);
        case Colonne::statut:
            break;
    }
    return statut_en_clair(bureau, fiche.statut);
}

std::string messages_de(const Bureau& bureau, const Boite& boite, const Fiche& fiche) {
    for (const auto& attente : boite.attentes)
        if (attente.dossier == fiche.dossier)
            return pages::dire(bureau.services, "message.compte",
                               {{"nombre", static_cast<std::int64_t>(attente.nombre)}});
    return {};
}

// A column that is shown, with its words: they are looked up once for all rows.
struct Montree {
    const Titre& titre;
    std::string libelle;
};

std::vector<Montree> colonnes_montrees(const Bureau& bureau, const Boite& boite) {
    std::vector<Montree> montrees;
    for (const auto& titre : titres)
        if (boite.reglages.montre(titre.colonne))
            montrees.push_back({titre, dire(bureau, "colonne", core::name_of(titre.colonne))});
    return montrees;
}

Vue vue_de_la_fiche(const Bureau& bureau, const Boite& boite, const Fiche& fiche,
                    const std::vector<Montree>& montrees) {
    Vue::Liste cellules;
    cellules.reserve(montrees.size());
    for (const auto& [titre, libelle] : montrees) {
        const bool statut = titre.colonne == Colonne::statut;
        cellules.push_back(
            Vue{{"texte", cellule(bureau, boite, fiche, titre.colonne)},
                {"libelle", libelle},
                {"nombre", titre.nombre},
                {"code", titre.colonne == Colonne::numero},
                {"etat", statut ? std::string{classe_de(fiche.statut)} : std::string{}}});
    }
    return {{"id", fiche.dossier},
            {"nom", nom_affiche(bureau, fiche)},
            {"messages", messages_de(bureau, boite, fiche)},
            {"cellules", std::move(cellules)}};
}

Vue::Liste onglets(const Bureau& bureau, const Boite& boite) {
    constexpr std::array toujours{Statut::depose, Statut::en_instruction, Statut::pieces_demandees,
                                  Statut::recevable, Statut::irrecevable};
    int tous = 0;
    for (const auto& [statut, nombre] : boite.comptes) tous += nombre;
    Vue::Liste vues{Vue{{"lien", boite.demande.adresse("statut", "")},
                        {"libelle", pages::dire(bureau.services, "bureau.tous")},
                        {"nombre", pages::entier(tous)},
                        {"courant", boite.demande.statut.empty()}}};
    for (const auto& [statut, nom] : names(Statut{})) {
        const auto compte = boite.comptes.find(statut);
        const bool present = compte != boite.comptes.end();
        if (!present && std::find(toujours.begin(), toujours.end(), statut) == toujours.end())
            continue;
        vues.push_back(Vue{{"lien", boite.demande.adresse("statut", nom)},
                           {"libelle", statut_en_clair(bureau, statut)},
                           {"nombre", pages::entier(present ? compte->second : 0)},
                           {"courant", boite.demande.statut == nom}});
    }
    return vues;
}

Vue::Liste instructeurs(const Bureau& bureau, const garde::Visite& visite, const Boite& boite) {
    const auto choix = [&](std::string_view valeur, std::string libelle) {
        return Vue{{"valeur", valeur},
                   {"libelle", std::move(libelle)},
                   {"choisi", boite.demande.instructeur == valeur}};
    };
    Vue::Liste vues{choix("", pages::dire(bureau.services, "bureau.instructeur.tous")),
                    choix("moi", pages::dire(bureau.services, "bureau.instructeur.moi")),
                    choix("personne", pages::dire(bureau.services, "bureau.instructeur.personne"))};
    for (const auto& [compte, nom] : boite.noms.tous())
        if (compte != visite.qui().acteur.compte) vues.push_back(choix(compte, nom));
    return vues;
}

Vue::Liste colonnes(const Bureau& bureau, const Boite& boite) {
    Vue::Liste vues;
    for (const auto& [colonne, nom] : names(Colonne{}))
        vues.push_back(Vue{{"nom", nom},
                           {"libelle", dire(bureau, "colonne", nom)},
                           {"choisie", boite.reglages.montre(colonne)}});
    return vues;
}

std::string page_voisine(const Boite& boite, int pas) {
    const int page = boite.liste.page + pas;
    if (page < 1 || page > boite.liste.pages) return {};
    return boite.demande.adresse("page", std::to_string(page));
}

std::string illisibles(const Bureau& bureau, const Boite& boite) {
    std::string mots;
    for (const auto& mot : boite.illisibles) mots.append(mots.empty() ? "" : ", ").append(mot);
    return mots.empty() ? mots
                        : pages::dire(bureau.services, "liste.critere",
                                      {{"detail", std::string_view{mots}}});
}

// Dossiers whose porteur waits for an answer, the longest first.
Vue::Liste attentes(const Bureau& bureau, const Boite& boite) {
    Vue::Liste vues;
    for (const auto& attente : boite.attentes)
        vues.push_back(
            Vue{{"lien", "/bureau/dossiers/" + attente.dossier + "/messages"},
                {"nom", attente.porteur.empty() ? pages::dire(bureau.services, "bureau.sans_nom")
                                                : attente.porteur},
                {"numero", attente.numero},
                {"depuis", pages::moment(attente.depuis, core::paris())},
                {"nombre", pages::dire(bureau.services, "message.compte",
                                       {{"nombre", static_cast<std::int64_t>(attente.nombre)}})}});
    return vues;
}

Vue::Liste delais(const Bureau& bureau, const Boite& boite) {
    Vue::Liste vues;
    for (const auto& [appel, un] : boite.delais) {
        auto vue = pages::vue_des_delais(bureau.services, un);
        vue.ajouter("appel_dit", appel);
        vues.push_back(std::move(vue));
    }
    return vues;
}

}  // namespace

Demande Demande::de(const garde::Visite& visite) {
    const auto lire = [&](std::string_view nom) {
        return std::string{visite.requete.query(nom).value_or("")};
    };
    return {.q = lire("q"),
            .statut = lire("statut"),
            .instructeur = lire("instructeur"),
            .appel = lire("appel"),
            .tri = lire("tri"),
            .sens = lire("sens"),
            .page = lire("page")};
}

std::string Demande::adresse(std::string_view champ, std::string_view valeur) const {
    const auto ou = [&](std::string_view nom, const std::string& place) {
        return std::pair{std::string{nom}, nom == champ ? std::string{valeur} : place};
    };
    return "/bureau" + requete({ou("statut", statut), ou("q", q), ou("instructeur", instructeur),
                                ou("appel", appel), ou("tri", tri), ou("sens", sens),
                                ou("page", std::string{})});
}

std::string Demande::adresse() const { return adresse("page", page); }

Vue vue_de_la_boite(const Bureau& bureau, const garde::Visite& visite, const Boite& boite) {
    const auto& liste = boite.liste;
    Vue::Liste lignes, entetes, filtres;
    const auto montrees = colonnes_montrees(bureau, boite);
    lignes.reserve(liste.fiches.size());
    for (const auto& fiche : liste.fiches)
        lignes.push_back(vue_de_la_fiche(bureau, boite, fiche, montrees));
    for (const auto& montree : montrees)
        entetes.push_back(vue_du_titre(bureau, boite, montree.titre));
    for (const auto& [nom, adresse] : boite.reglages.filtres)
        filtres.push_back(Vue{{"nom", nom}, {"lien", "/bureau" + adresse}});
    const auto total = static_cast<std::int64_t>(liste.total);
    const auto en_attente = static_cast<std::int64_t>(boite.attentes.size());
    return {{"csrf", visite.qui().csrf},
            {"onglets", onglets(bureau, boite)},
            {"q", boite.demande.q},
            {"statut", boite.demande.statut},
            {"instructeurs", instructeurs(bureau, visite, boite)},
            {"illisibles", illisibles(bureau, boite)},
            {"filtres", std::move(filtres)},
            {"a_des_filtres", !boite.reglages.filtres.empty()},
            {"adresse", boite.demande.adresse()},
            {"attentes", attentes(bureau, boite)},
            {"a_des_delais", !boite.delais.empty()},
            {"delais", delais(bureau, boite)},
            {"attente", boite.attentes.empty() ? std::string{}
                                               : pages::dire(bureau.services, "message.attente",
                                                             {{"nombre", en_attente}})},
            {"a_portages", !boite.portages.empty()},
            {"portages", vues_des_portages(bureau, boite.portages)},
            {"colonnes", colonnes(bureau, boite)},
            {"entetes", std::move(entetes)},
            {"lignes", std::move(lignes)},
            {"vide", liste.fiches.empty()},
            {"filtre", !boite.filtre.simple() || boite.filtre.statut.has_value()},
            {"compte", pages::dire(bureau.services, "bureau.compte", {{"nombre", total}})},
            {"plusieurs_pages", liste.pages > 1},
            {"page", liste.page},
            {"pages", liste.pages},
            {"avant", page_voisine(boite, -1)},
            {"apres", page_voisine(boite, 1)}};
}

}  // namespace grappe::bureau
