import { EventEmitter } from 'node:events';
import { Engine } from 'bpmn-engine';
import { may, type State, STEPS } from './by-hand';
import type { CandidateAction } from './bench-protocol';
import type { Contender } from './contender';

/** One user task in a loop, left once the history is told: the least that a process engine can be asked to do. */
const SOURCE = `<?xml version="1.0" encoding="UTF-8"?>
<definitions id="bench" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="http://example.org/bench">
  <process id="case" isExecutable="true">
    <startEvent id="start" />
    <sequenceFlow id="to-deed" sourceRef="start" targetRef="deed" />
    <userTask id="deed" />
    <sequenceFlow id="to-more" sourceRef="deed" targetRef="more" />
    <exclusiveGateway id="more" default="again" />
    <sequenceFlow id="again" sourceRef="more" targetRef="deed" />
    <sequenceFlow id="over" sourceRef="more" targetRef="end">
      <conditionExpression xsi:type="tFormalExpression" language="js"><![CDATA[next(null, this.environment.variables.isOver)]]></conditionExpression>
    </sequenceFlow>
    <endEvent id="end" />
  </process>
</definitions>`;

interface Waiting {
  signal(message: unknown): void;
  readonly environment: { readonly variables: Record<string, unknown> };
}

export const withBpmn: Contender = {
  name: 'bpmn-engine 25',
  note: 'a user task signalled once for each deed; the rules are those written by hand',
  runActions(actions) {
    return new Promise((resolve, reject) => {
      const state: State = { done: new Set(), facts: {} };
      let told = 0;
      const listener = new EventEmitter();
      listener.on('activity.wait', (task: Waiting) => {
        const action = actions[told] as CandidateAction;
        if (!may(state, action.step)) reject(new Error(action.step));
        told += 1;
        state.done.add(action.step);
        state.facts = { ...state.facts, ...action.values };
        task.environment.variables['isOver'] = told === actions.length;
        task.signal(action.values);
      });
      const engine = Engine({ name: 'bench', source: SOURCE });
      engine.once('end', () => resolve(STEPS.filter((step) => may(state, step)).length));
      engine.once('error', reject);
      engine.execute({ listener }).catch(reject);
    });
  },
};
