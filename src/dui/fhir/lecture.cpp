// Reading of a search, parameter by parameter.
#include <algorithm>

#include "core/integer.hpp"
#include "core/texte.hpp"
#include "dui/fhir/id_logique.hpp"
#include "dui/fhir/recherche.hpp"

namespace grappe::fhir {
namespace {

// Values are parted by `separateur`; a backslash takes the next sign as it is.
std::vector<std::string> morceaux(std::string_view texte, char separateur) {
    std::vector<std::string> tous(1);
    for (std::size_t n = 0; n < texte.size(); ++n) {
        if (texte[n] == '\\' && n + 1 < texte.size()) {
            // Kept where another reading follows.
            if (separateur == ',') tous.back() += texte[n];
            tous.back() += texte[++n];
        } else if (texte[n] == separateur) {
            tous.emplace_back();
        } else {
            tous.back() += texte[n];
        }
    }
    return tous;
}

std::string sans_echappement(std::string_view texte) { return morceaux(texte, '\0').front(); }

std::optional<Intervalle> annee_ou_mois(std::string_view texte) {
    constexpr std::size_t annee = 4, mois = 7;
    if (texte.size() != annee && texte.size() != mois) return std::nullopt;
    const auto premier =
        core::Date::parse(std::string{texte} + (texte.size() == annee ? "-01-01" : "-01"));
    if (!premier) return std::nullopt;
    const auto suivant = texte.size() == annee ? premier->ymd() + std::chrono::years{1}
                                               : premier->ymd() + std::chrono::months{1};
    return jours(*premier, core::Date::of(suivant).plus_days(-1));
}

// "2024", "2024-03", "2024-03-12", or an instant with its offset (its fraction is dropped).
std::optional<Intervalle> moment_lu(std::string_view texte) {
    if (const auto large = annee_ou_mois(texte)) return large;
    if (const auto date = core::Date::parse(texte)) return jour(*date);
    std::string instant{texte};
    std::ranges::replace(instant, ' ', '+');  // which an address turns a plus into
    if (const auto lu = core::Instant::parse(instant)) return seconde(*lu);
    return std::nullopt;
}

std::optional<Valeur> date_lue(std::string_view texte) {
    Valeur une{.texte = {}};
    if (const auto prefixe = core::named<Prefixe>(texte.substr(0, 2))) {
        une.prefixe = *prefixe;
        texte.remove_prefix(2);
    }
    une.quand = moment_lu(texte);
    if (!une.quand) return std::nullopt;
    return une;
}

Valeur jeton_lu(std::string_view texte) {
    const auto parties = morceaux(texte, '|');
    if (parties.size() == 1) return {.texte = parties.front()};
    return {.texte = parties[1], .systeme = parties.front()};
}

// "Patient/id" or "id".
std::optional<Valeur> reference_lue(std::string_view texte, std::string_view cible) {
    const auto barre = texte.find('/');
    if (barre == std::string_view::npos) return Valeur{.texte = std::string{texte}};
    if (texte.substr(0, barre) != cible || texte.find('/', barre + 1) != std::string_view::npos)
        return std::nullopt;
    return Valeur{.texte = std::string{texte.substr(barre + 1)}};
}

class Lecteur {
public:
    Lecteur(const Description& description, Traitement traitement)
        : description_{description}, traitement_{traitement} {}

    void lire(const std::string& nom, const std::string& valeur) {
        if (nom == "_format" || nom == "_pretty") return;
        const auto fautes = lue_.fautes.size() + lue_.ignorees.size();
        if (!de_la_page(nom, valeur)) critere(nom, valeur);
        if (lue_.fautes.size() + lue_.ignorees.size() == fautes && nom != "_apres")
            comprendre(nom, valeur);
    }
    Recherche fin() { return std::move(lue_); }

private:
    void comprendre(std::string_view nom, std::string_view valeur) {
        lue_.comprise.append(lue_.comprise.empty() ? "" : "&")
            .append(core::percent_encoded(nom))
            .append("=")
            .append(core::percent_encoded(valeur));
    }
    void faute(std::string_view nom, const char* code) {
        lue_.fautes.push_back({std::string{nom}, code});
    }
    // What may be left out where one was asked to be lenient: no fault of a value is.
    void inconnu(std::string_view nom, const char* code) {
        auto& ou = traitement_ == Traitement::strict ? lue_.fautes : lue_.ignorees;
        ou.push_back({std::string{nom}, code});
    }

    bool de_la_page(std::string_view nom, const std::string& valeur) {
        if (nom == "_count")
            compte(valeur);
        else if (nom == "_sort")
            tri(valeur);
        else if (nom == "_include")
            inclusion(valeur);
        else if (nom == "_apres")
            suite(valeur);
        else
            return false;
        return true;
    }
    void compte(std::string_view valeur) {
        const auto combien = core::integer<std::int64_t>(valeur);
        if (!combien || *combien < 1) return faute("_count", "fhir.compte");
        lue_.combien = std::min(static_cast<std::size_t>(*combien), par_page_au_plus);
    }
    void tri(std::string_view valeur) {
        Tri tri{.decroissant = valeur.starts_with('-')};
        if (tri.decroissant) valeur.remove_prefix(1);
        const auto un = std::ranges::find(description_.tris, valeur);
        if (un == description_.tris.end()) return inconnu("_sort", "fhir.tri");
        tri.parametre = *un;
        lue_.tri = tri;
    }
    void inclusion(const std::string& valeur) {
        // "Encounter:subject:Patient" says the same as without its target.
        const auto& toutes = description_.inclusions;
        const bool connue = std::ranges::any_of(toutes, [&](std::string_view une) {
            return valeur == une || valeur == std::string{une} + ":Patient";
        });
        if (!connue) return inconnu("_include", "fhir.inclusion");
        lue_.inclusions.push_back(valeur);
    }
    void suite(std::string_view valeur) {
        const auto id = depuis_les_signes(valeur);
        if (!id || id->empty()) return faute("_apres", "fhir.suite");
        lue_.apres = *id;
    }

    void critere(std::string_view ecrit, std::string_view valeur) {
        const auto deux_points = ecrit.find(':');
        const auto* un = parametre_de(description_, ecrit.substr(0, deux_points));
        if (un == nullptr) return inconnu(ecrit, "fhir.parametre_inconnu");
        const auto modificateur = modificateur_lu(*un, deux_points == std::string_view::npos
                                                           ? std::string_view{}
                                                           : ecrit.substr(deux_points + 1));
        // Without it another question would be answered: never left out.
        if (!modificateur) return faute(ecrit, "fhir.modificateur");
        Critere critere{un->nom, un->genre, *modificateur, {}};
        for (const auto& texte : morceaux(valeur, ',')) {
            if (texte.empty()) return faute(ecrit, "fhir.vide");
            auto lue = valeur_lue(*un, *modificateur, texte);
            if (!lue)
                return faute(ecrit, un->genre == Genre::date ? "fhir.date" : "fhir.reference");
            critere.valeurs.push_back(*std::move(lue));
        }
        lue_.criteres.push_back(std::move(critere));
    }
    static std::optional<Modificateur> modificateur_lu(const Parametre& un, std::string_view dit) {
        if (dit.empty()) return Modificateur::aucun;
        if (un.genre == Genre::reference && dit == un.cible) return Modificateur::aucun;
        if (un.genre != Genre::texte) return std::nullopt;
        if (dit == "exact") return Modificateur::exact;
        if (dit == "contains") return Modificateur::contient;
        return std::nullopt;
    }
    static std::optional<Valeur> valeur_lue(const Parametre& un, Modificateur modificateur,
                                            std::string_view texte) {
        switch (un.genre) {
            case Genre::date:
                return date_lue(texte);
            case Genre::jeton:
                return jeton_lu(texte);
            case Genre::reference:
                return reference_lue(texte, un.cible);
            case Genre::texte:
                break;
        }
        auto dit = sans_echappement(texte);
        return Valeur{.texte = modificateur == Modificateur::exact ? dit : core::fold(dit)};
    }

    const Description& description_;
    Traitement traitement_;
    Recherche lue_;
};

}  // namespace

Recherche lire_recherche(const Description& description,
                         std::span<const std::pair<std::string, std::string>> question,
                         Traitement traitement) {
    Lecteur lecteur{description, traitement};
    for (const auto& [nom, valeur] : question) lecteur.lire(nom, valeur);
    auto lue = lecteur.fin();
    const bool nommee = std::ranges::any_of(lue.criteres, [](const Critere& un) {
        return un.nom == "_id" || un.genre == Genre::reference;
    });
    if (description.par_personne && !nommee)
        lue.fautes.push_back({"patient", "fhir.personne_requise"});
    return lue;
}

std::string suite_de(const Recherche& recherche, std::string_view apres) {
    return recherche.comprise + (recherche.comprise.empty() ? "" : "&") +
           "_apres=" + en_signes(apres);
}

}  // namespace grappe::fhir
