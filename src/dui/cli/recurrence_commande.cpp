// grappe-dui recurrence: what a rule of recurrence means, its occurrences, or its calendar feed.
#include "core/calendar.hpp"
#include "dui/cli/commande.hpp"
#include "dui/recurrence/description.hpp"
#include "dui/recurrence/flux.hpp"

namespace grappe::dui {
namespace {

using cli::Session;
using recurrence::Moment;

struct Options {
    std::string regle, du, au, debut, titre = "Agenda";
    std::vector<std::string> sauf, deplace;
    int minutes = 60;
    bool ics = false;
};

struct Demande {
    recurrence::Serie serie;
    recurrence::Fenetre fenetre;
};

// "2026-12-01T10:30=2026-12-02T14:00"
core::Result<recurrence::Deplacee> lire_le_deplacement(const std::string& texte, int minutes) {
    const auto egal = texte.find('=');
    const auto de = Moment::lire(texte.substr(0, egal));
    const auto a = Moment::lire(egal == std::string::npos ? "" : texte.substr(egal + 1));
    if (de && a) return recurrence::Deplacee{*de, *a, minutes};
    return core::refuse(core::Reason::invalid, "dui.recurrence.deplacement", texte);
}

class Lecteur {
public:
    explicit Lecteur(const Options& options) : options_{options} {}

    // What was asked, or every fault of it.
    std::optional<Demande> lire() {
        auto lue = recurrence::lire_regle(options_.regle);
        refus_ = std::move(lue.refus);
        const auto du = garder(jour(options_.du));
        const auto au = options_.au.empty() ? trois_mois_apres(du) : garder(jour(options_.au));
        const auto debut =
            options_.debut.empty() ? neuf_heures(du) : garder(Moment::lire(options_.debut));
        std::vector<Moment> exclues;
        for (const auto& texte : options_.sauf)
            if (const auto lu = garder(Moment::lire(texte))) exclues.push_back(*lu);
        std::vector<recurrence::Deplacee> deplacees;
        for (const auto& texte : options_.deplace)
            if (const auto lu = garder(lire_le_deplacement(texte, options_.minutes)))
                deplacees.push_back(*lu);
        if (!refus_.empty()) return std::nullopt;
        return Demande{.serie = {.debut = *debut,
                                 .minutes = options_.minutes,
                                 .regle = std::move(lue.regle),
                                 .exclues = std::move(exclues),
                                 .deplacees = std::move(deplacees)},
                       .fenetre = {*du, *au}};
    }

    const std::vector<core::Refusal>& refus() const { return refus_; }

private:
    static core::Result<core::Date> jour(const std::string& texte) {
        const auto lu = core::Date::parse(texte);
        if (lu) return lu;
        return core::refuse(core::Reason::invalid, "dui.au_illisible", texte);
    }
    static std::optional<core::Date> trois_mois_apres(const std::optional<core::Date>& du) {
        return du ? std::optional{core::plus_months(*du, 3)} : std::nullopt;
    }
    static std::optional<Moment> neuf_heures(const std::optional<core::Date>& du) {
        return du ? std::optional{Moment{*du, 9 * 60}} : std::nullopt;
    }
    template <class T>
    std::optional<T> garder(core::Result<T> lu) {
        if (lu) return *lu;
        refus_.push_back(lu.error());
        return std::nullopt;
    }

    const Options& options_;
    std::vector<core::Refusal> refus_{};
};

std::string lister(const Session& session, const Demande& demande,
                   const std::vector<recurrence::Occurrence>& toutes) {
    auto texte = recurrence::decrire(demande.serie, session.phrases) + "\n";
    for (const auto& une : toutes) texte += recurrence::decrire(une, session.phrases) + "\n";
    if (toutes.empty()) texte += session.phrases.rendre("recurrence.aucune", {}) + "\n";
    return texte;
}

int recurrence_dite(const Session& session, const Options& options) {
    Lecteur lecteur{options};
    const auto demande = lecteur.lire();
    for (const auto& refus : lecteur.refus()) cli::refuser(session, refus, cli::saisie_illisible);
    if (!demande) return cli::saisie_illisible;
    const auto toutes = recurrence::derouler(demande->serie, demande->fenetre);
    if (!toutes) return cli::refuser(session, toutes.error(), cli::saisie_illisible);
    if (!recurrence::premiere(demande->serie))
        return cli::refuser(session,
                            core::refuse(core::Reason::invalid, "recurrence.aucune_jamais"),
                            cli::saisie_illisible);
    const recurrence::RendezVous un{
        .uid = "recurrence", .titre = options.titre, .serie = demande->serie};
    cli::ecrire(session.sortie, options.ics
                                    ? recurrence::ics({&un, 1}, options.titre, session.maintenant)
                                    : lister(session, *demande, *toutes));
    return cli::reussi;
}

}  // namespace

void declarer_recurrence(cli::Commande& programme) {
    auto& commande = programme.commande("recurrence", "dui.recurrence");
    const auto options = std::make_shared<Options>();
    commande.option("regle", options->regle, "dui.recurrence.regle").requise();
    commande.option("--du", options->du, "dui.recurrence.du").mot("JOUR").requise();
    commande.option("--au", options->au, "dui.recurrence.au").mot("JOUR");
    commande.option("--debut", options->debut, "dui.recurrence.debut").mot("MOMENT");
    commande.option("--minutes", options->minutes, "dui.recurrence.minutes")
        .mot("N")
        .entre(1, recurrence::minutes_max);
    commande.option("--sauf", options->sauf, "dui.recurrence.sauf").mot("MOMENT").une_par_nom();
    commande.option("--deplace", options->deplace, "dui.recurrence.deplace")
        .mot("MOMENT=MOMENT")
        .une_par_nom();
    commande.option("--titre", options->titre, "dui.recurrence.titre").mot("TEXTE");
    commande.drapeau("--ics", options->ics, "dui.recurrence.ics");
    commande.faire(recurrence_dite, options);
}

}  // namespace grappe::dui
