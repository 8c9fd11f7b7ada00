#!/usr/bin/env bash
# One dossier of 300 establishments in process: Grappe (full analysis and trace) beside Publicodes
# (the same flats only).
set -euo pipefail
cd "$(dirname "$0")"
npm ci --silent --no-audit --no-fund
../../build/release/bin/analyse_bench 300
node mesurer.mjs 300 5
