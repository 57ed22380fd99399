import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, Language, SpaceTime } from '@repere/ui';
import { PageHeading } from '../platform/pages/page-heading';
import { OpenProtocol } from './open-protocol';
import { PARTS, type Part, partPath } from './protocol-paths';
import { territoryOfVersion } from './territory-of-version';

/** Which protocol, which version, whether it holds today, and its other pages. */
@Component({
  selector: 'app-protocol-head',
  imports: [Icon, PageHeading, RouterLink],
  templateUrl: './protocol-head.html',
  styleUrl: './protocol-head.scss',
})
export class ProtocolHead {
  private readonly time = inject(SpaceTime);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly localize = this.language.localize;
  protected readonly protocol = inject(OpenProtocol).current;

  readonly part = input.required<Part>();

  protected readonly about = computed(() => {
    const { inForce, version, publishedAt, steps } = this.protocol();
    return this.t(inForce ? 'protocols.in-force' : 'protocols.earlier', {
      version,
      day: this.time.day(publishedAt),
      steps: this.language.count('protocols.steps', steps),
    });
  });
  protected readonly territory = computed(() => territoryOfVersion(this.protocol().version));
  protected readonly tabs = computed(() => {
    const { protocol, version } = this.protocol();
    return PARTS.map((part) => ({ part, path: partPath(protocol, version, part) }));
  });
}
