-- A round that was opened by mistake, such as 2596-1 for 2569-1, can be withdrawn as long as nothing
-- of it was published: it is then gone, and the audit alone says that it was there. Nobody is given
-- the right to delete for it: withdraw_round() is the one way, and refuses by itself what must stay.

-- Inside of that function, which alone sets this and works as the owner of the tables, rows of the
-- withdrawn round are deleted; everywhere else every change is refused as before. Of what stays, one
-- thing is changed: which undo an import follows, where the undo before it goes.
create or replace function refuse_change() returns trigger
    language plpgsql
    as $$
begin
    if current_setting('district_kpi.withdrawing', true) = 'on'
        and (tg_op = 'DELETE' or (tg_op = 'UPDATE' and tg_table_name = 'import'))
        and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid)
    then
        return null;
    end if;
    raise exception using
        errcode = 'restrict_violation',
        message = format('%s is append-only: %s is refused', tg_table_name, lower(tg_op)),
        hint = 'Record a correction as a new row.';
end
$$;

-- The links of a chain of imports and undos are taken out one by one, and hold at the end.
alter table import alter constraint import_after_undo_fk deferrable initially immediate;
alter table undo alter constraint undo_import_fk deferrable initially immediate;

-- What refers to a row that is deleted is looked up for each row.
create index withdrawal_undo_ix on withdrawal (undo_id);
create index review_step_import_ix on review_step (import_id) where import_id is not null;
create index review_step_brought_import_ix
    on review_step (brought_import_id) where brought_import_id is not null;
create index review_step_hand_in_ix on review_step (hand_in_id) where hand_in_id is not null;
create index publication_measurement_import_ix on publication_measurement (import_id);

create function withdraw_round(withdrawn text) returns void
    language plpgsql
    security definer
    set search_path = pg_catalog, public, pg_temp
    as $$
declare
    own_imports bigint[];
    own_files text[];
    own_extracts bigint[];
    link record;
begin
    -- Of two that are withdrawn at the same time, the second one sees that the first is gone.
    perform pg_advisory_xact_lock(hashtext('withdraw_round'));
    -- Waits for everybody who adds something that refers to the round, too.
    perform from round where round_id = withdrawn for update;
    if not found then
        raise exception 'Round % was not opened', withdrawn using errcode = 'no_data_found';
    end if;
    if exists (select from publication where round_id = withdrawn) then
        raise exception 'Round % was published', withdrawn using errcode = 'restrict_violation';
    end if;
    if not exists (select from round where round_id <> withdrawn) then
        raise exception 'Round % is the only one', withdrawn using errcode = 'restrict_violation';
    end if;
    if exists (
        select from import_round as one join import_round as other using (import_id)
        where one.round_id = withdrawn
            and other.round_id <> withdrawn
            and not exists (select from undo where undo.import_id = one.import_id)
    ) then
        raise exception 'A file of round % has figures of other rounds, too', withdrawn
            using errcode = 'restrict_violation';
    end if;

    own_imports := array(
        select import_id from import_round as one
        where round_id = withdrawn
            and not exists (
                select from import_round as other
                where other.import_id = one.import_id and other.round_id <> withdrawn
            )
        order by import_id
    );
    own_files := array(select distinct sha256 from import where import_id = any (own_imports));
    own_extracts := array(select extract_id from extract where round_id = withdrawn);

    perform set_config('district_kpi.withdrawing', 'on', true);
    delete from laboratory_draft where round_id = withdrawn;
    delete from recording_draft where round_id = withdrawn;
    delete from handed_in_text using review_step
    where handed_in_text.review_step_id = review_step.review_step_id and round_id = withdrawn;
    delete from review_step where round_id = withdrawn;
    delete from evidence_withdrawal using evidence
    where evidence_withdrawal.evidence_id = evidence.evidence_id and round_id = withdrawn;
    delete from evidence where round_id = withdrawn;
    delete from submission_step where round_id = withdrawn;
    delete from reminder_outcome using reminder
    where reminder_outcome.reminder_id = reminder.reminder_id and round_id = withdrawn;
    delete from reminder where round_id = withdrawn;
    delete from level_override_end using level_override
    where level_override_end.level_override_id = level_override.level_override_id
        and round_id = withdrawn;
    delete from level_override where round_id = withdrawn;
    delete from officer_sheet_acknowledgement using officer_sheet
    where officer_sheet_acknowledgement.officer_sheet_id = officer_sheet.officer_sheet_id
        and round_id = withdrawn;
    delete from officer_sheet_line using officer_sheet
    where officer_sheet_line.officer_sheet_id = officer_sheet.officer_sheet_id
        and round_id = withdrawn;
    delete from officer_sheet where round_id = withdrawn;
    delete from officer_draft where round_id = withdrawn;
    delete from agreement_acknowledgement where round_id = withdrawn;
    delete from score where round_id = withdrawn;
    delete from section_score where round_id = withdrawn;
    delete from district_score where round_id = withdrawn;

    delete from withdrawal using measurement
    where withdrawal.measurement_id = measurement.measurement_id and round_id = withdrawn;
    delete from confirmation using measurement
    where confirmation.measurement_id = measurement.measurement_id and round_id = withdrawn;
    delete from measurement where round_id = withdrawn;

    delete from extract_left_out where extract_id = any (own_extracts);
    delete from extract_answer where extract_id = any (own_extracts);
    delete from extract_working where extract_id = any (own_extracts);
    delete from extract_part where extract_id = any (own_extracts);
    delete from extract_row where extract_id = any (own_extracts);
    delete from extract_sheet where extract_id = any (own_extracts);
    delete from extract where extract_id = any (own_extracts);

    delete from import_round where round_id = withdrawn;
    delete from import_issue where import_id = any (own_imports);
    delete from cell_correction where import_id = any (own_imports);
    set constraints import_after_undo_fk, undo_import_fk deferred;
    for link in
        select import.import_id, import.after_undo, undo.undo_id
        from import left join undo using (import_id)
        where import.import_id = any (own_imports)
        order by import.import_id desc
    loop
        delete from undo where undo_id = link.undo_id;
        delete from import where import_id = link.import_id;
        -- What followed the undo follows what the import had followed. From the newest to the
        -- oldest, so that this one does not go, too.
        update import set after_undo = link.after_undo where after_undo = link.undo_id;
    end loop;
    set constraints import_after_undo_fk, undo_import_fk immediate;
    -- The same bytes may have been taken into another round.
    delete from import_content
    where sha256 = any (own_files)
        and not exists (select from import where import.sha256 = import_content.sha256);

    delete from agreement where round_id = withdrawn;
    delete from round where round_id = withdrawn;
    perform set_config('district_kpi.withdrawing', '', true);
end
$$;

revoke all on function withdraw_round(text) from public;
