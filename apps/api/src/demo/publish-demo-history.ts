import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Space, Spaces } from '../platform/spaces/spaces';
import { UnitOfWork } from '../platform/unit/unit-of-work';
import { ProtocolLibrary } from '../protocols/protocol-library';
import { PublishFolder } from '../protocols/publishing/publish-folder';
import { VersionsRepository } from '../protocols/versions/versions.repository';
import { spaceNow } from '../platform/clocks';
import { earlierVersions, hasEarlierVersion } from './earlier-versions';

const DAY = 86_400_000;
/** The demo's service has followed its first versions for more than a year, and what replaces two of them for a month. */
const FIRST_PUBLISHED = 400 * DAY;
const NEXT_PUBLISHED = 37 * DAY;
const NEXT_IN_FORCE = 30 * DAY;

/** In a demo that is started for the first time: protocols hold since before the fictional children came. */
@Injectable()
export class PublishDemoHistory implements OnModuleInit {
  constructor(
    private readonly spaces: Spaces,
    private readonly units: UnitOfWork,
    private readonly library: ProtocolLibrary,
    private readonly folder: PublishFolder,
    private readonly versions: VersionsRepository,
  ) {}

  async onModuleInit(): Promise<void> {
    const space = await this.spaces.findSpace(null);
    if (!space) return;
    const place = { space, correlation: randomUUID() };
    const published = await this.units.unrecorded('system:access', place, () => this.versions.listVersions());
    if (published.length > 0) return;
    const now = spaceNow(space);
    await this.at(now - FIRST_PUBLISHED, space, async () => {
      for (const version of earlierVersions(this.library)) await this.versions.addVersion(version);
      await this.folder.publish(({ document }) => !hasEarlierVersion(document.protocol));
    });
    await this.at(now - NEXT_PUBLISHED, space, () =>
      this.folder.publish(undefined, new Date(now - NEXT_IN_FORCE)),
    );
  }

  private at(fixedNow: number, space: Space, work: () => Promise<void>): Promise<void> {
    return this.units.runAs(
      'system:migrate',
      { space: { ...space, fixedNow }, correlation: randomUUID() },
      { type: 'protocol.publish', purpose: 'maintenance', idempotent: false },
      work,
    );
  }
}
