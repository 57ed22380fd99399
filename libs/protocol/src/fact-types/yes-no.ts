import { text } from '@repere/feel';
import type { AnswerWithNote } from './fact-values';
import { RANKED, unknownCode } from './choice';
import type { FactType } from './fact-type';
import { isYesOrNo, same } from './no-value';
import { ANSWER_WORDS } from '../wording/answer-words';

const CODES = ['yes', 'no'] as const;

/** Yes or no, each perhaps with a note. */
export const YES_NO = {
  words: text('oui ou non', 'yes or no'),
  schema: { ranked: RANKED },
  feelType: () => ({ kind: 'choice', values: CODES }),
  codes: () => CODES,
  check: (_, raw) => (isYesOrNo(raw) ? null : unknownCode(CODES, saidCode)),
  convert(raw) {
    if (typeof raw === 'string') return raw;
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
    const { answer } = raw as AnswerWithNote;
    return isYesOrNo(answer) ? answer : null;
  },
  formatValue: (_, raw) => saidCode(String(typeof raw === 'object' ? (raw as AnswerWithNote).answer : raw)),
  classes: { by: 'codes' },
  askedAs: ['yes-no'],
  writtenAs: 'options',
  widget: 'answer-line',
  isCoded: true,
  isMoment: false,
  isOwnWords: false,
  noValue: 'in-place',
} as const satisfies FactType;

const saidCode = (code: string) => (isYesOrNo(code) ? ANSWER_WORDS[code] : same(code));
