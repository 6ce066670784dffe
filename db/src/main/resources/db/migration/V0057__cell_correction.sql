-- Cells of a file that were mended before it was taken in: the file itself stays as it came, and what
-- was put in the place of a cell stands here, each with who did it and when.

-- The same file with other cells mended is another import; with the same ones it is the same. What was
-- mended stands for itself by its digest: of nothing, nothing.
alter table import
    add column cell_correction_count integer not null default 0,
    add column cell_corrections_sha256 text collate "C" not null default '',
    add constraint import_cell_corrections_sha256_form
        check (cell_corrections_sha256 ~ '^([0-9a-f]{64})?$'),
    add constraint import_cell_corrections_counted check (
        cell_correction_count >= 0
        and (cell_correction_count = 0) = (cell_corrections_sha256 = '')
    );

alter table undo
    add column cell_corrections_sha256 text collate "C" not null default '';

-- The chain of an import and its undo, and of the import that follows it, as V0008 has it: of the same
-- bytes with the same cells mended.
alter table undo drop constraint undo_import_fk;
alter table import
    drop constraint import_after_undo_fk,
    drop constraint import_sha256_uq,
    drop constraint import_id_sha256_uq,
    add constraint import_sha256_uq
        unique nulls not distinct (sha256, cell_corrections_sha256, after_undo),
    add constraint import_id_sha256_uq unique (import_id, sha256, cell_corrections_sha256);
alter table undo
    drop constraint undo_sha256_uq,
    add constraint undo_sha256_uq unique (undo_id, sha256, cell_corrections_sha256),
    add constraint undo_import_fk
        foreign key (import_id, sha256, cell_corrections_sha256)
        references import (import_id, sha256, cell_corrections_sha256);
alter table import
    add constraint import_after_undo_fk
        foreign key (after_undo, sha256, cell_corrections_sha256)
        references undo (undo_id, sha256, cell_corrections_sha256);

create table cell_correction (
    import_id bigint not null,
    -- Of a workbook; empty for a text, and for a workbook of results that has one sheet.
    sheet text not null,
    -- On which the row starts.
    line integer not null,
    -- From 1.
    column_number integer not null,
    heading text not null,
    -- What the file says, and what was read in its place.
    value_before text not null,
    value_after text not null,
    -- Whose row it is; absent where no figure came of the row alone.
    district_code text collate "C",
    corrected_at timestamptz not null,
    account_id bigint,
    constraint cell_correction_pk primary key (import_id, sheet, line, column_number),
    constraint cell_correction_import_fk foreign key (import_id) references import,
    constraint cell_correction_district_code_fk foreign key (district_code) references district_code,
    constraint cell_correction_account_fk foreign key (account_id) references account,
    constraint cell_correction_place_from_one check (line >= 1 and column_number >= 1),
    constraint cell_correction_changes check (value_before <> value_after),
    constraint cell_correction_length
        check (char_length(value_before) <= 4000 and char_length(value_after) <= 4000)
);

create trigger cell_correction_append_only
    before update or delete or truncate on cell_correction
    for each statement execute function refuse_change();

-- A district sees what was mended in its own rows, and in those of others that were published.
alter table cell_correction enable row level security;
create policy cell_correction_scope on cell_correction using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
    or exists (
        select from publication_measurement as published
        where published.import_id = cell_correction.import_id
            and published.sheet = cell_correction.sheet
            and published.line = cell_correction.line
    )
);
