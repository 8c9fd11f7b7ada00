"""Random dossiers with a fixed seed. The FINESS numbers are made up (department + 99 …)."""
import random

from oracle import ACQ, VER, REGION_OF

SIZES = (0, 1, 2, 7, 8, 9, 14, 15, 16, 30, 31, 48, 49, 50, 51, 59, 60, 61, 98, 99, 100, 120)
CATEGORIES = (("500", "PA"), ("202", "PA"), ("183", "PH"), ("246", "PH"), ("354", "DOM"),
              ("177", "PDE"), ("214", "AHI"))
OUT = (("355", "PA"), ("362", "PA"))
NEAR = ("33", "75", "2A", "87", "24")
OVERSEAS = {"971": "9701", "972": "9702", "973": "9703", "974": "9704", "976": "9705"}
SOLUTION = "L'Été du Dossier"
SAME = ("L'Été du Dossier", "l’ete du dossier", " L'ÉTÉ  du dossier ")


def key(head):
    total = 0
    for place, c in enumerate(reversed(head.replace("A", "1").replace("B", "2"))):
        v = int(c) * (1 if place % 2 else 2)
        total += v - 9 if v > 9 else v
    return str(-total % 10)


def number(department, i):
    """A FINESS-like number with its right key; i below 10,000 (100 overseas)."""
    if department in OVERSEAS:
        head = "%s99%02d" % (OVERSEAS[department], i % 100)
    else:
        head = "%s99%04d" % (department, i % 10000)
    return head + key(head)


def wrong(et):
    return et[:8] + str((int(et[8]) + 1) % 10)


def siret(rng):
    head = "99" + "".join(rng.choice("0123456789") for _ in range(11))
    return head + key(head)


def quote(rng):
    kind = rng.random()
    if kind < 0.2:
        return "0"
    if kind < 0.5:
        return "%d" % rng.choice((6200, 9999, 10000, 10001, 20000, 84000, 100000, 150000))
    return "%d.%02d" % (rng.randrange(1, rng.choice((500, 10000, 30000))), rng.randrange(100))


def hours(rng):
    kind = rng.random()
    if kind < 0.08:
        return {"annee": 2023, "total": "0", "apa": "0", "pch": "0", "autres": "0"}
    if kind < 0.16:
        return {"annee": 2023, "total": "1000", "apa": "900", "pch": "100.01", "autres": "0"}
    if kind < 0.2:
        return {"annee": 2023, "total": "1000", "apa": "900", "pch": "100.00", "autres": "0"}
    if kind < 0.23:
        return rng.choice((None, {"annee": 2023, "total": "10"}, {"total": "10", "apa": "5",
                           "autres": "0"}, {"apa": "5", "pch": "0", "autres": "1"}))
    total = rng.randrange(3, rng.choice((10, 1000, 100000)))
    apa = rng.randrange(0, total + 1)
    pch = rng.randrange(0, total - apa + 1)
    other = rng.randrange(0, total - apa - pch + 1)
    if rng.random() < 0.3 and other:
        return {"annee": 2022, "total": "%d.5" % total, "apa": "%d.25" % apa,
                "pch": "%d.07" % pch, "autres": "%d" % other}
    return {"annee": 2023, "total": str(total), "apa": str(apa), "pch": str(pch),
            "autres": str(other)}


def spoil(rng, e):
    """One reason to be excluded, or a SONS order that changes the regime."""
    kind = rng.randrange(10)
    if kind == 0:
        e["categorie"], e["secteur"] = rng.choice(OUT)
    elif kind == 1:
        e["finess_et"] = wrong(e["finess_et"])
    elif kind == 2:
        e["premiere_mom_le"] = rng.choice(("2023-01-15", "2023-01-16", "2022-06-01", None))
    elif kind == 3:
        e["commande_sons"] = {"solution": rng.choice(SAME), "va_signee_le": rng.choice(
            ("2023-03-30", "2023-03-31", "2023-04-01", None))}
    elif kind == 4:
        e["autre_aide_europeenne"] = True
    elif kind == 5:
        e["financement_anterieur"] = {"programme": "esms_numerique",
                                      "solution": rng.choice((SOLUTION, "Autre"))}
    elif kind == 6:
        e["commande_sons"] = {"solution": "Autre Logiciel", "va_signee_le": None}
    elif kind == 7:          # an acquisition that RED-05 makes a version change, MOM too early
        e["premiere_mom_le"] = "2022-06-01"
        e["commande_sons"] = {"solution": rng.choice(SAME), "va_signee_le": None}
    else:
        e["commande_sons"] = {"solution": rng.choice(SAME), "va_signee_le": None}


def establishment(rng, i, places, regimes, bodies, odds):
    department = rng.choice(places)
    category, sector = rng.choice(CATEGORIES)
    if rng.random() < odds["saad"]:
        category, sector = rng.choice((("460", "DOM"), ("209", "DOM")))
    e = {"finess_et": number(department, i * 7 + odds["base"]), "finess_ej": rng.choice(bodies),
         "regime": rng.choice(regimes), "categorie": category, "secteur": sector,
         "departement": department}
    if category in ("460", "209"):
        if rng.random() < 0.85:
            e["heures"] = hours(rng)
    elif rng.random() < 0.03:
        e["heures"] = hours(rng)
    if rng.random() < odds["quote"]:
        e["devis_materiel"] = quote(rng) if rng.random() < 0.97 else None
    if rng.random() < odds["spoil"]:
        spoil(rng, e)
    return e


def places(rng):
    kind = rng.random()
    if kind < 0.45:
        return [rng.choice(NEAR)]
    if kind < 0.6:
        return ["2A", "2B"] + rng.sample(sorted(OVERSEAS), rng.randrange(3))
    if kind < 0.7:
        return ["33", "40", "2B"]
    metropolitan = sorted(d for d in REGION_OF if d not in OVERSEAS)
    return rng.sample(metropolitan, rng.randrange(1, 6)) + rng.sample(sorted(OVERSEAS), 1)


def organisms(rng, bodies):
    out, kind = [], rng.random()
    for ej in bodies:
        size = rng.choice((1, 3, 7, 8, 14)) if kind < 0.6 else rng.choice((1, 7, 8, 14, 15, 40))
        if kind > 0.85 and rng.random() < 0.4:
            if rng.random() < 0.5:
                out.append({"finess_ej": ej})
            continue
        out.append({"finess_ej": ej, "essms_geres": size})
    return out


def even_demands(rng, d):
    """Small bodies whose hardware and AMOA are asked alike: an odd ceiling has to choose."""
    bodies = [number("33", 6000 + i) for i in range(3)]
    d["organismes"] = [{"finess_ej": ej, "essms_geres": rng.choice((1, 3, 7))} for ej in bodies]
    for i, e in enumerate(d["essms"]):
        e["finess_ej"] = bodies[i % 3]
        e.pop("devis_materiel", None)
    lines = d["essms"][:rng.choice((1, 2, 5, 10))]
    for e in lines:
        e["devis_materiel"] = "9000"
    d["amoa"] = {"devis": str(9000 * len(lines))}


def dossier(rng):
    call = rng.choice(("NA-2024",) * 5 + ("IDF-2023",) * 3 + ("COR-2021",) * 2 + ("KIT-2024",))
    n = rng.choice(SIZES) if rng.random() < 0.8 else rng.randrange(131)
    regimes = rng.choice(([ACQ], [VER], [ACQ, VER], [ACQ, ACQ, ACQ, VER]))
    many = rng.choice((1, 2, 5, 20, max(1, n)))
    bodies = [number("33", 5000 + i) for i in range(many)]
    odds = {"saad": rng.choice((0, 0, 0.1, 0.5)), "quote": rng.choice((0, 0.3, 1)),
            "spoil": rng.choice((0, 0, 0.05, 0.3)), "base": rng.randrange(3000)}
    where = places(rng)
    essms = [establishment(rng, i, where, regimes, bodies, odds) for i in range(n)]
    unique = {}
    for e in essms:
        unique.setdefault(e["finess_et"], e)
    if rng.random() < 0.8:
        essms = list(unique.values())
    for _ in range(rng.choice((0, 0, 0, 1, 3)) if essms else 0):
        twin = dict(rng.choice(essms), regime=rng.choice((ACQ, VER)))
        essms.insert(rng.randrange(len(essms) + 1), twin)
    d = {"appel": call, "depose_le": "2024-05-24T12:00:00+02:00", "nature": "nouveau",
         "porteur": {"siret": siret(rng), "recupere_tva": False,
                     "region": rng.choice(("75", "75", "94", "01", "04"))},
         "organismes": organisms(rng, bodies), "essms": essms,
         "solution": {"nom": SOLUTION, "referencee_le": "2023-03-01"}}
    if rng.random() < 0.6:
        d["amoa"] = {"devis": quote(rng)}
    if rng.random() < 0.15:
        d["nature"] = "extension"
        d["extension"] = {"grappe_deja_financee": True, "contrat_regulier": True,
                          "sans_risque_excessif": True, "essms_deja_finances": {
                              ACQ: rng.choice((0, 30, 45, 49, 50)), VER: rng.choice((0, 5, 48))}}
    if rng.random() < 0.05:
        even_demands(rng, d)
    if rng.random() < 0.1:
        del d["porteur"]["region"]
    if rng.random() < 0.1:
        name = rng.choice(("amoa", "organismes", "depenses", "solution", "extension"))
        if rng.random() < 0.5 and name != "organismes":
            d[name] = None
        else:
            d.pop(name, None)
    if rng.random() < 0.25:
        d["depenses"] = {}
        for part in ("materiel", "amoa"):
            if rng.random() < 0.8:
                d["depenses"][part] = "%d.%02d" % (rng.randrange(200000), rng.randrange(100))
    return d


def dossier_of(seed, i):
    """The i-th dossier of a seed: the same whatever is generated before or beside it."""
    return dossier(random.Random("%d:%d" % (seed, i)))


def dossiers(count, seed):
    return (dossier_of(seed, i) for i in range(count))
