import { CaseConferenceEntity } from './case-conference.entity';
import { ConferenceActionEntity } from './conference-action.entity';

/** Case conferences, and what was agreed to be done at them. */
export const CONFERENCE_ENTITIES = [CaseConferenceEntity, ConferenceActionEntity] as const;
