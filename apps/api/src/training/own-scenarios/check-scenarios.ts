import { Injectable } from '@nestjs/common';
import { CachedWork } from '../../platform/sandbox/cached-work';
import { Sandbox } from '../../platform/sandbox/sandbox';
import { WorkStopped } from '../../platform/sandbox/sandbox-task';
import { sha256 } from '../../protocols/hash-of';
import { DraftVersions } from '../../protocols/drafts/draft-versions';
import { type HashedDocument, ProtocolLibrary } from '../../protocols/protocol-library';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import type { PublishedProtocols } from '../../protocols/publishing/published-protocols';
import { sendVersions } from '../../protocols/sent-versions';
import { CHECK_SCENARIO, type CheckedText } from './check-scenario.task';

const MOST_KEPT = 50;
/** What was stopped may have had a busy machine: it is tried again, though not at once. */
const STOPPED_FOR_MS = 60_000;
const TOO_MUCH = 'too-much-work';

/** Checks scenarios that trainers write, where they hold up nobody. */
@Injectable()
export class CheckScenarios {
  private readonly kept = new CachedWork<CheckedText>(MOST_KEPT, ({ problems }) =>
    problems.some(({ code }) => code === TOO_MUCH) ? STOPPED_FOR_MS : Infinity,
  );

  constructor(
    private readonly registry: ProtocolRegistry,
    private readonly library: ProtocolLibrary,
    private readonly sandbox: Sandbox,
    private readonly drafts: DraftVersions,
  ) {}

  /** What the checker says of a text beside what is published here, and drafts that it names; `unavailable` when too many wait for it. */
  async checkText(yaml: string): Promise<CheckedText> {
    const published = await this.registry.readPublished();
    const checked = await this.checkBeside(yaml, published, []);
    const drafts = await this.drafts.findVersions(checked.head?.versions ?? [], published);
    return drafts.length === 0 ? checked : this.checkBeside(yaml, published, drafts);
  }

  private checkBeside(
    yaml: string,
    published: PublishedProtocols,
    drafts: readonly HashedDocument[],
  ): Promise<CheckedText> {
    const beside = [...published.versions.values(), ...drafts].map(({ hash }) => hash);
    return this.kept.workOnce(sha256(JSON.stringify([yaml, beside])), async () => {
      try {
        return await this.sandbox.runTask(CHECK_SCENARIO, {
          yaml,
          published: sendVersions(published, this.library),
          drafts,
        });
      } catch (error) {
        if (!(error instanceof WorkStopped)) throw error;
        return STOPPED;
      }
    });
  }
}

const STOPPED: CheckedText = {
  head: null,
  problems: [
    {
      ...{ file: 'scenario.yaml', line: 1, column: 1, code: TOO_MUCH, severity: 'error' },
      message: {
        fr: 'La vérification de ce cas a été arrêtée : elle demandait trop. Rien n’a été vérifié.',
        en: 'Checking this scenario was stopped: it took too much. Nothing was checked.',
      },
      remedy: {
        fr: 'Raccourcissez les listes et les conditions ; rouvrez le cas dans une minute si rien n’est long.',
        en: 'Shorten lists and conditions; open it again in a minute if nothing is long.',
      },
    },
  ],
};
