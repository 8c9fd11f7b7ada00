-- The usage indicators of all establishments in one query. Variables of psql: au, denominateur.
-- Each stay asks its three questions by index-only probes that stop at the first answer (EXISTS
-- would be hashed whole).
SET timezone = 'Europe/Paris';
SELECT finess_et,
       coalesce(sum(d.actifs), 0) AS actifs, coalesce(sum(d.accompagnes), 0) AS accompagnes,
       coalesce(sum(d.projets), 0) AS projets, coalesce(sum(d.evenements), 0) AS evenements,
       coalesce(sum(m.combien), 0) AS messages, coalesce(sum(a.combien), 0) AS alimentes,
       coalesce(sum(d.possibles), 0) AS possibles,
       coalesce(sum(e.fenetre), 0) AS eprescription, coalesce(sum(e.tous), 0) AS eprescription_tous,
       coalesce(sum(c.fenetre), 0) AS eparcours, coalesce(sum(c.tous), 0) AS eparcours_tous
FROM etablissement
LEFT JOIN (
    SELECT etablissement,
           count(*) FILTER (WHERE actif) AS actifs,
           count(*) FILTER (WHERE accompagne) AS accompagnes,
           count(*) FILTER (WHERE actif AND projet) AS projets,
           count(*) FILTER (WHERE actif AND evenement) AS evenements,
           count(*) FILTER (WHERE accompagne AND possible) AS possibles
    FROM (
        SELECT etablissement, personne,
               bool_or(maj) AND (:'denominateur' <> 'presents' OR bool_or(accompagne)) AS actif,
               bool_or(accompagne) AS accompagne, bool_or(projet_possible) AS possible,
               bool_or(projet) AS projet, bool_or(evenement) AS evenement
        FROM (
            SELECT etablissement, personne, projet_possible,
                   CASE :'denominateur'
                       WHEN 'fenetre' THEN entree < :'au'::date AND (sortie IS NULL
                           OR sortie >= (:'au'::date - interval '3 months')::date)
                       WHEN 'presents' THEN entree <= :'au'::date
                           AND (sortie IS NULL OR sortie > :'au'::date)
                       ELSE entree <= :'au'::date AND (sortie IS NULL
                           OR sortie >= date_trunc('year', :'au'::timestamp)::date)
                   END AS accompagne,
                   CASE WHEN entree < :'au'::date AND (sortie IS NULL
                       OR sortie >= (:'au'::date - interval '3 months')::date) THEN (
                       SELECT true FROM modification m
                       WHERE m.etablissement = s.etablissement AND m.personne = s.personne
                         AND m.le >= (:'au'::date - interval '3 months')::timestamptz
                         AND m.le < :'au'::timestamptz AND NOT m.automatique
                       LIMIT 1) END AS maj,
                   CASE WHEN entree < :'au'::date AND (sortie IS NULL
                       OR sortie >= (:'au'::date - interval '3 months')::date) THEN (
                       SELECT true FROM projet p
                       WHERE p.etablissement = s.etablissement AND p.personne = s.personne
                         AND p.statut IN ('ENPREPARATION', 'ENCOURS') AND p.du <= :'au'::date - 1
                         AND (p.au IS NULL OR p.au >= :'au'::date - 1)
                       LIMIT 1) END AS projet,
                   CASE WHEN entree < :'au'::date AND (sortie IS NULL
                       OR sortie >= (:'au'::date - interval '3 months')::date) THEN (
                       SELECT true FROM evenement v
                       WHERE v.etablissement = s.etablissement AND v.personne = s.personne
                         AND v.statut <> 'ANNULE' AND v.debut < :'au'::timestamptz
                         AND v.fin >= (:'au'::date - interval '3 months')::timestamptz
                       LIMIT 1) END AS evenement
            FROM sejour s) AS un_sejour
        GROUP BY etablissement, personne) AS une_personne
    GROUP BY etablissement) AS d USING (etablissement)
LEFT JOIN (
    SELECT etablissement, count(*) AS combien FROM envoi_mss
    WHERE NOT echec AND le >= (:'au'::date - interval '3 months')::timestamptz
      AND le < :'au'::timestamptz
    GROUP BY etablissement) AS m USING (etablissement)
LEFT JOIN (
    SELECT etablissement, count(*) AS combien FROM (
        SELECT DISTINCT etablissement, personne FROM alimentation_dmp
        WHERE issue = 'acceptee' AND le >= (:'au'::date - interval '3 months')::timestamptz
          AND le < :'au'::timestamptz) AS personnes
    GROUP BY etablissement) AS a USING (etablissement)
LEFT JOIN (
    SELECT etablissement, count(*) AS tous,
           count(*) FILTER (WHERE le >= (:'au'::date - interval '3 months')::timestamptz) AS fenetre
    FROM import_eprescription WHERE le < :'au'::timestamptz
    GROUP BY etablissement) AS e USING (etablissement)
LEFT JOIN (
    SELECT etablissement, count(*) AS tous,
           count(*) FILTER (WHERE le >= (:'au'::date - interval '3 months')::timestamptz) AS fenetre
    FROM echange_eparcours WHERE le < :'au'::timestamptz
    GROUP BY etablissement) AS c USING (etablissement)
GROUP BY GROUPING SETS ((finess_et), ())
ORDER BY finess_et NULLS LAST;
