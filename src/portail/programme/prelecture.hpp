// Prelecture: the id of a call, found in its file before TOML is read.
#pragma once

#include <optional>
#include <string_view>

namespace grappe::programme {

// The value of a plain line `appel = "NA-2024"` before any table. Nothing where only a whole
// reading can tell: such a line is absent, or its text could be inside another one.
std::optional<std::string_view> identifiant_annonce(std::string_view texte);

}  // namespace grappe::programme
