import { joinMetrics } from '../../health/join-metrics';
import { isSiblingMessage, SiblingProcesses } from './sibling-processes';

describe('the processes of one service', () => {
  it('are one that says nothing and hears nothing, outside of a cluster', () => {
    const [listening, send] = [process.listenerCount('message'), jest.spyOn(process, 'send' as never)];
    const alone = new SiblingProcesses();
    alone.tellOthers('hint', 1);
    expect([alone.isAlone, process.listenerCount('message'), send.mock.calls]).toEqual([true, listening, []]);
    send.mockRestore();
  });

  it.each([null, 7, 'ready', {}, { subject: 1 }, ['subject']])('take %j for no message', (value) =>
    expect(isSiblingMessage(value)).toBe(false),
  );

  it('have their figures in one text, each under its name', () => {
    const of = (n: number) =>
      `# HELP a_total A.\n# TYPE a_total counter\na_total{code="503"} ${String(n)}\n# HELP b B.\n# TYPE b gauge\nb ${String(n)}\n`;
    expect(
      joinMetrics(
        new Map([
          ['2', of(2)],
          ['1', of(1)],
        ]),
      ),
    ).toBe(
      [
        ...['# HELP a_total A.', '# TYPE a_total counter'],
        ...['a_total{process="1",code="503"} 1', 'a_total{process="2",code="503"} 2'],
        ...['# HELP b B.', '# TYPE b gauge', 'b{process="1"} 1', 'b{process="2"} 2', ''],
      ].join('\n'),
    );
  });
});
