// Views of members: those of a dossier, an invitation, one's own part.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "portail/espace/espace.hpp"
#include "portail/teleservice/part_du_membre.hpp"
#include "portail/teleservice/soutien.hpp"
#include "web/page/formulaire.hpp"
#include "web/page/vue.hpp"

namespace grappe::espace {

// What was typed and refused, to be shown again beside its fault.
struct InvitationTapee {
    std::string finess_ej{}, courriel{};
    std::string faute{};  // a code; empty: none
};

struct SoutienTape {
    std::string role{}, courriel{};
    std::string faute{};
};
struct MembresTapes {
    InvitationTapee membre{};
    SoutienTape soutien{};

    bool sans_faute() const { return membre.faute.empty() && soutien.faute.empty(); }
};

page::Vue vue_des_membres(const Espace& espace, const teleservice::MembresLus& lus,
                          const InvitationTapee& tapee);

// Added to the same page. `avant_le_depot`: the Collectif SI may still be invited.
struct SoutiensLus {
    const std::vector<membres::Soutien>& soutiens;
    bool avant_le_depot;
};
void ajouter_les_soutiens(const Espace& espace, const SoutiensLus& lus, const SoutienTape& tape,
                          page::Vue& vue);

page::Vue vue_de_la_part(const Espace& espace, const teleservice::PartLue& part);

// How many messages of each dossier the account has not read.
using NonLus = std::map<std::string, std::int64_t>;

page::Vue vue_des_parts(const Espace& espace, const std::vector<teleservice::PartDuCompte>& parts,
                        const std::vector<teleservice::PartDuCompte>& attendues,
                        const NonLus& non_lus);

// What a member typed, as the JSON that `ecrire_part` takes: facts that the form does not show stay
// as they are. Pure.
std::string part_tapee(const page::Formulaire& formulaire, std::string_view contenu);

}  // namespace grappe::espace
