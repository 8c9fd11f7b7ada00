-- Which account an identity of an OpenID Connect provider enters: one identity an account.

CREATE TABLE lien_openid (
    emetteur TEXT NOT NULL,
    sujet TEXT NOT NULL,
    compte TEXT NOT NULL UNIQUE REFERENCES compte (id),
    lie_le TEXT NOT NULL,
    PRIMARY KEY (emetteur, sujet)
);
