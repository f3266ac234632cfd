-- Among the items of a standard its overview comes first: a reader who asks for the standard begins there.
create or replace function document_sort_key(of_kind text, of_code text, effective date, of_topics text[]) returns text
    language sql stable
    set search_path = aeo, pg_temp
as $$
    select array_position(array['SERVICE_GUIDE', 'QUESTION', 'POLICY', 'INTERPRETATION', 'STANDARD_ITEM',
            'VALIDATION_SCENARIO', 'ARRANGEMENT', 'SYLLABUS', 'TERM'], of_kind) || ' ' || case
        when of_kind = 'POLICY' then
            to_char(99999999 - to_char(coalesce(effective, date '1900-01-01'), 'YYYYMMDD')::int, 'FM00000000')
        when of_kind = 'STANDARD_ITEM' then case when of_code ~ '-[0-9]+-overview$' then '0' else '1' end
        when of_kind = 'ARRANGEMENT' then ''
        else to_char(coalesce((select t.position from library_topic t where t.code = of_topics[1]), 999), 'FM000')
    end || ' ' || of_code
$$;
update document set sort_key = document_sort_key(kind, code, effective_from, topics) where kind = 'STANDARD_ITEM';
