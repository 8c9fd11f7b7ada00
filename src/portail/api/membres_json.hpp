// The JSON of members, of their invitations and of their parts.
#pragma once

#include <string>
#include <vector>

#include "portail/teleservice/part_du_membre.hpp"
#include "portail/teleservice/soutien.hpp"

namespace grappe::api {

std::string membre_json(const membres::Membre& membre);
std::string membre_vu_json(const teleservice::MembreVu& vu);
std::string membres_json(const teleservice::MembresLus& lus);
std::string soutien_json(const membres::Soutien& soutien);
std::string soutiens_json(const std::vector<membres::Soutien>& soutiens);
std::string invitation_json(const teleservice::InvitationLue& invitation);
std::string accord_json(const teleservice::MembreVu& vu);
std::string parts_json(const std::vector<teleservice::PartDuCompte>& parts);

// What the member may see: its content, its agreement, the differences since, and of what the
// rules say its own establishments.
std::string part_json(const teleservice::PartLue& part, const rules::Phrases& phrases);

}  // namespace grappe::api
