#!/usr/bin/env bash
# Configures and builds a CMake preset: tools/construire.sh PRESET [TARGET…]. Standard headers are
# compiled once, as in CI: what a newcomer builds is what CI built. GRAPPE_PRECOMPILE= does without.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
export GRAPPE_PRECOMPILE=${GRAPPE_PRECOMPILE-ON}
shift
cmake --preset "$preset"
cibles=()
for cible in "$@"; do cibles+=(--target "$cible"); done
cmake --build "build/$preset" -j "$(nproc)" "${cibles[@]}"
