-- Devices that several people share: one is enrolled for a place, known by the digest of its cookie.
CREATE TABLE appareil (
    id TEXT PRIMARY KEY,
    empreinte TEXT NOT NULL UNIQUE,
    finess_et TEXT NOT NULL,
    unite TEXT NOT NULL,
    nom TEXT NOT NULL,
    enrole_par TEXT NOT NULL REFERENCES compte (id),
    enrole_le TEXT NOT NULL,
    retire_le TEXT
);
CREATE INDEX appareil_lieu ON appareil (finess_et, enrole_le) WHERE retire_le IS NULL;

-- What somebody takes over with: a hashed PIN, the keyed digest of a badge. `essais`: tries since
-- the last right one or the last full sign-in.
CREATE TABLE code_de_relais (
    compte TEXT PRIMARY KEY REFERENCES compte (id),
    pin TEXT NOT NULL,
    badge TEXT UNIQUE,
    essais BIGINT NOT NULL
);

-- Who signed in fully on a device, and until when taking over there is enough.
CREATE TABLE relais_ouvert (
    appareil TEXT NOT NULL REFERENCES appareil (id),
    compte TEXT NOT NULL REFERENCES compte (id),
    jusqu_a TEXT NOT NULL,
    PRIMARY KEY (appareil, compte)
);
CREATE INDEX relais_ouvert_fin ON relais_ouvert (jusqu_a);

-- What somebody was writing when the device changed hands: sealed for that account, one each.
CREATE TABLE brouillon_de_relais (
    compte TEXT PRIMARY KEY REFERENCES compte (id),
    contenu TEXT NOT NULL
);
