-- Self-assessments: what each body of a dossier says of its information system.

CREATE TABLE maturite (
    dossier TEXT NOT NULL REFERENCES dossier (id),
    organisme TEXT NOT NULL,
    version BIGINT NOT NULL,
    ecrit_par TEXT NOT NULL,
    ecrit_le TEXT NOT NULL,
    PRIMARY KEY (dossier, organisme)
);

CREATE TABLE maturite_reponse (
    dossier TEXT NOT NULL,
    organisme TEXT NOT NULL,
    code TEXT NOT NULL,
    valeur TEXT NOT NULL,
    PRIMARY KEY (dossier, organisme, code)
);
