#!/usr/bin/env bash
# clang-tidy over the sources, with the compile commands of the sanitizer build (clang).
set -euo pipefail
cd "$(dirname "$0")/.."
git ls-files 'src/*.cpp' | grep -v -E '_(test|fuzz)\.cpp$' |
    xargs -P "$(nproc)" -n 8 clang-tidy-19 -p build/sanitize --quiet
