#!/usr/bin/env bash
# On the real server: durable transmissions a second and the page of a person whose record has thirty years (W3, W1: SECONDES 10,
# OUVRIERS 64, CONNEXIONS 64), the week of forty persons (W9), what each page costs, the day of an establishment (W10), the peak of a
# hundred, and the same work beside Medplum's router.
set -euo pipefail
cd "$(dirname "$0")"
export DUI=${DUI:-$(cd ../.. && pwd)/build/release/bin/grappe-dui}
python3 mesurer.py
python3 semaine.py
python3 pages.py
./journee.sh
medplum/comparer.sh
