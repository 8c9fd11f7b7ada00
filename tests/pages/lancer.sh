#!/usr/bin/env bash
# Drives real Chromium through the pages of the portail, with and without scripts.
# PROGRAMME names another build of grappe-portail; arguments go to the test runner.
set -euo pipefail
cd "$(dirname "$0")"
export PROGRAMME=${PROGRAMME:-$(cd ../.. && pwd)/build/release/bin/grappe-portail}
[[ -d node_modules ]] || npm ci --ignore-scripts --no-audit --no-fund --silent
exec node --test "$@" *.test.mjs
