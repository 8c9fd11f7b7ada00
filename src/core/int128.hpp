// 128-bit integers, spelled once so that -Wpedantic stays on everywhere else.
#pragma once

namespace grappe::core {

__extension__ typedef __int128 i128;

}  // namespace grappe::core
