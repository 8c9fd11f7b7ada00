// Writing of transmissions.
#include "dui/api/transmissions_json.hpp"

#include "core/json_text.hpp"
#include "dui/api/membres_json.hpp"

namespace grappe::dui {
namespace {

using transmission::Transmission;

void parties(std::string& json, const Transmission& dit) {
    membre(json, "forme", core::name_of(dit.forme));
    membre(json, "urgence", core::name_of(dit.urgence));
    if (dit.forme == transmission::Forme::narrative) {
        membre(json, "texte", dit.texte);
    } else {
        membre(json, "cible", dit.cible);
        membre(json, "donnees", dit.donnees);
        membre(json, "actions", dit.actions);
        membre(json, "resultats", dit.resultats);
    }
    if (!dit.motif.empty()) membre(json, "motif", dit.motif);
}

// Open: its last brace is to be written.
std::string debut_de(const element::Version& version, const Transmission& dit) {
    const auto& un = version.element;
    std::string json;
    membre(json, "id", un.id);
    membre_entier(json, "version", version.version);
    membre_entier(json, "numero", version.numero);
    membre(json, "personne", un.personne);
    membre(json, "finess_et", un.finess_et.text());
    membre(json, "classe", core::name_of(un.classe));
    membre(json, "lie_a", un.lie_a);
    membre(json, "debut", un.debut.utc_text());
    membre(json, "etat", core::name_of(un.etat));
    parties(json, dit);
    return json;
}

template <class Tous, class Ecrire>
std::string liste(const Tous& tous, Ecrire ecrire) {
    std::string json = "[";
    for (const auto& un : tous) json.append(json.size() == 1 ? "" : ",").append(ecrire(un));
    return json + "]";
}

std::string une_ligne(const transmission::Ligne& ligne) {
    auto json = debut_de(ligne.version, ligne.dit);
    membre(json, "risque", core::name_of(ligne.risque));
    return json + (ligne.nouvelle ? ",\"nouvelle\":true}" : ",\"nouvelle\":false}");
}

std::string une_version(const transmission::Version& une) { return en_json(une); }

}  // namespace

std::string en_json(const transmission::Version& une) {
    auto json = debut_de(une.version, une.dit);
    membre(json, "auteur", une.signature.auteur);
    membre(json, "ecrite_le", une.signature.connu_le.text());
    return json + "}";
}

std::string en_json(const std::vector<transmission::Version>& versions) {
    return "{\"versions\":" + liste(versions, une_version) + "}";
}

std::string en_json(const transmission::Page& page, std::string_view suite) {
    auto json = "{\"transmissions\":" + liste(page.transmissions, une_version) +
                ",\"tues\":" + std::to_string(page.tues) + ",\"suite\":";
    return json + (suite.empty() ? "null" : core::json_text(suite)) + "}";
}

std::string en_json(const transmission::Releve& releve) {
    std::string json;
    membre_entier(json, "apres", releve.apres);
    membre_entier(json, "jusqu_a", releve.jusqu_a);
    membre_entier(json, "tues", static_cast<std::int64_t>(releve.tues));
    return json + ",\"lignes\":" + liste(releve.lignes, une_ligne) + "}";
}

Dite dite(const api::Corps& corps) {
    Dite dite{.dit = {.texte = corps.texte("texte"),
                      .cible = corps.texte("cible"),
                      .donnees = corps.texte("donnees"),
                      .actions = corps.texte("actions"),
                      .resultats = corps.texte("resultats")},
              .fautes = {}};
    const auto mot = [&](const char* nom, auto& place, const char* code) {
        const auto& ecrit = corps.texte(nom);
        if (ecrit.empty()) return;
        using Mot = std::remove_reference_t<decltype(place)>;
        if (const auto lu = core::named<Mot>(ecrit))
            place = *lu;
        else
            dite.fautes.push_back({nom, code});
    };
    mot("forme", dite.dit.forme, "transmission.forme");
    mot("urgence", dite.dit.urgence, "transmission.urgence");
    return dite;
}

}  // namespace grappe::dui
