#!/usr/bin/env bash
# Refuses a C++ file that clang-format 14 would change.
set -euo pipefail
cd "$(dirname "$0")/.."
git ls-files 'src/*.?pp' 'tools/*.?pp' 'tests/*.?pp' 'bench/*.?pp' | xargs -r clang-format-14 --dry-run --Werror
