// Each milestone in turn. PAY-03: AAP Nouvelle-Aquitaine 2024, §4.5.2. SOL-03: §4.2.C, referenced
// before the set-up starts. EXT-19: forfeiture rules of the FMIS, Caisse des dépôts.
#include "portail/jalons/suivi.hpp"

#include <algorithm>

#include "core/calendar.hpp"
#include "portail/jalons/dernier.hpp"
#include "portail/jalons/lectures.hpp"
#include "portail/jalons/terme.hpp"

namespace grappe::jalons {
namespace {

using core::Date;

std::string nom_du_delai(programme::Regime regime) { return std::string{core::name_of(regime)}; }

class Calcul {
public:
    Calcul(const Accord& accord, const std::vector<Fait>& faits, Date aujourd_hui)
        : accord_{accord}, faits_{faits}, aujourd_hui_{aujourd_hui} {}

    Suivi tout() {
        Suivi suivi;
        suivi.projet = {publication(), signature(),     saisie(),     demarrage(),
                        choix(),       referencement(), parametrage()};
        for (const auto& essms : accord_.essms) suivi.deploiements.push_back(deploiement(essms));
        suivi.deployes = std::ranges::count(suivi.deploiements, Etat::fait, &Jalon::etat);
        suivi.projet.push_back(deploiement_du_projet(suivi));
        suivi.projet.push_back(demande_de_solde());
        return suivi;
    }

private:
    Jalon nouveau(Genre genre, std::string_view finess_et = {}) const {
        const auto lu = dernier(faits_, genre, finess_et);
        return {.genre = genre,
                .finess_et = std::string{finess_et},
                .prevu_le = lu.prevu_le,
                .fait_le = lu.fait_le,
                .suite = lu.suite,
                .question = lu.question};
    }

    // `tard`: what it is once its last day is past, done then or not yet.
    struct Tard {
        Etat fait, pas_fait;
    };
    Jalon clos(Jalon jalon, Tard tard = {Etat::fait, Etat::en_retard}) const {
        const bool passe = jalon.terme && jalon.fait_le.value_or(aujourd_hui_) > *jalon.terme;
        if (jalon.fait_le)
            jalon.etat = passe ? tard.fait : Etat::fait;
        else
            jalon.etat = passe ? tard.pas_fait : Etat::a_venir;
        if (jalon.terme)
            jalon.jours = core::days_between(jalon.fait_le.value_or(aujourd_hui_), *jalon.terme);
        return jalon;
    }

    static Jalon dit(Jalon jalon, std::string_view phrase, rules::Faits faits = {}) {
        jalon.phrase = phrase;
        jalon.faits = std::move(faits);
        return jalon;
    }

    static Jalon sans_objet(Jalon jalon, std::string_view phrase) {
        jalon.etat = Etat::sans_objet;
        return dit(std::move(jalon), phrase);
    }

    // A day that the porteur planned, where no text gives one.
    Jalon selon_le_plan(Jalon jalon) const {
        jalon.nature = jalon.prevu_le ? Nature::prevue : Nature::sans_terme;
        jalon.terme = jalon.prevu_le;
        return clos(std::move(jalon));
    }

    Jalon publication() const {
        return dit(clos(nouveau(Genre::publication)), "jalons.dit.publication");
    }

    Jalon signature() const {
        auto jalon = nouveau(Genre::signature);
        jalon.fait_le = accord_.signee_le;
        return dit(clos(std::move(jalon)), "jalons.dit.signature");
    }

    Jalon saisie() const {
        auto jalon = nouveau(Genre::saisie);
        const auto* delai = delai_de(accord_.appel, "forclusion_ars");
        if (delai == nullptr) return dit(clos(std::move(jalon)), "jalons.dit.saisie.sans_delai");
        jalon.nature = Nature::imperative;
        jalon.source = delai->source;
        const auto publiee = dernier(faits_, Genre::publication, {}).fait_le;
        if (!publiee)
            return dit(clos(std::move(jalon)), "jalons.dit.saisie.sans_publication",
                       {{"mois", std::int64_t{*delai->mois}}});
        jalon.terme = core::plus_months(*publiee, *delai->mois);
        return dit(clos(std::move(jalon), {Etat::forclos, Etat::forclos}), "jalons.dit.saisie",
                   {{"mois", std::int64_t{*delai->mois}}, {"publiee", *publiee}});
    }

    std::optional<Date> depart() const {
        switch (depart_de(accord_.appel)) {
            case Depart::signature_de_la_convention:
                return accord_.signee_le;
            case Depart::versement_de_l_avance:
                return accord_.avance_le;
            case Depart::date_declaree:
                break;
        }
        return dernier(faits_, Genre::demarrage, {}).fait_le;
    }

    Jalon demarrage() const {
        auto jalon = nouveau(Genre::demarrage);
        jalon.source = lectures_de(accord_.appel).front().source;
        jalon.fait_le = depart();
        switch (depart_de(accord_.appel)) {
            case Depart::signature_de_la_convention:
                return dit(clos(std::move(jalon)), "jalons.dit.demarrage.signature");
            case Depart::versement_de_l_avance:
                return dit(clos(std::move(jalon)), "jalons.dit.demarrage.avance");
            case Depart::date_declaree:
                break;
        }
        return dit(selon_le_plan(std::move(jalon)), "jalons.dit.demarrage.declare");
    }

    Jalon choix() const { return dit(selon_le_plan(nouveau(Genre::choix)), "jalons.dit.choix"); }

    Jalon parametrage() const {
        auto jalon = nouveau(Genre::parametrage);
        const bool du_dossier = !jalon.prevu_le && accord_.parametrage_prevu_le;
        if (du_dossier) jalon.prevu_le = accord_.parametrage_prevu_le;
        return dit(selon_le_plan(std::move(jalon)),
                   du_dossier ? "jalons.dit.parametrage.du_dossier" : "jalons.dit.parametrage");
    }

    Jalon referencement() const {
        auto jalon = nouveau(Genre::referencement);
        const auto& appel = accord_.appel;
        jalon.source = appel.regle(rules::RegleId::sol_03).source;
        switch (accord_.reference) {
            case Reference::non_dite:
                return sans_objet(std::move(jalon), "jalons.dit.referencement.non_dit");
            case Reference::dispensee:
                jalon.source = appel.regle(rules::RegleId::sol_04).source;
                return sans_objet(std::move(jalon), "jalons.dit.referencement.dispense");
            case Reference::acquise:
                jalon.fait_le = accord_.referencee_le;
                return dit(clos(std::move(jalon)), "jalons.dit.referencement.acquis");
            case Reference::exigee:
                break;
        }
        jalon.nature = Nature::imperative;
        return avant_le_parametrage(std::move(jalon));
    }

    // The day of the set-up is in time (contract portail-check). A day that is only planned bounds
    // it until that day is past: then nothing has begun.
    Jalon avant_le_parametrage(Jalon jalon) const {
        const auto pose = parametrage();
        const bool attendu = pose.prevu_le && *pose.prevu_le >= aujourd_hui_;
        if (pose.fait_le) {
            jalon.terme = pose.fait_le;
            return dit(clos(std::move(jalon), {Etat::non_respecte, Etat::en_retard}),
                       "jalons.dit.referencement.commence", {{"parametrage", *pose.fait_le}});
        }
        if (!attendu) return dit(clos(std::move(jalon)), "jalons.dit.referencement.sans_date");
        jalon.terme = pose.prevu_le;
        return dit(clos(std::move(jalon), {Etat::non_respecte, Etat::en_retard}),
                   "jalons.dit.referencement.prevu", {{"parametrage", *pose.prevu_le}});
    }

    // Why an establishment has no term; empty: it has one.
    std::string_view sans_terme(const Etablissement& essms) const {
        if (accord_.national) return "jalons.dit.deploiement.national";
        if (!essms.regime) return "jalons.dit.deploiement.sans_regime";
        if (delai_de(accord_.appel, nom_du_delai(*essms.regime)) == nullptr)
            return "jalons.dit.deploiement.sans_delai";
        return depart() ? std::string_view{} : "jalons.dit.deploiement.sans_depart";
    }

    Jalon deploiement(const Etablissement& essms) const {
        auto jalon = nouveau(Genre::deploiement, essms.finess_et);
        if (const auto code = sans_terme(essms); !code.empty())
            return dit(selon_le_plan(std::move(jalon)), code);
        const auto& delai = *delai_de(accord_.appel, nom_du_delai(*essms.regime));
        jalon.nature = nature_des_delais(accord_.appel);
        jalon.source = delai.source;
        jalon.terme = core::plus_months(*depart(), *delai.mois);
        const rules::Faits mots{{"mois", std::int64_t{*delai.mois}}, {"depart", *depart()}};
        const auto prolonge = dernier(faits_, Genre::deploiement, essms.finess_et).prolonge_au;
        const auto& convenue =
            accord_.fin_convenue;  // by both parties; the later of the two stands
        if (convenue > jalon.terme && convenue >= prolonge)
            return dit(prolonger(std::move(jalon), *convenue), "jalons.dit.deploiement.avenant",
                       mots);
        if (prolonge)
            return dit(prolonger(std::move(jalon), *prolonge), "jalons.dit.deploiement.prolonge",
                       mots);
        return dit(clos(std::move(jalon)), "jalons.dit.deploiement", mots);
    }

    Jalon prolonger(Jalon jalon, Date au) const {
        jalon.terme_du_texte = jalon.terme;
        jalon.terme = au;
        return clos(std::move(jalon));
    }

    // Of the whole: done with its last establishment, late with its first; its term is the one that
    // comes first among those that are still open.
    Jalon deploiement_du_projet(const Suivi& suivi) const {
        auto jalon = nouveau(Genre::deploiement);
        const auto& tous = suivi.deploiements;
        const auto nombre = static_cast<std::int64_t>(tous.size());
        jalon = dit(std::move(jalon), "jalons.dit.deploiement.projet",
                    {{"deployes", suivi.deployes}, {"nombre", nombre}});
        const Jalon* premier = nullptr;
        for (const auto& un : tous) {
            if (un.nature != Nature::sans_terme) jalon.source = un.source;
            if (un.ouvert() && un.terme && (!premier || *un.terme < *premier->terme)) premier = &un;
        }
        if (premier) {
            jalon.nature = premier->nature;
            jalon.terme = premier->terme;
        }
        if (nombre > 0 && suivi.deployes == nombre)
            jalon.fait_le = std::ranges::max(tous, {}, &Jalon::fait_le).fait_le;
        jalon.suite = Suite::rien;
        return clos(std::move(jalon));
    }

    Jalon demande_de_solde() const {
        auto jalon = nouveau(Genre::demande_de_solde);
        jalon.fait_le = accord_.solde_demande_le;
        const auto* delai = delai_de(accord_.appel, "forclusion_beneficiaire");
        if (delai == nullptr)
            return dit(clos(std::move(jalon)), "jalons.dit.demande_de_solde.sans_delai");
        jalon.nature = Nature::imperative;
        jalon.source = delai->source;
        const auto mois = std::int64_t{*delai->mois};
        if (!accord_.signee_le)
            return dit(clos(std::move(jalon)), "jalons.dit.demande_de_solde.sans_signature",
                       {{"mois", mois}});
        jalon.terme = dernier_jour_d_annee(*accord_.signee_le, *delai->mois);
        return dit(clos(std::move(jalon), {Etat::forclos, Etat::forclos}),
                   "jalons.dit.demande_de_solde", {{"mois", mois}, {"signee", *accord_.signee_le}});
    }

    const Accord& accord_;
    const std::vector<Fait>& faits_;
    Date aujourd_hui_;
};

bool passe_avant(const Jalon& un, const Jalon* autre) {
    return autre == nullptr || *un.terme < *autre->terme;
}

}  // namespace

const Jalon& Suivi::jalon(Genre genre) const {
    const auto ou = std::ranges::find(projet, genre, &Jalon::genre);
    core::ensure(ou != projet.end(), "a milestone of each kind");
    return *ou;
}

const Jalon* Suivi::deploiement(std::string_view finess_et) const {
    const auto ou = std::ranges::find(deploiements, finess_et, &Jalon::finess_et);
    return ou == deploiements.end() ? nullptr : &*ou;
}

const Jalon* Suivi::prochain_imperatif() const {
    const Jalon* premier = nullptr;
    for (const auto* liste : {&projet, &deploiements})
        for (const auto& un : *liste)
            if (un.nature == Nature::imperative && un.ouvert() && un.terme &&
                passe_avant(un, premier))
                premier = &un;
    return premier;
}

Suivi calculer(const Accord& accord, const std::vector<Fait>& faits, Date aujourd_hui) {
    return Calcul{accord, faits, aujourd_hui}.tout();
}

}  // namespace grappe::jalons
