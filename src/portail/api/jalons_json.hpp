// The milestones of an agreement as JSON, for one of its readers.
#pragma once

#include <string>

#include "portail/jalons/lecture.hpp"

namespace grappe::api {

// What a member does not see is left out.
std::string jalons_json(const jalons::Lu& lu, const rules::Phrases& phrases);

}  // namespace grappe::api
