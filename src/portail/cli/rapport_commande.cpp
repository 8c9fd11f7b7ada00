// grappe-portail rapport: whether a usage report is sound, and which leaves an auditor asks for.
#include <algorithm>
#include <memory>

#include "cli/regles_livrees.hpp"
#include "fichiers/racine.hpp"
#include "portail/cli/commande.hpp"
#include "portail/cli/rapport_rendu.hpp"
#include "rapport/cle.hpp"
#include "rapport/declaration.hpp"
#include "rapport/verification.hpp"

namespace grappe::cli {
namespace {

using rapport::Lecture, rapport::Reproches;

// Exit codes of contract dui-indicateurs for these commands.
constexpr int sain = 0, refuse = 1, illisible = 2;

struct Options {
    std::string fichier, cle_publique, preuves, tirage;
    std::string graine;
    std::int64_t nombre = 0;
};

// One sentence a reason; a file made to have millions of them does not fill the screen.
int dire(const Session& session, const Reproches& reproches, int code) {
    constexpr std::size_t au_plus = 100;
    std::string texte;
    for (std::size_t rang = 0; rang < std::min(reproches.size(), au_plus); ++rang)
        texte += session.phrases.rendre(reproches[rang].code, reproches[rang].faits) + "\n";
    if (reproches.size() > au_plus)
        texte += session.phrases.rendre(
                     "cli.rapport.autres",
                     {{"nombre", static_cast<std::int64_t>(reproches.size() - au_plus)}}) +
                 "\n";
    ecrire(session.erreur, texte);
    return code;
}

std::optional<std::string> lire_fichier(const Session& session, const std::string& fichier) {
    auto texte = fichiers::lire_fichier(fichier, rapport::octets_max + 1);
    if (!texte) (void)dire(session, {{"cli.fichier_illisible", {{"fichier", fichier}}}}, illisible);
    return texte;
}

int verifier_declaration(const Session& session, const Options& options, const std::string& texte) {
    const auto lecture = rapport::lire_declaration(texte);
    auto reproches = lecture.reproches;
    if (!options.cle_publique.empty() || !options.preuves.empty())
        reproches.push_back({"declaration.sans_preuve"});
    if (!reproches.empty()) return dire(session, reproches, refuse);
    const auto parametres = regles_livrees(session).back().au(lecture.declaration->au);
    ecrire(session.sortie, declaration_dite(*lecture.declaration, parametres, session.phrases));
    return sain;
}

// The proofs and, where it is given, the draw that they must answer; `dit` gets what is said of
// them.
int verifier_les_preuves(const Session& session, const Options& options, const rapport::Rapport& lu,
                         std::string& dit) {
    const auto texte = lire_fichier(session, options.preuves);
    if (!texte) return illisible;
    const auto preuves = rapport::lire_preuves(*texte);
    if (preuves.etat != Lecture::Etat::lu)
        return dire(session, preuves.reproches,
                    preuves.etat == Lecture::Etat::refuse ? refuse : illisible);
    auto reproches = rapport::verifier_preuves(lu, preuves.preuves);
    if (!options.tirage.empty()) {
        const auto demande = lire_fichier(session, options.tirage);
        if (!demande) return illisible;
        const auto tirage = rapport::lire_tirage(*demande);
        if (!tirage.lisible) return dire(session, tirage.reproches, illisible);
        for (const auto& un : tirage.reproches) reproches.push_back(un);
        if (tirage.tirage.graine != preuves.preuves.graine ||
            tirage.tirage.nombre != preuves.preuves.nombre ||
            tirage.tirage.rapport != preuves.preuves.rapport)
            reproches.push_back({"preuves.autre_tirage"});
    }
    if (!reproches.empty()) return dire(session, reproches, refuse);
    dit += preuves_dites(preuves.preuves, session.phrases);
    return sain;
}

int verifier_signe(const Session& session, const Options& options, const std::string& texte) {
    const auto lecture = rapport::lire(texte);
    if (lecture.etat != Lecture::Etat::lu)
        return dire(session, lecture.reproches,
                    lecture.etat == Lecture::Etat::refuse ? refuse : illisible);
    const auto regles = regles_livrees(session);
    rapport::Attendus attendus{.regles = regles, .cle_publique = {}};
    if (!options.cle_publique.empty()) {
        const auto fichier = lire_fichier(session, options.cle_publique);
        if (!fichier) return illisible;
        const auto cle = rapport::lire_cle_publique(*fichier);
        if (!cle) return dire(session, {{cle.error().code}}, illisible);
        attendus.cle_publique = *cle;
    }
    const auto reproches = rapport::verifier(*lecture.rapport, attendus);
    if (!reproches.empty()) return dire(session, reproches, refuse);
    const auto regle = std::find_if(regles.begin(), regles.end(), [&](const auto& une) {
        return une.version() == lecture.rapport->en_tete.regle.version;
    });
    auto dit =
        rapport_dit(*lecture.rapport, regle->au(lecture.rapport->en_tete.au), session.phrases);
    if (!attendus.cle_publique)
        dit += session.phrases.rendre("cli.rapport.cle_inconnue", {}) + "\n";
    const int code = options.preuves.empty()
                         ? sain
                         : verifier_les_preuves(session, options, *lecture.rapport, dit);
    if (code == sain) ecrire(session.sortie, dit);
    return code;
}

int verifier(const Session& session, const Options& options) {
    if (options.preuves.empty() && !options.tirage.empty())
        return dire(session, {{"cli.rapport.tirage_sans_preuves"}}, illisible);
    const auto texte = lire_fichier(session, options.fichier);
    if (!texte) return illisible;
    return rapport::est_une_declaration(*texte) ? verifier_declaration(session, options, *texte)
                                                : verifier_signe(session, options, *texte);
}

int tirer(const Session& session, const Options& options) {
    const auto texte = lire_fichier(session, options.fichier);
    if (!texte) return illisible;
    const auto graine = rapport::lire_graine(options.graine);
    if (!graine) return dire(session, {{graine.error().code}}, illisible);
    if (options.nombre < 1 || options.nombre > rapport::feuilles_max)
        return dire(session, {{"tirage.nombre", {{"au_plus", rapport::feuilles_max}}}}, illisible);
    if (rapport::est_une_declaration(*texte))
        return dire(session, {{"declaration.sans_preuve"}}, refuse);
    const auto lecture = rapport::lire(*texte);
    if (lecture.etat != Lecture::Etat::lu)
        return dire(session, lecture.reproches,
                    lecture.etat == Lecture::Etat::refuse ? refuse : illisible);
    const auto regles = regles_livrees(session);
    const auto reproches =
        rapport::verifier(*lecture.rapport, {.regles = regles, .cle_publique = {}});
    if (!reproches.empty()) return dire(session, reproches, refuse);
    const auto feuilles = lecture.rapport->feuilles;
    if (std::min(options.nombre, feuilles) > rapport::tirage_max)
        return dire(session, {{"tirage.trop", {{"au_plus", rapport::tirage_max}}}}, illisible);
    const auto tirage = rapport::tirer({rapport::empreinte_de(*lecture.rapport), feuilles}, *graine,
                                       options.nombre);
    ecrire(session.sortie, rapport::ecrire(tirage) + "\n");
    return sain;
}

}  // namespace

void declarer_rapport(Commande& programme) {
    auto& rapport = programme.commande("rapport", "cli.rapport");
    const auto options = std::make_shared<Options>();
    auto& verification = rapport.commande("verifier", "cli.rapport.verifier");
    verification.option("rapport", options->fichier, "cli.rapport.fichier").requise();
    verification.option("--cle-publique", options->cle_publique, "cli.rapport.cle").mot("FICHIER");
    verification.option("--preuves", options->preuves, "cli.rapport.preuves").mot("FICHIER");
    verification.option("--tirage", options->tirage, "cli.rapport.avec_tirage").mot("FICHIER");
    verification.faire(verifier, options);
    auto& tirage = rapport.commande("tirage", "cli.rapport.tirage");
    tirage.option("rapport", options->fichier, "cli.rapport.fichier").requise();
    tirage.option("--graine", options->graine, "cli.rapport.graine").mot("HEX").requise();
    tirage.option("--nombre", options->nombre, "cli.rapport.nombre").mot("N").requise();
    tirage.faire(tirer, options);
}

}  // namespace grappe::cli
