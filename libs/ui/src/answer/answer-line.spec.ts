import { Component, signal } from '@angular/core';
import { screen, within } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { renderComponent } from '../testing/render-component';
import type { Answer } from './answer';
import { AnswerLine } from './answer-line';

@Component({
  imports: [AnswerLine],
  template: `
    <form>
      <rp-answer-line label="Danger ?" fieldId="danger" [(value)]="danger" />
      <rp-answer-line label="Blessures ?" fieldId="injuries" [(value)]="injuries" />
    </form>
  `,
})
class TwoLines {
  readonly danger = signal<Answer | null>(null);
  readonly injuries = signal<Answer | null>(null);
}

describe('AnswerLine', () => {
  it('starts unanswered, with five answers in words', async () => {
    await renderComponent(TwoLines);
    const radios = within(screen.getByRole('group', { name: 'Danger ?' })).getAllByRole<HTMLInputElement>(
      'radio',
    );
    expect(radios.map((radio) => radio.ariaLabel)).toEqual([
      'Oui',
      'Non',
      'Ne sait pas',
      'Pas demandé',
      'Refuse',
    ]);
    expect(radios.some((radio) => radio.checked)).toBe(false);
  });

  it('answers with one key and goes to the next line', async () => {
    const { componentInstance: page } = await renderComponent(TwoLines);
    within(screen.getByRole('group', { name: 'Danger ?' }))
      .getByRole('radio', { name: 'Oui' })
      .focus();
    await userEvent.keyboard('sp');
    expect([page.danger(), page.injuries()]).toEqual(['unknown', 'not-asked']);
  });

  it('has a key of its own for each answer, in both languages', async () => {
    for (const language of ['fr', 'en'] as const) {
      const { nativeElement, destroy } = await renderComponent(
        AnswerLine,
        { label: 'L', fieldId: 'l' },
        language,
      ).then((fixture) => ({ nativeElement: fixture.nativeElement, destroy: () => fixture.destroy() }));
      const keys = [...nativeElement.querySelectorAll('u')].map((letter) => letter.textContent.toLowerCase());
      expect(keys.every((key) => key.length === 1)).toBe(true);
      expect(new Set(keys).size).toBe(5);
      destroy();
      (await import('@angular/core/testing')).TestBed.resetTestingModule();
    }
  });

  it('leaves other keys alone', async () => {
    const { componentInstance: page } = await renderComponent(TwoLines);
    within(screen.getByRole('group', { name: 'Danger ?' }))
      .getByRole('radio', { name: 'Oui' })
      .focus();
    await userEvent.keyboard('x{Control>}o{/Control}');
    expect(page.danger()).toBeNull();
  });
});
