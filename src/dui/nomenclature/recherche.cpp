// The search: each word against each label, then the everyday words.
#include "dui/nomenclature/recherche.hpp"

#include <algorithm>

#include "core/texte.hpp"

namespace grappe::nomenclature {
namespace {

constexpr std::size_t lettres_d_un_debut = 3, lettres_d_une_partie = 4, lettres_d_un_ecart = 5;

struct Candidat {
    std::size_t rang;
    std::vector<std::optional<Raison>> raisons;  // by word typed
};

using Candidats = std::vector<Candidat>;

int poids(Par par) {
    constexpr int de_code = 100, de_usuel = 60, de_libelle = 50, de_debut = 40, de_partie = 20;
    switch (par) {
        case Par::code:
            return de_code;
        case Par::mot_usuel:
            return de_usuel;
        case Par::libelle:
            return de_libelle;
        case Par::debut_de_mot:
            return de_debut;
        case Par::partie_de_mot:
            return de_partie;
        case Par::a_une_lettre_pres:
            return de_partie / 2;
    }
    return 0;
}

// A plural is its singular: "courses" and "course".
std::string_view sans_pluriel(std::string_view mot) {
    const bool pluriel = mot.size() > 3 && (mot.ends_with('s') || mot.ends_with('x'));
    return pluriel ? mot.substr(0, mot.size() - 1) : mot;
}

bool est_le_meme(std::string_view un, std::string_view autre) {
    return sans_pluriel(un) == sans_pluriel(autre);
}

std::optional<Par> rencontre(std::string_view tape, std::string_view du_libelle) {
    if (est_le_meme(tape, du_libelle)) return Par::libelle;
    if (tape.size() >= lettres_d_un_debut && du_libelle.starts_with(sans_pluriel(tape)))
        return Par::debut_de_mot;
    if (tape.size() >= lettres_d_une_partie && du_libelle.find(tape) != std::string_view::npos)
        return Par::partie_de_mot;
    return std::nullopt;
}

bool est_a_une_lettre(std::string_view tape, std::string_view vu) {
    const auto long_assez = tape.size() >= lettres_d_un_ecart;
    const auto ecart = tape.size() > vu.size() ? tape.size() - vu.size() : vu.size() - tape.size();
    return long_assez && ecart <= 1 && core::distance(tape, vu) <= 1;
}

void retenir(std::optional<Raison>& place, Raison raison) {
    if (!place || poids(raison.par) > poids(place->par)) place = std::move(raison);
}

Candidats tous(const Serafin& serafin, const Recherche& recherche, std::size_t mots) {
    Candidats candidats;
    for (std::size_t rang = 0; rang < serafin.intitules().size(); ++rang)
        if (!recherche.axe || serafin.intitules()[rang].axe == *recherche.axe)
            candidats.push_back({rang, std::vector<std::optional<Raison>>(mots)});
    return candidats;
}

void par_les_libelles(const Serafin& serafin, const std::vector<std::string>& mots,
                      Candidats& candidats) {
    for (auto& candidat : candidats)
        for (const auto& du_libelle : serafin.mots()[candidat.rang])
            for (std::size_t i = 0; i < mots.size(); ++i)
                if (const auto par = rencontre(mots[i], du_libelle))
                    retenir(candidat.raisons[i], {mots[i], *par, du_libelle});
}

// Every word of the everyday expression was typed; the places of those words.
std::vector<std::size_t> places(const MotUsuel& usuel, const std::vector<std::string>& mots,
                                bool (*est)(std::string_view, std::string_view)) {
    std::vector<std::size_t> trouvees;
    for (const auto& attendu : usuel.mots) {
        const auto la = std::find_if(mots.begin(), mots.end(),
                                     [&](const auto& mot) { return est(mot, attendu); });
        if (la == mots.end()) return {};
        trouvees.push_back(static_cast<std::size_t>(la - mots.begin()));
    }
    return trouvees;
}

void par_les_mots_usuels(const Serafin& serafin, const std::vector<std::string>& mots,
                         Candidats& candidats) {
    for (const auto& usuel : serafin.mots_usuels()) {
        const auto ou = places(usuel, mots, est_le_meme);
        if (ou.empty()) continue;
        for (auto& candidat : candidats)
            if (std::find(usuel.intitules.begin(), usuel.intitules.end(), candidat.rang) !=
                usuel.intitules.end())
                for (const auto place : ou)
                    retenir(candidat.raisons[place], {mots[place], Par::mot_usuel, usuel.ecrit});
    }
}

// Only for a word that nothing else met: a slip of the hand.
void a_une_lettre_pres(const Serafin& serafin, const std::vector<std::string>& mots,
                       Candidats& candidats) {
    for (std::size_t i = 0; i < mots.size(); ++i) {
        const bool rencontre = std::any_of(candidats.begin(), candidats.end(), [i](const auto& un) {
            return un.raisons[i].has_value();
        });
        if (rencontre) continue;
        for (auto& candidat : candidats) {
            for (const auto& vu : serafin.mots()[candidat.rang])
                if (est_a_une_lettre(mots[i], vu))
                    retenir(candidat.raisons[i], {mots[i], Par::a_une_lettre_pres, vu});
            for (const auto& usuel : serafin.mots_usuels())
                if (usuel.mots.size() == 1 && est_a_une_lettre(mots[i], usuel.mots[0]) &&
                    std::find(usuel.intitules.begin(), usuel.intitules.end(), candidat.rang) !=
                        usuel.intitules.end())
                    retenir(candidat.raisons[i], {mots[i], Par::a_une_lettre_pres, usuel.ecrit});
        }
    }
}

bool est_un_code(std::string_view texte) {
    return !texte.empty() && texte[0] >= '1' && texte[0] <= '9' &&
           texte.find_first_not_of("0123456789.") == std::string_view::npos;
}

// The intitule of that code, then what stands below it.
std::vector<Trouve> par_code(const Serafin& serafin, const Recherche& recherche,
                             std::string_view code) {
    while (code.ends_with('.')) code.remove_suffix(1);
    std::vector<Trouve> trouves;
    for (const auto& un : serafin.intitules()) {
        const bool dessous = un.code.starts_with(code) &&
                             (un.code.size() == code.size() || un.code[code.size()] == '.');
        const bool de_l_axe = !recherche.axe || un.axe == *recherche.axe;
        if (dessous && de_l_axe && trouves.size() < recherche.au_plus)
            trouves.push_back({&un, {{std::string{code}, Par::code, un.code}}});
    }
    return trouves;
}

struct Note {
    std::size_t mots = 0;
    int poids = 0, niveau = 0;

    auto operator<=>(const Note&) const = default;
};

Note note(const Serafin& serafin, const Candidat& candidat) {
    Note note;
    for (const auto& raison : candidat.raisons) {
        if (!raison) continue;
        ++note.mots;
        note.poids += poids(raison->par);
    }
    note.niveau = serafin.intitules()[candidat.rang].niveau;
    return note;
}

}  // namespace

std::vector<Trouve> chercher(const Serafin& serafin, const Recherche& recherche) {
    const auto texte = core::trimmed(core::cut(recherche.texte, octets_cherches));
    if (est_un_code(texte)) return par_code(serafin, recherche, texte);
    const auto mots = mots_de(texte);
    auto candidats = tous(serafin, recherche, mots.size());
    par_les_libelles(serafin, mots, candidats);
    par_les_mots_usuels(serafin, mots, candidats);
    a_une_lettre_pres(serafin, mots, candidats);

    std::vector<std::pair<Note, Candidat*>> notes;
    std::size_t le_plus = 1;
    for (auto& candidat : candidats) {
        notes.emplace_back(note(serafin, candidat), &candidat);
        le_plus = std::max(le_plus, notes.back().first.mots);
    }
    std::erase_if(notes, [le_plus](const auto& une) { return une.first.mots < le_plus; });
    std::sort(notes.begin(), notes.end(), [](const auto& une, const auto& autre) {
        if (une.first != autre.first) return autre.first < une.first;
        return une.second->rang < autre.second->rang;
    });
    if (notes.size() > recherche.au_plus) notes.resize(recherche.au_plus);
    std::vector<Trouve> trouves;
    for (const auto& [valeur, candidat] : notes) {
        Trouve trouve{&serafin.intitules()[candidat->rang], {}};
        for (auto& raison : candidat->raisons)
            if (raison) trouve.raisons.push_back(*std::move(raison));
        trouves.push_back(std::move(trouve));
    }
    return trouves;
}

}  // namespace grappe::nomenclature
