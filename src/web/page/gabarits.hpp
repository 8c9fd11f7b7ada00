// Gabarits: the Mustache templates of modeles/, parsed once, strict: a template that names a value
// which its view lacks is a Bug. Values are escaped; `{{{name}}}` is for markup made by us. Words
// come from locale/fr.txt: a template has none of its own.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "rules/phrases.hpp"
#include "web/page/vue.hpp"

namespace grappe::page {

class Gabarits {
public:
    // Every *.mustache of the folders; of one name, that of the first. `{{> name}}` includes
    // name.mustache when the template is read, and `{{@ code}}` the sentence of that code, so that
    // nothing is parsed at a request. A sentence is markup of ours (a link, an emphasis); its
    // `{name}` is the template's value. Codes "gabarit.absent", "gabarit.syntaxe",
    // "gabarit.phrase".
    static core::Result<Gabarits> charger(const std::vector<std::filesystem::path>& dossiers,
                                          const rules::Phrases& phrases);
    Gabarits(Gabarits&&) noexcept;
    Gabarits& operator=(Gabarits&&) noexcept;
    ~Gabarits();

    // Safe from several threads. An unknown template or a missing value is a Bug that names it.
    std::string rendre(std::string_view nom, const Vue& vue) const;
    std::vector<std::string> noms() const;

private:
    struct Ensemble;
    explicit Gabarits(std::unique_ptr<Ensemble> ensemble);

    std::unique_ptr<Ensemble> ensemble_;
};

// "<", ">", "&", quotes as references: for markup written by us around a text.
std::string echapper(std::string_view texte);

}  // namespace grappe::page
