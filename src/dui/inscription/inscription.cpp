// What must be said of a person, and how it is said to the facts.
#include "dui/inscription/inscription.hpp"

#include <algorithm>
#include <array>

#include "core/json_text.hpp"
#include "core/texte.hpp"
#include "dui/fait/type_de_fait.hpp"

namespace grappe::inscription {
namespace {

constexpr int ans_au_plus = 130;             // nobody known lived longer
constexpr int jours_d_avance_au_plus = 366;  // an entry that is known before it takes place

std::string en_capitales(std::string_view tape) {
    auto texte = core::fold(core::trimmed(tape));
    std::ranges::transform(texte, texte.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return texte;
}

// Guide d'implémentation INS: A to Z, space, apostrophe, hyphen.
bool est_du_jeu_ins(std::string_view texte) {
    return texte.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ -',") == std::string_view::npos &&
           texte.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string_view::npos;
}

// The official geographic code: 75056, 2A004; 99 and a number for a country, 99999 unknown.
bool est_un_code_de_lieu(std::string_view lieu) {
    constexpr std::size_t longueur = 5;
    constexpr std::string_view chiffres = "0123456789";
    if (lieu.size() != longueur) return false;
    const bool corse = lieu.starts_with("2A") || lieu.starts_with("2B");
    return lieu.substr(corse ? 2 : 0).find_first_not_of(chiffres) == std::string_view::npos;
}

struct Nom {
    const char* chemin;
    std::string Traits::*texte;
    bool strict;  // required, and of the set of INS
};
constexpr std::array<Nom, 4> noms{{{"nom_naissance", &Traits::nom_naissance, true},
                                   {"prenoms", &Traits::prenoms, true},
                                   {"nom_utilise", &Traits::nom_utilise, false},
                                   {"prenom_utilise", &Traits::prenom_utilise, false}}};

const char* faute_du_nom(const Nom& nom, const std::string& texte) {
    if (texte.empty()) return nom.strict ? "inscription.vide" : nullptr;
    if (core::caracteres(texte) > nom_au_plus) return "inscription.long";
    return nom.strict && !est_du_jeu_ins(texte) ? "inscription.hors_jeu" : nullptr;
}

const char* faute_de_la_naissance(const std::string& texte, core::Date aujourd_hui) {
    const auto jour = core::Date::parse(texte);
    if (!jour) return "inscription.naissance";
    if (*jour > aujourd_hui) return "inscription.naissance_future";
    return aujourd_hui.year() - jour->year() > ans_au_plus ? "inscription.naissance_ancienne"
                                                           : nullptr;
}

std::optional<fait::Etat> modalite_de(const std::string& mot) {
    const auto etat = core::named<fait::Etat>(mot);
    return etat && fait::admet(fait::Type::sejour, *etat) ? std::optional{*etat} : std::nullopt;
}

// Pairs of a JSON object; an empty value is left out.
class Objet {
public:
    void texte(std::string_view cle, std::string_view valeur) {
        if (!valeur.empty()) brut(cle, core::json_text(valeur));
    }
    void brut(std::string_view cle, std::string_view valeur) {
        texte_ += texte_.empty() ? '{' : ',';
        core::append_json(texte_, cle);
        (texte_ += ':') += valeur;
    }
    std::string fini() && { return std::move(texte_) + '}'; }

private:
    std::string texte_;
};

}  // namespace

Traits nets(Traits traits) {
    const auto sans_blancs = [](std::string& texte) { texte = std::string{core::trimmed(texte)}; };
    for (auto* strict : {&traits.nom_naissance, &traits.prenoms, &traits.lieu})
        *strict = en_capitales(*strict);
    for (auto* tape :
         {&traits.nom_utilise, &traits.prenom_utilise, &traits.naissance, &traits.sexe})
        sans_blancs(*tape);
    return traits;
}

std::vector<std::string> prenoms_de(std::string_view tape) {
    const char separe = tape.find(',') == std::string_view::npos ? ' ' : ',';
    std::vector<std::string> prenoms;
    while (!tape.empty()) {
        const auto fin = tape.find(separe);
        const auto un = core::trimmed(tape.substr(0, fin));
        if (!un.empty()) prenoms.emplace_back(un);
        tape = fin == std::string_view::npos ? std::string_view{} : tape.substr(fin + 1);
    }
    return prenoms;
}

std::vector<Faute> fautes_de(const Traits& traits, core::Date aujourd_hui) {
    std::vector<Faute> fautes;
    for (const auto& nom : noms)
        if (const auto* code = faute_du_nom(nom, traits.*nom.texte))
            fautes.push_back({nom.chemin, code});
    if (const auto* code = faute_de_la_naissance(traits.naissance, aujourd_hui))
        fautes.push_back({"naissance", code});
    if (!core::named<fait::Sexe>(traits.sexe)) fautes.push_back({"sexe", "inscription.sexe"});
    if (!est_un_code_de_lieu(traits.lieu)) fautes.push_back({"lieu", "inscription.lieu"});
    return fautes;
}

std::vector<Faute> fautes_de(const Entree& entree, std::optional<core::Date> naissance,
                             core::Date aujourd_hui) {
    std::vector<Faute> fautes;
    const auto finess = core::Finess::parse(entree.finess_et);
    if (!finess || !finess->has_valid_key()) fautes.push_back({"finess", "inscription.finess"});
    const auto le = core::Date::parse(entree.le);
    if (!le)
        fautes.push_back({"entree", "inscription.entree"});
    else if (naissance && *le < *naissance)
        fautes.push_back({"entree", "inscription.entree_avant_naissance"});
    else if (*le > aujourd_hui.plus_days(jours_d_avance_au_plus))
        fautes.push_back({"entree", "inscription.entree_lointaine"});
    if (!modalite_de(entree.modalite)) fautes.push_back({"modalite", "inscription.modalite"});
    return fautes;
}

std::vector<Faute> fautes_de(const Piece& piece, std::optional<core::Date> naissance,
                             core::Date aujourd_hui) {
    std::vector<Faute> fautes;
    if (piece.dispositif.empty() && piece.vu_le.empty()) return fautes;
    const auto dispositif = core::named<identite::Dispositif>(piece.dispositif);
    const auto le = core::Date::parse(piece.vu_le);
    if (!dispositif) fautes.push_back({"dispositif", "inscription.dispositif"});
    if (!le) fautes.push_back({"vu_le", "inscription.vu_le"});
    if (!fautes.empty()) return fautes;
    const auto passe = identite::passer({},
                                        {.vers = identite::Statut::validee,
                                         .insi = {},
                                         .vu = identite::Vu{*dispositif, *le, "-"},
                                         .motif = {}},
                                        {naissance, aujourd_hui});
    // Whether she is a minor is not known where her birth is not.
    if (!passe && (naissance || passe.error().code != "identite.dispositif_de_mineur"))
        fautes.push_back({passe.error().code == "identite.vu_trop_tard" ? "vu_le" : "dispositif",
                          passe.error().code});
    return fautes;
}

std::optional<identite::Vu> vu_de(const Piece& piece, const std::string& par) {
    if (piece.dispositif.empty()) return std::nullopt;
    return identite::Vu{core::named<identite::Dispositif>(piece.dispositif).value(),
                        core::Date::parse(piece.vu_le).value(), par};
}

annuaire::Personne decrite(const Traits& traits) {
    return {.id = {},
            .nom_de_naissance = traits.nom_naissance,
            .nom_utilise = traits.nom_utilise,
            .prenoms = prenoms_de(traits.prenoms),
            .prenom_utilise = traits.prenom_utilise,
            .sexe = traits.sexe,
            .lieu_de_naissance = traits.lieu,
            .naissance = core::Date::parse(traits.naissance).value(),
            .deces = {},
            .finess_et = {},
            .sejours = {}};
}

std::string ligne_de(const Tenue& tenue, const Traits& traits, Nature nature) {
    std::string prenoms;
    for (const auto& un : prenoms_de(traits.prenoms)) {
        prenoms += prenoms.empty() ? '[' : ',';
        core::append_json(prenoms, un);
    }
    Objet ligne;
    ligne.texte("type", "personne");
    if (nature == Nature::corrigee) ligne.brut("corrige", "true");
    ligne.texte("id", tenue.id);
    ligne.texte("finess_et", tenue.finess_et);
    ligne.texte("nom_naissance", traits.nom_naissance);
    ligne.brut("prenoms", prenoms + "]");
    ligne.texte("nom_utilise", traits.nom_utilise);
    ligne.texte("prenom_utilise", traits.prenom_utilise);
    ligne.texte("date_naissance", traits.naissance);
    ligne.texte("sexe", traits.sexe);
    ligne.texte("lieu_naissance", traits.lieu);
    ligne.texte("statut_identite", tenue.statut);
    ligne.texte("matricule_ins", tenue.matricule);
    if (tenue.deces) ligne.texte("decede_le", tenue.deces->text());
    return std::move(ligne).fini();
}

std::string ligne_du_sejour(const std::string& personne, const Entree& entree) {
    Objet ligne;
    ligne.texte("type", "sejour");
    ligne.texte("id", personne + "-SEJOUR-1");
    ligne.texte("finess_et", entree.finess_et);
    ligne.texte("personne", personne);
    ligne.texte("entree", entree.le);
    ligne.texte("modalite", entree.modalite);
    return std::move(ligne).fini();
}

std::string id_de(std::string_view finess_et, std::string_view local) {
    return "3" + std::string{finess_et} + "/" + std::string{local};
}

}  // namespace grappe::inscription
