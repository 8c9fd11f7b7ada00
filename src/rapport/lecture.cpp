// Reading of a report: its form, wholly; its figures and its signature are judged elsewhere.
#include <vector>

#include "rapport/noms.hpp"
#include "rapport/rapport.hpp"

namespace grappe::rapport {
namespace {

constexpr std::size_t texte_max = 200;

std::string octets(Champs& champs, std::string_view nom, std::size_t combien) {
    return champs.lu(nom, std::string{},
                     [&](const std::string& lu) { return octets_de_hexa(lu, combien); });
}

// What acts on a terminal instead of being seen there: controls, and marks that turn the reading.
bool sans_commande(std::string_view texte) {
    for (const char signe : texte)
        if (static_cast<unsigned char>(signe) < 0x20 || signe == '\x7f') return false;
    for (std::size_t rang = 0; rang + 1 < texte.size(); ++rang) {
        const auto suite = texte.substr(rang, 3);
        if (suite[0] == '\xC2' && suite[1] < '\xA0') return false;
        if (suite.starts_with("\xE2\x80") && suite.size() == 3 && suite[2] >= '\xA8' &&
            suite[2] <= '\xAE')
            return false;
        if (suite.starts_with("\xE2\x81") && suite.size() == 3 && suite[2] >= '\xA6' &&
            suite[2] <= '\xA9')
            return false;
    }
    return true;
}

std::string nom_court(Champs& champs, std::string_view nom) {
    return champs.lu(nom, std::string{}, [](const std::string& lu) {
        const bool juste = !lu.empty() && lu.size() <= texte_max && sans_commande(lu);
        return juste ? std::optional{lu} : std::nullopt;
    });
}

class Lecteur {
public:
    explicit Lecteur(Reproches& reproches) : reproches_{reproches} {}

    std::optional<Rapport> lire(const Valeur& racine) {
        Champs champs{racine, "", reproches_};
        if (champs.texte("format") != format_du_rapport)
            reproches_.push_back({"rapport.format", {{"format", std::string{format_du_rapport}}}});
        const auto tete = en_tete(champs);
        auto lignes = etablissements(champs);
        auto cle = octets(champs, "cle_publique", secret::octets_de_cle);
        auto signature = octets(champs, "signature", secret::octets_de_signature);
        Champs total{champs.valeur("total"), champs.sous("total"), reproches_};
        const auto feuilles = nombre_de_feuilles(total);
        const auto noeud = racine_et_chiffres(total);
        total.finir();
        champs.finir();
        if (!reproches_.empty()) return std::nullopt;
        return Rapport{.en_tete = *tete,
                       .etablissements = std::move(lignes),
                       .feuilles = feuilles,
                       .racine = noeud,
                       .cle_publique = std::move(cle),
                       .signature = std::move(signature)};
    }

private:
    std::optional<EnTete> en_tete(Champs& champs) {
        Champs periode{champs.valeur("periode"), champs.sous("periode"), reproches_};
        Champs regle{champs.valeur("regle"), champs.sous("regle"), reproches_};
        Champs logiciel{champs.valeur("logiciel"), champs.sous("logiciel"), reproches_};
        EnTete tete{.organisation = {},
                    .du = periode.jour("du"),
                    .au = periode.jour("au"),
                    .connu_le = periode.instant("connu_le"),
                    .denominateur = champs.nomme<usage::Denominateur>("denominateur"),
                    .regle = {nom_court(regle, "version"), regle.empreinte("empreinte")},
                    .logiciel = {nom_court(logiciel, "nom"), nom_court(logiciel, "version")}};
        if (champs.a("organisation")) tete.organisation = finess(champs, "organisation");
        periode.finir();
        regle.finir();
        logiciel.finir();
        return tete;
    }

    std::optional<core::Finess> finess(Champs& champs, std::string_view nom) {
        using Lu = std::optional<core::Finess>;
        return champs.lu<Lu>(nom, Lu{}, [](const std::string& texte) -> std::optional<Lu> {
            const auto lu = core::Finess::parse(texte);
            if (!lu || !lu->has_valid_key()) return std::nullopt;
            return Lu{*lu};
        });
    }

    std::vector<Ligne> etablissements(Champs& champs) {
        std::vector<Ligne> lignes;
        const auto& liste = champs.liste("etablissements");
        for (std::size_t rang = 0; rang < liste.size(); ++rang) {
            Champs un{liste[rang], champs.sous("etablissements", rang), reproches_};
            const auto numero = finess(un, "finess_et");
            const auto feuilles = nombre_de_feuilles(un);
            const auto noeud = racine_et_chiffres(un);
            un.finir();
            if (!numero) continue;
            if (!lignes.empty() && !(lignes.back().finess_et < *numero))
                reproches_.push_back({"rapport.ordre", {{"finess", numero->text()}}});
            lignes.push_back({*numero, feuilles, noeud});
        }
        return lignes;
    }

    std::int64_t nombre_de_feuilles(Champs& champs) {
        const auto lu = champs.nombre("feuilles");
        if (lu <= feuilles_max) return lu;
        reproches_.push_back({"rapport.champ", {{"champ", champs.sous("feuilles")}}});
        return 0;
    }

    // The indicators are written from the counters: they must be those.
    Noeud racine_et_chiffres(Champs& champs) {
        const auto avant = reproches_.size();
        const Noeud noeud{champs.empreinte("racine"),
                          lire_compteurs(champs, "compteurs", reproches_)};
        const auto& ecrits = champs.valeur("indicateurs");
        if (reproches_.size() == avant && !(ecrits == indicateurs_en_json(noeud.compteurs)))
            reproches_.push_back({"rapport.indicateurs", {{"champ", champs.sous("indicateurs")}}});
        return noeud;
    }

    Reproches& reproches_;
};

const std::string* texte_de(const Objet& objet, std::string_view nom) {
    for (const auto& membre : objet)
        if (membre.nom == nom) return std::get_if<std::string>(&membre.valeur.contenu);
    return nullptr;
}

// Of a report whose form is refused, its signature is judged all the same: every reason at once.
void juger_la_signature(const Valeur& valeur, Reproches& reproches) {
    const auto* objet = std::get_if<Objet>(&valeur.contenu);
    if (objet == nullptr) return;
    const auto *cle = texte_de(*objet, "cle_publique"), *signature = texte_de(*objet, "signature");
    if (cle == nullptr || signature == nullptr) return;
    const auto octets_cle = octets_de_hexa(*cle, secret::octets_de_cle);
    const auto octets_lus = octets_de_hexa(*signature, secret::octets_de_signature);
    if (!octets_cle || !octets_lus) return;
    auto sans = *objet;
    std::erase_if(sans, [](const Membre& un) { return un.nom == "signature"; });
    const auto signes = std::string{format_du_rapport} + "\n" + ecrire_canonique({std::move(sans)});
    if (!secret::signature_juste(*octets_cle, signes, *octets_lus))
        reproches.push_back({"rapport.signature"});
}

}  // namespace

Lecture lire(std::string_view octets) {
    const auto refus = [](Lecture::Etat etat, const char* code, rules::Faits faits) {
        return Lecture{etat, {{code, std::move(faits)}}, {}};
    };
    if (octets.size() > octets_max) return refus(Lecture::Etat::illisible, "rapport.trop_long", {});
    const auto valeur = lire_canonique(octets);
    if (!valeur) {
        if (!est_du_json(octets)) return refus(Lecture::Etat::illisible, "rapport.illisible", {});
        return refus(Lecture::Etat::refuse, "rapport.forme", {{"octet", valeur.error().detail}});
    }
    Lecture lecture{.etat = Lecture::Etat::refuse, .reproches = {}, .rapport = {}};
    lecture.rapport = Lecteur{lecture.reproches}.lire(*valeur);
    if (lecture.rapport) {
        lecture.etat = Lecture::Etat::lu;
    } else {
        juger_la_signature(*valeur, lecture.reproches);
    }
    return lecture;
}

}  // namespace grappe::rapport
