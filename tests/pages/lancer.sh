#!/usr/bin/env bash
# Drives real Chromium through the pages of the portail, with and without scripts.
# PROGRAMME names another build of grappe-portail; arguments go to the test runner.
set -euo pipefail
cd "$(dirname "$0")"
if grep -Hn 'import\.meta\.[a-z]*name[,;)]' ./*.mjs; then
    echo "Node 18, that of Debian 12, has neither import.meta.dirname nor filename."
    exit 1
fi
../../tools/construire_front.sh >/dev/null  # what they are served with
export PROGRAMME=${PROGRAMME:-$(cd ../.. && pwd)/build/release/bin/grappe-portail}
[[ -d node_modules ]] || npm ci --ignore-scripts --no-audit --no-fund --silent
# Each has its own server: they mostly wait. The failures come last, whole: it is the end that a failed step shows.
exec node --test --test-reporter=spec --test-concurrency=2 "$@" *.test.mjs
