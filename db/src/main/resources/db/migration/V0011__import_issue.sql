-- What was doubtful about a file that was taken in all the same: warnings stay with their import.
-- Imports from before this table have none here; import.warning_count says how many they had.

create table import_issue (
    import_id bigint not null,
    number integer not null,
    severity text collate "C" not null,
    code text collate "C" not null,
    line integer not null,
    column_name text not null,
    value text not null,
    message_th text not null,
    message_en text not null,
    constraint import_issue_pk primary key (import_id, number),
    constraint import_issue_import_fk foreign key (import_id) references import,
    constraint import_issue_number_from_one check (number >= 1),
    constraint import_issue_severity_known check (severity in ('WARNING', 'INFORMATION')),
    constraint import_issue_line_not_negative check (line >= 0)
);

create trigger import_issue_append_only
    before update or delete or truncate on import_issue
    for each statement execute function refuse_change();
