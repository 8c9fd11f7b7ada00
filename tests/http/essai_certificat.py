"""The certificate of a computation: exported from a running server, done again elsewhere from that
file alone, the same bytes; what was touched is told."""

import hashlib
import json
import os
import pathlib
import subprocess
import tempfile
import unittest
import zipfile

from comptes import PORTAIL, Atelier, Client, code_totp
from dossiers import GUICHET, OUVERT, Porteur, contenu
from essai_documents import octets
from essai_modeles import feuilles
from essai_portail import RACINE


class Certificat(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        cls.autre = Porteur(cls.atelier, "autre@exemple.fr")
        cls.dossier = cls.porteur.commencer()
        assert cls.porteur.ecrire(cls.dossier, contenu(17), 1).statut == 200
        assert cls.porteur.joindre(cls.dossier).statut == 201
        depose = cls.porteur.deposer(cls.dossier)
        assert depose.statut == 201
        cls.depot = depose.json
        cls.fichier = cls.porteur.lire(cls.dossier + "/certificat").corps.encode()
        cls.ailleurs = tempfile.TemporaryDirectory()

    @classmethod
    def tearDownClass(cls):
        cls.ailleurs.cleanup()
        cls.atelier.fermer()

    def check(self, octets, *options, racine=None):
        """The command on that file in a folder without any database, its register's cache as empty."""
        dossier = pathlib.Path(self.ailleurs.name)
        (dossier / "certificat.json").write_bytes(octets)
        env = {"PATH": os.environ["PATH"], "HOME": str(dossier), "GRAPPE_RACINE": str(racine or RACINE)}
        return subprocess.run([PORTAIL, "check", "certificat.json", *options], cwd=dossier, env=env,
                              capture_output=True, check=False)

    def test_the_same_bytes_elsewhere(self):
        refait = self.check(self.fichier, "--json")
        self.assertEqual((refait.returncode, refait.stderr), (0, b""))
        certificat = json.loads(self.fichier)
        self.assertEqual(refait.stdout, certificat["sortie"]["texte"].encode())
        self.assertEqual("sha256:" + hashlib.sha256(refait.stdout).hexdigest(),
                         certificat["sortie"]["sha256"])
        self.assertEqual(json.loads(refait.stdout)["subvention"]["total"],
                         self.depot["subvention"]["total"])
        self.assertEqual((certificat["dossier"]["numero"], certificat["dossier"]["recepisse"]),
                         (self.depot["numero"], self.depot["empreinte"]))
        self.assertEqual(os.listdir(self.ailleurs.name), ["certificat.json"])

    def test_it_says_in_one_sentence_that_they_agree(self):
        dit = self.check(self.fichier, "--confronter")
        self.assertEqual(dit.returncode, 0, dit.stderr)
        self.assertIn("Le certificat concorde", dit.stdout.decode())
        self.assertEqual(dit.stdout.count(b"\n"), 1)

    def test_a_byte_that_changed_is_told_wherever_it_stands(self):
        fin = len(self.fichier)
        for octet in {0, 1, 20, 60, 200, *range(7, fin, fin // 40), fin - 70, fin - 3, fin - 2, fin - 1}:
            touche = bytearray(self.fichier)
            touche[octet] ^= 1
            dit = self.check(bytes(touche), "--confronter")
            self.assertIn(dit.returncode, (1, 2), octet)
            self.assertNotIn("concorde\u00a0:", dit.stdout.decode())
            self.assertTrue(dit.stdout + dit.stderr, octet)

    def test_another_amount_with_its_digests_put_right_does_not_hold(self):
        certificat = json.loads(self.fichier)
        total = json.loads(certificat["sortie"]["texte"])["subvention"]["total"]
        dit = '\\"subvention\\":{\\"total\\":\\"'
        menti = self.fichier.replace((dit + total).encode(), (dit + "9" + total[1:]).encode(), 1)
        self.assertNotEqual(menti, self.fichier)
        sortie = json.loads(menti)["sortie"]["texte"].encode()
        menti = menti.replace(certificat["sortie"]["sha256"].encode(),
                              b"sha256:" + hashlib.sha256(sortie).hexdigest().encode())
        debut = menti[:menti.rindex(b',"empreinte"')]
        menti = (debut + b',"empreinte":"sha256:' + hashlib.sha256(debut).hexdigest().encode() + b'"}\n')
        dit = self.check(menti, "--confronter")
        self.assertEqual(dit.returncode, 1)
        self.assertIn("à «\u00a0subvention.total\u00a0»", dit.stdout.decode())
        self.assertIn(total, dit.stdout.decode())

    def test_it_carries_its_call_and_its_register(self):
        """A program with another file under the same id, and without the register: same bytes."""
        with tempfile.TemporaryDirectory() as racine:
            for nom in ("locale", "schema", "donnees"):
                os.symlink(RACINE / nom, f"{racine}/{nom}")
            os.makedirs(f"{racine}/appels/socle")
            refait = self.check(self.fichier, "--json", racine=racine)
        self.assertEqual(refait.returncode, 0, refait.stderr)
        self.assertEqual(refait.stdout, json.loads(self.fichier)["sortie"]["texte"].encode())

    def test_who_reads_the_dossier_has_it_and_nobody_else(self):
        secret = self.atelier.guichet("ars", "ars75@exemple.fr", "75")
        ars = Client(self.atelier)
        self.assertEqual(ars.connecter("ars75@exemple.fr", code=code_totp(secret)).statut, 201)
        lu = ars.lire(self.dossier + "/certificat")
        self.assertEqual((lu.statut, lu.corps.encode()), (200, self.fichier))
        self.assertIn("attachment; filename=\"certificat-NA-2024-", lu.entetes["content-disposition"])
        self.assertEqual(self.autre.lire(self.dossier + "/certificat").statut, 404)
        self.assertEqual(Client(self.atelier).lire(self.dossier + "/certificat").statut, 401)

    def test_a_draft_is_certified_once_it_can_be_read(self):
        brouillon = self.autre.commencer()
        ecrit = contenu(15)
        ecrit["essms"][0]["regime"] = "autre"
        self.assertEqual(self.autre.ecrire(brouillon, ecrit, 1).statut, 200)
        refus = self.autre.lire(brouillon + "/certificat")
        self.assertEqual((refus.statut, refus.json["code"]), (409, "certificat.brouillon_illisible"))
        ecrit["essms"][0]["regime"] = "acquisition"
        self.assertEqual(self.autre.ecrire(brouillon, ecrit, 2).statut, 200)
        lu = self.autre.lire(brouillon + "/certificat")
        self.assertEqual((lu.statut, lu.json["dossier"]["numero"]), (200, ""))
        self.assertEqual(self.check(lu.corps.encode(), "--confronter").returncode, 0)

    def test_what_is_no_certificate_is_told(self):
        dit = self.check(json.dumps(contenu(15)).encode(), "--confronter")
        self.assertEqual(dit.returncode, 2)
        self.assertIn("n'est pas un certificat", dit.stderr.decode())


def modifier_les_appels(dossier):
    """NA-2024 and its layers in that folder, with 100 euros more for each first establishment."""
    os.makedirs(f"{dossier}/socle")
    for nom in ("NA-2024.toml", *(f"socle/{un.name}" for un in (RACINE / "appels/socle").glob("*.toml"))):
        texte = (RACINE / "appels" / nom).read_text()
        pathlib.Path(dossier, nom).write_text(texte.replace("usage = 7000", "usage = 7100"))


class ReglesGardees(unittest.TestCase):
    """A call file that changes under a deposited dossier does not change what it is worth."""

    def test_a_deposited_dossier_keeps_its_rules(self):
        atelier = Atelier()
        self.addCleanup(atelier.fermer)
        atelier.demarrer("--horloge", OUVERT)
        porteur = Porteur(atelier, "porteur@exemple.fr")
        dossier = porteur.commencer()
        self.assertEqual(porteur.ecrire(dossier, contenu(15), 1).statut, 200)
        self.assertEqual(porteur.deposer(dossier, GUICHET).statut, 201)
        secret = atelier.guichet("ars", "ars75@exemple.fr", "75")
        avant = porteur.lire(dossier + "/certificat").corps
        atelier.arreter()
        with tempfile.TemporaryDirectory() as appels:
            modifier_les_appels(appels)
            atelier.demarrer("--horloge", OUVERT, "--appels", appels)
            ars = Client(atelier)
            self.assertEqual(ars.connecter("ars75@exemple.fr", code=code_totp(secret)).statut, 201)
            self.assertEqual(ars.lire(dossier + "/certificat").corps, avant)
            total = json.loads(json.loads(avant)["sortie"]["texte"])["subvention"]["total"]
            self.assertEqual(ars.lire(dossier + "/analyse").json["subvention"]["total"], total)
            neuf = porteur.poster("/api/check?appel=NA-2024", **json.loads(
                json.loads(avant)["entree"]["texte"]))
            self.assertNotEqual(neuf.json["subvention"]["total"], total)
            atelier.arreter()

    def test_once_its_desk_has_it_its_porteur_reads_those_rules_everywhere(self):
        atelier = Atelier()
        self.addCleanup(atelier.fermer)
        ailleurs = tempfile.TemporaryDirectory()
        self.addCleanup(ailleurs.cleanup)
        modifier_les_appels(ailleurs.name)
        atelier.demarrer("--horloge", OUVERT, "--appels", ailleurs.name)
        porteur = Porteur(atelier, "porteur@exemple.fr")
        dossier = porteur.commencer()
        self.assertEqual(porteur.ecrire(dossier, contenu(15), 1).statut, 200)
        depose = porteur.deposer(dossier, GUICHET)
        self.assertEqual(depose.statut, 201)
        total = depose.json["subvention"]["total"]
        ars = Client(atelier)
        secret = atelier.guichet("ars", "ars75@exemple.fr", "75")
        self.assertEqual(ars.connecter("ars75@exemple.fr", code=code_totp(secret)).statut, 201)
        self.assertEqual(ars.poster(dossier + "/instruction").statut, 201)
        self.assertEqual(ars.poster(dossier + "/demandes", pieces=["DOC-06"],
                                    echeance="2024-04-01").statut, 201)
        atelier.arreter()
        atelier.demarrer("--horloge", OUVERT)

        # By the call in force: what is written would have another total.
        ecrit = contenu(15)
        neuf = porteur.poster("/api/check?appel=NA-2024", **ecrit, depose_le=OUVERT)
        self.assertNotEqual(neuf.json["subvention"]["total"], total)
        self.assertEqual(porteur.lire(dossier + "/analyse").json["subvention"]["total"], total)
        reecrit = porteur.ecrire(dossier, ecrit, 2)
        self.assertEqual(reecrit.json["analyse"]["subvention"]["total"], total)
        plan = feuilles(octets(porteur, dossier + "/modeles/DOC-06.xlsx")[2])
        self.assertIn(f"<v>{float(total):g}</v>", plan["Subvention calculée"])
        archive = ailleurs.name + "/dossier.zip"
        fait = atelier.commande("dossier", "exporter", dossier.rsplit("/", 1)[1], "--vers", archive)
        self.assertEqual((fait.returncode, fait.stderr), (0, ""))
        with zipfile.ZipFile(archive) as lue:
            self.assertEqual(json.loads(lue.read("analyse.json"))["subvention"]["total"], total)


if __name__ == "__main__":
    unittest.main()
