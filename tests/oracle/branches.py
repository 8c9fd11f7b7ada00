"""Which branches of the texts a dossier goes through, so that none is left out by chance."""
from oracle import ACQ, VER, CALLS, ISLANDS, asked_of, body_sizes, cents, flats_of, granted
from oracle import sons_state, sort_lines

RULES = ("ELIG-01", "ELIG-02", "ELIG-07", "ELIG-08", "RED-01", "RED-02", "RED-03", "RED-04")
ALL = (["call " + c for c in list(CALLS) + ["KIT-2024"]] + ["excluded by " + r for r in RULES]
       + ["repeated number", "nobody left", "RED-05 changes the regime", "RED-05 then ELIG-08",
          "RED-05 then ELIG-07 does not look", "desk regional", "desk national", "desk unknown",
          "several regions, regional desk", "rank 49 of a regime", "rank 50 of a regime",
          "both regimes over 49", "31st upgrade of Corse", "hours: pro rata", "hours: missing",
          "hours: impossible", "hours: ignored", "sizes: all small", "sizes: all large",
          "sizes: small and large", "sizes: one unknown", "sizes: the three",
          "size under its lines", "threshold of Corse and overseas", "quote of zero",
          "quote over its cap", "AMOA over its cap", "ceiling bites", "ceiling holds",
          "ceiling: odd cent to the hardware", "flat aid", "expenses limit the balance",
          "expenses under the advance", "expenses prove all", "extension cumulates",
          "advance rounded down", "variant differs: convention_rang",
          "variant differs: assiette_plafond", "variant differs: ordre_rang plus_favorable",
          "variant differs: ordre_rang moyenne", "variant differs: extension",
          "variant differs: seuil_territoire porteur", "variant differs: seuil_territoire un_seul",
          "variant differs: taille_organisme", "variant differs: amoa_mixte",
          "variant differs: heures_manquantes"])


def of_lines(dossier, lines, excluded):
    solution = (dossier.get("solution") or {}).get("nom")
    numbers = [e["finess_et"] for e in dossier["essms"]]
    counted = {l["et"]: l for l in lines}
    rules = dict(excluded)
    for rule in set(rules.values()):
        yield "excluded by " + rule
    if len(set(numbers)) < len(numbers):
        yield "repeated number"
    if not lines:
        yield "nobody left"
    for e in dossier["essms"]:
        line = counted.get(e["finess_et"])
        changed = e["regime"] == ACQ and sons_state(e, solution) == "same"
        if line and changed and line["regime"] == VER:
            yield "RED-05 changes the regime"
            if dossier["appel"] == "NA-2024" and (e.get("premiere_mom_le") or "9") < "2023-01-16":
                yield "RED-05 then ELIG-07 does not look"
        if changed and rules.get(e["finess_et"]) == "ELIG-08":
            yield "RED-05 then ELIG-08"
        if line and e["categorie"] in ("460", "209"):
            known = "hours: impossible" if line["share"] == 0 and e.get("heures") else None
            known = "hours: missing" if line["missing"] else known
            yield known or "hours: pro rata"
        elif line and e.get("heures"):
            yield "hours: ignored"
    for regime in (ACQ, VER):
        mine = sum(1 for l in lines if l["regime"] == regime)
        for rank in (49, 50):
            if mine >= rank:
                yield "rank %d of a regime" % rank
        if dossier["appel"] == "COR-2021" and regime == VER and mine > 30:
            yield "31st upgrade of Corse"
    if min(sum(1 for l in lines if l["regime"] == r) for r in (ACQ, VER)) > 49:
        yield "both regimes over 49"


def of_sizes(dossier, lines, sizes):
    kinds = frozenset(sizes.values())
    names = {frozenset(["small"]): "all small", frozenset(["large"]): "all large",
             frozenset(["small", "large"]): "small and large",
             frozenset(["small", "large", "unknown"]): "the three"}
    if kinds in names:
        yield "sizes: " + names[kinds]
    if "unknown" in kinds:
        yield "sizes: one unknown"
    here = {}
    for l in lines:
        here[l["ej"]] = here.get(l["ej"], 0) + 1
    for o in dossier.get("organismes") or []:
        told, n = o.get("essms_geres"), here.get(o["finess_ej"], 0)
        if told is not None and told < n:
            yield "size under its lines"
        off = any(l["region"] not in ISLANDS for l in lines if l["ej"] == o["finess_ej"])
        if dossier["appel"] == "NA-2024" and n and not off and told in range(8, 15):
            yield "threshold of Corse and overseas"


def of_aid(dossier, lines, sizes):
    call = CALLS[dossier["appel"]]
    flats, _ = flats_of(dossier["appel"], lines)
    hardware, amoa = asked_of(dossier, lines, sizes)
    asked = sum(hardware) + amoa
    given = granted(call, "total_avec_specifique", flats, asked)
    if any(l["quote"] == 0 for l in lines):
        yield "quote of zero"
    if call["flat"] and asked:
        yield "flat aid"
    if any(l["quote"] > call["hardware"] * 100 and h for l, h in zip(lines, hardware)):
        yield "quote over its cap"
    if amoa and cents((dossier.get("amoa") or {}).get("devis")) > call["amoa"] * 100:
        yield "AMOA over its cap"
    if call["ceiling"] and asked:
        yield "ceiling bites" if given < asked else "ceiling holds"
    if given < asked and sum(hardware) == amoa and given % 2:
        yield "ceiling: odd cent to the hardware"


def of_answer(dossier, subsidy):
    total = subsidy["total"]
    for choice, values in subsidy["variantes"].items():
        for value, other in values.items():
            if other != total:
                yield "variant differs: " + choice
                yield "variant differs: %s %s" % (choice, value)
    if dossier.get("nature") == "extension" and \
            subsidy["variantes"].get("extension", {}).get("cumule", total) != total:
        yield "extension cumulates"
    if cents(total) % 2 and CALLS[dossier["appel"]]["advance"]:
        yield "advance rounded down"
    if not dossier.get("depenses") or not cents(subsidy["specifique"]):
        return
    normal = cents(total) - cents(subsidy["avance"])
    half = normal - cents(subsidy["specifique"]) * (100 - CALLS[dossier["appel"]]["advance"]) // 100
    if cents(subsidy["solde"]) == normal:
        yield "expenses prove all"
    else:
        yield "expenses limit the balance"
        if cents(subsidy["solde"]) <= half:
            yield "expenses under the advance"


def branches(dossier, answer):
    """The names of ALL that this dossier goes through."""
    lines, excluded = sort_lines(dossier)
    met = {"call " + dossier["appel"]} | set(of_lines(dossier, lines, excluded))
    desk = answer["guichet"]
    if desk:
        met.add("desk " + (desk["niveau"] or "unknown"))
        if desk["niveau"] == "regional" and len(desk["regions"]) > 1:
            met.add("several regions, regional desk")
    if answer["subvention"] and lines:
        sizes = body_sizes(dossier, lines, CALLS[dossier["appel"]])
        met |= set(of_sizes(dossier, lines, sizes)) | set(of_aid(dossier, lines, sizes))
        met |= set(of_answer(dossier, answer["subvention"]))
    return met & set(ALL)
