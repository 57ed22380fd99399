import {
  computed,
  inject,
  isSignal,
  signal,
  untracked,
  type Signal,
  type WritableSignal,
} from '@angular/core';
import { form, submit, type Field, type FieldTree, type SchemaFn } from '@angular/forms/signals';
import type { Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import type { FieldProblem } from '@repere/ui/feedback';
import type { Answered, Sending } from '../api';
import { PageTitle } from '../pages/page-title';
import { SendingKey } from '../sending-key';
import type { Mistake } from './mistake';
import { refusalLines, type Refused } from './refusal-lines';

type KeyOf<T> = keyof T & string;

interface FormSettings<T> {
  /** The form is what its page is for: a mistake is told in the title. */
  readonly isPage?: boolean;
  /** Begins the ids of the fields: `sharing-`. */
  readonly idPrefix?: string;
  /** Ids of the fields to which the summary links, where they are not made of the keys of the model. */
  readonly ids?: Partial<Readonly<Record<KeyOf<T>, string>>>;
  /** What the server calls a field, where that is not the key of the model: `child.birth` of `birth`. */
  readonly serverNames?: Partial<Readonly<Record<KeyOf<T>, string | readonly string[]>>>;
  /** What was refused and is sent again is another act: an hour may have passed. */
  readonly isAnewEachTime?: boolean;
  /** What a refusal says of no field stands in the summary too; without it, the whole refusal is `refusal`. */
  readonly isAllInSummary?: boolean;
  /** Says a refusal in words of its own, in the summary and at fields. */
  readonly formatRefusal?: (problem: Problem) => readonly Refused<KeyOf<T>>[];
}

/** What a part of a form needs of it: some of its fields. */
export interface FormPart<T> {
  readonly fields: { readonly [K in keyof T]: FieldTree<T[K]> };
  readonly typed: Signal<T>;
  problemOf(key: KeyOf<T>): string | null;
}

interface Wrong {
  /** Key of the model; `null`: of the form as a whole. */
  readonly at: string | null;
  readonly formatText: (language: Language) => string;
}

interface Asked<R> {
  /** What it is about, where that is not typed: the same text of another case is another act. */
  readonly about?: unknown;
  /** Hears of every answer, refusals too. */
  readonly answered?: (answer: Answered<R>) => void;
}

/**
 * A form on its way: what is typed, by field, and what was wrong when it was last sent, by our rules or the server's.
 * Nothing is said, and nothing moves, while somebody types.
 */
export class SendingForm<T extends object> {
  private readonly language = inject(Language);
  private readonly title = inject(PageTitle);
  private readonly keys = new SendingKey();
  private readonly wrong = signal<readonly Wrong[]>([]);
  private readonly refused = signal<Problem | null>(null);
  private readonly model: WritableSignal<T>;
  private readonly empty: T;

  /** For `[formField]`. */
  readonly fields: FieldTree<T>;
  /** What is typed. */
  readonly typed: Signal<T>;
  /** For the summary, in the order of the page. */
  readonly problems = computed<readonly FieldProblem[]>(() =>
    this.wrong().map(({ at, formatText }) => ({
      ...(at !== null && { fieldId: this.idOf(at as KeyOf<T>) }),
      text: formatText(this.language),
    })),
  );
  /** What the server refused without naming a field of the form. */
  readonly refusal = this.refused.asReadonly();

  /** `from`: what stands there at first, or, where it outlives the form, the signal that holds it. */
  constructor(
    from: T | WritableSignal<T>,
    rules: SchemaFn<T> = () => undefined,
    private readonly settings: FormSettings<T> = {},
  ) {
    this.model = isSignal(from) ? from : signal(from);
    this.empty = untracked(this.model);
    this.typed = this.model.asReadonly();
    this.fields = form(this.model, rules);
  }

  /** The words at a field. */
  problemOf(key: KeyOf<T> | `${KeyOf<T>}.${string}`): string | null {
    return (
      this.wrong()
        .find(({ at }) => at === key)
        ?.formatText(this.language) ?? null
    );
  }

  /** Types for somebody: what is known already. */
  type(known: Partial<T>): void {
    this.model.update((typed) => ({ ...typed, ...known }));
  }

  /** Nothing is wrong any more; what is typed stays. */
  forget(): void {
    this.showWrong([], null);
  }

  /** Nothing typed, nothing wrong. */
  clear(): void {
    this.model.set(this.empty);
    this.showWrong([], null);
  }

  /**
   * Sends what was typed, if nothing is wrong with it. The same has the same key, so that trying again never does it twice.
   * `act` may give nothing where the rules have refused already. `null`: wrong, refused, or on its way already.
   */
  async sendTyped<R>(
    event: Event | null,
    act: (
      sending: Required<Pick<Sending, 'idempotencyKey'>>,
    ) => Promise<Answered<R> | null> | null | undefined,
    { about = null, answered }: Asked<R> = {},
  ): Promise<(Answered<R> & { readonly ok: true }) | null> {
    event?.preventDefault();
    if (untracked(this.root.submitting)) return null;
    let answer: Answered<R> | null = null;
    await submit(this.fields, async () => {
      const idempotencyKey = this.keys.keyOf([about, this.model()]);
      answer = (await act({ idempotencyKey })) ?? null;
      return null;
    });
    return this.takeAnswer(answer, answered);
  }

  private takeAnswer<R>(
    answer: Answered<R> | null,
    answered: Asked<R>['answered'],
  ): (Answered<R> & { readonly ok: true }) | null {
    if (answer === null) {
      this.showWrong(this.mistakes(), null);
      return null;
    }
    // Once it arrived, the same sent again is another act.
    if (answer.ok || this.settings.isAnewEachTime) this.keys.renew();
    answered?.(answer);
    if (answer.ok) this.showWrong([], null);
    else this.showRefused(answer.problem);
    return answer.ok ? answer : null;
  }

  /** One a field: the first that is wrong with it. */
  private mistakes(): readonly Wrong[] {
    const all = untracked(this.root.errorSummary).map((error) => ({
      at: error.fieldTree === this.fields ? null : this.pathOf(untracked(error.fieldTree().name)),
      formatText: (error as unknown as Mistake).formatText,
    }));
    return all.filter(({ at }, place) => all.findIndex((it) => it.at === at) === place);
  }

  /** Its key; of a field in a list `checks.0.note`. */
  private pathOf(name: string): string {
    return name.slice(untracked(this.root.name).length + 1);
  }

  private showRefused(problem: Problem): void {
    const { formatRefusal, isAllInSummary } = this.settings;
    const lines = formatRefusal?.(problem) ?? refusalLines(problem, this.names());
    const shown = isAllInSummary || formatRefusal ? lines : lines.filter(({ at }) => at !== undefined);
    this.showWrong(
      shown.map(({ at, formatText }) => ({ at: at ?? null, formatText })),
      shown.length === lines.length ? null : problem,
    );
  }

  /** The server's names of the fields. */
  private names(): ReadonlyMap<string, KeyOf<T>> {
    const keys = Object.keys(this.empty) as KeyOf<T>[];
    return new Map(
      keys.flatMap((key) =>
        [this.settings.serverNames?.[key] ?? key].flat().map((name) => [name, key] as const),
      ),
    );
  }

  private showWrong(wrong: readonly Wrong[], refused: Problem | null): void {
    this.wrong.set(wrong);
    this.refused.set(refused);
    if (this.settings.isPage) this.title.markFaulty(wrong.length > 0 || refused !== null);
  }

  private idOf(key: KeyOf<T>): string {
    const { ids, idPrefix = '' } = this.settings;
    return ids?.[key] ?? `${idPrefix}${key}`;
  }

  private get root() {
    return untracked(this.fields as Field<T>);
  }
}
