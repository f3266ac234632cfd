-- Working time: what the State Council makes of a year's days, and which hours a unit works.

create table work_year (
    year      integer primary key check (year between 2000 and 2100),
    status    text not null check (status in ('ANNOUNCED', 'PROVISIONAL')),
    source_zh text not null check (source_zh <> ''),
    source_en text not null check (source_en <> ''),
    link      text check (link ~ '^https?://'),
    version   bigint not null default 1
);
comment on table work_year is 'reference: years whose holidays are known; PROVISIONAL until the State Council announces which days are off and which are made up';

create table work_day (
    day     date primary key,
    working boolean not null,
    name_zh text not null check (name_zh <> ''),
    name_en text,
    check (not working or extract(isodow from day) in (6, 7))
);
comment on table work_day is 'reference: days that are not what their weekday makes them, and statutory holidays at weekends; every other day is worked from Monday to Friday';

create sequence work_hours_seq start with 50 increment by 50;
create table work_hours (
    id         bigint primary key default nextval('work_hours_seq'),
    unit_id    bigint not null references unit,
    valid_from date not null check (valid_from between date '2000-01-01' and date '2100-12-31'),
    spans      integer[] not null check (
        cardinality(spans) in (0, 2, 4, 6)
        and 0 <= all (spans) and 1440 >= all (spans)
        -- What is not there is null, and null refuses nothing.
        and spans[1] < spans[2] and spans[2] <= spans[3] and spans[3] < spans[4] and spans[4] <= spans[5] and spans[5] < spans[6]),
    entered_at timestamptz not null default now()
);
comment on table work_hours is 'reference: hours of a unit and those below it from a day on, as minutes of the day from, to, from, to; none means those of the unit above; the last entry of a day counts, none is changed';
create index work_hours_unit on work_hours (unit_id, valid_from, id);

alter table work_year enable row level security;
alter table work_day enable row level security;
alter table work_hours enable row level security;
create policy work_year_read on work_year for select using (true);
create policy work_day_read on work_day for select using (true);
create policy work_hours_read on work_hours for select using (true);
-- The calendar is one for the country: it is changed by who writes from the root of the tree.
create policy work_year_add on work_year for insert to ${app} with check (current_setting('app.write_lo', true) ~ '^[0-9]{4}[.]$');
create policy work_year_change on work_year for update to ${app} using (current_setting('app.write_lo', true) ~ '^[0-9]{4}[.]$');
create policy work_day_add on work_day for insert to ${app} with check (current_setting('app.write_lo', true) ~ '^[0-9]{4}[.]$');
create policy work_day_remove on work_day for delete to ${app} using (current_setting('app.write_lo', true) ~ '^[0-9]{4}[.]$');
create policy work_hours_add on work_hours for insert to ${app} with check (exists (
    select from unit u where u.id = unit_id
        and u.org_path >= nullif(current_setting('app.write_lo', true), '') and u.org_path < current_setting('app.write_hi', true)));
grant select, insert, update on work_year to ${app};
grant select, insert, delete on work_day to ${app};
grant select, insert on work_hours to ${app};
grant select on work_year, work_day, work_hours to ${jobs};
grant usage on sequence work_hours_seq to ${app};

insert into work_year (year, status, source_zh, source_en, link) values
    (2024, 'ANNOUNCED', '国务院办公厅关于2024年部分节假日安排的通知', 'Notice of the General Office of the State Council on some holidays of 2024',
        'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm'),
    (2025, 'ANNOUNCED', '国务院办公厅关于2025年部分节假日安排的通知', 'Notice of the General Office of the State Council on some holidays of 2025',
        'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm'),
    (2026, 'ANNOUNCED', '国务院办公厅关于2026年部分节假日安排的通知', 'Notice of the General Office of the State Council on some holidays of 2026',
        'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'),
    (2027, 'PROVISIONAL', '《全国年节及纪念日放假办法》（国务院令第795号修改，自2025年1月1日起施行）规定的法定节假日',
        'Statutory days of the Regulation on Public Holidays (as amended by State Council Decree No. 795, in force since 1 January 2025)', null);

insert into work_day (day, working, name_zh, name_en)
select day::date, working, name_zh, name_en
from (values
    ('2024-01-01', '2024-01-01', false, '元旦', 'New Year'),
    ('2024-02-04', '2024-02-04', true, '春节', 'Spring Festival'),
    ('2024-02-10', '2024-02-17', false, '春节', 'Spring Festival'),
    ('2024-02-18', '2024-02-18', true, '春节', 'Spring Festival'),
    ('2024-04-04', '2024-04-06', false, '清明节', 'Qingming Festival'),
    ('2024-04-07', '2024-04-07', true, '清明节', 'Qingming Festival'),
    ('2024-04-28', '2024-04-28', true, '劳动节', 'Labour Day'),
    ('2024-05-01', '2024-05-05', false, '劳动节', 'Labour Day'),
    ('2024-05-11', '2024-05-11', true, '劳动节', 'Labour Day'),
    ('2024-06-10', '2024-06-10', false, '端午节', 'Dragon Boat Festival'),
    ('2024-09-14', '2024-09-14', true, '中秋节', 'Mid-Autumn Festival'),
    ('2024-09-15', '2024-09-17', false, '中秋节', 'Mid-Autumn Festival'),
    ('2024-09-29', '2024-09-29', true, '国庆节', 'National Day'),
    ('2024-10-01', '2024-10-07', false, '国庆节', 'National Day'),
    ('2024-10-12', '2024-10-12', true, '国庆节', 'National Day'),
    ('2025-01-01', '2025-01-01', false, '元旦', 'New Year'),
    ('2025-01-26', '2025-01-26', true, '春节', 'Spring Festival'),
    ('2025-01-28', '2025-02-04', false, '春节', 'Spring Festival'),
    ('2025-02-08', '2025-02-08', true, '春节', 'Spring Festival'),
    ('2025-04-04', '2025-04-06', false, '清明节', 'Qingming Festival'),
    ('2025-04-27', '2025-04-27', true, '劳动节', 'Labour Day'),
    ('2025-05-01', '2025-05-05', false, '劳动节', 'Labour Day'),
    ('2025-05-31', '2025-06-02', false, '端午节', 'Dragon Boat Festival'),
    ('2025-09-28', '2025-09-28', true, '国庆节、中秋节', 'National Day and Mid-Autumn Festival'),
    ('2025-10-01', '2025-10-08', false, '国庆节、中秋节', 'National Day and Mid-Autumn Festival'),
    ('2025-10-11', '2025-10-11', true, '国庆节、中秋节', 'National Day and Mid-Autumn Festival'),
    ('2026-01-01', '2026-01-03', false, '元旦', 'New Year'),
    ('2026-01-04', '2026-01-04', true, '元旦', 'New Year'),
    ('2026-02-14', '2026-02-14', true, '春节', 'Spring Festival'),
    ('2026-02-15', '2026-02-23', false, '春节', 'Spring Festival'),
    ('2026-02-28', '2026-02-28', true, '春节', 'Spring Festival'),
    ('2026-04-04', '2026-04-06', false, '清明节', 'Qingming Festival'),
    ('2026-05-01', '2026-05-05', false, '劳动节', 'Labour Day'),
    ('2026-05-09', '2026-05-09', true, '劳动节', 'Labour Day'),
    ('2026-06-19', '2026-06-21', false, '端午节', 'Dragon Boat Festival'),
    ('2026-09-20', '2026-09-20', true, '国庆节', 'National Day'),
    ('2026-09-25', '2026-09-27', false, '中秋节', 'Mid-Autumn Festival'),
    ('2026-10-01', '2026-10-07', false, '国庆节', 'National Day'),
    ('2026-10-10', '2026-10-10', true, '国庆节', 'National Day'),
    ('2027-01-01', '2027-01-01', false, '元旦', 'New Year'),
    ('2027-02-05', '2027-02-08', false, '春节', 'Spring Festival'),
    ('2027-04-05', '2027-04-05', false, '清明节', 'Qingming Festival'),
    ('2027-05-01', '2027-05-02', false, '劳动节', 'Labour Day'),
    ('2027-06-09', '2027-06-09', false, '端午节', 'Dragon Boat Festival'),
    ('2027-09-15', '2027-09-15', false, '中秋节', 'Mid-Autumn Festival'),
    ('2027-10-01', '2027-10-03', false, '国庆节', 'National Day')
) as run (first, last, working, name_zh, name_en), generate_series(first::timestamp, last::timestamp, interval '1 day') as day;
