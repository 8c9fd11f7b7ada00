#!/usr/bin/env bash
# The inbox of a desk with 5,000 fictitious dossiers, page and API, at 64 connections: p99, and the
# requests per second. SECONDES (5) a round. PORTAIL names another build.
set -euo pipefail
cd "$(dirname "$0")"
export PORTAIL=${PORTAIL:-$(cd ../.. && pwd)/build/release/bin/grappe-portail}
exec python3 mesurer.py "${SECONDES:-5}"
