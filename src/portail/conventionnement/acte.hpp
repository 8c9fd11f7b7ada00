// Acte: one form of the page of an agreement: done, the page says so; refused, it comes back as it
// was typed.
#pragma once

#include "portail/conventionnement/convention_page.hpp"
#include "web/garde/ecran.hpp"

namespace grappe::conventionnement {

// Its name in the page, the act in the journal, what it says once done.
struct Acte {
    std::string_view nom, journal, fait;
};

// The page of the agreement that says what was done.
std::string adresse_de(const garde::Visite& visite, std::string_view fait);

// The agreement of the dossier; empty: there is none, and the use case says so.
std::string convention_de(const garde::Visite& visite);

http::Response conclure(const Conventions& conventions, garde::Visite& visite, const Acte& acte,
                        const std::pair<core::Refusal, Suite>& refuse);

template <class Faire>
http::Response agir(const Conventions& conventions, garde::Visite& visite, const Acte& acte,
                    Faire faire) {
    auto saisie = garde::lire_envoi(visite);
    const auto fait = faire(saisie);
    if (fait) return http::Response::see_other(adresse_de(visite, acte.fait));
    return conclure(conventions, visite, acte, {fait.error(), {.saisie = std::move(saisie)}});
}

}  // namespace grappe::conventionnement
