-- One measure of one district as of one day, and the file row that it came from.
-- Numbers are of unbounded precision and keep the places with which they were reported.

create table measurement (
    measurement_id bigint not null generated always as identity,
    round_id text collate "C" not null,
    district_code text collate "C" not null,
    indicator text collate "C" not null,
    measure text collate "C" not null,
    value_kind text collate "C" not null,
    value numeric,
    "of" numeric,
    percent numeric,
    day date,
    reason text,
    as_of date not null,
    source text not null,
    note text not null,
    import_id bigint not null,
    line integer not null,
    raw_text text not null,
    constraint measurement_pk primary key (measurement_id),
    -- Read backwards, this index gives the figure that counts first: the newest day, and for the
    -- same day the later import.
    constraint measurement_uq
        unique (round_id, district_code, indicator, measure, as_of, import_id),
    constraint measurement_district_code_fk foreign key (district_code) references district_code,
    constraint measurement_import_fk
        foreign key (round_id, import_id) references import_round (round_id, import_id),
    constraint measurement_line_from_one check (line >= 1),
    constraint measurement_numbers_finite check (
        coalesce(value, 0) < 'infinity'
        and coalesce("of", 0) < 'infinity'
        and coalesce(percent, 0) > '-infinity'
        and coalesce(percent, 0) < 'infinity'
    ),
    constraint measurement_value_shape check (
        case value_kind
            when 'ratio' then
                num_nonnulls(value, "of") = 2 and value >= 0 and "of" > 0
                and num_nonnulls(percent, day, reason) = 0
            when 'percentage' then
                percent is not null and num_nonnulls(value, "of", day, reason) = 0
            when 'count' then
                value is not null and value >= 0 and value = trunc(value)
                and num_nonnulls("of", percent, day, reason) = 0
            when 'done' then num_nonnulls(value, "of", percent, reason) = 0
            when 'not_done' then num_nonnulls(value, "of", percent, day, reason) = 0
            when 'day' then day is not null and num_nonnulls(value, "of", percent, reason) = 0
            when 'not_applicable' then
                reason is not null and btrim(reason) <> ''
                and num_nonnulls(value, "of", percent, day) = 0
            else false
        end
    )
);

create trigger measurement_append_only
    before update or delete or truncate on measurement
    for each statement execute function refuse_change();
