"""Messages between a porteur and its desk by the API: files, who reads, what is told by mail."""

import html as htmllib
import re
import time
import unittest
import uuid

from comptes import Atelier, Client, code_totp
from dossiers import GUICHET, OUVERT, PDF, Porteur, contenu


def formulaire(champs, fichiers=()):
    ligne = uuid.uuid4().hex
    corps = b""
    for cle, valeur in champs.items():
        corps += (f"--{ligne}\r\nContent-Disposition: form-data; name=\"{cle}\"\r\n\r\n"
                  f"{valeur}\r\n").encode()
    for nom, octets in fichiers:
        corps += (f"--{ligne}\r\nContent-Disposition: form-data; name=\"fichier\"; "
                  f"filename=\"{nom}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                  ).encode() + octets + b"\r\n"
    corps += f"--{ligne}--\r\n".encode()
    return corps, {"Content-Type": f"multipart/form-data; boundary={ligne}"}


class Messages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", OUVERT)
        cls.porteur = Porteur(cls.atelier, "porteur@exemple.fr")
        cls.voisin = Porteur(cls.atelier, "voisin@exemple.fr")
        for role, region in [("ars", "75"), ("ars", "94"), ("national", None), ("comite", "75"),
                             ("admin", None)]:
            nom = f"{role}{region or ''}"
            secret = cls.atelier.guichet(role, f"{nom}@exemple.fr", region)
            client = Client(cls.atelier)
            assert client.connecter(f"{nom}@exemple.fr", code=code_totp(secret)).statut == 201
            setattr(cls, nom, client)

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def depose(self):
        ecrit = contenu(800)
        Messages.suivant = getattr(Messages, "suivant", 0) + 15
        ecrit["essms"] = ecrit["essms"][Messages.suivant:Messages.suivant + 15]
        dossier = self.porteur.commencer()
        self.assertEqual(self.porteur.ecrire(dossier, ecrit, 1).statut, 200)
        depot = self.porteur.deposer(dossier, GUICHET)
        self.assertEqual(depot.statut, 201, depot.corps)
        self.numero = depot.json["numero"]
        return dossier

    def ecrire(self, qui, dossier, texte="", fichiers=(), vu=0, **entetes):
        corps, types = formulaire({"texte": texte, "vu": vu}, fichiers)
        return qui.demander("POST", dossier + "/messages", corps, **types, **entetes)

    def probleme(self, reponse, statut, code):
        self.assertEqual((reponse.statut, reponse.json["code"]), (statut, code), reponse.corps)

    def lettres(self, adresse, sujet, attendues=1):
        """Bodies of the mails to that address with that subject, waited for."""
        fin = time.monotonic() + 20
        while True:
            trouvees = [m.get_content() for m in self.atelier.courriels(0)
                        if str(m["To"]).strip("<>") == adresse and sujet in str(m["Subject"])]
            if len(trouvees) >= attendues:
                return trouvees
            assert time.monotonic() < fin, f"{len(trouvees)} mails to {adresse} about {sujet}"
            time.sleep(0.05)

    def test_a_question_its_answer_and_what_is_read(self):
        dossier = self.depose()
        numero = self.numero
        question = self.ecrire(self.porteur, dossier, "Quel format pour le planning ?")
        self.assertEqual((question.statut, question.json["numero"], question.json["cote"],
                          question.json["guichet"]), (201, 1, "porteur", None), question.corps)
        attente = [d for d in self.ars75.lire("/api/messages").json["dossiers"]
                   if d["id"] == dossier.rsplit("/", 1)[1]]
        self.assertEqual([(a["non_lus"], a["numero"]) for a in attente], [(1, numero)])
        lettre = self.lettres("ars75@exemple.fr", f"Dossier {numero}\u00a0: nouveau message")[0]
        self.assertIn(f"/bureau/dossiers/{attente[0]['id']}/messages", lettre)
        self.assertNotIn("planning", lettre)
        reponse = self.ecrire(self.ars75, dossier, "Un classeur suffit.", [("modele.pdf", PDF)], 1)
        self.assertEqual((reponse.statut, reponse.json["guichet"]), (201, GUICHET), reponse.corps)
        self.assertEqual(self.ars75.lire(dossier + "/messages").json["non_lus"], 0)
        fil = self.porteur.lire(dossier + "/messages").json
        self.assertEqual((fil["non_lus"], fil["ouvert"], [m["nouveau"] for m in fil["messages"]]),
                         (1, True, [False, True]))
        self.assertNotIn("par", fil["messages"][1])  # the desk has a name, not its people
        self.assertIn("par", self.ars75.lire(dossier + "/messages").json["messages"][1])
        self.assertNotIn("classeur",
                         self.lettres("porteur@exemple.fr", f"Dossier {numero}\u00a0: nouveau")[0])
        fichier = fil["messages"][1]["fichiers"][0]
        adresse = f"{dossier}/messages/2/fichiers/{fichier['id']}"
        rendu = self.porteur.lire(adresse)
        self.assertEqual((rendu.statut, rendu.corps.encode()), (200, PDF))
        self.assertIn("attachment", rendu.entetes["content-disposition"])
        self.assertEqual(self.ars94.lire(adresse).statut, 404)
        self.assertEqual(self.voisin.lire(adresse).statut, 404)
        lu = self.porteur.poster(dossier + "/messages/2/lecture")
        self.assertEqual((lu.statut, lu.json), (200, {"non_lus": 0}), lu.corps)
        self.probleme(self.porteur.poster(dossier + "/messages/9/lecture"), 404, "message.inconnu")
        self.probleme(self.porteur.poster(dossier + "/messages/x/lecture"), 404, "message.inconnu")
        self.assertEqual(self.ars75.lire(dossier).json.get("lettres", []), [])

    def test_who_may(self):
        dossier = self.depose()
        for qui, statut, code in [(self.voisin, 404, "dossier.inconnu"),
                                  (self.ars94, 404, "dossier.inconnu"),
                                  (self.national, 403, "dossier.interdit"),
                                  (self.comite75, 403, "acces.refuse"),
                                  (self.admin, 403, "acces.refuse")]:
            self.probleme(self.ecrire(qui, dossier, "Bonjour."), statut, code)
            self.probleme(qui.lire(dossier + "/messages"), statut, code)
            self.probleme(qui.poster(dossier + "/messages/1/lecture"), statut, code)
        self.probleme(self.ecrire(Client(self.atelier), dossier, "Bonjour."), 401,
                      "session.requise")
        brouillon = self.porteur.commencer()
        self.probleme(self.ecrire(self.porteur, brouillon, "Bonjour."), 409, "message.brouillon")
        self.assertEqual(self.porteur.lire(dossier + "/messages").json["messages"], [])

    def test_files_are_those_of_the_pieces_and_all_or_none_is_kept(self):
        dossier = self.depose()
        mauvais = [("virus.exe", b"MZ", 415, "piece.suffixe"),
                   ("photo.jpeg", PDF, 415, "piece.suffixe_jpeg"),
                   ("faux.pdf", b"texte", 415, "piece.contenu")]
        for nom, octets, statut, code in mauvais:
            self.probleme(self.ecrire(self.porteur, dossier, "Voici.", [("bon.pdf", PDF),
                                                                        (nom, octets)]),
                          statut, code)
        trop = [(f"{rang}.pdf", PDF) for rang in range(6)]
        self.probleme(self.ecrire(self.porteur, dossier, "Voici.", trop), 422, "message.fichiers")
        gros = PDF + b"%" * (20 * 1024 * 1024)
        self.probleme(self.ecrire(self.porteur, dossier, "Voici.", [("gros.pdf", gros)]), 413,
                      "piece.taille")
        self.probleme(self.ecrire(self.porteur, dossier, "  "), 422, "message.vide")
        self.probleme(self.ecrire(self.porteur, dossier, "a" * 8001), 422, "message.long")
        self.probleme(self.porteur.poster(dossier + "/messages", texte="Bonjour."), 400,
                      "message.formulaire")
        self.assertEqual(self.porteur.lire(dossier + "/messages").json["messages"], [])
        # A browser sends an empty part where no file was chosen; two files may be the same.
        bon = self.ecrire(self.porteur, dossier, "", [("a.pdf", PDF), ("", b""), ("b.pdf", PDF)])
        self.assertEqual([f["nom"] for f in bon.json["fichiers"]], ["a.pdf", "b.pdf"])

    def test_sent_twice_it_is_one(self):
        dossier = self.depose()
        cle = {"Idempotency-Key": uuid.uuid4().hex}
        faits = [self.ecrire(self.porteur, dossier, "Une fois.", [("a.pdf", PDF)], **cle)
                 for _ in range(2)]
        self.assertEqual(faits[0].corps, faits[1].corps)
        self.assertEqual(len(self.porteur.lire(dossier + "/messages").json["messages"]), 1)
        self.probleme(self.ecrire(self.porteur, dossier, "Autre.", **cle), 422,
                      "rejeu.autre_demande")

    def test_pages_of_both_sides(self):
        dossier = self.depose().removeprefix("/api")
        self.ecrire(self.porteur, "/api" + dossier, "<b>Bonjour</b>")
        html = {"Accept": "text/html"}
        page = self.ars75.lire("/bureau" + dossier + "/messages", **html)
        self.assertEqual(page.statut, 200)
        self.assertIn("&lt;b&gt;Bonjour", page.corps)
        self.assertIn("Marquer comme lu", page.corps)
        self.assertIn("1 non lu", self.ars75.lire("/bureau", **html).corps)
        self.assertIn("1 non lu", self.ars75.lire("/bureau" + dossier, **html).corps)
        corps, types = formulaire({"texte": "Bonjour à vous.", "vu": 1, "csrf": self.ars75.csrf})
        envoi = self.ars75.demander("POST", "/bureau" + dossier + "/messages", corps, **types)
        self.assertEqual((envoi.statut, envoi.entetes["location"]),
                         (303, "/bureau" + dossier + "/messages#m2"))
        self.assertNotIn("non lu<", self.ars75.lire("/bureau" + dossier, **html).corps)
        page = self.porteur.lire(dossier + "/messages", **html).corps
        self.assertIn(GUICHET, page)
        self.assertNotIn("ars75@exemple.fr", page)
        self.assertIn("1 message non lu", self.porteur.lire("/dossiers", **html).corps)
        refus, types = formulaire({"texte": "Le texte reste.", "vu": 0}, [("faux.pdf", b"texte")])
        refus = self.porteur.demander("POST", dossier + "/messages", refus, **types, **html)
        self.assertEqual(refus.statut, 422)
        self.assertIn("Le texte reste.</textarea>", refus.corps)
        self.assertIn("faux.pdf\u00a0: ", refus.corps)
        # Signed in no more: the words travel through the sign-in, and come back to be sent.
        corps, types = formulaire({"texte": "Rien ne se perd & <reste>", "vu": 2})
        perdu = Client(self.atelier).demander("POST", dossier + "/messages", corps, **types, **html)
        self.assertEqual(perdu.statut, 401)
        champs = dict(re.findall(r'name="(suite|reprise)" value="([^"]*)"', perdu.corps))
        champs = {cle: htmllib.unescape(valeur) for cle, valeur in champs.items()}
        self.assertEqual(champs["suite"], dossier + "/messages")
        forme = {"Content-Type": "application/x-www-form-urlencoded"}
        rendu = self.porteur.demander("POST", dossier + "/messages", champs["reprise"], **forme)
        self.assertEqual(rendu.statut, 303, rendu.corps)
        fil = self.porteur.lire("/api" + dossier + "/messages").json["messages"]
        self.assertEqual(fil[-1]["texte"], "Rien ne se perd & <reste>")
        for qui, statut in [(self.ars94, 404), (self.porteur, 403), (self.comite75, 403)]:
            self.assertEqual(qui.lire("/bureau" + dossier + "/messages", **html).statut, statut)
        self.assertEqual(self.voisin.lire(dossier + "/messages", **html).statut, 404)
        self.assertEqual(self.atelier.commande("journal", "verifier").returncode, 0)


if __name__ == "__main__":
    unittest.main()
