-- Members of a dossier: who speaks for which legal entity, their invitations, their agreements.

-- A member that was taken away keeps its row: agreements and the journal name it.
CREATE TABLE membre (
    id TEXT PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    finess_ej TEXT NOT NULL,
    courriel TEXT NOT NULL,
    compte TEXT REFERENCES compte (id),
    recupere_tva BIGINT,
    invite_le TEXT NOT NULL,
    accepte_le TEXT,
    retire_le TEXT
);
CREATE UNIQUE INDEX membre_dossier ON membre (dossier, finess_ej) WHERE retire_le IS NULL;
CREATE INDEX membre_compte ON membre (compte);

-- Links sent by mail: only the digest of the token is kept.
CREATE TABLE invitation (
    empreinte TEXT PRIMARY KEY,
    membre TEXT NOT NULL REFERENCES membre (id),
    par TEXT NOT NULL,
    cree_le TEXT NOT NULL,
    expire_le TEXT NOT NULL,
    utilisee_le TEXT
);
CREATE INDEX invitation_membre ON invitation (membre);
CREATE INDEX invitation_par ON invitation (par, cree_le);

-- The text that was agreed to, with its digest; the last one of a member tells whether it holds.
CREATE TABLE accord (
    id TEXT PRIMARY KEY,
    membre TEXT NOT NULL REFERENCES membre (id),
    rang BIGINT NOT NULL,
    part TEXT NOT NULL,
    empreinte TEXT NOT NULL,
    version BIGINT NOT NULL,
    donne_par TEXT NOT NULL,
    donne_le TEXT NOT NULL,
    fini_le TEXT,
    fin TEXT,
    UNIQUE (membre, rang)
);
