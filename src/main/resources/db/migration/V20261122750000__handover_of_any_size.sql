-- A handover may be too large to wait for: it has a state, and a job works on it. It is still one transaction, so that
-- it is done as a whole or not at all.
alter table handover add status text not null default 'DONE'
    check (status in ('RUNNING', 'DONE', 'UNDOING', 'UNDONE'));
alter table handover add job_id bigint references job on delete set null;
alter table handover add enterprises int not null default 0 check (enterprises >= 0);
update handover h set status = case when h.undone_at is null then 'DONE' else 'UNDONE' end,
    enterprises = (select count(*) from handover_item i where i.handover_id = h.id);
alter table handover add constraint handover_undone check ((status = 'UNDONE') = (undone_at is not null));
comment on column handover.job_id is 'the job that makes or undoes it; null when it was done at once';
comment on column handover.enterprises is 'how many were passed on, wherever they are registered by now';
create index handover_job on handover (job_id) where job_id is not null;
grant update (status, job_id, enterprises) on handover to ${app};
