// Faults, and how an event and what is said of an occurrence are kept.
#include "dui/rendez_vous/rendez_vous.hpp"

#include <algorithm>
#include <set>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "dui/lecture/contenu.hpp"

namespace grappe::rendez_vous {
namespace {

using recurrence::Moment;

std::string moments(const std::vector<Moment>& tous) {
    std::string texte;
    for (const auto& un : tous) (texte += texte.empty() ? "" : ",") += un.texte();
    return texte;
}

std::vector<std::string_view> parts(std::string_view texte, char separateur) {
    std::vector<std::string_view> toutes;
    while (!texte.empty()) {
        const auto fin = texte.find(separateur);
        toutes.push_back(texte.substr(0, fin));
        texte = fin == texte.npos ? std::string_view{} : texte.substr(fin + 1);
    }
    return toutes;
}

int minutes_lues(std::string_view texte) { return core::integer<int>(texte).value(); }

std::string rang(std::size_t n) {
    auto texte = std::to_string(n);
    return std::string(3 - texte.size(), '0') + texte;
}

void ecrire_la_serie(lecture::Textes& textes, const recurrence::Serie& serie) {
    textes["debut"] = serie.debut.texte();
    textes["minutes"] = std::to_string(serie.minutes);
    if (serie.regle) textes["regle"] = recurrence::texte_de(*serie.regle, recurrence::Fin::utc);
    textes["exclues"] = moments(serie.exclues);
    std::string deplacees;
    for (const auto& une : serie.deplacees)
        (deplacees += deplacees.empty() ? "" : ",") +=
            une.de.texte() + "=" + une.a.texte() + "=" + std::to_string(une.minutes);
    textes["deplacees"] = deplacees;
}

recurrence::Serie serie_lue(lecture::Textes& textes) {
    recurrence::Serie serie{.debut = Moment::lire(textes["debut"]).value(),
                            .minutes = minutes_lues(textes["minutes"])};
    if (const auto& regle = textes["regle"]; !regle.empty())
        serie.regle = recurrence::lire_regle(regle).regle.value();
    for (const auto un : parts(textes["exclues"], ','))
        serie.exclues.push_back(Moment::lire(un).value());
    for (const auto une : parts(textes["deplacees"], ',')) {
        const auto trois = parts(une, '=');
        serie.deplacees.push_back({Moment::lire(trois.at(0)).value(),
                                   Moment::lire(trois.at(1)).value(), minutes_lues(trois.at(2))});
    }
    return serie;
}

}  // namespace

std::vector<std::string> RendezVous::personnes() const {
    std::vector<std::string> toutes;
    for (const auto& une : participations)
        if (une.genre == agenda::Genre::personne) toutes.push_back(une.id);
    return toutes;
}

std::vector<Faute> fautes_de(const RendezVous& un) {
    std::vector<Faute> fautes;
    if (un.titre.empty()) fautes.push_back({"titre", "rendez_vous.titre"});
    if (core::caracteres(un.titre) > titre_au_plus)
        fautes.push_back({"titre", "rendez_vous.titre_long"});
    for (const auto& [chemin, texte] :
         {std::pair{"lieu", &un.lieu}, {"commentaire", &un.commentaire}})
        if (core::caracteres(*texte) > texte_au_plus)
            fautes.push_back({chemin, "rendez_vous.long"});
    if (un.participations.empty()) fautes.push_back({"personnes", "rendez_vous.personne_prise"});
    if (un.participations.size() > participants_au_plus)
        fautes.push_back({"personnes", "rendez_vous.trop"});
    std::set<std::pair<agenda::Genre, std::string_view>> vus;
    for (const auto& une : un.participations)
        if (!vus.emplace(une.genre, une.id).second) {
            fautes.push_back({"personnes", "rendez_vous.deux_fois"});
            break;
        }
    const bool duree = un.serie.minutes >= 1 && un.serie.minutes <= recurrence::minutes_max;
    if (!duree) fautes.push_back({"fin", "recurrence.duree"});
    if (!recurrence::premiere(un.serie)) fautes.push_back({"frequence", "rendez_vous.aucune"});
    return fautes;
}

element::Element element_de(const RendezVous& un) {
    lecture::Textes textes{{"titre", un.titre},
                           {"lieu", un.lieu},
                           {"commentaire", un.commentaire},
                           {"hors_prestation", un.hors_prestation ? "oui" : ""},
                           {"motif", un.motif}};
    ecrire_la_serie(textes, un.serie);
    for (std::size_t n = 0; n < un.participations.size(); ++n) {
        const auto& une = un.participations[n];
        textes["p" + rang(n)] = std::string{core::name_of(une.genre)} + "=" + une.id;
        textes["p" + rang(n) + ".objectif"] = une.objectif;
    }
    return {.id = un.id,
            .genre = element::Genre::rendez_vous,
            .classe = un.classe,
            .finess_et = un.finess_et,
            .personne = {},
            .lie_a = un.suite_de,
            .debut = recurrence::instant_de(un.serie.debut),
            .fin = {},
            .etat = un.annule ? element::Etat::retire : element::Etat::actif,
            .contenu = lecture::en_contenu(textes)};
}

RendezVous lu(const element::Element& element) {
    auto textes = lecture::textes_du_contenu(element.contenu);
    RendezVous un{.id = element.id,
                  .finess_et = element.finess_et,
                  .classe = element.classe,
                  .titre = textes["titre"],
                  .lieu = textes["lieu"],
                  .commentaire = textes["commentaire"],
                  .hors_prestation = !textes["hors_prestation"].empty(),
                  .participations = {},
                  .serie = serie_lue(textes),
                  .suite_de = element.lie_a,
                  .motif = textes["motif"],
                  .annule = element.etat == element::Etat::retire};
    for (std::size_t n = 0; textes.contains("p" + rang(n)); ++n) {
        const auto& dit = textes["p" + rang(n)];
        const auto egal = dit.find('=');
        un.participations.push_back(
            {.genre = core::named<agenda::Genre>(dit.substr(0, egal)).value(),
             .id = dit.substr(egal + 1),
             .objectif = textes["p" + rang(n) + ".objectif"]});
    }
    return un;
}

void Etat::dire(agenda::Evenement& evenement) const {
    evenement.statut = statut;
    for (auto& une : evenement.participations)
        if (const auto dite = presences.find({une.genre, une.id}); dite != presences.end())
            une.presence = dite->second;
}

std::string contenu_de(const Etat& etat) {
    lecture::Textes textes{{"statut", std::string{core::name_of(etat.statut)}},
                           {"motif", etat.motif},
                           {"compte_rendu", etat.compte_rendu}};
    for (const auto& [qui, presence] : etat.presences)
        textes["=" + std::string{core::name_of(qui.first)} + "=" + qui.second] =
            core::name_of(presence);
    return lecture::en_contenu(textes);
}

Etat etat_lu(std::string_view contenu) {
    auto textes = lecture::textes_du_contenu(contenu);
    Etat etat{.statut = core::named<agenda::Statut>(textes["statut"]).value(),
              .motif = textes["motif"],
              .compte_rendu = textes["compte_rendu"]};
    for (const auto& [cle, dit] : textes) {
        if (!cle.starts_with('=')) continue;
        const auto egal = cle.find('=', 1);
        etat.presences.emplace(
            std::pair{core::named<agenda::Genre>(cle.substr(1, egal - 1)).value(),
                      cle.substr(egal + 1)},
            core::named<agenda::Presence>(dit).value());
    }
    return etat;
}

std::string id_de_l_occurrence(std::string_view id, const Moment& prevue) {
    return std::string{id} + "@" + prevue.texte();
}

}  // namespace grappe::rendez_vous
