// Typed reading of the keys of a call file; every fault is noted with its line.
#include "portail/programme/champs.hpp"

#include <algorithm>

#include "core/texte.hpp"

namespace grappe::programme {
namespace {

using Genre = Noeud::Genre;

// The two sentences that ask for a value of this kind.
std::string_view code_du_genre(Genre genre) {
    switch (genre) {
        case Genre::table:
            return "genre_table";
        case Genre::liste:
            return "genre_liste";
        case Genre::texte:
            return "genre_texte";
        case Genre::entier:
            return "genre_entier";
        case Genre::booleen:
            return "genre_booleen";
        case Genre::date:
            return "genre_date";
        case Genre::autre:
            break;
    }
    return "genre_autre";
}

// "15 %", "50 %", "1/3": two whole numbers.
std::optional<core::Rate> lire_part(std::string_view texte) {
    const auto nombre = [](std::string_view chiffres) -> std::optional<int> {
        if (chiffres.empty() || chiffres.size() > 6) return std::nullopt;
        int valeur = 0;
        for (const char c : chiffres) {
            if (c < '0' || c > '9') return std::nullopt;
            valeur = valeur * 10 + (c - '0');
        }
        return valeur;
    };
    if (texte.ends_with('%')) {
        texte.remove_suffix(1);
        for (const std::string_view espace : {" ", "\u00a0", "\u202f"})
            if (texte.ends_with(espace)) texte.remove_suffix(espace.size());
        const auto part = nombre(texte);
        if (part && *part <= 100) return core::Rate{*part, 100};
        return std::nullopt;
    }
    const auto barre = texte.find('/');
    if (barre == std::string_view::npos) return std::nullopt;
    const auto haut = nombre(texte.substr(0, barre)), bas = nombre(texte.substr(barre + 1));
    if (!haut || !bas || *bas == 0 || *haut > *bas) return std::nullopt;
    return core::Rate{*haut, *bas};
}

// With its offset, or in the zone of the call; a day alone is its first instant.
std::optional<core::Instant> lire_instant(const Noeud& noeud, const core::Zone& fuseau) {
    if (const auto exact = core::Instant::parse(noeud.texte)) return *exact;
    const auto jour = core::Date::parse(std::string_view{noeud.texte}.substr(0, 10));
    if (!jour) return std::nullopt;
    if (noeud.texte.size() == 10) return fuseau.start_of(*jour);
    const auto utc = core::Instant::parse(noeud.texte + "Z");
    if (!utc) return std::nullopt;
    const auto secondes = (utc->utc() - jour->days()).count();
    const auto local =
        fuseau.at(*jour, static_cast<int>(secondes / 3600), static_cast<int>(secondes / 60 % 60));
    return core::Instant::of(local.utc() + std::chrono::seconds{secondes % 60});
}

rules::Source source_citee(const Noeud& noeud, const std::string& chemin, std::string_view code,
                           const Lecture& lecture) {
    const auto connu = lecture.documents->find(code);
    if (connu != lecture.documents->end()) {
        connu->second.cite = true;
        return {connu->second.titre, {}};
    }
    std::vector<std::string_view> codes;
    for (const auto& [nom, document] : *lecture.documents) codes.push_back(nom);
    lecture.refuser(noeud, chemin, "document_inconnu",
                    {{"document", std::string{code}}, {"connus", enumerer(codes)}});
    return {};
}

}  // namespace

void Lecture::refuser(const Noeud& ou, std::string chemin, std::string_view code,
                      rules::Faits faits) const {
    defauts->push_back({.fichier = fichier,
                        .ligne = ou.ligne,
                        .colonne = ou.colonne,
                        .chemin = std::move(chemin),
                        .code = code,
                        .faits = std::move(faits)});
}

std::optional<std::string> plus_proche(std::string_view mot,
                                       const std::vector<std::string_view>& connus) {
    if (mot.size() > 64) return std::nullopt;
    std::optional<std::string> proche;
    std::size_t meilleure = std::max<std::size_t>(3, mot.size() / 3 + 1);
    for (const auto connu : connus)
        if (const auto ecart = core::distance(mot, connu); ecart < meilleure) {
            meilleure = ecart;
            proche = std::string{connu};
        }
    return proche;
}

std::string enumerer(const std::vector<std::string_view>& mots) {
    std::string liste;
    for (const auto mot : mots) {
        if (!liste.empty()) liste += ", ";
        liste += mot;
    }
    return liste;
}

rules::Source lire_source(const Noeud& noeud, const std::string& chemin, const Lecture& lecture) {
    if (noeud.genre == Genre::table) {
        Champs champs{noeud, chemin, lecture};
        auto source = source_citee(noeud, chemin, champs.texte("document"), lecture);
        source.section = champs.texte("section");
        champs.finir();
        return source;
    }
    const std::string_view texte = noeud.texte;
    const auto blanc = texte.find(' ');
    auto source = source_citee(noeud, chemin, texte.substr(0, blanc), lecture);
    if (blanc != std::string_view::npos) source.section = std::string{texte.substr(blanc + 1)};
    return source;
}

Champs::Champs(const Noeud& table, std::string chemin, const Lecture& lecture)
    : table_{&table}, chemin_{std::move(chemin)}, lecture_{&lecture} {}

std::string Champs::sous(std::string_view cle) const {
    return chemin_.empty() ? std::string{cle} : chemin_ + '.' + std::string{cle};
}

const Noeud* Champs::facultatif(std::string_view cle) {
    if (std::find(connues_.begin(), connues_.end(), cle) == connues_.end()) connues_.push_back(cle);
    return table_->membre(cle);
}

const Noeud* Champs::requis(std::string_view cle) {
    const auto* noeud = facultatif(cle);
    if (noeud == nullptr && cle == "source")
        lecture_->refuser(*table_, chemin_, "source_absente", {});
    else if (noeud == nullptr)
        lecture_->refuser(*table_, sous(cle), chemin_.empty() ? "entete_manquante" : "manquant",
                          {{"cle", std::string{cle}}});
    return noeud;
}

void Champs::finir() const {
    for (const auto& [cle, noeud] : table_->membres) {
        if (std::find(connues_.begin(), connues_.end(), cle) != connues_.end()) continue;
        const auto proche = plus_proche(cle, connues_);
        lecture_->refuser(noeud, sous(cle), proche ? "cle_proche" : "cle_inconnue",
                          {{"cle", cle},
                           {"proche", proche.value_or(std::string{})},
                           {"connues", enumerer(connues_)}});
    }
}

bool Champs::est(const Noeud& noeud, Genre genre, std::string_view cle) {
    if (noeud.genre == genre) return true;
    refuser(cle, code_du_genre(genre), {});
    return false;
}

void Champs::refuser(std::string_view cle, std::string_view code, rules::Faits faits) {
    const auto* noeud = table_->membre(cle);
    lecture_->refuser(noeud == nullptr ? *table_ : *noeud, sous(cle), code, std::move(faits));
}

// A long list of words is not shown: the nearest one is enough.
void Champs::refuser_le_mot(const Noeud& noeud, const std::string& ou,
                            const std::vector<std::string_view>& possibles) const {
    constexpr std::size_t liste_lisible = 12;
    const auto proche = plus_proche(noeud.texte, possibles);
    lecture_->refuser(noeud, ou,
                      possibles.size() > liste_lisible ? "mot_inconnu" : "valeur_inconnue",
                      {{"valeur", noeud.texte},
                       {"proche", proche.value_or(std::string{possibles[0]})},
                       {"possibles", enumerer(possibles)}});
}

std::string Champs::texte(std::string_view cle) {
    const auto* noeud = requis(cle);
    if (noeud == nullptr || !est(*noeud, Genre::texte, cle)) return {};
    if (noeud->texte.empty()) refuser(cle, "texte_vide", {});
    return noeud->texte;
}

std::vector<std::string> Champs::textes(std::string_view cle) {
    std::vector<std::string> lus;
    const auto* noeud = requis(cle);
    if (noeud == nullptr || !est(*noeud, Genre::liste, cle)) return lus;
    for (const auto& element : noeud->elements)
        if (est(element, Genre::texte, cle)) lus.push_back(element.texte);
    return lus;
}

std::vector<std::string> Champs::textes_parmi(std::string_view cle,
                                              const std::vector<std::string_view>& possibles) {
    std::vector<std::string> lus;
    const auto* noeud = requis(cle);
    if (noeud == nullptr || !est(*noeud, Genre::liste, cle)) return lus;
    for (const auto& element : noeud->elements) {
        const bool connu = element.genre == Genre::texte &&
                           std::ranges::find(possibles, element.texte) != possibles.end();
        if (connu)
            lus.push_back(element.texte);
        else
            refuser_le_mot(element, sous(cle), possibles);
    }
    return lus;
}

int Champs::entier(std::string_view cle) {
    const auto* noeud = requis(cle);
    if (noeud == nullptr || !est(*noeud, Genre::entier, cle)) return 0;
    if (noeud->entier < 0 || noeud->entier > 1'000'000) {
        refuser(cle, "entier_hors_bornes", {});
        return 0;
    }
    return static_cast<int>(noeud->entier);
}

bool Champs::booleen(std::string_view cle) {
    const auto* noeud = requis(cle);
    return noeud != nullptr && est(*noeud, Genre::booleen, cle) && noeud->booleen;
}

core::Money Champs::montant(std::string_view cle) {
    const auto* noeud = requis(cle);
    if (noeud == nullptr) return {};
    if (noeud->genre != Genre::entier && noeud->genre != Genre::texte) {
        refuser(cle, "montant_genre", {});
        return {};
    }
    const bool entier = noeud->genre == Genre::entier;
    const auto ecrit = entier ? std::to_string(noeud->entier) : noeud->texte;
    const auto lu = core::Money::parse(ecrit);
    if (!lu) refuser(cle, "montant", {{"valeur", ecrit}});
    return lu ? *lu : core::Money{};
}

core::Rate Champs::part(std::string_view cle) {
    const auto ecrite = texte(cle);
    const auto lue = lire_part(ecrite);
    if (!lue && !ecrite.empty()) refuser(cle, "part", {{"valeur", ecrite}});
    return lue.value_or(core::Rate{});
}

std::optional<core::Date> Champs::jour(std::string_view cle) {
    const auto* noeud = requis(cle);
    if (noeud == nullptr || !est(*noeud, Genre::date, cle)) return std::nullopt;
    const auto lu = core::Date::parse(noeud->texte);
    if (!lu) refuser(cle, "jour", {{"valeur", noeud->texte}});
    return lu ? std::optional{*lu} : std::nullopt;
}

std::optional<core::Instant> Champs::instant(std::string_view cle) {
    const auto* noeud = requis(cle);
    if (noeud == nullptr || !est(*noeud, Genre::date, cle)) return std::nullopt;
    const auto lu = lire_instant(*noeud, lecture_->fuseau);
    if (!lu) refuser(cle, "instant", {{"valeur", noeud->texte}});
    return lu;
}

rules::Source Champs::source(std::string_view cle) {
    const auto* noeud = requis(cle);
    if (noeud == nullptr) return {};
    if (noeud->genre != Genre::table && !est(*noeud, Genre::texte, cle)) return {};
    return lire_source(*noeud, sous(cle), *lecture_);
}

std::vector<Champs> Champs::lignes(std::string_view cle) {
    std::vector<Champs> lues;
    const auto* noeud = requis(cle);
    if (noeud == nullptr || !est(*noeud, Genre::liste, cle)) return lues;
    for (std::size_t i = 0; i < noeud->elements.size(); ++i)
        if (est(noeud->elements[i], Genre::table, cle))
            lues.emplace_back(noeud->elements[i], sous(cle) + '[' + std::to_string(i + 1) + ']',
                              *lecture_);
    return lues;
}

}  // namespace grappe::programme
