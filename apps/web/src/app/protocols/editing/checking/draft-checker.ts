import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { EngineBundle } from '@repere/contract';
import type { ProtocolFiles } from '@repere/cases';
import type { Problem, ProtocolDocument } from '@repere/protocol';
import { ProtocolsClient } from '../../protocols-client';
import { TitlesInForce } from '../../titles-in-force';
import { DraftSession } from '../draft-session';
import { DraftsClient } from '../drafts-client';
import type { CheckedText, ReadSurroundings } from './check-text';

/** Typing pauses for this long before the text is read anew. */
const PAUSE = 450;

/**
 * What the checker says of the text as it stands, while it is typed: the checker of the command line, in the browser. Of a
 * saved text the server's word counts, since it has told the worked examples too. Provided by the frame.
 */
@Injectable()
export class DraftChecker {
  private readonly session = inject(DraftSession);
  private readonly drafts = inject(DraftsClient);
  private readonly library = inject(ProtocolsClient);
  private readonly titles = inject(TitlesInForce);
  private readonly checked = signal<CheckedText | null>(null);
  private readonly read = signal<ReadSurroundings | null>(null);
  private surroundings: Promise<ReadSurroundings | null> | null = null;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  readonly isChecking = signal(false);
  /** Why nothing can be checked while typing: the server can't be asked. */
  readonly isMissing = signal(false);
  /** The protocol as it is written; `null` while it can't be read. */
  readonly document = computed(() => this.checked()?.document ?? null);
  /** Texts whose English is to be reviewed. */
  readonly unsettled = computed(() => this.checked()?.unsettled ?? []);
  /** The last that could be read: names while the text is being typed. */
  readonly lastDocument = signal<ProtocolDocument | null>(null);
  readonly beside = this.read.asReadonly();
  readonly problems = computed<readonly Problem[]>(() => {
    const draft = this.session.draft();
    const local = this.checked()?.problems;
    return this.session.isChanged() && local ? local : (draft?.problems ?? []);
  });
  readonly errors = computed(() => this.problems().filter(({ severity }) => severity === 'error'));

  constructor() {
    effect(() => {
      const { files } = this.session.text();
      if (files['protocol.yaml'] === undefined) return;
      untracked(() => this.planCheck(files));
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.pause));
  }

  /** What the checker would say of other files, before they are the text; `null` where it can't be asked. */
  async problemsOf(files: ProtocolFiles): Promise<readonly Problem[] | null> {
    const [{ checkText }, surroundings] = await Promise.all([
      import('./check-text'),
      this.loadSurroundings(),
    ]);
    return surroundings && checkText(files, surroundings).problems;
  }

  private planCheck(files: ProtocolFiles): void {
    clearTimeout(this.pause);
    this.isChecking.set(true);
    this.pause = setTimeout(() => void this.check(files), this.checked() ? PAUSE : 0);
  }

  private async check(files: ProtocolFiles): Promise<void> {
    const turn = ++this.turn;
    const [{ checkText }, surroundings] = await Promise.all([
      import('./check-text'),
      this.loadSurroundings(),
    ]);
    if (turn !== this.turn) return;
    this.isMissing.set(!surroundings);
    if (surroundings) {
      const checked = checkText(files, surroundings);
      this.checked.set(checked);
      if (checked.document) this.lastDocument.set(checked.document);
    }
    this.isChecking.set(false);
  }

  private async loadSurroundings(): Promise<ReadSurroundings | null> {
    this.surroundings ??= this.askSurroundings();
    const found = await this.surroundings;
    // Asked again at the next pause.
    if (!found) this.surroundings = null;
    this.read.set(found);
    return found;
  }

  private async askSurroundings(): Promise<ReadSurroundings | null> {
    const [shared, bundle, { readSurroundings }] = await Promise.all([
      this.drafts.sharedFiles(),
      this.bundle(),
      import('./check-text'),
    ]);
    return shared.ok && bundle ? readSurroundings(shared.value.files, bundle.documents) : null;
  }

  private async bundle(): Promise<EngineBundle | null> {
    const versions = (await this.titles.summaries()).filter(({ inForce }) => inForce);
    if (versions.length === 0) return null;
    const bundle = await this.library.bundle(
      versions.map(({ protocol, version }) => `${protocol}@${version}`),
    );
    return bundle.ok ? bundle.value : null;
  }
}
