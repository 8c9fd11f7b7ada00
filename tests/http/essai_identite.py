"""grappe-dui identite: every passage and attribute, what each is refused for, and the story they leave."""

import json
import pathlib
import re
import unittest

from essai_dui import AtelierDui

RACINE = pathlib.Path(__file__).resolve().parents[2]
FINESS = "690000005"
NIR_D_ESSAI = "1.2.250.1.213.1.4.10"
A_MIDI = "2024-09-30T10:00:00Z"
ETATS = {"provisoire": "provisoire", "recuperee": "récupérée", "validee": "validée", "qualifiee": "qualifiée"}
ATTRIBUTS = ["homonyme", "douteuse", "fictive"]


def avec_sa_cle(numero):
    return f"{numero}{97 - int(numero) % 97:02d}"


MATRICULE, AUTRE = avec_sa_cle("2400269123045"), avec_sa_cle("2400269123046")
INSI = ["--matricule", MATRICULE, "--oid", NIR_D_ESSAI]
VU = ["--dispositif", "passeport", "--vu-le", "2024-09-29"]
TOUT = [*INSI, *VU, "--motif", "ins_retiree"]


def passages():
    """(from, to, allowed or not, sentence), of the committed table."""
    for ligne in (RACINE / "tests/committed/identites.txt").read_text().splitlines():
        mots = ligne.split(maxsplit=3)
        if len(mots) == 4 and mots[0] in ETATS and mots[1] in ETATS:
            yield mots[0], mots[1], mots[2] == "admis", mots[3]


def preuves_de(phrase):
    """What a passage asks for, by its sentence."""
    return [*(INSI if "INSi" in phrase and "INSi ne" not in phrase else []), *(VU if "dispositif" in phrase else []),
            *(["--motif", "doute"] if "motif" in phrase else []),
            *(["--motif", "ins_retiree"] if "INS soit retirée" in phrase else [])]


class Base(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier, cls.nombre = AtelierDui(faits=False), 0

    @classmethod
    def tearDownClass(cls):
        cls.atelier.abandonner()
        cls.atelier.dossier.cleanup()

    def importer(self, quand, **personne):
        lignes = self.atelier.chemin / "personne.ndjson"
        lignes.write_text(json.dumps({
            "type": "personne", "finess_et": FINESS, "nom_naissance": "ESSAI", "prenoms": ["ANNE"],
            "date_naissance": "1940-02-29", "sexe": "F", "lieu_naissance": "69123", **personne}) + "\n")
        fait = self.atelier.commande("import", str(lignes), "--horloge", quand, sans_cle=True)
        self.assertEqual(fait.returncode, 0, fait.stderr)

    def personne(self, etat="provisoire", **champs):
        """A new one, declared in that state."""
        type(self).nombre += 1
        identifiant = f"p{self.nombre}"
        if etat in ("recuperee", "qualifiee"):
            champs.setdefault("matricule_ins", MATRICULE)
        self.importer("2024-09-01T08:00:00Z", id=identifiant, statut_identite=etat, **champs)
        return identifiant

    def identite(self, acte, personne, *mots, horloge=A_MIDI):
        quand = [] if acte == "voir" else ["--horloge", horloge]
        return self.atelier.commande("identite", acte, personne, *mots, *quand, sans_cle=True)

    def voir(self, personne, *mots):
        fait = self.identite("voir", personne, *mots)
        self.assertEqual(fait.returncode, 0, fait.stderr)
        return fait.stdout

    def etat(self, personne):
        return re.match(r"Identité (.*)", self.voir(personne))[1]

    def faire(self, acte, personne, *mots):
        fait = self.identite(acte, personne, *mots)
        self.assertEqual(fait.returncode, 0, fait.stderr)
        return fait.stdout

    def refuser(self, phrase, acte, personne, *mots):
        """Refused with that sentence, and nothing has changed."""
        avant = self.voir(personne)
        fait = self.identite(acte, personne, *mots)
        self.assertEqual((fait.returncode, fait.stdout), (2, ""), (acte, mots))
        self.assertIn(phrase, fait.stderr)
        self.assertEqual(self.voir(personne), avant)


class Passages(Base):
    def test_each_passage_asks_what_the_table_says_and_then_is_done(self):
        self.assertEqual(len(list(passages())), 16)
        for de, vers, admis, phrase in passages():
            with self.subTest(f"{de} → {vers}"):
                personne = self.personne(de)
                self.refuser(phrase, "changer", personne, "--vers", vers)
                if not admis:
                    self.refuser(phrase, "changer", personne, "--vers", vers, *TOUT)
                    continue
                dit = self.faire("changer", personne, "--vers", vers, *preuves_de(phrase))
                self.assertTrue(dit.startswith(f"Identité {ETATS[vers]}\n"), dit)
                self.assertEqual(self.etat(personne), ETATS[vers])

    def test_one_proof_is_not_two(self):
        personne = self.personne()
        for une in (INSI, VU):
            self.refuser("Demande la réponse d'INSi, et un dispositif", "changer", personne,
                         "--vers", "qualifiee", *une)
        qualifiee = self.personne("qualifiee")
        self.refuser("Demande que l'INS soit retirée", "changer", qualifiee, "--vers", "validee",
                     "--motif", "doute")

    def test_the_matricule_leaves_with_its_oid_for_a_qualified_identity_only(self):
        personne = self.personne("recuperee")
        self.assertNotIn(MATRICULE, self.voir(personne))
        self.assertIn("retenus\u00a0: seule une identité qualifiée", self.voir(personne))
        self.faire("changer", personne, "--vers", "qualifiee", *VU)
        self.assertIn("retenus\u00a0: l'OID du matricule n'est pas connu", self.voir(personne))
        dit = self.faire("changer", personne, "--vers", "qualifiee", *INSI)
        self.assertIn(f"Matricule et OID\u00a0: {MATRICULE} {NIR_D_ESSAI}\n", dit)
        self.faire("changer", personne, "--vers", "qualifiee", "--matricule", AUTRE, "--oid", NIR_D_ESSAI)
        self.assertIn(f"Matricule et OID\u00a0: {AUTRE} {NIR_D_ESSAI}\n", self.voir(personne))
        self.faire("changer", personne, "--vers", "validee", "--motif", "ins_retiree")
        self.assertNotIn(AUTRE, self.voir(personne))

    def test_a_number_or_a_device_that_does_not_hold_is_refused(self):
        personne = self.personne()
        vers = ["changer", personne, "--vers", "qualifiee"]
        faux = MATRICULE[:-2] + ("10" if MATRICULE[-2:] != "10" else "11")
        self.refuser("La clé de ce matricule est fausse", *vers, *VU, "--matricule", faux, "--oid", NIR_D_ESSAI)
        self.refuser("a un OID\u00a0: indiquez-le", *vers, *VU, "--matricule", MATRICULE)
        self.refuser("après aujourd'hui", *vers, *INSI, "--dispositif", "passeport", "--vu-le", "2024-10-01")
        self.refuser("«\u00a0--auteur\u00a0» attend une valeur", *vers, *INSI, *VU, "--auteur", "")
        self.refuser("ne vaut que pour une personne mineure", *vers, *INSI,
                     "--dispositif", "document_de_circulation", "--vu-le", "2024-09-29")
        mineur = self.personne(date_naissance="2006-10-15")
        self.faire("changer", mineur, "--vers", "validee", "--dispositif", "livret_ou_acte_et_parent",
                   "--vu-le", "2024-09-29")


class Attributs(Base):
    def test_an_attribute_is_set_once_and_lifted_once(self):
        for attribut in ATTRIBUTS:
            personne = self.personne()
            self.refuser("ne porte pas cet attribut", "attribut", personne, "--lever", attribut)
            self.faire("attribut", personne, "--poser", attribut)
            self.assertEqual(self.etat(personne), f"provisoire, {attribut}")
            self.refuser("porte déjà cet attribut", "attribut", personne, "--poser", attribut)
            self.faire("attribut", personne, "--lever", attribut)
            self.assertEqual(self.etat(personne), "provisoire")

    def test_a_fictitious_identity_bears_nothing_else(self):
        for premier, second, ensemble in (("fictive", "homonyme", False), ("homonyme", "fictive", False),
                                          ("fictive", "douteuse", False), ("douteuse", "fictive", False),
                                          ("homonyme", "douteuse", True)):
            personne = self.personne()
            self.faire("attribut", personne, "--poser", premier)
            if ensemble:
                self.faire("attribut", personne, "--poser", second)
            else:
                self.refuser("ne porte pas d'autre attribut", "attribut", personne, "--poser", second)

    def test_doubt_and_fiction_lower_the_identity_and_keep_it_low(self):
        for attribut, phrase in (("douteuse", "levez d'abord le doute"), ("fictive", "elle reste provisoire")):
            personne = self.personne("qualifiee")
            self.faire("changer", personne, "--vers", "qualifiee", *INSI)
            dit = self.faire("attribut", personne, "--poser", attribut)
            self.assertIn(f"Identité provisoire, {attribut}\n", dit)
            self.assertNotIn(MATRICULE, dit)
            self.assertIn("Diffusion\u00a0: bloquée", dit)
            for vers in ("recuperee", "validee", "qualifiee"):
                self.refuser(phrase, "changer", personne, "--vers", vers, *TOUT)
            self.assertIn("Identité provisoire\n", self.faire("attribut", personne, "--lever", attribut))
            self.faire("changer", personne, "--vers", "qualifiee", *INSI, *VU)

    def test_a_homonym_is_confirmed_before_anything_leaves(self):
        personne = self.personne("qualifiee")
        self.assertIn("Diffusion\u00a0: permise.", self.voir(personne))
        dit = self.faire("attribut", personne, "--poser", "homonyme")
        self.assertIn("Identité qualifiée, homonyme\n", dit)
        self.assertIn("Diffusion\u00a0: à confirmer", dit)


class Saisie(Base):
    def test_a_word_that_is_not_known_is_told_with_its_place_and_those_that_are(self):
        personne = self.personne()
        changer = ["changer", personne, "--vers", "validee"]
        for option, admis, mots in (
                ("--vers", "qualifiee", ["changer", personne, "--vers", "certaine"]),
                ("--oid", NIR_D_ESSAI, [*changer, "--oid", "1.2.3"]),
                ("--dispositif", "passeport", [*changer, "--dispositif", "permis"]),
                ("--motif", "trait_change", [*changer, "--motif", "oubli"]),
                ("--poser", "homonyme", ["attribut", personne, "--poser", "rare"]),
                ("--lever", "homonyme", ["attribut", personne, "--lever", "rare"])):
            self.refuser(f"{option} «\u00a0{mots[-1]}\u00a0»", *mots)
            self.refuser(admis, *mots)
        for jour in ([], ["--vu-le", "hier"], ["--vu-le", "2024-02-30"]):
            self.refuser("--vu-le 2024-09-30", *changer, "--dispositif", "passeport", *jour)

    def test_an_attribute_is_either_set_or_lifted(self):
        personne = self.personne()
        self.refuser("soit --poser, soit --lever", "attribut", personne)
        self.refuser("soit --poser, soit --lever", "attribut", personne, "--poser", "homonyme",
                     "--lever", "douteuse")

    def test_what_is_missing_or_unreadable_is_told(self):
        personne = self.personne()
        for mots, phrase in ((["identite", "changer", personne], "--vers"), (["identite", "voir"], "personne"),
                             (["identite", "voir", personne, "--connu-le", "hier"], "«\u00a0hier\u00a0»"),
                             (["identite", "attribut", personne, "--poser", "homonyme", "--horloge", "hier"],
                              "«\u00a0hier\u00a0»")):
            fait = self.atelier.commande(*mots, sans_cle=True)
            self.assertEqual((fait.returncode, fait.stdout), (2, ""), mots)
            self.assertIn(phrase, fait.stderr)

    def test_nobody_is_made_by_asking(self):
        for acte, mots in (("voir", []), ("changer", ["--vers", "validee", *VU]),
                           ("attribut", ["--poser", "homonyme"])):
            fait = self.identite(acte, "personne-de-ce-nom", *mots)
            self.assertEqual((fait.returncode, fait.stdout), (2, ""))
            self.assertIn("Aucun fait ne dit la personne personne-de-ce-nom", fait.stderr)

    def test_no_base_is_made_by_asking(self):
        absente = self.atelier.chemin / "ailleurs.sqlite"
        for acte, mots in (("voir", []), ("changer", ["--vers", "validee", *VU]),
                           ("attribut", ["--poser", "homonyme"])):
            fait = self.atelier.commande("identite", acte, "p1", *mots, "--base", f"sqlite:{absente}",
                                         sans_cle=True)
            self.assertNotEqual(fait.returncode, 0)
            self.assertFalse(absente.exists())


class Histoire(Base):
    """Each on a base of its own: nothing becomes known there before what already was."""

    @classmethod
    def setUpClass(cls):
        cls.nombre = 0

    @classmethod
    def tearDownClass(cls):
        pass

    def setUp(self):
        super().setUpClass()
        self.addCleanup(super().tearDownClass)

    def test_all_is_told_in_its_order_with_who_and_why(self):
        personne = self.personne()
        self.faire("changer", personne, "--vers", "recuperee", *INSI, "--auteur", "A. Exemple")
        self.faire("changer", personne, "--vers", "qualifiee", *VU, "--auteur", "B. Exemple")
        self.faire("attribut", personne, "--poser", "douteuse", "--auteur", "C. Exemple")
        self.faire("attribut", personne, "--lever", "douteuse", "--auteur", "D. Exemple")
        self.faire("changer", personne, "--vers", "validee", *VU)
        self.faire("changer", personne, "--vers", "provisoire", "--motif", "doute")
        lignes = self.voir(personne).splitlines()[3:]
        attendues = ["déclarée par une ligne d'import ou une saisie · provisoire",
                     "changement d'état · récupérée · A. Exemple",
                     "changement d'état · qualifiée · B. Exemple · dispositif\u00a0: passeport, vu le 29 septembre 2024",
                     "attribut posé · provisoire, douteuse · C. Exemple",
                     "attribut levé · provisoire · D. Exemple",
                     "changement d'état · validée · commande · dispositif\u00a0: passeport",
                     "changement d'état · provisoire · commande · motif\u00a0: doute"]
        self.assertEqual(len(lignes), len(attendues), lignes)
        for ligne, attendue in zip(lignes, attendues):
            self.assertIn(attendue, ligne)
            self.assertRegex(ligne, r"^  2024-09-(01T08|30T10):00:00\.000000Z · ")

    def test_what_was_known_then_is_told_as_it_was(self):
        personne = self.personne()
        for mois, vers, preuves in (("10", "validee", VU), ("11", "qualifiee", INSI)):
            fait = self.identite("changer", personne, "--vers", vers, *preuves,
                                 horloge=f"2024-{mois}-15T10:00:00Z")
            self.assertEqual(fait.returncode, 0, fait.stderr)
        for quand, etat in (("2024-09-20", "provisoire"), ("2024-10-20", "validée"), ("2024-11-20", "qualifiée")):
            self.assertIn(f"Identité {etat}\n", self.voir(personne, "--connu-le", f"{quand}T00:00:00Z"))
        fait = self.identite("voir", personne, "--connu-le", "2020-01-01T00:00:00Z")
        self.assertEqual(fait.returncode, 2)
        self.assertIn("Aucun fait ne dit", fait.stderr)

    def test_another_strict_trait_lowers_the_identity_and_the_same_line_does_nothing(self):
        personne = self.personne("qualifiee")
        self.faire("changer", personne, "--vers", "qualifiee", *INSI)
        ligne = {"id": personne, "statut_identite": "qualifiee", "matricule_ins": MATRICULE, "corrige": True}
        self.importer("2026-01-02T08:00:00Z", **ligne)
        self.assertEqual(self.etat(personne), "qualifiée")
        self.importer("2026-01-03T08:00:00Z", **ligne, prenoms=["ANNE", "LOUISE"])
        self.assertEqual(self.etat(personne), "provisoire")
        dit = self.voir(personne)
        self.assertIn("un trait strict a changé · provisoire", dit)
        self.assertNotIn(MATRICULE, dit)


if __name__ == "__main__":
    unittest.main()
