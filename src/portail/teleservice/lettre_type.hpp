// Lettre type: the words of each mail that tells a change of state or announces a message, to the
// porteur and to its desk. A desk may write its own, an administrator those of every desk; else
// they are those of the program.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/named.hpp"
#include "courrier/boite.hpp"
#include "rules/phrases.hpp"
#include "storage/base.hpp"

namespace grappe::teleservice {

enum class GenreDeLettre {
    depot,
    prise,
    demande,
    complet,
    recevable,
    irrecevable,
    favorable,
    reserve,
    attente,
    defavorable,
    retrait,
    intervention,
    message,
    convention,
    conventionne,
    avenant,
    avenant_signe,
    avance,
    solde,
    guichet_reponse,
    guichet_message,
    guichet_retrait,
    guichet_intervention
};

constexpr auto names(GenreDeLettre) {
    using enum GenreDeLettre;
    return std::to_array<core::Named<GenreDeLettre>>(
        {{depot, "depot"},
         {prise, "prise"},
         {demande, "demande"},
         {complet, "complet"},
         {recevable, "recevable"},
         {irrecevable, "irrecevable"},
         {favorable, "favorable"},
         {reserve, "reserve"},
         {attente, "attente"},
         {defavorable, "defavorable"},
         {retrait, "retrait"},
         {intervention, "intervention"},
         {message, "message"},
         {convention, "convention"},
         {conventionne, "conventionne"},
         {avenant, "avenant"},
         {avenant_signe, "avenant_signe"},
         {avance, "avance"},
         {solde, "solde"},
         {guichet_reponse, "guichet_reponse"},
         {guichet_message, "guichet_message"},
         {guichet_retrait, "guichet_retrait"},
         {guichet_intervention, "guichet_intervention"}});
}

// A porteur reads the others.
bool est_lue_au_guichet(GenreDeLettre genre);

// Which words: of one desk (region code or "national"), or of all (empty).
struct ModeleVise {
    GenreDeLettre genre;
    std::string_view guichet{};
};

struct Modele {
    GenreDeLettre genre;
    int version;  // 0: nobody has changed it
    std::string objet, corps;
    bool change;            // they were written for what was looked for
    std::string guichet{};  // for which; empty: for every desk
};

// The fields that a model may name, each between braces: of that kind, of all kinds.
std::vector<std::string> champs_du_modele(GenreDeLettre genre);
const std::vector<std::string>& champs_des_modeles();
// What must stay: a letter that asks tells what and until when, a refusal its reason, a receipt
// its digest; all lead to the dossier. The link stands in the body.
std::vector<std::string> champs_obligatoires(GenreDeLettre genre);

// Of the desk, else of all, else of the program.
Modele modele(storage::Reader& db, const ModeleVise& vise, const rules::Phrases& phrases);

struct TexteDeLettre {
    std::string objet, corps;
};
using Champs = std::vector<std::pair<std::string, std::string>>;
// {champ} is replaced by its value; what a value holds is not read again. Pure.
TexteDeLettre remplir(const Modele& modele, const Champs& champs);

// Between the greeting and the signature that all mails have.
courrier::Message en_message(const TexteDeLettre& texte, std::string destinataire,
                             const rules::Phrases& phrases, std::string_view site);

// The rows. `ajouter` numbers them, whatever the desk.
std::optional<Modele> dernier_modele(storage::Reader& db, const ModeleVise& vise);
Modele modele_d_origine(GenreDeLettre genre, const rules::Phrases& phrases);
int ajouter(storage::Writer& db, const Modele& modele, const std::string& par,
            core::Instant ecrite_le);

}  // namespace grappe::teleservice
