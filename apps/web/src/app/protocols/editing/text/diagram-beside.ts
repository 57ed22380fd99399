import { Component, DestroyRef, ElementRef, computed, inject } from '@angular/core';
import { drawProtocol } from '@repere/protocol-diagram';
import { Language } from '@repere/ui';
import { DiagramDrawing } from '../../diagram/diagram-drawing';
import { TitlesInForce } from '../../titles-in-force';
import { DraftChecker } from '../checking/draft-checker';
import { DraftSession } from '../draft-session';
import { lineOfId } from './line-of-id';
import { EditorPosition } from './editor-position';

/** The drawing of the text as it could last be read; a box leads to its line. */
@Component({
  selector: 'app-diagram-beside',
  imports: [DiagramDrawing],
  template: `
    @if (diagram(); as diagram) {
      <p class="rp-quiet">{{ t('editing.diagram.lead') }}</p>
      <app-diagram-drawing [diagram]="diagram" />
    } @else {
      <p>{{ t('editing.diagram.unreadable') }}</p>
    }
  `,
})
export class DiagramBeside {
  private readonly checker = inject(DraftChecker);
  private readonly session = inject(DraftSession);
  private readonly titles = inject(TitlesInForce);
  private readonly place = inject(EditorPosition);
  protected readonly t = inject(Language).t;

  protected readonly diagram = computed(() => {
    const document = this.checker.lastDocument();
    return document ? drawProtocol(document, this.titles.all()) : null;
  });

  constructor() {
    // Before the links of the drawing, which lead to the pages of a published version.
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const follow = (event: Event) => this.follow(event);
    host.addEventListener('click', follow, { capture: true });
    inject(DestroyRef).onDestroy(() => host.removeEventListener('click', follow, { capture: true }));
  }

  private follow(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const [, id] = /#(?:step-|outcome-)?([\w-]+)$/.exec(link?.getAttribute('href') ?? '') ?? [];
    if (id === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.place.showLine('protocol.yaml', lineOfId(this.session.text().files['protocol.yaml'] ?? '', id));
  }
}
