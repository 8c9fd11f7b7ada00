"""The FHIR R4 face of the DUI: read, search, pages, versions, refusals; who sees whom, and the line of the journal."""

import json
import re
import unittest
import urllib.parse

import comptes
from essai_dui_api import Essai
from essai_fhir_dossier import TYPES

PREFIXE = "application/fhir+json"


class Client(comptes.Client):
    """A program with the session of its browser."""

    contrat = None
    nom_du_cookie = "session_dui"


class Fhir(Essai):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.importer("fhir.ndjson", [
            *cls.personne("fhir/1", cls.premier, "FHIROUENNEVEL", ["MAËLYS", "ODE"], "1941-03-12", "qualifiee",
                          matricule_ins="279035121518989"),
            *cls.personne("fhir-2", cls.premier, "FHIROUENNEVAL", ["LÉOPOLD"], "1941-12-03"),
            *cls.personne("fhir-3", cls.second, "FHIROUENNEVEL", ["IRIS"], "1950-01-02")])
        cls.partout, cls.ici = cls.programme("encadrement"), cls.programme("professionnel", cls.premier)

    @classmethod
    def personne(cls, id, ou, nom, prenoms, naissance, statut="provisoire", **autres):
        return [{"type": "personne", "id": id, "finess_et": ou, "nom_naissance": nom, "prenoms": prenoms,
                 "date_naissance": naissance, "sexe": "F", "lieu_naissance": "33063", "statut_identite": statut, **autres},
                {"type": "sejour", "id": "s-" + id, "personne": id, "finess_et": ou, "entree": "2024-02-01",
                 "modalite": "permanent"}]

    @classmethod
    def importer(cls, nom, lignes):
        fichier = cls.atelier.chemin / nom
        fichier.write_text("".join(json.dumps(une) + "\n" for une in lignes))
        fait = cls.atelier.commande("import", str(fichier), sans_cle=True)
        assert fait.returncode == 0, fait.stderr + fait.stdout

    @classmethod
    def programme(cls, role, *ou):
        navigateur = cls.atelier.compte(role, *ou)
        client = Client(cls.atelier)
        client.cookie, client.csrf = navigateur.cookie, navigateur.csrf
        return client

    def chercher(self, client, type_, **question):
        reponse = client.lire(f"/fhir/{type_}?" + urllib.parse.urlencode(question))
        self.assertEqual(reponse.statut, 200, reponse.corps)
        self.assertEqual(reponse.entetes["content-type"], PREFIXE)
        return reponse.json

    def ids(self, client, type_="Patient", **question):
        entrees = self.chercher(client, type_, **question).get("entry", [])
        return [une["resource"]["id"] for une in entrees if une["search"]["mode"] == "match"]

    def codes(self, reponse, statut):
        self.assertEqual(reponse.statut, statut, reponse.corps)
        self.assertEqual(reponse.entetes["content-type"], PREFIXE)
        self.assertEqual(reponse.json["resourceType"], "OperationOutcome")
        for un in reponse.json["issue"]:
            self.assertTrue(un["details"]["text"].endswith("."), un)
        return [(un["details"]["coding"][0]["code"], *un.get("location", [])) for un in reponse.json["issue"]]

    def lectures(self, personne):
        return self.atelier.executer("SELECT COUNT(*) FROM journal WHERE acte = 'dossier_usager.lire' AND objet = "
                                     f"'personne:{personne}'")[0][0]

    def test_the_capability_statement_says_what_is_served_and_nothing_else(self):
        lue = Client(self.atelier).lire("/fhir/metadata")
        self.assertEqual(lue.statut, 200)
        self.assertEqual((lue.json["resourceType"], lue.json["fhirVersion"]), ("CapabilityStatement", "4.0.1"))
        types = {une["type"]: une for une in lue.json["rest"][0]["resource"]}
        self.assertEqual(set(types), {"Patient", "Encounter", "EpisodeOfCare", *TYPES})
        exemples = {"token": "x", "string": "x", "date": "ge1900", "reference": "x"}
        for type_, une in types.items():
            nommee = {"patient": "fhir-2"} if type_ in TYPES else {}
            self.assertEqual({un["code"] for un in une["interaction"]}, {"read", "vread", "history-instance", "search-type"})
            for un in une["searchParam"]:
                self.chercher(self.partout, type_, **{**nommee, un["name"]: exemples[un["type"]], "_count": 1})
            for inclusion in une.get("searchInclude", []):
                self.chercher(self.partout, type_, **nommee, _include=inclusion, _count=1)
            self.codes(self.partout.lire(f"/fhir/{type_}?organization=x"), 400)
        self.codes(self.partout.lire("/fhir/Observation"), 404)

    def test_names_without_accents_dates_with_prefixes_gender_and_identifiers(self):
        un, deux, trois = "x.Zmhpci8x", "fhir-2", "fhir-3"
        for question, attendues in (
                ({"name": "fhirouennev"}, [un, deux, trois]), ({"family": "fhirouennevel"}, [un, trois]),
                ({"given": "maelys", "name": "fhirou"}, [un]), ({"given": "ode", "name": "fhirou"}, [un]),
                ({"name": "fhirouenn", "birthdate": "1941"}, [un, deux]),
                ({"name": "fhirouenn", "birthdate": "gt1941-03-12"}, [deux, trois]),
                ({"name": "fhirouenn", "gender": "female"}, [un, deux, trois]),
                ({"name": "fhirouenn", "gender": "male"}, []), ({"_id": un}, [un]), ({"_id": f"{deux},{trois},rien"}, [deux, trois]),
                ({"identifier": f"https://identifiant-medicosocial-localusager.esante.gouv.fr|3{self.premier}/fhir-2"}, [deux]),
                ({"name": "fhirouenn", "_sort": "family"}, [deux, un, trois]),
                ({"name": "fhirouenn", "_sort": "-birthdate"}, [trois, deux, un]),
                ({"name": "fhirouenn", "_lastUpdated": "lt2000"}, []),
                ({"name": "fhirouenn", "_lastUpdated": "ge2000"}, [un, deux, trois])):
            self.assertEqual(sorted(self.ids(self.partout, **question)), sorted(attendues), question)
        self.assertEqual(self.ids(self.partout, name="fhirouenn", _sort="-birthdate"), [trois, deux, un])

    def test_nobody_is_shown_or_guessed_where_one_does_not_work(self):
        self.assertEqual(self.ids(self.ici, name="fhirouenn"), ["x.Zmhpci8x", "fhir-2"])
        inconnue = self.ici.lire("/fhir/Patient/nulle-part")
        for chemin in ("Patient/fhir-3", "Patient/fhir-3/_history", "Encounter/s-fhir-3", "EpisodeOfCare/s-fhir-3"):
            refusee = self.ici.lire(f"/fhir/{chemin}")
            self.assertEqual(self.codes(refusee, 404), [("fhir.inconnue",)])
            self.assertEqual(refusee.corps, inconnue.corps)
        for question in ({"_id": "fhir-3"}, {"_id": "nulle-part"}):
            self.assertEqual(self.ids(self.ici, **question), [])
        self.assertEqual(self.ids(self.ici, "Encounter", patient="fhir-3"), [])
        self.assertEqual(self.codes(Client(self.atelier).lire("/fhir/Patient"), 401), [("session.requise",)])

    def test_every_fault_is_told_at_once_in_french(self):
        reponse = self.partout.lire("/fhir/Patient?birthdate=hier&couleur=bleu&_count=0&gender:not=male")
        self.assertEqual(self.codes(reponse, 400),
                         [("fhir.date", "http.birthdate"), ("fhir.parametre_inconnu", "http.couleur"),
                          ("fhir.compte", "http._count"), ("fhir.modificateur", "http.gender:not")])
        lue = self.partout.lire("/fhir/Patient?couleur=bleu&name=fhirouenn&_count=1", Prefer="handling=lenient")
        self.assertEqual(lue.statut, 200)
        self.assertEqual(lue.json["entry"][-1]["resource"]["resourceType"], "OperationOutcome")
        self.assertNotIn("couleur", lue.json["link"][0]["url"])
        self.codes(self.partout.lire("/fhir/Patient?couleur=bleu", Prefer="handling=strict"), 400)

    def test_json_or_nothing(self):
        for accept, statut in (("application/fhir+json", 200), ("application/json", 200), ("*/*", 200), ("text/html", 406),
                               ("application/fhir+xml", 406), ("application/fhir+xml, application/fhir+json;q=0.5", 200)):
            self.assertEqual(self.partout.lire("/fhir/Patient/fhir-2", Accept=accept).statut, statut, accept)
        self.assertEqual(self.codes(self.partout.lire("/fhir/Patient/fhir-2?_format=xml"), 406), [("fhir.format",)])
        self.assertEqual(self.partout.lire("/fhir/Patient/fhir-2?_format=json", Accept="text/html").statut, 200)

    def test_pages_hold_each_person_once_while_others_are_written(self):
        tous = self.ids(self.partout, _count=100)
        vus, adresse = [], "/fhir/Patient?_count=7"
        while adresse:
            page = self.partout.lire(adresse)
            self.assertEqual(page.statut, 200)
            vus += [une["resource"]["id"] for une in page.json.get("entry", [])]
            if len(vus) == 14:
                self.importer("pendant.ndjson", self.personne("fhir-pendant", self.premier, "AAAA", ["ANNE"], "1930-01-01"))
            suite = [un["url"] for un in page.json["link"] if un["relation"] == "next"]
            adresse = re.sub(r"^https?://[^/]+", "", suite[0]) if suite else None
        self.assertEqual(len(vus), len(set(vus)))
        self.assertEqual([un for un in vus if un != "fhir-pendant"], tous)
        self.assertEqual(vus[-1], "fhir-pendant")

    def test_sorted_pages_end_and_hold_each_person_once(self):
        tous = self.ids(self.partout, _count=100, _sort="family", name="fhirouenn")
        vus, adresse = [], "/fhir/Patient?_count=1&_sort=family&name=fhirouenn"
        while adresse:
            page = self.partout.lire(adresse).json
            vus += [une["resource"]["id"] for une in page.get("entry", [])]
            suite = [un["url"] for un in page["link"] if un["relation"] == "next"]
            adresse = re.sub(r"^https?://[^/]+", "", suite[0]) if suite else None
        self.assertEqual(vus, tous)

    def test_stays_of_a_person_with_the_person_included(self):
        for type_, nom in (("Encounter", "subject"), ("EpisodeOfCare", "patient")):
            lot = self.chercher(self.ici, type_, patient="Patient/fhir-2", _include=f"{type_}:patient")
            self.assertEqual([une["search"]["mode"] for une in lot["entry"]], ["match", "include"])
            sejour, personne = (une["resource"] for une in lot["entry"])
            self.assertEqual(sejour[nom]["reference"], f"Patient/{personne['id']}")
            self.assertEqual(sejour["period"], {"start": "2024-02-01"})
            self.assertEqual(self.ids(self.ici, type_, patient="fhir-2", date="lt2024-02"), [])
            self.assertEqual(self.ids(self.ici, type_, patient="fhir-2", date="ge2024-09-01"), ["s-fhir-2"])
        vus, adresse = [], "/fhir/Encounter?_count=9"
        while adresse:
            page = self.ici.lire(adresse).json
            vus += [une["resource"]["id"] for une in page.get("entry", [])]
            suite = [un["url"] for un in page["link"] if un["relation"] == "next"]
            adresse = re.sub(r"^https?://[^/]+", "", suite[0]) if suite else None
        self.assertEqual(len(vus), len(set(vus)))
        self.assertIn("s-fhir-2", vus)
        self.assertNotIn("s-fhir-3", vus)

    def test_versions_are_kept_read_again_and_asked_for_once(self):
        self.importer("v1.ndjson", self.personne("fhir-v", self.premier, "PREMIER", ["ANNE"], "1930-01-01"))
        une = self.ici.lire("/fhir/Patient/fhir-v")
        self.assertEqual(une.statut, 200)
        etiquette = une.entetes["etag"]
        self.assertEqual(etiquette, f'W/"{une.json["meta"]["versionId"]}"')
        self.assertEqual(self.ici.lire("/fhir/Patient/fhir-v", **{"If-None-Match": etiquette}).statut, 304)
        corrigee = {**self.personne("fhir-v", self.premier, "SECOND", ["ANNE"], "1930-01-01")[0], "corrige": True}
        self.importer("v2.ndjson", [corrigee])
        deux = self.ici.lire("/fhir/Patient/fhir-v", **{"If-None-Match": etiquette})
        self.assertEqual((deux.statut, deux.json["name"][0]["family"]), (200, "SECOND"))
        histoire = self.ici.lire("/fhir/Patient/fhir-v/_history").json
        self.assertEqual([un["resource"]["name"][0]["family"] for un in histoire["entry"]], ["SECOND", "PREMIER"])
        self.assertEqual([un["request"]["method"] for un in histoire["entry"]], ["PUT", "POST"])
        ancienne = self.ici.lire(f"/fhir/Patient/fhir-v/_history/{une.json['meta']['versionId']}")
        self.assertEqual(ancienne.json, une.json)
        self.assertEqual(self.codes(self.ici.lire("/fhir/Patient/fhir-v/_history/0"), 404), [("fhir.inconnue",)])

    def test_each_record_read_is_a_line_of_the_journal_and_no_other(self):
        avant = self.lectures("fhir-2"), self.lectures("fhir-3")
        self.ici.lire("/fhir/Patient/fhir-2")
        self.ids(self.ici, name="fhirouenn")
        self.chercher(self.ici, "Encounter", patient="fhir-2", _include="Encounter:patient")
        self.ici.lire("/fhir/Patient/fhir-3")
        self.assertEqual((self.lectures("fhir-2"), self.lectures("fhir-3")), (avant[0] + 3, avant[1]))


if __name__ == "__main__":
    unittest.main()
