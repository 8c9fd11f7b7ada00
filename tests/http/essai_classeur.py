"""Documents of the DUI: deposited, found, given back, replaced, withdrawn; who reads which type; killed in the middle."""

import html
import os
import re
import signal
import unittest
import uuid

from soignants import Soignants

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0"


def pdf(texte):
    """One page that says this, as small as a PDF may be."""
    flux = f"BT /F1 12 Tf 50 700 Td ({texte}) Tj ET".encode("latin-1")
    objets = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
              b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
              b"<</Length %d>>stream\n%s\nendstream" % (len(flux), flux),
              b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    sortie, places = b"%PDF-1.4\n", []
    for rang, un in enumerate(objets):
        places.append(len(sortie))
        sortie += b"%d 0 obj\n%s\nendobj\n" % (rang + 1, un)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return sortie + b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(sortie)


def en_multipart(champs, fichiers):
    """The body in latin-1 text, byte for byte, and its type."""
    borne = uuid.uuid4().hex
    corps = b""
    for nom, valeur in champs.items():
        corps += f'--{borne}\r\nContent-Disposition: form-data; name="{nom}"\r\n\r\n{valeur}\r\n'.encode()
    for nom, octets in fichiers:
        corps += f'--{borne}\r\nContent-Disposition: form-data; name="fichier"; filename="{nom}"\r\n'.encode()
        corps += b"Content-Type: application/octet-stream\r\n\r\n" + octets + b"\r\n"
    return corps + f"--{borne}--\r\n".encode(), f"multipart/form-data; boundary={borne}"


class Classeur(Soignants):
    def phrases(self, reponse):
        return re.sub("<[^>]*>", "", super().phrases(reponse)).replace("\u00a0", " ")

    def envoyer(self, navigateur, chemin, champs, fichiers):
        corps, genre = en_multipart({"csrf": navigateur.csrf, **champs}, fichiers)
        return navigateur.demander("POST", chemin, corps, **{"Content-Type": genre})

    def champs(self, navigateur, **autres):
        page = navigateur.lire(f"/document/nouveau?personne={self.personne}")
        self.assertEqual(page.statut, 200, page.corps)
        return {"id": re.search(r'name="id" value="(\w{32})"', page.corps)[1], "personne": self.personne,
                "finess": self.ici, "type": "89601-9", "titre": "Certificat", "date": "2024-09-30", **autres}

    def deposer(self, navigateur, fichiers, **autres):
        champs = self.champs(navigateur, **autres)
        reponse = self.envoyer(navigateur, "/document/nouveau", champs, fichiers)
        self.assertEqual(reponse.statut, 303, self.phrases(reponse))
        return champs["id"]

    def liste(self, navigateur, question=""):
        page = navigateur.lire(f"/documents/{self.personne}{question}")
        self.assertEqual(page.statut, 200)
        return re.findall(r'class="trouvee__nom"><a href="/document/(\w+)">', page.corps)

    def fichiers(self):
        return [un for un in (self.atelier.chemin / "documents").rglob("*") if un.is_file() and un.name != ".verrou"]

    def nombre(self):
        return self.atelier.executer("SELECT COUNT(*) FROM element WHERE genre = 'document'")[0][0]

    def test_a_pdf_is_found_by_its_text_and_given_back_byte_for_byte(self):
        navigateur = self.entrer("infirmier")
        octets = pdf("Rappel contre la rougeole, \xe9t\xe9 prochain")
        un = self.deposer(navigateur, [("Carnet d'été.pdf", octets)], titre="Élève vacciné")
        for question in ("?q=ROUG+ete", "?q=eleve", "?q=certificat+vaccin", "?type=89601-9&q=rougeole", "?depuis=2024-09-30&q=rougeole"):
            self.assertIn(un, self.liste(navigateur, question), question)
        for question in ("?q=ougeole", "?q=rougeole+oreillons", "?type=74207-2", "?jusqu_a=2024-09-29"):
            self.assertNotIn(un, self.liste(navigateur, question), question)
        rendu = navigateur.lire(f"/document/{un}/fichier")
        self.assertEqual(rendu.statut, 200)
        self.assertEqual(rendu.octets, octets)
        self.assertEqual(rendu.entetes["content-type"], "application/pdf")
        self.assertIn("attachment;", rendu.entetes["content-disposition"])
        self.assertIn("sandbox", rendu.entetes["content-security-policy"])
        self.assertEqual(rendu.entetes.get("x-content-type-options"), "nosniff")
        self.assertIn("La recherche connaît le texte", html.unescape(navigateur.lire(f"/document/{un}").corps))

    def test_several_files_at_once_each_its_document_and_the_same_sending_writes_once(self):
        navigateur, avant = self.entrer("infirmier"), self.nombre()
        champs = self.champs(navigateur, titre="")
        fichiers = [("un.png", PNG), ("deux.pdf", pdf("deux"))]
        for _ in range(3):
            self.assertEqual(self.envoyer(navigateur, "/document/nouveau", champs, fichiers).statut, 303)
        self.assertEqual(self.nombre(), avant + 2)
        self.assertIn(">deux</a>", navigateur.lire(f"/documents/{self.personne}?q=deux").corps)

    def test_all_faults_at_once_and_nothing_is_left(self):
        navigateur = self.entrer("infirmier")
        lignes, gardes = self.nombre(), len(self.fichiers())
        champs = self.champs(navigateur, type="12345", date="2024-12-24", valable_jusqu_au="demain", titre="x" * 161)
        reponse = self.envoyer(navigateur, "/document/nouveau", champs,
                               [("photo.pdf", PNG), ("programme.exe", PNG), ("bon.png", PNG)])
        self.assertEqual(reponse.statut, 422)
        dites = self.phrases(reponse)
        for phrase in ("photo.pdf : Le contenu de ce fichier", "programme.exe : Ce format n'est pas admis", "Choisissez un type",
                       "au plus tard aujourd'hui", "Ce jour ne se lit pas", "plus de 160 caractères"):
            self.assertIn(phrase, dites)
        self.assertIn("Choisissez un fichier", self.phrases(self.envoyer(navigateur, "/document/nouveau", self.champs(navigateur), [])))
        self.assertEqual((self.nombre(), len(self.fichiers())), (lignes, gardes))

    def test_the_type_decides_who_deposits_and_reads(self):
        infirmier, secretaire, psychologue = (self.entrer(une) for une in ("infirmier", "secretaire", "psychologue"))
        soin = self.deposer(infirmier, [("c.png", PNG)])
        papier = self.deposer(secretaire, [("p.png", PNG)], type="PIECE-IDENTITE", titre="Carte")
        bilan = self.deposer(psychologue, [("b.png", PNG)], type="83901-9", titre="Bilan")
        lus = {infirmier: {soin: 200, papier: 200, bilan: 404}, secretaire: {soin: 404, papier: 200, bilan: 404},
               psychologue: {soin: 200, papier: 200, bilan: 200}}
        for navigateur, attendus in lus.items():
            for un, statut in attendus.items():
                self.assertEqual(navigateur.lire(f"/document/{un}").statut, statut)
                self.assertEqual(navigateur.lire(f"/document/{un}/fichier").statut, statut)
                self.assertEqual(un in self.liste(navigateur), statut == 200)
        refusee = self.envoyer(secretaire, "/document/nouveau", self.champs(secretaire), [("c.png", PNG)])
        self.assertIn("Votre profession ne dépose pas", self.phrases(refusee))
        self.assertEqual(psychologue.envoyer(f"/document/{papier}/retrait", version="1", motif="Non").statut, 403)
        la_bas = self.entrer("infirmier", finess=self.ailleurs)
        for chemin in (f"/documents/{self.personne}", f"/document/{soin}", f"/document/{soin}/fichier"):
            self.assertEqual(la_bas.lire(chemin).statut, 404)

    def test_a_new_version_keeps_the_former_file_a_late_one_is_refused_then_withdrawn(self):
        navigateur = self.entrer("infirmier")
        un = self.deposer(navigateur, [("a.pdf", pdf("avant"))])
        champs = {"version": "1", "type": "89601-9", "titre": "Corrigé", "date": "2024-09-29"}
        self.assertEqual(self.envoyer(navigateur, f"/document/{un}/version", champs, [("b.pdf", pdf("maintenant"))]).statut, 303)
        tardive = self.envoyer(navigateur, f"/document/{un}/version", {**champs, "titre": "Mon titre tardif"}, [])
        self.assertEqual(tardive.statut, 409)
        self.assertIn("Mon titre tardif", tardive.corps)
        noms = [navigateur.lire(f"/document/{un}/fichier?version={n}").entetes["content-disposition"] for n in (1, 2)]
        self.assertEqual([nom.rsplit("'", 1)[1] for nom in noms], ["a.pdf", "b.pdf"])
        self.assertIn(un, self.liste(navigateur, "?q=maintenant"))
        self.assertNotIn(un, self.liste(navigateur, "?q=avant"))
        self.assertEqual(navigateur.envoyer(f"/document/{un}/retrait", version="2", motif=" ").statut, 422)
        self.assertEqual(navigateur.envoyer(f"/document/{un}/retrait", version="2", motif="Autre personne.").statut, 303)
        self.assertIn("Retiré\u00a0: Autre personne.", html.unescape(navigateur.lire(f"/document/{un}").corps))
        self.assertEqual(self.actes(un), ["document.deposer", "document.remplacer", "document.retirer"])


class Coupure(Soignants):
    envoyer, champs, deposer, phrases, fichiers = (Classeur.envoyer, Classeur.champs, Classeur.deposer, Soignants.phrases,
                                                   Classeur.fichiers)

    def test_killed_a_server_that_starts_again_keeps_what_a_row_names_and_nothing_else(self):
        atelier = self.atelier
        navigateur = self.entrer("infirmier")
        un = self.deposer(navigateur, [("garde.png", PNG)])
        os.kill(atelier.serveur.processus.pid, signal.SIGKILL)
        atelier.serveur.processus.wait()
        # As a kill leaves them: a file in its place before its row, another one half received.
        dossier = atelier.chemin / "documents"
        (dossier / "ab").mkdir(exist_ok=True)
        (dossier / "ab" / ("ab" * 32)).write_bytes(PNG)
        (dossier / "entrants" / "moitie").write_bytes(PNG[:10])
        atelier.demarrer()
        self.assertEqual(len(self.fichiers()), 1)
        self.assertEqual(self.entrer("infirmier").lire(f"/document/{un}/fichier").statut, 200)


if __name__ == "__main__":
    unittest.main()
