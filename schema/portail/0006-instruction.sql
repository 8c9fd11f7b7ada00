-- Examination: what a desk decides of a deposited dossier, and what its lists show. A decision is a
-- row that is never changed: a later one replaces it, the earlier one stays.

-- What lists show of a deposited dossier, kept by its deposit and by its changes of state.
CREATE TABLE fiche (
    dossier TEXT PRIMARY KEY REFERENCES dossier (id),
    guichet TEXT NOT NULL,
    statut TEXT NOT NULL,
    appel TEXT NOT NULL,
    numero TEXT NOT NULL,
    porteur TEXT NOT NULL,
    recherche TEXT NOT NULL,
    siret TEXT NOT NULL,
    essms BIGINT NOT NULL,
    subvention BIGINT,
    depose_le TEXT NOT NULL,
    change_le TEXT NOT NULL,
    instructeur TEXT,
    echeance TEXT
);
CREATE INDEX fiche_arrivee ON fiche (guichet, depose_le, dossier);
CREATE INDEX fiche_statut ON fiche (guichet, statut, depose_le, dossier);
CREATE INDEX fiche_porteur ON fiche (guichet, recherche, dossier);
CREATE INDEX fiche_depot ON fiche (depose_le, dossier);

INSERT INTO fiche (dossier, guichet, statut, appel, numero, porteur, recherche, siret, essms,
                   subvention, depose_le, change_le, instructeur, echeance)
SELECT d.id, d.guichet, d.statut, d.appel, p.numero, '', '',
       COALESCE((SELECT MAX(e.siret) FROM depot_essms e WHERE e.dossier = d.id), ''),
       (SELECT COUNT(*) FROM depot_essms e WHERE e.dossier = d.id),
       p.subvention, p.depose_le, d.modifie_le, NULL, NULL
FROM dossier d JOIN depot p ON p.dossier = d.id
WHERE p.rang = (SELECT MAX(q.rang) FROM depot q WHERE q.dossier = d.id);

CREATE TABLE affectation (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    instructeur TEXT REFERENCES compte (id),
    par TEXT NOT NULL,
    faite_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

CREATE TABLE verdict (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    piece TEXT NOT NULL,
    verdict TEXT NOT NULL,
    motif TEXT NOT NULL,
    texte TEXT NOT NULL,
    par TEXT NOT NULL,
    rendu_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

-- A request for complements; it is open until `close_le`.
CREATE TABLE demande (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    textes TEXT NOT NULL,
    echeance TEXT NOT NULL,
    par TEXT NOT NULL,
    faite_le TEXT NOT NULL,
    close_le TEXT,
    cloture TEXT,
    PRIMARY KEY (dossier, numero)
);

-- `piece`: the one to replace, when it is one; `acceptee`: the piece that the desk accepted for it.
CREATE TABLE demande_piece (
    dossier TEXT NOT NULL,
    demande BIGINT NOT NULL,
    rang BIGINT NOT NULL,
    type TEXT NOT NULL,
    organisme TEXT,
    piece TEXT,
    texte TEXT NOT NULL,
    acceptee TEXT,
    PRIMARY KEY (dossier, demande, rang)
);

-- A piece given in answer to a request, and the one that it replaces.
CREATE TABLE complement (
    dossier TEXT NOT NULL,
    piece TEXT NOT NULL,
    remplace TEXT,
    PRIMARY KEY (dossier, piece)
);

-- What the porteur answers; `version`: the content as it is corrected.
CREATE TABLE reponse (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    version BIGINT NOT NULL,
    texte TEXT NOT NULL,
    par TEXT NOT NULL,
    faite_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

-- An authority's decision on what a rule leaves open; `objet` empty: wherever the rule found it.
CREATE TABLE appreciation (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    regle TEXT NOT NULL,
    objet TEXT NOT NULL,
    decision TEXT NOT NULL,
    motif TEXT NOT NULL,
    par TEXT NOT NULL,
    rendue_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

CREATE TABLE recevabilite (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    issue TEXT NOT NULL,
    motif TEXT NOT NULL,
    par TEXT NOT NULL,
    decidee_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

-- Read by the desk only.
CREATE TABLE note (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    texte TEXT NOT NULL,
    par TEXT NOT NULL,
    ecrite_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

-- Messages between a porteur and its desk; `cote`: who speaks.
CREATE TABLE message (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    cote TEXT NOT NULL,
    texte TEXT NOT NULL,
    par TEXT NOT NULL,
    ecrit_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);
CREATE TABLE message_fichier (
    dossier TEXT NOT NULL,
    message BIGINT NOT NULL,
    id TEXT NOT NULL,
    nom TEXT NOT NULL,
    format TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    taille BIGINT NOT NULL,
    PRIMARY KEY (dossier, message, id)
);
CREATE INDEX message_fichier_sha256 ON message_fichier (sha256);

-- Letters: the text that an administrator wrote last for each kind, and the letters as sent.
CREATE TABLE lettre_type (
    genre TEXT NOT NULL,
    version BIGINT NOT NULL,
    objet TEXT NOT NULL,
    corps TEXT NOT NULL,
    par TEXT NOT NULL,
    ecrite_le TEXT NOT NULL,
    PRIMARY KEY (genre, version)
);
CREATE TABLE lettre (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    numero BIGINT NOT NULL,
    genre TEXT NOT NULL,
    objet TEXT NOT NULL,
    corps TEXT NOT NULL,
    par TEXT NOT NULL,
    ecrite_le TEXT NOT NULL,
    PRIMARY KEY (dossier, numero)
);

-- How an account wants its list: columns, and searches that it named.
CREATE TABLE bureau (
    compte TEXT PRIMARY KEY REFERENCES compte (id),
    colonnes TEXT NOT NULL,
    requete TEXT NOT NULL
);
CREATE TABLE bureau_filtre (
    compte TEXT NOT NULL REFERENCES compte (id),
    nom TEXT NOT NULL,
    requete TEXT NOT NULL,
    PRIMARY KEY (compte, nom)
);
