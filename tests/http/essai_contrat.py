"""The description of the API: an OpenAPI 3.1 document, complete on the main path, true of real answers."""

import json
import pathlib
import re
import unittest

import description
import jsonschema
from comptes import Atelier, Client

FORME = json.loads((pathlib.Path(__file__).parent / "openapi_3_1.json").read_text(encoding="utf-8"))

CONTRATS = (description.COMMITTEE, description.DU_DUI)
# The main path of the contract: operation, status when it went well, refusals that it names.
CHEMIN_PRINCIPAL = """
POST /api/comptes 202 422
POST /api/comptes/activation 204 410
POST /api/sessions 201 401 429
POST /api/check 200 400 422
GET /api/etablissements 200
GET /api/etablissements/{finess_et} 200 404
GET /api/appels 200
GET /api/appels/{id} 200 404
POST /api/dossiers 201 422
PUT /api/dossiers/{id} 200 400 412 428
GET /api/dossiers/{id} 200 404
GET /api/dossiers/{id}/analyse 200
GET /api/dossiers/{id}/historique 200
POST /api/dossiers/{id}/pieces 201 413 415
POST /api/dossiers/{id}/membres 201
POST /api/dossiers/{id}/accords 201
POST /api/dossiers/{id}/depot 201 409 422
GET /api/recepisses/{numero} 200 404
GET /api/dossiers 200
POST /api/dossiers/{id}/instruction 201
POST /api/dossiers/{id}/pieces/{piece}/verdict 201
POST /api/dossiers/{id}/demandes 201
POST /api/dossiers/{id}/appreciations 201
POST /api/dossiers/{id}/recevabilite 201 409
"""


def operations(*fichiers):
    for fichier in fichiers or CONTRATS:
        for chemin, methodes in description.lue(fichier)["paths"].items():
            for methode, operation in methodes.items():
                yield f"{methode.upper()} {chemin}", operation


def references(valeur):
    if isinstance(valeur, dict):
        for nom, contenu in valeur.items():
            if nom == "$ref":
                yield contenu
            else:
                yield from references(contenu)
    elif isinstance(valeur, list):
        for un in valeur:
            yield from references(un)


def parametres(operation, ou):
    return {p["name"]: p for p in operation.get("parameters", []) if p["in"] == ou}


class Document(unittest.TestCase):
    def test_it_has_the_shape_of_openapi_3_1(self):
        jsonschema.Draft202012Validator.check_schema(FORME)
        for fichier in CONTRATS:
            lue = description.lue(fichier)
            fautes = list(jsonschema.Draft202012Validator(FORME).iter_errors(lue))
            self.assertEqual([f"{list(f.absolute_path)}: {f.message[:200]}" for f in fautes], [])
            for nom, schema in lue["components"]["schemas"].items():
                with self.subTest(nom):
                    jsonschema.Draft202012Validator.check_schema(schema)

    def test_every_reference_leads_somewhere_and_every_schema_serves(self):
        for fichier in CONTRATS:
            visees = set(references(description.lue(fichier)))
            for visee in visees:
                ici = description.lue(fichier)
                for pas in visee.removeprefix("#/").split("/"):
                    ici = ici[pas]
            schemas = {f"#/components/schemas/{nom}" for nom in
                       description.lue(fichier)["components"]["schemas"]}
            self.assertEqual(schemas - visees, set())

    def test_each_operation_says_its_parameters_and_its_session(self):
        for nom, operation in operations():
            with self.subTest(nom):
                du_chemin = set(re.findall(r"\{(\w+)", nom))
                self.assertEqual(set(parametres(operation, "path")), du_chemin)
                gardee = "x-permission" in operation
                self.assertEqual("security" in operation, gardee)
                self.assertEqual("401" in operation["responses"], gardee or "sessions" in nom)
                ecrit = not nom.startswith("GET")
                self.assertEqual("X-CSRF-Token" in parametres(operation, "header"),
                                 gardee and ecrit)
                reussites = [s for s in operation["responses"] if s.startswith("2")]
                self.assertEqual(len(reussites), 1, reussites)

    def test_an_answer_or_a_body_that_is_json_has_its_schema(self):
        for nom, operation in operations():
            dits = [r["content"] for r in operation["responses"].values() if "content" in r]
            if operation.get("requestBody", {}).get("required"):
                dits.append(operation["requestBody"]["content"])
            for dit in dits:
                if "application/json" in dit:
                    with self.subTest(nom):
                        self.assertIn("schema", dit["application/json"])

    def test_the_main_path_is_described_whole(self):
        toutes = dict(operations(description.COMMITTEE))
        for ligne in CHEMIN_PRINCIPAL.strip().splitlines():
            methode, chemin, statut, *refus = ligne.split()
            operation = toutes[f"{methode} {chemin}"]
            with self.subTest(ligne):
                reussite = operation["responses"][statut]
                if statut != "204":
                    self.assertIn("schema", reussite["content"]["application/json"])
                self.assertLessEqual(set(refus), set(operation["responses"]))
                entetes = parametres(operation, "header")
                if methode == "PUT":
                    self.assertTrue(entetes["If-Match"]["required"])
                if statut == "201" and chemin != "/api/sessions":
                    self.assertIn("Idempotency-Key", entetes)


class Reponse:
    def __init__(self, statut, corps, genre="application/json"):
        self.statut, self.corps, self.entetes = statut, corps, {"content-type": genre}


class Confrontation(unittest.TestCase):
    """The check that every suite makes of every answer does refuse what is not as described."""

    def refuse(self, methode, chemin, reponse, envoye=None):
        with self.assertRaises(AssertionError):
            description.confronter(methode, chemin, (envoye, "application/json"), reponse)

    def test_it_refuses_what_is_not_announced(self):
        bon = Reponse(201, '{"csrf": "x"}')
        connexion = {"courriel": "a@exemple.fr", "mot_de_passe": "x"}
        description.confronter("POST", "/api/sessions", (connexion, "application/json"), bon)
        self.refuse("POST", "/api/sessions", Reponse(200, '{"csrf": "x"}'))
        self.refuse("POST", "/api/sessions", Reponse(201, "{}"))
        self.refuse("POST", "/api/sessions", Reponse(201, '{"csrf": "x", "autre": 1}'))
        self.refuse("POST", "/api/sessions", Reponse(201, '{"csrf": 1}'))
        self.refuse("POST", "/api/sessions", Reponse(401, '{"code": "x"}'))
        self.refuse("POST", "/api/sessions", bon, {"courriel": "a@exemple.fr"})
        self.refuse("GET", "/api/sante", Reponse(404, "{}", "application/problem+json"))
        self.refuse("POST", "/api/comptes/activation", Reponse(204, "{}"))

    def test_the_nearest_path_is_taken(self):
        chemins = [description.operation(methode, adresse)[0] for methode, adresse in (
            ("DELETE", "/api/sessions/courante"), ("DELETE", "/api/sessions/abc"),
            ("GET", "/api/recepisses/N-1?empreinte=a"), ("GET", "/api/recepisses/N-1.pdf"))]
        self.assertEqual(chemins, ["/api/sessions/courante", "/api/sessions/{id}",
                                   "/api/recepisses/{numero}", "/api/recepisses/{numero}.pdf"])
        self.assertIsNone(description.operation("PUT", "/api/sante"))


class Service(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.atelier = Atelier().demarrer("--horloge", "2024-05-24T21:59:59Z", registre="")
        cls.client = Client(cls.atelier)

    @classmethod
    def tearDownClass(cls):
        cls.atelier.fermer()

    def test_what_is_served_is_what_is_committed(self):
        servie = self.client.lire("/api/openapi.json")
        self.assertEqual(servie.corps, description.COMMITTEE.read_text(encoding="utf-8"))

    def test_the_public_answers_are_as_described(self):
        # Each answer is compared with its description by the client itself.
        trouves = self.client.lire("/api/etablissements?q=tilleuls&limite=100").json["resultats"]
        for numero in {trouve["categorie"]: trouve["finess_et"] for trouve in trouves}.values():
            self.assertEqual(self.client.lire(f"/api/etablissements/{numero}").statut, 200)
        self.assertEqual(self.client.lire("/api/etablissements/000000000").statut, 404)
        self.assertEqual(self.client.lire("/api/etablissements?limite=0").statut, 400)
        for appel in self.client.lire("/api/appels").json["appels"]:
            self.assertEqual(self.client.lire(f"/api/appels/{appel['id']}").statut, 200)
        self.assertEqual(self.client.lire("/api/appels/XX-1").statut, 404)
        self.assertEqual(self.client.lire("/api/sante").statut, 200)
        self.assertEqual(self.client.lire("/api/recepisses/XX-1?empreinte=0").statut, 404)
        exemple = description.RACINE / "docs/exemple-dossier.json"
        juge = self.client.demander("POST", "/api/check", json.loads(exemple.read_text()))
        self.assertEqual(juge.statut, 200)
        self.assertEqual(self.client.demander("POST", "/api/check", {"appel": "X"}).statut, 422)


class SansDate(unittest.TestCase):
    """A register whose date nothing says: it is told so, and no date is made up."""

    def test_a_register_without_date_says_none(self):
        atelier = Atelier()
        self.addCleanup(atelier.fermer)
        registre = atelier.chemin / "registre.csv"
        registre.write_text(
            "nofinesset;nofinessej;rs;adresse1;adresse2;codepostal;ville;telephone;categetab;"
            "libcategetab;categagretab;libcategagretab;siret;codeape;codesph;libsph;dateouv;"
            "datemaj;latitude;longitude;departement;region;commune_insee\n"
            "330007543;330000001;EHPAD FICTIF;1 RUE DE L ESSAI;;33000;BORDEAUX;;500;Categorie;"
            "4401;Agregat;;;;;2001-02-03;2020-01-01;44.837789;-0.579180;33;75;33063\n")
        client = Client(atelier.demarrer("--horloge", "2024-05-24T21:59:59Z",
                                         registre=str(registre)))
        self.assertIsNone(client.lire("/api/sante").json["registre_au"])
        self.assertIsNone(client.lire("/api/etablissements/330007543").json["registre_au"])
        for adresse, mots in (("/", "1 établissements, état de date inconnue."),
                              ("/mentions-legales", "Registre de date inconnue."),
                              ("/etablissements/330007543", "registre de date inconnue.")):
            page = client.lire(adresse).corps
            self.assertIn(mots, page)
            self.assertNotIn("1970", page)


if __name__ == "__main__":
    unittest.main()
