"""kill -9 while an import runs: the base answers as before it or as after it, and takes it again.

    GRAPPE_DUI=build/release/bin/grappe-dui python3 -m unittest essai_coupures

GRAPPE_COUPURES kills (50), the seed is fixed; with GRAPPE_TEST_PG a fifth as many on PostgreSQL.
"""
import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import time
import unittest

DUI = os.environ["GRAPPE_DUI"]
COUPURES = int(os.environ.get("GRAPPE_COUPURES", "50"))
PG = os.environ.get("GRAPPE_TEST_PG")
JOUR = "2024-09-30"


def lancer(*arguments):
    return subprocess.run([DUI, *arguments], capture_output=True, text=True, check=True).stdout


class Coupures(unittest.TestCase):
    def setUp(self):
        self.dossier = tempfile.TemporaryDirectory(prefix="grappe-dui-coupures-")
        self.addCleanup(self.dossier.cleanup)
        chemin = pathlib.Path(self.dossier.name)
        self.premier, self.second = chemin / "premier.ndjson", chemin / "second.ndjson"
        lancer("generer", str(self.premier), "--graine", "3", "--etablissements", "3",
               "--personnes", "60", "--mois", "6", "--au", JOUR, "--faits", "3000")
        lancer("generer", str(self.second), "--graine", "3", "--etablissements", "3",
               "--personnes", "60", "--mois", "6", "--au", JOUR, "--faits", "30000")
        self.second.write_text(self.second.read_text().replace('"id":"', '"id":"b')
                               .replace('"personne":"', '"personne":"b')
                               .replace('"personnes":["', '"personnes":["b')
                               .replace('","u', '","bu'))

    def indicateurs(self, base):
        return lancer("indicateurs", "--au", JOUR, "--json", *base)

    def importer(self, fichier, base):
        return lancer("import", str(fichier), *base)

    def couper(self, neuve, combien):
        """`neuve()` gives the options of an empty base."""
        hasard = random.Random(20241231)
        temoin = neuve()
        self.importer(self.premier, temoin)
        avant = self.indicateurs(temoin)
        debut = time.monotonic()
        self.importer(self.second, temoin)
        duree = time.monotonic() - debut
        apres = self.indicateurs(temoin)
        self.assertNotEqual(avant, apres)
        issues = {avant: 0, apres: 0}
        for _ in range(combien):
            base = neuve()
            self.importer(self.premier, base)
            enfant = subprocess.Popen([DUI, "import", str(self.second), *base],
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(hasard.uniform(0, duree * 1.1))
            enfant.kill()
            enfant.wait()
            vu = self.indicateurs(base)
            self.assertIn(vu, issues)
            issues[vu] += 1
            self.importer(self.second, base)
            self.assertEqual(self.indicateurs(base), apres)
        # Some kills came before the end, or the test would prove nothing.
        self.assertGreater(issues[avant], combien // 10)

    def test_la_marge_et_son_scellement(self):
        """Few facts at a time stand beside the segment: killed while they are recorded or sealed,
        the base answers as with columns made anew."""
        hasard = random.Random(20241232)
        base = f"{self.dossier.name}/marge.sqlite"
        options = ["--base", f"sqlite:{base}"]
        self.importer(self.premier, options)
        lignes = self.second.read_text().splitlines(keepends=True)
        lignes.sort(key=lambda ligne: '"type":"personne"' not in ligne)
        morceau = self.premier.with_name("morceau.ndjson")
        avancees, deja = 0, 0
        for tour in range(max(12, COUPURES // 4)):
            morceau.write_text("".join(lignes[deja:deja + 400]))
            commande = (["import", str(morceau)] if tour % 4 else
                        ["indicateurs", "--au", JOUR, "--json"])
            enfant = subprocess.Popen([DUI, *commande, *options], stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL)
            time.sleep(hasard.uniform(0, 0.12))
            enfant.kill()
            enfant.wait()
            en_marge = self.indicateurs(options)
            shutil.rmtree(base + ".colonnes", ignore_errors=True)
            self.assertEqual(self.indicateurs(options), en_marge)
            self.importer(morceau, options)
            deja += 400
            avancees += self.indicateurs(options) != en_marge
            if tour % 3 == 2:  # past a thousand facts: the next question seals
                morceau.write_text("".join(lignes[deja:deja + 1100]))
                self.importer(morceau, options)
                deja += 1100
        self.assertGreater(avancees, 0)

    def test_sqlite(self):
        numeros = iter(range(10_000))
        self.couper(lambda: ["--base", f"sqlite:{self.dossier.name}/{next(numeros)}.sqlite"],
                    COUPURES)

    @unittest.skipUnless(PG, "PostgreSQL")
    def test_postgresql(self):
        avant, _, suite = PG.partition("/postgres?")
        numeros = iter(range(10_000))

        def neuve():
            nom = f"coupures_dui_{os.getpid()}_{next(numeros)}"
            subprocess.run(["psql", "-q", "-X", "-c", f"CREATE DATABASE {nom}", PG], check=True)
            self.addCleanup(subprocess.run, ["psql", "-q", "-X", "-c",
                                             f"DROP DATABASE {nom} WITH (FORCE)", PG], check=True)
            return ["--base", f"{avant}/{nom}?{suite}", "--donnees", self.dossier.name]

        self.couper(neuve, max(5, COUPURES // 5))


if __name__ == "__main__":
    unittest.main()
