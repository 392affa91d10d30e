import { describe, expect, it } from 'vitest';
import { type CliWatchedCampaignFragment } from '../generated/documents.ts';
import { paintWith } from '../output/paint.ts';
import { changedLines, drawCampaignTree, noTrouble, type Trouble } from './draw-campaign-tree.ts';
import { openRedraw } from './redraw.ts';

type Wave = CliWatchedCampaignFragment['waves'][number];
const wave = (number: number, state: Wave['state'], more: Partial<Wave> = {}): Wave => ({
  number, state, members: 4, overdue: 0, missing: [], soakedSeconds: null, byStateClass: [{ stateClass: 'MIGRATED', count: 4 }],
  domains: [{ domain: 'sz/az1', members: 2, byStateClass: [] }, { domain: 'sz/az2', members: 2, byStateClass: [] }], ...more,
});
const campaign: CliWatchedCampaignFragment = {
  id: 'c', name: 'spring\u001b[2J', kind: 'MIGRATE', state: 'RUNNING', stateReason: null, stateDetail: [], version: 3, startedAt: 'then', endedAt: null, approval: { approved: true }, revision: { members: 8 },
  byStateClass: [{ stateClass: 'MIGRATED', count: 4 }, { stateClass: 'FAILED', count: 1 }, { stateClass: 'IN_FLIGHT', count: 0 }], summary: { migrated: 4, rolledBack: 0, open: 3 },
  waves: [wave(1, 'PASSED'), wave(2, 'SOAKING', { soakedSeconds: 12.7, overdue: 1, missing: ['1 verified is missing'] })],
};
const trouble: Trouble = {
  runs: { nodes: [{ id: 'r', wave: 2, state: 'QUARANTINED', stateReason: 'bootFailed', stateClass: 'FAILED', overdue: false, node: { id: 'n', hostname: 'web\u202e-09' } }] },
  nodes: { nodes: [{ id: 'n', domains: ['sz', 'sz/az2', 'sz/az2/rack-1'] }] },
};
const paint = paintWith(false);

describe('the tree of a campaign', () => {
  it('shows open waves with their domains and the nodes that fail in them, and waves that are over in one line', () => {
    expect(drawCampaignTree(campaign, trouble, paint)).toEqual([
      'spring\\x1b[2J  running  ✔ 4  ✖ 1',
      '├─ ✔ wave 1  passed  4 nodes  ✔ 4',
      '└─ ➤ wave 2  soaking  4 nodes  ✔ 4  1 overdue  soaked 12 s',
      '      1 verified is missing',
      '   ├─ sz/az1  2 nodes  ',
      '   └─ sz/az2  2 nodes  ',
      '      └─ ✖ web\\u{202e}-09  quarantined (bootFailed)',
    ]);
  });

  it('loses no node whose domain is not known', () => {
    expect(drawCampaignTree(campaign, { ...trouble, nodes: { nodes: [] } }, paint).at(-1)).toContain('web\\u{202e}-09');
    expect(drawCampaignTree({ ...campaign, waves: [wave(2, 'PASSED')] }, trouble, paint).some((line) => line.includes('web\\u{202e}-09'))).toBe(true);
  });

  it('gives one line per change where nothing can be drawn over', () => {
    const before = drawCampaignTree(campaign, noTrouble, paint);
    expect(changedLines(before, before)).toEqual([]);
    expect(changedLines(before, drawCampaignTree(campaign, trouble, paint))).toEqual(['✖ web\\u{202e}-09  quarantined (bootFailed)']);
  });
});

describe('drawing over', () => {
  it('goes back as many lines as it drew, and never draws more than fit', () => {
    const written: string[] = [];
    const redraw = openRedraw({ raw: (text) => { written.push(text); }, columns: 80, rows: 6 });
    redraw.draw(['a', 'b']);
    redraw.draw(['1', '2', '3', '4', '5', '6']);
    redraw.draw(['x']);
    expect(written.map((text) => text.replaceAll(/\u001b\[\?7[lh]/g, ''))).toEqual(['a\nb\n', '\u001b[2A\r\u001b[0J1\n2\n3\n… 3 more lines; a taller terminal shows them\n', '\u001b[4A\r\u001b[0Jx\n']);
  });
});
