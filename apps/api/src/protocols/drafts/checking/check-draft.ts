import type { Text } from '@repere/feel';
import { Injectable } from '@nestjs/common';
import type { ProtocolFiles } from '@repere/cases';
import type { Problem } from '@repere/protocol';
import { CachedWork } from '../../../platform/sandbox/cached-work';
import { Sandbox } from '../../../platform/sandbox/sandbox';
import { type StopCause, WorkStopped } from '../../../platform/sandbox/sandbox-task';
import { sha256 } from '../../hash-of';
import { ProtocolLibrary } from '../../protocol-library';
import { sendVersions } from '../../sent-versions';
import type { PublishedProtocols } from '../../publishing/published-protocols';
import { CHECK_DRAFT, type CheckedDraft } from './check-draft.task';

export type { CheckedDraft } from './check-draft.task';

const MOST_KEPT = 20;
/** What was stopped may have had a busy machine: it is tried again, though not at once. */
const STOPPED_FOR_MS = 60_000;

/** Checks drafts where they hold up nobody. */
@Injectable()
export class CheckDraft {
  private readonly kept = new CachedWork<CheckedDraft>(MOST_KEPT, ({ problems }) =>
    problems.some(({ code }) => code === TOO_MUCH) ? STOPPED_FOR_MS : Infinity,
  );

  constructor(
    private readonly library: ProtocolLibrary,
    private readonly sandbox: Sandbox,
  ) {}

  /** What the checker says of these files among what is published; `unavailable` when too many wait for it. */
  check(files: ProtocolFiles, published: PublishedProtocols): Promise<CheckedDraft> {
    const beside = [...published.versions.values()].map(({ hash }) => hash);
    const key = sha256(JSON.stringify([Object.entries(files).sort(), beside]));
    return this.kept.workOnce(key, () => this.checkAnew(files, published));
  }

  private async checkAnew(files: ProtocolFiles, published: PublishedProtocols): Promise<CheckedDraft> {
    try {
      return await this.sandbox.runTask(CHECK_DRAFT, {
        files,
        beside: sendVersions(published, this.library),
      });
    } catch (error) {
      if (!(error instanceof WorkStopped)) throw error;
      return { document: null, problems: [tooMuch(error.limit)] };
    }
  }
}

const TOO_MUCH = 'too-much-work';

const tooMuch = (cause: StopCause): Problem => ({
  file: 'protocol.yaml',
  line: 1,
  column: 1,
  code: TOO_MUCH,
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

const STOPPED: Readonly<Record<StopCause, Text>> = {
  time: { fr: 'elle prenait trop de temps', en: 'it took too long' },
  memory: { fr: 'elle prenait trop de mémoire', en: 'it took too much memory' },
  steps: { fr: 'une condition demande trop de calculs', en: 'a condition takes too many steps' },
  crash: { fr: 'le programme qui vérifie s’est interrompu', en: 'the program that checks broke off' },
};
