// Names from invented syllables, birth, identity state, matricule of a country that does not exist.
#include "dui/generateur/identite.hpp"

#include <algorithm>

#include "dui/generateur/hasard.hpp"
#include "dui/generateur/usages.hpp"

namespace grappe::generateur {
namespace {

constexpr std::array<std::string_view, 16> debuts_de_nom{
    "BRU",   "CHANTE", "VAL",  "MORTE", "SOUR",  "GRI",    "HAUTE", "LAN",
    "PEYRE", "ROQUE",  "TRES", "VERDE", "AIGUE", "CLAIRE", "FOUGE", "MIRE"};
constexpr std::array<std::string_view, 16> fins_de_nom{
    "MELLE", "PIERRE", "DORNE", "LANDE",  "CIGNAC",  "VOISE", "BRUNE",  "GARDE",
    "MONT",  "SERRE",  "FONT",  "COURBE", "VILLIER", "RAIE",  "TAILLE", "PRADE"};
constexpr std::array<std::string_view, 24> prenoms{
    "ADELINDE",  "BASTIAN",  "CELANIE", "DORIANE",  "ELOUAN", "FLORIANE",  "GASPARD", "HERMANCE",
    "ILAN",      "JOSSELIN", "KLERVI",  "LEOPOLD",  "MAELYS", "NOEMIE",    "OCTAVE",  "PERRINE",
    "QUITTERIE", "ROMARIC",  "SIDONIE", "TANCREDE", "URSULE", "VALENTINE", "XAVIERE", "ZELIE"};
constexpr std::array<std::string_view, 12> lieux{"75056", "13055", "69123", "31555",
                                                 "33063", "59350", "67482", "35238",
                                                 "99352", "99350", "99139", "99127"};

struct Naissance {
    TexteDeJour texte{};
    bool femme = false;
};

// The number of somebody born abroad, in a country coded 600 to 999: no country has such a code.
// The order number and the code count the persons, so that no two share a matricule.
void ecrire_matricule(Ecrivain& ecrivain, const Naissance& naissance, std::uint64_t rang) {
    const auto chiffre = [&](std::size_t place) {
        return static_cast<std::uint64_t>(naissance.texte[place] - '0');
    };
    std::uint64_t corps = naissance.femme ? 2 : 1;
    corps = corps * 100 + chiffre(2) * 10 + chiffre(3);
    corps = corps * 100 + chiffre(5) * 10 + chiffre(6);
    corps = corps * 100 + 99;
    corps = corps * 1000 + 600 + rang / 999 % 400;
    corps = corps * 1000 + 1 + rang % 999;
    const auto cle = 97 - corps % 97;
    ecrivain.texte(R"(,"matricule_ins":")").nombre(corps);
    ecrivain.texte(cle < 10 ? "0" : "").nombre(cle).texte("\"");
}

// Provisional identities are the rest; a matricule only where the contract lets it be.
void ecrire_statut(Ecrivain& ecrivain, Hasard& hasard, const Naissance& naissance,
                   std::uint64_t rang) {
    constexpr Proportions p;
    const auto tirage = hasard.sous(1000);
    const bool qualifiee = tirage < p.qualifiees;
    const bool recuperee = !qualifiee && tirage < p.qualifiees + p.recuperees;
    const bool validee = tirage >= 1000 - p.validees;
    ecrivain.texte(R"(,"statut_identite":")");
    ecrivain.texte(qualifiee   ? "qualifiee"
                   : recuperee ? "recuperee"
                   : validee   ? "validee"
                               : "provisoire");
    ecrivain.texte("\"");
    if (qualifiee || (recuperee && hasard.pour_mille(900)))
        ecrire_matricule(ecrivain, naissance, rang);
}

}  // namespace

void ecrire_identite(Ecrivain& ecrivain, const Personne& lui, const Genre& genre, Graine graine) {
    Hasard hasard{graine.valeur, lui.rang, usage_identite};
    const auto jours_d_age = hasard.entre(genre.age_bas * 366, genre.age_haut * 366);
    const auto premiere_entree = lui.nombre == 0 ? 0 : lui.sejours[0].entree;
    const Naissance naissance{.texte = texte_de(premiere_entree - jours_d_age),
                              .femme = hasard.sous(100) < 54};
    const auto& debut = hasard.parmi(debuts_de_nom);
    ecrivain.texte(R"(,"nom_naissance":")").texte(debut).texte(hasard.parmi(fins_de_nom));
    ecrivain.texte(R"(","prenoms":[")").texte(hasard.parmi(prenoms));
    if (hasard.pour_mille(300)) ecrivain.texte(R"(",")").texte(hasard.parmi(prenoms));
    ecrivain.texte(R"("],"date_naissance":")").jour(naissance.texte);
    ecrivain.texte(R"(","sexe":")").texte(naissance.femme ? "F" : "M");
    ecrivain.texte(R"(","lieu_naissance":")").texte(hasard.parmi(lieux)).texte("\"");
    ecrire_statut(ecrivain, hasard, naissance, lui.rang);
}

}  // namespace grappe::generateur
