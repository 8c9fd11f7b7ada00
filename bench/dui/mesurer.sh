#!/usr/bin/env bash
# W3 and W1 on the real server: durable transmissions a second, then the page of a person whose record has
# thirty years. SECONDES (10), OUVRIERS (64), CONNEXIONS (64).
set -euo pipefail
cd "$(dirname "$0")"
export DUI=${DUI:-$(cd ../.. && pwd)/build/release/bin/grappe-dui}
exec python3 mesurer.py
