-- Accounts, sessions, the chained journal and the outgoing mail: the tables of the portail's own
-- schema that both programs share by their code, as they stand there today.

CREATE TABLE compte (
    id TEXT PRIMARY KEY,
    courriel TEXT NOT NULL,
    courriel_cle TEXT NOT NULL UNIQUE,
    nom TEXT NOT NULL,
    prenom TEXT NOT NULL,
    mot_de_passe TEXT NOT NULL,
    role TEXT NOT NULL,
    region TEXT,
    cree_le TEXT NOT NULL,
    ferme_le TEXT,
    version BIGINT NOT NULL
);
CREATE INDEX compte_role ON compte (role);

-- What somebody asked for; the account exists once the link sent by mail was followed.
CREATE TABLE inscription (
    empreinte TEXT PRIMARY KEY,
    courriel TEXT NOT NULL,
    courriel_cle TEXT NOT NULL,
    nom TEXT NOT NULL,
    prenom TEXT NOT NULL,
    mot_de_passe TEXT NOT NULL,
    expire_le TEXT NOT NULL,
    utilisee_le TEXT
);
CREATE INDEX inscription_courriel_cle ON inscription (courriel_cle);

-- Links sent by mail to an account: only the digest of the token is kept.
CREATE TABLE jeton (
    empreinte TEXT PRIMARY KEY,
    objet TEXT NOT NULL,
    compte TEXT NOT NULL REFERENCES compte (id),
    courriel TEXT,
    expire_le TEXT NOT NULL,
    utilise_le TEXT
);
CREATE INDEX jeton_compte ON jeton (compte);

-- The secret is sealed by a key that is not in the database.
CREATE TABLE second_facteur (
    compte TEXT PRIMARY KEY REFERENCES compte (id),
    secret TEXT NOT NULL,
    etat TEXT NOT NULL,
    dernier_pas BIGINT NOT NULL,
    ajoute_le TEXT NOT NULL
);

-- One line a database: tells that the key at hand is the one that sealed what it holds.
CREATE TABLE coffre (
    numero BIGINT PRIMARY KEY CHECK (numero = 1),
    marque TEXT NOT NULL
);

CREATE TABLE session_ouverte (
    empreinte TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    compte TEXT NOT NULL REFERENCES compte (id),
    appareil TEXT NOT NULL,
    ouverte_le TEXT NOT NULL,
    vue_le TEXT NOT NULL,
    expire_le TEXT NOT NULL
);
CREATE INDEX session_ouverte_compte ON session_ouverte (compte);

-- What is counted to slow guesses down: a keyed digest of an account or an address, no name.
CREATE TABLE tentative (
    cle TEXT NOT NULL,
    instant TEXT NOT NULL
);
CREATE INDEX tentative_cle ON tentative (cle, instant);

-- The outbox: a message is queued in the transaction that gives its reason, and sent afterwards.
CREATE TABLE courrier (
    id TEXT PRIMARY KEY,
    destinataire TEXT NOT NULL,
    objet TEXT NOT NULL,
    corps TEXT NOT NULL,
    cree_le TEXT NOT NULL,
    etat TEXT NOT NULL,
    essais BIGINT NOT NULL,
    prochain_essai TEXT NOT NULL,
    envoye_le TEXT,
    faute TEXT NOT NULL
);
CREATE INDEX courrier_etat ON courrier (etat, prochain_essai);

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

-- Who did what, when, on what, refusals included. Each line's digest covers all its fields and the
-- digest of the line before it.
CREATE TABLE journal (
    numero BIGINT PRIMARY KEY,
    instant TEXT NOT NULL,
    acteur TEXT NOT NULL,
    acte TEXT NOT NULL,
    objet TEXT NOT NULL,
    issue TEXT NOT NULL,
    detail TEXT NOT NULL,
    empreinte TEXT NOT NULL
);
CREATE INDEX journal_objet ON journal (objet);

CREATE TABLE journal_tete (
    cle BIGINT PRIMARY KEY CHECK (cle = 1),
    numero BIGINT NOT NULL,
    empreinte TEXT NOT NULL
);
INSERT INTO journal_tete (cle, numero, empreinte) VALUES (1, 0, '');

CREATE TABLE lien_openid (
    emetteur TEXT NOT NULL,
    sujet TEXT NOT NULL,
    compte TEXT NOT NULL UNIQUE REFERENCES compte (id),
    lie_le TEXT NOT NULL,
    PRIMARY KEY (emetteur, sujet)
);

-- What was asked by who has no account yet, with an Idempotency-Key: digests only.
CREATE TABLE redite (
    cle TEXT PRIMARY KEY,
    empreinte TEXT NOT NULL,
    cree_le TEXT NOT NULL
);
CREATE INDEX redite_cree_le ON redite (cree_le);

-- The establishments where an account works; none: the whole organisation.
CREATE TABLE rattachement (
    compte TEXT NOT NULL REFERENCES compte (id),
    finess_et TEXT NOT NULL,
    PRIMARY KEY (compte, finess_et)
);

-- sqlite only
CREATE TRIGGER journal_fixe BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'ajout seul : journal'); END;
CREATE TRIGGER journal_garde BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'ajout seul : journal'); END;

-- postgresql only
CREATE TRIGGER journal_fixe BEFORE UPDATE OR DELETE ON journal
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER journal_garde BEFORE TRUNCATE ON journal EXECUTE FUNCTION ajout_seul();

-- both
