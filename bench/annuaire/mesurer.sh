#!/usr/bin/env bash
# A name among 100,000 persons, beside full text by trigrams of SQLite and of PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")/../.."
tools/construire.sh release annuaire-bench >/dev/null
uptime
build/release/bin/annuaire-bench 100000 1000
tools/postgres_de_test.sh avec sh -c 'build/release/bin/annuaire-bench 100000 1000 "$GRAPPE_TEST_PG"'
