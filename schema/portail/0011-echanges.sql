-- Exchanges between a porteur and its desk: which desk spoke, what was read, what waits.

-- The name of the desk, as receipts write it; empty: the porteur speaks.
ALTER TABLE message ADD COLUMN guichet TEXT NOT NULL DEFAULT '';

-- Up to which message each reader has read; `lecteur`: an account, or 'guichet' for the desk.
CREATE TABLE message_lecture (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    lecteur TEXT NOT NULL,
    numero BIGINT NOT NULL,
    par TEXT NOT NULL,
    lue_le TEXT NOT NULL,
    PRIMARY KEY (dossier, lecteur)
);

-- Dossiers whose porteur wrote what the desk has not read; `depuis`: the oldest of these messages.
CREATE TABLE message_attente (
    dossier TEXT PRIMARY KEY REFERENCES dossier (id),
    nombre BIGINT NOT NULL,
    depuis TEXT NOT NULL
);

-- Which mails an account wants; no row: each one.
CREATE TABLE courrier_preference (
    compte TEXT PRIMARY KEY REFERENCES compte (id),
    regime TEXT NOT NULL,
    choisi_le TEXT NOT NULL
);

-- What waits for the daily summary of an account.
CREATE TABLE courrier_resume (
    id TEXT PRIMARY KEY,
    compte TEXT NOT NULL REFERENCES compte (id),
    objet TEXT NOT NULL,
    lien TEXT NOT NULL,
    cree_le TEXT NOT NULL
);
CREATE INDEX courrier_resume_compte ON courrier_resume (compte, cree_le);

-- How long an examination took, once decided: days of its clock, which requests stop.
CREATE TABLE examen_delai (
    dossier TEXT PRIMARY KEY REFERENCES dossier (id),
    appel TEXT NOT NULL,
    guichet TEXT NOT NULL,
    jours BIGINT NOT NULL,
    decide_le TEXT NOT NULL
);
CREATE INDEX examen_delai_guichet ON examen_delai (guichet, appel, jours);
