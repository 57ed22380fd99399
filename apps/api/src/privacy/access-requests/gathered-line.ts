import type { FieldClass } from '@repere/access';
import type { Words } from '@repere/cases';
import { formatDay } from '../../cases/words/format-codes';
import { same } from '../../cases/words/show-value';
import type { AccessLineDto, AccessVerdictDto } from './access-requests.dto';

/** A line as it was gathered, before anybody judged it. */
export type GatheredLine = Omit<AccessLineDto, 'verdict'>;

/** Which lines leave, by id. */
export type Verdicts = Readonly<Record<number, Omit<AccessVerdictDto, 'id'>>>;

/** What is sealed when a request is prepared. */
export interface RequestContent {
  readonly askedBy: string;
  readonly identityChecked: string;
  /** Of the case, or the person of the staff. */
  readonly about: string;
  readonly lines: readonly GatheredLine[];
  /** Random, so that nobody guesses at the hash that stands in clear. */
  readonly salt: string;
}

/** To whom and how it was handed over, or why not. */
export interface Settling {
  readonly toWhom?: string;
  readonly how?: string;
  readonly why?: string;
}

/** The day of a moment, in words. */
export const dayOf = (at: Date): Words | undefined =>
  formatDay(at.toISOString().slice(0, 'YYYY-MM-DD'.length));

/** Gathers lines in order, under the section that they stand in. */
export class LineSheet {
  private readonly kept: GatheredLine[] = [];

  get lines(): readonly GatheredLine[] {
    return this.kept;
  }

  /** Nothing for a text that is empty. */
  addLine(
    section: Words,
    label: Words,
    text: Words | string | null | undefined,
    kind: AccessLineDto['kind'],
    fieldClass: FieldClass | null = null,
    fileId: string | null = null,
  ): void {
    const words = typeof text === 'string' ? same(text) : text;
    if (!words || words.fr.trim() === '') return;
    this.kept.push({ id: this.kept.length + 1, section, label, text: words, fieldClass, kind, fileId });
  }
}
