// Reading of the members of a canonical object.
#include "rapport/champs.hpp"

namespace grappe::rapport {
namespace {

const Liste liste_vide{};
const Valeur valeur_vide{Objet{}};
constexpr std::chrono::year_month_day jour_neutre{std::chrono::year{2000}, std::chrono::month{1},
                                                  std::chrono::day{1}};

}  // namespace

core::Result<core::Instant> lire_instant(std::string_view texte) {
    auto lu = core::Instant::parse(texte);
    if (lu && lu->utc_text() != texte)
        return core::refuse(core::Reason::invalid, "instant.forme", std::string{texte});
    return lu;
}

Champs::Champs(const Valeur& valeur, std::string chemin, Reproches& reproches)
    : objet_{std::get_if<Objet>(&valeur.contenu)},
      chemin_{std::move(chemin)},
      reproches_{reproches} {
    if (objet_ != nullptr) return;
    if (chemin_.empty())
        reproches_.push_back({"rapport.objet"});
    else
        reproches_.push_back({"rapport.champ", {{"champ", chemin_}}});
}

std::string Champs::sous(std::string_view nom) const {
    return chemin_.empty() ? std::string{nom} : chemin_ + "." + std::string{nom};
}

std::string Champs::sous(std::string_view nom, std::size_t rang) const {
    return sous(nom) + "[" + std::to_string(rang) + "]";
}

const Valeur* Champs::trouver(std::string_view nom) const {
    if (objet_ == nullptr) return nullptr;
    for (const auto& membre : *objet_)
        if (membre.nom == nom) return &membre.valeur;
    return nullptr;
}

const Valeur* Champs::prendre(std::string_view nom) {
    pris_.emplace(nom);
    return trouver(nom);
}

void Champs::manque(std::string_view nom) {
    if (objet_ == nullptr || !dits_.emplace(nom).second) return;
    reproches_.push_back({"rapport.champ", {{"champ", sous(nom)}}});
}

const Valeur& Champs::valeur(std::string_view nom) {
    const auto* trouvee = prendre(nom);
    if (trouvee == nullptr) manque(nom);
    return trouvee == nullptr ? valeur_vide : *trouvee;
}

std::string Champs::texte(std::string_view nom) {
    const auto* trouve = prendre(nom);
    const auto* texte = trouve == nullptr ? nullptr : std::get_if<std::string>(&trouve->contenu);
    if (texte == nullptr) manque(nom);
    return texte == nullptr ? std::string{} : *texte;
}

std::int64_t Champs::nombre(std::string_view nom) {
    const auto* trouve = prendre(nom);
    const auto* nombre = trouve == nullptr ? nullptr : std::get_if<std::int64_t>(&trouve->contenu);
    if (nombre == nullptr) manque(nom);
    return nombre == nullptr ? 0 : *nombre;
}

bool Champs::oui(std::string_view nom) {
    const auto lu = nombre(nom);
    if (lu > 1) manque(nom);
    return lu == 1;
}

const Liste& Champs::liste(std::string_view nom) {
    const auto* trouvee = prendre(nom);
    const auto* liste = trouvee == nullptr ? nullptr : std::get_if<Liste>(&trouvee->contenu);
    if (liste == nullptr) manque(nom);
    return liste == nullptr ? liste_vide : *liste;
}

core::Date Champs::jour(std::string_view nom) {
    return lu(nom, core::Date::of(jour_neutre), core::Date::parse);
}

std::optional<core::Date> Champs::jour_ou_rien(std::string_view nom) {
    return a(nom) ? std::optional{jour(nom)} : std::nullopt;
}

core::Instant Champs::instant(std::string_view nom) {
    return lu(nom, core::Instant::of(std::chrono::sys_days{jour_neutre}), lire_instant);
}

Empreinte Champs::empreinte(std::string_view nom) { return lu(nom, Empreinte{}, lire_empreinte); }

void Champs::finir() {
    if (objet_ == nullptr) return;
    for (const auto& membre : *objet_)
        if (!pris_.contains(membre.nom))
            reproches_.push_back({"rapport.champ_inconnu", {{"champ", sous(membre.nom)}}});
}

}  // namespace grappe::rapport
