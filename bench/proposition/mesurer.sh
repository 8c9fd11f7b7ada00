#!/usr/bin/env bash
# Proposals of a window: 300 and 1 500 projects, every value of four attributes with its share.
set -euo pipefail
cd "$(dirname "$0")/../.."
tools/construire.sh release proposition-bench >/dev/null
mesure=build/release/bin/proposition-bench
for part in 0 50 80; do
    "$mesure" 300 "$part" 5
    "$mesure" 1500 "$part" 5
done
"$mesure" 300 50 1 etude
"$mesure" 1500 50 1 etude
