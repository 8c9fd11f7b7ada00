// Where an agreement stands: its steps, its three figures.
#include "portail/conventionnement/convention_vue.hpp"

#include "portail/pages/cadre.hpp"
#include "portail/pages/ecriture.hpp"

namespace grappe::conventionnement {
namespace {

using convention::Objet, convention::Versement;
using page::Vue;
using teleservice::Statut;

enum class Etape { faite, en_cours, a_venir };

std::string_view classe_de(Etape etape) {
    if (etape == Etape::faite) return "ouvert";
    return etape == Etape::en_cours ? "info" : "ferme";
}

Etape etape_si(bool faite, bool en_cours) {
    if (faite) return Etape::faite;
    return en_cours ? Etape::en_cours : Etape::a_venir;
}

const Versement* valide(const ConventionLue& lue, Objet objet) {
    for (const auto& un : lue.versements)
        if (un.objet == objet && un.verse()) return &un;
    return nullptr;
}

core::Money verse(const ConventionLue& lue) {
    core::Money total;
    for (const auto& un : lue.versements)
        if (un.verse()) total += un.montant;
    return total;
}

// Empty: nothing came back.
std::string rendu_dit(const ConventionLue& lue) {
    const auto rendu = convention::rendu(lue.recouvrements);
    return rendu > core::Money{} ? euros(rendu) : std::string{};
}

// Agreed, signed, advance, usage and expenses, balance: what is past, what is now.
class Etapes {
public:
    explicit Etapes(const Vues& vues) : vues_{vues} {}

    Vue::Liste toutes() {
        const auto& lue = vues_.lue;
        const auto& convention = vues_.convention();
        const auto signee = convention.signee_le();
        const auto *avance = valide(lue, Objet::avance), *solde = valide(lue, Objet::solde);
        const bool sans_avance = convention.avance == core::Money{};
        const bool lancee = signee && (avance || sans_avance);
        ajouter("etablie", Etape::faite, le(convention.preparee_le));
        ajouter("signee", etape_si(signee.has_value(), true), signee ? le(*signee) : "");
        if (!sans_avance)
            ajouter("avance", etape_si(avance != nullptr, signee.has_value()),
                    avance ? euros(avance->montant) : "");
        const bool justifie = lue.solde && lue.solde->complet;
        ajouter("justifiee", etape_si(justifie || solde, lancee), "");
        ajouter("solde", etape_si(solde != nullptr, lancee && justifie),
                solde ? euros(solde->montant) : "");
        return std::move(vues_des_etapes_);
    }

private:
    void ajouter(const std::string& nom, Etape etape, const std::string& precision) {
        const auto* etat = etape == Etape::faite      ? "conventionnement.etape.faite"
                           : etape == Etape::en_cours ? "conventionnement.etape.en_cours"
                                                      : "conventionnement.etape.a_venir";
        vues_des_etapes_.push_back(Vue{{"nom", vues_.dire("conventionnement.etape." + nom)},
                                       {"classe", classe_de(etape)},
                                       {"etat", vues_.dire(etat)},
                                       {"precision", precision}});
    }

    const Vues& vues_;
    Vue::Liste vues_des_etapes_{};
};

// "Version signée au départ.", or which amendment is in force.
std::string avenants_dits(const Vues& vues) {
    const auto rang = vues.convention().avenant;
    if (rang == 0) return vues.dire("conventionnement.sans_avenant");
    return vues.dire("conventionnement.avenant_en_vigueur", {{"rang", std::int64_t{rang}}});
}

}  // namespace

std::string Mots::dire(std::string_view code) const {
    return pages::dire(conventions.services(), code);
}

std::string Mots::dire(std::string_view code, const rules::Faits& faits) const {
    return pages::dire(conventions.services(), code, faits);
}

std::string Vues::nom_de_l_essms(const std::string& finess) const {
    const auto* connu = conventions.services().registre.find(finess);
    return connu == nullptr ? dire("conventionnement.hors_registre") : connu->raison_sociale;
}

std::string Vues::adresse_du_scan(const std::string& code, convention::Partie partie) const {
    if (!lue.possibles.deposer_un_papier) return {};
    return "/conventions/scan?code=" + code + "&partie=" + std::string{core::name_of(partie)};
}

std::string euros(core::Money montant) {
    std::string texte;
    rules::ajouter_valeur(texte, montant);
    return texte;
}

std::string le(core::Instant instant) { return pages::moment(instant, core::paris()); }

Vue vue_de_la_convention(const Vues& vues) {
    const auto& lue = vues.lue;
    const auto& convention = vues.convention();
    const auto accorde = convention.accorde.total().total();
    Vue vue{{"dossier", lue.sujet.dossier.id},
            {"id", convention.id},
            {"adresse", "/dossiers/" + lue.sujet.dossier.id + "/convention"},
            {"numero", lue.fiche.numero},
            {"nom", lue.fiche.porteur},
            {"code", lue.code},
            {"entiere", lue.entiere},
            {"forme",
             vues.dire("actes.convention.forme." + std::string{core::name_of(convention.forme)})},
            {"pdf", "/dossiers/" + lue.sujet.dossier.id + "/convention.pdf"},
            {"etapes", Etapes{vues}.toutes()},
            {"accorde", euros(accorde)},
            {"avance", euros(convention.avance)},
            {"solde_plein", euros(accorde - convention.avance)},
            {"verse", euros(verse(lue))},
            {"rendu", rendu_dit(lue)},
            {"empreinte", convention.empreinte},
            {"regles", convention.regles},
            {"version", convention.version},
            {"amendable", lue.entiere && lue.signee()},
            {"avenants_dits", avenants_dits(vues)},
            {"preparer_un_avenant", lue.possibles.preparer_un_avenant}};
    ajouter_les_signatures(vue, vues);
    ajouter_les_lignes(vue, vues);
    ajouter_le_suivi(vue, vues);
    ajouter_les_versements(vue, vues);
    ajouter_les_recouvrements(vue, vues);
    ajouter_le_solde(vue, vues);
    return vue;
}

}  // namespace grappe::conventionnement
