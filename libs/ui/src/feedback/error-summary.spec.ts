import { screen } from '@testing-library/dom';
import userEvent from '@testing-library/user-event';
import { renderComponent } from '../testing/render-component';
import { ErrorSummary } from './error-summary';

describe('ErrorSummary', () => {
  it('shows nothing while nothing is wrong', async () => {
    await renderComponent(ErrorSummary, { problems: [] });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('takes the focus and leads to the field', async () => {
    const field = document.createElement('input');
    field.id = 'year';
    field.scrollIntoView = () => undefined;
    document.body.append(field);
    await renderComponent(ErrorSummary, {
      problems: [{ fieldId: 'year', text: 'Indiquez l’année, même seule' }],
    });
    expect(document.activeElement).toBe(screen.getByRole('alert', { name: 'À corriger avant de continuer' }));
    await userEvent.click(screen.getByRole('link', { name: 'Indiquez l’année, même seule' }));
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  it('takes the focus again when the list changes', async () => {
    const fixture = await renderComponent(ErrorSummary, { problems: [{ text: 'Un' }] });
    (document.activeElement as HTMLElement).blur();
    fixture.componentRef.setInput('problems', [{ text: 'Deux' }]);
    await fixture.whenStable();
    expect(document.activeElement?.getAttribute('role')).toBe('alert');
  });
});
