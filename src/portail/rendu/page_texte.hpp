// PageTexte: the text of an analysis being written: its sections, and its sources by number.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portail/rendu/analyse_json.hpp"

namespace grappe::rendu {

class PageTexte {
public:
    explicit PageTexte(const Sujet& source) : source_{source} {}

    const Sujet& source() const { return source_; }
    std::string dit(std::string_view code, const rules::Faits& faits = {}) const {
        return source_.phrases.rendre(code, faits);
    }
    void ligne(std::string_view texte);
    void paragraphe(std::string_view tete, std::string_view texte);
    void filet(std::string_view signe);
    void titre(std::string_view texte);               // a blank line, the title, a thin rule
    std::string renvoi(const rules::Source& source);  // "[3]": the number of a source
    const std::vector<const rules::Source*>& sources() const { return sources_; }
    std::string texte() && { return std::move(sortie_); }

private:
    const Sujet& source_;
    std::string sortie_;
    std::vector<const rules::Source*> sources_;  // distinct, in order of first reference
};

// The parts, in their order on the page.
void ajouter_reponse(PageTexte& page);
void ajouter_constats(PageTexte& page);
void ajouter_montants(PageTexte& page);
void ajouter_lectures(PageTexte& page);
void ajouter_seuils(PageTexte& page);
void ajouter_sources(PageTexte& page);

}  // namespace grappe::rendu
