#!/usr/bin/env bash
# clang-tidy over the sources, with the compile commands of a clang build, which need not be built.
set -euo pipefail
cd "$(dirname "$0")/.."
GRAPPE_PRECOMPILE='' cmake --preset sanitize -B build/analyse >/dev/null
git ls-files 'src/*.cpp' | grep -v -E '_(test|fuzz)\.cpp$' |
    xargs -P "$(nproc)" -n 4 clang-tidy-19 -p build/analyse --quiet
