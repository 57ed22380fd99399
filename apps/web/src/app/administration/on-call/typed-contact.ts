import type { OnCallContact, OnCallContactToWrite } from '@repere/contract';

/** A contact as it is typed: lists with commas, hours as `09:00-17:30`. */
export interface TypedContact {
  readonly name: string;
  readonly phones: string;
  readonly always: string | null;
  readonly weekdays: string;
  readonly weekends: string;
  readonly say: string;
  readonly languages: string;
  readonly sexes: readonly string[];
  readonly byTelephone: string | null;
}

export const NOTHING_TYPED: TypedContact = {
  ...{ name: '', phones: '', always: 'day-night', weekdays: '', weekends: '', say: '', languages: '' },
  ...{ sexes: [], byTelephone: null },
};

export const PERIOD = /^([01]?\d|2[0-3])[:h][0-5]\d\s*[-–]\s*([01]?\d|2[0-3])[:h][0-5]\d$/;

export const listOf = (typed: string): readonly string[] =>
  typed
    .split(/[,;\n]/)
    .map((it) => it.trim())
    .filter(Boolean);

/** `18:00-08:00` as from and to; nothing typed is no hours on those days. */
export function readPeriod(typed: string): { readonly from: string; readonly to: string } | null {
  const [from, to] = typed.split(/[-–]/).map((it) => it.trim().replace('h', ':').padStart(5, '0'));
  return from && to ? { from, to } : null;
}

export const formatPeriod = (
  hours: { readonly from: string; readonly to: string } | null | undefined,
): string => (hours ? `${hours.from}-${hours.to}` : '');

export function readContact(typed: TypedContact, isInterpreter: boolean): OnCallContactToWrite {
  const { name, phones, always, weekdays, weekends, say, languages, sexes, byTelephone } = typed;
  return {
    name: name.trim(),
    phones: listOf(phones),
    hours: always === 'at-hours' ? { weekdays: readPeriod(weekdays), weekends: readPeriod(weekends) } : null,
    ...(say.trim() && { say: say.trim() }),
    ...(isInterpreter && {
      languages: listOf(languages),
      sexes: sexes.filter((it): it is OnCallContact['sexes'][number] => it === 'woman' || it === 'man'),
      byTelephone: byTelephone === 'yes',
    }),
  };
}
