import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { lineAt, type ScenarioField, writeScenarioField } from '@repere/protocol';
import { Language } from '@repere/ui';
import { type Option, SelectField } from '@repere/ui/choice';
import { TextField } from '@repere/ui/field';
import { writeThrough } from '../../platform/form/write-through';
import { EditorPosition } from '../../protocols/editing/text/editor-position';
import { FILE, WritingSession } from './writing-session';

type Side = 'fr' | 'en';

/** One thing that a part of the text says: in both languages, a value, or a choice. Each key that is pressed is in the text at once. */
@Component({
  selector: 'app-scenario-field',
  imports: [FormField, SelectField, TextField],
  template: `
    @if (field().isFixed) {
      <p class="rp-quiet">{{ t('scenarios.forms.fixed', { name: name() }) }}</p>
    } @else if (field().kind === 'words') {
      <rp-text-field
        [fieldId]="id('fr')"
        [label]="t('scenarios.forms.french', { name: name() })"
        [rows]="rows()"
        [problem]="problem('fr')"
        [formField]="fr"
      />
      <rp-text-field
        [fieldId]="id('en')"
        [label]="t('scenarios.forms.english', { name: name() })"
        [rows]="rows()"
        [problem]="problem('en')"
        [formField]="en"
      />
    } @else if (field().kind === 'flag') {
      <label class="flag">
        <input type="checkbox" [formField]="flag" />
        {{ name() }}
      </label>
    } @else if (options(); as options) {
      <rp-select-field
        [fieldId]="id('fr')"
        [label]="name()"
        [none]="t('scenarios.forms.none')"
        [options]="options"
        [formField]="choice"
      />
    } @else {
      <rp-text-field
        [fieldId]="id('fr')"
        [label]="name()"
        [hint]="hint()"
        [problem]="problem('fr')"
        [formField]="fr"
      />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.6rem;
    }
    .flag {
      display: flex;
      gap: 0.6rem;
      align-items: baseline;
      min-block-size: 28px;
    }
  `,
})
export class ScenarioFieldForm {
  private readonly session = inject(WritingSession);
  private readonly position = inject(EditorPosition);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  readonly field = input.required<ScenarioField>();
  /** What may be chosen; `null`: it is typed. */
  readonly options = input<readonly Option[] | null>(null);

  /** Typed, and can't be written: it stays in its field. */
  private readonly unwritten = signal<{
    readonly at: string;
    readonly side: Side;
    readonly typed: string;
  } | null>(null);

  protected readonly name = computed(() => this.t(`scenarios.field.${this.field().name}`));
  protected readonly hint = computed(() => {
    const key = HINTS.get(this.field().name);
    return key === undefined ? undefined : this.t(`scenarios.hint.${key}`);
  });
  protected readonly rows = computed(() => {
    const { fr, en, name } = this.field();
    const longest = Math.max(fr.length, en.length);
    const least = LONG.has(name) ? 3 : 1;
    return Math.min(10, Math.max(least, Math.ceil(longest / 55)));
  });
  protected readonly fr = form(this.typedIn('fr'));
  protected readonly en = form(this.typedIn('en'));
  protected readonly choice = form(
    writeThrough<string | null>(
      () => this.field().fr || null,
      (code) => this.writeTyped('fr', code ?? ''),
    ),
  );
  protected readonly flag = form(
    writeThrough<boolean>(
      () => this.field().fr !== '',
      (isSet) => this.writeTyped('fr', isSet ? 'true' : ''),
    ),
  );

  protected id(side: Side): string {
    return `scenario-${side}-${this.field().at.join('-')}`;
  }

  protected problem(side: Side): string | null {
    return this.unwrittenIn(side) === null ? null : this.t('scenarios.forms.unwritten');
  }

  private typedIn(side: Side) {
    return writeThrough<string>(
      () => this.unwrittenIn(side) ?? this.field()[side],
      (typed) => this.writeTyped(side, typed),
    );
  }

  private unwrittenIn(side: Side): string | null {
    const it = this.unwritten();
    return it?.at === this.field().at.join() && it.side === side ? it.typed : null;
  }

  private writeTyped(side: Side, typed: string): void {
    const field = this.field();
    const changed = writeScenarioField(this.session.text(), field, side, typed, this.session.saved());
    this.unwritten.set(changed === null ? { at: field.at.join(), side, typed } : null);
    if (changed === null) return;
    this.session.writeText(changed);
    this.position.showBeside(FILE, lineAt(changed, field.at));
  }
}

/** What is mostly more than a line. */
const LONG: ReadonlySet<string> = new Set(['summary', 'told', 'notes', 'says', 'because', 'objective']);
const HINTS: ReadonlyMap<string, string> = new Map([
  ...['at', 'by', 'begins', 'ends'].map((name) => [name, 'time'] as const),
  ...['after', 'within'].map((name) => [name, 'period'] as const),
  ...['when', 'unless'].map((name) => [name, 'condition'] as const),
]);
