import { ACT_WORDS, type ActName, isActName } from '@repere/audit';
import type { PaidLeaf } from '../gathering/leaves.query';
import type { WhoActed } from '../gathering/who-acted';

/** An act of the case's stream beside its journal, which was done. */
export interface RecordedAct {
  /** Its place in the log. */
  readonly leaf: number;
  readonly type: ActName;
  /** ISO 8601, by the space's clock. */
  readonly at: string;
  /** `null`: no account of ours is known under that alias. */
  readonly by: string | null;
  readonly isSystem: boolean;
  /** By an account of a service. */
  readonly isOfService: boolean;
  /** What it commits to; `null`: that can't be read any more. */
  readonly fields: Readonly<Record<string, unknown>> | null;
}

/**
 * What was done, in the order of the log; entries of the journal and what was said of deviations have parts of their own. The answer to an
 * act that is repeated is no act.
 */
export function actsIn(stream: readonly PaidLeaf[], { names, ofServices }: WhoActed): readonly RecordedAct[] {
  return stream.flatMap(({ leaf, entry: { type, outcome, actor, time }, payload }) => {
    if (!isActName(type) || outcome !== 'done' || payload?.fields['repeated'] === true) return [];
    if (APART.some((it) => type.startsWith(it))) return [];
    const clock = payload?.fields['clock'];
    return [
      {
        ...{ leaf, type, at: typeof clock === 'string' ? clock : time },
        ...{ by: names.get(actor) ?? null, isSystem: actor.startsWith('system:') },
        ...{ isOfService: ofServices.has(actor), fields: payload?.fields ?? null },
      },
    ];
  });
}

/** Whether it changed something or took something away, as far as its name says. */
export const isDeed = ({ type }: RecordedAct): boolean =>
  ACT_WORDS[type].kind === 'acted' || ACT_WORDS[type].kind === 'exported';

const APART = ['journal.', 'deviation.'];
