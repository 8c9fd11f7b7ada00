// Files with a header line: the shipped register and the history file t_finess.
#include <array>

#include "core/csv.hpp"
#include "core/identifiant.hpp"
#include "referentiels/lecteurs.hpp"

namespace grappe::referentiels {
namespace {

// What a column holds, whatever it is called.
enum class Role {
    finess_et,
    finess_ej,
    nom,
    nom_long,
    adresse,
    adresse_2,
    numero,
    repetition,
    type_voie,
    voie,
    lieu_dit,
    code_postal,
    commune,
    categorie,
    libelle_categorie,
    agregat,
    siret,
    ouvert_le,
    ferme_le,
    maj_le,
    extrait_le,
    latitude,
    longitude,
    x,
    y,
    departement,
    code_commune,
    etat,
    type,
    aucun
};
constexpr auto nombre_de_roles = static_cast<std::size_t>(Role::aucun);

struct Colonne {
    std::string_view nom;
    Role role;
};

constexpr auto colonnes_csv = std::to_array<Colonne>({
    {"nofinesset", Role::finess_et},
    {"nofinessej", Role::finess_ej},
    {"rs", Role::nom},
    {"rslongue", Role::nom_long},
    {"adresse1", Role::adresse},
    {"adresse2", Role::adresse_2},
    {"codepostal", Role::code_postal},
    {"ville", Role::commune},
    {"categetab", Role::categorie},
    {"libcategetab", Role::libelle_categorie},
    {"categagretab", Role::agregat},
    {"siret", Role::siret},
    {"dateouv", Role::ouvert_le},
    {"dateferm", Role::ferme_le},
    {"latitude", Role::latitude},
    {"longitude", Role::longitude},
    {"departement", Role::departement},
    {"commune_insee", Role::code_commune},
});

constexpr auto colonnes_t_finess = std::to_array<Colonne>({
    {"finess", Role::finess_et},
    {"etat", Role::etat},
    {"type", Role::type},
    {"ej_finess", Role::finess_ej},
    {"rs", Role::nom},
    {"siret", Role::siret},
    {"date_ouverture", Role::ouvert_le},
    {"date_fermeture", Role::ferme_le},
    {"date_maj_finess", Role::maj_le},
    {"date_extract_finess", Role::extrait_le},
    {"adresse_num_voie", Role::numero},
    {"adresse_comp_voie", Role::repetition},
    {"adresse_type_voie", Role::type_voie},
    {"adresse_nom_voie", Role::voie},
    {"adresse_lieuditbp", Role::lieu_dit},
    {"adresse_code_postal", Role::code_postal},
    {"adresse_lib_routage", Role::commune},
    {"com_code", Role::code_commune},
    {"categ_code", Role::categorie},
    {"categ_lib", Role::libelle_categorie},
    {"categ_niv3_code", Role::agregat},
    {"geoloc_4326_lat", Role::latitude},
    {"geoloc_4326_long", Role::longitude},
    {"geoloc_x", Role::x},
    {"geoloc_y", Role::y},
});

template <class Table>
Role role_de(const Table& table, std::string_view nom) {
    for (const auto& colonne : table)
        if (colonne.nom == nom) return colonne.role;
    return Role::aucun;
}

// Spreadsheets turn "3" into "3.0".
std::string_view sans_point_zero(std::string_view nombre) {
    return nombre.ends_with(".0") ? nombre.substr(0, nombre.size() - 2) : nombre;
}

// Codes of the history file may have lost their leading zero.
std::string_view avec_zeros(std::string& tampon, std::string_view code, std::size_t taille) {
    code = sans_point_zero(code);
    if (code.empty() || code.size() >= taille || !core::all_digits(code)) return code;
    tampon.assign(taille - code.size(), '0');
    return tampon += code;
}

std::string_view departement_de_commune(std::string_view commune) {
    const bool outre_mer = commune.starts_with("97") || commune.starts_with("98");
    return commune.size() == 5 ? commune.substr(0, outre_mer ? 3 : 2) : std::string_view{};
}

class Lecteur {
public:
    Lecteur(const Lignes& lignes, Guichet& guichet)
        : lignes_{lignes}, guichet_{guichet}, decoupe_{core::csv_separator(lignes.texte())} {}

    core::Result<void> entete();
    void ligne();
    EnTeteFiness fin() const { return {format_, date_}; }

private:
    bool a(Role role) const { return places_[static_cast<std::size_t>(role)].has_value(); }
    std::string_view champ(Role role) const;
    void etablissement();
    std::string_view adresse();
    std::string_view fermeture();
    const Departement* lieu();

    const Lignes& lignes_;
    Guichet& guichet_;
    core::CsvSplitter decoupe_;
    std::array<std::optional<std::size_t>, nombre_de_roles> places_{};
    std::size_t largeur_ = 0;
    FormatFiness format_ = FormatFiness::csv_entete;
    std::optional<core::Date> date_;
    const Departement* dernier_ = nullptr;
    std::string adresse_, zeros_et_, zeros_ej_, zeros_postal_, zeros_commune_;
};

core::Result<void> Lecteur::entete() {
    if (!decoupe_.split(lignes_.texte())) return format_inconnu("en-tête illisible");
    const auto& noms = decoupe_.fields();
    largeur_ = noms.size();
    const auto placer = [&](const auto& table) {
        places_.fill(std::nullopt);
        for (std::size_t i = 0; i < noms.size(); ++i)
            if (const auto role = role_de(table, noms[i]); role != Role::aucun)
                places_[static_cast<std::size_t>(role)] = i;
        return a(Role::finess_et) && a(Role::categorie);
    };
    if (placer(colonnes_csv)) return {};
    if (placer(colonnes_t_finess) && a(Role::etat) && a(Role::type)) {
        format_ = FormatFiness::t_finess;
        return {};
    }
    return format_inconnu("sans colonnes du numéro d'établissement et de la catégorie");
}

std::string_view Lecteur::champ(Role role) const {
    const auto place = places_[static_cast<std::size_t>(role)];
    return place ? sans_espaces(decoupe_.fields()[*place]) : std::string_view{};
}

void Lecteur::ligne() {
    if (sans_espaces(lignes_.texte()).empty()) return;
    const auto refuser = [&](std::string_view code, std::string detail) {
        guichet_.refuser({lignes_.numero(), code, std::move(detail), extrait(lignes_.texte())});
    };
    const auto coupee = decoupe_.split(lignes_.texte());
    if (!coupee && coupee.error().code == "csv.guillemet") return refuser("registre.guillemet", {});
    const auto nombre = decoupe_.fields().size();
    if (!coupee || nombre > largeur_)
        return refuser("registre.champs_en_trop", std::to_string(nombre));
    if (nombre < largeur_) return refuser("registre.ligne_tronquee", std::to_string(nombre));
    if (!a(Role::type) || champ(Role::type) == "ET")
        etablissement();  // legal entities are not ours
}

std::string_view Lecteur::adresse() {
    adresse_.clear();
    joindre(adresse_, " ",
            {champ(Role::adresse), sans_point_zero(champ(Role::numero)), champ(Role::repetition),
             champ(Role::type_voie), champ(Role::voie)});
    for (const auto suite : {champ(Role::adresse_2), champ(Role::lieu_dit)}) {
        if (!adresse_.empty() && !suite.empty()) adresse_ += ", ";
        adresse_ += suite;
    }
    return adresse_;
}

// The history file says that an establishment is closed, not always since when: its last update,
// or the day of the extraction, is then the latest possible day.
std::string_view Lecteur::fermeture() {
    if (const auto le = champ(Role::ferme_le); !le.empty()) return le;
    if (!a(Role::etat) || champ(Role::etat) == "ACTUEL") return {};
    if (const auto le = champ(Role::maj_le); !le.empty()) return le;
    return champ(Role::extrait_le);
}

// Files go department by department: the last one found is nearly always the next one.
const Departement* Lecteur::lieu() {
    const auto code = champ(Role::departement);
    if (dernier_ && dernier_->code == code) return dernier_;
    const auto& territoires = guichet_.territoires();
    if (const auto* lu = territoires.departement(code)) return dernier_ = lu;
    const auto commune = avec_zeros(zeros_commune_, champ(Role::code_commune), 5);
    return territoires.departement(departement_de_commune(commune));
}

void Lecteur::etablissement() {
    const auto du_jour = champ(Role::extrait_le);
    if (!date_ && !du_jour.empty()) date_ = jour(du_jour);
    const bool degres = !champ(Role::latitude).empty();
    const bool ferme = a(Role::etat) && champ(Role::etat) != "ACTUEL";
    if (ferme && fermeture().empty())
        return guichet_.refuser({lignes_.numero(), "registre.ferme_sans_date",
                                 core::shortened(champ(Role::etat)), extrait(lignes_.texte())});
    guichet_.deposer({
        .ligne = lignes_.numero(),
        .texte = lignes_.texte(),
        .finess_et = avec_zeros(zeros_et_, champ(Role::finess_et), 9),
        .finess_ej = avec_zeros(zeros_ej_, champ(Role::finess_ej), 9),
        .raison_sociale = champ(Role::nom_long).empty() ? champ(Role::nom) : champ(Role::nom_long),
        .adresse = adresse(),
        .code_postal = avec_zeros(zeros_postal_, champ(Role::code_postal), 5),
        .commune = acheminement(champ(Role::commune)).commune,
        .categorie = sans_point_zero(champ(Role::categorie)),
        .libelle_categorie = champ(Role::libelle_categorie),
        .agregat = sans_point_zero(champ(Role::agregat)),
        .siret = sans_point_zero(champ(Role::siret)),
        .departement = lieu(),
        .ouvert_le = champ(Role::ouvert_le),
        .ferme_le = fermeture(),
        .x = champ(degres ? Role::longitude : Role::x),
        .y = champ(degres ? Role::latitude : Role::y),
    });
}

}  // namespace

core::Result<EnTeteFiness> lire_avec_entete(Lignes& lignes, Guichet& guichet) {
    Lecteur lecteur{lignes, guichet};
    if (const auto reconnu = lecteur.entete(); !reconnu) return reconnu.error();
    for (;;) {
        const auto suite = lignes.suivante();
        if (!suite) return suite.error();
        if (!*suite) return lecteur.fin();
        lecteur.ligne();
    }
}

}  // namespace grappe::referentiels
