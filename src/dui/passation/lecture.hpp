// What is read of evaluations: one with its versions, those of a person, scale by scale.
#pragma once

#include "dui/element/elements_repository.hpp"
#include "dui/evaluation/comparaison.hpp"
#include "dui/magasin/faits_repository.hpp"
#include "dui/passation/passation.hpp"

namespace grappe::passation {

// What an element of the genre keeps: an evaluation, and why it was withdrawn.
struct Contenu {
    evaluation::Evaluation dite;
    std::string motif{};
};
std::string en_contenu(const Contenu& contenu);
Contenu lu(std::string_view contenu, const evaluation::Outils& outils);

struct Version {
    element::Version version;
    Contenu contenu;
    magasin::Signature signature;  // when, and by which account

    const evaluation::Evaluation& dite() const { return contenu.dite; }
    bool retiree() const { return version.element.etat == element::Etat::retire; }
};

struct Lecteur {
    const acces::Professionnel& qui;
    const evaluation::Outils& outils;
};
// First version first. Code "evaluation.inconnue": none, or none that one reads.
core::Result<std::vector<Version>> lire(storage::Reader& db, const Lecteur& lecteur,
                                        const std::string& id);

struct Page {
    std::vector<Version> evaluations;  // last versions, the latest first
    std::size_t tues = 0;              // of classes that the profession does not read
    std::optional<element::Suite> suite{};
};
struct Demandee {
    std::string personne;
    std::size_t combien;
    element::Suite apres{};
};
Page page_de(storage::Reader& db, const Lecteur& lecteur, const Demandee& demandee);

// How many of a person's evaluations are looked through for the one before.
inline constexpr std::size_t regardees = 60;

// The last one by the same scale that was approved, of an earlier day, or of that day and recorded
// before it; null: none on that page.
const Version* precedente(const Page& page, const Version& de);

// What changed between both, in sentences.
std::vector<evaluation::Dit> tendance(const evaluation::Outils& outils, const Version& avant,
                                      const Version& apres);

evaluation::Resultat resultat_de(const evaluation::Outils& outils,
                                 const evaluation::Evaluation& dite);

}  // namespace grappe::passation
