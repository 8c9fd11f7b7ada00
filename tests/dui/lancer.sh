#!/usr/bin/env bash
# The commands of grappe-dui as processes, and their crashes. GRAPPE_TEST_PG adds PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")"
export GRAPPE_DUI="$PWD/../../build/release/bin/grappe-dui"
[[ $# -gt 0 ]] || set -- essai_commandes essai_evaluations essai_coupures
exec python3 -m unittest -b "$@"
