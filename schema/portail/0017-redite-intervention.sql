-- What was asked by who has no account yet, with an Idempotency-Key: two digests that need the
-- vault's key. Nothing of what was sent is kept, for it may hold a password.
CREATE TABLE redite (
    cle TEXT PRIMARY KEY,
    empreinte TEXT NOT NULL,
    cree_le TEXT NOT NULL
);
CREATE INDEX redite_cree_le ON redite (cree_le);
