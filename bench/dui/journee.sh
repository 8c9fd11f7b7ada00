#!/usr/bin/env bash
# W10: the day of an establishment of 80 places, compressed (COMPRESSION, 240 times), then the peak of many at once
# (LIEUX establishments for POINTE seconds), on SQLite; with GRAPPE_BASE=postgres and GRAPPE_TEST_PG, on PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")"
python3 journee.py
LIEUX=${LIEUX:-100} POINTE=${POINTE:-60} COMPTES=${COMPTES:-6} python3 journee.py
