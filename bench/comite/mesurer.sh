#!/usr/bin/env bash
# A committee of 300 receivable dossiers, read: its view by the API, its page, what would be published. DOSSIERS and
# TOURS change that; PORTAIL names another build; GRAPPE_BASE=postgres with GRAPPE_TEST_PG measures PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [[ -z ${PORTAIL:-} ]]; then
    tools/construire.sh release grappe-portail >/dev/null
    export PORTAIL=$PWD/build/release/bin/grappe-portail
fi
exec python3 bench/comite/mesurer.py "${DOSSIERS:-300}" "${TOURS:-5}"
