#!/usr/bin/env bash
# The HTTP server and the teleservice against rude, slow and numerous clients, on SQLite and, with
# GRAPPE_TEST_PG, on PostgreSQL. Arguments: the build to try (release), then names of suites (all).
set -euo pipefail
cd "$(dirname "$0")/../.."
programmes="$PWD/build/${1:-release}"
export SERVEUR_D_ESSAI="$programmes/tests/serveur-d-essai" GRAPPE_PORTAIL="$programmes/bin/grappe-portail"
export PYTHONDONTWRITEBYTECODE=1
exec python3 tests/http/lancer.py "${@:2}"
