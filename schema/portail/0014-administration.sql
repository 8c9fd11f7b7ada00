-- Administration of a dossier: what an administrator did, with its reason, and porteurs replaced.

-- Never changed. `jusqu_au`: the deposit is open until then; `version`: the corrected content.
CREATE TABLE intervention (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    genre TEXT NOT NULL,
    objet TEXT NOT NULL,
    avant TEXT NOT NULL,
    apres TEXT NOT NULL,
    jusqu_au TEXT,
    version BIGINT,
    motif TEXT NOT NULL,
    par TEXT NOT NULL,
    faite_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

-- While one is open the dossier has no porteur: `compte` accepted it, or another one replaced it.
CREATE TABLE succession (
    empreinte TEXT PRIMARY KEY,
    dossier TEXT NOT NULL REFERENCES dossier (id),
    courriel TEXT NOT NULL,
    ancien TEXT NOT NULL,
    par TEXT NOT NULL,
    cree_le TEXT NOT NULL,
    expire_le TEXT NOT NULL,
    compte TEXT,
    close_le TEXT
);
CREATE UNIQUE INDEX succession_dossier ON succession (dossier) WHERE close_le IS NULL;

-- A draft that looks for further members is a request in its name; empty: a lone structure.
ALTER TABLE demande_grappe ADD COLUMN dossier TEXT NOT NULL DEFAULT '';
