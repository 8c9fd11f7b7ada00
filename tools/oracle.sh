#!/usr/bin/env bash
# The amounts against an independent oracle on N random grappes (fixed seed), shrunk on failure.
set -euo pipefail
cd "$(dirname "$0")/.."
python3 -m unittest discover -s tests/oracle -p 'test_*.py'
python3 tests/oracle/compare.py --programme build/release/bin/grappe-analyses --nombre "${1:-10000}" --graine "${2:-1}" \
    --lecture taille-declaree-seule
