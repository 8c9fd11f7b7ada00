-- Dossiers: what was written, version after version, their pieces, their deposits.

CREATE TABLE dossier (
    id TEXT PRIMARY KEY,
    compte TEXT NOT NULL REFERENCES compte (id),
    appel TEXT NOT NULL,
    statut TEXT NOT NULL,
    version BIGINT NOT NULL,
    cree_le TEXT NOT NULL,
    modifie_le TEXT NOT NULL,
    guichet TEXT
);
CREATE INDEX dossier_compte ON dossier (compte);
CREATE INDEX dossier_guichet ON dossier (guichet, statut);

-- The text as it came, byte for byte; a version is never changed.
CREATE TABLE dossier_version (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    version BIGINT NOT NULL,
    contenu TEXT NOT NULL,
    ecrit_par TEXT NOT NULL,
    ecrit_le TEXT NOT NULL,
    PRIMARY KEY (dossier, version)
);

-- Each change of state is a row: who, when, from where to where.
CREATE TABLE dossier_passage (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    acte TEXT NOT NULL,
    avant TEXT NOT NULL,
    apres TEXT NOT NULL,
    par TEXT NOT NULL,
    fait_le TEXT NOT NULL,
    motif TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

-- A file is named by its digest and lies beside the database before its row is written.
CREATE TABLE piece (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    organisme TEXT,
    nom TEXT NOT NULL,
    format TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    taille BIGINT NOT NULL,
    etat TEXT NOT NULL,
    depose_par TEXT NOT NULL,
    depose_le TEXT NOT NULL,
    retire_le TEXT,
    PRIMARY KEY (dossier, id)
);
CREATE INDEX piece_sha256 ON piece (sha256);

-- A deposit freezes a version, its pieces and what was computed; `recepisse` is the answer given.
CREATE TABLE depot (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    rang BIGINT NOT NULL,
    numero TEXT NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    depose_par TEXT NOT NULL,
    depose_le TEXT NOT NULL,
    niveau TEXT NOT NULL,
    financeur TEXT NOT NULL,
    ferme_le TEXT,
    regles TEXT NOT NULL,
    subvention BIGINT,
    empreinte TEXT NOT NULL,
    recepisse TEXT NOT NULL,
    PRIMARY KEY (dossier, rang)
);

CREATE TABLE depot_piece (
    dossier TEXT NOT NULL,
    rang BIGINT NOT NULL,
    piece TEXT NOT NULL,
    PRIMARY KEY (dossier, rang, piece)
);

-- The establishments of the last deposit of each dossier.
CREATE TABLE depot_essms (
    finess_et TEXT NOT NULL,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    siret TEXT NOT NULL,
    PRIMARY KEY (finess_et, dossier)
);
CREATE INDEX depot_essms_dossier ON depot_essms (dossier);

-- What a request with an Idempotency-Key was answered.
CREATE TABLE rejeu (
    compte TEXT NOT NULL REFERENCES compte (id),
    cle TEXT NOT NULL,
    empreinte TEXT NOT NULL,
    statut BIGINT NOT NULL,
    corps TEXT NOT NULL,
    cree_le TEXT NOT NULL,
    PRIMARY KEY (compte, cle)
);
CREATE INDEX rejeu_cree_le ON rejeu (cree_le);
