import { preflightChecks, type Check } from '@skein/core';
import { pageHead, table } from './markdown.ts';

const introduction = `Every question that Skein asks about a node before it changes it. An id never changes its meaning: reports, blocked runs and scripts may rely on it.

Only \`inhibit\` and \`overridable\` keep a node from being changed. A fact that could not be read is never a good one: the finding says so, and counts like a bad value.`;

const severities = {
  inhibit: 'Forbids the change.',
  overridable: 'Forbids the change unless somebody answers for it.',
  warning: 'Worth knowing before; does not forbid anything.',
  info: 'Worth knowing; does not forbid anything.',
} as const satisfies Record<Check['severity'], string>;

/** The preflight checks with what a person does about each. */
export function preflightReference(): string {
  const severityTable = table(['severity', 'effect'], Object.entries(severities).map(([name, effect]) => [`\`${name}\``, effect]));
  const checks = preflightChecks.map((check) => `### \`${check.id}\`\n\n${check.title}. Severity \`${check.severity}\`.\n\nIf not: ${check.remediation}`);
  return `${pageHead('Preflight checks', introduction)}\n${severityTable}\n\n## Checks\n\n${checks.join('\n\n')}\n`;
}
