"""Mail to a real SMTP server: nothing lost while it is away, nothing sent twice."""

import email
import email.policy
import os
import signal
import socket
import socketserver
import threading
import time
import unittest

from client import attendre
from comptes import BON, Atelier, Client


class Enveloppe:
    def __init__(self):
        self.rcpt_tos, self.content = [], b""


class Conversation(socketserver.StreamRequestHandler):
    """RFC 5321, the part that a client needs."""

    def dire(self, mots):
        self.wfile.write(mots.encode() + b"\r\n")

    def handle(self):
        self.dire("220 essai")
        enveloppe = Enveloppe()
        while ligne := self.rfile.readline():
            mot, reste = ligne[:4].upper(), ligne.decode().strip()
            if mot == b"EHLO":
                self.dire("250-essai")
                self.dire("250 8BITMIME")
            elif mot == b"RCPT":
                enveloppe.rcpt_tos.append(reste[reste.index("<") + 1:reste.index(">")])
                self.dire("250 OK")
            elif mot == b"DATA":
                self.dire("354 OK")
                self.recevoir(enveloppe)
                enveloppe = Enveloppe()
            else:
                self.dire("221 OK" if mot == b"QUIT" else "250 OK")

    def recevoir(self, enveloppe):
        while (ligne := self.rfile.readline()) != b".\r\n":
            enveloppe.content += ligne[1:] if ligne.startswith(b".") else ligne
        self.server.recus.append(enveloppe)
        self.dire("250 OK")


class Poste(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads = True, True

    def __init__(self, port, recus):
        super().__init__(("127.0.0.1", port), Conversation)
        self.recus = recus
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def stop(self):
        self.shutdown()
        self.server_close()


def port_libre():
    with socket.create_server(("127.0.0.1", 0)) as prise:
        return prise.getsockname()[1]


class Courrier(unittest.TestCase):
    def setUp(self):
        self.recus, self.port = [], port_libre()
        self.atelier = Atelier()

    def ouvrir_la_poste(self):
        self.addCleanup(Poste(self.port, self.recus).stop)

    def demander(self, *courriels):
        for courriel in courriels:
            fait = Client(self.atelier).poster("/api/comptes", courriel=courriel, nom="Exemple",
                                               prenom="Éloïse", mot_de_passe=BON)
            self.assertEqual(fait.statut, 202)

    def demarrer(self):
        self.atelier.demarrer("--courrier", f"smtp://127.0.0.1:{self.port}", courrier=False)

    def test_a_message_arrives_whole_and_once(self):
        self.ouvrir_la_poste()
        self.demarrer()
        self.demander("a@exemple.fr")
        self.assertTrue(attendre(lambda: self.recus, 10))
        time.sleep(1)
        self.assertEqual(len(self.recus), 1)
        enveloppe = self.recus[0]
        self.assertEqual(enveloppe.rcpt_tos, ["a@exemple.fr"])
        message = email.message_from_bytes(enveloppe.content, policy=email.policy.default)
        self.assertEqual(message["Subject"], "Activez votre compte Grappe")
        self.assertIn("numérique", message.get_content())
        self.assertEqual(message.defects, [])
        self.atelier.fermer()

    def test_what_was_promised_while_the_post_was_away_is_sent_after_a_crash(self):
        self.demarrer()
        self.demander("a@exemple.fr", "b@exemple.fr", "c@exemple.fr")
        self.atelier.serveur.processus.send_signal(signal.SIGKILL)
        self.atelier.serveur.processus.communicate()
        self.ouvrir_la_poste()
        self.demarrer()
        self.assertTrue(attendre(lambda: len(self.recus) == 3, 40), self.recus)
        time.sleep(1)
        self.assertEqual(sorted(e.rcpt_tos[0] for e in self.recus),
                         ["a@exemple.fr", "b@exemple.fr", "c@exemple.fr"])
        self.atelier.fermer()


class Coups(unittest.TestCase):
    """kill -9 at random moments: what was acknowledged exists, and its mail is there once."""

    def test_kills(self):
        atelier, acquis = Atelier(), []
        coups = int(os.environ.get("GRAPPE_COUPS", "8"))
        for coup in range(coups):
            atelier.demarrer()
            processus = atelier.serveur.processus
            mort = time.monotonic() + 0.05 + (coup * 37 % 11) * 0.03
            numero = 0
            while time.monotonic() < mort:
                courriel = f"c{coup}-{numero}@exemple.fr"
                if Client(atelier).poster("/api/comptes", courriel=courriel, nom="X", prenom="Y",
                                          mot_de_passe=BON).statut == 202:
                    acquis.append(courriel)
                numero += 1
            processus.send_signal(signal.SIGKILL)
            processus.communicate()
        atelier.demarrer()
        messages = atelier.courriels(len(acquis), 30)
        destinataires = sorted(str(m["To"]).strip("<>") for m in messages)
        self.assertEqual(sorted(set(destinataires)), destinataires)
        self.assertTrue(set(acquis) <= set(destinataires))
        atelier.arreter()
        self.assertEqual(atelier.commande("journal", "verifier").returncode, 0)
        atelier.dossier.cleanup()


if __name__ == "__main__":
    unittest.main()
