import { Component, computed, inject } from '@angular/core';
import { Icon, Language } from '@repere/ui';
import { hrefOf } from '../../platform/api-path';
import { OpenProtocol } from '../open-protocol';
import { versionPath } from '../protocols-client';

/** The version to take away: on paper, for the pocket, for a modeller, as files. */
@Component({
  selector: 'app-take-away',
  imports: [Icon],
  template: `
    <details>
      <summary><rp-icon name="download" /> {{ t('protocols.take.title') }}</summary>
      <ul class="rp-list">
        @for (file of files(); track file.kind) {
          <li>
            <a [href]="file.href" [attr.download]="file.name">{{
              t('protocols.take.' + file.kind + '.word')
            }}</a>
            <span>{{ t('protocols.take.' + file.kind + '.what') }}</span>
          </li>
        }
      </ul>
    </details>
  `,
  styles: `
    summary {
      display: inline-flex;
      align-items: center;
      gap: 0.4rem;
      min-block-size: 40px;
      color: var(--rp-primary);
      text-decoration: underline;
      text-underline-offset: 0.2em;
      cursor: pointer;
    }
    details[open] {
      flex-basis: 100%;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75rem;
      padding-block: 0.3rem;
    }
    a {
      min-block-size: 28px;
      font-weight: 600;
    }
    span {
      color: var(--rp-ink-soft);
    }
  `,
})
export class TakeAway {
  private readonly language = inject(Language);
  private readonly protocol = inject(OpenProtocol).current;
  protected readonly t = this.language.t;

  protected readonly files = computed(() => {
    const { protocol, version } = this.protocol();
    const base = versionPath(protocol, version);
    const question = { language: this.language.current() };
    const name = `${protocol}-${version}`;
    return [
      { kind: 'pdf', href: hrefOf(`${base}/protocol.pdf`, question), name: `${name}.pdf` },
      { kind: 'card', href: hrefOf(`${base}/card.pdf`, question), name: `${name}-card.pdf` },
      { kind: 'bpmn', href: hrefOf(`${base}/diagram.bpmn`, question), name: `${name}.bpmn` },
      { kind: 'yaml', href: hrefOf(`${base}/files.zip`), name: `${name}.zip` },
      { kind: 'json', href: hrefOf(base), name: `${name}.json` },
    ];
  });
}
