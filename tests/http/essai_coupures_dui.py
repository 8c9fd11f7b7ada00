"""kill -9 while the record is written: the journeys of the other suites are walked again, and the server dies at random
during what they send. What was acknowledged is there after the restart; what was not is sent again, the same bytes, and the
journey ends as if nothing had happened: each line once. Where what is sent again is refused, because it is already so, the
server dies right after its answer: `DEJA_FAIT`."""

import http.client
import os
import random
import re
import signal
import statistics
import threading
import time
import unittest

import essai_dui

GRAINE = int(os.environ.get("GRAPPE_GRAINE", "20240930"))
COUPURES = int(os.environ.get("GRAPPE_COUPURES", "40"))
PART = float(os.environ.get("GRAPPE_PART", "0.15"))  # of what is sent, until that many
SUITES = ["essai_quotidien", "essai_usager", "essai_sejours", "essai_projet", "essai_agenda", "essai_evaluations",
          "essai_classeur", "essai_cercle", "essai_dui_transmissions"]
DEJA_FAIT = re.compile(r"/(transmissions|fiches|document|evaluation)/\w+/(retrait|revocation|texte|version|statut|variables/.*)|/identites/.*|"
                       r"/presences/.*|/sejour/(sortie|deces|reprise|acte|complement)|/unites/.*|/attente/passage|/absences/retour|"
                       r"/absences/retrait|/projet/(passage|retrait)|/agenda/evenements/.*|/acces/.*|/revues-d-acces")
PERDU = (OSError, http.client.HTTPException)
hasard = random.Random(GRAINE)
faites = {"coupures": 0, "perdues": 0}
durees = [0.003]  # seconds of the answers, the latest last: a machine that answers in one millisecond is cut within it
demarrer_d_abord, demander_d_abord = essai_dui.AtelierDui.demarrer, essai_dui.Navigateur.demander


def demarrer(atelier, *options, **autres):
    atelier.dits = options, autres
    return demarrer_d_abord(atelier, *options, **autres)


def relever(atelier):
    processus = atelier.serveur.processus
    processus.wait(timeout=10)
    for tube in (processus.stdout, processus.stderr):
        tube.close()
    assert processus.returncode == -signal.SIGKILL, processus.returncode
    options, autres = atelier.dits
    demarrer_d_abord(atelier, *options, **autres)


def demander(navigateur, methode, chemin, corps=None, **entetes):
    envoyer = lambda: demander_d_abord(navigateur, methode, chemin, corps, **entetes)  # noqa: E731
    if methode == "GET" or chemin == "/connexion" or faites["coupures"] >= COUPURES or hasard.random() > PART:
        debut = time.monotonic()
        reponse = envoyer()
        if methode != "GET" and chemin != "/connexion":
            durees.append(time.monotonic() - debut)
        return reponse
    faites["coupures"] += 1
    if DEJA_FAIT.fullmatch(chemin):
        reponse = envoyer()
        navigateur.atelier.serveur.processus.kill()
        relever(navigateur.atelier)
        return reponse
    mort = threading.Timer(hasard.uniform(0, 1.2) * statistics.median(durees[-9:]), navigateur.atelier.serveur.processus.kill)
    mort.start()
    reponse = None
    try:
        reponse = envoyer()
    except PERDU:
        faites["perdues"] += 1
    mort.join()
    relever(navigateur.atelier)
    return reponse or envoyer()


class Assez(unittest.TestCase):
    def test_cuts_fell_in_what_was_sent(self):
        self.assertGreaterEqual(faites["coupures"], COUPURES)
        self.assertGreater(faites["perdues"], COUPURES / 20)


def load_tests(loader, _tests, _motif):
    essai_dui.AtelierDui.demarrer, essai_dui.Navigateur.demander = demarrer, demander
    tous = unittest.TestSuite(loader.loadTestsFromName(nom) for nom in SUITES)
    tous.addTests(loader.loadTestsFromTestCase(Assez))
    return tous
