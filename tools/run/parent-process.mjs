import { readFileSync } from 'node:fs';

/** The parent of this process and, where the system tells, the parent's parent: npm runs scripts through a shell. */
export function parentProcess() {
  try {
    const [, grandparent] =
      /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${process.ppid}/status`, 'utf8')) ?? [];
    return `${process.ppid} ${grandparent}`;
  } catch {
    return `${process.ppid}`;
  }
}
