import { renderComponent } from '../testing/render-component';
import { DeadlineLabel } from './deadline-label';

const HOUR = 3_600_000;
const words = async (inputs: Record<string, unknown>) => {
  const { nativeElement } = await renderComponent(DeadlineLabel, inputs);
  return nativeElement.querySelector('.words').textContent.replace(/[\u00a0\u202f]/g, ' ');
};

describe('DeadlineLabel', () => {
  it('says how late it is, and when it was due', async () => {
    const { nativeElement } = await renderComponent(DeadlineLabel, { dueAt: Date.now() - 97 * HOUR });
    expect(nativeElement.textContent).toContain('en retard de 4');
    expect(nativeElement.querySelector('time')).toBeTruthy();
  });

  it('never calls an outside authority late: it is to be reminded', async () => {
    expect(await words({ dueAt: Date.now() - 97 * HOUR, owner: 'outside' })).toBe(
      'à relancer : attendu depuis 4 jours',
    );
  });

  it('says “at once” until it counts as late', async () => {
    const dueAt = Date.now() - HOUR;
    expect(await words({ dueAt, lateFrom: Date.now() + HOUR, atOnce: true })).toBe('sans délai');
  });

  it('says late from the moment it counts as late', async () => {
    expect(await words({ dueAt: Date.now() - 2 * HOUR, lateFrom: Date.now() - 1, atOnce: true })).toBe(
      'en retard de 2 heures',
    );
  });

  it('asks for the date that starts the period', async () => {
    expect(await words({ dueAt: null })).toBe('date à renseigner');
  });
});
