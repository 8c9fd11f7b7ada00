-- Retention: what holds a dossier back, what a list named, what was purged.

CREATE TABLE retenue (
    id TEXT PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    motif TEXT NOT NULL,
    posee_par TEXT NOT NULL,
    posee_le TEXT NOT NULL,
    levee_par TEXT,
    levee_le TEXT
);
CREATE INDEX retenue_dossier ON retenue (dossier);

CREATE TABLE purge_annonce (
    dossier TEXT PRIMARY KEY REFERENCES dossier (id),
    annonce_le TEXT NOT NULL
);

CREATE TABLE purge (
    dossier TEXT PRIMARY KEY REFERENCES dossier (id),
    cas TEXT NOT NULL,
    par TEXT NOT NULL,
    purge_le TEXT NOT NULL
);
