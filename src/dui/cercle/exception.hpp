// Exceptional access (break-glass): a record opened from outside its circle, with a reason, for
// some hours, and looked at afterwards by somebody else. Spec SEC-08.
#pragma once

#include "dui/cercle/cercle.hpp"

namespace grappe::cercle {

// Ours, until an establishment says another: a shift is not over when it ends.
inline constexpr std::int64_t heures_d_une_exception = 4;
inline constexpr std::size_t motif_au_moins = 10, motif_au_plus = 1'000;  // characters

enum class Avis { justifie, injustifie };

constexpr auto names(Avis) {
    return std::to_array<core::Named<Avis>>(
        {{Avis::justifie, "justifie"}, {Avis::injustifie, "injustifie"}});
}

struct Revue {
    std::string par;  // account
    core::Instant le;
    Avis avis;
    std::string remarque;
};

struct Exception {
    std::string id;  // 32 hexadecimal digits, given by the form
    std::string finess_et, personne, compte, motif;
    core::Instant ouvert_le, finit_le;
    std::optional<Revue> revue{};
};

struct Demande {
    std::string id;
    core::Finess finess_et;  // where the person is accompanied and the account reads records
    std::string personne;
    std::string motif;
};
// Codes "acces.id", "dui.etablissement_interdit", "acces.motif" (too short or too long),
// "acces.inutile" (the record is not closed to that account). The same id again writes nothing.
core::Result<void> ouvrir(storage::Writer& db, const acces::Professionnel& qui,
                          magasin::Moment maintenant, const Demande& demande);

struct Jugement {
    std::string id;
    Avis avis;
    std::string remarque;
};
// By somebody of cercle.tenir who is not who opened. Codes "acces.inconnu",
// "dui.etablissement_interdit", "acces.sien", "acces.deja_revu", "acces.remarque" (an unjustified
// one says why; at most `motif_au_plus`).
core::Result<void> revoir(storage::Writer& db, const acces::Professionnel& qui,
                          magasin::Moment maintenant, const Jugement& jugement);

// Last first; at most `combien`.
std::vector<Exception> exceptions_sur(storage::Reader& db, std::string_view personne,
                                      std::int64_t combien);
// Those nobody looked at yet, oldest first.
std::vector<Exception> a_revoir(storage::Reader& db, std::string_view finess_et,
                                std::int64_t combien);
std::optional<Exception> trouver_l_exception(storage::Reader& db, const std::string& id);

}  // namespace grappe::cercle
