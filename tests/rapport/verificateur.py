"""A second verifier of usage reports, written from docs/rapport-d-usage.md alone.

    python3 verificateur.py rapport.json [preuves.json]     0 sound, 1 refused and why
    python3 verificateur.py --tirage rapport.json GRAINE N  the leaves of the draw

It shares nothing with the C++ and needs nothing but Python: Ed25519 is that of RFC 8032, section 6.
"""
import hashlib
import json
import pathlib
import re
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

ROOT = pathlib.Path(__file__).resolve().parents[2]
PARIS = ZoneInfo("Europe/Paris")
MAX = 2 ** 53 - 1
COUNTERS = """fenetre file_active presents actif actif_present projet projet_present evenement
evenement_present eligible_fenetre eligible_file_active eligible_presents dmp mssante eprescription
eprescription_depuis_le_debut eparcours eparcours_depuis_le_debut""".split()
EMPTY = dict.fromkeys(COUNTERS, 0)


def sha(data):
    return hashlib.sha256(data).digest()


class Refused(Exception):
    pass


def need(condition, reason):
    if not condition:
        raise Refused(reason)


# ---- Ed25519 (RFC 8032, section 6)
P = 2 ** 255 - 19
Q = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P)
    if x2 % P == 0:
        return None if sign else 0
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * SQRT % P
    if (x * x - x2) % P:
        return None
    return P - x if (x & 1) != sign else x


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    i, j, k, m = f - e, h - g, h + g, f + e
    return (i * j % P, k * m % P, j * k % P, i * m % P)


def times(s, point):
    total = (0, 1, 1, 0)
    while s:
        if s & 1:
            total = add(total, point)
        point, s = add(point, point), s >> 1
    return total


def decode(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def signature_is_right(public, message, signature):
    a, r, s = decode(public), decode(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % Q
    left, right = times(s, BASE), add(r, times(h, a))
    return ((left[0] * right[2] - right[0] * left[2]) % P == 0 and
            (left[1] * right[2] - right[1] * left[2]) % P == 0)


# ---- Canonical JSON
def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def read(data):
    def integer(text):
        number = int(text)
        need(0 <= number <= MAX and str(number) == text, "number")
        return number

    def no(text):
        raise Refused("not a whole number: " + text)

    try:
        value = json.loads(data.decode(), parse_int=integer, parse_float=no, parse_constant=no)
    except (ValueError, RecursionError) as fault:
        raise Refused("not JSON: %s" % fault)
    need(canonical(value) == data, "not canonical")
    return value


# ---- The tree: a node is its digest and its counters
def integers(counters):
    return b"".join(counters[name].to_bytes(8, "big") for name in COUNTERS)


def node(left, right):
    total = {name: left[1][name] + right[1][name] for name in COUNTERS}
    need(all(value <= MAX for value in total.values()), "sums")
    return sha(b"\1" + left[0] + integers(left[1]) + right[0] + integers(right[1])), total


def split(count):
    k = 1
    while k * 2 < count:
        k *= 2
    return k


def root(nodes):
    if not nodes:
        return sha(b"\3"), EMPTY
    if len(nodes) == 1:
        return nodes[0]
    k = split(len(nodes))
    return node(root(nodes[:k]), root(nodes[k:]))


def climb(leaf, rank, count, path):
    if count == 1:
        need(not path, "length of the way")
        return leaf
    need(path, "length of the way")
    k = split(count)
    if rank < k:
        return node(climb(leaf, rank, k, path[:-1]), path[-1])
    return node(path[-1], climb(leaf, rank - k, count - k, path[:-1]))


# ---- The window and what a record adds
def months_before(day, months):
    month = day.year * 12 + day.month - 1 - months
    year, month = divmod(month, 12)
    first_after = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(first_after - timedelta(1), date(year, month + 1, 1) + timedelta(day.day - 1))


def midnight(day):
    return datetime(day.year, day.month, day.day, tzinfo=PARIS).astimezone(timezone.utc)


def instant(text):
    need(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text), "instant")
    return datetime.fromisoformat(text[:-1]).replace(tzinfo=timezone.utc)


def count(facts, first, measured):
    opens, closes = midnight(first), midnight(measured)
    last = measured - timedelta(1)

    def within(text):
        return opens <= instant(text) < closes

    stays = [(date.fromisoformat(s["entree"]),
              date.fromisoformat(s["sortie"]) if "sortie" in s else date.max,
              s["projet_possible"]) for s in facts["sejours"]]
    window = any(a < measured and b >= first for a, b, _ in stays)
    present = any(a <= measured < b for a, b, _ in stays)
    year = present or any(b.year == measured.year and b <= measured for _, b, _ in stays)
    possible = any(p for _, _, p in stays)
    active = window and any(within(m["le"]) and not m["automatique"]
                            for m in facts["modifications"])
    plan = active and any(
        p["statut"] in ("ENPREPARATION", "ENCOURS") and date.fromisoformat(p["du"]) <= last and
        ("au" not in p or date.fromisoformat(p["au"]) >= last) for p in facts["projets"])
    event = active and any(
        e["statut"] != "ANNULE" and instant(e["debut"]) < closes and instant(e["fin"]) >= opens
        for e in facts["evenements"])
    counted = {"fenetre": window, "file_active": year, "presents": present,
               "actif": active, "actif_present": active and present,
               "projet": plan, "projet_present": plan and present,
               "evenement": event, "evenement_present": event and present,
               "eligible_fenetre": window and possible,
               "eligible_file_active": year and possible,
               "eligible_presents": present and possible,
               "dmp": any(within(a["le"]) and a["issue"] == "acceptee"
                          for a in facts["alimentations"]),
               "mssante": sum(within(m["le"]) and not m["echec"] for m in facts["envois"])}
    for kind in ("eprescription", "eparcours"):
        counted[kind] = sum(map(within, facts[kind]["le"]))
        counted[kind + "_depuis_le_debut"] = facts[kind]["deja"] + sum(
            instant(le) < closes for le in facts[kind]["le"])
    return {name: int(counted[name]) for name in COUNTERS}


# ---- The report, the draw, the proofs
def rates(c):
    def three(fenetre, file_active, presents):
        return {"fenetre": fenetre, "file_active": file_active, "presents": presents}

    answer = {"dossiers_actifs": three([c["actif"], c["fenetre"]], [c["actif"], c["file_active"]],
                                       [c["actif_present"], c["presents"]]),
              "eparcours": [c["eparcours"], c["eparcours_depuis_le_debut"]],
              "eprescription": [c["eprescription"], c["eprescription_depuis_le_debut"]]}
    for name, counter in (("projet_personnalise", "projet"), ("evenement_agenda", "evenement")):
        both = [c[counter], c["actif"]]
        answer[name] = three(both, both, [c[counter + "_present"], c["actif_present"]])
    for name in ("mssante", "dmp"):
        answer[name] = three(*([c[name], c["eligible_" + reading]]
                               for reading in ("fenetre", "file_active", "presents")))
    return answer


def line_node(line):
    need(sorted(line["compteurs"]) == sorted(COUNTERS), "counters")
    need(line["indicateurs"] == rates(line["compteurs"]), "indicators")
    return bytes.fromhex(line["racine"]), line["compteurs"]


def check_report(data):
    report = read(data)
    need(report["format"] == "grappe-usage-1", "format")
    unsigned = {key: value for key, value in report.items() if key != "signature"}
    need(signature_is_right(bytes.fromhex(report["cle_publique"]),
                            b"grappe-usage-1\n" + canonical(unsigned),
                            bytes.fromhex(report["signature"])), "signature")
    rule = (ROOT / "donnees" / "indicateurs" / (report["regle"]["version"] + ".txt")).read_bytes()
    need(sha(rule).hex() == report["regle"]["empreinte"], "rule")
    months = int(re.search(rb"^fenetre_en_mois \| \* \| (\d+)", rule, re.M).group(1))
    measured = date.fromisoformat(report["periode"]["au"])
    need(months_before(measured, months).isoformat() == report["periode"]["du"], "window")
    lines = report["etablissements"]
    numbers = [line["finess_et"] for line in lines]
    need(numbers == sorted(set(numbers)), "order")
    nodes = []
    for line in lines:
        digest, counters = line_node(line)
        nodes.append((sha(b"\2" + line["finess_et"].encode() +
                          line["feuilles"].to_bytes(8, "big") + digest + integers(counters)),
                      counters))
    need(root(nodes) == line_node(report["total"]), "total")
    need(sum(line["feuilles"] for line in lines) == report["total"]["feuilles"], "leaves")
    return report


def draw(data, leaves, seed, number):
    if number >= leaves:
        return list(range(leaves))
    start = ("grappe-usage-tirage-1\n%s\n%s\n" % (sha(data).hex(), seed)).encode()
    bound = 2 ** 64 - 2 ** 64 % leaves
    drawn, block = set(), 0
    while len(drawn) < number:
        digest = sha(start + block.to_bytes(8, "big"))
        block += 1
        for at in range(0, 32, 8):
            value = int.from_bytes(digest[at:at + 8], "big")
            if value < bound and len(drawn) < number:
                drawn.add(value % leaves)
    return sorted(drawn)


def place(report, number):
    for line in report["etablissements"]:
        if number < line["feuilles"]:
            return line, number
        number -= line["feuilles"]
    raise Refused("no such leaf")


def check_proofs(data, report, proofs_data):
    proofs = read(proofs_data)
    need(proofs["format"] == "grappe-usage-preuves-1", "format of the proofs")
    need(proofs["rapport"] == sha(data).hex(), "another report")
    openings = proofs["ouvertures"]
    wanted = draw(data, report["total"]["feuilles"], proofs["graine"], proofs["nombre"])
    need([one["numero"] for one in openings] == wanted, "draw")
    first = date.fromisoformat(report["periode"]["du"])
    measured = date.fromisoformat(report["periode"]["au"])
    before = None
    for one in openings:
        line, rank = place(report, one["numero"])
        need(line["finess_et"] == one["finess_et"], "establishment")
        salt = bytes.fromhex(one["sel"])
        need(len(salt) == 32, "salt")
        need(before is None or before[0] != one["finess_et"] or before[1] < salt, "salts")
        before = one["finess_et"], salt
        need(count(one["faits"], first, measured) == one["compteurs"], "counts of the facts")
        leaf = (sha(b"\0" + salt + integers(one["compteurs"]) + canonical(one["faits"])),
                one["compteurs"])
        path = [(bytes.fromhex(step["empreinte"]), step["compteurs"]) for step in one["chemin"]]
        need(climb(leaf, rank, line["feuilles"], path) == line_node(line), "way to the root")


def main(arguments):
    try:
        if arguments[0] == "--tirage":
            data = pathlib.Path(arguments[1]).read_bytes()
            report = check_report(data)
            print(json.dumps(draw(data, report["total"]["feuilles"], arguments[2],
                                  int(arguments[3])), separators=(",", ":")))
            return 0
        data = pathlib.Path(arguments[0]).read_bytes()
        report = check_report(data)
        if len(arguments) > 1:
            check_proofs(data, report, pathlib.Path(arguments[1]).read_bytes())
    except Refused as reason:
        print("refused:", reason, file=sys.stderr)
        return 1
    except (KeyError, ValueError, TypeError, AttributeError, OverflowError, OSError) as fault:
        print("refused: %s: %s" % (type(fault).__name__, fault), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
