import { DEADLINE_ORIGINS, type EditableDeadline, type TypedDeadline } from '@repere/protocol';

export const UNITS = ['hours', 'days', 'working days', 'months', 'years'] as const;

/** A deadline as it is typed. */
export interface TypedDue {
  /** `at once`, `end of day`, or a unit; empty: not chosen. */
  readonly kind: string | null;
  readonly count: string;
  readonly from: string | null;
  readonly origin: string | null;
  /** Codes, with commas between them. */
  readonly basis: string;
}

export const NO_DUE: TypedDue = { kind: null, count: '', from: 'run', origin: 'TOOL', basis: '' };

export function typedDue(deadline: EditableDeadline | null): TypedDue {
  if (!deadline) return NO_DUE;
  const [, count = '', unit = ''] = /^(\d+) (.+)$/.exec(deadline.within) ?? [];
  const kind = count ? UNITS.find((it) => it === unit || it === `${unit}s`) : deadline.within;
  return {
    kind: kind ?? null,
    count,
    from: deadline.from,
    origin: deadline.origin,
    basis: deadline.basis.join(', '),
  };
}

const groundsIn = (basis: string): readonly string[] =>
  basis
    .split(',')
    .map((code) => code.trim())
    .filter(Boolean);

export const isCounted = (kind: string | null): boolean => UNITS.some((unit) => unit === kind);

/** `1 day`, `2 days`. Grounds that nobody touched stay as they are, with the commas that they may have. */
export function deadlineOf(
  { kind, count, from, origin, basis }: TypedDue,
  before: EditableDeadline | null,
): TypedDeadline {
  const unit = Number(count) === 1 ? (kind ?? '').replace(/s$/, '') : kind;
  return {
    within: isCounted(kind) ? `${Number(count)} ${unit ?? ''}` : (kind ?? ''),
    from: from ?? '',
    origin: DEADLINE_ORIGINS.find((it) => it === origin) ?? 'TOOL',
    basis: before && basis === typedDue(before).basis ? before.basis : groundsIn(basis),
  };
}
