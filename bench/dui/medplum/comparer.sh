#!/usr/bin/env bash
# Ours beside Medplum's in-memory FHIR router (npm, put in a temporary folder): create, read, search.
set -euo pipefail
cd "$(dirname "$0")"
MEDPLUM=${MEDPLUM:-$(mktemp -d)}
export MEDPLUM
cp package.json serveur.mjs "$MEDPLUM"
(cd "$MEDPLUM" && npm install --no-audit --no-fund --silent)
exec python3 comparer.py
