// The keys of a dossier, object by object, as contract portail-check writes them.
#include "portail/dossier/lecture_dossier.hpp"

#include <map>

#include "portail/dossier/champs.hpp"
#include "portail/dossier/lecture_valeurs.hpp"

namespace grappe::dossier {
namespace {

constexpr auto requise = Presence::requise;
constexpr auto facultative = Presence::facultative;

// Held while an object is read; never seen, since a required key that lacks is a fault.
core::Finess finess_a_lire() { return *core::Finess::parse("010000001"); }
core::Siret siret_a_lire() { return *core::Siret::parse("00000000000000"); }

// A procedure or a purchasing body: its name, or a plain yes or no.
std::optional<Donnee<std::string>> nom_ou_oui_non(Lecteur& lecteur, const Lieu& lieu) {
    if (lieu.noeud.genre == Noeud::Genre::booleen)
        return lieu.noeud.texte == "true" ? Donnee<std::string>{"oui"}
                                          : Donnee<std::string>::nulle();
    auto nom = texte(lecteur, lieu);
    if (!nom) return std::nullopt;
    return Donnee<std::string>{*std::move(nom)};
}

constexpr auto champs_heures = std::to_array<Champ<Heures>>({
    {"annee", facultative, poser<&Heures::annee, annee>},
    {"total", facultative, poser<&Heures::total, heures>},
    {"apa", facultative, poser<&Heures::apa, heures>},
    {"pch", facultative, poser<&Heures::pch, heures>},
    {"autres", facultative, poser<&Heures::autres, heures>},
});

constexpr auto champs_financement = std::to_array<Champ<FinancementAnterieur>>({
    {"programme", facultative, poser<&FinancementAnterieur::programme, texte>},
    {"solution", facultative, poser<&FinancementAnterieur::solution, texte>},
});

constexpr auto champs_commande = std::to_array<Champ<CommandeSons>>({
    {"solution", facultative, poser<&CommandeSons::solution, texte>},
    {"va_signee_le", facultative, poser<&CommandeSons::va_signee_le, date>},
});

constexpr auto champs_essms = std::to_array<Champ<Essms>>({
    {"finess_et", requise, poser<&Essms::finess_et, finess>},
    {"finess_ej", facultative, poser<&Essms::finess_ej, finess>},
    {"regime", requise, poser<&Essms::regime, mot_de<programme::Regime>>},
    {"categorie", facultative, poser<&Essms::categorie, texte>},
    {"secteur", facultative, poser<&Essms::secteur, mot_de<referentiels::Secteur>>},
    {"departement", facultative, poser<&Essms::departement, departement>},
    {"financeurs", facultative, poser<&Essms::financeurs, liste<financeur>>},
    {"eligible_sons", facultative, poser<&Essms::eligible_sons, booleen>},
    {"contrat_editeur_signe_le", facultative, poser<&Essms::contrat_editeur_signe_le, date>},
    {"heures", facultative, poser<&Essms::heures, objet<Heures, champs_heures>>},
    {"devis_materiel", facultative, poser<&Essms::devis_materiel, montant>},
    {"autre_aide_europeenne", facultative, poser<&Essms::autre_aide_europeenne, booleen>},
    {"financement_anterieur", facultative,
     poser<&Essms::financement_anterieur, objet<FinancementAnterieur, champs_financement>>},
    {"commande_sons", facultative,
     poser<&Essms::commande_sons, objet<CommandeSons, champs_commande>>},
    {"premiere_mom_le", facultative, poser<&Essms::premiere_mom_le, date>},
    {"entite_nationale", facultative, poser<&Essms::entite_nationale, booleen>},
});

std::optional<Essms> essms(Lecteur& lecteur, const Lieu& lieu) {
    Essms lu{.finess_et = finess_a_lire(), .regime = programme::Regime::acquisition};
    if (!lire_champs(lecteur, lieu, champs_essms, lu)) return std::nullopt;
    return lu;
}

std::optional<std::vector<Essms>> liste_essms(Lecteur& lecteur, const Lieu& lieu) {
    const auto nombre = lecteur.nombre(lieu.noeud);
    if (lieu.noeud.genre == Noeud::Genre::liste && nombre > essms_max) {
        lecteur.refuser(lieu, "dossier.trop_d_essms",
                        {{"nombre", static_cast<std::int64_t>(nombre)},
                         {"maximum", static_cast<std::int64_t>(essms_max)}});
        return std::nullopt;
    }
    return liste<essms>(lecteur, lieu);
}

constexpr auto champs_porteur = std::to_array<Champ<Porteur>>({
    {"raison_sociale", facultative, poser<&Porteur::raison_sociale, texte>},
    {"siret", requise, poser<&Porteur::siret, siret>},
    {"finess_ej", facultative, poser<&Porteur::finess_ej, finess>},
    {"region", facultative, poser<&Porteur::region, region>},
    {"statut", facultative, poser<&Porteur::statut, mot_de<StatutPorteur>>},
    {"recupere_tva", facultative, poser<&Porteur::recupere_tva, booleen>},
    {"commande_publique", facultative, poser<&Porteur::commande_publique, booleen>},
    {"ght", facultative, poser<&Porteur::ght, booleen>},
    {"entite_nationale", facultative, poser<&Porteur::entite_nationale, booleen>},
});

std::optional<Porteur> porteur(Lecteur& lecteur, const Lieu& lieu) {
    Porteur lu{.siret = siret_a_lire()};
    if (!lire_champs(lecteur, lieu, champs_porteur, lu)) return std::nullopt;
    return lu;
}

constexpr auto champs_organisme = std::to_array<Champ<Organisme>>({
    {"finess_ej", requise, poser<&Organisme::finess_ej, finess>},
    {"raison_sociale", facultative, poser<&Organisme::raison_sociale, texte>},
    {"essms_geres", facultative, poser<&Organisme::essms_geres, compte>},
});

std::optional<Organisme> organisme(Lecteur& lecteur, const Lieu& lieu) {
    Organisme lu{.finess_ej = finess_a_lire()};
    if (!lire_champs(lecteur, lieu, champs_organisme, lu)) return std::nullopt;
    return lu;
}

// Said twice with two numbers, a body is small or is not by the order of the lines: neither is
// taken.
std::optional<std::vector<Organisme>> liste_organismes(Lecteur& lecteur, const Lieu& lieu) {
    auto lus = liste<organisme>(lecteur, lieu);
    if (!lus || lus->size() != lecteur.nombre(lieu.noeud)) return lus;
    std::map<std::string_view, int> geres;
    const auto* noeud = lecteur.premier(lieu.noeud);
    for (int rang = 0; noeud != nullptr; noeud = lecteur.suivant(*noeud), ++rang) {
        const auto& un = (*lus)[static_cast<std::size_t>(rang)];
        if (!un.essms_geres.connue()) continue;
        const auto premier = geres.emplace(un.finess_ej.text(), *un.essms_geres).first->second;
        if (premier == *un.essms_geres) continue;
        const Chemin chemin{.parent = &lieu.chemin, .rang = rang};
        lecteur.refuser({*noeud, chemin}, "dossier.organisme_contradictoire",
                        {{"finess_ej", std::string_view{un.finess_ej.text()}},
                         {"premier", std::int64_t{premier}},
                         {"second", std::int64_t{*un.essms_geres}}});
    }
    return lus;
}

constexpr auto champs_ght = std::to_array<Champ<SolutionGht>>({
    {"marche_public", facultative, poser<&SolutionGht::marche_public, booleen>},
    {"etude_couverture", facultative, poser<&SolutionGht::etude_couverture, booleen>},
    {"sans_autre_aide", facultative, poser<&SolutionGht::sans_autre_aide, booleen>},
});

constexpr auto champs_solution = std::to_array<Champ<Solution>>({
    {"nom", facultative, poser<&Solution::nom, texte>},
    {"version", facultative, poser<&Solution::version, texte>},
    {"dsr", facultative, poser<&Solution::dsr, familles_dsr>},
    {"referencee_le", facultative, poser<&Solution::referencee_le, date>},
    {"referencement_en_cours", facultative, poser<&Solution::referencement_en_cours, booleen>},
    {"editeur_inscrit_au_guichet_le", facultative,
     poser<&Solution::editeur_inscrit_au_guichet_le, date>},
    {"debut_parametrage_le", facultative, poser<&Solution::debut_parametrage_le, date>},
    {"mise_en_concurrence", facultative, poser<&Solution::mise_en_concurrence, nom_ou_oui_non>},
    {"centrale_achat", facultative, poser<&Solution::centrale_achat, nom_ou_oui_non>},
    {"ght", facultative, poser<&Solution::ght, objet<SolutionGht, champs_ght>>},
});

constexpr auto champs_deja_finances = std::to_array<Champ<EssmsDejaFinances>>({
    {"acquisition", facultative, poser<&EssmsDejaFinances::acquisition, compte>},
    {"montee_de_version", facultative, poser<&EssmsDejaFinances::montee_de_version, compte>},
});

constexpr auto champs_extension = std::to_array<Champ<Extension>>({
    {"grappe_deja_financee", facultative, poser<&Extension::grappe_deja_financee, booleen>},
    {"contrat_regulier", facultative, poser<&Extension::contrat_regulier, booleen>},
    {"sans_risque_excessif", facultative, poser<&Extension::sans_risque_excessif, booleen>},
    {"essms_deja_finances", facultative,
     poser<&Extension::essms_deja_finances, objet<EssmsDejaFinances, champs_deja_finances>>},
});

constexpr auto champs_piece = std::to_array<Champ<Piece>>({
    {"type", requise, poser<&Piece::type, piece>},
    {"fichier", facultative, poser<&Piece::fichier, texte>},
    {"organisme", facultative, poser<&Piece::organisme, texte>},
});

constexpr auto champs_depenses = std::to_array<Champ<Depenses>>({
    {"materiel", facultative, poser<&Depenses::materiel, montant>},
    {"amoa", facultative, poser<&Depenses::amoa, montant>},
});

struct Amoa {
    Donnee<core::Money> devis;
};

constexpr auto champs_amoa =
    std::to_array<Champ<Amoa>>({{"devis", facultative, poser<&Amoa::devis, montant>}});

std::optional<Donnee<core::Money>> devis_amoa(Lecteur& lecteur, const Lieu& lieu) {
    const auto amoa = objet<Amoa, champs_amoa>(lecteur, lieu);
    if (!amoa) return std::nullopt;
    return amoa->devis;
}

// `appel` is required too, unless the caller imposes one: see `lire_dossier`.
constexpr auto champs_dossier = std::to_array<Champ<Dossier>>({
    {"appel", facultative, poser<&Dossier::appel, texte>},
    {"depose_le", requise, poser<&Dossier::depose_le, instant>},
    {"nature", facultative, poser<&Dossier::nature, mot_de<programme::Nature>>},
    {"porteur", requise, poser<&Dossier::porteur, porteur>},
    {"organismes", facultative, poser<&Dossier::organismes, liste_organismes>},
    {"essms", requise, poser<&Dossier::essms, liste_essms>},
    {"solution", facultative, poser<&Dossier::solution, objet<Solution, champs_solution>>},
    {"amoa", facultative, poser<&Dossier::devis_amoa, devis_amoa>},
    {"extension", facultative, poser<&Dossier::extension, objet<Extension, champs_extension>>},
    {"pieces", facultative, poser<&Dossier::pieces, liste<objet<Piece, champs_piece>>>},
    {"convention_signee_le", facultative, poser<&Dossier::convention_signee_le, date>},
    {"depenses", facultative, poser<&Dossier::depenses, objet<Depenses, champs_depenses>>},
});

const Noeud* enfant(const Lecteur& lecteur, const Noeud& objet, std::string_view cle) {
    const auto* n = lecteur.premier(objet);
    while (n && n->cle != cle) n = lecteur.suivant(*n);
    return n;
}

void exiger_appel(Lecteur& lecteur, const Noeud& racine) {
    const Chemin haut{};
    const Chemin chemin{.parent = &haut, .cle = "appel"};
    const auto* ecrit = enfant(lecteur, racine, "appel");
    if (ecrit && ecrit->genre == Noeud::Genre::nul)
        lecteur.refuser({*ecrit, chemin}, "dossier.requis_nul", {{"cle", chemin.cle}});
    else if (!ecrit && !lecteur.options().appel_impose)
        lecteur.refuser_cle(chemin, "dossier.requis_absent",
                            {{"valeur", std::string{}}, {"cle", chemin.cle}});
}

}  // namespace

Lecture lire_dossier(std::string_view texte, const OptionsDeLecture& options) {
    auto json = lire_arbre(texte);
    if (!json.arbre) return {.dossier = {}, .appel = {}, .fautes = {std::move(json.faute)}};
    return lire_dossier(*json.arbre, options);
}

Lecture lire_dossier(const Arbre& arbre, const OptionsDeLecture& options) {
    Lecteur lecteur{arbre, options};
    const auto& racine = arbre.noeuds.front();
    Dossier lu{
        .appel = {}, .depose_le = core::Instant::of({}), .porteur = {.siret = siret_a_lire()}};
    if (racine.genre == Noeud::Genre::objet) exiger_appel(lecteur, racine);
    const Chemin haut{};
    lire_champs(lecteur, {racine, haut}, champs_dossier, lu);
    if (options.appel_impose) lu.appel = *options.appel_impose;

    Lecture lecture{.dossier = {}, .appel = lu.appel, .fautes = std::move(lecteur).fautes()};
    if (lecture.fautes.empty()) lecture.dossier = std::move(lu);
    return lecture;
}

std::optional<std::string> appel_ecrit(std::string_view texte) {
    const auto json = lire_arbre(texte);
    if (!json.arbre) return std::nullopt;
    const auto& noeuds = json.arbre->noeuds;
    const auto& racine = noeuds.front();
    const auto suivant = [&](std::uint32_t rang) {
        return rang == Noeud::aucun ? nullptr : &noeuds[rang];
    };
    for (const auto* n = suivant(racine.premier); n != nullptr; n = suivant(n->suivant))
        if (n->cle == "appel" && n->genre == Noeud::Genre::texte) return std::string{n->texte};
    return std::nullopt;
}

}  // namespace grappe::dossier
