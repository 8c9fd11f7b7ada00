#!/usr/bin/env bash
# Builds styles and scripts into front/dist; does nothing when no source changed.
set -euo pipefail
cd "$(dirname "$0")/../front"
# The templates name icons; the sentences of scripts are in the one file of sentences.
empreinte=$(find . ../modeles ../locale -path ./node_modules -prune -o -path ./dist -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
[[ -e dist/.empreinte && $(cat dist/.empreinte) == "$empreinte" ]] && exit 0
npm ci --ignore-scripts --no-audit --no-fund
npm run build
echo "$empreinte" >dist/.empreinte
