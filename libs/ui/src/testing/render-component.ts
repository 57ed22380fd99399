import { ApplicationInitStatus, type Type } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { Language, type LanguageCode } from '../language/language';
import { provideLanguage } from '../language/provide-language';
import { uiEnglish as en } from '../language/english';
import { uiFrench as fr } from '../language/french';

/** A widget drawn with its words, in French unless said otherwise. */
export async function renderComponent<T>(
  widget: Type<T>,
  inputs: Record<string, unknown> = {},
  language: LanguageCode = 'fr',
): Promise<ComponentFixture<T>> {
  TestBed.configureTestingModule({
    providers: [
      provideLanguage(
        () => language,
        async (code) => ({ ui: code === 'fr' ? fr : en }),
      ),
    ],
  });
  await TestBed.inject(ApplicationInitStatus).donePromise;
  expect(TestBed.inject(Language).current()).toBe(language);
  const fixture = TestBed.createComponent(widget);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  document.body.append(fixture.nativeElement);
  await fixture.whenStable();
  return fixture;
}
