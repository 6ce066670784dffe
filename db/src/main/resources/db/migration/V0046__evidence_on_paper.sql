-- Evidence that came on paper. Whoever answers for the indicator records the day on which the
-- province received it and what it is; the paper itself stays in the office. It is evidence without
-- content, so that one table says when the evidence of an indicator was received.

alter table evidence
    alter column media_type drop not null,
    alter column content drop not null,
    alter column sha256 drop not null,
    alter column byte_count drop not null,
    -- The day in Bangkok; absent for a file, whose day follows from the time of its upload.
    add column paper_day date,
    -- Of paper, the column file says what it is.
    add constraint evidence_file_or_paper check (
        num_nonnulls(content, media_type) = case when paper_day is null then 2 else 0 end
    ),
    add constraint evidence_paper_says_what check (paper_day is null or btrim(file) <> '');

-- A district alone never says that something came on paper, nor takes back that it did.
create policy evidence_paper_by_province on evidence as restrictive for insert with check (
    (select current_user) <> 'district_kpi_district' or paper_day is null
);

alter table evidence_withdrawal enable row level security;
create policy evidence_withdrawal_scope on evidence_withdrawal
    using (
        (select current_user) <> 'district_kpi_district'
        or exists (
            select from evidence where evidence.evidence_id = evidence_withdrawal.evidence_id
        )
    )
    with check (
        (select current_user) <> 'district_kpi_district'
        or exists (
            select from evidence
            where evidence.evidence_id = evidence_withdrawal.evidence_id
                and evidence.paper_day is null
        )
    );
