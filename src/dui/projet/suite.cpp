// The fact and the term.
#include "dui/projet/suite.hpp"

#include "core/json_text.hpp"
#include "dui/enregistrement/enregistrement.hpp"

namespace grappe::projet {
namespace {

// Beyond every list of terms: a project that has ended is to be reviewed no more.
constexpr std::string_view jamais = "9999-12-31";

bool est_connu(storage::Reader& db, std::string_view fait) {
    bool connu = false;
    magasin::versions_de(db, {&fait, 1}, [&](const magasin::Version&) { connu = true; });
    return connu;
}

void ajouter(std::string& ligne, std::string_view nom, std::string_view valeur) {
    ligne += ",\"" + std::string{nom} + "\":";
    core::append_json(ligne, valeur);
}

}  // namespace

core::Result<void> dire_le_fait(storage::Writer& db, const element::Geste& geste,
                                const Projet& projet) {
    const auto& un = projet.lui.version.element;
    const auto id = "projet:" + un.id;
    std::string ligne = R"({"type":"projet")";
    ajouter(ligne, "id", id);
    ajouter(ligne, "finess_et", un.finess_et.text());
    ajouter(ligne, "personne", un.personne);
    ajouter(ligne, "statut", core::name_of(projet.statut()));
    ajouter(ligne, "du", projet.ouvert_le().text());
    if (const auto fin = projet.lui.jour("termine_le")) ajouter(ligne, "au", fin->text());
    if (est_connu(db, id)) ligne += ",\"corrige\":true";
    std::vector<lecture::Faute> fautes;
    const auto fait =
        enregistrement::enregistrer(db, {ligne + "}", geste.auteur, geste.maintenant}, fautes);
    if (!fait) return fait.error();
    return {};
}

core::Result<void> tenir_la_revision(storage::Writer& db, const element::Geste& geste,
                                     const Projet& projet, const Delais& delais) {
    const auto& lui = projet.lui.version.element;
    const auto revision = projet.revision(delais);
    const auto terme = revision ? revision->terme : core::Date::parse(jamais).value();
    const Textes dit{{"terme", terme.text()},
                     {"motif", revision ? std::string{core::name_of(revision->motif)} : ""}};
    const element::Element un{.id = "revision:" + lui.id,
                              .genre = Genre::echeance_projet,
                              .classe = lui.classe,
                              .finess_et = lui.finess_et,
                              .personne = lui.personne,
                              .lie_a = lui.id,
                              .debut = core::paris().start_of(terme),
                              .fin = {},
                              .contenu = lecture::en_contenu(dit)};
    const auto avant = element::derniere(db, un.id);
    if (avant && avant->element == un) return {};
    const auto ecrite = element::ecrire(db, geste, {un, avant ? avant->version : 0});
    if (!ecrite) return ecrite.error();
    return {};
}

}  // namespace grappe::projet
