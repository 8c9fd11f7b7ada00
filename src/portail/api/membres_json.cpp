// Writing of members, key by key.
#include "portail/api/membres_json.hpp"

#include <algorithm>

#include "portail/api/objet_json.hpp"
#include "portail/rendu/analyse_json.hpp"
#include "portail/rendu/ecrivain_json.hpp"

namespace grappe::api {
namespace {

using rendu::EcrivainJson;

void ecrire_instant(EcrivainJson& json, std::string_view cle,
                    const std::optional<core::Instant>& instant) {
    json.cle(cle);
    instant ? json.texte(instant->utc_text()) : json.nul();
}

void ecrire_membre(EcrivainJson& json, const membres::Membre& membre) {
    json.membre("id", membre.id);
    json.membre("finess_ej", membre.finess_ej.text());
    json.membre("courriel", membre.courriel.text());
    json.cle("recupere_tva");
    membre.recupere_tva ? json.booleen(*membre.recupere_tva) : json.nul();
    ecrire_instant(json, "invite_le", membre.invite_le);
    ecrire_instant(json, "accepte_le", membre.accepte_le);
}

void ecrire_soutien(EcrivainJson& json, const membres::Soutien& soutien) {
    json.membre("id", soutien.id);
    json.membre("role", core::name_of(soutien.role));
    json.membre("courriel", soutien.courriel.text());
    ecrire_instant(json, "invite_le", soutien.invite_le);
    ecrire_instant(json, "accepte_le", soutien.accepte_le);
}

void ecrire_accord(EcrivainJson& json, const teleservice::MembreVu& vu) {
    json.cle("accord");
    json.booleen(vu.d_accord());
    json.membre("empreinte", vu.part.empreinte());
    json.cle("dernier_accord");
    if (!vu.accord) return json.nul();
    json.ouvrir_objet();
    json.membre("donne_le", vu.accord->donne_le.utc_text());
    json.membre("version", vu.accord->version);
    json.membre("empreinte", vu.accord->empreinte);
    ecrire_instant(json, "fini_le", vu.accord->fini_le);
    json.cle("fin");
    vu.accord->fin ? json.texte(core::name_of(*vu.accord->fin)) : json.nul();
    json.fermer_objet();
}

void ecrire_vu(EcrivainJson& json, const teleservice::MembreVu& vu) {
    json.ouvrir_objet();
    ecrire_membre(json, vu.membre);
    json.membre("etat", core::name_of(vu.etat()));
    json.membre("essms", vu.part.essms);
    ecrire_accord(json, vu);
    json.fermer_objet();
}

void ecrire_ecarts(EcrivainJson& json, const std::vector<teleservice::Ecart>& ecarts) {
    const auto valeur = [&](std::string_view cle, const std::optional<std::string>& texte) {
        json.cle(cle);
        json.brut(texte.value_or("null"));
    };
    json.cle("ecarts");
    json.ouvrir_liste();
    for (const auto& ecart : ecarts) {
        json.ouvrir_objet();
        json.membre("chemin", ecart.chemin);
        valeur("accorde", ecart.depart);
        valeur("en_place", ecart.en_place);
        json.fermer_objet();
    }
    json.fermer_liste();
}

bool est_de_la_part(const membres::Part& part, std::string_view finess_et) {
    return std::binary_search(part.essms.begin(), part.essms.end(), finess_et, std::less<>{});
}

void ecrire_constats(EcrivainJson& json, const teleservice::PartLue& part,
                     const rules::Phrases& phrases) {
    json.cle("constats");
    json.ouvrir_liste();
    for (const auto& constat : part.etat.jugement.verifie->analyse().constats) {
        if (constat.objet.genre != rules::Objet::Genre::essms ||
            !est_de_la_part(part.vu.part, constat.objet.nom))
            continue;
        rendu::ecrire_constat(json, constat, phrases);
    }
    json.fermer_liste();
}

void ecrire_montants(EcrivainJson& json, const teleservice::PartLue& part) {
    json.cle("lignes");
    json.ouvrir_liste();
    const auto& subvention = part.etat.jugement.verifie->analyse().subvention;
    if (subvention)
        for (const auto& ligne : subvention->lignes) {
            if (!est_de_la_part(part.vu.part, ligne.finess_et)) continue;
            json.ouvrir_objet();
            json.membre("finess_et", ligne.finess_et);
            json.membre("regime", core::name_of(ligne.regime));
            for (const auto& [cle, montant] :
                 {std::pair{"usage", ligne.usage}, std::pair{"equipement", ligne.equipement},
                  std::pair{"materiel", ligne.materiel}, std::pair{"amoa", ligne.amoa},
                  std::pair{"total", ligne.total()}}) {
                json.cle(cle);
                json.montant(montant);
            }
            json.fermer_objet();
        }
    json.fermer_liste();
}

}  // namespace

std::string membre_json(const membres::Membre& membre) {
    return objet([&](EcrivainJson& json) { ecrire_membre(json, membre); });
}

std::string membre_vu_json(const teleservice::MembreVu& vu) {
    std::string texte;
    EcrivainJson json{texte};
    ecrire_vu(json, vu);
    return texte;
}

std::string membres_json(const teleservice::MembresLus& lus) {
    return objet([&](EcrivainJson& json) {
        json.cle("membres");
        json.ouvrir_liste();
        for (const auto& vu : lus.membres) ecrire_vu(json, vu);
        json.fermer_liste();
        json.membre("entites_sans_membre", lus.sans_membre);
    });
}

std::string soutien_json(const membres::Soutien& soutien) {
    return objet([&](EcrivainJson& json) { ecrire_soutien(json, soutien); });
}

std::string soutiens_json(const std::vector<membres::Soutien>& soutiens) {
    return objet([&](EcrivainJson& json) {
        liste(json, "soutiens", soutiens,
              [&](const membres::Soutien& soutien) { ecrire_soutien(json, soutien); });
    });
}

std::string invitation_json(const teleservice::InvitationLue& invitation) {
    return objet([&](EcrivainJson& json) {
        json.membre("role", core::name_of(invitation.role));
        json.membre("dossier", invitation.dossier);
        json.membre("porteur", invitation.porteur);
        json.membre("appel", invitation.appel);
        json.cle("finess_ej");
        invitation.finess_ej ? json.texte(invitation.finess_ej->text()) : json.nul();
        json.membre("raison_sociale", invitation.raison_sociale);
        json.membre("courriel", invitation.courriel);
    });
}

std::string accord_json(const teleservice::MembreVu& vu) {
    return objet([&](EcrivainJson& json) {
        json.membre("finess_ej", vu.membre.finess_ej.text());
        ecrire_accord(json, vu);
    });
}

std::string parts_json(const std::vector<teleservice::PartDuCompte>& parts) {
    return objet([&](EcrivainJson& json) {
        json.cle("parts");
        json.ouvrir_liste();
        for (const auto& part : parts) {
            json.ouvrir_objet();
            json.membre("dossier", part.dossier.id);
            json.membre("porteur", part.nom);
            json.membre("appel", part.dossier.appel);
            json.membre("statut", core::name_of(part.dossier.statut));
            json.membre("finess_ej", part.membre.finess_ej.text());
            json.fermer_objet();
        }
        json.fermer_liste();
    });
}

std::string part_json(const teleservice::PartLue& part, const rules::Phrases& phrases) {
    return objet([&](EcrivainJson& json) {
        json.membre("dossier", part.dossier.id);
        json.membre("porteur", part.nom);
        json.membre("version", part.dossier.version);
        json.membre("statut", core::name_of(part.dossier.statut));
        json.membre("finess_ej", part.vu.membre.finess_ej.text());
        json.membre("raison_sociale", part.raison_sociale);
        json.cle("contenu");
        json.brut(part.contenu);
        json.cle("recupere_tva");
        part.vu.membre.recupere_tva ? json.booleen(*part.vu.membre.recupere_tva) : json.nul();
        json.membre("etat", core::name_of(part.vu.etat()));
        ecrire_accord(json, part.vu);
        ecrire_ecarts(json, part.ecarts);
        if (!part.etat.jugement.verifie) return;
        ecrire_constats(json, part, phrases);
        ecrire_montants(json, part);
    });
}

}  // namespace grappe::api
