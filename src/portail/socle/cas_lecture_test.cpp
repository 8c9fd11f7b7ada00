// Cuts case files into cases, and builds the dossier and the register that a case gives.
#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <map>
#include <sstream>
#include <stdexcept>

#include "portail/socle/cas.hpp"

namespace grappe::socle::cas {
namespace {

namespace json = boost::json;

[[noreturn]] void fautif(const Ligne& ligne, const std::string& raison) {
    throw std::runtime_error{"ligne " + std::to_string(ligne.numero) + " : " + raison + " : " +
                             ligne.texte};
}

std::vector<std::string> mots(const std::string& texte) {
    std::istringstream flux{texte};
    std::vector<std::string> sortie;
    for (std::string mot; flux >> mot;) sortie.push_back(mot);
    return sortie;
}

std::string reste_apres(const Ligne& ligne, std::string_view mot) {
    auto reste = ligne.texte.substr(mot.size());
    reste.erase(0, std::min(reste.find_first_not_of(' '), reste.size()));
    return reste;
}

std::string avec_cle(const std::string& huit) {
    for (char cle = '0'; cle <= '9'; ++cle)
        if (core::Finess::parse(huit + cle)->has_valid_key()) return huit + cle;
    throw std::logic_error{"no key for " + huit};
}

// A number that no real body has: the prefix of the department, then a high series.
std::string numero_fictif(std::string prefixe, char serie, int rang) {
    prefixe += serie;
    auto chiffres = std::to_string(rang);
    chiffres.insert(0, 8 - prefixe.size() - chiffres.size(), '0');
    return avec_cle(prefixe + chiffres);
}

struct Type {
    const char* nom;
    const char* categorie;
};
constexpr Type types[] = {{"PA", "500"},  {"PH", "183"},  {"DOM", "354"}, {"SAAD", "460"},
                          {"PDE", "177"}, {"PDS", "178"}, {"AHI", "214"}, {"PJM", "340"}};

std::string categorie_de(const Ligne& ligne, const std::string& type) {
    constexpr std::string_view prefixe = "categorie:";
    if (type.starts_with(prefixe)) return type.substr(prefixe.size());
    for (const auto& connu : types)
        if (type == connu.nom) return connu.categorie;
    fautif(ligne, "secteur inconnu");
}

json::value lire_json(const Ligne& ligne, const std::string& texte) {
    json::error_code ec;
    auto valeur = json::parse(texte, ec);
    if (ec) fautif(ligne, "valeur JSON illisible");
    return valeur;
}

class Atelier {
public:
    explicit Atelier(const referentiels::Territoires& territoires) : territoires_{territoires} {}

    void essms(const Ligne& ligne);
    void alterner();
    void fait(const Ligne& ligne, const std::string& chemin, const json::value* valeur);
    void registre(const Ligne& ligne);
    Donnees donnees(const std::string& appel, const std::string& depose_le) &&;
    json::object& dossier() { return dossier_; }

private:
    void ajouter(const std::string& regime, const std::string& categorie,
                 const referentiels::Departement& departement, const std::string& organisme);
    std::string organisme(const std::string& nom, const referentiels::Departement& departement);
    json::array& liste() { return dossier_["essms"].as_array(); }

    const referentiels::Territoires& territoires_;
    json::object dossier_ = json::parse(R"({
        "nature": "nouveau",
        "porteur": {"raison_sociale": "Organisme fictif", "siret": "99999900600011",
                    "statut": "prive_non_lucratif", "recupere_tva": false,
                    "commande_publique": false, "ght": false, "entite_nationale": false},
        "organismes": [], "essms": [],
        "solution": {"nom": "Solution fictive", "version": "1", "dsr": ["MS1", "MS2"],
                     "referencee_le": "2021-01-01", "referencement_en_cours": false,
                     "editeur_inscrit_au_guichet_le": null, "debut_parametrage_le": "2025-01-01",
                     "mise_en_concurrence": "oui", "centrale_achat": "oui", "ght": null},
        "extension": null, "pieces": []})")
                                .as_object();
    dossier::FichesRegistre fiches_{*core::Date::parse("2021-01-08"), {}, {}};
    std::map<std::string, std::string> organismes_;
};

std::string Atelier::organisme(const std::string& nom,
                               const referentiels::Departement& departement) {
    const auto rang = static_cast<int>(organismes_.size()) + 1;
    const auto [place, neuf] =
        organismes_.try_emplace(nom, numero_fictif(departement.prefixe_finess, '8', rang));
    if (neuf)
        dossier_["organismes"].as_array().push_back(
            {{"finess_ej", place->second}, {"raison_sociale", nom}, {"essms_geres", 200}});
    return place->second;
}

void Atelier::ajouter(const std::string& regime, const std::string& categorie,
                      const referentiels::Departement& departement, const std::string& ej) {
    const auto rang = static_cast<int>(liste().size()) + 1;
    const auto numero = numero_fictif(departement.prefixe_finess, '9', rang);
    json::object essms = json::parse(R"({
        "financeurs": ["assurance_maladie"], "eligible_sons": true,
        "contrat_editeur_signe_le": null, "autre_aide_europeenne": false,
        "financement_anterieur": null, "commande_sons": null, "premiere_mom_le": null,
        "entite_nationale": false})")
                             .as_object();
    essms["finess_et"] = numero;
    essms["regime"] = regime;
    if (categorie == "460" || categorie == "209")
        essms["heures"] = {{"total", "1000"}, {"apa", "1000"}, {"pch", "0"}, {"autres", "0"}};
    liste().push_back(essms);
    fiches_.par_finess_et.insert_or_assign(
        numero, referentiels::Etablissement{.finess_et = *core::Finess::parse(numero),
                                            .finess_ej = ej,
                                            .raison_sociale = "Établissement fictif",
                                            .adresse = {},
                                            .code_postal = {},
                                            .commune = {},
                                            .categorie = categorie,
                                            .libelle_categorie = {},
                                            .agregat = {},
                                            .siret = {},
                                            .departement = departement.code,
                                            .region = departement.region,
                                            .ouvert_le = {},
                                            .ferme_le = {},
                                            .latitude_e6 = {},
                                            .longitude_e6 = {}});
}

void Atelier::essms(const Ligne& ligne) {
    const auto champs = mots(ligne.texte);
    if (champs.size() < 5 || champs.size() > 6)
        fautif(ligne, "attendu « essms nombre régime secteur département [organisme] »");
    const auto* departement = territoires_.departement(champs[4]);
    if (!departement) fautif(ligne, "département inconnu");
    const auto categorie = categorie_de(ligne, champs[3]);
    const auto ej = organisme(champs.size() == 6 ? champs[5] : "Organisme fictif", *departement);
    for (int reste = std::stoi(champs[1]); reste > 0; --reste)
        ajouter(champs[2], categorie, *departement, ej);
}

// Acquisitions and upgrades one by one, as far as both last.
void Atelier::alterner() {
    json::array acquisitions, versions, sortie;
    for (const auto& essms : liste())
        (essms.at("regime") == "acquisition" ? acquisitions : versions).push_back(essms);
    for (std::size_t rang = 0; rang < std::max(acquisitions.size(), versions.size()); ++rang) {
        if (rang < acquisitions.size()) sortie.push_back(acquisitions[rang]);
        if (rang < versions.size()) sortie.push_back(versions[rang]);
    }
    liste() = sortie;
}

struct Rangs {
    std::size_t premier, dernier;
};

// "[3]", "[0..9]", "[*]": the ranks that a step of a path names.
Rangs rangs_de(const Ligne& ligne, const std::string& ecrit, std::size_t taille) {
    if (ecrit == "*") return {0, taille};
    const auto points = ecrit.find("..");
    const auto premier = std::stoul(ecrit);
    const auto dernier =
        points == std::string::npos ? premier : std::stoul(ecrit.substr(points + 2));
    if (dernier > taille) fautif(ligne, "rang au-delà de la liste");
    return {premier, dernier + 1};
}

void poser(const Ligne& ligne, json::value& cible, const std::string& chemin,
           const json::value* valeur);

void poser_dans_liste(const Ligne& ligne, json::value& cible, const std::string& chemin,
                      const json::value* valeur) {
    const auto fin = chemin.find(']');
    if (fin == std::string::npos) fautif(ligne, "crochet non fermé");
    auto& elements = cible.as_array();
    const auto rangs = rangs_de(ligne, chemin.substr(1, fin - 1), elements.size());
    auto suite = chemin.substr(fin + 1);
    if (suite.starts_with('.')) suite.erase(0, 1);
    for (auto rang = rangs.premier; rang < rangs.dernier; ++rang) {
        if (rang == elements.size()) elements.emplace_back(json::object{});
        if (suite.empty() && !valeur) {
            elements.erase(elements.begin() + static_cast<std::ptrdiff_t>(rangs.premier));
            continue;
        }
        poser(ligne, elements[rang], suite, valeur);
    }
}

void poser(const Ligne& ligne, json::value& cible, const std::string& chemin,
           const json::value* valeur) {
    if (chemin.empty()) {
        cible = *valeur;
        return;
    }
    if (chemin.front() == '[') return poser_dans_liste(ligne, cible, chemin, valeur);
    const auto fin = std::min(chemin.find_first_of(".["), chemin.size());
    const auto cle = chemin.substr(0, fin);
    auto suite = chemin.substr(fin);
    if (suite.starts_with('.')) suite.erase(0, 1);
    if (!cible.is_object()) cible = json::object{};
    if (suite.empty() && !valeur)
        cible.as_object().erase(cle);
    else
        poser(ligne, cible.as_object()[cle], suite, valeur);
}

void Atelier::fait(const Ligne& ligne, const std::string& chemin, const json::value* valeur) {
    json::value racine = std::move(dossier_);
    poser(ligne, racine, chemin, valeur);
    dossier_ = std::move(racine.as_object());
}

void changer(const Ligne& ligne, referentiels::Etablissement& fiche, const std::string& champ,
             const std::string& valeur) {
    if (champ == "ferme_le")
        fiche.ferme_le = *core::Date::parse(valeur);
    else if (champ == "categorie")
        fiche.categorie = valeur;
    else if (champ == "finess_ej")
        fiche.finess_ej = valeur;
    else if (champ == "departement")
        fiche.departement = valeur;
    else
        fautif(ligne, "champ du registre inconnu");
}

// "registre essms[3] ferme_le 2020-01-01", "… inconnu", "… entite_juridique"
void Atelier::registre(const Ligne& ligne) {
    const auto champs = mots(ligne.texte);
    if (champs.size() < 3 || !champs[1].starts_with("essms["))
        fautif(ligne, "attendu « registre essms[rang] champ valeur »");
    const auto ecrit = champs[1].substr(6, champs[1].size() - 7);
    const auto rangs = rangs_de(ligne, ecrit, liste().size());
    for (auto rang = rangs.premier; rang < std::min(rangs.dernier, liste().size()); ++rang) {
        const std::string numero{liste()[rang].at("finess_et").as_string()};
        if (champs[2] == "inconnu" || champs[2] == "entite_juridique")
            fiches_.par_finess_et.erase(numero);
        if (champs[2] == "entite_juridique") fiches_.entites_juridiques.insert(numero);
        if (champs.size() == 4)
            changer(ligne, fiches_.par_finess_et.at(numero), champs[2], champs[3]);
    }
}

json::array pieces_de_base(const json::array& organismes) {
    json::array pieces;
    for (const auto* type : {"01", "02", "03", "03b", "04", "05", "06", "07", "08", "10", "11",
                             "12", "13", "14", "15", "16", "17", "18", "19"})
        pieces.push_back(
            {{"type", std::string{"DOC-"} + type}, {"fichier", std::string{type} + ".pdf"}});
    for (const auto& organisme : organismes)
        pieces.push_back({{"type", "DOC-09"},
                          {"fichier", "autodiagnostic.pdf"},
                          {"organisme", organisme.at("finess_ej")}});
    return pieces;
}

Donnees Atelier::donnees(const std::string& appel, const std::string& depose_le) && {
    dossier_["appel"] = appel;
    dossier_["depose_le"] = depose_le;
    const auto annee = std::stoi(depose_le) - 1;
    const auto* liste_donnee = dossier_.if_contains("essms");
    if (!liste_donnee || !liste_donnee->is_array())
        return {json::serialize(dossier_), std::move(fiches_)};
    for (auto& essms : liste())
        if (essms.is_object() && essms.as_object().contains("heures") &&
            essms.at("heures").is_object() && !essms.at("heures").as_object().contains("annee"))
            essms.at("heures").as_object()["annee"] = annee;
    return {json::serialize(dossier_), std::move(fiches_)};
}

// "fait chemin = valeur"
void lire_fait(Atelier& atelier, const Ligne& ligne) {
    const auto reste = reste_apres(ligne, "fait");
    const auto egal = reste.find(" = ");
    if (egal == std::string::npos) fautif(ligne, "attendu « fait chemin = valeur »");
    const auto valeur = lire_json(ligne, reste.substr(egal + 3));
    atelier.fait(ligne, reste.substr(0, egal), &valeur);
}

const Ligne* ligne_de(const Cas& cas, std::string_view mot) {
    for (const auto& ligne : cas.donnees)
        if (mots(ligne.texte).front() == mot) return &ligne;
    return nullptr;
}

}  // namespace

std::vector<Cas> lire_cas(const std::string& fichier, std::string_view texte) {
    std::vector<Cas> sortie;
    std::istringstream flux{std::string{texte}};
    int numero = 0;
    for (std::string brute; std::getline(flux, brute);) {
        ++numero;
        const auto debut = brute.find_first_not_of(" \t\r");
        if (debut == std::string::npos || brute[debut] == '#') continue;
        const auto ligne = brute.substr(debut, brute.find_last_not_of(" \t\r") - debut + 1);
        if (ligne.starts_with("cas "))
            sortie.push_back({fichier, {numero, ligne.substr(4)}, {}, {}});
        else if (sortie.empty())
            fautif({numero, ligne}, "un cas s'ouvre par « cas titre »");
        else if (ligne.starts_with("=> "))
            sortie.back().attendus.push_back({numero, ligne.substr(3)});
        else
            sortie.back().donnees.push_back({numero, ligne});
    }
    return sortie;
}

std::vector<std::string> appels_du_cas(const Cas& cas) {
    const auto* ligne = ligne_de(cas, "appel");
    if (!ligne) fautif(cas.titre, "le cas ne dit pas son appel");
    auto ids = mots(ligne->texte);
    ids.erase(ids.begin());
    return ids;
}

Donnees donner(const Cas& cas, const std::string& appel,
               const referentiels::Territoires& territoires) {
    Atelier atelier{territoires};
    const auto* depot = ligne_de(cas, "depose_le");
    if (!depot) fautif(cas.titre, "le cas ne dit pas l'instant du dépôt");
    for (const auto& ligne : cas.donnees)
        if (mots(ligne.texte).front() == "essms") atelier.essms(ligne);
    atelier.dossier()["pieces"] = pieces_de_base(atelier.dossier()["organismes"].as_array());
    for (const auto& ligne : cas.donnees) {
        const auto mot = mots(ligne.texte).front();
        if (mot == "alterner")
            atelier.alterner();
        else if (mot == "fait")
            lire_fait(atelier, ligne);
        else if (mot == "sans")
            atelier.fait(ligne, reste_apres(ligne, "sans"), nullptr);
        else if (mot == "registre")
            atelier.registre(ligne);
        else if (mot != "essms" && mot != "appel" && mot != "depose_le" && mot != "source")
            fautif(ligne, "mot inconnu");
    }
    return std::move(atelier).donnees(appel, reste_apres(*depot, "depose_le"));
}

}  // namespace grappe::socle::cas
