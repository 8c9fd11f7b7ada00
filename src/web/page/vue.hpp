// Vue: the values a template is filled with: a text, a yes or no, a list, or named values.
#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace grappe::page {

class Vue {
public:
    using Liste = std::vector<Vue>;
    struct Objet {  // a name and its value stand at the same rank
        std::vector<std::string> noms;
        std::vector<Vue> valeurs;
    };

    Vue() : contenu_{Objet{}} {}
    Vue(std::string texte) : contenu_{std::move(texte)} {}
    Vue(std::string_view texte) : contenu_{std::string{texte}} {}
    Vue(const char* texte) : contenu_{std::string{texte}} {}
    template <std::same_as<bool> B>
    Vue(B oui_ou_non) : contenu_{oui_ou_non} {}
    template <std::integral N>
    requires(!std::same_as<N, bool>) Vue(N nombre) : contenu_{std::to_string(nombre)} {}
    Vue(Liste liste) : contenu_{std::move(liste)} {}
    struct Entree;
    Vue(std::initializer_list<Entree> entrees);

    // Names one more value of an object; the name must be new.
    Vue& ajouter(std::string_view nom, Vue valeur);
    const Vue* trouver(std::string_view nom) const;  // null: no such name, or not an object

    const std::variant<std::string, bool, Liste, Objet>& contenu() const { return contenu_; }

private:
    std::variant<std::string, bool, Liste, Objet> contenu_;
};

// A value is moved out of the braces that name it: a list of rows is not copied.
struct Vue::Entree {
    std::string_view nom;
    mutable Vue valeur;
};

}  // namespace grappe::page
