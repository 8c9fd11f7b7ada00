// The legacy files cs1100502 and cs1100507: positional fields, no header, a section a line.
#include "core/csv.hpp"
#include "core/identifiant.hpp"
#include "referentiels/lecteurs.hpp"

namespace grappe::referentiels {
namespace {

// data.md, 2.1: 32 fields; cs1100507 has the first 31.
constexpr std::size_t champs_502 = 32, champs_507 = 31;

// Places of the fields, from 0.
enum Champ : std::size_t {
    nofinesset = 1,
    nofinessej = 2,
    rs = 3,
    rslongue = 4,
    complrs = 5,
    compldistrib = 6,
    numvoie = 7,
    typvoie = 8,
    voie = 9,
    compvoie = 10,
    lieuditbp = 11,
    departement = 13,
    ligneacheminement = 15,
    categetab = 18,
    libcategetab = 19,
    categagretab = 20,
    siret = 22,
    dateouv = 28,
};

class Lecteur {
public:
    Lecteur(const Lignes& lignes, Guichet& guichet) : lignes_{lignes}, guichet_{guichet} {}

    void ligne();
    core::Result<EnTeteFiness> fin() const;

private:
    bool couper(std::size_t minimum, std::size_t maximum);
    void etablissement();
    void coordonnees();
    std::string_view champ(std::size_t place) const {
        return sans_espaces(decoupe_.fields()[place]);
    }
    std::string_view adresse();
    const Departement* lieu();

    const Lignes& lignes_;
    Guichet& guichet_;
    core::CsvSplitter decoupe_{';', {.row = 2 * Lignes::longueur_maximale}};
    std::string adresse_;
    FormatFiness format_ = FormatFiness::cs1100502;
    std::optional<core::Date> date_;
    std::string autre_section_;
    const Departement* dernier_ = nullptr;
    bool vu_ = false;
};

// `finess;etalab;<n>;<date>` opens the file; other sections are not ours and are only counted.
void Lecteur::ligne() {
    const auto texte = lignes_.texte();
    if (sans_espaces(texte).empty()) return;
    const auto section = texte.substr(0, texte.find(';'));
    if (section == "structureet") return etablissement();
    if (section == "geolocalisation") return coordonnees();
    if (section == "finess" && lignes_.numero() == 1) {
        date_ = jour(texte.substr(texte.rfind(';') + 1));
        return;
    }
    if (autre_section_.empty()) autre_section_ = core::shortened(section);
    guichet_.avertir(lignes_.numero(), "registre.section_inconnue", section);
}

// Cuts the current line, or refuses it.
bool Lecteur::couper(std::size_t minimum, std::size_t maximum) {
    const auto refuser = [&](std::string_view code, std::string detail) {
        guichet_.refuser({lignes_.numero(), code, std::move(detail), extrait(lignes_.texte())});
        return false;
    };
    if (const auto coupee = decoupe_.split(lignes_.texte()); !coupee)
        return refuser(coupee.error().code == "csv.guillemet" ? "registre.guillemet"
                                                              : "registre.champs_en_trop",
                       {});
    const auto nombre = decoupe_.fields().size();
    if (nombre < minimum) return refuser("registre.ligne_tronquee", std::to_string(nombre));
    if (nombre > maximum) return refuser("registre.champs_en_trop", std::to_string(nombre));
    return true;
}

// Street, or what stands for it: order of the source is number, type, name, repetition index.
std::string_view Lecteur::adresse() {
    adresse_.clear();
    joindre(adresse_, " ", {champ(numvoie), champ(compvoie), champ(typvoie), champ(voie)});
    if (adresse_.empty()) joindre(adresse_, " ", {champ(compldistrib)});
    if (adresse_.empty() && champ(lieuditbp).empty()) joindre(adresse_, " ", {champ(complrs)});
    if (!adresse_.empty() && !champ(lieuditbp).empty()) adresse_ += ", ";
    return adresse_ += champ(lieuditbp);
}

// Files go department by department: the last one found is nearly always the next one.
const Departement* Lecteur::lieu() {
    const auto code = champ(departement);
    if (dernier_ && dernier_->code_historique == code) return dernier_;
    const auto& territoires = guichet_.territoires();
    const auto* trouve = territoires.departement_historique(code);
    if (trouve) dernier_ = trouve;
    return trouve ? trouve : territoires.departement(code);
}

void Lecteur::etablissement() {
    if (!couper(champs_507, champs_502)) return;
    if (!vu_ && decoupe_.fields().size() == champs_507) format_ = FormatFiness::cs1100507;
    vu_ = true;
    const auto arrivee = acheminement(champ(ligneacheminement));
    guichet_.deposer({
        .ligne = lignes_.numero(),
        .texte = lignes_.texte(),
        .finess_et = champ(nofinesset),
        .finess_ej = champ(nofinessej),
        // The short name is cut at 38 characters by the source, even inside a word.
        .raison_sociale = champ(rslongue).empty() ? champ(rs) : champ(rslongue),
        .adresse = adresse(),
        .code_postal = arrivee.code_postal,
        .commune = arrivee.commune,
        .categorie = champ(categetab),
        .libelle_categorie = champ(libcategetab),
        .agregat = champ(categagretab),
        .siret = champ(siret),
        .departement = lieu(),
        .ouvert_le = champ(dateouv),
        .ferme_le = {},
    });
}

void Lecteur::coordonnees() {
    constexpr std::size_t minimum = 4, maximum = 8;
    if (!couper(minimum, maximum)) return;
    if (champ(2).empty() && champ(3).empty()) return;
    guichet_.situer(lignes_.numero(), champ(1), champ(2), champ(3));
}

core::Result<EnTeteFiness> Lecteur::fin() const {
    if (!vu_) {
        return format_inconnu(autre_section_.empty() ? "aucun établissement"
                                                     : "section « " + autre_section_ + " »");
    }
    return EnTeteFiness{format_, date_};
}

}  // namespace

bool est_historique(std::string_view premiere_ligne) {
    return premiere_ligne.starts_with("finess;etalab;") ||
           premiere_ligne.starts_with("structureet;");
}

core::Result<EnTeteFiness> lire_historique(Lignes& lignes, Guichet& guichet) {
    Lecteur lecteur{lignes, guichet};
    for (core::Result<bool> suite = true; *suite;) {
        lecteur.ligne();
        suite = lignes.suivante();
        if (!suite) return suite.error();
    }
    return lecteur.fin();
}

}  // namespace grappe::referentiels
