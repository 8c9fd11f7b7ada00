-- What was recorded about persons: facts, each version kept, and the acts that recorded them.

-- This database and no other: what is derived from it beside it bears its mark. The salts of the
-- leaves of its reports come from a secret that never leaves it.
CREATE TABLE magasin (
    marque TEXT PRIMARY KEY,
    secret_des_sels TEXT NOT NULL
);

-- One act of recording: all its facts become known at the same instant, to the microsecond. Numbers
-- follow each other, instants never go back.
CREATE TABLE enregistrement (
    numero BIGINT PRIMARY KEY,
    connu_le TEXT NOT NULL,
    auteur TEXT NOT NULL,
    origine TEXT NOT NULL,
    faits BIGINT NOT NULL
);

-- One version of one fact. `numero` follows the order of recording. `debut` and `fin` are days or
-- instants, as the type has it; `personnes` are ids, a line each; `reste` is what no indicator
-- reads, as a JSON object.
CREATE TABLE fait (
    numero BIGINT PRIMARY KEY,
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    enregistrement BIGINT NOT NULL,
    type TEXT NOT NULL,
    finess_et TEXT NOT NULL,
    personnes TEXT NOT NULL,
    debut TEXT,
    fin TEXT,
    etat TEXT NOT NULL,
    reste TEXT NOT NULL
);
CREATE UNIQUE INDEX fait_version ON fait (id, version);
-- Which persons are known, without reading every fact.
CREATE INDEX fait_personne ON fait (id) WHERE type = 'personne';

-- What was written stays written: facts and acts of recording take new rows and refuse that one be
-- changed or removed, whoever asks.

-- sqlite only
CREATE TRIGGER enregistrement_fixe BEFORE UPDATE ON enregistrement
BEGIN SELECT RAISE(ABORT, 'ajout seul : enregistrement'); END;
CREATE TRIGGER enregistrement_garde BEFORE DELETE ON enregistrement
BEGIN SELECT RAISE(ABORT, 'ajout seul : enregistrement'); END;
CREATE TRIGGER fait_fixe BEFORE UPDATE ON fait
BEGIN SELECT RAISE(ABORT, 'ajout seul : fait'); END;
CREATE TRIGGER fait_garde BEFORE DELETE ON fait
BEGIN SELECT RAISE(ABORT, 'ajout seul : fait'); END;
-- postgresql only
CREATE FUNCTION ajout_seul() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'ajout seul : %', TG_TABLE_NAME;
END $$;
CREATE TRIGGER enregistrement_fixe BEFORE UPDATE OR DELETE ON enregistrement
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER enregistrement_garde BEFORE TRUNCATE ON enregistrement
EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER fait_fixe BEFORE UPDATE OR DELETE ON fait
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER fait_garde BEFORE TRUNCATE ON fait EXECUTE FUNCTION ajout_seul();
-- both

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
CREATE INDEX journal_objet ON journal (objet, numero);

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

-- What was done to the identities of persons: each change of state, each attribute set or lifted.
-- Recorded under an act as facts are, so that any past answer can be given again.
CREATE TABLE identite (
    numero BIGINT PRIMARY KEY,
    personne TEXT NOT NULL,
    enregistrement BIGINT NOT NULL,
    acte TEXT NOT NULL,
    statut TEXT NOT NULL,
    attributs TEXT NOT NULL,
    matricule TEXT,
    oid TEXT,
    dispositif TEXT,
    vu_le TEXT,
    motif TEXT
);
CREATE INDEX identite_personne ON identite (personne);

-- sqlite only
CREATE TRIGGER identite_fixe BEFORE UPDATE ON identite
BEGIN SELECT RAISE(ABORT, 'ajout seul : identite'); END;
CREATE TRIGGER identite_garde BEFORE DELETE ON identite
BEGIN SELECT RAISE(ABORT, 'ajout seul : identite'); END;
-- postgresql only
CREATE TRIGGER identite_fixe BEFORE UPDATE OR DELETE ON identite
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER identite_garde BEFORE TRUNCATE ON identite EXECUTE FUNCTION ajout_seul();
-- both

-- What a record holds besides the facts of the indicators: each version kept, under an act of
-- recording as facts are. `debut` and `fin` are instants, `contenu` a JSON object.
CREATE TABLE element (
    numero BIGINT PRIMARY KEY,
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    enregistrement BIGINT NOT NULL,
    genre TEXT NOT NULL,
    classe TEXT NOT NULL,
    finess_et TEXT NOT NULL,
    personne TEXT NOT NULL,
    lie_a TEXT NOT NULL,
    debut TEXT NOT NULL,
    fin TEXT,
    etat TEXT NOT NULL,
    contenu TEXT NOT NULL
);
CREATE UNIQUE INDEX element_version ON element (id, version);
CREATE INDEX element_lieu ON element (finess_et, numero);

-- Derived: the last version of each element, and what lists are found by. It may be made again
-- from the table above.
CREATE TABLE element_courant (
    id TEXT PRIMARY KEY,
    numero BIGINT NOT NULL,
    genre TEXT NOT NULL,
    finess_et TEXT NOT NULL,
    personne TEXT NOT NULL,
    lie_a TEXT NOT NULL,
    debut TEXT NOT NULL
);
CREATE INDEX element_courant_personne ON element_courant (personne, genre, debut, numero);
CREATE INDEX element_courant_lieu ON element_courant (finess_et, genre, debut, numero);
CREATE INDEX element_courant_lien ON element_courant (lie_a) WHERE lie_a <> '';

-- The profession of an account (CSP R.1110-2): which classes of data it reads.
CREATE TABLE profession (
    compte TEXT PRIMARY KEY REFERENCES compte (id),
    profession TEXT NOT NULL
);

-- Up to which element an account has read what was recorded of a unit, or of a whole establishment
-- where `unite` is empty: a row each time.
CREATE TABLE releve (
    compte TEXT NOT NULL REFERENCES compte (id),
    finess_et TEXT NOT NULL,
    unite TEXT NOT NULL,
    numero BIGINT NOT NULL,
    lu_le TEXT NOT NULL
);
CREATE INDEX releve_compte ON releve (compte, finess_et, unite, numero);

-- sqlite only
CREATE TRIGGER element_fixe BEFORE UPDATE ON element
BEGIN SELECT RAISE(ABORT, 'ajout seul : element'); END;
CREATE TRIGGER element_garde BEFORE DELETE ON element
BEGIN SELECT RAISE(ABORT, 'ajout seul : element'); END;
-- postgresql only
CREATE TRIGGER element_fixe BEFORE UPDATE OR DELETE ON element
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER element_garde BEFORE TRUNCATE ON element EXECUTE FUNCTION ajout_seul();
-- both

-- What was said last of persons and of their stays, without reading every fact.
CREATE INDEX fait_annuaire ON fait (numero) WHERE type IN ('personne', 'sejour');
-- Who accompanies a person (elements of the genres cercle and membre). Derived: made again from the
-- last versions at will; asked at each opening of a record.
CREATE TABLE cercle_restreint (
    personne TEXT PRIMARY KEY
);
CREATE TABLE cercle_membre (
    personne TEXT NOT NULL,
    compte TEXT NOT NULL REFERENCES compte (id),
    PRIMARY KEY (personne, compte)
);

-- A record opened from outside its circle, with the reason that was given, until an instant; and
-- what somebody else found of it afterwards.
CREATE TABLE acces_exceptionnel (
    id TEXT PRIMARY KEY,
    finess_et TEXT NOT NULL,
    personne TEXT NOT NULL,
    compte TEXT NOT NULL REFERENCES compte (id),
    motif TEXT NOT NULL,
    ouvert_le TEXT NOT NULL,
    finit_le TEXT NOT NULL
);
CREATE INDEX acces_exceptionnel_personne ON acces_exceptionnel (personne, ouvert_le);
CREATE INDEX acces_exceptionnel_lieu ON acces_exceptionnel (finess_et, ouvert_le);
CREATE TABLE revue_d_acces (
    ouverture TEXT PRIMARY KEY REFERENCES acces_exceptionnel (id),
    revu_par TEXT NOT NULL REFERENCES compte (id),
    revu_le TEXT NOT NULL,
    avis TEXT NOT NULL,
    remarque TEXT NOT NULL
);

-- sqlite only
CREATE TRIGGER acces_exceptionnel_fixe BEFORE UPDATE ON acces_exceptionnel
BEGIN SELECT RAISE(ABORT, 'ajout seul : acces_exceptionnel'); END;
CREATE TRIGGER acces_exceptionnel_garde BEFORE DELETE ON acces_exceptionnel
BEGIN SELECT RAISE(ABORT, 'ajout seul : acces_exceptionnel'); END;
CREATE TRIGGER revue_d_acces_fixe BEFORE UPDATE ON revue_d_acces
BEGIN SELECT RAISE(ABORT, 'ajout seul : revue_d_acces'); END;
CREATE TRIGGER revue_d_acces_garde BEFORE DELETE ON revue_d_acces
BEGIN SELECT RAISE(ABORT, 'ajout seul : revue_d_acces'); END;
-- postgresql only
CREATE TRIGGER acces_exceptionnel_fixe BEFORE UPDATE OR DELETE ON acces_exceptionnel
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER acces_exceptionnel_garde BEFORE TRUNCATE ON acces_exceptionnel
EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER revue_d_acces_fixe BEFORE UPDATE OR DELETE ON revue_d_acces
FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER revue_d_acces_garde BEFORE TRUNCATE ON revue_d_acces EXECUTE FUNCTION ajout_seul();
-- both

-- Who waits for a place, before any record is opened: not a person of the record, counted by no
-- indicator, and erased on a retention of its own. So it is not an element, which nothing erases.
CREATE TABLE attente (
    id TEXT PRIMARY KEY,
    version BIGINT NOT NULL,
    finess_et TEXT NOT NULL,
    etat TEXT NOT NULL,
    touchee_le TEXT NOT NULL,
    contenu TEXT NOT NULL
);
CREATE INDEX attente_lieu ON attente (finess_et, etat, id);
CREATE INDEX attente_conservation ON attente (touchee_le);

-- Derived from the elements `rendez_vous`: from when to when each one happens, so that a week is
-- read without those of other years. `serie` 1: it comes back; `au` of one without end is after
-- every instant. `faits_au`: the last day whose occurrences are facts of the indicators.
CREATE TABLE rendez_vous (
    id TEXT PRIMARY KEY,
    finess_et TEXT NOT NULL,
    du TEXT NOT NULL,
    au TEXT NOT NULL,
    serie BIGINT NOT NULL,
    faits_au TEXT NOT NULL
);
CREATE INDEX rendez_vous_lieu ON rendez_vous (finess_et, du) WHERE serie = 0;
CREATE INDEX rendez_vous_lieu_serie ON rendez_vous (finess_et, au) WHERE serie = 1;
CREATE INDEX rendez_vous_faits ON rendez_vous (faits_au) WHERE serie = 1;

-- Derived: who takes part; a person, a professional's account, a room or a vehicle.
CREATE TABLE rendez_vous_participant (
    genre TEXT NOT NULL,
    participant TEXT NOT NULL,
    id TEXT NOT NULL,
    du TEXT NOT NULL,
    au TEXT NOT NULL,
    serie BIGINT NOT NULL,
    PRIMARY KEY (genre, participant, id)
);
CREATE INDEX rendez_vous_participant_id ON rendez_vous_participant (id);
CREATE INDEX rendez_vous_participant_seul ON rendez_vous_participant (genre, participant, du)
WHERE serie = 0;
CREATE INDEX rendez_vous_participant_serie ON rendez_vous_participant (genre, participant, au)
WHERE serie = 1;
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
