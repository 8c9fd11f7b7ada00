#!/usr/bin/env bash
# A week of 40 persons: occurrences of their series, clashes, blocks of the page. No storage.
set -euo pipefail
cd "$(dirname "$0")/../.."
tools/construire.sh release agenda-bench >/dev/null
uptime
build/release/bin/agenda-bench 40 15
