import { screen } from '@testing-library/dom';
import { renderComponent } from '../testing/render-component';
import { OriginTag } from './origin-tag';

describe('OriginTag', () => {
  it.each([
    ['LEGAL', 'LÉGAL', 'loi'],
    ['REPORT', 'RAPPORT', 'rapport'],
    ['MEDICAL', 'MÉDICAL', 'médecin'],
    ['TOOL', 'OUTIL', 'pas une obligation légale'],
  ])('names %s and explains it on demand', async (origin, word, why) => {
    await renderComponent(OriginTag, { origin });
    const tag = screen.getByRole('button', { name: `Délai ${word}, expliquer` });
    const explanation = document.getElementById(tag.getAttribute('popovertarget') ?? '');
    expect(explanation?.textContent).toContain(why);
    expect(explanation?.hasAttribute('popover')).toBe(true);
  });
});
