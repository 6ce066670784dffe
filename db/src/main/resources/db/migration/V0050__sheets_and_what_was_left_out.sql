-- A row of a workbook is a sheet and a line. Empty for a text, and for workbooks that have one sheet.
alter table measurement add column sheet text not null default '';
alter table confirmation add column sheet text not null default '';
alter table publication_measurement add column sheet text not null default '';
alter table import_issue add column sheet text not null default '';

-- What was answered where it was asked what of an extract counts: a row for each answer, both as the
-- request gave them.
create table extract_answer (
    extract_id bigint not null,
    question text collate "C" not null,
    answer text collate "C" not null,
    constraint extract_answer_pk primary key (extract_id, question, answer),
    constraint extract_answer_extract_fk foreign key (extract_id) references extract
);

-- How many rows of a district and a sheet a figure was made of, and how many others of them it is
-- not about.
create table extract_part (
    extract_id bigint not null,
    district_code text collate "C" not null,
    measure text collate "C" not null,
    sheet integer not null,
    row_count integer not null,
    other_count integer not null,
    constraint extract_part_pk primary key (extract_id, district_code, measure, sheet),
    constraint extract_part_sheet_fk
        foreign key (extract_id, sheet) references extract_sheet (extract_id, sheet),
    constraint extract_part_counts_not_negative check (row_count >= 0 and other_count >= 0)
);

-- Rows that were left out, counted by why, where they stand and whose they are, as far as they say.
create table extract_left_out (
    extract_id bigint not null,
    number integer not null,
    sheet text not null,
    -- Absent where the rows say no district.
    district_code text collate "C",
    -- The code of the message that says why.
    reason text collate "C" not null,
    row_count integer not null,
    first_line integer not null,
    constraint extract_left_out_pk primary key (extract_id, number),
    constraint extract_left_out_extract_fk foreign key (extract_id) references extract,
    constraint extract_left_out_counts_from_one
        check (number >= 1 and row_count >= 1 and first_line >= 1)
);

create trigger extract_answer_append_only
    before update or delete or truncate on extract_answer
    for each statement execute function refuse_change();

create trigger extract_part_append_only
    before update or delete or truncate on extract_part
    for each statement execute function refuse_change();

create trigger extract_left_out_append_only
    before update or delete or truncate on extract_left_out
    for each statement execute function refuse_change();

alter table extract_part enable row level security;
create policy extract_part_scope on extract_part using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
);

alter table extract_left_out enable row level security;
create policy extract_left_out_scope on extract_left_out using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
);
