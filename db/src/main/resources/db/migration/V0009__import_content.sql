-- The bytes of imported files, in pieces, so that a file of any size is written and read in the same
-- memory. They are kept under their digest: the same bytes are kept once, however often and for
-- whatever they are taken in.

create table import_content (
    sha256 text collate "C" not null,
    chunk integer not null,
    -- Whether the piece was deflated (RFC 1950), which is done where it makes it smaller.
    deflated boolean not null,
    content bytea not null,
    constraint import_content_pk primary key (sha256, chunk),
    constraint import_content_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint import_content_chunk_from_zero check (chunk >= 0)
);

-- The program deflates; the database would try again in vain.
alter table import_content alter column content set storage external;

insert into import_content (sha256, chunk, deflated, content)
select distinct on (sha256, chunk)
    sha256, chunk, false, substring(content from chunk * 1048576 + 1 for 1048576)
from import, generate_series(0, greatest(length(content) - 1, 0) / 1048576) as chunk;

alter table import
    drop constraint import_sha256_of_content,
    drop column content,
    add constraint import_sha256_form check (sha256 ~ '^[0-9a-f]{64}$');

create trigger import_content_append_only
    before update or delete or truncate on import_content
    for each statement execute function refuse_change();
