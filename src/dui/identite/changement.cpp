// Load, decide, save.
#include "dui/identite/changement.hpp"

#include <algorithm>

#include "core/ensure.hpp"
#include "dui/identite/identite_repository.hpp"
#include "dui/lecture/objet_json.hpp"
#include "dui/magasin/faits_repository.hpp"

namespace grappe::identite {
namespace {

struct Personne {
    std::optional<core::Date> naissance;
    std::vector<Declaration> declarations;
};

std::string texte_de(const lecture::ObjetJson& reste, std::string_view cle) {
    const auto* champ = reste.trouver(cle);
    return champ == nullptr ? std::string{} : std::string{champ->texte};
}

// A person's own fact says its state and its traits: see dui/lecture.
Declaration declaration_de(const magasin::Version& version) {
    const auto& f = version.fait;
    lecture::ObjetJson reste;
    core::ensure(reste.lire(f.reste), "a stored person is a JSON object");
    std::string prenoms;
    if (const auto* liste = reste.trouver("prenoms"))
        for (const auto un : reste.textes(*liste)) (prenoms += un) += '\n';
    Declaration une{.enregistrement = version.enregistrement,
                    .traits = {.nom_de_naissance = texte_de(reste, "nom_naissance"),
                               .prenoms = prenoms,
                               .date_de_naissance = fait::texte_de(*f.debut, fait::Unite::jour),
                               .sexe = texte_de(reste, "sexe"),
                               .lieu_de_naissance = texte_de(reste, "lieu_naissance")},
                    .statut = core::named<Statut>(core::name_of(f.etat)).value()};
    if (reste.trouver("matricule_ins") != nullptr) une.matricule = texte_de(reste, "matricule_ins");
    return une;
}

Personne lire(storage::Reader& db, std::string_view id) {
    std::vector<magasin::Version> versions;
    magasin::versions_de(db, {&id, 1}, [&](magasin::Version&& une) {
        if (une.fait.type == fait::Type::personne) versions.push_back(std::move(une));
    });
    std::sort(versions.begin(), versions.end(),
              [](const auto& une, const auto& autre) { return une.version < autre.version; });
    Personne personne;
    for (const auto& une : versions) personne.declarations.push_back(declaration_de(une));
    if (!versions.empty())
        personne.naissance =
            core::Date::parse(personne.declarations.back().traits.date_de_naissance).value();
    return personne;
}

core::Refusal inconnue(const std::string& personne) {
    return core::refuse(core::Reason::not_found, "dui.identite.inconnue", personne);
}

// `decider` answers what the act makes of the identity.
template <class Decider>
core::Result<Identite> faire(storage::Writer& db, const Geste& geste, Decider decider) {
    const auto personne = lire(db, geste.personne);
    const auto etapes = histoire(personne.declarations, actes_de(db, geste.personne));
    if (etapes.empty()) return inconnue(geste.personne);
    core::Result<Etape> decide = decider(etapes.back().apres, personne.naissance);
    if (!decide) return decide.error();
    auto acte = std::move(decide).value();
    const auto suivant = magasin::suivant(magasin::dernier_enregistrement(db), geste.maintenant);
    acte.enregistrement = suivant.numero;
    ajouter(db, geste.personne, acte);
    magasin::ajouter_acte(
        db, {.enregistrement = suivant, .auteur = geste.auteur, .origine = "identite", .faits = 0});
    return acte.apres;
}

core::Result<Etape> en_etape(Acte acte, const core::Result<Identite>& apres) {
    if (!apres) return apres.error();
    return Etape{.enregistrement = 0, .acte = acte, .apres = *apres};
}

}  // namespace

core::Result<std::vector<EtapeConnue>> histoire_de(storage::Reader& db, const std::string& personne,
                                                   std::optional<magasin::Moment> connu_le) {
    std::vector<EtapeConnue> connues;
    for (auto& etape : histoire(lire(db, personne).declarations, actes_de(db, personne))) {
        auto signe = magasin::signature_de(db, etape.enregistrement);
        if (connu_le && signe.connu_le > *connu_le) break;
        connues.push_back({std::move(etape), signe.connu_le, std::move(signe.auteur)});
    }
    if (connues.empty()) return inconnue(personne);
    return connues;
}

std::string_view statut_de(storage::Reader& db, const std::string& personne) {
    const auto histoire = histoire_de(db, personne, {});
    return core::name_of(histoire ? histoire->back().etape.apres.statut : Statut::provisoire);
}

core::Result<Identite> changer(storage::Writer& db, const Geste& geste, const Demande& demande) {
    return faire(
        db, geste,
        [&](const Identite& avant, std::optional<core::Date> naissance) -> core::Result<Etape> {
            const auto apres = passer(avant, demande, {naissance, geste.aujourd_hui});
            if (!apres) return apres.error();
            Etape etape{.enregistrement = 0,
                        .acte = Acte::passage,
                        .apres = *apres,
                        .motif = demande.motif};
            if (demande.vu) {
                etape.dispositif = demande.vu->dispositif;
                etape.vu_le = demande.vu->le;
            }
            return etape;
        });
}

core::Result<Identite> poser(storage::Writer& db, const Geste& geste, Attribut attribut) {
    return faire(db, geste, [&](const Identite& avant, std::optional<core::Date>) {
        return en_etape(Acte::attribut_pose, poser(avant, attribut));
    });
}

core::Result<Identite> lever(storage::Writer& db, const Geste& geste, Attribut attribut) {
    return faire(db, geste, [&](const Identite& avant, std::optional<core::Date>) {
        return en_etape(Acte::attribut_leve, lever(avant, attribut));
    });
}

}  // namespace grappe::identite
