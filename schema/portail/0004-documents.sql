-- Documents: the plannings of a dossier, and files prepared in the background.

CREATE TABLE planning (
    dossier TEXT PRIMARY KEY REFERENCES dossier (id),
    version BIGINT NOT NULL,
    ecrit_par TEXT NOT NULL,
    ecrit_le TEXT NOT NULL
);

CREATE TABLE planning_phase (
    dossier TEXT NOT NULL REFERENCES planning (dossier),
    rang BIGINT NOT NULL,
    volet TEXT NOT NULL,
    libelle TEXT NOT NULL,
    debut TEXT,
    fin TEXT,
    PRIMARY KEY (dossier, rang)
);

-- A file that an account asked for; it is hers alone, for some days.
CREATE TABLE exportation (
    id TEXT PRIMARY KEY,
    compte TEXT NOT NULL REFERENCES compte (id),
    genre TEXT NOT NULL,
    objet TEXT NOT NULL,
    etat TEXT NOT NULL,
    nom TEXT NOT NULL,
    demande_le TEXT NOT NULL,
    fini_le TEXT,
    perime_le TEXT NOT NULL,
    taille BIGINT,
    sha256 TEXT,
    essais BIGINT NOT NULL,
    faute TEXT NOT NULL
);
CREATE INDEX exportation_compte ON exportation (compte, demande_le);
CREATE INDEX exportation_etat ON exportation (etat, demande_le);
