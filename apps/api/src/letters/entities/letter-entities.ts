import { LetterEntity } from './letter.entity';
import { LetterSendingEntity } from './letter-sending.entity';

/** Letters of cases, and that they were sent. */
export const LETTER_ENTITIES = [LetterEntity, LetterSendingEntity] as const;
