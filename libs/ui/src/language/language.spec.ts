import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { renderComponent } from '../testing/render-component';
import { uiEnglish as en } from './english';
import { uiFrench as fr } from './french';
import { Language } from './language';

@Component({
  template: `<input aria-label="x" />
    <p>{{ t('ui.status.done') }}</p>`,
})
class Page {
  protected readonly t = inject(Language).t;
}

function keysOf(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

describe('Language', () => {
  it('switches in place, without losing what was typed', async () => {
    const { nativeElement, whenStable } = await renderComponent(Page).then((fixture) => ({
      nativeElement: fixture.nativeElement,
      whenStable: () => fixture.whenStable(),
    }));
    nativeElement.querySelector('input').value = 'tapé';
    await TestBed.inject(Language).use('en');
    await whenStable();
    expect(nativeElement.querySelector('p').textContent).toBe('Done');
    expect(nativeElement.querySelector('input').value).toBe('tapé');
    expect(document.documentElement.lang).toBe('en');
  });

  it('has the same words in both languages', () => {
    expect(keysOf(en)).toEqual(keysOf(fr));
  });
});
