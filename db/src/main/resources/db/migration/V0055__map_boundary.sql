-- The boundaries of districts that an administrator loaded for the map. The newest version counts;
-- without a file the map is one of tiles again.

create table map_boundary (
    -- Counts the versions, so that nobody replaces one that was not seen.
    version integer not null,
    -- A collection of polygons with nothing but the code of each district, simplified.
    geojson text,
    -- Whose it is and under which terms; shown below the map.
    licence text not null,
    added_at timestamptz not null,
    account_id bigint,
    constraint map_boundary_pk primary key (version),
    constraint map_boundary_account_fk foreign key (account_id) references account,
    constraint map_boundary_version_from_one check (version >= 1),
    constraint map_boundary_size check (octet_length(geojson) <= 1000000),
    constraint map_boundary_licence_one_line
        check (
            licence !~ '[[:cntrl:]]' and char_length(licence) <= 200
            and (geojson is null) = (licence = '')
        )
);

create trigger map_boundary_append_only
    before update or delete or truncate on map_boundary
    for each statement execute function refuse_change();
