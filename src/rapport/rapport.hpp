// The usage report: counts per establishment and indicator, the roots of their proof, a signature.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/finess.hpp"
#include "core/instant.hpp"
#include "rapport/arbre.hpp"
#include "rapport/reproche.hpp"
#include "secret/signature.hpp"
#include "usage/indicateur.hpp"
#include "usage/regle_d_usage.hpp"

namespace grappe::rapport {

inline constexpr std::string_view format_du_rapport = "grappe-usage-1";
inline constexpr std::size_t octets_max = std::size_t{128} * 1024 * 1024;
inline constexpr std::int64_t feuilles_max = 1'000'000'000;

struct Logiciel {
    std::string nom, version;

    bool operator==(const Logiciel&) const = default;
};

struct RegleCitee {
    std::string version;
    Empreinte empreinte{};  // of the whole file of donnees/indicateurs

    bool operator==(const RegleCitee&) const = default;
};

RegleCitee citer(const usage::RegleDUsage& regle);

struct EnTete {
    std::optional<core::Finess> organisation;  // FINESS EJ
    core::Date du, au;                         // first day of the window; the measured day
    core::Instant connu_le;
    usage::Denominateur denominateur;
    RegleCitee regle;
    Logiciel logiciel;

    bool operator==(const EnTete&) const = default;
};

struct Ligne {
    core::Finess finess_et;
    std::int64_t feuilles = 0;
    Noeud racine;  // its counters are those of the establishment

    bool operator==(const Ligne&) const = default;
};

struct Rapport {
    EnTete en_tete;
    std::vector<Ligne> etablissements;  // ascending, each once
    std::int64_t feuilles = 0;
    Noeud racine;
    std::string cle_publique, signature;  // bytes

    bool operator==(const Rapport&) const = default;
};

// The leaves of all establishments, the root above their own; Bug when they are not in order.
void totaliser(Rapport& rapport);

// The public key and the signature take the place of those that stand there.
std::string signer(Rapport& rapport, const secret::CleDeSignature& cle);

// What is signed, and the whole file: canonical, without a final line feed.
std::string octets_signes(const Rapport& rapport);
std::string ecrire(const Rapport& rapport);

struct Lecture {
    enum class Etat { illisible, refuse, lu };

    Etat etat = Etat::illisible;
    Reproches reproches;
    std::optional<Rapport> rapport;  // where the form is right; the figures are not judged yet
};
Lecture lire(std::string_view octets);

}  // namespace grappe::rapport
