import { Injectable } from '@nestjs/common';
import { namedVersions, type TrainingScenario } from '@repere/protocol';
import { placeIn } from '../../platform/requests/request-origin';
import type { Space } from '../../platform/spaces/spaces';
import type { DeclaredAct } from '../../platform/unit/act';
import { UnitOfWork } from '../../platform/unit/unit-of-work';
import { DraftVersions } from '../../protocols/drafts/draft-versions';
import { keyOf, ProtocolLibrary } from '../../protocols/protocol-library';
import { ProtocolRegistry } from '../../protocols/publishing/protocol-registry';
import { type NewVersion, VersionsRepository } from '../../protocols/versions/versions.repository';

const PUBLISH: DeclaredAct = { type: 'protocol.publish', purpose: 'training', idempotent: false };

/**
 * Publishes into a new training space what people practise on: what came with the product, what the live space published itself, and
 * drafts that the scenario names. A text is copied; no right leads from one space to the other.
 */
@Injectable()
export class BringVersions {
  constructor(
    private readonly units: UnitOfWork,
    private readonly library: ProtocolLibrary,
    private readonly registry: ProtocolRegistry,
    private readonly versions: VersionsRepository,
    private readonly drafts: DraftVersions,
  ) {}

  async bringVersions(live: Space, space: Space, scenario: TrainingScenario | null): Promise<void> {
    const brought = await this.units.unrecorded('system:access', placeIn(live), () =>
      this.ownVersions(scenario),
    );
    await this.units.runAs('system:migrate', placeIn(space), PUBLISH, async () => {
      const here = await this.registry.readPublished();
      for (const version of brought)
        if (!here.versions.has(keyOf(version.document.protocol, version.document.version)))
          await this.versions.addVersion(version);
    });
  }

  /** Of the live space, in whose unit of work it is asked. */
  private async ownVersions(scenario: TrainingScenario | null): Promise<readonly NewVersion[]> {
    const published = await this.registry.readPublished();
    const own = [...published.versions]
      .filter(([key]) => !this.library.documents.has(key))
      .map(async ([, { document, hash, inForceFrom, base, territory }]) => ({
        ...{ document, hash, inForceFrom },
        ...(base !== null && territory !== null && { base, territory }),
        files: (await this.versions.files(document.protocol, document.version)) ?? {},
      }));
    const named = scenario
      ? namedVersions(scenario).map(([protocol, version]) => keyOf(protocol, version))
      : [];
    return [...(await Promise.all(own)), ...(await this.drafts.findVersions(named, published))];
  }
}
