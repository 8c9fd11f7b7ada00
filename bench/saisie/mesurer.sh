#!/usr/bin/env bash
# 200 porteurs whose forms save while they type, 20 instructors who list: SQLite, then PostgreSQL when
# it is installed, both durable (the disk has the write before it is acknowledged). SECONDES (20),
# PORTEURS (200), INSTRUCTEURS (20), PAUSE (3 seconds of typing between two savings).
set -euo pipefail
cd "$(dirname "$0")"
racine=$(cd ../.. && pwd)
export PORTAIL=${PORTAIL:-$racine/build/release/bin/grappe-portail}
echo "SQLite"
python3 mesurer.py "${SECONDES:-20}"
[[ -n $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null) ]] || exit 0
echo "PostgreSQL"
DURABLE=1 "$racine/tools/postgres_de_test.sh" avec \
    sh -c 'BASE=$GRAPPE_TEST_PG python3 mesurer.py "$1"' mesurer "${SECONDES:-20}"
