import type { ActName } from '@repere/audit';
import { FIELD_CLASSES, type FieldClass } from '@repere/protocol';
import type { RecordedAct } from './recorded-acts';

type Fields = Readonly<Record<string, unknown>>;

/** Where something began, and of which classes it tells. */
interface Thing {
  readonly leaf: number;
  readonly classes: readonly FieldClass[] | null;
}

/** Names of fields that say what an act is about, the nearest first. A referral is its line in the register of sharing. */
const ABOUT = ['letter', 'document', 'referral', 'sharing'] as const;

const BEGINS_REFERRAL: ReadonlySet<string> = new Set<ActName>([
  'referral.open',
  'referral.tell',
  'capacity.tell',
]);

/** Letters, documents, lines of the register, referrals and questions of a case, as the acts that began them tell. */
export class ThingsTold {
  private readonly things = new Map<string, Thing>();
  private readonly referrals = new Map<string, number>();
  private readonly questions = new Map<string, number>();
  private readonly requests = new Map<string, { readonly leaf: number; readonly service: string | null }>();

  constructor(acts: readonly RecordedAct[]) {
    for (const act of acts) this.addAct(act);
  }

  /** Classes of which what an act says may tell: none where it is about none of these; `null`: not known, which may be any. */
  classesOf(fields: Fields): readonly FieldClass[] | null {
    const own = classesIn(fields);
    if (own) return own;
    const key = ABOUT.find((it) => typeof fields[it] === 'string');
    return key === undefined ? [] : (this.things.get(String(fields[key]))?.classes ?? null);
  }

  /** Place in the log of the act that began the letter, document, referral, question or line of the register with this id. */
  leafOf(key: string, id: string): number | null {
    if (key === 'referral') return this.referrals.get(id) ?? this.things.get(id)?.leaf ?? null;
    if (key === 'question') return this.questions.get(id) ?? null;
    if (key === 'request') return this.requests.get(id)?.leaf ?? null;
    return this.things.get(id)?.leaf ?? null;
  }

  /** The service of which this was asked; `null`: not known. */
  serviceOf(request: string): string | null {
    return this.requests.get(request)?.service ?? null;
  }

  private addAct({ type, leaf, fields }: RecordedAct): void {
    if (!fields) return;
    const { sharing, question } = fields;
    const thing = { leaf, classes: classesIn(fields) };
    if (type === 'letter.write') this.beginThing(fields['letter'], thing);
    if (type === 'document.add') this.beginThing(fields['document'], thing);
    if (type === 'sharing.record') this.beginThing(sharing, thing);
    // What is added is told of as well.
    if (type === 'referral.add')
      this.beginThing(fields['referral'], { leaf, classes: classesIn({ classes: [fields['added']] }) });
    if (typeof sharing === 'string' && BEGINS_REFERRAL.has(type)) this.referrals.set(sharing, leaf);
    if (type === 'capacity.ask' && typeof question === 'string') {
      this.questions.set(question, leaf);
      for (const { request, service } of askedIn(fields['asked']))
        this.requests.set(request, { leaf, service });
    }
  }

  /** A newer version tells of all that those before told of: one closed version closes all. */
  private beginThing(id: unknown, { leaf, classes }: Thing): void {
    if (typeof id !== 'string') return;
    const before = this.things.get(id);
    if (!before) this.things.set(id, { leaf, classes });
    else
      this.things.set(id, {
        leaf: before.leaf,
        classes: before.classes && classes && [...new Set([...before.classes, ...classes])],
      });
  }
}

/** Of whom a question was asked; what is none of that is left out. */
export function askedIn(
  asked: unknown,
): readonly { readonly request: string; readonly service: string | null }[] {
  if (!Array.isArray(asked)) return [];
  return (asked as readonly unknown[]).flatMap((it) => {
    const { request, service } = (it ?? {}) as Fields;
    return typeof request === 'string'
      ? [{ request, service: typeof service === 'string' ? service : null }]
      : [];
  });
}

const classesIn = ({ classes }: Fields): readonly FieldClass[] | null =>
  Array.isArray(classes) ? FIELD_CLASSES.filter((it) => classes.includes(it)) : null;
