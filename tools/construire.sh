#!/usr/bin/env bash
# Configures and builds a CMake preset: tools/construire.sh PRESET [TARGET…].
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
shift
fusion=OFF
# A cold build compiles files in batches, five times faster; a warm one rebuilds one file at a time.
[[ -e build/$preset/build.ninja ]] || fusion=ON
[[ -e build/$preset/fusion ]] && fusion=$(cat "build/$preset/fusion")
mkdir -p "build/$preset" && echo "$fusion" >"build/$preset/fusion"
cmake --preset "$preset" -DCMAKE_UNITY_BUILD="$fusion"
cibles=()
for cible in "$@"; do cibles+=(--target "$cible"); done
cmake --build "build/$preset" -j "$(nproc)" "${cibles[@]}"
