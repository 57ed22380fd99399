import type { StaffTopic } from './staff-topics';

/** Columns that name an account, by the topic in which somebody of the staff is told of them. */
export const SECTION_COLUMNS: Readonly<Record<StaffTopic, readonly string[]>> = {
  account: ['account.id', 'account_entered.account_id'],
  teams: ['team_member.account_id'],
  'changes-by-two': ['account_change.account_id'],
  reviews: ['rights_review.account_id'],
  sessions: ['session.account_id', 'provider_session.account_id'],
  app: ['totp_factor.account_id'],
  passkeys: ['passkey.account_id'],
  'recovery-codes': ['recovery_code.account_id'],
  identities: ['provider_link.account_id'],
  'provider-invitations': ['provider_invitation.account_id'],
  mails: ['account_mail.account_id'],
  reminders: ['reminder_notice.account_id', 'reminder_digest.account_id', 'reminder_choice.account_id'],
  calendar: ['calendar_feed.account_id'],
  substitutions: ['substitution.absent_id', 'substitution.substitute_id'],
  duties: ['duty.account_id'],
  cases: [
    'case_file.lead_id',
    'deadline.lead_id',
    'work_line.lead_id',
    'restriction.circle',
    'draft.account_id',
  ],
  grants: ['assignment.account_id'],
  conflicts: ['recusal.account_id'],
  emergencies: ['break_glass.account_id'],
  missions: ['mission.auditor_ids'],
  findings: ['mission_finding.owner_id', 'mission_finding.answered_by'],
  questions: ['access_question.asked_of'],
  requests: ['access_request.account_id'],
  accessEvents: ['access_event.reader'],
  acts: ['journal_entry.entered_by'],
  approvals: ['journal_entry.target_entered_by', 'work_line.entered_by'],
  deviations: ['deviation.entered_by', 'deviation_judgement.entered_by'],
};

/** The others, and why not. */
export const LEFT_OUT_COLUMNS: readonly { readonly why: string; readonly columns: readonly string[] }[] = [
  {
    why: 'Who did something to a case, a protocol or somebody else: counted with their acts, from the record, by month. The row is about the other.',
    columns: [
      ...by('account_change', 'requested_by', 'decided_by'),
      ...by('rights_review', 'reviewed_by'),
      ...by('provider_link', 'linked_by'),
      ...by('provider_invitation', 'invited_by'),
      ...by('substitution', 'named_by', 'ended_by'),
      ...by('duty', 'named_by', 'ended_by'),
      ...by('restriction', 'set_by', 'ended_by'),
      ...by('recusal', 'lifted_by'),
      ...by('break_glass', 'reviewed_by', 'ended_by'),
      ...by('case_file', 'opened_by'),
      ...by('assignment', 'given_by'),
      ...by('alert_seen', 'seen_by'),
      ...by('reminder', 'answered_by'),
      ...by('duplicate_task', 'raised_by', 'closed_by', 'asked_of'),
      ...by('deviation_judgement', 'by_id'),
      ...by('mission', 'created_by', 'opened_by', 'closed_by'),
      ...by('mission_case', 'examined_by'),
      ...by('mission_finding', 'author_id', 'closed_by'),
      ...by('access_question', 'asked_by'),
      ...by('audit_bundle', 'asked_by'),
      ...by('on_call_contact', 'verified_by', 'removed_by'),
      ...by('protocol_version', 'published_by', 'approved_by', 'loss_accepted_by'),
      ...by('protocol_draft', 'author_id', 'saved_by', 'changed_by', 'approved_by', 'loss_accepted_by'),
      ...by('draft_comment', 'by_id', 'settled_by'),
      ...by('protocol_exploration', 'asked_by'),
      ...by('protocol_dry_run', 'asked_by'),
      ...by('retention_decision', 'proposed_by', 'settled_by'),
      ...by('legal_hold', 'set_by', 'lifted_by'),
      ...by('erasure', 'proposed_by', 'settled_by'),
      ...by('sharing', 'by_id'),
      ...by('referral_event', 'by_id', 'partner_id'),
      ...by('letter', 'by_id'),
      ...by('letter_sending', 'by_id'),
      ...by('access_request', 'prepared_by', 'reviewed_by', 'settled_by'),
    ],
  },
  {
    why: 'Of a training space alone, where nobody is who they are: a nickname, gone with the space.',
    columns: [...by('learner', 'account_id')],
  },
  {
    why: 'Gone within minutes, a day at most, and never read by anybody: limits, tries and answers of the machine.',
    columns: [
      ...by('pending_sign_in', 'account_id'),
      ...by('provider_flow', 'account_id'),
      ...by('idempotency_key', 'account_id'),
    ],
  },
];

function by(table: string, ...columns: readonly string[]): readonly string[] {
  return columns.map((column) => `${table}.${column}`);
}
