#!/usr/bin/env bash
# The signed report of 410,000 records: made, read, opened, verified.
set -euo pipefail
cd "$(dirname "$0")/../.."
tools/construire.sh release rapport-bench >/dev/null
build/release/bin/rapport-bench .
