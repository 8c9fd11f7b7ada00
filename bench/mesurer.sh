#!/usr/bin/env bash
# Every measure of docs/performance.md in one command: bench/mesurer.sh. Builds what it measures;
# ratios are taken in one run; nothing here is a test.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/construire.sh release grappe-portail analyse-bench >/dev/null
build/release/bin/grappe-portail registre preparer
for mesure in bench/*/mesurer.sh; do
    echo "== $(basename "$(dirname "$mesure")")"
    "$mesure"
done
