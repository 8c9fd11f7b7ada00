// Rows of waiting lists, and of what was told when money returned.
#pragma once

#include "portail/comite/attente.hpp"
#include "portail/comite/resultat.hpp"

namespace grappe::comite {

// One that still waits, with what a list shows of it.
struct Attendu {
    EnAttente attente;
    enveloppe::Enveloppe enveloppe;
    std::string fenetre;
    core::Date tenu_le;
    std::string numero, porteur;  // of its receipt; empty: nothing of it is kept any more
};

// Of a desk, or of all when it is empty: receivable still, and left waiting by the last committee
// that looked at it. By envelope, then in the order in which they were published, then by rank.
std::vector<Attendu> attendus(storage::Reader& db, std::string_view guichet);

// Of a result that has a rank.
void mettre_en_attente(storage::Writer& db, const Resultat& resultat);

// A waking as it was told.
struct ReveilDit {
    struct Tenu {
        std::string dossier;
        core::Money montant;
        bool saute;
    };
    enveloppe::Enveloppe enveloppe;
    int mouvement;
    core::Money revenu, libre;
    core::Instant dit_le;
    std::vector<Tenu> dossiers{};
};
// The last move that was told; 0: none.
int dernier_dit(storage::Reader& db, const enveloppe::Enveloppe& enveloppe);
// The last told first.
std::vector<ReveilDit> reveils(storage::Reader& db, const enveloppe::Enveloppe& enveloppe);
void ajouter(storage::Writer& db, const ReveilDit& reveil);

}  // namespace grappe::comite
