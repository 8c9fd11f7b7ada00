"""The worked examples of the rules' catalogue (§2), to the cent."""
import unittest

import branches
import generator as g
import oracle
from oracle import ACQ, VER


def dossier(call, regimes, **more):
    es = [{"finess_et": g.number("33", i), "finess_ej": g.number("33", 9000), "regime": r,
           "categorie": "500", "secteur": "PA", "departement": "33"}
          for i, r in enumerate(regimes)]
    return dict({"appel": call, "depose_le": "2024-05-24T12:00:00+02:00", "nature": "nouveau",
                 "porteur": {"siret": "00000000000000"}, "essms": es}, **more)


def small(d, size=3, quote="10000.00", amoa="100000"):
    bodies = []
    for i, e in enumerate(d["essms"]):
        e["finess_ej"] = g.number("33", 9000 + i)
        bodies.append({"finess_ej": e["finess_ej"], "essms_geres": size})
        if quote:
            e["devis_materiel"] = quote
    d["organismes"] = bodies
    d["amoa"] = {"devis": amoa}
    return d


def sub(d):
    return oracle.amounts(d)["subvention"]


def euros(n):
    return "%d.00" % n


def saad(e, apa, pch, other, total):
    e.update(categorie="460", secteur="DOM",
             heures={"annee": 2023, "total": total, "apa": apa, "pch": pch, "autres": other})


class Catalogue(unittest.TestCase):
    def test_2_1_single_regime(self):
        table = """1 7000 14000 5000|8 56000 112000 40000|14 98000 196000 70000
            |15 105000 210000 75000|48 336000 672000 240000|49 343000 686000 245000
            |50 345000 689000 247000|51 347000 692000 249000|60 365000 719000 267000
            |100 445000 839000 347000|120 485000 899000 387000"""
        for row in table.split("|"):
            n, usage, equipment, version = map(int, row.split())
            for call in ("NA-2024", "IDF-2023"):
                d = dossier(call, [ACQ] * n)
                s = sub(d)
                self.assertEqual(s["usage"], euros(usage))
                self.assertEqual(s["equipement"], euros(equipment))
                self.assertEqual(s["total"], euros(usage + equipment))
                self.assertEqual(s["avance"], euros((usage + equipment) // 2))
                self.assertEqual(sub(dossier(call, [VER] * n))["total"], euros(version))
                self.assertEqual(oracle.amounts(d)["guichet"]["niveau"], "regional")
                d["essms"][0]["departement"] = "31"
                self.assertEqual(oracle.amounts(d)["guichet"]["niveau"],
                                 "national" if n >= 50 else "regional")

    def test_2_2_duplicate(self):
        d = dossier("NA-2024", [ACQ] * 50)
        d["essms"][49]["finess_et"] = d["essms"][3]["finess_et"]
        d["essms"][49]["departement"] = "31"
        a = oracle.amounts(d)
        self.assertEqual(a["essms_comptes"], 49)
        self.assertEqual(a["guichet"], {"niveau": "regional", "regions": ["75"]})
        self.assertEqual(a["subvention"]["total"], "1029000.00")

    def test_2_3_mixed(self):
        table = """10 20 310000 310000 310000 310000 310000.00
            |30 30 780000 747000 604000 682000 675500.00
            |40 20 940000 907000 764000 764000 811666.67
            |49 1 1034000 1031000 1018000 1018000 1018260.00
            |1 49 266000 263000 250000 263000 262740.00
            |49 49 1274000 1127000 490000 815000 808500.00
            |60 60 1351000 1204000 567000 892000 885500.00"""
        for row in table.split("|"):
            a, v, *totals = row.split()
            a, v, both = int(a), int(v), min(int(a), int(v))
            regimes = [ACQ, VER] * both + [ACQ] * (a - both) + [VER] * (v - both)
            got = sub(dossier("NA-2024", regimes))["variantes"]["convention_rang"]
            want = [t if "." in t else t + ".00" for t in totals]
            self.assertEqual([got[c] for c in oracle.CONVENTIONS], want, row)

    def test_2_4_saad(self):
        for regime, hours, want in (
                (ACQ, ("22000", "6500", "3500", "48000"), "14000.00 4666.67 9333.33"),
                (VER, ("22000", "6500", "3500", "48000"), "3333.33 3333.33 0.00"),
                (ACQ, ("73333", "0", "0", "100000"), "15399.93 5133.31 10266.62"),
                (ACQ, ("10450", "0", "0", "15000"), "14630.00 4876.67 9753.33"),
                (ACQ, ("12000", "0", "0", "36000"), "7000.00 2333.33 4666.67")):
            d = dossier("NA-2024", [regime])
            saad(d["essms"][0], *hours)
            s = sub(d)
            self.assertEqual([s["total"], s["usage"], s["equipement"]], want.split())
        d = dossier("NA-2024", [ACQ] * 50)
        saad(d["essms"][49], "2", "0", "0", "3")
        self.assertEqual(sub(d)["lignes"][49]["total"], "3333.33")
        d = dossier("NA-2024", [ACQ] * 15)
        saad(d["essms"][14], "22000", "6500", "3500", "48000")
        self.assertEqual(sub(d)["total"], "308000.00")

    def test_2_5_ceiling(self):
        table = """a 8 29647.05 25200.00|a 15 55588.23 47250.00|a 20 74117.64 63000.00
            |a 27 100058.82 85050.00|a 32 118588.23 100800.00|a 49 181588.23 154350.00
            |a 60 191294.11 162600.00|v 15 13235.29 11250.00|v 49 43235.29 36750.00
            |v 60 47117.64 40050.00"""
        for row in table.split("|"):
            kind, n, first, second = row.split()
            d = small(dossier("NA-2024", [ACQ if kind == "a" else VER] * int(n)))
            s = sub(d)
            self.assertEqual(s["specifique"], first, row)
            flats = oracle.cents(s["total"]) - oracle.cents(first)
            self.assertEqual(s["variantes"]["assiette_plafond"]["forfaits_seuls"],
                             oracle.money(flats + oracle.cents(second)), row)

    def test_2_5_quotes(self):
        d = small(dossier("NA-2024", [ACQ] * 20), quote="6200.00", amoa="84000")
        s = sub(d)
        self.assertEqual([s["specifique"], s["total"]], ["74117.64", "494117.64"])
        self.assertEqual(s["variantes"]["assiette_plafond"]["forfaits_seuls"], "483000.00")
        d["appel"] = "IDF-2023"
        self.assertEqual(sub(d)["total"], "920000.00")

    def test_2_5_sizes(self):
        d = small(dossier("IDF-2023", [ACQ] * 18))
        for e in d["essms"][:16]:
            e["finess_ej"] = d["essms"][0]["finess_ej"]
        d["organismes"][0]["essms_geres"] = 16
        s = sub(d)
        self.assertEqual(s["specifique"], "40000.00")
        self.assertEqual(s["variantes"]["amoa_mixte"]["accordee"], euros(378000 + 140000))

    def test_2_6_payments(self):
        s = sub(dossier("NA-2024", [ACQ] * 15))
        self.assertEqual([s["avance"], s["solde"]], ["157500.00", "157500.00"])
        d = small(dossier("NA-2024", [ACQ] * 15), quote="10000", amoa=None)
        s = sub(d)
        self.assertEqual([s["avance"], s["solde"]], ["185294.11", "185294.12"])
        one = dossier("NA-2024", [ACQ])
        saad(one["essms"][0], "73333", "0", "0", "100000")
        s = sub(one)
        self.assertEqual([s["avance"], s["solde"]], ["7699.96", "7699.97"])
        d["depenses"] = {"materiel": "40000.00"}
        self.assertEqual(sub(d)["solde"], oracle.money(18529412 - (2779412 - 1220589)))
        d["depenses"] = {"materiel": "20000.00"}
        self.assertEqual(sub(d)["solde"], oracle.money(18529412 - 2779412))

    def test_2_7_extension(self):
        d = dossier("NA-2024", [ACQ] * 10, nature="extension")
        d["extension"] = {"essms_deja_finances": {ACQ: 45, VER: 0}}
        s = sub(d)
        self.assertEqual(s["total"], "210000.00")
        self.assertEqual(s["variantes"]["extension"],
                         {"redemarre": "210000.00", "cumule": "114000.00"})

    def test_2_8_amorcage(self):
        s = sub(small(dossier("COR-2021", [ACQ] * 15)))
        self.assertEqual([s["total"], s["equipement"], s["usage"]],
                         ["790000.00", "375000.00", "0.00"])
        self.assertEqual(sub(dossier("COR-2021", [VER] * 35))["total"], "300000.00")

    def test_2_9_envelope(self):
        self.assertEqual(6909033 - 329 * 21000, 33)
        self.assertEqual(10344806 * 80, 827584480)

    def test_kit_gives_no_amount(self):
        a = oracle.amounts(dossier("KIT-2024", [ACQ] * 15))
        self.assertIsNone(a["subvention"])
        self.assertEqual(a["essms_comptes"], 15)

    def test_generator_is_fixed(self):
        self.assertEqual(list(g.dossiers(50, 7)), list(g.dossiers(50, 7)))
        self.assertEqual(g.dossier_of(7, 49), list(g.dossiers(50, 7))[49])

    def test_generator_reaches_every_branch(self):
        met = set()
        for d in g.dossiers(3000, 1):
            met |= branches.branches(d, oracle.amounts(d))
            if met == set(branches.ALL):
                break
        self.assertEqual(set(branches.ALL) - met, set())

    def test_ordre_rang(self):
        d = dossier("NA-2024", [ACQ] * 50)
        saad(d["essms"][0], "1", "0", "0", "2")
        got = sub(d)["variantes"]["ordre_rang"]
        self.assertEqual(got, {"liste": "1023500.00", "plus_favorable": "1031500.00",
                               "moyenne": "1023660.00"})

    def test_seuil_territoire(self):
        d = small(dossier("NA-2024", [ACQ] * 2), size=8, quote="100.00", amoa=None)
        d["essms"][0]["departement"] = "2A"
        d["essms"][1]["finess_ej"] = d["essms"][0]["finess_ej"]
        d["porteur"]["region"] = "94"
        got = sub(d)["variantes"]["seuil_territoire"]
        self.assertEqual(got, {"tous": "42200.00", "porteur": "42000.00", "un_seul": "42000.00"})
        d["porteur"]["region"] = "75"
        self.assertEqual(sub(d)["variantes"]["seuil_territoire"]["porteur"], "42200.00")

    def test_ceiling_tie_goes_to_the_hardware(self):
        d = small(dossier("NA-2024", [ACQ] * 15), amoa="90000")
        for e in d["essms"][9:]:
            del e["devis_materiel"]
        for e in d["essms"]:
            e["devis_materiel"] = e.get("devis_materiel") and "10000.00"
        s = sub(d)
        hardware = sum(oracle.cents(r["materiel"]) for r in s["lignes"])
        self.assertEqual([s["specifique"], oracle.money(hardware)], ["55588.23", "27794.12"])


if __name__ == "__main__":
    unittest.main()
