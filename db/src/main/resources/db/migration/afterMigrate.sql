-- What the program's role may do: read everything and add to it. Only what is named below can be
-- changed or deleted, so that a new table is append-only until somebody says otherwise.

do $$
begin
    if not exists (select from pg_roles where rolname = 'district_kpi_program') then
        return;
    end if;
    grant usage on schema public to district_kpi_program;
    revoke all on all tables in schema public from district_kpi_program;
    grant select, insert on all tables in schema public to district_kpi_program;
    grant usage on all sequences in schema public to district_kpi_program;
    revoke insert on flyway_schema_history, province, district_code, district
        from district_kpi_program;
    grant update on account, api_token to district_kpi_program;
    -- Derived, and rebuilt whenever the figures change.
    grant delete on score, section_score, district_score to district_kpi_program;
    -- Nobody's result until it is handed in.
    grant update, delete on recording_draft, officer_draft to district_kpi_program;
    -- Tried by somebody, and nobody's decision.
    grant delete on laboratory_draft to district_kpi_program;
    -- Renamed and retired, never deleted.
    grant update on officer to district_kpi_program;
    -- Only to lock a row: the trigger refuses every change.
    grant update on round to district_kpi_program;
    -- The one way in which anything recorded goes: a round of which nothing was published.
    grant execute on function withdraw_round(text) to district_kpi_program;
end
$$;

-- What it may do for a district: read what the policies let through, write what is being recorded,
-- hand down to its officers, and look after its own account. Files as they came in have rows of
-- every district; who did what, and what the program is set to, is read by the province.

do $$
begin
    if not exists (select from pg_roles where rolname = 'district_kpi_district') then
        return;
    end if;
    grant usage on schema public to district_kpi_district;
    revoke all on all tables in schema public from district_kpi_district;
    grant select on all tables in schema public to district_kpi_district;
    revoke select on audit, import_content, import_issue, extract_sheet, extract_row, extract_answer,
        setting_change
        from district_kpi_district;
    grant insert on audit, api_token, recording_draft, evidence, evidence_withdrawal,
        submission_step, agreement_acknowledgement, officer, officer_draft, officer_sheet,
        officer_sheet_line, officer_sheet_acknowledgement, laboratory_draft
        to district_kpi_district;
    grant usage on all sequences in schema public to district_kpi_district;
    grant update on account, api_token, recording_draft, officer, officer_draft
        to district_kpi_district;
    grant delete on recording_draft, officer_draft, laboratory_draft to district_kpi_district;
    -- Only to lock a row: the trigger refuses every change.
    grant update on round to district_kpi_district;
end
$$;
