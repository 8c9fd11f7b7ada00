"""Compare a program with the oracle on random dossiers; shrink the first difference.

The program reads one dossier (JSON) a line and answers one line of the contract's output.
"""
import argparse
import copy
import functools
import json
import multiprocessing
import os
import subprocess
import sys
import threading
import time

import branches
import generator
import oracle

BLOCK = 200                 # dossiers given to the program in one go
ENOUGH = 3000               # from there on, a branch that is never met is a fault of the generator


READINGS = {"sans-heures-en-corse": lambda: setattr(oracle, "HOURS_CALLS",
                                                       ["NA-2024", "IDF-2023"]),
            "taille-declaree-seule": lambda: setattr(oracle, "LINES_PROVE_SIZE", False)}


def start(path):
    return subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def tell(child, dossiers):
    for dossier in dossiers:
        child.stdin.write(json.dumps(dossier, ensure_ascii=False).encode() + b"\n")
    child.stdin.flush()


def answers(child, dossiers):
    """The program works on the next dossiers while the oracle works on this one."""
    teller = threading.Thread(target=tell, args=(child, dossiers))
    teller.start()
    for dossier in dossiers:
        ours = oracle.amounts(dossier)
        line = child.stdout.readline()
        if not line:
            raise SystemExit("the program ended on: " + json.dumps(dossier, ensure_ascii=False))
        yield ours, json.loads(line)
    teller.join()


def told_variants(subsidy):
    out = {}
    for v in subsidy.get("variantes") or []:
        out.setdefault(v["choix"], {})[v["valeur"]] = v["total"]
    return out


def differences(ours, theirs):
    """[(what, oracle, program)]"""
    if "fautes" in theirs:
        return [("fautes", None, theirs["fautes"])]
    out = []

    def same(what, a, b):
        if a != b:
            out.append((what, a, b))

    same("essms_comptes", ours["essms_comptes"], theirs.get("essms_comptes"))
    same("essms_exclus", ours["essms_exclus"],
         [(e["finess_et"], e["regle"]) for e in theirs.get("essms_exclus") or []])
    desk = theirs.get("guichet")
    if not (desk is None and ours["guichet"] and ours["guichet"]["niveau"] is None):
        same("guichet", ours["guichet"],
             desk and {k: desk.get(k) for k in ("niveau", "regions")})
    a, b = ours["subvention"], theirs.get("subvention")
    if a is None or b is None:
        same("subvention", a, b)
        return out
    for name in ("total", "usage", "equipement", "specifique", "avance", "solde"):
        same(name, a[name], b.get(name))
    rows = b.get("lignes") or []
    same("lignes", len(a["lignes"]), len(rows))
    for mine, yours in zip(a["lignes"], rows):
        for name in mine:
            same("lignes[%s].%s" % (mine["finess_et"], name), mine[name], yours.get(name))
    told = told_variants(b)
    if ours["essms_comptes"]:
        for choice in sorted(set(told) | set(a["variantes"])):
            same("variantes." + choice, a["variantes"].get(choice), told.get(choice))
    return out


def trial(child, dossier):
    return [differences(ours, theirs) for ours, theirs in answers(child, [dossier])][0]


def simpler(dossier):
    """Smaller dossiers, the boldest cuts first."""
    n = len(dossier["essms"])
    step = n // 2
    while step:
        for at in range(0, n, step):
            d = dict(dossier)
            d["essms"] = dossier["essms"][:at] + dossier["essms"][at + step:]
            yield d
        step //= 2
    for name, value in (("finess_ej", None), ("departement", "33"), ("categorie", "500"),
                        ("regime", "acquisition")):
        if n and any(e[name] != (value or dossier["essms"][0][name]) for e in dossier["essms"]):
            d = copy.deepcopy(dossier)
            for e in d["essms"]:
                e[name] = value or d["essms"][0][name]
            yield d
    for name in ("organismes", "amoa", "depenses", "extension"):
        if name in dossier:
            yield {k: v for k, v in dossier.items() if k != name}
    for i, o in enumerate(dossier.get("organismes") or []):
        yield dict(dossier, organismes=dossier["organismes"][:i] + dossier["organismes"][i + 1:])
    for name in ("depenses", "amoa"):
        for field in dossier.get(name) or {}:
            for value in (None, "100"):
                d = copy.deepcopy(dossier)
                if value is None:
                    del d[name][field]
                else:
                    d[name][field] = value
                yield d
    for name in ("heures", "devis_materiel", "premiere_mom_le", "commande_sons",
                 "autre_aide_europeenne", "financement_anterieur"):
        if any(name in e for e in dossier["essms"]):
            d = copy.deepcopy(dossier)
            for e in d["essms"]:
                e.pop(name, None)
            yield d
    yield from simpler_lines(dossier)


def simpler_lines(dossier):
    plain = {"categorie": "500", "secteur": "PA", "departement": "33",
             "devis_materiel": "100"}
    for i, e in enumerate(dossier["essms"]):
        first = dossier["essms"][0]["finess_ej"]
        for name, value in list(plain.items()) + [("finess_ej", first)]:
            if e.get(name, value) != value:
                d = copy.deepcopy(dossier)
                d["essms"][i][name] = value
                if name == "categorie":
                    d["essms"][i]["secteur"] = "PA"
                yield d
        for name in ("heures", "devis_materiel", "commande_sons", "premiere_mom_le"):
            if name in e:
                d = copy.deepcopy(dossier)
                del d["essms"][i][name]
                yield d


def weight(dossier):
    return len(json.dumps(dossier))


def shrink(child, dossier, what, seconds=40):
    """The smallest dossier found that still differs in the same figure."""
    end = time.time() + seconds
    kind = what.split("[")[0]
    going, tried = True, {repr(dossier)}
    while going and time.time() < end:
        going = False
        for d in simpler(dossier):
            if d == dossier or weight(d) > weight(dossier) + 400:
                continue
            if repr(d) in tried:
                continue
            tried.add(repr(d))
            if any(x[0].split("[")[0] == kind for x in trial(child, d)):
                dossier, going = d, True
                break
            if time.time() > end:
                break
    return dossier


def report(child, dossier):
    head = {k: v for k, v in dossier.items() if k != "essms"}
    print("MINIMAL DOSSIER: %s" % json.dumps(head, ensure_ascii=False))
    for e in dossier["essms"]:
        print("  essms: %s" % json.dumps(e, ensure_ascii=False))
    for what, ours, theirs in trial(child, dossier):
        print("%s\n  oracle:  %s\n  program: %s" % (what, ours, theirs))


def work(program, lectures, seed, span):
    """One block of dossiers: ([(number, figure)] that differ, branch -> count)."""
    for name in lectures:
        READINGS[name]()
    child, failed, met = start(program), [], {}
    dossiers = [generator.dossier_of(seed, i) for i in range(*span)]
    for i, (ours, theirs) in enumerate(answers(child, dossiers)):
        found = differences(ours, theirs)
        if found:
            failed.append((span[0] + i, found[0][0]))
        for name in branches.branches(dossiers[i], ours):
            met[name] = met.get(name, 0) + 1
    child.stdin.close()
    child.wait()
    return failed, met


def compare(args):
    """Every block on every processor; stops early at the first difference unless told not to."""
    spans = [(i, min(i + BLOCK, args.nombre)) for i in range(0, args.nombre, BLOCK)]
    one = functools.partial(work, args.programme, args.lecture, args.graine)
    failed, met, done = [], dict.fromkeys(branches.ALL, 0), 0
    with multiprocessing.Pool(os.cpu_count()) as pool:
        for span, (some, count) in zip(spans, pool.imap(one, spans)):
            failed += some
            done = span[1]
            for name, n in count.items():
                met[name] += n
            if failed and not args.continuer:
                break
    return failed, met, done


def explain(args, failed):
    """A minimal dossier for the first difference of each kind."""
    kinds, child = {}, start(args.programme)
    for i, what in failed if args.continuer else failed[:1]:
        dossier = generator.dossier_of(args.graine, i)
        kind = (dossier["appel"], what.split("[")[0])
        kinds[kind] = kinds.get(kind, 0) + 1
        if kinds[kind] == 1:
            print("=== dossier %d, %s, %s" % ((i,) + kind))
            report(child, shrink(child, dossier, what, 10 if args.continuer else 40))
    child.stdin.close()
    child.wait()
    for kind, n in sorted(kinds.items()):
        print("%s %s: %d" % (kind + (n,)))


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--programme", required=True)
    p.add_argument("--nombre", type=int, default=10000)
    p.add_argument("--graine", type=int, default=1)
    p.add_argument("--continuer", action="store_true",
                   help="count the differences by figure instead of stopping at the first")
    p.add_argument("--lecture", action="append", default=[], choices=sorted(READINGS),
                   help="take the other reading of a question left open (see README.md)")
    args = p.parse_args()
    for name in args.lecture:
        READINGS[name]()
    begun = time.time()
    failed, met, done = compare(args)
    explain(args, failed)
    for name in branches.ALL:
        print("%7d  %s" % (met[name], name))
    missing = [name for name in branches.ALL if not met[name]] if done >= ENOUGH else []
    if missing and not failed:
        print("never generated: " + ", ".join(missing))
    print("%d passed, %d failed, %.0f s" % (done - len(failed), len(failed), time.time() - begun))
    return 1 if failed or missing else 0


if __name__ == "__main__":
    sys.exit(main())
