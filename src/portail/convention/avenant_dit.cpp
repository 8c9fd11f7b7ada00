// One sentence for each thing that an amendment changes.
#include "portail/convention/avenant_dit.hpp"

#include <algorithm>

namespace grappe::convention {
namespace {

using Genre = GenreDeChangement;

class Phrases {
public:
    Phrases(const AvenantLu& lu, const rules::Phrases& phrases) : lu_{lu}, phrases_{phrases} {}

    std::vector<std::string> toutes() && {
        for (const auto& un : ecarts(lu_.avant.accorde, apres().accorde)) etablissement(un);
        for (const auto& un : lu_.avenant.changements) fait(un);
        total();
        avance();
        delai();
        for (const auto une : lu_.avenant.alertes)
            dire("avenant.alerte." + std::string{core::name_of(une)},
                 {{"essms", static_cast<std::int64_t>(apres().accorde.lignes.size())}});
        return std::move(dites_);
    }

private:
    const Version& apres() const { return lu_.avenant.version; }

    void dire(std::string_view code, const rules::Faits& faits) {
        dites_.push_back(phrases_.rendre(code, faits));
    }

    bool demande(Genre genre, const std::string& finess) const {
        return std::ranges::any_of(lu_.avenant.changements, [&](const Changement& un) {
            return un.genre == genre && un.finess == finess;
        });
    }

    void etablissement(const Ecart& un) {
        if (!un.change()) return;
        const rules::Faits faits{{"essms", lu_.nom_de(un.finess_et, phrases_)},
                                 {"finess", un.finess_et},
                                 {"avant", un.avant.value_or(Money{})},
                                 {"apres", un.apres.value_or(Money{})}};
        if (!un.apres)
            return dire(demande(Genre::retrait, un.finess_et) ? "avenant.dit.retrait"
                                                              : "avenant.dit.ecarte",
                        faits);
        if (!un.avant)
            return dire(
                demande(Genre::ajout, un.finess_et) ? "avenant.dit.ajout" : "avenant.dit.compte",
                faits);
        dire("avenant.dit.montant", faits);
    }

    std::string valeur_de(const Changement& un) const {
        const auto mot = "avenant.valeur." + un.valeur;
        if (phrases_.contient(mot)) return phrases_.rendre(mot, {});
        const auto montant = Money::parse(un.valeur);
        const bool en_euros = un.genre == Genre::devis_materiel || un.genre == Genre::devis_amoa;
        if (!montant) return phrases_.rendre("avenant.valeur.aucun", {});
        std::string texte;
        if (en_euros)
            rules::ajouter_valeur(texte, *montant);
        else
            texte = un.valeur;
        return texte;
    }

    // Those that leave and join are told by their amounts, the delay by itself.
    void fait(const Changement& un) {
        if (un.genre == Genre::retrait || un.genre == Genre::ajout ||
            un.genre == Genre::fin_deploiement)
            return;
        if (un.genre == Genre::essms_geres)
            return dire("avenant.dit.organisme", {{"finess", un.finess}, {"valeur", un.valeur}});
        const auto nom =
            phrases_.rendre("avenant.genre." + std::string{core::name_of(un.genre)}, {});
        dire(est_du_projet(un.genre) ? "avenant.dit.fait_du_projet" : "avenant.dit.fait",
             {{"fait", nom},
              {"essms", lu_.nom_de(un.finess, phrases_)},
              {"finess", un.finess},
              {"valeur", valeur_de(un)}});
    }

    void total() {
        const auto avant = lu_.avant.accorde.total().total();
        const auto accorde = apres().accorde.total().total();
        dire(avant == accorde ? "avenant.dit.total_inchange" : "avenant.dit.total",
             {{"avant", avant}, {"apres", accorde}});
    }

    void avance() {
        const rules::Faits faits{{"avant", lu_.avant.avance}, {"apres", apres().avance},
                                 {"verse", apres().verse},    {"reste_avant", lu_.avant.reste()},
                                 {"reste", apres().reste()},  {"en_trop", apres().en_trop()}};
        if (apres().en_trop() > Money{}) return dire("avenant.dit.en_trop", faits);
        if (apres().verse > Money{}) return dire("avenant.dit.avance_versee", faits);
        dire(lu_.avant.avance == apres().avance ? "avenant.dit.avance_inchangee"
                                                : "avenant.dit.avance",
             faits);
    }

    void delai() {
        const auto &avant = lu_.avant.fin_deploiement, &fin = apres().fin_deploiement;
        if (avant == fin || !fin) return;
        if (!avant) return dire("avenant.dit.delai_fixe", {{"apres", *fin}});
        dire("avenant.dit.delai", {{"avant", *avant}, {"apres", *fin}});
    }

    const AvenantLu& lu_;
    const rules::Phrases& phrases_;
    std::vector<std::string> dites_{};
};

}  // namespace

std::vector<std::string> dire(const AvenantLu& lu, const rules::Phrases& phrases) {
    return Phrases{lu, phrases}.toutes();
}

std::string dire(const FauteDeChangement& faute, const std::vector<Changement>& demandes,
                 const rules::Phrases& phrases) {
    const auto& demande = demandes[faute.rang];
    return phrases.rendre(
        faute.code,
        {{"finess", demande.finess}, {"valeur", demande.valeur}, {"detail", demande.finess}});
}

}  // namespace grappe::convention
