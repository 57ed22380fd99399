import { CaseConferenceEntity } from './case-conference.entity';
import { ConferenceActionEntity } from './conference-action.entity';
import { ConferenceMemberEntity } from './conference-member.entity';
import { ConferenceTaskEntity } from './conference-task.entity';
import { MinutesDraftEntity } from './minutes-draft.entity';

/** Case conferences, and what was agreed to be done at them. */
export const CONFERENCE_ENTITIES = [
  CaseConferenceEntity,
  ConferenceActionEntity,
  ConferenceMemberEntity,
  ConferenceTaskEntity,
  MinutesDraftEntity,
] as const;
