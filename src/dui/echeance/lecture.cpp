// A file of deadlines: header, documents, choice of the document, rules.
#include "dui/echeance/lecture.hpp"

#include <set>

#include "arbre/lecture_toml.hpp"
#include "dui/echeance/champs.hpp"

namespace grappe::echeance {
namespace {

class Lecteur {
public:
    explicit Lecteur(const arbre::Noeud& racine) : racine_{racine, "", fautes_} {}

    Lue lire() {
        regles_.version = racine_.texte("version");
        regles_.proche_en_jours = racine_.entier("proche_en_jours");
        documents_ = racine_.requis("documents");
        lire_le_choix();
        lire_les_regles();
        racine_.finir();
        verifier_les_departs();
        verifier_les_documents();
        if (fautes_.empty()) return {std::move(regles_), {}};
        return {std::nullopt, std::move(fautes_)};
    }

private:
    void lire_le_choix() {
        const auto* noeud = racine_.requis("choix");
        if (noeud == nullptr) return;
        Champs champs{*noeud, "choix", fautes_};
        regles_.contrat_des_mois = champs.entier("contrat_des_mois");
        regles_.source_du_choix = source(champs);
        regles_.certitude_du_choix = champs.mot<Certitude>("certitude").value_or(Certitude::choix);
        champs.facultatif("note");
        champs.finir();
    }

    void lire_les_regles() {
        const auto* noeud = racine_.requis("regle");
        if (noeud == nullptr) return;
        if (noeud->genre != arbre::Noeud::Genre::liste) racine_.refuser("regle", "liste");
        for (std::size_t i = 0; i < noeud->elements.size(); ++i) {
            Champs champs{noeud->elements[i], "regle[" + std::to_string(i) + "]", fautes_};
            if (auto lue = regle(champs)) regles_.toutes.push_back(*std::move(lue));
        }
        for (const auto& [code, nom] : names(Code{}))
            if (std::none_of(regles_.toutes.begin(), regles_.toutes.end(),
                             [&](const Regle& une) { return une.code == code; }))
                racine_.refuser("regle", "sans_regle", std::string{nom});
    }

    std::optional<Regle> regle(Champs& champs) {
        const auto code = champs.mot<Code>("code");
        const auto depart = champs.mot<Depart>("depart");
        const auto certitude = champs.mot<Certitude>("certitude");
        Regle lue{.code = code.value_or(Code::droit),
                  .profils = champs.mots<Profil>("profils"),
                  .majeurs = champs.vrai("majeurs"),
                  .depart = depart.value_or(Depart::admission),
                  .depuis_actes = champs.mots<Acte>("depuis_actes"),
                  .delai = champs.delai("delai"),
                  .actes = champs.mots<Acte>("actes"),
                  .alertes = champs.delais("alertes"),
                  .du = champs.jour("du"),
                  .source = source(champs),
                  .certitude = certitude.value_or(Certitude::choix),
                  .note = {}};
        if (champs.facultatif("note") != nullptr) lue.note = champs.texte("note");
        if (lue.actes.empty()) champs.refuser("actes", "manque");
        verifier_le_depart(champs, lue);
        champs.finir();
        if (!code || !depart || !certitude) return std::nullopt;
        return lue;
    }

    static void verifier_le_depart(Champs& champs, const Regle& lue) {
        const bool d_un_acte = lue.depart == Depart::dernier ||
                               lue.depart == Depart::anniversaire || lue.depart == Depart::chacun;
        if (d_un_acte == lue.depuis_actes.empty()) champs.refuser("depuis_actes", "depuis_actes");
        if (d_un_acte && lue.delai.nombre < 1) champs.refuser("delai", "delai_positif");
        if (lue.depart == Depart::anniversaire && lue.delai.unite != Delai::Unite::mois)
            champs.refuser("delai", "delai_en_mois");
    }

    // "casf D. 311, III": the short name of a document, then a section.
    rules::Source source(Champs& champs) {
        const auto texte = champs.texte("source");
        const auto espace = std::min(texte.find(' '), texte.size());
        const auto nom = texte.substr(0, espace);
        const auto* document = documents_ != nullptr ? documents_->membre(nom) : nullptr;
        if (document == nullptr || espace + 1 >= texte.size()) {
            champs.refuser("source", "source", texte);
            return {};
        }
        cites_.insert(nom);
        return {document->texte, texte.substr(espace + 1)};
    }

    // Two rules of the same code, profile and first day would both hold.
    void verifier_les_departs() {
        std::set<std::tuple<Code, int, std::string>> vus;
        for (const auto& une : regles_.toutes) {
            auto profils = une.profils;
            if (profils.empty())
                for (const auto& [profil, nom] : names(Profil{})) profils.push_back(profil);
            for (const auto profil : profils)
                if (!vus.emplace(une.code, static_cast<int>(profil), une.du ? une.du->text() : "")
                         .second)
                    racine_.refuser("regle", "deux_fois", std::string{core::name_of(une.code)});
        }
    }

    void verifier_les_documents() {
        if (documents_ == nullptr) return;
        for (const auto& [nom, noeud] : documents_->membres)
            if (!cites_.contains(nom) || noeud.texte.empty())
                racine_.refuser("documents", "document", nom);
    }

    std::vector<Faute> fautes_{};
    Champs racine_;
    const arbre::Noeud* documents_ = nullptr;
    std::set<std::string> cites_{};
    Regles regles_{};
};

}  // namespace

Lue lire(std::string_view texte) {
    const auto lu = arbre::lire_toml(texte);
    if (const auto* faute = std::get_if<arbre::Faute>(&lu))
        return {std::nullopt, {{faute->ligne, "", "syntaxe", {}}}};
    return Lecteur{std::get<arbre::Noeud>(lu)}.lire();
}

std::string phrase(const Faute& faute, const rules::Phrases& phrases) {
    const rules::Faits faits{
        {"ligne", std::int64_t{faute.ligne}}, {"chemin", faute.chemin}, {"valeur", faute.valeur}};
    const auto ou = faute.chemin.empty() ? "echeances.faute.ou.fichier" : "echeances.faute.ou";
    return phrases.rendre(ou, faits) + ' ' +
           phrases.rendre("echeances.faute." + std::string{faute.code}, faits);
}

}  // namespace grappe::echeance
