-- By which way an import came in: a results file, an extract of a source system, or what a district
-- recorded online, of which there is one for each time that an indicator was handed in.
alter table import
    add column kind text collate "C" not null default 'results',
    add constraint import_kind_known check (kind in ('results', 'extract', 'online'));

-- Nothing of an import is changed but what was not kept of it before.
alter table import disable trigger import_append_only;
update import
set kind = 'extract'
where exists (select from extract where extract.import_id = import.import_id);
update import
set kind = 'online'
where kind = 'results'
    and file ~ '^online-[0-9]{4}-[0-9]-[0-9]{4}-.+-[0-9]+\.csv$'
    and exists (
        select from review_step
        where review_step.import_id = import.import_id and action = 'submitted'
    );
alter table import enable trigger import_append_only;

alter table import alter column kind drop default;

-- Lists of the newest of one way.
create index import_kind_ix on import (kind, import_id);
