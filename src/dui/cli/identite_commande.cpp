// grappe-dui identite: a person's identity, how it came to be so, and what changes it.

#include "dui/cli/base_du_dui.hpp"
#include "dui/cli/commande.hpp"
#include "dui/identite/changement.hpp"

namespace grappe::dui {
namespace {

using cli::Session;

// As typed; empty: not said.
struct Options {
    OptionsDeBase base;
    std::string personne, connu_le, auteur = "commande";
    std::string vers, matricule, oid, dispositif, vu_le, motif;
    std::string poser, lever;
};

struct Mot {
    const char* option;
    const std::string& mot;
};

template <class T>
core::Result<T> lire(const Mot& ecrit) {
    if (const auto lu = core::named<T>(ecrit.mot)) return *lu;
    std::string admis;
    for (const auto& un : names(T{})) admis.append(admis.empty() ? "" : ", ").append(un.name);
    return core::refuse(
        core::Reason::invalid, "dui.identite.mot_inconnu",
        std::string{ecrit.option} + " «\u00a0" + ecrit.mot + "\u00a0». Mots admis\u00a0: " + admis);
}

// Nothing where nothing was typed.
template <class T>
core::Result<std::optional<T>> mot_lu(const Mot& ecrit) {
    if (ecrit.mot.empty()) return std::optional<T>{};
    const auto lu = lire<T>(ecrit);
    if (!lu) return lu.error();
    return std::optional<T>{*lu};
}

std::string attributs_dits(const identite::Attributs& attributs) {
    std::string texte;
    for (const auto& un : names(identite::Attribut{}))
        if (attributs.porte(un.value)) texte += ", " + std::string{un.name};
    return texte;
}

rules::Faits faits_de(const Session& session, const identite::Identite& identite) {
    const auto etat = "dui.identite.statut." + std::string{core::name_of(identite.statut)};
    return {{"etat", session.phrases.rendre(etat, {})},
            {"attributs", attributs_dits(identite.attributs)}};
}

std::string resultat_dit(const Session& session, const char* code,
                         const std::optional<core::Refusal>& refus, const std::string& permis) {
    const auto dit = refus ? session.phrases.dire(*refus) : permis;
    return session.phrases.rendre(code, {{"dit", std::string_view{dit}}}) + "\n";
}

std::string en_francais(const Session& session, const identite::Identite& une) {
    auto texte = session.phrases.rendre("dui.identite.etat", faits_de(session, une)) + "\n";
    const auto matricule = identite::a_emettre(une);
    const auto diffusion = identite::diffuser(une, identite::Confirmation::aucune);
    texte += resultat_dit(
        session, "dui.identite.emission",
        matricule ? std::nullopt : std::optional{matricule.error()},
        matricule ? matricule->numero + " " + std::string{core::name_of(*matricule->autorite)}
                  : "");
    texte += resultat_dit(session, "dui.identite.diffusion",
                          diffusion ? std::nullopt : std::optional{diffusion.error()},
                          session.phrases.rendre("dui.identite.permise", {}));
    return texte;
}

std::string en_francais(const Session& session, const identite::EtapeConnue& une) {
    const auto& phrases = session.phrases;
    auto faits = faits_de(session, une.etape.apres);
    const auto quoi =
        phrases.rendre("dui.identite.acte." + std::string{core::name_of(une.etape.acte)}, {});
    faits.insert(faits.end(),
                 {{"connu_le", une.connu_le.text()}, {"quoi", quoi}, {"auteur", une.auteur}});
    auto texte = "  " + phrases.rendre("dui.identite.acte", faits);
    if (une.etape.dispositif && une.etape.vu_le)
        texte += " · " + phrases.rendre("dui.identite.vu",
                                        {{"dispositif", core::name_of(*une.etape.dispositif)},
                                         {"le", *une.etape.vu_le}});
    if (une.etape.motif)
        texte += " · " + phrases.rendre("dui.identite.motive",
                                        {{"motif", core::name_of(*une.etape.motif)}});
    return texte + "\n";
}

int refuser(const Session& session, const core::Refusal& refus) {
    return cli::refuser(session, refus, cli::saisie_illisible);
}

int voir(const Session& session, const Options& options) {
    const auto connu_le = magasin::Moment::parse(options.connu_le);
    if (!options.connu_le.empty() && !connu_le)
        return refuser(session, core::refuse(core::Reason::invalid, "dui.connu_le_illisible",
                                             options.connu_le));
    auto base = rejoindre_la_base(session, options.base);
    if (!base) return cli::refuser(session, base.error(), cli::donnees_inutilisables);
    auto ouverte = std::move(base).value();
    const auto etapes = ouverte.base.read(
        [&](storage::Reader& db) { return identite::histoire_de(db, options.personne, connu_le); });
    if (!etapes) return refuser(session, etapes.error());
    auto texte = en_francais(session, etapes->back().etape.apres);
    for (const auto& une : *etapes) texte += en_francais(session, une);
    cli::ecrire(session.sortie, texte);
    return cli::reussi;
}

// `acte(Writer&, Geste)` answers the identity after it.
template <class Acte>
int agir(const Session& session, const Options& options, Acte acte) {
    const auto horloge = horloge_de(options.base);
    if (!horloge) return refuser(session, horloge.error());
    auto base = rejoindre_la_base(session, options.base);
    if (!base) return cli::refuser(session, base.error(), cli::donnees_inutilisables);
    auto ouverte = std::move(base).value();
    const auto maintenant = (*horloge)();
    const auto seconde = maintenant.seconde();
    const identite::Geste geste{.personne = options.personne,
                                .auteur = options.auteur,
                                .maintenant = maintenant,
                                .aujourd_hui = core::paris().day_of(seconde)};
    const auto apres = ouverte.base.write([&](storage::Writer& db) { return acte(db, geste); });
    if (!apres) return refuser(session, apres.error());
    cli::ecrire(session.sortie, en_francais(session, *apres));
    return cli::reussi;
}

core::Result<identite::Demande> demande_lue(const Options& options) {
    const auto vers = lire<identite::Statut>({"--vers", options.vers});
    const auto oid = mot_lu<identite::Autorite>({"--oid", options.oid});
    const auto dispositif = mot_lu<identite::Dispositif>({"--dispositif", options.dispositif});
    const auto motif = mot_lu<identite::Motif>({"--motif", options.motif});
    if (!vers) return vers.error();
    if (!oid) return oid.error();
    if (!dispositif) return dispositif.error();
    if (!motif) return motif.error();
    identite::Demande demande{.vers = *vers, .motif = *motif};
    if (!options.matricule.empty()) demande.insi = identite::Matricule{options.matricule, *oid};
    if (*dispositif) {
        const auto le = core::Date::parse(options.vu_le);
        if (!le)
            return core::refuse(core::Reason::invalid, "dui.identite.vu_le_illisible",
                                options.vu_le);
        demande.vu = identite::Vu{**dispositif, *le, options.auteur};
    }
    return demande;
}

int changer(const Session& session, const Options& options) {
    const auto demande = demande_lue(options);
    if (!demande) return refuser(session, demande.error());
    return agir(session, options, [&](storage::Writer& db, const identite::Geste& geste) {
        return identite::changer(db, geste, *demande);
    });
}

int marquer(const Session& session, const Options& options) {
    if (options.poser.empty() == options.lever.empty())
        return refuser(session, core::refuse(core::Reason::invalid, "dui.identite.un_attribut"));
    const auto& mot = options.poser.empty() ? options.lever : options.poser;
    const auto attribut =
        lire<identite::Attribut>({options.poser.empty() ? "--lever" : "--poser", mot});
    if (!attribut) return refuser(session, attribut.error());
    return agir(session, options, [&](storage::Writer& db, const identite::Geste& geste) {
        return options.poser.empty() ? identite::lever(db, geste, *attribut)
                                     : identite::poser(db, geste, *attribut);
    });
}

using Acte = int (*)(const Session&, const Options&);

cli::Commande& sous_commande(cli::Commande& identite, const std::string& nom,
                             const std::shared_ptr<Options>& options, Acte acte) {
    auto& commande = identite.commande(nom, "dui.identite." + nom);
    commande.option("personne", options->personne, "dui.identite.personne").requise();
    declarer_options_de_base(commande, options->base);
    commande.faire(acte, options);
    return commande;
}

}  // namespace

void declarer_identite(cli::Commande& programme) {
    auto& identite = programme.commande("identite", "dui.identite");
    const auto options = std::make_shared<Options>();
    auto& voir_la = sous_commande(identite, "voir", options, voir);
    voir_la.option("--connu-le", options->connu_le, "dui.identite.connu_le").mot("INSTANT");

    auto& change = sous_commande(identite, "changer", options, changer);
    change.option("--vers", options->vers, "dui.identite.vers").requise();
    change.option("--matricule", options->matricule, "dui.identite.matricule");
    change.option("--oid", options->oid, "dui.identite.oid");
    change.option("--dispositif", options->dispositif, "dui.identite.dispositif");
    change.option("--vu-le", options->vu_le, "dui.identite.vu_le").mot("JOUR");
    change.option("--motif", options->motif, "dui.identite.motif");
    change.option("--auteur", options->auteur, "dui.identite.auteur");

    auto& attribut = sous_commande(identite, "attribut", options, marquer);
    attribut.option("--poser", options->poser, "dui.identite.poser");
    attribut.option("--lever", options->lever, "dui.identite.lever");
    attribut.option("--auteur", options->auteur, "dui.identite.auteur");
}

}  // namespace grappe::dui
