#!/usr/bin/env bash
# Configures and builds a CMake preset: tools/construire.sh PRESET [TARGET…].
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
shift
cmake --preset "$preset"
cibles=()
for cible in "$@"; do cibles+=(--target "$cible"); done
cmake --build "build/$preset" -j "$(nproc)" "${cibles[@]}"
