-- Agreements name their sections themselves; the form is that of districtkpi.domain.agreement.SectionId.

alter table score
    drop constraint score_section_known,
    add constraint score_section_form check (section ~ '^[a-z][a-z0-9]{0,19}$');

alter table section_score
    drop constraint section_score_section_known,
    add constraint section_score_section_form check (section ~ '^[a-z][a-z0-9]{0,19}$');
