import type { ActBeside, LostPoint } from '@repere/contract';
import type { Language } from '@repere/ui';

/** What was done on one side, in words. */
interface ShownAct {
  readonly when: string;
  readonly what: string;
  readonly said: readonly string[];
}

/** One act of the model run beside the class, in the words of the screen. */
export interface BesideLine {
  readonly key: string;
  readonly title: string;
  readonly basis: string;
  readonly model: ShownAct | null;
  readonly group:
    | (ShownAct & {
        readonly at: string;
        readonly who: string | null;
        readonly runId: string;
        readonly step: string;
        readonly isCut: boolean;
      })
    | null;
  readonly lost: readonly (LostPoint & { readonly when: string; readonly reason: string })[];
}

/** `when`: a moment by the clock of the space. */
export function showBesideLine(
  { key, title, basis, model, group, lost: keys }: ActBeside,
  lost: readonly LostPoint[],
  { localize }: Pick<Language, 'localize'>,
  when: (at: string) => string,
): BesideLine {
  return {
    ...{ key, title: localize(title), basis: basis.join(' · ') },
    model: model && {
      when: when(model.at),
      what: [model.who ? localize(model.who) : '', localize(model.what)].filter(Boolean).join(' '),
      said: model.said.map(localize),
    },
    group: group && {
      ...{
        at: group.at,
        who: group.who,
        runId: group.runId,
        step: group.step,
        isCut: group.isCut,
        when: when(group.at),
      },
      what: [group.who ?? '', localize(group.what)].filter(Boolean).join(' '),
      said: group.said.map(localize),
    },
    lost: lost
      .filter((point) => keys.includes(point.key))
      .map((point) => ({ ...point, when: when(point.at), reason: localize(point.why) })),
  };
}
