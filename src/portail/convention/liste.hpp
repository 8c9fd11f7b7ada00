// Liste: the agreements of a reader, each with what it waits for.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "portail/convention/acces.hpp"

namespace grappe::convention {

// Who has to do what next. Catalogue 5.2, in the order of an agreement's life.
enum class Attente {
    signature_du_porteur,
    signature_de_l_ars,
    avenant,         // to be signed
    renvoi,          // a payment that the bank sent back is to be asked for again
    recouvrement,    // money that the paid balance says to recover, not all given back
    avance,          // asked for by nobody yet
    validation,      // of a payment, by another person
    visa,            // of the last statement
    usage_depenses,  // reports and expenses under way
    rien
};
constexpr auto names(Attente) {
    using enum Attente;
    return std::to_array<core::Named<Attente>>({{signature_du_porteur, "signature_du_porteur"},
                                                {signature_de_l_ars, "signature_de_l_ars"},
                                                {avenant, "avenant"},
                                                {renvoi, "renvoi"},
                                                {recouvrement, "recouvrement"},
                                                {avance, "avance"},
                                                {validation, "validation"},
                                                {visa, "visa"},
                                                {usage_depenses, "usage_depenses"},
                                                {rien, "rien"}});
}

struct Resume {
    std::string id, dossier, numero, porteur;
    Statut statut;
    Money accorde, avance;
    Money verse;  // by valid payments
    bool signee_par_le_porteur, signee_par_l_ars;
    std::int64_t a_valider;     // payments asked for and not decided
    std::int64_t a_viser;       // the last statement, when it has no stamp
    std::int64_t avenants = 0;  // that wait for their signatures
    std::int64_t renvoyes = 0;  // payments that the bank sent back, not asked for again
    Money a_recouvrer{};        // of what the valid balance says, not given back yet

    Attente attente() const;  // pure
};

inline constexpr std::int64_t conventions_par_page = 100;

// Of the list in its order, the last prepared first.
struct Fenetre {
    std::int64_t debut = 0, limite = conventions_par_page;
};
inline constexpr Fenetre toutes_les_conventions{0, std::numeric_limits<std::int64_t>::max()};

struct Liste {
    std::vector<Resume> conventions;
    std::int64_t total = 0;  // whatever the window
};

// A porteur's own, those of a desk, of an accountant's region, or every one.
Liste lister(storage::Reader& db, const Demandeur& qui, const Fenetre& fenetre);

}  // namespace grappe::convention
