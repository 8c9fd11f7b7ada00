"""The committed description of the API: every answer that a suite gets must be one that it announces."""

import functools
import json
import pathlib
import re

import jsonschema

RACINE = pathlib.Path(__file__).resolve().parents[2]
COMMITTEE = RACINE / "tests/committed/openapi.json"
DU_DUI = RACINE / "tests/committed/openapi-dui.json"
# What the server may say of any request, before or instead of its route.
DE_TOUTES = {405, 408, 414, 431, 500, 503}


@functools.cache
def lue(fichier=COMMITTEE):
    return json.loads(fichier.read_text(encoding="utf-8"))


def motif(chemin):
    """/api/dossiers/{id} as an expression; a suffix after a parameter is no part of it."""
    morceaux = re.split(r"\{[^}]+\}", chemin)
    return re.compile("[^/]+".join(re.escape(m) for m in morceaux))


@functools.cache
def motifs(fichier):
    # The more of a path is written, the sooner it is taken: /courante before /{id}.
    chemins = sorted(lue(fichier)["paths"], key=lambda chemin: (chemin.count("{"), -len(chemin)))
    return [(motif(chemin), chemin) for chemin in chemins]


def operation(methode, adresse, fichier=COMMITTEE):
    """The path and the operation that an address is served by; None: of none."""
    sans_question = adresse.split("?")[0]
    for expression, chemin in motifs(fichier):
        if expression.fullmatch(sans_question) and methode.lower() in lue(fichier)["paths"][chemin]:
            return chemin, lue(fichier)["paths"][chemin][methode.lower()]
    return None


def stricte(schema):
    """Nothing that is not described: a client may take more, our own tests do not."""
    if isinstance(schema, list):
        return [stricte(un) for un in schema]
    if not isinstance(schema, dict):
        return schema
    close = {nom: stricte(valeur) for nom, valeur in schema.items()}
    if "properties" in close and schema.get("type") == "object":
        close.setdefault("additionalProperties", False)
    return close


@functools.cache
def composants(fichier):
    return stricte(lue(fichier)["components"])


@functools.cache
def verificateur(schema, fichier):
    """Of a schema's text, which may refer to those of the description."""
    return jsonschema.Draft202012Validator({**json.loads(schema), "components": composants(fichier)})


def fautes(schema, valeur, fichier=COMMITTEE):
    trouvees = verificateur(json.dumps(schema), fichier).iter_errors(valeur)
    return [f"{'.'.join(map(str, f.absolute_path))}: {f.message[:300]}" for f in trouvees]


def reponse_annoncee(decrite, statut, fichier):
    annoncee = decrite["responses"].get(str(statut))
    if annoncee is None and statut in DE_TOUTES:
        annoncee = decrite["responses"]["default"]
    if annoncee is not None and "$ref" in annoncee:
        annoncee = lue(fichier)["components"]["responses"][annoncee["$ref"].rsplit("/", 1)[1]]
    return annoncee


def objet_envoye(envoye, genre):
    """The JSON object of a body, if it is one."""
    if isinstance(envoye, (str, bytes)) and genre.split(";")[0] == "application/json":
        envoye = json.loads(envoye)
    return envoye if isinstance(envoye, dict) else None


def confronter(methode, adresse, envoye, reponse, fichier=COMMITTEE):
    """Raises when an answer, or a body that was taken, is not as described."""
    trouvee = operation(methode, adresse, fichier)
    if trouvee is None or not adresse.startswith("/api/"):
        return
    chemin, decrite = trouvee
    ici = f"{methode} {chemin} {reponse.statut}"
    annoncee = reponse_annoncee(decrite, reponse.statut, fichier)
    assert annoncee is not None, f"{ici}: not announced: {reponse.corps[:300]}"
    if "content" not in annoncee:
        assert reponse.corps == "", f"{ici}: a body where none is announced"
        return
    (genre, contenu), = annoncee["content"].items()
    recu = reponse.entetes.get("content-type", "").split(";")[0]
    if genre == "application/octet-stream":
        return
    assert recu == genre, f"{ici}: {recu} where {genre} is announced"
    if genre.endswith("json"):
        dites = fautes(contenu.get("schema", {}), json.loads(reponse.corps), fichier)
        assert not dites, f"{ici}: {dites[:5]}"
    objet = objet_envoye(*envoye) if reponse.statut < 300 else None
    if objet is not None:
        corps = decrite["requestBody"]["content"]["application/json"].get("schema", {})
        dites = fautes(corps, objet, fichier)
        assert not dites, f"{ici}: the body that was taken: {dites[:5]}"
