import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ProtocolFiles, Words } from '@repere/cases';
import type { Problem } from '@repere/protocol';
import { Refusal } from '../../platform/refusals/refusal';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { ExploreDraft } from '../exploring/explore-draft.service';
import { keyOf } from '../protocol-library';
import { ProtocolReader } from '../protocol-reader';
import type { PublishedProtocols } from '../publishing/published-protocols';
import { VersionFiles } from '../versions/version-files.service';
import { CheckDraft } from './checking/check-draft';
import { DraftFinder, stale } from './draft-finder';
import { hashOfDraft } from './draft-row';
import { type DraftContentRow, ProtocolDraftsRepository } from './drafts.repository';
import { readDraftFiles } from './checking/read-draft-files';
import type { ProblemReasonDto } from '../../platform/answers/openapi';

export interface DraftContent {
  readonly files: Readonly<Record<string, unknown>>;
  readonly changeNotes: Words | null;
  readonly inForceFrom: Date | null;
}

/** Drafts are begun, from a version or from files, and saved. Every text is kept, also one that can't be read yet. */
@Injectable()
export class WriteDraft {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reader: ProtocolReader,
    private readonly drafts: ProtocolDraftsRepository,
    private readonly finder: DraftFinder,
    private readonly versions: VersionFiles,
    private readonly checker: CheckDraft,
    private readonly exploring: ExploreDraft,
  ) {}

  /** Id of a new draft with the files of a published version. */
  async beginFrom(protocol: string, version: string): Promise<string> {
    const published = await this.reader.openProtocols('edit-protocol');
    const found = published.versions.get(keyOf(protocol, version));
    const files =
      found && found.base === null ? await this.versions.findFiles(keyOf(protocol, version)) : null;
    if (!files) throw new Refusal('not-found');
    return this.addDraft(protocol, version, files, published);
  }

  /** Id of a new draft with imported files. `from`: the newest version of that protocol, if there is one. */
  async import(sent: Readonly<Record<string, unknown>>): Promise<string> {
    const published = await this.reader.openProtocols('edit-protocol');
    const files = readDraftFiles(sent);
    const { document, problems } = await this.checker.check(files, published);
    const protocol = document?.protocol ?? nameIn(files);
    if (protocol === null)
      throw new Refusal('invalid', { reasons: [NAMELESS, ...problems.slice(0, 20).map(asReason)] });
    return this.addDraft(
      protocol,
      published.versionsOf(protocol)[0]?.document.version ?? null,
      files,
      published,
    );
  }

  /** A new revision; `stale`, with who saved meanwhile, when `seen` is not the latest. The same text again changes nothing. */
  async saveDraft(
    id: string,
    { files: sent, changeNotes, inForceFrom }: DraftContent,
    seen: number,
  ): Promise<void> {
    const { draft, published } = await this.finder.lock(id);
    const files = readDraftFiles(sent);
    const content = await this.contentOf(draft.protocol, files, changeNotes, inForceFrom, published);
    const isSame = content.hash === draft.hash && draft.inForceFrom?.getTime() === inForceFrom?.getTime();
    if (isSame) return;
    if (seen !== draft.revision) throw stale(draft);
    await this.drafts.saveDraft(id, content);
    if (content.hash !== draft.hash) await this.exploring.giveUp(id);
    this.unit.notes({ draft: id, revision: draft.revision + 1, hash: content.hash });
  }

  private async addDraft(
    protocol: string,
    from: string | null,
    files: ProtocolFiles,
    published: PublishedProtocols,
  ): Promise<string> {
    const id = randomUUID();
    const content = await this.contentOf(protocol, files, null, null, published);
    await this.drafts.addDraft(id, from, content);
    this.unit.notes({ draft: id, revision: 1, hash: content.hash });
    return id;
  }

  private async contentOf(
    protocol: string,
    files: ProtocolFiles,
    changeNotes: Words | null,
    inForceFrom: Date | null,
    published: PublishedProtocols,
  ): Promise<DraftContentRow> {
    const hash = hashOfDraft({ files, changeNotes });
    const { document } = await this.checker.check(files, published);
    return {
      protocol,
      version: document?.version ?? null,
      title: document?.title ?? null,
      files,
      changeNotes,
      inForceFrom,
      hash,
    };
  }
}

/** The name in a file whose form is wrong otherwise. */
function nameIn(files: ProtocolFiles): string | null {
  return /^protocol:\s*([a-z][a-z0-9-]{0,63})\s*(#.*)?$/m.exec(files['protocol.yaml'] ?? '')?.[1] ?? null;
}

const asReason = ({ file, line, column, code, message, remedy }: Problem): ProblemReasonDto => {
  const place = `${file}:${String(line)}:${String(column)}`;
  const text = {
    fr: `${place} ${message.fr} → ${remedy.fr}`,
    en: `${place} ${message.en} → ${remedy.en}`,
  };
  return { code, field: `files.${file}`, text };
};

const NAMELESS: ProblemReasonDto = {
  code: 'invalid-value',
  field: 'files.protocol.yaml',
  text: {
    fr: 'protocol.yaml ne dit pas de quel protocole il s’agit (protocol: nom).',
    en: 'protocol.yaml does not say which protocol it is (protocol: name).',
  },
};
