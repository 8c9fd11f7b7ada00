// The only file that knows Mustache: inclusion of parts, strict look-up of names, rendering.
#include "web/page/gabarits.hpp"

#include <fstream>
#include <kainjow/mustache.hpp>
#include <map>
#include <sstream>

namespace grappe::page {
namespace {

namespace fs = std::filesystem;
namespace mustache = kainjow::mustache;

using Textes = std::map<std::string, std::string, std::less<>>;

constexpr int most_nested_parts = 8;

std::string lire(const fs::path& chemin) {
    std::ifstream fichier{chemin, std::ios::binary};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    return texte.str();
}

std::string_view rogner(std::string_view texte) {
    while (!texte.empty() && texte.front() == ' ') texte.remove_prefix(1);
    while (!texte.empty() && texte.back() == ' ') texte.remove_suffix(1);
    return texte;
}

// Replaces each `{{> name}}` by the text of that template.
core::Result<std::string> inclure(const Textes& textes, const std::string& nom, int profondeur) {
    const auto trouve = textes.find(nom);
    if (trouve == textes.end() || profondeur > most_nested_parts)
        return core::refuse(core::Reason::invalid, "gabarit.absent", nom);
    std::string complet;
    std::string_view reste = trouve->second;
    for (auto debut = reste.find("{{>"); debut != reste.npos; debut = reste.find("{{>")) {
        const auto fin = reste.find("}}", debut);
        if (fin == reste.npos) return core::refuse(core::Reason::invalid, "gabarit.syntaxe", nom);
        const auto partie = rogner(reste.substr(debut + 3, fin - debut - 3));
        const auto inclus = inclure(textes, std::string{partie}, profondeur + 1);
        if (!inclus) return inclus.error();
        complet.append(reste.substr(0, debut)).append(*inclus);
        reste.remove_prefix(fin + 2);
    }
    return complet.append(reste);
}

mustache::data convertir(const Vue& vue);

mustache::data convertir_liste(const Vue::Liste& liste) {
    mustache::data donnees{mustache::data::type::list};
    for (const auto& element : liste) donnees << convertir(element);
    return donnees;
}

mustache::data convertir_objet(const Vue::Objet& objet) {
    mustache::data donnees{mustache::data::type::object};
    for (std::size_t rang = 0; rang < objet.noms.size(); ++rang)
        donnees.set(objet.noms[rang], convertir(objet.valeurs[rang]));
    return donnees;
}

// An empty text is false, so that a section can ask whether a text is there.
mustache::data convertir(const Vue& vue) {
    const auto& contenu = vue.contenu();
    if (const auto* texte = std::get_if<std::string>(&contenu))
        return texte->empty() ? mustache::data{false} : mustache::data{*texte};
    if (const auto* oui = std::get_if<bool>(&contenu)) return mustache::data{*oui};
    if (const auto* liste = std::get_if<Vue::Liste>(&contenu)) return convertir_liste(*liste);
    return convertir_objet(std::get<Vue::Objet>(contenu));
}

// Mustache prints nothing for an unknown name; here it is a mistake of ours.
class ContexteStrict : public mustache::context<std::string> {
public:
    using context::context;

    const mustache::data* get(const std::string& nom) const override {
        const auto* trouve = context::get(nom);
        if (trouve == nullptr) throw core::Bug{"template names a value that is absent: " + nom};
        return trouve;
    }
};

}  // namespace

struct Gabarits::Ensemble {
    // Rendering does not change a template without lambdas, though the library does not say so.
    mutable std::map<std::string, mustache::mustache, std::less<>> par_nom;
};

Gabarits::Gabarits(std::unique_ptr<Ensemble> ensemble) : ensemble_{std::move(ensemble)} {}
Gabarits::Gabarits(Gabarits&&) noexcept = default;
Gabarits& Gabarits::operator=(Gabarits&&) noexcept = default;
Gabarits::~Gabarits() = default;

core::Result<Gabarits> Gabarits::charger(const fs::path& dossier) {
    Textes textes;
    std::error_code sans_dossier;
    for (const auto& entree : fs::directory_iterator{dossier, sans_dossier})
        if (entree.path().extension() == ".mustache")
            textes.emplace(entree.path().stem().string(), lire(entree.path()));
    if (textes.empty())
        return core::refuse(core::Reason::unavailable, "gabarit.absent", dossier.string());

    auto ensemble = std::make_unique<Ensemble>();
    for (const auto& [nom, texte] : textes) {
        const auto complet = inclure(textes, nom, 0);
        if (!complet) return complet.error();
        mustache::mustache gabarit{*complet};
        if (!gabarit.is_valid())
            return core::refuse(core::Reason::invalid, "gabarit.syntaxe",
                                nom + ": " + gabarit.error_message());
        gabarit.set_custom_escape([](const std::string& brut) { return echapper(brut); });
        ensemble->par_nom.emplace(nom, std::move(gabarit));
    }
    return Gabarits{std::move(ensemble)};
}

std::string Gabarits::rendre(std::string_view nom, const Vue& vue) const {
    const auto trouve = ensemble_->par_nom.find(nom);
    core::ensure(trouve != ensemble_->par_nom.end(), "unknown template");
    const auto donnees = convertir(vue);
    ContexteStrict contexte{&donnees};
    return trouve->second.render(contexte);
}

std::vector<std::string> Gabarits::noms() const {
    std::vector<std::string> noms;
    for (const auto& [nom, gabarit] : ensemble_->par_nom) noms.push_back(nom);
    return noms;
}

std::string echapper(std::string_view texte) {
    std::string sur;
    sur.reserve(texte.size() + texte.size() / 8);
    for (const char c : texte) switch (c) {
            case '&':
                sur += "&amp;";
                break;
            case '<':
                sur += "&lt;";
                break;
            case '>':
                sur += "&gt;";
                break;
            case '"':
                sur += "&quot;";
                break;
            case '\'':
                sur += "&#39;";
                break;
            default:
                sur += c;
        }
    return sur;
}

}  // namespace grappe::page
