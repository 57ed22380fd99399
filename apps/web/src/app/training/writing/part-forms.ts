import { Component, computed, inject, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  addScenarioItem,
  findScenarioParts,
  lineAt,
  removeScenarioItem,
  SCENARIO_LISTS,
  type ScenarioField,
  type ScenarioPart,
  swapWithNext,
} from '@repere/protocol';
import { Language } from '@repere/ui';
import type { Option } from '@repere/ui/choice';
import { writeThrough } from '../../platform/form/write-through';
import { EditorPosition } from '../../protocols/editing/text/editor-position';
import { ScenarioFieldForm } from './field-form';
import { FILE, WritingSession } from './writing-session';

const KINDS = ['scenario', ...SCENARIO_LISTS] as const;
/** Lists inside of an item. */
const INSIDE: Readonly<Partial<Record<ScenarioPart['kind'], 'documents' | 'choices'>>> = {
  ...{ beats: 'documents', injects: 'documents', questions: 'choices' },
};

type Path = readonly (string | number)[];

/** A scenario as forms, part by part. They are made of the text, and write into it: there is no second document. */
@Component({
  selector: 'app-scenario-forms',
  imports: [FormField, MatButton, ScenarioFieldForm],
  templateUrl: './part-forms.html',
  styleUrl: './part-forms.scss',
})
export class ScenarioForms {
  private readonly session = inject(WritingSession);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly position = inject(EditorPosition);
  protected readonly file = FILE;
  protected readonly lists = SCENARIO_LISTS;

  protected readonly found = computed(() => findScenarioParts(this.session.text()));
  private readonly parts = computed(() => {
    const found = this.found();
    return found.ok ? found.parts : [];
  });
  private readonly chosen = signal('');
  protected readonly news = signal('');
  protected readonly part = computed<ScenarioPart | undefined>(
    () => this.parts().find((it) => codeOf(it) === this.chosen()) ?? this.parts()[0],
  );
  protected readonly choice = form(
    writeThrough<string>(
      () => codeOf(this.part()),
      (code) => this.choosePart(code),
    ),
  );
  protected readonly groups = computed(() =>
    KINDS.map((kind) => ({
      kind,
      options: this.parts()
        .filter((it) => it.kind === kind)
        .map((it) => ({ code: codeOf(it), label: this.labelOf(it) })),
    })).filter(({ options }) => options.length > 0),
  );
  /** The beats and injects of the text, by name. */
  private readonly told = computed<readonly Option[]>(() =>
    this.parts()
      .filter(({ kind }) => kind === 'beats' || kind === 'injects')
      .map((it) => ({ code: it.id, label: this.labelOf(it) })),
  );
  protected readonly inside = computed(() => {
    const part = this.part();
    const kind = part && INSIDE[part.kind];
    return kind === undefined ? null : { kind, items: part?.items ?? [] };
  });

  protected labelOf(part: ScenarioPart): string {
    if (part.kind === 'scenario') return this.t('scenarios.kind.scenario');
    const [field] = part.fields;
    const words = field?.[this.language.current()] || field?.fr;
    const label = words && words !== '…' ? words : `${this.t(`scenarios.kind.${part.kind}`)} ${part.id}`;
    return label.length > 70 ? `${label.slice(0, 69)}…` : label;
  }

  /** Another beat or inject, where one is named; else it is typed. */
  protected optionsOf({ name }: ScenarioField, part: ScenarioPart): readonly Option[] | null {
    const isNamed = name === 'follows' || (name === 'about' && part.kind === 'questions');
    return isNamed ? this.told().filter(({ code }) => code !== part.id) : null;
  }

  protected isIn(part: ScenarioPart): boolean {
    return part.kind !== 'scenario';
  }

  protected followCursor(): void {
    const line = this.position.line();
    const above = this.parts()
      .filter((it) => it.line <= line)
      .sort((a, b) => a.line - b.line)
      .at(-1);
    this.chosen.set(codeOf(above));
  }

  protected addItem(kind: ScenarioPart['kind'], at: Path): void {
    const text = addScenarioItem(this.session.text(), kind, at);
    if (!this.takeText(text)) return;
    const found = findScenarioParts(text ?? '');
    const isOwn = at.length === 1;
    const last = found.ok ? found.parts.filter((it) => it.kind === kind).at(-1) : undefined;
    if (isOwn && last) this.choosePart(codeOf(last));
    this.news.set(this.t('scenarios.forms.added'));
  }

  protected removeItem({ at }: ScenarioPart): void {
    if (this.takeText(removeScenarioItem(this.session.text(), at)))
      this.news.set(this.t('scenarios.forms.removed'));
  }

  /** One place up or down among its kind. */
  protected moveItem({ at }: ScenarioPart, by: -1 | 1): void {
    const place = Number(at.at(-1));
    const list = at.slice(0, -1);
    if (!this.takeText(swapWithNext(this.session.text(), [...list, by === 1 ? place : place - 1]))) return;
    const moved = [...list, place + by];
    this.chosen.set(moved.join('.'));
    this.position.showBeside(FILE, lineAt(this.session.text(), moved));
  }

  private takeText(text: string | null): boolean {
    if (text === null) this.news.set(this.t('scenarios.forms.stays'));
    else this.session.writeText(text);
    return text !== null;
  }

  private choosePart(code: string): void {
    this.chosen.set(code);
    const part = this.part();
    if (part) this.position.showBeside(FILE, part.line);
  }
}

const codeOf = (part: ScenarioPart | undefined): string =>
  part === undefined || part.at.length === 0 ? 'scenario' : part.at.join('.');
