import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReadableProtocol } from '@repere/contract';
import type { Diagram, DiagramArrow } from '@repere/protocol-diagram';
import { describeStep } from '@repere/protocol';
import { Language } from '@repere/ui';
import { boxPlace } from './drawn-box';

/** The same as the drawing, for who reads rather than looks: what comes after what, what decides about what, who, when. */
@Component({
  selector: 'app-diagram-table',
  imports: [RouterLink],
  template: `
    <div class="scroll" tabindex="0" role="region" aria-labelledby="diagram-table-title">
      <table>
        <thead>
          <tr>
            @for (column of columns; track column) {
              <th scope="col">{{ t('protocols.table.' + column) }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.id) {
            <tr>
              <th scope="row">
                <span class="kind">{{ row.kind }}</span>
                <a [routerLink]="row.place.path" [fragment]="row.place.fragment">{{ row.title }}</a>
              </th>
              <td>{{ row.after || '–' }}</td>
              <td>{{ row.decides || '–' }}</td>
              <td>{{ row.who || '–' }}</td>
              <td>{{ row.when || '–' }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrl: './diagram-table.scss',
})
export class DiagramTable {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly columns = ['what', 'after', 'decides', 'who', 'when'] as const;

  readonly protocol = input.required<ReadableProtocol>();
  readonly diagram = input.required<Diagram>();

  protected readonly rows = computed(() => {
    const { document, shared, protocol, version } = this.protocol();
    const { boxes, arrows } = this.diagram();
    const title = (id: string) => {
      const box = boxes.find((it) => it.id === id);
      return box ? this.language.localize(box.title) : id;
    };
    const named = (of: readonly DiagramArrow[], end: 'from' | 'to') =>
      this.language.listed(of.map((it) => title(it[end])));
    return boxes.flatMap((box) => {
      const place = boxPlace(box, protocol, version);
      if (!place) return [];
      const step = document.steps.find(({ id }) => id === box.id);
      const described = step && describeStep(document, shared, step);
      const after = arrows.filter(
        ({ to, why, from }) => to === box.id && why === 'after' && from !== 'start',
      );
      const answers = arrows.filter(
        ({ to, why, from }) => to === box.id && why !== 'after' && from !== 'start',
      );
      const decides = arrows.filter(({ from, why }) => from === box.id && why !== 'after');
      return [
        {
          id: box.id,
          place,
          title: box.kind === 'step' ? `${box.code} – ${title(box.id)}` : title(box.id),
          kind:
            box.kind === 'step'
              ? this.t(`protocols.kind.${box.step}`)
              : this.t(`protocols.diagram.${box.kind === 'opens' ? 'opens' : 'outcome'}`),
          after: [
            named(after, 'from'),
            answers.length > 0 ? this.t('protocols.table.by-answer', { steps: named(answers, 'from') }) : '',
          ]
            .filter(Boolean)
            .join(' – '),
          decides: named(decides, 'to'),
          who: described ? this.language.localize(described.who) : '',
          when: described?.due ? this.language.localize(described.due.text) : '',
        },
      ];
    });
  });
}
