// Use case: read a dossier and judge it. The command, the pages and the API all call this.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portail/analyse/analyse.hpp"
#include "portail/dossier/lecture_dossier.hpp"
#include "portail/rendu/presentation.hpp"

namespace grappe::socle {

using Numeros = std::vector<std::string>;

// Stands for a SIRET that cannot be read, so that the rest can be judged: ELIG-04 then says
// nothing.
inline constexpr std::string_view siret_neutre = "00000000000000";

// What a check reads. All of it outlives the answer.
struct Moyens {
    // The call as it stands at the instant of the deposit; null: unknown id.
    std::function<const programme::Appel*(std::string_view id, core::Instant depose_le)> appel;
    std::string appels_connus;  // "COR-2021, IDF-2023"
    dossier::Referentiels referentiels;
    const rules::Phrases& phrases;  // the neighbours of a dossier are told in French
    // What the register knows of these numbers, in one go.
    std::function<dossier::FichesRegistre(const Numeros&)> fiches;
};

// A judged dossier with everything that its analysis borrows: it does not move.
class Verifie {
public:
    Verifie(dossier::Dossier saisi, dossier::FichesRegistre fiches, const programme::Appel& appel,
            const Moyens& moyens);
    Verifie(const Verifie&) = delete;
    Verifie& operator=(const Verifie&) = delete;

    const dossier::Dossier& saisi() const { return saisi_; }
    const dossier::FichesRegistre& fiches() const { return fiches_; }
    const dossier::DossierResolu& resolu() const { return resolu_; }
    const programme::Appel& appel() const { return appel_; }
    const analyse::Analyse& analyse() const { return analyse_; }
    rendu::Sujet sujet(const rules::Phrases& phrases) const {
        return {analyse_, resolu_, appel_, phrases};
    }

private:
    dossier::Dossier saisi_;
    dossier::FichesRegistre fiches_;
    const programme::Appel& appel_;
    dossier::DossierResolu resolu_;
    analyse::Analyse analyse_;
};

struct Verification {
    std::vector<dossier::Faute> fautes;  // reading faults; then there is no answer
    std::unique_ptr<const Verifie> verifie;
};

// `appel_impose` replaces the `appel` of the text.
Verification verifier(std::string_view texte, const std::optional<std::string>& appel_impose,
                      const Moyens& moyens);

// The same from its tree.
Verification verifier(const dossier::Arbre& arbre, const Moyens& moyens);

// The same from a dossier that a page has built.
Verification verifier(dossier::Dossier saisi, const Moyens& moyens);

}  // namespace grappe::socle
