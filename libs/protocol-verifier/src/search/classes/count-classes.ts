import { classesOf } from './classes';
import type { Cone } from './cone';

/** How many classes the facts of the cone are divided into, all together. */
export function countClasses(cone: Cone): number {
  let classes = 0;
  for (const fact of cone.facts.values()) {
    if (!fact.list) classes += classesOf(cone, fact).values.length;
    else {
      for (const field of fact.list.fields) {
        const key = `${fact.key}.${field.id}`;
        if (cone.fields.has(key)) classes += classesOf(cone, field, key).values.length;
      }
    }
  }
  return classes;
}
