import { Component, inject, input } from '@angular/core';
import { Language } from '@repere/ui';
import type { BesideLine } from './beside-line';

/** All acts of the model run beside those of the class. */
@Component({
  selector: 'app-beside-table',
  template: `
    <table>
      <caption class="rp-out-of-sight">
        {{
          t('training.beside.title')
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ t('training.beside.step') }}</th>
          <th scope="col">{{ t('training.beside.model') }}</th>
          <th scope="col">{{ t('training.beside.group') }}</th>
          <th scope="col">{{ t('training.lost') }}</th>
        </tr>
      </thead>
      <tbody>
        @for (line of lines(); track line.key) {
          <tr>
            <th scope="row">{{ line.title }}</th>
            <td>
              @if (line.model; as model) {
                {{ model.when }}<br />{{ model.what }}
              } @else {
                {{ t('training.beside.not-model') }}
              }
            </td>
            <td>
              @if (line.group; as group) {
                {{ group.when }}<br />{{ group.what }}
              } @else {
                {{ t('training.beside.not-done') }}
              }
            </td>
            <td>
              @for (point of line.lost; track point.key) {
                <span class="point">{{
                  language.labelled(count('training.points', point.points), point.reason)
                }}</span>
              } @empty {
                –
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    :host {
      display: block;
      overflow-x: auto;
    }
    table {
      border-collapse: collapse;
      min-inline-size: 40rem;
      font-size: 0.95em;
    }
    th,
    td {
      padding: 0.4rem 1rem 0.4rem 0;
      border-block-end: 1px solid var(--rp-line);
      text-align: start;
      vertical-align: top;
      font-weight: 400;
    }
    thead th {
      font-weight: 600;
    }
    .point {
      display: block;
    }
  `,
})
export class BesideTable {
  protected readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly count = this.language.count;

  readonly lines = input.required<readonly BesideLine[]>();
}
