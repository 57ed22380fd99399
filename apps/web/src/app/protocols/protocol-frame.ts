import { Component, effect, inject, input, untracked } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { Icon, Language } from '@repere/ui';
import { PageHeading } from '../platform/pages/page-heading';
import { ProblemLine } from '../platform/problem-line';
import { OpenProtocol } from './open-protocol';

/** What the pages of one version stand in: the version is read here, once. */
@Component({
  selector: 'app-protocol-frame',
  imports: [Icon, PageHeading, ProblemLine, RouterLink, RouterOutlet],
  providers: [OpenProtocol],
  template: `
    <div class="rp-page">
      <p class="rp-screen-only">
        <a class="rp-back" routerLink="/protocoles"><rp-icon name="back" /> {{ t('protocols.title') }}</a>
      </p>
      @if (open.isReady()) {
        <router-outlet />
      } @else if (open.problem(); as problem) {
        <h1 appPageHeading>{{ t('protocols.one') }}</h1>
        <app-problem-line [problem]="problem" (again)="loadProtocol()" />
      } @else {
        <div class="rp-bones" aria-hidden="true"></div>
      }
    </div>
  `,
  styles: `
    p {
      margin: 0;
    }
    .rp-bones {
      block-size: 60rem;
    }
  `,
})
export class ProtocolFrame {
  protected readonly t = inject(Language).t;
  protected readonly open = inject(OpenProtocol);

  // From the address.
  readonly name = input.required<string>();
  readonly version = input.required<string>();

  constructor() {
    effect(() => {
      this.name();
      this.version();
      untracked(() => void this.loadProtocol());
    });
  }

  protected loadProtocol(): Promise<void> {
    return this.open.loadProtocol(this.name(), this.version());
  }
}
