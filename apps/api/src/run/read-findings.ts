import { type Finding, type FindingSeverity } from '../generated/schema-types.ts';

const severities: Readonly<Record<string, FindingSeverity>> = { inhibit: 'INHIBIT', overridable: 'OVERRIDABLE', warning: 'WARNING', info: 'INFO' };

/** What is stored was written by a worker, maybe of another version: what does not look like a finding is left out. */
export function readFindings(value: unknown): Finding[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).flatMap((item) => {
    const fields = new Map<string, unknown>(typeof item === 'object' && item !== null ? Object.entries(item) : []);
    const severity = severities[String(fields.get('severity'))];
    const [check, message, remediation] = [fields.get('checkId'), fields.get('message'), fields.get('remediation')];
    if (severity === undefined || typeof check !== 'string' || typeof message !== 'string') return [];
    return [{ check, severity, message, remediation: typeof remediation === 'string' ? remediation : '', unreadable: fields.get('unreadable') === true }];
  });
}
