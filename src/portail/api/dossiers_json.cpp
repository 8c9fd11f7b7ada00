// Writing of dossiers, key by key.
#include "portail/api/dossiers_json.hpp"

#include "portail/rendu/analyse_json.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::api {
namespace {

using rendu::EcrivainJson;

void ecrire(EcrivainJson& json, std::string_view cle, std::string_view texte) {
    json.cle(cle);
    json.texte(texte);
}

void ecrire(EcrivainJson& json, std::string_view cle, std::int64_t nombre) {
    json.cle(cle);
    json.entier(nombre);
}

void ecrire_piece(EcrivainJson& json, const teleservice::Piece& piece) {
    json.ouvrir_objet();
    ecrire(json, "id", piece.id);
    ecrire(json, "type", piece.type);
    json.cle("organisme");
    piece.organisme ? json.texte(*piece.organisme) : json.nul();
    ecrire(json, "nom", piece.nom);
    ecrire(json, "format", core::name_of(piece.format));
    ecrire(json, "sha256", piece.sha256);
    ecrire(json, "taille", piece.taille);
    ecrire(json, "etat", core::name_of(piece.etat));
    ecrire(json, "depose_le", piece.depose_le.utc_text());
    json.fermer_objet();
}

void ecrire_entete(EcrivainJson& json, const teleservice::Dossier& dossier) {
    ecrire(json, "id", dossier.id);
    ecrire(json, "version", dossier.version);
    ecrire(json, "statut", core::name_of(dossier.statut));
    ecrire(json, "appel", dossier.appel);
    ecrire(json, "cree_le", dossier.cree_le.utc_text());
    ecrire(json, "modifie_le", dossier.modifie_le.utc_text());
}

// A leading byte order mark is no JSON inside of one.
std::string_view sans_marque(std::string_view texte) {
    constexpr std::string_view marque{"\xef\xbb\xbf"};
    return texte.starts_with(marque) ? texte.substr(marque.size()) : texte;
}

void ecrire_faute(EcrivainJson& json, std::string_view chemin, std::string_view code,
                  std::string_view message) {
    json.ouvrir_objet();
    ecrire(json, "chemin", chemin);
    ecrire(json, "code", code);
    ecrire(json, "message", message);
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

void ecrire_textes(EcrivainJson& json, std::string_view cle,
                   const std::vector<std::string>& textes) {
    json.cle(cle);
    json.ouvrir_liste();
    for (const auto& texte : textes) json.texte(texte);
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

std::string dossier_json(const teleservice::Etat& etat,
                         const std::optional<teleservice::Depot>& depot) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    ecrire_entete(json, etat.dossier);
    json.cle("contenu");
    json.brut(sans_marque(etat.contenu));
    json.cle("pieces");
    json.ouvrir_liste();
    for (const auto& piece : etat.pieces) ecrire_piece(json, piece);
    json.fermer_liste();
    json.cle("recepisse");
    depot ? json.brut(depot->recepisse) : json.nul();
    json.fermer_objet();
    return texte;
}

std::string analyse_json(const teleservice::Etat& etat,
                         const teleservice::Candidature& candidature) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    ecrire(json, "version", etat.dossier.version);
    ecrire(json, "maintenant", candidature.maintenant.utc_text());
    json.cle("provisoire");
    json.booleen(!etat.jugement.lisible());
    ecrire_fautes(json, candidature);
    ecrire_textes(json, "ignorees", etat.jugement.ignorees);
    ecrire_obstacles(json, candidature);
    ecrire_textes(json, "essms_dans_un_autre_dossier", chez_d_autres(candidature));
    const auto& verifie = etat.jugement.verifie;
    if (!verifie) {
        json.fermer_objet();
        return texte;
    }
    const auto rendue = rendu::analyse_json(verifie->sujet(candidature.phrases));
    return texte.append(",").append(rendue, 1);
}

std::string histoire_json(const Histoire& histoire) {
    std::string texte;
    EcrivainJson json{texte};
    json.ouvrir_objet();
    json.cle("versions");
    json.ouvrir_liste();
    for (const auto& version : histoire.versions) {
        json.ouvrir_objet();
        ecrire(json, "version", version.numero);
        ecrire(json, "ecrit_par", version.ecrit_par);
        ecrire(json, "ecrit_le", version.ecrit_le.utc_text());
        json.fermer_objet();
    }
    json.fermer_liste();
    json.cle("passages");
    json.ouvrir_liste();
    for (const auto& passage : histoire.passages) {
        json.ouvrir_objet();
        ecrire(json, "acte", core::name_of(passage.acte));
        ecrire(json, "avant", core::name_of(passage.avant));
        ecrire(json, "apres", core::name_of(passage.apres));
        ecrire(json, "par", passage.par);
        ecrire(json, "fait_le", passage.fait_le.utc_text());
        ecrire(json, "motif", passage.motif);
        json.fermer_objet();
    }
    json.fermer_liste();
    json.cle("depots");
    json.ouvrir_liste();
    for (const auto& depot : histoire.depots) {
        json.ouvrir_objet();
        ecrire(json, "numero", depot.numero);
        ecrire(json, "version", depot.version);
        ecrire(json, "depose_le", depot.depose_le.utc_text());
        ecrire(json, "empreinte", depot.empreinte);
        json.fermer_objet();
    }
    json.fermer_liste();
    json.fermer_objet();
    return texte;
}

}  // namespace grappe::api
