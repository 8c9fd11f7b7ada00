"""What the tests of the pages share: a porteur who fills in forms as a browser without scripts."""

import contextlib
import html
import re
import urllib.parse

from dossiers import Porteur

FORMULAIRE = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html"}


def champs(page, formulaire='id="simulateur"'):
    """The fields of a form as a browser would send them."""
    debut = page.index(formulaire)
    texte = page[debut:page.index("</form>", debut)]
    lus = []
    for balise in re.findall(r"<input\b[^>]*>", texte):
        attributs = dict(re.findall(r'([\w-]+)="([^"]*)"', balise))
        genre = attributs.get("type", "text")
        if genre in ("checkbox", "radio", "file", "submit") or "name" not in attributs:
            continue
        lus.append((html.unescape(attributs["name"]), html.unescape(attributs.get("value", ""))))
    for nom, options in re.findall(r'<select\b[^>]*name="([^"]+)"[^>]*>(.*?)</select>', texte, re.S):
        choisie = re.search(r'<option value="([^"]*)" selected', options)
        premiere = re.search(r'<option value="([^"]*)"', options)
        lus.append((html.unescape(nom), html.unescape((choisie or premiere)[1])))
    return lus


def envoyer_un_formulaire(client, chemin, champs, csrf=None):
    """As a page sends it: the form carries the token of writes, no field of the head does."""
    champs = [*(champs.items() if isinstance(champs, dict) else champs), ("csrf", csrf or client.csrf)]
    jeton, client.csrf = client.csrf, None
    try:
        return client.demander("POST", chemin, urllib.parse.urlencode(champs), **FORMULAIRE)
    finally:
        client.csrf = jeton


class Navigateur(Porteur):
    """The same porteur in a browser."""

    @contextlib.contextmanager
    def sans_jeton(self):
        """The token of writes in the form only, as a browser sends it."""
        csrf, self.csrf = self.csrf, None
        yield
        self.csrf = csrf

    def page(self, chemin):
        return self.lire(chemin, Accept="text/html")

    def envoyer(self, chemin, lus, **changes):
        """A form with some of its fields changed; a field that is None is left out."""
        changes = {nom.replace("__", "."): valeur for nom, valeur in changes.items()}
        envoyes = [(nom, changes.pop(nom, valeur)) for nom, valeur in lus]
        envoyes += changes.items()
        corps = urllib.parse.urlencode([(n, v) for n, v in envoyes if v is not None])
        return self.demander("POST", chemin, corps, **FORMULAIRE)

    def commencer_en_page(self, appel="NA-2024"):
        nouveau = self.page("/dossiers/nouveau")
        fait = self.envoyer("/dossiers", champs(nouveau.corps, 'action="/dossiers"'), appel=appel)
        assert fait.statut == 303, fait.corps
        return fait.entetes["location"].removesuffix("/saisie")

    def saisie(self, dossier):
        return champs(self.page(dossier + "/saisie").corps)

    def enregistrer(self, dossier, lus=None, **changes):
        lus = self.saisie(dossier) if lus is None else lus
        return self.envoyer(dossier + "/saisie", lus, action="enregistrer", **changes)

    def csrf_de_page(self, page):
        return re.search(r'name="csrf" value="([^"]+)"', page.corps)[1]
