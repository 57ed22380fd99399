import { isChildAway, needsWhyAway } from '@repere/cases';
import { invalidValue } from '../platform/refusals/invalid-value';
import { refused } from '../platform/refusals/refused';
import type { MinutesDecisionDto, WriteMinutesDto } from './conference-sent.dto';
import type { SaidConference } from './conferences.repository';
import type { ConferenceDecision, ConferenceWords } from './entities/case-conference.entity';
import { NOTHING_SAID } from './show-conference';

/** Minutes as they are kept, over what stands; throws a refusal that names the field. */
export function settleMinutes(sent: WriteMinutesDto, before: SaidConference | null): ConferenceWords {
  const { content = NOTHING_SAID, memberIds = [] } = before ?? {};
  if (before?.state === 'agreed' && sent.correction === undefined)
    throw refused(
      'correction-unsaid',
      'Ce compte rendu est validé : dites pourquoi il est corrigé.',
      'These minutes were agreed to: say why they are corrected.',
      'correction',
    );
  if (!isChildAway(sent.childCame) && sent.childWhyNot !== undefined)
    throw invalidValue(
      'childWhyNot',
      'Dites que l’enfant n’y était pas, ou laissez vide pourquoi.',
      'Say that the child was not there, or leave out why.',
    );
  if (needsWhyAway(sent.childCame) && sent.childWhyNot === undefined)
    throw refused(
      'why-not-unsaid',
      'Dites pourquoi l’enfant n’y était pas.',
      'Say why the child was not there.',
      'childWhyNot',
    );
  const strangers = sent.members.some(({ accountId }) => !memberIds.includes(accountId));
  if (strangers || new Set(sent.members.map(({ accountId }) => accountId)).size < sent.members.length)
    throw invalidValue(
      'members',
      'Présences : une seule par personne invitée.',
      'Attendance: one for each person invited.',
    );
  if (sent.outside.length > content.outside.length)
    throw invalidValue(
      'outside',
      'Il y a plus de présences que de personnes invitées du dehors.',
      'There are more than were invited from outside.',
    );
  return {
    ...content,
    came: Object.fromEntries(sent.members.map(({ accountId, came }) => [accountId, came])),
    outside: content.outside.map((it, at) => ({ ...it, came: sent.outside[at] ?? 'unsaid' })),
    child: {
      ...{ asked: sent.asked, came: sent.childCame, whyNot: sent.childWhyNot ?? null },
      ...{ words: sent.childWords ?? null, teller: sent.teller ?? null, tellBy: sent.tellBy ?? null },
    },
    decisions: sent.decisions.map(decisionOf),
    ...{ summary: sent.summary ?? null, sentBack: null },
    correction: sent.correction ?? null,
  };
}

function decisionOf({ kind, what, why, leadId }: MinutesDecisionDto): ConferenceDecision {
  if (kind === 'measure' && what === undefined)
    throw invalidValue('decisions', 'Dites ce qui est décidé.', 'Say what was decided.');
  if (kind === 'hand-over' && leadId === undefined)
    throw invalidValue('decisions', 'Dites à qui passe le dossier.', 'Say who is to lead the case.');
  return { kind, what: what ?? null, why, leadId: kind === 'hand-over' ? (leadId ?? null) : null };
}
