// Texte lu: a JSON text beside its tree, read once for all who need it.
#pragma once

#include <memory>
#include <string>

#include "portail/dossier/arbre_json.hpp"

namespace grappe::dossier {

class TexteLu {
public:
    explicit TexteLu(std::string texte) : tenu_{std::make_unique<Tenu>(std::move(texte))} {}

    const std::string& texte() const { return tenu_->texte; }
    const LectureJson& lecture() const { return tenu_->lecture; }
    // Null: no JSON. Borrows this text, even moved elsewhere.
    const Arbre* arbre() const { return lecture().arbre ? &*lecture().arbre : nullptr; }

private:
    struct Tenu {  // does not move: the tree borrows the text
        explicit Tenu(std::string ecrit) : texte{std::move(ecrit)}, lecture{lire_arbre(texte)} {}

        const std::string texte;
        const LectureJson lecture;
    };

    std::unique_ptr<const Tenu> tenu_;
};

}  // namespace grappe::dossier
