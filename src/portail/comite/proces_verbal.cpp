// The paragraphs of the minutes.
#include "portail/comite/proces_verbal.hpp"

#include <algorithm>

#include "identity/compte.hpp"

namespace grappe::comite {
namespace {

class Redaction {
public:
    Redaction(storage::Reader& db, const Vue& vue, const rules::Phrases& phrases)
        : db_{db}, vue_{vue}, phrases_{phrases} {
        for (const auto& vu : vue.candidats) {
            candidats_.push_back(vu.candidat);
            if (vu.avis) avis_.push_back(*vu.avis);
        }
    }

    std::vector<std::string> paragraphes() {
        seance();
        for (const auto& interet : vue_.interets)
            dire("comite.pv.interet", {{"membre", nom_de(interet.membre)},
                                       {"organisme", std::string_view{interet.organisme}},
                                       {"motif", std::string_view{interet.motif}}});
        for (const auto& vu : vue_.candidats) dossier(vu);
        dire("comite.pv.total", {{"dossiers", std::int64_t{vue_.retenu.dossiers}},
                                 {"essms", std::int64_t{vue_.retenu.essms}},
                                 {"montant", vue_.retenu.montant},
                                 {"enveloppe", vue_.comite.enveloppe}});
        publication();
        return std::move(paragraphes_);
    }

private:
    void dire(std::string_view code, const rules::Faits& faits) {
        paragraphes_.push_back(phrases_.rendre(code, faits));
    }

    std::string nom_de(const std::string& compte) {
        const auto trouve = identity::trouver_compte(db_, compte);
        return trouve ? trouve->nom_affiche() : compte;
    }

    void seance() {
        const auto& comite = vue_.comite;
        dire("comite.pv.seance", {{"jour", comite.tenu_le},
                                  {"appel", std::string_view{comite.appel}},
                                  {"guichet", std::string_view{comite.guichet}},
                                  {"enveloppe", comite.enveloppe}});
        if (!comite.fenetre.empty())
            dire("comite.pv.fenetre", {{"fenetre", std::string_view{comite.fenetre}}});
        if (comite.quorum) dire("comite.pv.quorum", {{"quorum", std::int64_t{*comite.quorum}}});
    }

    void dossier(const CandidatVu& vu) {
        const auto& candidat = vu.candidat;
        const rules::Faits qui{{"numero", std::string_view{candidat.numero}},
                               {"porteur", std::string_view{candidat.porteur}}};
        if (candidat.attente)
            dire("comite.pv.attendait", {{"numero", std::string_view{candidat.numero}},
                                         {"rang", std::int64_t{*candidat.attente->rang}},
                                         {"jour", candidat.attente->tenu_le}});
        if (!vu.avis) return dire("comite.pv.sans_avis", qui);
        const auto& avis = *vu.avis;
        auto faits = qui;
        faits.push_back(
            {"avis", phrases_.rendre("comite.sens." + std::string{core::name_of(avis.sens)}, {})});
        faits.push_back({"membres", std::int64_t{avis.presence.membres}});
        faits.push_back({"ecartes", std::int64_t{avis.presence.ecartes}});
        faits.push_back({"votants", std::int64_t{avis.presence.votants}});
        dire("comite.pv.avis", faits);
        if (avis.rang) dire("comite.pv.rang", {{"rang", std::int64_t{*avis.rang}}});
        if (const auto* saute = saute_par(candidat, candidats_, avis_))
            dire("comite.pv.saute", {{"numero", std::string_view{saute->numero}},
                                     {"rang", std::int64_t{*saute->attente->rang}}});
        if (!avis.recommandations.empty())
            dire("comite.pv.recommandations", {{"texte", std::string_view{avis.recommandations}}});
        if (!avis.motif.empty()) dire("comite.pv.motif", {{"texte", std::string_view{avis.motif}}});
        if (!avis.ecarts.empty()) {
            auto noms = avis.ecarts;
            std::ranges::replace(noms, '\n', ',');
            dire("comite.pv.ecart", {{"scenarios", std::move(noms)}});
        }
    }

    void publication() {
        if (!vue_.comite.notifie_le) return dire("comite.pv.ouvert", {});
        const auto& paris = core::paris();
        dire("comite.pv.publie", {{"instant", paris.text(*vue_.comite.notifie_le)}});
    }

    storage::Reader& db_;
    const Vue& vue_;
    const rules::Phrases& phrases_;
    std::vector<Candidat> candidats_{};
    std::vector<Avis> avis_{};
    std::vector<std::string> paragraphes_{};
};

}  // namespace

core::Result<ProcesVerbal> proces_verbal(storage::Reader& db, const Demandeur& qui,
                                         std::string_view comite, const Moyens& moyens) {
    auto tenu = demander_le_comite(db, qui, comite, access::Permission::resultat_notifier);
    if (!tenu) return tenu.error();
    const auto vue = voir(db, qui, comite, moyens);
    if (!vue) return vue.error();
    if (concerne(*vue)) return core::refuse(core::Reason::forbidden, "comite.interet");
    return ProcesVerbal{*std::move(tenu), Redaction{db, *vue, moyens.regles.phrases}.paragraphes()};
}

}  // namespace grappe::comite
