-- The register of establishments: its imports, its present state, and what each change replaced.

CREATE TABLE registre_import (
    numero BIGINT PRIMARY KEY,
    date_registre TEXT NOT NULL,
    format TEXT NOT NULL,
    fichier TEXT NOT NULL,
    importe_le TEXT NOT NULL,
    lus BIGINT NOT NULL,
    nouveaux BIGINT NOT NULL,
    modifies BIGINT NOT NULL,
    fermes BIGINT NOT NULL,
    rejetes BIGINT NOT NULL,
    doublons BIGINT NOT NULL,
    avertissements BIGINT NOT NULL
);

-- Places of life (category 462) are sometimes private homes: where they are is never stored.
CREATE TABLE etablissement (
    finess_et TEXT PRIMARY KEY,
    finess_ej TEXT NOT NULL,
    raison_sociale TEXT NOT NULL,
    adresse TEXT NOT NULL,
    code_postal TEXT NOT NULL,
    commune TEXT NOT NULL,
    categorie TEXT NOT NULL,
    libelle_categorie TEXT NOT NULL,
    agregat TEXT NOT NULL,
    siret TEXT NOT NULL,
    departement TEXT NOT NULL,
    region TEXT NOT NULL,
    ouvert_le TEXT,
    ferme_le TEXT,
    latitude_e6 BIGINT,
    longitude_e6 BIGINT,
    CHECK (categorie <> '462' OR (adresse = '' AND code_postal = '' AND latitude_e6 IS NULL
                                  AND longitude_e6 IS NULL))
);
CREATE INDEX etablissement_finess_ej ON etablissement (finess_ej);

-- The line that the import `remplacee_par` replaced; it was right until that register's date.
CREATE TABLE etablissement_ancien (
    remplacee_par BIGINT NOT NULL REFERENCES registre_import (numero),
    finess_et TEXT NOT NULL,
    finess_ej TEXT NOT NULL,
    raison_sociale TEXT NOT NULL,
    adresse TEXT NOT NULL,
    code_postal TEXT NOT NULL,
    commune TEXT NOT NULL,
    categorie TEXT NOT NULL,
    libelle_categorie TEXT NOT NULL,
    agregat TEXT NOT NULL,
    siret TEXT NOT NULL,
    departement TEXT NOT NULL,
    region TEXT NOT NULL,
    ouvert_le TEXT,
    ferme_le TEXT,
    latitude_e6 BIGINT,
    longitude_e6 BIGINT,
    PRIMARY KEY (finess_et, remplacee_par)
);

-- What an administrator decided about a category; the files of donnees/ give the first state.
CREATE TABLE changement_secteur (
    numero BIGINT PRIMARY KEY,
    categorie TEXT NOT NULL,
    a_compter_du TEXT NOT NULL,
    secteur TEXT,
    eligibilite TEXT NOT NULL,
    ancien_secteur TEXT,
    ancienne_eligibilite TEXT NOT NULL,
    par TEXT NOT NULL,
    motif TEXT NOT NULL,
    fait_le TEXT NOT NULL
);
CREATE INDEX changement_secteur_categorie ON changement_secteur (categorie);
