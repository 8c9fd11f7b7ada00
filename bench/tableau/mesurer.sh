#!/usr/bin/env bash
# The public figures of the whole programme: 1,500 agreements, 36,500 establishments, 5 reports each; page, CSV and
# API at 64 connections. SECONDES (5) a round. BASE: an empty PostgreSQL database instead of SQLite. PORTAIL names
# another build.
set -euo pipefail
cd "$(dirname "$0")"
export PORTAIL=${PORTAIL:-$(cd ../.. && pwd)/build/release/bin/grappe-portail}
exec python3 mesurer.py "${SECONDES:-5}"
