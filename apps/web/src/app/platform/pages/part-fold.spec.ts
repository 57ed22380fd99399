import { Component } from '@angular/core';
import { screen } from '@testing-library/dom';
import { openPage, prepare } from '../../../testing/open-page';
import { PartFold } from './part-fold';

@Component({
  imports: [PartFold],
  template: `
    <details appPartFold>
      <summary>Acts</summary>
      Whole
    </details>
    <details appPartFold [opensAlways]="true">
      <summary>Left</summary>
      Here
    </details>
  `,
})
class Page {}

const isOpen = (text: string): boolean => screen.getByText(text).closest('details')?.open === true;

async function openedOn(isWide: boolean): Promise<void> {
  const matchMedia = jest.fn().mockReturnValue({ matches: isWide });
  Object.defineProperty(globalThis, 'matchMedia', { configurable: true, value: matchMedia });
  await prepare('en');
  await openPage(Page);
}

describe('a part of a long page', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'matchMedia');
  afterEach(() => {
    if (before) Object.defineProperty(globalThis, 'matchMedia', before);
    else Reflect.deleteProperty(globalThis, 'matchMedia');
  });

  it('is open where there is room', async () => {
    await openedOn(true);
    expect([isOpen('Acts'), isOpen('Left')]).toEqual([true, true]);
  });

  it('is folded on a telephone, unless it is asked for, and whole on paper', async () => {
    await openedOn(false);
    expect([isOpen('Acts'), isOpen('Left')]).toEqual([false, true]);
    window.dispatchEvent(new Event('beforeprint'));
    expect([isOpen('Acts'), isOpen('Left')]).toEqual([true, true]);
    window.dispatchEvent(new Event('afterprint'));
    expect([isOpen('Acts'), isOpen('Left')]).toEqual([false, true]);
  });
});
