#!/usr/bin/env bash
# A change of rules played on 1,500 stored dossiers of some 24 establishments of the register, 14
# pieces each: over HTTP, then by the command, whole process. DOSSIERS and TOURS change that; PORTAIL
# names another build; GRAPPE_BASE=postgres with GRAPPE_TEST_PG measures PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [[ -z ${PORTAIL:-} ]]; then
    tools/construire.sh release grappe-portail >/dev/null
    export PORTAIL=$PWD/build/release/bin/grappe-portail
fi
exec python3 bench/repetition/mesurer.py "${DOSSIERS:-1500}" "${TOURS:-5}"
