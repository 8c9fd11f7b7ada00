#!/usr/bin/env bash
# `grappe-portail check --json` of 60 establishments, whole process: wall clock, processor, memory.
# TOURS (21): the medians count.
set -euo pipefail
cd "$(dirname "$0")/../.."
travail=$(mktemp -d)
trap 'rm -rf "$travail"' EXIT
python3 bench/http/dossier.py 60 >"$travail/dossier.json"
build/release/bin/grappe-portail registre preparer
python3 - "${TOURS:-21}" build/release/bin/grappe-portail check --json "$travail/dossier.json" <<'P'
import os, statistics, sys, time
tours, commande = int(sys.argv[1]), sys.argv[2:]
reel, processeur, memoire = [], [], []
for _ in range(tours):
    debut = time.monotonic()
    enfant = os.posix_spawn(commande[0], commande, os.environ,
                            file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
    _, statut, usage = os.wait4(enfant, 0)
    if statut != 0:
        sys.exit("check a échoué")
    reel.append(1000 * (time.monotonic() - debut))
    processeur.append(1000 * (usage.ru_utime + usage.ru_stime))
    memoire.append(usage.ru_maxrss / 1024)
print(f"check, 60 ESSMS : {statistics.median(reel):.1f} ms, dont processeur "
      f"{statistics.median(processeur):.1f} ms ; {max(memoire):.0f} MiB")
P
