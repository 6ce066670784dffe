-- Provinces and districts, with the days on which their names were valid.
-- Keys are compared byte by byte (collate "C"), so that they sort the same on every machine; Thai
-- names sort as a Thai dictionary does.

create table province (
    province_code text collate "C" not null,
    name_th text collate "th-x-icu" not null,
    name_en text not null,
    constraint province_pk primary key (province_code),
    constraint province_code_form check (province_code ~ '^[0-9]{2}$'),
    constraint province_names_not_blank check (btrim(name_th) <> '' and btrim(name_en) <> '')
);

-- Every code that was ever given to a district. What it meant on a day stands in "district".
create table district_code (
    district_code text collate "C" not null,
    province_code text collate "C" not null
        generated always as (left(district_code, 2)) stored,
    constraint district_code_pk primary key (district_code),
    constraint district_code_province_fk foreign key (province_code) references province,
    constraint district_code_form check (district_code ~ '^[0-9]{4}$')
);

create index district_code_province_ix on district_code (province_code);

-- A district under a code and a name during a span of days, both ends inclusive. Another district
-- can be given the code later; two at a time are refused.
create table district (
    district_code text collate "C" not null,
    valid_from date not null,
    valid_to date,
    name_th text collate "th-x-icu" not null,
    name_en text not null,
    constraint district_pk primary key (district_code, valid_from),
    constraint district_code_fk foreign key (district_code) references district_code,
    constraint district_validity_order check (valid_to >= valid_from),
    constraint district_names_not_blank check (btrim(name_th) <> '' and btrim(name_en) <> ''),
    -- The code as a range of one number: ranges need no extension to stand in a GiST index.
    constraint district_one_at_a_time exclude using gist (
        int4range(district_code::integer, district_code::integer, '[]') with &&,
        daterange(valid_from, valid_to, '[]') with &&
    )
);
