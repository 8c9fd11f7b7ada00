// Writing and reading of agendas.
#include "dui/api/agenda_json.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "core/json_text.hpp"

namespace grappe::dui {
namespace {

using agenda::Genre;
using core::json_text;
using rendez_vous::RendezVous;

std::string ou_rien(bool dit, std::string_view texte) {
    return dit && !texte.empty() ? json_text(texte) : "null";
}

std::string vrai(bool valeur) { return valeur ? "true" : "false"; }

std::string participant(const agenda::Participation& un, bool lisible) {
    return R"({"genre":)" + json_text(core::name_of(un.genre)) + R"(,"id":)" + json_text(un.id) +
           R"(,"presence":)" + ou_rien(lisible, core::name_of(un.presence)) + R"(,"objectif":)" +
           ou_rien(lisible, un.objectif) + "}";
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
    std::string json = R"({"rendez_vous":)" + json_text(une.rendez_vous);
    json += R"(,"le":)" + json_text(une.prevue.texte());
    json += R"(,"version":)" + std::to_string(une.version);
    json += R"(,"finess_et":)" + json_text(une.finess_et.text());
    json += R"(,"classe":)" + json_text(core::name_of(une.classe));
    json += R"(,"titre":)" + ou_rien(lisible, une.evenement.titre);
    json += R"(,"lieu":)" + ou_rien(lisible, une.lieu);
    json += R"(,"debut":)" + json_text(une.evenement.de.utc_text());
    json += R"(,"fin":)" + json_text(une.evenement.a.utc_text());
    json += R"(,"statut":)" + json_text(core::name_of(une.evenement.statut));
    json += R"(,"serie":)" + vrai(une.serie) + R"(,"deplacee":)" + vrai(une.deplacee);
    json += R"(,"hors_prestation":)" + vrai(une.hors_prestation);
    return json + R"(,"participants":)" + participants(une, regard, lisible) + "}";
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
    auto& qui = lu.voulu.participations;
    const auto personnes = lecture.liste("personnes");
    for (const auto& une : personnes)
        qui.push_back({.genre = Genre::personne,
                       .id = une,
                       .objectif = personnes.size() == 1 ? corps.texte("objectif") : ""});
    for (const auto& un : lecture.liste("professionnels"))
        qui.push_back({.genre = Genre::professionnel, .id = un});
    for (const auto& une : lecture.liste("ressources")) {
        const auto la = std::ranges::find(ressources, une, &rendez_vous::Ressource::id);
        qui.push_back({.genre = la == ressources.end() ? Genre::salle : la->genre, .id = une});
    }
    if (!lu.fautes.empty())
        std::ranges::move(rendez_vous::fautes_de(lu.voulu), std::back_inserter(lu.fautes));
    return lu;
}

}  // namespace grappe::dui
