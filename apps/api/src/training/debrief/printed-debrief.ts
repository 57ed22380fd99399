import type { DEBRIEF_WORDS } from './debrief-words';
import type { DebriefLanguage } from './debrief.dto';

/** A debrief as it stands on paper: plain strings, in one language, in order. */
export interface PrintedDebrief {
  readonly language: DebriefLanguage;
  /** Year, month, day of the space’s clock. */
  readonly date: readonly number[];
  readonly about: readonly string[];
  /** Whose paper it is, where not everybody may have it. */
  readonly warning: string | null;
  readonly score: {
    readonly figure: string;
    readonly lines: readonly string[];
    readonly parts: readonly { readonly part: string; readonly said: string }[];
  };
  readonly lost: readonly {
    readonly title: string;
    readonly why: string;
    readonly about: string;
    readonly notes: readonly string[];
  }[];
  readonly met: readonly string[];
  readonly debrief: readonly string[];
  readonly questions: readonly {
    readonly ask: string;
    readonly said: string;
    readonly choices: readonly {
      readonly said: string;
      readonly isRight: boolean;
      readonly because: string | null;
    }[];
  }[];
  readonly timeline: readonly { readonly when: string; readonly what: string; readonly isNote: boolean }[];
  readonly closing: readonly string[];
  readonly words: Readonly<Record<keyof typeof DEBRIEF_WORDS, string>>;
}

/** What the template must show. */
export const PRINTED_FIELDS = {
  ...{ language: true, date: true, about: true, warning: true, score: true, lost: true, met: true },
  ...{ debrief: true, questions: true, timeline: true, closing: true, words: true },
} as const satisfies Record<keyof PrintedDebrief, true>;
