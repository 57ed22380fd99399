import type {
  DeadlineDefinition,
  DeadlineOrigin,
  FactDefinition,
  ProtocolDocument,
  SharedDocument,
  StepDefinition,
} from '../documents/document';
import type { Text } from '@repere/feel';
import { periodWords } from '../diff/compare/period-words';
import { listed } from './listed';
import { ROLE_WORDS } from './role-words';

/** A step as a lawyer reads it: each line in words, `null` where there is nothing to say. */
export interface DescribedStep {
  readonly who: Text;
  readonly after: Text | null;
  readonly due: { readonly text: Text; readonly origin: DeadlineOrigin; readonly isOutside: boolean } | null;
  readonly second: Text | null;
  /** What becomes of it while the child is not there; `null`: it goes on. */
  readonly suspended: Text | null;
  readonly asks: readonly Text[];
  /** What is refused, and what is flagged. */
  readonly refuses: readonly Text[];
  readonly flags: readonly Text[];
  /** The exact conditions, as written. */
  readonly conditions: readonly { readonly kind: 'when' | 'unless' | 'ready'; readonly text: string }[];
}

/** A step in words, for pages and papers alike. */
export function describeStep(
  document: ProtocolDocument,
  shared: Pick<SharedDocument, 'facts'>,
  step: StepDefinition,
): DescribedStep {
  const titles = step.after.flatMap((id) => document.steps.find((it) => it.id === id)?.title ?? []);
  return {
    who: listed(step.by.map((role) => ROLE_WORDS[role])),
    after: titles.length > 0 ? listed(titles) : null,
    due: dueOf(document, shared, step),
    second: secondOf(step),
    suspended: step.needs === undefined ? null : SUSPENDED,
    asks: step.fields.flatMap((field) => findFact(document, shared, field)?.title ?? []),
    refuses: step.requires.map(({ because }) => because),
    flags: step.flags.map(({ because }) => because),
    conditions: (['when', 'unless', 'ready'] as const).flatMap((kind) => {
      const text = step[kind];
      return text === undefined ? [] : [{ kind, text }];
    }),
  };
}

const SUSPENDED: Text = {
  fr: 'étape suspendue : ni en retard, ni dans les listes ; elle revient à son retour',
  en: 'the step is suspended: neither late nor in the lists; it comes back at the return',
};

function dueOf(
  document: ProtocolDocument,
  shared: Pick<SharedDocument, 'facts'>,
  { due }: StepDefinition,
): DescribedStep['due'] {
  if (!due) return null;
  const within = periodWords(due.within);
  const from = startOf(document, shared, due.from);
  const first =
    due.within === 'at once'
      ? within
      : { fr: `${within.fr} après : ${from.fr}`, en: `${within.en} after: ${from.en}` };
  const again = againOf(due.every);
  const text =
    again === null
      ? first
      : {
          fr: `${first.fr} ; puis revient ${again.fr}`,
          en: `${first.en}; then comes again ${again.en}`,
        };
  return { text, origin: due.origin, isOutside: due.owner === 'outside' };
}

/** How long after the last time it is due again: the shortest, and how much longer it may be elsewhere. */
function againOf(every: DeadlineDefinition['every']): Text | null {
  const shortest = every?.at(-1);
  if (!every || !shortest) return null;
  const { fr, en } = periodWords(shortest.is);
  const others = listed(every.slice(0, -1).map(({ is }) => periodWords(is)));
  const isOne = every.length === 1;
  return {
    fr: `${fr} après la dernière fois${isOne ? '' : ` ; selon le cas : ${others.fr}`}`,
    en: `${en} after the last time${isOne ? '' : `; depending on the case: ${others.en}`}`,
  };
}

function startOf(document: ProtocolDocument, shared: Pick<SharedDocument, 'facts'>, from: string): Text {
  if (from === 'run') return { fr: "l'engagement du protocole", en: 'the start of the protocol' };
  return (
    findFact(document, shared, from)?.title ??
    document.steps.find(({ id }) => id === from)?.title ?? { fr: from, en: from }
  );
}

function secondOf({ approvedBy, protective }: StepDefinition): Text | null {
  if (!approvedBy) return null;
  const role = ROLE_WORDS[approvedBy.role];
  return approvedBy.effect === 'at-once' || protective
    ? {
        fr: `${role.fr} valide après ; en vigueur tout de suite`,
        en: `${role.en} approves after; in effect at once`,
      }
    : {
        fr: `${role.fr} valide avant que cela prenne effet, sauf si la décision protège davantage`,
        en: `${role.en} approves before it takes effect, unless the decision protects more`,
      };
}

/** A fact of the run or of the case, or a field of a row as `list.field`. */
function findFact(
  document: ProtocolDocument,
  shared: Pick<SharedDocument, 'facts'>,
  id: string,
): FactDefinition | undefined {
  const [head = id, field] = id.split('.');
  const fact = document.facts[head] ?? shared.facts[head];
  return field === undefined ? fact : fact?.row?.[field];
}
