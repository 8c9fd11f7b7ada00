// A scan, the signature that it proves.
#include "portail/convention/papier.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/texte.hpp"
#include "portail/convention/avenant_repository.hpp"
#include "portail/convention/convention_repository.hpp"
#include "portail/convention/papier_repository.hpp"
#include "secret/hasard.hpp"

namespace grappe::convention {
namespace {

using access::Permission;

const std::vector<Signature>& signatures_de(const Designe& designe) {
    return designe.avenant ? designe.avenant->signatures : designe.sujet.convention.signatures;
}

int rang_de(const Designe& designe) { return designe.avenant ? designe.avenant->rang : 0; }

// Those filed for the same signature.
std::vector<PapierSigne> deja_la(storage::Reader& db, const Designe& designe, Partie partie) {
    auto tous = papiers_de(db, designe.sujet.convention.id);
    std::erase_if(tous, [&](const PapierSigne& un) {
        return un.avenant != rang_de(designe) || un.partie != partie;
    });
    return tous;
}

core::Result<void> signer_sur_papier(storage::Writer& db, const Demandeur& qui,
                                     const Designe& designe,
                                     const std::pair<Partie, const Moyens&>& a) {
    const auto partie = core::name_of(a.first), mode = core::name_of(Mode::papier);
    if (designe.avenant) {
        const auto signe = signer_un_avenant(
            db, qui, {.avenant = designe.avenant->id, .partie = partie, .mode = mode}, a.second);
        return signe ? core::Result<void>{} : core::Result<void>{signe.error()};
    }
    const auto signe =
        signer(db, qui, {.convention = designe.sujet.convention.id, .partie = partie, .mode = mode},
               a.second);
    return signe ? core::Result<void>{} : core::Result<void>{signe.error()};
}

PapierSigne composer(const Demandeur& qui, const Designe& designe, const NouveauPapier& nouveau,
                     const std::vector<PapierSigne>& avant) {
    return {.id = secret::identifiant(),
            .convention = designe.sujet.convention.id,
            .avenant = rang_de(designe),
            .partie = *core::named<Partie>(nouveau.partie),
            .rang = avant.empty() ? 1 : avant.back().rang + 1,
            .provenance = nouveau.provenance,
            .fichier = nouveau.fichier,
            .par = qui.acteur.compte,
            .depose_le = qui.maintenant};
}

// An agreement, its amendments, the number of its deposit.
struct Ecrits {
    const Convention& convention;
    std::vector<Avenant> avenants;
    std::string numero;
};

std::string code_du_papier(const PapierSigne& papier, const Ecrits& ecrits) {
    const auto avenant = std::ranges::find(ecrits.avenants, papier.avenant, &Avenant::rang);
    return avenant == ecrits.avenants.end() ? code_de(ecrits.convention, ecrits.numero)
                                            : code_de(*avenant, ecrits.numero);
}

}  // namespace

std::string nom_du_papier(const PapierSigne& papier, std::string_view code) {
    return fmt::format("convention-{}-{}-{}.{}", code, core::name_of(papier.partie), papier.rang,
                       core::name_of(papier.fichier.format));
}

core::Result<Designe> permettre_un_papier(storage::Reader& db, const Demandeur& qui,
                                          const PapierVise& vise) {
    if (core::trimmed(vise.code).empty()) return core::refuse(core::Reason::invalid, "papier.code");
    auto designe = acceder_par_le_code(db, qui, vise.code, Permission::convention_preparer);
    if (!designe)
        return designe.error().reason == core::Reason::not_found
                   ? core::refuse(core::Reason::not_found, "papier.code_inconnu")
                   : designe.error();
    const auto partie = core::named<Partie>(vise.partie);
    if (!partie) return core::refuse(core::Reason::invalid, "signature.partie");
    const auto* signature = signature_de(signatures_de(*designe), *partie);
    if (signature != nullptr && signature->mode != Mode::papier)
        return core::refuse(core::Reason::conflict, "papier.signee_en_ligne");
    return designe;
}

core::Result<PapierDepose> deposer_un_papier(storage::Writer& db, const Demandeur& qui,
                                             const NouveauPapier& nouveau, const Moyens& moyens) {
    const auto permis = permettre_un_papier(db, qui, {nouveau.code, nouveau.partie});
    if (!permis) return permis.error();
    const auto partie = *core::named<Partie>(nouveau.partie);
    const auto avant = deja_la(db, *permis, partie);
    if (!avant.empty() && avant.back().fichier.sha256 == nouveau.fichier.sha256)
        return PapierDepose{avant.back(), permis->sujet.dossier};
    if (signature_de(signatures_de(*permis), partie) == nullptr) {
        const auto signe = signer_sur_papier(db, qui, *permis, {partie, moyens});
        if (!signe) return signe.error();
    }
    auto papier = composer(qui, *permis, nouveau, avant);
    ajouter(db, papier);
    noter(db, qui, permis->sujet,
          {"papier.deposer",
           fmt::format("papier:{} {} {}", papier.id, nouveau.partie, papier.fichier.sha256)});
    return PapierDepose{std::move(papier), permis->sujet.dossier};
}

core::Result<PapierLu> lire_un_papier(storage::Reader& db, const Demandeur& qui,
                                      std::string_view id) {
    auto papier = trouver_papier(db, id);
    const auto sujet =
        acceder_par(db, qui, papier, {Permission::convention_lire, "papier.inconnu"});
    if (!sujet) return sujet.error();
    const auto& convention = sujet->convention;
    auto nom =
        nom_du_papier(*papier, code_du_papier(*papier, {convention, avenants_de(db, convention.id),
                                                        depot_de(db, convention).numero}));
    return PapierLu{*std::move(papier), std::move(nom)};
}

std::vector<PapierLu> papiers_du_dossier(storage::Reader& db, std::string_view dossier) {
    const auto convention = trouver_du_dossier(db, dossier);
    if (!convention) return {};
    const Ecrits ecrits{*convention, avenants_de(db, convention->id),
                        depot_de(db, *convention).numero};
    std::vector<PapierLu> lus;
    for (auto& papier : papiers_de(db, convention->id)) {
        auto nom = nom_du_papier(papier, code_du_papier(papier, ecrits));
        lus.push_back({std::move(papier), std::move(nom)});
    }
    return lus;
}

std::vector<PapierLu> papiers_lisibles(storage::Reader& db, const Demandeur& qui,
                                       std::string_view dossier) {
    const auto convention = trouver_du_dossier(db, dossier);
    const bool lisible =
        convention && acceder(db, qui, convention->id, Permission::convention_lire).has_value();
    return lisible ? papiers_du_dossier(db, dossier) : std::vector<PapierLu>{};
}

}  // namespace grappe::convention
