import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { AskedQuestion, ClassQuestions } from '@repere/contract';
import { screen } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { openPage, prepare, sent } from '../../../testing/open-page';
import { settled } from '../../../testing/settled';
import { ScreenMode } from '../../access/play/room/screen-mode';
import { Session } from '../../access/session';
import { QuestionsPage } from './questions-page';

const words = (text: string) => ({ fr: `${text} (fr)`, en: text });
const choice = (id: string, told: Partial<AskedQuestion['choices'][number]> = {}) => ({
  ...{ id, says: words(`says ${id}`), isRight: null, because: null, times: null },
  ...told,
});
const question = (changed: Partial<AskedQuestion> = {}): AskedQuestion => ({
  ...{ id: 'school', ask: words('What do you answer?'), choices: [choice('yes'), choice('no')] },
  ...{ basis: ['S49'], forClass: null, askedAt: '2025-06-02T09:00:00.000Z', own: null },
  ...changed,
});
const LED = [
  choice('yes', { isRight: true, because: words('No service waits.'), times: 2 }),
  choice('no', { isRight: false, because: words('It waits.'), times: 1 }),
];
const asked = (changed: Partial<ClassQuestions> = {}): ClassQuestions => ({
  ...{ isLeading: false, now: '2025-06-03T09:00:00.000Z', isOver: false },
  ...{ questions: [question()], expectations: [] },
  ...changed,
});

async function shown(first: ClassQuestions, isProjected = false): Promise<HttpTestingController> {
  const api = await prepare('en');
  Object.defineProperty(TestBed.inject(Session), 'about', { value: () => ({ space: { kind: 'training' } }) });
  Object.defineProperty(TestBed.inject(ScreenMode), 'isProjected', { value: () => isProjected });
  const opening = openPage(QuestionsPage);
  await answerWith(api, first);
  await (await opening).whenStable();
  TestBed.tick();
  return api;
}

async function answerWith(api: HttpTestingController, body: ClassQuestions): Promise<void> {
  (await sent(api, 'GET', '/api/training/questions')).flush(body);
  await settled();
  TestBed.tick();
}
const press = async (name: string | RegExp) => {
  await userEvent.click(screen.getByRole('button', { name }));
  await settled();
};

describe('questions of a class', () => {
  it('are answered by a learner in two presses, once, and nothing is told of what is right', async () => {
    const api = await shown(asked());
    expect(screen.queryByText(/Right answer/)).toBeNull();
    await press('Answer');
    expect(screen.getAllByText('Choose an answer.').length).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('radio', { name: 'says no' }));
    await press('Answer');
    const request = await sent(api, 'PUT', '/api/training/questions/school');
    expect(request.request.body).toEqual({ choice: 'no' });
    request.flush(null);
    await settled();
    await answerWith(api, asked({ questions: [question({ own: 'no' })] }));
    expect(screen.getByText('Your answer: says no')).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('say what was right once that is told', async () => {
    await shown(asked({ questions: [question({ own: 'no', choices: LED })] }));
    expect(screen.getByText('Right answer:')).toBeTruthy();
    expect(screen.getByText('(2 answers)')).toBeTruthy();
  });

  it('take no answer once the time is over, or before what they are about has come', async () => {
    await shown(
      asked({
        isOver: true,
        isLeading: true,
        questions: [question(), question({ id: 'next', askedAt: null })],
      }),
    );
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByText(/The time of the assessment is over/)).toBeTruthy();
    expect(screen.getByText(/Not asked yet/)).toBeTruthy();
  });

  it('have whoever leads take the answer of the class back, and tick what no machine sees', async () => {
    const expectation = { id: 'said', title: words('Said aloud'), basis: ['S48'], until: null, seenAt: null };
    const led = { isLeading: true, questions: [question({ forClass: 'yes', choices: LED })] };
    const api = await shown(asked({ ...led, expectations: [expectation] }));
    await press('Seen just now: Said aloud');
    (await sent(api, 'PUT', '/api/training/expectations/said')).flush(null);
    await settled();
    const seenAt = '2025-06-03T09:00:00.000Z';
    await answerWith(api, asked({ ...led, expectations: [{ ...expectation, seenAt }] }));
    await press('Take back: Said aloud');
    (await sent(api, 'DELETE', '/api/training/expectations/said')).flush(null);
    await settled();
    await answerWith(api, asked({ ...led, expectations: [expectation] }));
    await press('Take the answer of the class back');
    (await sent(api, 'DELETE', '/api/training/questions/school')).flush(null);
    await settled();
    await answerWith(api, asked({ isLeading: true, questions: [question({ choices: LED })] }));
    expect(screen.getByText('The answer of the class is taken back.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Answer for the class' })).toBeTruthy();
  });

  it('show the wall what is asked, and neither answers nor what is ticked', async () => {
    const expectations = [{ id: 'said', title: words('Said aloud'), basis: [], until: null, seenAt: null }];
    const questions = [
      question({ choices: LED }),
      question({ id: 'next', ask: words('Later?'), askedAt: null }),
    ];
    await shown(asked({ isLeading: true, questions, expectations }), true);
    expect(screen.getByText('says yes')).toBeTruthy();
    for (const hidden of ['Right answer:', 'No service waits.', 'Later?', 'Said aloud'])
      expect(screen.queryByText(hidden)).toBeNull();
  });
});
