// Writing and reading of agendas.
#include "dui/api/agenda_json.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "dui/api/membres_json.hpp"

namespace grappe::dui {
namespace {

using agenda::Genre;

std::string participant(const agenda::Participation& un, bool lisible) {
    std::string json;
    membre(json, "genre", core::name_of(un.genre));
    membre(json, "id", un.id);
    membre_ou_rien(json, "presence", lisible ? core::name_of(un.presence) : "");
    membre_ou_rien(json, "objectif", lisible ? std::string_view{un.objectif} : "");
    return json + "}";
}

std::string participants(const rendez_vous::Occurrence& une, const Regardee& regard, bool lisible) {
    std::string dits;
    for (const auto& un : une.evenement.participations) {
        if (un.genre == Genre::personne && regard.fermees.contains(un.id)) continue;
        dits += (dits.empty() ? "" : ",") + participant(un, lisible);
    }
    return "[" + dits + "]";
}

// Nothing: it is no list of texts.
std::optional<std::vector<std::string>> textes_de(std::string_view json) {
    boost::system::error_code faute;
    const auto valeur = boost::json::parse(json, faute);
    if (faute || !valeur.is_array()) return std::nullopt;
    std::vector<std::string> textes;
    for (const auto& un : valeur.get_array()) {
        if (!un.is_string()) return std::nullopt;
        textes.emplace_back(un.get_string());
    }
    return textes;
}

class Lecture {
public:
    Lecture(const api::Corps& corps, Programme& programme) : corps_{corps}, lu_{programme} {}

    void faute(const char* champ, const char* code) { lu_.fautes.push_back({champ, code}); }

    void moment() {
        auto& serie = lu_.voulu.serie;
        if (const auto debut = recurrence::Moment::lire(corps_.texte("debut")))
            serie.debut = *debut;
        else
            faute("debut", "rendez_vous.debut");
        const auto minutes = corps_.entier("minutes").value_or(0);
        if (minutes < 1 || minutes > recurrence::minutes_max)
            faute("minutes", "rendez_vous.minutes");
        else
            serie.minutes = static_cast<int>(minutes);
    }
    void classe() {
        const auto& dite = corps_.texte("classe");
        if (dite.empty()) return;
        if (const auto lue = core::named<partage::Classe>(dite))
            lu_.voulu.classe = *lue;
        else
            faute("classe", "rendez_vous.classe_inconnue");
    }
    void regle() {
        const auto& dite = corps_.texte("regle");
        if (dite.empty()) return;
        auto lue = recurrence::lire_regle(dite);
        lu_.voulu.serie.regle = std::move(lue.regle);
        for (const auto& refus : lue.refus)
            lu_.fautes.push_back({"regle", refus.code, refus.detail});
    }
    std::vector<std::string> liste(const char* champ) {
        if (!corps_.texte(champ).empty()) faute(champ, "rendez_vous.liste");
        const auto ou = corps_.autres().find(champ);
        if (ou == corps_.autres().end()) return {};
        if (auto lus = textes_de(ou->second)) return *std::move(lus);
        faute(champ, "rendez_vous.liste");
        return {};
    }

private:
    const api::Corps& corps_;
    Programme& lu_;
};

}  // namespace

std::string en_json(const rendez_vous::Occurrence& une, const Regardee& regard) {
    const bool lisible = rendez_vous::lit(regard.qui, une);
    const auto& evenement = une.evenement;
    std::string json;
    membre(json, "rendez_vous", une.rendez_vous);
    membre(json, "le", une.prevue.texte());
    membre_entier(json, "version", une.version);
    membre(json, "finess_et", une.finess_et.text());
    membre(json, "classe", core::name_of(une.classe));
    membre_ou_rien(json, "titre", lisible ? std::string_view{evenement.titre} : "");
    membre_ou_rien(json, "lieu", lisible ? std::string_view{une.lieu} : "");
    membre(json, "debut", evenement.de.utc_text());
    membre(json, "fin", evenement.a.utc_text());
    membre(json, "statut", core::name_of(evenement.statut));
    membre_vrai(json, "serie", une.serie);
    membre_vrai(json, "deplacee", une.deplacee);
    membre_vrai(json, "hors_prestation", une.hors_prestation);
    membre_json(json, "participants", participants(une, regard, lisible));
    return json + "}";
}

std::vector<rendez_vous::Faute> conflits_dits(const rendez_vous::Issue& issue) {
    std::vector<rendez_vous::Faute> dits;
    for (const auto& un : issue.conflits)
        dits.push_back(
            {.chemin = std::string{core::name_of(un.genre)} + "/" + un.ressource,
             .code = issue.acceptables ? "agenda.en_conflit" : "agenda.en_conflit_ferme"});
    return dits;
}

Programme programme_de(const api::Corps& corps, const core::Finess& finess_et,
                       const std::vector<rendez_vous::Ressource>& ressources) {
    Programme lu{
        .voulu = {.id = corps.texte("id"),
                  .finess_et = finess_et,
                  .titre = corps.texte("titre"),
                  .lieu = corps.texte("lieu"),
                  .commentaire = corps.texte("commentaire"),
                  .hors_prestation = corps.booleen("hors_prestation").value_or(false),
                  .participations = {},
                  .serie = {.debut = *recurrence::Moment::lire("2024-01-01T09:00"), .minutes = 1}},
        .conflits = corps.booleen("accepter").value_or(false) ? rendez_vous::Conflits::accepter
                                                              : rendez_vous::Conflits::montrer,
        .fautes = {}};
    Lecture lecture{corps, lu};
    lecture.moment();
    lecture.classe();
    lecture.regle();
    lu.voulu.participations =
        rendez_vous::participations_de({lecture.liste("personnes"), lecture.liste("professionnels"),
                                        lecture.liste("ressources"), corps.texte("objectif")},
                                       ressources);
    if (!lu.fautes.empty())
        std::ranges::move(rendez_vous::fautes_de(lu.voulu), std::back_inserter(lu.fautes));
    return lu;
}

}  // namespace grappe::dui
