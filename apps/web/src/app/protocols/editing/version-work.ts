import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Problem } from '@repere/contract';
import { Language } from '@repere/ui';
import { ActProblem } from '../../platform/act-problem';
import { SendingKey } from '../../platform/sending-key';
import { OpenProtocol } from '../open-protocol';
import { territoryOfVersion } from '../territory-of-version';
import { DraftsClient } from './drafts-client';
import { EditingRights } from './editing-rights';
import { draftPath } from './draft-paths';

/** What an editor or supervisor can do with a published version: write the next one, see which open cases could follow it. */
@Component({
  selector: 'app-version-work',
  imports: [ActProblem, MatButton, RouterLink],
  template: `
    @if (rights.mayReview() && !isLocal()) {
      <div class="rp-acts">
        @if (rights.mayEdit()) {
          <button matButton="outlined" type="button" (click)="beginDraft()">
            {{ t('editing.begin.link') }}
          </button>
        }
        <a [routerLink]="['/protocoles', protocol().protocol, protocol().version, 'dossiers-ouverts']">
          {{ t('editing.open-cases.link') }}
        </a>
      </div>
      <app-act-problem [problem]="problem()" />
    }
  `,
})
export class VersionWork {
  private readonly client = inject(DraftsClient);
  private readonly router = inject(Router);
  private readonly sendingKey = new SendingKey();
  protected readonly t = inject(Language).t;
  protected readonly rights = inject(EditingRights);
  protected readonly protocol = inject(OpenProtocol).current;
  protected readonly problem = signal<Problem | null>(null);

  /** What a territory makes of a version comes with its overlay, not from a draft. */
  protected isLocal(): boolean {
    return territoryOfVersion(this.protocol().version) !== null;
  }

  protected async beginDraft(): Promise<void> {
    const { protocol, version } = this.protocol();
    const answer = await this.sendingKey.sendOnce([protocol, version], (key) =>
      this.client.beginFrom(protocol, version, key),
    );
    this.problem.set(answer.ok ? null : answer.problem);
    if (answer.ok) await this.router.navigate([...draftPath(answer.value.id)]);
  }
}
