// Writing and reading of agendas.
#include "dui/api/agenda_json.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "dui/api/membres_json.hpp"

namespace grappe::dui {
namespace {

using agenda::Genre;
using rendez_vous::Faute, rendez_vous::RendezVous;

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

// Of no establishment: its key is wrong. Nothing is written with it.
constexpr std::string_view nulle_part = "010000000";

class Lecture {
public:
    explicit Lecture(const api::Corps& corps) : corps_{corps} {}

    std::vector<Faute> fautes{};

    std::optional<core::Finess> finess() {
        const auto lu = core::Finess::parse(corps_.texte("finess_et"));
        if (lu) return *lu;
        fautes.push_back({"finess_et", "transmission.finess"});
        return std::nullopt;
    }
    partage::Classe classe() {
        const auto& dite = corps_.texte("classe");
        const auto lue = core::named<partage::Classe>(dite);
        if (!dite.empty() && !lue) fautes.push_back({"classe", "rendez_vous.classe_inconnue"});
        return lue.value_or(partage::Classe::quotidien);
    }
    // Once and for a minute where that is not said.
    recurrence::Serie serie() {
        const auto debut = recurrence::Moment::lire(corps_.texte("debut"));
        const auto minutes = corps_.entier("minutes").value_or(0);
        const bool tient = minutes >= 1 && minutes <= recurrence::minutes_max;
        if (!debut) fautes.push_back({"debut", "rendez_vous.debut"});
        if (!tient) fautes.push_back({"minutes", "rendez_vous.minutes"});
        recurrence::Serie serie{
            .debut = debut ? *debut : recurrence::Moment::lire("2024-01-01T09:00").value(),
            .minutes = tient ? static_cast<int>(minutes) : 1};
        if (const auto& dite = corps_.texte("regle"); !dite.empty()) {
            auto lue = recurrence::lire_regle(dite);
            serie.regle = std::move(lue.regle);
            for (const auto& refus : lue.refus)
                fautes.push_back({"regle", refus.code, refus.detail});
        }
        return serie;
    }
    std::vector<std::string> liste(const char* champ) {
        const auto ou = corps_.autres().find(champ);
        const bool dite = ou != corps_.autres().end();
        auto lus = dite ? textes_de(ou->second) : std::vector<std::string>{};
        if (!lus || !corps_.texte(champ).empty()) fautes.push_back({champ, "rendez_vous.liste"});
        return lus.value_or(std::vector<std::string>{});
    }

private:
    const api::Corps& corps_;
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

std::vector<Faute> conflits_dits(const rendez_vous::Issue& issue) {
    std::vector<Faute> dits;
    for (const auto& un : issue.conflits)
        dits.push_back(
            {.chemin = std::string{core::name_of(un.genre)} + "/" + un.ressource,
             .code = issue.acceptables ? "agenda.en_conflit" : "agenda.en_conflit_ferme"});
    return dits;
}

std::vector<Faute> en_membres(std::vector<Faute> fautes) {
    constexpr auto noms = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"jour", "debut"}, {"fin", "minutes"}, {"frequence", "regle"}});
    for (auto& une : fautes)
        for (const auto& [du_formulaire, du_corps] : noms)
            if (une.chemin == du_formulaire) une.chemin = du_corps;
    return fautes;
}

Programme programme_de(const api::Corps& corps, storage::Reader& db) {
    Lecture lecture{corps};
    const auto finess_et = lecture.finess();
    const auto classe = lecture.classe();
    const auto serie = lecture.serie();
    const rendez_vous::Attendus attendus{lecture.liste("personnes"),
                                         lecture.liste("professionnels"),
                                         lecture.liste("ressources"), corps.texte("objectif")};
    const auto conflits = corps.booleen("accepter").value_or(false)
                              ? rendez_vous::Conflits::accepter
                              : rendez_vous::Conflits::montrer;
    // What is said besides is judged with what is faulty, wherever it would happen.
    RendezVous voulu{.id = corps.texte("id"),
                     .finess_et = finess_et ? *finess_et : core::Finess::parse(nulle_part).value(),
                     .classe = classe,
                     .titre = corps.texte("titre"),
                     .lieu = corps.texte("lieu"),
                     .commentaire = corps.texte("commentaire"),
                     .hors_prestation = corps.booleen("hors_prestation").value_or(false),
                     .participations = rendez_vous::participations_de(
                         attendus, finess_et ? rendez_vous::ressources_de(db, finess_et->text())
                                             : std::vector<rendez_vous::Ressource>{}),
                     .serie = serie};
    if (lecture.fautes.empty()) return {std::move(voulu), conflits, {}};
    for (auto& une : en_membres(rendez_vous::fautes_de(voulu)))
        if (std::ranges::find(lecture.fautes, une.chemin, &Faute::chemin) == lecture.fautes.end())
            lecture.fautes.push_back(std::move(une));
    return {std::nullopt, conflits, std::move(lecture.fautes)};
}

}  // namespace grappe::dui
