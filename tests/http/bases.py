"""The database of a test: a SQLite file or, with GRAPPE_BASE=postgres, a database of its own on the
server that GRAPPE_TEST_PG names. What a test asks of it directly is the same text on both."""

import ctypes
import ctypes.util
import itertools
import os
import re
import sqlite3

SUR_POSTGRES = os.environ.get("GRAPPE_BASE") == "postgres"
NOMBRES = (20, 21, 23, 1700)  # the types of PostgreSQL that hold a whole number here
suivante = itertools.count(1)


class Refus(Exception):
    """The database refused a statement."""


class Fichier:
    """A SQLite file."""

    def __init__(self, chemin):
        self.chemin, self.url = chemin, f"sqlite:{chemin}"

    def __enter__(self):
        self.lien = sqlite3.connect(self.chemin, timeout=20)
        return self

    def __exit__(self, *_):
        self.lien.commit()
        self.lien.close()

    def executer(self, texte, *valeurs):
        """The rows, each a tuple."""
        try:
            return self.lien.execute(texte, valeurs).fetchall()
        except sqlite3.Error as erreur:
            raise Refus(str(erreur)) from erreur

    def effacer(self):
        """The file goes with its folder."""


class Postgres:
    """A database of that server, by the library that the program has too: no other client."""

    def __init__(self, url):
        self.url, self.nom, self.serveur = url, None, None

    @staticmethod
    def creer(serveur):
        base = Postgres(serveur)
        base.serveur, base.nom = serveur, f"essai_{os.getpid()}_{next(suivante)}"
        with Postgres(serveur) as administree:
            administree.executer(f"CREATE DATABASE {base.nom}")
        base.url = re.sub(r"/postgres\?", f"/{base.nom}?", serveur)
        return base

    def effacer(self):
        if self.nom:
            with Postgres(self.serveur) as administree:
                administree.executer(f"DROP DATABASE IF EXISTS {self.nom} WITH (FORCE)")
            self.nom = None

    def __enter__(self):
        self.lien = libpq().PQconnectdb(self.url.encode())
        if libpq().PQstatus(self.lien) != 0:
            raise Refus(libpq().PQerrorMessage(self.lien).decode())
        return self

    def __exit__(self, *_):
        libpq().PQfinish(self.lien)

    def executer(self, texte, *valeurs):
        rangs = itertools.count(1)
        texte = re.sub(r"\?", lambda _: f"${next(rangs)}", texte)
        donnees = [None if v is None else str(v).encode() for v in valeurs]
        fait = libpq().PQexecParams(self.lien, texte.encode(), len(donnees), None,
                                    (ctypes.c_char_p * len(donnees))(*donnees), None, None, 0)
        try:
            if libpq().PQresultStatus(fait) not in (1, 2):  # COMMAND_OK, TUPLES_OK
                raise Refus(libpq().PQresultErrorMessage(fait).decode())
            return [tuple(cellule(fait, ligne, colonne)
                          for colonne in range(libpq().PQnfields(fait)))
                    for ligne in range(libpq().PQntuples(fait))]
        finally:
            libpq().PQclear(fait)


def cellule(fait, ligne, colonne):
    if libpq().PQgetisnull(fait, ligne, colonne):
        return None
    texte = libpq().PQgetvalue(fait, ligne, colonne).decode()
    return int(texte) if libpq().PQftype(fait, colonne) in NOMBRES else texte


def libpq():
    if not hasattr(libpq, "ouverte"):
        libpq.ouverte = ctypes.CDLL(ctypes.util.find_library("pq") or "libpq.so.5")
        for nom in ("PQconnectdb", "PQexecParams"):
            getattr(libpq.ouverte, nom).restype = ctypes.c_void_p
        for nom in ("PQerrorMessage", "PQresultErrorMessage", "PQgetvalue"):
            getattr(libpq.ouverte, nom).restype = ctypes.c_char_p
        vide, entier, texte = ctypes.c_void_p, ctypes.c_int, ctypes.c_char_p
        for nom, types in {"PQconnectdb": [texte], "PQstatus": [vide], "PQerrorMessage": [vide],
                           "PQfinish": [vide], "PQresultStatus": [vide], "PQclear": [vide],
                           "PQresultErrorMessage": [vide], "PQnfields": [vide],
                           "PQntuples": [vide], "PQftype": [vide, entier],
                           "PQgetisnull": [vide, entier, entier],
                           "PQgetvalue": [vide, entier, entier],
                           "PQexecParams": [vide, texte, entier, vide, vide, vide, vide,
                                            entier]}.items():
            getattr(libpq.ouverte, nom).argtypes = types
    return libpq.ouverte


def base_neuve(dossier):
    """The database of a server whose data are in that folder."""
    if SUR_POSTGRES:
        return Postgres.creer(os.environ["GRAPPE_TEST_PG"])
    return Fichier(f"{dossier}/portail.sqlite")


def base_a(url):
    return Postgres(url) if url.startswith("postgres") else Fichier(url.removeprefix("sqlite:"))
