// Writing of dossiers, key by key.
#include "portail/api/dossiers_json.hpp"

#include "portail/api/comites_json.hpp"
#include "portail/api/instruction_json.hpp"
#include "portail/rendu/analyse_json.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::api {
namespace {

using rendu::EcrivainJson;

void ecrire_piece(EcrivainJson& json, const teleservice::Piece& piece) {
    json.ouvrir_objet();
    json.membre("id", piece.id);
    json.membre("type", piece.type);
    json.cle("organisme");
    piece.organisme ? json.texte(*piece.organisme) : json.nul();
    json.membre("nom", piece.nom);
    json.membre("format", core::name_of(piece.format));
    json.membre("sha256", piece.sha256);
    json.membre("taille", piece.taille);
    json.membre("etat", core::name_of(piece.etat));
    json.membre("depose_le", piece.depose_le.utc_text());
    json.fermer_objet();
}

void ecrire_entete(EcrivainJson& json, const teleservice::Dossier& dossier) {
    json.membre("id", dossier.id);
    json.membre("version", dossier.version);
    json.membre("statut", core::name_of(dossier.statut));
    json.membre("appel", dossier.appel);
    json.membre("cree_le", dossier.cree_le.utc_text());
    json.membre("modifie_le", dossier.modifie_le.utc_text());
}

// A leading byte order mark is no JSON inside of one.
std::string_view sans_marque(std::string_view texte) {
    constexpr std::string_view marque{"\xef\xbb\xbf"};
    return texte.starts_with(marque) ? texte.substr(marque.size()) : texte;
}

void ecrire_faute(EcrivainJson& json, std::string_view chemin, std::string_view code,
                  std::string_view message) {
    json.ouvrir_objet();
    json.membre("chemin", chemin);
    json.membre("code", code);
    json.membre("message", message);
    json.fermer_objet();
}

void ecrire_fautes(EcrivainJson& json, const teleservice::Candidature& candidature) {
    json.cle("fautes");
    json.ouvrir_liste();
    for (const auto& faute : candidature.jugement.fautes) {
        const auto dite = rendu::dire(faute, candidature.phrases);
        ecrire_faute(json, faute.chemin, dite.code, dite.defaut + ". " + dite.remede);
    }
    json.fermer_liste();
}

// As if the right desk were chosen: what still holds the deposit back.
void ecrire_obstacles(EcrivainJson& json, teleservice::Candidature candidature) {
    const auto guichet = guichet_de(candidature);
    if (guichet) candidature.financeur = guichet->financeur;
    json.cle("obstacles");
    json.ouvrir_liste();
    for (const auto& obstacle : obstacles(candidature))
        ecrire_faute(json, obstacle.chemin, obstacle.code, obstacle.message);
    json.fermer_liste();
}

// Told at each save, as a finding: it holds no draft back.
void ecrire_les_essms_pris(EcrivainJson& json, const teleservice::Candidature& candidature,
                           const dossier::TexteLu& contenu) {
    json.cle("essms_deja_pris");
    json.ouvrir_liste();
    for (const auto& pris : teleservice::essms_pris(candidature, contenu)) {
        json.ouvrir_objet();
        json.membre("chemin", pris.chemin);
        json.membre("finess_et", pris.finess_et);
        json.membre("code", pris.code);
        json.membre("message", pris.message);
        json.fermer_objet();
    }
    json.fermer_liste();
}

}  // namespace

std::string piece_json(const teleservice::Piece& piece) {
    std::string texte;
    EcrivainJson json{texte};
    ecrire_piece(json, piece);
    return texte;
}

std::string resume_json(const teleservice::Dossier& dossier) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    ecrire_entete(json, dossier);
    json.fermer_objet();
    return texte;
}

std::string dossier_json(const DossierAEcrire& dossier) {
    const auto& [etat, depot, echanges, resultats] = dossier;
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    ecrire_entete(json, etat.dossier);
    json.cle("contenu");
    json.brut(sans_marque(etat.contenu.texte()));
    json.cle("pieces");
    json.ouvrir_liste();
    for (const auto& piece : etat.pieces) ecrire_piece(json, piece);
    json.fermer_liste();
    json.cle("recepisse");
    depot ? json.brut(depot->recepisse) : json.nul();
    ecrire_echanges(json, echanges);
    json.cle("resultats");
    json.ouvrir_liste();
    for (const auto& resultat : resultats) {
        json.ouvrir_objet();
        ecrire(json, resultat);
        json.fermer_objet();
    }
    json.fermer_liste();
    json.fermer_objet();
    return texte;
}

std::string dossier_reduit_json(const teleservice::Dossier& dossier, std::string_view contenu) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    ecrire_entete(json, dossier);
    json.cle("contenu");
    json.brut(contenu);
    json.fermer_objet();
    return texte;
}

std::string analyse_json(const teleservice::Etat& etat,
                         const teleservice::Candidature& candidature) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    json.membre("version", etat.dossier.version);
    json.membre("maintenant", candidature.maintenant.utc_text());
    json.cle("provisoire");
    json.booleen(!etat.jugement.lisible());
    ecrire_fautes(json, candidature);
    json.membre("ignorees", etat.jugement.ignorees);
    ecrire_obstacles(json, candidature);
    json.membre("essms_dans_un_autre_dossier", chez_d_autres(candidature));
    ecrire_les_essms_pris(json, candidature, etat.contenu);
    const auto& verifie = etat.jugement.verifie;
    if (!verifie) {
        json.fermer_objet();
        return texte;
    }
    const auto rendue = rendu::analyse_octets(verifie->sujet(candidature.phrases));
    return texte.append(",").append(rendue.vue().substr(1));
}

std::string histoire_json(const Histoire& histoire) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    json.cle("versions");
    json.ouvrir_liste();
    for (const auto& version : histoire.versions) {
        json.ouvrir_objet();
        json.membre("version", version.numero);
        json.membre("ecrit_par", version.ecrit_par);
        json.membre("ecrit_le", version.ecrit_le.utc_text());
        json.fermer_objet();
    }
    json.fermer_liste();
    json.cle("passages");
    json.ouvrir_liste();
    for (const auto& passage : histoire.passages) {
        json.ouvrir_objet();
        json.membre("acte", core::name_of(passage.acte));
        json.membre("avant", core::name_of(passage.avant));
        json.membre("apres", core::name_of(passage.apres));
        json.membre("par", passage.par);
        json.membre("fait_le", passage.fait_le.utc_text());
        json.membre("motif", passage.motif);
        json.fermer_objet();
    }
    json.fermer_liste();
    json.cle("depots");
    json.ouvrir_liste();
    for (const auto& depot : histoire.depots) {
        json.ouvrir_objet();
        json.membre("numero", depot.numero);
        json.membre("version", depot.version);
        json.membre("depose_le", depot.depose_le.utc_text());
        json.membre("empreinte", depot.empreinte);
        json.fermer_objet();
    }
    json.fermer_liste();
    json.cle("interventions");
    json.brut(histoire.interventions);
    ecrire_les_niveaux(json, histoire.nationales);
    json.fermer_objet();
    return texte;
}

}  // namespace grappe::api
