// One element a person and a purpose; each answer is a version.
#include "dui/consentement/consentement.hpp"

#include "audit/journal.hpp"
#include "core/ensure.hpp"
#include "core/texte.hpp"
#include "dui/element/elements_repository.hpp"
#include "dui/lecture/contenu.hpp"

namespace grappe::consentement {
namespace {

using element::Element, element::Genre;

constexpr auto classe = partage::Classe::administratif;

std::string id_de(std::string_view personne, Finalite finalite) {
    return "consentement:" + std::string{core::name_of(finalite)} + ":" + std::string{personne};
}

template <class Mot>
Mot mot_de(const lecture::Textes& textes, const char* cle) {
    const auto ou = textes.find(cle);
    const auto mot = ou == textes.end() ? std::nullopt : core::named<Mot>(ou->second);
    core::ensure(mot.has_value(), "a stored consent says its words");
    return *mot;
}

Recueil lu(Finalite finalite, std::string_view contenu) {
    auto textes = lecture::textes_du_contenu(contenu);
    const auto le = core::Date::parse(textes["le"]);
    core::ensure(le.has_value(), "a stored consent says its day");
    return {.finalite = finalite,
            .reponse = mot_de<Reponse>(textes, "reponse"),
            .aupres = mot_de<Aupres>(textes, "aupres"),
            .forme = mot_de<Forme>(textes, "forme"),
            .le = *le,
            .note = textes["note"]};
}

std::string contenu_de(const Recueil& recueil) {
    return lecture::en_contenu({{"reponse", std::string{core::name_of(recueil.reponse)}},
                                {"aupres", std::string{core::name_of(recueil.aupres)}},
                                {"forme", std::string{core::name_of(recueil.forme)}},
                                {"le", recueil.le.text()},
                                {"note", recueil.note}});
}

std::vector<Faute> fautes_de(const Recueil& recueil, magasin::Moment maintenant) {
    std::vector<Faute> fautes;
    if (recueil.le > core::paris().day_of(maintenant.seconde()))
        fautes.push_back({"le", "consentement.futur"});
    if (core::caracteres(recueil.note) > note_au_plus)
        fautes.push_back({"note", "consentement.note"});
    return fautes;
}

}  // namespace

Regime regime_de(Finalite finalite) {
    switch (finalite) {
        case Finalite::dmp_alimentation:
        case Finalite::mss_professionnels:
            return Regime::opposition;
        case Finalite::dmp_consultation:
        case Finalite::mss_usager:
        case Finalite::photo:
        case Finalite::etudes:
            return Regime::accord;
    }
    return Regime::accord;
}

core::Result<void> peut_sortir(Finalite finalite, const std::optional<Recueil>& recueil) {
    const std::string detail{core::name_of(finalite)};
    if (!recueil && regime_de(finalite) == Regime::accord)
        return core::refuse(core::Reason::rule_not_met, "consentement.absent", detail);
    if (recueil && recueil->reponse == Reponse::opposition)
        return core::refuse(core::Reason::rule_not_met, "consentement.oppose", detail);
    return {};
}

core::Result<void> demander(storage::Reader& db, std::string_view personne, Finalite finalite) {
    const auto derniere = element::derniere(db, id_de(personne, finalite));
    return peut_sortir(
        finalite, derniere ? std::optional{lu(finalite, derniere->element.contenu)} : std::nullopt);
}

core::Result<std::vector<Faute>> recueillir(storage::Writer& db, const acces::Professionnel& qui,
                                            magasin::Moment maintenant, const Saisie& saisie) {
    if (!qui.peut_a(access::Permission::dossier_usager_ecrire, saisie.finess_et.text()))
        return core::refuse(core::Reason::forbidden, "dui.etablissement_interdit");
    if (!qui.ecrit(classe)) return core::refuse(core::Reason::forbidden, "consentement.profession");
    auto recueil = saisie.recueil;
    recueil.note = std::string{core::trimmed(recueil.note)};
    if (auto fautes = fautes_de(recueil, maintenant); !fautes.empty()) return fautes;

    const auto id = id_de(saisie.personne, recueil.finalite);
    const auto avant = element::derniere(db, id);
    if (avant && lu(recueil.finalite, avant->element.contenu) == recueil)
        return std::vector<Faute>{};
    const auto ecrite =
        element::ecrire(db, {qui.acteur.compte, maintenant},
                        {{.id = id,
                          .genre = Genre::consentement,
                          .classe = classe,
                          .finess_et = avant ? avant->element.finess_et : saisie.finess_et,
                          .personne = saisie.personne,
                          .lie_a = {},
                          .debut = maintenant.seconde(),
                          .fin = {},
                          .contenu = contenu_de(recueil)},
                         saisie.vue});
    if (!ecrite) return ecrite.error();
    audit::noter(db,
                 {.acteur = qui.acteur.compte,
                  .acte = "consentement.recueillir",
                  .objet = "personne:" + saisie.personne,
                  .detail = std::string{core::name_of(recueil.finalite)} + ":" +
                            std::string{core::name_of(recueil.reponse)}},
                 maintenant.seconde());
    return std::vector<Faute>{};
}

std::vector<Version> versions_de(storage::Reader& db, std::string_view personne,
                                 Finalite finalite) {
    std::vector<Version> versions;
    for (const auto& une : element::versions_de(db, id_de(personne, finalite)))
        versions.push_back({une.version, lu(finalite, une.element.contenu),
                            magasin::signature_de(db, une.enregistrement)});
    return versions;
}

}  // namespace grappe::consentement
