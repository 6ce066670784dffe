-- What was handed in stays to be seen, and a step of the review can be taken back: by a step of its
-- own, which names the one that it takes back, since steps are only ever added.

alter table review_step
    -- The import that handing in made, where there was something to take in.
    add column brought_import_id bigint,
    -- Which handing in was accepted or sent back.
    add column hand_in_id bigint,
    add column takes_back bigint,
    add constraint review_step_brought_import_fk
        foreign key (brought_import_id) references import,
    add constraint review_step_hand_in_fk foreign key (hand_in_id) references review_step,
    add constraint review_step_takes_back_fk foreign key (takes_back) references review_step,
    -- A step is taken back once.
    add constraint review_step_takes_back_uq unique (takes_back),
    drop constraint review_step_action_known,
    add constraint review_step_action_known
        check (action in ('submitted', 'accepted', 'sent-back', 'taken-back')),
    add constraint review_step_taken_back_names_a_step
        check ((action = 'taken-back') = (takes_back is not null)),
    add constraint review_step_only_handing_in_brings_figures
        check (brought_import_id is null or action = 'submitted');

-- Nothing of a step is changed but what was not kept of it before.
alter table review_step disable trigger review_step_append_only;
update review_step
set brought_import_id = import_id
where action = 'submitted'
    and exists (
        select from import
        where import.import_id = review_step.import_id
            and import.kind = 'online'
            and starts_with(
                import.file,
                'online-' || review_step.round_id || '-' || review_step.district_code || '-'
                    || review_step.indicator || '-'
            )
    );
update review_step
set hand_in_id = (
    select max(hand_in.review_step_id) from review_step as hand_in
    where hand_in.round_id = review_step.round_id
        and hand_in.district_code = review_step.district_code
        and hand_in.indicator = review_step.indicator
        and hand_in.action = 'submitted'
        and hand_in.review_step_id < review_step.review_step_id
)
where action <> 'submitted';
alter table review_step enable trigger review_step_append_only;

-- Each step with when it ceased to be in force: taken back by whoever took it, or because the
-- import of what was handed in was undone. What stands in neither is in force.
create view review_course with (security_invoker = true) as
select
    step.*,
    (
        select taken_back.review_step_id from review_step as taken_back
        where taken_back.takes_back = step.review_step_id
    ) as taken_back_by,
    (
        select undo.undo_id from undo
        where undo.import_id = coalesce(
            step.brought_import_id,
            (
                select hand_in.brought_import_id from review_step as hand_in
                where hand_in.review_step_id = step.hand_in_id
            )
        )
    ) as undo_id
from review_step as step;

-- What stood in the fields of the form when it was handed in, as it was typed: corrections start
-- from it, and a note is there to be read even where no figure has it.
create table handed_in_text (
    review_step_id bigint not null,
    field text collate "C" not null,
    text text not null,
    constraint handed_in_text_pk primary key (review_step_id, field),
    constraint handed_in_text_step_fk foreign key (review_step_id) references review_step,
    constraint handed_in_text_field_form check (field ~ '^([a-z0-9_]+\.)?(value|of|as_of|note)$'),
    constraint handed_in_text_length check (char_length(text) <= 1000)
);

create trigger handed_in_text_append_only
    before update or delete or truncate on handed_in_text
    for each statement execute function refuse_change();

alter table handed_in_text enable row level security;
create policy handed_in_text_scope on handed_in_text using (
    (select current_user) <> 'district_kpi_district'
    or exists (
        select from review_step
        where review_step.review_step_id = handed_in_text.review_step_id
            and review_step.district_code = (select current_setting('district_kpi.district', true))
    )
);
