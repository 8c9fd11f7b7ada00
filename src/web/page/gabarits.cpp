// The folder of templates: inclusion of parts, reading once.
#include "web/page/gabarits.hpp"

#include <fstream>
#include <map>
#include <optional>
#include <sstream>

#include "core/ensure.hpp"
#include "core/texte.hpp"
#include "web/page/gabarit.hpp"

namespace grappe::page {
namespace {

namespace fs = std::filesystem;

using Textes = std::map<std::string, std::string, std::less<>>;

constexpr int most_nested_parts = 8;

std::string lire(const fs::path& chemin) {
    std::ifstream fichier{chemin, std::ios::binary};
    std::ostringstream texte;
    texte << fichier.rdbuf();
    return texte.str();
}

void lire_le_dossier(const fs::path& dossier, Textes& textes) {
    std::error_code sans_dossier;
    for (const auto& entree : fs::directory_iterator{dossier, sans_dossier})
        if (entree.path().extension() == ".mustache")
            textes.emplace(entree.path().stem().string(), lire(entree.path()));
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
        const auto partie = core::trimmed(reste.substr(debut + 3, fin - debut - 3));
        const auto inclus = inclure(textes, std::string{partie}, profondeur + 1);
        if (!inclus) return inclus.error();
        complet.append(reste.substr(0, debut)).append(*inclus);
        reste.remove_prefix(fin + 2);
    }
    return complet.append(reste);
}

// The sentence as the template writes it: "{nom}" becomes "{{nom}}". Nothing when a word of it
// agrees with a number: the template does not count.
std::optional<std::string> en_gabarit(const rules::Gabarit& phrase) {
    using Genre = rules::Gabarit::Morceau::Genre;
    std::string complet;
    for (const auto& morceau : phrase.morceaux) {
        if (morceau.genre == Genre::accord) return std::nullopt;
        const bool fait = morceau.genre == Genre::fait;
        complet += fait ? "{{" + morceau.texte + "}}" : morceau.texte;
    }
    return complet;
}

// Replaces each `{{@ code}}` by the sentence of that code.
core::Result<std::string> dire(std::string_view gabarit, const rules::Phrases& phrases) {
    std::string complet;
    for (auto debut = gabarit.find("{{@"); debut != gabarit.npos; debut = gabarit.find("{{@")) {
        const auto fin = gabarit.find("}}", debut);
        if (fin == gabarit.npos) return core::refuse(core::Reason::invalid, "gabarit.syntaxe");
        const std::string code{core::trimmed(gabarit.substr(debut + 3, fin - debut - 3))};
        const auto phrase =
            phrases.contient(code) ? en_gabarit(phrases.trouver(code)) : std::nullopt;
        if (!phrase) return core::refuse(core::Reason::invalid, "gabarit.phrase", code);
        complet.append(gabarit.substr(0, debut)).append(*phrase);
        gabarit.remove_prefix(fin + 2);
    }
    return complet.append(gabarit);
}

}  // namespace

struct Gabarits::Ensemble {
    std::map<std::string, Gabarit, std::less<>> par_nom;
};

Gabarits::Gabarits(std::unique_ptr<Ensemble> ensemble) : ensemble_{std::move(ensemble)} {}
Gabarits::Gabarits(Gabarits&&) noexcept = default;
Gabarits& Gabarits::operator=(Gabarits&&) noexcept = default;
Gabarits::~Gabarits() = default;

core::Result<Gabarits> Gabarits::charger(const std::vector<fs::path>& dossiers,
                                         const rules::Phrases& phrases) {
    Textes textes;
    for (const auto& dossier : dossiers) {
        const auto avant = textes.size();
        lire_le_dossier(dossier, textes);
        if (textes.size() == avant)
            return core::refuse(core::Reason::unavailable, "gabarit.absent", dossier.string());
    }

    auto ensemble = std::make_unique<Ensemble>();
    for (const auto& [nom, texte] : textes) {
        const auto entier = inclure(textes, nom, 0);
        if (!entier) return entier.error();
        const auto complet = dire(*entier, phrases);
        if (!complet) return complet.error();
        auto gabarit = Gabarit::lire(*complet);
        if (!gabarit)
            return core::refuse(core::Reason::invalid, "gabarit.syntaxe",
                                nom + ": " + gabarit.error().detail);
        ensemble->par_nom.emplace(nom, std::move(gabarit).value());
    }
    return Gabarits{std::move(ensemble)};
}

std::string Gabarits::rendre(std::string_view nom, const Vue& vue) const {
    const auto trouve = ensemble_->par_nom.find(nom);
    core::ensure(trouve != ensemble_->par_nom.end(), "unknown template");
    return trouve->second.remplir(vue);
}

std::vector<std::string> Gabarits::noms() const {
    std::vector<std::string> noms;
    for (const auto& [nom, gabarit] : ensemble_->par_nom) noms.push_back(nom);
    return noms;
}

}  // namespace grappe::page
