// Reading the frame and the answers; use cases.
#include "portail/documents/maturite.hpp"

#include <algorithm>
#include <array>

#include "portail/documents/lignes_de_donnees.hpp"
#include "portail/documents/maturite_repository.hpp"
#include "portail/documents/valeur_lue.hpp"
#include "portail/membres/membre.hpp"
#include "portail/rendu/ecrivain_json.hpp"
#include "portail/teleservice/dossier_repository.hpp"
#include "portail/teleservice/journal.hpp"

namespace grappe::documents {
namespace {

using access::Permission;
using core::Reason;

struct Lecture {
    CadreDeMaturite cadre;
    std::map<std::string, std::string, std::less<>> sources;

    bool niveau(const QuatreChamps& champs) {
        const auto point = champs[1].rfind('.');
        if (point == std::string_view::npos || champs[1].size() != point + 2) return false;
        const int rang = champs[1].back() - '0';
        for (auto& un : cadre.points)
            if (un.code == champs[1].substr(0, point) && rang >= 0 && rang <= 4)
                return un.niveaux.emplace(rang, champs[2]).second;
        return false;
    }

    bool prendre(const QuatreChamps& champs) {
        if (champs[0] == "source")
            return sources
                .emplace(champs[1], std::string{champs[2]} + " (" + std::string{champs[3]} + ")")
                .second;
        if (champs[0] == "niveau") return niveau(champs);
        const auto genre = core::named<GenreDePoint>(champs[0]);
        const auto source = sources.find(champs[3]);
        if (!genre || source == sources.end() || cadre.point(champs[1])) return false;
        cadre.points.push_back({.genre = *genre,
                                .code = std::string{champs[1]},
                                .libelle = std::string{champs[2]},
                                .source = source->second});
        return true;
    }
};

using Membres = std::vector<membres::Membre>;

// The account is the member of that entity.
bool parle_pour(const Membres& membres, const teleservice::Demandeur& qui,
                std::string_view organisme) {
    return std::ranges::any_of(membres, [&](const membres::Membre& membre) {
        return membre.compte == qui.acteur.compte && membre.finess_ej.text() == organisme;
    });
}

bool est_a_un_autre(const Membres& membres, const teleservice::Demandeur& qui,
                    std::string_view organisme) {
    const auto lui = std::ranges::find_if(membres, [&](const membres::Membre& membre) {
        return membre.finess_ej.text() == organisme;
    });
    return lui != membres.end() && lui->compte && *lui->compte != qui.acteur.compte;
}

bool est_une_part(const core::Refusal& refus) { return refus.code == "dossier.part_seulement"; }

core::Result<teleservice::Dossier> lire_le_dossier(storage::Reader& db,
                                                   const teleservice::Demandeur& qui,
                                                   const FicheVisee& visee) {
    auto dossier = teleservice::demander(db, qui, visee.dossier, Permission::dossier_lire);
    if (dossier || !est_une_part(dossier.error())) return dossier;
    const auto membres = membres::membres_de(db, visee.dossier);
    return parle_pour(membres, qui, visee.organisme) ? *teleservice::trouver(db, visee.dossier)
                                                     : dossier;
}

// Of a dossier whose member it is.
core::Result<teleservice::Dossier> lire_en_membre(storage::Reader& db,
                                                  const teleservice::Demandeur& qui,
                                                  std::string_view id) {
    auto dossier = teleservice::demander(db, qui, id, Permission::dossier_lire);
    if (dossier || !est_une_part(dossier.error())) return dossier;
    return *teleservice::trouver(db, id);
}

core::Result<teleservice::Dossier> dossier_a_ecrire(storage::Reader& db,
                                                    const teleservice::Demandeur& qui,
                                                    const FicheVisee& visee) {
    const auto membres = membres::membres_de(db, visee.dossier);
    if (!parle_pour(membres, qui, visee.organisme)) {
        auto dossier =
            teleservice::demander_pour(db, qui, visee.dossier, teleservice::Acte::ecrire);
        if (dossier && est_a_un_autre(membres, qui, visee.organisme))
            return core::refuse(Reason::forbidden, "maturite.au_membre");
        return dossier;
    }
    auto dossier = lire_en_membre(db, qui, visee.dossier);
    if (!dossier) return dossier;
    const auto permis = teleservice::permettre(db, qui, *dossier, teleservice::Acte::ecrire);
    return permis ? dossier : permis.error();
}

bool est_admise(const PointDuCadre& point, std::string_view valeur) {
    if (point.genre == GenreDePoint::mesure)
        return std::find(positions.begin(), positions.end(), valeur) != positions.end();
    return valeur.size() == 1 && valeur.front() >= '0' && valeur.front() <= '4';
}

}  // namespace

const PointDuCadre* CadreDeMaturite::point(std::string_view code) const {
    for (const auto& un : points)
        if (un.code == code) return &un;
    return nullptr;
}

core::Result<CadreDeMaturite> lire_cadre(std::string_view texte) {
    Lecture lecture;
    const int fautive = chaque_ligne(texte, [&](std::string_view ligne) {
        const auto champs = quatre_champs(ligne);
        return champs && lecture.prendre(*champs);
    });
    if (fautive > 0)
        return core::refuse(Reason::invalid, "maturite.cadre", std::to_string(fautive));
    return std::move(lecture.cadre);
}

core::Result<Reponses> lire_reponses(std::string_view json, const CadreDeMaturite& cadre) {
    const auto lues = ValeurLue::lire(json).champ("reponses");
    if (!lues.presente()) return core::refuse(Reason::invalid, "maturite.json");
    Reponses reponses;
    for (const auto& une : lues.elements()) {
        const auto code = une.cle();
        const auto* point = cadre.point(code);
        if (!point) return core::refuse(Reason::invalid, "maturite.code", code);
        const auto valeur = une.texte();
        if (valeur.empty()) continue;
        if (!est_admise(*point, valeur))
            return core::refuse(Reason::invalid, "maturite.reponse", code);
        reponses[code] = valeur;
    }
    return reponses;
}

std::string cadre_json(const CadreDeMaturite& cadre) {
    std::string texte;
    rendu::EcrivainJson json{texte};
    json.ouvrir_liste();
    for (const auto& point : cadre.points) {
        json.ouvrir_objet();
        json.membre("genre", core::name_of(point.genre));
        json.membre("code", point.code);
        json.membre("libelle", point.libelle);
        json.membre("source", point.source);
        json.fermer_objet();
    }
    json.fermer_liste();
    return texte;
}

std::string fiche_json(const FicheDeMaturite& fiche) {
    std::string texte;
    rendu::EcrivainJson json{texte};
    json.ouvrir_objet();
    json.membre("organisme", fiche.organisme);
    json.membre("version", fiche.version);
    json.cle("reponses");
    json.ouvrir_objet();
    for (const auto& [code, valeur] : fiche.reponses) json.membre(code, valeur);
    json.fermer_objet();
    json.fermer_objet();
    return texte;
}

bool est_a_un_autre(storage::Reader& db, const teleservice::Demandeur& qui,
                    const FicheVisee& visee) {
    return est_a_un_autre(membres::membres_de(db, visee.dossier), qui, visee.organisme);
}

core::Result<std::vector<FicheDeMaturite>> lire_fiches(storage::Reader& db,
                                                       const teleservice::Demandeur& qui,
                                                       std::string_view dossier) {
    const auto lu = teleservice::demander(db, qui, dossier, Permission::dossier_lire);
    if (!lu && !est_une_part(lu.error())) return lu.error();
    auto fiches = fiches_du_dossier(db, dossier);
    if (lu) return fiches;
    const auto membres = membres::membres_de(db, dossier);
    std::erase_if(fiches, [&](const FicheDeMaturite& fiche) {
        return !parle_pour(membres, qui, fiche.organisme);
    });
    return fiches;
}

core::Result<FicheDeMaturite> fiche_de(storage::Reader& db, const teleservice::Demandeur& qui,
                                       const FicheVisee& visee) {
    const auto dossier = lire_le_dossier(db, qui, visee);
    if (!dossier) return dossier.error();
    const auto organisme = core::Finess::parse(visee.organisme);
    if (!organisme) return organisme.error();
    auto fiche = trouver_fiche(db, {.dossier = dossier->id, .organisme = organisme->text()});
    return fiche ? *std::move(fiche) : FicheDeMaturite{.organisme = organisme->text()};
}

core::Result<FicheDeMaturite> ecrire_fiche(storage::Writer& db, const teleservice::Demandeur& qui,
                                           const EcritureDeFiche& ecriture) {
    const auto dossier = dossier_a_ecrire(db, qui, ecriture.visee);
    if (!dossier) return dossier.error();
    const auto organisme = core::Finess::parse(ecriture.visee.organisme);
    if (!organisme) return organisme.error();
    const FicheDeMaturite nouvelle{.organisme = organisme->text(),
                                   .version = ecriture.version + 1,
                                   .reponses = ecriture.reponses};
    const Auteur auteur{.compte = qui.acteur.compte, .instant = qui.maintenant};
    if (!remplacer_fiche(db, dossier->id, nouvelle, auteur))
        return core::refuse(Reason::conflict, "maturite.version_perimee");
    teleservice::noter(
        db, qui, {"maturite.ecrire", teleservice::objet_du_journal(*dossier), organisme->text()});
    return nouvelle;
}

}  // namespace grappe::documents
