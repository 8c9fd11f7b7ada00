-- The usage indicators of all establishments in one query. Variables of psql: au, denominateur.
-- The two large tables are semi-joined by index-only probes that stop at the first answer, in
-- parallel: workers take the stays. The others are small enough to be hashed.
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
           count(*) FILTER (WHERE actif AND compte) AS actifs,
           count(*) FILTER (WHERE accompagne) AS accompagnes,
           count(*) FILTER (WHERE actif AND compte AND projet) AS projets,
           count(*) FILTER (WHERE actif AND compte AND evenement) AS evenements,
           count(*) FILTER (WHERE accompagne AND possible) AS possibles
    FROM (
        SELECT etablissement, personne, accompagne, possible,
               :'denominateur' <> 'presents' OR accompagne AS compte
        FROM (
            SELECT etablissement, personne, bool_or(projet_possible) AS possible,
                   bool_or(CASE :'denominateur'
                       WHEN 'fenetre' THEN entree < :'au'::date AND (sortie IS NULL
                           OR sortie >= (:'au'::date - interval '3 months')::date)
                       WHEN 'presents' THEN entree <= :'au'::date
                           AND (sortie IS NULL OR sortie > :'au'::date)
                       ELSE entree <= :'au'::date AND (sortie IS NULL
                           OR sortie >= date_trunc('year', :'au'::timestamp)::date)
                   END) AS accompagne
            FROM sejour GROUP BY etablissement, personne) AS un_sejour) AS une_personne
    LEFT JOIN (
        SELECT DISTINCT etablissement, personne, true AS actif FROM sejour s
        WHERE entree < :'au'::date
          AND (sortie IS NULL OR sortie >= (:'au'::date - interval '3 months')::date)
          AND EXISTS (
              SELECT FROM modification m
              WHERE m.etablissement = s.etablissement AND m.personne = s.personne
                AND m.le >= (:'au'::date - interval '3 months')::timestamptz
                AND m.le < :'au'::timestamptz AND NOT m.automatique)
        ) AS mis_a_jour USING (etablissement, personne)
    LEFT JOIN (
        SELECT DISTINCT etablissement, personne, true AS evenement FROM sejour s
        WHERE entree < :'au'::date
          AND (sortie IS NULL OR sortie >= (:'au'::date - interval '3 months')::date)
          AND EXISTS (
              SELECT FROM evenement v
              WHERE v.etablissement = s.etablissement AND v.personne = s.personne
                AND v.statut <> 'ANNULE' AND v.debut < :'au'::timestamptz
                AND v.fin >= (:'au'::date - interval '3 months')::timestamptz)
        ) AS agenda USING (etablissement, personne)
    LEFT JOIN (
        SELECT DISTINCT etablissement, personne, true AS projet FROM projet
        WHERE statut IN ('ENPREPARATION', 'ENCOURS') AND du <= :'au'::date - 1
          AND (au IS NULL OR au >= :'au'::date - 1)
        ) AS en_vigueur USING (etablissement, personne)
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
