// Clés: the public key of each DUI of a porteur. The last one of a DUI is in force, those before
// stay with their dates; a report is signed by one that is in force.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "identity/moyens.hpp"
#include "portail/teleservice/acces.hpp"
#include "secret/mot_de_passe.hpp"

namespace grappe::usages {

using teleservice::Demandeur;

struct Cle {
    std::string dui;  // the name that its porteur gives it
    int rang;         // 1, then one more each change
    std::string cle;  // 64 hexadecimal digits
    core::Instant posee_le;
    bool en_vigueur = false;

    std::string empreinte() const;  // SHA-256 of its 32 bytes
};

// By name, the one in force first, then the older ones.
std::vector<Cle> cles_de(storage::Reader& db, std::string_view compte);

// `fichier`: a public key as `grappe-dui cle creer` writes it, or its 64 digits alone.
struct NouvelleCle {
    std::string dui, fichier;
};
// Noted in the journal with the digest of the key. Codes "usages.dui_sans_nom" (Reason::invalid:
// empty, over 80 characters), "usages.cle_illisible" (Reason::invalid), "usages.cle_deja"
// (Reason::conflict: that key was given before, for this DUI or another), "usages.trop_de_cles".
core::Result<Cle> poser(storage::Writer& db, const Demandeur& qui, const NouvelleCle& nouvelle);

// The same once the password was asked again. Codes "mot_de_passe.faux", "session.trop_d_essais".
core::Result<Cle> enregistrer_la_cle(const identity::Moyens& moyens, const Demandeur& qui,
                                     const NouvelleCle& nouvelle,
                                     const secret::Secret& mot_de_passe);

}  // namespace grappe::usages
