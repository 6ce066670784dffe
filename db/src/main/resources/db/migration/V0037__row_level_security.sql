-- For a district the program works as a role of its own, district_kpi_district (docs/decisions/0038).
-- It sees the rows of the district that the setting district_kpi.district names, and of others what
-- was published, whatever a query asks for; without the setting it sees nobody's rows.
--
-- The sub-selects make PostgreSQL ask once for each query instead of for each row.

alter table measurement enable row level security;
create policy measurement_scope on measurement using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
    or exists (
        select from publication_measurement as published
        where published.measurement_id = measurement.measurement_id
    )
);

create index publication_measurement_measurement_ix on publication_measurement (measurement_id);

alter table score enable row level security;
create policy score_scope on score using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
);

alter table section_score enable row level security;
create policy section_score_scope on section_score using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
);

alter table district_score enable row level security;
create policy district_score_scope on district_score using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
);

alter table extract_working enable row level security;
create policy extract_working_scope on extract_working using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
);

alter table recording_draft enable row level security;
create policy recording_draft_scope on recording_draft using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
);

alter table review_step enable row level security;
create policy review_step_scope on review_step using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
    -- A published receipt says who had reviewed by then.
    or exists (
        select from publication
        where publication.round_id = review_step.round_id
            and publication.published_at >= review_step.happened_at
    )
);

alter table evidence enable row level security;
create policy evidence_scope on evidence using (
    (select current_user) <> 'district_kpi_district'
    or district_code = (select current_setting('district_kpi.district', true))
);
