// Indexing of the register and search in it.
#include "referentiels/registre_en_memoire.hpp"

#include <algorithm>
#include <cstring>
#include <tuple>

#include "core/texte.hpp"
#include "referentiels/mots.hpp"

namespace grappe::referentiels {
namespace {

constexpr std::size_t longueur_finess = 9;

bool est_du_programme(const Etablissement& e, const Categories& categories) {
    const auto* categorie = categories.find(e.categorie);
    return categorie != nullptr && categorie->eligibilite != Eligibilite::non;
}

// The order of an answer, whatever is asked.
void ordonner(std::vector<Etablissement>& etablissements, const Categories& categories) {
    struct Cle {
        int groupe;  // open before closed, then those of the programme
        std::string nom;
        std::size_t place;
    };
    std::vector<Cle> cles;
    cles.reserve(etablissements.size());
    for (std::size_t n = 0; n < etablissements.size(); ++n) {
        const auto& e = etablissements[n];
        const int groupe = (e.ferme_le ? 2 : 0) + (est_du_programme(e, categories) ? 0 : 1);
        cles.push_back({groupe, core::fold(e.raison_sociale + ' ' + e.commune), n});
    }
    std::sort(cles.begin(), cles.end(), [&](const Cle& a, const Cle& b) {
        return std::tie(a.groupe, a.nom, etablissements[a.place].finess_et) <
               std::tie(b.groupe, b.nom, etablissements[b.place].finess_et);
    });
    std::vector<Etablissement> ordonnes;
    ordonnes.reserve(etablissements.size());
    for (const auto& cle : cles) ordonnes.push_back(std::move(etablissements[cle.place]));
    etablissements = std::move(ordonnes);
}

bool est_chiffre(char c) { return c >= '0' && c <= '9'; }

// Digits only, but for the letter of Corsica in second place.
bool ressemble_a_un_numero(std::string_view mot) {
    for (std::size_t n = 0; n < mot.size(); ++n)
        if (!est_chiffre(mot[n]) && (n != 1 || (mot[n] != 'a' && mot[n] != 'b'))) return false;
    return !mot.empty();
}

bool est_vide(const Ensemble& ensemble) {
    bool vide = true;
    ensemble.parcourir([&](std::uint32_t) { return vide = false; });
    return vide;
}

// Numbers are indexed folded like any word.
void ajouter_numero(std::string_view numero, std::uint32_t rang, Vocabulaire::Chantier& chantier) {
    std::string plie{numero};
    for (char& c : plie)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (!plie.empty()) chantier.ajouter(plie, rang);
}

}  // namespace

// Fills an answer in order, each establishment once.
class RegistreEnMemoire::Tri {
public:
    Tri(Ensemble reste, std::size_t limite) : reste_{std::move(reste)}, limite_{limite} {}

    const Ensemble& reste() const { return reste_; }
    const std::vector<std::uint32_t>& pris() const { return pris_; }
    bool plein() const { return pris_.size() >= limite_; }

    // False when the answer is full.
    bool prendre(std::uint32_t rang) {
        if (!plein() && reste_.contient(rang)) {
            reste_.retirer(rang);
            pris_.push_back(rang);
        }
        return !plein();
    }
    void prendre_tous(const Ensemble& ensemble) {
        if (!plein()) ensemble.parcourir([&](std::uint32_t rang) { return prendre(rang); });
    }
    template <class Condition>
    void prendre_si(Condition condition) {
        // `parcourir` works on copies of the blocks: taking meanwhile is safe.
        reste_.parcourir([&](std::uint32_t rang) { return !condition(rang) || prendre(rang); });
    }

private:
    Ensemble reste_;
    std::size_t limite_;
    std::vector<std::uint32_t> pris_;
};

RegistreEnMemoire::RegistreEnMemoire(std::optional<core::Date> date,
                                     std::vector<Etablissement> etablissements,
                                     const Categories& categories, MotsUsuels usuels)
    : date_{date}, etablissements_{std::move(etablissements)}, usuels_{std::move(usuels)} {
    ordonner(etablissements_, categories);
    indexer();
    indexer_noms();
}

const Etablissement* RegistreEnMemoire::find(std::string_view finess_et) const {
    const auto trouve = par_numero_.find(finess_et);
    return trouve == par_numero_.end() ? nullptr : &etablissements_[trouve->second];
}

bool RegistreEnMemoire::est_entite_juridique(std::string_view numero) const {
    return entites_.contains(numero);
}

void RegistreEnMemoire::indexer() {
    const auto taille = etablissements_.size();
    Vocabulaire::Chantier chantier{taille};
    par_numero_.reserve(taille);
    const auto ranger = [&](ParCritere& critere, const std::string& valeur, std::uint32_t rang) {
        critere.try_emplace(valeur, taille).first->second.ajouter(rang);
    };
    for (std::uint32_t rang = 0; rang < taille; ++rang) {
        const auto& e = etablissements_[rang];
        par_numero_.emplace(e.finess_et.text(), rang);
        if (!e.finess_ej.empty()) entites_.insert(e.finess_ej);
        numeros_ += e.finess_et.text();
        ranger(par_categorie_, e.categorie, rang);
        ranger(par_region_, e.region, rang);
        ranger(par_departement_, e.departement, rang);
        indexer_mots(rang, chantier);
    }
    vocabulaire_ = std::move(chantier).terminer(taille);
}

void RegistreEnMemoire::indexer_mots(std::uint32_t rang, Vocabulaire::Chantier& chantier) {
    const auto& e = etablissements_[rang];
    noms_.push_back(static_cast<std::uint32_t>(lettres_.size()));
    const auto indexer_mot = [&](const std::string& mot) {
        chantier.ajouter(mot, rang);
        const auto autre = autre_ecriture(mot);
        if (!autre.empty()) chantier.ajouter(autre, rang);
    };
    for (const auto& mot : mots(e.raison_sociale)) {
        indexer_mot(mot);
        if (lettres_.size() > noms_.back()) lettres_ += ' ';
        lettres_ += mot;
    }
    for (const auto& mot : mots(e.commune)) indexer_mot(mot);
    ajouter_numero(e.finess_et.text(), rang, chantier);
    ajouter_numero(e.finess_ej, rang, chantier);
    ajouter_numero(e.siret, rang, chantier);
    ajouter_numero(e.code_postal, rang, chantier);
}

void RegistreEnMemoire::indexer_noms() {
    noms_.push_back(static_cast<std::uint32_t>(lettres_.size()));
    for (std::uint32_t rang = 0; rang < etablissements_.size(); ++rang) par_nom_.push_back(rang);
    std::sort(par_nom_.begin(), par_nom_.end(),
              [&](std::uint32_t a, std::uint32_t b) { return nom(a) < nom(b); });
}

// Words that say nothing are dropped beside one that names a category or a territory: "ime de
// gironde" is not looked for among names in "de".
RegistreEnMemoire::Demande RegistreEnMemoire::comprendre(const std::string& texte) const {
    constexpr std::size_t mots_utiles = 12;
    auto lus = mots(texte);
    if (lus.size() > mots_utiles) lus.resize(mots_utiles);
    auto sens = usuels_.sens(lus);
    const bool rien =
        std::all_of(sens.begin(), sens.end(), [](const auto& s) { return s.empty(); });
    if (rien) return {std::move(lus), std::move(sens)};
    Demande demande;
    for (std::size_t n = 0; n < lus.size(); ++n) {
        if (est_mot_vide(lus[n])) continue;
        demande.mots.push_back(std::move(lus[n]));
        demande.sens.push_back(std::move(sens[n]));
    }
    return demande;
}

Trouvailles RegistreEnMemoire::chercher(const Recherche& recherche) const {
    auto demande = comprendre(recherche.texte);
    const bool sans_critere =
        recherche.categorie.empty() && recherche.region.empty() && recherche.departement.empty();
    if (demande.mots.empty() && sans_critere) return {};

    auto reponse = repondre(demande);
    filtrer(reponse, recherche);
    Trouvailles trouvailles;
    trouvailles.total = reponse.effectif();
    Tri tri{std::move(reponse), recherche.limite};
    classer(demande, tri);
    for (const auto rang : tri.pris()) trouvailles.etablissements.push_back(&etablissements_[rang]);
    return trouvailles;
}

const RegistreEnMemoire::ParCritere& RegistreEnMemoire::par(Critere critere) const {
    switch (critere) {
        case Critere::categorie:
            return par_categorie_;
        case Critere::departement:
            return par_departement_;
        case Critere::region:
            break;
    }
    return par_region_;
}

void RegistreEnMemoire::joindre(const std::vector<Sens>& sens, Ensemble& ensemble) const {
    for (const auto& [critere, code] : sens)
        if (const auto connu = par(critere).find(code); connu != par(critere).end())
            ensemble |= connu->second;
}

// The demand becomes what was really looked for: a number typed in pieces, or without its zero.
Ensemble RegistreEnMemoire::repondre(Demande& demande) const {
    auto& [mots, sens] = demande;
    std::string joint;
    for (const auto& mot : mots) joint += mot;
    if (ressemble_a_un_numero(joint)) {
        constexpr std::size_t sans_zero = longueur_finess - 1;
        for (const auto& essai : {joint, joint.size() == sans_zero ? "0" + joint : joint}) {
            auto trouves = vocabulaire_.commencant_par(essai);
            if (est_vide(trouves)) continue;
            demande = {{essai}, {{}}};
            return trouves;
        }
        constexpr std::size_t assez_precis = 4;
        if (joint.size() >= assez_precis && mots.size() == 1) return contenant(joint);
    }
    Ensemble reponse{etablissements_.size()};
    if (mots.empty())
        for (std::uint32_t rang = 0; rang < etablissements_.size(); ++rang) reponse.ajouter(rang);
    for (std::size_t n = 0; n < mots.size(); ++n) {
        auto trouves = vocabulaire_.commencant_par(mots[n]);
        joindre(sens[n], trouves);
        if (n == 0)
            reponse = std::move(trouves);
        else
            reponse &= trouves;
    }
    return reponse;
}

Ensemble RegistreEnMemoire::contenant(std::string_view chiffres) const {
    Ensemble trouves{etablissements_.size()};
    std::size_t place = 0;
    while (place + chiffres.size() <= numeros_.size()) {
        const void* ici = memmem(numeros_.data() + place, numeros_.size() - place, chiffres.data(),
                                 chiffres.size());
        if (ici == nullptr) break;
        place = static_cast<std::size_t>(static_cast<const char*>(ici) - numeros_.data());
        // Not astride two numbers.
        if (place % longueur_finess + chiffres.size() <= longueur_finess)
            trouves.ajouter(static_cast<std::uint32_t>(place / longueur_finess));
        ++place;
    }
    return trouves;
}

void RegistreEnMemoire::filtrer(Ensemble& reponse, const Recherche& recherche) const {
    const auto garder = [&](const ParCritere& critere, const std::string& valeur) {
        if (valeur.empty()) return;
        const auto connue = critere.find(valeur);
        reponse &= connue == critere.end() ? Ensemble{etablissements_.size()} : connue->second;
    };
    garder(par_categorie_, recherche.categorie);
    garder(par_region_, recherche.region);
    garder(par_departement_, recherche.departement);
}

void RegistreEnMemoire::classer(const Demande& demande, Tri& tri) const {
    const auto& mots = demande.mots;
    if (mots.size() == 1) {
        const auto numero = core::Finess::parse_lenient(mots.front());
        const auto exact = numero ? par_numero_.find(numero->text()) : par_numero_.end();
        if (exact != par_numero_.end()) tri.prendre(exact->second);
    }
    if (!mots.empty()) {
        std::string debut;
        for (const auto& mot : mots) debut += (debut.empty() ? "" : " ") + mot;
        noms_commencant_par(debut, tri);
        // Before a territory: those that have the words in their own name or town.
        auto entiers = vocabulaire_.exactement(mots.front());
        auto nommes = entiers;
        joindre(demande.sens.front(), nommes);
        for (std::size_t n = 1; n < mots.size(); ++n) {
            auto exacts = vocabulaire_.exactement(mots[n]);
            entiers &= exacts;
            joindre(demande.sens[n], exacts);
            nommes &= exacts;
        }
        tri.prendre_tous(entiers);
        tri.prendre_tous(nommes);
    }
    tri.prendre_si([](std::uint32_t) { return true; });
}

void RegistreEnMemoire::noms_commencant_par(const std::string& debut, Tri& tri) const {
    const auto commence = [&](std::uint32_t rang) {
        return nom(rang).substr(0, debut.size()) == debut;
    };
    const auto premier = std::partition_point(
        par_nom_.begin(), par_nom_.end(), [&](std::uint32_t rang) { return nom(rang) < debut; });
    const auto fin = std::partition_point(premier, par_nom_.end(), commence);
    // A long range is dense: the best ranks are then found sooner by trying ranks in order.
    constexpr std::ptrdiff_t longue = 4096;
    if (fin - premier > longue) {
        tri.prendre_si(commence);
        return;
    }
    std::vector<std::uint32_t> rangs{premier, fin};
    std::erase_if(rangs, [&](std::uint32_t rang) { return !tri.reste().contient(rang); });
    std::sort(rangs.begin(), rangs.end());
    for (const auto rang : rangs)
        if (!tri.prendre(rang)) return;
}

}  // namespace grappe::referentiels
