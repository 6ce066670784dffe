-- Scores, derived from agreements and measurements: they can be deleted and built again at any
-- time. Exact numbers are fractions in lowest terms (…_numerator over …_denominator); the plain
-- column of the same name is the same number rounded to four places, for reading.

-- One indicator of one district.
create table score (
    round_id text collate "C" not null,
    agreement_version integer not null,
    district_code text collate "C" not null,
    indicator text collate "C" not null,
    section text collate "C" not null,
    concept text collate "C" not null,
    weight numeric not null,
    effective_weight_numerator numeric not null,
    effective_weight_denominator numeric not null,
    effective_weight numeric
        generated always as (round(effective_weight_numerator / effective_weight_denominator, 4)),
    status text collate "C" not null,
    level integer,
    level_min integer,
    level_max integer,
    level_score_numerator numeric,
    level_score_denominator numeric,
    level_score numeric
        generated always as (round(level_score_numerator / level_score_denominator, 4)),
    points_numerator numeric,
    points_denominator numeric,
    points numeric generated always as (round(points_numerator / points_denominator, 4)),
    points_min_numerator numeric not null,
    points_min_denominator numeric not null,
    points_min numeric
        generated always as (round(points_min_numerator / points_min_denominator, 4)),
    points_max_numerator numeric not null,
    points_max_denominator numeric not null,
    points_max numeric
        generated always as (round(points_max_numerator / points_max_denominator, 4)),
    constraint score_pk primary key (round_id, agreement_version, district_code, indicator),
    constraint score_agreement_fk
        foreign key (round_id, agreement_version) references agreement (round_id, version),
    constraint score_district_code_fk foreign key (district_code) references district_code,
    constraint score_section_known check (section in ('team', 'individual')),
    constraint score_levels_in_range check (
        level between 0 and 5 and level_min between 0 and 5 and level_max between level_min and 5
    ),
    constraint score_status_shape check (
        case status
            when 'SCORED' then num_nonnulls(level, level_min, level_max, level_score_numerator,
                level_score_denominator, points_numerator, points_denominator) = 7
            when 'INCOMPLETE' then num_nonnulls(level, level_min, level_max, level_score_numerator,
                level_score_denominator, points_numerator, points_denominator) = 7
            when 'NO_RESULT' then num_nonnulls(level_min, level_max) = 2
                and num_nonnulls(level, level_score_numerator, level_score_denominator,
                    points_numerator, points_denominator) = 0
            when 'NOT_APPLICABLE' then num_nonnulls(level, level_min, level_max,
                level_score_numerator, level_score_denominator, points_numerator,
                points_denominator) = 0
            else false
        end
    ),
    constraint score_denominators_positive check (
        effective_weight_denominator > 0 and level_score_denominator > 0
        and points_denominator > 0 and points_min_denominator > 0 and points_max_denominator > 0
    )
);

-- For trends: one concept of one district over the rounds.
create index score_trend_ix on score (district_code, concept, round_id);

-- One section of one district.
create table section_score (
    round_id text collate "C" not null,
    agreement_version integer not null,
    district_code text collate "C" not null,
    section text collate "C" not null,
    points_numerator numeric,
    points_denominator numeric,
    points numeric generated always as (round(points_numerator / points_denominator, 4)),
    possible_min_numerator numeric not null,
    possible_min_denominator numeric not null,
    possible_min numeric
        generated always as (round(possible_min_numerator / possible_min_denominator, 4)),
    possible_max_numerator numeric not null,
    possible_max_denominator numeric not null,
    possible_max numeric
        generated always as (round(possible_max_numerator / possible_max_denominator, 4)),
    scored_weight_numerator numeric not null,
    scored_weight_denominator numeric not null,
    scored_weight numeric
        generated always as (round(scored_weight_numerator / scored_weight_denominator, 4)),
    not_applicable_weight numeric not null,
    constraint section_score_pk
        primary key (round_id, agreement_version, district_code, section),
    constraint section_score_agreement_fk
        foreign key (round_id, agreement_version) references agreement (round_id, version),
    constraint section_score_district_code_fk
        foreign key (district_code) references district_code,
    constraint section_score_section_known check (section in ('team', 'individual')),
    constraint section_score_points_whole check (
        num_nonnulls(points_numerator, points_denominator) in (0, 2)
    ),
    constraint section_score_denominators_positive check (
        points_denominator > 0 and possible_min_denominator > 0 and possible_max_denominator > 0
        and scored_weight_denominator > 0
    )
);

create index section_score_district_code_ix on section_score (district_code, section, round_id);

-- One district: the combined total and its rank.
create table district_score (
    round_id text collate "C" not null,
    agreement_version integer not null,
    district_code text collate "C" not null,
    rank integer,
    shared boolean not null,
    points_numerator numeric,
    points_denominator numeric,
    points numeric generated always as (round(points_numerator / points_denominator, 4)),
    possible_min_numerator numeric not null,
    possible_min_denominator numeric not null,
    possible_min numeric
        generated always as (round(possible_min_numerator / possible_min_denominator, 4)),
    possible_max_numerator numeric not null,
    possible_max_denominator numeric not null,
    possible_max numeric
        generated always as (round(possible_max_numerator / possible_max_denominator, 4)),
    scored_weight_numerator numeric not null,
    scored_weight_denominator numeric not null,
    scored_weight numeric
        generated always as (round(scored_weight_numerator / scored_weight_denominator, 4)),
    not_applicable_weight numeric not null,
    constraint district_score_pk primary key (round_id, agreement_version, district_code),
    constraint district_score_agreement_fk
        foreign key (round_id, agreement_version) references agreement (round_id, version),
    constraint district_score_district_code_fk
        foreign key (district_code) references district_code,
    constraint district_score_rank_with_points check (
        num_nonnulls(rank, points_numerator, points_denominator) in (0, 3)
    ),
    constraint district_score_rank_from_one check (rank >= 1),
    constraint district_score_denominators_positive check (
        points_denominator > 0 and possible_min_denominator > 0 and possible_max_denominator > 0
        and scored_weight_denominator > 0
    )
);

create index district_score_district_code_ix on district_score (district_code, round_id);
