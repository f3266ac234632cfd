-- An enterprise of one house with something of everything. Each statement is headed by the name its id gets; in
-- braces stand values known before, among them {house}, {path}, {day} (2 March 2026)
-- and {training}, one that is out and so for everybody.

-- owner
insert into account (kind, login, name_zh, name_en, mail, unit_id, org_path)
    values ('OFFICER', 'leakmark.owner', '鎏骧关员', 'leakmark officer', 'leakmark.owner@mark.test', {house}, {path}) returning id

-- second
insert into account (kind, login, name_zh, mail, unit_id, org_path)
    values ('OFFICER', 'leakmark.second', '鎏骧协调员', 'leakmark.second@mark.test', {house}, {path}) returning id

-- ownerRole
insert into role_assignment (account_id, role, unit_id, org_path, valid_from)
    values ({owner}, 'HOUSE_OFFICER', {house}, {path}, {day}) returning id

-- secondRole
insert into role_assignment (account_id, role, unit_id, org_path, valid_from)
    values ({second}, 'HOUSE_OFFICER', {house}, {path}, {day}) returning id

-- enterprise
insert into enterprise (name_zh, name_en, unit_id, org_path, customs_code, uscc, mail_on_file, phone_on_file, address_zh,
        grade, grade_since, journey_step, journey_since, tier, size_class, business_types, source)
    values ('{nameZh}', '{nameEn}', {house}, {path}, '{code}', '{uscc}', '{mailAddress}', '{phone}', '鎏骧路一号',
        'CE', {day}, 'CULTIVATION', {day}, 'A', 'SMALL', '{CBEC_OPERATOR}', '鎏骧来源') returning id

-- twin
insert into enterprise (name_zh, unit_id, org_path, customs_code)
    values ('{nameZh}', {house}, {path}, '53047LEAK8') returning id

-- merged
insert into enterprise (name_zh, unit_id, org_path, customs_code, merged_into)
    values ('鎏骧并入企业', {house}, {path}, '53047LEAK7', {enterprise}) returning id

-- formerName
insert into enterprise_former_name (enterprise_id, unit_id, org_path, name_zh, valid_to)
    values ({enterprise}, {house}, {path}, '鎏骧旧名', {day}) returning id

-- formerUnit
insert into enterprise_former_unit (enterprise_id, unit_id, org_path, former_unit_id, former_path, valid_to, reason)
    values ({enterprise}, {house}, {path}, {house}, {path}, {day}, '鎏骧迁入理由') returning id

-- formerGrade
insert into enterprise_former_grade (enterprise_id, unit_id, org_path, grade, valid_from, valid_to, ground)
    values ({enterprise}, {house}, {path}, 'REGULAR', {day} - 365, {day} - 1, '鎏骧定级依据') returning id

-- step
insert into journey_entry (enterprise_id, unit_id, org_path, step, from_step, happened_on, note, unit_then, account_id)
    values ({enterprise}, {house}, {path}, 'CULTIVATION', 'PROSPECT', {day}, '鎏骧历程备注', {house}, {owner}) returning id

-- stepFile
insert into stored_file (sha256, name, media_type, bytes, purpose, account_id, unit_id, org_path)
    values (decode(repeat('cc', 32), 'hex'), 'leakmark-step.pdf', 'application/pdf', 18, 'sample', {owner}, {house}, {path})
    returning id

-- stepWithFile
insert into journey_file (entry_id, file_id) values ({step}, {stepFile}) returning file_id

-- contact
insert into contact_person (enterprise_id, unit_id, org_path, name_zh, name_en, position_zh, mail, phone, purpose, legal_basis)
    values ({enterprise}, {house}, {path}, '{person}', 'leakmark Person', '鎏骧经理', '{personMail}', '0755-97531864',
        'OUTREACH', 'STATUTORY_DUTY') returning id

-- partner
insert into partner_organisation (kind, unit_id, org_path, name_zh, note)
    values ('CHAMBER', {house}, {path}, '{partnerName}', '鎏骧商会备注') returning id

-- partnerPerson
insert into contact_person (partner_id, unit_id, org_path, name_zh, purpose, legal_basis)
    values ({partner}, {house}, {path}, '鎏骧秘书长', 'OUTREACH', 'STATUTORY_DUTY') returning id

-- touchpoint
insert into touchpoint (unit_id, org_path, unit_id_then, happened_on, at, channel, direction, strength, said, agreed, people,
        heard, heard_on, heard_severity, told, account_id, version)
    values ({house}, {path}, {house}, {day}, '2026-03-02T04:00:00Z', 'VISIT', 'OUT', 'ONE_TO_ONE', '{said}', '鎏骧商定事项',
        '鎏骧在场人员', true, '鎏骧政策反映', 'MINOR', true, {owner}, 1) returning id

-- party
insert into touchpoint_party (touchpoint_id, enterprise_id, unit_id, org_path, unit_id_then, by_unit_id, at, timed, channel,
        strength, direction)
    values ({touchpoint}, {enterprise}, {house}, {path}, {house}, {house}, '2026-03-02T04:00:00Z', false, 'VISIT',
        'ONE_TO_ONE', 'OUT') returning id

-- met
insert into touchpoint_person (touchpoint_id, person_id) values ({touchpoint}, {contact}) returning person_id

-- subject
insert into touchpoint_subject (touchpoint_id, position, kind, text) values ({touchpoint}, 0, 'POLICY', '鎏骧政策')
    returning touchpoint_id

-- tookPart
insert into touchpoint_officer (touchpoint_id, account_id, unit_id_then) values ({touchpoint}, {owner}, {house})
    returning account_id

-- file
insert into stored_file (sha256, name, media_type, bytes, purpose, account_id, unit_id, org_path)
    values (decode(repeat('cc', 32), 'hex'), 'leakmark-visit.pdf', 'application/pdf', 18, 'sample', {owner}, {house}, {path})
    returning id

-- touchpointFile
insert into touchpoint_file (touchpoint_id, file_id) values ({touchpoint}, {file}) returning file_id

-- earlier
insert into touchpoint_version (touchpoint_id, version, replaced_at, replaced_by, reason, content)
    values ({touchpoint}, 0, now(), {owner}, '鎏骧更正理由', '{"day":"2026-03-02","channel":"VISIT","direction":"OUT",
        "strength":"ONE_TO_ONE","enterprises":[{enterprise}],"partners":[],"officers":[],"persons":[],"subjects":[],
        "said":"鎏骧更正前","shared":false,"told":false}') returning id

-- task
insert into task (unit_id, org_path, owner_id, touchpoint_id, enterprise_id, title, due_on, account_id)
    values ({house}, {path}, {owner}, {touchpoint}, {enterprise}, '{taskTitle}', {day}, {owner}) returning id

-- broadcast
insert into broadcast (unit_id, org_path, happened_on, channel, title, audience, counted, note, account_id)
    values ({house}, {path}, {day}, 'LIVE_STREAM', '鎏骧直播', 77, true, '鎏骧直播备注', {owner}) returning id

-- pastCoordination
insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from, valid_to, reason)
    values ({enterprise}, {house}, {path}, {second}, 'COORDINATOR', {day} - 365, {day} - 1, '鎏骧交接备注') returning id

-- handover
insert into handover (from_account, to_account, unit_id, org_path, happened_on, reason, account_id)
    values ({second}, {owner}, {house}, {path}, {day}, '鎏骧移交理由', {owner}) returning id

-- coordination
insert into coordination (enterprise_id, unit_id, org_path, account_id, part, valid_from, handover_id)
    values ({enterprise}, {house}, {path}, {owner}, 'COORDINATOR', {day}, {handover}) returning id

-- handoverItem
insert into handover_item (handover_id, enterprise_id, unit_id, org_path, before_id, after_id, brief_zh, brief_en, told)
    values ({handover}, {enterprise}, {house}, {path}, {pastCoordination}, {coordination}, '鎏骧交接要点', 'leakmark brief', 0)
    returning id

-- segment
insert into segment (unit_id, org_path, account_id, name, note, shared, conditions)
    values ({house}, {path}, {owner}, '{segmentName}', '鎏骧分组说明', true,
        '{"all":[{"criterion":"name","values":{"value":["{nameZh}"]}}]}') returning id

-- user
insert into account (kind, login, name_zh, mail, unit_id, org_path, enterprise_id)
    values ('ENTERPRISE', 'leakmark.user@mark.test', '鎏骧用户', 'leakmark.user@mark.test', {house}, {path}, {enterprise})
    returning id

-- userRole
insert into role_assignment (account_id, role, unit_id, org_path, enterprise_id, valid_from)
    values ({user}, 'ENTERPRISE_USER', {house}, {path}, {enterprise}, {day}) returning id

-- token
insert into access_token (account_id, org_path, assignment_id, name, scope, token_hash, expires_at)
    values ({user}, {path}, {userRole}, '鎏骧令牌', 'READ', sha256('leakmark'), now() + interval '30 days') returning id

-- member
insert into enterprise_member (enterprise_id, unit_id, org_path, account_id, name_zh, mail, rights, valid_from)
    values ({enterprise}, {house}, {path}, {user}, '鎏骧用户', 'leakmark.user@mark.test',
        'ADMINISTER,ASK,REGISTER,ANSWER_SURVEYS,SELF_ASSESS', {day}) returning id

-- claim
insert into enterprise_claim (enterprise_id, unit_id, org_path, name, mail, language, statement, way)
    values ({enterprise}, {house}, {path}, '鎏骧申请人', 'leakmark.claim@mark.test', 'zh', '鎏骧申请说明', 'OFFICER') returning id

-- delegation
insert into delegation (enterprise_id, unit_id, org_path, enterprise_zh, representative_name, representative_mail, language,
        rights, first_day, last_day, note)
    values ({enterprise}, {house}, {path}, '{nameZh}', '鎏骧代理人', 'leakmark.agent@mark.test', 'zh', 'ASK', {day},
        {day} + 365, '鎏骧委托备注') returning id

-- message
insert into mail (message_id, template, language, recipient, recipient_name, subject, body_text, body_html, org_path, status,
        attempts, enterprise_id)
    values ('<leakmark@mark.test>', 'sample', 'zh', '{personMail}', '{person}', '鎏骧邮件', '鎏骧邮件正文', '<p>鎏骧邮件正文</p>',
        {path}, 'DEAD', 12, {enterprise}) returning id

-- pair
insert into enterprise_duplicate (first_id, second_id, org_path, reason, note)
    values (least({enterprise}, {twin}), greatest({enterprise}, {twin}), {path}, 'NAME', '鎏骧疑似备注') returning id

-- merger
insert into enterprise_merge (kept_id, merged_id, org_path, reason, taken, kept_before, kept_after, merged_before, merged_by)
    select k.id, m.id, k.org_path, '鎏骧合并理由', '{}', to_jsonb(k), to_jsonb(k), to_jsonb(m), {owner}
    from enterprise k, enterprise m where k.id = {enterprise} and m.id = {merged} returning id

-- transferRequest
insert into transfer_request (unit_id, org_path, code, reason, account_id)
    select id, org_path, '{code}', '鎏骧调入理由', {owner} from unit where kind = 'HOUSE' and closed_on is null
        and org_path not like '0000.5300.%' and org_path not like '0000.2200.%' order by id limit 1 returning id

-- transferGiver
insert into transfer_request_giver (request_id, enterprise_id, unit_id, org_path)
    values ({transferRequest}, {enterprise}, {house}, {path}) returning request_id

-- campaign
insert into campaign (unit_id, org_path, kind, title_zh, title_en, purpose_zh, starts_on, ends_on, status, frozen_at, author_id)
    values ({house}, {path}, 'OWN', '鎏骧行动', 'leakmark campaign', '鎏骧目的', {day}, {day} + 900, 'RUNNING', now(), {owner})
    returning id

-- campaignAudience
with audience as (
    insert into campaign_audience (campaign_id, audience, text_zh, expected, least_strength)
        values ({campaign}, 'ALL', '鎏骧要求', 80, 'ONE_TO_ONE'))
insert into campaign_member (enterprise_id, campaign_id, unit_id, org_path, house_id, house_path, audience, track, priority,
        standing, reason, remark)
    values ({enterprise}, {campaign}, {house}, {path}, {house}, {path}, 'ALL', 'NONE', 100000000, 'EXCLUDED', 'OTHER',
        '鎏骧不予触达说明') returning enterprise_id

-- campaignCourse
with funnel as (
    insert into campaign_funnel (campaign_id, unit_id, org_path, reached, step, enterprises, followed, computed_at)
        values ({campaign}, {house}, {path}, false, 'SCOPE', 1, 0, now())),
silence as (
    insert into campaign_silence (campaign_id, kind, unit_id, org_path, audience, size_class, sector, month, enterprises,
            computed_at)
        values ({campaign}, 'UNIT', {house}, {path}, '', '', '', '', 1, now()))
insert into campaign_course (enterprise_id, campaign_id, house_id, house_path, reached, since)
    values ({enterprise}, {campaign}, {house}, {path}, false, {day}) returning enterprise_id

-- campaignEdition
insert into campaign_edition (campaign_id, edition, content, status, note, submitted_by)
    values ({campaign}, 1, '{"titleZh":"鎏骧行动","purposeZh":"鎏骧目的","startsOn":"2026-03-02","endsOn":"2028-01-01",
        "reportsOn":[],"sisterSums":false,"documents":[],"audiences":[{"audience":"ALL","textZh":"鎏骧要求","expected":80,
        "leastStrength":"ONE_TO_ONE","channels":[]}]}', 'IN_FORCE', '鎏骧修订理由', {owner}) returning campaign_id

-- campaignProposal
insert into campaign_edition (campaign_id, edition, content, status, note, submitted_by)
    values ({campaign}, 2, '{"titleZh":"鎏骧行动","purposeZh":"鎏骧目的","startsOn":"2026-03-02","endsOn":"2028-01-01",
        "reportsOn":[],"sisterSums":false,"documents":[],"audiences":[{"audience":"ALL","textZh":"鎏骧要求","expected":80,
        "leastStrength":"ONE_TO_ONE","channels":[]}]}', 'PROPOSED', '鎏骧修订理由', {owner}) returning campaign_id

-- campaignPlan
insert into campaign_plan (campaign_id, unit_id, org_path, status, regional_zh)
    values ({campaign}, {house}, {path}, 'APPROVED', '鎏骧地区特点') returning id

-- campaignRow
insert into campaign_member (enterprise_id, campaign_id, unit_id, org_path, house_id, house_path, audience, track, priority)
    values ({twin}, {campaign}, {house}, {path}, {house}, {path}, 'ALL', 'NONE', 100000000) returning enterprise_id

-- mailing
insert into campaign_mailing (campaign_id, unit_id, org_path, title_zh, title_en, purpose, states, status, send_at, author_id,
        approved_by, approved_at)
    values ({campaign}, {house}, {path}, '鎏骧群发', 'leakmark mailing', '鎏骧群发用途', array['UNTOUCHED', 'REACHED'], 'APPROVED',
        '2099-01-01', {owner}, {second}, now()) returning id

-- mailingText
insert into campaign_mailing_text (mailing_id, audience, subject_zh, body_zh)
    values ({mailing}, 'ALL', '鎏骧群发主题', '鎏骧群发正文') returning mailing_id

-- mailingLetter
insert into campaign_mailing_letter (mailing_id, enterprise_id, person_id, audience, status, mail_id, address_key, left_at)
    values ({mailing}, {enterprise}, {contact}, 'ALL', 'SENT', {message}, 'leakmark', now()) returning id

-- enquiry
insert into enquiry (number, unit_id, org_path, enterprise_id, enterprise_unit, enterprise_path, person_id, account_id,
        asker_name, asker_mail, asker_phone, language, channel, subject, for_colleagues, asked_at)
    values ('{enquiryNumber}', {house}, {path}, {enterprise}, {house}, {path}, {contact}, {user}, '{person}', '{personMail}',
        '{phone}', 'zh', 'PORTAL', '{question}', true, '2026-03-02T04:00:00Z') returning id

-- enquiryWork
insert into enquiry_work (enquiry_id, unit_id, org_path, desk_id, desk_path, level, status, officer_id, coordinator_id, tags,
        clock_since, left_minutes, due_at, total_left_minutes, total_due_at, last_in_at)
    values ({enquiry}, {house}, {path}, {house}, {path}, 'HOUSE', 'OPEN', {owner}, {owner}, '{鎏骧标签}', now(), 12000,
        now() + interval '90 days', 18000, now() + interval '120 days', now()) returning enquiry_id

-- enquiryQuestion
insert into enquiry_message (enquiry_id, kind, language, body, account_id, at)
    values ({enquiry}, 'QUESTION', 'zh', '鎏骧问题内容', {user}, '2026-03-02T04:00:00Z') returning id

-- enquiryAnswer
insert into enquiry_message (enquiry_id, kind, language, body, account_id, unit_id, level, authority, mail_id, at, goes_at)
    values ({enquiry}, 'ANSWER', 'zh', '鎏骧答复内容', {owner}, {house}, 'HOUSE', 'GUIDANCE', {message}, '2026-03-03T04:00:00Z',
        '2026-03-03T04:00:30Z') returning id

-- enquiryPaper
insert into stored_file (sha256, name, media_type, bytes, purpose, account_id, unit_id, org_path)
    values (decode(repeat('cc', 32), 'hex'), 'leakmark-enquiry.pdf', 'application/pdf', 18, 'enquiry', {owner}, {house}, {path})
    returning id

-- enquiryFile
insert into enquiry_file (message_id, position, file_id) values ({enquiryQuestion}, 0, {enquiryPaper}) returning file_id

-- enquiryCitation
insert into enquiry_citation (message_id, position, document_id, version)
    select {enquiryAnswer}, 0, min(id), 1 from document returning message_id

-- recheck
insert into enquiry_recheck (message_id, enquiry_id, document_id, unit_id, org_path, from_version, to_version, why)
    select {enquiryAnswer}, {enquiry}, min(id), {house}, {path}, 1, 1, 'REPEALED' from document returning id

-- publicationDraft
insert into document_draft (code, unit_id, org_path, facts, zh_title, zh_markdown, base_version, author_id)
    values ('leakmark-' || nextval('document_draft_seq'), {house}, {path}, '{"kind":"QUESTION"}', '鎏骧常见问题', '鎏骧常见问题', 0,
        {owner}) returning id

-- publication
insert into enquiry_publication (enquiry_id, message_id, draft_id, code, unit_id, org_path, account_id)
    select {enquiry}, {enquiryAnswer}, id, code, unit_id, org_path, author_id from document_draft where id = {publicationDraft}
    returning id

-- enquiryStep
insert into enquiry_step (enquiry_id, unit_id, org_path, level, target_minutes, entered_at, left_at, passed, account_id, words,
        proposal)
    values ({enquiry}, {house}, {path}, 'HOUSE', 12000, '2026-03-02T04:00:00Z', '2026-03-02T05:00:00Z', 'UP', {owner},
        '鎏骧上报理由', '鎏骧拟答') returning id

-- enquiryOpenStep
insert into enquiry_step (enquiry_id, unit_id, org_path, level, target_minutes)
    values ({enquiry}, {house}, {path}, 'HOUSE', 12000) returning id

-- enquiryNote
insert into enquiry_note (enquiry_id, unit_id, org_path, level, account_id, body, mentioned)
    values ({enquiry}, {house}, {path}, 'HOUSE', {owner}, '鎏骧内部备注', array[{owner}]) returning id

-- enquiryDraft
insert into enquiry_draft (enquiry_id, account_id, unit_id, org_path, kind, content)
    values ({enquiry}, {owner}, {house}, {path}, 'ANSWER', '{"text":"鎏骧草稿"}') returning enquiry_id

-- enquiryEvent
insert into enquiry_event (enquiry_id, kind, account_id, unit_id) values ({enquiry}, 'TAKEN', {owner}, {house}) returning id

-- enquirySharing
insert into enquiry_sharing (enterprise_id, unit_id, org_path, shared, account_id, version)
    values ({enterprise}, {house}, {path}, true, {user}, 1) returning enterprise_id

-- enquiryRating
insert into enquiry_rating (enquiry_id, unit_id, org_path, solved, ease, words)
    values ({enquiry}, {house}, {path}, false, 1, '鎏骧评价') returning enquiry_id

-- passedUp
insert into enquiry (unit_id, org_path, enterprise_id, enterprise_unit, enterprise_path, asker_name, asker_mail, language,
        channel, subject)
    values ({house}, {path}, {enterprise}, {house}, {path}, '{person}', '{personMail}', 'zh', 'PHONE', '鎏骧上报问题')
    returning id

-- passedWork
insert into enquiry_work (enquiry_id, unit_id, org_path, desk_id, desk_path, level, status, left_minutes, total_left_minutes)
    select {passedUp}, {house}, {path}, u.id, u.org_path, 'DISTRICT', 'NEW', 12000, 18000 from unit u where u.code = '5300'
    returning enquiry_id

-- passedQuestion
insert into enquiry_message (enquiry_id, kind, language, body) values ({passedUp}, 'QUESTION', 'zh', '鎏骧上报问题内容')
    returning id

-- passedStep
insert into enquiry_step (enquiry_id, unit_id, org_path, level, target_minutes, left_at, passed, account_id, words, proposal)
    values ({passedUp}, {house}, {path}, 'HOUSE', 12000, now(), 'UP', {owner}, '鎏骧上报理由', '鎏骧拟答') returning id

-- passedOpenStep
insert into enquiry_step (enquiry_id, unit_id, org_path, level, target_minutes)
    select {passedUp}, id, org_path, 'DISTRICT', 12000 from unit where code = '5300' returning id

-- enquiryLink
insert into enquiry_link (enquiry_id, other_id, relation, account_id) values ({enquiry}, {passedUp}, 'RELATED', {owner})
    returning enquiry_id

-- registration
insert into training_registration (session_id, session_path, enterprise_id, unit_id, org_path, account_id, name, mail, phone,
        language, status)
    values ({training}, {path}, {enterprise}, {house}, {path}, {user}, '鎏骧参训人', 'trainee@mark.test', '{phone}', 'zh',
        'REGISTERED') returning id

-- attendance
insert into training_attendance (session_id, session_path, registration_id, enterprise_id, unit_id, org_path, name, mail, way,
        arrived_at)
    values ({training}, {path}, {registration}, {enterprise}, {house}, {path}, '鎏骧到场人', 'trainee@mark.test', 'NAME',
        '2099-03-02T01:00:00Z') returning id

-- certificate
insert into training_certificate (attendance_id, session_id, session_path) values ({attendance}, {training}, {path}) returning id

-- raised
insert into training_raised (session_id, session_path, enterprise_id, unit_id, org_path, name, words, entered_by)
    values ({training}, {path}, {enterprise}, {house}, {path}, '鎏骧提问人', '鎏骧现场提问', {owner}) returning id
