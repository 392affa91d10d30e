import { remedySentence } from '@skein/core';
import { type Finding, type FindingSeverity } from '../generated/schema-types.ts';
import { readSentence } from '../platform/read-sentence.ts';

const severities: Readonly<Record<string, FindingSeverity>> = { inhibit: 'INHIBIT', overridable: 'OVERRIDABLE', warning: 'WARNING', info: 'INFO' };

/** What is stored was written by a worker, maybe of another version: what does not look like a finding is left out. */
export function readFindings(value: unknown): Finding[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).flatMap((item) => {
    const fields = new Map<string, unknown>(typeof item === 'object' && item !== null ? Object.entries(item) : []);
    const severity = severities[String(fields.get('severity'))];
    const [check, message, remediation] = [fields.get('checkId'), fields.get('message'), fields.get('remediation')];
    if (severity === undefined || typeof check !== 'string' || typeof message !== 'string') return [];
    const remedy = typeof remediation === 'string' ? remediation : '';
    return [{ check, severity, message, sentence: readSentence(fields.get('sentence')), remediation: remedy, remedy: remedySentence(remedy), unreadable: fields.get('unreadable') === true }];
  });
}
