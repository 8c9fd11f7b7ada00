"""Failures seen elsewhere, tried here: each test can fail, and docs/securite.md names it."""

import io
import pathlib
import time
import unittest
import urllib.parse
import zipfile

from client import attendre
from comptes import BON, Atelier, Client, code_totp
from dossiers import GUICHET, OUVERT, Porteur, contenu

FORMULAIRE = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}
SCELLE = {"content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy"}


def bombe(nom, octets):
    """An archive of a few kilobytes whose one part unfolds to `octets`."""
    sortie = io.BytesIO()
    with zipfile.ZipFile(sortie, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open(nom, "w", force_zip64=True) as partie:
            for _ in range(octets // 2**20):
                partie.write(b" " * 2**20)
    return sortie.getvalue()


RIRES = ('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)) + "]><sst><si><t>&j;</t></si></sst>")
DEHORS = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>'


def classeur(partages):
    sortie = io.BytesIO()
    with zipfile.ZipFile(sortie, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels",
                         '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>')
        archive.writestr("xl/worksheets/sheet1.xml",
                         '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>')
        archive.writestr("xl/sharedStrings.xml", partages)
    return sortie.getvalue()


class Securite(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def memoire(self):
        """Peak of the server, in MiB."""
        texte = pathlib.Path(f"/proc/{self.atelier.serveur.processus.pid}/status").read_text()
        return int(texte.split("VmHWM:")[1].split()[0]) // 1024

    # --- guesses

    def test_no_writing_of_an_address_escapes_the_count_of_its_account(self):
        self.atelier.inscrire("devine@exemple.fr")
        ecritures = ["devine@exemple.fr", "DEVINE@exemple.fr", "Devine@Exemple.FR", " devine@exemple.fr",
                     "devine@exemple.fr ", "devine@exemple.fr\t", "deVine@exemple.fr", "devine@EXEMPLE.fr",
                     "dEvine@exemple.fr", "devinE@exemple.fr"]
        for rang, ecrite in enumerate(ecritures):
            client = Client(self.atelier, **{"X-Forwarded-For": f"203.0.113.{rang}", "X-Real-IP": f"203.0.113.{rang}",
                                             "Forwarded": f"for=203.0.113.{rang}"})
            self.assertEqual(client.connecter(ecrite, "pas le bon mot").statut, 401, ecrite)
        self.assertEqual(Client(self.atelier).connecter("devine@exemple.fr").statut, 429)
        # What looks like the address and is another one opens nothing, and counts for itself.
        for ecrite in ("devine@exemple.fr\0", "ｄevine@exemple.fr", "devine@exemple.fr.", "devıne@exemple.fr"):
            self.assertIn(Client(self.atelier).connecter(ecrite).statut, (400, 401, 422), ecrite)

    def test_a_forwarded_address_is_not_believed_from_a_client(self):
        seul = Atelier().demarrer()
        try:
            for rang in range(100):
                client = Client(seul, **{"X-Forwarded-For": f"203.0.113.{rang}"})
                self.assertEqual(client.connecter(f"inconnu{rang}@exemple.fr", "pas le bon mot").statut, 401)
            self.assertEqual(Client(seul, **{"X-Forwarded-For": "198.51.100.1"}).connecter(
                "un-autre@exemple.fr", "pas le bon mot").statut, 429)
        finally:
            seul.fermer()

    # --- sessions and cookies

    def test_a_session_given_beforehand_is_not_the_one_that_opens(self):
        fixe = Client(self.atelier)
        fixe.cookie = "F" * 43
        reponse = fixe.demander("POST", "/api/sessions", {"courriel": "porteur@exemple.fr", "mot_de_passe": BON})
        self.assertEqual(reponse.statut, 201)
        self.assertNotIn("F" * 43, reponse.entetes["set-cookie"])
        self.assertEqual(fixe.lire("/api/compte").statut, 401)
        ancien = Client(self.atelier)
        ancien.connecter("porteur@exemple.fr")
        avant = ancien.cookie
        ancien.connecter("porteur@exemple.fr")
        self.assertNotEqual(ancien.cookie, avant)

    def test_the_cookie_behind_a_tls_proxy(self):
        derriere = Atelier().demarrer("--mandataire", "127.0.0.1")
        try:
            derriere.inscrire("a@exemple.fr")
            client = Client(derriere, **{"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"})
            cookie = client.connecter("a@exemple.fr").entetes["set-cookie"]
            for attribut in ("HttpOnly", "SameSite=Lax", "Secure", "Path=/"):
                self.assertIn(attribut, cookie)
            self.assertNotIn("Domain", cookie)
        finally:
            derriere.fermer()

    def test_a_token_of_writes_is_that_of_its_session(self):
        autre = Porteur(self.atelier, "autre@exemple.fr")
        self.assertEqual(self.porteur.demander("POST", "/api/dossiers", {"appel": "NA-2024"},
                                               **{"X-CSRF-Token": autre.csrf}).statut, 403)

    # --- mails

    def test_the_host_of_a_request_is_in_no_mail(self):
        self.atelier.inscrire("hote@exemple.fr")
        deja = len(self.atelier.jetons("hote@exemple.fr"))
        Client(self.atelier).demander("POST", "/mot-de-passe", "courriel=hote@exemple.fr",
                                      **{**FORMULAIRE, "Host": "mal.example", "X-Forwarded-Host": "mal.example"})
        self.atelier.jeton("hote@exemple.fr", deja + 1)
        for message in self.atelier.courriels(0):
            self.assertNotIn("mal.example", message.as_string())

    def test_no_typed_text_makes_a_field_of_a_mail(self):
        mal = "X\r\nBcc: tous@exemple.fr\r\n\r\ncorps"
        fait = Client(self.atelier).poster("/api/comptes", courriel="tete@exemple.fr", nom=mal, prenom=mal,
                                           mot_de_passe=BON)
        self.assertIn(fait.statut, (202, 422))
        for adresse in ("a@exemple.fr\r\nBcc: tous@exemple.fr", "a@exemple.fr\nBcc:tous@exemple.fr",
                        "a@exemple.fr, tous@exemple.fr", "<a@exemple.fr>tous@exemple.fr", "\"a b\"@exemple.fr"):
            self.assertEqual(Client(self.atelier).poster("/api/comptes", courriel=adresse, nom="X", prenom="Y",
                                                         mot_de_passe=BON).statut, 422, adresse)
        secret = self.atelier.guichet("admin", "admin@exemple.fr")
        admin = Client(self.atelier)
        self.assertEqual(admin.connecter("admin@exemple.fr", code=code_totp(secret)).statut, 201)
        secret = self.atelier.guichet("ars", "ars@exemple.fr", "75")
        ars = Client(self.atelier)
        self.assertEqual(ars.connecter("ars@exemple.fr", code=code_totp(secret)).statut, 201)
        dossier = self.deposer(raison_sociale=mal)
        self.assertEqual(ars.poster(dossier + "/instruction").statut, 201)
        change = admin.demander("POST", "/administration/courriers", urllib.parse.urlencode({
            "genre": "irrecevable", "objet": "{motif}\r\nBcc: tous@exemple.fr", "corps": "{motif} {numero} {lien}",
            "motif": "Essai de sécurité",
            "csrf": admin.csrf}), **FORMULAIRE)
        self.assertIn(change.statut, (200, 303), change.corps)
        fait = ars.poster(dossier + "/recevabilite", issue="irrecevable", motif=mal)
        self.assertIn(fait.statut, (200, 201), fait.corps)

        def venue():
            return [m for m in self.atelier.courriels(0) if str(m["To"]).strip("<>") == "porteur@exemple.fr"]
        # Its activation, the receipt, the taking and the hostile letter.
        self.assertTrue(attendre(lambda: len(venue()) >= 4, 20), len(venue()))
        for message in self.atelier.courriels(0):
            self.assertIsNone(message["Bcc"])
            self.assertNotIn("tous@exemple.fr", str(message["To"]))

    def deposer(self, **porteur):
        dossier = self.porteur.commencer()
        Securite.suivant = getattr(Securite, "suivant", 0) + 15
        ecrit = contenu(600)
        ecrit["essms"] = ecrit["essms"][Securite.suivant:Securite.suivant + 15]
        ecrit["porteur"].update(porteur)
        self.assertEqual(self.porteur.ecrire(dossier, ecrit, 1).statut, 200)
        self.assertEqual(self.porteur.joindre(dossier, "DOC-05").statut, 201)
        fait = self.porteur.deposer(dossier, GUICHET)
        self.assertEqual(fait.statut, 201, fait.corps)
        return dossier

    # --- files

    def test_a_file_that_unfolds_without_end_costs_nothing(self):
        dossier = self.porteur.commencer()
        avant, debut = self.memoire(), time.monotonic()
        bombes = {"a.docx": bombe("word/document.xml", 2**30), "a.xlsx": bombe("xl/workbook.xml", 2**30)}
        for nom, octets in bombes.items():
            self.assertLess(len(octets), 2**21)
            self.assertIn(self.porteur.joindre(dossier, "DOC-05", nom, octets).statut, (201, 415, 422))
        self.assertLess(self.memoire() - avant, 64)
        self.assertLess(time.monotonic() - debut, 30)

    def test_a_list_that_unfolds_or_looks_outside_is_refused(self):
        avant = self.memoire()
        for partages in (RIRES, DEHORS):
            ligne = "ligne"
            corps = (f"--{ligne}\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"a.xlsx\"\r\n"
                     f"Content-Type: application/octet-stream\r\n\r\n").encode() + classeur(partages) + (
                         f"\r\n--{ligne}\r\nContent-Disposition: form-data; name=\"acte\"\r\n\r\najouter\r\n"
                         f"--{ligne}--\r\n").encode()
            reponse = Client(self.atelier).demander("POST", "/simulateur", corps, Accept="text/html",
                                                    **{"Content-Type": f"multipart/form-data; boundary={ligne}"})
            self.assertLess(reponse.statut, 500, reponse.corps[:200])
            self.assertNotIn("root:", reponse.corps)
            self.assertNotIn("hahaha", reponse.corps)
        self.assertLess(self.memoire() - avant, 64)

    def test_no_name_leads_out_of_its_folder(self):
        for chemin in ("/actifs/x/../../../../etc/passwd", "/actifs/x/..%2f..%2f..%2fetc/passwd", "/actifs//etc/passwd",
                       "/actifs/x/%2e%2e/%2e%2e/etc/passwd", "/actifs/x/..%5c..%5cetc%5cpasswd", "/..%00/etc/passwd"):
            reponse = Client(self.atelier).lire(chemin)
            self.assertIn(reponse.statut, (400, 404), chemin)
            self.assertNotIn("root:", reponse.corps)
        dossier = self.porteur.commencer()
        for nom in ("../../../etc/cron.d/x.pdf", "..\\..\\x.pdf", "/etc/x.pdf", "a/../../x.pdf", "x\0.pdf"):
            jointe = self.porteur.joindre(dossier, "DOC-05", nom)
            if jointe.statut == 201:
                self.assertNotRegex(jointe.json["nom"], r"[/\\\0]|\.\.")
        for fichier in (self.atelier.chemin / "fichiers").rglob("*"):
            self.assertRegex(fichier.name, r"^[0-9a-f]{2,64}$|^\.?[a-z]+$")

    def test_a_piece_is_never_a_page(self):
        dossier = self.porteur.commencer()
        jointe = self.porteur.joindre(dossier, "DOC-05", "<script>.pdf")
        rendue = self.porteur.lire(f"{dossier}/pieces/{jointe.json['id']}/fichier")
        self.assertEqual(rendue.entetes["content-type"], "application/pdf")
        self.assertTrue(rendue.entetes["content-disposition"].startswith("attachment;"))
        self.assertIn("sandbox", rendue.entetes["content-security-policy"])
        self.assertEqual(rendue.entetes["x-content-type-options"], "nosniff")

    # --- the rest

    def test_each_answer_has_its_security_fields_and_no_page_an_inline_script(self):
        for chemin in ("/", "/connexion", "/nulle-part", "/dossiers", "/api/appels", "/api/nulle-part"):
            for client in (Client(self.atelier), self.porteur):
                reponse = client.lire(chemin, Accept="text/html")
                self.assertLessEqual(SCELLE, set(reponse.entetes), chemin)
                self.assertNotIn("unsafe-inline", reponse.entetes["content-security-policy"])
                self.assertNotRegex(reponse.corps, r"<script(?![^>]*\bsrc=)")
                self.assertNotRegex(reponse.corps, r"\son[a-z]+=\"")

    def test_quotes_in_a_search_are_letters(self):
        for mal in ("' OR '1'='1", "'; DROP TABLE dossier; --", "%' UNION SELECT empreinte FROM session_ouverte --",
                    "\\", "%", "_", "\"", "1) OR (1=1"):
            for chemin in ("/api/etablissements?q=", "/etablissements?q=", "/api/dossiers?q=", "/api/dossiers?tri="):
                reponse = self.porteur.lire(chemin + urllib.parse.quote(mal))
                self.assertLess(reponse.statut, 500, chemin + mal)
        self.atelier.executer("SELECT 1 FROM dossier")


if __name__ == "__main__":
    unittest.main()
