#!/usr/bin/env bash
# The commands of grappe-dui as processes: crashes. GRAPPE_TEST_PG adds PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")"
export GRAPPE_DUI="$PWD/../../build/release/bin/grappe-dui"
exec python3 -m unittest -b "${@:-essai_coupures}"
