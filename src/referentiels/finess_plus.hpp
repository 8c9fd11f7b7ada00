// What is kept of a FINESS+ "structures" document, and how its keys lead there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "referentiels/fiche.hpp"
#include "referentiels/lecture.hpp"

namespace grappe::referentiels {

struct AdressePlus {
    std::string usage, numero, repetition, type_voie, voie, lieu_dit, ligne_quatre, ligne_cinq;
    std::string cog_commune, code_postal, commune;
    std::string x, y, x_autre, y_autre;  // two pairs: degrees in one, Lambert-93 in the other
};

struct EtablissementPlus {
    std::string finess, nom_court, nom_long, siret, ouvert_le, ferme_le, categorie, etat, maj_le;
    AdressePlus adresse;
};

// The containers of the document that matter; everything else is `autre`, walked and forgotten.
enum class Lieu {
    document,
    racine,
    pmej_liste,
    pmej,
    pmej_infos,
    ege_liste,
    ege,
    ege_infos,
    adresses,
    adresse,
    point,
    autre
};

// A reading of one document: told of containers and of texts in the order of the file.
class DocumentPlus {
public:
    explicit DocumentPlus(Guichet& guichet) : guichet_{guichet} {}

    void ouvrir();  // an object or an array begins
    void fermer();
    void cle(std::string_view nom) { cle_ = nom; }
    void valeur(std::string_view texte);

    bool vu() const { return vu_; }  // the key `pmej` was met
    bool trop() const { return trop_; }
    std::int64_t fermetures() const { return fermetures_; }  // of objects right below the root
    const std::string& produit_le() const { return produit_le_; }

private:
    Lieu lieu() const { return lieux_.empty() ? Lieu::document : lieux_.back(); }
    std::string* place();
    void garder_adresse();
    void livrer();
    void livrer(const EtablissementPlus& ege);
    const Departement* departement(const AdressePlus& adresse) const;

    Guichet& guichet_;
    std::vector<Lieu> lieux_;
    std::string cle_, produit_le_, finess_ej_;
    std::vector<EtablissementPlus> eges_;
    AdressePlus adresse_;
    std::string tampon_;
    std::int64_t rang_ = 0, fermetures_ = 0;
    bool vu_ = false, trop_ = false;
};

}  // namespace grappe::referentiels
