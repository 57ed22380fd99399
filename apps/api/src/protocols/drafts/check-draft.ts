import { Injectable } from '@nestjs/common';
import type { ProtocolFiles } from '@repere/cases';
import type { Problem } from '@repere/protocol-engine';
import { Refusal } from '../../platform/refusal';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { type StopCause, WorkStopped } from '../../platform/sandbox/sandbox-task';
import { sha256 } from '../hash-of';
import { ProtocolLibrary } from '../protocol-library';
import { sendVersions } from '../sent-versions';
import type { Shelf } from '../shelf';
import { CHECK_DRAFT, type CheckedDraft } from './check-draft.task';

export type { CheckedDraft } from './check-draft.task';

/** Checking is the same for the same texts: what several requests ask about is kept for a while. */
const MOST_KEPT = 20;
/** Whoever waits holds a connection to the database: so many at most, whatever draft they wait for. */
const MOST_WAITING = 6;
/** What was stopped may have had a busy machine: it is tried again, though not at once. */
const STOPPED_FOR_MS = 60_000;

interface Kept {
  readonly checked: Promise<CheckedDraft>;
  until: number;
  isDone: boolean;
}

/** Checks drafts where they hold up nobody. */
@Injectable()
export class CheckDraft {
  private readonly kept = new Map<string, Kept>();
  private waiting = 0;

  constructor(
    private readonly library: ProtocolLibrary,
    private readonly sandbox: Sandbox,
  ) {}

  /** What the checker says of these files among what is published; `unavailable` when too many wait for it. */
  async check(files: ProtocolFiles, shelf: Shelf): Promise<CheckedDraft> {
    const beside = [...shelf.versions.values()].map(({ hash }) => hash);
    const key = sha256(JSON.stringify([Object.entries(files).sort(), beside]));
    const known = this.kept.get(key);
    if (known && known.until > performance.now()) return this.waitFor(known);
    this.refuseTooMany();
    const kept: Kept = {
      checked: this.checkAnew(files, shelf, () => this.stopped(key)),
      until: Infinity,
      isDone: false,
    };
    this.kept.delete(key);
    this.kept.set(key, kept);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    kept.checked.then(
      () => (kept.isDone = true),
      () => this.kept.get(key) === kept && this.kept.delete(key),
    );
    return this.waitFor(kept);
  }

  private async waitFor({ checked, isDone }: Kept): Promise<CheckedDraft> {
    if (isDone) return checked;
    this.refuseTooMany();
    this.waiting++;
    try {
      return await checked;
    } finally {
      this.waiting--;
    }
  }

  private refuseTooMany(): void {
    if (this.waiting >= MOST_WAITING) throw new Refusal('unavailable', { retryAfter: 10 });
  }

  private stopped(key: string): void {
    const kept = this.kept.get(key);
    if (kept) kept.until = performance.now() + STOPPED_FOR_MS;
  }

  private async checkAnew(files: ProtocolFiles, shelf: Shelf, onStop: () => void): Promise<CheckedDraft> {
    try {
      return await this.sandbox.run(CHECK_DRAFT, { files, beside: sendVersions(shelf, this.library) });
    } catch (error) {
      if (!(error instanceof WorkStopped)) throw error;
      onStop();
      return { document: null, problems: [tooMuch(error.limit)] };
    }
  }
}

const tooMuch = (cause: StopCause): Problem => ({
  file: 'protocol.yaml',
  line: 1,
  column: 1,
  code: 'too-much-work',
  message: {
    fr: `La vérification de ce brouillon a été arrêtée : ${STOPPED[cause].fr}. Rien n’a été vérifié.`,
    en: `Checking this draft was stopped: ${STOPPED[cause].en}. Nothing was checked.`,
  },
  remedy: {
    fr: 'Raccourcissez les listes, les conditions ou les exemples ; rouvrez le brouillon dans une minute si rien n’est long.',
    en: 'Shorten lists, conditions or examples; open the draft again in a minute if nothing is long.',
  },
  severity: 'error',
});

const STOPPED: Readonly<Record<StopCause, { readonly fr: string; readonly en: string }>> = {
  time: { fr: 'elle prenait trop de temps', en: 'it took too long' },
  memory: { fr: 'elle prenait trop de mémoire', en: 'it took too much memory' },
  steps: { fr: 'une condition demande trop de calculs', en: 'a condition takes too many steps' },
  crash: { fr: 'le programme qui vérifie s’est interrompu', en: 'the program that checks broke off' },
};
