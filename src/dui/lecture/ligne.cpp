// What each type of line must and may hold.
#include "dui/lecture/ligne.hpp"

#include <algorithm>
#include <array>

#include "core/json_text.hpp"
#include "dui/lecture/champs.hpp"
#include "dui/lecture/traits_ins.hpp"

namespace grappe::lecture {
namespace {

using fait::Etat;
using fait::Type;
using fait::Unite;

// The fields of a type, "type" left out. Contract dui-indicateurs.
std::span<const std::string_view> champs_de(Type type) {
    static constexpr std::array<std::string_view, 13> personne{
        "id",       "corrige",        "finess_et",      "nom_naissance",
        "prenoms",  "nom_utilise",    "prenom_utilise", "date_naissance",
        "sexe",     "lieu_naissance", "matricule_ins",  "statut_identite",
        "decede_le"};
    static constexpr std::array<std::string_view, 8> sejour{
        "id",     "corrige", "finess_et", "personne",
        "entree", "sortie",  "modalite",  "projet_possible"};
    static constexpr std::array<std::string_view, 7> modification{
        "id", "corrige", "finess_et", "personne", "le", "auteur", "automatique"};
    static constexpr std::array<std::string_view, 7> projet{
        "id", "corrige", "finess_et", "personne", "statut", "du", "au"};
    static constexpr std::array<std::string_view, 7> evenement{
        "id", "corrige", "finess_et", "personnes", "debut", "fin", "statut"};
    static constexpr std::array<std::string_view, 7> envoi{
        "id", "corrige", "finess_et", "personne", "le", "destinataires", "echec"};
    static constexpr std::array<std::string_view, 7> alimentation{
        "id", "corrige", "finess_et", "personne", "le", "document", "issue"};
    static constexpr std::array<std::string_view, 5> compte{"id", "corrige", "finess_et",
                                                            "personne", "le"};
    switch (type) {
        case Type::personne:
            return personne;
        case Type::sejour:
            return sejour;
        case Type::modification:
            return modification;
        case Type::projet:
            return projet;
        case Type::evenement:
            return evenement;
        case Type::envoi_mss:
            return envoi;
        case Type::alimentation_dmp:
            return alimentation;
        case Type::import_eprescription:
        case Type::echange_eparcours:
            return compte;
    }
    return {};
}

// The rest of a fact: a JSON object made in the order of its keys.
class Reste {
public:
    explicit Reste(std::string& texte) : texte_{texte} { texte_.clear(); }
    Reste(const Reste&) = delete;
    Reste& operator=(const Reste&) = delete;
    ~Reste() {
        if (!texte_.empty()) texte_ += '}';
    }

    void texte(std::string_view cle, std::string_view valeur) {
        ouvrir(cle);
        core::append_json(texte_, valeur);
    }
    void brut(std::string_view cle, std::string_view valeur) {
        ouvrir(cle);
        texte_ += valeur;
    }

private:
    void ouvrir(std::string_view cle) {
        texte_ += texte_.empty() ? '{' : ',';
        core::append_json(texte_, cle);
        texte_ += ':';
    }

    std::string& texte_;
};

// Each function below fills what its type says more than id, establishment and persons.
void lire_personne(Champs& champs, Ligne& ligne) {
    auto& fait = ligne.fait;
    fait.debut = champs.repere("date_naissance", Unite::jour, Presence::requis);
    fait.fin = champs.repere("decede_le", Unite::jour, Presence::facultatif);
    fait.etat = champs.mot("statut_identite", Type::personne);
    const auto nom = champs.texte("nom_naissance", Presence::requis);
    const auto prenoms = champs.textes("prenoms");
    const auto lieu = champs.texte("lieu_naissance", Presence::requis);
    const auto matricule = champs.texte("matricule_ins", Presence::facultatif);
    const auto sexe = champs.texte("sexe", Presence::requis);
    const auto nom_utilise = champs.texte("nom_utilise", Presence::facultatif);
    const auto prenom_utilise = champs.texte("prenom_utilise", Presence::facultatif);
    if (sexe && !core::named<fait::Sexe>(*sexe)) champs.fautif("sexe", "import.sexe_inconnu");
    // The matricule comes from the national service of identities: no other state has one.
    // Référentiel INS, "états de l'identité".
    if (matricule && (fait.etat == Etat::provisoire || fait.etat == Etat::validee))
        champs.fautif("matricule_ins", "import.matricule_sans_identite");
    avertir_des_traits({.nom = nom, .prenoms = prenoms, .lieu = lieu, .matricule = matricule},
                       ligne.avertissements);
    Reste reste{fait.reste};
    reste.texte("lieu_naissance", lieu.value_or(""));
    if (matricule) reste.texte("matricule_ins", *matricule);
    reste.texte("nom_naissance", nom.value_or(""));
    if (nom_utilise) reste.texte("nom_utilise", *nom_utilise);
    if (prenom_utilise) reste.texte("prenom_utilise", *prenom_utilise);
    std::string liste;
    for (const auto prenom : prenoms) {
        liste += liste.empty() ? '[' : ',';
        core::append_json(liste, prenom);
    }
    reste.brut("prenoms", liste + "]");
    reste.texte("sexe", sexe.value_or(""));
}

void lire_sejour(Champs& champs, Ligne& ligne) {
    auto& fait = ligne.fait;
    fait.debut = champs.repere("entree", Unite::jour, Presence::requis);
    fait.fin = champs.repere("sortie", Unite::jour, Presence::facultatif);
    fait.etat = champs.mot("modalite", Type::sejour);
    if (fait.debut && fait.fin && *fait.fin < *fait.debut)
        champs.fautif("sortie", "import.sortie_avant_entree");
    if (!champs.vrai("projet_possible", true)) {
        Reste reste{fait.reste};
        reste.brut("projet_possible", "false");
    }
}

void lire_modification(Champs& champs, Ligne& ligne) {
    auto& fait = ligne.fait;
    fait.debut = champs.repere("le", Unite::seconde, Presence::requis);
    if (champs.vrai("automatique", false)) fait.etat = Etat::automatique;
    const auto auteur = champs.texte("auteur", Presence::requis);
    Reste reste{fait.reste};
    reste.texte("auteur", auteur.value_or(""));
}

void lire_projet(Champs& champs, Ligne& ligne) {
    auto& fait = ligne.fait;
    fait.debut = champs.repere("du", Unite::jour, Presence::requis);
    fait.fin = champs.repere("au", Unite::jour, Presence::facultatif);
    fait.etat = champs.mot("statut", Type::projet);
    if (fait.debut && fait.fin && *fait.fin < *fait.debut)
        champs.fautif("au", "import.fin_avant_debut");
}

void lire_evenement(Champs& champs, Ligne& ligne) {
    auto& fait = ligne.fait;
    for (const auto une : champs.textes("personnes")) fait.personnes.emplace_back(une);
    fait.debut = champs.repere("debut", Unite::seconde, Presence::requis);
    fait.fin = champs.repere("fin", Unite::seconde, Presence::requis);
    fait.etat = champs.mot("statut", Type::evenement);
    if (fait.debut && fait.fin && *fait.fin < *fait.debut)
        champs.fautif("fin", "import.fin_avant_debut");
}

void lire_envoi(Champs& champs, Ligne& ligne) {
    auto& fait = ligne.fait;
    fait.debut = champs.repere("le", Unite::seconde, Presence::requis);
    if (champs.vrai("echec", false)) fait.etat = Etat::echec;
    const auto destinataires = champs.combien("destinataires");
    Reste reste{fait.reste};
    reste.brut("destinataires", std::to_string(destinataires.value_or(0)));
}

void lire_alimentation(Champs& champs, Ligne& ligne) {
    auto& fait = ligne.fait;
    fait.debut = champs.repere("le", Unite::seconde, Presence::requis);
    fait.etat = champs.mot("issue", Type::alimentation_dmp);
    const auto document = champs.texte("document", Presence::requis);
    Reste reste{fait.reste};
    reste.texte("document", document.value_or(""));
}

void lire_le_type(Champs& champs, Ligne& ligne) {
    switch (ligne.fait.type) {
        case Type::personne:
            return lire_personne(champs, ligne);
        case Type::sejour:
            return lire_sejour(champs, ligne);
        case Type::modification:
            return lire_modification(champs, ligne);
        case Type::projet:
            return lire_projet(champs, ligne);
        case Type::evenement:
            return lire_evenement(champs, ligne);
        case Type::envoi_mss:
            return lire_envoi(champs, ligne);
        case Type::alimentation_dmp:
            return lire_alimentation(champs, ligne);
        case Type::import_eprescription:
        case Type::echange_eparcours:
            ligne.fait.debut = champs.repere("le", Unite::seconde, Presence::requis);
    }
}

// A message may be about nobody; an event names its persons itself; a person is herself.
void lire_la_personne(Champs& champs, fait::Fait& fait) {
    if (fait.type == Type::personne || fait.type == Type::evenement) return;
    const auto presence = fait.type == Type::envoi_mss ? Presence::facultatif : Presence::requis;
    if (const auto une = champs.texte("personne", presence)) fait.personnes.emplace_back(*une);
}

void avertir_des_inconnus(const ObjetJson& objet, Ligne& ligne) {
    const auto connus = champs_de(ligne.fait.type);
    for (const auto& champ : objet.champs())
        if (champ.cle != "type" &&
            std::find(connus.begin(), connus.end(), champ.cle) == connus.end())
            ligne.avertissements.push_back({"", "import.champ_inconnu"});
}

std::optional<Type> lire_le_nom_du_type(Champs& champs) {
    const auto lu = champs.texte("type", Presence::requis);
    if (!lu) return std::nullopt;
    const auto type = core::named<Type>(*lu);
    if (!type) champs.fautif("type", "import.type_inconnu");
    return type;
}

// Ids are stored a line each, and indexed: PostgreSQL refuses keys of some thousand bytes.
bool est_un_id(std::string_view id) {
    const auto est_de_commande = [](char c) {
        constexpr unsigned char premier_imprimable = 0x20, effacement = 0x7F;
        const auto octet = static_cast<unsigned char>(c);
        return octet < premier_imprimable || octet == effacement;
    };
    return id.size() <= octets_par_id && std::none_of(id.begin(), id.end(), est_de_commande);
}

std::string_view lire_l_id(Champs& champs) {
    const auto id = champs.texte("id", Presence::requis);
    if (id && id->empty()) champs.fautif("id", "import.vide");
    if (id && !est_un_id(*id)) champs.fautif("id", "import.id_impossible");
    return id.value_or("");
}

// All is looked at: a line at fault is not answered, but each of its faults was noted.
Ligne lire_la_ligne(Champs& champs, Type type, std::string_view id) {
    const auto finess = champs.finess("finess_et");
    const auto quelconque = [] { return core::Finess::parse("010000000").value(); };
    Ligne ligne{.fait = {.id = std::string{id},
                         .type = type,
                         .finess_et = finess ? *finess : quelconque()}};
    ligne.corrige = champs.vrai("corrige", false);
    lire_la_personne(champs, ligne.fait);
    lire_le_type(champs, ligne);
    return ligne;
}

const char* code_de(Lu lu) {
    switch (lu) {
        case Lu::trop_long:
            return "import.ligne_trop_longue";
        case Lu::trop_de_champs:
            return "import.trop_de_champs";
        case Lu::champ_repete:
            return "import.champ_repete";
        case Lu::objet:
        case Lu::autre_chose:
            break;
    }
    return "import.json";
}

}  // namespace

const Ligne* LecteurDeLigne::lire(std::string_view texte) {
    fautes_.clear();
    personne_annoncee_ = {};
    ligne_.reset();
    if (!objet_.lire(texte)) {
        const bool vide = texte.find_first_not_of(" \t\r") == std::string_view::npos;
        fautes_.push_back({"json", vide ? "import.ligne_vide" : code_de(objet_.lu())});
        return nullptr;
    }
    Champs champs{objet_, fautes_};
    const auto type = lire_le_nom_du_type(champs);
    if (!type) return nullptr;
    const auto id = lire_l_id(champs);
    if (*type == Type::personne) personne_annoncee_ = id;
    ligne_.emplace(lire_la_ligne(champs, *type, id));
    if (!fautes_.empty()) return nullptr;
    avertir_des_inconnus(objet_, *ligne_);
    return &*ligne_;
}

}  // namespace grappe::lecture
