import { Component, computed, inject } from '@angular/core';
import { drawProtocol } from '@repere/protocol-diagram';
import { Language } from '@repere/ui';
import { OpenProtocol } from '../open-protocol';
import { ProtocolHead } from '../protocol-head';
import { TitlesInForce } from '../titles-in-force';
import { DiagramDrawing } from './diagram-drawing';
import { DiagramLegend } from './diagram-legend';
import { DiagramTable } from './diagram-table';

/** What does the protocol look like at a glance? Drawn, and the same as a table. */
@Component({
  selector: 'app-diagram-page',
  imports: [DiagramDrawing, DiagramLegend, DiagramTable, ProtocolHead],
  template: `
    <app-protocol-head part="diagram" />
    <p class="rp-quiet">
      {{ t('protocols.diagram.lead') }}
      <a href="#diagram-table-title" (click)="toTable($event)">{{ t('protocols.diagram.to-table') }}</a>
    </p>
    <app-diagram-drawing [diagram]="diagram()" />
    <app-diagram-legend />
    <h2 id="diagram-table-title" tabindex="-1">{{ t('protocols.table.title') }}</h2>
    <app-diagram-table [protocol]="protocol()" [diagram]="diagram()" />
  `,
})
export class DiagramPage {
  private readonly titles = inject(TitlesInForce);
  protected readonly t = inject(Language).t;
  protected readonly protocol = inject(OpenProtocol).current;
  protected readonly diagram = computed(() => drawProtocol(this.protocol().document, this.titles.all()));

  protected toTable(event: Event): void {
    event.preventDefault();
    const title = document.getElementById('diagram-table-title');
    title?.scrollIntoView();
    title?.focus({ preventScroll: true });
  }
}
