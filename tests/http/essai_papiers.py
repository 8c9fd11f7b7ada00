"""Papers that were signed by hand: a scan finds its agreement, or its amendment, by its code, typed or read in the
file; it proves the signature of one party and stays."""

import hashlib
import io
import pathlib
import shutil
import subprocess
import tempfile
import unittest
import uuid
import zipfile

from client import attendre
from essai_documents import octets
from paiements import Agence

OUTILS = all(shutil.which(nom) for nom in ("pdftotext", "pdftoppm", "zbarimg", "prlimit"))


def image_de(pdf, suffixe="jpg"):
    """The last page as a scanner gives it: no text."""
    with tempfile.TemporaryDirectory() as dossier:
        source = pathlib.Path(dossier, "page.pdf")
        source.write_bytes(pdf)
        option = {"jpg": "-jpeg", "png": "-png"}[suffixe]
        subprocess.run(["pdftoppm", option, "-r", "150", source, dossier + "/page"], check=True)
        return sorted(pathlib.Path(dossier).glob("page-*"))[-1].read_bytes()


def pdf_d_image(jpeg):
    """One page that is a picture."""
    hauteur, largeur = 1754, 1240
    objets = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
              b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>",
              b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8"
              b"/Filter/DCTDecode/Length %d>>stream\n%s\nendstream" % (largeur, hauteur, len(jpeg), jpeg),
              b"<</Length 31>>stream\nq 595 0 0 842 0 0 cm /I Do Q   \nendstream"]
    corps, places = b"%PDF-1.4\n", []
    for rang, objet in enumerate(objets, 1):
        places.append(len(corps))
        corps += b"%d 0 obj%s\nendobj\n" % (rang, objet)
    debut = len(corps)
    corps += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objets) + 1)
    corps += b"".join(b"%010d 00000 n \n" % place for place in places)
    return corps + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objets) + 1, debut)


class Papiers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.agence = Agence(gens=("ars", "collegue", "corse", "comptable"))
        cls.atelier, cls.ars, cls.porteur = cls.agence.atelier, cls.agence.ars, cls.agence.porteur

    @classmethod
    def tearDownClass(cls):
        cls.agence.fermer()

    def etablie(self):
        """An agreement to sign: its address, its paper, the code that it bears."""
        dossier = self.agence.deposer()
        self.agence.recevoir(dossier)
        self.agence.notifier(dossier)
        convention = self.agence.fait(self.ars.poster(f"/api/dossiers/{dossier}/convention"))["id"]
        pdf = self.pdf(self.ars, f"/dossiers/{dossier}/convention.pdf")
        (numero,), = self.atelier.executer("SELECT numero FROM depot WHERE dossier = ?", dossier)
        (empreinte,), = self.atelier.executer("SELECT empreinte FROM convention WHERE id = ?", convention)
        return f"/api/conventions/{convention}", pdf, f"{numero}-{empreinte[:4].upper()}"

    def pdf(self, client, adresse):
        statut, _, lus = octets(client, adresse)
        self.assertEqual(statut, 200)
        return lus

    def deposer(self, fichier, nom="papier.pdf", qui=None, cle=None, **champs):
        ligne, corps = uuid.uuid4().hex, b""
        for champ, valeur in {"partie": "porteur", **champs}.items():
            corps += f'--{ligne}\r\nContent-Disposition: form-data; name="{champ}"\r\n\r\n{valeur}\r\n'.encode()
        if fichier is not None:
            corps += (f'--{ligne}\r\nContent-Disposition: form-data; name="fichier"; filename="{nom}"\r\n'
                      "Content-Type: application/octet-stream\r\n\r\n").encode() + fichier + b"\r\n"
        entetes = {"Content-Type": f"multipart/form-data; boundary={ligne}"}
        if cle:
            entetes["Idempotency-Key"] = cle
        return (qui or self.ars).demander("POST", "/api/papiers-signes", corps + f"--{ligne}--\r\n".encode(), **entetes)

    def refuse(self, reponse, statut, code):
        self.assertEqual((reponse.statut, reponse.json["code"]), (statut, code), reponse.corps)
        self.assertTrue(reponse.json["title"].endswith("."), reponse.corps)
        return reponse.json

    def signatures(self, convention):
        return {une["partie"]: une["mode"] for une in self.ars.lire(convention).json["signatures"]}

    def test_a_typed_code_finds_the_agreement_and_the_paper_is_the_signature(self):
        convention, _, code = self.etablie()
        image = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0\x1f\x15\xc4\x89\0\0\0\nIDATx\x9cc\0\1\0\0\5\0\1\r\n-\xb4\0\0\0\0IEND\xaeB`\x82"
        depose = self.agence.fait(self.deposer(image, "scan.png", code=f" {code.lower()} ", cle="une-fois"))
        self.assertEqual((depose["partie"], depose["avenant"], depose["rang"], depose["code_lu"], depose["format"]),
                         ("porteur", 0, 1, "saisi", "png"))
        self.assertEqual(depose["sha256"], hashlib.sha256(image).hexdigest())
        self.assertEqual(self.signatures(convention), {"porteur": "papier"})
        # The same act again, by its key or not: nothing more.
        self.assertEqual(self.deposer(image, "scan.png", code=f" {code.lower()} ", cle="une-fois").json, depose)
        self.assertEqual(self.deposer(image, "scan.png", code=code).json, depose)
        # Another file takes its place, the former stays.
        autre = self.agence.fait(self.deposer(b"GIF89a\1\0\1\0\0\0\0;", "scan.gif", code=code, qui=self.agence.collegue))
        self.assertEqual(autre["rang"], 2)
        for qui in (self.porteur, self.ars):
            lus = qui.lire(convention).json["papiers_signes"]
            self.assertEqual([un["id"] for un in lus], [depose["id"], autre["id"]])
            statut, entetes, lu = octets(qui, f"/api/papiers-signes/{depose['id']}/fichier")
            self.assertEqual((statut, lu), (200, image))
        self.assertEqual(octets(self.agence.corse, f"/api/papiers-signes/{depose['id']}/fichier")[0], 404)
        # Who filed the paper of one party does not sign for the other.
        self.refuse(self.deposer(image, "scan.png", code=code, partie="ars"), 409, "signature.meme_personne")
        self.agence.fait(self.deposer(image, "scan.png", code=code, partie="ars", qui=self.agence.collegue))
        self.assertEqual(self.ars.lire(convention).json["statut"], "conventionne")

    def archive(self, qui, dossier):
        demande = qui.poster("/api/exports", genre="dossier_archive", objet=dossier)
        self.assertEqual(demande.statut, 202, demande.corps)
        etat = lambda: qui.lire("/api/exports/" + demande.json["id"]).json
        self.assertTrue(attendre(lambda: etat()["etat"] == "pret", 20))
        return zipfile.ZipFile(io.BytesIO(octets(qui, etat()["fichier"])[2]))

    def test_the_archive_of_a_dossier_holds_its_papers_with_their_digests(self):
        convention, _, code = self.etablie()
        premier, second = b"GIF89a\1\0\1\0\0\0\0;", b"GIF89a\2\0\1\0\0\0\0;"
        for scan in premier, second:
            self.agence.fait(self.deposer(scan, "scan.gif", code=code))
        dossier = self.ars.lire(convention).json["dossier"]
        ici = self.atelier.chemin / f"{dossier}.zip"
        fait = self.atelier.commande("dossier", "exporter", dossier, "--vers", str(ici))
        self.assertEqual(fait.returncode, 0, fait.stderr)
        for archive in self.archive(self.porteur, dossier), self.archive(self.ars, dossier), zipfile.ZipFile(ici):
            lus = {nom: archive.read(nom) for nom in archive.namelist() if nom.startswith("convention/")}
            self.assertEqual(lus, {f"convention/convention-{code}-porteur-1.gif": premier,
                                   f"convention/convention-{code}-porteur-2.gif": second})
            sommes = archive.read("SHA256SUMS").decode()
            for nom, lu in lus.items():
                self.assertIn(f"{hashlib.sha256(lu).hexdigest()}  {nom}\n", sommes)

    def test_what_cannot_be_filed_says_what_to_do(self):
        convention, pdf, code = self.etablie()
        vide = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
        faute = self.refuse(self.deposer(vide), 422, "papier.code_illisible")["fautes"]
        self.assertEqual([une["chemin"] for une in faute], ["code"])
        self.refuse(self.deposer(vide, code=code[:-1] + ("0" if code[-1] != "0" else "1")), 404, "papier.code_inconnu")
        # Of another region: as if there were none.
        self.refuse(self.deposer(vide, code=code, qui=self.agence.corse), 404, "papier.code_inconnu")
        self.refuse(self.deposer(vide, code=code, partie="temoin"), 422, "signature.partie")
        self.refuse(self.deposer(None, code=code), 422, "papier.formulaire")
        self.refuse(self.deposer(b"mots", "papier.doc", code=code), 415, "piece.contenu")
        self.assertEqual(self.deposer(vide, code=code, qui=self.porteur).statut, 403)
        self.assertEqual(self.deposer(vide, code=code, qui=self.agence.comptable).statut, 403)
        self.assertEqual(self.signatures(convention), {})
        self.agence.fait(self.porteur.poster(convention + "/signatures", partie="porteur", mode="electronique"))
        self.refuse(self.deposer(vide, code=code), 409, "papier.signee_en_ligne")

    @unittest.skipUnless(OUTILS, "poppler-utils and zbar-tools")
    def test_the_code_is_read_in_the_text_and_in_the_square_of_the_page(self):
        convention, pdf, code = self.etablie()
        lu = self.agence.fait(self.deposer(pdf))
        self.assertEqual(lu["code_lu"], "texte")
        self.assertEqual("/api/conventions/" + lu["convention"], convention)
        photo = image_de(pdf)
        for rang, (nom, octets_du_scan) in enumerate([("p.jpg", photo), ("p.png", image_de(pdf, "png")),
                                                      ("p.pdf", pdf_d_image(photo))], 2):
            lu = self.agence.fait(self.deposer(octets_du_scan, nom))
            self.assertEqual((lu["code_lu"], lu["rang"], "/api/conventions/" + lu["convention"]),
                             ("carre", rang, convention), nom)
        # The paper of another agreement, filed under the code of this one.
        _, autre, _ = self.etablie()
        refus = self.refuse(self.deposer(autre, code=code), 409, "papier.autre_code")
        self.assertNotIn(code, refus["title"])

    def test_the_paper_of_an_amendment_finds_it_by_its_own_code(self):
        convention, _, code = self.etablie()
        self.agence.fait(self.porteur.poster(convention + "/signatures", partie="porteur", mode="electronique"))
        self.agence.fait(self.ars.poster(convention + "/signatures", partie="ars", mode="electronique"))
        version = self.ars.lire(convention).json["version"]
        avenant = self.agence.fait(self.ars.demander(
            "POST", convention + "/avenants",
            {"motif": "Un délai.", "changements": [{"genre": "fin_deploiement", "valeur": "2026-12-31"}]},
            **{"If-Match": f'"{version}"'}))
        sien = f"{code[:-5]}-A1-{avenant['empreinte'][:4].upper()}"
        gif = b"GIF89a\1\0\1\0\0\0\0;"
        self.refuse(self.deposer(gif, "a.gif", code=code), 409, "papier.signee_en_ligne")
        depose = self.agence.fait(self.deposer(gif, "a.gif", code=sien))
        self.assertEqual((depose["avenant"], depose["rang"]), (1, 1))
        self.agence.fait(self.deposer(gif, "a.gif", code=sien, partie="ars", qui=self.agence.collegue))
        self.assertEqual(self.ars.lire(convention).json["avenant"], 1)


if __name__ == "__main__":
    unittest.main()
