#!/usr/bin/env bash
# The memory of a deposit with 14 pieces of 5 MB, over what the server has when idle.
set -euo pipefail
cd "$(dirname "$0")"
export PORTAIL=${PORTAIL:-$(cd ../.. && pwd)/build/release/bin/grappe-portail}
exec python3 mesurer.py
