#!/usr/bin/env bash
# The usage indicators of grappe-dui, their reasons and forecasts, against a second implementation, on N random histories with
# SQLite and a tenth as many with PostgreSQL: tools/histoires.sh N.
set -euo pipefail
cd "$(dirname "$0")/.."
export GRAPPE_DUI="$PWD/build/release/bin/grappe-dui"
cd tests/oracle_dui
python3 -m unittest -b test_oracle
python3 comparer.py --nombre "$1"
python3 raisons.py --nombre "$(($1 / 10))"
../../tools/postgres_de_test.sh avec sh -c 'python3 comparer.py --nombre "$0" --base "$GRAPPE_TEST_PG" &&
    python3 raisons.py --nombre 20 --base "$GRAPPE_TEST_PG"' "$(($1 / 10))"
