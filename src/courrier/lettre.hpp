// Lettre: the mail of a code of locale/fr.txt: `courriel.<code>.objet` and `.corps`, between the
// greeting and the signature that all mails have.
#pragma once

#include <string>
#include <string_view>

#include "courrier/boite.hpp"
#include "rules/phrases.hpp"

namespace grappe::courrier {

// Paragraphs are separated by " ¶ " in the sentences. `faits` fill all of them; "site" is the
// portail's address, which the signature says.
Message composer(const rules::Phrases& phrases, std::string_view code, std::string destinataire,
                 const rules::Faits& faits);

// Words of elsewhere between the same greeting and signature.
struct Texte {
    std::string objet, corps;
};
Message encadrer(const rules::Phrases& phrases, Texte texte, std::string destinataire,
                 const rules::Faits& faits);

// " ¶ " becomes an empty line.
std::string en_paragraphes(std::string texte);

}  // namespace grappe::courrier
