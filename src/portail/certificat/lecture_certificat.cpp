// Reading of a certificate: its values, or the first of them that lacks.
#include "core/integer.hpp"
#include "portail/certificat/certificat.hpp"
#include "portail/dossier/arbre_json.hpp"
#include "portail/membres/noeuds.hpp"

namespace grappe::certificat {
namespace {

using dossier::Arbre, dossier::Noeud;

// One object of the certificate. The first value that lacks is told; reading goes on with none.
class Lecteur {
public:
    Lecteur(const Arbre& arbre, const Noeud* noeud, std::string chemin, std::string& faute)
        : arbre_{arbre}, noeud_{noeud}, chemin_{std::move(chemin)}, faute_{faute} {}

    Lecteur objet(std::string_view cle) const {
        return {arbre_, membre(cle, Noeud::Genre::objet), ici(cle), faute_};
    }
    std::string texte(std::string_view cle) const {
        const auto* lu = membre(cle, Noeud::Genre::texte);
        return lu ? std::string{lu->texte} : std::string{};
    }
    int entier(std::string_view cle) const {
        const auto* lu = membre(cle, Noeud::Genre::entier);
        return lu ? ou_faute(core::integer<int>(lu->texte), cle).value_or(0) : 0;
    }
    std::optional<core::Date> date(std::string_view cle) const {
        const auto lue = core::Date::parse(texte(cle));
        return ou_faute(lue ? std::optional{*lue} : std::nullopt, cle);
    }
    std::optional<core::Date> date_ou_rien(std::string_view cle) const {
        const auto* lue = noeud_ ? membres::enfant(arbre_, *noeud_, cle) : nullptr;
        if (lue && lue->genre == Noeud::Genre::nul) return std::nullopt;
        return date(cle);
    }
    std::optional<core::Finess> finess(std::string_view cle) const {
        const auto lu = core::Finess::parse(texte(cle));
        return ou_faute(lu ? std::optional{*lu} : std::nullopt, cle);
    }
    template <class T>
    T nomme(std::string_view cle) const {
        return ou_faute(core::named<T>(texte(cle)), cle).value_or(T{});
    }
    template <class F>
    void chacun(std::string_view cle, F&& lire) const {
        const auto* liste = membre(cle, Noeud::Genre::liste);
        if (!liste) return;
        int rang = 0;
        for (const auto* noeud : membres::enfants(arbre_, *liste))
            lire(Lecteur{arbre_, noeud, ici(cle) + "[" + std::to_string(rang++) + "]", faute_});
    }
    std::string en_texte() const {
        if (noeud_->genre != Noeud::Genre::texte) noter(chemin_);
        return std::string{noeud_->texte};
    }

private:
    std::string ici(std::string_view cle) const {
        return chemin_.empty() ? std::string{cle} : chemin_ + "." + std::string{cle};
    }
    const Noeud* membre(std::string_view cle, Noeud::Genre genre) const {
        const auto* lu = noeud_ ? membres::enfant(arbre_, *noeud_, cle) : nullptr;
        if (lu && lu->genre == genre) return lu;
        noter(ici(cle));
        return nullptr;
    }
    template <class T>
    std::optional<T> ou_faute(std::optional<T> lu, std::string_view cle) const {
        if (!lu) noter(ici(cle));
        return lu;
    }
    void noter(std::string ou) const {
        if (faute_.empty()) faute_ = std::move(ou);
    }

    const Arbre& arbre_;
    const Noeud* noeud_;  // null: it lacks, which is told already
    std::string chemin_;
    std::string& faute_;
};

Origine lire_origine(const Lecteur& lu) {
    return {.dossier = lu.texte("id"),
            .version = lu.entier("version"),
            .contenu = lu.texte("contenu"),
            .numero = lu.texte("numero"),
            .recepisse = lu.texte("recepisse")};
}

void lire_etablissement(const Lecteur& lu, dossier::FichesRegistre& fiches) {
    const auto numero = lu.finess("finess_et");
    if (!numero) return;
    fiches.par_finess_et.emplace(
        numero->text(), referentiels::Etablissement{.finess_et = *numero,
                                                    .finess_ej = lu.texte("finess_ej"),
                                                    .raison_sociale = lu.texte("raison_sociale"),
                                                    .categorie = lu.texte("categorie"),
                                                    .agregat = lu.texte("agregat"),
                                                    .departement = lu.texte("departement"),
                                                    .region = lu.texte("region"),
                                                    .ferme_le = lu.date_ou_rien("ferme_le"),
                                                    .latitude_e6 = {},
                                                    .longitude_e6 = {}});
}

referentiels::Categorie lire_categorie(const Lecteur& lu) {
    const auto secteur = lu.texte("secteur");
    return {.code = lu.texte("code"),
            .libelle = lu.texte("libelle"),
            .eligibilite = lu.nomme<referentiels::Eligibilite>("eligibilite"),
            .secteur = secteur.empty() ? std::nullopt
                                       : std::optional{lu.nomme<referentiels::Secteur>("secteur")},
            .fermee_le = lu.date_ou_rien("fermee_le"),
            .recodee_en = lu.texte("recodee_en"),
            .agregat = lu.texte("agregat"),
            .remarque = lu.texte("remarque")};
}

dossier::FichesRegistre lire_fiches(const Lecteur& lu) {
    dossier::FichesRegistre fiches{
        .date_du_registre = lu.date_ou_rien("date"), .par_finess_et = {}, .entites_juridiques = {}};
    lu.chacun("etablissements", [&](const Lecteur& une) { lire_etablissement(une, fiches); });
    lu.chacun("entites_juridiques",
              [&](const Lecteur& numero) { fiches.entites_juridiques.insert(numero.en_texte()); });
    return fiches;
}

Certificat lire(const Lecteur& lu) {
    const auto regles = lu.objet("regles");
    const auto registre = lu.objet("registre");
    Certificat certificat{.origine = lire_origine(lu.objet("dossier")),
                          .regles = regles.texte("empreinte"),
                          .appel = regles.texte("appel"),
                          .socle = regles.texte("socle"),
                          .territoires = registre.texte("territoires"),
                          .fiches = lire_fiches(registre),
                          .categories = {},
                          .entree = lu.objet("entree").texte("texte"),
                          .sortie = lu.objet("sortie").texte("texte")};
    registre.chacun("categories", [&](const Lecteur& une) {
        certificat.categories.push_back(lire_categorie(une));
    });
    return certificat;
}

}  // namespace

core::Result<Certificat> lire(std::string_view texte) {
    if (texte.size() > octets_max)
        return core::refuse(core::Reason::invalid, "certificat.trop_long",
                            std::to_string(octets_max >> 20U));
    const auto lu = dossier::lire_arbre(texte, octets_max);
    if (!lu.arbre)
        return core::refuse(core::Reason::invalid, "certificat.illisible",
                            std::to_string(lu.faute.position.ligne) + ":" +
                                std::to_string(lu.faute.position.colonne));
    std::string faute;
    auto certificat = lire(Lecteur{*lu.arbre, &lu.arbre->noeuds.front(), "", faute});
    if (faute.empty()) return certificat;
    return core::refuse(core::Reason::invalid, "certificat.illisible", std::move(faute));
}

}  // namespace grappe::certificat
