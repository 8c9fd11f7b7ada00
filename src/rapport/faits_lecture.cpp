// Reading of the facts of an opened leaf.
#include "rapport/champs.hpp"
#include "rapport/faits_json.hpp"

namespace grappe::rapport {
namespace {

void lire(Champs& champs, usage::AlimentationDmp& une) {
    une = {champs.instant("le"), champs.nomme<usage::IssueDuDmp>("issue")};
}

void lire(Champs& champs, usage::EnvoiMss& un) { un = {champs.instant("le"), champs.oui("echec")}; }

void lire(Champs& champs, usage::Modification& une) {
    une = {champs.instant("le"), champs.oui("automatique")};
}

void lire(Champs& champs, usage::Evenement& un) {
    un = {champs.instant("debut"), champs.instant("fin"),
          champs.nomme<usage::StatutDEvenement>("statut")};
}

void lire(Champs& champs, usage::Projet& un) {
    un = {champs.nomme<usage::StatutDeProjet>("statut"), champs.jour("du"),
          champs.jour_ou_rien("au")};
}

void lire(Champs& champs, usage::Sejour& un) {
    un = {champs.jour("entree"), champs.jour_ou_rien("sortie"), champs.oui("projet_possible")};
}

bool impossible(const usage::Evenement& un) { return un.fin < un.debut; }
bool impossible(const usage::Projet& un) { return un.au && *un.au < un.du; }
bool impossible(const usage::Sejour& un) { return un.sortie && *un.sortie < un.entree; }
bool impossible(const auto&) { return false; }

// Neutral facts: every one is read over.
const auto un_jour = core::Date::parse("2000-01-01").value();
const auto un_instant = core::Instant::parse("2000-01-01T00:00:00Z").value();

template <class Fait>
std::vector<Fait> liste(Champs& champs, std::string_view nom, Fait neutre, Reproches& reproches) {
    std::vector<Fait> faits;
    const auto& lus = champs.liste(nom);
    for (std::size_t rang = 0; rang < lus.size(); ++rang) {
        Champs un{lus[rang], champs.sous(nom, rang), reproches};
        const auto avant = reproches.size();
        lire(un, neutre);
        un.finir();
        if (reproches.size() == avant && impossible(neutre))
            reproches.push_back({"rapport.champ", {{"champ", champs.sous(nom, rang)}}});
        faits.push_back(neutre);
    }
    return faits;
}

usage::Passages passages(Champs& champs, std::string_view nom, Reproches& reproches) {
    Champs dedans{champs.valeur(nom), champs.sous(nom), reproches};
    usage::Passages tous{.le = {}, .deja = dedans.nombre("deja")};
    const auto& instants = dedans.liste("le");
    for (std::size_t rang = 0; rang < instants.size(); ++rang) {
        const auto* texte = std::get_if<std::string>(&instants[rang].contenu);
        const auto lu = lire_instant(texte == nullptr ? std::string_view{} : *texte);
        if (!lu) reproches.push_back({"rapport.champ", {{"champ", dedans.sous("le", rang)}}});
        tous.le.push_back(lu ? *lu : un_instant);
    }
    dedans.finir();
    return tous;
}

}  // namespace

usage::DossierMesure lire_faits(const Valeur& valeur, const std::string& chemin,
                                Reproches& reproches) {
    Champs champs{valeur, chemin, reproches};
    usage::DossierMesure dossier;
    dossier.sejours = liste<usage::Sejour>(champs, "sejours", {un_jour, {}}, reproches);
    dossier.modifications =
        liste<usage::Modification>(champs, "modifications", {un_instant}, reproches);
    dossier.projets = liste<usage::Projet>(champs, "projets", {{}, un_jour, {}}, reproches);
    dossier.evenements =
        liste<usage::Evenement>(champs, "evenements", {un_instant, un_instant, {}}, reproches);
    dossier.envois = liste<usage::EnvoiMss>(champs, "envois", {un_instant}, reproches);
    dossier.alimentations =
        liste<usage::AlimentationDmp>(champs, "alimentations", {un_instant, {}}, reproches);
    dossier.eprescription = passages(champs, "eprescription", reproches);
    dossier.eparcours = passages(champs, "eparcours", reproches);
    champs.finir();
    return dossier;
}

}  // namespace grappe::rapport
