import type { Truth } from '../value';
import type { Test } from '../compile/condition-term';

/** Kleene's `and`: false as soon as one is false, unknown if none is false and one is unknown. */
export function allOf<Env>(tests: readonly Test<Env>[]): Test<Env> {
  const [a, b, ...more] = tests;
  if (!a) return () => true;
  if (!b) return a;
  if (more.length > 0) return (env) => fold(tests, false, env);
  return (env) => {
    const left = a(env);
    if (left === false) return false;
    const right = b(env);
    return right === false ? false : left === null ? null : right;
  };
}

/** Kleene's `or`: true as soon as one is true, unknown if none is true and one is unknown. */
export function anyOf<Env>(tests: readonly Test<Env>[]): Test<Env> {
  const [a, b, ...more] = tests;
  if (!a) return () => false;
  if (!b) return a;
  if (more.length > 0) return (env) => fold(tests, true, env);
  return (env) => {
    const left = a(env);
    if (left === true) return true;
    const right = b(env);
    return right === true ? true : left === null ? null : right;
  };
}

/** The first operand that gives `decisive` settles it. */
function fold<Env>(tests: readonly Test<Env>[], decisive: boolean, env: Env): Truth {
  let truth: Truth = !decisive;
  for (const test of tests) {
    const one = test(env);
    if (one === decisive) return decisive;
    if (one === null) truth = null;
  }
  return truth;
}
