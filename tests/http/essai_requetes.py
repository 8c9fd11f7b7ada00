"""Requests one by one: malformed ones, smuggling, limits, methods, forms of the target."""

import json
import unittest

from client import Ferme, Serveur

H = b"Host: essai\r\n"


def get(cible, entetes=H, version=b"HTTP/1.1"):
    return b"GET " + cible + b" " + version + b"\r\n" + entetes + b"\r\n"


def post(corps, entetes=b"", cible=b"/echo"):
    taille = b"Content-Length: %d\r\n" % len(corps)
    return b"POST " + cible + b" HTTP/1.1\r\n" + H + entetes + taille + b"\r\n" + corps


def morceaux(corps, codage=b"chunked", entetes=b""):
    return (b"POST /echo HTTP/1.1\r\n" + H + b"Transfer-Encoding: " + codage + b"\r\n" + entetes +
            b"\r\n" + corps)


# name, bytes, status expected; every refusal also closes the connection.
MALFORMEES = [
    ("no version", b"GET /\r\n\r\n", 400),
    ("only garbage", b"\x00\x01\x02\x03\r\n\r\n", 400),
    ("a TLS greeting", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400),
    ("a space before the method", b" GET / HTTP/1.1\r\n" + H + b"\r\n", 400),
    ("two spaces after the method", b"GET  / HTTP/1.1\r\n" + H + b"\r\n", 400),
    ("a space in the target", get(b"/a b"), 400),
    ("a tab in the request line", b"GET\t/ HTTP/1.1\r\n" + H + b"\r\n", 400),
    ("a control character in the target", get(b"/a\x01b"), 400),
    ("a raw byte above ASCII in the target", get(b"/\xc3\xa9"), 400),
    ("a fragment in the target", get(b"/#x"), 400),
    ("a bad percent sign", get(b"/%zz"), 400),
    ("a percent sign cut short", get(b"/%4"), 400),
    ("an encoded null", get(b"/%00"), 400),
    ("an encoded line break", get(b"/chose/a%0d%0ab"), 400),
    ("an encoded slash", get(b"/chose/a%2fb"), 400),
    ("an encoded backslash", get(b"/chose/a%5cb"), 400),
    ("a step up", get(b"/chose/../"), 400),
    ("an encoded step up", get(b"/chose/%2e%2e"), 400),
    ("a step in place", get(b"/./chose"), 400),
    ("invalid UTF-8 in the path", get(b"/chose/%ff%fe"), 400),
    ("an overlong UTF-8 slash", get(b"/chose/%c0%af"), 400),
    ("a UTF-8 surrogate", get(b"/chose/%ed%a0%80"), 400),
    ("invalid UTF-8 in the query", get(b"/?q=%ff"), 400),
    ("a relative target", get(b"chose"), 400),
    ("an empty target", b"GET  HTTP/1.1\r\n" + H + b"\r\n", 400),
    ("an asterisk for GET", get(b"*"), 400),
    ("another scheme", get(b"ftp://essai/"), 400),
    ("an absolute form without host", get(b"http:///"), 400),
    ("an absolute form with a user", get(b"http://moi@essai/"), 400),
    ("no Host", get(b"/", b""), 400),
    ("two Hosts", get(b"/", H + H), 400),
    ("two Hosts of different case", get(b"/", H + b"hOST: autre\r\n"), 400),
    ("an empty Host", get(b"/", b"Host:\r\n"), 400),
    ("a Host with a path", get(b"/", b"Host: essai/x\r\n"), 400),
    ("a Host with a space", get(b"/", b"Host: es sai\r\n"), 400),
    ("a Host with a user", get(b"/", b"Host: moi@essai\r\n"), 400),
    ("bare line feeds", b"GET / HTTP/1.1\nHost: essai\n\n", 400),
    ("a bare line feed in a field", get(b"/", H + b"X: a\nY: b\r\n"), 400),
    ("a bare carriage return in a field", get(b"/", H + b"X: a\rb\r\n"), 400),
    ("a null in a field", get(b"/", H + b"X: a\x00b\r\n"), 400),
    ("a space before the colon", get(b"/", H + b"X : a\r\n"), 400),
    ("a field without colon", get(b"/", H + b"X\r\n"), 400),
    ("a field without name", get(b"/", H + b": a\r\n"), 400),
    ("a folded field", get(b"/", H + b"X: a\r\n b\r\n"), 400),
    ("a folded field by tab", get(b"/", H + b"X: a\r\n\tb\r\n"), 400),
    ("a folded first field", b"GET / HTTP/1.1\r\n " + H + b"\r\n", 400),
    ("a lower-case version", get(b"/", version=b"http/1.1"), 400),
    ("a version without minor", get(b"/", version=b"HTTP/1"), 400),
    ("a version in letters", get(b"/", version=b"HTTP/a.b"), 400),
    ("HTTP/0.9 by number", get(b"/", version=b"HTTP/0.9"), 505),
    ("HTTP/1.2", get(b"/", version=b"HTTP/1.2"), 505),
    ("HTTP/2.0", get(b"/", version=b"HTTP/2.0"), 505),
    ("the HTTP/2 preface", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
    ("an unknown method", b"BREW / HTTP/1.1\r\n" + H + b"\r\n", 501),
    ("a lower-case method", b"get / HTTP/1.1\r\n" + H + b"\r\n", 501),
    ("CONNECT", b"CONNECT essai:443 HTTP/1.1\r\n" + H + b"\r\n", 501),
    ("TRACE", b"TRACE / HTTP/1.1\r\n" + H + b"\r\n", 501),
    ("a bracket in the method", b"G{T / HTTP/1.1\r\n" + H + b"\r\n", 400),
    ("a long target", get(b"/" + b"a" * 9000), 414),
    ("an endless request line", b"GET /" + b"a" * 20000, 414),
    ("a long field", get(b"/", H + b"X: " + b"a" * 20000 + b"\r\n"), 431),
    ("many fields", get(b"/", H + b"X: a\r\n" * 150), 431),
    ("an unknown expectation", post(b"x", b"Expect: 200-ok\r\n"), 417),
]

# Each of these has, for a lenient reader, a second request hidden in it: it must never be answered.
CACHEE = b"GET /chose/cachee HTTP/1.1\r\n" + H + b"\r\n"
CONTREBANDE = [
    ("length and chunks", morceaux(b"0\r\n\r\n" + CACHEE, entetes=b"Content-Length: 5\r\n"), 400),
    ("chunks and length", post(b"0\r\n\r\n" + CACHEE, b"Transfer-Encoding: chunked\r\n"), 400),
    ("two lengths", post(b"abc" + CACHEE, b"Content-Length: 3\r\n"), 400),
    ("two equal lengths", post(b"abc", b"Content-Length: 3\r\n") + CACHEE, 400),
    ("a list of lengths", b"POST /echo HTTP/1.1\r\n" + H + b"Content-Length: 3, 3\r\n\r\nabc", 400),
    ("a signed length", b"POST /echo HTTP/1.1\r\n" + H + b"Content-Length: +3\r\n\r\nabc", 400),
    ("a negative length", b"POST /echo HTTP/1.1\r\n" + H + b"Content-Length: -3\r\n\r\nabc", 400),
    ("a hexadecimal length", b"POST /echo HTTP/1.1\r\n" + H + b"Content-Length: 0x3\r\n\r\nab", 400),
    ("a length in letters", b"POST /echo HTTP/1.1\r\n" + H + b"Content-Length: trois\r\n\r\n", 400),
    ("an empty length", b"POST /echo HTTP/1.1\r\n" + H + b"Content-Length:\r\n\r\nabc", 400),
    ("a length beyond 64 bits", b"POST /echo HTTP/1.1\r\n" + H +
     b"Content-Length: 18446744073709551619\r\n\r\nabc", 400),
    ("a length with a space", b"POST /echo HTTP/1.1\r\n" + H + b"Content-Length: 3 3\r\n\r\nabc", 400),
    ("two codings", morceaux(CACHEE, b"chunked, chunked"), 501),
    ("gzip, chunked", morceaux(CACHEE, b"gzip, chunked"), 501),
    ("chunked, identity", morceaux(CACHEE, b"chunked, identity"), 501),
    ("identity", morceaux(CACHEE, b"identity"), 501),
    ("xchunked", morceaux(CACHEE, b"xchunked"), 501),
    ("a quoted coding", morceaux(CACHEE, b'"chunked"'), 501),
    ("a coding with a vertical tab", morceaux(CACHEE, b"\x0bchunked"), 400),
    ("a coding with a parameter", morceaux(CACHEE, b"chunked;x=1"), 501),
    ("the coding twice", morceaux(CACHEE, entetes=b"Transfer-Encoding: chunked\r\n"), 400),
    ("identity then chunked", morceaux(CACHEE, b"identity",
                                       b"Transfer-Encoding: chunked\r\n"), 400),
    ("a space before the colon of the coding",
     b"POST /echo HTTP/1.1\r\n" + H + b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + CACHEE, 400),
    ("chunks in HTTP/1.0", b"POST /echo HTTP/1.0\r\n" + H +
     b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + CACHEE, 400),
    ("a chunk size that is no number", morceaux(b"z\r\nabc\r\n0\r\n\r\n"), 400),
    ("a signed chunk size", morceaux(b"+3\r\nabc\r\n0\r\n\r\n"), 400),
    ("a chunk size 0x", morceaux(b"0x3\r\nabc\r\n0\r\n\r\n"), 400),
    ("a chunk size beyond 64 bits", morceaux(b"1" + b"0" * 16 + b"\r\nabc\r\n0\r\n\r\n"), 400),
    ("a chunk longer than it says", morceaux(b"3\r\nabcdef\r\n0\r\n\r\n"), 400),
    ("a chunk ended by a bare line feed", morceaux(b"3\nabc\n0\n\n"), 400),
    ("an endless chunk extension", morceaux(b"3;" + b"a" * 20000), 400),
    ("endless trailers", morceaux(b"0\r\n" + b"X: aaaaaaaa\r\n" * 3000), 400),
    ("a length in the trailers", morceaux(b"3\r\nabc\r\n0\r\nContent-Length: 9\r\n\r\n"), 400),
]


class Requetes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.serveur = Serveur()

    @classmethod
    def tearDownClass(cls):
        assert cls.serveur.arreter() == 0, cls.serveur.journal

    def refuse_et_ferme(self, octets, statut):
        with self.serveur.ouvrir() as connexion:
            connexion.envoyer(octets)
            reponse = connexion.reponse()
            self.assertEqual(reponse.statut, statut, reponse.corps)
            self.assertEqual(reponse.entetes.get("connection"), "close")
            self.assertEqual(reponse.entetes["content-type"], "application/problem+json")
            probleme = json.loads(reponse.corps)
            self.assertEqual(probleme["status"], statut)
            self.assertTrue(probleme["code"].startswith("http."))
            self.assertTrue(connexion.fermee(), "bytes follow a refusal")

    def test_malformed_requests_are_refused_and_the_connection_is_closed(self):
        self.assertGreaterEqual(len(MALFORMEES), 40)
        for nom, octets, statut in MALFORMEES:
            with self.subTest(nom):
                self.refuse_et_ferme(octets, statut)

    def test_no_request_is_smuggled(self):
        for nom, octets, statut in CONTREBANDE:
            with self.subTest(nom):
                self.refuse_et_ferme(octets, statut)

    def test_malformed_requests_sent_byte_by_byte_are_refused_alike(self):
        for nom, octets, statut in MALFORMEES + CONTREBANDE:
            if len(octets) > 400:
                continue
            with self.subTest(nom), self.serveur.ouvrir() as connexion:
                for octet in octets:
                    connexion.envoyer(bytes([octet]))
                self.assertEqual(connexion.reponse().statut, statut)

    def test_a_request_cut_anywhere_is_never_answered_with_success(self):
        entiere = morceaux(b"3\r\nabc\r\n0\r\n\r\n")
        for fin in range(1, len(entiere)):
            with self.serveur.ouvrir() as connexion:
                connexion.envoyer(entiere[:fin])
                connexion.prise.shutdown(1)
                self.assertEqual(connexion.reponse().statut, 400, entiere[:fin])

    def test_good_requests_of_every_form_are_answered(self):
        cas = [
            (get(b"/"), b"essai / -"),
            (get(b"/?q=a+b%20c"), b"essai / a b c"),
            (get(b"/?q=%C3%A9t%C3%A9"), "essai / été".encode()),
            (get(b"http://ailleurs:81/?q=1"), b"ailleurs:81 / 1"),
            (get(b"HTTP://ailleurs?q=1"), b"ailleurs / 1"),
            (get(b"/chose/a%20b"), b"a b"),
            (get(b"/", b"", b"HTTP/1.0"), b" / -"),
            (b"\r\n" + get(b"/"), b"essai / -"),
            (post(b"abc", b"Content-Type: text/plain; charset=utf-8\r\n"), b"abc"),
            (post(b""), b""),
            (morceaux(b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nX: y\r\n\r\n"), b"abcde"),
            (morceaux(b"0\r\n\r\n", b"Chunked"), b""),
        ]
        for octets, corps in cas:
            with self.subTest(octets):
                reponse = self.serveur.demander(octets)
                self.assertEqual((reponse.statut, reponse.corps), (200, corps))

    def test_paths_methods_and_types_get_their_own_refusals(self):
        cas = [
            (get(b"/rien"), 404), (get(b"/chose/"), 404), (get(b"/chose//a"), 404),
            (get(b"//essai/"), 404), (post(b"x", cible=b"/rien"), 404),
            (post(b"x", cible=b"/"), 405), (get(b"/echo"), 405),
            (b"DELETE / HTTP/1.1\r\n" + H + b"\r\n", 405),
            (b"POST /echo HTTP/1.1\r\n" + H + b"\r\n", 411),
            (b"GET / HTTP/1.1\r\n" + H + b"Content-Length: 3\r\n\r\nabc", 413),
            (post(b"x" * 65537), 413),
            (morceaux(b"10001\r\n" + b"x" * 65537 + b"\r\n0\r\n\r\n"), 413),
            (post(b"x", b"Content-Type: text/html\r\n"), 415),
            (post(b"x", b"Content-Encoding: gzip\r\n"), 415),
        ]
        for octets, statut in cas:
            with self.subTest(octets[:60]):
                self.assertEqual(self.serveur.demander(octets).statut, statut)
        self.assertEqual(self.serveur.demander(get(b"/echo")).entetes["allow"], "POST, OPTIONS")
        self.assertEqual(self.serveur.demander(post(b"", cible=b"/")).entetes["allow"],
                         "GET, HEAD, OPTIONS")

    def test_an_announced_body_too_large_is_refused_before_it_is_sent(self):
        reponse = self.serveur.demander(
            b"POST /echo HTTP/1.1\r\n" + H + b"Content-Length: 1000000000000\r\n\r\n")
        self.assertEqual(reponse.statut, 413)

    def test_a_refusal_is_read_by_a_client_that_goes_on_sending(self):
        with self.serveur.ouvrir() as connexion:
            connexion.envoyer(b"POST /echo HTTP/1.1\r\n" + H + b"Content-Length: 5000000\r\n\r\n")
            connexion.envoyer(b"x" * 5000000)
            self.assertEqual(connexion.reponse().statut, 413)

    def test_head_has_the_fields_of_get_and_no_body(self):
        with self.serveur.ouvrir() as connexion:
            connexion.envoyer(b"HEAD / HTTP/1.1\r\n" + H + b"\r\n" + get(b"/chose/suite"))
            tete = connexion.reponse("HEAD")
            self.assertEqual((tete.statut, tete.entetes["content-length"]), (200, "9"))
            self.assertEqual(connexion.reponse().corps, b"suite")

    def test_options_says_what_is_allowed(self):
        for cible in (b"/echo", b"*"):
            reponse = self.serveur.demander(b"OPTIONS " + cible + b" HTTP/1.1\r\n" + H + b"\r\n")
            self.assertEqual(reponse.statut, 204)
            self.assertIn("OPTIONS", reponse.entetes["allow"])

    def test_an_expected_continue_is_given_only_when_the_body_is_wanted(self):
        tete = b"POST /echo HTTP/1.1\r\n" + H + b"Expect: 100-continue\r\nContent-Length: "
        with self.serveur.ouvrir() as connexion:
            connexion.envoyer(tete + b"3\r\n\r\n")
            self.assertEqual(connexion.reponse().statut, 100)
            connexion.envoyer(b"abc")
            self.assertEqual(connexion.reponse().corps, b"abc")
        self.assertEqual(self.serveur.demander(tete + b"70000\r\n\r\n").statut, 413)

    def test_pipelined_requests_are_answered_in_order(self):
        with self.serveur.ouvrir() as connexion:
            noms = [b"%d" % i for i in range(200)]
            suite = b"".join(get(b"/chose/" + nom) + post(nom) for nom in noms)
            connexion.envoyer(get(b"/lent?n=1") + suite)
            self.assertEqual(connexion.reponse().corps, b"[1]")
            for nom in noms:
                self.assertEqual(connexion.reponse().corps, nom)
                self.assertEqual(connexion.reponse().corps, nom)

    def test_connections_are_kept_or_closed_as_the_client_asks(self):
        cas = [(b"HTTP/1.1", H, False), (b"HTTP/1.1", H + b"Connection: close\r\n", True),
               (b"HTTP/1.0", H, True)]
        for version, entetes, ferme in cas:
            with self.serveur.ouvrir(2) as connexion:
                connexion.envoyer(get(b"/", entetes, version))
                connexion.reponse()
                connexion.envoyer(get(b"/"))
                if ferme:
                    self.assertRaises((Ferme, ConnectionError), connexion.reponse)
                else:
                    self.assertEqual(connexion.reponse().statut, 200)

    def test_every_answer_has_the_security_fields(self):
        for octets in (get(b"/"), get(b"/rien"), get(b"/echec"), b"\x00\r\n", post(b"x" * 70000)):
            entetes = self.serveur.demander(octets).entetes
            self.assertIn("default-src 'none'", entetes["content-security-policy"])
            self.assertIn("frame-ancestors 'none'", entetes["content-security-policy"])
            self.assertNotIn("unsafe", entetes["content-security-policy"])
            self.assertEqual(entetes["x-content-type-options"], "nosniff")
            self.assertIn("referrer-policy", entetes)
            self.assertEqual(entetes["cache-control"], "no-store")

    def test_a_failure_of_a_handler_tells_nothing(self):
        for accepte in (b"", b"Accept: text/html\r\n"):
            reponse = self.serveur.demander(get(b"/echec", H + accepte))
            self.assertEqual(reponse.statut, 500)
            self.assertNotIn(b"secret", reponse.corps)

    def test_a_page_gets_its_refusal_as_html(self):
        reponse = self.serveur.demander(get(b"/rien", H + b"Accept: text/html\r\n"))
        self.assertEqual(reponse.entetes["content-type"], "text/html; charset=utf-8")


if __name__ == "__main__":
    unittest.main()
