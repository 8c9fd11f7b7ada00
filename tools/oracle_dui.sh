#!/usr/bin/env bash
# The indicators against an independent oracle on N random histories, on SQLite; on PostgreSQL too
# when GRAPPE_TEST_PG is set (tools/postgres_de_test.sh avec). Shrunk on failure.
set -euo pipefail
cd "$(dirname "$0")/.."
export GRAPPE_DUI=${GRAPPE_DUI:-$PWD/build/release/bin/grappe-dui}
(cd tests/oracle_dui && python3 -m unittest -b test_oracle)
python3 tests/oracle_dui/comparer.py --nombre "${1:-1000}" --graine "${2:-1}"
if [[ -n ${GRAPPE_TEST_PG:-} ]]; then
    python3 tests/oracle_dui/comparer.py --nombre "${1:-1000}" --graine "${2:-1}" --base "$GRAPPE_TEST_PG"
fi
