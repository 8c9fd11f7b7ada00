// Self-assessment of each body of a dossier: seven dimensions, known questions, cyber measures.
#include "portail/documents/matiere.hpp"
#include "portail/documents/maturite.hpp"
#include "portail/espace/dossier_vue.hpp"
#include "portail/espace/ecran.hpp"
#include "portail/pages/cadre.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::espace {
namespace {

using access::Permission;
using documents::FicheDeMaturite, documents::GenreDePoint, documents::PointDuCadre;
using garde::Visite;
using page::Vue;
using pages::dire;
using reception::demandeur;

struct Saisie {
    FicheDeMaturite fiche;
    std::string faute{}, fait{};  // sentences
};

struct Contexte {
    const Espace& espace;
    Visite& visite;
    const DossierLu& lu;
};

// The bodies of the dossier, by FINESS EJ and name.
documents::Rangees organismes_de(const Contexte& ici) {
    if (!ici.lu.etude.verifie) return {};
    return documents::matiere_de({.verifie = *ici.lu.etude.verifie,
                                  .dossier = ici.lu.dossier,
                                  .phrases = ici.espace.services.phrases,
                                  .maintenant = ici.lu.instant})
        .organismes;
}

Vue option(std::string valeur, std::string libelle, std::string_view choisie) {
    const bool est_elle = valeur == choisie;
    return {{"valeur", std::move(valeur)}, {"libelle", std::move(libelle)}, {"choisi", est_elle}};
}

Vue::Liste options(const Espace& espace, const PointDuCadre& point, std::string_view choisie) {
    Vue::Liste vues{option("", dire(espace.services, "maturite.sans_reponse"), choisie)};
    if (point.genre == GenreDePoint::mesure) {
        for (const auto position : documents::positions)
            vues.push_back(option(
                std::string{position},
                dire(espace.services, "maturite.position." + std::string{position}), choisie));
        return vues;
    }
    for (int niveau = 0; niveau <= 4; ++niveau) {
        auto mots = dire(espace.services, "maturite.niveau", {{"niveau", std::int64_t{niveau}}});
        const auto connu = point.niveaux.find(niveau);
        if (connu != point.niveaux.end()) mots += " : " + connu->second;
        vues.push_back(option(std::to_string(niveau), std::move(mots), choisie));
    }
    return vues;
}

Vue::Liste parties(const Espace& espace, const FicheDeMaturite& fiche) {
    Vue::Liste vues;
    for (const auto& [genre, nom] : documents::names(GenreDePoint{})) {
        Vue::Liste points;
        std::string source;
        for (const auto& point : espace.maturite.points) {
            if (point.genre != genre) continue;
            const auto reponse = fiche.reponses.find(point.code);
            points.push_back(Vue{
                {"code", point.code},
                {"libelle", point.libelle},
                {"source", point.source == source ? std::string{} : point.source},
                {"options",
                 options(espace, point,
                         reponse == fiche.reponses.end() ? std::string_view{} : reponse->second)}});
            source = point.source;
        }
        if (points.empty()) continue;
        vues.push_back(Vue{{"titre", dire(espace.services, "maturite.partie." + std::string{nom})},
                           {"ancre", "partie-" + std::string{nom}},
                           {"points", std::move(points)}});
    }
    return vues;
}

http::Response montrer_la_fiche(const Contexte& ici, const Saisie& saisie) {
    Vue::Liste organismes;
    const auto& phrases = ici.espace.services.phrases;
    const auto inconnu = documents::manquant(phrases, "documents.manque.organisme");
    for (const auto& rangee : organismes_de(ici)) {
        const bool courant = rangee.at(0) == saisie.fiche.organisme;
        organismes.push_back(
            Vue{{"numero", rangee.at(0)},
                {"nom", rangee.at(1) == inconnu ? std::string{} : rangee.at(1) + ", "},
                {"courant", courant}});
    }
    const auto api = "/api/dossiers/" + ici.lu.dossier.id + "/maturite/" + saisie.fiche.organisme;
    const bool choisi = !saisie.fiche.organisme.empty();
    Vue contenu{{"sans_organisme", organismes.empty()},
                {"organismes", std::move(organismes)},
                {"choisi", choisi},
                {"organisme", saisie.fiche.organisme},
                {"version", saisie.fiche.version},
                {"parties", choisi ? parties(ici.espace, saisie.fiche) : Vue::Liste{}},
                {"ecrite", saisie.fiche.version > 0},
                {"pdf", api + ".pdf"},
                {"xlsx", api + ".xlsx"},
                {"faute", saisie.faute},
                {"fait", saisie.fait},
                {"action", adresse_de(ici.lu.dossier, "maturite")}};
    auto reponse = montrer(ici.espace, ici.lu,
                           {.visite = ici.visite,
                            .gabarit = "espace_maturite",
                            .onglet = "maturite",
                            .titre = dire(ici.espace.services, "espace.onglet.maturite")},
                           std::move(contenu));
    if (!saisie.faute.empty()) reponse.status = 422;
    return reponse;
}

core::Result<DossierLu> lire_le_dossier(const Espace& espace, Visite& visite) {
    return visite.base.read([&](storage::Reader& db) {
        return lire(espace, db, demandeur(visite), visite.requete.path("id"));
    });
}

http::Response voir(const Espace& espace, Visite& visite) {
    const auto lu = lire_le_dossier(espace, visite);
    if (!lu) return refuser(espace, visite, lu.error());
    const Contexte ici{espace, visite, *lu};
    const auto organismes = organismes_de(ici);
    auto numero = std::string{visite.requete.query("organisme").value_or("")};
    if (numero.empty() && !organismes.empty()) numero = organismes.front().at(0);
    if (numero.empty()) return montrer_la_fiche(ici, {});
    const auto fiche = visite.base.read([&](storage::Reader& db) {
        return documents::fiche_de(db, demandeur(visite),
                                   {.dossier = lu->dossier.id, .organisme = numero});
    });
    if (!fiche) return refuser(espace, visite, fiche.error());
    return montrer_la_fiche(ici, {.fiche = *fiche});
}

// As the API reads them: one reader, one set of faults.
core::Result<documents::Reponses> reponses_de(const Espace& espace,
                                              const page::Formulaire& saisie) {
    std::string texte;
    rendu::EcrivainJson json{texte};
    json.ouvrir_objet();
    json.cle("reponses");
    json.ouvrir_objet();
    for (const auto& point : espace.maturite.points)
        json.membre(point.code, saisie.valeur("r-" + point.code));
    json.fermer_objet();
    json.fermer_objet();
    return documents::lire_reponses(texte, espace.maturite);
}

http::Response repondre_a(const Espace& espace, Visite& visite) {
    const auto lu = lire_le_dossier(espace, visite);
    if (!lu) return refuser(espace, visite, lu.error());
    const Contexte ici{espace, visite, *lu};
    const auto saisie = lire_envoi(visite);
    FicheDeMaturite fiche{.organisme = std::string{saisie.valeur("organisme")},
                          .version = std::atoi(std::string{saisie.valeur("version")}.c_str())};
    const auto reponses = reponses_de(espace, saisie);
    if (reponses) fiche.reponses = *reponses;
    const auto ecrite = reponses ? visite.base.write([&](storage::Writer& db) {
        return documents::ecrire_fiche(
            db, demandeur(visite),
            {.visee = {.dossier = lu->dossier.id, .organisme = fiche.organisme},
             .version = fiche.version,
             .reponses = *reponses});
    })
                                 : core::Result<FicheDeMaturite>{reponses.error()};
    if (ecrite)
        return montrer_la_fiche(
            ici, {.fiche = *ecrite, .fait = dire(espace.services, "espace.maturite.garde")});
    return montrer_la_fiche(ici, {.fiche = fiche,
                                  .faute = dire(espace.services, ecrite.error().code,
                                                {{"detail", ecrite.error().detail}})});
}

}  // namespace

void ajouter_maturite_dossier(const Espace& espace) {
    ajouter_lecture(espace, {.chemin = "/dossiers/{id}/maturite",
                             .resume = "Auto-évaluation des organismes d'un dossier",
                             .permission = Permission::dossier_ecrire,
                             .action = [&](Visite& visite) { return voir(espace, visite); }});
    ajouter_envoi(espace,
                  {.chemin = "/dossiers/{id}/maturite",
                   .resume = "Répondre à l'auto-évaluation d'un organisme",
                   .permission = Permission::dossier_ecrire,
                   .action = [&](Visite& visite) { return repondre_a(espace, visite); }},
                  petit_formulaire);
}

}  // namespace grappe::espace
