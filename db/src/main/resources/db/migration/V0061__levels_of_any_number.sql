-- An indicator has up to ten levels, each with a score of its own: levels are numbers from 0 to 10.
alter table score
    drop constraint score_levels_in_range,
    add constraint score_levels_in_range check (
        level between 0 and 10 and level_min between 0 and 10
        and level_max between level_min and 10
    );

alter table level_override
    drop constraint level_override_level_in_range,
    add constraint level_override_level_in_range check (level between 0 and 10);

alter table officer_draft
    drop constraint officer_draft_target_level_known,
    add constraint officer_draft_target_level_known check (target_level between 1 and 10);

alter table officer_sheet_line
    drop constraint officer_sheet_line_target_level_known,
    add constraint officer_sheet_line_target_level_known check (target_level between 1 and 10);
