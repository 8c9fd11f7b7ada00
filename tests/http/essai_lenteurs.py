"""Time and number: slow clients, idle clients, ceilings, a stop under load."""

import select
import threading
import time
import unittest

from client import Ferme, Serveur

H = b"Host: essai\r\n"
GET = b"GET /chose/x HTTP/1.1\r\n" + H + b"\r\n"


def goutte_a_goutte(connexion, octets, pas, duree):
    """Sends byte after byte until the server answers or `duree` has passed; the time it took."""
    debut = time.monotonic()
    connexion.prise.settimeout(pas)
    for octet in octets:
        connexion.envoyer(bytes([octet]))
        try:
            connexion._lire()
            break
        except TimeoutError:
            if time.monotonic() - debut > duree:
                break
        except (Ferme, ConnectionError):
            break
    connexion.prise.settimeout(15)
    return time.monotonic() - debut


class Lenteurs(unittest.TestCase):
    def test_a_slow_head_is_cut_at_its_deadline_however_regular_the_bytes(self):
        with Serveur("--head-time=600") as serveur, serveur.ouvrir() as connexion:
            duree = goutte_a_goutte(connexion, b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 100, 0.05, 5)
            self.assertEqual(connexion.reponse().statut, 408)
            self.assertTrue(0.5 < duree < 1.5, duree)

    def test_a_slow_body_is_cut_at_its_deadline_however_regular_the_bytes(self):
        for tete in (b"Content-Length: 1000\r\n\r\n", b"Transfer-Encoding: chunked\r\n\r\n3E8\r\n"):
            with Serveur("--grace=600") as serveur, serveur.ouvrir() as connexion:
                connexion.envoyer(b"POST /echo HTTP/1.1\r\n" + H + tete)
                duree = goutte_a_goutte(connexion, b"x" * 999, 0.05, 5)
                self.assertEqual(connexion.reponse().statut, 408)
                self.assertTrue(0.5 < duree < 1.5, duree)

    def test_chunk_extensions_do_not_count_as_progress(self):
        with Serveur("--grace=600") as serveur, serveur.ouvrir() as connexion:
            connexion.envoyer(b"POST /echo HTTP/1.1\r\n" + H + b"Transfer-Encoding: chunked\r\n\r\n")
            debut = time.monotonic()
            while time.monotonic() - debut < 5:
                connexion.envoyer(b"1;" + b"a" * 8000 + b"\r\nx\r\n")
                connexion.prise.settimeout(0.05)
                try:
                    connexion._lire()
                    break
                except TimeoutError:
                    pass
            connexion.prise.settimeout(15)
            self.assertEqual(connexion.reponse().statut, 408)

    def test_a_slow_reader_of_a_large_answer_is_cut(self):
        with Serveur("--grace=500") as serveur, serveur.ouvrir() as connexion:
            connexion.envoyer(b"GET /gros HTTP/1.1\r\n" + H + b"\r\n")
            time.sleep(3)
            self.assertRaises((Ferme, ConnectionError), connexion.reponse)

    def test_a_steady_upload_longer_than_the_grace_is_let_through(self):
        with Serveur("--grace=300") as serveur, serveur.ouvrir() as connexion:
            connexion.envoyer(b"POST /grand HTTP/1.1\r\n" + H + b"Content-Length: 200000\r\n\r\n")
            for _ in range(20):
                connexion.envoyer(b"x" * 10000)
                time.sleep(0.05)
            self.assertEqual(connexion.reponse().corps, b"200000")

    def test_an_idle_connection_is_closed_after_its_time(self):
        with Serveur("--idle-time=400") as serveur, serveur.ouvrir() as connexion:
            connexion.envoyer(GET)
            connexion.reponse()
            debut = time.monotonic()
            self.assertTrue(connexion.fermee())
            self.assertTrue(0.3 < time.monotonic() - debut < 1.2)

    def test_300_idle_and_300_slow_connections_do_not_disturb(self):
        with Serveur() as serveur:
            oisives = [serveur.ouvrir() for _ in range(300)]
            lentes = [serveur.ouvrir() for _ in range(300)]
            for connexion in lentes:
                connexion.envoyer(b"GET / HT")
            with serveur.ouvrir() as connexion:
                pires = 0.0
                for _ in range(500):
                    debut = time.monotonic()
                    connexion.envoyer(GET)
                    self.assertEqual(connexion.reponse().corps, b"x")
                    pires = max(pires, time.monotonic() - debut)
            self.assertLess(pires, 1.0)
            for connexion in oisives:  # still good after their wait
                connexion.envoyer(GET)
                self.assertEqual(connexion.reponse().corps, b"x")
            for connexion in oisives + lentes:
                connexion.prise.close()

    def test_at_the_ceiling_the_oldest_idle_connection_gives_way(self):
        with Serveur("--connections=20") as serveur:
            oisives = [serveur.ouvrir() for _ in range(20)]
            time.sleep(0.2)
            self.assertEqual(serveur.demander(GET).statut, 200)
            self.assertTrue(oisives[0].fermee())
            oisives[10].envoyer(GET)
            self.assertEqual(oisives[10].reponse().statut, 200)

    def test_at_the_ceiling_without_idle_connection_the_next_gets_503(self):
        with Serveur("--connections=20") as serveur:
            occupees = [serveur.ouvrir() for _ in range(20)]
            for connexion in occupees:
                connexion.envoyer(b"GET / HT")
            time.sleep(0.2)
            with serveur.ouvrir() as connexion:
                self.assertEqual(connexion.reponse().statut, 503)
            occupees[0].envoyer(b"TP/1.1\r\n" + H + b"\r\n")
            self.assertEqual(occupees[0].reponse().statut, 200)

    def test_what_only_computes_does_not_wait_for_what_waits(self):
        with Serveur("--workers=1") as serveur:
            lentes = [serveur.ouvrir() for _ in range(10)]
            for connexion in lentes:
                connexion.envoyer(b"GET /lent?n=1 HTTP/1.1\r\n" + H + b"\r\n")
            time.sleep(0.1)
            reponse = serveur.demander(b"GET /chose/a HTTP/1.1\r\n" + H + b"\r\n")
            self.assertEqual(reponse.corps, b"a")
            pretes, _, _ = select.select([lente.prise for lente in lentes], [], [], 0)
            self.assertLess(len(pretes), 10)
            for lente in lentes:
                self.assertEqual(lente.reponse().corps, b"[1]")

    def test_one_io_thread_or_four_answer_alike(self):
        for nombre in (1, 4):
            with Serveur(f"--loops={nombre}", "--connections=20") as serveur:
                connexions = [serveur.ouvrir() for _ in range(20)]
                for connexion in connexions:
                    connexion.envoyer(GET)
                for connexion in connexions:
                    self.assertEqual(connexion.reponse().corps, b"x")
                self.assertEqual(serveur.demander(GET).statut, 200)

    def test_bodies_together_stay_within_their_budget(self):
        tete = b"POST /grand HTTP/1.1\r\n" + H + b"Content-Length: 1000000\r\n\r\n"
        with Serveur("--buffered=2500000") as serveur:
            with serveur.ouvrir() as un, serveur.ouvrir() as deux, serveur.ouvrir() as trois:
                un.envoyer(tete)
                deux.envoyer(tete)
                time.sleep(0.2)
                trois.envoyer(tete)
                self.assertEqual(trois.reponse().statut, 503)
                un.envoyer(b"x" * 1000000)
                self.assertEqual(un.reponse().corps, b"1000000")
            with serveur.ouvrir() as quatre:
                quatre.envoyer(tete + b"x" * 1000000)
                self.assertEqual(quatre.reponse().corps, b"1000000")


class Arret(unittest.TestCase):
    def test_a_request_in_flight_is_answered_after_the_signal(self):
        serveur = Serveur()
        with serveur.ouvrir() as connexion:
            connexion.envoyer(b"GET /lent?n=7 HTTP/1.1\r\n" + H + b"\r\n")
            time.sleep(0.05)
            fil = threading.Thread(target=serveur.arreter)
            fil.start()
            reponse = connexion.reponse()
            self.assertEqual((reponse.corps, reponse.entetes["connection"]), (b"[7]", "close"))
            fil.join()
        self.assertEqual(serveur.code, 0)

    def test_a_request_half_sent_at_the_signal_is_answered(self):
        serveur = Serveur()
        with serveur.ouvrir() as connexion:
            connexion.envoyer(b"POST /echo HTTP/1.1\r\n" + H + b"Content-Length: 3\r\n\r\na")
            time.sleep(0.1)
            fil = threading.Thread(target=serveur.arreter)
            fil.start()
            time.sleep(0.3)
            connexion.envoyer(b"bc")
            self.assertEqual(connexion.reponse().corps, b"abc")
            fil.join()
        self.assertEqual(serveur.code, 0)

    def test_idle_connections_do_not_hold_a_stop(self):
        serveur = Serveur()
        oisives = [serveur.ouvrir() for _ in range(50)]
        debut = time.monotonic()
        self.assertEqual(serveur.arreter(), 0)
        self.assertLess(time.monotonic() - debut, 5)
        for connexion in oisives:
            connexion.prise.close()

    def test_a_stop_under_load_loses_no_answer(self):
        serveur = Serveur()
        pertes, comptes = [], []

        def client(rang):
            faites = 0
            while True:
                try:
                    connexion = serveur.ouvrir()
                except ConnectionRefusedError:
                    break  # the stop is known before anything was asked
                with connexion:
                    garde = True
                    while garde:
                        attendu = b"%d-%d" % (rang, faites)
                        try:
                            connexion.prise.sendall(b"GET /chose/" + attendu + b" HTTP/1.1\r\n" + H +
                                                    b"\r\n")
                            reponse = connexion.reponse()
                        except (Ferme, OSError) as perte:
                            pertes.append((attendu, repr(perte)))
                            break
                        if reponse.statut != 200 or reponse.corps != attendu:
                            pertes.append((attendu, reponse.corps))
                        garde = reponse.entetes.get("connection") != "close"
                        faites += 1
            comptes.append(faites)

        fils = [threading.Thread(target=client, args=(rang,)) for rang in range(24)]
        for fil in fils:
            fil.start()
        time.sleep(1.0)
        self.assertEqual(serveur.arreter(), 0)
        for fil in fils:
            fil.join(10)
        self.assertGreater(sum(comptes), 500)
        self.assertEqual(pertes, [])


if __name__ == "__main__":
    unittest.main()
