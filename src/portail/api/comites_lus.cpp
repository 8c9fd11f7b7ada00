// Reading of such bodies.
#include "portail/api/comites_lus.hpp"

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "portail/comite/portefeuille_lu.hpp"
#include "portail/dossier/arbre_json.hpp"

namespace grappe::api {
namespace {

using dossier::Noeud;
using Genre = Noeud::Genre;

bool est_simple(const Noeud& noeud) {
    return noeud.genre == Genre::texte || noeud.genre == Genre::entier ||
           noeud.genre == Genre::nombre || noeud.genre == Genre::booleen;
}

template <class Faire>
bool chaque(const dossier::Arbre& arbre, const Noeud& parent, Faire faire) {
    for (auto rang = parent.premier; rang != Noeud::aucun; rang = arbre.noeuds[rang].suivant)
        if (!faire(arbre.noeuds[rang])) return false;
    return true;
}

bool lire_valeur(const dossier::Arbre& arbre, const Noeud& noeud, std::vector<std::string>& lues) {
    if (noeud.genre == Genre::nul) return true;
    if (est_simple(noeud)) {
        lues.emplace_back(noeud.texte);
        return true;
    }
    return noeud.genre == Genre::liste && chaque(arbre, noeud, [&](const Noeud& un) {
               if (est_simple(un)) lues.emplace_back(un.texte);
               return est_simple(un);
           });
}

// The root of a text that is an object; null: it is none.
const Noeud* objet(const dossier::LectureJson& lecture) {
    if (!lecture.arbre) return nullptr;
    const auto& racine = lecture.arbre->noeuds.front();
    return racine.genre == Genre::objet ? &racine : nullptr;
}

bool est_un_nombre(const Noeud& noeud) {
    return noeud.genre == Genre::entier || noeud.genre == Genre::nombre;
}

bool est_un_nombre(const dossier::Arbre& arbre, const Noeud& parent, std::string_view cle) {
    return !chaque(arbre, parent,
                   [&](const Noeud& un) { return un.cle != cle || !est_un_nombre(un); });
}

std::optional<comite::Element> lire_element(const dossier::Arbre& arbre, const Noeud& ligne) {
    comite::Element element;
    std::optional<core::Money> montant;
    chaque(arbre, ligne, [&](const Noeud& un) {
        if (un.cle == "secteur") element.secteur = un.texte;
        if (un.cle == "departement") element.departement = un.texte;
        if (un.cle == "statut") element.statut = un.texte;
        if (un.cle == "essms") element.essms = core::integer<int>(un.texte).value_or(0);
        if (un.cle == "montant" && !est_un_nombre(un))
            if (const auto lu = core::Money::parse(un.texte)) montant = *lu;
        return true;
    });
    if (element.essms < 1 || element.essms > comite::essms_au_plus) return std::nullopt;
    if (!montant || *montant > comite::montant_au_plus) return std::nullopt;
    element.montant = *montant;
    return element;
}

// "part" ("25", "12,5 %", "1/4"), "montant" or "nombre".
bool lire_minimum(const Noeud& un, std::optional<proposition::Minimum>& minimum) {
    if (un.cle == "attribut" || un.cle == "valeur") return true;
    if (un.cle == "montant" && est_un_nombre(un)) return false;
    minimum = comite::lire_minimum({std::string{un.cle}, std::string{un.texte}});
    return minimum.has_value();
}

bool lire_part_minimale(const dossier::Arbre& arbre, const Noeud& noeud, comite::Enonce& enonce) {
    proposition::PartMinimale part;
    std::optional<proposition::Minimum> minimum;
    const bool lue = noeud.genre == Genre::objet && chaque(arbre, noeud, [&](const Noeud& un) {
                         if (un.cle == "attribut") part.attribut = un.texte;
                         if (un.cle == "valeur") part.valeur = un.texte;
                         return lire_minimum(un, minimum);
                     });
    if (!lue || !minimum || part.attribut.empty()) return false;
    part.minimum = *minimum;
    enonce.parts_minimales.push_back(std::move(part));
    return true;
}

bool lire_points(const Noeud& un, comite::Enonce& enonce) {
    const auto points = core::integer<std::int64_t>(un.texte);
    if (points) enonce.points[std::string{un.cle}] = *points;
    return points.has_value();
}

bool lire_poids(const dossier::Arbre& arbre, const Noeud& noeud, comite::Enonce& enonce) {
    comite::Poids poids{.critere = {}, .constat = comite::Presente::oui};
    bool lu = noeud.genre == Genre::objet;
    lu = lu && chaque(arbre, noeud, [&](const Noeud& un) {
             if (un.cle == "critere") return poids.critere = un.texte, true;
             if (un.cle == "points") {
                 const auto points = core::integer<std::int64_t>(un.texte);
                 poids.points = points.value_or(0);
                 return points.has_value();
             }
             const auto constat = core::named<comite::Presente>(un.texte);
             poids.constat = constat.value_or(comite::Presente::oui);
             return un.cle == "constat" && constat.has_value();
         });
    if (lu) enonce.poids.push_back(std::move(poids));
    return lu;
}

bool lire_contrainte(const dossier::Arbre& arbre, const Noeud& noeud, comite::Enonce& enonce) {
    if (noeud.genre == Genre::nul) return true;
    if (noeud.cle == "imposes") return lire_valeur(arbre, noeud, enonce.imposes);
    if (noeud.cle == "exclus") return lire_valeur(arbre, noeud, enonce.exclus);
    if (noeud.cle == "points")
        return noeud.genre == Genre::objet &&
               chaque(arbre, noeud, [&](const Noeud& un) { return lire_points(un, enonce); });
    if (noeud.cle == "poids")
        return noeud.genre == Genre::liste &&
               chaque(arbre, noeud, [&](const Noeud& un) { return lire_poids(arbre, un, enonce); });
    if (noeud.cle == "par_essms") {
        const auto points = core::integer<std::int64_t>(noeud.texte);
        enonce.par_essms = points.value_or(0);
        return points.has_value();
    }
    if (noeud.cle == "parts_minimales")
        return noeud.genre == Genre::liste && chaque(arbre, noeud, [&](const Noeud& un) {
                   return lire_part_minimale(arbre, un, enonce);
               });
    if (noeud.cle != "enveloppe" || est_un_nombre(noeud)) return false;
    if (const auto montant = core::Money::parse(noeud.texte)) enonce.enveloppe = *montant;
    return enonce.enveloppe.has_value();
}

// Of what could not be read: of a list of objects, those before it were.
std::string chemin_de(const Noeud& noeud, const comite::Enonce& enonce) {
    std::string chemin{noeud.cle.substr(0, 40)};
    const bool liste = noeud.genre == Genre::liste;
    if (liste && chemin == "parts_minimales")
        chemin += "[" + std::to_string(enonce.parts_minimales.size()) + "]";
    if (liste && chemin == "poids") chemin += "[" + std::to_string(enonce.poids.size()) + "]";
    return chemin;
}

}  // namespace

core::Result<comite::Enonce> lire_contraintes(std::string_view json) {
    const auto lecture = dossier::lire_arbre(json);
    const auto* racine = objet(lecture);
    if (racine == nullptr) return core::refuse(core::Reason::invalid, "api.json_invalide");
    comite::Enonce enonce;
    std::string fautive;
    const auto& arbre = *lecture.arbre;
    chaque(arbre, *racine, [&](const Noeud& noeud) {
        if (noeud.cle != "contraintes" || noeud.genre == Genre::nul) return true;
        if (noeud.genre != Genre::objet) fautive = "contraintes";
        return fautive.empty() && chaque(arbre, noeud, [&](const Noeud& un) {
                   if (!lire_contrainte(arbre, un, enonce)) fautive = chemin_de(un, enonce);
                   return fautive.empty();
               });
    });
    if (!fautive.empty()) return core::refuse(core::Reason::invalid, "comite.forme", fautive);
    return enonce;
}

core::Result<CorpsDeComite> CorpsDeComite::lire(std::string_view json,
                                                std::initializer_list<std::string_view> montants) {
    const auto lecture = dossier::lire_arbre(json);
    const auto* racine = objet(lecture);
    if (racine == nullptr) return core::refuse(core::Reason::invalid, "api.json_invalide");
    CorpsDeComite corps;
    std::string fautive;
    for (const auto cle : montants)
        if (est_un_nombre(*lecture.arbre, *racine, cle))
            return core::refuse(core::Reason::invalid, "comite.montant_texte", std::string{cle});
    chaque(*lecture.arbre, *racine, [&](const Noeud& noeud) {
        const bool bonne =
            lire_valeur(*lecture.arbre, noeud, corps.valeurs_[std::string{noeud.cle}]);
        if (!bonne) fautive = noeud.cle;
        if (noeud.genre == Genre::liste) corps.listes_.emplace(noeud.cle);
        return bonne;
    });
    if (!fautive.empty())
        return core::refuse(core::Reason::invalid, "comite.forme", fautive.substr(0, 40));
    return corps;
}

std::vector<std::string> CorpsDeComite::liste(std::string_view nom) const {
    const auto trouvee = valeurs_.find(nom);
    return trouvee == valeurs_.end() ? std::vector<std::string>{} : trouvee->second;
}

std::string CorpsDeComite::texte(std::string_view nom) const {
    std::string lignes;
    for (const auto& ligne : liste(nom)) lignes.append(lignes.empty() ? "" : "\n").append(ligne);
    return lignes;
}

std::optional<std::int64_t> CorpsDeComite::entier(std::string_view nom) const {
    const auto ecrit = texte(nom);
    if (ecrit.empty()) return std::nullopt;
    return core::integer<std::int64_t>(ecrit).value_or(-1);
}

core::Result<std::vector<comite::LigneImportee>> lire_portefeuille(
    std::string_view json, const referentiels::Territoires& territoires) {
    const auto lecture = dossier::lire_arbre(json);
    const auto* racine = objet(lecture);
    if (racine == nullptr) return core::refuse(core::Reason::invalid, "api.json_invalide");
    std::string source;
    std::vector<comite::LigneImportee> lignes;
    const auto& arbre = *lecture.arbre;
    const bool toutes = chaque(arbre, *racine, [&](const Noeud& noeud) {
        if (noeud.cle == "source") source = core::trimmed(noeud.texte);
        return noeud.cle != "lignes" || chaque(arbre, noeud, [&](const Noeud& ligne) {
                   auto element = lire_element(arbre, ligne);
                   lignes.push_back({{}, element.value_or(comite::Element{})});
                   return element && comite::a_des_mots_connus(*element, territoires);
               });
    });
    if (source.empty() || core::caracteres(source) > comite::source_au_plus)
        return core::refuse(core::Reason::invalid, "portefeuille.source");
    if (!toutes || lignes.empty())
        return core::refuse(core::Reason::invalid, "comite.portefeuille",
                            std::to_string(lignes.size()));
    for (auto& ligne : lignes) ligne.source = source;
    return lignes;
}

}  // namespace grappe::api
