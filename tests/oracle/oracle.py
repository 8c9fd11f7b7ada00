"""A second, independent reading of the texts: what a dossier of ESMS Numérique is worth.

All amounts are whole cents; a pro rata is a Fraction and is rounded only where the texts say so.
Sources: S1 = call of ARS Nouvelle-Aquitaine 2024, S2 = slides of ARS Corse 2021,
S4 = webinar of ARS Île-de-France 2023; "contract" = the contract of `grappe-portail check`.
"""
import unicodedata
from fractions import Fraction

ACQ, VER = "acquisition", "montee_de_version"
LAST_HIGH = 49                 # S1 §4.4.2 and S4: "jusqu'au 49ème", "à partir du 50ème"
SMALL, SMALL_ISLANDS = 15, 8   # S1 §4.4.2-3; S4 and S2 know 15 only
CALLS = {
    # (usage, equipment) in euros at the high and at the low rate
    "NA-2024": {"high": {ACQ: (7000, 14000), VER: (5000, 0)},   # S1 §4.4.2-1 and -2
                "low": {ACQ: (2000, 3000), VER: (2000, 0)},
                "hardware": 10000, "amoa": 100000, "flat": False,   # S1 §4.4.2-3: maximum
                "islands": True, "ceiling": True, "advance": 50},   # 8; 15 %; S1 §4.5.1
    "IDF-2023": {"high": {ACQ: (7000, 14000), VER: (5000, 0)},  # S4 "Subventions : grille"
                 "low": {ACQ: (2000, 3000), VER: (2000, 0)},
                 "hardware": 20000, "amoa": 100000, "flat": True,   # S4 same slide, note *
                 "islands": False, "ceiling": False, "advance": 50},  # S4 "FINANCEMENT"
    "COR-2021": {"high": {ACQ: (0, 25000), VER: (0, 10000)},    # S2 "Rappel - AAP N° 1"
                 "low": {ACQ: (0, 25000), VER: (0, 0)},         # "capé à 30 structures"
                 "hardware": 20000, "amoa": 115000, "flat": True,   # S2: 15 k€ + 100 k€
                 "islands": False, "ceiling": False, "advance": 0},   # S2 gives no share
}
CAP_COR = 30
HOURS_CATEGORIES = ("460", "209")          # contract: SAAD and SPASAD
OUT_CATEGORIES = ("355", "362")            # not of CASF L.312-1 (hospitals), ELIG-01
MOM_LIMIT, VA_LIMIT = "2023-01-16", "2023-03-31"     # ELIG-07, ELIG-08
NEW_OPERATION_CALLS = ("KIT-2024", "NA-2024")        # contract: same 2024 instruction
EUROPEAN_AID_CALLS = ("KIT-2024", "NA-2024")         # RED-01: kit, S1 §4.2.A; others silent
# RED-02 to RED-05: kit, S1 §4.2.A, S4 "1 FINESS ET = 1 FINANCEMENT"; S2 precedes SONS, silent
PRIOR_AID_CALLS = ("KIT-2024", "NA-2024", "IDF-2023")
# The contract asks for hours without naming a call; S2 and S4 say nothing of them.
HOURS_CALLS = ["NA-2024", "IDF-2023", "COR-2021"]
LINES_PROVE_SIZE = True        # a body of unknown size with 15 lines here is not small
CONVENTIONS = ("par_regime", "commun_acquisitions_dabord", "commun_versions_dabord",
               "commun_ordre_liste", "commun_au_prorata")
REGIONS = {
    "01": "971", "02": "972", "03": "973", "04": "974", "06": "976",
    "11": "75 77 78 91 92 93 94 95", "24": "18 28 36 37 41 45",
    "27": "21 25 39 58 70 71 89 90", "28": "14 27 50 61 76", "32": "02 59 60 62 80",
    "44": "08 10 51 52 54 55 57 67 68 88", "52": "44 49 53 72 85", "53": "22 29 35 56",
    "75": "16 17 19 23 24 33 40 47 64 79 86 87",
    "76": "09 11 12 30 31 32 34 46 48 65 66 81 82",
    "84": "01 03 07 15 26 38 42 43 63 69 73 74", "93": "04 05 06 13 83 84", "94": "2A 2B",
}
REGION_OF = {dep: region for region, deps in REGIONS.items() for dep in deps.split()}
ISLANDS = ("94", "01", "02", "03", "04", "06")       # Corse and overseas


def cents(text):
    if not text:
        return 0
    euros, _, rest = text.partition(".")
    return int(euros) * 100 + int((rest + "00")[:2])


def money(value):
    return "%d.%02d" % divmod(value, 100)


def half_up(x):
    return (2 * x.numerator + x.denominator) // (2 * x.denominator)


def luhn_ok(number):
    digits = number.replace("A", "1").replace("B", "2")
    total = 0
    for place, c in enumerate(reversed(digits)):
        v = int(c) * (2 if place % 2 else 1)
        total += v - 9 if v > 9 else v
    return total % 10 == 0


def fold(name):
    plain = unicodedata.normalize("NFD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    for apostrophe in "’‘ʼ`´":
        plain = plain.replace(apostrophe, "'")
    return " ".join(plain.split())


def sons_state(e, solution):
    """None, 'same' or 'other': the SONS order of an establishment against the project's."""
    order = e.get("commande_sons") or {}
    if not order.get("solution") or not solution:
        return None
    return "same" if fold(order["solution"]) == fold(solution) else "other"


def failing_rule(e, regime, call, sons):
    if e["categorie"] in OUT_CATEGORIES:
        return "ELIG-01"
    if not luhn_ok(e["finess_et"]):
        return "ELIG-02"
    if call in NEW_OPERATION_CALLS:
        mom = e.get("premiere_mom_le")
        if regime == ACQ and mom and mom < MOM_LIMIT:
            return "ELIG-07"
        va = (e.get("commande_sons") or {}).get("va_signee_le")
        if regime == VER and va and va < VA_LIMIT:
            return "ELIG-08"
    if call in EUROPEAN_AID_CALLS and e.get("autre_aide_europeenne"):
        return "RED-01"
    before = (e.get("financement_anterieur") or {}).get("programme")
    if call in PRIOR_AID_CALLS and before == "esms_numerique":
        return "RED-03" if call == "NA-2024" else "RED-02"    # S1 §4.2.A writes its own
    if sons == "other":
        return "RED-04"
    return None


def hours_share(e, call):
    """(share, missing): 1 for what is no SAAD, 0 where it cannot be computed."""
    if e["categorie"] not in HOURS_CATEGORIES or call not in HOURS_CALLS:
        return 1, False
    hours = e.get("heures") or {}
    if any(hours.get(k) is None for k in ("total", "apa", "pch", "autres")):
        return 0, True
    total = cents(hours["total"])
    paid = cents(hours["apa"]) + cents(hours["pch"]) + cents(hours["autres"])
    if total == 0 or paid > total:
        return 0, False
    return Fraction(paid, total), False


def sort_lines(dossier):
    """Establishments that count, in list order, and [(number, rule)] of the excluded."""
    solution = (dossier.get("solution") or {}).get("nom")
    seen, lines, excluded = set(), [], []
    for e in dossier["essms"]:
        et = e["finess_et"]
        if et in seen:
            continue                      # ELIG-03: the first line wins
        seen.add(et)
        sons = sons_state(e, solution) if dossier["appel"] in PRIOR_AID_CALLS else None
        regime = VER if sons == "same" else e["regime"]       # RED-05
        rule = failing_rule(e, regime, dossier["appel"], sons)
        if rule:
            excluded.append((et, rule))
            continue
        share, missing = hours_share(e, dossier["appel"])
        lines.append({"et": et, "ej": e["finess_ej"], "regime": regime, "share": share,
                      "missing": missing, "quote": cents(e.get("devis_materiel")),
                      "region": REGION_OF[e["departement"]]})
    return lines, excluded


def island_limit(dossier, lines, ej, reading):
    """AMB-07: does the threshold of Corse and overseas hold for this body?"""
    if reading == "porteur":
        return dossier["porteur"].get("region") in ISLANDS
    there = [l["region"] in ISLANDS for l in lines if l["ej"] == ej]
    return all(there) if reading == "tous" else any(there)


def body_sizes(dossier, lines, call, territory="tous"):
    """finess_ej -> 'small', 'large' or 'unknown' (GRP-09)."""
    told = {o["finess_ej"]: o.get("essms_geres") for o in dossier.get("organismes") or []}
    here = {}
    for l in lines:
        here[l["ej"]] = here.get(l["ej"], 0) + 1
    sizes = {}
    for ej, n in here.items():
        limit = SMALL
        if call["islands"] and island_limit(dossier, lines, ej, territory):
            limit = SMALL_ISLANDS
        size = told.get(ej)
        if size is None:
            sizes[ej] = "large" if LINES_PROVE_SIZE and n >= limit else "unknown"
        else:
            sizes[ej] = "small" if max(size, n) < limit else "large"
    return sizes


def ranks(lines, convention):
    """The rank of each line, in list order; None under the pro rata convention."""
    if convention == "commun_au_prorata":
        return [None] * len(lines)
    if convention == "commun_ordre_liste":
        return list(range(1, len(lines) + 1))
    acq = ver = 0
    out = []
    for l in lines:
        if l["regime"] == ACQ:
            acq += 1
            out.append(acq)
        else:
            ver += 1
            out.append(ver)
    for i, l in enumerate(lines):
        if convention == "commun_acquisitions_dabord" and l["regime"] == VER:
            out[i] += acq
        if convention == "commun_versions_dabord" and l["regime"] == ACQ:
            out[i] += ver
    return out


def last_high(call_id):
    return {ACQ: LAST_HIGH, VER: CAP_COR if call_id == "COR-2021" else LAST_HIGH}


def flats_by_rank(call_id, lines, places, already, full):
    """[(usage, equipment)] in cents, line by line."""
    call, high, out = CALLS[call_id], last_high(call_id), []
    for l, rank in zip(lines, places):
        level = "high" if rank + already[l["regime"]] <= high[l["regime"]] else "low"
        usage, equipment = call[level][l["regime"]]
        share = 1 if full and l["missing"] else l["share"]
        both = half_up((usage + equipment) * 100 * share)
        part = half_up(usage * 100 * share)
        out.append((part, both - part))
    return out


def flats_prorata(call_id, lines):
    """Convention E: the 49 high places shared between the regimes; one rounding."""
    call, n, total = CALLS[call_id], len(lines), Fraction(0)
    for regime in (ACQ, VER):
        k = sum(1 for l in lines if l["regime"] == regime)
        if not k:
            continue
        places = min(Fraction(k), Fraction(k * LAST_HIGH, n))
        one = (sum(call["high"][regime]) * places + sum(call["low"][regime]) * (k - places)) / k
        total += one * 100 * sum(l["share"] for l in lines if l["regime"] == regime)
    return half_up(total)


def best_first(lines, full):
    """AMB-09: the ranks when the largest shares of each regime come first."""
    out = [0] * len(lines)
    for regime in (ACQ, VER):
        mine = [i for i, l in enumerate(lines) if l["regime"] == regime]
        mine.sort(key=lambda i: -(1 if full and lines[i]["missing"] else lines[i]["share"]))
        for rank, i in enumerate(mine, 1):
            out[i] = rank
    return out


def flats_average(call_id, lines):
    """AMB-09: each establishment at the average flat of its regime; one rounding."""
    call, high, total = CALLS[call_id], last_high(call_id), Fraction(0)
    for regime in (ACQ, VER):
        mine = [l for l in lines if l["regime"] == regime]
        if not mine:
            continue
        whole = sum(sum(call["high" if rank <= high[regime] else "low"][regime])
                    for rank in range(1, len(mine) + 1))
        total += Fraction(whole * 100, len(mine)) * sum(l["share"] for l in mine)
    return half_up(total)


def share_out(amount, weights, names):
    """Whole cents in proportion, largest remainder, ties in order of the names."""
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    out = [amount * w // whole for w in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(amount * weights[i] % whole), names[i]))
    for i in order[:amount - sum(out)]:
        out[i] += 1
    return out


def specific(call, lines, sizes, amoa_quote, mixed_granted):
    """Hardware per line and AMOA of the project, before the ceiling (FIN-06, FIN-07)."""
    cap, hardware = call["hardware"] * 100, []
    for l in lines:
        asked = l["quote"] if sizes[l["ej"]] == "small" else 0
        hardware.append(cap if call["flat"] and asked else min(asked, cap))
    kinds = set(sizes.values())
    granted = kinds == {"small"} or (mixed_granted and "small" in kinds)
    amoa = 0
    if granted and amoa_quote:
        amoa = call["amoa"] * 100 if call["flat"] else min(amoa_quote, call["amoa"] * 100)
    return hardware, amoa


def granted(call, basis, flats, asked):
    """FIN-08: what the 15 % ceiling leaves of the specific aid, rounded down."""
    if not call["ceiling"]:
        return asked
    return min(asked, 3 * flats // 17 if basis == "total_avec_specifique" else 15 * flats // 100)


def cut(given, hardware, amoa, lines, sizes):
    """The lines' hardware and AMOA of what is granted; an odd cent goes to the hardware."""
    if given < sum(hardware) + amoa:
        given_h, given_a = share_out(given, [sum(hardware), amoa], ["hardware", "zzz amoa"])
    else:
        given_h, given_a = sum(hardware), amoa
    names = [l["et"] for l in lines]
    small = [1 if sizes[l["ej"]] == "small" else 0 for l in lines]
    return share_out(given_h, hardware, names), share_out(given_a, small, names)


def flats_of(call_id, lines, convention="par_regime", order="liste", already=None,
             full_hours=False):
    """(flats in cents, line by line where there are ranks)."""
    if convention == "commun_au_prorata":
        return flats_prorata(call_id, lines), None
    if order == "moyenne":
        return flats_average(call_id, lines), None
    best = order == "plus_favorable"
    places = best_first(lines, full_hours) if best else ranks(lines, convention)
    parts = flats_by_rank(call_id, lines, places, already or {ACQ: 0, VER: 0}, full_hours)
    return sum(u + e for u, e in parts), parts


def asked_of(dossier, lines, sizes, mixed_granted=False):
    quote = cents((dossier.get("amoa") or {}).get("devis"))
    return specific(CALLS[dossier["appel"]], lines, sizes, quote, mixed_granted)


def total_of(dossier, lines, sizes, basis="total_avec_specifique", mixed_granted=False,
             **reading):
    flats, _ = flats_of(dossier["appel"], lines, **reading)
    hardware, amoa = asked_of(dossier, lines, sizes, mixed_granted)
    return flats + granted(CALLS[dossier["appel"]], basis, flats, sum(hardware) + amoa)


def balance(dossier, total, hard, am):
    """Advance, rounded down, and what the expenses leave of the balance (FIN-10)."""
    share = CALLS[dossier["appel"]]["advance"]
    advance = total * share // 100
    spent = dossier.get("depenses") or {}
    proven = 0
    for key, granted in (("materiel", hard), ("amoa", am)):
        real = spent.get(key)
        proven += granted if real is None else min(granted, cents(real))
    paid = (hard + am) * share // 100            # the specific part of the advance
    normal = hard + am - paid
    return advance, total - advance - (normal - max(0, proven - paid))


def variants(dossier, lines, sizes):
    """choix -> valeur -> total, for the choices that the texts leave open."""
    call_id, out = dossier["appel"], {}
    call = CALLS[call_id]

    def add(choice, value, **change):
        change.setdefault("sizes", sizes)
        out.setdefault(choice, {})[value] = money(total_of(dossier, lines, **change))

    if call_id != "COR-2021":                     # a call with tiers
        for convention in CONVENTIONS:
            add("convention_rang", convention, convention=convention)
        for order in ("liste", "plus_favorable", "moyenne"):
            add("ordre_rang", order, order=order)
        before = (dossier.get("extension") or {}).get("essms_deja_finances") or {}
        if dossier.get("nature") != "extension":
            before = {}
        add("extension", "redemarre")
        add("extension", "cumule", already={ACQ: before.get(ACQ, 0), VER: before.get(VER, 0)})
    if call["ceiling"]:
        for basis in ("total_avec_specifique", "forfaits_seuls"):
            add("assiette_plafond", basis, basis=basis)
    for reading in ("tous", "porteur", "un_seul"):
        add("seuil_territoire", reading, sizes=body_sizes(dossier, lines, call, reading))
    questions(dossier, lines, sizes, add)
    return out


def questions(dossier, lines, sizes, add):
    """The variants that only some dossiers raise: what is taken, then the other answer."""
    quote = cents((dossier.get("amoa") or {}).get("devis"))
    if "unknown" in sizes.values():
        if quote or any(l["quote"] and sizes[l["ej"]] == "unknown" for l in lines):
            add("taille_organisme", "grand")
            add("taille_organisme", "petit",
                sizes={k: "small" if v == "unknown" else v for k, v in sizes.items()})
    if quote and {"small", "large"} <= set(sizes.values()):
        add("amoa_mixte", "refusee")
        add("amoa_mixte", "accordee", mixed_granted=True)
    if any(l["missing"] for l in lines):
        add("heures_manquantes", "forfait_nul")
        add("heures_manquantes", "forfait_plein", full_hours=True)


def subsidy(dossier, lines):
    if dossier["appel"] == "KIT-2024":
        return None                               # the kit gives no amounts
    sizes = body_sizes(dossier, lines, CALLS[dossier["appel"]])
    flats, parts = flats_of(dossier["appel"], lines)
    hardware, amoa = asked_of(dossier, lines, sizes)
    given = granted(CALLS[dossier["appel"]], "total_avec_specifique", flats,
                    sum(hardware) + amoa)
    hard, am = cut(given, hardware, amoa, lines, sizes)
    total = flats + given
    tiers = dossier["appel"] != "COR-2021"
    rows = []
    for l, rank, (u, e), h, a in zip(lines, ranks(lines, "par_regime"), parts, hard, am):
        rows.append({"finess_et": l["et"], "rang": rank if tiers else None,
                     "regime": l["regime"], "usage": money(u), "equipement": money(e),
                     "materiel": money(h), "amoa": money(a), "total": money(u + e + h + a)})
    advance, rest = balance(dossier, total, sum(hard), sum(am))
    return {"total": money(total), "usage": money(sum(p[0] for p in parts)),
            "equipement": money(sum(p[1] for p in parts)),
            "specifique": money(sum(hard) + sum(am)), "avance": money(advance),
            "solde": money(rest), "lignes": rows, "variantes": variants(dossier, lines, sizes)}


def desk(dossier, lines):
    """DESK-01; the slides of Corse speak of regional projects under 50 only."""
    if not lines:
        return None
    regions = sorted({l["region"] for l in lines})
    if len(lines) < 50:
        level = "regional"
    elif dossier["appel"] == "COR-2021":
        level = None
    else:
        level = "national" if len(regions) > 1 else "regional"
    return {"niveau": level, "regions": regions}


def amounts(dossier):
    lines, excluded = sort_lines(dossier)
    return {"essms_comptes": len(lines), "essms_exclus": excluded,
            "guichet": desk(dossier, lines), "subvention": subsidy(dossier, lines)}
