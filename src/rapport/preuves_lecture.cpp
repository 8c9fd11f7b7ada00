// Reading of a file of proofs: its form, wholly.
#include "rapport/faits_json.hpp"
#include "rapport/json.hpp"
#include "rapport/noms.hpp"
#include "rapport/preuves.hpp"

namespace grappe::rapport {
namespace {

constexpr std::size_t octets_du_sel = 32;

Chemin lire_chemin(Champs& champs, Reproches& reproches) {
    Chemin chemin;
    const auto& niveaux = champs.liste("chemin");
    for (std::size_t rang = 0; rang < niveaux.size(); ++rang) {
        Champs voisin{niveaux[rang], champs.sous("chemin", rang), reproches};
        chemin.push_back(
            {voisin.empreinte("empreinte"), lire_compteurs(voisin, "compteurs", reproches)});
        voisin.finir();
    }
    return chemin;
}

std::optional<Ouverture> lire_ouverture(Champs& champs, Reproches& reproches) {
    const auto finess = core::Finess::parse(champs.texte("finess_et"));
    if (!finess) reproches.push_back({"rapport.champ", {{"champ", champs.sous("finess_et")}}});
    const auto numero = champs.nombre("numero");
    auto sel = champs.lu("sel", std::string{}, [](const std::string& texte) {
        return octets_de_hexa(texte, octets_du_sel);
    });
    const auto compteurs = lire_compteurs(champs, "compteurs", reproches);
    const auto& faits = champs.valeur("faits");
    auto lus = lire_faits(faits, champs.sous("faits"), reproches);
    auto chemin = lire_chemin(champs, reproches);
    champs.finir();
    if (!finess) return std::nullopt;
    return Ouverture{.numero = numero,
                     .finess_et = *finess,
                     .sel = std::move(sel),
                     .compteurs = compteurs,
                     .texte_des_faits = ecrire_canonique(faits),
                     .faits = std::move(lus),
                     .chemin = std::move(chemin)};
}

// Another file of the audit given in the place of the proofs: told by its format. Empty: proofs.
std::optional<Reproche> autre_fichier(const Valeur& valeur) {
    Reproches inutiles;
    const auto format = Champs{valeur, "", inutiles}.texte("format");
    if (format == format_des_preuves) return std::nullopt;
    if (format == format_du_tirage) return Reproche{"preuves.est_un_tirage"};
    return Reproche{"rapport.format", {{"format", std::string{format_des_preuves}}}};
}

// The same of what is read once the line feed that a shell put at its end is gone; empty: it is
// judged by its form.
std::optional<Reproche> autre_fichier_au_bout(std::string_view octets) {
    while (octets.ends_with('\n') || octets.ends_with('\r')) octets.remove_suffix(1);
    const auto valeur = lire_canonique(octets);
    return valeur ? autre_fichier(*valeur) : std::nullopt;
}

}  // namespace

LectureDePreuves lire_preuves(std::string_view octets) {
    LectureDePreuves lecture;
    if (octets.size() > octets_max) {
        lecture.reproches.push_back({"rapport.trop_long"});
        return lecture;
    }
    const auto valeur = lire_canonique(octets);
    if (auto autre = valeur ? autre_fichier(*valeur) : autre_fichier_au_bout(octets)) {
        lecture.reproches.push_back(*std::move(autre));
        return lecture;
    }
    if (!valeur) {
        const bool json = est_du_json(octets);
        lecture.etat = json ? Lecture::Etat::refuse : Lecture::Etat::illisible;
        lecture.reproches.push_back(
            {json ? "preuves.forme" : "preuves.illisible", {{"octet", valeur.error().detail}}});
        return lecture;
    }
    auto& reproches = lecture.reproches;
    Champs champs{*valeur, "", reproches};
    (void)champs.texte("format");
    lecture.preuves = {.rapport = champs.empreinte("rapport"),
                       .graine = champs.lu("graine", std::string{}, lire_graine_ecrite),
                       .nombre = champs.nombre("nombre"),
                       .ouvertures = {}};
    const auto& ouvertures = champs.liste("ouvertures");
    for (std::size_t rang = 0; rang < ouvertures.size(); ++rang) {
        Champs une{ouvertures[rang], champs.sous("ouvertures", rang), reproches};
        if (auto lue = lire_ouverture(une, reproches))
            lecture.preuves.ouvertures.push_back(*std::move(lue));
    }
    champs.finir();
    lecture.etat = reproches.empty() ? Lecture::Etat::lu : Lecture::Etat::refuse;
    return lecture;
}

}  // namespace grappe::rapport
