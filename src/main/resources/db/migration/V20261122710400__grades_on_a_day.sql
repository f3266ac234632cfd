-- Who had which grade on a day: former grades other than the usual ones are found by grade and last day. The partial
-- index of those that make an AEO becomes one of all that are rare.
drop index enterprise_former_grade_aeo;
create index enterprise_former_grade_rare on enterprise_former_grade (grade, valid_to, valid_from) include (enterprise_id)
    where grade not in ('REGULAR', 'GENERAL');
