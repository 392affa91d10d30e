import { createHash } from 'node:crypto';
import { type ReportHead, type ReportNode } from './campaign-report.ts';
import { openTotals } from './write-report.ts';

const style = `
:root { color-scheme: light; }
body { font: 13px/20px system-ui, sans-serif; color: #171b24; background: #fff; margin: 24px auto; max-width: 1120px; padding: 0 16px; }
h1 { font-size: 20px; line-height: 28px; margin: 0; } h2 { font-size: 14px; margin: 24px 0 8px; } .muted { color: #596273; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; } th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid #d9dde5; overflow-wrap: anywhere; }
th { font-size: 11px; color: #596273; font-weight: 500; } td.number, th.number { text-align: right; white-space: nowrap; } code { font: 12px/16px ui-monospace, monospace; overflow-wrap: anywhere; }
tfoot td { font-weight: 600; border-bottom: 0; }
@media print { body { margin: 0; max-width: none; font-size: 10px; line-height: 14px; } thead { display: table-header-group; } tr { break-inside: avoid; } h2 { break-after: avoid; } @page { margin: 14mm; } }
`;

/** Nothing but the style of this page, by its hash: whatever a node or a person wrote into it stays text. */
export const reportPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
type Cell = string | number | null;
const cells = (tag: 'td' | 'th', values: readonly Cell[]): string => values.map((value) => `<${tag}${typeof value === 'number' ? ' class="number"' : ''}>${value === null ? '' : escaped(String(value))}</${tag}>`).join('');
const row = (values: readonly Cell[]): string => `<tr>${cells('td', values)}</tr>\n`;
const table = (head: readonly string[], rows: readonly (readonly Cell[])[], empty: string): string =>
  (rows.length === 0 ? `<p class="muted">${escaped(empty)}</p>\n` : `<table><thead><tr>${cells('th', head)}</tr></thead><tbody>\n${rows.map(row).join('')}</tbody></table>\n`);
const counted = (counts: Readonly<Record<string, number>>): string => Object.entries(counts).map(([state, count]) => `${String(count)} ${state}`).join(', ');
/** To the second and in UTC, for a page that is read anywhere. */
const moment = (at: string | null): string => (at === null ? '' : `${at.slice(0, 19).replace('T', ' ')} UTC`);

function facts({ campaign, target, writtenAt }: ReportHead): string {
  const pairs: readonly (readonly [string, string])[] = [
    ['State', [campaign.state, ...(campaign.stateReason === null ? [] : [campaign.stateReason]), ...campaign.stateDetail].join(' · ')], ['Kind', campaign.kind],
    ['Target', target === null ? 'no plan yet' : `${target.name} (${target.osId} ${target.osVersion})`], ['Plan digest', campaign.digest ?? 'no plan yet'], ['Written by', campaign.author], ['Last changed by', campaign.lastEditor],
    ['Created', moment(campaign.createdAt)], ['Started', moment(campaign.startedAt) || 'not started'], ['Finished', moment(campaign.finishedAt) || 'not finished'],
    ['Nodes by state', counted(campaign.counts) || 'no runs yet'], ['Overdue', String(campaign.overdue)], ['Campaign', campaign.id], ['Report written', moment(writtenAt)],
  ];
  return `<table><tbody>\n${pairs.map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>\n`).join('')}</tbody></table>\n`;
}

const nodeHead = '<thead><tr><th>Node</th><th>Site</th><th class="number">Wave</th><th>State</th><th>Reason</th><th class="number">Attempts</th><th>Ended</th><th class="number">Unavailable, seconds</th><th>What to do</th></tr></thead>';
const nodeRow = (node: ReportNode): string => row([
  node.hostname, node.site, node.wave, node.state, [node.reason, node.failureClass].filter((part) => part !== null).join(', '), node.attempts, moment(node.endedAt), bounds(node.unavailableSecondsLower, node.unavailableSecondsUpper), node.remediation,
]);
/** What was seen, and with the seconds that nobody watched. */
const bounds = (lower: number, upper: number): string => (lower === upper ? String(lower) : `${String(lower)} to ${String(upper)}`);

/** One page without anything from elsewhere, to be printed or kept; the nodes are written while they are read. */
export async function* reportHtml(head: ReportHead, batches: AsyncIterable<readonly ReportNode[]>): AsyncGenerator<string> {
  const title = escaped(`Report of ${head.campaign.name}`);
  yield `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body>\n<h1>${title}</h1>\n${facts(head)}`
    + `<h2>Approvals</h2>\n${table(['Person', 'Decision', 'Plan digest', 'Reason', 'When'], head.approvals.map((one) => [one.person, one.decision, one.digest, one.reason, moment(one.at)]), 'Nobody has decided yet.')}`
    + `<h2>Waves</h2>\n${table(['Wave', 'State', 'Members', 'Nodes by state', 'Opened', 'Closed'], head.waves.map((wave) => [wave.number, wave.state, wave.members, counted(wave.counts), moment(wave.openedAt), moment(wave.closedAt)]), 'There is no plan yet.')}`
    + `<h2>Verdicts</h2>\n${table(['Wave', 'Verdict', 'Because', 'Evidence', 'When'], head.verdicts.map((one) => [one.wave, one.kind, one.message, evidenceOf(one), moment(one.at)]), 'No gate was judged yet.')}`
    + `<h2>Left out of the plan</h2>\n${table(['Reason', 'Nodes'], head.excluded.map((one) => [one.reason, one.nodes]), 'Nobody was left out.')}`
    + `<h2>Nodes</h2>\n<table>${nodeHead}<tbody>\n`;
  const totals = openTotals();
  for await (const batch of batches) {
    for (const node of batch) totals.add(node);
    yield batch.map(nodeRow).join('');
  }
  const sum = totals.sum();
  yield `</tbody><tfoot><tr><td colspan="7">${String(sum.nodes)} nodes</td><td>${bounds(sum.unavailableSecondsLower, sum.unavailableSecondsUpper)}</td><td></td></tr></tfoot></table>\n`
    + '<p class="muted">Unavailable: seconds that a node was seen to be down or taken out of service between start and end; where two numbers stand, the second one counts what nobody watched as well.</p>\n</body></html>\n';
}

const evidenceOf = (verdict: ReportHead['verdicts'][number]): string => verdict.evidence.map(({ name, value, threshold }) => `${name} ${value}${threshold === null || threshold === undefined ? '' : ` of ${threshold}`}`).join('; ');
