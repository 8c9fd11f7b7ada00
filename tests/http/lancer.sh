#!/usr/bin/env bash
# The HTTP server against rude, slow and numerous clients. Argument: the build to try (release).
set -euo pipefail
cd "$(dirname "$0")/../.."
export SERVEUR_D_ESSAI="$PWD/build/${1:-release}/tests/serveur-d-essai"
export GRAPPE_PORTAIL="$PWD/build/${1:-release}/bin/grappe-portail"
export PYTHONDONTWRITEBYTECODE=1
python3 -m unittest discover -s tests/http -p 'essai_*.py' -b
