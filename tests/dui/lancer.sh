#!/usr/bin/env bash
# The commands of grappe-dui as processes, and their crashes. GRAPPE_TEST_PG adds PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")"
export GRAPPE_DUI="$PWD/../../build/release/bin/grappe-dui"
[[ $# -gt 0 ]] || set -- essai_commandes essai_evaluations essai_coupures essai_recurrence
# The second reader of calendars is a Debian package, which another python3 does not see.
python=python3
"$python" -c 'import icalendar' 2>/dev/null || python=/usr/bin/python3
exec "$python" -m unittest -b "$@"
