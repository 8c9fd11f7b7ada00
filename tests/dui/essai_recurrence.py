"""Recurrences read by others: python3-icalendar reads the feed, dateutil expands its rule.

    GRAPPE_DUI=build/release/bin/grappe-dui python3 -m unittest essai_recurrence
"""
import datetime
import os
import random
import re
import subprocess
import unittest
import zoneinfo

import icalendar
from dateutil.rrule import rrulestr

DUI = os.environ["GRAPPE_DUI"]
JOURS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
MOIS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre"]


def simple(octets):
    """The text, its spaces all alike."""
    return re.sub("[\u00a0\u202f]", " ", octets.decode())


def lancer(*mots, code=0):
    fait = subprocess.run([DUI, "recurrence", *mots], capture_output=True, timeout=60)
    assert fait.returncode == code, (mots, fait.stderr.decode())
    return simple(fait.stdout if code == 0 else fait.stderr)


def jours_listes(texte):
    """The days of the lines that follow the description."""
    lus = []
    for ligne in texte.splitlines()[1:]:
        jour, mois, an = re.search(r"(\d+)(?:er)?\s(\w+)\s(\d{4})", ligne).groups()
        lus.append(datetime.date(int(an), MOIS.index(mois) + 1, int(jour)))
    return lus


def evenements(texte):
    return [un for un in icalendar.Calendar.from_ical(texte).walk("VEVENT")]


def regle_au_hasard(hasard):
    frequence = hasard.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    regle = f"FREQ={frequence};INTERVAL={hasard.randint(1, 4)}"
    if hasard.random() < 0.5:
        rang = frequence in ("MONTHLY", "YEARLY") and hasard.random() < 0.5
        jours = {(hasard.choice([-2, -1, 1, 2, 3, 4]) if rang else "", hasard.choice(JOURS))
                 for _ in range(hasard.randint(1, 4))}
        regle += ";BYDAY=" + ",".join(f"{rang}{jour}" for rang, jour in sorted(jours, key=str))
        if frequence in ("MONTHLY", "YEARLY") and hasard.random() < 0.4:
            regle += f";BYSETPOS={hasard.choice([-1, 1, 2])}"
    elif frequence in ("MONTHLY", "YEARLY") and hasard.random() < 0.6:
        regle += f";BYMONTHDAY={hasard.choice([-31, -2, -1, 1, 15, 28, 31])}"
    if hasard.random() < 0.3:
        regle += f";BYMONTH={hasard.randint(1, 12)}"
    if frequence == "WEEKLY" and hasard.random() < 0.4:
        regle += ";WKST=SU"
    fin = hasard.random()
    if fin < 0.3:
        regle += f";COUNT={hasard.randint(1, 40)}"
    elif fin < 0.6:
        regle += f";UNTIL=2027{hasard.randint(1, 12):02}15T235900"
    return regle


class Recurrences(unittest.TestCase):
    def test_another_reader_finds_the_same_days(self):
        hasard = random.Random(20261123)
        compares = 0
        for _ in range(150):
            regle = regle_au_hasard(hasard)
            debut = datetime.date(2026, 1, 1) + datetime.timedelta(days=hasard.randint(0, 300))
            mots = [regle, "--du", "2026-06-01", "--au", "2027-12-31", "--debut", f"{debut}T09:00"]
            fait = subprocess.run([DUI, "recurrence", *mots], capture_output=True, timeout=60)
            attendus = [un.date() for un in rrulestr(
                regle, dtstart=datetime.datetime.combine(debut, datetime.time(9))).between(
                    datetime.datetime(2026, 6, 1), datetime.datetime(2028, 1, 1), inc=True)]
            with self.subTest(regle=regle, debut=debut):
                if fait.returncode == 2:  # it gives no day at all
                    self.assertEqual(attendus, [])
                    continue
                texte = simple(fait.stdout)
                lus = [] if "Aucune occurrence" in texte else jours_listes(texte)
                self.assertEqual(lus, attendus)
                compares += 1
        self.assertGreater(compares, 120)

    def test_a_feed_is_read_back(self):
        texte = lancer("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331", "--debut", "2026-11-23T10:30",
                       "--minutes", "45", "--du", "2026-11-01", "--sauf", "2026-12-22T10:30",
                       "--deplace", "2026-12-01T10:30=2026-12-02T14:00", "--titre",
                       "Atelier mémoire, « été » ; " + "x" * 90, "--ics")
        serie, deplacee = evenements(texte)
        self.assertEqual(serie["UID"], deplacee["UID"])
        self.assertTrue(serie["SUMMARY"].startswith("Atelier mémoire, « été » ; xxx"))
        self.assertEqual(serie["DTSTART"].dt.isoformat(), "2026-11-24T10:30:00+01:00")
        self.assertEqual(serie["DTEND"].dt - serie["DTSTART"].dt, datetime.timedelta(minutes=45))
        self.assertEqual(serie["EXDATE"].dts[0].dt.isoformat(), "2026-12-22T10:30:00+01:00")
        self.assertEqual(deplacee["RECURRENCE-ID"].dt.isoformat(), "2026-12-01T10:30:00+01:00")
        self.assertEqual(deplacee["DTSTART"].dt.isoformat(), "2026-12-02T14:00:00+01:00")
        self.assertEqual(serie["RRULE"]["BYDAY"], ["TU"])
        self.assertEqual(serie["RRULE"]["UNTIL"][0].isoformat(), "2027-03-31T21:59:00+00:00")
        for ligne in texte.split("\r\n"):
            self.assertLessEqual(len(ligne.encode()), 75)

    def test_the_zone_of_a_feed_is_that_of_paris(self):
        calendrier = icalendar.Calendar.from_ical(
            lancer("FREQ=WEEKLY", "--du", "2026-03-01", "--ics"))
        fuseau = calendrier.walk("VTIMEZONE")[0].to_tz()
        la_base = zoneinfo.ZoneInfo("Europe/Paris")
        for mois in range(1, 13):
            for an in (2026, 2031):
                jour = datetime.datetime(an, mois, 15, 12)
                self.assertEqual(fuseau.utcoffset(jour), jour.replace(tzinfo=la_base).utcoffset())

    def test_a_rule_is_told_and_its_faults_all_at_once(self):
        texte = lancer("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331", "--debut", "2026-11-24T10:30", "--du",
                       "2026-11-24", "--au", "2026-12-01")
        lignes = texte.splitlines()
        self.assertEqual(lignes, ["tous les mardis à 10 h 30, jusqu'au 31 mars 2027",
                                  "mardi 24 novembre 2026, de 10 h 30 à 11 h 30",
                                  "mardi 1er décembre 2026, de 10 h 30 à 11 h 30"])
        dit = lancer("FREQ=HOURLY;BYDAY=XX", "--du", "hier", "--sauf", "demain", code=2)
        self.assertEqual(len(dit.splitlines()), 4)
        for mot in ("HOURLY", "XX", "hier", "demain"):
            self.assertIn(f"« {mot} »", dit)
        self.assertIn("moins de 800 jours",
                      lancer("FREQ=DAILY", "--du", "2026-01-01", "--au", "2036-01-01", code=2))
        self.assertIn("aucun jour", lancer("FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=2", "--du",
                                           "2026-01-01", code=2))


if __name__ == "__main__":
    unittest.main()
