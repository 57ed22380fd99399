import type { FactDefinition, ProtocolDocument, SharedDocument } from '../documents/document';
import type { Text } from '@repere/feel';

/** Titles of protocols by id, for those that others open. One that is not there goes by its id. */
export type ProtocolTitles = Readonly<Record<string, Text>>;

/** What differs is called by its title in the newer version, or in the older one where only that has it. */
export class Names {
  constructor(
    private readonly before: ProtocolDocument,
    private readonly after: ProtocolDocument,
    private readonly shared: SharedDocument,
    private readonly others: ProtocolTitles,
  ) {}

  protocol(id: string): Text {
    return quoted(this.others[id] ?? same(id));
  }

  step(id: string): Text {
    const title = [this.after, this.before].flatMap(({ steps }) => steps.find((it) => it.id === id) ?? [])[0]
      ?.title;
    return quoted(title ?? same(id));
  }

  /** A fact, or the field of a list's row as `list.field`. */
  fact(id: string): Text {
    const [head = id, field] = id.split('.');
    const found = [this.after.facts, this.before.facts, this.shared.facts].flatMap((facts) =>
      Object.hasOwn(facts, head) ? titleIn(facts[head], field) : [],
    )[0];
    return quoted(found ?? same(id));
  }

  /** Where a period starts: the run, a step, a date. */
  describeStart(from: string): Text {
    if (from === 'run') return { fr: "l'engagement du protocole", en: 'the start of the protocol' };
    const isStep = [this.after, this.before].some(({ steps }) => steps.some(({ id }) => id === from));
    return isStep ? this.step(from) : this.fact(from);
  }
}

function titleIn(fact: FactDefinition | undefined, field: string | undefined): Text | readonly [] {
  if (field === undefined) return fact?.title ?? [];
  const inner = fact?.row?.[field];
  if (!fact || !inner) return [];
  return { fr: `${fact.title.fr} : ${inner.title.fr}`, en: `${fact.title.en}: ${inner.title.en}` };
}

export const quoted = ({ fr, en }: Text): Text => ({ fr: `« ${fr} »`, en: `"${en}"` });
export const same = (it: string): Text => ({ fr: it, en: it });
