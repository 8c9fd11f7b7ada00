// The fields that the form knows, and the cleaning of what people type in them.
#include "portail/pages/modele.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "core/date.hpp"
#include "core/finess.hpp"
#include "core/identifiant.hpp"
#include "core/siret.hpp"
#include "core/texte.hpp"

namespace grappe::pages {
namespace {

struct Champ {
    std::string_view chemin;
    Genre genre;
};

// Texts are left out: it is the genre of what is not listed.
constexpr std::array champs{
    Champ{"amoa.devis", Genre::montant},
    Champ{"convention_signee_le", Genre::date},
    Champ{"depenses.amoa", Genre::montant},
    Champ{"depenses.materiel", Genre::montant},
    Champ{"depose_le", Genre::instant},
    Champ{"essms[].autre_aide_europeenne", Genre::oui_non},
    Champ{"essms[].commande_sons", Genre::objet},
    Champ{"essms[].commande_sons.va_signee_le", Genre::date},
    Champ{"essms[].contrat_editeur_signe_le", Genre::date},
    Champ{"essms[].devis_materiel", Genre::montant},
    Champ{"essms[].eligible_sons", Genre::oui_non},
    Champ{"essms[].entite_nationale", Genre::oui_non},
    Champ{"essms[].financement_anterieur", Genre::objet},
    Champ{"essms[].financeurs", Genre::liste},
    Champ{"essms[].finess_ej", Genre::finess},
    Champ{"essms[].finess_et", Genre::finess},
    Champ{"essms[].heures.annee", Genre::entier},
    Champ{"essms[].heures.apa", Genre::montant},
    Champ{"essms[].heures.autres", Genre::montant},
    Champ{"essms[].heures.pch", Genre::montant},
    Champ{"essms[].heures.total", Genre::montant},
    Champ{"essms[].premiere_mom_le", Genre::date},
    Champ{"extension.contrat_regulier", Genre::oui_non},
    Champ{"extension.essms_deja_finances.acquisition", Genre::entier},
    Champ{"extension.essms_deja_finances.montee_de_version", Genre::entier},
    Champ{"extension.grappe_deja_financee", Genre::oui_non},
    Champ{"extension.sans_risque_excessif", Genre::oui_non},
    Champ{"organismes[].essms_geres", Genre::entier},
    Champ{"organismes[].finess_ej", Genre::finess},
    Champ{"porteur.commande_publique", Genre::oui_non},
    Champ{"porteur.entite_nationale", Genre::oui_non},
    Champ{"porteur.finess_ej", Genre::finess},
    Champ{"porteur.ght", Genre::oui_non},
    Champ{"porteur.recupere_tva", Genre::oui_non},
    Champ{"porteur.siret", Genre::siret},
    Champ{"solution.debut_parametrage_le", Genre::date},
    Champ{"solution.dsr", Genre::liste},
    Champ{"solution.editeur_inscrit_au_guichet_le", Genre::date},
    Champ{"solution.ght.etude_couverture", Genre::oui_non},
    Champ{"solution.ght.marche_public", Genre::oui_non},
    Champ{"solution.ght.sans_autre_aide", Genre::oui_non},
    Champ{"solution.referencee_le", Genre::date},
    Champ{"solution.referencement_en_cours", Genre::oui_non},
};
static_assert(std::ranges::is_sorted(champs, {}, &Champ::chemin));

constexpr std::array<std::string_view, 13> racines{
    "amoa",    "appel",     "commun", "convention_signee_le", "depenses", "depose_le",
    "essms",   "extension", "nature", "organismes",           "pieces",   "porteur",
    "solution"};

// "essms[12].regime" gives "essms[].regime"; "commun.regime" stands for every line's. Of a path
// longer than any field, its beginning.
class FormeGenerale {
public:
    explicit FormeGenerale(std::string_view chemin) {
        if (chemin.starts_with("commun.")) {
            ajouter("essms[].");
            chemin.remove_prefix(7);
        }
        for (const char c : chemin) {
            const bool rang = core::is_digit(c) && taille_ > 0 && forme_[taille_ - 1] == '[';
            if (!rang) ajouter({&c, 1});
        }
    }
    std::string_view texte() const { return {forme_.data(), taille_}; }

private:
    void ajouter(std::string_view suite) {
        const auto place = std::min(suite.size(), forme_.size() - taille_);
        std::copy_n(suite.begin(), place, forme_.begin() + static_cast<std::ptrdiff_t>(taille_));
        taille_ += place;
    }

    std::array<char, 64> forme_;
    std::size_t taille_ = 0;
};
static_assert(std::ranges::all_of(champs, [](const Champ& un) { return un.chemin.size() < 64; }));

std::string_view rogner(std::string_view texte) {
    while (!texte.empty() && static_cast<unsigned char>(texte.front()) <= ' ')
        texte.remove_prefix(1);
    while (!texte.empty() && static_cast<unsigned char>(texte.back()) <= ' ')
        texte.remove_suffix(1);
    return texte;
}

void remplacer(std::string& texte, std::string_view ceci, std::string_view cela) {
    for (auto ou = texte.find(ceci); ou != texte.npos; ou = texte.find(ceci, ou + cela.size()))
        texte.replace(ou, ceci.size(), cela);
}

// "1 034 000,50 €" gives "1034000.50"; also without decimals, for counts.
std::string sans_ornement(std::string_view texte) {
    std::string nombre{texte};
    for (const auto* ornement : {" ", "\u00a0", "\u202f", "€", "h", "'"})
        remplacer(nombre, ornement, "");
    if (std::count(nombre.begin(), nombre.end(), ',') == 1 && nombre.find('.') == nombre.npos)
        remplacer(nombre, ",", ".");
    return nombre.find_first_not_of("0123456789.") == nombre.npos ? nombre : std::string{texte};
}

// "24/05/2024" gives "2024-05-24"; a day that no calendar has stays as typed.
std::string jour_iso(std::string_view texte) {
    if (texte.size() != 10 || texte[2] != '/' || texte[5] != '/') return std::string{texte};
    const auto iso = std::string{texte.substr(6)} + "-" + std::string{texte.substr(3, 2)} + "-" +
                     std::string{texte.substr(0, 2)};
    return core::Date::parse(iso) ? iso : std::string{texte};
}

std::string oui_ou_non(std::string_view texte) {
    const auto mot = core::fold(texte);
    if (mot == "oui" || mot == "true") return "true";
    if (mot == "non" || mot == "false") return "false";
    return std::string{texte};
}

}  // namespace

Genre genre_de(std::string_view chemin) {
    const FormeGenerale generale{chemin};
    const auto forme = generale.texte();
    const auto trouve = std::ranges::lower_bound(champs, forme, {}, &Champ::chemin);
    return trouve == champs.end() || trouve->chemin != forme ? Genre::texte : trouve->genre;
}

bool est_un_fait(std::string_view chemin) {
    const auto fin = std::ranges::find_if(chemin, [](char c) { return c == '.' || c == '['; });
    const std::string_view racine{chemin.begin(), fin};
    return std::find(racines.begin(), racines.end(), racine) != racines.end();
}

std::string nettoyer(Genre genre, std::string_view brut) {
    const auto texte = rogner(brut);
    if (genre == Genre::finess) {
        const auto lu = core::Finess::parse_lenient(texte);
        return lu ? lu->text() : std::string{texte};
    }
    if (genre == Genre::siret) {
        const auto lu = core::Siret::parse_lenient(texte);
        return lu ? lu->text() : std::string{texte};
    }
    if (genre == Genre::montant || genre == Genre::entier) return sans_ornement(texte);
    if (genre == Genre::date) return jour_iso(texte);
    if (genre == Genre::oui_non) return oui_ou_non(texte);
    return std::string{texte};
}

}  // namespace grappe::pages
