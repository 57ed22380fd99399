import type { ScenarioBeat } from '@repere/protocol';
import { describeExpectation, describeTrigger, orderBeats, type ReadingGrounds } from '@repere/training';
import type { Language } from '@repere/ui';
import { formatScenarioTime } from '../../protocols/examples/format-scenario-time';

/** A moment of the story on paper. What is for whoever leads alone stands in `leads`. */
export interface PaperMoment {
  readonly id: string;
  readonly n: number;
  readonly isInject: boolean;
  /** The hour that it has in the story; `null`: it waits for a condition, which says what to do. */
  readonly hour: string | null;
  readonly title: string;
  readonly told: string;
  readonly words: string | null;
  readonly documents: readonly { readonly title: string; readonly says: string }[];
  readonly leads: { readonly when: string; readonly notes: string | null };
}

/** A question of the class on paper. */
export interface PaperQuestion {
  readonly id: string;
  readonly ask: string;
  /** Number of the moment after which it is asked. */
  readonly after: number | null;
  readonly choices: readonly {
    readonly id: string;
    readonly says: string;
    readonly leads: { readonly isRight: boolean; readonly because: string };
  }[];
  readonly leads: { readonly basis: string };
}

export interface PaperExpectation {
  readonly id: string;
  readonly title: string;
  readonly points: string;
  readonly lines: readonly string[];
  readonly basis: string;
}

/** A scenario for a room without network, in the reader's language. */
export interface ScenarioPaper {
  readonly title: string;
  readonly period: string;
  readonly cast: readonly { readonly name: string; readonly who: string }[];
  readonly moments: readonly PaperMoment[];
  readonly questions: readonly PaperQuestion[];
  readonly expectations: readonly PaperExpectation[];
}

export function showPaper(grounds: ReadingGrounds, { t, count, localize, current }: Language): ScenarioPaper {
  const { scenario, territory } = grounds;
  const hourOf = (at: number | null): string | null =>
    at === null ? null : formatScenarioTime(at, territory.zone, current());
  const placed = orderBeats(scenario, territory);
  const whenOf = (beat: ScenarioBeat): string => {
    const when = localize(describeTrigger(grounds.set, scenario, beat));
    return when.charAt(0).toLocaleUpperCase() + when.slice(1);
  };
  const numbers = new Map(placed.map(({ beat }, index) => [beat.id, index + 1] as const));
  const [first] = placed;
  return {
    title: localize(scenario.title),
    period: first ? (hourOf(first.at) ?? '') : '',
    cast: scenario.cast.map(({ name, who }) => ({ name, who: localize(who) })),
    moments: placed.map(({ beat, isInject, at }, index) => ({
      ...{ id: beat.id, n: index + 1, isInject, hour: hourOf(at) },
      title: localize(beat.title),
      told: localize(beat.told),
      words: beat.words ? localize(beat.words) : null,
      documents: (beat.documents ?? []).map(({ title, says }) => ({
        title: localize(title),
        says: localize(says),
      })),
      leads: { when: whenOf(beat), notes: beat.notes ? localize(beat.notes) : null },
    })),
    questions: (scenario.questions ?? []).map(({ id, about, ask, choices, basis = [] }) => ({
      ...{ id, ask: localize(ask), after: numbers.get(about ?? '') ?? null },
      choices: choices.map((it) => ({
        ...{ id: it.id, says: localize(it.says) },
        leads: { isRight: it.right === true, because: localize(it.because) },
      })),
      leads: { basis: groundsIn(basis, t) },
    })),
    expectations: scenario.expectations.map((it) => ({
      ...{ id: it.id, title: localize(it.title), points: count('scenarios.read.points', it.points ?? 1) },
      lines: describeExpectation(grounds, it).map((line) => localize(line)),
      basis: groundsIn(it.basis ?? [], t),
    })),
  };
}

const groundsIn = (codes: readonly string[], t: Language['t']): string =>
  codes.length > 0 ? t('training.grounds', { codes: codes.join(' · ') }) : '';
