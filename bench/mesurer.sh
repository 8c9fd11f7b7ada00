#!/usr/bin/env bash
# Every measure of docs/performance.md in one command: bench/mesurer.sh. Ratios are taken in one run;
# nothing here is a test. Needs ./test --rapide first (build/release).
set -euo pipefail
cd "$(dirname "$0")/.."
for mesure in bench/*/mesurer.sh; do
    echo "== $(basename "$(dirname "$mesure")")"
    "$mesure"
done
